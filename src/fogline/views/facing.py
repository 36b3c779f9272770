"""How the parties of a question face each other: what each says in its own words, and which claims clash.

Pure functions of a standing, its claims and the links between them, for command line, board and Python alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fogline.links.states import moves
from fogline.records.codec import Json
from fogline.records.links import About, Link, Position, Question, Standing
from fogline.views.answering import answer, asks_who
from fogline.views.citing import Citation, Cited, by_text, cite
from fogline.views.clearest import clearness
from fogline.views.copies import Folded
from fogline.views.dating import said_on

__all__ = ["Facing", "Stated", "facings", "statements"]

MOVING = frozenset({"control", "number"})  # on which a party's latest word is the one that counts
NEVER = "9999"
RETOLD = 2.0  # what it takes that those who deny a claim tell it
PAIRED = 2.0  # what it adds that a claim stands in the first pair that clashes
NEAR, NEAR_MOVING = 1.0, 2.5  # how much less clearly a later claim may tell it and head a position all the same
ACCUSER, FAIRLY = 3.0, 0.5  # what a denial without a doer loses; how often who denies is accused beside who is most
CLASH, AGREE = 1.0, 0.5  # what a party that a claim meets adds to how clearly it tells the matter


@dataclass(frozen=True, slots=True)
class Stated:
    """A position in its party's own words: the claim that answers best, of those that still stand, the latest.

    `before` is that of the claims that it has moved on from, said no later.
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


@dataclass(frozen=True, slots=True)
class _Weights:
    """What decides which claim heads a position: how each answers, what it adds to clearness, which are gone."""

    answers: Mapping[str, float]
    adds: Mapping[str, float]
    gone: frozenset[str]
    near: float

    def of(self, cited: Cited) -> float:
        """How well a claim heads a position."""
        claim = cited[0]
        return clearness(claim, self.adds.get(claim.id, 0.0)) + self.answers[claim.id]

    def head(self, claims: Sequence[Cited]) -> Cited:
        """The latest of the claims that answer about as well as the one that does best."""
        best = max(map(self.of, claims))
        held = [cited for cited in claims if self.of(cited) >= best - self.near]
        return max(held, key=lambda cited: (said_on(*cited).day or "", self.of(cited), by_text(cited)))


def statements(standing: Standing, told: Mapping[str, Cited], links: Iterable[Link]) -> tuple[Stated, ...]:
    """What each party says, sides first, then who meets most contradiction, then who speaks from most origins.

    Who answers what is asked comes before who speaks of something beside it.
    """
    found = list(links)
    weights = _weights(standing, told, found)
    clashes = _clashes(found, _parties(standing))
    made = [
        _stated(position, [told[id_] for id_ in position.claim_ids if id_ in told], weights)
        for position in standing.positions
        if any(id_ in told for id_ in position.claim_ids)
    ]
    return tuple(sorted(made, key=lambda one: _rank(one, clashes, weights)))


def _weights(standing: Standing, told: Mapping[str, Cited], links: Sequence[Link]) -> _Weights:
    party, question = _parties(standing), standing.question
    answers = _answers(question, party, told)
    adds = _met(links, party)
    for id_ in _retold(told):
        adds[id_] = adds.get(id_, 0.0) - RETOLD
    headed: set[str] = set()
    for one in facings(standing, told, links):
        for at, claim_id in zip(one.parties, (one.left.claim_id, one.right.claim_id), strict=True):
            if at not in headed and answers.get(claim_id, 0.0) >= 0.0:
                adds[claim_id] = adds.get(claim_id, 0.0) + PAIRED
                headed.add(at)
    near = NEAR_MOVING if question.about in MOVING else NEAR
    return _Weights(answers, adds, _gone(links, party, question.about), near)


def _answers(question: Question, party: Mapping[str, str], told: Mapping[str, Cited]) -> dict[str, float]:
    """How directly each claim answers; a denial that names no doer only where the one who denies is much accused."""
    answers = {id_: answer(question, told[id_][0]) for id_ in party if id_ in told}
    if not asks_who(question):
        return answers
    accused = Counter(
        side
        for id_ in answers
        for side in {one.actor.side for one in told[id_][0].actors}
        if side and side != party[id_] and told[id_][0].stance in ("asserts", "accuses")
    )
    most = max(accused.values(), default=0)
    for id_ in answers:
        claim = told[id_][0]
        if claim.stance == "denies" and not claim.actors and accused[party[id_]] < FAIRLY * most:
            answers[id_] -= ACCUSER
    return answers


