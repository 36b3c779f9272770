"""Whether a headline and the first sentence below it tell one event."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.tellers import is_signed
from fogline.claims.terms import figures_at_odds, figures_in, share_between, terms
from fogline.records.claims import Claim, Kind
from fogline.records.mentions import Quantity
from fogline.records.sentences import Sentence

__all__ = [
    "figures_shared",
    "is_copy",
    "is_elsewhere",
    "is_one_doer",
    "is_same_event",
    "is_trailing",
    "opens_with",
    "places_of",
    "share_of",
    "share_of_words",
    "shared_places",
]

PRINTED = 0.85  # share of the words of a line that prints another one again
BARE = 2  # words below which a line says nothing
FEW = 4  # words of a telling that words alone can match
WITH_FIGURE = 0.35  # shares of words that a headline and its lead need beside one figure, one place, one doer
WITH_PLACE = 0.2
WITH_DOER = 0.3
WITH_SPEAKER = 0.4  # where one of them alone is signed, or place and doer are one
HALF = 0.5  # where one speaker says both
IN_FULL = 0.6  # where words alone tell
NEVER = 2.0  # more words than there are
SEVERAL = 2  # figures in common that tell of one event of two kinds
BESIDE = 0.25  # share of the words beside the places
WORDS: frozenset[Kind] = frozenset({"meeting", "negotiation"})
FIGHTS: frozenset[Kind] = frozenset({"attack", "clash"})
HAPPENED = frozenset({"actual", "ongoing", "completed"})
FAR = 2  # times: two figures that are only bounded below are two figures from here on
LINES = ("headline", "dateline", "byline")
GAP = 3  # characters between an event and a participle that tells more of it


def opens_with(earlier: Claim, later: Claim, sentences: Sequence[Sentence]) -> bool:
    """Whether one stands in the headline and the other in the first sentence that goes on from there."""
    at = earlier.sentence_index
    if sentences[at].role != "headline" and not is_copy(sentences[at], sentences[0]):
        return False
    between = sentences[at + 1 : later.sentence_index]
    own = [s for s in between if not _leads_on(s, sentences[0])]
    signed = earlier.speaker is not None and later.speaker is None
    return len(own) <= (1 if signed else 0)  # what somebody says may fill two sentences below


def _leads_on(sentence: Sentence, first: Sentence) -> bool:
    """Whether a line tells nothing itself: a second headline, a dateline, who speaks in the paragraph below."""
    if sentence.role in LINES or is_copy(sentence, first) or _is_bare(sentence):
        return True
    return sentence.text.rstrip().endswith(":")


def is_copy(sentence: Sentence, first: Sentence) -> bool:
    """Whether a line prints the first one again, with a stamp or without its end."""
    words, before = terms(sentence.text), terms(first.text)
    return len(words & before) >= PRINTED * min(len(words), len(before))


def _is_bare(sentence: Sentence) -> bool:
    """Whether a line is a word of the site: "INFOGRAPHICS."."""
    return len(terms(sentence.text)) < BARE


def is_same_event(one: Claim, other: Claim) -> bool:
    """Whether two tellings agree in figures, place and doer as far as they name them; few words in common will do.

    "Seven missiles launched at Tarn" and "Rebel missiles hit the town of Tarn" share less than two tellings do anywhere
    else, but a lead that does not tell what its headline tells is rare.
    """
    shared, odd = figures_shared(one, other)
    share, plain = share_of_words(one, other), _is_plain(one, other)
    if odd:
        return False
    if one.speaker and other.speaker and (share >= IN_FULL or not _is_one_speaker(one, other)):
        return plain and share >= IN_FULL  # one speaker may name the place in two ways
    if is_elsewhere(one, other) or _at_odds(_sides(one), _sides(other)):
        return False
    kinds = {one.kind, other.kind}
    if "negotiation" in kinds and not kinds <= WORDS:
        return False  # "Drone breaks truce" and the strike itself are two matters
    if shared and (len(kinds) == 1 or kinds <= WORDS or kinds <= FIGHTS or shared >= SEVERAL):
        return share >= WITH_FIGURE
    if len(kinds) > 1 and not kinds <= WORDS:
        return plain and share >= _needed_across(one, other) and share_of(one, other) >= BESIDE
    if one.kind == "casualties" and bool(one.quantities) != bool(other.quantities) and share < HALF:
        return False  # a grave that was found, and how many were killed so far
    return (plain and share >= _needed(one, other)) or _is_anchored(one, other, share)


def _is_anchored(one: Claim, other: Claim, share: float) -> bool:
    """Whether place or doer are the same, and both tell it as it was, or as it will be."""
    if one.status != other.status and not {one.status, other.status} <= HAPPENED:
        return False
    if places_of(one) & places_of(other):
        return share >= WITH_PLACE
    return is_one_doer(one, other) and share >= WITH_DOER


def _needed_across(one: Claim, other: Claim) -> float:
    """The share of words that tells where the kinds are read in two ways; more than all where nothing else agrees."""
    if _is_one_speaker(one, other):
        return HALF
    same_doer = is_one_doer(one, other)
    if (is_signed(one, other) or same_doer) and places_of(one) & places_of(other):
        return WITH_SPEAKER
    return IN_FULL if same_doer else NEVER


def _needed(one: Claim, other: Claim) -> float:
    """The share of words that tells alone, of one kind: less of one speaker, who says it again more fully below."""
    return WITH_DOER if _is_one_speaker(one, other) else WITH_SPEAKER if is_signed(one, other) else IN_FULL


def _is_one_speaker(one: Claim, other: Claim) -> bool:
    """Whether one person or body says both, and is named for both."""
    if one.speaker is None or other.speaker is None or one.speaker.kind == "unnamed":
        return False
    return one.speaker.name == other.speaker.name


def _is_plain(one: Claim, other: Claim) -> bool:
    """Whether words alone can tell: both have some, and no number stands in one that the other gives otherwise."""
    return not figures_at_odds(one.text, other.text) and min(len(terms(one.text)), len(terms(other.text))) >= FEW


def figures_shared(one: Claim, other: Claim) -> tuple[int, bool]:
    """How many figures two tellings share, and whether one has a figure that the other gives otherwise."""
    few, many = sorted((one, other), key=lambda claim: len(claim.quantities))
    written = figures_in(many.text)  # "three night watchmen" may not be read as three
    fewer = [q.quantity for q in few.quantities if not (figures_in(q.span.text) and figures_in(q.span.text) <= written)]
    more = [q.quantity for q in many.quantities]
    same = len(few.quantities) - len(fewer)
    agreeing = [figure for figure in fewer if any(_meet(figure, another) for another in more)]
    odd = [figure for figure in fewer if figure not in agreeing]
    free = [figure for figure in more if not any(_meet(figure, another) for another in fewer)]
    # "43 dead" is not told otherwise by a building of five storeys
    rivals = [figure for figure in odd if not agreeing or any(_of_one(figure, another) for another in free)]
    return same + len(agreeing), bool(rivals) and not same


def _of_one(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may count the same things."""
    return one.unit == other.unit and (one.of is None or other.of is None or bool(terms(one.of) & terms(other.of)))


