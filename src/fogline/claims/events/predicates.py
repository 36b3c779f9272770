"""The word that says what happened in a stretch of text, and how the sentence gets there."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.claims.events.lexicon import Lexicon, lexicon
from fogline.claims.events.stretch import VERBAL, Stretch, lemma_of
from fogline.records.claims import Kind
from fogline.records.sentences import Token

__all__ = ["Predicate", "predicate_for", "predicate_of"]

BODIES = frozenset({"armed", "people", "authority"})
NO_DEEDS = BODIES | {"place"}  # "took the outpost" is no posting
SKIPPED = frozenset({"punct", "mark", "cc", "det", "case", "intj", "dep"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
INFINITE = frozenset({"VB", "VBG", "VBN"})
LASTING = frozenset({"remain", "stay", "lie", "rest"})
BEHIND = frozenset({"under", "to", "in", "with"})
PHRASE_REACH = 4  # words
UNTOLD: frozenset[Kind] = frozenset({"other", "assessment"})  # no deed to look for
CHAIN_LIMIT = 5  # "was forced to begin trying to ...": longer chains are parse errors


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
        return next((token for token in self.chain if token.pos in VERBAL), self.verb)


def predicate_of(stretch: Stretch) -> Predicate | None:
    """The predicate of the stretch, or None where it holds no word that could be one."""
    top = _top(stretch)
    if top is None:
        return None
    if top.pos not in VERBAL:
        return _of_phrase(stretch, top, lexicon())
    return _descend(stretch, top, lexicon())


def predicate_for(stretch: Stretch, predicate: Predicate | None, kind: Kind) -> Predicate | None:
    """The predicate, or that of a deed beside it where only this one names the kind.

    Of "chose the plain and launched a strike on the mill" as an attack it is the strike, not the choosing.
    """
    if predicate is None or predicate.verb is None or kind in UNTOLD or _tells(stretch, predicate, kind):
        return predicate
    named = lemma_of(predicate.word) in lexicon().entries
    for verb in stretch.tokens:
        if verb.pos == "VERB" and verb.i != predicate.verb.i and _is_beside(stretch, verb, named=named):
            other = _descend(stretch, verb, lexicon())
            if _tells(stretch, other, kind):
                return other
    return predicate


def _is_beside(stretch: Stretch, verb: Token, *, named: bool) -> bool:
    """Whether a verb tells another deed of the same sentence: "and freed nine"; ", killing ten" where `named`."""
    above = stretch.sentence.head(verb)
    if above.pos not in VERBAL or not stretch.holds(above) or verb.tag == "VB":
        return False
    if any(token.lower == "back" for token in stretch.children(verb, "prt", "advmod")):
        return False  # "came in three waves and were thrown back"
    with_it = named and verb.dep == "advcl" and verb.tag == "VBG"
    return with_it or verb.dep in ("conj", "parataxis") or _is_first(verb, above)


def _is_first(verb: Token, above: Token) -> bool:
    """Whether the parser hangs the first of several main clauses on a later one."""
    return verb.dep == "ccomp" and verb.i < above.i


def _tells(stretch: Stretch, predicate: Predicate, kind: Kind) -> bool:
    """Whether the word, alone or with those behind it, names the kind."""
    lemma = lemma_of(predicate.word)
    words = lexicon()
    if any(entry.kind == kind and entry.word != "hint" for entry in words.entries.get(lemma, ())):
        return True
    phrases = [phrase.lemmas for phrase in words.phrases.get(lemma, ()) if phrase.kind == kind]
    behind = {lemma_of(t) for t in stretch.tokens if predicate.word.i < t.i <= predicate.word.i + PHRASE_REACH}
    return any(behind.issuperset(lemmas[1:]) for lemmas in phrases)


def _of_phrase(stretch: Stretch, top: Token, words: Lexicon) -> Predicate:
    """A noun phrase: its head where that names an event, else the verb of a clause on it ("men burning houses")."""
    measured = _measured(stretch, top) if lemma_of(top) in words.frames.transparent else None
    if measured is not None:
        return Predicate(measured, None, (top,))
    if not words.names(lemma_of(top), "noun"):
        for clause in stretch.children(top, "acl", "relcl"):
            if clause.pos == "VERB":
                return _descend(stretch, clause, words)
        for prep in stretch.children(top, "prep"):  # "accused [the army of shelling the port]"
            for clause in stretch.children(prep, "pcomp"):
                return _descend(stretch, clause, words)
    return Predicate(top, None)


def _measured(stretch: Stretch, top: Token) -> Token | None:
    """The event in "the possibility of new sanctions", "a series of strikes"."""
    of = [prep for prep in stretch.children(top, "prep") if prep.lower == "of"]
    return next((noun for prep in of for noun in stretch.children(prep, "pobj")), None)


def _top(stretch: Stretch) -> Token | None:
    tops = [t for t in stretch.tops if t.dep not in SKIPPED and t.pos not in ("PUNCT", "SPACE")]
    verbs = [t for t in tops if t.pos in VERBAL and t.dep not in ("aux", "auxpass")]
    finite = [t for t in verbs if stretch.children(t, *SUBJECTS)]
    nouns = [t for t in tops if t.pos in ("NOUN", "PROPN", "ADJ")]
    for group in (finite, verbs):
        if group:
            return group[0]
    if nouns:  # "accused [the army] [of shelling the port]": the deed, not the accused
        deeds = [t for top in tops if top.lower in ("of", "for") for t in stretch.children(top, "pcomp", "pobj")]
        done = [t for t in deeds if t.pos == "VERB" or lexicon().names(lemma_of(t), "noun")]
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
    if lemma == "be":
        return _below_copula(stretch, verb)
    controls = lemma in words.frames.object_control
    if not controls and lemma not in words.frames.raising:
        return None
    for below in _below(stretch, verb):
        # "forced them to leave": the parser makes "them" a subject of "leave"
        own = not controls and stretch.children(below, "nsubj", "nsubjpass")
        if below.tag in INFINITE and not own:
            return below
    if lemma in words.frames.raising:  # "succeeded in taking"
        for prep in stretch.children(verb, "prep"):
            for below in stretch.children(prep, "pcomp"):
                return below
    return None


def _below(stretch: Stretch, verb: Token) -> list[Token]:
    """The verbs that hang on it; of "wants to take the town and reopen the road" less the town, the second."""
    found = stretch.children(verb, "xcomp", "ccomp")
    if found:
        return found
    outside = stretch.sentence.children(verb, "xcomp", "ccomp")
    return [later for below in outside for later in stretch.children(below, "conj")]


def _below_copula(stretch: Stretch, verb: Token) -> Token | None:
    """The verb under "is set to", "is able to", "was due to", "are likely to"."""
    for said in stretch.children(verb, "acomp", "attr"):
        for below in stretch.children(said, "xcomp"):
            return below
    return next((token for token in stretch.children(verb, "xcomp") if token.tag == "VB"), None)


def _settle(stretch: Stretch, verb: Token, chain: tuple[Token, ...], words: Lexicon) -> Predicate:
    lemma = verb.lemma.lower()
    if lemma == "be":
        return Predicate(_said_of_subject(stretch, verb, words), verb, chain)
    if lemma in LASTING:
        return Predicate(_said_of_subject(stretch, verb, words), verb, chain)
    subject = _event_subject(stretch, verb, words) if _only_happens(stretch, verb, lemma, words) else None
    if subject is not None:
        return Predicate(subject, verb, chain)
    noun = _event_object(stretch, verb, lemma, words)
    return Predicate(verb, verb, chain) if noun is None else Predicate(noun, verb, chain, light=True)


def _only_happens(stretch: Stretch, verb: Token, lemma: str, words: Lexicon) -> bool:
    frames = words.frames
    if lemma in frames.happening:
        return True
    if lemma not in words.entries and lemma not in frames.light | frames.light_patient | frames.engaged:
        return True
    return any(child.lemma in ("day", "week", "month", "year") for child in stretch.children(verb, "dobj"))


def _event_subject(stretch: Stretch, verb: Token, words: Lexicon) -> Token | None:
    """The event noun or gerund that is the subject: "the shelling began", "the capture was announced"."""
    for noun in stretch.children(verb, "nsubj", "nsubjpass", "csubj"):
        for gerund in stretch.children(noun, "acl"):  # "army shelling of the camp": the parser hangs it on "army"
            if gerund.tag == "VBG" and gerund.i == noun.i + 1 and words.names(lemma_of(gerund), "verb"):
                return gerund
        lemma = lemma_of(noun)
        named = words.names(lemma, "noun") or (noun.tag == "VBG" and words.names(lemma, "verb"))
        if named and not words.classes.get(lemma, frozenset()) & BODIES:
            return noun
    return None


def _said_of_subject(stretch: Stretch, verb: Token, words: Lexicon) -> Token:
    for said in stretch.children(verb, "attr", "acomp", "oprd"):
        if said.pos in ("NOUN", "ADJ", "VERB", "PROPN"):
            subject = None if lemma_of(said) in words.entries else _event_subject(stretch, verb, words)
            return subject or said  # "battles are ongoing": the battles; "the battles are senseless": the verdict
    behind = _behind_preposition(stretch, verb, words)
    if behind is not None:
        return behind
    for subject in stretch.children(verb, "attr", "nsubj"):
        if words.names(lemma_of(subject), "noun"):
            return subject
    return verb


def _behind_preposition(stretch: Stretch, verb: Token, words: Lexicon) -> Token | None:
    """The noun of "is under control", "remains in rebel hands", "is at war"."""
    for prep in stretch.children(verb, "prep"):
        for noun in stretch.children(prep, "pobj") if prep.lower in ("under", "in", "at", "into") else ():
            if words.names(lemma_of(noun), "noun") or lemma_of(noun) == "hand":
                return noun
    return None


def _event_object(stretch: Stretch, verb: Token, lemma: str, words: Lexicon) -> Token | None:
    """The event noun behind a light verb: "carried out strikes", "came under fire", "were engaged in battles"."""
    frames = words.frames
    if lemma in frames.engaged:
        return next(
            (t for prep in stretch.children(verb, "prep") if prep.lower == "in" for t in _nouns(stretch, prep)), None
        )
    if lemma not in frames.light and lemma not in frames.light_patient:
        return None
    objects = stretch.children(verb, "dobj", "nsubjpass")
    for prep in stretch.children(verb, "prep"):
        if prep.lower in BEHIND:
            objects += _nouns(stretch, prep)
    named = [noun for noun in objects if words.names(lemma_of(noun), "noun")]
    return next((noun for noun in named if not words.classes.get(lemma_of(noun), frozenset()) & NO_DEEDS), None)


def _nouns(stretch: Stretch, preposition: Token) -> list[Token]:
    return stretch.children(preposition, "pobj")
