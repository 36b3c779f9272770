"""Where a noun phrase begins and ends as a name: without article and number, with "of Azawad Fighters"."""

from __future__ import annotations

import re

from fogline.mentions.actors.phrase import View
from fogline.packs.folding import fold
from fogline.packs.roles import roles
from fogline.records.sentences import Token

__all__ = ["acronym_start", "capital_start", "unquoted", "with_name", "with_tail", "without_lead"]

_INNER = frozenset({"'", "of", "for", "the", "and", "-", "'s", "in", "de", "du", "des"})
_ACRONYM_REACH = 10  # tokens
_LEAD = frozenset({"DET", "NUM", "ADV", "PUNCT", "ADP", "PRON", "PART", "CCONJ", "SYM"})


def without_lead(view: View, first: int, head: int) -> int:
    """The first token that carries the name: no article, quotation mark, number ("as many as 11,000"), adverb."""
    for i in range(head - 1, first - 1, -1):
        if (
            view.tokens[i].pos == "NUM"
            and view.cover[i] is None
            and view.keys[i][-1] not in "dhts"
            and not view.joined(i)
        ):
            first = i + 1
            break
    while first < head and view.tokens[first].pos in _LEAD and view.cover[first] is None and not view.joined(first):
        first += 1
    return first


def with_name(view: View, head: int) -> int:
    """The last token of a proper name that goes on with "of": "Union of Azawad Fighters"."""
    tokens, last = view.tokens, head
    if not tokens[head].text[0].isupper():
        return head
    i = head + 1
    while (
        i < len(tokens)
        and (view.keys[i] in ("of", "for", "the", "and") or tokens[i].text[0].isupper())
        and i - head < 8
    ):
        if view.keys[i] in ("for", "and") and not _goes_on(view, i + 1):
            break
        if (tokens[i].text[0].isupper() and view.keys[i - 1] in ("of", "for", "the", "and")) or (
            last == i - 1 and last > head
        ):
            last = i
        elif tokens[i].text[0].isupper():
            break
        if view.keys[i] == "and" and view.keys[head] not in ("ministry", "committee", "department"):
            break
        i += 1
    return last


def _goes_on(view: View, i: int) -> bool:
    """Whether a capital follows, "the" or not: "Front for the Liberation of"."""
    if i < len(view.keys) and view.keys[i] == "the" and view.keys[i - 1] == "for":
        i += 1
    return i < len(view.tokens) and view.tokens[i].text[0].isupper()


def with_tail(view: View, head: int) -> int:
    """The last token of a short "of" or "for" phrase that belongs to a description, else the head."""
    if not view.sentence.parsed:
        return head
    people = view.tokens[head].tag in ("NN", "NNP")
    envoy = view.keys[head] in roles().groups["diplomats"]
    for prep in view.sentence.children(view.tokens[head], "prep"):
        if prep.i == head + 1 and (prep.lower in ("of", "for", "at", "from") or (envoy and prep.lower == "to")):
            tail = [t.i for t in view.sentence.subtree(prep) if t.dep not in ("punct",)]
            whole = tail and tail[-1] - head <= 8 and tail[-1] - prep.i + 1 == len(tail)
            if whole and (people or any(view.cover[i] for i in tail)) and view.tokens[tail[-1]].pos != "VERB":
                return tail[-1]
    return head


def capital_start(view: View, start: int, head: int) -> int:
    """Where a name begins behind a description of it: "the opposition People's Front"."""
    while start < head and view.tokens[start].text[0].islower() and view.cover[start] is None:
        start += 1
    return start


def acronym_start(view: View, last: int, acronym: str) -> int | None:
    """Where the words begin whose capital letters make the acronym."""
    return _in_order(view, last, acronym) or _permuted(view, last, acronym)


def _in_order(view: View, last: int, acronym: str) -> int | None:
    letters, i = list(fold(acronym)), last
    while i >= 0 and letters and last - i < _ACRONYM_REACH:
        text: Token = view.tokens[i]
        if text.text[0].isupper():
            if fold(text.text[0]) not in letters:
                return None
            cut = len(letters) - 1 - letters[::-1].index(fold(text.text[0]))
            letters = letters[:cut]
        elif view.keys[i] not in _INNER:
            return None
        i -= 1
    return i + 1 if not letters and i + 1 < last else None


def _permuted(view: View, last: int, acronym: str) -> int | None:
    """Where the words begin whose capitals make the acronym in another order, as after a translation."""
    letters, i = sorted(fold(acronym)), last
    found: list[str] = []
    while i >= 0 and len(found) < len(letters) and last - i < _ACRONYM_REACH:
        if view.tokens[i].text[0].isupper():
            found.append(fold(view.tokens[i].text[0]))
        elif view.keys[i] not in _INNER:
            return None
        i -= 1
    return i + 1 if sorted(found) == letters and i + 1 < last else None


def unquoted(name: str) -> str:
    """A name without quotation marks and stray hyphens; apostrophes inside words stay."""
    plain = re.sub(r"[“”\"‘]|’(?=\W|$)(?<!s’)", "", name)
    return " ".join(plain.lstrip("- ").split()) or name
