"""Commands on the questions on which claims meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, get_args

import typer

from fogline.cli.options import Format, FormatOption, LedgerOption
from fogline.cli.printing import print_csv, print_jsonl, print_quotes, print_table, say_left_out
from fogline.cli.viewing import AsOfOption, ClockName, ClockOption, PlaceOption, looked_at, say_undated
from fogline.records.links import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fogline.records.links import Position, Standing
    from fogline.workspace import Workspace

__all__ = ["question", "questions"]

STATES: tuple[str, ...] = get_args(State)
COLUMNS = ("Id", "Question", "State", "Clashes", "Who speaks, from how many origins")
SHOWN = 6  # parties in a table; CSV and JSON have all of them
LISTED = 20  # questions in a table; CSV and JSON have all of them


def questions(
    ledger: LedgerOption = "fogline.ledger",
    state: Annotated[str | None, typer.Option(help=", ".join(STATES))] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help=f"At most so many; a table has {LISTED}, CSV and JSON all.")
    ] = None,
    place: PlaceOption = None,
    as_of: AsOfOption = None,
    clock: ClockOption = ClockName.published,
    form: FormatOption = Format.table,
) -> None:
    """List the questions on which claims meet, the most disputed first, with each party's position."""
    from fogline.views.standing import standing_object
    from fogline.workspace import Workspace

    if state is not None and state not in STATES:
        raise typer.BadParameter(f"{state!r} is none of: {', '.join(STATES)}", param_hint="--state")
    with Workspace.open(ledger, create=False) as workspace:
        wanted = looked_at(as_of, clock)
        known = workspace.standings() if as_of is None else workspace.standings_by(wanted)
        known = known if place is None else _about(workspace, known, place)
        say_undated(workspace, wanted)
    asked = [standing for standing in known if state in (None, standing.state)]
    found = asked[: limit or (LISTED if form is Format.table else None)]
    if form is Format.jsonl:
        print_jsonl(map(standing_object, found))
    elif form is Format.csv:
        print_csv(COLUMNS, (_cells(standing, _parties(_ranked(standing))) for standing in found))
    else:
        print_table(COLUMNS, (_cells(standing, _first(standing)) for standing in found), wide=("Question", COLUMNS[-1]))
    say_left_out(len(found), len(asked), "questions", "--limit tells how many")


def _about(workspace: Workspace, known: Iterable[Standing], place: str) -> tuple[Standing, ...]:
    """The questions of which half the claims or more are about a place or what lies in it, as they stand as a whole."""
    here = {claim.id for claim, _ in workspace.claims(looked_at(None, ClockName.published, place))}
    ids = ((standing, standing.question.claim_ids) for standing in known)
    return tuple(standing for standing, claim_ids in ids if 2 * len(here.intersection(claim_ids)) >= len(claim_ids))


def _cells(standing: Standing, parties: str) -> tuple[str, ...]:
    matter = standing.question
    return (matter.id[:8], matter.title, standing.state, str(standing.clashes), parties)


def _first(standing: Standing) -> str:
    """The first parties, and how many more there are."""
    ranked = _ranked(standing)
    more = f" and {len(ranked) - SHOWN} more" if len(ranked) > SHOWN else ""
    return _parties(ranked[:SHOWN]) + more


def _parties(positions: Iterable[Position]) -> str:
    return ", ".join(f"{position.party} {position.origins}" for position in positions)


def _ranked(standing: Standing) -> list[Position]:
    """The positions, those from most origins first."""
    return sorted(standing.positions, key=lambda position: (-position.origins, position.party))


def question(
    question_id: Annotated[str, typer.Argument(help="The id of a question, or its beginning.")],
    ledger: LedgerOption = "fogline.ledger",
    as_of: AsOfOption = None,
    clock: ClockOption = ClockName.published,
    limit: Annotated[
        int | None, typer.Option(min=0, help="At most so many positions, clashes and lines of the chronicle each.")
    ] = None,
    form: FormatOption = Format.table,
) -> None:
    """Tell one question: what each party says, which claims clash and why, then all of them as a chronicle."""
    from fogline.cli.accounts import account, chronicle_row
    from fogline.workspace import Workspace

    with Workspace.open(ledger, create=False) as workspace:
        matter = workspace.matter(question_id, looked_at(as_of, clock))
    if form is Format.jsonl:
        print_jsonl([matter.to_json()])
    elif form is Format.csv:
        columns = ("day", "party", "who", "stance", "words", "report", "start", "end", "claim")
        print_csv(columns, map(chronicle_row, matter.chronicle))
    else:
        print_quotes(account(matter, limit))
