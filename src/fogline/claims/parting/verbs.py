"""Coordinated deeds: the verbs that stand side by side in a stretch of a sentence, and the words of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fogline.records.sentences import Sentence, Token

__all__ = ["Deed", "deeds_in"]

VERBAL = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
BESIDE = frozenset({"while", "whereas", "after", "before"})  # clauses that tell another deed, at another time
EITHER = frozenset({"or", "nor"})
LEADING = frozenset({"cc", "mark", "punct", "preconj"})
RELATIVE = ("WDT", "WP", "WP$")
FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb and its words, tokens `low` up to `high`; `shared` are the tokens of another deed that it leans on.

    `subject` is None for a verb that has the subject of the deed before it.
    """

    verb: Token
    low: int
    high: int
    subject: Token | None
    shared: tuple[tuple[int, int], ...] = ()


def deeds_in(sentence: Sentence, words: Sequence[Token]) -> list[Deed]:
    """The deeds side by side in the words, left to right, their words without "and"; fewer than two: nothing to part.

    Only what stands at the top counts: verbs in relative clauses tell more of a noun, participles what came of a deed.
    """
    inside = {token.i for token in words}
    verbs = _line(sentence, words, inside)
    if len(verbs) < 2:
        return []
    starts = [_start(sentence, verb, verbs, inside) for verb in verbs]
    starts[0] = min(starts[0], words[0].i)
    if any(start <= before.i for before, start in zip(verbs, starts[1:], strict=False)):
        return []  # interlocked: the parse has gone wrong
    ends = [*starts[1:], words[-1].i + 1]
    found: list[Deed] = []
    for verb, start, end in zip(verbs, starts, ends, strict=True):
        if found and start and sentence.tokens[start - 1].text == ":":  # "Shelling in Tarn: rebels struck the port"
            return []
        low, high = _trimmed(sentence, start, end) if found else (start, _trimmed(sentence, start, end)[1])
        if not low <= verb.i < high or (found and _is_bound(sentence.tokens[start], sentence.tokens[low])):
            return []
        found.append(Deed(verb, low, high, _subject(sentence, verb)))
    return [_leaning(sentence, deed, found) for deed in found]


def _line(sentence: Sentence, words: Sequence[Token], inside: set[int]) -> list[Token]:
    """The verbs at the top of the words and those beside them."""
    verbs = [token for token in words if token.pos in VERBAL and token.dep not in ("aux", "auxpass")]
    tops = [verb for verb in verbs if verb.head == verb.i or verb.head not in inside]
    main = next((verb for verb in tops if verb.dep not in ("relcl", "acl", "advcl", "amod")), None)
    if main is None:
        main = next((verb for verb in tops if verb.dep in ("relcl", "advcl")), None)
    if main is None:
        return []
    passed, line = {main.i}, [main]
    for verb in [*(top for top in tops if top is not main and _subject(sentence, top)), *verbs]:
        if verb.i in passed or (verb in tops and verb.dep not in ("ccomp", "conj", "parataxis", "ROOT")):
            continue
        beside = (verb in tops or _is_beside(sentence, verb, passed)) and not _hangs(sentence, verb)
        if beside:
            line.append(verb)
        if beside or (verb.dep in ("xcomp", "ccomp") and verb.head in passed):
            passed.add(verb.i)
    return sorted(line, key=lambda verb: verb.i)


def _is_bound(first: Token, behind: Token) -> bool:
    """Whether a stretch that begins so tells more of what stands before it, or under which condition: "unless"."""
    return behind.tag in RELATIVE or (first.dep == "mark" and first.lower not in BESIDE and first.lower != "that")


