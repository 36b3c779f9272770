"""The words of a speaker: their head, and a name without article and number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.packs.roles import PERSON_ENDINGS
from fogline.records.mentions import ActorKind
from fogline.records.sentences import Sentence, Token

__all__ = [
    "antecedent",
    "counted",
    "head_of",
    "is_nobody",
    "kind_of_noun",
    "kind_of_pronoun",
    "leans",
    "named_as",
    "phrase_of",
    "plain_name",
]

_PRONOUNS: dict[str, ActorKind] = {
    **dict.fromkeys(("he", "she", "i", "him", "her", "his", "me", "my", "who", "you"), "person"),
    **dict.fromkeys(("they", "we", "them", "their", "our", "us"), "people"),
    **dict.fromkeys(("it", "its", "which"), "organisation"),
}
_KNOWN = frozenset({"known", "clear", "evident", "apparent", "public"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def head_of(sentence: Sentence, words: Sequence[Token]) -> Token:
    """The word of a noun phrase that the others hang on: the first nominal one whose own head lies outside.

    Without grammar it is the last capitalised word, or the last word.
    """
    low, high = words[0].i, words[-1].i
    if not sentence.parsed:
        return next((t for t in reversed(words) if t.text[0].isupper()), words[-1])
    tops = [t for t in words if not low <= t.head <= high or t.head == t.i]
    nominal = [t for t in tops if t.pos in _NOMINAL]
    return nominal[0] if nominal else _beside(words, tops)


def _beside(words: Sequence[Token], tops: Sequence[Token]) -> Token:
    """The best word where the parse put the phrase under an adjective or verb."""
    nouns = [t for t in words if t.pos in _NOMINAL]
    return next(
        (t for t in nouns if t.dep not in ("compound", "poss", "pobj", "nummod")), (nouns or tops or list(words))[0]
    )


def kind_of_pronoun(word: str) -> ActorKind | None:
    """What kind of actor a pronoun stands for, itself unresolved; None for other words."""
    return _PRONOUNS.get(word)


def is_nobody(sentence: Sentence, word: Token) -> bool:
    """Whether a pronoun stands for nobody: "it became known that P"."""
    verb = sentence.head(word)
    if word.lower != "it" or word.dep == "expl":
        return word.lower == "it"
    below = {child.lower for child in sentence.children(verb)}
    known = bool(below & _KNOWN) and verb.lemma in ("be", "become")
    told = word.dep == "nsubjpass" and bool(sentence.children(verb, "ccomp")) and "by" not in below
    return known or told or verb.lemma in ("emerge", "transpire")


def _light(token: Token) -> bool:
    """Whether a first word says nothing of who it is; "both", "neither" and "no" do."""
    return token.tag in ("DT", "PDT", "PRP$", "CD", "RB") and token.lower not in (
        "both",
        "neither",
        "no",
        "each",
        "some",
        "all",
    )


def plain_name(text: str, words: Sequence[Token]) -> str:
    """The words as a name: without article, quantity, possessive pronoun or ending 's, on one line."""
    kept = list(words)
    while len(kept) > 1 and (_light(kept[0]) or kept[0].pos in ("PUNCT", "ADV", "ADP", "CCONJ")):
        kept.pop(0)
    while len(kept) > 1 and (
        kept[-1].tag == "POS" or (kept[-1].pos == "PUNCT" and kept[-1].text not in (")", "”", '"', "’"))
    ):
        kept.pop()
    return re.sub(r" \([A-Z][\w-]{1,6}\)$", "", " ".join(text[kept[0].start : kept[-1].end].split()))


_PARTS = frozenset(
    """set series number group pair couple handful majority minority dozens hundreds thousands trio some one two three
    four five several many most none both half third quarter few all each any lot host team mix collection batch range
    percent cent""".split()
)


def counted(sentence: Sentence, head: Token, end: int) -> Token:
    """The noun behind a word of quantity: "images" in "a set of images"; other heads stay, as does "one of them"."""
    if head.lower not in _PARTS:
        return head
    named = [t for t in sentence.children(head, "appos") if t.pos == "PROPN" and t.end <= end]
    if named and head.tag == "CD":  # "one of them, Ruta Abene"
        return named[0]
    for prep in sentence.children(head, "prep"):
        if prep.lower == "of" and prep.start < end:
            nouns = sentence.children(prep, "pobj")
            if nouns and nouns[0].end <= end:
                return nouns[0]
    return head


def kind_of_noun(word: str) -> ActorKind:
    """What a singular common noun that no list knows most likely is when it speaks."""
    return "person" if word.endswith(PERSON_ENDINGS) else "unnamed"


def leans(sentence: Sentence, token: Token) -> bool:
    """Whether a hyphen makes the name a leaning or a seat: "pro-Russian", "Kyiv-based"."""
    around = sentence.tokens[max(token.i - 1, 0) : token.i + 2]
    return any(t.text == "-" for t in around)


def antecedent(sentence: Sentence, word: Token) -> Token | None:
    """The noun that a relative pronoun stands for; None where it opens no relative clause."""
    for above in sentence.ancestors(word)[:3]:
        if above.dep == "relcl":
            return not_time(sentence, sentence.head(above))
    return None


_TIMES = frozenset("year month week day end start beginning time morning evening night today yesterday hour".split())


def not_time(sentence: Sentence, noun: Token) -> Token:
    """The noun, or for a time the noun before it: leaders in "leaders at the end of the year, who"."""
    if noun.lemma.lower() not in _TIMES:
        return noun
    found = [t for t in sentence.tokens[: noun.i] if t.pos in ("NOUN", "PROPN") and t.lemma.lower() not in _TIMES]
    return found[-1] if found else noun


def phrase_of(sentence: Sentence, noun: Token) -> list[Token]:
    """The words of a noun phrase up to its head."""
    first = noun.i
    for child in sentence.children(noun, "det", "amod", "compound", "poss", "nmod", "nummod"):
        first = min(first, child.i, *(token.i for token in sentence.subtree(child)))
    return list(sentence.tokens[first : noun.i + 1])


_NAMING = frozenset("know call name dub style identify title nickname".split())
_ITSELF = frozenset("itself themselves himself herself".split())


def named_as(sentence: Sentence, head: Token) -> Token | None:
    """The name behind a description: Council in "the organisation known as the Hawran Council"."""
    behind = sentence.tokens[head.i + 1 : head.i + 4]
    if len(behind) == 3 and behind[0].lemma in _NAMING and behind[1].lower in _ITSELF:
        return next((t for t in sentence.children(behind[0], "oprd", "attr", "dobj") if t.pos == "PROPN"), None)
    for clause in sentence.children(head, "acl"):
        if clause.i != head.i + 1 or clause.lemma not in _NAMING or clause.tag != "VBN":
            continue
        names = sentence.children(clause, "oprd", "attr")
        names += [noun for prep in sentence.children(clause, "prep") for noun in sentence.children(prep, "pobj")]
        return next((t for t in names if t.pos == "PROPN"), None)
    return None
