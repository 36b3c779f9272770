"""Whether what is said happened, happens, is planned, is possible, hangs on a condition, or did not happen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from fogline.claims.events.predicates import Predicate
from fogline.claims.events.stretch import Stretch, lemma_of
from fogline.records.claims import Kind, Stance, Status
from fogline.records.sentences import Token

__all__ = ["DEEDS", "StatusReading", "status_of"]

NEGATIVE = frozenset(
    {"not", "n't", "n’t", "never", "no", "neither", "nor", "none", "nobody", "nothing", "hardly", "barely"}
)
GUESSING = frozenset(
    {"whether", "may", "might", "could", "would", "probably", "apparently", "?", "rule", "suspect", "think", "believe",
     "fear", "suggest", "speculate", "speculation", "theory", "rumour", "rumor", "guess", "assume", "hint", "suspicion"}
)  # fmt: skip
MIGHT = frozenset({"may", "might", "could", "can", "would", "should", "ought", "'d", "’d", "must"})
WILL = frozenset({"will", "shall", "'ll", "wo", "’ll"})
PLANNING = frozenset(
    {"plan", "intend", "prepare", "schedule", "set", "aim", "vow", "promise", "pledge", "slate", "due", "expect",
     "go", "mean", "want", "agree", "decide", "hope", "poise"}
)  # fmt: skip
HEDGES = frozenset(
    {"possibly", "perhaps", "maybe", "likely", "probably", "unlikely", "potentially", "possible", "probable",
     "potential", "appear", "seem", "risk", "possibility", "chance", "prospect", "suspect", "feasible"}
)  # fmt: skip
RISKING = frozenset({"endanger", "endangers", "endangered", "endangering", "jeopardise", "jeopardize", "imperil"})
DENYING = frozenset(
    {"without", "fail", "fails", "failed", "failing", "refuse", "refuses", "refused", "refusing", "refusal", "lack",
     "lacks", "lacked", "absence", "deny", "denies", "denied", "denial", "denying", "false", "untrue", "cannot",
     "nowhere", "scarcely", "unable", "reject", "rejects", "rejected", "decline", "declined", "stopped", "cease",
     "ceased", "halted", "cessation", "avoid", "avoided", "prevent", "prevented", "unfounded", "myth", "fiction",
     "invention", "fabrication", "lie", "lies", "far", "zero", "few", "little", "impossible", "anything", "any", "yet",
     "rather", "instead"}
)  # fmt: skip
UNTOUCHED = frozenset({"unharmed", "unhurt", "undamaged", "unscathed", "uninjured", "intact", "untouched"})
NO_WORDS = NEGATIVE | DENYING | UNTOUCHED
PLAIN: frozenset[Stance | None] = frozenset({"asserts", "accuses", "unconfirmed", None})
LASTING = frozenset(
    {"house", "ring", "camp", "trap", "occupy", "surround", "rage", "last", "stay", "live", "work", "serve", "wait",
     "stand", "lie", "sit", "circulate", "block", "blockade", "go", "leave", "displace", "flow", "burn", "fight"}
)  # fmt: skip
HAVING = frozenset({"have", "n't", "not", "n’t", "never"})
SUSPECTS = ("suspect", "suspects")  # whom somebody arrests
UNSURE = HEDGES | GUESSING
UNDER_WAY = frozenset({"still", "ongoing", "currently", "underway", "continue", "remain", "keep"})
CONDITIONS = frozenset({"if", "unless", "provided", "until", "whoever", "otherwise", "failing"})
CONDITION_DEPS = frozenset({"mark", "advmod", "nsubj", "prep", "prepc", "advcl"})
SUPPORT = frozenset({"do", "does", "did"})
TRIED = frozenset({"try", "attempt", "seek"})  # it was begun; whether it came off is not said
PREPARING = frozenset({"prepare", "plot"})
ABATING = frozenset({"stop", "cease", "halt", "end", "abate", "subside", "ease", "pause"})
ENDED = frozenset({"complete", "finish", "conclude"})
CHANGING = frozenset({"change", "alter", "shift", "budge", "differ", "waver"})  # "has not changed" is how it is
MEANWHILE = frozenset({"while", "as"})
UNDONE = frozenset({"fail", "refuse", "refrain", "decline", "cease", "stop"})
# In a headline these hold on, where others tell in the present what has happened.
STATIVE = frozenset(
    {"control", "hold", "keep", "own", "administer", "defend", "besiege", "rule", "face", "host", "have"}
)
PROGRESSIVE = frozenset({"is", "are", "was", "were", "been", "am", "'re", "’re", "'s", "’s", "be"})
PAST = frozenset({"had", "has", "have", "having", "did", "was", "were", "been", "being", "'ve", "’ve"})
SCHEDULED: frozenset[Kind] = frozenset(
    {"control", "movement", "deployment", "detention", "aid", "sanction", "meeting", "clearance", "attack"}
)
# What a noun phrase of these kinds names has happened; of these others it is wished for; the rest simply is.
DONE: frozenset[Kind] = frozenset(
    {"casualties", "control", "damage", "attack", "aid", "movement", "detention", "clearance", "other"}
)
UNCHANGED: frozenset[Status] = frozenset({"negated", "completed", "actual"})
STAYING: frozenset[Status] = frozenset({"completed", "actual"})
HARM: frozenset[Kind] = frozenset({"casualties", "damage", "attack"})
WISHED: frozenset[Kind] = frozenset({"negotiation", "sanction", "meeting"})
DEEDS: frozenset[Kind] = frozenset(
    {"casualties", "control", "damage", "attack", "movement", "detention", "clearance", "clash", "sanction",
     "deployment", "meeting", "aid", "negotiation", "threat"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatusReading:
    """The status, how far this way of reading it can be trusted (0 to 1), and which statuses the words rule out."""

    status: Status
    score: float
    barred: frozenset[Status] = frozenset()


def status_of(stretch: Stretch, predicate: Predicate | None, kind: Kind, stance: Stance | None) -> StatusReading:
    """The status of what the predicate says, within the stretch; the stance settles what has not happened yet."""
    reading = _read(stretch, predicate, kind, stance)
    return replace(reading, barred=_barred(stretch, predicate, reading, stance))


def _barred(
    stretch: Stretch, predicate: Predicate | None, reading: StatusReading, stance: Stance | None
) -> frozenset[Status]:
    """What no word in the stretch speaks for: "the guns fell silent" is no denial, "was postponed" no plan.

    Of 2,700 marked statements in the past tense 42 are told as planned or under way all the same; without a word of
    denial 202 of 746 are marked as negated, nearly all of them refused or denied by their cue.
    """
    if stance not in PLAIN:
        return frozenset()
    barred: set[Status] = set()
    if NO_WORDS.isdisjoint(t.lower for t in stretch.tokens):
        barred.add("negated")
    if reading.status in STAYING and predicate is not None and lemma_of(predicate.word) in CHANGING:
        barred |= UNCHANGED - {reading.status}
    if reading.status == "negated" and predicate is not None and _is_untouched(stretch, predicate):
        barred |= {"actual", "completed", "ongoing"}
    if reading.status == "completed" and predicate is not None and _is_over(stretch, predicate):
        barred |= {"planned", "ongoing", "conditional"}
        if UNSURE.isdisjoint(map(lemma_of, stretch.sentence.tokens)):
            barred.add("possible")
    return frozenset(barred)


def _is_untouched(stretch: Stretch, predicate: Predicate) -> bool:
    """Whether something is said to be whole: "was unharmed", "looked intact"."""
    if lemma_of(predicate.word) in UNTOUCHED:
        return True
    said = stretch.children(predicate.verb, "acomp", "oprd") if predicate.verb is not None else []
    return any(lemma_of(token) in UNTOUCHED for token in said)


def _of_event(predicate: Predicate, *, negative: bool) -> StatusReading | None:
    """The status where the verb only tells of the event noun beside it: "raids do not stop", "is preparing a raid"."""
    verb = predicate.verb
    if verb is None or verb.i == predicate.word.i:
        return None
    if negative:
        return StatusReading("ongoing", 0.7) if verb.lemma.lower() in ABATING else None
    return StatusReading("planned", 0.6) if verb.lemma.lower() in PREPARING else None


def _unchanged(predicate: Predicate, kind: Kind) -> Status:
    """What is not so; but a count that has not changed still tells of the dead, a line that has not still holds."""
    if lemma_of(predicate.word) not in CHANGING:
        return "negated"
    return "completed" if kind in HARM else "actual"


def _is_over(stretch: Stretch, predicate: Predicate) -> bool:
    """Whether the verb is in the simple past or pluperfect and names no state that goes on."""
    finite = predicate.finite
    if finite is None or finite.lemma.lower() in PLANNING | STATIVE | LASTING or predicate.chain:
        return False
    auxes = {t.lower for t in stretch.sentence.children(finite, "aux", "auxpass")}
    done = finite.lemma.lower() in ENDED and bool(auxes & {"has", "have"})  # "have completed a planned withdrawal"
    return done or (finite.tag == "VBD" and not auxes) or bool(auxes & {"was", "were", "had"})


def _read(stretch: Stretch, predicate: Predicate | None, kind: Kind, stance: Stance | None) -> StatusReading:
    if stance in ("demands", "promises", "warns"):
        return _willed(stretch, stance)
    if predicate is None:
        return StatusReading("completed" if kind in DONE else "actual", 0.4)
    verbs = [verb for verb in (*predicate.chain, predicate.verb) if verb is not None]
    marks = {t.lower for verb in verbs for t in stretch.sentence.children(verb, "aux", "neg", "advmod", "mark")}
    if kind in HARM and _is_untouched(stretch, predicate) and not marks & NEGATIVE:
        return StatusReading("negated", 0.7)
    if (told := _of_event(predicate, negative=bool(marks & NEGATIVE))) is not None:
        return told
    if _negated(stretch, predicate, verbs, marks):
        return StatusReading(_unchanged(predicate, kind), 0.7)
    if _conditional(stretch):
        return StatusReading("conditional", 0.6)
    to_come = _to_come(stretch, predicate, kind, marks)
    if "would" in marks and kind in SCHEDULED and stance in PLAIN and not marks & HAVING:
        to_come = StatusReading("planned", 0.55)  # "said it would hand over": was going to
    return to_come or _in_time(stretch, predicate, kind, marks)


def _to_come(stretch: Stretch, predicate: Predicate, kind: Kind, marks: set[str]) -> StatusReading | None:
    """What may or will be; None of what is or was."""
    verbs = [verb for verb in (*predicate.chain, predicate.verb) if verb is not None]
    if marks & MIGHT or _hedged(stretch, predicate, verbs) or _at_risk(stretch):
        return StatusReading("possible", 0.7)
    if any(verb.lemma.lower() in TRIED for verb in predicate.chain):
        return StatusReading("actual", 0.5)
    if marks & WILL or (_planned(verbs) and not marks & SUPPORT):
        return StatusReading("planned" if kind in DEEDS else "possible", 0.55)
    return None


def _at_risk(stretch: Stretch) -> bool:
    """Whether something is only endangered: "puts millions of lives at risk", "endangers thousands"."""
    words = [token.lower for token in stretch.tokens]
    if any(word in RISKING for word in words):
        return True
    return any(one == "at" and other in ("risk", "stake") for one, other in pairwise(words))


def _willed(stretch: Stretch, stance: Stance) -> StatusReading:
    if stance == "demands":
        return StatusReading("possible", 0.95)
    if _conditional(stretch) or _inverted_should(stretch):
        return StatusReading("conditional", 0.75)
    return StatusReading("planned", 0.75) if stance == "promises" else StatusReading("possible", 0.6)


def _negated(stretch: Stretch, predicate: Predicate, verbs: list[Token], marks: set[str]) -> bool:
    undone = any(verb.lemma.lower() in UNDONE for verb in predicate.chain)
    if marks & NEGATIVE or undone:
        return not (marks & NEGATIVE and undone)  # "does not stop shelling" goes on shelling
    for verb in [*verbs, predicate.word]:
        for child in stretch.children(verb, "nsubj", "nsubjpass", "dobj", "attr", "det", "neg", "preconj", "advmod"):
            if child.lower in NEGATIVE or any(
                t.lower in NEGATIVE for t in stretch.children(child, "det", "neg", "preconj")
            ):
                return True
    return False


def _conditional(stretch: Stretch) -> bool:
    for token in stretch.tokens:
        if (
            token.lower in CONDITIONS
            and token.dep in CONDITION_DEPS
            and (token.lower != "until" or token.dep == "mark")
        ):
            return True
    return _inverted_should(stretch)


def _inverted_should(stretch: Stretch) -> bool:
    first = stretch.tokens[0] if stretch.tokens else None
    return first is not None and first.lower == "should" and first.dep == "aux"


def _hedged(stretch: Stretch, predicate: Predicate, verbs: list[Token]) -> bool:
    near = {verb.i for verb in verbs} | {predicate.word.i}
    hedges = (t for t in stretch.tokens if lemma_of(t) in HEDGES and not (t.pos == "NOUN" and t.lower in SUSPECTS))
    return any(t.i in near or t.head in near for t in hedges)


def _planned(verbs: list[Token]) -> bool:
    if any(verb.lemma.lower() in PLANNING for verb in verbs[:-1]):
        return True
    return bool(verbs) and verbs[0].tag == "VB"


def _in_time(stretch: Stretch, predicate: Predicate, kind: Kind, marks: set[str]) -> StatusReading:
    finite = predicate.finite
    if marks & UNDER_WAY or any(v.lemma.lower() in UNDER_WAY | UNDONE for v in predicate.chain):
        return StatusReading("ongoing", 0.7)
    if finite is None:
        return _of_phrase(kind)
    if finite.tag in ("VBZ", "VBP") and marks & MEANWHILE and stretch.sentence.role != "headline":
        return StatusReading("ongoing", 0.6)
    auxes = {t.lower for t in stretch.sentence.children(finite, "aux", "auxpass")}
    if finite.lemma.lower() in UNDER_WAY or _goes_on(stretch, finite) or _is_progressive(stretch, finite, auxes):
        return StatusReading("ongoing", 0.65)
    under_way = finite.tag == "VBG" and finite.dep == "ROOT"  # "Convoy heading north", not ", killing two"
    if stretch.sentence.role == "headline" and under_way and kind in DEEDS:
        return StatusReading("ongoing", 0.6)
    lasting = finite.lemma.lower() in STATIVE and finite.tag in ("VBZ", "VBP")
    if kind == "casualties" or (not lasting and stretch.sentence.role == "headline" and kind in DEEDS):
        return StatusReading("completed", 0.75)
    return _by_tense(finite, auxes, kind)


def _goes_on(stretch: Stretch, finite: Token) -> bool:
    return finite.lemma.lower() == "go" and any(t.lower == "on" for t in stretch.children(finite, "prt"))


def _is_progressive(stretch: Stretch, finite: Token, auxes: set[str]) -> bool:
    if finite.tag == "VBG":
        return bool(auxes & PROGRESSIVE)
    if "being" in auxes:
        return True
    if finite.lemma.lower() != "be":
        return False
    words = {t.lower for t in stretch.sentence.subtree(finite) if stretch.holds(t)}
    return ("way" in words and "under" in words) or bool(words & {"underway", "ongoing"})


def _of_phrase(kind: Kind) -> StatusReading:
    if kind in DONE:
        return StatusReading("completed", 0.55)
    return StatusReading("possible", 0.4) if kind in WISHED else StatusReading("actual", 0.6)


def _by_tense(finite: Token, auxes: set[str], kind: Kind) -> StatusReading:
    if finite.lemma.lower() == "be":
        return StatusReading("actual", 0.5)
    if finite.tag in ("VBD", "VBN") or auxes & PAST:
        return StatusReading("completed", 0.7)
    if finite.tag == "VBG" and not auxes and kind in DEEDS:
        return StatusReading("completed", 0.45)
    return StatusReading("actual", 0.5)
