"""Commands that look at claims from above: who holds what, times, places."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import Format, FormatOption, LedgerOption
from fogline.cli.printing import (
    MOST_ROWS,
    is_narrow,
    one_line,
    print_csv,
    print_jsonl,
    print_quotes,
    print_table,
    say_left_out,
    say_none,
)

if TYPE_CHECKING:
    from fogline.ledger.rows import ClaimFilter
    from fogline.records.codec import Json
    from fogline.records.mentions import TimeRange
    from fogline.views.control import ControlCell
    from fogline.views.dating import Dated
    from fogline.views.timeline import TimelineRow
    from fogline.workspace import Workspace

__all__ = [
    "AsOfOption",
    "ClockName",
    "ClockOption",
    "Listing",
    "MapFormat",
    "PlaceOption",
    "SideOption",
    "control",
    "day_shown",
    "looked_at",
    "place_map",
    "say_undated",
    "timeline",
]


class ClockName(StrEnum):
    """By which time claims count."""

    happened = "happened"
    said = "said"
    published = "published"
    read = "read"


class MapFormat(StrEnum):
    """How the map is printed."""

    geojson = "geojson"
    table = "table"
    jsonl = "jsonl"
    csv = "csv"


AsOfOption = Annotated[str | None, typer.Option("--as-of", help="Only what was known by the end of this day.")]
ClockOption = Annotated[ClockName, typer.Option("--clock", help="The time that counts for the day.")]
PlaceOption = Annotated[str | None, typer.Option(help="Name or id of a place; places inside it count.")]
SideOption = Annotated[str | None, typer.Option(help="Only what this side says.")]


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows for people and programs: objects for JSON Lines, columns and cells for tables and CSV.

    A table ends after `most` rows.
    """

    objects: Iterable[Mapping[str, Json]]
    columns: Sequence[str]
    cells: Iterable[Sequence[str]]
    wide: str
    most: int = MOST_ROWS

    def print(self, form: Format) -> None:
        """Print the rows in one form."""
        if form is Format.jsonl:
            print_jsonl(self.objects)
        elif form is Format.csv:
            print_csv(self.columns, self.cells)
        elif len(self.columns) >= MANY and is_narrow():
            at = list(self.columns).index(self.wide)
            rows = ((_line(row, at), *row[at].splitlines()) for row in self.cells)
            print_quotes([(_line(self.columns, at), self.wide), ("",)])
            print_quotes(rows, what="rows", most=self.most)
        else:
            print_table(self.columns, self.cells, wide=self.wide, most=self.most)


MOST_COLUMNS = 6  # kinds and parties that fit a terminal; CSV has them all
MANY = 6  # columns from which on a narrow terminal breaks the words in them


def _line(row: Sequence[str], but: int) -> str:
    """The cells of a row but one, in a line."""
    return " · ".join(one_line(cell) for at, cell in enumerate(row) if at != but and cell)


def looked_at(as_of: str | None, clock: ClockName, place: str | None = None, side: str | None = None) -> ClaimFilter:
    """The claims that a view is made of."""
    from fogline.ledger.rows import ClaimFilter

    return ClaimFilter(as_of=as_of, clock=clock.value, place=place, side=side)


LAST_DAY = "9999-12-31"


def say_undated(workspace: Workspace, wanted: ClaimFilter) -> None:
    """Say on stderr how many claims have no day by the clock that is asked by, and so are in no view as of a day."""
    if wanted.as_of is None or wanted.clock == "read":
        return
    told = workspace.count_claims(replace(wanted, as_of=None))
    undated = told - workspace.count_claims(replace(wanted, as_of=LAST_DAY))
    if undated:
        typer.echo(
            f"without a day by the clock “{wanted.clock}”, and left out: {undated:,} of {told:,} claims", err=True
        )


def control(
    ledger: LedgerOption = "fogline.ledger",
    place: PlaceOption = None,
    side: SideOption = None,
    as_of: AsOfOption = None,
    clock: ClockOption = ClockName.published,
    form: FormatOption = Format.table,
) -> None:
    """Show who is said to hold which place: by claimant and date; claimed, denied, contested, reported, blank."""
    from fogline.workspace import Workspace

    wanted = looked_at(as_of, clock, place, side)
    with Workspace.open(ledger, create=False) as workspace:
        table = workspace.control(wanted)
        say_undated(workspace, wanted)
    columns = ("Place", "Claimant", "Date", "Told", "Holds", "Words")
    objects = (cell.to_json() for cell in table.cells)
    Listing(objects, columns, map(_control_cells, table.cells), "Words").print(form)
    if table.left_out:
        typer.echo(
            f"left out: {table.left_out} claims of what is planned or possible, or that do not say who holds", err=True
        )
    if table.unplaced:
        typer.echo(f"place not known: {table.unplaced} claims, told last", err=True)
    if table.skipped:
        typer.echo(f"skipped: {table.skipped} claims that give the ground to no party", err=True)


