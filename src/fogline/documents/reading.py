"""Sources become documents, one at a time; what cannot be used becomes a Failure."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO

from fogline.documents.drafts import STAGE, Draft, Facts, Skipped
from fogline.documents.finding import SIDECAR, Found, Missed, find, unreadable
from fogline.documents.forms import form_of
from fogline.documents.opening import opened
from fogline.documents.options import DocumentOptions
from fogline.documents.sidecar import read_sidecar
from fogline.errors import ItemError
from fogline.records.documents import Document
from fogline.records.failures import Failure

if TYPE_CHECKING:
    from fogline.documents.building import Origin

__all__ = ["DocumentOptions", "read"]


def read(
    sources: Iterable[str], options: DocumentOptions | None = None, stdin: BinaryIO | None = None
) -> Iterator[Document | Failure]:
    """The documents of files, folders, globs and `-`, and a Failure for all that cannot be used.

    In the order of the sources; within a folder in the order of names. Only one report is held at a time. A
    Failure about a document that was kept (wrong date, language) follows it and has its id. One bad report
    never stops the others. `stdin` is what `-` means, read as bytes: by default that of the process.
    """
    reading = _Reading(options or DocumentOptions(), stdin)
    for source in sources:
        for found in find(source, reading.options):
            yield from reading.file(found)


class _Reading:
    """One run: the options, standard input and the `published.toml` of the folder at hand."""

    def __init__(self, options: DocumentOptions, stdin: BinaryIO | None) -> None:
        self.options = options
        self._stdin = stdin
        self._folder: str | None = None
        self._beside: Mapping[str, Facts] = {}
        self._wrong: set[str] = set()

    def file(self, found: Found | Missed) -> Iterator[Document | Failure]:
        """What one file gives."""
        if isinstance(found, Missed):
            yield _failure(found.path, found.error)
            return
        yield from self._open_sidecar(found)
        try:
            yield from self._drafts(found)
        except ItemError as error:
            yield _failure(found.path or "-", error)
        except OSError as error:
            yield _failure(found.path or "-", unreadable(error))
        except Exception as error:  # the last net: a fault of ours must cost one file, and be seen
            yield _failure(found.path or "-", ItemError("crashed", f"{type(error).__name__}: {error}"))

    def _drafts(self, found: Found) -> Iterator[Document | Failure]:
        if found.name == SIDECAR:
            raise ItemError("unsupported", f"{SIDECAR} describes reports and is none")
        from fogline.documents.building import Origin

        with opened(found, self._stdin) as stream:
            form = form_of(found.name, found.named, stream, self.options)
            origin = Origin(found, form, self._beside.get(found.name, Facts()), self.options)
            empty = True
            for draft in form.read(stream, self.options):
                empty = False
                yield from _built(draft, origin)
            if empty:
                raise ItemError("empty", "there is no record in it")

    def _open_sidecar(self, found: Found) -> Iterator[Failure]:
        if found.folder is None:
            self._beside = {}
            return
        if found.folder != self._folder:
            self._folder, self._beside = found.folder, {}
            try:
                self._beside = read_sidecar(found.folder)
            except ItemError as error:
                path = os.path.join(found.folder, SIDECAR)
                if path not in self._wrong:
                    self._wrong.add(path)
                    yield _failure(path, error)


def _built(draft: Draft | Skipped, origin: Origin) -> Iterator[Document | Failure]:
    if isinstance(draft, Skipped):
        yield _failure(origin.place(draft.where), draft.error)
        return
    from fogline.documents.building import build

    try:
        yield from build(draft, origin)
    except ItemError as error:
        yield _failure(origin.place(draft.where), error)


def _failure(source: str, error: ItemError) -> Failure:
    return Failure(os.fsencode(source).decode("utf-8", "replace"), error.reason, str(error), STAGE)
