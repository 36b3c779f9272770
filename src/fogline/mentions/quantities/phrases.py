"""The noun phrase that begins at a word, by the tags of its words."""

from __future__ import annotations

from fogline.records.sentences import Token

__all__ = ["ADJECTIVES", "NOT_COUNTED", "NOUNS", "is_hyphen", "noun_phrase"]

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX", "``", "''", "CD", "FW", "ADD"})
NOT_COUNTED = frozenset(  # words for times and places: they follow numbers without being counted
    "last next this previous onboard aboard morning afternoon evening night nights time week weeks month months year"
    " years day days hour hours minutes monday tuesday wednesday thursday friday saturday sunday today tonight"
    " yesterday tomorrow january february march april may june july august september october november december".split()
)
_LONGEST = 9  # tokens; "12 heavily armed pro-government militia fighters" has eight after the number
_QUOTES = '"“”‘’'


def noun_phrase(tokens: tuple[Token, ...], at: int, alone: frozenset[str], compounds: frozenset[str]) -> list[Token]:
    """The tokens of the phrase from `at` up to its head noun; empty where there is none.

    A word of `alone` ("dead") is no phrase unless a noun follows. Behind a hyphen a word of `compounds` is counted
    itself ("a 15-member council").
    """
    if at + 1 < len(tokens) and tokens[at].text == "-":
        at += 1
        if tokens[at].lower in compounds:
            return [tokens[at]]
        at += tokens[at].lower == "strong"
    if at >= len(tokens) or _stands_alone(tokens, at, alone):
        return []
    return _from(tokens, at)


def _from(tokens: tuple[Token, ...], at: int) -> list[Token]:
    first, last = at, -1
    for here in range(at, min(len(tokens), at + _LONGEST)):
        token = tokens[here]
        if token.lower in NOT_COUNTED:
            break
        if token.tag == "CD" and at < here == first:
            first = here + 1  # "15 of the bloc's 27 members" counts members
        elif token.tag == "POS" and last == here - 1:
            first, last = here + 1, -1  # "a fifth of Ukraine's territory" counts territory
        elif token.tag in NOUNS and not _ended(tokens, here, last):
            last = here
        elif token.tag in NOUNS or not _goes_on(tokens, here, first, last):
            break
    return list(tokens[first : last + 1])


def _ended(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether the noun at `at` begins something else: behind a plural, "people hostage", but not "arms dealers"."""
    if last < 0 or last != at - 1 or tokens[last].tag not in ("NNS", "NNPS"):
        return False
    if tokens[at].tag == "NN":
        return at + 1 >= len(tokens) or tokens[at + 1].tag != "NNS"
    return tokens[at].tag != "NNS"


def _stands_alone(tokens: tuple[Token, ...], at: int, alone: frozenset[str]) -> bool:
    """Whether "dead" or "wounded" ends the phrase: "12 dead", but not "12 wounded soldiers"."""
    if tokens[at].lower not in alone:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or after.tag not in ("NN", "NNS", "JJ") or after.lower in NOT_COUNTED


def _goes_on(tokens: tuple[Token, ...], at: int, first: int, last: int) -> bool:
    """Whether a token that is no noun can stand inside the phrase, after its noun at `last` if one was seen."""
    token, tag = tokens[at], tokens[at].tag
    after = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if tag in ("``", "''") or token.text in _QUOTES:
        return last < 0 and bool(after)
    if tag == "HYPH" or token.text in "-–":
        return is_hyphen(tokens, at) and after in NOUNS | ADJECTIVES
    if tag == "CD" and last >= 0:  # "Leopard 2 tanks"
        return last == at - 1 and tokens[last].tag == "NNP" and after in NOUNS
    if tag in ADJECTIVES:
        return last < 0 or tokens[at - 1].text == "-" or _adjective_in_name(tokens, at, last, after)
    if tag in (",", "CC", "RB"):
        return last < 0 and _between_adjectives(tokens, at, after)
    return at == first and _mistagged(tokens, at)


def is_hyphen(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the stroke at `at` joins two words, as in "anti-tank"; a dash stands free: "12 people - mayor"."""
    joined = 0 < at < len(tokens) - 1
    return joined and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _adjective_in_name(tokens: tuple[Token, ...], at: int, last: int, after: str) -> bool:
    """ "five ISIL tactical units": an adjective between a name and the noun it belongs to."""
    named = last == at - 1 and tokens[last].tag == "NNP" and tokens[at].tag == "JJ"
    return named and after in ("JJ", "NN", "NNS")


def _between_adjectives(tokens: tuple[Token, ...], at: int, after: str) -> bool:
    """ "two small, connected pockets", "12 heavily armed men"."""
    if at == 0 or after not in ("JJ", "VBN", "VBG"):
        return False
    return tokens[at].tag == "RB" or tokens[at - 1].tag in ("JJ", "VBN")


def _mistagged(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a past tense is an adjective: "2,000 mobilised reservists arrive", where the noun has its own verb."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    plural = after is not None and after.tag in ("NNS", "NNPS")
    return plural and tokens[at].tag == "VBD" and after is not None and after.dep.startswith("nsubj")
