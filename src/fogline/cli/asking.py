"""Commands on the questions on which claims meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, get_args

import typer

from fogline.cli.options import Format, FormatOption, LedgerOption
from fogline.cli.printing import print_csv, print_jsonl, print_table
from fogline.records.links import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fogline.records.claims import Claim
    from fogline.records.codec import Json
    from fogline.records.documents import Document
    from fogline.records.links import Position, Standing

__all__ = ["question", "questions"]

STATES: tuple[str, ...] = get_args(State)
COLUMNS = ("Id", "Question", "State", "Clashes", "Who speaks, from how many origins")
SHOWN = 6  # parties in a table; all of them stand in the JSON


def questions(
    ledger: LedgerOption = "fogline.ledger",
    state: Annotated[str | None, typer.Option(help=", ".join(STATES))] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 20,
    form: FormatOption = Format.table,
) -> None:
    """List the questions on which claims meet, the most disputed first, with each party's position."""
    from fogline.workspace import Workspace

    if state is not None and state not in STATES:
        raise typer.BadParameter(f"{state!r} is none of: {', '.join(STATES)}", param_hint="--state")
    with Workspace.open(ledger, create=False) as workspace:
        found = [standing for standing in workspace.standings() if state in (None, standing.state)][:limit]
    if form is Format.jsonl:
        print_jsonl(_object(standing) for standing in found)
        return
    rows = [_cells(standing) for standing in found]
    if form is Format.csv:
        print_csv(COLUMNS, rows)
    else:
        print_table(COLUMNS, rows, wide=COLUMNS[-1])


def question(
    question_id: Annotated[str, typer.Argument(help="The id of a question, or its beginning.")],
    ledger: LedgerOption = "fogline.ledger",
    form: FormatOption = Format.table,
) -> None:
    """Tell one question as a chronicle of quotes: who said what, when, where it stands."""
    from fogline.errors import RunError
    from fogline.ledger.rows import ClaimFilter
    from fogline.workspace import Workspace

    with Workspace.open(ledger, create=False) as workspace:
        found = [s for s in workspace.standings() if s.question.id.startswith(question_id)]
        if len(found) != 1:
            raise RunError(f"{'no' if not found else 'more than one'} question begins with {question_id!r}")
        standing = found[0]
        claims = list(workspace.ledger.claims(ClaimFilter(ids=standing.question.claim_ids)))
    if form is Format.jsonl:
        print_jsonl([_object(standing)])
        return
    rows = sorted(_chronicle(standing, claims))
    columns = ("Day", "Who", "Stance", "Words", "Report")
    if form is Format.csv:
        print_csv(columns, rows)
        return
    typer.echo(f"{standing.question.title} ({standing.state}, {standing.clashes} clashes)\n")
    print_table(columns, rows, wide="Words")


def _object(standing: Standing) -> dict[str, Json]:
    return {
        "id": standing.question.id,
        "title": standing.question.title,
        "about": standing.question.about,
        "state": standing.state,
        "clashes": standing.clashes,
        "place_id": standing.question.place_id,
        "claim_ids": list(standing.question.claim_ids),
        "positions": [_position(position) for position in standing.positions],
    }


def _position(position: Position) -> dict[str, Json]:
    return {
        "party": position.party,
        "first": position.first,
        "last": position.last,
        "origins": position.origins,
        "claim_ids": list(position.claim_ids),
    }


def _cells(standing: Standing) -> tuple[str, ...]:
    ranked = sorted(standing.positions, key=lambda position: (-position.origins, position.party))
    parties = ", ".join(f"{position.party} {position.origins}" for position in ranked[:SHOWN])
    more = f" and {len(ranked) - SHOWN} more" if len(ranked) > SHOWN else ""
    matter = standing.question
    return (matter.id[:8], matter.title, standing.state, str(standing.clashes), parties + more)


def _chronicle(standing: Standing, claims: Sequence[tuple[Claim, Document]]) -> Iterator[tuple[str, ...]]:
    """A row for each claim: the day it was said, or its report was published."""
    party = {claim_id: position.party for position in standing.positions for claim_id in position.claim_ids}
    for claim, document in claims:
        said = claim.said_at.time.earliest if claim.said_at else None
        day = said or document.published_at or ""
        yield day[:10], party.get(claim.id, ""), claim.stance, claim.text, document.name
