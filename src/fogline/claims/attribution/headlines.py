"""Attribution in headlines: "Kyiv: ...", "... - General Staff", without what the site adds to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.claims.attribution.cues import Cues
from fogline.claims.statement import Statement
from fogline.packs.folding import fold
from fogline.packs.roles import roles
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = [
    "FURNITURE",
    "GENRES",
    "by_headline",
    "is_announced",
    "is_headline_mark",
    "is_repeated",
    "is_signature",
    "is_site",
    "is_source",
    "is_topic",
    "signs_quotation",
    "stamp_of",
    "without_furniture",
]

NAME = r"[A-Z][\w'’.\-]*(?: [\w'’.\-]+){0,8}"
COLON = re.compile(rf"(?P<name>{NAME}): +(?P<said>\S.{{12,}})$")
# "General Staff about the war: ..."
MATTER = re.compile(
    r"(?P<name>[A-Z][\w'’.\-]*(?: [\w'’.\-]+){0,5}?) (?:about|on|at|to) [^:]{2,60}: +(?P<said>\S.{12,})$"
)
TAIL = re.compile(
    r"(?P<said>\S.{12,}?)(?P<mark>,?\s+[-–—]\s*|,\s+says\s+)"
    r"(?P<name>(?:(?:the|a) )?[\w'’.\-]+(?: (?![-–—] )[\w'’.\-“”\"]+){0,5})$"
)
END = re.compile(r"(?P<said>\S.{12,}?)(?P<mark>:\s+)(?P<name>(?:the )?[\w'’.\-]+(?: [\w'’.\-]+){0,3})$")
# "... (30.10.22 18:42) « War in Example | Example.Net": when and where the site shows it
FURNITURE = re.compile(r"\s*(?:\(\d{1,2}\.\d{1,2}\.\d{2,4}(?: \d{1,2}:\d{2})?\))?\s*(?:\s[«|]\s[^«»]*)?\.?$")
SITE = re.compile(r"\d:\d{2}\)|\s[«|]\s")  # what no sentence of prose ends with
SITE_MARKS = "«|)"  # one of them stands in it
MORE = re.compile(r"\s+View (?:(?:photo|video) )?(?:news|article)\.?$")  # where the site shows the rest
STAMP = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4} \d{1,2}:\d{2} [-–—] ")
OPENING, CLOSING = "\"“«‘'", "\"”»’'"
MARKS = frozenset(":-–—")
GENRES = frozenset(
    """factbox analysis explainer explained opinion exclusive guests live watch timeline video photos breaking
    twitter telegram facebook instagram youtube tiktok""".split()
)
SHORT = 2  # words of a signature in lower case
# "Occupied Tarn: ...": what has become of a place is not who speaks.
STATES = frozenset("occupied liberated besieged captured annexed seized recaptured shelled destroyed".split())
VESSELS = frozenset(
    "cruiser frigate corvette destroyer submarine warship battleship flagship minesweeper tanker ferry ship".split()
)  # "Cruiser Aurora: ..." names what it is about
FACILITIES = frozenset(
    """npp plant airport bridge port dam station steelworks theatre theater front direction region oblast district
    village reservoir cathedral""".split()
)
SCORE = 0.5
SURE = 0.55  # an office before the colon and a verb behind it
INSIDE = frozenset("of for to the and de la al".split())  # words in lower case inside a name
# "Rockets in the east: ..." names a topic.
BESIDE = frozenset("in at on about by near from over amid with between against after".split())


# 'Interview: "Nobody holds the road" - Colonel Roe on the siege'
SPOKEN = re.compile(
    r"(?:[A-Z][\w ]{2,30}: +)?(?P<said>[\"“«][^\"“”«»]{8,}[\"”»]),?(?P<mark>\s+[-–—]\s+)"
    r"(?P<name>[A-Z][\w'’.\-]*(?: [A-Z][\w'’.\-]*){0,4})(?: (?:on|about|after|amid) [^\"“”]*)?$"
)


def by_headline(text: str, sentence: Sentence, cues: Cues) -> Iterator[Statement]:
    """Statements of headlines, and of dated lines that repeat them."""
    stamp = STAMP.match(sentence.text)
    # A headline may end with a full stop, and be of two sentences.
    signed = sentence.index == 0 or _printed_behind(sentence.text) is not None
    if sentence.role != "headline" and not stamp and not signed:
        yield from _at_head(text, sentence, cues)
        return
    words = sentence.text[: FURNITURE.search(sentence.text).start()]  # type: ignore[union-attr]  # it matches nothing, too
    low = stamp.end() if stamp else 0
    bare = not stamp and sentence.role != "headline"
    for pattern in (SPOKEN, END, TAIL, MATTER, COLON):
        match = pattern.match(words, low)
        if pattern is MATTER and (match is None or not _may_speak(text, sentence, match, cues)):
            continue
        if pattern is END and (match is None or not _is_short_source(match["name"], cues) or ":" in match["said"]):
            continue
        if match is None or (is_topic(match["name"], cues) and not signs_quotation(match["name"], match["said"])):
            continue
        source = is_source(match["name"], cues) or pattern is MATTER
        if pattern in (MATTER, COLON) and source and _tells(sentence, match):
            yield replace(_statement(text, sentence, match), score=SURE)
            return
        if pattern not in (MATTER, COLON) or (not bare and (source or not is_repeated(match["name"], words))):
            yield _statement(text, sentence, match)
            return


def _says_again(label: str, said: str) -> bool:
    """Whether a label only names what the headline says: "Report on the raid on Tarn: mission shows report on raid"."""
    named = {word.lower() for word in re.findall(r"\w+", label) if len(word) > 3}
    return len(named & {word.lower() for word in re.findall(r"\w+", said)}) > 2


def _at_head(text: str, sentence: Sentence, cues: Cues) -> Iterator[Statement]:
    """A line that opens with an office and a colon, as posts and digests have it: "Governor Roe: two drones fell"."""
    line = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start]
    match = None if any(char.isalnum() for char in line) else COLON.match(sentence.text)
    tail = TAIL.match(sentence.text.rstrip(".")) if not match and sentence.role == "bullet" else None
    if tail and tail["mark"].strip() in MARKS and is_source(tail["name"], cues) and _tells(sentence, tail):
        yield replace(_statement(text, sentence, tail), score=SCORE)  # a line of a digest: "... - intelligence"
    if match is None or is_repeated(match["name"], sentence.text) or not _tells(sentence, match):
        return
    known = is_source(match["name"], cues) or _holds_office(match["name"])
    if known and not is_topic(match["name"], cues):
        yield replace(_statement(text, sentence, match), score=SURE)


def _holds_office(name: str) -> bool:
    """Whether somebody is named behind an office: "Example region governor Lee"."""
    words = name.split()
    found = [(at, roles().of(tuple(map(fold, words[:at])))) for at in range(1, len(words))]
    offices = [at for at, role in found if role is not None and role.kind == "person"]
    return any(all(word[:1].isupper() for word in words[at:]) for at in offices)


def signs_quotation(name: str, said: str) -> bool:
    """Whether somebody signs words in quotation marks: '"They burned our homes" - villagers in Tarn'."""
    words = [fold(word) for word in name.split()]
    at = next((i for i, word in enumerate(words) if word in ("in", "of", "from", "at", "near") and i), len(words))
    role = roles().of(tuple(word for word in words[:at] if word not in ("a", "an", "the")))
    marked = said[0] in OPENING and said.rstrip(",.")[-1] in CLOSING
    return marked and role is not None and role.kind in ("person", "people")


def _may_speak(text: str, sentence: Sentence, match: re.Match[str], cues: Cues) -> bool:
    """Whether an office stands before what it speaks of, or a name that stands in full below: "Lee on the raid"."""
    name = match["name"]
    if _says_again(match.string[match.start("name") : match.start("said")], match["said"]):
        return False
    if is_source(name, cues):
        return True
    noun = name.lower()
    if " " in name or noun in cues.comment or noun in cues.incidents or noun in cues.nouns:
        return False
    return re.search(rf"[A-Z][\w'’.\-]+ {re.escape(name)}\b", text[sentence.end :]) is not None


def _tells(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a verb stands behind the colon: "Armed Forces: Operational information as of noon" is a title."""
    words = sentence.tokens_in(sentence.start + match.start("said"), sentence.start + match.end("said"))
    return any(word.pos in ("VERB", "AUX") for word in words)


