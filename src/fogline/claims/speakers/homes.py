"""Sides that only the whole report tells: "the northern command", "state television", "officials in Batken"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile

from fogline.packs.wordlists import state_names, states
from fogline.records.mentions import Actor, ActorMention, PlaceMention
from fogline.records.naming import Named
from fogline.records.sentences import Sentence, Token

__all__ = ["GOVERNMENT", "Homes", "is_state_media"]

GOVERNMENT = "Government"  # the side of an army in a report that names no state's
NO_STATE = (None, GOVERNMENT)
HITTING = frozenset("kill destroy eliminate neutralize neutralise lose repel capture wound liquidate".split())
FOES = frozenset({"enemy", "occupiers", "occupants", "invaders", "aggressor", "aggressors"})
PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "his", "its", "their", "them"})
# What each state has one of, by the last word.
ORGANS = frozenset(
    {"army", "military", "navy", "police", "gendarmerie", "gendarmes", "ministry", "government", "parliament",
     "presidency", "cabinet", "junta", "regime", "authorities", "command", "staff", "headquarters", "wing",
     "ministries"}
)  # fmt: skip
SERVICES = frozenset({"service", "services", "guard", "guards", "force", "forces", "agency", "troops"})
OF_STATE = frozenset(
    {"border", "coast", "air", "armed", "security", "intelligence", "general", "northern", "southern", "eastern",
     "western", "central", "operational", "joint", "defence", "defense", "interior", "foreign", "health", "state",
     "national", "prison", "customs", "emergency", "military's", "army's", "ground", "naval", "supreme"}
)  # fmt: skip
STATE_MEDIA = frozenset({"state", "state-run", "state-owned", "state-controlled", "government-run", "official"})
BODY = 6  # words from the name of a state to the end of its body's name, at most
MEDIA = frozenset("television tv radio media agency broadcaster newspaper daily outlet channel outlets".split())
SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokesmen", "officials", "official", "chief"})
SEATED = frozenset(
    {"officials", "authorities", "police", "gendarmes", "governor", "mayor", "prefect", "administration", "governorate",
     "gendarmerie", "administrator", "prosecutors", "prosecutor", "soldiers", "troops", "guards", "official"}
)  # fmt: skip
GOVERNING = frozenset({"governor", "mayor", "prefect"})  # what they hold is an office of the state the place lies in
APPOINTED = frozenset({"appointed", "backed", "imposed", "named", "controlled", "run", "facto"})
SEVERAL = 2  # places in one state that make it the ground of a report
OFFICE = 6  # words before an office that say who gave it
BETWEEN = frozenset(
    {"region", "regional", "province", "provincial", "state", "oblast", "district", "city", "town", "county",
     "department", "'s", "’s", "'", "’", "deputy", "acting", "military", "civil", "administration", "police"}
)  # fmt: skip
# Where others than the state of the map may rule, a town tells no side.
RULED = frozenset(
    {"occupied", "installed", "rebel-held", "separatist", "separatists", "breakaway", "self-proclaimed", "annexed",
     "unrecognised", "unrecognized", "rebels", "rival", "occupation", "rebel", "puppet", "proxy"}
)  # fmt: skip
ALIEN = frozenset(
    {"foreign", "allied", "coalition", "international", "rival", "rebel", "opposition", "un", "enemy", "multinational",
     "shadow", "former", "retired", "private", "local", "hostile", "neighbouring", "neighboring"}
)  # fmt: skip


class Homes:
    """What one report tells of whose its armies and ministries are; silent where two states could be meant."""

    def __init__(self, sentences: Sequence[Sentence], named: Named) -> None:
        self._sentences = sentences
        self._places = named.places
        self._acting = {m.actor.side for m in named.actors if m.actor.side in state_names() and self._acts(m)}
        armed = [m for m in named.actors if m.actor.kind in ("armed_force", "people") and m.actor.side in state_names()]
        hit = {m.actor.side for m in armed if self._suffers(m)}
        self._hit = hit - {m.actor.side for m in armed if not self._suffers(m)}
        self._armed = {m.actor.side for m in named.actors if m.actor.kind == "armed_force"} & state_names()
        self._states = _states(sentences, named)
        self._ground = _ground(sentences, named)
        self._only_ground = self._of_ground()
        self._hostile = any(token.lower in FOES for sentence in sentences for token in sentence.tokens)
        self._ruled = any(token.lower in RULED for sentence in sentences for token in sentence.tokens)
        self._by_name: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for mention in named.actors:
            if mention.actor.side not in NO_STATE and mention.actor.kind in ("government", "armed_force"):
                words = self._words(mention)
                self._by_name[_key(words)].add(mention.actor.side or "")
        for words, state in _owned(sentences):
            self._by_name[_key(words)].add(state)

    def named(self, named: Named) -> Named:
        """The same with the sides that the report as a whole tells."""
        housed = [self._housed(mention) for mention in named.actors]
        found: dict[Actor, set[str]] = defaultdict(set)
        for old, new in zip(named.actors, housed, strict=True):
            if new.actor.side != old.actor.side:
                found[old.actor].add(new.actor.side or "")
        meant = {actor: next(iter(sides)) for actor, sides in found.items() if len(sides) == 1}
        return replace(named, actors=tuple(_meant(mention, meant) for mention in housed))

    def side(self, words: Sequence[Token]) -> str | None:
        """The side of whoever these words name without saying whose; None where that is not plain."""
        if not words:
            return None
        return self._of_town(words) or self._of_same_name(words) or self._of_only_state(words)

    def _housed(self, mention: ActorMention) -> ActorMention:
        actor = mention.actor
        if actor.side not in NO_STATE or actor.kind not in ("government", "armed_force", "people", "media", "person"):
            return mention
        side = self.side(self._words(mention))
        return replace(mention, actor=Actor(actor.name, actor.kind, side)) if side else mention

    def _acts(self, mention: ActorMention) -> bool:
        """Whether somebody of the state does or owns something: "Sudan's army", "Khartoum said", no "road to Sudan"."""
        words = self._words(mention)
        return len(words) > 1 or any(word.dep in ("nsubj", "nsubjpass", "poss", "amod") for word in words)

    def _suffers(self, mention: ActorMention) -> bool:
        """Whether somebody is killed or driven off: "Freedonian soldiers were killed", "killed Freedonian troops"."""
        sentence = self._sentences[mention.sentence]
        hit = [word for word in self._words(mention) if word.dep in ("nsubjpass", "dobj")]
        return any(sentence.head(word).lemma in HITTING for word in hit)

    def _words(self, mention: ActorMention) -> list[Token]:
        return self._sentences[mention.sentence].tokens_in(mention.span.start, mention.span.end)

    def _of_town(self, words: Sequence[Token]) -> str | None:
        """ "Officials in Batken" of a report that names Kyrgyzstan: all towns named must lie in one state."""
        at = next((i for i, t in enumerate(words) if t.lower in SEATED), None)
        if at is None or any(t.lower in ALIEN for t in words):
            return None
        sentence = self._of(words[at])
        governs = _governs(sentence, words[at])
        if self._ruled and not governs:
            return None
        found = {_state_of(town) for town in self._towns_of(sentence, words[at])}
        side = next(iter(found)) if len(found) == 1 else None
        return side if side and (governs or not self._states or side in self._states) else None

    def _towns_of(self, sentence: Sentence, office: Token) -> list[PlaceMention]:
        """The places of an office: "officials in Juba and Wau", "Kharkiv regional governor"."""
        behind = sentence.tokens[office.i + 1 : office.i + 2]
        if behind and behind[0].lower in ("in", "of", "at"):
            return [p for p in self._places if behind[0].end <= p.span.start and _seats(sentence, behind[0], p)]
        within = [p for p in self._places if sentence.start <= p.span.start < p.span.end < office.start]
        return [p for p in within if all(t.lower in BETWEEN for t in sentence.tokens_in(p.span.end, office.start))]

    def _of_same_name(self, words: Sequence[Token]) -> str | None:
        """ "Border service" of a report that tells of the Kyrgyz border service and of no other."""
        key = _key(words)
        if not key or words[-1].lower not in ORGANS | SERVICES:
            return None
        if len(key) > 1:
            found = self._by_name.get(key, set())
        else:  # "the service" of a report with one service
            alike = [sides for name, sides in self._by_name.items() if len(name) > 1 and name[-1] == key[0]]
            found = set().union(*alike) if words[0].lower == "the" else set()
        return next(iter(found)) if len(found) == 1 else None

    def _of_only_state(self, words: Sequence[Token]) -> str | None:
        """The state, where it is the only one named, somebody of it acts and the report's places lie in it.

        "The road to Djibouti" names no army, and a Chinese official in a report on Hsipaw makes no army Chinese.
        """
        if not _is_organ(words) or (self._hostile and self._states <= self._hit):
            return None  # whose dead somebody counts as the enemy's is not his own state
        if len(self._states) != 1:
            return self._only_ground
        if not self._states <= self._acting or (self._ground and self._ground != self._states):
            return None
        return next(iter(self._states))

    def _of_ground(self) -> str | None:
        """The state that all places lie in and that is named, where no other state named has fighters in the report."""
        told = {(p.place.name, _state_of(p)) for p in self._places if p.place and p.place.precision != "country"}
        ground = {state for _, state in told if state}
        if len(told) < SEVERAL or len(ground) != 1 or not ground <= self._states or self._armed - ground:
            return None
        return next(iter(ground))

    def _of(self, token: Token) -> Sentence:
        return next(s for s in self._sentences if s.start <= token.start < s.end)


def _owned(sentences: Sequence[Sentence]) -> Iterator[tuple[list[Token], str]]:
    """The bodies that the words before them give to a state: "the Kyrgyz border service", "Chad's coast guard"."""
    known = _words_of_states()
    for sentence in sentences:
        for at, token in enumerate(sentence.tokens):
            state = known.get(token.text)
            behind = list(takewhile(_is_of_body, sentence.tokens[at + 1 : at + BODY])) if state else []
            words = [word for word in behind if word.tag != "POS"]
            if state and words and words[-1].lower in ORGANS | SERVICES:
                yield words, state


def _is_of_body(token: Token) -> bool:
    return token.tag == "POS" or token.lower in OF_STATE | ORGANS | SERVICES


def _states(sentences: Sequence[Sentence], named: Named) -> set[str]:
    """The states that a report names in any way: as actors, as places, by an adjective; capitals of datelines apart."""
    known = _words_of_states()
    found: set[str | None] = set()
    for sentence in sentences:
        if sentence.role != "dateline":
            names = [token for token in sentence.tokens if token.text[0].isupper()]
            found |= {known.get(token.text) for token in names}
            found |= {known.get(f"{one.text} {two.text}") for one, two in pairwise(names) if two.i == one.i + 1}
    found |= {mention.actor.side for mention in named.actors if mention.actor.side in state_names()}
    found |= {_state_of(p) for p in named.places if p.place and p.place.precision == "country"}
    return {state for state in found if state}


def _ground(sentences: Sequence[Sentence], named: Named) -> set[str]:
    """The states in which the towns and regions of a report lie, those of its dateline apart."""
    told = [p for p in named.places if sentences[p.sentence].role != "dateline"]
    return {state for state in map(_state_of, told) if state}


@cache
def _words_of_states() -> dict[str, str]:
    return {
        word: state.name
        for state in states()
        for word in (state.name, *state.adjectives, *state.people, *state.capitals, *state.aliases)
    }


def is_state_media(words: Sequence[Token]) -> bool:
    """Whether the words name an outlet of a state: "Belarusian state media"."""
    lower = {t.lower for t in words}
    return bool(lower & MEDIA) and bool(lower & STATE_MEDIA)


def _meant(mention: ActorMention, meant: Mapping[Actor, str]) -> ActorMention:
    """A pronoun with the side of whom it stands for."""
    actor = mention.actor
    if actor not in meant or mention.span.text.lower() not in PRONOUNS:
        return mention
    return replace(mention, actor=Actor(actor.name, actor.kind, meant[actor]))


def _governs(sentence: Sentence, office: Token) -> bool:
    """Whether somebody holds an office of the state that a place lies in, and nobody else gave it to him."""
    before = sentence.tokens[max(office.i - OFFICE, 0) : office.i]
    return office.lower in GOVERNING and not any(t.lower in RULED | APPOINTED for t in before)


def _seats(sentence: Sentence, preposition: Token, place: PlaceMention) -> bool:
    """Whether the place stands right behind the preposition, alone or in a row: "in Juba and Wau"."""
    if not sentence.start <= place.span.start < sentence.end:
        return False
    between = sentence.tokens_in(preposition.end, place.span.start) if place.span.start > preposition.end + 1 else []
    return all(t.tag in ("NNP", "CC", ",", "DT", "JJ", "NN") for t in between)


def _state_of(mention: PlaceMention) -> str | None:
    place = mention.place
    return _by_code().get(place.country) if place is not None and place.country else None


@cache
def _by_code() -> dict[str, str]:
    return {state.iso: state.name for state in states()}


def _key(words: Sequence[Token]) -> tuple[str, ...]:
    """The last two plain words: "border service"."""
    plain = [t.lower for t in words if t.text.isalpha() and t.lower not in ("the", "a", "an", "'s")]
    return tuple(plain[-2:])


def _is_organ(words: Sequence[Token]) -> bool:
    """Whether every state has one such, and the words say of no other whose it is."""
    plain = [t for t in words if t.lower not in ("the", "'s", "’s", "'", "’") and t.text != "-"]
    lower = [t.lower for t in plain]
    if not plain or words[0].lower in ("a", "an") or set(lower) & ALIEN or any(t.tag == "PRP$" for t in words):
        return False
    if lower[-1] in MEDIA:
        return is_state_media(words)
    named = next(
        (i for i, t in enumerate(plain) if t.tag in ("NNP", "NNPS") and t.lower not in ORGANS | OF_STATE), None
    )
    if named is not None:  # "Army spokesman Cyrille Ateba"
        plain, lower = plain[:named], lower[:named]
        if not lower or lower[-1] not in SPOKESMEN:
            return False
    return _has_organ(lower)


def _has_organ(lower: Sequence[str]) -> bool:
    if lower[-1] in SPOKESMEN:
        return len(lower) > 1 and lower[-2] in (ORGANS | {"security", "health", "defence", "defense"})
    if lower[0] == "capital" and len(lower) == 2:
        return lower[1] in ("mayor", "governor", "police")
    if lower[-1] in ORGANS:
        return all(word in OF_STATE | ORGANS | {"media", "information", "of"} for word in lower[:-1])
    return lower[-1] in SERVICES and len(lower) > 1 and all(word in OF_STATE for word in lower[:-1])
