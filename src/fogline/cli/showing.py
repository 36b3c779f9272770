"""Commands that explain one thing: a claim in its context, the readings of a place name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import Format, FormatOption, LedgerOption
from fogline.cli.printing import print_jsonl, print_table

if TYPE_CHECKING:
    from rich.text import Text

    from fogline.records.claims import Claim
    from fogline.records.codec import Json
    from fogline.records.documents import Document
    from fogline.records.spans import Span

__all__ = ["places", "show"]

AROUND = 240


def show(
    claim_id: Annotated[str, typer.Argument(help="The id of a claim, or its beginning.")],
    ledger: LedgerOption = "fogline.ledger",
    form: FormatOption = Format.table,
) -> None:
    """Show a claim in its context, with speaker, cue and content marked."""
    from fogline.exports.contract import claim_object
    from fogline.views.flags import flag_object
    from fogline.workspace import Workspace

    with Workspace.open(ledger, create=False) as workspace:
        claim, document = workspace.claim(claim_id)
        flags = [row.flag for row in workspace.flags(document.id)]
    if form is Format.jsonl:
        told: list[Json] = [flag_object(flag, document) for flag in flags]
        print_jsonl([{**claim_object(claim, document), "report_flags": told}])
        return
    from rich.console import Console

    console = Console(highlight=False)
    console.print(_in_context(claim, document))
    console.print()
    for name, value in _fields(claim, document):
        console.print(f"{name:<12}", end="", style="bold")
        console.print(value, markup=False)
    for flag in flags:
        here = " (in this sentence)" if claim.id in flag.claim_ids else ""
        console.print(f"{'flag':<12}", end="", style="bold")
        console.print(f"the report is flagged, {flag.flag}{here}: {flag.reason}", markup=False)


def _in_context(claim: Claim, document: Document) -> Text:
    """The text around a claim; «content», [speaker] and {cue} are bracketed too, for eyes and pipes without colour."""
    from rich.text import Text

    spans: list[tuple[Span, str, str, str]] = [(span, "«", "»", "bold green") for span in claim.evidence]
    spans += [(s.span, "[", "]", "bold cyan") for s in claim.speakers if s.span]
    spans += [(claim.cue, "{", "}", "bold magenta")] if claim.cue else []
    low, high = min(s.start for s, *_ in spans), max(s.end for s, *_ in spans)
    start, end = (
        max(0, min(low, claim.sentence.start) - AROUND),
        min(len(document.text), max(high, claim.sentence.end) + AROUND),
    )
    out, at = Text("… " if start else ""), start
    for span, opening, closing, style in sorted(spans, key=lambda item: item[0]):
        if span.start < at:
            continue
        out.append(document.text[at : span.start])
        out.append(opening + document.text[span.start : span.end] + closing, style=style)
        at = span.end
    out.append(document.text[at:end] + (" …" if end < len(document.text) else ""))
    return out


def _fields(claim: Claim, document: Document) -> list[tuple[str, str]]:
    """What is known of a claim, in words; what is not known is left out."""
    speakers = ", ".join(f"{s.name} ({s.kind}{', ' + s.side if s.side else ''})" for s in claim.speakers)
    rows = [
        ("id", claim.id),
        ("report", f"{document.name}, characters {claim.start} to {claim.end}"),
        ("published", f"{document.published_at or 'unknown'} ({document.published_basis})"),
        ("said by", speakers or "the report itself"),
        ("stance", claim.stance),
        ("kind", f"{claim.kind}, {claim.status}"),
        ("who", ", ".join(party.actor.name for party in claim.actors)),
        ("to whom", ", ".join(party.actor.name for party in claim.targets)),
        ("where", ", ".join(_place(claim))),
        ("when", _time(claim, "when")),
        ("said", _time(claim, "said_at")),
        ("how many", ", ".join(_quantities(claim))),
        ("inside", " < ".join(step.speaker.name if step.speaker else "?" for step in claim.chain)),
        ("made by", claim.made_by),
        ("corrected", _corrected(claim)),
    ]
    return [(name, value) for name, value in rows if value]


def _corrected(claim: Claim) -> str:
    """Which fields people corrected, and how to see the reading."""
    return (
        f"{', '.join(claim.reviewed)}, by people; `fogline claims --machine` tells the reading"
        if claim.reviewed
        else ""
    )


def _place(claim: Claim) -> list[str]:
    return [
        f"{m.span.text}: {m.place.name if m.place else 'unresolved'}"
        + (f" ({m.place.precision}, {m.place.latitude}, {m.place.longitude})" if m.place else "")
        + (" (from the context)" if m.derived else "")
        for m in claim.places
    ]


def _time(claim: Claim, field: str) -> str:
    mention = claim.when if field == "when" else claim.said_at
    if mention is None:
        return ""
    time = mention.time
    days = f"{time.earliest or '..'} to {time.latest or '..'}" if time.earliest != time.latest else str(time.earliest)
    return f"{mention.span.text}: {days} ({time.precision}, {time.basis})"


def _quantities(claim: Claim) -> list[str]:
    return [
        f"{m.span.text}: {m.quantity.low if m.quantity.low is not None else '..'} to "
        f"{m.quantity.high if m.quantity.high is not None else '..'} {m.quantity.unit} {m.quantity.of or ''}".strip()
        for m in claim.quantities
    ]


def places(
    name: Annotated[str, typer.Argument(help="A place name as written.")],
    document: Annotated[
        str | None, typer.Option("--in", help="A report in the ledger: how the name was read there, and why.")
    ] = None,
    ledger: LedgerOption = "fogline.ledger",
    form: FormatOption = Format.table,
) -> None:
    """List the places a name can mean; with --in, how a report's mention was read and why."""
    from fogline.views.places import explained, readings
    from fogline.workspace import Workspace

    if document is None:
        rows = readings(name)
    else:
        with Workspace.open(ledger, create=False) as workspace:
            rows = explained(name, workspace.mentions(document))
    if form is Format.jsonl:
        print_jsonl(row.to_json() for row in rows)
    elif rows:
        print_table(("Place", "What", "Where", "Id", "Why"), (row.cells() for row in rows), wide="Why")
    else:
        typer.echo(f"fogline: no place called {name!r}", err=True)
        raise typer.Exit(1)
