"""Whose act a verb is and whom it hits, by grammar: passives, control, coordination, relative clauses, participles."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.claims.events.lexicon import lexicon
from fogline.records.sentences import Sentence, Token

__all__ = ["Arguments", "arguments_of", "displaced_subject", "is_passive", "joined", "under"]

RELATIVE = frozenset({"WDT", "WP", "WRB"})
TELLING = frozenset({"say", "report", "state", "tell", "add"})
CALLED = ("on", "upon", "for", "to")  # "called on the army to leave", "appealed to both sides to talk"
CALLING = frozenset({"call", "appeal", "plead", "rely", "count", "prevail", "wait", "shout", "signal", "arrange"})
ACCUSING = frozenset({"accuse", "suspect", "blame", "charge"})
BOASTS = frozenset({"claim", "boast", "assertion", "allegation"})
DEPTH_LIMIT = 6  # how many verbs up a shared subject is looked for


@dataclass(frozen=True, slots=True)
class Arguments:
    """The heads of the noun phrases around a verb: who does it, what it is done to."""

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()


def arguments_of(sentence: Sentence, verb: Token) -> Arguments:
    """Agents and patients of the verb, coordinated ones included; empty where the grammar does not say."""
    subjects = _subjects(sentence, verb)
    objects = _objects(sentence, verb)
    if is_passive(sentence, verb):
        return Arguments(_by(sentence, verb), subjects or objects)
    return Arguments(subjects, objects)


def _subjects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    last = _subject(sentence, verb, 0)
    if last is None or last.head != verb.i:
        return joined(sentence, last)
    # "two brigades and some 40 policemen attacked": the parser may hang both on the verb
    twins = [t for t in sentence.children(verb, "nsubj", "nsubjpass") if t.i < last.i]
    beside = [t for t in twins if any(sentence.tokens[i].pos == "CCONJ" for i in range(t.i, last.i))]
    return (*beside, *joined(sentence, last))


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the subject of the verb undergoes it."""
    if verb.tag not in ("VBN", "VBD"):
        return False
    if sentence.children(verb, "auxpass", "nsubjpass", "agent"):
        return True
    if sentence.children(verb, "nsubj", "aux"):
        return _is_headline_passive(sentence, verb)
    if verb.dep == "acl":
        return verb.tag == "VBN" or not sentence.children(verb, "dobj")
    if verb.dep == "conj":
        above = sentence.head(verb)
        return above.tag == "VBN" and not sentence.children(verb, "dobj") and is_passive(sentence, above)
    return verb.tag == "VBN" and verb.dep in ("advcl", "xcomp", "amod", "ROOT", "ccomp") and _bare(sentence, verb)


def _is_headline_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether auxiliaries were left out: "Three civilians killed", "250 evacuated from the port"."""
    if verb.dep == "relcl" or any(t.pos == "PRON" for t in sentence.children(verb, "nsubj")):
        return False  # "the plant they seized"
    shared = any(sentence.children(later, "dobj") for later in sentence.children(verb, "conj"))
    bare = not shared and not sentence.children(verb, "aux", "dobj", "prt", "ccomp", "xcomp")
    return bare and verb.lemma.lower() in lexicon().frames.transitive


def under(sentence: Sentence, token: Token, *prepositions: str) -> tuple[Token, ...]:
    """The noun heads that hang on `token` by one of the prepositions, coordinated ones included."""
    found: list[Token] = []
    for prep in sentence.children(token, "prep", "agent", "dative"):
        if prep.lower in prepositions:
            for noun in sentence.children(prep, "pobj"):
                found.extend(joined(sentence, noun))
    return tuple(found)


def joined(sentence: Sentence, noun: Token | None) -> tuple[Token, ...]:
    """The noun and those coordinated with it; nothing for None."""
    if noun is None:
        return ()
    found = [noun]
    for other in sentence.children(noun, "conj"):
        if other.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            found.extend(joined(sentence, other))
    return tuple(found)


def _bare(sentence: Sentence, verb: Token) -> bool:
    return not sentence.children(verb, "dobj", "aux")


def _by(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    found = under(sentence, verb, "by")
    if not found and verb.dep == "conj":
        return ()
    if not found and is_passive(sentence, verb):  # "cleared from the road by sappers", the parser: "road by sappers"
        nouns = (noun for prep in sentence.children(verb, "prep") for noun in sentence.children(prep, "pobj"))
        found = next((by for noun in nouns if (by := under(sentence, noun, "by"))), ())
    if not found:  # "was forced by X to leave" and "hit and sunk by X": the agent hangs one verb further on
        for later in sentence.children(verb, "conj"):
            if later.tag == "VBN":
                return under(sentence, later, "by")
    return found


def _objects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    direct = sentence.children(verb, "dobj")
    if direct:
        if direct[0].tag in RELATIVE and verb.dep == "relcl":
            return (sentence.head(verb),)
        return joined(sentence, direct[0])
    if verb.dep == "relcl" and verb.tag != "VBN" and _gap_is_object(sentence, verb):
        return (sentence.head(verb),)
    for later in sentence.children(verb, "conj"):  # "shelled and looted the town"
        if later.pos == "VERB" and later.tag == verb.tag and not sentence.children(later, "nsubj", "nsubjpass"):
            shared = sentence.children(later, "dobj")
            between = sentence.tokens[verb.i + 1 : later.i]
            if shared and all(token.pos in ("CCONJ", "ADV") for token in between):
                return joined(sentence, shared[0])
    return ()


def _gap_is_object(sentence: Sentence, verb: Token) -> bool:
    """Whether a relative clause without an object leaves its gap there: "the ground they controlled"."""
    subjects = sentence.children(verb, "nsubj", "nsubjpass")
    return bool(subjects) and subjects[0].tag not in RELATIVE and not sentence.children(verb, "prep", "advmod", "ccomp")


def _subject(sentence: Sentence, verb: Token, depth: int) -> Token | None:
    own = sentence.children(verb, "nsubj", "nsubjpass")
    if own:
        if own[-1].tag in RELATIVE and own[-1].tag != "WRB":
            return _antecedent(sentence, verb)
        return own[-1]
    if sentence.children(verb, "csubj", "csubjpass", "expl"):  # "whoever comes will be shot at", "there was": no noun
        return None
    if verb.head == verb.i:
        return displaced_subject(sentence, verb)
    if depth >= DEPTH_LIMIT:
        return None
    return _inherited(sentence, verb, depth + 1)


def displaced_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a main verb that the parser has drawn into the phrase before it: "At the Vatican, A and B met"."""
    if verb.tag not in ("VBD", "VBZ", "VBP") or sentence.children(verb, "nsubj", "nsubjpass", "expl", "csubj"):
        return None
    at = verb.i - 1
    while at > 0 and sentence.tokens[at].pos in ("ADV", "AUX", "PART"):
        at -= 1
    noun = sentence.tokens[at]
    if at <= 0 or noun.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    comma = next((i for i in range(at, 0, -1) if sentence.tokens[i].text == ","), 0)
    if not comma:
        return None
    while noun.dep in ("conj", "compound", "appos") and noun.head > comma:
        noun = sentence.head(noun)
    return noun if noun.i > comma else None


