"""Who did what to whom: the noun phrases that act and those that undergo, for verbs and for event nouns."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.claims.events.arguments import arguments_of, is_passive, joined, under
from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.stretch import Predicate, lemma_of
from fogline.records.claims import Kind
from fogline.records.sentences import Sentence, Token

__all__ = ["Roles", "roles_of"]

DEMONYM_DEPS = ("amod", "compound", "nmod", "poss")
# Of-phrases after these name who acts ("the advance of the army"); after all other event nouns, what is acted on.
ACTING_OF = frozenset(
    {"advance", "withdrawal", "retreat", "arrival", "presence", "participation", "involvement", "movement", "return",
     "departure", "landing", "surrender", "aggression", "offensive", "counteroffensive", "resistance", "visit",
     "entry", "push", "incursion", "invasion"}
)  # fmt: skip
SUFFERED = frozenset({"loss", "casualty", "death", "injury", "fatality", "wound", "victim", "damage", "defeat", "toll"})
SUFFERED_OF = SUFFERED | {"surrender_of"}
AGAINST: dict[Kind, tuple[str, ...]] = {
    "clash": ("with", "against"), "attack": ("on", "against", "at", "upon", "into"), "aid": ("to", "for"),
    "sanction": ("on", "against"), "negotiation": ("with",), "meeting": ("with",), "control": ("from",),
    "damage": ("to",), "detention": ("from", "to"), "casualties": ("among", "to"), "threat": ("against", "to"),
    "accusation": ("against",), "demand": ("to", "on"), "movement": ("against",), "deployment": ("against",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Roles:
    """The heads of the noun phrases that act and of those that undergo."""

    actors: tuple[Token, ...] = ()
    targets: tuple[Token, ...] = ()


def roles_of(sentence: Sentence, predicate: Predicate, kind: Kind) -> Roles:
    """The roles around the predicate, both empty where the grammar does not settle them."""
    word, verb = predicate.word, predicate.verb
    if verb is None:
        return _of_noun(sentence, word, kind) if word.pos in ("NOUN", "PROPN") else Roles()
    if verb.i == word.i:
        return _of_verb(sentence, verb, kind)
    noun = _of_noun(sentence, word, kind) if word.pos in ("NOUN", "PROPN") else Roles()
    if predicate.light:
        return _of_light_verb(sentence, predicate, verb, noun, kind)
    subject = arguments_of(sentence, verb).agents
    if noun.actors or noun.targets:
        return noun
    return Roles(subject, under(sentence, word, *AGAINST.get(kind, ())))


def _of_verb(sentence: Sentence, verb: Token, kind: Kind) -> Roles:
    found = arguments_of(sentence, verb)
    lemma = verb.lemma.lower()
    if lemma in ("lose", "fall", "cede", "yield") and kind == "control":
        return Roles(under(sentence, verb, "to"), found.agents if lemma != "fall" else ())
    if lemma in lexicon().frames.patient_subject and not is_passive(sentence, verb):
        return Roles((), found.agents)
    against = under(sentence, verb, *AGAINST.get(kind, ()))
    given = joined(sentence, next(iter(sentence.children(verb, "dative")), None))
    given = tuple(noun for noun in given if noun.pos in ("NOUN", "PROPN", "PRON"))
    if kind == "control" and against:
        return Roles(found.agents, against)
    return Roles(found.agents, found.patients + against if kind != "aid" else given + against or found.patients)


def _of_light_verb(sentence: Sentence, predicate: Predicate, verb: Token, noun: Roles, kind: Kind) -> Roles:
    found = arguments_of(sentence, verb)
    targets = noun.targets or under(sentence, verb, *AGAINST.get(kind, ()))
    if verb.lemma.lower() in lexicon().frames.light_patient:  # "came under fire from", "suffered losses"
        source = under(sentence, verb, "from", "by") or under(sentence, predicate.word, "from", "by")
        return Roles(source or noun.actors, found.agents)
    if is_passive(sentence, verb):  # "strikes were carried out by X on Y": the subject is the event itself
        return Roles(found.agents or noun.actors, targets)
    if verb.lemma.lower() in ("repel", "stop", "halt", "report", "record", "see", "end", "claim"):
        return Roles(found.agents, noun.actors or targets) if verb.lemma.lower() in ("repel", "stop") else noun
    return Roles(found.agents or noun.actors, targets)


def _of_noun(sentence: Sentence, noun: Token, kind: Kind) -> Roles:
    lemma = lemma_of(noun)
    by = under(sentence, noun, "by")
    between = under(sentence, noun, "between")
    owners = _owners(sentence, noun)
    of = under(sentence, noun, "of")
    against = under(sentence, noun, *AGAINST.get(kind, ()))
    if between:
        return Roles(between, ())
    if lemma in SUFFERED:
        return Roles(by, owners or under(sentence, noun, "among", "to") or of)
    if by:
        return Roles(by, against or of or owners)
    if lemma in ACTING_OF or kind == "control" and lemma in ("control", "possession", "hand"):
        holders = of if kind != "control" else _holders(sentence, noun, of)
        return Roles(owners or holders, against)
    return Roles(owners, against or of)


def _holders(sentence: Sentence, noun: Token, of: tuple[Token, ...]) -> tuple[Token, ...]:
    """Of-phrases of "under the control of X" name the holder; those of "X has control of Y" the place held."""
    above = sentence.head(noun)
    return of if above.lower in ("under", "in", "into") else ()


def _owners(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """The possessor, demonym or armed noun before an event noun: "Russia's", "Russian", "army offensive"."""
    for dep in ("poss", "amod", "nmod", "compound"):
        for child in sentence.children(noun, dep):
            if child.i < noun.i and _can_own(child):
                return joined(sentence, child)
    return ()


def _can_own(token: Token) -> bool:
    if token.tag == "PRP$":
        return True
    if token.dep == "poss" or token.pos == "PROPN":
        return True
    if token.pos == "ADJ" and token.text[:1].isupper() and token.tag == "JJ":
        return True
    return bool(lexicon().classes.get(lemma_of(token), frozenset()) & {"armed", "people"})
