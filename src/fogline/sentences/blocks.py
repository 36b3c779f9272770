"""What the layout of a report says: paragraphs, headlines, bylines, bullets, datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from fogline.packs.folding import fold
from fogline.packs.roles import roles
from fogline.packs.wordlists import states
from fogline.records.documents import Document, SentenceRole

__all__ = ["Block", "blocks"]

TERMINAL = ".!?…:;\"”’')»"
# Posts open their paragraphs with signs: a flash, two exclamation marks, a flag.
SIGNS = "\u203c\u2049\u2190-\u21ff\u23e9-\u23fa\u25b6\u2600-\u27bf\u2b05-\u2b55\ufe0f\u200d\U0001f000-\U0001faff"
BULLET = re.compile(rf"\s*(?:[{SIGNS}]+|[•*·▪►‣◦●]|[-–—](?=\s)|\(?\d{{1,2}}[.)](?=\s))\s*")
HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
QUOTED_LINE = re.compile(r"\s*>\s?")
FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE)
BYLINE = re.compile(
    r"(?:(?:additional )?reporting by|written by|writing by|edit(?:ed|ing) by|photographs? by|by)"
    r"\s+(?=[A-Z])[^.!?]{3,90}\.?$"
    r"|(?:published|updated|posted|last updated)\b[^.!?]{0,60}$",
    re.IGNORECASE,
)
OF_BYLINES = frozenset(
    """by in and of for the at with from to on additional reporting writing editing edited written photographs
    photograph photos graphics de la le van von der den del di da al el bin ibn our a staff
    correspondent correspondents reporter reporters agencies news""".split()
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
CAPITALS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.\-]+(?:[ /][A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.\-]*)*"
PLACE_TAIL = r"(?:,\s+[A-Z\u00c0-\u00de][\w'’.\- ]{1,30}?)?"
DATE_TAIL = rf"(?:,?\s+(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?)?"
NAMED = r"[A-Z\u00c0-\u00de][\w'’\-]+(?: [A-Z\u00c0-\u00de][\w'’\-]+){0,2}"
LAND_TAIL = r"(?:,\s+[A-Z\u00c0-\u00de][\w'’.\-]+(?: [A-Z\u00c0-\u00de][\w'’.\-]+){0,2})"
AGENCY = r"\([\w /&.,'’\-]{2,60}\)"
DASH = r"(?:\s+[-–]\s+|\s*(?:--+|—)\s*)"  # "US-Russia talks" is no dateline
# A dateline is capitals, or any place followed by an agency in brackets; then a dash.
DATELINE = re.compile(
    rf"(?:{CAPITALS}{PLACE_TAIL}{DATE_TAIL}(?:\s*{AGENCY})?"
    rf"|{NAMED}{PLACE_TAIL}{DATE_TAIL}\s*{AGENCY}|\({NAMED}{PLACE_TAIL}{DATE_TAIL}\))"
    rf"{DASH}(?=\S)"
)
# Below a headline a town with its land and a dash opens a report, too: "Goma, DR Congo - The army ...".
LANDED = re.compile(rf"{NAMED}{LAND_TAIL}{DATE_TAIL}{DASH}(?=[A-Z\u00c0-\u00de“\"])")
# "KARACHI: ...", "GOMA, DR Congo: ...", "Tarn, 12 May (CPS): ...", "BEIRUT | ...": a town, not who speaks.
TOWN = re.compile(
    rf"(?:(?P<bare>{CAPITALS})|{CAPITALS}{PLACE_TAIL}{DATE_TAIL}(?:\s*{AGENCY})?"
    rf"|{NAMED}{PLACE_TAIL}{DATE_TAIL}\s*{AGENCY})(?::\s+|\s+\|\s+)(?=[A-Z\u00c0-\u00de“\"])"
)
SHORTEST = 6  # letters of a town in capitals that is no capital: shorter words are mostly letters for a body
BODIES = ("COM", "FOR")  # CENTCOM, KFOR: commands and missions
HEADLINE_WORDS = 24
WRAP_COLUMNS = 120
SMALL_WORDS = frozenset(
    "a an and as at but by for from in into is of off on or over out per than the to under up via vs with".split()
)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a report that stands on its own; `body_start` is behind what opens it, a dateline if not said."""

    start: int
    end: int
    role: SentenceRole
    body_start: int
    opening: SentenceRole = "dateline"


def blocks(document: Document) -> Iterator[Block]:
    """The blocks of a report in order; white space, bullet marks and front matter belong to none."""
    text = document.text
    first = True
    for start, end in _joined_lines(text, _text_start(document)):
        block = _block(document, start, end, first)
        if block is not None:
            first = False
            yield block


