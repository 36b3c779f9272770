"""From where a report is written, and whether a speaker's own words tell his side."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fogline.data.gazetteer import fold
from fogline.links.lexicon import lexicon
from fogline.records.claims import Speaker
from fogline.records.documents import Document

__all__ = ["doubtful", "home_of", "state_of"]

DATELINE = re.compile(
    r"^([A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){0,2})(?:, [^—–-]{1,40})?\s+(?:\([^)]*\)\s+)?[—–-]\s", re.MULTILINE
)

# Forces and offices that a state has, by their plain names: those of the state that the report is from or speaks of.
OFFICE = re.compile(
    r"(?:the )?(?:(?:state|national|regional) )?(?:army|navy|air force|coast guard|border (?:service|guards?|troops)|"
    r"general staff|(?:naval|northern|southern|eastern|western|central) command|national guard|"
    r"(?:defen[cs]e|interior) department|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|\d+\w\w) "
    r"(?:infantry |armoured |motorised )?(?:brigade|division))(?: command)?"
)


def home_of(document: Document) -> str | None:
    """The state of whose capital a report's dateline or publisher tells; None where neither names one."""
    line = DATELINE.search(document.text)
    publisher = re.sub(r"\b\w+ ocean\b", "", fold(document.publisher or ""))  # the Indian Ocean is no state
    named = [*([fold(line[1]), *fold(line[1]).split()] if line else ()), *publisher.split()]
    return next((lexicon().states[word] for word in named if word in lexicon().states), None)


def doubtful(speaker: Speaker, home: str | None) -> bool:
    """Whether a side is a state that no word for the speaker names, and another one than where it is written."""
    side = fold(speaker.side or "")
    if home is None or side == home or side not in lexicon().state_names:
        return False
    words = fold(f"{speaker.name} {speaker.span.text if speaker.span else ''}")
    told = {lexicon().states.get(word.removesuffix("'s").removesuffix("’s")) for word in words.split()}
    return side not in told and side not in words


def state_of(keys: Iterable[str], state: str | None) -> frozenset[str]:
    """The `state` of one who speaks for a force that is called by no name of its own; empty for all others."""
    named = frozenset(keys)
    plain = state is not None and not named & lexicon().state_names and any(map(OFFICE.fullmatch, named))
    return frozenset({state} if plain and state else ())
