"""Words that tell that an unknown name is that of a place: what it is called, where it lies, who took it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.mentions.places.modifiers import happens_between
from fogline.mentions.places.naming import Stretch, listed_after, listed_before, run_from, run_to

if TYPE_CHECKING:
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.words import Line
    from fogline.records.mentions import PlacePrecision

__all__ = ["SETTLEMENTS", "Told", "told_places"]

# What the word says of the place, and how wide it is. Settlements leave the word out of their name.
SETTLEMENTS: Final[dict[str, PlacePrecision]] = dict.fromkeys("village town city hamlet settlement".split(), "town")
PARTS: Final[dict[str, PlacePrecision]] = dict.fromkeys(
    "district neighbourhood neighborhood quarter suburb borough".split(), "district"
)
SITES: Final[dict[str, PlacePrecision]] = {
    **dict.fromkeys(
        "pass bridge crossing dam airport airfield airstrip airbase base camp checkpoint junction ridge hill heights "
        "mine refinery port harbour harbor prison fort barracks outpost farm quarry".split(),
        "point",
    ),
    **dict.fromkeys("valley hills mountains forest plateau island plain gorge".split(), "area"),
    **dict.fromkeys("river lake strait bay canal reservoir creek".split(), "water"),
    **PARTS,
}
BEFORE: Final[dict[str, PlacePrecision]] = {
    "lake": "water", "wadi": "area", "khirbet": "town", "kafr": "town",
    **dict.fromkeys("mount fort camp jebel jabal tel tell".split(), "point"),
}  # fmt: skip
PLURALS: Final = {"cities": "city", **{f"{word}s": word for word in (*SETTLEMENTS, *PARTS, "bridge", "camp", "base")}}
# "Hill 235": what stands before a number for ground that an army's map numbers.
NUMBERED: Final = frozenset("hill height heights ridge elevation point position".split())
DIGITS: Final = 3  # of a number behind "Point", which else numbers a plan
# Nobody enters, overruns or shells a person: a name right behind is that of a place.
TAKING: Final = frozenset(
    "retake retakes retook retaken retaking recapture recaptures recaptured recapturing reconquered liberate liberates"
    " liberated liberating overran overrun overrunning besieged besieging shelled shelling bombarded bombarding entered"
    " entering stormed storming encircled encircling evacuated evacuating reoccupied".split()
)
# People are captured and groups are bombed too: here the name must look like no person's and end its phrase.
SEIZING: Final = frozenset("captured capturing seized seizing bombed bombing raided raiding reached reaching".split())
LEAVING: Final = frozenset(
    "withdrew withdrawn withdrawing retreated retreating advanced advancing pushed pushing marched marching".split()
)
WAYS: Final = frozenset("from to into on onto towards toward".split())
# "the battle for X", "clashes near X", "a clinic in X"; "the fall of" and "the capture of" are said of people too.
FIGHTING: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(("battle", "battles"), frozenset({"for", "of"})),
    **dict.fromkeys(("siege", "shelling", "bombardment", "storming", "encirclement", "recapture"), frozenset({"of"})),
    **dict.fromkeys(("clashes", "fighting", "skirmishes"), frozenset({"in", "near", "around", "for", "at", "outside"})),
    **dict.fromkeys(("advance", "offensive", "assault", "march"), frozenset({"on", "towards", "toward"})),
    **dict.fromkeys(("road", "highway"), frozenset({"to", "from", "into"})),
    **dict.fromkeys(("outskirts", "streets", "residents", "inhabitants", "villagers", "mayor"), frozenset({"of"})),
    **dict.fromkeys("clinic hospital mosque market marketplace school bakery monastery".split(), frozenset({"in"})),
    **dict.fromkeys(("moved", "moving", "headed", "heading"), frozenset({"towards", "toward", "into"})),
}
SITING: Final = frozenset("at in near of outside from to on into reached entered left hit attacked".split())
BEHIND: Final = frozenset(  # what may follow a name that was taken; "attacked Fano positions" was no place
    "on in from after before at by with and or but while when as last this late early during overnight yesterday today "
    "for again without near since until with is was has had were are the a an with amid through under".split()
)
VERBS: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_POINT = r"(?:north|south|east|west)(?:-?\s?(?:east|west))?"
SITUATED: Final = re.compile(
    r",\s(?:an?\s[a-z]+\s(?=(?:about\s|some\s)?\d))?(?:(?:about|some|around|roughly|nearly|just|only)\s)?"
    r"(?:\d[\d.,]*\s?-?(?:km|kilomet\w+|miles?)\b(?:\s\([^)]*\))?\s)?"
    rf"(?:(?:to the\s)?{_POINT}\sof|(?:away\s)?from|outside|off)\s(?:the\s(?:\w+\s){{1,3}}of\s)?[A-Z]"
)
FAR: Final = frozenset(
    "outside km kilometres kilometers miles mile north south east west northeast northwest southeast southwest".split()
)
APPOSED: Final = re.compile(
    r"(?:\s(?:in|near|of|on|at|about|some|around|roughly|west|east|north|south|close|outside|just|between|that|which"
    r"|where|along|under|held|controlled|home|inhabited)\b|\s\d|[,.;:]|$)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """The words `first` to `last` of a line name a place; the mention goes from `begins` to `ends`.

    `type_word` is what the report calls it, or None where it only tells where it lies or who took it; `unsure` that
    the same could be said of a person or a group.
    """

    line: Line
    first: int
    last: int
    begins: int
    ends: int
    precision: PlacePrecision
    type_word: str | None
    unsure: bool = False
    between: bool = False


def told_places(line: Line, words: PlaceWords) -> Iterator[Told]:
    """The names in a line that its words tell to be those of places, known ones included."""
    if line.headline or line.shouted:
        return
    for at, word in enumerate(line.words):
        teller = TELLERS.get(word.lower)
        if teller is not None:
            yield from teller(line, at, words)


def _settlement(line: Line, at: int, words: PlaceWords) -> Iterator[Told]:
    """ "the village of X", "the towns of X and Y", "X village", "X, a village near Y"."""
    word = line.words[at]
    kind = PLURALS.get(word.lower, word.lower)
    following = line.near(at + 1)
    if following is not None and following.lower == "of" and not word.capital:
        names = list(listed_after(line, at + 2, words))
        yield from (_plain(line, name, kind) for name in (names if word.lower in PLURALS else names[:1]))
    yield from _named_before(line, at, words)
    name = _apposed(line, at, words)
    if name is not None:
        yield _plain(line, name, kind)


def _plain(line: Line, name: Stretch, kind: str) -> Told:
    first, last = name
    precision = SETTLEMENTS.get(kind) or SITES[kind]
    return Told(line, first, last, first, last, precision, kind)


def _apposed(line: Line, at: int, words: PlaceWords) -> Stretch | None:
    """ "Kurmolo, a small village 20 km from Nyala": the name before the comma."""
    start = line.sentence.start
    if APPOSED.match(line.sentence.text, line.words[at].end - start) is None:
        return None
    for article in range(at - 1, max(0, at - 4), -1):
        word = line.words[article]
        if word.gap == ", " and word.lower in ("a", "an", "the"):
            first = run_to(line, article - 1, words)
            unnamed = first is None or line.words[article - 1].possessive or _is_adverb(line, article - 1)
            return None if first is None or unnamed else (first, article - 1)
        if word.gap != " ":
            return None
    return None


def _is_adverb(line: Line, at: int) -> bool:
    """Whether the word opens a sentence without being a name: "Currently, the northern district"."""
    token = line.sentence.token_at(line.words[at].start) if line.sentence.parsed else None
    return token is not None and token.tag in ("RB", "RBR")


def _named_before(line: Line, at: int, words: PlaceWords) -> Iterator[Told]:
    """ "Shabwat Pass", "Al-Qarn village", "Kashovu and Mulindi villages"."""
    word, following = line.words[at], line.near(at + 1)
    kind = PLURALS.get(word.lower, word.lower)
    if at == 0 or word.gap != " " or (kind in PARTS and word.capital):
        return  # "Market District"
    if following is not None and following.capital and following.gap == " ":
        return  # "Shabwat Pass Brigade"
    names = listed_before(line, at - 1, words)
    if not names or line.words[at - 1].possessive or _is_lone_capital(line, names[-1][0], kind, word.capital):
        return
    if word.lower in PLURALS:
        yield from (Told(line, first, last, first, last, _wide(kind), kind) for first, last in names)
        return
    first, last = names[0]
    if word.capital and line.words[first].lower in words.given_names:
        return  # "Angela Hill"
    if kind in SETTLEMENTS:
        yield Told(line, first, last, first, at, _wide(kind), kind)
    else:
        yield Told(line, first, at, first, at, _wide(kind), kind)


def _wide(kind: str) -> PlacePrecision:
    return SETTLEMENTS.get(kind) or SITES[kind]


def _is_lone_capital(line: Line, first: int, kind: str, typed: bool) -> bool:
    """Whether the capital may be that of the sentence, or the name is the end of a longer one."""
    if first == 0:
        return not typed and kind not in SETTLEMENTS
    before = line.words[first - 1]
    return before.capital and line.words[first].gap == " " and first > 1 and not before.possessive


def _lake(line: Line, at: int, words: PlaceWords) -> Iterator[Told]:
    """ "Lake X", "Camp X"; "X lake" and "X camp"."""
    word = line.words[at]
    last = run_from(line, at + 1, words) if word.capital else None
    following = line.near(at + 1)
    if last is not None and following is not None and following.gap in (" ", "-"):
        yield Told(line, at, last, at, last, BEFORE[word.lower], word.lower)
    elif word.lower in SITES:
        yield from _named_before(line, at, words)


def _numbered(line: Line, at: int, words: PlaceWords) -> Iterator[Told]:
    """ "Hill 235", "Point 402", "Height 311.5"."""
    word, number = line.words[at], line.near(at + 1)
    counted = number is not None and word.capital and number.gap == " " and number.text.isdigit()
    if number is None or not counted or (len(number.text) < DIGITS and word.lower in ("point", "position")):
        if word.lower in SITES:
            yield from _named_before(line, at, words)
        return
    decimal = line.near(at + 2)
    last = at + 2 if decimal is not None and decimal.gap == "." and decimal.text.isdigit() else at + 1
    yield Told(line, at, last, at, last, "point", word.lower)


def _taken(line: Line, at: int, words: PlaceWords) -> Iterator[Told]:
    """ "had retaken Adan Yabal", "entered X and Y"; "captured X" where X ends its phrase."""
    unsure = line.words[at].lower in SEIZING
    yield from _objects(line, at + 1, words, unsure)


def _objects(line: Line, first: int, words: PlaceWords, unsure: bool) -> Iterator[Told]:
    following = line.near(first)
    if following is None or following.gap != " " or not following.capital:
        return
    names = list(listed_after(line, first, words))
    if not names or not _ends_phrase(line, names[-1][1], words):
        return
    for begin, end in names:
        if not line.words[end].possessive:
            yield Told(line, begin, end, begin, end, "town", None, unsure)


def _ends_phrase(line: Line, last: int, words: PlaceWords) -> bool:
    """Whether nothing follows that the name could modify: "attacked Fano positions" names no place."""
    following = line.near(last + 1)
    if following is None or following.gap not in (" ", "-", "’", "'"):
        return True
    if following.gap != " " or words.country_of(following.lower):
        return False
    token = line.sentence.token_at(following.start) if line.sentence.parsed else None
    return following.lower in BEHIND or (token is not None and token.tag in VERBS)


def _left(line: Line, at: int, words: PlaceWords) -> Iterator[Told]:
    """ "withdrew from X", "advanced on X"."""
    way = line.near(at + 1)
    if way is not None and way.lower in WAYS and way.gap == " ":
        yield from _objects(line, at + 2, words, unsure=False)


def _fought(line: Line, at: int, words: PlaceWords) -> Iterator[Told]:
    """ "the battle for X", "clashes near X", "the road to X", "a clinic in X"."""
    link = line.near(at + 1)
    if link is not None and link.gap == " " and link.lower in FIGHTING[line.words[at].lower]:
        yield from _objects(line, at + 2, words, unsure=False)


def _between(line: Line, at: int, words: PlaceWords) -> Iterator[Told]:
    """ "was hit between X and Y"."""
    start = line.sentence.start
    if not happens_between(line.sentence.text[: line.words[at].end - start] + " "):
        return
    first = at + 1 + (at + 1 < len(line.words) and line.words[at + 1].lower == "the")
    names = list(listed_after(line, first, words))[:2]
    if len(names) == 2:
        yield from (Told(line, begin, end, begin, end, "town", None, between=True) for begin, end in names)


def _situated(line: Line, at: int, words: PlaceWords) -> Iterator[Told]:
    """ "at El Baraf, 160 km north of Mogadishu": what lies so far from a place is one."""
    comma = next((i for i in range(at, max(0, at - 5), -1) if line.words[i].gap == ", "), None)
    first = run_to(line, comma - 1, words) if comma is not None else None
    if comma is None or first is None:
        return
    before = line.near(first - 1)
    if before is not None and (before.capital or before.lower not in SITING or line.words[first].gap != " "):
        return
    if SITUATED.match(line.sentence.text, line.words[comma - 1].end - line.sentence.start):
        yield Told(line, first, comma - 1, first, comma - 1, "town", None)


Teller = Callable[["Line", int, "PlaceWords"], Iterator[Told]]
TELLERS: Final[dict[str, Teller]] = {
    **dict.fromkeys(SITES, _named_before),
    **dict.fromkeys((*SETTLEMENTS, *PARTS, *PLURALS), _settlement),
    **dict.fromkeys(BEFORE, _lake),
    **dict.fromkeys(NUMBERED, _numbered),
    **dict.fromkeys(TAKING | SEIZING, _taken),
    **dict.fromkeys(LEAVING, _left),
    **dict.fromkeys(FIGHTING, _fought),
    **dict.fromkeys(FAR, _situated),
    "between": _between,
}
