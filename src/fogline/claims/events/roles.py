"""Who did what to whom: the noun phrases that act and those that undergo, for verbs and for event nouns."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.claims.events.arguments import Arguments, arguments_of, is_passive, under
from fogline.claims.events.casting import is_armed, is_body, is_owner
from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.predicates import Predicate
from fogline.claims.events.role_words import (
    ACTING_OF,
    BEARING,
    BLAMING,
    CROSSED,
    DEEDS,
    FOUGHT,
    HELD,
    INVADED,
    LOSING,
    MET,
    OWN,
    PASSING,
    PERCEIVING,
    PREMODIFIERS,
    REACHING,
    RESTING,
    STOPPING,
    SUFFERED,
    SUFFERING,
    TELLING,
    UNDERGONE,
    WHOM,
    WHOM_ELSE,
)
from fogline.claims.events.stretch import is_demonym, lemma_of
from fogline.claims.events.turns import beats_back, goes_up, is_used, is_weapon, patient_subjects
from fogline.records.claims import Kind
from fogline.records.sentences import Sentence, Token

__all__ = ["Roles", "roles_of"]


@dataclass(frozen=True, slots=True)
class Roles:
    """The heads of the noun phrases that act, of those a preposition names as hit, and of the direct objects."""

    actors: tuple[Token, ...] = ()
    targets: tuple[Token, ...] = ()
    objects: tuple[Token, ...] = ()


def roles_of(sentence: Sentence, predicate: Predicate, kind: Kind) -> Roles:
    """The roles around the predicate, all empty where the grammar does not settle them."""
    word, verb = predicate.word, predicate.verb
    nominal = word.pos in ("NOUN", "PROPN") or (
        word.tag == "VBG" and word.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "acl")
    )
    if verb is None:
        return _of_noun(sentence, word, kind) if nominal else Roles()
    if verb.i == word.i:
        return _of_verb(sentence, verb, kind)
    noun = _of_noun(sentence, word, kind) if nominal else Roles()
    if word.dep in ("attr", "acomp") and noun == Roles() and (judged := _judged(sentence, verb)) is not None:
        return _of_noun(sentence, judged, kind)
    if predicate.light:
        return _of_light_verb(sentence, predicate, verb, noun, kind)
    if verb.lemma.lower() in STOPPING:  # "four assaults were repelled by"
        return Roles(arguments_of(sentence, verb).agents, noun.actors)
    if noun.actors or noun.targets or noun.objects or word.dep in ("nsubj", "nsubjpass"):
        return _of_subject(sentence, verb, noun, kind)
    return _said_of(sentence, verb, word, kind)


def _judged(sentence: Sentence, verb: Token) -> Token | None:
    """The event that a verdict is passed on: "[the ambush of the convoy by the front] was a crime"."""
    subjects = sentence.children(verb, "nsubj")
    named = [t for t in subjects if lexicon().names(lemma_of(t), "noun") and not is_body(t)]
    return named[0] if named else None


def _of_subject(sentence: Sentence, verb: Token, noun: Roles, kind: Kind) -> Roles:
    """The roles around an event noun that is the subject: "the shelling of the port by the army continued"."""
    if kind == "control" and verb.lemma.lower() == "pass":  # "control passed from the army to the rebels"
        givers = under(sentence, verb, "from")
        return Roles(under(sentence, verb, "to") or (under(sentence, givers[0], "to") if givers else ()), givers)
    actors = noun.actors or under(sentence, verb, "between")
    return Roles(actors, noun.targets or _whom(sentence, kind, verb), noun.objects)


def _said_of(sentence: Sentence, verb: Token, word: Token, kind: Kind) -> Roles:
    """The roles where a copula says something of its subject: "the town is ours", "they remain trapped by"."""
    subject = arguments_of(sentence, verb).agents
    if (owner := _possessor(sentence, verb)) is not None:  # "the town is ours"
        return Roles((owner,), (), subject)
    if kind == "detention" and subject and not is_armed(subject[0]):  # "nine civilians were in prison"
        return Roles((), (), subject)
    if kind in UNDERGONE:  # "the bodies were charred"; "it was the ninth on a clinic" tells of no victim
        return Roles((), (), tuple(token for token in subject if token.lower != "it"))
    if word.text.endswith("ed") and lexicon().names(lemma_of(word), "verb"):  # "remain trapped"
        return Roles(under(sentence, word, "by"), (), subject)
    doers = subject if kind != "other" else tuple(token for token in subject if token.lower != "it")
    return Roles(doers, _whom(sentence, kind, word))


def _possessor(sentence: Sentence, verb: Token) -> Token | None:
    """Whose something is said to be: "ours", "Russia's"."""
    said = sentence.children(verb, "attr", "acomp")
    return next((token for token in said if token.lower in OWN), None) if verb.lemma.lower() == "be" else None


def _whom(sentence: Sentence, kind: Kind, *heads: Token) -> tuple[Token, ...]:
    """Whom a preposition of the kind names ("on", "against", "with"), nearest head first."""
    for head in heads:
        found = under(sentence, head, *WHOM.get(kind, WHOM_ELSE))
        if found:
            return found
    return ()


def _of_verb(sentence: Sentence, verb: Token, kind: Kind) -> Roles:
    found = arguments_of(sentence, verb)
    for reading in (_of_being, _of_noticing, _of_changing_hands, _of_stopping, _of_suffering):
        special = reading(sentence, verb, kind, found)
        if special is not None:
            return special
    found = _with_both(sentence, verb, found)
    if kind == "aid" and verb.lemma.lower() not in REACHING:
        given = tuple(t for t in sentence.children(verb, "dative") if t.pos in ("NOUN", "PROPN", "PRON"))
        whom = given or _whom(sentence, kind, verb)
        return Roles(found.agents, whom, () if whom else found.patients)
    if kind == "attack" and is_weapon(found.patients) and is_used(sentence, verb):  # "fired tear gas at protesters"
        return Roles(found.agents, _whom(sentence, kind, verb, *found.patients))
    if kind == "clash" and found.patients and lemma_of(found.patients[0]) in FOUGHT:  # "fought a war with Zoria"
        return Roles(found.agents, _whom(sentence, kind, verb, *found.patients))
    if kind in CROSSED and verb.lemma.lower() in REACHING:
        return Roles(found.agents)  # "the convoy reached Uru": where, not whom
    if kind == "control" or not found.patients:
        return Roles(found.agents, _whom(sentence, kind, verb, *found.patients), found.patients)
    return Roles(found.agents, (), found.patients)


def _of_being(sentence: Sentence, verb: Token, kind: Kind, found: Arguments) -> Roles | None:
    """The roles of "the town has been ours" and "nine children were among the dead"."""
    if (owner := _possessor(sentence, verb)) is not None:
        return Roles((owner,), (), found.agents)
    if verb.lemma.lower() != "be":
        return None
    if kind == "detention" and found.agents and not is_armed(found.agents[0]):  # "nine civilians were in the cells"
        return Roles((), (), found.agents)
    return Roles((), (), found.agents) if kind in UNDERGONE else None


def _of_noticing(sentence: Sentence, verb: Token, kind: Kind, found: Arguments) -> Roles | None:
    """The roles of verbs whose subject only looks on, or meets, or falls upon somebody."""
    lemma = verb.lemma.lower()
    if lemma in PERCEIVING and kind in DEEDS and not (lemma == "find" and kind == "detention"):
        return _of_noun(sentence, found.patients[0], kind) if found.patients else Roles()
    if kind == "meeting" and lemma in MET:
        return Roles(found.agents, found.patients or _whom(sentence, kind, verb))
    if lemma == "fall" and kind == "attack":  # "shells fell on the town", "fighters fell upon a column"
        return Roles(found.agents, (), under(sentence, verb, "on", "upon"))
    return None


def _of_changing_hands(sentence: Sentence, verb: Token, kind: Kind, found: Arguments) -> Roles | None:
    """The roles of verbs by which ground and people pass from one to another."""
    lemma = verb.lemma.lower()
    if lemma == "receive" and kind == "detention":
        return Roles(under(sentence, verb, "from"), (), found.patients)
    if kind == "control" and lemma in LOSING | {"fall"}:
        return _of_losing(sentence, verb, found.agents if lemma in LOSING else (), found.patients)
    return Roles(found.agents, under(sentence, verb, "to")) if lemma == "surrender" else None


def _of_stopping(sentence: Sentence, verb: Token, kind: Kind, found: Arguments) -> Roles | None:
    """The roles of verbs whose object is what somebody else began."""
    if verb.lemma.lower() not in STOPPING and not beats_back(sentence, verb):
        return None
    if (by := under(sentence, verb, "by")) and not is_passive(sentence, verb):
        return Roles(found.agents, by)  # the parser hangs "an assault by the army" on the verb
    return Roles(found.agents, *_stopped(sentence, found.patients, kind))


def _of_suffering(sentence: Sentence, verb: Token, kind: Kind, found: Arguments) -> Roles | None:
    """The roles of verbs whose subject undergoes them: "villagers burned", "four were killed in a raid by"."""
    lemma, passive = verb.lemma.lower(), is_passive(sentence, verb)
    behind = _behind_event(sentence, verb) if kind in UNDERGONE and (passive or not found.patients) else ()
    if passive:
        return Roles(behind, (), found.patients) if behind and not found.agents else None
    # "militiamen burned houses" is another thing
    suffers = lemma in SUFFERING or (not found.patients and (goes_up(sentence, verb) or lemma in patient_subjects()))
    return Roles(behind, (), found.agents) if suffers or _bears(verb, kind, found) else None


def _bears(verb: Token, kind: Kind, found: Arguments) -> bool:
    """Whether the subject is who was hurt or what is damaged, though the verb does not say so: "has burns", "lies"."""
    lemma = verb.lemma.lower()
    if kind == "damage":
        return lemma in RESTING and not found.patients
    named = any(entry.kind == kind and entry.word == "verb" for entry in lexicon().entries.get(lemma_of(verb), ()))
    return kind == "casualties" and not named and (lemma in BEARING or not found.patients)


def _with_both(sentence: Sentence, verb: Token, found: Arguments) -> Arguments:
    """The arguments with the two sides of an event: "clashes between A and B left nine dead", "was fought between"."""
    both = [side for noun in found.agents for side in under(sentence, noun, "between")]
    if not found.agents and not found.patients:
        both = list(under(sentence, verb, "between"))
    return Arguments(tuple(both), found.patients) if both else found


def _stopped(sentence: Sentence, blows: tuple[Token, ...], kind: Kind) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Whose attack it was, where what is stopped is an attack; else the thing stopped."""
    if blows and lexicon().names(lemma_of(blows[0]), "noun"):
        return _of_noun(sentence, blows[0], kind).actors, ()
    return (), blows