def _control_cells(cell: ControlCell) -> tuple[str, ...]:
    told = f"{cell.told}, contested" if cell.contested and cell.told == "reported" else cell.told
    holds = [*cell.holders, *(f"not {party}" for party in cell.absent)]
    words = "\n".join(f"{citation.claim_id[:8]} {citation.words}" for citation in cell.citations)
    return (cell.place, cell.claimant, day_shown(cell.date), told, cell.why or ", ".join(holds), words)


def day_shown(date: Dated) -> str:
    """A day, with the clock that tells it where that is not the deed itself, and whether it is a guess."""
    notes = [date.clock] if date.clock and date.clock != "happened" else []
    shown = ", ".join([*notes, *(["inferred"] if date.inferred else [])])
    return f"{date.shown}\n({shown})" if shown else date.shown or ""


def timeline(
    ledger: LedgerOption = "fogline.ledger",
    place: PlaceOption = None,
    side: SideOption = None,
    as_of: AsOfOption = None,
    clock: ClockOption = ClockName.published,
    since: Annotated[str | None, typer.Option(help="What may have happened on or after this day: 2025-03-01.")] = None,
    until: Annotated[str | None, typer.Option(help="What may have happened on or before this day.")] = None,
    limit: Annotated[int | None, typer.Option(min=0, help="At most so many rows.")] = None,
    form: FormatOption = Format.table,
) -> None:
    """List claims by when what they tell happened, as precisely as it is known; news without a time by when told."""
    from fogline.workspace import Workspace

    if since and until and since > until:
        raise typer.BadParameter(f"{since} is later than --until {until}", param_hint="--since")
    most = MOST_ROWS if limit is None and form is Format.table else limit
    with Workspace.open(ledger, create=False) as workspace:
        wanted = looked_at(as_of, clock, place, side)
        found = workspace.timeline(wanted, limit=most, since=since, until=until)
        say_undated(workspace, wanted)
    columns = ("When", "Known", "Kind", "Place", "Who", "Words")
    objects = (row.to_json() for row in found.rows)
    Listing(objects, columns, map(_time_cells, found.rows), "Words", len(found.rows)).print(form)
    if limit is None:
        say_left_out(len(found.rows), found.total, "rows", "--since and --until narrow; --format csv or jsonl has all")
    typer.echo(f"undated: {found.undated} claims (plans, demands, opinions and what no day can be given)", err=True)


def _time_cells(row: TimelineRow) -> tuple[str, ...]:
    citation = row.citation
    marks = [row.status] if row.status not in ("actual", "completed", "ongoing") else []
    marks += [citation.stance] if citation.stance != "asserts" else []  # what somebody denies is no event
    kind = f"{row.kind} ({', '.join(marks)})" if marks else row.kind
    words = f"{citation.claim_id[:8]} {citation.words}"
    known = _known(row.time, row.guessed) if row.clock == "happened" else row.clock
    return (row.label, known, kind, row.place or "", citation.who, words)


def _known(time: TimeRange, guessed: bool) -> str:
    known = "roughly" if time.precision == "vague" else f"to the {time.precision}"
    return f"{known}, inferred" if guessed else known


def place_map(
    ledger: LedgerOption = "fogline.ledger",
    place: PlaceOption = None,
    side: SideOption = None,
    as_of: AsOfOption = None,
    clock: ClockOption = ClockName.published,
    centroids: Annotated[bool, typer.Option("--centroids", help="Give regions a point in their middle.")] = False,
    form: Annotated[MapFormat, typer.Option("--format", "-f", help="How the map is printed.")] = MapFormat.geojson,
) -> None:
    """Print the claims on a map: points where a town or spot is known, regions by their id; as GeoJSON or by place."""
    from fogline.exports.geojson import feature_collection
    from fogline.workspace import Workspace

    wanted = looked_at(as_of, clock, place, side)
    with Workspace.open(ledger, create=False) as workspace:
        say_undated(workspace, wanted)
        if form is MapFormat.geojson:
            collection = feature_collection(workspace.ledger.claims(wanted), centroids=centroids)
            say_none(bool(collection["features"]))
            sys.stdout.write(json.dumps(collection, ensure_ascii=False) + "\n")
            return
        found = workspace.place_map(wanted)
    columns = ("Place", "Precision", "Where", "Claims", "Parties", "About")
    cells = (
        (
            row.place.name,
            row.place.precision,
            row.place.region or row.place.country or "",
            str(len(row.claim_ids)),
            _counted(row.parties, form),
            _counted(row.kinds, form),
        )
        for row in found.rows
    )
    Listing((row.to_json() for row in found.rows), columns, cells, "Parties").print(Format(form.value))
    typer.echo(f"without a place: {found.unplaced} claims", err=True)


def _counted(counted: Sequence[tuple[str, int]], form: MapFormat) -> str:
    """Names with how often each stands; a table has those with most."""
    kept = counted if form is MapFormat.csv else counted[:MOST_COLUMNS]
    more = f" and {len(counted) - len(kept)} more" if len(kept) < len(counted) else ""
    return ", ".join(f"{name} {count}" for name, count in kept) + more
