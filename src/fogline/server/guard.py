"""What stands before every request: the right host, the token, writes from our own pages only, and size limits."""

from __future__ import annotations

import json
from hmac import compare_digest
from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fogline.server.settings import ServerOptions

__all__ = ["SECURITY_HEADERS", "Guard"]

COOKIE = "fogline_token"
WRITE_HEADER = "x-fogline-write"  # a foreign page cannot send it without a permission that is never given
READS = ("GET", "HEAD")

SECURITY_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Refuses what must not reach the board, and puts the security headers on all that leaves it."""

    def __init__(self, app: ASGIApp, options: ServerOptions) -> None:
        self._app = app
        self._options = options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        cookie = None if refusal else self._cookie(scope)
        outgoing = _with_headers(send, cookie)
        if refusal:
            await _refuse(outgoing, *refusal)
            return
        await self._app(scope, _limited(receive, self._options.upload_limit_bytes), outgoing)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if not _known_host(headers.get("host", ""), self._options.hosts):
            return 421, "this server does not answer to that name"
        if self._options.token and not self._admitted(scope, headers):
            return 401, "open the address with the token that was printed when the server started"
        if scope["method"] not in READS and not _own_write(headers):
            return 403, "writes are taken from the board's own pages only"
        if _length(headers) > self._options.upload_limit_bytes:
            return 413, f"more than {self._options.upload_limit_bytes:,} bytes at once"
        return None

    def _admitted(self, scope: Scope, headers: Headers) -> bool:
        token = self._options.token or ""
        return any(compare_digest(given.encode(), token.encode()) for given in _given_tokens(scope, headers))

    def _cookie(self, scope: Scope) -> str | None:
        """The cookie that stands for the token from now on, where the address carried it."""
        if not self._options.token or "token" not in parse_qs(scope["query_string"].decode("latin-1")):
            return None
        return f"{COOKIE}={self._options.token}; Path=/; HttpOnly; SameSite=Strict"


def _given_tokens(scope: Scope, headers: Headers) -> list[str]:
    given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
    scheme, _, bearer = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        given.append(bearer.strip())
    cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    return [*given, cookie.value] if cookie else given


def _known_host(host: str, hosts: tuple[str, ...]) -> bool:
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    return "*" in hosts or name.lower() in hosts


def _own_write(headers: Headers) -> bool:
    origin = headers.get("origin")
    same = origin is None or origin.partition("://")[2] == headers.get("host")
    return headers.get(WRITE_HEADER) == "1" and same and headers.get("sec-fetch-site") in (None, "same-origin")


def _length(headers: Headers) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isdecimal() else 0


def _limited(receive: Receive, limit: int) -> Receive:
    """Ends a body that turns out longer than the limit, whatever its header said."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > limit else message

    return counted


def _with_headers(send: Send, cookie: str | None) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SECURITY_HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "no-cache")
            if cookie:
                headers.append("set-cookie", cookie)
        await send(message)

    return sending


async def _refuse(send: Send, status: int, detail: str) -> None:
    body = json.dumps({"detail": detail}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
