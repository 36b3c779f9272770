"""A situation report: what changed, is disputed, agreed and open, and what else is claimed; each sentence with its
citation. `make_brief` is a pure function of claims, links, questions and changes, for command line and board alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fogline.ledger.rows import ClaimFilter
from fogline.records.claims import Kind
from fogline.records.codec import Json
from fogline.records.links import Link, Question
from fogline.views.brief_facts import NO_PLACE, BriefFacts, facts_of
from fogline.views.brief_matters import MOST_MATTERS, MatterOf, Met, agreed_on, by_question, clash_on, met_on
from fogline.views.brief_words import told
from fogline.views.changes import Change, ChangeGroup, ChangeList
from fogline.views.citing import Citation, Cited, by_text, cite, party_of
from fogline.views.dating import day_by
from fogline.views.located import told_apart
from fogline.views.standing import question_then

__all__ = ["Brief", "BriefMatter", "BriefSection", "BriefSentence", "make_brief", "scope_of"]

# What a reader wants to know first of a place.
KINDS: tuple[Kind, ...] = ("control", "casualties", "attack", "movement", "clash", "damage", "detention", "negotiation")
SILENT = frozenset({"declines", "unconfirmed"})
NO_QUESTION = "Not confirmed"
MOST_TOLD = 6  # claims of a matter
MOST_PLACES, MOST_ELSE = 8, 4  # of what is claimed besides


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
    """What is said on one matter; `left_out` counts claims on it that are not shown.

    `follows` tells that the matter before it has the same title, which stands once; `clash_on` what disputed claims
    clash on ("who holds it"), as their links say.
    """

    title: str
    sentences: tuple[BriefSentence, ...]
    left_out: int = 0
    follows: bool = False
    clash_on: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Json]:
        """The matter as JSON values."""
        return {
            "title": self.title,
            "sentences": [sentence.to_json() for sentence in self.sentences],
            "left_out": self.left_out,
            "follows": self.follows,
            "clash_on": list(self.clash_on),
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
    facts: BriefFacts | None = None,
) -> Brief:
    """The report on `claims`: only links between two of them count, and only questions that they speak to.

    What changed comes first, then what is disputed, agreed and open; a claim told there is not told again by place.
    `facts` may be those of more claims, made before; then links and questions are not looked at.
    """
    known = {cited[0].id: cited for cited in claims}
    facts = facts or facts_of(claims, links, questions)
    only = facts.only(known)
    asked = facts.asked if only is None else dict.fromkeys(known, only)
    matter_of = facts.matter_of if only is None else lambda _: only
    disputed, agreed = _matters_met(facts, known, matter_of)
    sections = [
        _changed(changes, asked, known),
        _section("Disputed", by_question(disputed, matter_of, known), on=clash_on(disputed)),
        _section("Agreed by more than one party", agreed_on(agreed, matter_of, known)),
        _section("Open questions", _open(claims, asked, known)),
    ]
    shown = {s.citation.claim_id for section in sections for matter in section.matters for s in matter.sentences}
    rest = [cited for cited in claims if cited[0].id not in shown]
    sections.append(
        _section("Also claimed" if shown else "Claimed", _by_place(rest, facts.spots), MOST_PLACES, MOST_ELSE)
    )
    reports = len({document.id for _, document in claims})
    head = {**(scope or {}), "made from": f"{len(known)} claims in {reports} reports"}
    return Brief(tuple(head.items()), tuple(section for section in sections if section.matters))


def _matters_met(facts: BriefFacts, known: Mapping[str, Cited], matter_of: MatterOf) -> tuple[Met, Met]:
    """The clashes and agreements on each matter; of all claims they are put together once for a ledger as it stands."""
    kept = facts.met if len(known) == len(facts.spots) else {}
    if not kept:
        disputed, agreed = _met(facts, known)
        kept["disputed"], kept["agreed"] = met_on(disputed, matter_of), met_on(agreed, matter_of)
    return kept["disputed"], kept["agreed"]


def _met(facts: BriefFacts, known: Mapping[str, Cited]) -> tuple[list[Link], list[Link]]:
    """The clashes between known claims, and the links by which two parties tell the same of what nobody disputes."""
    disputed, agreed = (_known(links, facts, known) for links in (facts.disputed, facts.agreed))
    contested = {claim_id for link in disputed for claim_id in (link.left_id, link.right_id)}
    plain = (link for link in agreed if link.left_id not in contested and link.right_id not in contested)
    return disputed, [link for link in plain if facts.parties_apart(link, known)]


def _known(links: Sequence[Link], facts: BriefFacts, known: Mapping[str, Cited]) -> list[Link]:
    """The links between two of the claims that are known; all where nothing was asked for."""
    if len(known) == len(facts.spots):
        return [*links]
    return [link for link in links if link.left_id in known and link.right_id in known]


def scope_of(wanted: ClaimFilter, since: str | None) -> dict[str, str]:
    """What a brief was asked for, in words to show at its head."""
    asked = {"place": wanted.place, "side": wanted.side, "changes since": since, "known by": wanted.as_of}
    if since or wanted.as_of:
        asked["by when it was" if wanted.clock != "happened" else "by when it"] = wanted.clock
    return {name: value for name, value in asked.items() if value}


def _section(
    heading: str,
    matters: Sequence[tuple[str, Sequence[Cited]]],
    most: int = MOST_MATTERS,
    each: int = MOST_TOLD,
    *,
    on: Sequence[tuple[str, ...]] = (),
) -> BriefSection:
    fields = dict(enumerate(on))
    shown = [(at, title, said) for at, (title, said) in enumerate(matters[:most]) if said]
    made = (replace(_matter(title, said, each), clash_on=fields.get(at, ())) for at, title, said in shown)
    return BriefSection(heading, _under_titles(made), len(matters) - len(shown))


def _under_titles(matters: Iterable[BriefMatter]) -> tuple[BriefMatter, ...]:
    """The matters with those of one title beside each other, so that it need stand once."""
    titled: dict[str, list[BriefMatter]] = {}
    for matter in matters:
        titled.setdefault(matter.title, []).append(matter)
    return tuple(replace(matter, follows=at > 0) for alike in titled.values() for at, matter in enumerate(alike))


def _matter(title: str, said: Sequence[Cited], most: int) -> BriefMatter:
    """The first `most` of the claims, in the order of saying; words of one party or of copies are told once."""
    once: list[Cited] = []
    told_already: set[tuple[str, str]] = set()
    for cited in said:
        if len(once) == most:
            break
        words = " ".join(cited[0].text.split()).casefold()
        marks = {(party_of(*cited), words), (cited[0].origin, words)}
        if told_already.isdisjoint(marks):
            once.append(cited)
        told_already |= marks
    shown = sorted(once, key=lambda cited: (day_by("said", *cited) or "9999", cited[0].id))
    return BriefMatter(title, tuple(_sentence(cite(*cited)) for cited in shown), len(said) - len(shown))


def _sentence(citation: Citation) -> BriefSentence:
    return BriefSentence(told(citation), citation)


def _by_place(claims: Iterable[Cited], spots: Mapping[str, tuple[str, str]]) -> list[tuple[str, list[Cited]]]:
    """Claims by place, those with most first; what names no place comes last."""
    at_place: defaultdict[tuple[str, str], list[Cited]] = defaultdict(list)
    for cited in claims:
        if cited[0].stance not in SILENT:
            at_place[spots.get(cited[0].id, NO_PLACE)].append(cited)
    ordered = sorted(at_place.items(), key=lambda item: (item[0] == NO_PLACE, -len(item[1]), item[0]))
    shown = [(at, _in_turn(said)) for at, said in ordered[:MOST_PLACES]]
    first = {m.place.id: m.place for _, said in shown for m in said[0][0].places if m.place}
    apart = told_apart(first[place_id] for (place_id, _), _ in shown if place_id in first)
    named = [(apart.get(place_id, name), said) for (place_id, name), said in shown]
    return named + [(name, said) for (_, name), said in ordered[MOST_PLACES:]]


def _in_turn(said: Iterable[Cited]) -> list[Cited]:
    """The most wanted claim of each party, then the next of each."""
    ranks = {kind: rank for rank, kind in enumerate(KINDS)}
    by_party: defaultdict[str, list[Cited]] = defaultdict(list)
    last = len(KINDS)
    for cited in sorted(said, key=lambda it: (ranks.get(it[0].kind, last), it[1].name, it[0].start, it[0].id)):
        by_party[party_of(*cited)].append(cited)
    turns = ((turn, made[turn]) for made in by_party.values() for turn in range(len(made)))
    return [cited for _, cited in sorted(turns, key=lambda item: item[0])]


def _changed(changes: ChangeList | None, asked: Mapping[str, Question], known: Mapping[str, Cited]) -> BriefSection:
    """What was denied, moved or told anew, and what one side now tells of another's; the earlier claim comes first."""
    groups = changes.groups("denied", "moved", "replaced", "confirmed") if changes else ()
    found = [group for group in groups if group.change.what != "confirmed" or _across(group.change)]
    shown = (
        BriefMatter(_on_what(group, asked, known), tuple(_told_again(group)), group.left_out)
        for group in found[:MOST_MATTERS]
    )
    return BriefSection("Changed", _under_titles(shown), max(0, len(found) - MOST_MATTERS))


