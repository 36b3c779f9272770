"""Judgements beside what they judge: "called the massacre a fake", "they lie that P, Roe said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token, sentence_at
from fogline.records.spans import Span

__all__ = ["without_derision"]

CALLING = frozenset("call brand label dub describe term deem".split())
FALSE = frozenset(
    """fake lie propaganda hoax fabrication nonsense provocation disinformation forgery staged false falsehood fiction
    invention myth slander show""".split()
)
ANSWERS = ("denies", "accuses", "asserts", "demands")
LYING = frozenset({"lie"})
OPENING = "“\"‘'"


def without_derision(text: str, sentences: Sequence[Sentence], spoken: Sequence[Statement]) -> list[Statement]:
    """The statements; a denial holds what is denied without the judgement, and who says that others lie denies it."""
    found = [_unjudged(text, sentences, one) for one in spoken]
    return _with_liars(text, sentences, _of_denied_words(found))


def _unjudged(text: str, sentences: Sequence[Sentence], one: Statement) -> Statement:
    """A denial without what its matter is called: "the massacre [an example of fake propaganda]"."""
    home = sentence_at(sentences, one.cue.start) if one.cue else None
    if home is None or not home.parsed or one.cue is None or one.stance != "denies":
        return one
    if not any(word.lemma in CALLING for word in home.tokens_in(one.cue.start, one.cue.end)):
        return one
    last = one.content[-1]
    words = home.tokens_in(last.start, last.end)
    at = next((word for word in words[1:] if _opens_judgement(home, word, words)), None)
    if at is None:
        return one
    end = len(text[last.start : at.start].rstrip(" ,“\"'‘")) + last.start
    return replace(one, content=(*one.content[:-1], Span.of(text, last.start, end))) if end > last.start else one


def _opens_judgement(home: Sentence, word: Token, words: Sequence[Token]) -> bool:
    """Whether a judgement begins with a word: an article, a quotation mark or "as", with a word of falsehood behind."""
    before = home.tokens[word.i - 1]
    opens = word.lower in ("a", "an", "as", "just", "another") or word.text in ("‘", "“", '"', "'", "``")
    if not (opens or word.lemma.lower() in FALSE) or before.pos in ("ADP", "DET", "VERB", "CCONJ", "ADJ"):
        return False
    behind = [other for other in words if other.i >= word.i]
    return any(other.lemma.lower() in FALSE or other.lower in FALSE for other in behind)


def _of_denied_words(spoken: Sequence[Statement]) -> list[Statement]:
    """The statements; who denies that another says P denies P: "the lawyer denies the adviser says he fled"."""
    found: list[Statement] = []
    for one in spoken:
        inner = next((other for other in spoken if _is_all(one, other)), None) if one.stance == "denies" else None
        found.append(replace(one, content=inner.content) if inner else one)
    return found


def _is_all(outer: Statement, inner: Statement) -> bool:
    """Whether a statement holds nothing but who says what in another."""
    if inner is outer or inner.cue is None or not inner.speakers or len(outer.content) > 1:
        return False
    whole = outer.content[0]
    return inner.speakers[0].start == whole.start and inner.end == whole.end and whole.covers(inner.cue)


def _with_liars(text: str, sentences: Sequence[Sentence], spoken: Sequence[Statement]) -> list[Statement]:
    """The statements; of "they lie that P, Roe said" they say P, and Roe denies it."""
    found = list(spoken)
    for sentence in sentences:
        for verb in sentence.tokens if sentence.parsed else ():
            clauses = [c for c in sentence.children(verb, "ccomp") if c.i > verb.i] if _is_lying(sentence, verb) else []
            if clauses:
                words = [word for word in sentence.subtree(clauses[0]) if word.i > verb.i]
                held = [p.end for s in found for p in s.content if p.start <= verb.start and words[0].start < p.end]
                end = min([words[-1].end, *held])  # no signature behind: "they lie that P, - Roe"
                found = _lied(text, sentence, verb, Span.of(text, words[0].start, end), found)
    return found


def _is_lying(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is "lie" with a clause of what is lied, not of where somebody lies."""
    negated = any(child.dep == "neg" for child in sentence.children(verb))
    return verb.lemma in LYING and verb.pos == "VERB" and not negated


def _lied(text: str, home: Sentence, verb: Token, told: Span, spoken: Sequence[Statement]) -> list[Statement]:
    """The statements with the lie as its teller's and its denial by whoever calls it so."""
    found: list[Statement] = []
    known = False
    for one in spoken:
        if one.cue is not None and one.cue.start <= verb.start < one.cue.end:
            known = True
            found.append(replace(one, stance="asserts", content=(told,)) if one.stance == "denies" else one)
        elif one.stance in ANSWERS and one.cue is not None and any(p.covers(told) for p in one.content):
            head = home.tokens_in(one.start, verb.start)
            whole = len(head) < 6 and one.speakers != () and not any(word.pos == "VERB" for word in head)
            found.append(replace(one, stance="denies", content=(told,), statuses=()) if whole else one)
        else:
            found.append(one)
    subjects = [who for who in home.children(verb, "nsubj") if who.i < verb.i]
    if not known and subjects:
        words = home.subtree(subjects[0])
        who = Span.of(text, words[0].start, words[-1].end)
        found.append(Statement(home.index, (who,), Span.of(text, verb.start, verb.end), (told,), "asserts", score=0.6))
    return found
