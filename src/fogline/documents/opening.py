"""Files opened for reading: size limits, gzip, and lines of bounded length."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from fogline.documents.finding import Found, unreadable
from fogline.errors import ItemError

__all__ = ["GZIP", "opened", "unpacked", "whole"]

GZIP = b"\x1f\x8b"
# News text packs 3 to 10 times, repetitive JSON Lines about 50 times; deflate itself can reach 1,032 times.
RATIO_LIMIT = 200
BLOCK = 1 << 20
PACKED_BLOCK = 1 << 16


@contextmanager
def opened(found: Found, stdin: BinaryIO | None) -> Iterator[io.BufferedReader]:
    """The bytes of a file, unpacked where they are gzip, ready to be peeked at.

    Raises ItemError: `unreadable`, `link_loop`.
    """
    if found.path is None:
        yield unpacked(_buffered(stdin or sys.stdin.buffer))
        return
    try:
        stream = open(found.path, "rb")  # noqa: SIM115 - closed below, whatever the reader does
    except (OSError, ValueError) as error:
        raise unreadable(error) from error
    with stream:
        yield unpacked(stream)


def unpacked(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream, or what is packed in it where it is gzip."""
    if not stream.peek(2).startswith(GZIP):
        return stream
    return io.BufferedReader(_Unpacking(stream), PACKED_BLOCK)


def whole(stream: io.BufferedReader, limit: int) -> bytes:
    """All bytes of a stream. Raises ItemError: `too_large` past the limit, without reading on."""
    size = _size(stream)
    if size is not None and size > limit:
        raise ItemError("too_large", f"{size:,} bytes are more than the limit of {limit:,}")
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ItemError("too_large", f"more than the limit of {limit:,} bytes")
    return data


def _size(stream: io.BufferedReader) -> int | None:
    """The size of a plain file, None for pipes and packed files."""
    if not isinstance(stream.raw, io.FileIO):
        return None
    return os.fstat(stream.fileno()).st_size or None


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast(io.RawIOBase, stream), BLOCK)


class _Unpacking(io.RawIOBase):
    """A gzip stream that stops at a bomb and says what is wrong in our own words."""

    def __init__(self, packed: io.BufferedReader) -> None:
        self._packed = _Counting(packed)
        self._plain = gzip.GzipFile(fileobj=self._packed, mode="rb")
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._plain.read1(len(buffer))  # what is there, so that damage costs only the rest
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise ItemError("malformed", f"damaged gzip: {error}") from error
        self._given += len(data)
        if self._given > BLOCK and self._given > RATIO_LIMIT * self._packed.taken:
            raise ItemError("too_large", f"gzip unpacks to more than {RATIO_LIMIT} times its size")
        buffer[: len(data)] = data
        return len(data)


class _Counting(io.RawIOBase):
    """A stream that counts what was taken from it."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        data = self._stream.read(size)
        self.taken += len(data)
        return data
