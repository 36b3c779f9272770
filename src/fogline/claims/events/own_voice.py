"""Events that a report states in its own voice."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from fogline.claims.events.clauses import clause_bounds, clauses
from fogline.claims.events.describing import outlined
from fogline.claims.events.event import Event, Marked, OwnEvent
from fogline.claims.events.headlined import headlined
from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.predicates import predicate_of
from fogline.claims.events.presupposed import presupposed
from fogline.claims.events.stretch import Stretch, lemma_of
from fogline.claims.events.wartime import armed_in, speaks_of_war
from fogline.claims.events.weighing import weighed_kind, weighed_status
from fogline.records.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fogline.records.claims import Kind, Status
    from fogline.records.mentions import ActorMention
    from fogline.records.sentences import Sentence, Token

__all__ = ["NO_EVENT", "own_voice"]

NO_EVENT: frozenset[Kind] = frozenset({"assessment", "other", "accusation", "demand", "threat"})
UNREAL = frozenset({"may", "might", "could", "can", "would", "should", "must", "ought", "'d"})
UNHAPPENED: frozenset[Status] = frozenset({"possible", "conditional"})
STATES: frozenset[Kind] = frozenset({"control", "deployment", "clash"})
PLAIN: frozenset[Kind] = frozenset({"attack", "clash", "casualties", "detention", "damage", "clearance"})
HEARSAY = frozenset({"reportedly", "allegedly", "apparently", "supposedly", "purportedly"})
HEDGES = frozenset({"likely", "probably", "possibly"})
ASKING = frozenset({"why", "how", "what", "whether"})  # "Explainer: why the truce failed"
SPEAKING = frozenset(
    {"say", "tell", "announce", "state", "add", "warn", "note", "argue", "insist", "declare", "write", "explain",
     "reply", "stress", "maintain", "vow", "promise", "describe", "predict", "ask", "urge", "demand",
     "disclaim", "reject", "dismiss", "rebuke"}
)  # fmt: skip
ISSUING = frozenset({"release", "publish", "issue", "post", "present", "establish"})
ISSUED = frozenset({"information", "statement", "summary", "update", "report", "data", "bulletin", "result", "finding"})
ISSUED |= {"detail", "circumstance"}
LYING = frozenset({"be", "lie", "stand"})
LASTING = frozenset({"remain"})
SHOWN = frozenset({"flag", "banner", "colours", "colors", "toll", "siren", "barricade"})
SHOWN |= {"prisoner", "captive", "hostage", "fire", "body", "detainee"}  # "traded prisoners", not "traded barbs"
HAPPENING = frozenset("open begin start resume end stop continue collapse erupt flare conclude reopen convene".split())
TALLIES = frozenset("number toll figure count tally total".split())
GROWING = frozenset("rise climb grow fall reach stand increase drop jump double swell".split())
COUNTED: frozenset[Kind] = frozenset({"casualties", "movement", "detention", "damage"})
OCCASIONS = frozenset({"time", "moment", "juncture", "point", "stage"})  # "the visit comes at a time of tension"
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
LEAST_WORDS = 3
MANY = frozenset(
    {"dozen", "dozens", "score", "scores", "hundred", "hundreds", "thousand", "thousands", "several", "many"}
)
CLEAR = 0.62  # one event noun in a phrase aside ("ahead of the offensive") leads by 0.615


def own_voice(
    sentences: Sequence[Sentence],
    actor_mentions: Sequence[ActorMention],
    taken: Sequence[Span],
    marked: Sequence[Marked] = (),
    *,
    at_war: bool | None = None,
) -> tuple[OwnEvent, ...]:
    """The events that clauses outside the `taken` spans state as facts, in the order of the text.

    No comment, no hypothesis, no reporting clause; control, movement, clash and attack only where the report speaks
    of war and the clause names something armed. What a trained reader has `marked` is added where no clause was
    found and the grammar sees a fact too.
    """
    at_war = speaks_of_war(sentences) if at_war is None else at_war
    found: list[OwnEvent] = []
    for sentence in sentences:
        if sentence.parsed and not sentence.text.endswith("?") and _may_tell(sentence):
            found.extend(_in_sentence(sentence, actor_mentions, taken, at_war))
    if at_war:
        claimed = [*taken, *(own.span for own in found)]
        told = [own for sentence in sentences if sentence.parsed for own in presupposed(sentence, actor_mentions)]
        told += [own for s in sentences if s.parsed for own in headlined(s, actor_mentions, sentences, at_war=at_war)]
        found += [own for own in told if not _is_taken(own.span.start, own.span.end, claimed)]
    for mark in marked:
        event = _of_mark(sentences[mark.sentence], mark, actor_mentions, at_war)
        if event is not None and not _is_taken(mark.span.start, mark.span.end, [*taken, *(own.span for own in found)]):
            found.append(OwnEvent(mark.span, mark.sentence, event))
    return tuple(sorted(found, key=lambda own: own.span))


def _of_mark(sentence: Sentence, mark: Marked, mentions: Sequence[ActorMention], at_war: bool) -> Event | None:
    if not sentence.parsed or mark.span.end > sentence.end:
        return None
    predicate = predicate_of(Stretch.between(sentence, mark.span.start, mark.span.end))
    if predicate is None or predicate.finite is None or not _is_factual(sentence, predicate.finite):
        return None
    if predicate.finite.lemma.lower() in lexicon().comment:
        return None
    read = outlined(sentence, (mark.span,), mentions, at_war=at_war)
    kind, status = weighed_kind(read, mark.kinds, at_war=at_war), weighed_status(read, mark.statuses)
    if kind in NO_EVENT or status in UNHAPPENED:
        return None
    return replace(read, kind=kind, status=status)


def _may_tell(sentence: Sentence) -> bool:
    entries, phrases = lexicon().entries, lexicon().phrases
    return any((lemma := lemma_of(token)) in entries or lemma in phrases for token in sentence.tokens)


def _in_sentence(
    sentence: Sentence, mentions: Sequence[ActorMention], taken: Sequence[Span], at_war: bool
) -> Iterator[OwnEvent]:
    for verb in clauses(sentence):
        if not _is_factual(sentence, verb):
            continue
        low, high = clause_bounds(sentence, verb)
        start, end = sentence.tokens[low].start, sentence.tokens[high - 1].end
        if high - low < _least(sentence, verb) or _is_taken(start, end, taken):
            continue
        event = _told(sentence, verb, (low, high), mentions, at_war=at_war)
        if event is not None:
            words = sentence.text[start - sentence.start : end - sentence.start]
            yield OwnEvent(Span(start, end, words), sentence.index, event)


def _told(
    sentence: Sentence, verb: Token, words: tuple[int, int], mentions: Sequence[ActorMention], *, at_war: bool
) -> Event | None:
    """What the clause tells as a fact, or each of several deeds in it that share its subject does."""

    def read(low: int, high: int) -> Event:
        words = Span(sentence.tokens[low].start, sentence.tokens[high - 1].end, "")
        return outlined(sentence, (words,), mentions, at_war=at_war)

    whole = read(*words)
    if _comments(sentence, verb, whole):
        return None
    if (
        _happens(sentence, verb, whole)
        or _counts(whole, sentence, *words, at_war)
        or (_is_assessed(sentence, verb, whole) and _rests_on_words(whole))
    ):
        return whole
    deeds = [(low, high, read(low, high)) for low, high in _deeds(sentence, verb, words)]
    if not deeds or not all(_counts(event, sentence, low, high, at_war) for low, high, event in deeds):
        return None
    return deeds[0][2] if whole.kind in NO_EVENT else whole


def _happens(sentence: Sentence, verb: Token, event: Event) -> bool:
    """Whether the subject names the event or its count: "talks opened in Tarn", "the number killed has risen to 9"."""
    heads = [one for one in sentence.children(verb, "nsubj", "nsubjpass") if one.i < verb.i]
    if (
        not heads
        or sentence.children(verb, "xcomp", "dobj")
        or event.kind in NO_EVENT
        or event.status in UNHAPPENED | {"actual", "planned"}
    ):
        return False
    counted = heads[0].lemma.lower() in TALLIES and verb.lemma in GROWING and event.kind in COUNTED
    if counted:
        return any(token.tag == "CD" for token in sentence.subtree(verb) if token.i > verb.i)
    dated = any(one.lower in ("in", "on", "at") for one in sentence.children(verb, "prep"))
    named = lexicon().names(lemma_of(heads[0]), "noun") and event.kind in ("negotiation", "clash", "attack", "movement")
    return named and dated and verb.lemma in HAPPENING and verb.tag != "VB"


def _is_assessed(sentence: Sentence, verb: Token, event: Event) -> bool:
    """Whether a deed is told as done, and only its certainty held back: "the rebels likely seized the base"."""
    if event.status != "possible" or event.kind in NO_EVENT or verb.tag not in ("VBD", "VBN"):
        return False
    return any(token.lower in HEDGES for token in sentence.children(verb, "advmod"))


def _deeds(sentence: Sentence, verb: Token, words: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The stretches of the verbs with one subject, which the words taken together leave in doubt.

    "killed nine men and freed four" is casualties as much as detention.
    """
    low, high = words
    line, starts = {verb.i}, [low]
    for token in sentence.tokens[verb.i + 1 : high]:
        beside = token.dep == "conj" and token.head in line and token.pos == "VERB"
        if beside and not sentence.children(token, *SUBJECTS):
            line.add(token.i)
            starts.append(token.i)
    if len(starts) > 1:
        yield from pairwise([*starts, high])


