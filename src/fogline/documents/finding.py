"""Which files a user means: files, folders, globs and standard input."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.documents.options import DocumentOptions
from fogline.errors import ItemError

__all__ = ["SIDECAR", "Found", "Missed", "find"]

SIDECAR = "published.toml"
STDIN = "-"
# Process substitution hands a pipe over under these names; other pipes and devices might never end.
PIPES = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")


Inode = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `path` is as written, None for standard input; `named` says that it was asked for."""

    name: str
    path: str | None
    named: bool

    @property
    def folder(self) -> str | None:
        """The folder it lies in."""
        return None if self.path is None else os.path.dirname(self.path)


@dataclass(frozen=True, slots=True)
class Missed:
    """A source that leads to no file, and why."""

    path: str
    error: ItemError


def find(source: str, options: DocumentOptions) -> Iterator[Found | Missed]:
    """The files that `source` means, in the order of their names.

    In a folder, hidden files and `published.toml` are no reports.
    """
    if source == STDIN:
        yield Found(name="stdin", path=None, named=True)
    elif os.path.lexists(source) or not glob.has_magic(source):
        yield from _path(source, options)
    else:
        yield from _matches(source, options)


def _matches(pattern: str, options: DocumentOptions) -> Iterator[Found | Missed]:
    matches = sorted(glob.glob(pattern, recursive=True))
    matches = [path for path in matches if os.path.basename(path.rstrip(os.sep)) != SIDECAR]
    if not matches:
        yield Missed(pattern, ItemError("unreadable", "no file matches the pattern"))
    for path in matches:
        # with ** a folder and the files in it both match: the files are enough
        if "**" in pattern and os.path.isdir(path):
            continue
        yield from _path(path, options)


def _path(path: str, options: DocumentOptions) -> Iterator[Found | Missed]:
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield Missed(path, unreadable(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, options)
    elif stat.S_ISREG(mode) or path.startswith(PIPES):
        yield Found(os.path.basename(path), path, named=True)
    else:
        yield Missed(path, ItemError("unreadable", "neither a file nor a folder"))


def _folder(path: str, options: DocumentOptions) -> Iterator[Found | Missed]:
    offered = False
    for item in _walk(path, options):
        offered = True
        yield item
    if not offered:
        yield Missed(path, ItemError("no_text", "the folder holds no report"))


def _walk(top: str, options: DocumentOptions) -> Iterator[Found | Missed]:
    """What lies in a folder and below, in the order of names.

    A stack and not recursion: folders can be nested deeper than Python can call. Each folder is read once,
    however many links lead to it; `above` are the folders on the way, to tell a link that leads back.
    """
    visited: set[Inode] = set()
    waiting: list[tuple[str, tuple[Inode, ...]]] = [(top, ())]
    while waiting:
        path, above = waiting.pop()
        if not os.path.isdir(path):
            yield _file(path)
            continue
        try:
            status = os.stat(path)
            names = os.listdir(path)
        except OSError as error:
            yield Missed(path, unreadable(error))
            continue
        here = (status.st_dev, status.st_ino)
        if here in above:
            yield Missed(path, ItemError("link_loop", "a link leads back to a folder it lies in"))
        elif here not in visited:
            visited.add(here)
            below = [os.path.join(path, name) for name in sorted(names, reverse=True) if _is_offered(name)]
            kept = [item for item in below if options.recursive or not os.path.isdir(item)]
            waiting.extend((item, (*above, here)) for item in kept)


def _is_offered(name: str) -> bool:
    return not name.startswith(".") and name != SIDECAR


def _file(path: str) -> Found | Missed:
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        return Missed(path, unreadable(error))
    if not stat.S_ISREG(mode):
        return Missed(path, ItemError("unreadable", "neither a file nor a folder"))
    return Found(os.path.basename(path), path, named=False)


def unreadable(error: OSError | ValueError) -> ItemError:
    """Why the system would not open a file, in its own words."""
    import errno

    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return ItemError("link_loop", "a link leads back to itself")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return ItemError("unreadable", reason)
