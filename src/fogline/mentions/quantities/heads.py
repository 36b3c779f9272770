"""What a number counts: the noun phrase it stands with, in the words of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.records.sentences import Sentence, Token

__all__ = ["Head", "counted", "governing"]

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX", "``", "''", "CD", "FW", "ADD"})
_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WP$"})
_EXTRA = frozenset({"more", "additional", "other", "others", "further", "odd", "such", "new", "total", "or", "so", "separate"})
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today tonight yesterday tomorrow january february march"
    " april may june july august september october november december".split()
)
_LONGEST = 9  # tokens; "12 heavily armed pro-government militia fighters" has eight after the number
_TOLLS = frozenset({"of", "at", "to", "by", "from", "above", "past", "as"})


@dataclass(frozen=True, slots=True)
class Head:
    """What is counted: its words, and the token that governs them (the number's own token where no noun follows)."""

    of: str | None
    anchor: Token | None
    partitive: bool = False


def counted(sentence: Sentence, end: int, skip_words: frozenset[str], in_of: bool = False) -> Head:
    """What the number that ends at report offset `end` counts.

    `skip_words` ("dead", "wounded") stand alone after a number without being what is counted; `in_of` reads
    "$5 million in aid" as counting aid.
    """
    if not sentence.parsed:
        return Head(_unparsed(sentence, end), None)
    tokens = sentence.tokens
    at = _first_after(tokens, end)
    own = tokens[at - 1] if at else None
    partitive = False
    while at < len(tokens) and tokens[at].lower in _EXTRA:
        at += 1
    if at < len(tokens) and (tokens[at].lower == "of" or (in_of and tokens[at].lower in ("in", "worth"))):
        partitive = tokens[at].lower == "of"
        at += 2 if tokens[at].lower == "worth" else 1
        at = _past_determiners(tokens, at)
    elif at < len(tokens) and tokens[at].tag in ("DT", "PRP$"):
        at = _past_determiners(tokens, at)
    phrase = _phrase(tokens, at, skip_words)
    if not phrase:
        return Head(None, own, partitive)
    start = sentence.start
    words = sentence.text[phrase[0].start - start : phrase[-1].end - start].strip(" \"'“”‘’")
    return Head(" ".join(words.split()) or None, phrase[-1], partitive)


def governing(sentence: Sentence, token: Token) -> str | None:
    """What a bare number is the value of: "death toll" in "the death toll rose to 12", "force" in "a force of 3,000"."""
    if token.dep == "nummod" and token.head != token.i:
        token = sentence.head(token)
    if token.dep not in ("pobj", "attr", "npadvmod", "dative", "acomp"):
        return None
    above = sentence.head(token)
    if above.tag in ("IN", "TO") and above.lower in _TOLLS:
        preposition, above = above, sentence.head(above)
        if above.tag in _NOUNS:
            return _noun_words(sentence, above) if preposition.lower in ("of", "at") else None
    if above.pos not in ("VERB", "AUX"):
        return None
    objects = sentence.children(above, "dobj") or sentence.children(above, "nsubj", "nsubjpass")
    noun = objects[-1] if objects else None
    return _noun_words(sentence, noun) if noun is not None and noun.tag in ("NN", "NNS") else None


def _noun_words(sentence: Sentence, noun: Token) -> str:
    first = noun
    for child in reversed(sentence.children(noun, "amod", "compound")):
        if child.i == first.i - 1:
            first = child
    return sentence.text[first.start - sentence.start : noun.end - sentence.start]


def _first_after(tokens: tuple[Token, ...], end: int) -> int:
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].start < end:
            low = middle + 1
        else:
            high = middle
    return low


def _past_determiners(tokens: tuple[Token, ...], at: int) -> int:
    while at < len(tokens) and (tokens[at].tag in _DETERMINERS or tokens[at].tag == "CD" or tokens[at].lower in _EXTRA):
        at += 1
    return at


def _phrase(tokens: tuple[Token, ...], at: int, skip_words: frozenset[str]) -> list[Token]:
    """The tokens of the noun phrase that begins at `at`, up to its head noun; empty where there is none."""
    if at < len(tokens) and tokens[at].tag == "HYPH":
        at += 1
    first, last = at, -1
    stop = min(len(tokens), at + _LONGEST)
    while at < stop:
        token = tokens[at]
        if token.lower in _WEEKDAYS or (last < 0 and at == first and _stands_alone(tokens, at, skip_words)):
            break
        if token.tag in _NOUNS:
            if last >= 0 and tokens[last].tag == "NNS" and at == last + 1 and token.tag.startswith("NNP"):
                break
            last = at
        elif token.tag == "POS" and last == at - 1:
            first, last = at + 1, -1  # "a fifth of Ukraine's territory" counts territory
        elif not _goes_on(tokens, at, last):
            break
        at += 1
    return list(tokens[first : last + 1]) if last >= first else []


def _stands_alone(tokens: tuple[Token, ...], at: int, skip_words: frozenset[str]) -> bool:
    """Whether "dead" or "wounded" ends the phrase: "12 dead", but not "12 wounded soldiers"."""
    if tokens[at].lower not in skip_words:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or after.tag not in ("NN", "NNS", "JJ") or after.lower in _WEEKDAYS


def _goes_on(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether a token that is no noun can stand inside the phrase, after its noun at `last` if one was seen."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.tag in ("HYPH", "``", "''") or token.text in "-–\"“”‘’":
        return after is not None and after.tag in _NOUNS | _ADJECTIVES
    hyphened = at > 0 and tokens[at - 1].text == "-"
    if token.tag in _ADJECTIVES:
        return last < 0 or hyphened
    if token.tag in (",", "CC", "RB"):
        return last < 0 and at > 0 and after is not None and after.tag in ("JJ", "VBN", "VBG") and (
            token.tag == "RB" or tokens[at - 1].tag in ("JJ", "VBN")
        )
    return False


_IRREGULAR = frozenset(
    "people men women children police troops personnel aircraft servicemen militiamen gunmen cattle sheep crew staff"
    " policemen airmen crewmen infantrymen".split()
)
_FUNCTION = re.compile(
    r"(?:the|an?|of|in|on|at|to|from|by|with|and|or|but|as|for|after|before|were|was|are|is|be|been|had|have|has|who"
    r"|that|which|while|when|during|since|into|over|under|near|its|their|his|her|he|she|they|it|we|said|says)$"
)


def _unparsed(sentence: Sentence, end: int) -> str | None:
    """A guess without grammar: up to the first plural within four words, or the next word."""
    words = re.match(r"[\s-]*((?:[\w'’-]+\s?){1,5})", sentence.text[end - sentence.start :])
    if words is None:
        return None
    taken: list[str] = []
    for word in words[1].split():
        if _FUNCTION.match(word.lower()):
            break
        taken.append(word)
        if word in _IRREGULAR or re.search(r"[^s]s$", word):
            return " ".join(taken)
    return None