def _on_what(group: ChangeGroup, asked: Mapping[str, Question], known: Mapping[str, Cited]) -> str:
    """The question on which something changed, and what did."""
    question = asked.get(group.change.citation.claim_id)
    return f"{question_then(question, known).title} {group.title}" if question else group.title


def _across(change: Change) -> bool:
    """Whether one side tells what another told: that a paper does so is no change."""
    now, before = change.citation.side, change.before.side if change.before else None
    return now is not None and before is not None and now != before


def _told_again(group: ChangeGroup) -> Iterator[BriefSentence]:
    before = group.change.before
    yield from (_sentence(citation) for citation in (before, group.change.citation) if citation is not None)


def _open(
    claims: Iterable[Cited], asked: Mapping[str, Question], known: Mapping[str, Cited]
) -> list[tuple[str, list[Cited]]]:
    """What a party would not say or could not confirm, by the question it would have answered."""
    found: defaultdict[str, list[Cited]] = defaultdict(list)
    for claim, document in claims:
        if claim.stance in SILENT or claim.stance == "doubts":
            question = asked.get(claim.id)
            found[question.id if question else ""].append((claim, document))
    ordered = sorted(found.items(), key=lambda item: (not item[0], -len(item[1]), item[0]))
    for _, said in ordered[:MOST_MATTERS]:
        said.sort(key=by_text)
    return [(_opened(asked.get(said[0][0].id), known), said) for _, said in ordered[:MOST_MATTERS]] + [
        ("", said) for _, said in ordered[MOST_MATTERS:]
    ]


def _opened(question: Question | None, known: Mapping[str, Cited]) -> str:
    return question_then(question, known).title if question else NO_QUESTION
