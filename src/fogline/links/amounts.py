"""Numbers of a claim as intervals of one unit, with what they count."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from math import inf

from fogline.data.gazetteer import fold
from fogline.links.callings import calling_of, two_callings
from fogline.links.fates import CRAFT, plain, thing_of
from fogline.links.lexicon import lexicon
from fogline.links.wording import IDEA, wording
from fogline.records.claims import Claim
from fogline.records.mentions import Quantity, QuantityMention

__all__ = ["Amount", "amounts_of"]

SINGLE = re.compile(
    r"(?<!not )(?<!no longer )\b(?:a single|a lone|only one|just one)\s+((?:\w+\s+)?\w+)", re.IGNORECASE
)
REJECTED = re.compile(r"(?:,|\band|\bbut|[—–-])\s*not\s+$", re.IGNORECASE)
BY_HOW_MUCH = re.compile(r"\s+(?:\w+\s+)?(?:fewer|less) than\b", re.IGNORECASE)
# "Two of the lorries", but "58 of its own men": whose men those are.
SHARE_OF = re.compile(
    r"\s+of\s+(?:the|them|these|those|whom|its|their|his|her|our)\b((?:\s+[\w’'-]+){0,3})", re.IGNORECASE
)
ADDING = frozenset({"another", "additional", "further", "extra"})
LOSSES = frozenset({"losses", "dead", "casualties", "killed", "wounded", "deaths"})
OWN = frozenset({"his", "our", "its", "their", "own", "my"})
KILL_WORDS = ("kill", "wound", "missing", "captive")
SCOPES = {"killed": "kill", "wounded": "wound", "missing": "missing", "captured": "captive"}
PEOPLE_IDEAS = frozenset({IDEA + "troops", IDEA + "civilians", IDEA + "rebels"})
ANYBODY = frozenset({"people"})
NEAR = 32  # code points around a number in which a word may say what happened to those counted
PHRASE = 34  # code points before a number in which its noun and whose it is may stand
CLOSE = 2.0
FAR = 3.0
SMALL = 12  # figures up to it turn up everywhere
TOLERANCE = 0.02  # what two ways of rounding one number may differ by
ABOUT = 0.1  # ... where one of them is approximate


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as an interval in a base unit.

    `what` is what is counted: "kill", "area", "money USD", or the idea or stem of the noun. `who` narrows people:
    "civilian", "children", "combatant", "own" or "enemy" fighters. `states` are the states whose people are counted.
    `calling` is what those are called who are counted. `part` and `previous` tell numbers that are not the claim's own.
    """

    low: float
    high: float
    what: frozenset[str]
    who: str | None
    states: frozenset[str]
    approximate: bool
    previous: bool
    part: bool
    text: str
    calling: str | None = None

    def meets(self, other: Amount) -> bool:
        """Whether the two can be the same number."""
        slack = ABOUT if self.approximate or other.approximate else TOLERANCE
        return self.low <= other.high * (1 + slack) and other.low <= self.high * (1 + slack)

    @property
    def bounds(self) -> tuple[float, ...]:
        """The bounds that are known."""
        return tuple(bound for bound in (self.low, self.high) if abs(bound) < inf)

    def equal(self, other: Amount) -> bool:
        """Whether the two name one figure, however they bound it, and one that chance does not repeat."""
        return any(bound > SMALL for bound in {*self.bounds} & {*other.bounds})

    def close(self, other: Amount) -> bool:
        """Whether the two are of one size: "up to 70" says little of 14."""
        one, two = (self.high if self.high < inf else self.low), (other.high if other.high < inf else other.low)
        return min(one, two) * CLOSE >= max(one, two)

    def near(self, other: Amount) -> bool:
        """Whether one is at most three times the other: tolls of one event, told at different hours, lie so."""
        one, two = sorted((max(self.bounds, default=0.0), max(other.bounds, default=0.0)))
        return two <= FAR * one

    @property
    def in_square_km(self) -> Amount:
        """The number as one of square kilometres."""
        return replace(self, low=self.low * 1e6, high=self.high * 1e6, what=frozenset({"area"}))

    def comparable(self, other: Amount) -> bool:
        """Whether the two count the same thing of the same people."""
        if two_callings(self.calling, other.calling):
            return False
        if not self.what & other.what or (self.states and other.states and not self.states & other.states):
            return False
        if self.who is None or other.who is None or self.who == other.who:
            return True
        # The enemy of the one who counts is the own side of the other: "40 rebels" and "four of his fighters".
        return {self.who, other.who} in ({"enemy", "own"}, {"combatant", "own"})


def amounts_of(claim: Claim) -> tuple[Amount, ...]:
    """The numbers of a claim's own words, conversions left out."""
    inside = [
        mention
        for mention in claim.quantities
        if mention.quantity.role != "conversion"
        and not _is_another(mention, claim)
        and any(span.start <= mention.span.start < span.end for span in claim.evidence)
    ]
    return (*(_amount(mention, claim) for mention in inside), *_single(claim))


def _is_another(mention: QuantityMention, claim: Claim) -> bool:
    """Whether a number is one that is set right, or by how much: "ten, not eleven", "one fewer than the ministry"."""
    start = claim.sentence.start
    before, behind = claim.sentence.text[: mention.span.start - start], claim.sentence.text[mention.span.end - start :]
    return REJECTED.search(before) is not None or BY_HOW_MUCH.match(behind) is not None


def _single(claim: Claim) -> tuple[Amount, ...]:
    """ "A single missile", "a lone gunman": one, though no figure stands there."""
    found = SINGLE.search(claim.text)
    if found is None:
        return ()
    what = frozenset(term.removeprefix(IDEA) for term in wording(found[1].lower()).terms)
    return (Amount(1, 1, what, None, frozenset(), False, False, False, found[0]),) if what else ()


