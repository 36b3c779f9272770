"""Whether what is said happened, happens, is planned, is possible, hangs on a condition, or did not happen."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.stretch import VERBAL, Predicate, Stretch, lemma_of
from fogline.records.claims import Stance, Status
from fogline.records.sentences import Token

__all__ = ["StatusReading", "status_of"]

NEGATIVE = frozenset({"not", "n't", "never", "no", "neither", "nor", "none", "nobody", "nothing", "without", "hardly"})
MIGHT = frozenset({"may", "might", "could", "can", "would", "should", "ought"})
WILL = frozenset({"will", "shall", "'ll", "wo", "’ll"})
PLANNING = frozenset(
    {
        "plan",
        "intend",
        "prepare",
        "schedule",
        "set",
        "aim",
        "vow",
        "promise",
        "pledge",
        "slate",
        "due",
        "expect",
        "go",
    }
)
HEDGES = frozenset(
    {"possibly", "perhaps", "maybe", "likely", "probably", "unlikely", "potentially", "possible", "probable", "potential",
     "appear", "seem", "risk", "possibility", "chance", "prospect", "whether", "suspect"}
)  # fmt: skip
UNDER_WAY = frozenset({"still", "ongoing", "currently", "underway", "continue", "continuing", "remain", "keep"})
CONDITIONS = frozenset({"if", "unless", "provided", "until", "whoever", "otherwise"})
UNDONE = frozenset({"fail", "refuse", "refrain", "decline", "cease", "lack"})


@dataclass(frozen=True, slots=True)
class StatusReading:
    """The status and how far this way of reading it can be trusted (0 to 1)."""

    status: Status
    score: float


def status_of(stretch: Stretch, predicate: Predicate | None, stance: Stance | None = None) -> StatusReading:
    """The status of what the predicate says, within the stretch; the stance helps where the grammar is silent."""
    if predicate is None:
        return StatusReading("actual", 0.3)
    verbs = [verb for verb in (*predicate.chain, predicate.verb) if verb is not None]
    markers = [t for verb in verbs for t in stretch.sentence.children(verb, "aux", "neg", "advmod", "mark", "auxpass")]
    lowered = {t.lower for t in markers}
    if stance == "demands":
        return StatusReading("possible", 0.95)
    if stance == "promises":
        return StatusReading("conditional" if _conditional(stretch) else "planned", 0.8)
    if stance == "warns":
        return StatusReading("conditional" if _conditional(stretch) else "possible", 0.6)
    if _negated(stretch, predicate, verbs, lowered):
        return StatusReading("negated", 0.7)
    if _conditional(stretch):
        return StatusReading("conditional", 0.6)
    if lowered & MIGHT or _hedged(stretch, predicate, verbs):
        return StatusReading("possible", 0.7)
    if lowered & WILL or _planned(verbs):
        return StatusReading("planned", 0.6)
    return _in_time(stretch, predicate, lowered)


def _negated(stretch: Stretch, predicate: Predicate, verbs: list[Token], lowered: set[str]) -> bool:
    if lowered & NEGATIVE or any(verb.lemma.lower() in UNDONE for verb in predicate.chain):
        return True
    for verb in [*verbs, predicate.word]:
        for child in stretch.children(verb, "nsubj", "nsubjpass", "dobj", "attr", "det", "neg", "preconj"):
            if child.lower in NEGATIVE or any(t.lower in NEGATIVE for t in stretch.children(child, "det", "neg")):
                return True
    return False


def _conditional(stretch: Stretch) -> bool:
    return any(t.lower in CONDITIONS and t.dep in ("mark", "advmod", "nsubj", "prep") for t in stretch.tokens)


def _hedged(stretch: Stretch, predicate: Predicate, verbs: list[Token]) -> bool:
    near = {verb.i for verb in verbs} | {predicate.word.i}
    return any(lemma_of(t) in HEDGES and (t.i in near or t.head in near) for t in stretch.tokens)


def _planned(verbs: list[Token]) -> bool:
    return any(verb.lemma.lower() in PLANNING for verb in verbs[:-1]) or bool(verbs and verbs[0].tag == "VB")


def _in_time(stretch: Stretch, predicate: Predicate, lowered: set[str]) -> StatusReading:
    finite = predicate.finite
    if lowered & UNDER_WAY or any(v.lemma.lower() in UNDER_WAY for v in predicate.chain):
        return StatusReading("ongoing", 0.7)
    if finite is None or finite.pos not in VERBAL:
        known = lexicon().names(lemma_of(predicate.word), "noun")
        return StatusReading("completed" if known else "actual", 0.5)
    auxes = {t.lower for t in stretch.sentence.children(finite, "aux", "auxpass")}
    if finite.tag == "VBG" and auxes & {"is", "are", "was", "were", "been", "am", "'re", "’re", "'s", "be"}:
        return StatusReading("ongoing", 0.7)
    return _by_tense(finite, predicate, auxes)


def _by_tense(finite: Token, predicate: Predicate, auxes: set[str]) -> StatusReading:
    if finite.lemma.lower() == "be":
        return StatusReading("actual", 0.6)
    past = finite.tag in ("VBD", "VBN") or bool(auxes & {"had", "has", "have", "did", "was", "were"})
    if past:
        return StatusReading("completed", 0.7)
    return StatusReading("actual", 0.6)
