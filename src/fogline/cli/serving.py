"""`fogline serve`: the board, in a browser."""

from __future__ import annotations

import secrets
from typing import Annotated

import typer

from fogline.cli.options import LedgerOption

__all__ = ["serve"]


def serve(
    ledger: LedgerOption = "fogline.ledger",
    host: Annotated[str, typer.Option(help="Address to listen on; any but this machine's own asks for a token.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    reader: Annotated[str, typer.Option(help="How added reports are read: tagger or rules.")] = "tagger",
    pack: Annotated[list[str] | None, typer.Option(help="Conflict pack for added reports: a name or a file.")] = None,
) -> None:
    """Open the board on a ledger, for a browser on this machine."""
    import uvicorn

    from fogline.config import ReadingOptions
    from fogline.server.app import create_app
    from fogline.server.settings import LOOPBACK, ServerOptions
    from fogline.workspace import Workspace

    if reader not in ("tagger", "rules"):
        raise typer.BadParameter(f"{reader!r} is no reader: tagger or rules", param_hint="--reader")
    own = host in LOOPBACK
    token = None if own else secrets.token_urlsafe(24)
    reading = ReadingOptions(reader="rules" if reader == "rules" else "tagger", packs=tuple(pack or ()))
    options = (
        ServerOptions(token=token, reading=reading)
        if own
        else ServerOptions(token=token, reading=reading, hosts=("*",))
    )
    with Workspace.open(ledger) as workspace:
        shown = f"[{host}]" if ":" in host else host
        typer.echo(f"http://{shown}:{port}/" + (f"?token={token}" if token else ""))
        typer.echo("Press Ctrl+C to stop.", err=True)
        uvicorn.run(
            create_app(workspace, options),
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            server_header=False,
        )
