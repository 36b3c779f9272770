"""What a deed without a verb leans on: subject and verb, or what is said of the subject, or what is counted."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.parting.chunks import Chunk, all_sorts, is_alike
from fogline.claims.parting.items import Item, sorts
from fogline.claims.parting.ranges import Range
from fogline.records.sentences import Sentence, Token

__all__ = ["shared_words", "verbs_meant"]

VERBAL = ("VERB", "AUX")
RELATIVE = ("WDT", "WP", "WRB", "WP$")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
NEVER = frozenset({"aux", "auxpass", "relcl", "amod", "compound"})
LOOSE = ("ADP", "DET", "ADJ", "ADV", "NOUN", "PART", "SCONJ")


def shared_words(
    sentence: Sentence, base: Range, before: Sequence[Item], chunk: Chunk, *, loose: bool
) -> list[Range] | None:
    """The words of `base` that the chunk needs; None where nothing in them is like it (see `is_alike` for `loose`).

    `before` are the items in these words.
    """
    low, high = base
    verbs = verbs_meant(sentence, low, high)
    for verb in verbs:
        after = [item for item in before if item.low > verb.i]
        subject = _of_subject([item for item in before if item.high <= verb.i], after, chunk)
        if not subject and is_alike(after, chunk.items, loose=loose):
            return _up_to_object(sentence, low, verb, after, chunk)
        if subject and verb.tag != "VBG" and is_alike([*subject, *after], chunk.items, loose=loose):
            return _from_subject(sentence, verb, subject[0], chunk)
    if verbs or not is_alike(before, chunk.items, loose=loose):
        return None
    if is_alike(before, chunk.items, loose=False):
        return _noun_of(sentence, before, chunk)
    first = next((item for item in before if item.sort in ("place", "name")), None)
    if first is None or "thing" in sorts(chunk.items) or first.low == low:
        return None
    return [(low, _phrase_start(sentence, first, low + 1))]  # "attacks in Tarn on Monday and Uru on Tuesday"


def verbs_meant(sentence: Sentence, low: int, high: int) -> list[Token]:
    """The verbs that can be meant again, the nearest first; no auxiliaries, none in relative clauses."""
    verbs = [token for token in sentence.tokens[low:high] if token.pos in VERBAL and token.dep not in NEVER]
    return [verb for verb in reversed(verbs) if not _modifies(sentence, verb)]


def _modifies(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb tells more of a noun: "which lies 200 km from Tarn", "45 wounded"."""
    children = sentence.children(verb)
    if verb.tag == "VBN" and verb.dep == "acl" and not any(t.dep in ("auxpass", "aux") for t in children):
        return True
    return any(token.i < verb.i and token.tag in RELATIVE for token in children)


def _of_subject(subject: Sequence[Item], after: Sequence[Item], chunk: Chunk) -> list[Item]:
    """What of the subject the chunk puts another for: "9 were killed in Tarn on Monday and 4 in Uru on Tuesday".

    Nothing where the like of it stands behind the verb, too.
    """
    first = next((item for item in chunk.items if item.sort != "time"), None)
    kind = first.sort if first is not None and first.sort in ("number", "thing") else "name"
    if first is None or kind in all_sorts(after):
        return []
    return [item for item in subject if kind in all_sorts([item])]


def _up_to_object(sentence: Sentence, low: int, verb: Token, after: Sequence[Item], chunk: Chunk) -> list[Range]:
    """Subject and verb, and the words up to the first thing that the chunk puts another for."""
    first = _replaced(after, chunk)
    start = low
    subjects = [t for t in sentence.children(verb, *SUBJECTS) if low <= t.i < verb.i]
    if subjects:
        start = max(low, min(token.i for token in sentence.subtree(subjects[-1])))
    elif verb.dep in ("advcl", "acl") and verb.tag == "VBG":
        start = verb.i
    return [(start, _phrase_start(sentence, first, verb.i + 1))]


def _replaced(after: Sequence[Item], chunk: Chunk) -> Item:
    """What the first thing in the chunk is put for: a number for a number, a name for a name, else the first of all."""
    first = next((item for item in chunk.items if item.sort != "time"), chunk.items[0])
    alike = [item for item in after if all_sorts([item]) & all_sorts([first])]
    exact = [item for item in alike if item.sort == first.sort] if first.sort == "number" else alike
    named = [item for item in after if item.sort != "time"]
    return next(iter((*exact, *alike, *named)), after[0])


def _from_subject(sentence: Sentence, verb: Token, first: Item, chunk: Chunk) -> list[Range]:
    """What is said of the subject that the chunk puts another for: "people died", "were killed"."""
    if any(token.pos in VERBAL for token in sentence.tokens[chunk.low : chunk.high]):  # "and 5 injured in Tarn"
        return []
    helping = [token.i for token in sentence.children(verb, "aux", "auxpass") if token.i < verb.i]
    commas = [i for i in range(first.high, verb.i) if sentence.tokens[i].text == ","]
    if not commas:
        return [(first.high, verb.i + 1)]
    return [(first.high, commas[0]), (min(helping, default=verb.i), verb.i + 1)]


def _noun_of(sentence: Sentence, before: Sequence[Item], chunk: Chunk) -> list[Range]:
    """What is counted, where the chunk does not say: "14 deaths in Tarn and 22 in Uru"."""
    number = next((item for item in before if item.sort == "number"), None)
    counted = next((item for item in chunk.items if item.sort == "number"), None)
    if number is None or counted is None:
        return []
    bare = counted.high >= len(sentence.tokens) or sentence.tokens[counted.high].pos in ("ADP", "PUNCT")
    end = number.high
    while end < len(sentence.tokens) and sentence.tokens[end].pos in ("NOUN", "ADJ"):
        end += 1
    return [(number.high, end)] if bare and end > number.high else []


def _phrase_start(sentence: Sentence, item: Item, least: int) -> int:
    """Where the phrase around an item begins: "in the town of Tarn", "at least 12"."""
    at, tokens = item.low, sentence.tokens
    while at > least and tokens[at - 1].pos in LOOSE and tokens[at - 1].dep != "prt":
        if tokens[at - 1].pos == "NOUN" and tokens[at].pos != "ADP" and item.sort not in ("name", "thing"):
            break
        at -= 1
    return at