def _meet(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can stand for one: equal, or one of them a bound that the other keeps."""
    if one.unit != other.unit:
        return False
    if (one.low, one.high) == (other.low, other.high):
        return True
    if one.high is None and other.high is None and one.low and other.low:  # "dozens" and "more than 40"
        return max(one.low, other.low) < FAR * min(one.low, other.low)
    open_ended = None in (one.low, one.high, other.low, other.high)
    low = max(one.low or 0.0, other.low or 0.0)
    high = min(figure for figure in (one.high, other.high, float("inf")) if figure is not None)
    return open_ended and low <= high


def is_elsewhere(one: Claim, other: Claim) -> bool:
    """Whether two tellings name two places."""
    apart = _at_odds(places_of(one), _all_places(other)), _at_odds(_all_places(one), places_of(other))
    return all(apart)


def shared_places(one: Claim, other: Claim) -> frozenset[str]:
    """The words for the places that one tells of and the other names, if only beside what it tells."""
    return (places_of(one) & _all_places(other)) | (_all_places(one) & places_of(other))


def _all_places(claim: Claim) -> frozenset[str]:
    return terms(" ".join(place.span.text for place in claim.places if not place.derived))


def _at_odds(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others) and not some & others


def places_of(claim: Claim) -> frozenset[str]:
    """The words for the places that a telling names in its own words, not in the clause beside it."""
    told = [place.span for place in claim.places if not place.derived]
    return terms(" ".join(span.text for span in told if any(piece.covers(span) for piece in claim.evidence)))


def _sides(claim: Claim) -> frozenset[str]:
    return frozenset(party.actor.side for party in claim.actors if party.actor.side)


def _doers(claim: Claim) -> frozenset[str]:
    return frozenset(party.actor.side or party.actor.name for party in claim.actors)


def share_of_words(one: Claim, other: Claim) -> float:
    """Share of the words of the shorter telling that the other has, too; who does it is compared elsewhere."""
    words, others = terms(one.text), terms(other.text)
    if is_one_doer(one, other):
        words, others = words - _named(one), others - _named(other)
    return share_between(words, others)


def share_of(one: Claim, other: Claim) -> float:
    """Share of the words of the shorter telling beside its places that the other has, too."""
    where = places_of(one) | places_of(other)
    return share_between(terms(one.text) - where, terms(other.text) - where)


def is_one_doer(one: Claim, other: Claim) -> bool:
    """Whether both name the same one who does it."""
    return bool(_doers(one) & _doers(other))


def _named(claim: Claim) -> frozenset[str]:
    return terms(" ".join(party.span.text for party in claim.actors if party.span))


def is_trailing(earlier: Claim, later: Claim) -> bool:
    """Whether a participle only tells more of the event before it: "struck the town, opening fire from mortars"."""
    voice = earlier.speaker is later.speaker is None and earlier.sentence_index == later.sentence_index
    gap = later.evidence[0].start - earlier.evidence[-1].end
    if not voice or not 0 <= gap <= GAP or earlier.kind != later.kind or later.quantities:
        return False
    named = any(not place.derived for place in later.places)
    return later.text.split()[0].lower().endswith("ing") and not named and _doers(earlier) == _doers(later)
