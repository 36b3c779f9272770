"""The application, put together."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.responses import JSONResponse

from fogline import __version__
from fogline.errors import RunError
from fogline.server import pages
from fogline.server.board import Board
from fogline.server.guard import Guard
from fogline.server.ready import ReadyAnswers
from fogline.server.routes import adding, brief, charts, claims, overview, questions, reports, reviews
from fogline.server.settings import ServerOptions
from fogline.server.shapes import without_paths
from fogline.workspace import Workspace

__all__ = ["create_app"]

ROUTERS = (
    *(overview.router, questions.router, reports.router, claims.router),
    *(charts.router, brief.router, reviews.router, adding.router),
)


def create_app(workspace: Workspace, options: ServerOptions | None = None) -> FastAPI:
    """The board over a workspace, as an ASGI application."""
    chosen = options or ServerOptions()
    board = Board(workspace, chosen)
    app = FastAPI(
        lifespan=_warming(board),
        title="Fogline",
        version=__version__,
        description="Who claims what, where and when. All claims are shown as claims.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # the usual page loads scripts from another host
        redoc_url=None,
    )
    app.state.board = board
    app.add_exception_handler(RunError, _run_error)
    for router in ROUTERS:
        app.include_router(router, prefix="/api/v1")
    app.include_router(pages.router)
    app.add_middleware(ReadyAnswers, answers=board.answers)
    if chosen.token:  # over a network; on one machine compressing costs more than it saves
        app.add_middleware(GZipMiddleware, minimum_size=2_000, compresslevel=4)
    app.add_middleware(Guard, options=chosen)
    return app


def _warming(board: Board) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Have the board read, beside the first answers, what all pages need."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        threading.Thread(target=board.warm, daemon=True, name="warming").start()
        yield

    return lifespan


def _run_error(request: Request, error: Exception) -> JSONResponse:
    """The ledger cannot be read or written now: said without saying where it is."""
    return JSONResponse({"detail": without_paths(str(error))}, status_code=503)
