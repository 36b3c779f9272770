"""How the parties of a question face each other: what each says in its own words, and which claims clash.

Pure functions of a standing, its claims and the links between them, for command line, board and Python alike.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fogline.packs.folding import fold
from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.links import About, Link, Position, Question, Standing
from fogline.views.citing import Citation, Cited, cite
from fogline.views.clearest import clearest, clearness
from fogline.views.copies import Folded

__all__ = ["Facing", "Stated", "facings", "statements"]

MOVING = frozenset({"control", "number"})  # on which a party's latest word is the one that counts
BESIDE = frozenset({"casualties", "meeting", "detention", "aid", "negotiation"})  # what is told beside who did it
WHO = frozenset({"actor", "existence", "polarity", "control"})
NAMED, MOST_NAMED = 0.75, 3  # what it adds that a claim names a thing of the title, and how many count
RETOLD = 2.0  # what it takes that those who deny a claim tell it
CONTENT = re.compile(r"[^\W\d_]{4,}")
TITLES = frozenset("what happened struck holds said about were there they killed does have been from with safe".split())
STEM = 6  # letters
ASKING = frozenset(word[:STEM] for word in TITLES)
NOT_SO = re.compile(r"\b(?:not|no|never)\b")
READ_TWICE = 3.0  # what it takes that a denial says that something is not so
TOLD = 1.5  # what it adds that a claim speaks to what is asked
CLASH, AGREE = 1.0, 0.5  # what a party that a claim meets adds to how clearly it tells the matter


@dataclass(frozen=True, slots=True)
class Stated:
    """A position in its party's own words: the clearest claim, of those that still stand where the party moved.

    `before` is the clearest of the claims that it has moved on from.
    """

    position: Position
    side: str | None
    citation: Citation
    before: Citation | None = None

    def to_json(self) -> dict[str, Json]:
        """The position as JSON values."""
        held = self.position
        return {
            "party": held.party,
            "side": self.side,
            "first": held.first,
            "last": held.last,
            "origins": held.origins,
            "claims": len(held.claim_ids),
            "citation": self.citation.to_json(),
            "before": self.before.to_json() if self.before else None,
        }


@dataclass(frozen=True, slots=True)
class Facing:
    """Two claims of two positions that clash, and why; `link_ids` are all the pairs it stands for, itself first.

    It stands for the pairs of these two positions in which one of its claims, or a near copy of it, stands too.
    """

    left: Citation
    right: Citation
    parties: tuple[str, str]
    about: str
    reason: str
    link_ids: tuple[str, ...]

    @property
    def why(self) -> str:
        """The reason without the words of the two claims, which stand beside it."""
        return self.reason.rpartition("”: ")[2]

    def to_json(self) -> dict[str, Json]:
        """The pair as JSON values."""
        return {
            "parties": list(self.parties),
            "about": self.about,
            "reason": self.reason,
            "why": self.why,
            "pairs": len(self.link_ids),
            "links": list(self.link_ids),
            "left": self.left.to_json(),
            "right": self.right.to_json(),
        }


def statements(standing: Standing, told: Mapping[str, Cited], links: Iterable[Link]) -> tuple[Stated, ...]:
    """What each party says, sides first, then who meets most contradiction, then who speaks from most origins."""
    found = list(links)
    party = _parties(standing)
    about = standing.question.about
    clashes, gone = _clashes(found, party), _gone(found, party, about)
    moved = [link for link in found if link.relation == "supersedes" and link.right_id in gone]
    newer = {link.left_id for link in moved if about in MOVING}
    met = _met(found, party)
    retold = _retold(told)
    for id_ in party:
        held = _answers(standing.question, told[id_][0]) if id_ in told else 0.0
        met[id_] = met.get(id_, 0.0) + held - (RETOLD if id_ in retold else 0.0)
    made = [
        _stated(position, [told[id_] for id_ in position.claim_ids if id_ in told], met, gone, newer)
        for position in standing.positions
        if any(id_ in told for id_ in position.claim_ids)
    ]
    return tuple(sorted(made, key=lambda one: _rank(one, clashes)))


def _answers(question: Question, claim: Claim) -> float:
    """How directly a claim speaks to a question: by the things of its title, and by its kind.

    Who did it is no toll, how many is one; who holds a place is told by who holds it, and a denial that something is
    not so has to be read twice.
    """
    asked = _stems(question.title) - ASKING
    named = NAMED * min(MOST_NAMED, len(asked & _stems(claim.text)))
    if claim.stance == "denies" and NOT_SO.search(claim.text):
        named -= READ_TWICE
    if question.about == "number":
        return named + (TOLD if claim.quantities else 0.0)
    if question.about == "control":
        return named + (TOLD if claim.kind == "control" else -TOLD if claim.kind in BESIDE else 0.0)
    who = question.about in WHO and (claim.actors or claim.stance in ("denies", "accuses"))
    named += NAMED if question.about in WHO and claim.stance in ("denies", "accuses") else 0.0
    return named + (TOLD if who else 0.0) - (TOLD if claim.kind in BESIDE else 0.0)


@lru_cache(maxsize=65536)
def _stems(text: str) -> frozenset[str]:
    """The longer words of a text by their first letters, so that plural and genitive are one with the plain form."""
    return frozenset(word[:STEM] for word in CONTENT.findall(fold(text)))


def _retold(told: Mapping[str, Cited]) -> set[str]:
    """The claims that stand in the words of those who deny them: what Ostria says as Nordia refutes it."""
    spans = {(claim.document_id, claim.start, claim.end) for claim, _ in told.values() if claim.stance == "denies"}
    return {
        id_
        for id_, (claim, _) in told.items()
        if claim.stance != "denies" and (claim.document_id, claim.start, claim.end) in spans
    }


def _rank(one: Stated, clashes: Mapping[str, int]) -> tuple[bool, bool, int, int, str]:
    held = one.position
    return not clashes.get(held.party), one.side is None, -clashes.get(held.party, 0), -held.origins, held.party


def _stated(
    position: Position, said: Sequence[Cited], met: Mapping[str, float], gone: set[str], newer: set[str]
) -> Stated:
    standing = [cited for cited in said if cited[0].id not in gone] or said
    past = [cited for cited in said if cited[0].id in gone] if len(standing) < len(said) else []
    side = next((claim.speaker.side for claim, _ in said if claim.speaker and claim.speaker.side), None)
    before = cite(*clearest(past, met)) if past else None
    later = [cited for cited in standing if cited[0].id in newer] if past else []
    return Stated(position, side, cite(*clearest(later or standing, met)), before)


def _parties(standing: Standing) -> dict[str, str]:
    return {claim_id: position.party for position in standing.positions for claim_id in position.claim_ids}


def _met(links: Iterable[Link], party: Mapping[str, str]) -> dict[str, float]:
    """For each claim what the other parties that it meets weigh: those that it clashes with more."""
    weighs: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for link in links:
        weight = {"clashes": CLASH, "agrees": AGREE}.get(link.relation)
        left, right = party.get(link.left_id), party.get(link.right_id)
        if weight and left and right and left != right:
            for claim_id, other in ((link.left_id, right), (link.right_id, left)):
                weighs[claim_id][other] = max(weight, weighs[claim_id].get(other, 0.0))
    return {claim_id: sum(others.values()) for claim_id, others in weighs.items()}


def _clashes(links: Iterable[Link], party: Mapping[str, str]) -> Counter[str]:
    """In how many clashing pairs each party stands."""
    clashing = (link for link in links if link.relation == "clashes")
    return Counter(party[id_] for link in clashing for id_ in (link.left_id, link.right_id) if id_ in party)


def _gone(links: Iterable[Link], party: Mapping[str, str], about: About) -> set[str]:
    """The claims that a later one of the same party stands in place of; a new toll takes back no word on who did it."""
    return {
        link.right_id
        for link in links
        if link.relation == "supersedes"
        and (about == "number" or link.about != "number")
        and party.get(link.left_id, "") == party.get(link.right_id)
    }


def facings(standing: Standing, told: Mapping[str, Cited], links: Iterable[Link]) -> tuple[Facing, ...]:
    """The clashes by pair of positions, sides that face sides first; a claim or its copy stands once in each pair."""
    party = _parties(standing)
    clashing = [link for link in links if link.relation == "clashes" and link.left_id in told and link.right_id in told]
    between: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in clashing:
        if link.left_id in party and link.right_id in party:
            first, second = sorted((party[link.left_id], party[link.right_id]))
            if first != second:
                between[first, second].append(link)
    folded = Folded(told[id_][0] for id_ in dict.fromkeys(id_ for link in clashing for id_ in _ends(link)))
    made = [one for pair, found in between.items() for one in _facing(pair, found, party, told, folded)]
    spoken = {position.party: position.origins for position in standing.positions}
    return tuple(sorted(made, key=lambda one: _importance(one, spoken)))


def _ends(link: Link) -> tuple[str, str]:
    return link.left_id, link.right_id


def _facing(
    pair: tuple[str, str], links: Sequence[Link], party: Mapping[str, str], told: Mapping[str, Cited], folded: Folded
) -> list[Facing]:
    """The clearest pair, with all that share a claim or its copy; then the clearest of the rest."""
    left = sorted(links, key=lambda link: (-sum(clearness(told[id_][0]) for id_ in _ends(link)), link.id))
    made: list[Facing] = []
    while left:
        best = left[0]
        ends = {folded.of(id_) for id_ in _ends(best)}
        held = [link for link in left if ends & {folded.of(id_) for id_ in _ends(link)}]
        one, other = _ends(best) if party[best.left_id] == pair[0] else _ends(best)[::-1]
        cited = cite(*told[one]), cite(*told[other])
        made.append(Facing(*cited, pair, best.about, best.reason, tuple(link.id for link in held)))
        gone = {link.id for link in held}
        left = [link for link in left if link.id not in gone]
    return made


def _importance(one: Facing, spoken: Mapping[str, int]) -> tuple[int, int, tuple[str, str], int, str]:
    """Side against side first, then a side against others; of each those who speak most often, then most pairs."""
    sides = {one.left.side, one.right.side} - {None}
    often = sum(spoken.get(party, 0) for party in one.parties)
    return -len(sides), -often, one.parties, -len(one.link_ids), one.link_ids[0]
