"""Runs of capitalised words that may be the name of a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fogline.mentions.actors.phrase import View
from fogline.packs.roles import Roles, roles
from fogline.packs.wordlists import GivenNames, given_names

__all__ = ["Run", "capitals", "runs"]

# Words that open a sentence before the name of a place: "Near Palmyra, one strike ..." names no Mr Palmyra.
_PLACING = frozenset({"near", "around", "outside", "inside", "over", "toward", "towards", "along", "across", "beyond"})
_SYLLABLE = 5  # letters: "Park Chung-hee", "Chiang Kai-shek"
_NOT_SYLLABLES = frozenset("led run held era ally aide based style type area side born bound front man men".split())
_PART_OF_NAME = frozenset({"haji", "hajji", "hajj", "mullah", "qari", "mawlawi", "maulvi"})  # "Haji Osman"; never alone
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


def runs(view: View, found: Iterable[Run]) -> Iterator[Run]:
    """The runs of a sentence, as `capitals` gives them, that can be names of persons, titles cut off."""
    nouns = roles()
    for run in found:
        cut = _cut(view, run.first, run.last, nouns)
        if cut:
            yield cut


def capitals(view: View) -> Iterator[Run]:
    """The runs of capitalised words of a sentence uncut, those that name bodies included."""
    given, free = given_names(), 0
    for i, token in enumerate(view.tokens):
        if i >= free and token.text[0].isupper() and view.keys[i] not in _PLACING and _nameable(view, i, given):
            last = _end(view, i, given)
            yield Run(i, last, titled=False)
            free = last + 1


def _nameable(view: View, i: int, given: GivenNames) -> bool:
    """Whether a token can be part of a person's name."""
    token, key = view.tokens[i], view.keys[i]
    text = token.text
    if len(text) == 2 and text[1] == "." and text[0].isupper():
        return i > 0
    if not text[0].isupper() or key in roles().groups["no_name"] or not (text[-1].isalpha() or text[-1] == "."):
        return False
    hit = view.cover[i]
    if hit is not None and hit.entry.kind != "person" and not _is_given(view, i, given):
        return False
    if token.pos in ("PROPN", "") or key in given.genders:
        return True
    return token.pos in ("NOUN", "ADJ", "VERB", "X", "INTJ") if i > 0 else token.pos == "NOUN"


def _is_given(view: View, i: int, given: GivenNames) -> bool:
    """Whether a state or capital is the given name of somebody: "Sofia Reyes", "Jordan Ellery"; no "Sofia Airport"."""
    hit = view.cover[i]
    if hit is None or hit.first != hit.last or view.keys[i] not in given.genders or i + 1 >= len(view.tokens):
        return False
    token, behind = view.tokens[i], view.tokens[i + 1]
    family = behind.text.isalpha() and behind.text.istitle() and behind.tag == "NNP" and view.cover[i + 1] is None
    known = roles()
    words = known.groups["no_name"] | known.groups["body_words"] | known.groups["no_person"] | known.titles.keys()
    return (
        family
        and token.dep == "compound"
        and token.head == behind.i
        and view.keys[i + 1] not in words
        and view.keys[i + 1] not in known.nouns
    )


def _end(view: View, i: int, given: GivenNames) -> int:
    """The last token of the run that begins at token `i`."""
    last, size = i, len(view.tokens)
    while last + 1 < size:
        step = last + 1
        while step < size and (view.keys[step] in given.particles or _hyphen(view, step)) and step - last < 4:
            step += 1
        step = _past_nickname(view, step)
        if step >= size or not _nameable(view, step, given):
            break
        last = step
    return last + 2 if last > i and _is_syllable(view, last + 2) else last


def _is_syllable(view: View, i: int) -> bool:
    """Whether a word in lower case behind a hyphen ends a name: "Ban Ki-moon"; not "the Ali Noor-led force"."""
    if i >= len(view.tokens) or not _hyphen(view, i - 1):
        return False
    token = view.tokens[i]
    named = token.tag.startswith("NN") and token.text.isalpha() and token.text.islower()
    return named and len(token.text) <= _SYLLABLE and token.text not in _NOT_SYLLABLES


def _past_nickname(view: View, step: int) -> int:
    """The token after a nickname of up to three words in quotation marks: Richard "Tex" Coe."""
    if step < len(view.tokens) and view.tokens[step].text in _QUOTES:
        for close in range(step + 2, min(step + 5, len(view.tokens) - 1)):
            if view.tokens[close].text in _QUOTES:
                return close + 1
    return step


def _hyphen(view: View, i: int) -> bool:
    return view.tokens[i].text in ("-", "’", "'") and i > 0 and view.joined(i - 1) and view.joined(i)


def _cut(view: View, first: int, last: int, nouns: Roles) -> Run | None:
    """The run without titles before the name; None where it names a body or an office."""
    start, behind_body = _name_start(view, first, last, nouns)
    if behind_body and view.keys[start] not in given_names().genders:
        return None
    body_words = roles().groups["body_words"]
    if last - start > 7 or any(key in body_words for key in view.keys[start : last + 1]):
        return None
    if start == last:
        return _single(view, first, last, nouns)
    office = nouns.of(view.keys[start : last + 1])
    if office is not None and len(office.noun.split()) > last - start:
        return None
    return Run(start, last, start > first or _names_role(view, first, nouns))


def _name_start(view: View, first: int, last: int, nouns: Roles) -> tuple[int, bool]:
    """The token behind the last title or body word of a run, and whether that was a body word."""
    start, behind_body = first, False
    for i in range(first, last):
        body = view.keys[i] in nouns.groups["body_words"]
        if (body or _is_title(view, i, nouns)) and not _within(view, i, nouns):
            start, behind_body = i + 1, body
    while start < last and view.tokens[start].text == "-":
        start += 1
    if start == last > first and view.keys[last - 1] in _PART_OF_NAME:
        return last - 1, behind_body
    return start, behind_body


def _single(view: View, first: int, last: int, nouns: Roles) -> Run | None:
    """A run with one word for the name; doubtful where the word is also a title or no proper noun."""
    token = view.tokens[last]
    if len(token.text) < 3:
        return None
    if _is_title(view, last, nouns):
        alone = first == last and token.dep not in ("compound", "nmod") and view.keys[first - 1 : first] != ("the",)
        return Run(last, last, titled=False, doubtful=True) if alone else None
    if first == last == 0 and token.pos not in ("PROPN", "") and view.keys[0] not in given_names().genders:
        return Run(0, 0, titled=False, doubtful=True)
    return Run(last, last, last > first or _names_role(view, first, nouns))


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
    if view.tokens[i].text == "U" and not view.joined(i):  # "U Win Myint", Burmese for Mr
        return i + 2 < len(view.tokens) and view.tokens[i + 1].text[0].isupper() and view.tokens[i + 1].text.isalpha()
    role = nouns.of((key,))
    return role is not None and role.kind not in ("document", "unnamed", "media")


def _names_role(view: View, first: int, nouns: Roles) -> bool:
    """Whether the word before the run is a lower-case title: "spokeswoman Ruth Achola"."""
    if first > 1 and view.keys[first - 1] == "." and view.keys[first - 2] in nouns.titles:
        return True
    if first == 0 or not view.tokens[first - 1].text[0].islower():
        return False
    before = view.keys[first - 1]
    role = nouns.of((before,))
    return before in nouns.titles or (role is not None and role.kind == "person")
