"""JSON answers with an ETag, remembered as long as the ledger stands as it did."""

from __future__ import annotations

import json
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from typing import NamedTuple

from fastapi import Request, Response
from starlette.types import Scope

from fogline.exports.contract import JsonObject
from fogline.workspace import Workspace

__all__ = ["Answers"]

KEPT_BYTES = 100_000_000  # of answers; a page of claims has 70 kB, the timeline of a large ledger 1 MB
FRESH_SECONDS = 0.5  # how long the ledger is taken to stand still: asking it costs 10 ms for 80,000 claims
AT_ONCE = 4  # answers in the making: twenty would all come late, and with fewer a slow one holds up the quick ones


class Key(NamedTuple):
    """Which answer: of which state of the ledger, at which address."""

    state: str
    path: str
    query: bytes


class Answer(NamedTuple):
    """The bytes of an answer, and the mark that tells it from others."""

    body: bytes
    etag: str


class State(NamedTuple):
    """What the ledger held when it was last asked, and when that was, by the clock of the machine."""

    word: str
    asked: float


class Answers:
    """Gives each address its answer, made once for each state of the ledger; up to `limit_bytes` are kept."""

    def __init__(self, workspace: Workspace, limit_bytes: int = KEPT_BYTES) -> None:
        self._workspace = workspace
        self._limit_bytes = limit_bytes
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._size = 0
        self._round = 0
        self._lock = threading.Lock()
        self._asking = threading.Lock()
        self._making: dict[Key, threading.Lock] = {}
        self._building = threading.Semaphore(AT_ONCE)
        self._state = State("", 0.0)

    def give(self, request: Request, make: Callable[[], JsonObject]) -> Response:
        """The answer to a request: 304 where the reader has it already."""
        key = _key(self.state(), request.scope)
        return _response(request.scope, self._found(key) or self._made(key, make))

    def ready(self, scope: Scope) -> Response | None:
        """The answer to a request where it is made already, and the ledger known to stand as it did; never waits."""
        state = self._state
        if not _is_fresh(state):
            return None
        found = self._found(_key(state.word, scope))
        return _response(scope, found) if found else None

    def state(self) -> str:
        """What the ledger holds, as a word that changes with it."""
        with self._asking:
            if not _is_fresh(self._state):
                self._state = State(self._workspace.stamp(), time.monotonic())
            return self._state.word

    def forget(self) -> None:
        """Ask the ledger anew at the next request: something was written."""
        with self._asking:
            self._state = State("", 0.0)

    def drop(self) -> None:
        """Make every answer anew, those that are being made too."""
        with self._lock:
            self._kept.clear()
            self._size = 0
            self._round += 1

    def _found(self, key: Key) -> Answer | None:
        with self._lock:
            found = self._kept.get(key)
            if found:
                self._kept.move_to_end(key)
            return found

    def _made(self, key: Key, make: Callable[[], JsonObject]) -> Answer:
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        with making:  # the same page asked for by twenty browsers is made once
            found = self._found(key)
            if found:
                return found
            with self._building:
                return self._keep(key, make)

    def _keep(self, key: Key, make: Callable[[], JsonObject]) -> Answer:
        begun = self._round
        try:
            answer = _answer(make())
        finally:
            with self._lock:
                self._making.pop(key, None)
        with self._lock:
            if begun == self._round and key not in self._kept:
                self._kept[key] = answer
                self._size += len(answer.body)
            while self._size > self._limit_bytes and len(self._kept) > 1:
                self._size -= len(self._kept.popitem(last=False)[1].body)
        return answer


def _is_fresh(state: State) -> bool:
    return bool(state.word) and time.monotonic() - state.asked <= FRESH_SECONDS


def _key(state: str, scope: Scope) -> Key:
    return Key(state, scope["path"], scope["query_string"])


def _response(scope: Scope, answer: Answer) -> Response:
    headers = {"etag": answer.etag}
    known = next((value for name, value in scope["headers"] if name == b"if-none-match"), b"")
    if answer.etag.encode() in known:
        return Response(status_code=304, headers=headers)
    return Response(answer.body, media_type="application/json", headers=headers)


def _answer(content: JsonObject) -> Answer:
    # ASCII: a report may hold lone surrogates, which UTF-8 cannot.
    body = json.dumps(content, separators=(",", ":")).encode("ascii")
    return Answer(body, f'"{blake2b(body, digest_size=12).hexdigest()}"')
