"""Stances that a "not" or a judgement settles: "did not deny", "neither side has confirmed", "called it a farce"."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene, laid, of_cue
from fogline.claims.attribution.phrases import span_of
from fogline.claims.attribution.verbs import VerbReader
from fogline.claims.statement import Statement
from fogline.packs.folding import fold
from fogline.packs.roles import roles
from fogline.records.claims import Stance
from fogline.records.sentences import Token

__all__ = ["FALSE", "JUDGING", "with_moods"]

NEGATIONS = frozenset("not n't never neither nor no none nobody".split())
FALSE = frozenset(
    """false baseless groundless unfounded untrue fake lie lies fabrication fabrications propaganda nonsense fiction
    fictitious invention rubbish absurd slander disinformation misinformation hoax myth wrong incorrect""".split()
)
HOLDING = frozenset("say tell report state insist maintain claim confirm".split())
ASKING = frozenset("ask wonder inquire enquire".split())
TELLING = frozenset("say tell report state".split())
MARKS = '“”"‘«»'
TOLD = frozenset("evidence information appearance announcement plot clip story news word idea talk prospect".split())
JUDGING = frozenset("call label brand dub term describe deem".split())


def with_moods(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements, each in the stance that its cue leaves no doubt of."""
    statements = [_unpaired(scene, statement) for statement in statements]
    for verb in scene.sentence.tokens:
        if verb.pos != "VERB":
            continue
        known = of_cue(statements, span_of(scene.text, [verb]))
        if known is None and verb.lemma == "call":
            statements = _judged(scene, verb, statements)
        stance = _stance(scene, verb, known) if known else None
        if stance and known and stance != known.stance:
            statements = [replace(one, stance=stance) if one is known else one for one in statements]
    return statements


def _unpaired(scene: Scene, statement: Statement) -> Statement:
    """With the first of two speakers named without the "neither" that stands before both."""
    first = statement.speakers[0] if len(statement.speakers) > 1 else None
    word = first.text.split()[0] if first else ""
    if first is None or word.lower() not in ("neither", "either", "both") or " " not in first.text:
        return statement
    name = scene.stretch(first.start + len(word) + 1, first.end)
    return replace(statement, speakers=(*name, *statement.speakers[1:]))


def _stance(scene: Scene, verb: Token, known: Statement) -> Stance | None:
    if _is_negated(scene, verb):
        if verb.lemma in scene.cues.verifying:
            kept_back = known.stance == "declines" and any(
                aux.lower == "would" for aux in scene.sentence.children(verb, "aux")
            )
            return None if kept_back or scene.sentence.children(verb, "conj") else "unconfirmed"
        return "declines" if verb.lemma == "deny" else None
    behind = scene.sentence.tokens[verb.i + 1 : verb.i + 2]
    asked = _asked(scene, verb, known)
    if asked is not None:
        return asked
    if verb.lemma == "accuse" and known.stance == "asserts":
        return "accuses"
    if verb.lemma in HOLDING and known.stance == "denies" and not _is_contrary(scene, verb, known):
        return "asserts"
    if verb.lemma in TELLING and known.stance in ("demands", "promises") and _is_past(scene, verb):
        return "asserts"
    wished = known.stance == "demands" and bool(behind) and behind[0].pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ")
    if verb.lemma in JUDGING and (wished or known.stance == "denies") and not _is_disbelieved(scene, verb, known):
        return "asserts"
    return None


def _asked(scene: Scene, verb: Token, known: Statement) -> Stance | None:
    """The stance of a question, and of what somebody wants to do himself, which he asks of nobody."""
    if verb.lemma == "want" and known.stance == "demands" and known.content[0].text.startswith("to "):
        return "asserts"
    open_ = verb.lemma in ASKING and known.stance in ("asserts", "demands") and _is_open(scene, verb)
    return "doubts" if open_ else None


def _is_open(scene: Scene, verb: Token) -> bool:
    """Whether a verb takes a question: "asked the army whether jets were flying" tells of no jets."""
    clauses = [one for one in scene.sentence.children(verb, "ccomp", "advcl") if one.i > verb.i]
    return any(mark.lower in ("whether", "if") for one in clauses for mark in scene.sentence.children(one, "mark"))


def _is_contrary(scene: Scene, verb: Token, known: Statement) -> bool:
    """Whether words in a clause say themselves that something is not so; words without a clause are left as read."""
    words = [t for piece in known.content for t in scene.sentence.tokens_in(piece.start, piece.end)]
    clauses = [one for one in scene.sentence.children(verb, "ccomp") if one.i > verb.i]
    return not clauses or any(word.lower in NEGATIONS or word.lower in FALSE for word in words)


def _is_past(scene: Scene, verb: Token) -> bool:
    """Whether a verb takes a clause on what had happened: "said that Iran had sent the missiles"."""
    clauses = [one for one in scene.sentence.children(verb, "ccomp") if one.i > verb.i]
    helpers = [aux.lower for one in clauses[:1] for aux in scene.sentence.children(one, "aux")]
    return "had" in helpers and not any(one.lemma in ("agree", "promise", "offer", "order") for one in clauses)


def _is_negated(scene: Scene, verb: Token) -> bool:
    """Whether nobody did it: "has not confirmed", "neither side confirmed", "neither Lee nor Roe"."""
    home = scene.sentence
    if any(child.lower in NEGATIONS for child in home.children(verb, "neg", "preconj")):
        return True
    owners = home.children(verb, "nsubj")
    return any(
        owner.lower in NEGATIONS or any(one.lower in NEGATIONS for one in home.children(owner, "det", "preconj", "cc"))
        for owner in owners
    )


def _is_disbelieved(scene: Scene, verb: Token, known: Statement) -> bool:
    """Whether a judgement is of something said, or in words of derision: "called the report false", "it 'theatre'"."""
    if any(mark in piece.text for piece in known.content for mark in MARKS) or _is_told(scene, verb):
        return True
    words = [t for piece in known.content for t in scene.sentence.tokens_in(piece.start, piece.end)]
    lemmas = {word.lemma.lower() for word in words} | {word.lower for word in words}
    return bool(lemmas & FALSE) or any(word.i > verb.i and word.lemma.lower() in scene.cues.claimed for word in words)


def _is_told(scene: Scene, verb: Token) -> bool:
    """Whether what is judged is a pronoun or something told or shown: "the clips", "that finding"."""
    objects = [one for one in scene.sentence.children(verb, "dobj", "nsubjpass") if one.lower not in ("which", "whom")]
    objects += [one for c in scene.sentence.children(verb, "ccomp") for one in scene.sentence.children(c, "nsubj")]
    for one in objects:
        noun = one.lemma.lower()
        role = roles().of((fold(one.text),))
        if one.pos == "PRON" or noun in scene.cues.nouns or noun in scene.cues.asides or noun in TOLD:
            return True
        if role is not None and role.kind == "document":
            return True
    return False


def _judged(scene: Scene, verb: Token, statements: list[Statement]) -> list[Statement]:
    """The statements and "Lee called the talks a farce", where a reader found none."""
    home = scene.sentence
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i and scene.speaks(one)]
    article = [t for t in home.tokens[verb.i + 2 :] if t.lower in ("a", "an")]
    if not who or not article or home.children(verb, "neg", "prep") or home.tokens[verb.i + 1].pos == "ADP":
        return statements
    read = VerbReader(scene.text, home, scene.cues).read(verb)
    judged = read is not None and any(piece.start <= article[0].start < piece.end for piece in read.content)
    return laid(statements, replace(read, stance="asserts")) if read and judged and read.speakers else statements