def _retold(told: Mapping[str, Cited]) -> set[str]:
    """The claims that stand in the words of those who deny them: what Ostria says as Nordia refutes it."""
    spans = {(claim.document_id, claim.start, claim.end) for claim, _ in told.values() if claim.stance == "denies"}
    return {
        id_
        for id_, (claim, _) in told.items()
        if claim.stance != "denies" and (claim.document_id, claim.start, claim.end) in spans
    }


def _rank(one: Stated, clashes: Mapping[str, int], weights: _Weights) -> tuple[bool, bool, bool, int, int, str]:
    held = one.position
    beside = weights.answers[one.citation.claim_id] < 0.0
    often = clashes.get(held.party, 0)
    return not often, beside, one.side is None, -often, -held.origins, held.party


def _stated(position: Position, said: Sequence[Cited], weights: _Weights) -> Stated:
    standing = [cited for cited in said if cited[0].id not in weights.gone] or said
    side = next((claim.speaker.side for claim, _ in said if claim.speaker and claim.speaker.side), None)
    head = weights.head(standing)
    past = [cited for cited in said if cited[0].id in weights.gone and cited[0].id != head[0].id]
    past = [cited for cited in past if (said_on(*cited).day or "") <= (said_on(*head).day or NEVER)]
    before = cite(*weights.head(past)) if past and len(standing) < len(said) else None
    return Stated(position, side, cite(*head), before)


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


def _gone(links: Iterable[Link], party: Mapping[str, str], about: About) -> frozenset[str]:
    """The claims that a later one of the same party stands in place of, in what the question asks."""
    inside = [link for link in links if link.left_id in party and link.right_id in party]
    fields = {about, "polarity", "confirmation", *(() if about in MOVING else ("actor",))} - {"existence"}
    return frozenset(link.right_id for link in moves(inside, party) if link.about in fields)


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
    known = _Told(party, told, _answers(standing.question, party, told))
    made = [one for pair, found in between.items() for one in _facing(pair, found, known, folded)]
    spoken = {position.party: position.origins for position in standing.positions}
    return tuple(sorted(made, key=lambda one: _importance(one, spoken)))


def _ends(link: Link) -> tuple[str, str]:
    return link.left_id, link.right_id


@dataclass(frozen=True, slots=True)
class _Told:
    """Claims with their parties, and how directly each answers."""

    party: Mapping[str, str]
    cited: Mapping[str, Cited]
    answers: Mapping[str, float]

    def order(self, link: Link) -> tuple[bool, float, str]:
        """A key that puts the clearest pair first, and pairs of which one does not answer last."""
        answers = [self.answers[id_] for id_ in _ends(link)]
        clear = sum(answers) + sum(clearness(self.cited[id_][0]) for id_ in _ends(link))
        return min(answers) < 0, -clear, link.id


def _facing(pair: tuple[str, str], links: Sequence[Link], told: _Told, folded: Folded) -> list[Facing]:
    """The clearest pair, with all that share a claim or its copy; then the clearest of the rest."""
    left = sorted(links, key=told.order)
    made: list[Facing] = []
    while left:
        best = left[0]
        ends = {folded.of(id_) for id_ in _ends(best)}
        held = [link for link in left if ends & {folded.of(id_) for id_ in _ends(link)}]
        one, other = _ends(best) if told.party[best.left_id] == pair[0] else _ends(best)[::-1]
        cited = cite(*told.cited[one]), cite(*told.cited[other])
        made.append(Facing(*cited, pair, best.about, best.reason, tuple(link.id for link in held)))
        gone = {link.id for link in held}
        left = [link for link in left if link.id not in gone]
    return made


def _importance(one: Facing, spoken: Mapping[str, int]) -> tuple[int, int, tuple[str, str], int, str]:
    """Side against side first, then a side against others; of each those who speak most often, then most pairs."""
    sides = {one.left.side, one.right.side} - {None}
    often = sum(spoken.get(party, 0) for party in one.parties)
    return -len(sides), -often, one.parties, -len(one.link_ids), one.link_ids[0]
