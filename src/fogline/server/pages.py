"""The built pages: every address that is not the API's opens the one page, which draws the rest."""

from __future__ import annotations

from hashlib import blake2b
from importlib.resources import files

from fastapi import APIRouter, HTTPException, Request, Response

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
}


@router.get("/static/{name}")
def built(request: Request, name: str) -> Response:
    """A file of the bundle."""
    return _file(request, name)


@router.get("/{page:path}")
def page(request: Request, page: str) -> Response:
    """The one page."""
    if page.startswith(("api/", "static/")):
        raise HTTPException(404, "there is nothing at this address")
    return _file(request, "index.html")


def _file(request: Request, name: str) -> Response:
    media_type = TYPES.get(name.rpartition(".")[2])
    source = files("fogline").joinpath("server", "static", name)
    if media_type is None or "/" in name or "\\" in name or not source.is_file():
        raise HTTPException(404, "there is nothing at this address")
    body = source.read_bytes()
    etag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"etag": etag})
    return Response(body, media_type=media_type, headers={"etag": etag})
