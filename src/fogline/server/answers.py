"""JSON answers with an ETag, remembered as long as the ledger stands as it did."""

from __future__ import annotations

import json
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b

from fastapi import Request, Response

from fogline.exports.contract import JsonObject
from fogline.workspace import Workspace

__all__ = ["Answers"]

KEPT = 400  # answers; a page of claims is about 60 kB
FRESH_SECONDS = 0.5  # how long the ledger is taken to stand still: asking it costs 10 ms for 80,000 claims

Answer = tuple[bytes, str]


class Answers:
    """Gives each address its answer, made once for each state of the ledger."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._kept: OrderedDict[tuple[str, str], Answer] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[tuple[str, str], threading.Lock] = {}
        self._state = ""
        self._asked = 0.0

    def give(self, request: Request, make: Callable[[], JsonObject]) -> Response:
        """The answer to a request: 304 where the reader has it already."""
        key = (self.state(), f"{request.url.path}?{request.url.query}")
        body, etag = self._made(key, make)
        if etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers={"etag": etag})
        return Response(body, media_type="application/json", headers={"etag": etag})

    def state(self) -> str:
        """What the ledger holds, as a word that changes with it."""
        with self._lock:
            if not self._state or time.monotonic() - self._asked > FRESH_SECONDS:
                self._state = self._workspace.stamp()
                self._asked = time.monotonic()
            return self._state

    def forget(self) -> None:
        """Ask the ledger anew at the next request: something was written."""
        with self._lock:
            self._state = ""

    def drop(self) -> None:
        """Make every answer anew."""
        with self._lock:
            self._kept.clear()

    def _made(self, key: tuple[str, str], make: Callable[[], JsonObject]) -> Answer:
        with self._lock:
            found = self._kept.get(key)
            if found:
                self._kept.move_to_end(key)
                return found
            making = self._making.setdefault(key, threading.Lock())
        with making:  # the same page asked for by twenty browsers is made once
            with self._lock:
                found = self._kept.get(key)
            return found or self._keep(key, _answer(make()))

    def _keep(self, key: tuple[str, str], answer: Answer) -> Answer:
        with self._lock:
            self._kept[key] = answer
            self._making.pop(key, None)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return answer


def _answer(content: JsonObject) -> Answer:
    # ASCII: a report may hold lone surrogates, which UTF-8 cannot.
    body = json.dumps(content, separators=(",", ":")).encode("ascii")
    return body, f'"{blake2b(body, digest_size=12).hexdigest()}"'
