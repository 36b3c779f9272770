"""The kind of a stretch of text, from the words in it and where they stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from fogline.claims.events.lexicon import Entry, Lexicon, Phrase, lexicon
from fogline.claims.events.stretch import Predicate, Stretch, lemma_of
from fogline.claims.events.wartime import BATTLE
from fogline.records.claims import Kind, Stance
from fogline.records.sentences import Token

__all__ = ["KindReading", "kind_of"]

BASE = {"verb": 2.0, "noun": 1.6, "adjective": 1.4, "hint": 0.4}
PHRASE = 2.2
AT_PREDICATE = 2.0  # a word that is the predicate counts double
UNDER_PREDICATE = 1.3
FITTING = {
    "verb": frozenset({"VERB", "AUX", "ADJ"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "adjective": frozenset({"ADJ", "ADV", "VERB", "NOUN"}),
}


@dataclass(frozen=True, slots=True)
class KindReading:
    """The kind, its score (0 to 1, how far it leads), the kinds behind it, best first."""

    kind: Kind
    score: float
    others: tuple[Kind, ...]


def kind_of(stretch: Stretch, predicate: Predicate | None, stance: Stance | None = None) -> KindReading:
    """The kind for which the words of the stretch speak loudest; `other` with score 0 where none speaks."""
    words = lexicon()
    lemmas = [lemma_of(token) for token in stretch.tokens]
    classes = _classes(stretch, lemmas, words)
    votes: dict[Kind, float] = defaultdict(float)
    for token, lemma in zip(stretch.tokens, lemmas, strict=True):
        for entry in words.entries.get(lemma, ()):
            if _fits(entry, token, classes):
                votes[entry.kind] += BASE[entry.word] * _weight(token, predicate)
    for phrase in _phrases(lemmas, words):
        votes[phrase.kind] += PHRASE
    _lean(votes, classes, stance)
    return _decide(votes)


def _classes(stretch: Stretch, lemmas: list[str], words: Lexicon) -> set[str]:
    found: set[str] = set()
    for token, lemma in zip(stretch.tokens, lemmas, strict=True):
        found.update(words.classes.get(lemma, ()))
        if token.pos == "PROPN":
            found.update(("place", "people"))
            if token.dep in ("nsubj", "poss", "agent"):
                found.add("armed")
        elif token.pos == "NUM" or token.pos == "PRON":
            found.add("people")
            if token.dep == "nsubj":
                found.add("armed")
    return found


def _fits(entry: Entry, token: Token, classes: set[str]) -> bool:
    if entry.word != "hint" and token.pos not in FITTING[entry.word]:
        return False
    return entry.needs is None or entry.needs in classes


def _weight(token: Token, predicate: Predicate | None) -> float:
    if predicate is None:
        return 1.0
    if token.i == predicate.word.i:
        return AT_PREDICATE
    at = predicate.verb or predicate.word
    return UNDER_PREDICATE if token.head in (at.i, predicate.word.i) else 1.0


def _phrases(lemmas: list[str], words: Lexicon) -> list[Phrase]:
    found: list[Phrase] = []
    for at, lemma in enumerate(lemmas):
        for phrase in words.phrases.get(lemma, ()):
            if _matches(phrase.lemmas, lemmas, at):
                found.append(phrase)
    return found


def _matches(phrase: tuple[str, ...], lemmas: list[str], at: int) -> bool:
    for wanted in phrase[1:]:
        window = lemmas[at + 1 : at + 4]
        if wanted not in window:
            return False
        at += 1 + window.index(wanted)
    return True


def _lean(votes: dict[Kind, float], classes: set[str], stance: Stance | None) -> None:
    if "peaceful" in classes and "armed" not in classes and "weapon" not in classes:
        for kind in BATTLE:
            votes[kind] *= 0.2
    if stance == "accuses":
        votes["accusation"] += 1.0


def _decide(votes: dict[Kind, float]) -> KindReading:
    ranked = sorted((kind for kind in votes if votes[kind] > 0), key=lambda kind: -votes[kind])
    if not ranked:
        return KindReading("other", 0.0, ())
    best = votes[ranked[0]]
    second = votes[ranked[1]] if len(ranked) > 1 else 0.0
    return KindReading(ranked[0], round((best - second) / (best + 1.0), 3), tuple(ranked[1:4]))
