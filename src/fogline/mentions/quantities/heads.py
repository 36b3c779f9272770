"""What a number counts: the noun phrase it stands with, in the words of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.mentions.quantities.lexicon import lexicon
from fogline.mentions.quantities.phrases import ADJECTIVES, NOT_COUNTED, NOUNS, is_hyphen, noun_phrase
from fogline.records.sentences import Sentence, Token

__all__ = ["Head", "counted", "governing", "subjects_of"]

_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WP$", "CD"})
_EXTRA = frozenset(
    {"more", "additional", "other", "others", "further", "odd", "such", "new", "total", "or", "so", "separate"}
)
_REACHING = frozenset(
    {"reach", "hit", "total", "exceed", "pass", "number", "surpass", "top", "near", "approach", "cross"}
)
_COUNTS = frozenset({"average", "number", "total", "count", "figure", "tally", "amount"})
_OUTSIDE = frozenset({"VB", "VBP", "VBZ", "MD", "CD"})  # tags that no noun phrase holds
_ROUNDLY = frozenset("estimated about around some roughly nearly approximately almost".split())
_FAR = 6  # tokens between a noun and the noun it modifies: "S-300 anti-aircraft missile systems" has four
_NO_ADJECTIVES = frozenset({"only", "just", "more", "such", "same", "own"})
_TOLLS = frozenset({"of", "at", "to", "by", "from", "above", "past", "as"})


@dataclass(frozen=True, slots=True)
class Head:
    """What is counted: its words, and the token that governs them (the number's own token where no noun follows).

    `partitive` tells that the words stand behind "of", `direct` that they follow the number at all.
    """

    of: str | None
    anchor: Token | None
    partitive: bool = False
    direct: bool = True

    @property
    def proper(self) -> bool:
        """Whether what is counted goes by a name."""
        return self.anchor is not None and self.anchor.tag.startswith("NNP")


def counted(
    sentence: Sentence, end: int, skip_words: frozenset[str], compounds: frozenset[str], in_of: bool = False
) -> Head:
    """What the number that ends at report offset `end` counts.

    `skip_words` ("dead", "wounded") stand alone after a number without being what is counted; `in_of` reads
    "$5 million in aid" as counting aid.
    """
    if not sentence.parsed:
        return Head(_unparsed(sentence, end), None)
    tokens = sentence.tokens
    after = _first_after(tokens, end)
    own = tokens[after - 1] if after else None
    at, partitive = _start(tokens, after, in_of)
    phrase = noun_phrase(tokens, at, skip_words, compounds)
    free = at < len(tokens) and tokens[at].lower not in skip_words
    if not phrase and own is not None and free and not partitive:
        phrase = _by_grammar(sentence, own, at)
    if not phrase or (in_of and phrase[-1].tag == "NNP" and tokens[phrase[0].i - 1].lower == "in"):  # "$5m in Kyiv"
        return Head(None, own, partitive)
    if tokens[phrase[0].i - 1].text != "-":  # "a 15-member council" counts members
        phrase = _to_head(sentence, phrase, own, in_of)
    anchor, phrase = phrase[-1], _with_second(sentence, phrase)
    start = sentence.start
    words = sentence.text[phrase[0].start - start : phrase[-1].end - start].strip(" \"'“”‘’")
    return Head(" ".join(words.split()) or None, anchor, partitive)


def _start(tokens: tuple[Token, ...], at: int, in_of: bool) -> tuple[int, bool]:
    """Where the phrase begins behind "more", "of the", "worth of", and whether it stands behind "of"."""
    at = _past(tokens, at, _EXTRA)
    words = [token.lower for token in tokens[at : at + 3]]
    if words[:2] in ([",", "of"], ["out", "of"], ["worth", "of"]):  # "hundreds, possibly thousands, of people"
        return _past_determiners(tokens, at + 2), True
    if words[:1] == ["of"]:
        at = _past_determiners(tokens, at + 1)
        while at + 1 < len(tokens) and tokens[at].lower in _ROUNDLY:  # "5,000 of an estimated 25,000 fighters"
            at = _past_determiners(tokens, at + 1)
        return at, True
    if in_of and words[:1] == ["in"]:
        return at + 1, False
    if (
        at < len(tokens) and tokens[at].tag in ("DT", "PRP$") and tokens[at].lower not in ("a", "an")
    ):  # not "$5 a litre"
        return _past_determiners(tokens, at), False
    return at, False


def governing(sentence: Sentence, token: Token) -> str | None:
    """What a bare number is the value of: "death toll" in "the death toll rose to 12", "force" in "a force of 300"."""
    if token.dep == "nummod" and token.head != token.i:
        token = sentence.head(token)
    above = sentence.head(token)
    if token.dep == "dobj" and above.lemma in _REACHING:
        subjects = subjects_of(sentence, above)
        return _noun_words(sentence, subjects[0], token) if subjects and subjects[0].tag in ("NN", "NNS") else None
    if token.dep not in ("pobj", "attr", "npadvmod", "dative", "acomp"):
        return None
    if above.tag in ("IN", "TO") and above.lower in _TOLLS:
        if any(word.pos in ("PRON", "VERB") for word in sentence.tokens[above.i + 1 : token.i]):
            return None  # "in which at least nine died"
        preposition, above = above, sentence.head(above)
        if above.tag in NOUNS or preposition.lower == "of":
            return (
                _noun_words(sentence, above, token)
                if above.tag in NOUNS and preposition.lower in ("of", "at")
                else None
            )
    changing = lexicon().counting["change"]
    if above.pos not in ("VERB", "AUX") or (sentence.head(token).lower == "by" and above.lemma not in changing):
        return None
    objects = sentence.children(above, "dobj") or sentence.children(above, "nsubj", "nsubjpass")
    noun = objects[-1] if objects else None
    fits = noun is not None and noun.tag in ("NN", "NNS") and noun.i < token.i
    return _noun_words(sentence, noun, token) if fits and noun is not None else None


def subjects_of(sentence: Sentence, verb: Token) -> list[Token]:
    """The subjects of a verb, or of the verb it is joined to: "the toll stands at 61 and could pass 70"."""
    found = list(sentence.children(verb, "nsubj"))
    return found or (list(sentence.children(sentence.head(verb), "nsubj")) if verb.dep == "conj" else [])


def _noun_words(sentence: Sentence, noun: Token, number: Token) -> str | None:
    if noun.lower in _COUNTS:  # "the number of refugees" counts refugees
        inner = [
            end for of in sentence.children(noun, "prep") if of.lower == "of" for end in sentence.children(of, "pobj")
        ]
        noun = inner[0] if inner and inner[0].i < number.i else noun
        if noun.lower in _COUNTS:
            return None  # "in the amount of 54 million" says nothing about what
    first = noun
    for child in reversed(sentence.children(noun, "amod", "compound")):
        if child.i == first.i - 1 and child.lower not in _NO_ADJECTIVES:
            first = child
    if any(token.lower == "percent" for token in sentence.children(noun)) or noun.pos == "NUM":
        return None  # the value of another number: "a 50 percent increase to $31,200"
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


def _past(tokens: tuple[Token, ...], at: int, words: frozenset[str]) -> int:
    while at < len(tokens) and tokens[at].lower in words:
        at += 1
    return at


def _past_determiners(tokens: tuple[Token, ...], at: int) -> int:
    while at < len(tokens) and (tokens[at].tag in _DETERMINERS or tokens[at].lower in _EXTRA):
        at += 1
    return at


def _by_grammar(sentence: Sentence, own: Token, at: int) -> list[Token]:
    """The phrase up to the noun that the parse hangs the number on, where the tags alone gave none."""
    noun = sentence.head(own)
    if own.dep != "nummod" or not at < noun.i <= at + _FAR or noun.tag not in NOUNS or noun.lower in NOT_COUNTED:
        return []
    words = list(sentence.tokens[at : noun.i + 1])
    plain = words[0].tag != "CC" and all(_under(sentence, word, noun) and word.tag not in _OUTSIDE for word in words)
    return words if plain and not any(word.text in ",;:()–—" for word in words) else []


def _under(sentence: Sentence, word: Token, noun: Token) -> bool:
    """Whether `word` hangs on `noun`, over two others at most: "most" on "powerful" on "bombs"."""
    for _ in range(3):
        if word.i == noun.i:
            return True
        word = sentence.head(word)
    return word.i == noun.i


def _to_head(sentence: Sentence, phrase: list[Token], own: Token | None, priced: bool) -> list[Token]:
    """The phrase up to the noun that its last word modifies: "three battalion" goes on to "tactical groups".

    Plural modifiers ("youth jobs") are followed only behind a price or where the number hangs on that noun too.
    """
    last, noun = phrase[-1], sentence.head(phrase[-1])
    if last.tag in ("NNS", "NNPS") and sentence.tokens[last.i + 1 : last.i + 2] and _is_state(sentence, last.i + 1):
        return phrase  # "took 15 soldiers prisoner"
    shared = own is not None and own.dep in ("nummod", "amod") and last.tag in NOUNS
    if shared and own is not None and own.head > last.i:
        noun = sentence.head(own)
    elif last.dep not in ("nmod", "compound") or last.tag not in ("NN", "NNP", *(("NNS",) if priced else ())):
        return phrase
    between = sentence.tokens[last.i + 1 : noun.i]
    plain = all(
        is_hyphen(sentence.tokens, token.i) if token.text in "-–" else token.tag in NOUNS | ADJECTIVES | {"CC"}
        for token in between
    )
    fits = last.i < noun.i <= last.i + _FAR and noun.tag in NOUNS and noun.lower not in NOT_COUNTED
    return [*phrase, *between, noun] if plain and fits else phrase


def _is_state(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].lower in ("prisoner", "prisoners", "captive", "hostage")


def _with_second(sentence: Sentence, phrase: list[Token]) -> list[Token]:
    """The phrase with a second plural joined to it: "13 women and children" counts both together."""
    noun, tokens = phrase[-1], sentence.tokens
    if noun.tag not in ("NNS", "NNPS") or noun.i + 2 >= len(tokens) or tokens[noun.i + 1].lower not in ("and", "or"):
        return phrase
    for second in tokens[noun.i + 2 : noun.i + 5]:
        if second.tag in ("NNS", "NNPS"):
            joined = second.dep == "conj" and sentence.head(second).i in (noun.i, phrase[0].i)
            return [*phrase, *tokens[noun.i + 1 : second.i + 1]] if joined else phrase
        if second.tag not in ("JJ", "NN", "NNP"):
            break
    return phrase


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
