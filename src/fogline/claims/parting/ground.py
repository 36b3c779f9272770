"""One sentence with what it names: what the stretches of it say, and which numbers, places and days they have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fogline.claims.events.describing import describe_pieces, outlined
from fogline.claims.events.event import Event
from fogline.claims.parting.items import Item, Sort, items_of, sorts
from fogline.claims.parting.ranges import Range, pieces_of
from fogline.records.claims import Kind
from fogline.records.mentions import ActorMention, Mention
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["NAMELESS", "WHERE_AND_WHEN", "Ground", "Part"]

WHERE_AND_WHEN: frozenset[Sort] = frozenset({"place", "time"})
NAMELESS: frozenset[Sort] = frozenset({"place", "time", "number"})


@dataclass(frozen=True, slots=True)
class Part:
    """The words of one deed, and those of the deeds beside it without which nobody would understand it.

    `elided`: it has no verb of its own, so that it is of the kind of the deed before it.
    """

    words: Range
    shared: tuple[Range, ...] = ()
    elided: bool = False

    @property
    def ranges(self) -> tuple[Range, ...]:
        """All its words."""
        return (*self.shared, self.words)


@dataclass(frozen=True, slots=True)
class Ground:
    """A parsed sentence of `text`, a report of war, and the items in it."""

    text: str
    sentence: Sentence
    items: tuple[Item, ...]
    actors: tuple[ActorMention, ...]

    @classmethod
    def of(cls, text: str, sentence: Sentence, mentions: Sequence[Mention]) -> Ground:
        """The ground of a sentence, with what it names: times first, then numbers, places and actors."""
        actors = tuple(mention for mention in mentions if isinstance(mention, ActorMention))
        return cls(text, sentence, items_of(sentence, mentions), actors)

    def without(self, spans: Sequence[Span]) -> Ground:
        """The ground less the items in the spans."""
        if not spans:
            return self
        shut = {token.i for span in spans for token in self.sentence.tokens_in(span.start, span.end)}
        return replace(self, items=tuple(item for item in self.items if item.low not in shut))

    def within(self, low: int, high: int) -> list[Item]:
        """The items from token `low` up to `high`."""
        return [item for item in self.items if low <= item.low and item.high <= high]

    def own(self, low: int, high: int) -> frozenset[Sort]:
        """Which of number, place and day stand from token `low` up to `high`; "at night" and "paragraph 5" are none."""
        sure = (item for item in self.within(low, high) if (item.unit if item.sort == "number" else not item.unit))
        return sorts(sure) & NAMELESS

    def event(self, ranges: Iterable[Range], said: Sequence[Token]) -> Event:
        """What the words of the ranges that are `said` tell."""
        pieces = pieces_of(self.text, self.sentence, ranges, said)
        return describe_pieces(self.sentence, pieces, self.actors, None, at_war=True)

    def kind(self, ranges: Iterable[Range], said: Sequence[Token]) -> Kind:
        """The kind of what they tell."""
        pieces = pieces_of(self.text, self.sentence, ranges, said)
        return outlined(self.sentence, pieces, self.actors).kind

    def phrase(self, item: Item, least: int) -> int:
        """Where the words around a place or day begin, not before `least`: "in Tarn", "on the 4th"."""
        low, tokens = item.low, self.sentence.tokens
        while low > least and tokens[low - 1].pos in ("ADP", "DET", "SCONJ"):
            low -= 1
        return low

    def trimmed(self, low: int, high: int) -> int:
        """The end of the stretch without commas, full stop and connectives."""
        tokens = self.sentence.tokens
        while high > low + 1 and (
            tokens[high - 1].pos in ("PUNCT", "CCONJ", "SPACE") or tokens[high - 1].lower in ("as", "well")
        ):
            high -= 1
        return high

    def with_lead(self, part: Part, lead: Range) -> Part:
        """The part with the words at the very front that name a day or place for all: "On Sunday, ..."."""
        have = self.own(*lead) & WHERE_AND_WHEN
        return replace(part, shared=(lead, *part.shared)) if have and not have & self.own(*part.words) else part