def _amount(mention: QuantityMention, claim: Claim) -> Amount:
    quantity = mention.quantity
    factor = _factors().get(quantity.unit, 1.0)
    around = _around(mention, claim)
    counted = wording(f"{quantity.whose or ''} {quantity.of or ''} {around}")
    return Amount(
        low=-inf if quantity.low is None else quantity.low * factor,
        high=inf if quantity.high is None else quantity.high * factor,
        what=_what(quantity, around),
        who=_whose(quantity, mention, claim),
        states=counted.states,
        approximate=quantity.approximate,
        previous=quantity.role == "previous",
        part=quantity.role == "part" or _adds(mention, claim) or _is_share(mention, claim),
        text=mention.span.text,
        calling=calling_of(f"{quantity.whose or ''} {quantity.of or ''}"),
    )


def _around(mention: QuantityMention, claim: Claim) -> str:
    """The words of the claim close to a number."""
    text, start = claim.sentence.text, claim.sentence.start
    left, right = mention.span.start - start, mention.span.end - start
    low = max(0, left - NEAR // 2, min((span.start for span in claim.evidence), default=start) - start)
    return text[low : right + NEAR]


def _adds(mention: QuantityMention, claim: Claim) -> bool:
    """Whether the number is what came on top: "22 more were injured"."""
    behind = claim.sentence.text[mention.span.end - claim.sentence.start :].split()[:2]
    before = claim.sentence.text[: mention.span.start - claim.sentence.start].lower().split()[-1:]
    return "more" in behind or "further" in mention.span.text.split() or bool(ADDING.intersection(before))


def _is_share(mention: QuantityMention, claim: Claim) -> bool:
    """Whether the number is of some among things that are all counted elsewhere."""
    found = SHARE_OF.match(claim.sentence.text, mention.span.end - claim.sentence.start)
    return found is not None and thing_of(plain(found[1])) in CRAFT


def _beside(mention: QuantityMention, claim: Claim, before: int = 22) -> str:
    """The few words around a number that say whose it is where no noun does: "on the army's side, six dead"."""
    start, offset = mention.span.start, claim.sentence.start
    own = next(span for span in claim.evidence if span.start <= start < span.end)
    low, high = max(own.start, start - before), min(own.end, mention.span.end + 14)
    return claim.sentence.text[low - offset : high - offset]


def _what(quantity: Quantity, around: str) -> frozenset[str]:
    if quantity.unit != "count":
        dimension = _dimensions().get(quantity.unit)
        return frozenset({dimension or f"money {quantity.unit}"})
    if quantity.scope:
        told = {idea for word, idea in SCOPES.items() if word in quantity.scope}
        return frozenset({" or ".join(sorted(told)) if told else quantity.scope})
    thing = thing_of(fold(quantity.of or ""))
    if thing in CRAFT:
        return frozenset({thing})  # drones are aircraft, and what is the army's is no army
    counted = wording((quantity.of or "").lower())
    near = wording(around)
    deeds = {idea for idea in KILL_WORDS if near.has(idea)}
    if deeds and (not counted.terms or counted.has("troops", "civilians", "rebels", "kill", "count", "captive")):
        return frozenset({"kill"} if "kill" in deeds else deeds)
    things = _things((quantity.of or "").rpartition(" ")[2])  # "two Northlanders", but not "two Northland missiles"
    if counted.terms & PEOPLE_IDEAS or (wording(quantity.of or "").states and not things):
        return ANYBODY
    return frozenset(term.removeprefix(IDEA) for term in counted.terms)


def _things(head: str) -> frozenset[str]:
    """The ideas of what a noun counts, where it is no people."""
    return frozenset(term for term in wording(head.lower()).terms if term.startswith(IDEA)) - PEOPLE_IDEAS


def _whose(quantity: Quantity, mention: QuantityMention, claim: Claim) -> str | None:
    """Whose people a number counts: what it says itself, or words beside it: "the number of his fighters killed"."""
    beside = _beside(mention, claim)
    who = _who(f"{quantity.of or beside} {mention.span.text}", quantity.whose)
    own = _own_losses(_beside(mention, claim, PHRASE))
    return "own" if who in (None, "combatant") and own else who


def _own_losses(beside: str) -> bool:
    """Whether a number counts what the one who counts has lost: "its own losses at four"."""
    tokens = set(wording(beside).tokens)
    return bool(tokens & OWN) and bool(tokens & (LOSSES | lexicon().combatant))


def _who(of: str, whose: str | None) -> str | None:
    known, tokens = lexicon(), set(wording(of).tokens)
    if calling_of(of) == "child":
        return "children"
    if tokens & known.enemy and not tokens & OWN:
        return "enemy"
    if tokens & known.civilian or (whose or "").endswith("civilian"):
        return "civilian"
    if tokens & OWN and tokens & known.combatant:
        return "own"
    if tokens & known.combatant or (whose or "").endswith("combatant"):
        return "combatant"
    return None


@lru_cache(maxsize=1)
def _units() -> dict[str, dict[str, object]]:
    units = tomllib.loads((files("fogline.data") / "units.toml").read_text("utf-8"))["units"]
    return dict(units)


@lru_cache(maxsize=1)
def _factors() -> dict[str, float]:
    return {unit: float(str(row.get("factor", 1.0))) for unit, row in _units().items()}


@lru_cache(maxsize=1)
def _dimensions() -> dict[str, str]:
    return {unit: str(row["dimension"]) for unit, row in _units().items() if "dimension" in row}
