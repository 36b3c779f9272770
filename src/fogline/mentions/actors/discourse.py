"""Whom "he", "they", "the ministry" and "the commander" take up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fogline.mentions.actors.clauses import matrix_subject, own_subject, praised
from fogline.mentions.actors.phrase import Entity, Phrase, View
from fogline.mentions.actors.pronouns import PRONOUNS, unresolved
from fogline.mentions.actors.quotes import open_quotes
from fogline.mentions.actors.taking_up import taken_up
from fogline.packs.roles import roles
from fogline.packs.wordlists import Gender
from fogline.records.mentions import ActorKind
from fogline.records.sentences import Token

__all__ = ["Discourse"]

_WEIGHTS = {
    "nsubj": 80.0, "nsubjpass": 60.0, "agent": 60.0, "poss": 20.0, "dobj": 40.0, "dative": 40.0, "pobj": 25.0,
    "attr": 70.0, "conj": 35.0, "ROOT": 60.0,
}  # fmt: skip
_SPEAKING = 60.0  # who spoke last goes on speaking more often than not
_SUBORDINATE = 0.6
_SPOTS = frozenset({"site", "station", "post", "front", "headquarters"})
_AT = frozenset({("at",), ("on",), ("to",), ("near",), ("along",), ("behind",)})
_REFLEXIVE = ("self", "selves")
_STATEMENT = 25  # sentences: the longest statement by a minister read in full
_REACH = 6  # sentences back; farther than that a writer names the person again
_FAVOUR = 200.0  # more than any one mention weighs: the subject of the clause outdoes the last speaker
# "The company said they ..." happens, with a state it hardly does.
_ACCUSING = frozenset({"accuse", "blame", "condemn", "denounce"})
_COLLECTIVE: dict[ActorKind, float] = {"armed_force": 0.8, "organisation": 0.3, "media": 0.2}
_GUESS = 0.75  # a person of unknown gender gives way to one known to be "she"
_OWN_WORDS = 0.2  # who is named in what a pronoun says before it is seldom who says it
_BODIES = frozenset("team crew delegation family panel squad jury staff group crowd".split())
_HALF = 0.4  # how much of its weight a mention keeps with each sentence


# Offices of which a report on one place knows one holder.
_OFFICES = frozenset("governor mayor president premier chancellor ambassador prefect sheriff".split())


@dataclass(slots=True)
class Discourse:
    """Reads the phrases of a report in order and gives each anaphoric one the actor it stands for."""

    views: Sequence[View]
    _seen: list[tuple[Phrase, float, bool]] = field(default_factory=list)
    _by_sentence: dict[int, list[Phrase]] = field(default_factory=dict)
    _open: list[tuple[int, bool]] = field(default_factory=list)

    def resolve(self, phrases: Sequence[Phrase]) -> None:
        """Replace the actors of anaphoric phrases, in the order of the report; unresolved ones stay as they are."""
        self._open = open_quotes(self.views)
        for phrase in phrases:
            self._by_sentence.setdefault(phrase.sentence, []).append(phrase)
        for phrase in phrases:
            if phrase.anaphoric:
                found = self._pronoun(phrase) if phrase.form == "pronoun" else self._noun(phrase)
                if found is not None:
                    found.settle(phrase.entity)
                    if found.kind == "person":
                        found.gender = found.gender or phrase.entity.gender
                    found.nouns |= phrase.entity.nouns
                    found.words |= phrase.entity.words
                    phrase.entity = found
            self._seen.append((phrase, self._weight(phrase), self._quoted(phrase)))
        self._headline(phrases)

    def _headline(self, phrases: Sequence[Phrase]) -> None:
        """Give "President" of a headline, and "the governor" of a text, the person of that office named below."""
        for phrase in phrases:
            view = self.views[phrase.sentence]
            if phrase.form != "nominal" or phrase.entity.kind != "person" or phrase.entity.side is not None:
                continue
            key, headed = view.keys[phrase.head], view.sentence.role == "headline"
            bare = phrase.head - phrase.first <= 1 if headed else key in _OFFICES and view.keys[phrase.first] == "the"
            bare = bare and view.keys[phrase.head + 1 : phrase.head + 2] != ("of",)  # "the governor of Aldern"
            if not bare:
                continue
            below = {
                id(p.entity): p.entity
                for p in phrases
                if p.sentence > phrase.sentence and p.form == "name" and p.entity.kind == "person"
            }
            found = [entity for entity in below.values() if key in entity.nouns]
            if found and (headed or len(found) == 1):
                phrase.entity = found[0]

    def _weight(self, phrase: Phrase) -> float:
        sentence = self.views[phrase.sentence].sentence
        if not sentence.parsed:
            return 30.0
        token = sentence.tokens[phrase.head]
        while token.dep in ("appos", "compound") and token.head != token.i:
            token = sentence.head(token)
        weight = _WEIGHTS.get(token.dep, 20.0)
        while token.dep == "conj" and token.head != token.i:
            token = sentence.head(token)
        verb = sentence.head(token)
        if verb.dep in ("advcl", "relcl", "acl"):  # "wept as the foreman spoke": the story is about who wept
            return weight * _SUBORDINATE
        return weight + _SPEAKING if token.dep == "nsubj" and verb.lemma in roles().speech else weight

    def _quoted(self, phrase: Phrase) -> bool:
        view = self.views[phrase.sentence]
        before = view.sentence.text[: view.tokens[phrase.first].start - view.sentence.start]
        curly = before.count("“") - before.count("”")
        straight = before.count('"') % 2 == 1
        return straight != self._open[phrase.sentence][1] or self._open[phrase.sentence][0] + curly > 0

    def _pronoun(self, phrase: Phrase) -> Entity | None:
        word = self.views[phrase.sentence].keys[phrase.head]
        number, gender = PRONOUNS[word]
        if number == "self":
            return self._speaker_of(phrase)
        inside, favoured = self._quoted(phrase), self._favoured(phrase)
        best: dict[tuple[int, int], float] = {}  # of several mentions in one sentence the weightiest counts
        entities: dict[int, Entity] = {}
        for other, weight, quoted in reversed(self._seen):
            distance = phrase.sentence - other.sentence
            if distance > _REACH:
                break
            entity = other.entity
            idle = unresolved(entity) or self._self_named(other)
            share = 0.0 if idle else _fit(entity, number, gender)
            if not share or self._barred(phrase, other):
                continue
            value = share * weight * _HALF**distance * (0.4 if quoted and not inside else 1.0)
            value *= _OWN_WORDS if self._is_told_by(phrase, other) else 1.0
            if distance == 0 and favoured is not None and other.first <= favoured.i <= other.last:
                value += _FAVOUR * share
            key = (id(entity), other.sentence)
            best[key] = max(best.get(key, 0.0), value)
            entities[id(entity)] = entity
        if not best:
            return None
        scores = dict.fromkeys(entities, 0.0)
        for (entity_key, _), value in best.items():
            scores[entity_key] += value
        found = entities[max(scores, key=lambda key: scores[key])]
        return None if number != "person" and self._is_disputed(phrase, found) else found

    def _is_disputed(self, phrase: Phrase, found: Entity) -> bool:
        """Whether "it" does something right after one side accused another of it: no telling which is meant."""
        sentence = self.views[phrase.sentence].sentence
        one = sentence.tokens[phrase.head]
        if not sentence.parsed or one.dep != "nsubj" or sentence.head(one).lemma in roles().speech:
            return False
        for other in self.phrases_of(phrase.sentence - 1):
            before = self.views[other.sentence].sentence
            token = before.tokens[other.head]
            if other.entity is found and token.dep == "nsubj" and before.head(token).lemma in _ACCUSING:
                return bool(before.children(before.head(token), "dobj"))
        return False

    def _is_told_by(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether a pronoun says what the other does: "the army fired first, they conclude" tells of two parties."""
        sentence = self.views[phrase.sentence].sentence
        if phrase.sentence != other.sentence or not sentence.parsed or other.head > phrase.head:
            return False
        one, two = sentence.tokens[phrase.head], sentence.tokens[other.head]
        verb = sentence.head(one)
        above = sentence.ancestors(two)
        told = any(word.dep == "ccomp" and word.head == verb.i and word.i < one.i for word in above)
        return one.dep == "nsubj" and told

    def _self_named(self, phrase: Phrase) -> bool:
        """Whether a phrase is "I" or "we": whoever speaks of himself so is named outside the quotation."""
        return phrase.form == "pronoun" and PRONOUNS[self.views[phrase.sentence].keys[phrase.head]][0] == "self"

    def _favoured(self, phrase: Phrase) -> Token | None:
        """The subject that grammar suggests for a pronoun of the same sentence."""
        sentence = self.views[phrase.sentence].sentence
        if not sentence.parsed:
            return None
        token = sentence.tokens[phrase.head]
        if token.dep in ("nsubj", "nsubjpass"):
            return matrix_subject(sentence, token)
        if token.dep == "poss" and (object_ := praised(sentence, token)) is not None:
            return object_
        subject = own_subject(sentence, token)
        if subject is None or token.dep == "poss" or token.lower.endswith(_REFLEXIVE):
            return subject
        return matrix_subject(sentence, subject)

    def _speaker_of(self, phrase: Phrase) -> Entity | None:
        """Who says "I" or "we": whoever speaks outside the quotation, in its sentence or up to three before."""
        if not self._quoted(phrase):
            return self._announced(phrase)
        speaking = (p for p in self.phrases_of(phrase.sentence) if self._speaks(p))
        here = next(speaking, None)
        if here is not None:
            return here.entity
        for other, weight, quoted in reversed(self._seen):
            if phrase.sentence - other.sentence > 3:
                return self._announced(phrase)
            if weight > _SPEAKING and not quoted and self._speaks(other):
                return other.entity
        return None

    def _announced(self, phrase: Phrase) -> Entity | None:
        """Who was announced with a colon: all that follows "Minister Abene said:" are her words."""
        for at in range(phrase.sentence, max(phrase.sentence - _STATEMENT, -1), -1):
            text = self.views[at].sentence.text.rstrip("\"“‘' ")
            if text.endswith(":"):
                return next((p.entity for p in self.phrases_of(at) if self._speaks(p) or self._releases(p)), None)
        return None

    def _releases(self, phrase: Phrase) -> bool:
        """Whether somebody is the subject of "released the following statement:"."""
        sentence = self.views[phrase.sentence].sentence
        token = sentence.tokens[phrase.head]
        return token.dep == "nsubj" and "statement" in self.views[phrase.sentence].keys

    def phrases_of(self, sentence: int) -> Sequence[Phrase]:
        """All phrases of a sentence, those after the current one included."""
        return self._by_sentence.get(sentence, ())

    def _speaks(self, phrase: Phrase) -> bool:
        sentence = self.views[phrase.sentence].sentence
        if not sentence.parsed or self._quoted(phrase) or unresolved(phrase.entity):
            return False
        token = sentence.tokens[phrase.head]
        return token.dep == "nsubj" and sentence.head(token).lemma in roles().speech

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
        if (
            other.form == "nominal"
            and one.dep == "nsubj"
            and self.views[other.sentence].keys[other.first] in ("a", "an")
        ):
            verb = sentence.head(two)
            return verb.lemma not in roles().speech and verb.dep in ("ccomp", "parataxis") and verb.head == one.head
        if one.dep == "poss":
            return sentence.head(one).i == two.i
        if one.lower.endswith(_REFLEXIVE):
            return False
        subject = own_subject(sentence, one) if one.dep in ("dobj", "pobj", "dative") else None
        if subject is not None and other.first <= subject.i <= other.last:
            return True
        return one.head == two.head and one.dep != two.dep

    def _noun(self, phrase: Phrase) -> Entity | None:
        view = self.views[phrase.sentence]
        noun = view.keys[phrase.head]
        if noun in _SPOTS and (view.keys[phrase.first - 1 : phrase.first] in _AT or self._is_visited(phrase)):
            return None  # "no soldiers at the site", "to visit the front": where, not which outlet or group
        before = [other for other, _, _ in reversed(self._seen) if not self._tells_of(other, phrase)]
        return taken_up(noun, phrase, before)

    def _is_visited(self, phrase: Phrase) -> bool:
        sentence = self.views[phrase.sentence].sentence
        token = sentence.tokens[phrase.head]
        return token.dep == "dobj" and sentence.head(token).lemma in ("visit", "reach", "leave", "tour", "inspect")

    def _tells_of(self, speaker: Phrase, phrase: Phrase) -> bool:
        """Whether one is the speaker of what is said of the other: in "the council said the group fled" they differ."""
        sentence = self.views[phrase.sentence].sentence
        subject = sentence.tokens[speaker.head] if speaker.sentence == phrase.sentence else None
        if subject is None or subject.dep != "nsubj":
            return False
        above = sentence.ancestors(sentence.tokens[phrase.head])
        return any(token.dep == "ccomp" and token.head == subject.head for token in above)


def _fit(entity: Entity, number: str, gender: Gender | None) -> float:
    """How well an actor can stand behind a pronoun of this number and gender: 0 not at all, 1 fully."""
    if number == "person":
        if entity.kind != "person" or entity.plural or entity.gender not in (None, gender):
            return 0.0
        return (1.3 if entity.proper else 1.0) * (1.0 if entity.gender else _GUESS)
    if number == "many":
        if entity.kind == "person":
            return 0.0
        return 1.0 if entity.plural or entity.kind == "people" else _COLLECTIVE.get(entity.kind, 0.0)
    if entity.unsure:
        return _GUESS
    if entity.kind == "people":
        return 0.0 if entity.plural or not entity.nouns & _BODIES else _GUESS
    if entity.kind == "person":
        return 0.0
    return (_GUESS if entity.proper and entity.kind != "government" else 0.0) if entity.plural else 1.0