def _hangs(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause is a condition, reason or question: "unless the shelling stopped"."""
    return any(mark.lower not in BESIDE and mark.lower != "that" for mark in sentence.children(verb, "mark"))


def _is_beside(sentence: Sentence, verb: Token, passed: set[int]) -> bool:
    above = sentence.head(verb)
    if above.dep in ("prep", "mark") and above.lower in BESIDE:  # "before advancing to"
        return verb.dep == "pcomp" and above.head in passed
    if verb.head not in passed:
        return False
    if verb.dep == "conj" or (verb.dep == "dep" and verb.tag in FINITE):  # ", then looted the market"
        between = sentence.tokens[above.i + 1 : verb.i]
        return (
            verb.i > above.i
            and verb.lemma != "be"
            and not any(t.lower in EITHER and t.head == above.i for t in between)
        )
    marks = {child.lower for child in sentence.children(verb, "mark", "advmod") if child.i < verb.i}
    if verb.dep == "advcl":
        return bool(marks & BESIDE)
    own = bool(sentence.children(verb, *SUBJECTS))
    return own and verb.dep in ("ccomp", "parataxis") and _is_off(sentence, verb, above)


def _is_off(sentence: Sentence, verb: Token, above: Token) -> bool:
    """Whether a semicolon parts two clauses that the parser hung on each other."""
    first, last = min(verb.i, above.i), max(verb.i, above.i)
    return any(token.text == ";" for token in sentence.tokens[first:last])


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    before = [child for child in sentence.children(verb, *SUBJECTS) if child.i < verb.i]
    return before[-1] if before else None  # "The story so far: rebels attacked", the parser: two subjects


def _start(sentence: Sentence, verb: Token, line: Sequence[Token], inside: set[int]) -> int:
    """Where the words of the verb begin, those of the verbs beside it left out."""
    others = {other.i for other in line if other is not verb}
    start = verb.i
    for child in sentence.children(verb):
        below = [token.i for token in sentence.subtree(child)]
        if child.i < verb.i and not others & set(below):
            start = min(start, min((i for i in below if i in inside), default=start))
    return start


def _trimmed(sentence: Sentence, low: int, high: int) -> tuple[int, int]:
    """The stretch without the connectives and commas around it."""
    tokens = sentence.tokens
    while low < high and (tokens[low].dep in LEADING or tokens[low].pos in ("CCONJ", "PUNCT")):
        if tokens[low].lower == "that" or tokens[low].text in "“\"«'‘(":
            break
        low += 1
    while high > low and (tokens[high - 1].dep in ("cc", "mark") or tokens[high - 1].text in (",", ";", "-", "–", "—")):
        high -= 1
    if high < len(tokens) and tokens[high - 1].lower in ("before", "after"):
        high -= 1
    return low, high


def _leaning(sentence: Sentence, deed: Deed, deeds: Sequence[Deed]) -> Deed:
    """The deed with what it shares with the one it hangs on: the subject, the verb that governs both, "had"."""
    if deed.subject is not None:
        return deed
    above, under = _governor(sentence, deed, deeds)
    if above is None:
        return deed
    low = above.low
    if above.subject is None or under.i != above.verb.i:  # "wants to retake Tarn in May and reopen the road in June"
        return replace(deed, shared=((low, _before(sentence, under)),))
    named = _noun_phrase(sentence, above.subject, low)
    shared = [named]
    bare = deed.verb.tag not in FINITE and not sentence.children(deed.verb, "aux", "auxpass")
    if bare and deed.verb.tag != "VBG":
        helping = sentence.children(above.verb, "aux", "auxpass", "neg")
        shared += [(token.i, token.i + 1) for token in helping if named[1] <= token.i < above.verb.i]
    return replace(deed, shared=tuple(shared))


def _governor(sentence: Sentence, deed: Deed, deeds: Sequence[Deed]) -> tuple[Deed | None, Token]:
    """The deed before it whose subject it has, and the verb of that deed that it is coordinated with."""
    token = under = deed.verb
    while token.head != token.i:
        if token.dep in ("conj", "dep", "advcl") or token is deed.verb:
            under = sentence.head(token)
        token = sentence.head(token)
        for other in deeds:
            if other.verb.i == token.i and other.low < deed.low and (other.subject or token.dep not in ("conj", "dep")):
                return other, under if under.pos in VERBAL and under.i < deed.low else token
    before = next((other for other in reversed(deeds) if other.low < deed.low and other.subject), None)
    return before, before.verb if before else token  # the parser hung it on the cue


def _before(sentence: Sentence, verb: Token) -> int:
    """Where the verb begins: behind all that stands before it, its adverbs too."""
    at = verb.i
    while at and sentence.tokens[at - 1].dep == "advmod" and sentence.tokens[at - 1].head == verb.i:
        at -= 1
    return at


def _noun_phrase(sentence: Sentence, noun: Token, low: int) -> tuple[int, int]:
    """The words of the subject, without clauses and appositions behind a comma."""
    below = [token.i for token in sentence.subtree(noun) if token.i >= low] or [noun.i]
    if not below:
        return low, low
    start = end = below[0]
    while end in below:  # what the parser hangs on it behind the verb is no part of the phrase
        end += 1
    comma = next((i for i in range(noun.i, end) if sentence.tokens[i].text in (",", "(", "–", "—")), end)
    return start, comma
