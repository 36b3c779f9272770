"""Verbs of running text that the parser misplaced: "had kidnapped teachers", "shells fired by rebels hit the port"."""

from __future__ import annotations

from dataclasses import replace

from fogline.records.sentences import Sentence, Token

__all__ = ["restored"]

MODIFYING = ("amod", "compound", "nmod")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
PRESENT = ("VBD", "VBZ", "VBP")
VERBAL = frozenset({*PRESENT, "VBN"})


def restored(sentence: Sentence) -> dict[int, Token]:
    """The tokens to put in place of those of the sentence; none where the parse is in order."""
    for token in sentence.tokens:
        if token.tag not in VERBAL:
            continue
        if token.dep in MODIFYING:
            changes = _raised(sentence, token)
        elif token.tag in ("VBN", "VBD") and sentence.children(token, "agent"):
            changes = _lowered(sentence, token)
        else:
            continue
        if changes:
            return changes
    return {}


def _raised(sentence: Sentence, verb: Token) -> dict[int, Token]:
    """A verb made a modifier of its object, though it has a subject: "its fighters [had kidnapped teachers]"."""
    noun = sentence.head(verb)
    if noun.i < verb.i:
        return {}
    auxes = [t for t in sentence.children(verb, "aux") if t.lemma.lower() == "have"]
    subjects = [t for head in (verb, *auxes) for t in sentence.children(head, "nsubj") if t.i < verb.i]
    if not subjects or (verb.tag == "VBN" and not auxes):
        return {}
    root = noun.head == noun.i
    raised = replace(verb, dep="ROOT" if root else "ccomp", head=verb.i if root else noun.head, pos="VERB")
    return {
        verb.i: raised,
        noun.i: replace(noun, dep="dobj", head=verb.i),
        subjects[0].i: replace(subjects[0], head=verb.i),
    }


def _lowered(sentence: Sentence, participle: Token) -> dict[int, Token]:
    """A participle behind the subject that was made the verb of it: "shells [fired by rebels] hit the port"."""
    subjects = sentence.children(participle, *SUBJECTS)
    if len(subjects) != 1 or subjects[0].i > participle.i or sentence.children(participle, "aux", "auxpass", "cc"):
        return {}
    for verb in sentence.tokens[participle.i + 1 :]:
        beside = verb.head == participle.head and verb.dep == participle.dep != "ROOT"
        if verb.tag not in PRESENT or not (beside or (verb.dep == "conj" and verb.head == participle.i)):
            continue
        if sentence.children(verb, *SUBJECTS):
            return {}
        head = verb.i if participle.head == participle.i else participle.head
        return {
            participle.i: replace(participle, dep="acl", head=subjects[0].i, tag="VBN"),
            subjects[0].i: replace(subjects[0], head=verb.i, dep="nsubj"),
            verb.i: replace(verb, dep=participle.dep, head=head),
        }
    return {}
