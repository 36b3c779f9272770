"""Who speaks on a question, each under one name: a side, a person by the full name, an organisation however written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from fogline.data.gazetteer import fold
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.reasons import claimant
from fogline.records.claims import Speaker

__all__ = ["parties_of"]

REPORT = frozenset({"we", "us", "i", "our"})  # in a report's own voice, or in a quote that names nobody
NO_STATE = frozenset({"people", "media", "unnamed"})  # speakers that a state's name describes, not binds
SMALL = frozenset({"of", "the", "for", "and", "a"})


def parties_of(told: Sequence[Frame]) -> dict[str, str]:
    """The party of each claim, as shown to people: its side, else who makes it."""
    plain = {frame.claim.id: _plain(frame) for frame in told}
    known = [*dict.fromkeys(plain.values())]
    issued = {frame.claim.id: _issuer(frame, known) or plain[frame.claim.id] for frame in told}
    one_name = _one_name([*dict.fromkeys(issued.values())], _persons(told, issued))
    return {claim_id: one_name.get(name, name) for claim_id, name in issued.items()}


def _plain(frame: Frame) -> str:
    speaker = frame.claim.speaker
    if speaker is None or fold(speaker.name) in REPORT:
        return frame.setting.shown
    if speaker.side:
        return speaker.side
    name = claimant(frame).partition(",")[0].strip(" -–") or claimant(frame)
    states = frame.party & lexicon().state_names
    bound = len(states) == 1 and speaker.kind not in NO_STATE and _binding(speaker) & _words(name, speaker)
    return min(states).title() if bound else name


def _words(name: str, speaker: Speaker) -> set[str]:
    """The words that name a speaker, office and all; what is told of a person behind the name binds nobody."""
    written = speaker.span.text.partition(",")[0] if speaker.span else ""
    return set(fold(re.sub(r"['’]s\b", "", f"{name} {written}")).split())


def _binding(speaker: Speaker) -> frozenset[str]:
    """Words by which a speaker is one of a state: "Russian"; "ministry" too, but not for a person with a post."""
    known = lexicon()
    of_state = known.adjectives | known.state_names
    return of_state if speaker.kind == "person" else of_state | known.institutions


def _issuer(frame: Frame, known: Sequence[str]) -> str | None:
    """Who issued a communique or a note, where that party speaks on the question too."""
    speaker = frame.claim.speaker
    if speaker is None or speaker.kind != "document":
        return None
    return next((name for name in known if fold(name) in frame.party and fold(name) != fold(speaker.name)), None)


def _persons(told: Sequence[Frame], named: Mapping[str, str]) -> frozenset[str]:
    """The names that people go by."""
    speakers = ((named[frame.claim.id], frame.claim.speaker) for frame in told)
    return frozenset(name for name, speaker in speakers if speaker and speaker.kind == "person" and not speaker.side)


def _one_name(names: Sequence[str], persons: frozenset[str]) -> dict[str, str]:
    """For each name another that means the same: a surname its full name, an organisation how it was first written."""
    by_words: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    by_surname: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        by_words[frozenset(fold(name).split()) - SMALL].append(name)
        if name in persons and len(name.split()) > 1:
            by_surname[fold(name).split()[-1]].append(name)
    found = {name: alike[0] for alike in by_words.values() for name in alike if name != alike[0]}
    for name in persons:
        full = by_surname[fold(name).split()[-1]]
        shortest = min(full, key=len, default=name)
        if shortest != name and all(other.endswith(shortest) for other in full) and _shortens(name, shortest):
            found[name] = shortest
    return found


def _shortens(name: str, full: str) -> bool:
    """Whether a name is a surname alone, or the full name behind an office."""
    return " " not in name or name.endswith(f" {full}")
