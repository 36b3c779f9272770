"""Who is said to hold which place, by claimant and date; nobody's word is taken over another's.

`control_table` is a pure function of claims on control, of fighting that goes on and of troops that leave a place: what
a filter lets through.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.views.citing import Citation, Cited, by_text, cite, party_of
from fogline.views.dating import Dated, speaks_for
from fogline.views.enemies import THE_ENEMY, Enemies, enemies_of
from fogline.views.holding import Holding, Told, holding_of
from fogline.views.leaving import LEAVING, leaving_of
from fogline.views.located import Spot, containers, spots_of, told_apart

__all__ = ["ControlCell", "ControlTable", "control_table"]

NOWHERE = Spot("", "(place not known)", None)
TOLD: tuple[Told, ...] = ("claimed", "denied", "contested", "reported", "blank", "skipped")


@dataclass(frozen=True, slots=True)
class ControlCell:
    """What one claimant says on one day of who holds a place.

    `holders` are said to hold it, `absent` said not to. `told` is `blank`, without citations, for a side that others
    name and that says nothing itself, and with citations where it is asked and keeps silent. `inside` are the ids of
    other places of the table that contain this one. `contested` tells that some of the words speak of contested ground
    or of fighting that goes on. `skipped` cells hold claims whose holder is no party that could hold ground, and say
    in `why` who that is.
    """

    place: str
    place_id: str | None
    claimant: str
    side: str | None
    date: Dated
    told: Told
    holders: tuple[str, ...]
    absent: tuple[str, ...]
    citations: tuple[Citation, ...]
    inside: tuple[str, ...] = ()
    contested: bool = False
    why: str | None = None

    def to_json(self) -> dict[str, Json]:
        """The cell as JSON values."""
        return {
            "place": self.place,
            "place_id": self.place_id,
            "claimant": self.claimant,
            "side": self.side,
            "date": self.date.day,
            "clock": self.date.clock,
            "inferred": self.date.inferred,
            "told": self.told,
            "holders": list(self.holders),
            "absent": list(self.absent),
            "inside": list(self.inside),
            "contested": self.contested,
            "why": self.why,
            "citations": [citation.to_json() for citation in self.citations],
        }


@dataclass(frozen=True, slots=True)
class ControlTable:
    """The cells by place, date and claimant, those of no known place last.

    `left_out` counts claims of plans, demands and possibilities, and those that do not say who holds a place.
    """

    cells: tuple[ControlCell, ...]
    left_out: int

    @property
    def skipped(self) -> int:
        """How many claims are shown as skipped."""
        return sum(len(cell.citations) for cell in self.cells if cell.told == "skipped")

    @property
    def unplaced(self) -> int:
        """How many claims are shown whose place is not known."""
        return sum(len(cell.citations) for cell in self.cells if cell.place == NOWHERE.name)

    def to_json(self) -> dict[str, Json]:
        """The table as JSON values."""
        cells: list[Json] = [cell.to_json() for cell in self.cells]
        return {"cells": cells, "left_out": self.left_out, "skipped": self.skipped, "unplaced": self.unplaced}


@dataclass(slots=True)
class _Cell:
    side: str | None
    date: Dated
    holders: dict[str, None] = field(default_factory=dict)
    absent: dict[str, None] = field(default_factory=dict)
    citations: list[Citation] = field(default_factory=list)
    contested: bool = False
    whys: dict[str, None] = field(default_factory=dict)

    def against(self, said: Holding) -> bool:
        """Whether words give to a party what these take from it, or the other way round."""
        return said.holder in self.absent or said.absent in self.holders

    def take(self, said: Holding, citation: Citation) -> None:
        if said.holder:
            self.holders[said.holder] = None
        if said.absent:
            self.absent[said.absent] = None
        if said.why:
            self.whys[said.why] = None
        self.contested |= said.contested
        self.citations.append(citation)


Key = tuple[str, str, str, Told, bool]  # place, day, claimant, what is told, whether it is told against the first
Cells = dict[Key, _Cell]


def control_table(claims: Iterable[Cited]) -> ControlTable:
    """The table of all claims on control, fighting that goes on and troops that leave a place, among `claims`."""
    spots: dict[str, Spot] = {}
    cells: Cells = {}
    asked = sorted((cited for cited in claims if _is_on_control(cited[0])), key=by_text)
    enemies = enemies_of(asked)
    told = [(_resolved(_held(cited[0]), cited, enemies), cited) for cited in asked]
    holding = _at_war(said for said, _ in told if said)
    for said, (claim, document) in told:
        if said is None:
            continue
        date, claimant, citation = speaks_for(claim, document), party_of(claim, document), cite(claim, document)
        for spot in spots_of(claim) or (NOWHERE,):
            spots.setdefault(spot.key, spot)
            side = claim.speaker.side if claim.speaker else None
            given = _of_party(said, holding)
            key = (spot.key, date.day or "", claimant, said.told, False)
            if key in cells and cells[key].against(given):
                key = (*key[:4], True)
            cells.setdefault(key, _Cell(side, date)).take(given, citation)
    within = containers(spot.place for spot in spots.values() if spot.place)
    shown = told_apart(spot.place for spot in spots.values() if spot.place)
    spots = {key: replace(spot, name=shown.get(key, spot.name)) for key, spot in spots.items()}
    made = [_cell(key, cell, spots[key[0]], within) for key, cell in cells.items()]
    made += _blanks(made, cells, spots)
    return ControlTable(tuple(sorted(made, key=_order)), sum(said is None for said, _ in told))


def _is_on_control(claim: Claim) -> bool:
    if claim.kind in LEAVING:
        return leaving_of(claim) is not None
    return claim.kind == "control" or (claim.kind == "clash" and claim.status == "ongoing")


def _held(claim: Claim) -> Holding | None:
    return leaving_of(claim) if claim.kind in LEAVING else holding_of(claim)


def _resolved(said: Holding | None, cited: Cited, enemies: Enemies) -> Holding | None:
    """Holder and loser as sides: "the enemy" is whom the source calls so by name, or nobody that could be told."""
    if said is None or THE_ENEMY not in (said.holder, said.absent):
        return said
    meant = enemies.of(cited)
    holder, absent = (meant if party == THE_ENEMY else party for party in (said.holder, said.absent))
    return replace(said, holder=holder, absent=absent)


def _at_war(told: Iterable[Holding]) -> set[str]:
    """Who is said in so many words to hold or lose ground."""
    return {party for said in told if not said.own for party in (said.holder, said.absent) if party}


def _of_party(said: Holding, holding: set[str]) -> Holding:
    """A third country that speaks of "the liberation" of a town does not hold it: its side counts where it fights."""
    if not said.own or not holding or {said.holder, said.absent} & holding:
        return said
    return replace(said, holder=None, absent=None)


def _cell(key: Key, cell: _Cell, spot: Spot, within: dict[str, tuple[str, ...]]) -> ControlCell:
    return ControlCell(
        place=spot.name,
        place_id=spot.place.id if spot.place else None,
        claimant=key[2],
        side=cell.side,
        date=cell.date,
        told=key[3],
        holders=tuple(cell.holders),
        absent=tuple(cell.absent),
        citations=tuple(cell.citations),
        inside=within.get(spot.key, ()),
        contested=cell.contested,
        why="; ".join(cell.whys) or None,
    )


def _blanks(made: list[ControlCell], cells: Cells, spots: dict[str, Spot]) -> list[ControlCell]:
    """A blank cell for each side that speaks elsewhere and is named as holder or loser here, but says nothing here."""
    speaking = {cell.side for cell in made if cell.side}
    spoken = {(place, claimant) for place, _, claimant, *_ in cells}
    named = {
        (key[0], party): key
        for key, cell in cells.items()
        if key[0]
        for party in (*cell.holders, *cell.absent)
        if party in speaking
    }
    unknown = Dated(None, None)
    return [
        ControlCell(spots[place].name, _id(spots[place]), party, party, unknown, "blank", (), (), ())
        for place, party in named
        if (place, party) not in spoken
    ]


def _id(spot: Spot) -> str | None:
    return spot.place.id if spot.place else None


def _order(cell: ControlCell) -> tuple[bool, str, str, str, str, int]:
    return (
        cell.place == NOWHERE.name,
        cell.place,
        cell.place_id or "",
        cell.date.day or "9999",
        cell.claimant,
        TOLD.index(cell.told),
    )
