"""Who speaks inside what another says: "he said the mayor had claimed that ...", "citing two officials"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene, cut, laid, of_cue
from fogline.claims.attribution.forms.subjects import subject_before
from fogline.claims.attribution.phrases import is_passive, joint, pieces, span_of
from fogline.claims.attribution.verbs import VerbReader
from fogline.claims.statement import Statement
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_inner"]

PLAIN = frozenset("say tell add state report write find".split())
CITING = frozenset("cite quote".split())
HEARD = frozenset("tell inform assure warn advise".split())
SAYING = frozenset("say tell state claim add declare warn insist".split())
ASKING = frozenset(
    "ask order request invite instruct require direct encourage regard see view cast".split()
)  # deeds as much as words
BESIDE = 4  # characters between "according to Lee" and ", citing"
FAR = 6  # words between a report and "citing"
PRONOUNS = frozenset("he she they it i we you who which that there".split())
CLAUSAL = ("ccomp", "conj", "relcl")


def with_inner(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements and those made inside them."""
    for verb in scene.sentence.tokens:
        if verb.pos not in ("VERB", "AUX"):
            continue
        if verb.lemma in CITING and verb.tag == "VBG":
            statements = _cited(scene, verb, statements)
        elif verb.lemma in CITING and verb.dep == "acl" and verb.tag == "VBN":
            statements = _carried(scene, verb, statements)
        elif verb.lemma in CITING:
            statements = _quoted(scene, verb, statements)
        elif verb.lemma in HEARD and is_passive(scene.sentence, verb):
            statements = _heard(scene, verb, statements)
        elif verb.dep in CLAUSAL and scene.reports(verb) and verb.lemma not in ASKING:
            statements = _told(scene, verb, statements)
    return statements


# "the minister said that the mayor had claimed that P"


def _told(scene: Scene, verb: Token, statements: list[Statement]) -> list[Statement]:
    cue = span_of(scene.text, [verb])
    outer = _around(statements, cue)
    if outer is None or not _is_finite(scene, verb) or (outer.stance == "demands" and verb.tag == "VBP"):
        return statements
    if verb.lemma == "tell" and not scene.sentence.children(verb, "dobj", "dative"):
        return statements
    statements = [_plain(scene, one, verb) if one is outer else one for one in statements]
    if of_cue(statements, cue) is not None:
        return statements
    read = VerbReader(scene.text, scene.sentence, scene.cues).read(verb)
    if read is None or not read.speakers or read.end <= verb.end:
        return statements
    read = replace(read, content=tuple(piece for piece in read.content if piece.start >= verb.end))
    if verb.dep == "relcl" and not scene.sentence.children(verb, "ccomp"):
        return statements
    if verb.lemma == "describe":  # the parse cuts "described men burning barns" anywhere
        read = replace(read, content=scene.stretch(read.start, max(t.end for t in scene.sentence.subtree(verb))))
    kept = tuple(part for piece in read.content for part in _within(scene, piece, outer))
    return laid(statements, replace(_thought(read, outer), content=kept)) if kept else statements


def _around(statements: list[Statement], cue: Span) -> Statement | None:
    """The innermost statement in whose words a cue stands."""
    holding = [s for s in statements if s.cue and s.speakers and any(piece.covers(cue) for piece in s.content)]
    return min(holding, key=lambda s: s.end - s.start) if holding else None


def _is_finite(scene: Scene, verb: Token) -> bool:
    """Whether somebody named says so, and not only might: "the mayor had claimed", no "the army would announce"."""
    home = scene.sentence
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    named = bool(who) and who[0].lower not in PRONOUNS and scene.speaks(who[0])
    whose = bool(who) and who[0].lower == "who" and verb.dep == "relcl" and scene.speaks(home.head(verb))
    if not (named if verb.dep != "relcl" else whose):
        return False
    helpers = home.children(verb, "aux")
    bare = any(aux.tag in ("MD", "TO") for aux in helpers) or (verb.tag in ("VBG", "VB") and not helpers)
    loose = any(mark.lower != "that" for mark in home.children(verb, "mark") if mark.i < verb.i)
    loose = loose or any(how.tag == "WRB" for how in home.children(verb, "advmod"))
    return not bare and not loose and not home.children(verb, "neg")


