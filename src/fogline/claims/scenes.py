"""At which of the places that a report names its story stays, and which of them are no ground of the story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from fogline.claims.events.casting import PARTS
from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.stretch import lemma_of
from fogline.claims.located import EVENTS
from fogline.records.claims import Claim, Kind
from fogline.records.mentions import PlaceMention
from fogline.records.sentences import Sentence, Token

__all__ = ["is_backdrop", "is_heading", "is_origin", "is_share", "is_topic", "is_way", "scene"]

HEADLINE = 2.0  # sentences nearer that a place of the headline counts as
AGAIN = 1.0  # and each further sentence that names it
PASSING = 1.0  # sentences farther that a place counts as at which no claim puts an event
TOGETHER = 1.0  # sentences nearer that a place of the same paragraph counts as
SPEAKING = 4.0  # and one that only says whose spokesman it is
CLEARLY = 0.5  # sentences by which a town must be nearer than any other to be the scene

# Who sits somewhere without that anything of the story happens there: "a diplomat in Bamako".
SEATED = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "diplomat", "government", "minister", "ministry", "correspondent",
     "analyst", "ambassador", "embassy", "envoy", "institute", "reporter", "expert", "researcher", "mediator", "bureau",
     "newsroom", "cabinet", "parliament", "council", "administration", "authority", "command", "headquarters",
     "official", "delegation", "presidency", "senate", "assembly", "politician", "lawmaker", "exile", "capital"}
)  # fmt: skip
TOLD = frozenset({"bulletin", "report", "statement", "message", "news", "source", "note", "dispatch", "letter", "word"})
NEARBY = frozenset(
    {"local", "regional", "city", "municipal", "district", "provincial", "town", "village", "rebel", "occupation"}
)
TALKS = frozenset(
    {"talk", "meeting", "summit", "conference", "negotiation", "meet", "session", "forum", "briefing", "court",
     "hearing", "speech", "interview", "visit"}
)  # fmt: skip
# What comes from a place happens elsewhere: "rockets fired from Bara", "refugees from Zamzam"; not what one withdraws
# from.
COMING = frozenset(
    {"fire", "launch", "come", "arrive", "depart", "send", "fly", "travel", "set", "move", "return", "transfer",
     "bring", "start", "shoot", "refugee", "migrant", "convoy", "reinforcement", "mercenary", "fighter", "troop",
     "soldier", "rocket", "missile", "drone", "plane", "jet", "people", "family", "volunteer", "position"}
)  # fmt: skip
LEAVING = frozenset({"leave", "depart", "quit"})
WAY = re.compile(r"\b(?:road|highway|route|motorway|track|railway)s? (?:to|towards?) (?:the )?$")
SETTING_OUT = frozenset({"leave", "head", "depart", "set", "make", "bind", "bound", "sail", "start"})
TALKING = frozenset({"discuss", "debate"})
LASTING = frozenset({"be", "continue", "remain", "go", "persist", "keep"})
FOUGHT: frozenset[Kind] = frozenset({"attack", "clash", "casualties", "damage"})
LOCAL = ("town", "point", "district")


def is_backdrop(place: PlaceMention, sentence: Sentence) -> bool:
    """Whether a place is named for where somebody sits, meets, comes from or where a road leads to."""
    above = _above(place, sentence)
    apart = (is_origin, is_way, is_topic, is_heading, is_share)
    return any(one(place, sentence) for one in apart) or _is_seat(sentence, above)


def is_origin(place: PlaceMention, sentence: Sentence) -> bool:
    """Whether what the sentence tells only came from the place: "the lorries that left Gao", "fired from Bara"."""
    above = _above(place, sentence)
    for below, token in pairwise(above):
        if below is above[0] and below.dep == "dobj" and token.lemma in LEAVING:
            return True
        if below.lower == "from" and token.lemma.lower() in COMING:
            return True
        if token.pos == "VERB":
            return False
    return False


def is_heading(place: PlaceMention, sentence: Sentence) -> bool:
    """Whether somebody only sets out for the place: "lorries that left for Uru"."""
    above = _above(place, sentence)
    return any(one.lower == "for" and two.lemma in SETTING_OUT for one, two in pairwise(above[:4]))


def is_share(place: PlaceMention, sentence: Sentence) -> bool:
    """Whether only some of those it is told of are there: "two of the wounded died in hospital in Uru"."""
    for token in _above(place, sentence):
        said = (
            [token]
            if token.dep in ("appos", "npadvmod")
            else sentence.children(token, "nsubj")
            if token.dep == "advcl"
            else []
        )
        if any((noun.pos == "NUM" or lemma_of(noun) in PARTS) and _is_of(sentence, noun) for noun in said):
            return True
    return False


def _is_of(sentence: Sentence, noun: Token) -> bool:
    return any(prep.lower == "of" for prep in sentence.children(noun, "prep"))


def is_topic(place: PlaceMention, sentence: Sentence) -> bool:
    """Whether somebody only talks of what is there: "discussed the fighting in Uru"."""
    above = _above(place, sentence)
    return any(one.dep == "dobj" and two.lemma in TALKING for one, two in pairwise(above))


def is_way(place: PlaceMention, sentence: Sentence) -> bool:
    """Whether a road leads to the place: "outposts on the road to Kalay"; "from Wau to Juba" it lies there."""
    return WAY.search(sentence.text, 0, place.span.start - sentence.start) is not None


def is_general(claim: Claim, sentence: Sentence) -> bool:
    """Whether a claim only speaks of fighting: "its violence requires a response", "unity in defeating them"."""
    words = (
        [t for piece in claim.evidence for t in sentence.tokens_in(piece.start, piece.end)] if sentence.parsed else []
    )
    inside = {token.i for token in words}
    tops = [t for t in words if (t.head not in inside or t.head == t.i) and t.pos != "PUNCT"]
    top = next((token for token in tops if token.pos in ("VERB", "AUX")), next(iter(tops), None))
    if top is None or sentence.role == "headline":
        return False
    if any(token.lower in ("must", "should") for token in sentence.children(top, "aux")):
        return True
    if claim.kind not in FOUGHT or any(e.kind in EVENTS for e in lexicon().entries.get(lemma_of(top), ())):
        return False
    if claim.stance == "accuses":
        return False
    deed = next((token for token in words if token.lemma == claim.predicate), None)
    if deed is None or top.tag in ("VBZ", "VBP"):
        return top.tag in ("VBZ", "VBP") and top.lemma not in LASTING
    return _is_purpose(sentence, deed)


def _is_purpose(sentence: Sentence, deed: Token) -> bool:
    """Whether a verb is an aim or a manner of something else: "efforts to defeat them", "in working to defeat them"."""
    if deed.tag not in ("VB", "VBG"):
        return False
    return any(
        token.dep == "pcomp" or (token.dep == "acl" and token.tag == "VB")
        for token in (deed, *sentence.ancestors(deed))
    )


def _above(place: PlaceMention, sentence: Sentence) -> list[Token]:
    """The last word of the place and all above it in the grammar; in a row of places those of the first."""
    words = sentence.tokens_in(place.span.start, place.span.end) if sentence.parsed else []
    return [words[-1], *sentence.ancestors(words[-1])] if words else []


def _is_seat(sentence: Sentence, above: Sequence[Token]) -> bool:
    """Whether somebody sits there, or talks are held there: "the government in Juba", "talks in Jeddah"."""
    if len(above) < 3 or above[1].lower not in ("in", "at", "of", "from"):
        return False
    if above[1].lower == "from":  # "a bulletin from Moscow"
        return above[2].lemma.lower() in SEATED | TOLD
    head = above[2]
    if head.lemma.lower() in TALKS:
        return above[1].lower != "of"
    local = any(token.lower in NEARBY for token in sentence.children(head, "amod", "compound"))
    return head.lemma.lower() in SEATED and above[1].lower != "of" and not local


def scene(
    near: Sequence[PlaceMention],
    index: int,
    claims: Sequence[Claim],
    heads: frozenset[int],
    paragraph: frozenset[int],
) -> PlaceMention | None:
    """The place that a sentence without one is most likely set at: near, named often, in the headline, of an event.

    `near` are the places before it, never empty; `index` is its sentence, `heads` are the sentences of headlines,
    `paragraph` those of its own paragraph. None where two towns stand equally near.
    """
    told = {
        place.span.start
        for claim in claims
        if claim.kind in EVENTS and not _is_past(claim)
        for place in claim.places
        if not place.derived
    }
    speaking = [s.span for claim in claims for s in claim.speakers if s.span and s.kind != "people"]
    often = Counter((mention.place.id if mention.place else "") for mention in near)

    def farness(mention: PlaceMention) -> float:
        headed = any(m.sentence in heads and m.place == mention.place for m in near)
        distance = index - mention.sentence + (0.0 if mention.span.start in told else PASSING)
        distance -= TOGETHER * (mention.sentence in paragraph)
        distance += SPEAKING * any(span.overlap(mention.span) for span in speaking)
        again = often[mention.place.id if mention.place else ""] - 1
        return distance - HEADLINE * headed - AGAIN * again

    far = {at: farness(mention) for at, mention in enumerate(near)}
    best = min(far, key=lambda at: (far[at], at))
    return None if _is_open(near, far, best) else near[best]


def _is_past(claim: Claim) -> bool:
    """Whether the claim tells of a month or year: "was evacuated last month" is not where the story of today is."""
    return claim.when is not None and claim.when.time.precision in ("month", "season", "quarter", "year")


def _is_open(near: Sequence[PlaceMention], far: Mapping[int, float], best: int) -> bool:
    """Whether another town stands as near as the best one."""
    one = near[best].place
    rivals = [near[at].place for at in far if far[at] - far[best] < CLEARLY]
    return any(
        other is not None and one is not None and other.id != one.id and {other.precision, one.precision} <= set(LOCAL)
        for other in rivals
    )
