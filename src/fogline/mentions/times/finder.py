"""Finding the expressions of time in a report and placing them on the calendar."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from fogline.mentions.times.calendar_words import CALENDAR
from fogline.mentions.times.clock_words import CLOCKS
from fogline.mentions.times.context import bend, names_event
from fogline.mentions.times.dateline import in_dateline
from fogline.mentions.times.days import day_of
from fogline.mentions.times.direction import arrives, direction
from fogline.mentions.times.hits import Hit
from fogline.mentions.times.joining import Found, join, span_ranges
from fogline.mentions.times.length_words import LENGTHS
from fogline.mentions.times.lexing import lex
from fogline.mentions.times.patterns import CANDIDATE, PATTERN, SHAPES
from fogline.mentions.times.placing import Placer
from fogline.mentions.times.readings import Length, Moment, Shift, Stretch
from fogline.mentions.times.relative_words import RELATIVES
from fogline.mentions.times.timeline import Timeline
from fogline.records.mentions import TimeMention
from fogline.records.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from fogline.mentions.times.context import Bent
    from fogline.mentions.times.lexing import Lexed
    from fogline.mentions.times.readings import Reading, Toward
    from fogline.records.documents import Document
    from fogline.records.sentences import Sentence

__all__ = ["find_times"]

_ORDER: Final = {name: at for at, (name, _) in enumerate(SHAPES)}
_SMALL: Final = frozenset({"second", "minute", "hour"})
# Verbs whose "from" gives an origin or what is left behind, not a beginning.
_COMING_FROM: Final = frozenset(
    "date stem come originate return recover emerge arise descend be see hear know learn remember recall move postpone "
    "delay shift push bring reschedule change switch differ vary take get receive carry remain leave inherit rise fall "
    "increase decrease grow drop narrow widen decline climb double improve win survive".split()
)
_LASTING: Final = frozenset(
    "ban curfew closure truce ceasefire embargo blockade lockdown siege blackout amnesty".split()
)
_READERS: Final[dict[str, Callable[[Hit], Reading | None]]] = {**CALENDAR, **CLOCKS, **RELATIVES, **LENGTHS}


def find_times(document: Document, sentences: Sequence[Sentence]) -> tuple[TimeMention, ...]:
    """Every expression of time in the report, in the order of the text, as TIMEX3 value and interval.

    1. Read the words into classes and match the shapes of time over them.
    2. Join pieces that describe one moment, then the ends of a stretch.
    3. Take in the words that modify it, and settle by tense whether it lies ahead.
    4. Complete it from the day of publication and the days named before it.

    Grammar in `sentences` only settles direction; recognition needs none.
    """
    starts = [sentence.start for sentence in sentences]
    lexed = lex(document.text, starts)  # 1
    found = span_ranges(lexed, join(lexed, _pieces(lexed)))  # 2
    bent = [bend(lexed, piece) for piece in found]  # 3
    published = _published(document)
    placer = Placer(Timeline(published or _dateline(lexed, bent), _stated(bent)))
    mentions = []
    for expression in bent:
        piece = expression
        span = Span.of(document.text, lexed.starts[piece.found.start], lexed.ends[piece.found.end - 1])
        at = bisect_right(starts, span.start) - 1
        sentence = sentences[at] if at >= 0 else None
        piece = _ahead(lexed, _begun(lexed, piece, sentence), document.text)
        toward = _toward(document.text, span, sentence, piece)
        index = sentence.index if sentence is not None else 0
        time = placer.range_of(piece, toward, index)  # 4
        if published is None and time.basis == "relative":
            time = replace(time, basis="inferred")
        mentions.append(TimeMention(span, index, time))
    return tuple(mentions)


def _pieces(lexed: Lexed) -> list[Found]:
    """What the patterns match and the readers accept, left to right, without overlap."""
    pieces: list[Found] = []
    at = 0
    for stretch in CANDIDATE.finditer(lexed.codes):
        at = max(at, stretch.start())
        while at < stretch.end():
            piece = _piece_at(lexed, at)
            at = at + 1 if piece is None else piece.end
            if piece is not None:
                pieces.append(piece)
    return pieces


def _piece_at(lexed: Lexed, at: int) -> Found | None:
    match = PATTERN.match(lexed.codes, at)
    if match is None:
        return None
    first = _ORDER[match.lastgroup or ""]
    for name, shape in SHAPES[first:]:
        fits = shape.match(lexed.codes, at)
        reading = None if fits is None else _READERS[name](Hit(name, lexed, at, fits.end()))
        if fits is not None and reading is not None:
            return Found(at, fits.end(), reading)
    return None


def _toward(text: str, span: Span, sentence: Sentence | None, piece: Bent) -> Toward | None:
    """Tense matters only where the words leave the year or the week open."""
    reading = piece.found.reading
    moments = (reading.left, reading.right) if isinstance(reading, Stretch) else (reading,)
    if not any(isinstance(moment, Moment) and moment.year is None and _is_open(moment) for moment in moments):
        return None
    if span.text[:7].lower() == "earlier":
        return "past"
    bounded = piece.opening == "ON_OR_BEFORE"
    toward = direction(text, span.start, span.end, sentence, bounded)
    if not bounded:
        # "Extended martial law from 26 March" is past, 26 March need not be.
        begins = toward == "past" and text[max(0, span.start - 5) : span.start].lower() == "from "
        return "nearest" if begins else toward
    # "Extended until 1 April" is said in the past tense of a day to come: the calendar has to settle it.
    return "nearest" if toward in {"past", "nearest"} else "future"


def _begun(lexed: Lexed, piece: Bent, sentence: Sentence | None) -> Bent:
    """ "Flights are barred from Monday" has no end; "footage from Monday" and "was moved from Monday" have none."""
    start, moment = piece.found.start, piece.found.reading
    if piece.opening is not None or not start or lexed.word(start - 1) != "from" or sentence is None:
        return piece
    if (
        not sentence.parsed
        or not isinstance(moment, Moment)
        or _is_gone(moment)
        or _is_of_event(lexed, piece, sentence)
    ):
        return piece
    token = sentence.token_at(lexed.starts[start - 1])
    verb = sentence.head(token) if token is not None else None
    opens = token is not None and token.i == 0 and lexed.text.startswith(",", lexed.ends[piece.found.end - 1])
    above = [] if verb is None else [verb, *sentence.ancestors(verb)[:2]]  # "the ban on flights from 1 May"
    noun = any(word.lemma.lower() in _LASTING for word in above)
    lasts = verb is not None and verb.pos in {"VERB", "AUX"} and verb.lemma.lower() not in _COMING_FROM
    return replace(piece, opening="ON_OR_AFTER") if lasts or noun or opens else piece


def _is_of_event(lexed: Lexed, piece: Bent, sentence: Sentence) -> bool:
    """Whether a noun that goes by the day follows, as in "from the 5 May raid"."""
    found = piece.found
    behind = sentence.token_at(lexed.starts[found.end]) if found.end < len(lexed.starts) else None
    return names_event(lexed, found) and (behind is None or not behind.tag.startswith("VB"))


def _is_gone(moment: Moment) -> bool:
    """Whether it is yesterday, last month, the year before: what something is compared with, no beginning."""
    return moment.shift is not None and (moment.shift.count or 0) < 0


def _is_open(moment: Moment) -> bool:
    shift = moment.shift
    return shift is None or shift.base is not None or shift.unit == "weekend" or shift.anchor == "narrative"


def _ahead(lexed: Lexed, piece: Bent, text: str) -> Bent:
    """In two weeks, where the sentence looks ahead, is a date and not a length of time."""
    length, start = piece.found.reading, piece.found.start
    if not isinstance(length, Length) or not start or lexed.word(start - 1) != "in" or len(length.pieces) > 1:
        return piece
    count, unit = length.pieces[0]
    if length.toward is not None or length.high is not None or count is None or count != int(count) or unit in _SMALL:
        return piece
    if not arrives(text, lexed.starts[start]):
        return piece
    return replace(piece, found=replace(piece.found, reading=Moment(shift=Shift(int(count), unit))))


def _published(document: Document) -> date | None:
    """The day of publication; an inferred window wider than a day is no anchor."""
    if document.published_at is None:
        return None
    if document.published_basis == "inferred" and document.published_from not in {None, document.published_at}:
        return None
    try:
        day = date.fromisoformat(document.published_at[:10])
    except ValueError:
        return None
    return day if 1000 <= day.year <= 2999 else None  # room to count from it without leaving the calendar


def _dateline(lexed: Lexed, bent: list[Bent]) -> date | None:
    """The day in the dateline of an undated report, the best anchor it offers."""
    for piece in bent:
        moment, start = piece.found.reading, lexed.starts[piece.found.start]
        if isinstance(moment, Moment) and in_dateline(lexed.text, start, lexed.ends[piece.found.end - 1]):
            day = day_of(moment.year, moment) if moment.year and moment.month and moment.day else None
            if day is not None:
                return day
    return None


def _stated(bent: list[Bent]) -> tuple[date, ...]:
    """The days and months that the text itself dates in full, by their first day."""
    days = []
    for piece in bent:
        moment = piece.found.reading
        if isinstance(moment, Moment) and moment.year is not None and moment.month is not None:
            try:
                days.append(date(moment.year, moment.month, moment.day or 1))
            except ValueError:
                continue
    return tuple(days)
