"""Runs of capitalised words that may be the name of a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.mentions.actors.phrase import View
from fogline.packs.roles import Roles, roles
from fogline.packs.wordlists import GivenNames, given_names

__all__ = ["Run", "capitals", "runs"]

_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row: tokens `first` to `last`; `titled` says that a title stood before them.

    `doubtful` marks a single word that is also a title or office: "Cook said" once there was a Peter Cook.
    """

    first: int
    last: int
    titled: bool
    doubtful: bool = False


def runs(view: View) -> Iterator[Run]:
    """The runs of a sentence that can be names of persons, titles cut off."""
    i, tokens = 0, view.tokens
    given, nouns = given_names(), roles()
    while i < len(tokens):
        if not _nameable(view, i, given):
            i += 1
            continue
        last = _end(view, i, given)
        run = _cut(view, i, last, nouns)
        if run:
            yield run
        i = last + 1


def capitals(view: View) -> Iterator[Run]:
    """The runs of capitalised words of a sentence uncut, those that name bodies included."""
    i, given = 0, given_names()
    while i < len(view.tokens):
        if not _nameable(view, i, given):
            i += 1
            continue
        last = _end(view, i, given)
        yield Run(i, last, titled=False)
        i = last + 1


def _nameable(view: View, i: int, given: GivenNames) -> bool:
    """Whether a token can be part of a person's name."""
    token, key = view.tokens[i], view.keys[i]
    text = token.text
    if len(text) == 2 and text[1] == "." and text[0].isupper():
        return i > 0
    if not text[0].isupper() or key in roles().groups["no_name"] or not (text[-1].isalpha() or text[-1] == "."):
        return False
    hit = view.cover[i]
    if hit is not None and hit.entry.kind != "person":
        return False
    if token.pos in ("PROPN", "") or key in given.genders:
        return True
    return i > 0 and token.pos in ("NOUN", "ADJ", "VERB", "X", "INTJ")


def _end(view: View, i: int, given: GivenNames) -> int:
    """The last token of the run that begins at token `i`."""
    last, size = i, len(view.tokens)
    while last + 1 < size:
        step = last + 1
        while step < size and (view.keys[step] in given.particles or _hyphen(view, step)) and step - last < 4:
            step += 1
        if step + 2 < size and view.tokens[step].text in _QUOTES and view.tokens[step + 2].text in _QUOTES:
            step += 3  # a nickname: Richard "Tex" Coe
        if step >= size or not _nameable(view, step, given):
            break
        last = step
    return last


def _hyphen(view: View, i: int) -> bool:
    return view.tokens[i].text in ("-", "’", "'") and i > 0 and view.joined(i - 1) and view.joined(i)


def _cut(view: View, first: int, last: int, nouns: Roles) -> Run | None:
    """The run without titles before the name; None where it names a body."""
    start, body = first, False
    for i in range(first, last):
        if (view.keys[i] in roles().groups["body_words"] or _is_title(view, i, nouns)) and not _within(view, i, nouns):
            start, body = i + 1, view.keys[i] in roles().groups["body_words"]
    if body and view.keys[start] not in given_names().genders:
        return None
    if any(view.keys[i] in roles().groups["body_words"] for i in range(start, last + 1)) or last - start > 7:
        return None
    if start == last and len(view.tokens[start].text) < 3:
        return None
    if start == last and _is_title(view, start, nouns):
        alone = view.tokens[start].dep not in ("compound", "nmod") and view.keys[first - 1 : first] != ("the",)
        return Run(start, last, titled=False, doubtful=True) if first == last and alone else None
    before = view.keys[first - 1] if first else ""
    return Run(start, last, start > first or _names_role(before, view, first, nouns))


def _hyphen_before(view: View, i: int) -> bool:
    return i > 0 and view.tokens[i - 1].text == "-"


def _within(view: View, i: int, nouns: Roles) -> bool:
    """Whether a hyphen ties a title to a name, as in "Bishop-Jones"; "Lt-Col" is two titles."""
    if view.joined(i) and view.keys[i + 1] == "-":
        return i + 2 < len(view.keys) and not _is_title(view, i + 2, nouns)
    return _hyphen_before(view, i) and i >= 2 and not _is_title(view, i - 2, nouns)


def _is_title(view: View, i: int, nouns: Roles) -> bool:
    key = view.keys[i]
    if key in nouns.titles:
        return True
    role = nouns.of((key,))
    return role is not None and role.kind not in ("document", "unnamed", "media")


def _names_role(before: str, view: View, first: int, nouns: Roles) -> bool:
    """Whether the word before the run is a lower-case title: "spokeswoman Ruth Achola"."""
    if not before or not view.tokens[first - 1].text[0].islower():
        return False
    role = nouns.of((before,))
    return before in nouns.titles or (role is not None and role.kind == "person")
