"""`fogline read`: reports into a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import LedgerOption

if TYPE_CHECKING:
    from fogline.config import ReaderName
    from fogline.workspace import ReadSummary

__all__ = ["read"]

MEGABYTE = 1_000_000
PARTLY = 3
SHOWN = 12


def read(
    sources: Annotated[list[str], typer.Argument(help="Files, folders, globs, or - for standard input.")],
    ledger: LedgerOption = "fogline.ledger",
    published: Annotated[str | None, typer.Option(help="When the reports were published: 2025-03-16.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    language: Annotated[str | None, typer.Option(help="Their language as a code: en.")] = None,
    url: Annotated[str | None, typer.Option(help="Where they stand.")] = None,
    column: Annotated[
        list[str] | None, typer.Option(help="A column of a table: text=Body. Keys: text id title publisher ...")
    ] = None,
    reader: Annotated[str, typer.Option(help="tagger (trained reader and grammar) or rules (lighter).")] = "tagger",
    pack: Annotated[list[str] | None, typer.Option(help="Conflict pack: a name or a TOML file.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that share the work.")] = 1,
    size_limit: Annotated[int, typer.Option(min=1, help="Skip larger reports (MB).")] = 50,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Read reports into a ledger. What it already holds is passed over, so reading again is safe."""
    from fogline.cli.progress import reading_progress
    from fogline.config import ReadingOptions
    from fogline.documents.options import DocumentOptions
    from fogline.workspace import Workspace

    documents = DocumentOptions(
        published=published,
        publisher=publisher,
        language=language,
        url=url,
        columns=_columns(column or []),
        size_limit_bytes=size_limit * MEGABYTE,
    )
    options = ReadingOptions(reader=_reader(reader), packs=tuple(pack or ()))
    with Workspace.open(ledger) as workspace, reading_progress(quiet) as progress:
        summary = workspace.read(sources, documents=documents, reading=options, jobs=jobs, progress=progress)
    if not quiet:
        _print(summary)
    _exit(summary)


def _reader(name: str) -> ReaderName:
    known: dict[str, ReaderName] = {"tagger": "tagger", "rules": "rules"}
    if name not in known:
        raise typer.BadParameter(f"{name!r} is no reader: tagger or rules", param_hint="--reader")
    return known[name]


def _columns(pairs: list[str]) -> dict[str, str]:
    columns = {}
    for pair in pairs:
        key, sign, name = pair.partition("=")
        if not sign:
            raise typer.BadParameter(f"{pair!r} is not KEY=COLUMN", param_hint="--column")
        columns[key] = name
    return columns


def _print(summary: ReadSummary) -> None:
    added = summary.added
    parts = [f"{added.documents} reports read, {added.claims} claims"]
    if added.known:
        parts.append(f"{added.known} were in the ledger already")
    if added.superseded:
        parts.append(f"{added.superseded} older versions superseded")
    if added.copies:
        parts.append(f"{len(added.copies)} are copies of other reports")
    if summary.capped:
        parts.append(f"{summary.capped} claims were compared with the nearest only of the many on their matter")
    typer.echo("; ".join(parts) + f" ({summary.ledger})", err=True)
    for failure in summary.failures[:SHOWN]:
        typer.echo(f"  skipped {failure.source}: {failure.message}", err=True)
    if len(summary.failures) > SHOWN:
        typer.echo(f"  and {len(summary.failures) - SHOWN} more: fogline failures", err=True)


def _exit(summary: ReadSummary) -> None:
    if not summary.failures:
        return
    nothing = not summary.added.documents and not summary.added.known
    raise typer.Exit(1 if nothing else PARTLY)