def _only_says(sentence: Sentence, verb: Token) -> bool:
    """Whether the clause tells that somebody spoke: "told reporters of the attack"; "shots were reported" does not."""
    lemma, words = verb.lemma.lower(), lexicon()
    if lemma in ISSUING and any(thing.lemma.lower() in ISSUED for thing in sentence.children(verb, "dobj")):
        return True  # "released information on the raid"
    if lemma not in words.reporting:
        return False
    if sentence.children(verb, "xcomp"):
        return True
    passive = sentence.children(verb, "nsubjpass", "auxpass")
    return lemma in SPEAKING and not passive and not words.names(lemma, "verb")


def _least(sentence: Sentence, verb: Token) -> int:
    """How many words a clause must have: "garrison flees" (a headline), "killing nine" and "35 injured" have two."""
    counted = verb.tag == "VBG" and any(token.tag == "CD" for token in sentence.children(verb, "dobj"))
    counted = counted or any(_is_number(token) for token in sentence.children(verb, "nsubj", "nsubjpass"))
    return 2 if counted or sentence.role == "headline" else LEAST_WORDS


def _is_number(token: Token) -> bool:
    """Whether a word stands for people counted: "five wounded", "dozens drowned"."""
    return token.tag == "CD" or token.lemma.lower() in MANY


