"""A folder of reports to write into and read."""

from __future__ import annotations

import gzip
import io
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from fogline.documents.options import DocumentOptions
from fogline.documents.reading import read
from fogline.records.documents import Document
from fogline.records.failures import REASONS, Failure

REPORT = (
    "The ferry across the Sava at Dorvik was hit by two shells on Sunday, the harbour office said.\n\n"
    "A spokesman for the Northern Command denied that its guns had fired on the river port.\n"
)


@dataclass(frozen=True)
class Folder:
    """A folder with reports; `read` gives what was kept and what failed, in order."""

    path: Path

    def write(self, name: str, content: str | bytes | list[object]) -> str:
        """A file with the content: bytes, text, or objects as JSON Lines; packed where the name says gzip."""
        if isinstance(content, list):
            content = "".join(json.dumps(row) + "\n" for row in content)
        data = content.encode() if isinstance(content, str) else content
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return str(target)

    def read(
        self, *sources: str, options: DocumentOptions | None = None, stdin: bytes = b""
    ) -> tuple[list[Document], list[Failure]]:
        """What reading gives; every reason must be one that users can look up."""
        found = list(read(sources or (str(self.path),), options, stdin=io.BytesIO(stdin)))
        failures = [item for item in found if isinstance(item, Failure)]
        assert {failure.reason for failure in failures} <= set(REASONS)
        return [item for item in found if isinstance(item, Document)], failures

    def one(self, *sources: str, options: DocumentOptions | None = None) -> Document:
        """The only document there is, read without a failure."""
        documents, failures = self.read(*sources, options=options)
        assert failures == []
        assert len(documents) == 1
        return documents[0]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty folder."""
    return Folder(tmp_path)


@pytest.fixture
def report() -> str:
    """A short report in English."""
    return REPORT
