"""Reports that people add in the browser: kept in a folder of their own, read one job after the other."""

from __future__ import annotations

import json
import secrets
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

from fogline.errors import FoglineError
from fogline.exports.contract import JsonObject
from fogline.server.settings import ServerOptions
from fogline.server.shapes import failure_shape, without_paths
from fogline.workspace import ReadProgress, Workspace

__all__ = ["Added", "Intake", "Job", "pasted"]

KEPT_JOBS = 100
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Added:
    """One thing that was added: a file with its name, or a text with what is known about it."""

    name: str
    content: bytes


@dataclass(slots=True)
class Job:
    """How far the reading of what was added has come."""

    id: str
    files: int
    state: Literal["waiting", "reading", "done", "failed"] = "waiting"
    reports: int = 0
    claims: int = 0
    known: int = 0
    name: str = ""
    message: str = ""
    failures: list[JsonObject] = field(default_factory=list)

    def shape(self) -> JsonObject:
        """The job as JSON."""
        return {
            "id": self.id,
            "state": self.state,
            "files": self.files,
            "reports": self.reports,
            "claims": self.claims,
            "known": self.known,
            "name": self.name,
            "message": self.message,
            "failures": [*self.failures],
        }


class Intake:
    """Reads what people add, a job at a time, while the pages go on."""

    def __init__(self, workspace: Workspace, options: ServerOptions, done: Callable[[], None]) -> None:
        self._workspace = workspace
        self._options = options
        self._done = done
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._turn = threading.Lock()

    def start(self, added: Sequence[Added]) -> Job:
        """Begin to read; gives the job to ask after."""
        job = Job(secrets.token_hex(8), len(added))
        self._jobs[job.id] = job
        while len(self._jobs) > KEPT_JOBS:
            self._jobs.popitem(last=False)
        threading.Thread(target=self._run, args=(job, tuple(added)), daemon=True, name=f"intake-{job.id}").start()
        return job

    def job(self, job_id: str) -> Job | None:
        """The job of that id."""
        return self._jobs.get(job_id)

    def _run(self, job: Job, added: Sequence[Added]) -> None:
        with self._turn:
            job.state = "reading"
            try:
                self._read(job, added)
                job.state = "done"
            except (FoglineError, OSError) as error:
                job.state, job.message = "failed", without_paths(str(error))
            except Exception:  # the last net: a page that waits must be told
                job.state, job.message = "failed", "reading stopped unexpectedly"
            self._done()

    def _read(self, job: Job, added: Sequence[Added]) -> None:
        def progress(now: ReadProgress) -> None:
            job.reports, job.claims, job.name = now.reports, now.claims, now.name

        with tempfile.TemporaryDirectory(prefix="fogline-") as folder:
            paths = [_kept(Path(folder), number, item) for number, item in enumerate(added)]
            summary = self._workspace.read(paths, reading=self._options.reading, progress=progress)
        job.reports, job.claims, job.known = summary.added.documents, summary.added.claims, summary.added.known
        job.failures = [failure_shape(failure) for failure in summary.failures]


def pasted(record: dict[str, str]) -> Added:
    """A pasted text with its metadata, as a record that the readers know."""
    known = {key: value for key, value in record.items() if value}
    return Added("pasted.jsonl", (json.dumps(known) + "\n").encode())


def _kept(folder: Path, number: int, item: Added) -> str:
    """Write one file under its own name, without any folder it came with."""
    name = PurePosixPath(item.name.replace("\\", "/")).name.replace("\x00", "").lstrip(".")[-LONGEST_NAME:]
    place = folder / f"{number:04d}"
    place.mkdir()
    path = place / (name or "report.txt")
    path.write_bytes(item.content)
    return str(path)
