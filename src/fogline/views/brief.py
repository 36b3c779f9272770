"""A situation report: what is claimed by whom, agreed, disputed, changed and open, each sentence with its citation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fogline.ledger.rows import ClaimFilter
from fogline.records.claims import Kind, Stance
from fogline.records.codec import Json
from fogline.records.links import Link, Question
from fogline.views.changes import STRONG, Change, ChangeList
from fogline.views.citing import Citation, Cited, cite, party_of
from fogline.views.dating import Dated, day_by
from fogline.views.located import spots_of

__all__ = ["Brief", "BriefMatter", "BriefSection", "BriefSentence", "make_brief", "scope_of"]

VERBS: dict[Stance, str] = {
    "asserts": "claimed",
    "denies": "denied",
    "accuses": "claimed, as an accusation",
    "demands": "demanded",
    "warns": "warned",
    "promises": "promised",
    "declines": "did not comment on",
    "unconfirmed": "could not confirm",
    "doubts": "doubted",
}
# What a reader wants to know first of a place.
KINDS: tuple[Kind, ...] = ("control", "casualties", "attack", "movement", "clash", "damage", "detention", "negotiation")
SILENT = frozenset({"declines", "unconfirmed"})
NO_PLACE = ("", "No place named")
NO_QUESTION = "Not confirmed"
QUOTES = ('"', "“", "”")
MOST_MATTERS, MOST_TOLD = 12, 6  # of a section, of a matter: a brief is read in minutes


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """One sentence: who says what when, with the claim it stands on."""

    text: str
    citation: Citation

    def to_json(self) -> dict[str, Json]:
        """The sentence as JSON values."""
        return {"text": self.text, "citation": self.citation.to_json()}


@dataclass(frozen=True, slots=True)
class BriefMatter:
    """What is said on one matter; `left_out` counts claims on it that are not shown."""

    title: str
    sentences: tuple[BriefSentence, ...]
    left_out: int = 0

    def to_json(self) -> dict[str, Json]:
        """The matter as JSON values."""
        return {
            "title": self.title,
            "sentences": [sentence.to_json() for sentence in self.sentences],
            "left_out": self.left_out,
        }


@dataclass(frozen=True, slots=True)
class BriefSection:
    """Matters under one heading; `left_out` counts matters that are not shown."""

    heading: str
    matters: tuple[BriefMatter, ...]
    left_out: int = 0

    def to_json(self) -> dict[str, Json]:
        """The section as JSON values."""
        return {
            "heading": self.heading,
            "matters": [matter.to_json() for matter in self.matters],
            "left_out": self.left_out,
        }


@dataclass(frozen=True, slots=True)
class Brief:
    """A situation report. `scope` says what was asked for; sections that have nothing to tell are left out."""

    scope: tuple[tuple[str, str], ...]
    sections: tuple[BriefSection, ...]

    def citations(self) -> Iterator[Citation]:
        """The claims that it stands on, in the order of the text."""
        for section in self.sections:
            for matter in section.matters:
                yield from (sentence.citation for sentence in matter.sentences)

    def to_json(self) -> dict[str, Json]:
        """The report as JSON values."""
        return {"scope": dict(self.scope), "sections": [section.to_json() for section in self.sections]}


def make_brief(
    claims: Sequence[Cited],
    links: Iterable[Link],
    questions: Iterable[Question],
    *,
    changes: ChangeList | None = None,
    scope: Mapping[str, str] | None = None,
) -> Brief:
    """The report on `claims`: only links between two of them count, and only questions that they speak to."""
    known = {claim.id: (claim, document) for claim, document in claims}
    held = [link for link in links if link.left_id in known and link.right_id in known and link.score >= STRONG]
    asked = {claim_id: question for question in questions for claim_id in question.claim_ids if claim_id in known}
    disputed = [link for link in held if link.relation == "clashes"]
    contested = {claim_id for link in disputed for claim_id in (link.left_id, link.right_id)}
    agreed = [link for link in held if link.relation == "agrees" and not _parties_same(link, known)]
    agreed = [link for link in agreed if not contested.intersection((link.left_id, link.right_id))]
    sections = (
        _section("What is claimed", _by_place(claims)),
        _section("Agreed by more than one party", _by_question(agreed, asked, known)),
        _section("Disputed", _by_question(disputed, asked, known)),
        _changed(changes),
        _section("Open", _open(claims, asked)),
    )
    shown = {**(scope or {}), "claims": str(len(known)), "reports": str(len({d.id for _, d in known.values()}))}
    return Brief(tuple(shown.items()), tuple(section for section in sections if section.matters))


def scope_of(wanted: ClaimFilter, since: str | None) -> dict[str, str]:
    """What a brief was asked for, in words to show at its head."""
    asked = {"place": wanted.place, "side": wanted.side, "changes since": since, "known by": wanted.as_of}
    if since or wanted.as_of:
        asked["by when it was" if wanted.clock != "happened" else "by when it"] = wanted.clock
    return {name: value for name, value in asked.items() if value}


def _section(heading: str, matters: Sequence[tuple[str, Sequence[Cited]]]) -> BriefSection:
    made = tuple(_matter(title, _in_turn(told)) for title, told in matters[:MOST_MATTERS])
    return BriefSection(heading, made, max(0, len(matters) - MOST_MATTERS))


def _sentence(cited: Cited) -> BriefSentence:
    """Who says what, in words that take no side."""
    return _told(cite(*cited))


def _told(citation: Citation) -> BriefSentence:
    verb = VERBS[citation.stance]
    if citation.own_voice:
        verb = verb.replace("claimed", "reported in its own voice")
    words = _bare(citation.words)
    who = citation.who[:1].upper() + citation.who[1:]
    return BriefSentence(f"{who} {verb} ({_shown(citation.said)}): “{words}”.", citation)


def _shown(date: Dated) -> str:
    """When it was said or published; a publication day is never left to pass for the day of the deed."""
    if date.day is None:
        return "undated"
    return f"{date.clock} by {date.day}, inferred" if date.inferred else f"{date.clock} {date.day}"


def _bare(words: str) -> str:
    """A claim's words on one line, without the quotation marks around all of them."""
    line = " ".join(words.split()).strip(" ,;.")
    quoted = line[:1] in QUOTES and line[-1:] in QUOTES and not any(mark in line[1:-1] for mark in QUOTES)
    return line[1:-1].strip(" ,;.") if quoted else line


