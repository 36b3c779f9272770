"""What a number counts: the noun phrase it stands with, in the words of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.records.sentences import Sentence, Token

__all__ = ["Head", "counted", "governing"]

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX", "``", "''", "CD", "FW", "ADD"})
_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WP$"})
_EXTRA = frozenset(
    {"more", "additional", "other", "others", "further", "odd", "such", "new", "total", "or", "so", "separate"}
)
_NOT_COUNTED = frozenset(  # words for times: they follow numbers without being counted
    "last next this previous time week weeks month months year years day days hour hours minutes"
    " monday tuesday wednesday thursday friday saturday sunday today tonight yesterday tomorrow january february march"
    " april may june july august september october november december".split()
)
_LONGEST = 9  # tokens; "12 heavily armed pro-government militia fighters" has eight after the number
_REACHING = frozenset(
    {"reach", "hit", "total", "exceed", "pass", "number", "surpass", "top", "near", "approach", "cross"}
)
_COUNTS = frozenset({"number", "total", "count", "figure", "tally", "amount"})
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
    at = _first_after(tokens, end)
    own = tokens[at - 1] if at else None
    partitive = False
    while at < len(tokens) and tokens[at].lower in _EXTRA:
        at += 1
    if at + 1 < len(tokens) and tokens[at].lower == "," and tokens[at + 1].lower == "of":
        at += 1  # "hundreds, possibly thousands, of people"
    if at + 1 < len(tokens) and tokens[at].lower == "out" and tokens[at + 1].lower == "of":
        at += 1
    if at < len(tokens) and (tokens[at].lower == "of" or (in_of and tokens[at].lower in ("in", "worth"))):
        partitive = tokens[at].lower == "of"
        at += 2 if tokens[at].lower == "worth" else 1
        at = _past_determiners(tokens, at)
    elif at < len(tokens) and tokens[at].tag in ("DT", "PRP$"):
        at = _past_determiners(tokens, at)
    phrase = _phrase(tokens, at, skip_words, compounds)
    if not phrase and own is not None and not partitive:
        phrase = _by_grammar(sentence, own, at)
    if not phrase:
        return Head(None, own, partitive)
    anchor, phrase = phrase[-1], _with_second(sentence, phrase)
    start = sentence.start
    words = sentence.text[phrase[0].start - start : phrase[-1].end - start].strip(" \"'“”‘’")
    return Head(" ".join(words.split()) or None, anchor, partitive)


def governing(sentence: Sentence, token: Token) -> str | None:
    """What a bare number is the value of: "death toll" in "the death toll rose to 12", "force" in "a force of 3,000"."""
    if token.dep == "nummod" and token.head != token.i:
        token = sentence.head(token)
    above = sentence.head(token)
    if token.dep == "dobj" and above.lemma in _REACHING:
        subjects = sentence.children(above, "nsubj")
        return _noun_words(sentence, subjects[0]) if subjects and subjects[0].tag in ("NN", "NNS") else None
    if token.dep not in ("pobj", "attr", "npadvmod", "dative", "acomp"):
        return None
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
    if noun.lower in _COUNTS:  # "the number of refugees" counts refugees
        inner = [
            end for of in sentence.children(noun, "prep") if of.lower == "of" for end in sentence.children(of, "pobj")
        ]
        noun = inner[0] if inner else noun
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


def _phrase(tokens: tuple[Token, ...], at: int, skip_words: frozenset[str], compounds: frozenset[str]) -> list[Token]:
    """The tokens of the noun phrase that begins at `at`, up to its head noun; empty where there is none."""
    if at + 1 < len(tokens) and tokens[at].text == "-":
        at += 1
        if tokens[at].lower == "strong":
            at += 1
        elif tokens[at].lower in compounds:
            return [tokens[at]]
    first, last = at, -1
    stop = min(len(tokens), at + _LONGEST)
    while at < stop:
        token = tokens[at]
        if token.lower in _NOT_COUNTED or (last < 0 and at == first and _stands_alone(tokens, at, skip_words)):
            break
        if token.tag in _NOUNS:
            if last == at - 1 and tokens[last].tag in ("NNS", "NNPS") and not _compounds(tokens, at):
                break
            last = at
        elif token.tag == "POS" and last == at - 1:
            first, last = at + 1, -1  # "a fifth of Ukraine's territory" counts territory
        elif not (_goes_on(tokens, at, last) or (at == first and _mistagged(tokens, at))):
            break
        at += 1
    return list(tokens[first : last + 1]) if last >= first else []


def _by_grammar(sentence: Sentence, own: Token, at: int) -> list[Token]:
    """The phrase up to the noun that the parse hangs the number on, where tags alone gave none ("mobilized Russians")."""
    noun = sentence.head(own)
    if own.dep != "nummod" or not at < noun.i <= at + 3 or noun.tag not in _NOUNS or noun.lower in _NOT_COUNTED:
        return []
    words = list(sentence.tokens[at : noun.i + 1])
    return words if all(word.text.isalpha() for word in words) else []


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


def _stands_alone(tokens: tuple[Token, ...], at: int, skip_words: frozenset[str]) -> bool:
    """Whether "dead" or "wounded" ends the phrase: "12 dead", but not "12 wounded soldiers"."""
    if tokens[at].lower not in skip_words:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or after.tag not in ("NN", "NNS", "JJ") or after.lower in _NOT_COUNTED


def _compounds(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the noun at `at`, right behind a plural, goes on the phrase: "arms dealers", not "people hostage"."""
    if tokens[at].tag == "NN":
        return at + 1 < len(tokens) and tokens[at + 1].tag == "NNS"
    return tokens[at].tag == "NNS"


def _mistagged(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a past tense is an adjective: "2,000 mobilised reservists arrive", where the noun has its own verb."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        tokens[at].tag == "VBD" and after is not None and after.tag in ("NNS", "NNPS") and after.dep.startswith("nsubj")
    )


def _goes_on(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether a token that is no noun can stand inside the phrase, after its noun at `last` if one was seen."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.tag in ("``", "''") or token.text in '"“”‘’':
        return last < 0 and after is not None
    if token.tag == "HYPH" or token.text in "-–":
        return after is not None and after.tag in _NOUNS | _ADJECTIVES
    hyphened = at > 0 and tokens[at - 1].text == "-"
    if token.tag == "CD" and last == at - 1:  # "Leopard 2 tanks"
        return tokens[last].tag == "NNP" and after is not None and after.tag in _NOUNS
    if token.tag in _ADJECTIVES:
        named = last == at - 1 and last >= 0 and tokens[last].tag == "NNP" and token.tag == "JJ"
        return last < 0 or hyphened or (named and after is not None and after.tag in ("JJ", "NN", "NNS"))
    if token.tag in (",", "CC", "RB"):
        return (
            last < 0
            and at > 0
            and after is not None
            and after.tag in ("JJ", "VBN", "VBG")
            and (token.tag == "RB" or tokens[at - 1].tag in ("JJ", "VBN"))
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
