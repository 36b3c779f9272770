"""Whose the people counted are, and whether they bear arms."""

from __future__ import annotations

from fogline.mentions.quantities.heads import Head
from fogline.mentions.quantities.lexicon import Lexicon
from fogline.records.sentences import Sentence, Token

__all__ = ["kind_of", "whose_of"]

_LOSING = frozenset({"lose", "suffer", "sustain", "take"})


def whose_of(sentence: Sentence, head: Head, lexicon: Lexicon) -> str | None:
    """Whose people are counted: the side as the text names it, then "combatant" or "civilian" where the words tell."""
    if not head.of:
        return None
    words = head.of.replace("service members", "servicemen").split()
    ends = [word for word, after in zip(words, [*words[1:], "and"], strict=True) if after in ("and", "or")]
    kinds = {kind_of(word, lexicon) for word in ends}
    if None in kinds:
        return None
    kind = kinds.pop() if len(kinds) == 1 else "neutral"
    side = " ".join(word for word in words[:-1] if word[0].isupper() and word.replace(".", "").isalpha())
    if not side and head.anchor is not None and sentence.parsed:
        side = _owner(sentence, head.anchor)
    return " ".join(part for part in (side, "" if kind == "neutral" else kind) if part) or None


def kind_of(word: str, lexicon: Lexicon) -> str | None:
    """Whether a noun names combatants, civilians or people of no said kind (`neutral`); None for other things."""
    word = word.lower()
    known = lexicon.people
    return known.get(word) or known.get(word.removesuffix("s")) or known.get(word.removesuffix("es"))


def _owner(sentence: Sentence, anchor: Token) -> str:
    """The side that owns what is counted: "Russia has lost 12 soldiers", "his 12 soldiers"."""
    for child in sentence.children(anchor, "poss"):
        if child.pos == "PROPN":
            return child.text
    verb = sentence.head(anchor)
    if anchor.dep == "dobj" and verb.lemma in _LOSING:
        for subject in sentence.children(verb, "nsubj"):
            if subject.pos == "PROPN":
                return subject.text
    return ""
