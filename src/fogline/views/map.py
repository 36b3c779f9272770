"""What is claimed about each place of the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.mentions import Place
from fogline.views.citing import Cited, party_of
from fogline.views.located import places_of

__all__ = ["PlaceMap", "PlaceRow", "place_map"]

Counted = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place: its claims, and how they divide by party, kind and stance, most first."""

    place: Place
    claim_ids: tuple[str, ...]
    parties: Counted
    kinds: Counted
    stances: Counted

    def to_json(self) -> dict[str, Json]:
        """The row as JSON values."""
        return {
            "place": self.place.name,
            "place_id": self.place.id,
            "latitude": self.place.latitude,
            "longitude": self.place.longitude,
            "precision": self.place.precision,
            "country": self.place.country,
            "region": self.place.region,
            "claims": len(self.claim_ids),
            "parties": dict(self.parties),
            "kinds": dict(self.kinds),
            "stances": dict(self.stances),
            "claim_ids": list(self.claim_ids),
        }


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The places with most claims first, and how many claims name no place that could be resolved."""

    rows: tuple[PlaceRow, ...]
    unplaced: int

    def to_json(self) -> dict[str, Json]:
        """The map as JSON values."""
        return {"rows": [row.to_json() for row in self.rows], "unplaced": self.unplaced}


@dataclass(slots=True)
class _Tally:
    place: Place
    claims: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)  # counted once, at the end
    kinds: list[str] = field(default_factory=list)
    stances: list[str] = field(default_factory=list)

    def take(self, claim: Claim, party: str) -> None:
        self.claims.append(claim.id)
        self.parties.append(party)
        self.kinds.append(claim.kind)
        self.stances.append(claim.stance)


def place_map(claims: Iterable[Cited]) -> PlaceMap:
    """The places of `claims`; a claim about several places counts at each."""
    tallies: dict[str, _Tally] = {}
    unplaced = 0
    for claim, document in claims:
        places = places_of(claim)
        unplaced += not places
        for place in places:
            tally = tallies.get(place.id)
            if tally is None:
                tally = tallies[place.id] = _Tally(place)
            tally.take(claim, party_of(claim, document))
    rows = [
        PlaceRow(t.place, tuple(t.claims), _counted(t.parties), _counted(t.kinds), _counted(t.stances))
        for t in tallies.values()
    ]
    return PlaceMap(tuple(sorted(rows, key=lambda row: (-len(row.claim_ids), row.place.id))), unplaced)


def _counted(told: Iterable[str]) -> Counted:
    return tuple(sorted(Counter(told).items(), key=lambda item: (-item[1], item[0])))
