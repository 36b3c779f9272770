"""Nobody stands behind it: "unconfirmed by the ministry", "could not be verified", "no comment from the army"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.attribution.forms.scene import Scene, laid
from fogline.claims.attribution.phrases import is_passive, pieces, span_of, without
from fogline.claims.statement import Statement
from fogline.records.claims import Stance
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_unconfirmed"]

BARE = frozenset("unconfirmed unverified uncorroborated".split())
CHECKING = frozenset("check establish determine".split())  # with those that the lexicon has, in "could not be ..."
NOBODY = frozenset("no nobody none neither".split())
ABLE = ("could", "can")
ABSENT: dict[str, Stance] = {
    **dict.fromkeys("comment response word reaction reply statement answer".split(), "declines"),
    **dict.fromkeys("confirmation corroboration verification".split(), "unconfirmed"),
}
OF = ("on", "to", "about", "of", "regarding", "over", "for")
BY = ("from", "by")
HAVING = ("have", "offer", "give", "make")
CLAUSES = ("acl", "relcl", "ccomp")


def with_unconfirmed(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements and what the sentence says that nobody confirms or comments on."""
    for token in scene.sentence.tokens:
        if token.lower in BARE:
            found = _bare(scene, token)
        elif token.lemma in ABSENT:
            found = _absent(scene, token)
        elif token.lemma in scene.cues.verifying or token.lemma in CHECKING:
            found = _unchecked(scene, token)
            statements = _claimed(scene, token, statements) if found else statements
            found = found or _pending(scene, token) or _unable(scene, token)
        elif token.lemma == "claim":
            found = _unclaimed(scene, token)
        else:
            continue
        statements = laid(_less_empty(statements, found), found) if found else statements
    return statements


def _less_empty(statements: list[Statement], found: Statement) -> list[Statement]:
    """The statements less those of the same speaker over words that only name him or the cue."""
    return [s for s in statements if s.speakers != found.speakers or s.cue or not found.speakers]


def _bare(scene: Scene, word: Token) -> Statement | None:
    """ "the fall of the town, unconfirmed by the army, ..."."""
    home = scene.sentence
    agents = [noun for by in home.children(word, "agent", "prep") for noun in home.children(by, "pobj")]
    noun = home.head(word)
    if not agents or word.dep not in ("acl", "amod", "advcl", "relcl") or noun.pos not in ("NOUN", "PROPN"):
        return None
    behind = [child for child in home.children(noun) if child.i >= word.i or child.dep == "punct"]
    content = without(home.subtree(noun), [token for child in behind for token in home.subtree(child)])
    spans = pieces(scene.text, home, content)
    cue = span_of(scene.text, [word])
    return scene.statement(scene.names(agents[0]), cue, spans, "unconfirmed") if spans else None


def _absent(scene: Scene, noun: Token) -> Statement | None:
    """ "there was no immediate comment from the army on the raid"."""
    home = scene.sentence
    verb = home.head(noun)
    no = [det for det in home.children(noun, "det") if det.lower == "no"]
    there = home.children(verb, "expl") or any(one.lower == "available" for one in home.children(verb, "acomp"))
    if no and verb.lemma in HAVING and noun.dep == "dobj":
        return _had_none(scene, noun, no[0])
    if not no or not there:
        return None
    below = [prep for one in (noun, verb, *home.children(verb, "acomp")) for prep in home.children(one, "prep")]
    below += [prep for one in below for head in home.children(one, "pobj") for prep in home.children(head, "prep")]
    who = [name for prep in below if prep.lower in BY for name in home.children(prep, "pobj")]
    what = [name for prep in below if prep.lower in OF for name in home.children(prep, "pobj")]
    if not who or not scene.speaks(who[0]):
        return None
    cue = span_of(scene.text, home.tokens[no[0].i : noun.i + 1])
    from_whom = [token for prep in below if prep.lower in BY for token in home.subtree(prep)]
    if what and who[0].i < what[0].i:
        from_whom = []
    content = pieces(scene.text, home, without(home.subtree(what[0]), from_whom)) if what else (cue,)
    named = scene.names(who[0]) if not what else _short(scene, who[0], what[0])
    names = [name for name in named if not any(name.overlap(piece) for piece in content)]
    return scene.statement(tuple(names), cue, content, ABSENT[noun.lemma]) if names and content else None


def _had_none(scene: Scene, noun: Token, no: Token) -> Statement | None:
    """ "the ministry had no immediate comment on the raid"."""
    home = scene.sentence
    verb = home.head(noun)
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i and (scene.speaks(one) or one.pos == "PRON")]
    below = [prep for one in (noun, verb) for prep in home.children(one, "prep") if prep.lower in OF]
    what = [name for prep in below for name in home.children(prep, "pobj")]
    cue = span_of(scene.text, home.tokens[no.i : noun.i + 1])
    content = pieces(scene.text, home, home.subtree(what[0])) if what else (cue,)
    return scene.statement(scene.names(who[0]), cue, content, ABSENT[noun.lemma]) if who and content else None