def _is_factual(sentence: Sentence, verb: Token) -> bool:
    words = lexicon()
    if _comes_at(sentence, verb) or _is_title(sentence, verb):
        return False
    if any(token.lower in HEARSAY | ASKING for token in sentence.children(verb, "advmod", "dobj", "nsubj", "attr")):
        return False
    if _only_says(sentence, verb):
        return False
    children = sentence.children(verb, "aux", "advcl", "ccomp", "parataxis")
    for child in children:
        if child.dep == "aux" and child.lower in UNREAL:
            return False
        if child.dep == "advcl" and any(mark.lower in ("if", "unless") for mark in sentence.children(child, "mark")):
            return False
        said = child.dep in ("ccomp", "parataxis") and verb.lemma.lower() in words.reporting
        if said and not any(mark.text == ";" for mark in sentence.tokens[child.i : verb.i]):
            return False
    return True


def _is_title(sentence: Sentence, verb: Token) -> bool:
    """Whether a deed is only named, with nobody before it who does it: "Fighting in the east: Summary for noon"."""
    bare = verb.tag == "VBG" and verb.dep == "ROOT" and not sentence.children(verb, "aux")
    return bare and not any(child.i < verb.i for child in sentence.children(verb, "nsubj", "nsubjpass"))


def _comments(sentence: Sentence, verb: Token, event: Event) -> bool:
    """Whether the verb only comments: "raised fears", "remains tense", not "raised a flag", "remains in captivity"."""
    lemma = verb.lemma.lower()
    if lemma == "be" and (not event.anchored or sentence.children(verb, "csubj")):  # "the response will be swift"
        return True
    if lemma not in lexicon().comment:
        return False
    if lemma in LASTING:
        return not (event.anchored and event.predicate not in (None, lemma))
    return not any(thing.lemma.lower() in SHOWN for thing in sentence.children(verb, "dobj", "nsubjpass"))


def _comes_at(sentence: Sentence, verb: Token) -> bool:
    """Whether the clause only sets an event beside others: "the visit comes amid", "the talks come as"."""
    if verb.lemma.lower() != "come":
        return False
    for prep in sentence.children(verb, "prep"):
        when = prep.lower == "at" and any(noun.lemma in OCCASIONS for noun in sentence.children(prep, "pobj"))
        if when or prep.lower in ("amid", "as"):
            return True
    return bool(sentence.children(verb, "advcl"))


def _is_taken(start: int, end: int, taken: Sequence[Span]) -> bool:
    """Whether most of the clause lies in a statement somebody else makes, or wraps one."""
    for span in taken:
        if span.start < end and start < span.end:
            shared = min(end, span.end) - max(start, span.start)
            if shared >= 0.3 * min(end - start, span.end - span.start):
                return True
    return False


def _rests_on_words(event: Event) -> bool:
    """Whether the predicate names the kind, or plain words around it leave little doubt."""
    if event.kind == "aid":  # sacks of rice are in many a story; giving them is aid
        return event.predicate is not None and lexicon().names(event.predicate, "verb") and event.anchored
    return event.anchored or (event.kind in PLAIN and event.score >= CLEAR)


def _lies(sentence: Sentence, low: int, high: int) -> bool:
    """Whether all that a clause tells is how a thing lies: "the village lies in ruins", "the bridge is down"."""
    verbs = [token for token in sentence.tokens[low:high] if token.tag in ("VBZ", "VBP", "VBD", "VBG", "VB")]
    first = sentence.tokens[low:high]
    things = [token for token in first if token.dep == "nsubj" and not lexicon().names(lemma_of(token), "noun")]
    return bool(verbs and things) and all(token.lemma in LYING for token in verbs)


def _counts(event: Event, sentence: Sentence, low: int, high: int, at_war: bool) -> bool:
    if event.kind in NO_EVENT or event.status in UNHAPPENED or not _rests_on_words(event):
        return False
    if event.status == "actual" and event.kind not in STATES:  # "armies lose knots": how things are, not what happened
        return event.kind == "damage" and event.anchored and _lies(sentence, low, high)
    return event.kind != "movement" or armed_in(sentence, low, high)