def _text_start(document: Document) -> int:
    """Where the report begins: behind the front matter of a Markdown file."""
    if document.media_type != "text/markdown":
        return 0
    match = FRONT_MATTER.match(document.text)
    return match.end() if match else 0


def _joined_lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Lines, with hard-wrapped ones joined to the paragraph they belong to."""
    held: tuple[int, int] | None = None
    widest = _wrap_width(text, start)
    for match in re.finditer(r"[^\r\n]*(?:\r\n|\n|\r|\Z)", text[start:] if start else text):
        low, high = start + match.start(), start + match.end()
        line = text[low:high]
        if not line.strip():
            if held:
                yield held
            held = None
        elif held and _goes_on(text[held[0] : held[1]], line, widest):
            held = (held[0], high)
        else:
            if held:
                yield held
            held = (low, high)
    if held:
        yield held


def _wrap_width(text: str, start: int) -> int:
    """The width at which the text seems to be wrapped; 0 where its lines are whole paragraphs."""
    widths = [len(line.rstrip()) for line in text[start : start + 20_000].splitlines() if line.strip()]
    return max(widths) if widths and max(widths) <= WRAP_COLUMNS else 0


def _goes_on(before: str, line: str, widest: int) -> bool:
    """Whether `line` continues the paragraph `before`."""
    if BULLET.match(line) or HEADING.match(line):
        return False
    last = before.rstrip("\r\n").rsplit("\n", 1)[-1].rstrip()
    opening = line.lstrip()[:1]
    if opening.islower() and last[-1:] not in ".!?:":
        return True
    # A wrapped line stops where the next word would not have fitted; a headline stops early.
    first_word = line.split(maxsplit=1)[0]
    return bool(widest) and len(last) >= 40 and len(last) + 1 + len(first_word) > 0.85 * widest


def _block(document: Document, start: int, end: int, first: bool) -> Block | None:
    text = document.text
    role, start = _marked(text, start, end)
    line = text[start:end].rstrip()
    end = start + len(line)
    if not any(char.isalnum() for char in line):
        return None
    if role == "body":
        role = _role(document, line, first)
    dateline = DATELINE.match(text, start, end) if role in ("body", "headline") else None
    if dateline is None and role == "body" and not first:
        dateline = LANDED.match(text, start, end)
    if dateline is None and role == "body":
        dateline = _of_town(TOWN.match(text, start, end))
    if dateline and _is_dateline(dateline, end):
        return Block(start, end, "body", dateline.end())
    return Block(start, end, role, start)


def _marked(text: str, start: int, end: int) -> tuple[SentenceRole, int]:
    """What the mark at the head of a line says, and where its words begin."""
    role: SentenceRole = "body"
    if heading := HEADING.match(text, start, end):
        role, start = "headline", heading.end()
    elif bullet := BULLET.match(text, start, end):
        role, start = "bullet", bullet.end()
    elif quoted := QUOTED_LINE.match(text, start, end):
        start = quoted.end()
    while start < end and text[start].isspace():
        start += 1
    return role, start


def _of_town(match: re.Match[str] | None) -> re.Match[str] | None:
    """A town before a colon; none where one word in capitals may be an office, a body or a person's title."""
    name = match["bare"] if match else None
    if match is None or name is None:
        return match
    spoken = roles().of(tuple(fold(word) for word in name.split())) is not None
    short = len(name) < SHORTEST and name.title() not in _capitals()
    return None if spoken or short or name.endswith(BODIES) else match


@cache
def _capitals() -> frozenset[str]:
    return frozenset(town for state in states() for town in state.capitals)


def _is_dateline(match: re.Match[str], end: int) -> bool:
    """A dateline is short and a real sentence follows it; "UN - aid cut" has less behind it."""
    return match.end() - match.start() <= 90 and end - match.end() >= 40


def _is_sentence(words: Sequence[str]) -> bool:
    """Whether a line that opens like a byline is a sentence: "By the mayor's account the bridge stands."."""
    return words[-1].endswith(".") and any(word.islower() and word not in OF_BYLINES for word in words[1:])


def _role(document: Document, line: str, first: bool) -> SentenceRole:
    words = line.split()
    if len(words) <= 16 and BYLINE.match(line) and not _is_sentence(words):
        return "byline"
    title = (document.title or "").strip().rstrip(".")
    if title and line.strip().rstrip(".") == title:
        return "headline"
    if line[-1] in TERMINAL and not (first and line[-1] in "'’\"”"):
        return "body"
    if len(words) > HEADLINE_WORDS or len(words) < 2:
        return "body" if len(words) > HEADLINE_WORDS else "headline"
    return "headline" if first or _title_case(words) else "body"


def _title_case(words: list[str]) -> bool:
    """Whether most words that could carry a capital do."""
    long = [word for word in words if word[0].isalpha() and word.lower() not in SMALL_WORDS]
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.6 * len(long)
