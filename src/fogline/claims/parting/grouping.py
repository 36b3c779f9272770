"""Which coordinated deeds stand apart: those whose numbers, places or days would hang on the wrong deed."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.parting.ground import NAMELESS, WHERE_AND_WHEN, Ground, Part
from fogline.claims.parting.ranges import Range
from fogline.claims.parting.verbs import Deed, deeds_in
from fogline.records.claims import Kind
from fogline.records.sentences import Token

__all__ = ["grouped"]

EVENTS: frozenset[Kind] = frozenset(
    {"control", "movement", "clash", "attack", "casualties", "damage", "deployment", "detention", "clearance", "aid"}
)
OUTCOMES: frozenset[Kind] = frozenset({"attack", "clash", "casualties", "damage"})  # of one deed, as a rule
WEIGHING = frozenset({"while", "whereas"})
LOOSE = ("advcl", "pcomp")  # "an hour after a boat had passed it" sets the scene


def grouped(ground: Ground, words: Sequence[Token], *, asserted: bool) -> list[Part]:
    """The deeds in the words, left to right; those that are one ("attacked Tarn and killed 12") taken together."""
    deeds = deeds_in(ground.sentence, words)
    if not deeds:
        return [Part((words[0].i, words[-1].i + 1))]
    groups: list[list[Deed]] = [[deeds[0]]]
    ends: list[Range | None] = []
    for deed in deeds[1:]:
        kinds = (_kind_of(ground, groups[-1], words), _kind_of(ground, [deed], words))
        told = (
            asserted or deed.verb.dep not in LOOSE
        )  # "demands a truce after they took Tarn" does not demand the taking
        if told and _is_apart(ground, groups[-1], deed, kinds):
            alike = kinds[0] == kinds[1] == "attack"
            ends.append(_common_day(ground, groups[-1], deed) if alike else None)
            groups.append([deed])
        else:
            groups[-1].append(deed)
    parts = [
        Part((group[0].low, group[-1].high), (*group[0].shared, *([end] if end else [])))
        for group, end in zip(groups, [*ends, None], strict=True)
    ]
    lead = _lead(ground, deeds[0], words)
    return [parts[0], *(ground.with_lead(part, lead) if lead else part for part in parts[1:])]


def _kind_of(ground: Ground, group: Sequence[Deed], words: Sequence[Token]) -> Kind:
    return ground.kind([*group[0].shared, (group[0].low, group[-1].high)], words)


def _is_apart(ground: Ground, group: Sequence[Deed], deed: Deed, kinds: tuple[Kind, Kind]) -> bool:
    """Whether a deed has its own number, place or day beside the deeds before it."""
    first = group[0]
    left, right = ground.own(first.verb.i, group[-1].high), ground.own(deed.low, deed.high)
    before = ground.own(first.low, first.verb.i) & ({"time"} if first.subject else NAMELESS)
    events = sum(kind in EVENTS for kind in kinds)
    if events == 2 and _weighed(ground, group, deed):
        return True
    if not right or not (left or before & right) or not events:
        return False
    left |= before
    if deed.verb.dep in LOOSE and events < 2:
        return False
    if left & right & WHERE_AND_WHEN:
        return events == 2 or deed.subject is not None or bool((left | right) & {"time", "number"})
    settled = kinds[0] != kinds[1] and events == 2
    if deed.subject is not None:
        return settled and not set(kinds) <= OUTCOMES
    return settled and not left & right and not OUTCOMES & set(kinds)


def _weighed(ground: Ground, group: Sequence[Deed], deed: Deed) -> bool:
    """Whether what two sides suffered is set side by side: "four rebels died, while 45 soldiers fell"."""
    if group[0].subject is None or deed.subject is None:
        return False
    if not all(
        "number" in ground.own(low, high) for low, high in ((group[0].low, group[-1].high), (deed.low, deed.high))
    ):
        return False
    between = ground.sentence.tokens[group[-1].verb.i : deed.verb.i]
    return any(token.text == ";" or token.lower in WEIGHING for token in between)


def _common_day(ground: Ground, group: Sequence[Deed], deed: Deed) -> Range | None:
    """The day at the end of two attacks of which only the second seems to have one: "shelled Tarn and Uru today"."""
    before, here = ground.own(group[0].low, group[-1].high), ground.within(deed.low, deed.high)
    if deed.subject is not None or "time" in before or not here:
        return None
    last = here[-1]
    if last.sort != "time" or last.high != deed.high:
        return None
    low = ground.phrase(last, deed.verb.i + 1)
    return (low, deed.high) if low > here[0].low else None


def _lead(ground: Ground, deed: Deed, words: Sequence[Token]) -> Range | None:
    """The words before the first subject."""
    if deed.subject is None:
        return None
    start = min(token.i for token in ground.sentence.subtree(deed.subject))
    return (words[0].i, start) if start > words[0].i else None
