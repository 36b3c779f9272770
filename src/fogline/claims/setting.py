"""Where and when a clause happens that says so only by the clause that it leans on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attaching import Attached
from fogline.claims.statement import Statement
from fogline.records.mentions import PlaceMention
from fogline.records.naming import Named
from fogline.records.sentences import Sentence, Token

__all__ = ["with_settings"]

WIDE = ("region", "country")


def with_settings(
    statements: Sequence[Statement], sentences: Sequence[Sentence], attached: Sequence[Attached], named: Named
) -> list[Attached]:
    """What hangs on each statement, with place and day of the clause that it leans on, marked as derived.

    ", killing nine" happened where and when the strike did, ", where a school burned" at the town before the comma, and
    of two deeds the second where the first did, if it names no other place.
    """
    setter = _Setter(statements, sentences, attached, named)
    return [setter.of(i) for i in range(len(statements))]


class _Setter:
    """Finds what the statements of one report take over from each other."""

    def __init__(
        self,
        statements: Sequence[Statement],
        sentences: Sequence[Sentence],
        attached: Sequence[Attached],
        named: Named,
    ) -> None:
        self._statements = statements
        self._sentences = sentences
        self._attached = attached
        self._named = named

    def of(self, at: int) -> Attached:
        one, own = self._statements[at], self._attached[at]
        if own.places:
            return own
        if one.whole is not None:
            return replace(own, places=self._of_twins(at))
        sentence = self._sentences[one.sentence]
        first = sentence.token_at(one.start) if sentence.parsed and one.cue is None else None
        if first is not None and first.lower == "where":
            return replace(own, places=self._nearest_before(one))
        if first is not None and first.tag == "VBG" and first.dep == "advcl":
            return self._of_main(sentence.head(first), own)
        return own

    def _nearest_before(self, one: Statement) -> tuple[PlaceMention, ...]:
        before = [m for m in self._named.places if m.sentence == one.sentence and m.span.end <= one.start]
        return tuple(replace(place, derived=True) for place in _narrowest(before))

    def _of_main(self, verb: Token, own: Attached) -> Attached:
        """With what hangs on the statement of the report that holds the verb."""
        for other, main in zip(self._statements, self._attached, strict=True):
            if other.cue is None and any(piece.start <= verb.start < piece.end for piece in other.content):
                when = own.when or (replace(main.when, derived=True) if main.when else None)
                places = tuple(replace(place, derived=True) for place in main.places)
                return replace(own, places=places, when=when, settled=other.whole is not None)
        return own

    def _of_twins(self, at: int) -> tuple[PlaceMention, ...]:
        """The places of the last deed of the same words that has any: "shelled Tarn in May and freed 4 in June"."""
        one = self._statements[at]
        pairs = zip(self._statements, self._attached, strict=True)
        twins = [
            (i, has)
            for i, (other, has) in enumerate(pairs)
            if (other.whole, other.cue) == (one.whole, one.cue) and has.places and not other.silent
        ]
        taken = any(self._is_put_for(one, place) for _, has in twins for place in has.places)
        if taken or self._names_more(one):
            return ()
        before = [has.places for i, has in twins if i < at]
        return tuple(replace(place, derived=True) for place in before[-1]) if before else ()

    def _is_put_for(self, statement: Statement, place: PlaceMention) -> bool:
        """Whether it has another thing in the stead of a place: "captured Tarn in May and a base in June"."""
        sentence = self._sentences[place.sentence]
        words = sentence.tokens_in(place.span.start, place.span.end)
        if not words or words[-1].dep not in ("dobj", "nsubjpass", "nsubj"):
            return False
        verb = sentence.head(words[-1])
        return any(piece.start <= verb.start < piece.end for piece in statement.content)

    def _names_more(self, statement: Statement) -> bool:
        """Whether it names a place that says not where, "the road to Tarn", or perhaps one that no list has."""
        local = [m for m in self._named.places if m.place and not m.metonym and m.place.precision != "country"]
        if any(piece.covers(place.span) for place in local for piece in statement.content):
            return True
        sentence = self._sentences[statement.sentence]
        known = [m.span for mentions in (self._named.actors, self._named.times) for m in mentions]
        words = [t for piece in statement.content for t in sentence.tokens_in(piece.start, piece.end)]
        names = [word for word in words if word.pos == "PROPN"]
        return any(not any(span.start <= name.start < span.end for span in known) for name in names)


def _narrowest(places: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """The last place, or the town before it that lies in it: "Uru in Darsk region, where"."""
    if len(places) < 2:
        return places
    town, last = places[-2].place, places[-1].place
    if town is None or last is None or town.precision not in ("town", "point") or last.precision not in WIDE:
        return places[-1:]
    inside = town.region == last.region if last.precision == "region" else town.country == last.country
    return places[-2:-1] if inside else places[-1:]
