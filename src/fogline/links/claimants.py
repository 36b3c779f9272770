"""Who speaks on a question, each under one name: a side, a person by the full name, an organisation however written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from fogline.data.gazetteer import fold
from fogline.links.frames import Frame
from fogline.links.landed import ROLES, SMALL, of_the_land
from fogline.links.lexicon import lexicon
from fogline.links.listed import listed_side
from fogline.links.reasons import claimant
from fogline.links.wording import skeleton
from fogline.records.claims import Speaker

__all__ = ["parties_of"]

REPORT = frozenset({"we", "us", "i", "our"})  # in a report's own voice, or in a quote that names nobody
NO_STATE = frozenset({"people", "media", "unnamed"})  # speakers that a state's name describes, not binds
UNNAMED = "A source that is not named"
# What opens a sentence where a name is looked for, and what only tells how many or who leads.
NOBODY = frozenset(
    """
    there they it he she this that these those who both all some many several few others most we everyone nobody
    scores dozens hundreds thousands millions tens heads leaders reactions members people children authors
    """.split()
)
# "Russian-backed", "Northland-installed", "pro-Northland": whose people they are, whatever land they speak of.
BACKED = re.compile(
    r"\b(?:pro-([\w’']+)|([\w’']+)-(?:backed|installed|appointed|imposed|controlled|aligned|supported))\b",
    re.IGNORECASE,
)
# "Italy's Draghi", "the dead'-UK's Johnson": whose somebody is.
OWNED = re.compile(r"(?:^|[\s\-‘'\"])([A-Z][\w.]+)['’]s (?:[a-z]+ ){0,3}[A-Z][\w’'-]+$")
OWN_HEAD = frozenset({"pm"})  # as papers call nobody but the head of their own government
FULL_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][\w’'-]+")
INITIALS = re.compile(r"[A-Z]{2,6}")
INVADING = frozenset("enemy enemies occupier occupiers occupants occupation invader invaders invading".split())
# Who speaks for himself, whatever nation his name is told with: "a US analyst".
PRIVATE = frozenset(
    """
    analyst analysts expert experts journalist journalists scientist scientists historian professor blogger bloggers
    reporter reporters writer activist activists volunteer volunteers scholar commentator actor singer
    """.split()
)
# What is seen or worked out is not the word of the state that it tells of: "footage that refutes the ministry".
SEEN = frozenset("footage video videos image images imagery photo photos pictures survey poll analysis experts".split())
NO_SIDE = frozenset({"government", "rebels", "opposition", "army"})  # sides by which nobody can tell whose
LEAST_BONES = 3  # consonants of a surname that tell one person from another


def parties_of(told: Sequence[Frame]) -> dict[str, str]:
    """The party of each claim, as shown to people: its side, else who makes it."""
    plain = {frame.claim.id: _plain(frame) for frame in told}
    known = [*dict.fromkeys(plain.values())]
    issued = {frame.claim.id: _issuer(frame, known) or plain[frame.claim.id] for frame in told}
    issued |= _invaders(told, issued)
    one_name = _one_name([*dict.fromkeys(issued.values())], _persons(told, issued)) | _sided(told, issued)
    return {claim_id: one_name.get(name, name) for claim_id, name in issued.items()}


def _invaders(told: Sequence[Frame], named: Mapping[str, str]) -> dict[str, str]:
    """The state of those whom their report calls only invaders: the one that speaks here beside that of the land."""
    states = {name for name in named.values() if fold(name) in lexicon().state_names}
    found: dict[str, str] = {}
    for frame in told:
        speaker = frame.claim.speaker
        unknown = named[frame.claim.id] == UNNAMED and speaker is not None
        if unknown and speaker and not INVADING.isdisjoint(fold(speaker.name).split()):
            others = sorted(states - {(frame.setting.theatre or "").title()})
            found |= {frame.claim.id: others[0]} if len(others) == 1 else {}
    return found


def _plain(frame: Frame) -> str:
    speaker = frame.claim.speaker
    if speaker is None or fold(speaker.name) in REPORT or _is_topic(speaker, frame):
        return frame.setting.shown
    backed = _backed(speaker)
    if backed or (speaker.side and fold(speaker.side) not in NO_SIDE):
        return backed or speaker.side or UNNAMED
    if speaker.side and fold(speaker.side) == "government":
        named = frame.party & lexicon().state_names
        state = min(named) if len(named) == 1 else frame.setting.theatre or frame.setting.home
        return state.title() if state else speaker.side
    known = _owned(speaker) or _listed(speaker) or _at_home(speaker, frame)
    if known:
        return known
    name = claimant(frame).partition(",")[0].strip(" -–") or claimant(frame)
    states = frame.party & lexicon().state_names
    spoken = _words(name, speaker)
    bound = len(states) == 1 and speaker.kind not in NO_STATE and _binding(speaker) & spoken and not PRIVATE & spoken
    if bound:
        return min(states).title()
    told = fold(name).split()
    return of_the_land(told, frame) or _enemy(told, frame) or (UNNAMED if _is_nobody(told, name) else name)


def _is_topic(speaker: Speaker, frame: Frame) -> bool:
    """Whether a town that a claim is about was read as who speaks: "Aldern: rockets hit the mill" names none."""
    places = [*frame.here, *frame.around, *(mention.place for mention in frame.claim.places if mention.place)]
    states = lexicon().states
    town = speaker.kind == "person" and " " not in speaker.name and fold(speaker.name) not in states
    return town and any(fold(place.name).split()[0] == fold(speaker.name) for place in places)


def _enemy(told: Sequence[str], frame: Frame) -> str | None:
    """The state of "the occupiers": the one that a report speaks of beside the state whose land it is."""
    if INVADING.isdisjoint(told):
        return None
    land = {frame.setting.theatre}
    told_with = frame.context.states - land if frame.setting.theatre else frozenset[str]()
    others = frame.party & lexicon().state_names or frame.setting.states - land or told_with
    return min(others).title() if len(others) == 1 else UNNAMED


def _backed(speaker: Speaker) -> str | None:
    """The state behind those who are called by it: "Northland-backed authorities", "pro-Northland separatists"."""
    found = BACKED.search(f"{speaker.name} {speaker.span.text if speaker.span else ''}")
    state = lexicon().states.get(fold(found[1] or found[2])) if found else None
    return state.title() if state else None


def _owned(speaker: Speaker) -> str | None:
    """The state of somebody who is told as its own: "Italy's Draghi"."""
    found = OWNED.search(speaker.span.text if speaker.span else "") or OWNED.search(speaker.name)
    state = lexicon().states.get(fold(found[1])) if found and speaker.kind == "person" else None
    return state.title() if state else None


def _listed(speaker: Speaker) -> str | None:
    """The side of a speaker that the world list knows by a part of his name, unless he speaks for himself."""
    told = frozenset(fold(f"{speaker.name} {speaker.span.text if speaker.span else ''}").split())
    private = PRIVATE & told or "former" in told or speaker.kind in ("media", "document", "unnamed")
    if private:
        return None
    written = re.split(r",| to ", speaker.span.text)[0] if speaker.span else ""  # an envoy to a body is not its own
    return listed_side(speaker.name) or listed_side(written)


def _at_home(speaker: Speaker, frame: Frame) -> str | None:
    """The state of "PM" in a paper of that state."""
    home = frame.setting.home
    return home.title() if home and fold(speaker.name) in OWN_HEAD else None


def _is_nobody(told: Sequence[str], name: str) -> bool:
    """Whether a name is a pronoun, a number of people or a role that anybody may have."""
    words = [word for word in told if word not in SMALL]
    if not words or words[0] in NOBODY:
        return True
    return not INITIALS.fullmatch(name) and all(word in ROLES for word in words)


def _words(name: str, speaker: Speaker) -> set[str]:
    """The words that name a speaker, office and all; what is told of a person behind the name binds nobody.

    Nor does the name that somebody bears: Pavel Kosovan speaks for no state.
    """
    written = speaker.span.text.partition(",")[0] if speaker.span else ""
    words = re.sub(r"['’]s\b", "", f"{name} {written}").split()
    borne = {fold(name.rsplit(maxsplit=1)[-1])} if speaker.kind == "person" and FULL_NAME.fullmatch(name) else set()
    return set(map(fold, words)) - borne


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
    seen = not SEEN.isdisjoint(fold(speaker.name).split())
    issuers = (name for name in known if fold(name) in frame.party and fold(name) != fold(speaker.name))
    return next((name for name in issuers if not (seen and fold(name) in lexicon().state_names)), None)


def _persons(told: Sequence[Frame], named: Mapping[str, str]) -> frozenset[str]:
    """The names that people go by."""
    speakers = ((named[frame.claim.id], frame.claim.speaker) for frame in told)
    return frozenset(name for name, speaker in speakers if speaker and speaker.kind == "person" and not speaker.side)


def _sided(told: Sequence[Frame], named: Mapping[str, str]) -> dict[str, str]:
    """The side of a person whose name another claim spells otherwise: Zelenskyi is whom it calls Zelenskyy."""
    sides: defaultdict[str, set[str]] = defaultdict(set)
    for frame in told:
        speaker = frame.claim.speaker
        if speaker and speaker.side and speaker.kind == "person":
            sides[_bones(speaker.name)].add(named[frame.claim.id])
    persons = _persons(told, named)
    return {name: min(side) for name in persons if len(side := sides.get(_bones(name), set())) == 1}


def _bones(name: str) -> str:
    """The consonants of a surname, by which spellings of it from another script are one; all of a short one."""
    last = fold(name).split()[-1]
    bones = skeleton(last)
    return bones if len(bones) >= LEAST_BONES else last


def _one_name(names: Sequence[str], persons: frozenset[str]) -> dict[str, str]:
    """For each name another that means the same: a surname its full name, an organisation how it was first written."""
    by_words: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    by_surname: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        by_words[frozenset(fold(name).split()) - SMALL].append(name)
        if name in persons and len(name.split()) > 1:
            by_surname[fold(name).split()[-1]].append(name)
    found = {name: alike[0] for alike in by_words.values() for name in alike if name != alike[0]}
    found |= _spelled_out(names)
    found |= _as_spelled(sorted(persons))
    for name in persons:
        full = by_surname[fold(name).split()[-1]]
        shortest = min(full, key=len, default=name)
        if shortest != name and all(other.endswith(shortest) for other in full) and _shortens(name, shortest):
            found[name] = shortest
    return found


def _spelled_out(names: Sequence[str]) -> dict[str, str]:
    """For each short form the one name of several words with its initials: "MFA" of "Ministry of Foreign Affairs"."""
    by_initials: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        words = [word for word in name.split() if fold(word) not in SMALL]
        if len(words) > 1:
            by_initials["".join(word[0] for word in words).upper()].append(name)
    return {name: full[0] for name in names if INITIALS.fullmatch(name) and len(full := by_initials[name]) == 1}


def _as_spelled(persons: Sequence[str]) -> dict[str, str]:
    """For each person spelled otherwise than another the longest spelling, where the given names are not two."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in persons:
        alike[_bones(name)].append(name)
    found: dict[str, str] = {}
    for names in alike.values():
        given = {skeleton(fold(name).split()[0]) for name in names if len(name.split()) > 1}
        if len(names) > 1 and len(given) <= 1 and len({fold(name).split()[-1] for name in names}) > 1:
            full = max(names, key=lambda name: (len(name.split()) > 1, name))
            found |= {name: full for name in names if name != full}
    return found


def _shortens(name: str, full: str) -> bool:
    """Whether a name is a surname alone, or the full name behind an office."""
    return " " not in name or name.endswith(f" {full}")
