"""What a report says about where its places lie."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.data.gazetteer import Entry
    from fogline.data.gazetteer.layout import Kind
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.spotting import Spot
    from fogline.mentions.places.words import Line

__all__ = ["Group", "demonym_counts", "group"]

ARMS = frozenset(
    """forces force troops troop soldiers soldier army military losses strikes strike attacks attack drones drone
    missiles missile shelling artillery aircraft jets jet warplanes tanks units unit positions advance advances
    offensive assault fighters invasion occupation occupiers navy fleet commander commanders servicemen personnel
    brigade""".split()
)
CANDIDATES = 40  # of one name; more share it only in the Springfield class, best known first


@dataclass(slots=True)
class Group:
    """All spots of one name and one type in a report: they get one reading.

    `stem` is the name without the word for what it is: "karak" for "karak district". `scores` holds the score of each
    candidate, `shares` its share of the group's belief, `why` the words of the reason for it; `inside` are the
    candidates that lie where some spot is said to ("Paris, Texas"); `sentences` are those the name stands in.
    """

    key: str
    stem: str
    kinds: tuple[Kind, ...]
    spots: list[Spot]
    candidates: tuple[Entry, ...]
    base: list[float] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    why: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    inside: set[int] = field(default_factory=set)
    sentences: frozenset[int] = frozenset()

    @property
    def best(self) -> int:
        """The position of the leading candidate."""
        return max(range(len(self.scores)), key=self.scores.__getitem__)

    @property
    def has_article(self) -> bool:
        """Whether "the" stands before most of its spots, as before landscapes and rivers."""
        return sum(spot.article for spot in self.spots) * 2 > len(self.spots)


def group(spots: list[Spot]) -> list[Group]:
    """One group for each name and type."""
    found: dict[tuple[str, tuple[Kind, ...], bool], list[Spot]] = defaultdict(list)
    for spot in spots:
        found[spot.key, spot.kinds, spot.front].append(spot)
    return [_group(key, kinds, members) for (key, kinds, _), members in found.items()]


def _group(key: str, kinds: tuple[Kind, ...], members: list[Spot]) -> Group:
    sentences = frozenset(spot.line.sentence.index for spot in members)
    stem = key.removesuffix(f" {members[0].type_word}")
    return Group(key, stem, kinds, members, members[0].entries[:CANDIDATES], sentences=sentences)


def _says_whose(line: Line, at: int) -> bool:
    """Whether a people stands before its arms or dead: "Russian losses near Pokrovsk" lie in another country."""
    return any(word.lower in ARMS for word in line.words[at + 1 : at + 3])


def demonym_counts(lines: list[Line], words: PlaceWords) -> dict[int, Counter[str]]:
    """How often each sentence speaks of the people of a country, or of what is theirs.

    Of two countries at war with each other the adjectives before arms are left out: they fight on one ground.
    """
    told = list(_adjectives(lines, words))
    abroad = len({country for _, country, arms in told if arms}) > 1
    counts: dict[int, Counter[str]] = {}
    for sentence, country, arms in told:
        if not (arms and abroad):
            counts.setdefault(sentence, Counter())[country] += 1
    return counts


def _adjectives(lines: list[Line], words: PlaceWords) -> Iterator[tuple[int, str, bool]]:
    """Each adjective of a country: its sentence, the country, and whether arms or dead follow it."""
    for line in lines:
        for at, word in enumerate(line.words):
            if word.capital:
                before = line.words[at - 1].lower + " " if at else ""
                country = words.country_of(before + word.lower) or words.country_of(word.lower)
                if country:
                    yield line.sentence.index, country, _says_whose(line, at)
