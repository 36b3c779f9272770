"""The subject of the clause a word stands in, and of the clause above it."""

from __future__ import annotations

from fogline.records.sentences import Sentence, Token

__all__ = ["matrix_subject", "own_subject", "praised"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SUBJECTLESS = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl", "ccomp", "prep"})
_ASKING = frozenset(
    "urge call ask order tell force allow persuade press push appeal invite require compel instruct permit help".split()
)
_JUDGING = frozenset(
    "thank praise commend congratulate hail salute blame criticise criticize condemn denounce punish reward".split()
)
_CHARGES = frozenset({"accusation", "allegation", "charge", "complaint"})  # what somebody else is said to have done
_RELATIVE = frozenset({"who", "which", "that"})


def own_subject(sentence: Sentence, token: Token) -> Token | None:
    """The subject of the verb that `token` hangs below, taken over from the verb above where it has none.

    "Russia, seeking to expand its gains" gives Russia for "its"; a relative pronoun gives the noun it stands for.
    """
    verb = _verb_above(sentence, token)
    for _ in range(6):
        if verb is None:
            return None
        subject = _subject(sentence, verb)
        if subject is not None and subject.i != token.i:
            return subject
        if subject is None and verb.dep == "acl":
            return sentence.head(verb)
        asked = _asked(sentence, verb) if subject is None and verb.dep == "xcomp" else None
        if asked is not None and asked.i != token.i:
            return asked
        if verb.dep not in _SUBJECTLESS or verb.head == verb.i:
            return None
        verb = _verb_above(sentence, verb)
    return None


def praised(sentence: Sentence, token: Token) -> Token | None:
    """Whose it is in "thanked Oman for its mediation", "blamed the army for its losses": the object's."""
    for above in sentence.ancestors(token):
        if above.pos in ("VERB", "AUX"):
            return None
        if above.dep == "prep" and above.lower == "for":
            verb = sentence.head(above)
            objects = [noun for noun in sentence.children(verb, "dobj") if noun.i < above.i]
            return objects[0] if verb.lemma in _JUDGING and objects else None
    return None


def _asked(sentence: Sentence, verb: Token) -> Token | None:
    """Who is to do it: Russia in "called on Russia to withdraw its forces", "urged Russia to withdraw"."""
    above = sentence.head(verb)
    if above.lemma not in _ASKING or not sentence.children(verb, "aux"):
        return None
    nouns = sentence.children(above, "dobj")
    for prep in sentence.children(above, "prep"):
        nouns += sentence.children(prep, "pobj") if prep.lower in ("on", "upon", "to") else []
    return next((noun for noun in nouns if noun.i < verb.i), None)


def matrix_subject(sentence: Sentence, token: Token) -> Token | None:
    """The subject of the clause above the one that `token` is the subject of: "Zelensky" in "Zelensky said he ..."."""
    verb = _verb_above(sentence, token)
    if verb is None:
        return None
    if (maker := _maker(sentence, verb)) is not None:
        return maker
    for before in sentence.children(verb, "ccomp", "parataxis"):  # "a poll put him ahead; it gave him half"
        subject = _subject(sentence, before) if before.i < token.i else None
        if subject is not None and sentence.tokens[token.i - 1].text == ";":
            return subject
    if verb.head == verb.i:
        return None
    above = _verb_above(sentence, verb)
    return own_subject(sentence, verb) if above is not None else None


def _maker(sentence: Sentence, verb: Token) -> Token | None:
    """Who makes the claim that a clause tells: "the army dismissed the rebels' claim that they had taken Kidal"."""
    noun = sentence.head(verb)
    that = any(mark.lower == "that" for mark in sentence.children(verb, "mark"))
    if noun.pos != "NOUN" or noun.i > verb.i or not that or noun.lemma in _CHARGES:
        return None
    owners = sentence.children(noun, "poss")
    for prep in sentence.children(noun, "prep", "agent"):
        owners += sentence.children(prep, "pobj") if prep.lower in ("by", "from") else []
    return owners[0] if owners else None


def _verb_above(sentence: Sentence, token: Token) -> Token | None:
    for above in sentence.ancestors(token):
        if above.pos in ("VERB", "AUX"):
            return above
    return None


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    for child in sentence.children(verb):
        if child.dep in _SUBJECTS:
            if child.lower in _RELATIVE and verb.dep == "relcl":
                return sentence.head(verb)
            return child
    return None