def _by_place(claims: Iterable[Cited]) -> list[tuple[str, list[Cited]]]:
    """Claims by place, those with most first; what names no place comes last."""
    at_place: defaultdict[tuple[str, str], list[Cited]] = defaultdict(list)
    for claim, document in claims:
        if claim.stance not in SILENT:
            spot = next(iter(spots_of(claim)), None)
            at_place[(spot.key, spot.name) if spot else NO_PLACE].append((claim, document))
    ordered = sorted(at_place.items(), key=lambda item: (item[0] == NO_PLACE, -len(item[1]), item[0]))
    return [(name, told) for (_, name), told in ordered]


def _in_turn(told: Iterable[Cited]) -> list[Cited]:
    """The most wanted claim of each party, then the next of each."""
    ranks = {kind: rank for rank, kind in enumerate(KINDS)}
    by_party: defaultdict[str, list[Cited]] = defaultdict(list)
    for cited in sorted(told, key=lambda cited: ranks.get(cited[0].kind, len(KINDS))):
        by_party[party_of(*cited)].append(cited)
    turns = ((turn, made[turn]) for made in by_party.values() for turn in range(len(made)))
    return [cited for _, cited in sorted(turns, key=lambda item: item[0])]


def _matter(title: str, told: Sequence[Cited]) -> BriefMatter:
    shown = sorted(told[:MOST_TOLD], key=lambda cited: (day_by("said", *cited) or "9999", cited[0].id))
    return BriefMatter(title, tuple(_sentence(cited) for cited in shown), max(0, len(told) - MOST_TOLD))


def _by_question(
    links: Iterable[Link], asked: Mapping[str, Question], known: Mapping[str, Cited]
) -> list[tuple[str, list[Cited]]]:
    """Linked claims by the question they speak to, the one with most links first; without one by the link itself.

    Of each the claims with most links come first.
    """
    found: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for link in links:
        question = asked.get(link.left_id) or asked.get(link.right_id)
        key = (question.id, question.title) if question else (link.id, link.about.capitalize())
        met = found[key]
        met[link.left_id] = met.get(link.left_id, 0) + 1
        met[link.right_id] = met.get(link.right_id, 0) + 1
    ordered = sorted(found.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    # What no section shows is only counted: most pairs of a large ledger have no question in common.
    shown = [(title, _linked_most(met, known)) for (_, title), met in ordered[:MOST_MATTERS]]
    return shown + [(title, []) for (_, title), _ in ordered[MOST_MATTERS:]]


def _linked_most(met: Mapping[str, int], known: Mapping[str, Cited]) -> list[Cited]:
    return [known[claim_id] for claim_id in sorted(met, key=lambda claim_id: -met[claim_id])]


def _parties_same(link: Link, known: Mapping[str, Cited]) -> bool:
    return party_of(*known[link.left_id]) == party_of(*known[link.right_id])


def _changed(changes: ChangeList | None) -> BriefSection:
    """What moved, was replaced, denied or confirmed, the earlier claim before the later one."""
    found = changes.of("moved", "replaced", "denied", "confirmed") if changes else ()
    shown = (BriefMatter(change.what.capitalize(), tuple(_told_again(change))) for change in found[:MOST_MATTERS])
    return BriefSection("Changed", tuple(shown), max(0, len(found) - MOST_MATTERS))


def _told_again(change: Change) -> Iterator[BriefSentence]:
    for citation in (change.before, change.citation):
        if citation is not None:
            yield _told(citation)


def _open(claims: Iterable[Cited], asked: Mapping[str, Question]) -> list[tuple[str, list[Cited]]]:
    """What a party would not say or could not confirm, by the question it would have answered."""
    found: defaultdict[str, list[Cited]] = defaultdict(list)
    for claim, document in claims:
        if claim.stance in SILENT or claim.stance == "doubts":
            question = asked.get(claim.id)
            found[question.title if question else NO_QUESTION].append((claim, document))
    return sorted(found.items(), key=lambda item: (item[0] == NO_QUESTION, -len(item[1]), item[0]))
