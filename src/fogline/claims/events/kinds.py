"""The kind of a stretch of text, from the words in it and where they stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fogline.claims.events.guards import surroundings
from fogline.claims.events.lexicon import POINTS, Entry, Lexicon, Phrase, WordClass, lexicon
from fogline.claims.events.predicates import Predicate
from fogline.claims.events.senses import is_condemned, is_gift, is_in_order, is_other, is_somebody, is_sort, is_view
from fogline.claims.events.stating import stated
from fogline.claims.events.stretch import Stretch, lemma_of
from fogline.claims.events.wartime import BATTLE
from fogline.records.claims import Kind, Stance
from fogline.records.sentences import Token

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["KindReading", "kind_of"]

BASE = {"verb": 2.0, "noun": 1.6, "adjective": 1.4, "hint": 0.4}
PHRASE = 2.2
AT_PREDICATE = 2.0  # a word that is the predicate counts double
UNDER_PREDICATE = 1.3
LIGHT = 0.5  # the verb beside the event noun that says it
ASIDE = 0.4  # a word in a subordinate clause
LABEL = 0.25  # a word before the colon of a headline
SPECIFIC = 1.15  # "destroyed 40 troops": a verb with its noun beats the verb alone
ASIDE_DEPTH = 3
STATED = 3.0  # "soldiers are in the town", "the town is in rebel hands": the whole clause says it
VIEWED = 6.0  # "hailed [his soldiers as heroes]" is a view, whatever the words are
ACCUSING = 0.01  # an accusation is of its own kind only where its words name no deed
DEATHS = frozenset(
    {"kill", "die", "dead", "wound", "injure", "death", "casualty", "toll", "wounded", "missing", "body"}
)
QUOTES = frozenset({'"', "“", "”", "‘", "``", "''"})
BACKGROUND = frozenset(
    {"since", "after", "before", "during", "amid", "despite", "following", "until", "because", "ahead", "over"}
)
LOOKING = frozenset(
    {"investigation", "inquiry", "enquiry", "probe", "look", "investigate", "inquire", "information", "question", "tip",
     "query", "clue", "debate", "discussion", "commission", "hearing"}
)  # fmt: skip
SUBORDINATE = frozenset({"advcl", "relcl"})
SAME_FORM = frozenset({"overrun", "hit", "hurt", "cut", "split", "beset", "shut", "beaten"})  # participles like a noun
FITTING = {
    "verb": frozenset({"VERB", "AUX", "ADJ"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "adjective": frozenset({"ADJ", "ADV", "VERB", "NOUN"}),
    "hint": frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "PRON"}),
}


@dataclass(frozen=True, slots=True)
class KindReading:
    """The kind, its score (0 to 1, how far it leads), and how loudly the words speak for each kind, loudest first.

    `anchored` tells that the predicate itself names the kind, not only a word beside it, `told` that a verb says it.
    """

    kind: Kind
    score: float
    votes: tuple[tuple[Kind, float], ...] = ()
    anchored: bool = False
    told: bool = False


def kind_of(
    stretch: Stretch, predicate: Predicate | None, stance: Stance | None = None, at_war: bool = True
) -> KindReading:
    """The kind for which the words of the stretch speak loudest; `other` with score 0 where none speaks."""
    tally = _Tally(stretch, predicate)
    tally.count()
    votes, anchors = tally.votes, tally.anchors
    _add(votes, anchors, stated(stretch, predicate))
    at_war = at_war or any(lexicon().topics.get(lemma) == POINTS["only_war"] for lemma in tally.lemmas)
    if predicate is not None:
        _judged(votes, anchors, stretch, predicate)
    _lean(votes, tally.anywhere, stance, at_war, not votes and is_somebody(stretch, predicate))
    reading = _decide(votes, anchors) if any(votes.values()) else _unnamed(stretch, predicate)
    reading = replace(reading, told=predicate is not None and predicate.verb is not None)
    if tally.told or anchors or predicate is None or predicate.verb is None or not reading.votes:
        return reading
    return replace(reading, kind="other", score=0.0)  # "have received medals since the start of the invasion"


class _Tally:
    """What the words and phrases of a stretch say: `anchors` are the kinds that the predicate itself names.

    `told` is whether any of them stands in the clause itself, not in a phrase of time or cause or before a colon.
    """

    __slots__ = ("anchors", "anywhere", "label", "lemmas", "predicate", "stretch", "told", "votes")

    def __init__(self, stretch: Stretch, predicate: Predicate | None) -> None:
        self.stretch, self.predicate = stretch, predicate
        self.lemmas = [lemma_of(token) for token in stretch.tokens]
        self.anywhere = {name for token in stretch.tokens for name in stretch.classes(token)}
        self.votes: dict[Kind, float] = defaultdict(float)
        self.anchors: set[Kind] = set()
        self.label = _label_end(stretch, predicate)
        self.told = False

    def count(self) -> None:
        """Count the words that are no part of a phrase, then the phrases."""
        words = lexicon()
        phrases = [*_phrases(self.lemmas, words), *_turned(self.stretch, self.lemmas, words)]
        covered = {at for _, start, end in phrases for at in range(start, end)}
        for at, lemma in enumerate(self.lemmas):
            if lemma in words.entries and at not in covered:
                self._word(self.stretch.tokens[at], words.entries[lemma])
        for phrase, at, end in phrases:
            self._phrase(phrase, at, end)

    def _word(self, token: Token, entries: tuple[Entry, ...]) -> None:
        weight = _weight(token, self.predicate)
        aside = ASIDE if weight == 1.0 and _is_aside(self.stretch, token) else 1.0
        aside = LABEL if token.i < self.label else aside
        for kind, vote in _votes(self.stretch, token, entries, self.anywhere):
            self.told = self.told or aside == 1.0
            self.votes[kind] += vote * weight * aside
            if vote > 1 and (weight == AT_PREDICATE or (weight == UNDER_PREDICATE and _carries(self.stretch, token))):
                self.anchors.add(kind)

    def _phrase(self, phrase: Phrase, at: int, end: int) -> None:
        first = self.stretch.tokens[at]
        if self.predicate is not None and _spans(self.stretch, self.predicate, at, end):
            self.votes[phrase.kind] += PHRASE * AT_PREDICATE
            self.anchors.add(phrase.kind)
            return
        aside = LABEL if first.i < self.label else 1.0
        self.told = self.told or aside == 1.0
        self.votes[phrase.kind] += PHRASE * aside


def _label_end(stretch: Stretch, predicate: Predicate | None) -> int:
    """The index of the colon behind a label: "Occupation of Uru: censors have come to town" is about the censors."""
    if predicate is None or predicate.verb is None:
        return 0
    return max((t.i for t in stretch.tokens if t.text == ":" and t.i < predicate.verb.i), default=0)


def _add(votes: dict[Kind, float], anchors: set[Kind], kinds: Iterable[Kind]) -> None:
    for kind in kinds:
        votes[kind] += STATED
        anchors.add(kind)


def _judged(votes: dict[Kind, float], anchors: set[Kind], stretch: Stretch, predicate: Predicate) -> None:
    """What speaks for a view or a charge, whatever the words are."""
    if is_view(stretch, predicate):
        votes["assessment"] += VIEWED
        anchors.add("assessment")
    if is_in_order(stretch, predicate):
        votes["control"] *= ASIDE
        votes["assessment"] += STATED
        anchors.discard("control")
        anchors.add("assessment")
    if is_gift(stretch, predicate):
        _add(votes, anchors, ("aid",))
    if is_condemned(stretch, predicate):
        _add(votes, anchors, ("accusation", "accusation"))


def _votes(
    stretch: Stretch, token: Token, entries: tuple[Entry, ...], anywhere: set[str]
) -> Iterable[tuple[Kind, float]]:
    """What one word says: for each kind its strongest reading, weakened where the noun it needs is far or missing."""
    around = None
    found: dict[Kind, float] = {}
    for entry in entries:
        if not _is_fit(stretch, token, entry.word) or (entry.word == "verb" and is_other(stretch, token)):
            continue
        if entry.word == "noun" and is_sort(stretch, token):
            continue
        met = 1.0
        if entry.needs is not None:
            around = around or surroundings(stretch, token)
            met = around.meets(entry.needs, anywhere, token.lemma)
        if met:
            vote = BASE[entry.word] * met * (SPECIFIC if entry.needs and met == 1.0 else 1.0)
            found[entry.kind] = max(found.get(entry.kind, 0.0), vote)
    return found.items()


def _is_fit(stretch: Stretch, token: Token, word: WordClass) -> bool:
    """Whether the token can be of the word class; "was overrun" and "were hit" are taken for nouns by the parser."""
    if token.pos in FITTING[word]:
        return True
    said = word == "verb" and token.lower in SAME_FORM and token.dep == "attr"
    return said and not stretch.children(token, "det", "amod", "poss")


def _is_aside(stretch: Stretch, token: Token) -> bool:
    """Whether the word stands in a subordinate clause, or in a phrase that only gives time or cause."""
    for _ in range(ASIDE_DEPTH):
        above = stretch.sentence.head(token)
        if token.dep in SUBORDINATE or (token.dep == "pobj" and above.lower in BACKGROUND):
            return True
        if token.dep == "pobj" and lemma_of(stretch.sentence.head(above)) in LOOKING | {"time"}:
            return True  # "an inquiry into the attack", "looking into it", "at the time of the attack"
        if above.i == token.i or not stretch.holds(above):
            return False
        token = above
    return False


def _carries(stretch: Stretch, token: Token) -> bool:
    """Whether the word is an event noun around which the clause is built: "two explosions were heard"."""
    if token.pos not in ("NOUN", "PROPN") or token.dep not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return False
    return stretch.sentence.head(token).lemma.lower() not in ("have", "be")


def _weight(token: Token, predicate: Predicate | None) -> float:
    if predicate is None:
        return 1.0
    if token.i == predicate.word.i:
        return AT_PREDICATE
    if predicate.light and predicate.verb is not None and token.i == predicate.verb.i:
        return LIGHT  # "received fire" is no gift
    at = predicate.verb or predicate.word
    return UNDER_PREDICATE if token.head in (at.i, predicate.word.i) else 1.0


def _phrases(lemmas: list[str], words: Lexicon) -> list[tuple[Phrase, int, int]]:
    found: list[tuple[Phrase, int, int]] = []
    for at, lemma in enumerate(lemmas):
        for phrase in words.phrases.get(lemma, ()):
            end = _end_of(phrase.lemmas, lemmas, at)
            if end:
                found.append((phrase, at, end))
    return [one for one in found if not any(_goes_on(one, other) for other in found)] if len(found) > 1 else found


def _goes_on(one: tuple[Phrase, int, int], other: tuple[Phrase, int, int]) -> bool:
    """Whether the other phrase begins like this one and says more: "hold town hall" beside "hold town"."""
    (short, at, _), (long, begins, _) = one, other
    size = len(short.lemmas)
    return at == begins and len(long.lemmas) > size and long.lemmas[:size] == short.lemmas and long.kind != short.kind


def _turned(stretch: Stretch, lemmas: list[str], words: Lexicon) -> Iterable[tuple[Phrase, int, int]]:
    """Phrases of verb and object in the passive: "two diplomats were expelled"."""
    for at, token in enumerate(stretch.tokens):
        for noun in stretch.children(token, "nsubjpass") if token.tag == "VBN" else ():
            said = (lemmas[at], *(t.lower for t in stretch.children(token, "prt")), lemma_of(noun))
            first = next(i for i, t in enumerate(stretch.tokens) if t.i == noun.i)
            yield from ((p, first, at + 1) for p in words.phrases.get(said[0], ()) if p.lemmas == said)


def _end_of(phrase: tuple[str, ...], lemmas: list[str], at: int) -> int:
    """The index behind the phrase where it begins at `at`, else 0."""
    for wanted in phrase[1:]:
        window = lemmas[at + 1 : at + 4]
        if wanted not in window:
            return 0
        at += 1 + window.index(wanted)
    return at + 1


def _spans(stretch: Stretch, predicate: Predicate, at: int, end: int) -> bool:
    verb = predicate.verb or predicate.word
    return any(token.i in (verb.i, predicate.word.i) for token in stretch.tokens[at:end])


def _lean(votes: dict[Kind, float], anywhere: set[str], stance: Stance | None, at_war: bool, menaced: bool) -> None:
    peaceful = "peaceful" in anywhere and not anywhere & {"armed", "weapon"}
    if peaceful or not at_war:
        for kind in BATTLE & votes.keys():
            votes[kind] *= 0.2 if at_war else 0.0
    if stance == "accuses":
        votes["accusation"] += ACCUSING
    if stance == "warns" and menaced:
        votes["threat"] += STATED


def _unnamed(stretch: Stretch, predicate: Predicate | None) -> KindReading:
    """The kind where no word names one: a count beside the dead, an opinion in quotation marks, else `other`."""
    sentence = stretch.sentence
    if any(token.pos == "NUM" for token in stretch.tokens) and any(lemma_of(t) in DEATHS for t in sentence.tokens):
        return KindReading("casualties", 0.1)
    said = predicate is None or predicate.verb is None or predicate.verb.lemma.lower() == "be"
    if said and any(token.text in QUOTES for token in sentence.tokens[max(0, stretch.low - 1) : stretch.high + 1]):
        return KindReading("assessment", 0.1)
    return KindReading("other", 0.0)


def _decide(votes: dict[Kind, float], anchors: set[Kind]) -> KindReading:
    ranked = sorted((kind for kind in votes if votes[kind] > 0), key=lambda kind: -votes[kind])
    if not ranked:
        return KindReading("other", 0.0)
    best = votes[ranked[0]]
    second = votes[ranked[1]] if len(ranked) > 1 else 0.0
    score = round((best - second) / (best + 1.0), 3)
    return KindReading(ranked[0], score, tuple((kind, round(votes[kind], 2)) for kind in ranked), ranked[0] in anchors)