def _statement(text: str, sentence: Sentence, match: re.Match[str]) -> Statement:
    at = sentence.start
    name = Span.of(text, at + match.start("name"), at + match.end("name"))
    said = Span.of(text, at + match.start("said"), at + match.end("said"))
    mark = text[min(name.end, said.end) : max(name.start, said.start)]
    mark = mark[max(mark.find(":"), 0) :] if name.end < said.start else mark  # "Staff about the war: ..."
    start = max(name.start, said.start) - len(mark.lstrip(" ,"))
    cue = Span.of(text, start, start + len(mark.strip(" ,")))
    return Statement(sentence.index, (name,), cue, (said,), "asserts", score=SCORE)


def is_headline_mark(cue: Span | None) -> bool:
    """Whether a cue is the colon or dash of a headline."""
    return cue is not None and cue.text.strip(" ,") in MARKS


def is_signature(statement: Statement) -> bool:
    """Whether a headline is signed at its end by who says it."""
    cue = statement.cue
    if cue is None or not statement.speakers or statement.start > statement.speakers[0].start:
        return False
    return is_headline_mark(cue) or (cue.text.lower() == "says" and statement.score == SCORE)


def is_announced(statement: Statement) -> bool:
    """Whether an office speaks before the colon of a headline."""
    return is_headline_mark(statement.cue) and statement.score == SURE


