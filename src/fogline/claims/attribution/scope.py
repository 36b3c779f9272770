"""How much of its sentence a cue speaks for: all before a trailing "he said", none of what leads up to the speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from fogline.claims.attribution.headlines import is_headline_mark
from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token, sentence_at
from fogline.records.spans import Span

__all__ = ["with_scope"]

FOOTNOTE = re.compile(r"\.\s?(?:\[\w{1,3}\]\s*)+(?=[A-Z])")
MARKS = '“"«”»'
LONGEST = 80  # characters of a cue
GOING_ON = re.compile(r",\s+(?:and|but|while)\s")
LEADS = frozenset("but and however meanwhile so yet still also though".split())
RIVALS = frozenset("while whereas but although though".split())
REMARKS = frozenset("cite highlight underscore underline reflect signal illustrate demonstrate fuel spark".split())
PLAIN = frozenset("said says say added adds told reported reports to".split())


def with_scope(text: str, sentences: Sequence[Sentence], statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each over as much of its sentence as its cue governs."""
    scoped = (_scoped(text, sentences, statement, statements) for statement in statements)
    kept = [one for one in scoped if not _is_lead(sentences, one) and not _is_behind_note(text, one)]
    beside = _by_cue(kept)
    kept = [one for one in kept if not any(_leads_up(text, one, other) for other in beside(one))]
    return [one for one in kept if not any(_goes_on(text, sentences, one, other) for other in beside(one))]


def _by_cue(statements: Sequence[Statement]) -> Callable[[Statement], Sequence[Statement]]:
    """The other statements whose cues overlap that of one."""
    cued = sorted((one for one in statements if one.cue), key=lambda one: one.cue.start if one.cue else 0)
    starts = [one.cue.start for one in cued if one.cue]

    def beside(statement: Statement) -> Sequence[Statement]:
        cue = statement.cue
        if cue is None:
            return ()
        return cued[bisect_left(starts, cue.start - LONGEST) : bisect_left(starts, cue.end)]

    return beside


def _goes_on(text: str, sentences: Sequence[Sentence], statement: Statement, other: Statement) -> bool:
    """Whether the report itself goes on where another statement under the same cue has ended."""
    cue = statement.cue
    home = sentence_at(sentences, cue.start) if cue else None
    if statement is other or cue is None or home is None or not home.parsed or len(statement.content) > 1:
        return False
    ended = (
        other.cue is not None and other.cue.overlap(cue) > 0 and home.start <= other.start and other.end <= cue.start
    )
    return ended and _is_news(text, home, statement.content[0], statement)


def _leads_up(text: str, statement: Statement, other: Statement) -> bool:
    """Whether words stand before a speaker whose own follow the cue: "Needs grow, and we urge them to help"."""
    if statement is other or not statement.cue or not other.cue or not statement.speakers or _is_marked(statement):
        return False
    if not statement.cue.overlap(other.cue) or statement.end > min(one.start for one in statement.speakers):
        return False
    between = text[other.cue.end : other.start] if other.start >= other.cue.end else "-"
    for speaker in other.speakers:  # "Guards fire, being told by officers they aim high"
        between = between.replace(speaker.text, "")
    return not between.strip()


def _is_marked(statement: Statement) -> bool:
    return any(mark in piece.text for piece in statement.content for mark in MARKS)


def _is_lead(sentences: Sequence[Sentence], statement: Statement) -> bool:
    """Whether the words only tell how somebody came to speak: "Speaking in the capital, the minister said: ..."."""
    home = sentence_at(sentences, statement.cue.start) if statement.cue else None
    first = statement.content[0]
    if home is None or not statement.speakers or not home.parsed or not _is_in(home, first):
        return False
    if is_headline_mark(statement.cue):
        return False  # "Shelling of Tarn: nobody hurt - army"
    words = home.tokens_in(first.start, first.end)
    if len(statement.content) > 1 or not words or first.end > statement.speakers[0].start:
        return False
    top = next((word for word in words if word.tag in ("VBG", "VBN")), None)
    return words[0] in (top, words[-1]) and top is not None and top.dep == "advcl" and not home.children(top, "nsubj")


def _scoped(
    text: str, sentences: Sequence[Sentence], statement: Statement, statements: Sequence[Statement]
) -> Statement:
    cue = statement.cue
    home = sentence_at(sentences, cue.start) if cue else None
    if (
        cue is None
        or home is None
        or not home.parsed
        or not all(home.start <= p.start < home.end for p in statement.content)
    ):
        return statement
    others = [
        other for other in statements if other.cue and other.cue != cue and home.start <= other.cue.start < home.end
    ]
    content = _within_footnotes(text, statement, cue)
    content = _without_lead(text, statement.saying(content), cue)
    content = _from_start(text, home, content, statement, others)
    content = _before_comment(text, home, _before_rival(text, home, content, others))
    content = _before_news(text, home, content, statement)
    return statement.saying(content)


