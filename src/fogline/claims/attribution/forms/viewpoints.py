"""Whose word it is, told in front: "By the mayor's account the bridge stands", "In the army's view they fled"."""

from __future__ import annotations

from fogline.claims.attribution.forms.scene import Scene, laid, of_cue
from fogline.claims.attribution.phrases import pieces, span_of, without
from fogline.claims.statement import Statement
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_viewpoints"]

PREPOSITIONS = frozenset("by in on to from".split())
CLAUSES = ("ROOT", "ccomp", "conj", "parataxis", "advcl")
FAR = 9  # words between the preposition and the end of the genitive
OWN = frozenset("his her their its".split())
FINITE = ("VBD", "VBZ", "VBP", "MD")
ACTS = frozenset(
    "give provide make contain take keep hold find appear be write read sign include".split()
)  # "said in its report"


def with_viewpoints(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements and those that "by X's account" or "in the words of X" marks as somebody's."""
    for word in scene.sentence.tokens[:-3]:
        if word.lower in PREPOSITIONS and word.pos == "ADP":
            said = _seen(scene, word)
            known = of_cue(statements, said.cue) if said and said.cue else None
            if said and (known is None or not known.speakers or _is_cut(scene, known, word)):
                statements = laid(_others(statements, said), said)
    return statements


def _is_cut(scene: Scene, known: Statement, word: Token) -> bool:
    """Whether a reader took the preposition of the phrase for the end of what is said: "9,000 have left, by"."""
    return any(piece.end == word.end for piece in known.content)


def _others(statements: list[Statement], said: Statement) -> list[Statement]:
    """The statements less those over the same words by nobody else."""
    low, high = said.start, said.end
    return [s for s in statements if (s.cue and s.speakers) or not (s.start < high and low < s.end)]


def _seen(scene: Scene, word: Token) -> Statement | None:
    home = scene.sentence
    noun = next((n for n in home.children(word, "pobj") if n.lower in scene.cues.viewpoints), None)
    noun = noun or next((n for n in home.children(word, "pobj") if n.lemma.lower() in scene.cues.viewpoints), None)
    who = _whose(scene, noun) if noun else ()
    if noun is None or not who or not _stands_apart(scene, word, noun):
        return _bare(scene, word)
    verb = home.head(word)
    while verb.dep not in CLAUSES and verb.head != verb.i:
        verb = home.head(verb)
    words = home.subtree(verb)
    if any(_finite_says(scene, one) for one in words if one is verb):
        return None
    aside = home.subtree(word)
    while aside and aside[-1].i != noun.i and not any(s.start <= aside[-1].start < s.end for s in who):
        aside.pop()
    content = pieces(scene.text, home, without(words, aside))
    finite = any(t.tag in FINITE or t.pos == "VERB" for t in without(words, aside))
    behind = home.tokens[noun.i + 1] if noun.i + 1 < len(home.tokens) else noun
    cue = Span.of(scene.text, word.start, (behind if behind.lower == "of" else noun).end)
    cue = cue if not any(cue.overlap(s) for s in who) else span_of(scene.text, [noun])
    return scene.statement(who, cue, content, "asserts") if content and finite else None


def _bare(scene: Scene, word: Token) -> Statement | None:
    """The same where no comma parts it, and the parse runs on: "In the army's account bandits shot at it"."""
    tokens = scene.sentence.tokens
    mark = next((t for t in tokens[word.i + 1 : word.i + FAR] if t.tag == "POS" or t.pos == "PUNCT"), None)
    noun = tokens[mark.i + 1] if mark is not None and mark.tag == "POS" and mark.i + 1 < len(tokens) else None
    if mark is None or noun is None or noun.lower not in scene.cues.viewpoints or word.start > scene.opening():
        return None
    owner, words = tokens[word.i + 1 : mark.i], tokens[noun.i + 1 :]
    if not owner or not words or not scene.speaks(owner[-1]) or words[0].pos in ("ADP", "VERB", "AUX"):
        return None
    content = scene.stretch(words[0].start, scene.closing())
    told = any(t.pos in ("VERB", "AUX") or t.tag == "VBD" for t in words) and content
    who = (span_of(scene.text, owner),)
    return scene.statement(who, span_of(scene.text, [noun]), content, "asserts") if told else None


def _finite_says(scene: Scene, verb: Token) -> bool:
    """Whether the clause itself tells that somebody says something: "In its report the mission said that"."""
    return scene.reports(verb) or verb.lemma in ACTS - {"be"}


def _whose(scene: Scene, noun: Token) -> tuple[Span, ...]:
    """Whose account it is: a noun in the genitive, or behind "of"."""
    home = scene.sentence
    owners = [one for one in home.children(noun, "poss") if one.lower not in ("my", "our", "your")]
    owners += [n for of in home.children(noun, "prep") if of.lower == "of" for n in home.children(of, "pobj")]
    if not owners or not (scene.speaks(owners[0]) or owners[0].lower in OWN):
        return ()
    return tuple(_to_comma(scene, name) for name in scene.names(owners[0]))


def _to_comma(scene: Scene, name: Span) -> Span:
    comma = name.text.find(",")
    return name if comma < 0 else Span.of(scene.text, name.start, name.start + comma)


def _stands_apart(scene: Scene, word: Token, noun: Token) -> bool:
    """Whether the phrase opens the sentence, or stands between commas."""
    home = scene.sentence
    if word.start <= scene.opening():
        return True
    after = max([t.i for t in home.subtree(word)], default=noun.i) + 1
    before = home.tokens[word.i - 1].text
    return before == "," and after < len(home.tokens) and home.tokens[after].text in (",", ".")
