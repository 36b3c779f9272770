"""What a rule makes of two claims."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from fogline.data.gazetteer import fold
from fogline.links.anchors import LONG_REPORT
from fogline.links.comparing.sides import officer_of
from fogline.links.frames import FRAMES, Frame
from fogline.links.lexicon import lexicon
from fogline.links.posts import is_body_of
from fogline.links.wording import IDEA, wording
from fogline.records.links import About, Relation

__all__ = ["Verdict", "answers_charge", "both_speak", "changed", "later_of", "moved_on", "official", "same_party"]

LONG, NEW_FACTS = 14, 2  # after so many days, so many ideas of what is the case make it no retelling
NEW_TERMS = 4  # ideas, names and words that the earlier claim lacks: then the later one is no retelling


OFFICIAL = frozenset(
    """
    the of federal national forces force defence defense air border guard general units unit group infantry armoured
    """.split()
)
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation and what it is about; `later` is the claim that supersedes, `note` says in words what was compared."""

    relation: Relation
    about: About
    score: float
    fields: tuple[str, ...]
    note: str
    later: Frame | None = None


def both_speak(left: Frame, right: Frame) -> bool:
    """Whether somebody is named for both claims, so that no report tells in its own voice."""
    return left.claim.speaker is not None and right.claim.speaker is not None


@lru_cache(maxsize=FRAMES)
def same_party(left: Frame, right: Frame) -> bool:
    """Whether one side makes both claims."""
    shared = left.party & right.party
    if shared:
        return not (_two_states(left, right) and official(shared))  # each state has a ministry of defence
    if officer_of(left, right) or _introduced(left, right) or _introduced(right, left):
        return True
    long = min(left.setting.told, right.setting.told) >= LONG_REPORT
    return long and not _two_states(left, right) and any(_one_name(a, b) for a in left.party for b in right.party)


def _introduced(person: Frame, other: Frame) -> bool:
    """Whether the report of one claim tells that the person who makes the other speaks for who makes it."""
    speaker = person.claim.speaker
    if speaker is None or speaker.kind != "person" or person.setting is other.setting:
        return False
    keys = other.setting.known.get(fold(speaker.name), frozenset())
    return bool((keys - person.party - lexicon().state_names) & other.party)


def answers_charge(left: Frame, right: Frame) -> bool:
    """Whether one is a charge and the other the word of the charged, who tells the same thing otherwise."""
    if left.claim.stance == right.claim.stance or same_party(left, right):
        return False
    pairs = (left, right), (right, left)
    return any(a.claim.stance == "accuses" and a.doers & b.party for a, b in pairs)


def official(keys: frozenset[str]) -> bool:
    """Whether all names of a party are those of offices and forces of a state: "the army", "the Third Division"."""
    initials = {"".join(word[0] for word in key.split()) for key in keys if " " in key}
    named = keys - initials - lexicon().state_names
    return all(_of_office(word) for key in named for word in key.split())


def _of_office(word: str) -> bool:
    known = lexicon()
    plain = known.institutions | known.combatant | known.generic | known.states.keys() | OFFICIAL
    return word in plain or ORDINAL.fullmatch(word) is not None or wording(word).has("formation")


def _two_states(left: Frame, right: Frame) -> bool:
    states = left.party & lexicon().state_names, right.party & lexicon().state_names
    return all(states) and not states[0] & states[1]


@lru_cache(maxsize=65536)
def _one_name(one: str, other: str) -> bool:
    """Whether one name is a short form of the other: "the ombudsman's office", "the front"."""
    short, long = sorted((one.removeprefix("the "), other.removeprefix("the ")), key=len)
    return (" " in short and (short == long or long.endswith(" " + short))) or is_body_of(short, long)


def later_of(left: Frame, right: Frame) -> Frame | None:
    """The one that was said on a later day; None where the days are equal or unknown."""
    if left.said is None or right.said is None or left.said == right.said:
        return None
    return left if left.said > right.said else right


def changed(texts: tuple[str, str], what: Iterable[str], left: Frame, later: Frame | None) -> str:
    """How a party's number changed, as a reason says it: the earlier figure, then the later one."""
    old, new = texts[::-1] if later is left else texts
    return f"the same party gives another number later: {old}, then {new} ({', '.join(sorted(what))})"


def moved_on(left: Frame, right: Frame, *, by_words: bool = True) -> Frame | None:
    """The later of two claims of one party where it tells of something that came after, or much that is new.

    Without `by_words` it is not enough that the later one says more: a paper that counts the victims of a strike
    a day later takes nothing of the strike back.
    """
    later = later_of(left, right)
    if later is None:
        return None
    earlier = left if later is right else right
    if later.happened is not None and earlier.said is not None and later.happened.first > earlier.said:
        return later
    new = later.words.terms - earlier.words.terms - earlier.context.terms
    facts = [term for term in new if term.removeprefix(IDEA) in lexicon().core]
    anew = len(facts) >= NEW_FACTS and _apart(left, right) >= LONG
    return later if later.real != earlier.real or anew or (by_words and len(new) >= NEW_TERMS) else None


def _apart(left: Frame, right: Frame) -> int:
    """The days between two sayings; 0 where one is unknown."""
    return 0 if left.said is None or right.said is None else abs(left.said - right.said)
