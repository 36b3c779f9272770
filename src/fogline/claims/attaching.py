"""Which place, time and number belongs to which claim of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fogline.claims.clocks import asides, clocks
from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.stretch import lemma_of
from fogline.claims.located import EVENTS
from fogline.claims.owning import Owners
from fogline.claims.statement import Statement
from fogline.records.mentions import PlaceMention, QuantityMention, TimeMention
from fogline.records.naming import Named
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["Attached", "attach"]

LOCATIVE = frozenset("in into inside within across throughout near at on over from to through around outside".split())
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
    located = [mention for mention in named.places if _locates(mention, sentences[mention.sentence])]
    places = owners.divide(located)
    quantities = owners.divide(named.quantities)
    times = owners.divide(named.times)
    own = [
        Attached(
            _places(statement, sentences[statement.sentence], places[i]),
            tuple(m for m, inside in quantities[i] if inside),
            *clocks(statement, sentences, times[i]),
            asides(statement, sentences, times[i]),
        )
        for i, statement in enumerate(statements)
    ]
    return [
        _set_by_main(i, statements, sentences, own, replace(named, places=tuple(located)))
        for i in range(len(statements))
    ]


def _set_by_main(
    at: int,
    statements: Sequence[Statement],
    sentences: Sequence[Sentence],
    own: Sequence[Attached],
    named: Named,
) -> Attached:
    """What hangs on a clause of the report, with place and day of the clause that it leans on, marked as derived.

    ", killing nine" happened where and when the strike did; ", where a school burned" at the town before the comma.
    """
    one, sentence = statements[at], sentences[statements[at].sentence]
    if own[at].places:
        return own[at]
    if one.whole is not None:
        open_to = not _names_more(one, sentence, named)
        places = _places_before(at, statements, own) if open_to else ()
        taken = any(_is_put_for(one, sentence, place) for place in places)
        return own[at] if taken else replace(own[at], places=places)
    first = sentence.token_at(one.start) if sentence.parsed and one.cue is None else None
    if first is None:
        return own[at]
    if first.lower == "where":
        before = [m for m in named.places if m.sentence == sentence.index and m.span.end <= one.start]
        return replace(own[at], places=tuple(replace(m, derived=True) for m in before[-1:]))
    if first.tag != "VBG" or first.dep != "advcl":
        return own[at]
    above = sentence.head(first)
    for other, main in zip(statements, own, strict=True):
        if other.cue is None and any(piece.start <= above.start < piece.end for piece in other.content):
            when = own[at].when or (replace(main.when, derived=True) if main.when else None)
            places = tuple(replace(m, derived=True) for m in main.places)
            return replace(own[at], places=places, when=when, settled=other.whole is not None)
    return own[at]


def _places_before(at: int, statements: Sequence[Statement], own: Sequence[Attached]) -> tuple[PlaceMention, ...]:
    """The places of the last deed of the same sentence that has any: "shelled Tarn in May and freed 4 in June"."""
    one = statements[at]
    for other, has in zip(reversed(statements[:at]), reversed(own[:at]), strict=True):
        if (other.whole, other.cue) == (one.whole, one.cue) and has.places and not other.silent:
            return tuple(replace(place, derived=True) for place in has.places)
    return ()


def _is_put_for(statement: Statement, sentence: Sentence, place: PlaceMention) -> bool:
    """Whether a statement has another thing in the stead of a place: "captured Tarn in May and … a base in June"."""
    words = sentence.tokens_in(place.span.start, place.span.end)
    last = words[-1] if words else None
    if last is None or last.dep not in ("dobj", "nsubjpass", "nsubj"):
        return False
    verb = sentence.head(last)
    return any(piece.start <= verb.start < piece.end for piece in statement.content)


def _names_more(statement: Statement, sentence: Sentence, named: Named) -> bool:
    """Whether a statement holds a name that is none of anybody known: perhaps a place that no list has."""
    known = [mention.span for mentions in (named.actors, named.times) for mention in mentions]
    words = [t for piece in statement.content for t in sentence.tokens_in(piece.start, piece.end)]
    names = [word for word in words if word.pos == "PROPN"]
    return any(not any(span.start <= name.start < span.end for span in known) for name in names)


def _places(
    statement: Statement, sentence: Sentence, shares: Sequence[tuple[PlaceMention, bool]]
) -> tuple[PlaceMention, ...]:
    """The places of a statement, without those that only tell more of somebody where it has others."""
    inside = [m for m, within in shares if within]
    main = [m for m in inside if not _is_aside(statement, sentence, m.span)] or inside
    beside = [m for m, within in shares if not within and not (main and statement.whole is not None)]
    return tuple(m for m, _ in shares if m in main or m in beside)


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


def _is_aside(statement: Statement, sentence: Sentence, span: Span) -> bool:
    """Whether a place stands in a relative clause of the content: "the town, which fell last year, is quiet"."""
    words = sentence.tokens_in(span.start, span.end) if sentence.parsed else []
    if not words:
        return False
    inside = {token.i for piece in statement.content for token in sentence.tokens_in(piece.start, piece.end)}
    above = [words[-1], *sentence.ancestors(words[-1])]
    path = [token for token in above if token.i in inside]
    return any(token.dep == "relcl" for token in path) and not all(token.dep == "relcl" for token in path[-1:])
