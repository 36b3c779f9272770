"""Statements of several deeds as one statement for each deed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.claims.events.event import Event
from fogline.claims.events.own_voice import NO_EVENT
from fogline.claims.parting.deeds import deeds_apart
from fogline.claims.parting.ground import Ground
from fogline.claims.parting.ranges import pieces_of
from fogline.claims.statement import Statement
from fogline.records.mentions import ActorMention, Mention
from fogline.records.naming import Named
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["each_deed"]

PLAIN = ("other", "accusation")  # "burned a post", "stole 200 cattle": a deed all the same where fighters do it
CONNECTIVES = ("CCONJ", "SCONJ")
FURNITURE = frozenset({"«", "|", "("})  # what a site prints behind a headline
FINITE = ("VBD", "VBZ", "VBP", "MD")
LEAST = 2  # numbers, places and times: one for each deed
PARTING = frozenset({",", ";", "before", "after"})


def each_deed(
    text: str, sentences: Sequence[Sentence], statements: Sequence[Statement], named: Named, *, at_war: bool
) -> list[Statement]:
    """The statements in their order, each deed that has its own number, place or day as a statement of its own.

    "Rebels killed 12 men in Tarn in May and freed 4 in Uru in June" are two, "killed and wounded 12" stay one. A part
    has speaker and cue of the whole; its words are its own and those it shares, as subject or verb. In the report's
    own voice what is no event of war is left out.
    """
    if not at_war:  # nothing is parted in a report of peace
        return list(statements)
    found: list[Statement] = []
    mentions = _by_sentence(named)
    for statement in statements:
        sentence = sentences[statement.sentence]
        here = mentions.get(statement.sentence, ())
        if sum(not isinstance(one, ActorMention) for one in here) < LEAST or not _may_part(
            sentence, statement, statements
        ):
            found.append(statement)
            continue
        ground = Ground.of(text, sentence, here)
        found += _parted(ground.without(_within(statement, statements)), statement, statements)
    return [_before_others(text, one, found) for one in found]


def _by_sentence(named: Named) -> dict[int, list[Mention]]:
    """The mentions of each sentence: those that say when come first, for in "5 May" the 5 is no number."""
    found: dict[int, list[Mention]] = {}
    mentions: tuple[Mention, ...] = (*named.times, *named.quantities, *named.places, *named.actors)
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found


def _within(statement: Statement, statements: Sequence[Statement]) -> list[Span]:
    """The words in a statement that somebody else says in it: numbers and places in them are not its own."""
    inner = [other for other in statements if other.cue and any(p.covers(other.cue) for p in statement.content)]
    return [piece for other in inner if other is not statement for piece in other.content]


def _before_others(text: str, statement: Statement, found: Sequence[Statement]) -> Statement:
    """A participle less the deed behind it that goes on with the main clause: ", killing nine, and Uru on Tuesday"."""
    piece = statement.content[0]
    if statement.cue is not None or statement.whole is not None or len(statement.content) > 1:
        return statement
    later = [p.start for one in found if one.whole is not None and one.cue is None for p in one.content]
    start = min((at for at in later if piece.start < at < piece.end), default=None)
    if start is None:
        return statement
    words = text[piece.start : start].rstrip(" ,;").removesuffix("and").rstrip(" ,;")
    return replace(statement, content=(Span.of(text, piece.start, piece.start + len(words)),)) if words else statement


def _may_part(sentence: Sentence, statement: Statement, statements: Sequence[Statement]) -> bool:
    if not sentence.parsed or not all(sentence.start <= p.start < p.end <= sentence.end for p in statement.content):
        return False
    rest = sentence.tokens_in(statement.start, sentence.end)
    if not any(token.pos in CONNECTIVES or token.lower in PARTING for token in rest):
        return False
    cue = statement.cue
    return cue is None or not any(other.under == cue for other in statements)


def _parted(ground: Ground, statement: Statement, statements: Sequence[Statement]) -> Iterator[Statement]:
    words = [t for piece in statement.content for t in ground.sentence.tokens_in(piece.start, piece.end)]
    behind = _behind(ground, statement, statements)
    if statement.cue is None and not statement.speakers and words:
        others = [piece for other in statements if other is not statement for piece in other.content]
        words, behind = _with_verbs_behind(ground, words, behind, others)
    parts = deeds_apart(ground, words, behind, asserted=statement.stance == "asserts") if words else []
    if len(parts) < 2:
        yield statement
        return
    said = [*words, *behind]
    whole = ground.event([(words[0].i, words[-1].i + 1)], words)
    event = whole
    for part in parts:
        content = pieces_of(ground.text, ground.sentence, part.ranges, said)
        event = event if part.elided else ground.event(part.ranges, said)
        if content:
            yield _of_part(ground.text, statement, content, event, whole)


def _of_part(text: str, statement: Statement, content: tuple[Span, ...], part: Event, whole: Event) -> Statement:
    """The part as a statement: what sets it off from the whole is read from its own words."""
    named = statement.speakers or statement.cue
    one = replace(
        statement,
        content=content,
        whole=statement.whole or Span.of(text, statement.start, statement.end),
        silent=not named and part.kind in NO_EVENT and not (part.kind in PLAIN and _is_of_armed(part)),
    )
    if part.anchored or part.kind != whole.kind:
        one = replace(one, kind=part.kind, kinds=())
    return replace(one, status=part.status, statuses=()) if part.status != whole.status else one


def _is_of_armed(event: Event) -> bool:
    return any(party.actor.kind == "armed_force" for party in event.actors)


def _behind(ground: Ground, statement: Statement, statements: Sequence[Statement]) -> list[Token]:
    """The words behind a statement, up to those of another one; without its own cue and speakers.

    ", killing nine," is passed over, for "and Uru on Tuesday" behind it can only go on with the main clause.
    """
    own = [span for span in (statement.cue, *statement.speakers) if span is not None]
    others = [
        span
        for other in statements
        if other is not statement and not (other.cue is None and _is_bare(ground, other.content[0]))
        for span in (*other.content, other.cue, *other.speakers)
        if span is not None and span.end > statement.end and span.start < ground.sentence.end and span not in own
    ]
    found: list[Token] = []
    for token in ground.sentence.tokens_in(statement.end, ground.sentence.end):
        if any(span.start <= token.start < span.end for span in own):
            continue
        if any(span.start <= token.start < span.end for span in others):
            break
        told = token.tag in FINITE and token.dep != "conj" and statement.cue is None  # ", the ministry said, and"
        if told or token.text in FURNITURE:
            break
        found.append(token)
    return found


def _with_verbs_behind(
    ground: Ground, words: Sequence[Token], behind: Sequence[Token], others: Sequence[Span]
) -> tuple[list[Token], list[Token]]:
    """The words with the verbs behind that have the same subject, and what is left behind; not what `others` tell.

    An event of the report may end before "and lost six men" where the parser was led astray.
    """
    inside = {token.i for token in words}
    taken: set[int] = set()
    for token in behind:
        own = ground.sentence.children(token, "nsubj", "nsubjpass", "expl")
        if token.pos == "VERB" and token.dep == "conj" and token.head in inside | taken and not own:
            taken.update(word.i for word in ground.sentence.subtree(token))
    last = max(taken, default=-1)
    free = [token for token in behind if not any(span.start <= token.start < span.end for span in others)]
    more = [token for token in free if token.i <= last]
    return [*words, *more], [token for token in behind if token.i > last]


def _is_bare(ground: Ground, span: Span) -> bool:
    """Whether the words are a participle with no more than one thing before an "and": "killing nine"."""
    words = ground.sentence.tokens_in(span.start, span.end)
    end = next((token.i for token in words if token.pos == "CCONJ"), words[-1].i + 1) if words else 0
    return bool(words) and words[0].tag == "VBG" and len(ground.within(words[0].i, end)) < 2
