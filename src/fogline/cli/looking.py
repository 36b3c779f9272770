"""Commands that list what a ledger holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from fogline.cli.options import Format, FormatOption, LedgerOption
from fogline.cli.printing import (
    MOST_ROWS,
    is_narrow,
    print_csv,
    print_jsonl,
    print_quotes,
    print_table,
    say_left_out,
)
from fogline.records.claims import KINDS, STANCES, STATUSES, Claim

if TYPE_CHECKING:
    from fogline.ledger.rows import DocumentRow
    from fogline.records.codec import Json
    from fogline.records.documents import Document
    from fogline.views.flags import Across
    from fogline.views.speakers import Shares, SpeakerRow

__all__ = ["claims", "documents", "failures", "mentions", "speakers"]

Name = TypeVar("Name", bound=str)


def claims(
    ledger: LedgerOption = "fogline.ledger",
    speaker: Annotated[str | None, typer.Option(help="Part of the speaker's name.")] = None,
    own_voice: Annotated[bool, typer.Option("--own-voice", help="Only what reports say themselves.")] = False,
    side: Annotated[str | None, typer.Option(help="The speaker's side: Ukraine.")] = None,
    kind: Annotated[str | None, typer.Option(help=", ".join(KINDS))] = None,
    stance: Annotated[str | None, typer.Option(help=", ".join(STANCES))] = None,
    status: Annotated[str | None, typer.Option(help=", ".join(STATUSES))] = None,
    place: Annotated[str | None, typer.Option(help="Name or id of a place; places inside it count.")] = None,
    document: Annotated[str | None, typer.Option(help="Name or id of a report.")] = None,
    since: Annotated[str | None, typer.Option(help="What happened on or after this day: 2025-03-01.")] = None,
    until: Annotated[str | None, typer.Option(help="What happened on or before this day.")] = None,
    text: Annotated[str | None, typer.Option(help='Words to search for: "cease fire" troop* -talks')] = None,
    limit: Annotated[int | None, typer.Option(min=0, help="At most so many rows.")] = None,
    all_versions: Annotated[bool, typer.Option("--all-versions", help="Also older versions of reports.")] = False,
    machine: Annotated[bool, typer.Option("--machine", help="As the machine read them, without corrections.")] = False,
    form: FormatOption = Format.table,
) -> None:
    """List who claims what, with the exact words; people's corrections stand in place of the reading, marked."""
    from fogline.exports.contract import claim_object
    from fogline.exports.tables import COLUMNS, claim_row
    from fogline.ledger.rows import ClaimFilter
    from fogline.workspace import Workspace

    wanted = ClaimFilter(
        speaker=speaker,
        own_voice=True if own_voice else None,
        side=side,
        kind=_one_of(kind, KINDS, "--kind"),
        stance=_one_of(stance, STANCES, "--stance"),
        status=_one_of(status, STATUSES, "--status"),
        place=place,
        document=document,
        since=since,
        until=until,
        text=text,
        limit=limit,
        superseded=all_versions,
    )
    with Workspace.open(ledger, create=False) as workspace:
        asked = replace(wanted, limit=MOST_ROWS) if form is Format.table and limit is None else wanted
        rows = workspace.claims_as_read(asked) if machine else workspace.ledger.claims(asked)
        if form is Format.jsonl:
            print_jsonl(claim_object(claim, report) for claim, report in rows)
        elif form is Format.csv:
            print_csv(COLUMNS, (claim_row(claim, report) for claim, report in rows))
        else:
            cells = [_cells(claim) for claim, _ in rows]
            print_table(("Id", "Who", "Stance", "Kind", "Words"), cells, wide="Words", most=None)
            if limit is None and len(cells) == MOST_ROWS:
                say_left_out(len(cells), workspace.count_claims(wanted), "claims", "--limit shows more")


def _cells(claim: Claim) -> tuple[str, ...]:
    who = claim.speaker.name if claim.speaker else "(the report)"
    if claim.speaker and claim.speaker.side and claim.speaker.side not in who:
        who += f" [{claim.speaker.side}]"
    mark = f" (corrected: {', '.join(claim.reviewed)})" if claim.reviewed else ""
    return (claim.id[:8], who, claim.stance, claim.kind, claim.text + mark)


def _one_of(value: str | None, known: tuple[Name, ...], option: str) -> Name | None:
    if value is None:
        return None
    for name in known:
        if name == value:
            return name
    raise typer.BadParameter(f"{value!r} is none of: {', '.join(known)}", param_hint=option)


def speakers(
    ledger: LedgerOption = "fogline.ledger",
    side: Annotated[str | None, typer.Option(help="Only this side.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many speakers.")] = 50,
    form: FormatOption = Format.table,
) -> None:
    """Count statements by speaker, side, stance and kind."""
    from fogline.ledger.rows import ClaimFilter
    from fogline.views.speakers import speaker_rows
    from fogline.workspace import Workspace

    with Workspace.open(ledger, create=False) as workspace:
        rows = speaker_rows(workspace.ledger.claims(ClaimFilter(side=side)))[:limit]
    if form is Format.jsonl:
        print_jsonl(row.to_json() for row in rows)
        return
    columns = ("Speaker", "Kind", "Side", "Statements", "Reports", "Stances", "About")
    cells = [_speaker_cells(row) for row in rows]
    if form is Format.csv:
        print_csv(columns, cells)
    else:
        print_table(columns, cells, wide="About")


def _speaker_cells(row: SpeakerRow) -> tuple[str, ...]:
    counted = ", ".join(f"{name} {count}" for name, count in row.stances)
    about = ", ".join(f"{name} {count}" for name, count in row.kinds)
    return (row.name, row.kind, row.side or "", str(row.statements), str(row.documents), counted, about)