def _of_losing(sentence: Sentence, verb: Token, losers: tuple[Token, ...], lost: tuple[Token, ...]) -> Roles:
    takers = under(sentence, verb, "to") or next((to for noun in lost if (to := under(sentence, noun, "to"))), ())
    return Roles(takers, losers)


def _of_light_verb(sentence: Sentence, predicate: Predicate, verb: Token, noun: Roles, kind: Kind) -> Roles:
    found = arguments_of(sentence, verb)
    lemma = verb.lemma.lower()
    hit = noun.targets or _whom(sentence, kind, verb)
    if lemma in lexicon().frames.engaged:  # "have been engaged in battles with"
        return Roles(found.patients or found.agents, hit)
    if lemma in lexicon().frames.light_patient:  # "came under fire from", "suffered losses"
        source = under(sentence, verb, "from", "by") or under(sentence, predicate.word, "from", "by")
        return Roles(source or noun.actors, (), found.agents)
    if lemma in STOPPING:
        return Roles(found.agents, noun.actors or hit)
    if lemma in TELLING:
        return noun
    # "strikes were carried out by X on Y": the passive subject is the event itself
    return Roles(found.agents or noun.actors, hit, () if is_passive(sentence, verb) else noun.objects)


def _of_noun(sentence: Sentence, noun: Token, kind: Kind) -> Roles:
    lemma = lemma_of(noun)
    between = tuple(t for t in under(sentence, noun, "between") if not any(map(str.isdigit, t.text)))
    if between:
        return Roles(between)
    of = under(sentence, noun, "of")
    launched = [clause for clause in sentence.children(noun, "acl") if clause.tag in ("VBN", "VBD")]
    by = next((by for head in (noun, *of, *launched) if (by := under(sentence, head, "by"))), ())
    owners = _owners(sentence, noun) or _accused(sentence, noun)
    whom = _whom(sentence, kind, noun, *launched, *by, *of)
    if kind == "control" and lemma in PASSING and (to := under(sentence, noun, "to")):
        return Roles(to, by or owners)  # "the fall of the town to the rebels"
    if lemma in SUFFERED:
        blamed = _accused(sentence, noun)
        by = by or _behind_event(sentence, noun)
        return Roles(by or blamed, (), (() if blamed else owners) or under(sentence, noun, "among", "to") or of)
    if by:
        return Roles(by, whom, of or owners)
    if lemma in HELD:
        return Roles(owners or _holders(sentence, noun, of))
    if lemma in ACTING_OF and not (lemma in INVADED and of and of[0].pos == "PROPN"):
        return Roles(owners or of, whom)
    return Roles(owners, whom, of)