def _plain(scene: Scene, outer: Statement, verb: Token) -> Statement:
    """Who says in plain words that another accuses or warns does neither himself."""
    words = scene.sentence.tokens_in(outer.cue.start, outer.cue.end) if outer.cue else []
    above = any(word.i == scene.sentence.head(verb).i and word.lemma in PLAIN for word in words)
    return replace(outer, stance="asserts") if above and outer.stance != "asserts" else outer


def _thought(inner: Statement, outer: Statement) -> Statement:
    """The inner statement with what a trained reader thinks of kind and status of the outer one."""
    return replace(inner, kinds=outer.kinds, statuses=outer.statuses, kind=outer.kind, status=outer.status)


def _within(scene: Scene, piece: Span, outer: Statement) -> Iterator[Span]:
    for other in outer.content:
        if other.start < piece.end and piece.start < other.end:
            yield from scene.stretch(max(piece.start, other.start), min(piece.end, other.end))


# "he had been told by the army that P"


def _heard(scene: Scene, verb: Token, statements: list[Statement]) -> list[Statement]:
    home = scene.sentence
    agents = [noun for by in home.children(verb, "agent") for noun in home.children(by, "pobj")]
    clauses = [one for one in home.children(verb, "ccomp") if one.i > verb.i]
    known = of_cue(statements, span_of(scene.text, [verb]))
    orders = [] if known else [one for one in home.children(verb, "xcomp") if one.i > verb.i]
    clauses = clauses or orders
    if not agents or not clauses or not scene.speaks(agents[0]) or home.children(verb, "neg"):
        return statements
    content = pieces(scene.text, home, home.subtree(clauses[0]))
    helpers = [aux for aux in home.children(verb, "aux", "auxpass") if aux.i < verb.i]
    cue = span_of(scene.text, [*helpers, verb])
    stance = scene.cues.stance("d" if clauses is orders else "c", verb.lemma) or "asserts"
    told = scene.statement(scene.names(agents[0]), cue, content, stance)
    outer = _around(statements, cue)
    statements = [_plain(scene, one, verb) if one is outer else one for one in statements]
    return laid(statements, _thought(told, outer) if outer else told) if content else statements


# "Newswire, citing two officials, said P"


def _cited(scene: Scene, verb: Token, statements: list[Statement]) -> list[Statement]:
    home = scene.sentence
    sources = home.children(verb, "dobj")
    if not sources or home.children(verb, "aux") or not all(scene.speaks(one) for one in joint(home, sources[0])):
        return statements
    outer = _citing(scene, verb, statements)
    if outer is None or outer.cue is None:
        return statements
    aside = home.subtree(verb)
    first, last = aside[0], max(home.subtree(sources[0]), key=lambda token: token.i)
    end = home.tokens[last.i + 1].end if home.tokens[last.i + 1 : last.i + 2] else last.end
    content = cut(scene.text, [outer], min(first.start, verb.start), end)[0].content
    content = tuple(span for span in content if span.start >= last.end or span.end <= first.start)
    if not content:
        return statements
    statements = laid(statements, replace(outer, content=content))
    cue = span_of(scene.text, [verb])
    inner = scene.statement(scene.names(sources[0]), cue, content, "asserts")
    return laid(statements, replace(_thought(inner, outer), under=outer.cue))


def _citing(scene: Scene, verb: Token, statements: list[Statement]) -> Statement | None:
    """The statement that somebody makes by citing another: the one whose cue or speaker the participle hangs on."""
    home = scene.sentence
    here = [s for s in statements if s.cue and s.speakers and home.start <= s.cue.start < home.end]
    here = [s for s in here if s.cue and not s.cue.start <= verb.start < s.cue.end]
    for above in home.ancestors(verb):
        for one in here:
            if any(span and span.start <= above.start < span.end for span in (one.cue, *one.speakers)):
                return one
    before = [one for one in here if one.cue and one.cue.end <= verb.start <= one.start]
    before += [one for one in here if any(0 <= verb.start - speaker.end < BESIDE for speaker in one.speakers)]
    return before[-1] if before else _reporting(scene, verb, statements)


