"""What somebody is said to want: who writes "the army plans to storm the town" tells it, the army does not say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.phrases import antecedent, is_passive
from fogline.claims.nesting import encloses
from fogline.claims.statement import Statement
from fogline.records.claims import Stance, Status
from fogline.records.sentences import Sentence, Token, sentence_at
from fogline.records.spans import Span

__all__ = ["without_intentions"]

INTENDING = frozenset("want wish intend plan aim seek try attempt mean plot scheme strive endeavour".split())
TRYING = frozenset("try attempt strive seek endeavour".split())
PURPOSES = frozenset("plan intention aim goal attempt plot scheme wish desire intent".split())
BESIDE = ("ADV", "PART", "AUX", "DET", "ADJ", "PUNCT")
FIRST_PERSON = frozenset("i we".split())
MARKS = frozenset('“”"«»')


def without_intentions(text: str, sentences: Sequence[Sentence], spoken: Sequence[Statement]) -> list[Statement]:
    """The statements; an intention is told by whoever says the sentence: the statement around it, or the report.

    Somebody's own "we plan to", and an intention in quotation marks, are his words.
    """
    found: list[Statement] = []
    wishes = [one for one in spoken if _is_intention(sentences, one)]
    for one in spoken:
        if one not in wishes:
            found.append(_intended(sentences, one, wishes))
            continue
        told = _told(text, sentences, one)
        said = any(other is not one and (encloses(spoken, other, one) or _covers(other, told)) for other in spoken)
        if told is not None and not said:
            found.append(told)
    return found


def _intended(sentences: Sequence[Sentence], outer: Statement, wishes: Sequence[Statement]) -> Statement:
    """What somebody says of another's intention alone: told as planned, and neither demanded nor promised."""
    for wish in wishes:
        home = sentence_at(sentences, wish.start)
        between = home.tokens_in(outer.start, wish.speakers[0].start) if home and home.start <= outer.start else None
        if between is None or outer.start > wish.speakers[0].start or outer.end < wish.end:
            continue
        if all(word.pos in ("SCONJ", "DET", "ADJ", "PUNCT") for word in between):
            stance: Stance = "asserts" if outer.stance in ("demands", "promises") else outer.stance
            status = _status(home, wish) if home else None
            return replace(outer, stance=stance, status=status, statuses=()) if status else outer
    return outer


def _covers(other: Statement, told: Statement | None) -> bool:
    return told is not None and any(piece.covers(told.content[0]) for piece in other.content)


def _is_intention(sentences: Sequence[Sentence], statement: Statement) -> bool:
    """Whether a statement is somebody's wish to do something, in nobody's words: "wants to seize the port"."""
    cue, speakers = statement.cue, statement.speakers
    home = sentence_at(sentences, cue.start) if cue else None
    if cue is None or home is None or not home.parsed or len(speakers) != 1 or len(statement.content) != 1:
        return False
    words = home.tokens_in(cue.start, cue.end)
    content = statement.content[0]
    if speakers[0].text.lower() in FIRST_PERSON or any(mark in content.text for mark in MARKS):
        return False
    first = home.token_at(content.start)
    if first is None or first.tag != "TO" or not speakers[0].end <= cue.start <= cue.end <= content.start:
        return False
    heads = [word for word in words if word.pos not in BESIDE]
    return bool(heads) and all(_is_wish(word) and not is_passive(home, word) for word in heads)


def _is_wish(word: Token) -> bool:
    lemma = word.lemma.lower()
    return lemma in (INTENDING if word.pos in ("VERB", "AUX") else PURPOSES)


def _told(text: str, sentences: Sequence[Sentence], statement: Statement) -> Statement | None:
    """The whole clause, told by nobody named; None where a question asks for it."""
    home, speaker = sentence_at(sentences, statement.start), statement.speakers[0]
    who = home.token_at(speaker.start) if home else None
    if home is None or who is None or home.text.rstrip().endswith("?") or _is_participle(home, statement):
        return None
    above = antecedent(home, who) if " " not in speaker.text else []
    start = _opening(home, above[0] if above else who)
    whole = Span.of(text, start, statement.content[0].end)
    return replace(
        statement,
        speakers=(),
        cue=None,
        content=(whole,),
        stance="asserts",
        unnamed=False,
        status=_status(home, statement),
        statuses=(),
    )


def _is_participle(home: Sentence, statement: Statement) -> bool:
    """Whether the wish stands beside a deed: "took 40 children, intending to keep them"."""
    words = home.tokens_in(statement.cue.start, statement.cue.end) if statement.cue else []
    return bool(words) and words[0].tag == "VBG"


def _opening(home: Sentence, first: Token) -> int:
    """Where the clause begins: with the article and the words before the name."""
    low = first.i
    while low and home.tokens[low - 1].head in range(first.i, home.tokens[-1].i + 1):
        if home.tokens[low - 1].dep not in ("det", "amod", "compound", "nummod", "poss"):
            break
        low -= 1
    return home.tokens[low].start


def _status(home: Sentence, statement: Statement) -> Status | None:
    """Planned, or not so: "does not plan to withdraw"; what is being tried is read like any deed."""
    words = home.tokens_in(statement.cue.start, statement.cue.end) if statement.cue else []
    if any(word.dep == "neg" or word.lower in ("not", "n't", "never") for word in words):
        return "negated"
    return None if any(word.lemma in TRYING for word in words) else "planned"
