"""What a ledger looks like from above: the part of the façade that counts, groups and compares claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from fogline.ledger import Ledger
from fogline.ledger.filters import iso_day
from fogline.ledger.rows import ClaimFilter
from fogline.records.links import Link, Standing

if TYPE_CHECKING:
    from fogline.views.brief import Brief
    from fogline.views.changes import ChangeList
    from fogline.views.citing import Cited
    from fogline.views.control import ControlTable
    from fogline.views.flags import FlagRow
    from fogline.views.map import PlaceMap
    from fogline.views.numbers import NumberSeries
    from fogline.views.sources import SourceTable
    from fogline.views.timeline import Timeline

__all__ = ["Overviews"]


class Overviews:
    """Views over the claims of a ledger; each row leads to claims and sentences."""

    ledger: Ledger

    def standings(self) -> tuple[Standing, ...]:
        """The questions on which claims meet and how each stands, the most disputed first."""
        raise NotImplementedError

    def control(self, wanted: ClaimFilter | None = None) -> ControlTable:
        """Who is said to hold which place, by claimant and date."""
        from fogline.views.control import control_table

        asked = wanted or ClaimFilter()
        fighting = replace(asked, kind="clash", status="ongoing")
        return control_table(chain(self.ledger.claims(replace(asked, kind="control")), self.ledger.claims(fighting)))

    def numbers(self, wanted: ClaimFilter | None = None, *, least_claimants: int = 1) -> tuple[NumberSeries, ...]:
        """Figures of the same thing beside each other, what most claimants speak of first."""
        from fogline.views.numbers import number_series

        counting = (question for question in self.ledger.questions() if question.about == "number")
        matters = {claim_id: question.id for question in counting for claim_id in question.claim_ids}
        return number_series(self._claims(wanted), matters, least_claimants=least_claimants)

    def timeline(self, wanted: ClaimFilter | None = None, *, limit: int | None = None) -> Timeline:
        """Claims by when what they tell happened, the earliest first."""
        from fogline.views.timeline import timeline

        return timeline(self._claims(wanted), limit=limit)

    def place_map(self, wanted: ClaimFilter | None = None) -> PlaceMap:
        """What is claimed about each place."""
        from fogline.views.map import place_map

        return place_map(self._claims(wanted))

    def sources(self, wanted: ClaimFilter | None = None) -> SourceTable:
        """Whose words each publisher and report carries."""
        from fogline.views.sources import source_table

        return source_table(self._claims(wanted))

    def changes(self, since: str, wanted: ClaimFilter | None = None) -> ChangeList:
        """What changed from a day on, by the clock of `wanted`. Raises RunError where `since` is no day."""
        return self._changes(list(self._claims(wanted)), since, wanted or ClaimFilter())

    def brief(self, wanted: ClaimFilter | None = None, *, since: str | None = None) -> Brief:
        """A situation report on the claims asked for; with `since` also what changed from that day on."""
        from fogline.views.brief import make_brief, scope_of

        asked = wanted or ClaimFilter()
        claims, questions = list(self._claims(asked)), tuple(self.ledger.questions())
        changes = self._changes(claims, since, asked) if since else None
        return make_brief(claims, self._links(), questions, changes=changes, scope=scope_of(asked, since))

    def standings_by(self, wanted: ClaimFilter) -> tuple[Standing, ...]:
        """The questions as they stood by the claims asked for: with `as_of` those known by the end of that day."""
        from fogline.views.standing import standings_then

        return standings_then(self.standings(), self._claims(wanted), self._links())

    def flags(self, document: str | None = None) -> tuple[FlagRow, ...]:
        """The flags on reports, or on one by id or name; each with its reason, sentences and claims."""
        from fogline.views.flags import flag_rows, flags_across

        across = flags_across(self._claims(None), list(self._links()))
        return flag_rows([self.ledger.document(document)] if document else self.ledger.documents(), across)

    def _changes(self, claims: list[Cited], since: str, asked: ClaimFilter) -> ChangeList:
        from fogline.views.changes import change_list, days_of

        day = iso_day("since", since)
        reports = self.ledger.documents() if asked.clock == "read" else ()
        days = days_of(claims, asked.clock, {row.document.id: row.read_at for row in reports})
        return change_list(claims, self._links(), days, day, asked.clock)

    def _links(self) -> Iterator[Link]:
        return (row.link for row in self.ledger.links())

    def _claims(self, wanted: ClaimFilter | None) -> Iterator[Cited]:
        return self.ledger.claims(wanted or ClaimFilter())
