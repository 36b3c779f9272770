"""The reporting words and the ways they take what is said."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from fogline.records.claims import STANCES, Stance

__all__ = ["Cues", "load_cues"]

Frames = dict[str, dict[str, Stance]]


@dataclass(frozen=True, slots=True)
class Cues:
    """Reporting words by frame; see `data/cues.toml` for what the frames are. `verbs` are all that can report."""

    frames: Frames
    verbs: frozenset[str]
    soft: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    particles: dict[str, frozenset[str]]
    denial_particles: dict[str, frozenset[str]]
    decline_verbs: frozenset[str]
    declined: frozenset[str]
    verifying: frozenset[str]
    adverbs: frozenset[str]
    nouns: dict[str, Stance]
    light_verbs: frozenset[str]
    vague: frozenset[str]
    sources: frozenset[str]
    comment: frozenset[str]
    standing: frozenset[str]
    withheld: frozenset[str]
    asides: frozenset[str]
    claimed: frozenset[str]
    expressive: frozenset[str]
    attitudes: frozenset[str]
    mind: frozenset[str]
    efforts: frozenset[str]
    hearers: frozenset[str]
    titles: frozenset[str]
    barred: frozenset[str]
    measured: frozenset[str]
    deeds: frozenset[str]
    designed: frozenset[str]
    incidents: frozenset[str]
    tellers: dict[str, Stance]
    written: frozenset[str]
    papers: frozenset[str]
    viewpoints: frozenset[str]
    stories: frozenset[str]

    def stance(self, frame: str, lemma: str) -> Stance | None:
        """The stance of a verb in a frame, or None where the verb does not take it."""
        return self.frames.get(frame, {}).get(lemma)


@cache
def load_cues() -> Cues:
    """The packaged reporting words."""
    table = tomllib.loads(files("fogline.data").joinpath("cues.toml").read_text(encoding="utf-8"))
    frames = _frames(table["verbs"])
    return Cues(
        frames=frames,
        verbs=_verbs(frames, table),
        soft=_words(table["soft"]["c"]),
        prepositions=_word_sets(table["prepositions"]),
        particles=_word_sets(table["particles"]),
        denial_particles=_word_sets(table["denial_phrases"]),
        decline_verbs=_words(table["negated"]["declines"]),
        declined=_words(table["negated"]["declined"]),
        verifying=_words(table["negated"]["unconfirmed"]),
        adverbs=_words(table["adverbs"]["asserts"]),
        nouns={
            word: stance
            for stance, words in table["nouns"].items()
            if stance not in ("light_verbs", "vague")
            for word in words.split()
        },
        light_verbs=_words(table["nouns"]["light_verbs"]),
        vague=_words(table["nouns"]["vague"]),
        sources=_words(table["subjects"]["sources"]),
        comment=_words(table["subjects"]["comment"]),
        standing=_words(table["standing"]["verbs"]),
        withheld=_words(table["withheld"]["nouns"]),
        asides=_words(table["asides"]["nouns"]),
        claimed=_words(table["asides"]["claimed"]),
        expressive=_words(table["expressive"]["verbs"]),
        attitudes=_words(table["expressive"]["adjectives"]),
        mind=_words(table["mind"]["verbs"]),
        efforts=_words(table["efforts"]["verbs"]),
        hearers=_words(table["hearers"]["verbs"]),
        deeds=_words(table["deeds"]["verbs"]),
        designed=_words(table["deeds"]["designed"]),
        measured=_words(table["measured"]["verbs"]),
        titles=_words(table["deeds"]["titles"]),
        barred=_words(table["deeds"]["barred"]),
        incidents=_words(table["incidents"]["nouns"]),
        tellers={
            verb: _stance(stance)
            for stance, verbs in table["tellers"].items()
            if stance in STANCES
            for verb in verbs.split()
        },
        written=_words(table["tellers"]["written"]),
        papers=_words(table["tellers"]["papers"]),
        viewpoints=_words(table["viewpoints"]["nouns"]),
        stories=_words(table["viewpoints"]["stories"]),
    )


def _verbs(frames: Frames, table: dict[str, Any]) -> frozenset[str]:
    """Every verb that can report something."""
    known = {lemma for verbs in frames.values() for lemma in verbs} | _words(table["soft"]["c"])
    negated = _words(table["negated"]["declines"]) | _words(table["negated"]["unconfirmed"])
    return frozenset(known | set(table["prepositions"]) | set(table["particles"]) | negated)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _word_sets(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {word: _words(text) for word, text in table.items()}


def _frames(table: dict[str, dict[str, str]]) -> Frames:
    frames: Frames = {}
    for stance, by_frame in table.items():
        for letters, words in by_frame.items():
            for frame in letters:
                frames.setdefault(frame, {}).update(dict.fromkeys(words.split(), _stance(stance)))
    return frames


def _stance(name: str) -> Stance:
    return STANCES[STANCES.index(name)]  # an unknown name raises ValueError here