def _within_footnotes(text: str, statement: Statement, cue: Span) -> tuple[Span, ...]:
    """On the cue's side of a footnote that hides the end of a sentence: "... was lost.[1] On Monday"."""
    pieces = []
    for piece in statement.content:
        start, end = piece.start, piece.end
        for note in FOOTNOTE.finditer(text, piece.start, piece.end):
            if note.start() >= cue.end:
                end = min(end, note.start())
            elif note.end() <= cue.start:
                start = max(start, note.end())
        if start < end and not _is_noted(text, cue.end, start):
            pieces.append(Span.of(text, start, end))
    return tuple(pieces) or statement.content


def _is_behind_note(text: str, statement: Statement) -> bool:
    """Whether all words stand behind a footnote that ends the sentence of their cue."""
    cue = statement.cue
    return cue is not None and statement.content[0].text[:1] not in MARKS and _is_noted(text, cue.end, statement.start)


def _is_noted(text: str, low: int, high: int) -> bool:
    return low < high and FOOTNOTE.search(text, low, high + 1) is not None  # the mark needs the letter behind it


def _is_in(home: Sentence, span: Span) -> bool:
    return home.start <= span.start < home.end


def _without_lead(text: str, statement: Statement, cue: Span) -> tuple[Span, ...]:
    """Without the words that lead up to the speaker: "In an interview, Lee said the road is open"."""
    content = statement.content
    named = [span.start for span in (*statement.speakers, cue)]
    if not statement.speakers or len(content) < 2 or content[0].end > min(named) or content[1].start < cue.end:
        return content
    if text[cue.end : content[1].start].strip() or any(mark in content[0].text for mark in MARKS):
        return content
    return content[1:]


def _from_start(
    text: str, home: Sentence, content: tuple[Span, ...], statement: Statement, others: Sequence[Statement]
) -> tuple[Span, ...]:
    """From the start of the sentence where the cue stands behind its words: "..., according to the ministry"."""
    first, cue = content[0], statement.cue
    named = [span.start for span in (*statement.speakers, *([cue] if cue else []))]
    low = _opening(home)
    if cue is None or cue.text.lower().split()[-1] not in PLAIN or text[first.end : min(named)].strip() != ",":
        return content
    if low >= first.start or any(mark in text[low : first.end] for mark in MARKS):
        return content
    if any(low <= span.start < first.start for other in others for span in (other.cue, *other.speakers) if span):
        return content
    return (Span.of(text, low, first.end), *content[1:])


def _opening(home: Sentence) -> int:
    """Where the sentence begins, behind "But" and "Meanwhile,"."""
    words = list(home.tokens)
    while words and (words[0].lower in LEADS or words[0].pos in ("PUNCT", "SPACE")):
        words.pop(0)
    return words[0].start if words else home.start


def _before_rival(
    text: str, home: Sentence, content: tuple[Span, ...], others: Sequence[Statement]
) -> tuple[Span, ...]:
    """Without a contrasting clause in which somebody else speaks: "..., while residents said"."""
    last = content[-1]
    for other in others:
        voice = min(span.start for span in (other.cue, *other.speakers) if span)
        before = [token for token in home.tokens_in(last.start, voice) if token.i]
        if not last.start < voice < last.end or not before:
            continue
        if before[-1].lower in RIVALS and _is_parted(home, before[-1]):
            end = home.tokens[before[-1].i - 1].start
            return (*content[:-1], Span.of(text, last.start, end)) if end > last.start else content
    return content


def _before_news(text: str, home: Sentence, content: tuple[Span, ...], statement: Statement) -> tuple[Span, ...]:
    """Without what the report goes on to tell itself behind the cue."""
    return content[:-1] if len(content) > 1 and _is_news(text, home, content[-1], statement) else content


def _is_news(text: str, home: Sentence, piece: Span, statement: Statement) -> bool:
    """Whether the report itself goes on behind a cue: "..., the firm said, and traders in Tarn closed their shops"."""
    cue = statement.cue
    if cue is None or not statement.speakers or _is_marked(statement) or cue.text.lower().split()[-1] not in PLAIN:
        return False
    edge = max(cue.end, *(speaker.end for speaker in statement.speakers))
    before = text[home.start : min(cue.start, *(speaker.start for speaker in statement.speakers))].rstrip()
    if edge > piece.start or before[-1:] != "," or GOING_ON.match(text, edge, piece.start + len("and  ")) is None:
        return False
    subject = next((one for one in home.tokens_in(piece.start, piece.end) if one.dep in ("nsubj", "nsubjpass")), None)
    verb = home.head(subject) if subject else None
    return (
        subject is not None
        and verb is not None
        and piece.start <= verb.start < piece.end
        and subject.pos in ("NOUN", "PROPN")
    )


def _before_comment(text: str, home: Sentence, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without the reporter's remark at the end: "..., highlighting the alliance"."""
    last = content[-1]
    if any(mark in last.text[-2:] for mark in MARKS):
        return content
    for token in home.tokens_in(last.start, last.end)[2:]:
        before = home.tokens[token.i - 1]
        if (
            token.tag == "VBG"
            and token.lemma in REMARKS
            and (before.text == "," or home.tokens[token.i - 2].text == ",")
        ):
            end = before.start if before.text == "," else before.end
            return (*content[:-1], Span.of(text, last.start, end))
    return content


def _is_parted(home: Sentence, word: Token) -> bool:
    return home.tokens[word.i - 1].text in (",", ";", "-", "–", "—")
