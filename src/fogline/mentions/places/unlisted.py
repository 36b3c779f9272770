"""Places that no gazetteer lists, told by the word for what they are: "the village of Al-Qarn", "Shabwat Pass"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fogline.data.gazetteer import fold
from fogline.records.mentions import Place, PlaceMention
from fogline.records.spans import Span

if TYPE_CHECKING:
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.words import Line, Word
    from fogline.records.documents import Document
    from fogline.records.mentions import PlacePrecision

__all__ = ["unlisted_places"]

# What the word says of the place, and how wide it is. Settlements leave the word out of their name.
SETTLEMENTS: dict[str, PlacePrecision] = dict.fromkeys("village town city hamlet settlement".split(), "town")
SITES: dict[str, PlacePrecision] = {
    **dict.fromkeys(
        "pass bridge crossing dam airport airfield airstrip airbase base camp checkpoint junction ridge hill heights "
        "mine refinery port harbour harbor prison fort barracks outpost farm quarry".split(),
        "point",
    ),
    **dict.fromkeys("valley hills mountains forest plateau island plain gorge".split(), "area"),
    **dict.fromkeys("river lake strait bay canal reservoir creek".split(), "water"),
    **dict.fromkeys("district".split(), "district"),
}
BEFORE: dict[str, PlacePrecision] = {
    "lake": "water", "wadi": "area", "khirbet": "town", "kafr": "town",
    **dict.fromkeys("mount fort camp jebel jabal tel tell".split(), "point"),
}  # fmt: skip
# "Hill 235": what stands before a number for ground that an army's map numbers.
NUMBERED = frozenset("hill height heights ridge elevation point position".split())
DIGITS = 3  # of a number behind "Point", which else numbers a plan
# Nobody retakes or shells a person: a name right behind is that of a place.
TAKING = frozenset(
    "retake retakes retook retaken retaking recapture recaptures recaptured recapturing reconquered liberate liberates"
    " liberated liberating overran overrun overrunning besieged besieging shelled shelling bombarded bombarding".split()
)
SITING = frozenset("at in near of outside from to on into reached entered left hit attacked".split())
_POINT = r"(?:north|south|east|west)(?:-?\s?(?:east|west))?"
SITUATED = re.compile(
    r",\s(?:(?:about|some|around|roughly|nearly|just|only)\s)?"
    r"(?:\d[\d.,]*\s?-?(?:km|kilomet\w+|miles?)\b(?:\s\([^)]*\))?\s)?"
    rf"(?:(?:to the\s)?{_POINT}\sof|(?:away\s)?from|outside|off)\s(?:the\s(?:\w+\s){{1,3}}of\s)?[A-Z]"
)
LONGEST = 3  # words of a name
SHORT_PART = 3  # letters of a part in lower case: "Tel-el-Hawa"
JOINING = frozenset({"-", "‑", "'", "’"})


@dataclass(frozen=True, slots=True)
class _Name:
    """The words `first` to `last` of a line name a place; the mention goes from `begins` to `ends`.

    `type_word` is what the report calls it, or None where it only tells where it lies or who took it.
    """

    line: Line
    first: int
    last: int
    begins: int
    ends: int
    precision: PlacePrecision
    type_word: str | None


def unlisted_places(
    document: Document, lines: Sequence[Line], known: Sequence[PlaceMention], words: PlaceWords
) -> list[PlaceMention]:
    """Mentions of places that only the text knows, with a place without coordinates whose id is made of its name.

    A name called a village once is a place wherever the report uses it. `known` are the mentions of the gazetteer.
    """
    taken = [mention.span for mention in known]
    told = [name for line in lines for name in _told(line, words) if not _meets(name, taken)]
    found = {_key(name): name for name in reversed(told)}
    mentions = [_mention(document, name) for name in told]
    taken += [mention.span for mention in mentions]
    for key, name in found.items():
        if name.type_word is None or name.type_word in SETTLEMENTS:
            again = (_again(line, at, key, name) for line in lines for at in range(len(line.words)))
            mentions += [_mention(document, one) for one in again if one is not None and not _meets(one, taken)]
    return mentions


def _told(line: Line, words: PlaceWords) -> Iterator[_Name]:
    if line.headline or line.shouted:
        return
    typed = any(word.lower in SETTLEMENTS or word.lower in SITES for word in line.words)
    at = 0
    while at < len(line.words):
        name = _after(line, at, words) or (_before(line, at, words) if typed else None) or _numbered(line, at)
        name = name or _taken(line, at, words) or _situated(line, at, words)
        if name is not None:
            yield name
        at = name.ends + 1 if name is not None else at + 1


def _after(line: Line, at: int, words: PlaceWords) -> _Name | None:
    """ "the village of X", "Lake X"."""
    word, following = line.words[at], line.near(at + 1)
    if following is None:
        return None
    if word.lower in SETTLEMENTS and not word.capital and following.lower == "of" and line.near(at + 2) is not None:
        first, precision, begins = at + 2, SETTLEMENTS[word.lower], at + 2
    elif word.lower in BEFORE and word.capital:
        first, precision, begins = at + 1, BEFORE[word.lower], at
    else:
        return None
    last = _run(line, first, words)
    return None if last is None else _Name(line, begins, last, begins, last, precision, word.lower)


def _before(line: Line, at: int, words: PlaceWords) -> _Name | None:
    """ "Shabwat Pass", "Al-Qarn village"."""
    if at and (line.words[at].gap in JOINING or (line.words[at].gap == " " and line.words[at - 1].capital and at > 1)):
        return None  # inside a longer name
    last = _run(line, at, words, whole=False)
    kind = line.near(last + 1) if last is not None else None
    if last is None or kind is None or kind.gap != " " or line.words[last].possessive:
        return None
    table = SETTLEMENTS if kind.lower in SETTLEMENTS else SITES
    if kind.lower not in table or (at == 0 and not kind.capital):
        return None
    if kind.capital and (kind.lower == "district" or line.words[at].lower in words.given_names):
        return None  # "Market District", "Angela Hill"
    following = line.near(last + 2)
    if following is not None and following.capital and following.gap == " ":
        return None  # "Shabwat Pass Brigade"
    inner = last if kind.lower in SETTLEMENTS else last + 1
    return _Name(line, at, inner, at, last + 1, table[kind.lower], kind.lower)


def _numbered(line: Line, at: int) -> _Name | None:
    """ "Hill 235", "Point 402", "Height 311.5"."""
    word, number = line.words[at], line.near(at + 1)
    if (
        number is None
        or word.lower not in NUMBERED
        or not word.capital
        or number.gap != " "
        or not number.text.isdigit()
    ):
        return None
    if len(number.text) < DIGITS and word.lower in ("point", "position"):
        return None
    decimal = line.near(at + 2)
    last = at + 2 if decimal is not None and decimal.gap == "." and decimal.text.isdigit() else at + 1
    return _Name(line, at, last, at, last, "point", word.lower)


def _taken(line: Line, at: int, words: PlaceWords) -> _Name | None:
    """ "had retaken Adan Yabal": the verb says that a place is meant."""
    before = line.near(at - 1)
    if before is None or before.lower not in TAKING or line.words[at].gap != " ":
        return None
    last = _run(line, at, words)
    if (
        last is None
        or line.words[last].possessive
        or any(w.lower in words.government for w in line.words[at : last + 1])
    ):
        return None
    return _Name(line, at, last, at, last, "town", None)


def _situated(line: Line, at: int, words: PlaceWords) -> _Name | None:
    """ "at El Baraf, 160 km north of Mogadishu": what lies so far from a place is one."""
    before = line.near(at - 1)
    if before is None or before.capital or before.lower not in SITING or line.words[at].gap != " ":
        return None
    last = _run(line, at, words)
    if last is None:
        return None
    start = line.sentence.start
    if SITUATED.match(line.sentence.text[line.words[last].end - start :]) is None:
        return None
    return _Name(line, at, last, at, last, "town", None)


def _run(line: Line, first: int, words: PlaceWords, whole: bool = True) -> int | None:
    """The last word of the name that begins here: capitalised words, joined by nothing but spaces and hyphens."""
    last = None
    for at in range(first, min(len(line.words), first + LONGEST)):
        word = line.words[at]
        joined = at == first or ((word.gap == " " or word.gap in JOINING) and not line.words[at - 1].possessive)
        ahead = line.near(at + 1)
        tied = (at > first and word.gap in JOINING) or (ahead is not None and ahead.gap in JOINING and word.capital)
        article = at == first and word.capital and word.lower in words.leading and ahead is not None and ahead.capital
        if not joined or not (_is_part(word, at > first) if tied else article or _is_name(word, words)):
            break
        last = at
    following = line.near(last + 1) if last is not None else None
    runs_on = whole and following is not None and following.capital and following.gap == " "
    return None if runs_on else last


def _is_part(word: Word, inner: bool) -> bool:
    """Whether a word can stand beside a hyphen in a name: "Al-Qarn", "Tel-el-Hawa"; not "Georgian-held", "D-Iowa"."""
    if inner:
        return word.capital or len(word.text) <= SHORT_PART
    return word.capital and len(word.text) > 1


def _is_name(word: Word, words: PlaceWords) -> bool:
    if not word.capital or word.short or not word.text[0].isalpha() or word.text[1:].isupper():
        return False
    plain = (words.common, words.title, words.direction, words.organisation, words.government, words.never)
    return (
        word.lower not in SITES
        and not any(word.lower in listed for listed in plain)
        and not words.country_of(word.lower)
    )


def _again(line: Line, at: int, key: str, name: _Name) -> _Name | None:
    """The same name elsewhere in the report, without the word for what it is."""
    last = at + name.last - name.first
    if last >= len(line.words) or not line.words[at].capital or fold(_text(line, at, last)) != key:
        return None
    return _Name(line, at, last, at, last, name.precision, name.type_word)


def _text(line: Line, first: int, last: int) -> str:
    start = line.sentence.start
    return " ".join(line.sentence.text[line.words[first].start - start : line.words[last].name_end - start].split())


def _key(name: _Name) -> str:
    return fold(_text(name.line, name.first, name.last))


def _meets(name: _Name, taken: Sequence[Span]) -> bool:
    low, high = name.line.words[name.begins].start, name.line.words[name.ends].end
    return any(span.start < high and low < span.end for span in taken)


def _mention(document: Document, name: _Name) -> PlaceMention:
    span = Span.of(document.text, name.line.words[name.begins].start, name.line.words[name.ends].name_end)
    place = Place(
        f"text:{_key(name).replace(' ', '-')}", _text(name.line, name.first, name.last), None, None, name.precision
    )
    told = "tells where it lies or who took it" if name.type_word is None else f"calls it a {name.type_word}"
    reason = f"not in the gazetteer; the report {told}"
    return PlaceMention(span, name.line.sentence.index, place, reason=reason)
