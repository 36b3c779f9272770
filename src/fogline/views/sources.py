"""Whose words each publisher and each report carries, and how one-sided that makes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.views.citing import Cited

__all__ = ["NO_SIDE", "OWN_VOICE", "UNKNOWN", "Carried", "ReportBalance", "SourceRow", "SourceTable", "source_table"]

OWN_VOICE, NO_SIDE = "own voice", "no side"
FEWEST = 2  # quoted statements from which on a report can be called one-sided
UNKNOWN = "(publisher not known)"


@dataclass(frozen=True, slots=True)
class Carried:
    """The claims of one side in one source; `side` may be OWN_VOICE or NO_SIDE."""

    side: str
    claim_ids: tuple[str, ...]

    def to_json(self) -> dict[str, Json]:
        """The cell as JSON values."""
        return {"side": self.side, "claims": len(self.claim_ids), "claim_ids": list(self.claim_ids)}


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One publisher: its reports, and its claims by side, most first."""

    publisher: str
    reports: int
    carried: tuple[Carried, ...]

    def count(self, side: str) -> int:
        """How many claims of a side it carries."""
        return next((len(cell.claim_ids) for cell in self.carried if cell.side == side), 0)

    def to_json(self) -> dict[str, Json]:
        """The row as JSON values."""
        return {
            "publisher": self.publisher,
            "reports": self.reports,
            "carried": [cell.to_json() for cell in self.carried],
        }


@dataclass(frozen=True, slots=True)
class ReportBalance:
    """One report: how its quoted statements divide by side.

    `share` (0 to 1) is that of the side quoted most among statements whose speaker has a side; None where there are
    none. `one_sided` tells that two or more such statements are all of one side.
    """

    document_id: str
    report: str
    publisher: str
    carried: tuple[Carried, ...]
    leading: str | None
    share: float | None
    one_sided: bool

    def to_json(self) -> dict[str, Json]:
        """The balance as JSON values."""
        return {
            "document": self.document_id,
            "report": self.report,
            "publisher": self.publisher,
            "carried": [cell.to_json() for cell in self.carried],
            "leading": self.leading,
            "share": self.share,
            "one_sided": self.one_sided,
        }


@dataclass(frozen=True, slots=True)
class SourceTable:
    """Publishers by side, and the balance of each report by name; `sides` are the columns, most quoted first."""

    sides: tuple[str, ...]
    publishers: tuple[SourceRow, ...]
    reports: tuple[ReportBalance, ...]

    def to_json(self) -> dict[str, Json]:
        """The table as JSON values."""
        return {
            "sides": list(self.sides),
            "publishers": [row.to_json() for row in self.publishers],
            "reports": [balance.to_json() for balance in self.reports],
        }


Sorted = defaultdict[str, list[str]]  # claim ids by side


def source_table(claims: Iterable[Cited]) -> SourceTable:
    """The table of `claims`; a claim of joint speakers counts for each of their sides once."""
    by_report: dict[str, Sorted] = {}
    named: dict[str, tuple[str, str]] = {}
    for claim, document in claims:
        held = by_report.get(document.id)
        if held is None:
            held = by_report[document.id] = defaultdict(list)
            named[document.id] = (document.name, document.publisher or UNKNOWN)
        for side in _sides_of(claim):
            held[side].append(claim.id)
    by_publisher: dict[str, Sorted] = {}
    reports: defaultdict[str, int] = defaultdict(int)
    ordered = sorted(by_report.items(), key=lambda item: (*named[item[0]], item[0]))
    for document_id, held in ordered:
        publisher = named[document_id][1]
        reports[publisher] += 1
        whole = by_publisher.setdefault(publisher, defaultdict(list))
        for side, ids in held.items():
            whole[side] += ids
    rows = [SourceRow(publisher, reports[publisher], _carried(whole)) for publisher, whole in by_publisher.items()]
    rows.sort(key=lambda row: (-sum(len(cell.claim_ids) for cell in row.carried), row.publisher))
    balances = tuple(_balance(document_id, *named[document_id], held) for document_id, held in ordered)
    return SourceTable(_columns(by_publisher.values()), tuple(rows), balances)


def _sides_of(claim: Claim) -> Iterable[str]:
    """Whose words a claim is, each side once."""
    speakers = claim.speakers
    if len(speakers) < 2:  # nearly always, and every claim of a ledger is asked
        speaker = speakers[0] if speakers else claim.speaker
        return ((speaker.side or NO_SIDE) if speaker else OWN_VOICE,)
    return {speaker.side or NO_SIDE for speaker in speakers}


def _carried(held: Mapping[str, list[str]]) -> tuple[Carried, ...]:
    ordered = [*held.items()]
    if len(ordered) > 1:
        ordered.sort(key=lambda item: (-len(item[1]), item[0]))
    return tuple([Carried(side, tuple(ids)) for side, ids in ordered])


def _columns(held: Iterable[Mapping[str, list[str]]]) -> tuple[str, ...]:
    """The sides, most quoted first, then those without a side, then the sources' own voice."""
    total: defaultdict[str, int] = defaultdict(int)
    for by_side in held:
        for side, ids in by_side.items():
            total[side] += len(ids)
    return tuple(sorted(total, key=lambda side: (side == OWN_VOICE, side == NO_SIDE, -total[side], side)))


def _balance(document_id: str, report: str, publisher: str, held: Mapping[str, list[str]]) -> ReportBalance:
    sided = {side: len(ids) for side, ids in held.items() if side not in (OWN_VOICE, NO_SIDE)}
    total = sum(sided.values())
    leading = min(sided, key=lambda side: (-sided[side], side)) if sided else None
    share = sided[leading] / total if leading else None
    return ReportBalance(
        document_id, report, publisher, _carried(held), leading, share, len(sided) == 1 and total >= FEWEST
    )
