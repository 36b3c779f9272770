"""How the board is served."""

from __future__ import annotations

from dataclasses import dataclass, field

from fogline.config import ReadingOptions

__all__ = ["LOOPBACK", "ServerOptions"]

LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerOptions:
    """How the board is served.

    `token` is asked of every request; None only for an address that no other machine can reach. `hosts` are the names
    a browser may use for this server: any other is refused, so that a foreign site cannot reach it through its own
    name. `upload_limit_bytes` bounds one request, `files_limit` the files in it. `reading` is how added reports
    are read.
    """

    token: str | None = None
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    upload_limit_bytes: int = 20_000_000
    files_limit: int = 200
    reading: ReadingOptions = field(default_factory=ReadingOptions)
