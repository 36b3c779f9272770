"""Offices that somebody did not hold at the time: a candidate in office, a minister of years ago."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fogline.flags.holders import Holder
from fogline.flags.noted import sentence_span
from fogline.packs.folding import fold
from fogline.packs.model import Role
from fogline.packs.wordlists import name_variants, state_names
from fogline.records.documents import Document
from fogline.records.mentions import ActorMention, TimeMention
from fogline.records.naming import Named
from fogline.records.readings import ReportFlag
from fogline.records.sentences import Sentence

__all__ = ["odd_offices", "told_offices"]

Days = tuple[str, str]
"""The first and last day of a span of days, ISO."""

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
WORD = re.compile(r"[^\W\d_]+")
SMALL = frozenset("the of for a an and s to in at his her its their our mr mrs ms dr gen general’s".split())
NEUTRAL = frozenset(
    "federation republic armed forces country nation incumbent current serving un united nations".split()
)
FORMER = frozenset("former ex outgoing onetime erstwhile ousted deposed dismissed sacked predecessor".split())
COMING = frozenset("elect designate incoming candidate nominee hopeful contender".split())
SAME = {"defense": "defence", "presidential": "president", "affairs": "", "fm": "foreign", "ministerial": "minister"}
SAID_THEN = frozenset({"then", "late"})  # words that say themselves that the title is of another day
NEAR = 2  # sentences back from which a date still speaks for what is told
BETWEEN = re.compile(r"\s*,?\s*(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class _Title:
    """A title as told: its words without names of states, which states it names, whether it is over or to come."""

    words: frozenset[str]
    states: frozenset[str]
    former: bool
    coming: bool


def odd_offices(
    document: Document, sentences: Sequence[Sentence], named: Named, offices: Mapping[str, Holder]
) -> Iterator[ReportFlag]:
    """A flag for each title beside a name that is dated otherwise; none where the report has no day.

    `offices` gives people with dated offices by folded name.
    """
    if document.published_at is None or not ISO_DAY.match(document.published_at):
        return
    read = ((document.published_from or document.published_at)[:10], document.published_at[:10])
    for mention, sentence, text in _titled(document, sentences, named, offices):
        days = (read, *_told_days(named.times, mention.sentence, read))
        why = _odd(offices[fold(mention.actor.name)], _title(text), days, offices)
        if why is not None:
            span = mention.span
            yield ReportFlag("office", f"{text}: {why}", span.start, span.end, (sentence_span(sentence),))


def told_offices(
    document: Document, sentences: Sequence[Sentence], named: Named, offices: Mapping[str, Holder]
) -> Iterator[tuple[int, str, Role]]:
    """Titles given to people as held, with the number of the sentence and each office of theirs that is meant."""
    for mention, _, text in _titled(document, sentences, named, offices):
        title = _title(text)
        if title.words and not (title.former or title.coming or SAID_THEN & title.words):
            for role in offices[fold(mention.actor.name)].roles:
                if _fits(role, title):
                    yield mention.sentence, mention.span.text, role


def _titled(
    document: Document, sentences: Sequence[Sentence], named: Named, offices: Mapping[str, Holder]
) -> Iterator[tuple[ActorMention, Sentence, str]]:
    """Titles that stand at a name: before it, or beside it behind a comma."""
    by_index = {sentence.index: sentence for sentence in sentences}
    known = [m for m in named.actors if fold(m.actor.name) in offices and m.sentence in by_index]
    naming = [m for m in known if _name_at(m, offices) is not None]
    for mention in known:
        sentence, at = by_index[mention.sentence], _name_at(mention, offices)
        if at is not None:
            before = document.text[sentence.start : mention.span.start].split()[-1:]
            title = mention.span.text[:at].strip()
            if title:
                yield mention, sentence, " ".join([*(w for w in before if fold(w) in FORMER | SAID_THEN), title])
            continue
        end = _phrase_end(sentence, mention)
        if any(_beside(document.text, mention, end, other) for other in naming):
            yield mention, sentence, " ".join(document.text[mention.span.start : end].split())


def _name_at(mention: ActorMention, offices: Mapping[str, Holder]) -> int | None:
    """Where in the words of a mention the person's own name begins; None where they do not name him."""
    actor = offices[fold(mention.actor.name)]
    words = mention.span.text
    for name in sorted((actor.name, *actor.aliases, actor.name.split()[-1]), key=len, reverse=True):
        at = words.casefold().rfind(name.casefold())
        if at >= 0:
            return at
    return None


