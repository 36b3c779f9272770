"""Which deeds of a statement stand apart: those whose numbers, places or days would hang on the wrong deed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.claims.events.describing import describe_pieces
from fogline.claims.events.event import Event
from fogline.claims.parting.gaps import Gap, common_day, gaps_in
from fogline.claims.parting.items import Item, Sort, items_of, sorts
from fogline.claims.parting.ranges import Range, pieces_of
from fogline.claims.parting.verbs import Deed, deeds_in
from fogline.records.claims import Kind
from fogline.records.mentions import ActorMention
from fogline.records.naming import Named
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["DeedFinder", "Part"]

EVENTS: frozenset[Kind] = frozenset(
    {"control", "movement", "clash", "attack", "casualties", "damage", "deployment", "detention", "clearance", "aid"}
)
OUTCOMES: frozenset[Kind] = frozenset({"attack", "clash", "casualties", "damage"})  # of one deed, as a rule
WHERE_AND_WHEN: frozenset[Sort] = frozenset({"place", "time"})
NAMELESS: frozenset[Sort] = frozenset({"place", "time", "number"})


@dataclass(frozen=True, slots=True)
class Part:
    """The words of one deed, and those of the deeds beside it without which nobody would understand it."""

    words: Range
    shared: tuple[Range, ...] = ()

    @property
    def ranges(self) -> tuple[Range, ...]:
        """All its words."""
        return (*self.shared, self.words)


class DeedFinder:
    """Finds the deeds that stand apart in stretches of one sentence."""

    def __init__(self, text: str, sentence: Sentence, named: Named, *, at_war: bool) -> None:
        self._text = text
        self._sentence = sentence
        self._actors: Sequence[ActorMention] = named.actors
        self._at_war = at_war
        self._items = items_of(sentence, named)

    def parts(self, words: Sequence[Token], behind: Sequence[Token]) -> list[Part]:
        """The deeds in the words that stand apart, left to right, one where nothing is to part.

        Of the words `behind` only what is told without a verb belongs to them.
        """
        if len(self._items) < 2:
            return [Part((words[0].i, words[-1].i + 1))]
        deeds = deeds_in(self._sentence, words)
        groups = self._groups(deeds, words) or [Part((words[0].i, words[-1].i + 1))]
        found: list[Part] = []
        for at, group in enumerate(groups):
            more = behind if at + 1 == len(groups) else ()
            found += self._without_gaps(group, [t for t in words if group.words[0] <= t.i < group.words[1]], more)
        return found

    def is_bare(self, span: Span) -> bool:
        """Whether the words are a participle with no more than one thing: "killing nine"."""
        words = self._sentence.tokens_in(span.start, span.end)
        return bool(words) and words[0].tag == "VBG" and len(self._within(words[0].i, words[-1].i + 1)) < 2

    def event(self, part: Part, said: Sequence[Token]) -> Event:
        """What a part says happened."""
        return self._event(part.ranges, said)

    def _groups(self, deeds: Sequence[Deed], words: Sequence[Token]) -> list[Part]:
        """The deeds, those that are one taken together."""
        if not deeds:
            return []
        groups: list[list[Deed]] = [[replace(deeds[0], low=words[0].i)]]
        tails: dict[int, Range] = {}
        for deed in deeds[1:]:
            if not self._is_apart(groups[-1], deed, words):
                groups[-1].append(deed)
                continue
            if tail := self._common_end(groups[-1], deed):
                tails[len(groups) - 1] = tail
            groups.append([deed])
        parts = [Part((group[0].low, group[-1].high), group[0].shared) for group in groups]
        parts = [replace(p, shared=(*p.shared, tails[i])) if i in tails else p for i, p in enumerate(parts)]
        lead = self._lead(deeds[0], words)
        return [parts[0], *(self._with_lead(part, lead) for part in parts[1:])]

    def _is_apart(self, group: Sequence[Deed], deed: Deed, words: Sequence[Token]) -> bool:
        """Whether a deed has its own number, place or day beside the deeds before it."""
        left, right = self._own(group[0].verb.i, group[-1].high), self._own(deed.low, deed.high)
        left |= self._own(group[0].low, group[0].verb.i) & ({"time", "place"} if group[0].subject else NAMELESS)
        if not left or not right:
            return False
        one = self._event([*group[0].shared, (group[0].low, group[-1].high)], words).kind
        other = self._event([*deed.shared, (deed.low, deed.high)], words).kind
        events = (one in EVENTS) + (other in EVENTS)
        if not events or (events == 1 and not self._at_war):
            return False
        if deed.subject is not None:
            return events == 2 or bool(left & right)
        if left & right & WHERE_AND_WHEN:
            return events == 2 or bool((left | right) & {"time", "number"})
        settled = one != other and events == 2
        if "number" in left & right:
            return settled and not {one, other} <= OUTCOMES
        return settled and not {one, other} & OUTCOMES

    def _own(self, low: int, high: int) -> frozenset[Sort]:
        return sorts(self._within(low, high)) & NAMELESS

    def _within(self, low: int, high: int) -> list[Item]:
        return [item for item in self._items if low <= item.low and item.high <= high]

    def _event(self, ranges: Sequence[Range], said: Sequence[Token]) -> Event:
        pieces = pieces_of(self._text, self._sentence, ranges, said)
        return describe_pieces(self._sentence, pieces, self._actors, None, at_war=self._at_war)

    def _common_end(self, group: Sequence[Deed], deed: Deed) -> Range | None:
        """Place and day at the end of two deeds of which only the second seems to have any."""
        before, here = self._own(group[0].low, group[-1].high), self._within(deed.low, deed.high)
        if before & WHERE_AND_WHEN or not here or here[0].sort != "number" or deed.subject is not None:
            return None
        where = next((item for item in here if item.sort in WHERE_AND_WHEN), None)
        if where is None:
            return None
        low = self._phrase(where, deed.verb.i + 1)
        return (low, deed.high) if low > here[0].low else None

    def _phrase(self, item: Item, least: int) -> int:
        """Where the words around a place or day begin: "in the town of Tarn"."""
        low, tokens = item.low, self._sentence.tokens
        while low > least and tokens[low - 1].pos in ("ADP", "DET", "SCONJ"):
            low -= 1
        return low

    def _lead(self, deed: Deed, words: Sequence[Token]) -> Range | None:
        """The words before the first subject, where they name a day or place that holds for all: "On Sunday, ..."."""
        if deed.subject is None:
            return None
        start = min(token.i for token in self._sentence.subtree(deed.subject))
        lead = (words[0].i, start)
        return lead if self._own(*lead) & WHERE_AND_WHEN else None

    def _with_lead(self, part: Part, lead: Range | None) -> Part:
        if lead is None:
            return part
        own = self._own(*part.words)
        return part if own & self._own(*lead) else replace(part, shared=(lead, *part.shared))

    def _without_gaps(self, part: Part, words: Sequence[Token], behind: Sequence[Token]) -> Iterator[Part]:
        """The part as one for each deed told in it without a verb."""
        gaps = gaps_in(self._sentence, [*words, *behind], self._items) if words else []
        if not gaps:
            yield part
            return
        end = min(gaps[0].low, words[-1].i + 1)
        yield from self._with_day([replace(part, words=(part.words[0], self._trimmed(part.words[0], end)))], gaps, part)
        leaning = [Part((gap.low, gap.high), (*part.shared, *gap.shared)) for gap in gaps]
        lead = self._gap_lead(part, gaps[0])
        yield from self._with_day([self._with_lead(one, lead) for one in leaning], gaps, part)

    def _gap_lead(self, part: Part, gap: Gap) -> Range | None:
        low = part.words[0]
        start = min((one for one, _ in gap.shared), default=low)
        return (low, start) if start > low and self._own(low, start) & WHERE_AND_WHEN else None

    def _with_day(self, parts: Sequence[Part], gaps: Sequence[Gap], whole: Part) -> Iterator[Part]:
        """The parts with the day at the very end that all of them share: "14 in Tarn and 8 in Uru on Monday"."""
        day = common_day(self._sentence, gaps, self._items, whole.words[0])
        for part in parts:
            later = day is not None and part.words[1] <= day[0]
            yield replace(part, shared=(*part.shared, day)) if day and later else part

    def _trimmed(self, low: int, high: int) -> int:
        tokens = self._sentence.tokens
        while high > low + 1 and (
            tokens[high - 1].pos in ("PUNCT", "CCONJ") or tokens[high - 1].lower in ("as", "well")
        ):
            high -= 1
        return high
