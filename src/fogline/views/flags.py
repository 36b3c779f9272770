"""Flags on reports: those a report earns by itself, kept in the ledger, and those that take other reports to see.

`flags_across` is a pure function of claims, links and questions; `flag_rows` joins what it gives to what the ledger
keeps with each report (`DocumentRow.flags`). Command line, board and Python show the same rows. A flag takes no claim
out of any view.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fogline.ledger.rows import DocumentRow
from fogline.links.comparing.copying import likeness
from fogline.links.dropping import ATTRIBUTION
from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.records.links import Link
from fogline.records.readings import FLAGS, ReportFlag
from fogline.views.citing import Cited, who_of
from fogline.views.dating import said_on

__all__ = ["Across", "FlagRow", "disputed_claims", "flag_object", "flag_rows", "flags_across", "flags_of", "may_drop"]

Across = Mapping[str, tuple[ReportFlag, ...]]
"""Flags that take other reports to see, by report id."""

FEWEST = 3  # statements on disputed matters from which on it tells something that one side alone makes them
ALIKE = 0.6  # share of words from which on two statements of a report are one: its headline and its first sentence
COPIED, LEAST_WORDS = 0.8, 6  # share of words in order that make a copy, and words from which on that is no accident
REPRINTED = 7  # days
NO_PARTY = frozenset({"unnamed", "media", "people", "document"})
PRONOUNS = frozenset({"we", "i", "they", "he", "she"})
WORD = re.compile(r"[^\W_]+")
STRONG = 0.5  # score from which on a link counts, as it does for questions


@dataclass(frozen=True, slots=True)
class FlagRow:
    """One flag of one report."""

    document: Document
    flag: ReportFlag

    @property
    def meaning(self) -> str:
        """What flags of this name tell."""
        return FLAGS.get(self.flag.flag, "")

    @property
    def words(self) -> str:
        """The words of the report that it points at."""
        return self.document.text[self.flag.start : self.flag.end]

    def to_json(self) -> dict[str, Json]:
        """The row as JSON values: the report, then the flag as `flag_object` gives it."""
        report = self.document
        return {
            "document": report.id,
            "report": report.name,
            "publisher": report.publisher,
            "published_at": report.published_at,
            **flag_object(self.flag, report),
        }


def flag_object(flag: ReportFlag, report: Document) -> dict[str, Json]:
    """A flag as JSON values: `flag meaning reason start end words sentences[start end text] claim_ids`."""
    return {
        "flag": flag.flag,
        "meaning": FLAGS.get(flag.flag, ""),
        "reason": flag.reason,
        "start": flag.start,
        "end": flag.end,
        "words": report.text[flag.start : flag.end],
        "sentences": [{"start": span.start, "end": span.end, "text": span.text} for span in flag.sentences],
        "claim_ids": list(flag.claim_ids),
    }


def flags_of(row: DocumentRow, across: Across) -> tuple[ReportFlag, ...]:
    """All flags of one report in the order of the text."""
    found = (*row.flags, *across.get(row.document.id, ()))
    return tuple(sorted(found, key=lambda flag: (flag.start, flag.end, flag.flag)))


def flag_rows(reports: Iterable[DocumentRow], across: Across) -> tuple[FlagRow, ...]:
    """The flags of all reports, by the name of the report and in the order of its text."""
    ordered = sorted(reports, key=lambda row: (row.document.name, row.document.id))
    return tuple(FlagRow(row.document, flag) for row in ordered for flag in flags_of(row, across))


def disputed_claims(links: Iterable[Link]) -> set[str]:
    """The claims that a clash touches; that two count differently makes no dispute of sides."""
    strong = (link for link in links if link.relation == "clashes" and link.score >= STRONG)
    clashing = (link for link in strong if link.about != "number")
    return {claim_id for link in clashing for claim_id in (link.left_id, link.right_id)}


def flags_across(claims: Iterable[Cited], links: Sequence[Link]) -> Across:
    """The flags that `claims` and the links between them tell, by report."""
    disputed = disputed_claims(links)
    held: defaultdict[str, list[ReportFlag]] = defaultdict(list)
    repeating = [link for link in links if may_drop(link)]
    wanted = {claim_id for link in repeating for claim_id in (link.left_id, link.right_id)}
    known: dict[str, Cited] = {}
    quoted: defaultdict[str, list[Cited]] = defaultdict(list)
    for claim, document in claims:
        if claim.id in wanted:
            known[claim.id] = (claim, document)
        if claim.id in disputed and claim.speaker is not None:
            quoted[document.id].append((claim, document))
    for told in quoted.values():
        held[told[0][1].id] += _one_sided(told)
    for document_id, flag in _dropped(repeating, known):
        held[document_id].append(flag)
    return {document_id: tuple(flags) for document_id, flags in held.items() if flags}


def _one_sided(told: Sequence[Cited]) -> Iterator[ReportFlag]:
    """A flag where every statement on a disputed matter whose speaker has a side is of one side."""
    sided = [cited for cited in told if any(speaker.side for speaker in cited[0].speakers)]
    sides = {speaker.side for claim, _ in sided for speaker in claim.speakers if speaker.side}
    claims = _apart(claim for claim, _ in sided)
    if len(claims) < FEWEST or len(sides) != 1:
        return
    reason = f"{len(claims)} statements on disputed matters, all by {min(filter(None, sides))}"
    spans = tuple(sorted({claim.sentence for claim in claims}))
    yield ReportFlag("one-sided", reason, spans[0].start, spans[0].end, spans, tuple(claim.id for claim in claims))


def _apart(claims: Iterable[Claim]) -> list[Claim]:
    """The claims without those that say again what an earlier one says."""
    kept: list[tuple[Claim, frozenset[str]]] = []
    for claim in claims:
        words = frozenset(_words(claim))
        if all(len(words & other) < ALIKE * min(len(words), len(other)) for _, other in kept):
            kept.append((claim, words))
    return [claim for claim, _ in kept]


def _words(claim: Claim) -> tuple[str, ...]:
    return tuple(WORD.findall(claim.text.casefold()))


def may_drop(link: Link) -> bool:
    """Whether two claims are one statement told twice: of two voices only the same words are called that."""
    return link.relation == "repeats" or ATTRIBUTION in link.fields


def _dropped(links: Iterable[Link], known: Mapping[str, Cited]) -> Iterator[tuple[str, ReportFlag]]:
    """A flag for each claim in a report's own voice that another report gives as somebody's statement."""
    pairs: dict[str, tuple[Cited, Cited]] = {}
    excused: set[str] = set()
    for link in links:
        left, right = known.get(link.left_id), known.get(link.right_id)
        for own, other in ((left, right), (right, left)):
            if own is None or other is None or not _is_drop(own, other, marked=ATTRIBUTION in link.fields):
                continue
            pairs.setdefault(own[0].id, (own, other))
            if own[1].id == other[1].id:
                excused.add(own[0].id)  # the report names the speaker elsewhere
    for claim_id, (own, other) in pairs.items():
        if claim_id not in excused:
            yield own[1].id, _drop(own, other)


def _is_drop(own: Cited, other: Cited, *, marked: bool) -> bool:
    """Whether one report tells plainly, and no earlier, what the other gives as a party's claim.

    In the same words, unless the linker found the content to be the same and `marked` the link.
    """
    speaker = other[0].speaker
    if own[0].speaker is not None or speaker is None or speaker.kind in NO_PARTY:
        return False
    named = set(WORD.findall(speaker.name.casefold()))
    if named <= PRONOUNS or named <= set(WORD.findall(own[0].sentence.text.casefold())):
        return False
    told, said = _words(own[0]), _words(other[0])
    if own[0].stance != other[0].stance or not _in_time(own, other) or _numbers(told) != _numbers(said):
        return False
    return marked or (min(len(told), len(said)) >= LEAST_WORDS and likeness(told, said) >= COPIED)


def _numbers(words: Iterable[str]) -> set[str]:
    """The numbers among words: a bulletin of another day is another bulletin."""
    return {word for word in words if word.isdigit()}


def _in_time(own: Cited, other: Cited) -> bool:
    """Whether it was told on the day of the statement or in the week after; without a day either, nobody knows."""
    days = [said_on(*cited).day for cited in (own, other)]
    if not days[0] or not days[1]:
        return True
    later = (date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days
    return 0 <= later <= REPRINTED


def _drop(own: Cited, other: Cited) -> ReportFlag:
    claim, (told, report) = own[0], other
    reason = f"told in its own voice; {report.publisher or report.name} gives it as a statement of {who_of(*other)}"
    return ReportFlag("attribution-dropped", reason, claim.start, claim.end, (claim.sentence,), (claim.id, told.id))
