"""What a report says on how long something took and when it began or ended: read from the grammar of one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from fogline.records.mentions import TimeMention
from fogline.records.sentences import Sentence, Token

__all__ = ["Part", "Told", "told_parts"]

Part = Literal["length", "start", "end", "whole", "gap", "previous"]

BEGIN = frozenset("begin start launch erupt commence break open ignite unleash".split())
END = frozenset("end finish conclude cease stop".split())
# "raged" has the lemma "rag" by rule.
LASTING = frozenset("last rage rag drag go continue run stretch grind endure hold wage persist span simmer".split())
ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
PREVIOUS = frozenset("previous earlier last prior".split())
NOUNS = frozenset({"NOUN", "PROPN"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
UNITS = frozenset("second minute hour day night week weekend fortnight month quarter year decade century".split())
UNREAL = frozenset("could would may might will shall should can if unless".split())


@dataclass(frozen=True, slots=True)
class Told:
    """One thing told of an episode: how long it took, when it began or ended, from when to when it was.

    `noun` is the lemma of the word for it, `names` the proper names beside that word. `gap` and `previous` are the
    time between two of a row of visits, strikes or talks and the day of the one before. `past` tells that the words
    speak of it as over, `lasting` that they say it goes on ("has lasted five months").
    """

    part: Part
    noun: str
    names: frozenset[str]
    time: TimeMention
    sentence: Sentence
    past: bool
    lasting: bool = False


def told_parts(sentence: Sentence, times: Sequence[TimeMention]) -> Iterator[Told]:
    """What a sentence tells of episodes by its times, in their order; nothing of what may be or will be."""
    if not sentence.parsed:
        return
    for time in times:
        tokens = sentence.tokens_in(time.span.start, time.span.end)
        if not tokens or time.time.is_set:
            continue
        top = _top(sentence, tokens)
        found = _length(sentence, top) if time.time.is_duration else _placed(sentence, top, tokens, time)
        if found is None or found[1].lemma.lower() in UNITS or _is_unreal(sentence, found[1]):
            continue
        part, noun = found
        past, lasting = _is_past(sentence, noun), _is_lasting(sentence, noun)
        yield Told(part, noun.lemma.lower(), _names(sentence, noun), time, sentence, past, lasting)


def _top(sentence: Sentence, tokens: Sequence[Token]) -> Token:
    """The word of a time that hangs on a word outside it; a preposition inside ("from 3 to 20 May") steps aside."""
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head not in inside or token.head == token.i]
    return next((token for token in tops if token.dep != "punct"), tops[0] if tops else tokens[-1])


def _governor(sentence: Sentence, token: Token) -> tuple[Token | None, str]:
    """The verb or noun that a time hangs on, and the preposition between."""
    preposition = token.lower if token.pos == "ADP" else ""
    above = sentence.head(token)
    while above.pos in ("ADP", "SCONJ") and above.head != above.i:
        preposition, above = above.lower, sentence.head(above)
    return (above if above.i != token.i else None), preposition


def _length(sentence: Sentence, top: Token) -> tuple[Part, Token] | None:
    """What a length of time is the length of."""
    for of in sentence.children(top, "prep"):
        for below in sentence.children(of):
            if of.lower == "of" and below.pos in NOUNS:
                return "length", below
    governor, preposition = _governor(sentence, top)
    if governor is None:
        return None
    if governor.pos in NOUNS and not preposition:
        return ("length", governor) if top.i < governor.i else None
    counted = _counted(sentence, governor)
    if counted is not None and preposition in ("in", "within"):
        return "gap", counted
    if governor.lemma.lower() in LASTING and preposition in ("", "for", "on"):
        noun = _subject(sentence, governor)
        return None if noun is None else ("length", noun)
    return None


def _counted(sentence: Sentence, governor: Token) -> Token | None:
    """The noun of "his second visit", where the time hangs on it or on its verb."""
    near = [governor, *sentence.children(governor, "dobj", "attr", "nsubj")]
    return next((t for t in near if t.pos in NOUNS and _has(sentence, t, ORDINALS)), None)


def _has(sentence: Sentence, noun: Token, words: frozenset[str]) -> bool:
    return any(child.lower in words for child in sentence.children(noun, "amod"))


def _placed(sentence: Sentence, top: Token, tokens: Sequence[Token], time: TimeMention) -> tuple[Part, Token] | None:
    """What a date is the beginning, the end or the whole of."""
    governor, preposition = _governor(sentence, top)
    if governor is None:
        return None
    whole = "/" in time.time.timex or tokens[0].lower in ("from", "between")
    since = preposition == "since" or (time.time.modifier or "").endswith("AFTER")
    if governor.pos in NOUNS:
        return _of_noun(sentence, governor, whole=whole, since=since)
    noun = _subject(sentence, governor)
    return None if noun is None else _of_verb(sentence, governor, noun, whole=whole, since=since)


def _of_noun(sentence: Sentence, noun: Token, *, whole: bool, since: bool) -> tuple[Part, Token] | None:
    if _has(sentence, noun, PREVIOUS):
        return "previous", noun
    part: Part | None = "whole" if whole else "start" if since else None
    return (part, noun) if part else None


def _of_verb(sentence: Sentence, verb: Token, noun: Token, *, whole: bool, since: bool) -> tuple[Part, Token] | None:
    lemma = verb.lemma.lower()
    if lemma in BEGIN or lemma in END:
        objects = sentence.children(verb, "dobj")  # "they launched the assault", but "the assault began"
        return None if whole else ("start" if lemma in BEGIN else "end", objects[0] if objects else noun)
    if _has(sentence, noun, PREVIOUS) and not since:
        return "previous", noun
    part: Part | None = "whole" if whole else "start" if since else None
    return (part, noun) if part and lemma in LASTING else None


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    """The noun that a verb tells of: through "which" and "that" and "it" to what they stand for."""
    subject = next(iter(sentence.children(verb, *SUBJECTS)), None)
    above = sentence.head(verb)
    if subject is None and verb.dep == "conj" and above.i != verb.i and above.pos == "VERB":
        return _subject(sentence, above)  # "began on Monday and ended on Friday"
    if verb.dep in ("relcl", "acl") and (subject is None or subject.tag in ("WDT", "WP")):
        return _event(sentence, sentence.head(verb))
    if subject is None:
        return None
    if subject.tag in ("WDT", "WP"):
        above = sentence.head(verb)
        return above if above.pos in NOUNS or above.tag == "VBG" else None
    if subject.lower == "it" and verb.dep == "advcl":
        return _subject(sentence, sentence.head(verb))
    return _event(sentence, subject) if subject.pos in NOUNS or subject.dep == "csubj" else None


def _event(sentence: Sentence, noun: Token) -> Token:
    """What began is "the siege of Aldern, which", not Aldern."""
    above = sentence.head(noun)
    if noun.pos == "PROPN" and noun.dep == "pobj" and above.lower in ("of", "in", "on", "against"):
        outer = sentence.head(above)
        return outer if outer.pos in NOUNS else noun
    return noun


def _names(sentence: Sentence, noun: Token) -> frozenset[str]:
    """The proper names that tell which one is meant: before the noun, or behind "of", "in" and "between"."""
    near = sentence.children(noun, "compound", "amod", "poss", "nmod")
    near += [token for of in sentence.children(noun, "prep") for token in sentence.children(of, "pobj")]
    near += [token for one in list(near) for token in sentence.children(one, "compound", "conj", "nmod")]
    return frozenset(token.lower for token in near if token.pos == "PROPN" or token.text[:1].isupper())


def _clause(sentence: Sentence, noun: Token) -> list[Token]:
    """The verb above a noun with its auxiliaries and the verbs joined to it: "began in 2020 and goes on"."""
    verb = next((t for t in sentence.ancestors(noun) if t.pos in ("VERB", "AUX")), None)
    if verb is None:
        return []
    joined = [other for other in sentence.children(verb, "conj") if other.pos in ("VERB", "AUX")]
    return [verb, *sentence.children(verb, "aux", "auxpass"), *joined]


def _is_unreal(sentence: Sentence, noun: Token) -> bool:
    """Whether the clause tells what may be or will be."""
    return any(token.lower in UNREAL for token in _clause(sentence, noun))


def _is_lasting(sentence: Sentence, noun: Token) -> bool:
    """Whether the clause says in the present that it goes on."""
    verbs = _clause(sentence, noun)
    return any(v.lemma.lower() in LASTING for v in verbs) and any(v.tag in ("VBZ", "VBP") for v in verbs)


def _is_past(sentence: Sentence, noun: Token) -> bool:
    """Whether the clause around the noun tells the past: "the two-year war killed thousands"."""
    verbs = _clause(sentence, noun)
    now = any(token.tag in ("VBZ", "VBP") for token in verbs)
    return not now and any(token.tag == "VBD" for token in verbs)