def _antecedent(sentence: Sentence, verb: Token) -> Token | None:
    while verb.dep == "conj":
        verb = sentence.head(verb)
    return sentence.head(verb) if verb.dep == "relcl" else None


def _inherited(sentence: Sentence, verb: Token, depth: int) -> Token | None:
    above = sentence.head(verb)
    if verb.tag == "VB" and (owner := _boaster(sentence, verb)) is not None:
        return owner
    if verb.dep == "acl":
        return above if verb.tag in ("VBG", "VBN", "VBD") and above.pos in ("NOUN", "PROPN", "PRON") else None
    if verb.dep == "conj" and above.pos in ("VERB", "AUX"):
        return _subject(sentence, above, depth)
    if verb.dep in ("xcomp", "ccomp", "advcl"):
        return _controller(sentence, verb, above, depth)
    if verb.dep == "pcomp":
        return _beyond_preposition(sentence, above, depth)
    return None


def _boaster(sentence: Sentence, verb: Token) -> Token | None:
    """Whose claim it is to have done something, wherever the parse hangs that: "rebel claims to have won"."""
    to = next((aux for aux in sentence.children(verb, "aux") if aux.tag == "TO"), None)
    noun = sentence.tokens[to.i - 1] if to is not None and to.i else None
    if noun is None or noun.lemma.lower() not in BOASTS or noun.pos != "NOUN":
        return None
    return next(iter(sentence.children(noun, "poss", "compound", "amod")), None)


def _controller(sentence: Sentence, verb: Token, above: Token, depth: int) -> Token | None:
    if above.pos == "ADJ":  # "is able to", "are likely to"
        above = sentence.head(above)
    if above.pos not in ("VERB", "AUX"):
        return None
    if (called := _called_upon(sentence, verb, above)) is not None:
        return called
    if verb.tag == "VBG" and above.lemma in TELLING:  # "said shelling killed ten": whose, nobody says
        return None
    return _subject(sentence, above, depth)


def _called_upon(sentence: Sentence, verb: Token, above: Token) -> Token | None:
    """Who is to do it, or is said to: "called on Y to leave", "forced Y to leave", "accused Y of planning to leave"."""
    lemma = above.lemma.lower()
    called = under(sentence, above, *CALLED) if lemma in CALLING else ()
    if verb.dep == "advcl" and lemma in ("call", "appeal") and called:
        return called[0]
    objects = [] if is_passive(sentence, above) else sentence.children(above, "dobj")
    if lemma in ACCUSING and objects and objects[0].i < verb.i:
        return objects[0]  # the parser hangs "to leave" on the accusing
    if verb.dep == "advcl" or lemma not in lexicon().frames.object_control:
        return None
    return objects[0] if objects else called[0] if called else None


def _beyond_preposition(sentence: Sentence, preposition: Token, depth: int) -> Token | None:
    """The doer in "accused Y of shelling", "blamed Y for shelling", "succeeded in taking", "by shelling"."""
    above = sentence.head(preposition)
    if (
        above.pos in ("NOUN", "PROPN", "PRON")
        and above.dep in ("dobj", "nsubj", "ROOT", "pobj")
        and preposition.lower in ("of", "for")
    ):
        return above
    if above.pos not in ("VERB", "AUX"):
        return None
    if preposition.lower in ("of", "for", "from"):
        objects = sentence.children(above, "dobj", "nsubjpass")
        if objects:
            return objects[0]
    return _subject(sentence, above, depth)
