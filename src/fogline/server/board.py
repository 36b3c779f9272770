"""What all addresses of the board share: the workspace, remembered answers, decisions, and looks at all claims."""

from __future__ import annotations

import gc
import threading
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, TypeVar, cast

from fastapi import Depends, HTTPException, Request

from fogline.errors import RunError
from fogline.exports.contract import JsonObject
from fogline.ledger.rows import ClaimFilter, Review
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.server.answers import Answers
from fogline.server.comparing import Comparer
from fogline.server.intake import Intake
from fogline.server.settings import ServerOptions
from fogline.server.shapes import claim_shape
from fogline.views.brief import Brief
from fogline.views.numbers import NumberSeries
from fogline.workspace import Workspace

__all__ = ["Board", "TheBoard", "found"]

Made = TypeVar("Made")
KEPT_VIEWS = 60
FEW_CLAIMS = 5_000  # up to here a look at all of them takes no time that a person notices
SLOW_SECONDS = 1.0  # what takes longer is shown as it was while it is made anew


@dataclass(frozen=True, slots=True)
class _View:
    """Something made from the whole ledger: of which state, and how long that took."""

    state: str
    value: object
    seconds: float


class Board:
    """The workspace as the board uses it."""

    def __init__(self, workspace: Workspace, options: ServerOptions) -> None:
        self.workspace = workspace
        self.options = options
        self.answers = Answers(workspace)
        self.intake = Intake(workspace, options, self.answers.forget)
        self.comparer = Comparer(workspace, self.answers.forget)
        self._views: OrderedDict[object, _View] = OrderedDict()
        self._making: dict[object, threading.Lock] = {}
        self._renewing: set[object] = set()
        self._constants: dict[str, object] = {}
        self._lock = threading.RLock()

    def remembered(self, key: object, make: Callable[[], Made]) -> Made:
        """What `make` gives, made once for each state of the ledger."""
        state = self.answers.state()
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        with making:
            held = self._views.get(key)
            if held is None or held.state != state:
                held = self._keep(key, state, make)
            return cast(Made, held.value)

    def lately(self, key: object, make: Callable[[], Made]) -> Made:
        """What `make` gives; where that takes long and the ledger has moved on, as it was while it is made anew."""
        held = self._views.get(key)
        if held is None or held.seconds < SLOW_SECONDS or held.state == self.answers.state():
            return self.remembered(key, make)
        self._renew_beside(key, make)
        return cast(Made, held.value)

    def soon(self, key: object, make: Callable[[], Made], meanwhile: Made) -> Made:
        """What `make` gives, as `lately`; the first time, in a large ledger, `meanwhile` while it is made."""
        if key in self._views or self.workspace.counts().claims < FEW_CLAIMS:
            return self.lately(key, make)
        self._renew_beside(key, make)
        return meanwhile

    def _renew_beside(self, key: object, make: Callable[[], object]) -> None:
        with self._lock:
            fresh = key not in self._renewing
            self._renewing.add(key)
        if fresh:
            threading.Thread(target=self._renew, args=(key, make), daemon=True).start()

    def _renew(self, key: object, make: Callable[[], object]) -> None:
        try:
            self.remembered(key, make)
        finally:
            self._renewing.discard(key)
            self.answers.drop()  # answers made meanwhile tell of before

    def _keep(self, key: object, state: str, make: Callable[[], object]) -> _View:
        began = time.monotonic()
        view = _View(state, make(), time.monotonic() - began)
        with self._lock:
            self._views[key] = view
            self._views.move_to_end(key)
            while len(self._views) > KEPT_VIEWS:
                gone, _ = self._views.popitem(last=False)
                self._making.pop(gone, None)
        return view

    def remembered_always(self, key: str, make: Callable[[], Made]) -> Made:
        """What `make` gives, made once: for what does not depend on the ledger."""
        with self._lock:
            if key not in self._constants:
                self._constants[key] = make()
            return cast(Made, self._constants[key])

    def reviews(self) -> Mapping[str, list[Review]]:
        """Decisions that stand, by claim."""
        return self.remembered("reviews", self.workspace.decisions)

    def claims(self, wanted: ClaimFilter | None = None) -> list[tuple[Claim, Document]]:
        """The claims asked for, as people decided they are."""
        asked = wanted or ClaimFilter()
        return self.lately(("claims", asked), lambda: list(self.workspace.ledger.told(asked)))

    def brief(self, wanted: ClaimFilter, since: str | None = None) -> Brief:
        """The situation report on the claims asked for."""
        return self.lately(("brief", wanted, since), lambda: self.workspace.brief(wanted, since=since))

    def numbers(self, wanted: ClaimFilter) -> tuple[NumberSeries, ...]:
        """Figures of the claims asked for."""
        return self.lately(("numbers", wanted), lambda: self.workspace.numbers(wanted))

    def decided(self) -> None:
        """Something was decided: answers are made anew, and claims compared."""
        self.answers.forget()
        self.comparer.soon()

    def shape(self, claim: Claim, document: Document) -> JsonObject:
        """A claim as the board shows it."""
        return claim_shape(claim, document, self.reviews().get(claim.id, ()))

    def clashing(self) -> Counter[str]:
        """How many clashes each claim stands in."""
        ends = self.workspace.ledger.clashes
        return self.remembered("clashing", lambda: Counter(claim_id for pair in ends() for claim_id in pair))

    def warm(self) -> None:
        """Read what every page needs, so that the first reader does not wait for it.

        What is read stays: the collector of cycles is told to look past it.
        """
        with suppress(RunError):  # the page that asks says what is wrong
            self.claims()
            self.clashing()
            self.reviews()
            self.lately("standings", self.workspace.standings)
            self.workspace.ledger.bare_links()
            self.brief(ClaimFilter())
            self.numbers(ClaimFilter())
            gc.freeze()


def _board(request: Request) -> Board:
    return cast(Board, request.app.state.board)


TheBoard = Annotated[Board, Depends(_board)]


def found(look: Callable[[], Made]) -> Made:
    """What `look` finds; 404 where it finds nothing."""
    try:
        return look()
    except RunError as error:
        raise HTTPException(404, str(error)) from error
