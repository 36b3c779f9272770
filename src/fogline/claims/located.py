"""Which places that a report names say where something happens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.records.claims import Kind
from fogline.records.mentions import ActorMention, PlaceMention
from fogline.records.naming import Named
from fogline.records.sentences import Sentence

__all__ = ["EVENTS", "located"]

EVENTS: frozenset[Kind] = frozenset(
    ("control", "movement", "clash", "attack", "casualties", "damage", "deployment", "clearance", "detention")
)
TIED = frozenset({"based", "backed", "led", "born", "educated", "trained", "style", "made", "supplied", "installed"})
BODIES = frozenset({"armed_force", "organisation", "media"})
# What goes by the name of a place without being there: "the cruiser Moskva", "Crimea Platform", "Minsk agreements".
VESSELS = frozenset(
    {"cruiser", "flagship", "frigate", "ship", "warship", "destroyer", "submarine", "vessel", "tanker", "trawler",
     "carrier", "corvette", "steamer", "ferry"}
)  # fmt: skip
NAMESAKES = VESSELS | frozenset(
    {"platform", "declaration", "accord", "accords", "agreement", "agreements", "protocol", "protocols", "convention",
     "memorandum", "format", "process", "missile", "missiles", "rifle", "rifles", "drone", "drones", "tank", "tanks",
     "post", "times", "herald", "gazette", "tribune", "fleet", "regiment", "battalion", "brigade", "virus",
     "dialogue", "dialogues"}
)  # fmt: skip
CALLED = re.compile(
    r"\b(?:militia|group|movement|faction|party|gang|network|clan|tribe|firm|company|contractor|newspaper|daily|weekly"
    r"|broadcaster|magazine|operator|airline|charity|lender|retailer|shipper|trader) $"
)
GLOSS = re.compile(
    r"\((?:also |in )?(?:Arabic|Russian|Ukrainian|Kurdish|Persian|Hebrew|Turkish|Pashto|Dari|Burmese|Urdu|Amharic"
    r"|Tigrinya|Somali|French|Spanish|Chinese|Serbian|Armenian|Georgian)\b[^()]*$"
)
BRANCH = re.compile(r"\bin (?:the )?[A-Z][\w ]*$")  # "al-Qaeda in Iraq"
UNITS = frozenset({"regiment", "battalion", "brigade", "division", "corps", "squadron", "legion", "militia", "battery"})
TELLING = frozenset({"tell", "inform", "assure", "brief", "ask"})


def located(named: Named, sentences: Sequence[Sentence]) -> tuple[PlaceMention, ...]:
    """The place mentions without those that are part of a name ("Union of Azawad Fighters", "Tallinn-based")."""
    bodies: dict[int, list[ActorMention]] = {}
    for mention in named.actors:
        if mention.actor.kind in BODIES or mention.actor.kind == "person":
            bodies.setdefault(mention.sentence, []).append(mention)
    ships = {p.span.text for p in named.places if _is_namesake(p, sentences[p.sentence], VESSELS)}
    return tuple(
        place
        for place in named.places
        if place.span.text not in ships
        and not _is_tied(place, sentences[place.sentence])
        and not _is_half_a_name(place, sentences[place.sentence], named.places)
        and not _is_namesake(place, sentences[place.sentence], NAMESAKES)
        and not _is_furniture(place, sentences[place.sentence])
        and not _is_told(place, sentences[place.sentence])
        and not any(_names(body, place) for body in bodies.get(place.sentence, ()))
        and not any(_acts(actor, place) for actor in named.actors)
    )


def _acts(actor: ActorMention, place: PlaceMention) -> bool:
    """Whether a town stands for the government that sits there: "Delhi hits camps", "calls on Moscow"."""
    town = place.place is not None and place.place.precision in ("town", "region")
    return town and actor.actor.kind == "government" and actor.span == place.span


def _is_furniture(place: PlaceMention, sentence: Sentence) -> bool:
    """Whether the place stands in what a site prints behind a headline, "... (16.04.22) « War in Ukraine | Site", or in
    how a name is written in another language: "(Arabic: ..."."""
    before = sentence.text[: place.span.start - sentence.start]
    if GLOSS.search(before):
        return True
    return "« " in before or (" | " in before and sentence.role == "headline")


def _is_tied(place: PlaceMention, sentence: Sentence) -> bool:
    after = sentence.text[place.span.end - sentence.start :]
    return after[:1] in ("-", "‑") and after[1:].split(" ", 1)[0].lower().strip(".,;") in TIED


def _is_half_a_name(place: PlaceMention, sentence: Sentence, places: Sequence[PlaceMention]) -> bool:
    """Whether it is a part of a body's name, or the whole of one that no list has: "the militia Nyatura-Sud"."""
    before = sentence.text[: place.span.start - sentence.start]
    if (place.place is None or place.place.id.startswith("text:")) and CALLED.search(before):
        return True
    if before[-1:] not in ("-", "‑") or not re.search(r"[A-Z]\w*.$", before):
        return False
    return not any(other.span.end == place.span.start - 1 for other in places)


def _is_namesake(place: PlaceMention, sentence: Sentence, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns takes the place for its name: "flagship Moskva", "the Moskva missile cruiser"."""
    words = sentence.tokens_in(place.span.start, place.span.end) if sentence.parsed else []
    if not words:
        return False
    first, last = words[0], words[-1]
    if first.i and sentence.tokens[first.i - 1].lower in nouns & VESSELS:
        return True
    head = sentence.head(last)
    near = 4 if head.lower in UNITS else 2  # "the Donbas National Guard battalion"
    return last.dep in ("compound", "nmod") and last.i < head.i <= last.i + near and head.lower in nouns


def _is_told(place: PlaceMention, sentence: Sentence) -> bool:
    """Whether somebody is told, so that the name is that of a paper: "told the Sentinel"."""
    words = sentence.tokens_in(place.span.start, place.span.end) if sentence.parsed else []
    if not words or words[-1].dep not in ("dobj", "dative") or sentence.head(words[-1]).lemma not in TELLING:
        return False
    return any(token.lower == "the" for token in sentence.children(words[-1], "det"))


def _names(body: ActorMention, place: PlaceMention) -> bool:
    """Whether the place stands inside the proper name of a body; "the Aguelhok garrison" still says where."""
    inside = body.span.start <= place.span.start and place.span.end <= body.span.end
    if inside and body.actor.kind == "media":
        return True
    if body.actor.kind == "person":  # a surname that is a town too, not "the mayor of Sumy"
        return inside and place.span.text in body.actor.name and body.actor.name[:1].isupper() and _is_last(body, place)
    if not inside or body.span.end - body.span.start == place.span.end - place.span.start:
        return False
    if body.actor.kind == "armed_force" and BRANCH.search(body.actor.name) and place.span.text in body.actor.name:
        return True
    after = body.span.text[place.span.end - body.span.start :].split()
    return bool(after) and after[-1][:1].isupper() and body.actor.name[:1].isupper()


def _is_last(person: ActorMention, place: PlaceMention) -> bool:
    """Whether the name of the place is part of the name of the person, as the words put it."""
    before = person.span.text[: place.span.start - person.span.start].split()
    return not before or before[-1].lower() not in ("of", "in", "from", "for", "at", "to")
