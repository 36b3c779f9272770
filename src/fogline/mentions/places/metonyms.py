"""Tell "Moscow said" from "in Moscow": a place that stands for those who govern it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.data.gazetteer import Entry
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.spotting import Spot
    from fogline.records.sentences import Sentence, Token

__all__ = ["is_metonym"]

SUBJECT = ("nsubj", "nsubjpass")
HELPERS = frozenset(
    {"has", "have", "had", "will", "would", "also", "later", "then", "could", "may", "might", "is", "was", "itself"}
)
WITH = frozenset({"with", "by", "against", "between"})


def is_metonym(spot: Spot, entry: Entry, words: PlaceWords) -> bool:
    """Whether the name of a country, capital or seat of power stands for a government here."""
    if not (entry.kind == "country" or entry.capital or entry.seat):
        return False
    if spot.type_word is not None and spot.after > spot.last:
        return False
    sentence = spot.line.sentence
    if not sentence.parsed:
        return _by_neighbours(spot, words)
    token = sentence.token_at(spot.line.words[spot.last].start)
    if token is None:
        return False
    if _governs(spot, words):
        return True
    return _acts(sentence, token, entry, words) or _owns(spot, entry, words) or _is_party(sentence, token, entry, words)


def _governs(spot: Spot, words: PlaceWords) -> bool:
    """ "the Bamako regime": who rules there, wherever it acts."""
    following = spot.line.near(spot.last + 1)
    plain = following is not None and following.gap == " " and not spot.line.words[spot.last].possessive
    return plain and following is not None and following.lower in words.ruling


def _acts(sentence: Sentence, token: Token, entry: Entry, words: PlaceWords) -> bool:
    """Subject of a verb of speech, decision or deed, alone or in a list of subjects."""
    subject = _first_of_list(sentence, token)
    if subject.dep not in SUBJECT:
        return False
    verb = sentence.head(subject)
    if entry.seat:
        return True
    if verb.lemma.lower() in words.metonym_verbs:
        return True
    if subject.dep == "nsubj" and verb.pos == "VERB" and verb.lemma.lower() not in words.stative:
        return True
    return any(child.lemma.lower() in words.metonym_verbs for child in sentence.children(verb, "xcomp"))


def _first_of_list(sentence: Sentence, token: Token) -> Token:
    while token.dep == "conj" and token.head != token.i:
        token = sentence.head(token)
    return token


def _owns(spot: Spot, entry: Entry, words: PlaceWords) -> bool:
    """ "Kyiv’s proposal": a capital owns like a government unless what it owns is a part of the town."""
    following = spot.line.near(spot.last + 1)
    if not spot.line.words[spot.last].possessive or following is None:
        return False
    span = [word for at in (1, 2, 3) if (word := spot.line.near(spot.last + at)) is not None and word.gap == " "]
    if entry.kind == "country":
        return any(word.lower in words.authority for word in span)
    return not any(word.lower in words.town_parts or word.lower in words.types for word in span)


def _is_party(sentence: Sentence, token: Token, entry: Entry, words: PlaceWords) -> bool:
    """Partner, opponent or agent: "talks with Moscow", "according to Kyiv", "caught Moscow off guard"."""
    first = _first_of_list(sentence, token)
    above = sentence.head(first)
    if first.dep == "pobj":
        before = above.lower
        if before == "to" and above.i > 0:
            return sentence.tokens[above.i - 1].lower in ("according", "available")
        return (
            before in WITH
            and above.i > 0
            and sentence.tokens[above.i - 1].lower not in ("border", "borders", "located")
        )
    if first.dep in ("dobj", "dative") or (first.dep == "nsubj" and above.dep in ("ccomp", "xcomp")):
        verb = above.lemma.lower()
        return verb in words.metonym_verbs or (entry.kind != "country" and verb not in words.physical)
    return False


def _by_neighbours(spot: Spot, words: PlaceWords) -> bool:
    """Without grammar: the name comes first and a verb of speech or decision follows."""
    before = spot.line.near(spot.first - 1)
    if before is not None and before.lower in words.locative:
        return False
    at = spot.last + 1
    following = spot.line.near(at)
    while following is not None and following.lower in HELPERS:
        at += 1
        following = spot.line.near(at)
    return following is not None and any(form in words.metonym_verbs for form in _stems(following.lower))


def _stems(word: str) -> tuple[str, ...]:
    irregular = {"said": "say", "says": "say", "denies": "deny", "denied": "deny", "sent": "send"}
    return (word, irregular.get(word, word), word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("d"))
