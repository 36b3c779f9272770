"""Commands that tell what changed and how things stand."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import Format, FormatOption, LedgerOption
from fogline.cli.printing import print_csv, print_jsonl, print_table, say_none
from fogline.cli.viewing import AsOfOption, ClockName, ClockOption, PlaceOption, SideOption, looked_at, say_undated

if TYPE_CHECKING:
    from fogline.views.changes import Change, ChangeGroup, What
    from fogline.views.citing import Citation
    from fogline.workspace import Workspace

__all__ = ["BriefFormat", "brief", "changes"]


MOST_PARTIES = 4  # that are named beside what is new on a matter
WHATS: tuple[What, ...] = ("denied", "disputed", "confirmed", "moved", "replaced", "new")


class BriefFormat(StrEnum):
    """How a situation report is written."""

    markdown = "markdown"
    html = "html"
    json = "json"


def changes(
    since: Annotated[str, typer.Option(help="The first day that counts as new: 2025-03-01.")],
    ledger: LedgerOption = "fogline.ledger",
    place: PlaceOption = None,
    side: SideOption = None,
    as_of: AsOfOption = None,
    clock: ClockOption = ClockName.published,
    what: Annotated[list[str] | None, typer.Option(help=f"Only these kinds: {', '.join(WHATS)}")] = None,
    form: FormatOption = Format.table,
) -> None:
    """List what changed since a day: denied, disputed, confirmed, replaced, moved, new."""
    from fogline.workspace import Workspace

    kinds = tuple(kind for kind in WHATS if kind in (what or WHATS))
    if len(kinds) < len(what or ()):
        raise typer.BadParameter(f"there is only: {', '.join(WHATS)}", param_hint="--what")
    with Workspace.open(ledger, create=False) as workspace:
        wanted = looked_at(as_of, clock, place, side)
        found = workspace.changes(since, wanted)
        say_undated(workspace, wanted)
    if form is Format.jsonl:
        print_jsonl(change.to_json() for change in found.of(*kinds))
    elif form is Format.csv:
        print_csv(("what", "day", "who", "claim", "before", "words", "why"), map(_change_row, found.of(*kinds)))
    else:
        cells = (_change_cells(group) for group in found.groups(*kinds))
        print_table(("What", "Day", "On", "Now", "Before"), cells, wide=("On", "Now", "Before"))
    counted = ", ".join(f"{len(found.of(kind))} {kind}" for kind in kinds)
    typer.echo(f"since {found.since} by when it {_by(clock)}: {counted}", err=True)
    if found.undated:
        typer.echo(f"without a day by this clock: {found.undated} claims", err=True)


def _by(clock: ClockName) -> str:
    return clock.value if clock is ClockName.happened else f"was {clock.value}"


def _change_row(change: Change) -> tuple[str, ...]:
    citation = change.citation
    before = change.before.claim_id if change.before else ""
    return (change.what, change.day, citation.who, citation.claim_id, before, citation.words, change.why)


def _change_cells(group: ChangeGroup) -> tuple[str, ...]:
    """A row for what two parties say on one matter, or for what is new on it; how many more there are."""
    change = group.change
    times = f" ({group.left_out} more)" if group.left_out else ""
    before = _told(change.before) if change.before else ""
    if change.what == "moved":
        before = f"{change.why}\n{before}"
    if change.what == "new":
        parties = ", ".join(f"{party} {count}" for party, count in group.parties[:MOST_PARTIES])
        rest = len(group.parties) - MOST_PARTIES
        before = f"by {parties}{f' and {rest} more' if rest > 0 else ''}" if group.left_out else ""
    day = f"by {change.day}\n(inferred)" if change.inferred else change.day
    return (change.what + times, day, change.on, _told(change.citation), before)


def _told(citation: Citation) -> str:
    who = citation.who if citation.stance == "asserts" else f"{citation.who} {citation.stance}"
    return f"{citation.claim_id[:8]} {who}: {' '.join(citation.words.split())}"


def brief(
    ledger: LedgerOption = "fogline.ledger",
    since: Annotated[str | None, typer.Option(help="Also tell what changed from this day on.")] = None,
    place: PlaceOption = None,
    side: SideOption = None,
    question: Annotated[str | None, typer.Option(help="Only claims on this question: its id or how it begins.")] = None,
    as_of: AsOfOption = None,
    clock: ClockOption = ClockName.published,
    form: Annotated[BriefFormat, typer.Option("--format", "-f", help="How it is written.")] = BriefFormat.markdown,
) -> None:
    """Write a situation report: claimed, agreed, disputed, changed, open; every sentence cites report and offset."""
    from fogline.views.brief_pages import html_page, markdown_page
    from fogline.workspace import Workspace

    wanted = looked_at(as_of, clock, place, side)
    with Workspace.open(ledger, create=False) as workspace:
        if question is not None:
            wanted = replace(wanted, ids=_claims_on(workspace, question))
        made = workspace.brief(wanted, since=since)
        say_undated(workspace, wanted)
    say_none(len(made.sections))
    if form is BriefFormat.json:
        print_jsonl([made.to_json()])
    else:
        sys.stdout.write(html_page(made) if form is BriefFormat.html else markdown_page(made))


def _claims_on(workspace: Workspace, question: str) -> tuple[str, ...]:
    from fogline.errors import RunError

    found = [held for held in workspace.questions() if held.id.startswith(question)]
    if len(found) != 1:
        raise RunError(f"{'several questions begin' if found else 'no question begins'} with {question!r}")
    return found[0].claim_ids
