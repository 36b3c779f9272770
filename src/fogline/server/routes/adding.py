"""Add: paste a text or send files; reading goes on in the background."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, HTTPException, Path, Response, UploadFile
from fastapi.responses import JSONResponse
from pydantic import StringConstraints

from fogline.server.board import TheBoard
from fogline.server.intake import Added, pasted
from fogline.server.queries import Id

__all__ = ["router"]

router = APIRouter(tags=["adding"])
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]


@dataclass(frozen=True, slots=True)
class Pasted:
    """A pasted text and what is known about it."""

    text: Annotated[str, Form()] = ""
    title: Annotated[Line, Form()] = ""
    publisher: Annotated[Line, Form()] = ""
    url: Annotated[Line, Form()] = ""
    published_at: Annotated[Line, Form()] = ""


@router.post("/reports", status_code=202)
def add(
    board: TheBoard,
    paste: Annotated[Pasted, Depends()],
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Read files, a pasted text, or both; gives the job to ask after."""
    sent = [file for file in files or [] if file.filename]
    if len(sent) > board.options.files_limit:
        raise HTTPException(413, f"more than {board.options.files_limit} files at once")
    added = [Added(file.filename or "", file.file.read()) for file in sent]
    if paste.text.strip():
        added.append(pasted(asdict(paste)))
    if not added:
        raise HTTPException(422, "there is nothing to read: paste a text or choose files")
    return JSONResponse(board.intake.start(added).shape(), 202)


@router.get("/jobs/{job_id}")
def job(board: TheBoard, job_id: Annotated[Id, Path()]) -> Response:
    """How far a job has come, and what was skipped."""
    known = board.intake.job(job_id)
    if known is None:
        raise HTTPException(404, "no such job; the server may have been started anew")
    return JSONResponse(known.shape())
