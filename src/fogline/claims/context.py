"""What a claim takes over from the sentences around it: "those claims", "the region", the place of the story."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache

from fogline.claims.desks import desks_of
from fogline.claims.grounds import is_named_ground, is_placing
from fogline.claims.located import EVENTS
from fogline.claims.scenes import is_backdrop, is_general, scene
from fogline.data.gazetteer import Gazetteer
from fogline.packs.folding import fold
from fogline.packs.wordlists import name_variants
from fogline.records.claims import Claim, Speaker, Stance
from fogline.records.mentions import PlaceMention, PlacePrecision
from fogline.records.naming import Named
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["with_context"]

BACK_REFERENCE = re.compile(
    r"\b(?:th(?:os|es|at|is)e?|such|the) (?:\w+ )?"
    r"(?:claim|allegation|accusation|assertion|report|statement|charge|suggestion|reading)s?\b",
    re.IGNORECASE,
)
PLACE_NOUN = re.compile(
    r"\b(?:the|this|that) (?:\w+ )?"
    r"(?P<noun>region|oblast|province|state|governorate|district|city|town|village|settlement)\b"
    r"(?! (?:hospital|court|administration|council|police|schools?|office|cent(?:re|er)|prosecutor)\b)",
    re.IGNORECASE,
)
GROUND = re.compile(
    r"\b(?P<adjective>[A-Z][a-zé]+) "
    r"(?:soil|territory|border|frontier|airspace|waters|side of the (?:border|frontier))\b"
)
# What a statement without an event word still says of the place of the story.
THEATRE = re.compile(r"\b(?:situation|front ?line|front|battlefield|fighting|battles?|defen[cs]es)\b", re.IGNORECASE)
BORDER = re.compile(r"\b(?:border|frontier|boundary)\b", re.IGNORECASE)
YEARS = ("year", "quarter", "season")
NEARBY = frozenset({"in", "near", "at", "around", "outside", "inside", "over", "toward", "towards", "into"})
UNPLACED: frozenset[Stance] = frozenset({"demands", "promises", "declines"})  # what is wanted has no place yet
REACH = 4  # sentences over which a story stays at its place without naming it again
REGIONS = ("region", "oblast", "province", "state", "governorate", "district")
LOCAL: tuple[PlacePrecision, ...] = ("point", "town", "district", "region", "area")


def with_context(
    claims: Sequence[Claim], sentences: Sequence[Sentence], named: Named, settled: Set[str] = frozenset()
) -> tuple[Claim, ...]:
    """The claims, in the order of the text, with what they take over from the context, marked as derived.

    Those whose id is `settled` get no place: their sentence says which other deed has the places that it names.
    """
    done: list[Claim] = []
    story = _Story(sentences, named.places, claims, named, _going_on(sentences, named))
    for claim in claims:
        antecedent = _antecedent(claim, done)
        read = _after(claim, antecedent) if antecedent else claim
        if not read.places:
            read = read if read.id in settled else _placed(read, story)
        done.append(_in_town(read, story))
    return tuple(done)


def _going_on(sentences: Sequence[Sentence], named: Named) -> list[PlaceMention]:
    """The local places, less those only named as a background: a seat, an origin, a road, a desk."""
    desks = desks_of(sentences, named)
    local = [place for place in named.places if _is_local(place) and place not in desks]
    return [place for place in local if not is_backdrop(place, sentences[place.sentence])]


@dataclass(frozen=True, slots=True)
class _Story:
    """A report as the background of its claims: `places` are those that say where, `claims` all its claims.

    `ground` are the local places that the story goes on at, `resumed` places that it comes back to as "the town", at
    the sentence where it does.
    """

    sentences: Sequence[Sentence]
    places: Sequence[PlaceMention]
    claims: Sequence[Claim]
    named: Named
    ground: Sequence[PlaceMention]
    resumed: list[PlaceMention] = field(default_factory=list)

    def before(self, claim: Claim) -> list[PlaceMention]:
        """The local places named before the claim, the last one last."""
        return [*(place for place in self.ground if place.span.end <= claim.start), *self.resumed]

    def near(self, claim: Claim, before: Sequence[PlaceMention]) -> list[PlaceMention]:
        """Those of `before` that the story can still be at; all where it has been in one town alone."""
        index = claim.sentence_index
        paragraph = self.sentences[index].paragraph
        near = [p for p in before if index - p.sentence <= REACH or self.sentences[p.sentence].paragraph == paragraph]
        return near or _only_town(before)

    def seat(self, claim: Claim) -> PlaceMention | None:
        """The town or district in the words for who speaks: "residents of Uru", "a doctor at Uru hospital"."""
        for speaker in claim.speakers:
            if speaker.kind not in ("people", "person") or speaker.span is None:
                continue
            for place in self.places:
                if _is_local(place) and speaker.span.covers(place.span) and not self._is_office(speaker, place):
                    return place
        return None

    def _is_office(self, speaker: Speaker, place: PlaceMention) -> bool:
        """Whether the place is only where somebody sits: "a spokesman in Kyiv"."""
        before = speaker.span.text[: place.span.start - speaker.span.start] if speaker.span else ""
        return speaker.kind == "person" and before.rstrip().endswith((" in", " from"))

    def is_elsewhere(self, claim: Claim, place: PlaceMention) -> bool:
        """Whether the claim names a country that the place does not lie in, and none that it does."""
        country = place.place.country if place.place else None
        named = {
            other.place.country
            for other in self.places
            if other.place is not None and any(piece.covers(other.span) for piece in claim.evidence)
        }
        return country is not None and bool(named) and country not in named

    def names_its_own(self, claim: Claim) -> bool:
        """Whether the claim says where in words that no gazetteer knows: "near Rawah", "took Rawah"."""
        sentence = self.sentences[claim.sentence_index]
        if not sentence.parsed:
            return False
        named = self.named
        known = [span for ms in (named.places, named.actors, named.times) for span in (m.span for m in ms)]
        for piece in claim.evidence:
            for token in sentence.tokens_in(piece.start, piece.end):
                reached = claim.kind in EVENTS and (token.pos == "VERB" or token.lower in ("on", "of"))
                if (token.lower in NEARBY or reached) and is_placing(sentence, token, known):
                    return True
                if claim.kind in EVENTS and is_named_ground(sentence, token, known):
                    return True
        return False

    def scene(self, claim: Claim, near: Sequence[PlaceMention]) -> PlaceMention | None:
        """The one of `near`, never empty, at which the claim is most likely set; None where two may be."""
        heads = frozenset(s.index for s in self.sentences if s.role == "headline")
        paragraph = frozenset(
            s.index for s in self.sentences if s.paragraph == self.sentences[claim.sentence_index].paragraph
        )
        return scene(near, claim.sentence_index, self.claims, heads, paragraph)


def _only_town(before: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions of the one town that a story has named, or of its only place; none where it has named two."""
    towns = [p for p in before if p.place and p.place.precision in ("town", "point")] or list(before)
    return towns if len({p.place.id for p in towns if p.place}) == 1 else []


