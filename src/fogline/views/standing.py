"""How questions stood at a date, and the chronicle of one: by the claims that were visible then, and no others.

Pure functions on standings, claims and links, for command line, board and Python alike: `standings_then` takes what the
ledger holds now and the claims that a filter lets through, and gives the questions as they stood with those alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fogline.links.days import days_told
from fogline.links.origins import Joined
from fogline.links.retelling import retold
from fogline.links.states import disputes, sides_of, state_of
from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.records.links import Link, Position, Question, Standing
from fogline.views.citing import Citation, Cited, cite
from fogline.views.dating import said_on

__all__ = ["Saying", "chronicle", "question_then", "standing_object", "standings_then"]

FEWEST = 2  # claims that meet: one alone raises no question
NEVER = "9999"

# Days at the end of a title: ", 3 Apr 2022?", ", 3 Apr to 9 Apr 2022?".
DAYS = re.compile(r", (?:\d{1,2} [A-Z][a-z]{2}(?: \d{4})? to )?\d{1,2} [A-Z][a-z]{2} \d{4}\?$")

Links = Mapping[int, list[Link]]


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim of a question as a line of its chronicle: the day it was said or published, and for which party.

    `not_before` is the first day on which an undated report can have been written, where its text tells that.
    """

    day: str | None
    party: str
    citation: Citation
    not_before: str | None = None

    @property
    def at(self) -> tuple[str, bool, str, str, int]:
        """Its place in a chronicle: what is only known not to come before a day stands behind what is of that day."""
        at = self.day or self.not_before or NEVER
        return at, self.day is None, self.party, self.citation.document_id, self.citation.start

    def to_json(self) -> dict[str, Json]:
        """The line as JSON values."""
        return {
            "day": self.day,
            "not_before": self.not_before,
            "party": self.party,
            "citation": self.citation.to_json(),
        }


def standings_then(
    standings: Iterable[Standing], visible: Iterable[Cited], links: Iterable[Link], *, fewest: int = FEWEST
) -> tuple[Standing, ...]:
    """The questions as they stood by the `visible` claims, the most disputed first.

    Positions, days, origins, clashes and state count visible claims alone, and a title quotes none that was not known.
    Questions on which fewer than `fewest` visible claims meet are left out. Ids are those of today.
    """
    told = {claim.id: (claim, document) for claim, document in visible}
    known = list(standings)
    inside = _inside(known, told, links)
    made = [_then(standing, told, inside[at]) for at, standing in enumerate(known)]
    kept = [standing for standing in made if len(standing.question.claim_ids) >= fewest]
    return tuple(sorted(kept, key=lambda item: item.rank))


def _inside(standings: Sequence[Standing], told: Mapping[str, Cited], links: Iterable[Link]) -> Links:
    """The links between visible claims of one question, by the position of the question."""
    of_claim: defaultdict[str, list[int]] = defaultdict(list)
    for at, standing in enumerate(standings):
        for claim_id in standing.question.claim_ids:
            if claim_id in told:
                of_claim[claim_id].append(at)
    found: defaultdict[int, list[Link]] = defaultdict(list)
    for link in links:
        left, right = of_claim.get(link.left_id), of_claim.get(link.right_id)
        if left and right:
            for at in left:
                if at in right:
                    found[at].append(link)
    return found


def _then(standing: Standing, told: Mapping[str, Cited], links: Sequence[Link]) -> Standing:
    question = question_then(standing.question, told)
    if len(question.claim_ids) == len(standing.question.claim_ids):
        return standing
    origins = _origins(question.claim_ids, told, links)
    found = (_position(position, told, origins) for position in standing.positions)
    positions = tuple(
        sorted((position for position in found if position.claim_ids), key=lambda p: (p.first or NEVER, p.party))
    )
    party_of = {claim_id: position.party for position in positions for claim_id in position.claim_ids}
    claims = {claim_id: told[claim_id][0] for claim_id in question.claim_ids}
    state = state_of(question.about, links, party_of, claims, origins)
    clashes, sides = disputes(links, party_of, origins), sides_of(question.about, links, party_of, claims)
    return Standing(question, state, positions, clashes, sides)


def question_then(question: Question, told: Mapping[str, Cited]) -> Question:
    """The question with the claims in `told` alone; a title that quotes another claim quotes one of these instead."""
    ids = tuple(claim_id for claim_id in question.claim_ids if claim_id in told)
    if len(ids) == len(question.claim_ids) or not ids:
        return replace(question, claim_ids=ids)
    return replace(question, claim_ids=ids, title=_title(question.title, [told[claim_id] for claim_id in ids]))


def _title(title: str, told: Sequence[Cited]) -> str:
    """A title with the words and days of these claims, where it has those of others."""
    spanned = DAYS.search(title)
    said = retold(title[: spanned.start()] + "?" if spanned else title, [claim for claim, _ in told])
    return f"{said.removesuffix('?')}{_days_shown(told)}?" if spanned else said


def _days_shown(told: Sequence[Cited]) -> str:
    """From which to which day the claims were said, as titles have it; empty where no day is known."""
    days = [date.fromisoformat(day).toordinal() for cited in told if (day := said_on(*cited).day)]
    return f", {days_told(days)}" if days else ""


def _position(position: Position, told: Mapping[str, Cited], origins: Mapping[str, str]) -> Position:
    ids = tuple(claim_id for claim_id in position.claim_ids if claim_id in told)
    days = sorted(day for claim_id in ids if (day := said_on(*told[claim_id]).day))
    acts = {origins[claim_id] for claim_id in ids}
    return Position(position.party, ids, days[0] if days else None, days[-1] if days else None, len(acts))


def _origins(ids: Iterable[str], told: Mapping[str, Cited], links: Iterable[Link]) -> dict[str, str]:
    """The origin of each claim; those that are one act told twice have one."""
    joined = Joined()
    for link in links:
        if link.relation == "repeats" and _one_act(link, told):
            joined.join(link.left_id, link.right_id)
    return {claim_id: told[joined.find(claim_id)][0].origin for claim_id in ids}


def _one_act(link: Link, told: Mapping[str, Cited]) -> bool:
    """Whether it is the same words, or the same speaker on the same day."""
    left, right = told[link.left_id], told[link.right_id]
    if "words" in link.fields:
        return True
    spoken = left[0].speaker is not None and right[0].speaker is not None
    return spoken and said_on(*left).day is not None and said_on(*left).day == said_on(*right).day


def chronicle(standing: Standing, claims: Iterable[Cited]) -> tuple[Saying, ...]:
    """The claims of a question in the order of saying; without a day by the first that it can have been, or last."""
    party = {claim_id: position.party for position in standing.positions for claim_id in position.claim_ids}
    made = [_saying(party[claim.id], claim, document) for claim, document in claims if claim.id in party]
    return tuple(sorted(made, key=lambda line: line.at))


def _saying(party: str, claim: Claim, document: Document) -> Saying:
    day = said_on(claim, document).day
    return Saying(day, party, cite(claim, document), None if day else document.published_from)


def standing_object(standing: Standing) -> dict[str, Json]:
    """A question and how it stands as JSON values; each position with the ids of its claims."""
    question = standing.question
    return {
        "id": question.id,
        "title": question.title,
        "about": question.about,
        "state": standing.state,
        "clashes": standing.clashes,
        "place_id": question.place_id,
        "claim_ids": list(question.claim_ids),
        "positions": [
            {
                "party": position.party,
                "first": position.first,
                "last": position.last,
                "origins": position.origins,
                "claim_ids": list(position.claim_ids),
            }
            for position in standing.positions
        ],
    }