def mentions(
    ledger: LedgerOption = "fogline.ledger",
    document: Annotated[str | None, typer.Option(help="Name or id of a report.")] = None,
    kind: Annotated[str | None, typer.Option(help="actor, place, time or quantity")] = None,
    form: FormatOption = Format.table,
) -> None:
    """List the actors, places, times and numbers that reports name."""
    from fogline.exports.contract import mention_object
    from fogline.workspace import Workspace

    known = ("actor", "place", "time", "quantity")
    wanted = _one_of(kind, known, "--kind")
    with Workspace.open(ledger, create=False) as workspace:
        objects = (mention_object(mention, report) for mention, report in workspace.mentions(document))
        chosen = (item for item in objects if wanted in (None, item["kind"]))
        if form is Format.jsonl:
            print_jsonl(chosen)
            return
        columns = ("Report", "Kind", "Start", "Words", "Value")
        rows = ((item["document"], item["kind"], item["start"], item["text"], item["value"]) for item in chosen)
        cells = (
            (_name(report), str(kind), str(start), str(words), _value(value))
            for report, kind, start, words, value in rows
        )
        if form is Format.csv:
            print_csv(columns, cells)
        else:
            print_table(columns, cells, wide="Value")


def _name(report: object) -> str:
    return str(report["name"]) if isinstance(report, dict) else ""


def _value(value: object) -> str:
    if not isinstance(value, dict):
        return "unresolved"
    return ", ".join(f"{key} {item}" for key, item in value.items() if item not in (None, False, [], ""))


def documents(
    ledger: LedgerOption = "fogline.ledger",
    all_versions: Annotated[bool, typer.Option("--all-versions", help="Also older versions of reports.")] = False,
    form: FormatOption = Format.table,
) -> None:
    """List the reports: when published, how much is own voice, how the quoted statements divide by side, flags."""
    from fogline.ledger.rows import ClaimFilter
    from fogline.views.speakers import document_shares
    from fogline.workspace import Workspace

    with Workspace.open(ledger, create=False) as workspace:
        rows = workspace.documents(superseded=all_versions)
        shares = document_shares(workspace.ledger.told(ClaimFilter(superseded=all_versions)))
        across = workspace.flags_across()
    if form is Format.jsonl:
        print_jsonl(_document_object(row, shares.get(row.document.id), across) for row in rows)
        return
    columns = ("Report", "Published", "Publisher", "Claims", "Own voice", "Quoted sides", "Flags", "Note")
    cells = (_document_cells(row, shares.get(row.document.id), across) for row in rows)
    if form is Format.csv:
        print_csv(columns, cells)
    elif is_narrow():
        print_quotes((_document_lines(row) for row in cells), what="reports")
    else:
        print_table(columns, cells, wide="Quoted sides")


def _document_object(row: DocumentRow, shares: Shares | None, across: Across) -> dict[str, Json]:
    from fogline.exports.contract import document_object
    from fogline.views.flags import flag_object, flags_of

    return {
        **document_object(row.document),
        "language": row.document.language,
        "read_at": row.read_at,
        "sentences": row.sentences,
        "unused_sentences": row.unused,
        "claims": row.claims,
        "own_voice": shares.own_voice if shares else 0,
        "sides": dict(shares.sides) if shares else {},
        "superseded_by": row.superseded_by,
        "copy_of": row.copy_of.of_id if row.copy_of else None,
        "copy_share": row.copy_of.share if row.copy_of else None,
        "flags": [flag_object(flag, row.document) for flag in flags_of(row, across)],
    }


def _document_lines(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells of a report as lines: name, day and publisher; claims by voice and side; flags and notes."""
    name, published, publisher, claims, own, sides, flags, note = cells
    told = f"{claims} claims: own voice {own}{f', {sides}' if sides else ''}"
    head = " · ".join(filter(None, (name, published, publisher)))
    return (head, told, f"flags: {flags}" if flags else "", note)


def _document_cells(row: DocumentRow, shares: Shares | None, across: Across) -> tuple[str, ...]:
    from fogline.views.flags import flags_of

    report = row.document
    published = _published(report)
    sides = ", ".join(f"{side} {count}" for side, count in shares.sides) if shares else ""
    notes = [f"{row.copy_of.share:.0%} copied from {row.copy_of.of_id}"] if row.copy_of else []
    notes += ["older version"] if not row.current else []
    own = str(shares.own_voice if shares else 0)
    flags = ", ".join(dict.fromkeys(flag.flag for flag in flags_of(row, across)))
    return (report.name, published, report.publisher or "", str(row.claims), own, sides, flags, "; ".join(notes))


def _published(report: Document) -> str:
    """The day of publication; a guess bears a question mark, and of what is only known to come later the first day."""
    if report.published_at is None:
        return f"from {report.published_from}?" if report.published_from else "unknown"
    return report.published_at + ("?" if report.published_basis == "inferred" else "")


def failures(ledger: LedgerOption = "fogline.ledger", form: FormatOption = Format.table) -> None:
    """List what was skipped, and why."""
    from fogline.workspace import Workspace

    with Workspace.open(ledger, create=False) as workspace:
        found = [row.failure for row in workspace.failures()]
    rows = [(failure.source, failure.stage, failure.reason, failure.message) for failure in found]
    if form is Format.jsonl:
        keys = ("source", "stage", "reason", "message")
        print_jsonl(dict(zip(keys, row, strict=True)) for row in rows)
    elif form is Format.csv:
        print_csv(("source", "stage", "reason", "message"), rows)
    elif rows:
        print_table(("Source", "Stage", "Reason", "What happened"), rows, wide="What happened")
    else:
        typer.echo("nothing was skipped", err=True)
