"""Where a statement begins and ends: at the edges of its phrases, not in the middle of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["with_whole_phrases"]

OPENING = '“"«‘'
LOOSE = ",;:–—- "  # what may stand at the end of words cut out of a sentence, and says nothing
FOOTNOTES = re.compile(r"(?<=\S)\.?(?:\[\w{1,3}\]?)+$")
ASIDES = ("appos", "relcl", "advcl", "parataxis")
PAIRS = {"(": ")", "[": "]"}
TERMS = re.compile(r"in (?:the )?(?:\w+ ){0,3}terms,? (?=\S)")
TURNS = frozenset({"in turn", "very much", "once again", "once more", "in public", "in private", "in particular"})
MANNER = ("in", "with", "without", "by", "at", "on")
APART = ("PUNCT", "CCONJ", "SPACE")
RANK = 6  # words of a rank with whose it is


def with_whole_phrases(text: str, sentences: Sequence[Sentence], statements: Sequence[Statement]) -> list[Statement]:
    """The statements, their outer edges moved out to the ends of the phrases they stand in.

    On 160 articles this brings 24 more of 3,000 statements to an overlap of 0.8. Quotations end where their marks
    stand. Moving edges in, so as to leave out loose adverbs and clauses, makes more of them worse than better.
    """
    cues = [statement.cue for statement in statements if statement.cue]
    return [_whole(text, sentences, statement, cues) for statement in statements]


def _whole(text: str, sentences: Sequence[Sentence], statement: Statement, cues: Sequence[Span]) -> Statement:
    statement = _ranked(text, statement)
    content = _less_manner(text, statement)
    statement = statement.saying(tuple(content))
    first, last = content[0], content[-1]
    if not _is_quoted(last):
        content[-1] = _trimmed(text, _to_the_right(text, sentences, statement, last, cues))
    if not _is_quoted(first):
        content[0] = _to_the_left(text, sentences, statement, content[0])
    return statement.saying(tuple(_unled(text, piece) for piece in content))


def _ranked(text: str, statement: Statement) -> Statement:
    """The statement, its speaker with the rank whose full stop looked like an end: "..., Const. Ann Roe said"."""
    last, who = statement.content[-1], statement.speakers[0] if len(statement.speakers) == 1 else None
    if who is None or not last.end < who.start or text[last.end : who.start] != ". ":
        return statement
    comma = last.text.rfind(", ")
    rank = last.text[comma + 2 :]
    if comma <= 0 or len(rank.split()) > RANK or not rank.split()[-1][:1].isupper():
        return statement
    cut = last.start + comma
    whole = (*statement.content[:-1], Span.of(text, last.start, cut))
    return replace(statement, content=whole, speakers=(Span.of(text, cut + 2, who.end),))


def _less_manner(text: str, statement: Statement) -> list[Span]:
    """The pieces without what tells how it was said: "Lee, in strong terms, condemned the raid", "in turn accused"."""
    first, cue = statement.content[0], statement.cue
    ends = [speaker.end for speaker in statement.speakers]
    led = cue is not None and bool(ends) and max(ends) <= first.start and first.end < cue.start
    if led and len(statement.content) > 1 and first.text.lower() in TURNS:
        return list(statement.content[1:])
    if cue is not None and cue.end < first.start and (strong := TERMS.match(first.text)):
        return [Span.of(text, first.start + strong.end(), first.end), *statement.content[1:]]
    opened = text[: first.start].rstrip(" ").endswith(",") and text[first.end :].lstrip(" ").startswith(",")
    manner = led and opened and first.text.split()[0].lower() in MANNER
    return list(statement.content[manner and len(statement.content) > 1 :])


def _to_the_right(
    text: str, sentences: Sequence[Sentence], statement: Statement, piece: Span, cues: Sequence[Span]
) -> Span:
    words, taken, home = _parts(sentences, statement, piece)
    if home is None or not words:
        return piece
    inside = {token.i for token in words}
    high = words[-1].i
    for token in (words[-1], *home.ancestors(words[-1])):
        if token.i not in inside:
            break
        below = _close(home, token, high) - taken
        end = high
        while end + 1 in below:
            end += 1
        if any(cue.start < home.tokens[end].end and home.tokens[high].end <= cue.start for cue in cues):
            break
        high = end
    while high > words[-1].i and home.tokens[high].pos in APART:
        high -= 1
    return Span.of(text, piece.start, max(piece.end, home.tokens[high].end))


def _close(home: Sentence, token: Token, high: int) -> set[int]:
    """The words that hang on `token` behind the position `high` and belong to it closely, with the commas between."""
    below = [other for other in home.subtree(token) if other.i > high]
    loose = [other for other in below if _is_aside(home, other)]
    return {other.i for other in below} - {other.i for aside in loose for other in home.subtree(aside)}


def _is_aside(home: Sentence, child: Token) -> bool:
    """Whether a phrase behind a comma only adds something: an apposition, a loose clause."""
    if child.dep not in ASIDES and not (child.pos == "NOUN" and home.children(child, "relcl", "acl")):
        return False
    first = home.subtree(child)[0]
    return home.tokens[max(first.i - 1, 0)].text == ","


def _to_the_left(text: str, sentences: Sequence[Sentence], statement: Statement, piece: Span) -> Span:
    words, taken, home = _parts(sentences, statement, piece)
    if home is None or not words or statement.cue is None:
        return piece
    inside = {token.i for token in words}
    cue = {token.i for token in home.tokens_in(statement.cue.start, statement.cue.end)}
    low = words[0].i
    for token in words:
        if token.head in cue and token.head not in inside:
            below = {other.i for other in home.subtree(token)} - taken
            while low - 1 in below:
                low -= 1
    while low < words[0].i and home.tokens[low].pos in APART:
        low += 1
    return Span.of(text, min(piece.start, home.tokens[low].start), piece.end)


def _parts(
    sentences: Sequence[Sentence], statement: Statement, piece: Span
) -> tuple[list[Token], set[int], Sentence | None]:
    """The words of a piece, the indices of words that name speaker and cue, and the sentence of both."""
    cue = statement.cue
    near = (s for s in sentences[statement.sentence :] if s.start <= piece.start < s.end)
    home = next(near, None)
    if home is None or not home.parsed or piece.end > home.end or cue is None or not home.start <= cue.start < home.end:
        return [], set(), None
    taken = {token.i for span in (cue, *statement.speakers) for token in home.tokens_in(span.start, span.end)}
    return home.tokens_in(piece.start, piece.end), taken, home


def _unled(text: str, piece: Span) -> Span:
    """A piece without the comma that parts it from what leads up to it."""
    rest = piece.text.lstrip(",;: ")
    return Span.of(text, piece.end - len(rest), piece.end) if rest and rest != piece.text else piece


def _trimmed(text: str, piece: Span) -> Span:
    """A piece without loose punctuation at its end, with the bracket that it opens closed."""
    end = piece.start + len(FOOTNOTES.sub("", piece.text))
    while end > piece.start + 1 and text[end - 1] in LOOSE:
        end -= 1
    inner = text[piece.start : end]
    for opening, closing in PAIRS.items():
        if inner.count(opening) > inner.count(closing) and text[end : end + 1] == closing:
            end += 1
    return piece if end == piece.end else Span.of(text, piece.start, end)


def _is_quoted(piece: Span) -> bool:
    return piece.text[:1] in OPENING or piece.text.startswith("''")
