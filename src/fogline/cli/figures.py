"""The command that sets figures beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import Format, FormatOption, LedgerOption
from fogline.cli.viewing import (
    AsOfOption,
    ClockName,
    ClockOption,
    Listing,
    PlaceOption,
    SideOption,
    day_shown,
    looked_at,
)

if TYPE_CHECKING:
    from fogline.views.numbers import Bound, Figure, NumberSeries

__all__ = ["numbers"]


def numbers(
    ledger: LedgerOption = "fogline.ledger",
    place: PlaceOption = None,
    side: SideOption = None,
    claimants: Annotated[int, typer.Option(min=1, help="Only what at least so many claimants give figures of.")] = 1,
    as_of: AsOfOption = None,
    clock: ClockOption = ClockName.published,
    form: FormatOption = Format.table,
) -> None:
    """Set figures of the same thing beside each other: each claimant's own, and how far they lie apart."""
    from fogline.workspace import Workspace

    with Workspace.open(ledger, create=False) as workspace:
        series = workspace.numbers(looked_at(as_of, clock, place, side), least_claimants=claimants)
    objects = (one.to_json() for one in series)
    if form is Format.table:
        cells = (row for one in series for row in _number_cells(one))
        Listing(objects, ("What", "Claimant", "Date", "Figure", "Bound", "Words"), cells, "Words").print(form)
    else:
        columns = (
            "what",
            "unit",
            "lowest",
            "most_told",
            "highest",
            "claimant",
            "date",
            "low",
            "high",
            "figure",
            "claim",
        )
        rows = (row for one in series for row in _number_row(one))
        Listing(objects, columns, rows, "what").print(form)


def _number_cells(series: NumberSeries) -> list[tuple[str, ...]]:
    """A row for each figure; what it is about and the bounds stand in the first."""
    unit = series.key.unit
    bounds = [_bound(bound, unit) for bound in (series.low, series.best, series.high) if bound]
    head = f"{series.title}: {' / '.join(dict.fromkeys(bounds))}" if bounds else series.title
    rows: list[tuple[str, ...]] = []
    for at, figure in enumerate(series.figures):
        citation = figure.citation
        words = f"{citation.claim_id[:8]} {citation.words}"
        date = day_shown(figure.date)
        rows.append((head if at == 0 else "", figure.claimant, date, _figure_words(figure), _gives(series, at), words))
    return rows


def _gives(series: NumberSeries, at: int) -> str:
    """Which bounds across claimants a figure gives: where a bound stands, its sentence stands beside it."""
    bounds = (("lowest", series.low), ("most told", series.best), ("highest", series.high))
    return ", ".join(name for name, bound in bounds if bound and bound.figure is series.figures[at])


def _number_row(series: NumberSeries) -> list[tuple[str, ...]]:
    bounds = ("" if bound is None else f"{bound.value:.10g}" for bound in (series.low, series.best, series.high))
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
    return sign + (f"{bound.value:,.10g}" if unit == "count" else f"{bound.value:,.4g} {unit}")
