"""From noun phrases to parties: named by the actor mentions that cover them, else by their own words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from fogline.claims.events.arguments import under
from fogline.claims.events.casting import BODIES, PHYSICAL, can_act, can_undergo, counted, is_name, is_owner
from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.role_words import ACTING_OF
from fogline.claims.events.stretch import is_demonym, lemma_of
from fogline.packs.folding import fold
from fogline.packs.wordlists import name_variants, state_names
from fogline.records.claims import Kind, Party
from fogline.records.mentions import Actor, ActorKind
from fogline.records.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fogline.records.mentions import ActorMention
    from fogline.records.sentences import Sentence, Token

__all__ = ["holders_of", "parties_of"]

INSIDE = frozenset(
    {"npadvmod", "det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "case", "advmod", "punct"}
)
UNSAID = frozenset({"SYM", "DET", "PRON", "ADV", "ADP", "SCONJ", "X"})
GROUND: frozenset[Kind] = frozenset({"control", "movement", "clearance", "clash", "meeting"})
BOUNDS = frozenset({"more", "less", "fewer", "least", "most", "than", "many", "few", "up", "as", "some", "another"})
STANDING = frozenset({"place", "thing"})
SENDING: frozenset[Kind] = frozenset({"deployment", "aid"})  # weapons are what is sent, not who stands behind them
OURS = frozenset({"ours", "mine", "we", "us", "i", "me"})  # whoever speaks: the reader of claims puts the speaker in
MEASURES = frozenset(
    {"%", "km", "kilometre", "kilometer", "metre", "meter", "mile", "hectare", "acre", "kg", "kilogram", "tonne", "ton",
     "pm", "am", "p.m.", "a.m.", "gmt", "percent", "cent", "dollar", "euro", "rouble", "ruble", "hryvnia", "$", "sq",
     "mi", "foot"}
)  # fmt: skip
SUMS = frozenset({"million", "billion", "trillion"})
SHAPES = frozenset({"fighter", "bomber", "cruiser"})  # "fighter jets" belong to nobody named
FOUGHT: frozenset[Kind] = frozenset({"attack", "clash"})
REGIONS = frozenset(
    {"region", "oblast", "province", "district", "area", "county", "governorate", "territory", "direction", "sector",
     "axis", "countryside", "raion", "prefecture", "department", "municipality"}
)  # fmt: skip
SHED = frozenset({"DET", "NUM", "ADV", "PUNCT", "ADP", "PRON"})
TIMES = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar",
     "apr", "aug", "sept", "oct", "nov", "dec", "easter", "christmas", "ramadan", "weekend", "day", "week", "month",
     "year", "hour", "minute", "night", "morning", "evening", "afternoon", "time", "today", "yesterday", "dawn"}
)  # fmt: skip


def parties_of(
    sentence: Sentence,
    heads: Sequence[Token],
    mentions: Sequence[ActorMention],
    kind: Kind | None = None,
    *,
    named: bool = False,
) -> tuple[Party, ...]:
    """The parties that the noun phrases stand for; times and unresolved pronouns stand for none.

    `kind` is given for what undergoes the event: what is taken, crossed, cleared or visited is a place and no party.
    `named` lets names pass all the same: in "took the town from Zoria" Zoria is a party.
    """
    found: list[Party] = []
    for head in (counted(sentence, _site(sentence, head)) for head in heads):
        if kind in FOUGHT and _is_region(sentence, head):
            continue  # "shelled Darsk region": where, not whom
        party = _party(sentence, head, mentions, None if named and (head.pos == "PROPN" or is_name(head)) else kind)
        if party is not None and party not in found and _fits(sentence, head, party, mentions, kind):
            found.append(party)
    return tuple(found)


def _site(sentence: Sentence, head: Token) -> Token:
    """The head, or the site that the parser made part of its region: "the Orsk Chemical Plant in Darsk region"."""
    sites = [t for t in sentence.children(head, "nmod") if t.pos == "PROPN" and sentence.children(t, "prep")]
    return sites[0] if sites and lemma_of(head) in REGIONS else head


def _is_region(sentence: Sentence, head: Token) -> bool:
    """Whether the noun phrase names a region, and no town before it: "Darsk region", not "Uru, Darsk region"."""
    named = any(t.pos == "PROPN" or is_demonym(t) for t in sentence.children(head, "compound", "amod", "nmod", "poss"))
    return lemma_of(head) in REGIONS and named and not any(t.text == "," for t in sentence.children(head, "punct"))


def _fits(sentence: Sentence, head: Token, party: Party, mentions: Sequence[ActorMention], kind: Kind | None) -> bool:
    """Whether the party can have the part: somebody named, or a noun that can act or undergo such an event."""
    if party.span is None or any(m.span == party.span for m in mentions) or not party.span.start <= head.start:
        return party.actor.kind != "document" and (kind is None or party.actor.kind != "media" or head.pos == "PROPN")
    if not party.span.start <= head.start < party.span.end or _is_ours(head):
        return True  # whoever stands behind a weapon or an event
    return can_act(head) if kind is None else can_undergo(sentence, head, kind)


def holders_of(sentence: Sentence, heads: Sequence[Token], mentions: Sequence[ActorMention]) -> tuple[Party, ...]:
    """The parties of noun phrases that can hold ground: armies, governments, groups, names; no sons, town or flag.

    Where the noun itself cannot, those behind it may: "the sons of Burkina, soldiers and volunteers".
    """
    found: list[Party] = []
    for head in (counted(sentence, head) for head in heads):
        party = _party(sentence, head, mentions, None)
        if party is not None and _can_hold(head, party):
            found.append(party)
            continue
        behind = [*under(sentence, head, "of"), *sentence.children(head, "appos", "conj")]
        others = [(noun, _party(sentence, noun, mentions, None)) for noun in behind]
        found += [other for noun, other in others if other is not None and _can_hold(noun, other)]
    return tuple(dict.fromkeys(found))


def _is_ours(head: Token) -> bool:
    said = head.lower in OURS and head.pos not in ("NOUN", "PROPN")  # "a mine" is no "mine"
    return said and (len(head.text) == 1 or not head.text.isupper())  # "US" is no "us"


def _can_hold(head: Token, party: Party) -> bool:
    if party.actor.kind == "people":
        return party.actor.side is not None or "armed" in lexicon().classes.get(lemma_of(head), frozenset())
    if party.actor.kind in ("media", "document"):
        return False
    if party.actor.kind in ("armed_force", "government", "organisation", "person"):
        return True
    return head.pos == "PROPN" or is_demonym(head) or _is_ours(head)


def _party(sentence: Sentence, head: Token, mentions: Sequence[ActorMention], kind: Kind | None) -> Party | None:
    if _is_country_of(sentence, head, mentions) or head.lower.endswith(("self", "selves")):
        return None
    for mention in mentions:
        if mention.span.start <= head.start < mention.span.end:
            return None if _is_thing(head, mention, kind) else Party(mention.actor, mention.span)
    if _is_ours(head):
        return Party(Actor(head.text, "unnamed"), Span(head.start, head.end, head.text))
    classes = lexicon().classes.get(lemma_of(head), frozenset())
    if _is_nobody(head, classes):
        return None
    if not classes & BODIES and _has_owner(head, classes, kind):
        return _behind(sentence, head, mentions)
    if not classes & BODIES and (kind in GROUND or (head.pos == "NUM" and not sentence.children(head))):
        return None
    return _by_words(sentence, head, mentions, classes)


def _is_thing(head: Token, mention: ActorMention, kind: Kind | None) -> bool:
    """Whether "it" is the thing destroyed rather than the office that speaks: "the ministry said Zoria blew it up"."""
    office = mention.actor.kind in ("government", "organisation", "media") and mention.actor.name not in state_names()
    return head.lower == "it" and office and kind in PHYSICAL


def _has_owner(head: Token, classes: frozenset[str], kind: Kind | None) -> bool:
    """Whether the noun is a weapon or an event, which somebody stands behind; a naval base is hit itself.

    Whoever struck "rebel targets" meant the rebels.
    """
    if lemma_of(head) == "target":
        return True
    solid = kind in PHYSICAL and bool(classes & STANDING)
    return not solid and kind not in SENDING and (lexicon().names(lemma_of(head), "noun") or "weapon" in classes)


def _is_nobody(head: Token, classes: frozenset[str]) -> bool:
    """Whether the word is a time, a measure, a pronoun, or only part of another noun."""
    inside = head.dep == "compound" and not is_demonym(head) and not classes & BODIES
    return inside or head.pos in UNSAID or lemma_of(head) in TIMES | MEASURES | SUMS


def _by_words(sentence: Sentence, head: Token, mentions: Sequence[ActorMention], classes: frozenset[str]) -> Party:
    """The party that no mention names, by its own words, with the side of whoever stands in them."""
    span = _phrase(sentence, head)
    if head.pos == "PROPN" and (state := _state(span.text)) is not None:
        return Party(Actor(state, "government", state), span)
    side = next((m.actor.side for m in mentions if span.start <= m.span.start and m.span.end <= span.end), None)
    return Party(Actor(_name(sentence, head), _kind_of(head, classes), side), span)


def _state(words: str) -> str | None:
    """The state that the words name, as the lists call it."""
    key = fold(words).removeprefix("the ")
    return _states().get(name_variants().get(key, key))


@cache
def _states() -> dict[str, str]:
    return {fold(name): name for name in state_names()}


def _is_country_of(sentence: Sentence, head: Token, mentions: Sequence[ActorMention]) -> bool:
    """Whether a comma puts the name behind a town that lies there: "Raqqah, Syria"; in a list both are actors."""
    if head.pos != "PROPN" or head.dep == "conj" or head.i < 2 or sentence.tokens[head.i - 1].text != ",":
        return False
    town = sentence.tokens[head.i - 2]
    known = any(m.span.start <= town.start < m.span.end for m in mentions)
    return town.pos == "PROPN" and not known and _state(head.text) is not None and _state(town.text) is None


def _behind(sentence: Sentence, head: Token, mentions: Sequence[ActorMention]) -> Party | None:
    """Who stands behind a weapon or an event noun: "Russian drones", "the army's shelling"."""
    for child in _modifiers(sentence, head):
        for mention in mentions:
            if mention.span.start <= child.start < mention.span.end:
                return Party(mention.actor, mention.span)
        if child.dep == "poss" and child.pos in ("NOUN", "PROPN"):
            return Party(Actor(_name(sentence, child), "unnamed"), _phrase(sentence, child))
        if is_demonym(child) or is_owner(child):
            return Party(Actor(child.text, "unnamed"), Span(child.start, child.end, child.text))
    fired = [by for clause in sentence.children(head, "acl") for by in under(sentence, clause, "by")]
    made = lexicon().classes.get(lemma_of(head), frozenset()) & {"weapon"} or lemma_of(head) in ACTING_OF
    of = under(sentence, head, "of") if made else ()  # "artillery of the army", not "the liberation of the town"
    for owner in (*fired, *of):  # "shells fired by the army"
        if owner.pos == "PROPN" or lexicon().classes.get(lemma_of(owner), frozenset()) & BODIES:
            return _party(sentence, owner, mentions, None)
    return None


def _modifiers(sentence: Sentence, head: Token) -> list[Token]:
    """What stands before a noun, also before its own modifiers: "Russian" in "Russian drone attacks"."""
    found = sentence.children(head, "poss", "amod", "nmod", "compound")
    found = [child for child in found if child.lower not in SHAPES]
    return [*found, *(more for child in found for more in sentence.children(child, "amod", "nmod", "compound"))]


def _phrase(sentence: Sentence, head: Token) -> Span:
    inside = _named(_words(sentence, head))
    start, end = inside[0].start, inside[-1].end
    return Span(start, end, sentence.text[start - sentence.start : end - sentence.start])


def _named(words: list[Token]) -> list[Token]:
    """The words of a place without a label before it and the region behind: of "Uru, Darsk region" only "Uru"."""
    colon = max((at for at, word in enumerate(words) if word.text == ":"), default=-1)
    words = words[colon + 1 :]
    comma = next((at for at, word in enumerate(words) if word.text == ","), 0)
    return words[:comma] if comma and words[comma - 1].pos == "PROPN" else words


def _words(sentence: Sentence, head: Token) -> list[Token]:
    found = [head]
    for child in sentence.children(head):
        if child.i < head.i and child.dep in INSIDE:
            found.extend(_words(sentence, child))
    return sorted(found, key=lambda token: token.i)


def _name(sentence: Sentence, head: Token) -> str:
    """The phrase without article, number and what bounds the number ("more than 500")."""
    words = _named(_words(sentence, head))
    while len(words) > 1 and words[1].tag != "HYPH" and _is_shed(words[0]):
        words = words[1:]
    start, end = words[0].start, words[-1].end
    return sentence.text[start - sentence.start : end - sentence.start]


def _is_shed(word: Token) -> bool:
    return word.pos in SHED or word.dep in ("nummod", "quantmod", "det", "advmod") or word.lower in BOUNDS


def _kind_of(head: Token, classes: frozenset[str]) -> ActorKind:
    if "armed" in classes:
        return "armed_force"
    if "people" in classes:
        return "people"
    return "government" if "authority" in classes else "unnamed"
