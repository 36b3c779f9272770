"""The command that sets figures beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import Format, FormatOption, LedgerOption
from fogline.cli.printing import one_line, print_quotes, say_left_out, say_none
from fogline.cli.viewing import (
    AsOfOption,
    ClockName,
    ClockOption,
    Listing,
    PlaceOption,
    SideOption,
    day_shown,
    looked_at,
    say_undated,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.views.numbers import Bound, Figure, NumberSeries

__all__ = ["numbers"]

MOST_SERIES, MOST_FIGURES = 20, 8  # in a terminal: of the series that most claimants speak of, of each
SPELT = frozenset({"hour", "day", "week", "month", "year"})
EXACT = 10_000  # from which on every digit is shown
COLUMNS = (
    *("what", "unit", "lowest", "most_told", "highest", "latest"),
    *("claimant", "date", "low", "high", "figure", "claim"),
)


def numbers(
    ledger: LedgerOption = "fogline.ledger",
    place: PlaceOption = None,
    side: SideOption = None,
    claimants: Annotated[int, typer.Option(min=1, help="Only what at least so many claimants give figures of.")] = 1,
    limit: Annotated[
        int | None, typer.Option(min=1, help=f"At most so many series; a table has {MOST_SERIES}, CSV and JSON all.")
    ] = None,
    as_of: AsOfOption = None,
    clock: ClockOption = ClockName.published,
    form: FormatOption = Format.table,
) -> None:
    """Set figures of the same thing beside each other: lowest, most told, highest, each with its sentence."""
    from fogline.workspace import Workspace

    wanted = looked_at(as_of, clock, place, side)
    with Workspace.open(ledger, create=False) as workspace:
        series = workspace.numbers(wanted, least_claimants=claimants)
        say_undated(workspace, wanted)
    shown = series[: limit or (MOST_SERIES if form is Format.table else None)]
    if form is Format.table:
        print_quotes(row for one in shown for row in _quotes(one))
        say_none(len(shown))
    else:
        rows = (row for one in shown for row in _number_row(one))
        Listing((one.to_json() for one in shown), COLUMNS, rows, "what").print(form)
    say_left_out(len(shown), len(series), "series of figures", "--limit, --place or --claimants tells which")


def _quotes(series: NumberSeries) -> Iterator[tuple[str, ...]]:
    """What is counted with its bounds; then each figure with who gives it and the words, those that bound it first."""
    unit = series.key.unit
    ends = (("lowest", series.low), ("most told", series.best), ("latest", series.latest), ("highest", series.high))
    bounds = "  ".join(f"{name} {_bound(bound, unit)}" for name, bound in ends if bound)
    yield (f"{series.title}:  {bounds}" if bounds else series.title,)
    bounding = [figure for _, bound in ends if bound for figure in series.figures if figure is bound.figure]
    others = [figure for figure in series.figures if not any(figure is one for one in bounding)]
    told = [*{id(figure): figure for figure in bounding}.values(), *others]
    for figure in told[:MOST_FIGURES]:
        names = ", ".join(name for name, bound in ends if bound and bound.figure is figure)
        said = f"{one_line(_figure_words(figure))}, {figure.claimant}, {one_line(day_shown(figure.date))}".rstrip(", ")
        citation = figure.citation
        yield (f"  {names or 'also'}: {said}", f"{citation.claim_id[:8]} “{one_line(citation.words)}”")
    if len(told) > MOST_FIGURES:
        yield (f"  and {len(told) - MOST_FIGURES} more figures",)
    yield ("",)


def _number_row(series: NumberSeries) -> list[tuple[str, ...]]:
    bounds = (
        "" if bound is None else f"{bound.value:.10g}"
        for bound in (series.low, series.best, series.high, series.latest)
    )
    head = (series.title, series.key.unit, *bounds)
    return [
        (
            *head,
            figure.claimant,
            figure.date.day or "",
            *("" if end is None else f"{end:.10g}" for end in (figure.low, figure.high)),
            _figure_words(figure),
            figure.citation.claim_id,
        )
        for figure in series.figures
    ]


def _figure_words(figure: Figure) -> str:
    marks = [mark for mark, holds in (("derived", figure.derived), ("denied", figure.denied)) if holds]
    marks += [figure.role] if figure.role != "value" else []
    return f"{figure.words} ({', '.join(marks)})" if marks else figure.words


def _bound(bound: Bound, unit: str) -> str:
    """A bound with its unit; "≤ 70" where a figure says "up to 70", "≥ 230" where it says "over 230"."""
    sign = {"below": "≤ ", "above": "≥ ", None: ""}[bound.open_]
    shown = f"{unit}s" if unit in SPELT and bound.value != 1 else unit
    return sign + (f"{bound.value:,.10g}" if unit == "count" else f"{_rounded(bound.value)} {shown}")


def _rounded(value: float) -> str:
    """To four digits, and whole from there on: 5,000,000, not 5e+06."""
    return f"{value:,.4g}" if value < EXACT else f"{value:,.0f}"
