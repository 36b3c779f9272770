"""What a ledger looks like from above: the part of the façade that counts, groups and compares claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from fogline.errors import RunError
from fogline.ledger import Ledger
from fogline.ledger.bulk import many_records
from fogline.ledger.filters import iso_day
from fogline.ledger.rows import ClaimFilter
from fogline.records.links import Link, Question, Relation, Standing

if TYPE_CHECKING:
    from fogline.views.accord import Accord
    from fogline.views.brief import Brief
    from fogline.views.brief_facts import BriefFacts
    from fogline.views.changes import Around, ChangeList
    from fogline.views.citing import Citation, Cited
    from fogline.views.control import ControlTable
    from fogline.views.flags import Across, FlagRow
    from fogline.views.map import PlaceMap
    from fogline.views.matrix import By, SourceMatrix
    from fogline.views.matter import Matter
    from fogline.views.numbers import NumberSeries
    from fogline.views.sources import SourceTable
    from fogline.views.speakers import SpeakerRow
    from fogline.views.timeline import Timeline

__all__ = ["Overviews"]

TELLING: tuple[Relation, ...] = ("agrees", "clashes", "supersedes")  # what tells of a change
MOST_LINKS = 100_000  # that are kept with their reasons: about 60 MB
FEW_CLAIMS = 5_000  # asking for the links of more takes longer than reading all


@dataclass(slots=True)
class _Kept:
    """What views made of one state of a ledger and need again: facts, citations by claim, links with reasons."""

    stamp: str
    facts: BriefFacts | None = None
    quoted: dict[str, Citation] = field(default_factory=dict)
    links: list[Link] | None = None
    asked: dict[str, Question] | None = None
    accord: Accord | None = None


class Overviews:
    """Views over the claims of a ledger; each row leads to claims and sentences."""

    ledger: Ledger
    _held: _Kept | None = None

    def standings(self) -> tuple[Standing, ...]:
        """The questions on which claims meet and how each stands, the most disputed first."""
        raise NotImplementedError

    def control(self, wanted: ClaimFilter | None = None) -> ControlTable:
        """Who is said to hold which place, by claimant and date."""
        from fogline.views.control import control_table
        from fogline.views.leaving import LEAVING

        asked = wanted or ClaimFilter()
        fighting = replace(asked, kind="clash", status="ongoing")
        on_control = (fighting, *(replace(asked, kind=kind) for kind in ("control", *LEAVING)))
        with many_records():
            return control_table(chain.from_iterable(map(self._claims, on_control)))

    def numbers(self, wanted: ClaimFilter | None = None, *, least_claimants: int = 1) -> tuple[NumberSeries, ...]:
        """Figures of the same thing beside each other, what most claimants speak of first."""
        from fogline.views.numbers import number_series

        counting = self.ledger.questions(about="number")
        matters: defaultdict[str, list[str]] = defaultdict(list)
        for question in counting:
            for claim_id in question.claim_ids:
                matters[claim_id].append(question.id)
        with many_records():
            told = self._claims(replace(wanted or ClaimFilter(), having="numbers"))
            return number_series(told, dict(matters), least_claimants=least_claimants)

    def timeline(
        self,
        wanted: ClaimFilter | None = None,
        *,
        limit: int | None = None,
        since: str | None = None,
        until: str | None = None,
        said: bool = True,
    ) -> Timeline:
        """Claims by when what they tell happened, the earliest first; news without a time by when it was told.

        Raises RunError where `since` or `until` is no day.
        """
        from fogline.views.timeline import timeline

        first, last = (day and iso_day(name, day) for name, day in (("since", since), ("until", until)))
        with many_records():
            return timeline(self._claims(wanted), limit=limit, since=first, until=last, said=said)

    def place_map(self, wanted: ClaimFilter | None = None) -> PlaceMap:
        """What is claimed about each place."""
        from fogline.views.map import place_map

        asked = wanted or ClaimFilter()
        with many_records():
            placed = list(self._claims(replace(asked, having="place")))
            found = place_map(placed)
        return replace(found, unplaced=found.unplaced + self.ledger.count_claims(asked) - len(placed))

    def sources(self, wanted: ClaimFilter | None = None) -> SourceTable:
        """Whose words each publisher and report carries."""
        from fogline.views.sources import source_table

        with many_records():
            return source_table(self._claims(wanted))

    def source_matrix(self, wanted: ClaimFilter | None = None, by: By = "side") -> SourceMatrix:
        """Who speaks on which question, by side or by publisher; the most disputed question first."""
        from fogline.views.matrix import source_matrix

        asked = wanted or ClaimFilter()
        standings = self.standings() if asked == ClaimFilter() else self.standings_by(asked)
        with many_records():
            return source_matrix(standings, self._claims(asked), by)

    def speakers(self, wanted: ClaimFilter | None = None) -> list[SpeakerRow]:
        """Who speaks, how often, in which stance, about what; those with most statements first."""
        from fogline.views.speakers import speaker_rows

        asked = wanted or ClaimFilter()
        spoken = replace(asked, own_voice=False) if asked.own_voice is None else asked
        with many_records():
            return speaker_rows(self._claims(spoken))

    def changes(self, since: str, wanted: ClaimFilter | None = None) -> ChangeList:
        """What changed from a day on, by the clock of `wanted`. Raises RunError where `since` is no day."""
        from fogline.views.changes import change_list

        asked, day = wanted or ClaimFilter(), iso_day("since", since)
        with many_records():
            claims = list(self._claims(asked))
            days = self._days(claims, asked)
            links = self._links_of({claim_id for claim_id, told in days.items() if told >= day})
            return change_list(
                claims, links, days, day, asked.clock, around=self._around(claims, whole=asked == ClaimFilter())
            )

    def brief(self, wanted: ClaimFilter | None = None, *, since: str | None = None) -> Brief:
        """A situation report on the claims asked for; with `since` also what changed from that day on."""
        from fogline.views.brief import make_brief, scope_of

        asked = wanted or ClaimFilter()
        with many_records():
            claims, questions = list(self._claims(asked)), self.ledger.questions()
            changes = self._changes(claims, self.ledger.bare_links(*TELLING), since, asked) if since else None
            facts = self._facts(whole=claims if asked == ClaimFilter() else None)
            met = () if facts else self.ledger.bare_links("clashes", "agrees")
            return make_brief(claims, met, questions, changes=changes, scope=scope_of(asked, since), facts=facts)

    def standings_by(self, wanted: ClaimFilter) -> tuple[Standing, ...]:
        """The questions as they stood by the claims asked for: with `as_of` those known by the end of that day."""
        from fogline.views.standing import standings_then

        with many_records():
            return standings_then(self.standings(), self._claims(wanted), self.ledger.bare_links())

    def asked(self, question: str) -> Standing:
        """The question whose id begins so, as it stands. Raises RunError where none does, or several do."""
        found = [standing for standing in self.standings() if standing.question.id.startswith(question)]
        if len(found) != 1:
            raise RunError(f"{'no' if not found else 'more than one'} question begins with {question!r}")
        return found[0]

    def matter(self, question: str, wanted: ClaimFilter | None = None) -> Matter:
        """One question, by how its id begins: positions, which claims clash and the chronicle, by the claims asked for.

        Raises RunError where there is no such question, or nothing on it was known.
        """
        from fogline.views.matter import dropped_attributions, matter_of
        from fogline.views.standing import standings_then

        standing, asked = self.asked(question), wanted or ClaimFilter()
        ids = standing.question.claim_ids
        claims = list(self.ledger.claims(replace(asked, ids=ids)))
        links = [row.link for row in self.ledger.links(ids)]
        then = standings_then([standing], claims, links, fewest=1)
        if not then:
            raise RunError(f"nothing on this question was known by {asked.as_of} ({asked.clock})")
        return matter_of(then[0], claims, links, dropped_attributions(claims, links))

    def flags(self, document: str | None = None) -> tuple[FlagRow, ...]:
        """The flags on reports, or on one by id or name; each with its reason, sentences and claims."""
        from fogline.views.flags import flag_rows

        if document is None:
            across = self.flags_across()
            return flag_rows(self.ledger.flagged(across), across)
        row = self.ledger.document(document)
        return flag_rows([row], self.flags_across(row.document.id))

    def flags_across(self, document_id: str | None = None) -> Across:
        """The flags that take several reports to see, by report id; the others stand in `DocumentRow.flags`.

        With `document_id` those of one report alone, for which only the claims are read that its own are linked to.
        """
        from fogline.views.flags import flags_across, may_drop

        with many_records():
            if document_id is None:
                return flags_across(self._claims(None), self.ledger.bare_links())
            own = {claim.id for claim, _ in self._claims(ClaimFilter(document=document_id))}
            links = [row.link for row in self.ledger.links(own)]
            met = own.union(*((link.left_id, link.right_id) for link in links if may_drop(link)))
            across = flags_across(self._claims(ClaimFilter(ids=tuple(sorted(met)))), links)
            return {document_id: across.get(document_id, ())}

    def _facts(self, whole: Sequence[Cited] | None) -> BriefFacts | None:
        """What briefs need of the ledger as it stands, where it was made; made of the `whole` of its claims if given.

        A command that asks for one place never reads the rest.
        """
        from fogline.views.brief_facts import facts_of

        kept = self._kept()
        if kept.facts is None and whole is not None:
            met = self.ledger.bare_links("clashes", "agrees")
            kept.facts = facts_of(whole, met, self.ledger.questions(), self._accord(whole, whole=True))
        return kept.facts

    def _kept(self) -> _Kept:
        """What was made of the ledger as it stands; empty once it has changed."""
        stamp = self.ledger.stamp()
        if self._held is None or self._held.stamp != stamp:
            self._held = _Kept(stamp)
        return self._held

    def _changes(self, claims: Sequence[Cited], links: Sequence[Link], since: str, asked: ClaimFilter) -> ChangeList:
        from fogline.views.changes import change_list

        days = self._days(claims, asked)
        around = self._around(claims, whole=asked == ClaimFilter())
        return change_list(claims, links, days, iso_day("since", since), asked.clock, around=around)

    def _around(self, claims: Sequence[Cited], *, whole: bool) -> Around:
        """What changes are told with: whose word is disputed among these claims, and the questions they speak to."""
        from fogline.views.changes import Around

        kept = self._kept()
        if kept.asked is None:
            questions = sorted(self.ledger.questions(), key=lambda question: question.id)
            kept.asked = {claim_id: question for question in questions for claim_id in question.claim_ids}
        return Around(self._accord(claims, whole=whole), kept.asked, kept.quoted)

    def _accord(self, claims: Sequence[Cited], *, whole: bool) -> Accord:
        """Whose word is disputed among these claims; of the whole ledger found once."""
        from fogline.views.accord import accord_of
        from fogline.views.changes import STRONG

        kept = self._kept()
        if whole and kept.accord is not None:
            return kept.accord
        clashes = (link for link in self.ledger.bare_links("clashes") if link.score >= STRONG)
        accord = accord_of(clashes, {cited[0].id: cited for cited in claims})
        if whole:
            kept.accord = accord
        return accord

    def _days(self, claims: Iterable[Cited], asked: ClaimFilter) -> dict[str, str]:
        from fogline.views.changes import days_of

        return days_of(claims, asked.clock, self.ledger.read_days() if asked.clock == "read" else None)

    def _links_of(self, claim_ids: set[str]) -> Iterable[Link]:
        """The links that touch one of these claims, with their reasons; of many claims all links, which are kept."""
        if len(claim_ids) < FEW_CLAIMS:
            return (row.link for row in self.ledger.links(claim_ids))
        if self.ledger.count_links() > MOST_LINKS:
            return (row.link for row in self.ledger.links())
        kept = self._kept()
        if kept.links is None:
            kept.links = [row.link for row in self.ledger.links()]
        return kept.links

    def _claims(self, wanted: ClaimFilter | None) -> Iterable[Cited]:
        return self.ledger.told(wanted or ClaimFilter())
