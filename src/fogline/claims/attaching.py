"""Which place, time and number belongs to which claim of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.claims.clocks import asides, clocks, path_within
from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.stretch import lemma_of
from fogline.claims.located import EVENTS
from fogline.claims.owning import Owners
from fogline.claims.scenes import is_heading, is_origin, is_share, is_topic, is_way
from fogline.claims.statement import Statement
from fogline.records.mentions import Place, PlaceMention, QuantityMention, TimeMention
from fogline.records.naming import Named
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["Attached", "attach"]

LOCATIVE = frozenset("in into inside within across throughout near at on over from to through around outside".split())
# What is said or owed to a country is not there: "responded to Poland".
ADDRESSED = frozenset(
    {"respond", "reply", "answer", "appeal", "speak", "talk", "write", "apologise", "apologize", "belong", "object",
     "listen", "response", "message", "letter", "threat", "ambassador", "envoy", "offer", "proposal", "concession",
     "ally", "allied", "loyal", "hostile", "commit", "committed", "shift", "blame", "say", "tell", "warning", "thank"}
)  # fmt: skip
# Verbs whose object is a place, be it a country: "visited Poland", "fled Ukraine", "rockets hit western Ukraine".
REACHED = frozenset(
    {"visit", "flee", "leave", "enter", "reach", "invade", "tour", "exit", "quit", "hit", "bomb", "shell", "strike",
     "cross", "pound", "bombard"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attached:
    """What hangs on one claim; `asides` are the times of clauses by the way, each with the verb of its clause.

    A `settled` one gets no place of the story: the deed that it leans on has told all that its sentence names.
    """

    places: tuple[PlaceMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    when: TimeMention | None = None
    said_at: TimeMention | None = None
    asides: tuple[tuple[str, TimeMention], ...] = ()
    settled: bool = False


def attach(statements: Sequence[Statement], sentences: Sequence[Sentence], named: Named) -> list[Attached]:
    """What hangs on each statement, in their order.

    1. A mention inside the content of several statements goes to the innermost; a place or number also to those
       around it that hold its words with cue and speaker, a day tells of the innermost alone.
    2. A mention in a sentence but in no content, speaker or cue goes to the statement it is closest to in the
       grammar: a time beside the cue says when it was said, a place belongs to what is said. A number is shown only
       where its words are part of the evidence.
    """
    owners = Owners(statements, sentences)
    speaking = {speaker for statement in statements for speaker in statement.speakers}
    located = [
        mention
        for mention in named.places
        if _locates(mention, sentences[mention.sentence]) and mention.span not in speaking
    ]
    places = owners.divide(located)
    quantities = owners.divide(named.quantities)
    times = owners.divide(named.times)
    return [
        Attached(
            _places(statement, sentences[statement.sentence], places[i]),
            tuple(m for m, inside in quantities[i] if inside),
            *clocks(statement, sentences, times[i]),
            asides(statement, sentences, times[i]),
        )
        for i, statement in enumerate(statements)
    ]


def _places(
    statement: Statement, sentence: Sentence, shares: Sequence[tuple[PlaceMention, bool]]
) -> tuple[PlaceMention, ...]:
    """The places of a statement, without those that only tell more of somebody where it has others."""
    apart = (is_way, is_topic, is_share)
    inside = [m for m, within in shares if within and not any(one(m, sentence) for one in apart)]
    main = [m for m in inside if not _is_aside(statement, sentence, m.span) and not is_heading(m, sentence)]
    main = main or [m for m in inside if not is_origin(m, sentence)]
    beside = [m for m, within in shares if not within and not (main and statement.whole is not None)]
    return tuple(m for m, _ in shares if m in main or m in beside)


def _locates(mention: PlaceMention, sentence: Sentence) -> bool:
    """Whether a mention says where: "Moscow said" does not, nor does "Russia allowed" or "U.S. policy"."""
    if mention.metonym:
        return False
    if mention.place is None or not _is_wide(mention.place) or not sentence.parsed:
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
    if head.lower == "to" and lemma_of(sentence.head(head)) in ADDRESSED:
        return False
    return (last.dep == "dobj" and head.lemma in REACHED) or head.lower in LOCATIVE


def _is_wide(place: Place) -> bool:
    """Whether it is a country or a continent, whose name stands for its people more often than for its ground."""
    return place.precision == "country" or (place.precision == "area" and place.country is None and not place.region)


def _is_aside(statement: Statement, sentence: Sentence, span: Span) -> bool:
    """Whether a place stands in a relative clause of the content: "the town, which fell last year, is quiet"."""
    path = path_within(statement, sentence, span)
    return any(token.dep == "relcl" for token in path) and not all(token.dep == "relcl" for token in path[-1:])
