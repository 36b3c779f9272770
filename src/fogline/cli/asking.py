"""Commands on the questions on which claims meet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from fogline.cli.options import Format, FormatOption, LedgerOption
from fogline.cli.printing import one_line, print_csv, print_jsonl, print_quotes, print_table, say_left_out
from fogline.cli.viewing import AsOfOption, ClockName, ClockOption, looked_at
from fogline.records.links import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.ledger.rows import ClaimFilter
    from fogline.records.links import Position, Standing
    from fogline.views.standing import Saying
    from fogline.workspace import Workspace

__all__ = ["question", "questions"]

STATES: tuple[str, ...] = get_args(State)
COLUMNS = ("Id", "Question", "State", "Clashes", "Who speaks, from how many origins")
QUOTES = ("“", '"', "«")  # how words begin that bear quotation marks already
DROPPED = "attribution-dropped"
SHOWN = 6  # parties in a table; all of them stand in the JSON


def questions(
    ledger: LedgerOption = "fogline.ledger",
    state: Annotated[str | None, typer.Option(help=", ".join(STATES))] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 20,
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
        known = workspace.standings() if as_of is None else workspace.standings_by(looked_at(as_of, clock))
    asked = [standing for standing in known if state in (None, standing.state)]
    found = asked[:limit]
    if form is Format.jsonl:
        print_jsonl(map(standing_object, found))
    elif form is Format.csv:
        print_csv(COLUMNS, map(_cells, found))
    else:
        print_table(COLUMNS, map(_cells, found), wide=("Question", COLUMNS[-1]))
    say_left_out(len(found), len(asked), "questions", "--limit tells how many")


def _cells(standing: Standing) -> tuple[str, ...]:
    ranked = _ranked(standing)
    parties = ", ".join(f"{position.party} {position.origins}" for position in ranked[:SHOWN])
    more = f" and {len(ranked) - SHOWN} more" if len(ranked) > SHOWN else ""
    matter = standing.question
    return (matter.id[:8], matter.title, standing.state, str(standing.clashes), parties + more)


def _ranked(standing: Standing) -> list[Position]:
    """The positions, those from most origins first."""
    return sorted(standing.positions, key=lambda position: (-position.origins, position.party))


def question(
    question_id: Annotated[str, typer.Argument(help="The id of a question, or its beginning.")],
    ledger: LedgerOption = "fogline.ledger",
    as_of: AsOfOption = None,
    clock: ClockOption = ClockName.published,
    form: FormatOption = Format.table,
) -> None:
    """Tell one question as a chronicle of quotes: who said what, when, where it stands."""
    from fogline.views.standing import standing_object
    from fogline.workspace import Workspace

    with Workspace.open(ledger, create=False) as workspace:
        standing, lines, dropped = _told(workspace, question_id, looked_at(as_of, clock))
    if form is Format.jsonl:
        print_jsonl([{**standing_object(standing), "chronicle": [line.to_json() for line in lines]}])
    elif form is Format.csv:
        print_csv(("day", "party", "who", "stance", "words", "report", "start", "end", "claim"), map(_row, lines))
    else:
        typer.echo("\n".join(_head(standing)))
        print_quotes((*row, dropped.get(line.citation.claim_id, "")) for line in lines for row in _quote(line))


def _told(
    workspace: Workspace, question_id: str, wanted: ClaimFilter
) -> tuple[Standing, tuple[Saying, ...], dict[str, str]]:
    """The question whose id begins so, by the claims asked for, its chronicle, and claims that drop an attribution."""
    from fogline.errors import RunError
    from fogline.views.flags import flags_across
    from fogline.views.standing import chronicle, standings_then

    found = [s for s in workspace.standings() if s.question.id.startswith(question_id)]
    if len(found) != 1:
        raise RunError(f"{'no' if not found else 'more than one'} question begins with {question_id!r}")
    ids = found[0].question.claim_ids
    claims = list(workspace.ledger.claims(replace(wanted, ids=ids)))
    links = list(workspace.links(ids))
    then = standings_then(found, claims, links, fewest=1)
    if not then:
        raise RunError(f"nothing on this question was known by {wanted.as_of} ({wanted.clock})")
    flags = (flag for told in flags_across(claims, links).values() for flag in told if flag.flag == DROPPED)
    dropped = {flag.claim_ids[0]: f"attribution dropped: {flag.reason} ({flag.claim_ids[1][:8]})" for flag in flags}
    return then[0], chronicle(then[0], claims), dropped


def _row(line: Saying) -> tuple[object, ...]:
    told = line.citation
    about = (line.day or "", line.party, told.who, told.stance, told.words)
    return (*about, told.report, told.start, told.end, told.claim_id)


def _head(standing: Standing) -> Iterator[str]:
    """The question, how it stands, and from how many origins each party speaks."""
    clashes = f", {standing.clashes} clashing pairs" if standing.clashes > 1 else ""
    yield f"{standing.question.title} ({standing.state}{clashes})"
    yield f"{len(standing.question.claim_ids)} claims of {len(standing.positions)} parties; origins are acts of speech:"
    yield from (f"  {_position(position)}" for position in _ranked(standing))
    yield ""


def _position(position: Position) -> str:
    days = dict.fromkeys(day for day in (position.first, position.last) if day)
    origins = f"{position.origins} origin{'s' if position.origins > 1 else ''}"
    claims = f" in {len(position.claim_ids)} claims" if len(position.claim_ids) > position.origins else ""
    return f"{position.party}: {origins}{claims}, {' to '.join(days) or 'no day known'}"


def _quote(line: Saying) -> Iterator[tuple[str, ...]]:
    """Day, who and stance; below the words, then how the claim begins, as `fogline show` takes it, and the report."""
    told = line.citation
    who = told.who if line.party.casefold() in told.who.casefold() else f"{line.party}: {told.who}"
    who = line.party if line.party.endswith(f" {told.who}") else who
    words = told.words if told.words.startswith(QUOTES) else f"“{told.words}”"
    yield (
        f"{line.day or _later_than(line):<10}  {who} {told.stance}",
        one_line(words),
        f"{told.claim_id[:8]}, {told.report} {told.start}-{told.end}",
    )


def _later_than(line: Saying) -> str:
    return f"from {line.not_before}" if line.not_before else "no day"