def _reporting(scene: Scene, verb: Token, statements: list[Statement]) -> Statement | None:
    """The report before a participle that a reader took for the cue: "the agency reported, citing Lee, that P"."""
    known = of_cue(statements, span_of(scene.text, [verb]))
    above = [token for token in scene.sentence.tokens[max(verb.i - FAR, 0) : verb.i] if token.pos == "VERB"]
    if known is None or not above or known.start < verb.end or not scene.reports(above[-1]):
        return None
    name = subject_before(scene, above[-1])
    return replace(known, cue=span_of(scene.text, [above[-1]]), speakers=(name,), unnamed=False) if name else None


# "state television quoted the minister as saying P"


def _quoted(scene: Scene, verb: Token, statements: list[Statement]) -> list[Statement]:
    home = scene.sentence
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    source = next(iter(home.children(verb, "dobj")), None)
    says = [t for prep in home.children(verb, "prep") if prep.lower == "as" for t in home.children(prep, "pcomp")]
    said = next((t for t in says if t.lemma in SAYING and t.tag == "VBG"), None)
    content = pieces(scene.text, home, [t for t in home.subtree(said) if t.i > said.i]) if said else ()
    if said is None or not content:
        return statements
    if is_passive(home, verb):
        return _quoted_by(scene, verb, said, content, statements)
    if not who or source is None:
        return statements
    known = of_cue(statements, span_of(scene.text, [said])) or of_cue(statements, span_of(scene.text, [verb]))
    if known and known.end > content[-1].end and known.end <= home.end:  # the parse breaks off in a quotation
        content = (*content[:-1], *scene.stretch(content[-1].start, known.end))
    names = scene.names(source)
    low = min(name.start for name in names)
    outer = scene.statement(scene.names(who[0]), span_of(scene.text, [verb]), (), "asserts")
    outer = replace(outer, content=scene.stretch(low, content[-1].end))
    statements = [s for s in statements if not (s.cue and s.cue.start <= said.start < s.cue.end)]
    inner = scene.statement(names, span_of(scene.text, [said]), content, "asserts")
    return laid(laid(statements, outer), inner)


def _carried(scene: Scene, verb: Token, statements: list[Statement]) -> list[Statement]:
    """ "local police, quoted by the daily, said P"."""
    home = scene.sentence
    agents = [noun for by in home.children(verb, "agent") for noun in home.children(by, "pobj")]
    inner = _citing(scene, verb, statements)
    if not agents or inner is None or inner.under is not None or not scene.speaks(agents[0]):
        return statements
    cue = span_of(scene.text, [verb])
    outer = _thought(scene.statement(scene.names(agents[0]), cue, inner.content, "asserts"), inner)
    return laid([replace(one, under=cue) if one is inner else one for one in statements], outer)


def _quoted_by(
    scene: Scene, verb: Token, said: Token, content: tuple[Span, ...], statements: list[Statement]
) -> list[Statement]:
    """ "the president was quoted by the paper as saying P"."""
    home = scene.sentence
    agents = [noun for by in home.children(verb, "agent") for noun in home.children(by, "pobj")]
    who = home.children(verb, "nsubjpass")
    if not agents or not who:
        return statements
    cue = span_of(scene.text, [verb])
    outer = scene.statement(scene.names(agents[0]), cue, content, "asserts")
    statements = [s for s in statements if not (s.cue and s.cue.start <= said.start < s.cue.end)]
    inner = scene.statement(scene.names(who[0]), span_of(scene.text, [said]), content, "asserts")
    return laid(laid(statements, outer), replace(_thought(inner, outer), under=cue))
