"""Which place, time and number belongs to which claim of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.stretch import lemma_of
from fogline.claims.located import EVENTS
from fogline.claims.statement import Statement
from fogline.records.mentions import PlaceMention, QuantityMention, TimeMention, TimeRange
from fogline.records.naming import Named
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["Attached", "attach"]

PRESENT = ("VBZ", "VBP")
LOCATIVE = frozenset("in into inside within across throughout near at on over from to through around outside".split())
# Verbs whose object is a place, be it a country: "visited Poland", "fled Ukraine", "rockets hit western Ukraine".
REACHED = frozenset(
    {"visit", "flee", "leave", "enter", "reach", "invade", "tour", "exit", "quit", "hit", "bomb", "shell", "strike",
     "cross", "pound", "bombard"}
)  # fmt: skip
APART = frozenset({"relcl", "acl", "advcl", "appos"})
FINITE = (*PRESENT, "VBD", "MD")
ANSWERING = ("denies", "declines", "unconfirmed", "doubts", "accuses")  # of what happened before


@dataclass(frozen=True, slots=True)
class Attached:
    """What hangs on one claim."""

    places: tuple[PlaceMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    when: TimeMention | None = None
    said_at: TimeMention | None = None


def attach(statements: Sequence[Statement], sentences: Sequence[Sentence], named: Named) -> list[Attached]:
    """What hangs on each statement, in their order.

    1. A mention inside the content of several statements goes to the innermost.
    2. A mention in a sentence but in no content, speaker or cue goes to the statement it is closest to in the
       grammar: a time beside the cue says when it was said, a place belongs to what is said. A number is shown only
       where its words are part of the evidence.
    """
    owners = _Owners(statements, sentences)
    places = owners.divide(mention for mention in named.places if _locates(mention, sentences[mention.sentence]))
    quantities = owners.divide(named.quantities)
    times = owners.divide(named.times)
    return [
        Attached(
            tuple(m for m, _ in places[i]),
            tuple(m for m, inside in quantities[i] if inside),
            *_clocks(statement, sentences[statement.sentence], times[i]),
        )
        for i, statement in enumerate(statements)
    ]


def _locates(mention: PlaceMention, sentence: Sentence) -> bool:
    """Whether a mention says where: "Moscow said" does not, nor does "Russia allowed" or "U.S. policy"."""
    if mention.metonym:
        return False
    if mention.place is None or mention.place.precision != "country" or not sentence.parsed:
        return True
    words = sentence.tokens_in(mention.span.start, mention.span.end)
    if not words:
        return False
    last = words[-1]
    while last.dep == "conj" and last.head != last.i:  # "in Syria and Iraq"
        last = sentence.head(last)
    head = sentence.head(last)
    if head.lower in ("on", "upon"):  # "strikes on Ukraine", not "sanctions on Russia" or "called on Russia"
        entries = lexicon().entries.get(lemma_of(sentence.head(head)), ())
        return any(entry.kind in EVENTS for entry in entries)
    return (last.dep == "dobj" and head.lemma in REACHED) or head.lower in LOCATIVE


M = TypeVar("M", PlaceMention, QuantityMention, TimeMention)


class _Owners:
    """Finds the statement that a mention belongs to."""

    def __init__(self, statements: Sequence[Statement], sentences: Sequence[Sentence]) -> None:
        self._statements = statements
        self._sentences = sentences

    def divide(self, mentions: Iterable[M]) -> list[list[tuple[M, bool]]]:
        """The mentions of each statement, with whether they stand inside its content."""
        shares: list[list[tuple[M, bool]]] = [[] for _ in self._statements]
        for mention in mentions:
            inside = self._innermost(mention.span)
            if inside is not None:
                shares[inside].append((mention, True))
                continue
            beside = self._beside(mention.span, mention.sentence)
            if beside is not None and not self._is_apart(mention, self._statements[beside]):
                shares[beside].append((mention, False))
        return shares

    def _innermost(self, span: Span) -> int | None:
        holding = [
            (sum(piece.end - piece.start for piece in statement.content), i)
            for i, statement in enumerate(self._statements)
            if any(piece.start <= span.start and span.end <= piece.end for piece in statement.content)
        ]
        return min(holding)[1] if holding else None

    def _is_apart(self, place: PlaceMention | TimeMention | QuantityMention, statement: Statement) -> bool:
        """Whether a place stands in a clause that only tells more of the speaker: "he said, waving the flag of X"."""
        sentence = self._sentences[place.sentence]
        words = sentence.tokens_in(place.span.start, place.span.end) if sentence.parsed else []
        if not isinstance(place, PlaceMention) or not words or statement.cue is None:
            return False
        for token in (words[-1], *sentence.ancestors(words[-1])):
            if statement.cue.start <= token.start < statement.cue.end:
                return False
            if token.dep in APART:
                return True
        return False

    def _beside(self, span: Span, index: int) -> int | None:
        """The only statement of the sentence, or the one whose cue or content is nearest in it."""
        here = [i for i, s in enumerate(self._statements) if s.sentence == index and not _names(s, span)]
        here = [i for i in here if self._statements[i].under is None] or here
        if not here:
            return None
        return min(here, key=lambda i: (self._distance(self._statements[i], span), i))

    def _distance(self, statement: Statement, span: Span) -> int:
        spans = [*statement.content, *([statement.cue] if statement.cue else [])]
        return min(max(other.start - span.end, span.start - other.end, 0) for other in spans)


def _names(statement: Statement, span: Span) -> bool:
    """Whether a mention is part of the words that name a speaker: "the mayor of Sumy"."""
    return any(speaker.overlap(span) for speaker in statement.speakers)


def _clocks(
    statement: Statement, sentence: Sentence, times: Sequence[tuple[TimeMention, bool]]
) -> tuple[TimeMention | None, TimeMention | None]:
    """When it happened and when it was said."""
    points = [(m, inside) for m, inside in times if not m.time.is_duration and not m.time.is_set]
    within = [m for m, inside in points if inside and not _is_aside(statement, sentence, m.span)]
    beside = [m for m, inside in points if not inside and not _is_of_somebody(statement, sentence, m.span)]
    attributed = bool(statement.speakers or statement.cue)
    said_at = _best(beside) if attributed else None
    when = _best(within) or (None if attributed else _best(beside))
    if when is None and said_at is not None and _holds_when_said(statement, sentence):
        when = replace(said_at, time=_inferred(said_at.time), derived=True)
    return _shown(when, statement, sentence), _shown(said_at, statement, sentence)


def _shown(time: TimeMention | None, statement: Statement, sentence: Sentence) -> TimeMention | None:
    """The time, marked as derived where its words run out of the sentence: "... frontlines.Sept. 1, 2022"."""
    if time is None or sentence.start <= time.span.start < time.span.end <= sentence.end:
        return time
    inside = any(piece.covers(time.span) for piece in statement.content)
    return time if inside else replace(time, derived=True)


def _is_aside(statement: Statement, sentence: Sentence, span: Span) -> bool:
    """Whether a time stands in a relative clause of the content: "the town, which fell last year, is quiet"."""
    words = sentence.tokens_in(span.start, span.end) if sentence.parsed else []
    if not words:
        return False
    inside = {token.i for piece in statement.content for token in sentence.tokens_in(piece.start, piece.end)}
    above = [words[-1], *sentence.ancestors(words[-1])]
    path = [token for token in above if token.i in inside]
    return any(token.dep == "relcl" for token in path) and not all(token.dep == "relcl" for token in path[-1:])


def _is_of_somebody(statement: Statement, sentence: Sentence, span: Span) -> bool:
    """Whether a time stands in a clause on the speaker: "Tiani, who took power in 2023, said"."""
    words = sentence.tokens_in(span.start, span.end) if sentence.parsed and statement.speakers else []
    path = [words[-1], *sentence.ancestors(words[-1])] if words else []
    clause = next((at for at, token in enumerate(path) if token.dep in ("relcl", "acl")), None)
    if clause is None or clause + 1 >= len(path):
        return False
    return any(speaker.start <= path[clause + 1].start < speaker.end for speaker in statement.speakers)


def _best(times: Sequence[TimeMention]) -> TimeMention | None:
    """The first dated time; else the first of any sort."""
    dated = [m for m in times if m.time.earliest or m.time.latest]
    return next(iter(dated or times), None)


def _inferred(time: TimeRange) -> TimeRange:
    return replace(time, basis="inferred")


def _holds_when_said(statement: Statement, sentence: Sentence) -> bool:
    """Whether what is said holds at the time it is said.

    "announced on Friday that forces have taken the town": the taking is complete on Friday. A past tense ("had
    attacked") or a modal ("would attack") leaves open when. Without a finite verb ("warned of sanctions") saying it
    is the event, but for who answers a charge or makes one.
    """
    first = statement.content[0]
    words = sentence.tokens_in(first.start, first.end) if sentence.parsed else []
    finite = [token for token in words if token.tag in FINITE and token.dep not in ("relcl",)]
    main = [token for token in finite if _is_main(sentence, token, words)]
    if not finite and statement.stance in ANSWERING:
        return False
    return bool(words) and (not finite or bool(main and main[0].tag in PRESENT))


def _is_main(sentence: Sentence, token: Token, words: Sequence[Token]) -> bool:
    """Whether a finite verb or auxiliary belongs to the top of the stretch and not to a clause inside it."""
    inside = {word.i for word in words}
    verb = sentence.head(token) if token.dep in ("aux", "auxpass") else token
    above = sentence.head(verb)
    return above.i not in inside or verb.head == verb.i or verb.dep == "ccomp"
