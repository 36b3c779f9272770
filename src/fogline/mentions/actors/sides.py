"""Sides that only the report's own words make: a body with fighters of its own, the government of an unnamed state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.mentions.actors.phrase import Entity, Phrase, View
from fogline.mentions.actors.pronouns import POSSESSIVE
from fogline.packs.folding import fold
from fogline.packs.wordlists import state_names

__all__ = ["GOVERNMENT", "of_armed_bodies", "of_spokesmen", "of_the_state"]

GOVERNMENT = "Government"  # the side of "the army" and "the ministry" where a report names no state they could be of
_ARMS = frozenset("forces fighters troops soldiers militants gunmen combatants units commander commanders".split())
_BODIES = frozenset({"organisation", "government", "armed_force", "people"})
_ORGANS = frozenset("army military government junta regime navy".split())
_STATE_BODIES = frozenset("defence defense interior general".split())  # "the Defence Ministry", "the General Staff"
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_RANKS = frozenset("brigadier colonel major captain lieutenant general admiral marshal".split())
_SAYING = frozenset("say deny claim announce report confirm reject dismiss acknowledge admit state".split())
_ALLIED = frozenset({"coalition", "allied", "foreign", "international", "multinational", "rebel", "nato"})
_FORCES = frozenset("army military forces troops soldiers navy air force".split())


def of_armed_bodies(views: Sequence[View], phrases: Sequence[Phrase]) -> None:
    """Make a named body a side of its own where it has forces: "forces of the Southern Council", "its fighters"."""
    heads = {(p.sentence, p.head): p for p in phrases}
    for phrase in phrases:
        view = views[phrase.sentence]
        if view.keys[phrase.head] not in _ARMS or not view.sentence.parsed:
            continue
        for owner in _owners(view, phrase, heads):
            entity = owner.entity
            if _is_organ_name(fold(entity.name).split()):
                continue
            if entity.side is None and entity.proper and entity.kind in _BODIES and entity.name not in state_names():
                entity.kind, entity.side = "armed_force", entity.name
            phrase.entity.side = phrase.entity.side or (entity.side if entity.proper else None)


def _owners(view: View, phrase: Phrase, heads: dict[tuple[int, int], Phrase]) -> Iterator[Phrase]:
    """Whose the forces are: "X's forces", "X fighters", "forces of X", "its forces"."""
    head = view.tokens[phrase.head]
    nouns = view.sentence.children(head, "poss", "compound", "nmod")
    for prep in view.sentence.children(head, "prep"):
        nouns += view.sentence.children(prep, "pobj") if prep.lower == "of" else []
    yield from (found for noun in nouns if (found := heads.get((phrase.sentence, noun.i))) is not None)


def of_the_state(views: Sequence[View], phrases: Sequence[Phrase]) -> None:
    """Give "the army" and "the Defence Ministry" a side in a report that names no army of any state."""
    if any(p.entity.side in state_names() and _is_force(views[p.sentence], p) for p in phrases):
        return
    for phrase in phrases:
        view = views[phrase.sentence]
        if phrase.entity.side is None and _is_organ(view, phrase):
            phrase.entity.side = GOVERNMENT
    _their_people(views, phrases)


def _their_people(views: Sequence[View], phrases: Sequence[Phrase]) -> None:
    """ "Ministry spokesman Walid Sherani", "an army officer": the side of the organ that stands in the words."""
    organs = {views[p.sentence].keys[p.head] for p in phrases if p.entity.side == GOVERNMENT}
    for phrase in phrases:
        entity = phrase.entity
        if entity.side is None and entity.kind in ("person", "people", "armed_force"):
            words = set(views[phrase.sentence].keys[phrase.first : phrase.last + 1]) | entity.words
            if words & (POSSESSIVE | _ALLIED) or _is_somebodys(views[phrase.sentence], phrase):
                continue
            if words & (_ORGANS | (organs & {"ministry", "staff"})):
                entity.side = GOVERNMENT


def _is_somebodys(view: View, phrase: Phrase) -> bool:
    """Whether a state or body stands in the words: "Russian navy head" serves no other government."""
    return any(view.cover[i] is not None for i in range(phrase.first, phrase.last + 1))


def of_spokesmen(views: Sequence[View], phrases: Sequence[Phrase]) -> None:
    """Give a "spokesman Walid Sherani" of nobody the side of the body that speaks in the sentence before.

    "Colonel Walid Sherani" gets that of the army that said something there: not of one that did something.
    """
    last: Entity | None = None
    army: Entity | None = None
    at = -1
    for phrase in sorted(phrases, key=lambda p: (p.sentence, p.first)):
        entity, view = phrase.entity, views[phrase.sentence]
        if entity.kind == "person" and entity.side is None and entity.proper and entity.nouns & _SPOKESMEN:
            if _speaks_for_another(view, phrase):
                continue
            entity.side = last.side if last is not None and phrase.sentence - at <= 1 else None
        elif entity.kind == "person" and entity.side is None and entity.proper and entity.nouns & _RANKS:
            entity.side = army.side if army is not None and phrase.sentence - at <= 1 else None
        elif entity.kind in _BODIES - {"people"} and _leads_sentence(view, phrase):
            last, at = (entity, phrase.sentence) if entity.side else (None, -1)
            army = last if entity.kind == "armed_force" and not entity.plural and _speaks(view, phrase) else None


def _speaks(view: View, phrase: Phrase) -> bool:
    return view.sentence.head(view.tokens[phrase.head]).lemma in _SAYING


def _speaks_for_another(view: View, phrase: Phrase) -> bool:
    """Whether the words say whose spokesman it is, if not whose side: "government spokesman", "AA spokesman"."""
    keys = view.keys[phrase.first : phrase.last + 1]
    at = next((i for i, key in enumerate(keys) if key in _SPOKESMEN), 0)
    return any(view.tokens[phrase.first + i].pos in ("NOUN", "PROPN") for i in range(at))


def _leads_sentence(view: View, phrase: Phrase) -> bool:
    """Whether the phrase is the subject of the main clause: "asked how many troops had left, he ..." is about him."""
    if not view.sentence.parsed:
        return False
    token = view.tokens[phrase.head]
    verb = view.sentence.head(token)
    return token.dep == "nsubj" and (verb.head == verb.i or verb.dep in ("ccomp", "conj"))


def _is_force(view: View, phrase: Phrase) -> bool:
    return phrase.entity.kind == "armed_force" and bool(_FORCES.intersection(view.keys[phrase.first : phrase.last + 1]))


def _is_organ(view: View, phrase: Phrase) -> bool:
    """Whether the words name an organ that each state has, and whose it is they do not say."""
    if phrase.entity.kind not in ("government", "armed_force") or phrase.entity.plural:
        return False
    keys = [key for key in view.keys[phrase.first : phrase.last + 1] if key.isalpha() and key != "the"]
    return not any(key in POSSESSIVE for key in keys) and _is_organ_name(keys)


def _is_organ_name(keys: Sequence[str]) -> bool:
    if keys and keys[-1] in _ORGANS:
        return len(keys) == 1
    return len(keys) == 2 and keys[1] in ("ministry", "staff", "forces") and keys[0] in (*_STATE_BODIES, "armed")