def _behind_event(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Who stands behind the attack in which somebody dies: "killed in a raid by the front", "in Zoran shelling"."""
    for event in under(sentence, head, "in", "from", "during"):
        if any(entry.kind == "attack" and entry.word == "noun" for entry in lexicon().entries.get(lemma_of(event), ())):
            return under(sentence, event, "by") or _owners(sentence, event)
    return ()


def _holders(sentence: Sentence, noun: Token, of: tuple[Token, ...]) -> tuple[Token, ...]:
    """Of-phrases of "under the control of X" name the holder; those of "X has control of Y" the place held."""
    return of if sentence.head(noun).lower in ("under", "in", "into") else ()


def _owners(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """The possessor, demonym or armed noun before an event noun: "Russia's", "Russian", "army offensive"."""
    if noun.dep == "acl":
        return (sentence.head(noun),)
    before = [child for dep in PREMODIFIERS for child in sentence.children(noun, dep) if child.i < noun.i]
    deeper = [more for child in before for more in sentence.children(child, "amod", "nmod") if is_demonym(more)]
    for child in (*before, *deeper):
        if child.dep == "poss" or child.pos == "PROPN" or is_demonym(child) or is_owner(child):
            return (child, *(t for t in sentence.children(child, "conj") if t.i < noun.i))
    return ()


def _accused(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Who is blamed for the event in "blamed the army for the deaths", "accused the army of war crimes"."""
    preposition = sentence.head(noun)
    if noun.dep != "pobj" or preposition.lower not in ("for", "of"):
        return ()
    verb = sentence.head(preposition)
    if verb.lemma.lower() not in BLAMING:
        return ()
    return tuple(sentence.children(verb, "nsubjpass") or sentence.children(verb, "dobj"))
