"""Who did it by the words of one claim: the sides that act in it, and those whose forces, arms or deeds it names."""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.links.lexicon import lexicon
from fogline.packs.folding import fold
from fogline.records.claims import Claim

__all__ = ["doers_of", "state_named"]

TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*(?:['’]s?\b)?|[.;:]")
# What acts for a state that is named before it: "Northland shelling", "Northland's forces", "the Northland invaders".
ACTING = frozenset(
    "forces troops army armies military soldiers fleet navy artillery aviation missile missiles rocket rockets drone"
    " drones shell shells shelling shellings strike strikes airstrike airstrikes air attack attacks bombing bombings"
    " bombardment assault raid raids fire aggression aggressors invasion invaders occupiers occupants occupation"
    " militants mercenaries terrorists side responsibility".split()
)
REACH = 3  # words from the name of a state to what is its own
# Behind these a side is what is hit or held, no doer.
UNDERGONE = frozenset("prisoners captives civilians people children cruiser warship ship city town territory".split())
BY_NAME = re.compile(r"\b(?:\w+ed|hit|struck|shot|blown up|fire|strike|attack) by (?:the )?([A-Z][\w’']+)")
# An acronym that strikes is a party, whether or not anything tells whose: "the AFU allegedly struck".
STRIKING = re.compile(
    r"\b([A-Z]\w+) (?:\w+ly )?(?:struck|strikes?|shell(?:ed|s)?|hit|hits|fire[sd]?|attack(?:ed|s)?|bomb(?:ed|s)?"
    r"|kill(?:ed|s)?|launch(?:ed|es)?|shot|shoots?|destroy(?:ed|s)?|target(?:ed|s)?)\b"
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december".split()
)


def doers_of(claim: Claim) -> frozenset[str]:
    """The folded names of the sides that a claim makes out to have acted; empty where it tells none."""
    if not claim.actors and not claim.targets:
        return _named(claim.text)
    acting = {fold(party.actor.side) for party in claim.actors if party.actor.side}
    undergoing = {fold(party.actor.side) for party in claim.targets if party.actor.side}
    return frozenset((acting | _named(claim.text)) - (undergoing - acting))


@lru_cache(maxsize=65536)
def _named(text: str) -> frozenset[str]:
    known = lexicon().states
    tokens = [token.removesuffix("'s").rstrip("'") for token in TOKEN.findall(fold(text))]
    acted = not ACTING.isdisjoint(tokens)  # most texts name no deed, and there is no need to look who does it
    named = [at for at, token in enumerate(tokens) if token in known] if acted else []
    found = {known[tokens[at]] for at in named if _acts(tokens[at + 1 : at + 1 + REACH])}
    # A name that is no state's, as parties call each other, is a doer all the same: of whom nothing tells.
    agents = (fold(state_named(name) or name) for name in BY_NAME.findall(text)) if " by " in text else ()
    strikers = (
        fold(state_named(name) or name) for name in STRIKING.findall(text) if state_named(name) or name.isupper()
    )
    return frozenset({*found, *strikers, *(name for name in agents if name not in DAYS)})


def _acts(behind: list[str]) -> bool:
    """Whether one of the next words acts for whoever is named before, with nothing between that undergoes it."""
    for token in behind:
        if token in UNDERGONE or token in ".;:" or token in lexicon().states:
            return False
        if token in ACTING:
            return True
    return False


@lru_cache(maxsize=4096)
def state_named(word: str) -> str | None:
    """The state that a name, adjective, people or capital stands for; None where it is none of these."""
    state = lexicon().states.get(fold(word).removesuffix("'s").removesuffix("’s"))
    return state.title() if state else None