def is_topic(name: str, cues: Cues) -> bool:
    """Whether the words beside the mark say what it is about and not who says it: "Shelling of the port: ..."."""
    words = [word.strip('“”"') or "-" for word in name.split()]
    if _holds_office(name) and not words[-1].lower().endswith(("'s", "’s")):
        return False
    if (words[0].lower() in STATES | VESSELS and len(words) > 1) or words[-1].lower() in FACILITIES:
        return True
    before = _before_of(words)
    head = before[-1].lower() if before else ""
    if any(word.lower() in BESIDE for word in words) or not head or head in GENRES or _is_clause(words):
        return True
    if is_source(name, cues) or _is_person(words):
        return False
    of_something = len(before) < len(words)
    return (
        of_something or not before[-1][:1].isupper() or head in cues.comment or head.endswith(("ing", "tion", "sion"))
    )


def _is_person(words: Sequence[str]) -> bool:
    """Whether a word or two say what somebody is: "engineer", "local doctors"."""
    role = roles().of(tuple(fold(word) for word in words)) if len(words) <= SHORT else None
    return role is not None and role.kind in ("person", "people") and words[0].isalpha() and role.belongs != "body"


def _is_short_source(name: str, cues: Cues) -> bool:
    """Whether what stands behind a headline's last colon is an office or letters for one: "...: army", "...: UN"."""
    return is_source(name, cues) or (name.isupper() and name.isalpha())


def is_source(name: str, cues: Cues) -> bool:
    """Whether the words beside the mark are those of an office or body that speaks: "General Staff of Freedonia"."""
    before = _before_of(name.split())
    head = before[-1].lower() if before else ""
    return head in cues.sources or head.removesuffix("s") in cues.sources


def _before_of(words: Sequence[str]) -> Sequence[str]:
    """The words of a name up to its head: "General Staff" of "General Staff of Freedonia"."""
    return words[: next((i for i, word in enumerate(words) if word.lower() in ("of", "for")), len(words))]


def _is_clause(words: Sequence[str]) -> bool:
    """Whether a word in lower case stands between two names, as a verb does: "Invaders shell Aldern"."""
    inner = [word for word in words[1:-1] if word.islower() and word not in INSIDE]
    return bool(inner) and words[-1][:1].isupper()


def is_repeated(name: str, words: str) -> bool:
    """Whether a headline speaks of the name before its colon: "Ann Roe: what Ann saw in the valley"."""
    behind = re.findall(r"\w+", words.partition(": ")[2])
    return any(word[:1].isupper() and len(word) > 2 and word in behind for word in name.split())


def is_site(sentence: Sentence, span: Span) -> bool:
    """Whether words stand in what a site prints behind its headline: its own name there says nothing."""
    found = _printed_behind(sentence.text)
    return found is not None and span.start >= sentence.start + found.start()


def _printed_behind(words: str) -> re.Match[str] | None:
    """What a site prints behind its headlines, at the end of these words; None where nothing of the kind stands."""
    if not any(mark in words for mark in SITE_MARKS):  # the pattern is tried from every blank
        return None
    found = FURNITURE.search(words)
    return found if found and SITE.search(found[0]) else None


def stamp_of(text: str) -> int:
    """How many characters of a line are the stamp that a site prints before a headline: "02.06.22 11:25 - "."""
    found = STAMP.match(text)
    return found.end() if found else 0


def without_furniture(text: str, sentence: Sentence, span: Span) -> Span:
    """A piece of a headline without the stamp before it and the site's name behind it."""
    stamp = STAMP.match(span.text)
    start = span.start + (stamp.end() if stamp else 0)
    words = text[start : span.end]
    more = MORE.search(words) if "View" in words else None
    if more is not None and more.start() > 0:
        words = words[: more.start()]
        span = Span.of(text, start, start + len(words))
    found = FURNITURE.search(words) if sentence.role == "headline" else _printed_behind(words)
    end = start + found.start() if found and found[0].strip(" .") else span.end
    return Span.of(text, start, end) if text[start:end].strip() else span