def _phrase_end(sentence: Sentence, mention: ActorMention) -> int:
    """The end of "the head of the president's office", from its first words to the comma behind it."""
    end = mention.span.end
    for token in sentence.tokens:
        if token.start >= mention.span.end:
            if token.pos in ("PUNCT", "VERB", "AUX", "PRON") and token.text not in ("'s", "’s", "-"):
                break
            end = token.end
    return end


def _beside(text: str, mention: ActorMention, end: int, other: ActorMention) -> bool:
    if fold(other.actor.name) != fold(mention.actor.name) or other.span == mention.span:
        return False
    if other.span.start >= end:
        return BETWEEN.fullmatch(text[end : other.span.start]) is not None
    return BETWEEN.fullmatch(text[other.span.end : mention.span.start]) is not None


def _told_days(times: Sequence[TimeMention], sentence: int, read: Days) -> Iterator[Days]:
    """Days before the report of which the sentence, or one shortly before it, speaks."""
    for mention in times:
        time = mention.time
        if not sentence - NEAR <= mention.sentence <= sentence or time.is_duration or time.is_set:
            continue
        first, last = (time.earliest or time.latest or "")[:10], (time.latest or time.earliest or "")[:10]
        if first and first < read[0]:
            yield first, min(last, read[1])


@lru_cache(maxsize=4096)
def _title(text: str) -> _Title:
    found = [
        SAME.get(word, word) for word in WORD.findall(fold(text.replace("U.S.", "American").replace("U.N.", "UN")))
    ]
    variants, states = name_variants(), {fold(name) for name in state_names()}
    named = {variants.get(word, word) for word in found}
    marks = FORMER | COMING | SMALL | NEUTRAL | {""}
    words = frozenset(word for word in found if word not in marks and variants.get(word, word) not in states)
    return _Title(words, frozenset(named & states), bool(FORMER & set(found)), bool(COMING & set(found)))


def _odd(actor: Holder, title: _Title, days: Sequence[Days], offices: Mapping[str, Holder]) -> str | None:
    """Why a title cannot be; None where it can, or where nothing is known."""
    if not title.words or SAID_THEN & title.words:
        return None
    same = [role for role in actor.roles if _fits(role, title)]
    if not same:
        return None if title.former or title.coming else _another(actor, title, days[0], offices)
    if title.former or title.coming:
        now = [role for role in same if _covers(role, days[0])]
        over = any(role.until is not None and role.until < days[0][0] for role in same)
        if not now or (title.former and over):
            return None
        return _why(actor, now[0], days[0])
    if any(_meets(role, span) for role in same for span in days):
        return None
    return _why(actor, same[-1], days[0])


def _why(actor: Holder, role: Role, read: Days) -> str:
    day = read[1] if read[0] == read[1] else f"{read[0]} to {read[1]}"
    return f"{actor.name} is known as {role.title} {_dates(role)}, and the report is of {day}"


def _another(actor: Holder, title: _Title, read: Days, offices: Mapping[str, Holder]) -> str | None:
    """Whether somebody else held the office all that time, and never this person."""
    for other in offices.values():
        for role in other.roles:
            own = role.of is not None and role.of == actor.side == other.side
            if own and other is not actor and role.since and _fits(role, title) and _covers(role, read):
                return f"{other.name} is known as {role.title} {_dates(role)}, not {actor.name}"
    return None


def _fits(role: Role, title: _Title) -> bool:
    """Whether a title is that office: the same words, and no other state."""
    known = _title(role.title)
    if known.words != title.words:
        return False
    return not title.states or role.of is None or role.of not in state_names() or fold(role.of) in title.states


def _covers(role: Role, span: Days) -> bool:
    return role.held_on(span[0]) and role.held_on(span[1])


def _meets(role: Role, span: Days) -> bool:
    return (role.since is None or role.since <= span[1]) and (role.until is None or span[0] <= role.until)


def _dates(role: Role) -> str:
    parts = [f"from {role.since}" if role.since else "", f"until {role.until}" if role.until else ""]
    return " ".join(part for part in parts if part) or "at an unknown time"
