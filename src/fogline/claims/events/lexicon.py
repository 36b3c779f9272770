"""The words that name events, read once from `fogline/data/events.toml`."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from fogline.records.claims import KINDS, Kind, Status

__all__ = ["Entry", "EventType", "Frames", "Lexicon", "Phrase", "WordClass", "lexicon"]

# Points of each different word: one that hardly anything but war brings ("shelling") 2; one with other uses 1
# ("soldiers" also fill sandbags, a price "war" ends in a "truce"); one that war shares with much else 0.5 ("attack");
# a word of floods, matches, elections or courts takes 0.5 away. Set on half of the corpus: of its reports with two or
# more battle claims 83 in 100 pass, of those with none 14 in 100, all of which do speak of a war.
POINTS: dict[str, float] = {"only_war": 2.0, "war": 1.0, "warlike": 0.5, "peaceful": -0.5}
WordClass = Literal["verb", "noun", "adjective", "hint"]
FIELDS: dict[str, WordClass] = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective", "hints": "hint"}


@dataclass(frozen=True, slots=True)
class EventType:
    """One sub-type of a kind with its codes in PLOVER and ACLED; an empty code means the ontology has none."""

    kind: Kind
    name: str
    plover: str
    acled: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a lemma: the kind it speaks for, as which class of word, and the noun class it needs beside it."""

    kind: Kind
    word: WordClass
    needs: str | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Lemmas that name a kind together, in order, with up to two other words between each."""

    kind: Kind
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """How verbs hand out their roles: see `[frames]` in the data file."""

    patient_subject: frozenset[str]
    light: frozenset[str]
    light_patient: frozenset[str]
    happening: frozenset[str]
    engaged: frozenset[str]
    transparent: frozenset[str]
    transitive: frozenset[str]
    raising: frozenset[str]
    object_control: frozenset[str]
    target_prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the data file says: readings by lemma, phrases by first lemma, noun classes by lemma, frames."""

    types: tuple[EventType, ...]
    entries: dict[str, tuple[Entry, ...]]
    phrases: dict[str, tuple[Phrase, ...]]
    classes: dict[str, frozenset[str]]
    frames: Frames
    comment: frozenset[str]
    reporting: frozenset[str]
    topics: dict[str, float]
    kind_share: dict[Kind, float]
    status_given: dict[Status, dict[Status, float]]

    def names(self, lemma: str, word: WordClass) -> bool:
        """Whether the lemma names an event of any kind as this class of word."""
        return any(entry.word == word for entry in self.entries.get(lemma, ()))


@cache
def lexicon() -> Lexicon:
    """The packaged lexicon; the same object every time."""
    data = tomllib.loads(resources.files("fogline.data").joinpath("events.toml").read_text(encoding="utf-8"))
    return _build(data)


def _build(data: dict[str, Any]) -> Lexicon:
    entries: dict[str, list[Entry]] = defaultdict(list)
    phrases: dict[str, list[Phrase]] = defaultdict(list)
    types: list[EventType] = []
    for row in data["type"]:
        kind = _kind(row["kind"])
        types.append(EventType(kind, row["name"], row["plover"], row["acled"]))
        for field, words in row.items():
            stem, _, needs = field.partition("_")
            for lemma in words if stem in FIELDS else ():
                entries[lemma].append(Entry(kind, FIELDS[stem], needs or None))
        for words in row.get("phrases", ()):
            lemmas = tuple(words.split())
            phrases[lemmas[0]].append(Phrase(kind, lemmas))
    classes: dict[str, set[str]] = defaultdict(set)
    for name, words in data["classes"].items():
        for lemma in words:
            classes[lemma].add(name)
    return Lexicon(
        types=tuple(types),
        entries={lemma: tuple(found) for lemma, found in entries.items()},
        phrases={lemma: tuple(found) for lemma, found in phrases.items()},
        classes={lemma: frozenset(names) for lemma, names in classes.items()},
        frames=Frames(**{name: frozenset(words) for name, words in data["frames"].items()}),
        comment=frozenset(data["own_voice"]["comment"]),
        reporting=frozenset(data["own_voice"]["reporting"]),
        topics=_topics(data),
        kind_share=data["kind_share"],
        status_given=data["status_given"],
    )


def _topics(data: dict[str, Any]) -> dict[str, float]:
    """Points for or against war by lemma; a word of war keeps its points where peace claims it too."""
    topics = dict.fromkeys(data["classes"]["peaceful"], POINTS["peaceful"])
    for name, points in sorted(POINTS.items(), key=lambda item: item[1]):
        topics.update(dict.fromkeys(data["own_voice"][name], points))
    return topics


def _kind(name: str) -> Kind:
    if name not in KINDS:
        raise ValueError(f"events.toml names a kind that does not exist: {name}")
    return name