def _is_local(place: PlaceMention) -> bool:
    """Whether a story can be set there: no country, no continent, no seat of a government."""
    if place.place is None or place.metonym or place.place.precision not in LOCAL:
        return False
    return not place.place.id.startswith("iso3166-1:") and not (
        place.place.precision == "area" and not place.place.country
    )


def _antecedent(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """The claim that "those claims" stands for: the last one by somebody else."""
    if claim.end - claim.start > 90 or not BACK_REFERENCE.search(claim.text):
        return None
    name = claim.speaker.name if claim.speaker else None
    for other in reversed(before):
        if other.start < claim.start and (other.speaker.name if other.speaker else None) != name:
            return other
    return None


def _after(claim: Claim, antecedent: Claim) -> Claim:
    """A claim about another claim speaks of the same matter: same kind, places, time, numbers."""
    return replace(
        claim,
        kind=antecedent.kind,
        predicate=antecedent.predicate,
        actors=claim.actors or antecedent.actors,
        targets=claim.targets or antecedent.targets,
        extent=antecedent.extent,
        places=claim.places or tuple(replace(place, derived=True) for place in antecedent.places),
        flags=(*claim.flags, f"about:{antecedent.id}"),
    )


def _placed(claim: Claim, story: _Story) -> Claim:
    """The claim with the place of the story where it says "the region" or tells an event without a place."""
    before = story.before(claim)
    near = story.near(claim, before)
    noun = PLACE_NOUN.search(claim.text)
    if noun:
        wide = noun["noun"].lower() in REGIONS
        found = _region(before) if wide else _town(claim, story, before, near)
        if found is not None and not wide:
            story.resumed.append(replace(found, sentence=claim.sentence_index))
        return _with_place(claim, found) if found else claim
    if (ground := _ground(claim)) is not None and ground.place is not None:
        there = [p for p in near if p.place and p.place.country == ground.place.country]
        found = story.scene(claim, there) if there else None
        return _with_place(claim, found) if found else replace(claim, places=(ground,))
    if claim.kind not in EVENTS and not THEATRE.search(claim.text):
        return claim
    if (seat := story.seat(claim)) is not None:
        return _with_place(claim, seat)
    if claim.stance in UNPLACED or is_general(claim, story.sentences[claim.sentence_index]):
        return claim
    open_to = not _is_history(claim) and not story.names_its_own(claim)
    found = story.scene(claim, near) if near and open_to else None
    return _with_place(claim, found) if found is not None and not story.is_elsewhere(claim, found) else claim


def _region(before: Sequence[PlaceMention]) -> PlaceMention | None:
    """What "the region" is: the last one named."""
    return next((p for p in reversed(before) if p.place and p.place.precision in ("region", "area")), None)


def _town(
    claim: Claim, story: _Story, before: Sequence[PlaceMention], near: Sequence[PlaceMention]
) -> PlaceMention | None:
    """What "the town" is: one named near, the town of the headline, the only one; else that of the last region."""
    towns = [p for p in before if p.place and p.place.precision in ("town", "point")]
    same = [p for p in towns if p in near]
    headed = [p for p in towns if story.sentences[p.sentence].role == "headline"]
    if same:
        return story.scene(claim, same)
    return next(iter(_only_town(headed) or (_only_town(towns) if towns else [])), None) or _seat(near)


def _in_town(claim: Claim, story: _Story) -> Claim:
    """The claim with the town of the story where it names only the border that is near: "in the town"."""
    noun = PLACE_NOUN.search(claim.text)
    if noun is None or noun["noun"].lower() in REGIONS or claim.kind not in EVENTS or not claim.places:
        return claim
    if any(place.derived or not BORDER.search(place.span.text) for place in claim.places):
        return claim
    before = story.before(claim)
    found = _town(claim, story, before, story.near(claim, before))
    return replace(claim, places=(*_with_place(claim, found).places, *claim.places)) if found else claim


def _is_history(claim: Claim) -> bool:
    """Whether the claim tells of years: "has killed 6,000 people since 2017" is not where the story of today is."""
    return claim.when is not None and not claim.when.derived and claim.when.time.precision in YEARS


def _ground(claim: Claim) -> PlaceMention | None:
    """The country in "on Belarusian soil", "at the Belarusian frontier": the words say where, if not how near."""
    for piece in claim.evidence:
        for found in GROUND.finditer(piece.text):
            name = name_variants().get(fold(found["adjective"]))
            entry = next((e for e in _gazetteer().lookup(name) if e.kind == "country"), None) if name else None
            if entry is not None:
                start = piece.start + found.start()
                span = Span(start, start + len(found[0]), found[0])
                return PlaceMention(span, claim.sentence_index, entry.place, reason="the ground of that country")
    return None


def _seat(near: Sequence[PlaceMention]) -> PlaceMention | None:
    """For "the city" in a story that named only a region: the town the region is called after."""
    for mention in reversed(near):
        region = mention.place
        if region is None or region.precision != "region" or region.region is None:
            continue
        towns = [
            e for e in _gazetteer().lookup(region.name.split()[0]) if e.kind == "town" and e.region == region.region
        ]
        if towns:
            town = max(towns, key=lambda entry: entry.population)
            return replace(mention, place=town.place, radius_km=None, flag=None)
    return None


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _with_place(claim: Claim, place: PlaceMention) -> Claim:
    taken = replace(place, derived=True, reason="named earlier in the report, not in this sentence", candidates=())
    return replace(claim, places=(taken,))
