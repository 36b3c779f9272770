"""A stretch of a sentence and the word in it that says what happened."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from fogline.claims.events.lexicon import Lexicon, lexicon
from fogline.records.sentences import Sentence, Token

__all__ = ["Predicate", "Stretch", "is_demonym", "lemma_of", "predicate_of"]

VERBAL = frozenset({"VERB", "AUX"})
DEMONYM_ENDINGS = ("an", "ish", "ese", "ani", "eni", "qi", "eli", "ench", "reek", "iss", "thi", "tch")
SKIPPED = frozenset({"punct", "mark", "cc", "det", "case", "intj", "dep"})
BODIES = frozenset({"armed", "people", "authority"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
CHAIN_LIMIT = 5  # "was forced to begin trying to ...": longer chains are parse errors


@dataclass(frozen=True)
class Stretch:
    """The tokens of a sentence from index `low` up to but not including `high`."""

    sentence: Sentence
    low: int
    high: int

    @classmethod
    def between(cls, sentence: Sentence, start: int, end: int) -> Stretch:
        """The tokens that overlap the report offsets from `start` to `end`."""
        tokens = sentence.tokens_in(start, end)
        return cls(sentence, tokens[0].i, tokens[-1].i + 1) if tokens else cls(sentence, 0, 0)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, left to right."""
        return self.sentence.tokens[self.low : self.high]

    def holds(self, token: Token) -> bool:
        """Whether the token lies inside."""
        return self.low <= token.i < self.high

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The children of `token` that lie inside."""
        return [child for child in self.sentence.children(token, *deps) if self.low <= child.i < self.high]

    @cached_property
    def tops(self) -> tuple[Token, ...]:
        """The tokens inside that hang on something outside, or on nothing."""
        low, high = self.low, self.high
        return tuple(t for t in self.tokens if t.head == t.i or not low <= t.head < high)


@dataclass(frozen=True, slots=True)
class Predicate:
    """The word that says what happened, and how the sentence gets there.

    `word` is a verb, an event noun behind a light verb, or what a copula says. `verb` carries tense and voice of the
    event itself (None where the stretch is a noun phrase). `chain` are the verbs passed on the way down ("continue",
    "was forced"), outermost first; `finite` the outermost verb of all.
    """

    word: Token
    verb: Token | None
    chain: tuple[Token, ...] = ()
    light: bool = False

    @property
    def finite(self) -> Token | None:
        """The verb that carries the tense of the whole."""
        return self.chain[0] if self.chain else self.verb


def lemma_of(token: Token) -> str:
    """The lemma in lower case; a capitalised headline word is brought back to a plain form."""
    lemma = token.lemma.lower()
    if token.pos == "VERB":
        return _repaired(lemma)
    if token.pos != "PROPN":
        return lemma
    words = lexicon()
    for ending, cut in (("", 0), ("ies", 3), ("s", 1), ("es", 2), ("ed", 1), ("ed", 2), ("ing", 3)):
        if lemma.endswith(ending):
            plain = lemma[: len(lemma) - cut] + ("y" if ending == "ies" else "")
            if plain in words.entries or plain in words.classes:
                return plain
    return lemma


def _repaired(lemma: str) -> str:
    """The verb lemma, put right where the parser cut a form badly ("raped": "rap", "gutted": "gutte")."""
    entries = lexicon().entries
    if lemma in entries:
        return lemma
    for guess in (lemma + "e", lemma[:-2] if lemma[-1:] == "e" and lemma[-2:-1] == lemma[-3:-2] else lemma, lemma[:-1]):
        if guess in entries and len(guess) > 2:
            return guess
    return lemma


def is_demonym(token: Token) -> bool:
    """Whether an adjective is made from a name: "Russian", "Kedaran", "Turkish"; at the head of a sentence by its ending."""
    if token.pos not in ("ADJ", "PROPN") or not token.text[:1].isupper():
        return False
    return (token.i > 0 and token.pos == "ADJ") or token.lower.endswith(DEMONYM_ENDINGS)


def predicate_of(stretch: Stretch) -> Predicate | None:
    """The predicate of the stretch, or None where it holds no word that could be one."""
    top = _top(stretch)
    if top is None:
        return None
    if top.pos not in VERBAL:
        return _of_phrase(stretch, top, lexicon())
    return _descend(stretch, top, lexicon())


def _of_phrase(stretch: Stretch, top: Token, words: Lexicon) -> Predicate:
    """A noun phrase: its head where that names an event, else the verb of a clause on it ("men burning houses")."""
    if not words.names(lemma_of(top), "noun"):
        for clause in stretch.children(top, "acl", "relcl"):
            if clause.pos == "VERB":
                return _descend(stretch, clause, words)
        for prep in stretch.children(top, "prep"):  # "accused [the army of shelling the port]"
            for clause in stretch.children(prep, "pcomp"):
                return _descend(stretch, clause, words)
    return Predicate(top, None)


def _top(stretch: Stretch) -> Token | None:
    tops = [t for t in stretch.tops if t.dep not in SKIPPED and t.pos not in ("PUNCT", "SPACE")]
    verbs = [t for t in tops if t.pos in VERBAL and t.dep not in ("aux", "auxpass")]
    finite = [t for t in verbs if stretch.children(t, *SUBJECTS)]
    nouns = [t for t in tops if t.pos in ("NOUN", "PROPN", "ADJ")]
    for group in (finite, verbs):
        if group:
            return group[0]
    done = [t for top in tops if top.pos == "ADP" for t in stretch.children(top, "pcomp") if t.pos == "VERB"]
    if nouns:  # "accused [the army] [of shelling the port]": the deed, not the accused
        return done[0] if done and done[0].i > nouns[0].i else nouns[0]
    return _below_preposition(stretch, tops)


def _below_preposition(stretch: Stretch, tops: list[Token]) -> Token | None:
    for top in tops:
        below = stretch.children(top, "pobj", "pcomp", "ccomp", "advcl", "acl")
        if below:
            return below[0]
    return tops[0] if tops else None


def _descend(stretch: Stretch, verb: Token, words: Lexicon) -> Predicate:
    chain: list[Token] = []
    while len(chain) < CHAIN_LIMIT:
        below = _next_verb(stretch, verb, words)
        if below is None:
            break
        chain.append(verb)
        verb = below
    return _settle(stretch, verb, tuple(chain), words)


def _next_verb(stretch: Stretch, verb: Token, words: Lexicon) -> Token | None:
    """The verb that carries the event when `verb` only says how far, how likely or by whose will."""
    lemma = verb.lemma.lower()
    passes = lemma in words.frames.raising or lemma in words.frames.object_control
    if lemma == "be":  # "is set to meet", "is able to", "was due to", "are likely to"
        for said in stretch.children(verb, "acomp", "attr"):
            for below in stretch.children(said, "xcomp"):
                return below
        found = [t for t in stretch.children(verb, "xcomp") if t.tag == "VB"]
        return found[0] if found else None
    if not passes:
        return None
    for below in stretch.children(verb, "xcomp", "ccomp"):
        if (
            below.pos in VERBAL
            and below.tag in ("VB", "VBG", "VBN")
            and not _has_own_subject(stretch, below, lemma, words)
        ):
            return below
    for prep in stretch.children(verb, "prep"):
        for below in stretch.children(prep, "pcomp"):
            if below.pos == "VERB" and lemma in words.frames.raising:
                return below
    return None


def _has_own_subject(stretch: Stretch, verb: Token, governor: str, words: Lexicon) -> bool:
    if governor in words.frames.object_control:  # "forced them to leave": the parser makes "them" a subject
        return False
    return bool(stretch.children(verb, "nsubj", "nsubjpass"))


def _settle(stretch: Stretch, verb: Token, chain: tuple[Token, ...], words: Lexicon) -> Predicate:
    lemma = verb.lemma.lower()
    if lemma == "be":
        return Predicate(_said_of_subject(stretch, verb, words), verb, chain)
    if lemma in words.frames.happening or lemma not in words.entries:
        for noun in stretch.children(verb, "nsubj", "nsubjpass", "csubj"):
            named = words.names(lemma_of(noun), "noun") or noun.tag == "VBG" and words.names(lemma_of(noun), "verb")
            if named and not words.classes.get(lemma_of(noun), frozenset()) & BODIES:
                return Predicate(noun, verb, chain)
    if lemma in words.frames.engaged:
        for prep in stretch.children(verb, "prep"):
            for noun in stretch.children(prep, "pobj") if prep.lower == "in" else ():
                return Predicate(noun, verb, chain, light=True)
    if lemma in words.frames.light or lemma in words.frames.light_patient:
        noun = _event_object(stretch, verb, words)
        if noun is not None:
            return Predicate(noun, verb, chain, light=True)
    return Predicate(verb, verb, chain)


def _said_of_subject(stretch: Stretch, verb: Token, words: Lexicon) -> Token:
    for said in stretch.children(verb, "attr", "acomp"):
        if said.pos in ("NOUN", "ADJ", "VERB", "PROPN"):
            return said
    for prep in stretch.children(verb, "prep"):
        for noun in stretch.children(prep, "pobj"):
            if lemma_of(noun) in words.entries:
                return noun
    for subject in stretch.children(verb, "attr", "nsubj"):
        if words.names(lemma_of(subject), "noun"):
            return subject
    return verb


def _event_object(stretch: Stretch, verb: Token, words: Lexicon) -> Token | None:
    objects = stretch.children(verb, "dobj", "nsubjpass")
    for prep in stretch.children(verb, "prep"):
        if prep.lemma.lower() in ("under", "to", "in", "with"):
            objects += stretch.children(prep, "pobj")
    for noun in objects:
        if words.names(lemma_of(noun), "noun"):
            return noun
    return None
