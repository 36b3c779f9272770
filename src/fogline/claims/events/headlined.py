"""What headlines tell without a finite verb: "Nine dead in market blast", "Tarn in our hands", "Siege of Tarn over"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from fogline.claims.events.describing import outlined
from fogline.claims.events.event import OwnEvent
from fogline.packs.folding import fold
from fogline.packs.roles import roles
from fogline.records.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fogline.records.claims import Kind, Status
    from fogline.records.mentions import ActorMention
    from fogline.records.sentences import Sentence, Token

__all__ = ["headlined"]

# Marks that part the statements of a headline; a colon has a label or a speaker before it, which others read.
PARTS = re.compile(r"[^;–—]+?(?=;|\s[-–—]\s|,\s|$)")
NUMBER = (
    r"(?:(?:at least|some|about|around|nearly|up to|more than|over|dozens|hundreds|scores|\d[\d,.]*|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|a dozen)\s)+"
)
WHO = r"(?:[a-z'’-]+\s){0,3}"
HANDS = (
    r"(?:(?:back |now |firmly )?in(?:to)? (?:our|their|the|[a-z]+['’]s?) (?:[a-z]+['’]? )?hands|(?:is |are )?ours"
    r"|under (?:our|their|[a-z]+['’]?s?) control)"
)
SINCE = r"(?: again| at last| after .+)?"
FREE = re.compile(rf"(?P<where>.+?) (?:is |now )?(?:free|freed|liberated)(?:{SINCE}|,? and \w+)")
LANDS = frozenset("town city village island islands port fort base valley district province region airport".split())
AT = frozenset("in at near into outside entered reached".split())
TOLD: tuple[tuple[re.Pattern[str], Kind, Status], ...] = (
    (re.compile(NUMBER + WHO + r"(?:dead|killed|wounded|injured|missing|drowned|hurt)\b.*"), "casualties", "completed"),
    (re.compile(NUMBER + WHO + r"(?:captured|seized|detained|abducted|freed|released)\b.*"), "detention", "completed"),
    (re.compile(rf".+ {HANDS}{SINCE}"), "control", "actual"),
    (
        re.compile(r"(?:the )?(?:siege|blockade|encirclement) of .+ (?:is )?(?:over|lifted|broken|ended)(?: .+)?"),
        "movement",
        "completed",
    ),
    (
        re.compile(
            r"(?:the )?(?:truce|ceasefire|cease-fire)(?: \w+){0,4} (?:over|dead|broken|ended|off|in force)(?: .+)?"
        ),
        "negotiation",
        "completed",
    ),
)
OUT = re.compile(r"(?P<who>.+?) (?:is |are )?(?P<how>out of|back in|inside|in full control of) (?P<where>[A-Z].*)")
WORDS = 3  # two are a topic


def headlined(
    sentence: Sentence, mentions: Sequence[ActorMention], sentences: Sequence[Sentence], *, at_war: bool
) -> Iterator[OwnEvent]:
    """The events that a headline of a war tells in words without a finite verb, a part each."""
    if not at_war or sentence.role != "headline" or sentence.text.rstrip().endswith("?"):
        return
    for match in PARTS.finditer(sentence.text):
        part = match.group().strip(" ,-")
        if not part or ":" in part:
            continue
        start = sentence.start + match.start() + match.group().index(part)
        read = _read(part, sentence.tokens_in(start, start + len(part)), sentences)
        if read is None:
            continue
        span = Span(start, start + len(part), part)
        event = outlined(sentence, (span,), mentions, at_war=at_war)
        yield OwnEvent(span, sentence.index, replace(event, kind=read[0], status=read[1]))


def _read(part: str, words: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Kind, Status] | None:
    """Kind and status of a part; None where it tells nothing of a war."""
    if len(words) < WORDS or any(word.lower in ("no", "not", "if", "may", "could", "nearly") for word in words[:1]):
        return None
    for pattern, kind, status in TOLD:
        if pattern.fullmatch(part.lower()):
            return kind, status
    free = FREE.fullmatch(part)
    if free is not None:
        return ("control", "actual") if _is_ground(free["where"], sentences) else None
    out = OUT.fullmatch(part)
    if out is None or not _is_armed(out["who"]):
        return None
    return ("control", "actual") if out["how"].startswith("in ") else ("movement", "completed")


def _is_armed(name: str) -> bool:
    """Whether words end in a noun for people under arms: "Army", "Rebel fighters"."""
    words = tuple(fold(word) for word in name.split())
    found = [roles().of(words[at:]) for at in range(len(words))]
    return any(role is not None and role.kind == "armed_force" for role in found)


def _is_ground(name: str, sentences: Sequence[Sentence]) -> bool:
    """Whether words are a place by what they say, or by where the report says "in" or "at" before them."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    if last in LANDS:
        return True
    rows = (sentence.tokens for sentence in sentences)
    return any(
        word.lower == last and ((at and row[at - 1].lower in AT) or (len(last) > 1 and word.text.isupper()))
        for row in rows
        for at, word in enumerate(row)
    )