def _unclaimed(scene: Scene, verb: Token) -> Statement | None:
    """ "no group has claimed responsibility for the raid": nobody stands behind it."""
    home = scene.sentence
    deeds = [one for one in home.children(verb, "dobj") if one.i > verb.i]
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    below = home.subtree(who[0]) if who else []
    if not deeds or not any(token.lower in NOBODY for token in below):
        return None
    content = pieces(scene.text, home, [token for one in deeds for token in home.subtree(one)])
    cue = span_of(scene.text, home.tokens[below[0].i : verb.i + 1])
    return scene.statement((), cue, content, "unconfirmed") if content else None


def _unable(scene: Scene, verb: Token) -> Statement | None:
    """ "the mission could not determine who fired first"."""
    home = scene.sentence
    helpers = [one for one in home.children(verb, "aux", "neg") if one.i < verb.i]
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i and scene.speaks(one)]
    able = any(one.lower in ABLE for one in helpers) and any(one.dep == "neg" for one in helpers)
    if verb.lemma not in CHECKING or not able or not who:
        return None
    words = [t for c in home.children(verb, "dobj", "ccomp") for t in home.subtree(c) if c.i > verb.i]
    content = pieces(scene.text, home, words)
    cue = span_of(scene.text, sorted([*helpers, verb], key=lambda token: token.i))
    return scene.statement(scene.names(who[0]), cue, content, "unconfirmed") if content else None


def _short(scene: Scene, who: Token, what: Token) -> tuple[Span, ...]:
    """The names without what they comment on: "the embassy | on the report"."""
    return tuple(
        part
        for name in scene.names(who)
        for part in scene.stretch(name.start, min(name.end, scene.sentence.head(what).start))
        if name.start < what.start
    ) or scene.names(who)


def _unchecked(scene: Scene, verb: Token) -> Statement | None:
    """ "the claim that the town fell could not be verified": the claim, nobody named having checked it."""
    home = scene.sentence
    said = _clause_of(scene, verb)
    if not said or not home.children(verb, "neg") or not is_passive(home, verb):
        return None
    agents = [noun for by in home.children(verb, "agent") for noun in home.children(by, "pobj")]
    helpers = home.children(verb, "aux", "neg", "auxpass")
    cue = span_of(scene.text, sorted([*helpers, verb], key=lambda token: token.i))
    speakers = scene.names(agents[0]) if agents else ()
    content = pieces(scene.text, home, said)
    return scene.statement(speakers, cue, content, "unconfirmed") if content else None


def _pending(scene: Scene, verb: Token) -> Statement | None:
    """ "the junta has yet to confirm the loss"."""
    home = scene.sentence
    above = home.head(verb)
    yet = [word for word in home.children(above, "advmod") if word.lower == "yet"]
    who = [one for one in home.children(above, "nsubj") if scene.speaks(one)]
    if verb.dep != "xcomp" or above.lemma != "have" or not yet or not who:
        return None
    words = [t for c in home.children(verb, "dobj", "ccomp", "prep") for t in home.subtree(c) if c.i > verb.i]
    content = pieces(scene.text, home, words)
    cue = span_of(scene.text, home.tokens[above.i : verb.i + 1])
    return scene.statement(scene.names(who[0]), cue, content, "unconfirmed") if content else None


def _clause_of(scene: Scene, verb: Token) -> list[Token]:
    """The that-clause of the claim or report that is the subject of a passive."""
    home = scene.sentence
    for noun in home.children(verb, "nsubjpass", "nsubj"):
        if noun.lemma.lower() in scene.cues.nouns:
            clauses = [c for c in home.children(noun, *CLAUSES) if _is_that(scene, c)]
            return [token for clause in clauses[:1] for token in home.subtree(clause)]
    return []


def _is_that(scene: Scene, clause: Token) -> bool:
    first = min(scene.sentence.subtree(clause), key=lambda token: token.i)
    return first.lower == "that" and not any(
        one.i == first.i for one in scene.sentence.children(clause, "dobj", "nsubj")
    )


def _claimed(scene: Scene, verb: Token, statements: Sequence[Statement]) -> list[Statement]:
    """The statements, the claim itself under its noun without "The" before it."""
    home = scene.sentence
    noun = next(n for n in home.children(verb, "nsubjpass", "nsubj") if n.lemma.lower() in scene.cues.nouns)
    content = pieces(scene.text, home, _clause_of(scene, verb))
    cue = span_of(scene.text, [noun])
    owners = [owner for one in home.children(noun, "poss") for owner in scene.names(one)]
    for by in home.children(noun, "prep"):
        owners += [name for one in home.children(by, "pobj") if by.lower in BY for name in scene.names(one)]
    stance = scene.cues.nouns[noun.lemma.lower()]
    return laid(statements, scene.statement(tuple(owners), cue, content, stance)) if content else list(statements)
