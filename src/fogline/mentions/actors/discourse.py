"""Whom "he", "they", "the ministry" and "the commander" take up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fogline.mentions.actors.phrase import Entity, Phrase, View
from fogline.packs.roles import roles
from fogline.packs.wordlists import Gender

__all__ = ["Discourse", "pronoun_entity"]

_PRONOUNS: dict[str, tuple[str, Gender | None]] = {
    "he": ("person", "m"), "him": ("person", "m"), "his": ("person", "m"), "himself": ("person", "m"),
    "she": ("person", "f"), "her": ("person", "f"), "hers": ("person", "f"), "herself": ("person", "f"),
    "they": ("many", None), "them": ("many", None), "their": ("many", None), "themselves": ("many", None),
    "it": ("body", None), "its": ("body", None), "itself": ("body", None),
}  # fmt: skip
_WEIGHTS = {
    "nsubj": 80.0, "nsubjpass": 60.0, "agent": 60.0, "poss": 35.0, "dobj": 40.0, "dative": 40.0, "pobj": 25.0, "appos": 30.0,
    "conj": 35.0, "ROOT": 60.0,
}  # fmt: skip
_SPEAKING = 60.0  # who spoke last goes on speaking more often than not
_REACH = 6  # sentences back; farther than that a writer names the person again
_HALF = 0.55  # how much of its weight a mention keeps with each sentence


def pronoun_entity(word: str) -> Entity | None:
    """An actor without a name for a pronoun; None for other words."""
    found = _PRONOUNS.get(word)
    if found is None:
        return None
    number, gender = found
    kind = "person" if number == "person" else "people" if number == "many" else "organisation"
    return Entity(word, kind, gender=gender, plural=number == "many")  # type: ignore[arg-type]


@dataclass(slots=True)
class Discourse:
    """Reads the phrases of a report in order and gives each anaphoric one the actor it stands for."""

    views: Sequence[View]
    _seen: list[tuple[Phrase, float, bool]] = field(default_factory=list)

    def resolve(self, phrases: Sequence[Phrase]) -> None:
        """Replace the actors of anaphoric phrases, in the order of the report; unresolved ones stay as they are."""
        for phrase in phrases:
            if phrase.anaphoric:
                found = self._pronoun(phrase) if phrase.form == "pronoun" else self._noun(phrase)
                if found is not None:
                    found.gender = found.gender or (phrase.entity.gender if found.kind == "person" else None)
                    found.nouns |= phrase.entity.nouns
                    phrase.entity = found
            self._seen.append((phrase, self._weight(phrase), self._quoted(phrase)))

    def _weight(self, phrase: Phrase) -> float:
        sentence = self.views[phrase.sentence].sentence
        if not sentence.parsed:
            return 30.0
        token = sentence.tokens[phrase.head]
        weight = _WEIGHTS.get(token.dep, 20.0)
        while token.dep in ("conj", "appos", "compound") and token.head != token.i:
            token = sentence.head(token)
        if token.dep == "nsubj" and sentence.head(token).lemma in roles().speech:
            weight += _SPEAKING
        return weight

    def _quoted(self, phrase: Phrase) -> bool:
        view = self.views[phrase.sentence]
        before = view.sentence.text[: view.tokens[phrase.first].start - view.sentence.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def _pronoun(self, phrase: Phrase) -> Entity | None:
        word = self.views[phrase.sentence].keys[phrase.head]
        number, gender = _PRONOUNS[word]
        scores: dict[int, float] = {}
        entities: dict[int, Entity] = {}
        inside = self._quoted(phrase)
        for other, weight, quoted in reversed(self._seen):
            distance = phrase.sentence - other.sentence
            if distance > _REACH:
                break
            entity = other.entity
            if not _fits(entity, other, number, gender) or self._barred(phrase, other):
                continue
            value = weight * _HALF**distance * (0.4 if quoted and not inside else 1.0)
            value *= 1.3 if entity.proper and number == "person" else 1.0
            scores[id(entity)] = scores.get(id(entity), 0.0) + value
            entities[id(entity)] = entity
        if not scores:
            return None
        return entities[max(scores, key=lambda key: scores[key])]

    def _barred(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether grammar keeps the two apart: subject and object of one verb, or one inside the other."""
        if phrase.sentence != other.sentence:
            return False
        if other.first <= phrase.head <= other.last:
            return True
        sentence = self.views[phrase.sentence].sentence
        if not sentence.parsed:
            return False
        one, two = sentence.tokens[phrase.head], sentence.tokens[other.head]
        if one.dep == "poss":
            return sentence.head(one).i == two.i
        return one.head == two.head and one.dep != two.dep and one.text[-4:] != "self"

    def _noun(self, phrase: Phrase) -> Entity | None:
        key = self.views[phrase.sentence].keys[phrase.head]
        same: Entity | None = None
        for other, _, _ in reversed(self._seen):
            if other.form == "pronoun" and other.entity.name in _PRONOUNS:
                continue
            entity = other.entity
            if entity is not phrase.entity and _takes_up(key, phrase.entity, entity):
                if entity.proper or entity.side is not None:
                    return entity
                same = same or (entity if other.form == "nominal" and key in entity.nouns else None)
        return same


def _fits(entity: Entity, other: Phrase, number: str, gender: Gender | None) -> bool:
    """Whether an actor can stand behind a pronoun of this number and gender."""
    if number == "person":
        return entity.kind == "person" and not entity.plural and entity.gender in (None, gender) and entity.name not in ("he", "she")
    if number == "many":
        return entity.kind != "person" and (entity.plural or entity.kind in ("people", "armed_force", "government", "organisation"))
    return entity.kind not in ("person", "people") and not entity.plural


_CLASSES = ("leaders", "officers", "doctors", "diplomats", "spokesmen", "analysts", "lawmakers")


def _takes_up(noun: str, phrase: Entity, entity: Entity) -> bool:
    """Whether "the NOUN" can stand for an actor named before."""
    if phrase.kind == "person":
        return _same_office(noun, phrase, entity)
    groups = roles().groups
    if noun in entity.nouns and phrase.kind == entity.kind and phrase.plural == entity.plural:
        return True
    if not entity.proper:
        return False
    if entity.kind == "media":
        return noun in groups["media"]
    if entity.kind == "armed_force":
        return noun in groups["armed"] and entity.side == entity.name
    if entity.kind == "government":
        return noun in groups["governments"] and noun in entity.name.lower()
    return entity.kind == "organisation" and noun in groups["bodies"]


def _same_office(noun: str, phrase: Entity, entity: Entity) -> bool:
    if entity.kind != "person" or entity.plural or (phrase.gender and entity.gender not in (None, phrase.gender)):
        return False
    if noun in entity.nouns:
        return True
    groups = roles().groups
    return entity.proper and any(noun in groups[name] and entity.nouns & groups[name] for name in _CLASSES)
