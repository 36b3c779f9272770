"""How directly a claim answers what a question asks: plans answer no question on what happened, tolls none on doers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from fogline.links.wording import wording
from fogline.packs.folding import fold
from fogline.records.claims import Claim, Kind
from fogline.records.links import Question

__all__ = ["answer", "asks_who"]

Asked = Literal["number", "held", "left", "encircled", "visit", "deed", "taken", "plan", "other"]
# How a title asks, by how it begins; the first that fits.
ASKS: tuple[tuple[re.Pattern[str], Asked], ...] = (
    (re.compile(r"How (?:many|much|far|long|large)\b"), "number"),
    (re.compile(r"Who (?:holds|has taken)\b"), "held"),
    (re.compile(r"Who (?:has left|fled)\b|Has .+ left\b"), "left"),
    (re.compile(r"(?:Who is|Is .+) encircled\b"), "encircled"),
    (re.compile(r"Are inspectors let\b"), "visit"),
    (
        re.compile(r"Who (?:struck|is to blame|was killed|was wounded)\b|What (?:happened|strikes|was damaged)\b"),
        "deed",
    ),
    (re.compile(r"Who was captured\b"), "taken"),
    (re.compile(r"(?:Is|Are|Does|Do|Was|Were|Will|Has|Have) .*\b(?:plan|prepar|plot|intend|planned)"), "plan"),
    (re.compile(r"Is there to be\b|Will\b"), "plan"),
)
# The ideas by which words answer what is asked so, and the kinds of claims that do.
IDEAS: dict[Asked, tuple[str, ...]] = {
    "held": ("hold", "take", "lose", "withdraw", "contested"),
    "left": ("withdraw", "displaced", "lose"),
    "encircled": ("encircle", "block"),
    "visit": ("observers", "meet"),
    "deed": ("strike", "kill", "wound", "damage", "mishap", "own_fire", "war_crime", "blame", "weapon"),
    "taken": ("captive", "lose"),
}
KINDS: dict[Asked, frozenset[Kind]] = {
    "held": frozenset({"control"}),
    "left": frozenset({"movement"}),
    "visit": frozenset({"meeting"}),
    "taken": frozenset({"detention"}),
}
BESIDE: frozenset[Kind] = frozenset({"casualties", "meeting", "detention", "aid", "negotiation", "sanction"})
UNREAL = frozenset({"planned", "possible", "conditional"})
WANTING = frozenset({"demands", "promises", "warns"})
SAID = frozenset({"denies", "accuses"})  # who does so speaks of who did it
AHEAD = re.compile(
    r"^\W*to (?!have\b)\w+|\b(?:will|would|could|may|might|should|must|to be)\b|"
    r"\b(?:preparing|planning|scheduled|trying|working|waiting|ready|going|need|needs) (?:to|on|for)\b"
)
# What the main clause behind it tells came later: "After the ruin of the theatre, the minister wrote to firms".
AFTERWARDS = re.compile(
    r"^\W*(?:after|following|since|despite|in response to|days after|because of)\b[^,]*,", re.IGNORECASE
)
CONTENT = re.compile(r"[^\W\d_]{4,}")
TITLES = frozenset("what happened struck holds said about were there they killed does have been from with safe".split())
STEM = 6  # letters
ASKING = frozenset(word[:STEM] for word in TITLES)
NOT_SO = re.compile(r"\b(?:not|no|never)\b")
NAMED, MOST_NAMED = 0.75, 3  # what it adds that a claim names a thing of the title, and how many count
TOLD, ELSEWHERE, NOT_YET, READ_TWICE = 1.5, 2.0, 3.0, 3.0  # what it adds or takes
OF_AN_OFFICIAL = 2.0  # what it takes where a paper's own sentence gives the word of somebody with a name


# Behind it stands what is told in passing: "the town lay dark as the grid was cut by shelling".
BECAUSE = re.compile(r"\b(?:as|after|amid|following|due to|because|since|while|during|in the wake of)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A claim beside what is asked."""

    asked: Asked
    question: Question
    claim: Claim

    def of_kind(self) -> float:
        """What it adds or takes that a claim tells, or does not tell, a thing of the kind that is asked."""
        claim = self.claim
        if self.asked == "number":
            return TOLD if claim.quantities else -TOLD
        if self.asked in ("other", "plan"):
            return 0.0
        words = wording(claim.text)
        told = words.has(*IDEAS.get(self.asked, ())) or claim.kind in KINDS.get(self.asked, ())
        charged = self.asked == "deed" and claim.stance == "accuses" and bool(claim.actors)
        if not told and not charged:
            return -TOLD if claim.stance in ("denies", "doubts") else -2 * TOLD
        return self._of_doers(words.states) if self.asked == "deed" else TOLD

    def _of_doers(self, states: frozenset[str]) -> float:
        """What it adds that a claim tells who did it; nobody is laid to what a person is told to have done else."""
        claim = self.claim
        doing = [party for party in claim.actors if party.actor.kind != "person" or claim.stance in SAID]
        said = NAMED if claim.stance in SAID else 0.0
        laid = TOLD if doing else NAMED if said or states else -TOLD
        later = AFTERWARDS.match(claim.text) or (
            claim.stance != "accuses" and not _of_deed(BECAUSE.split(claim.text)[0])
        )
        beside = TOLD if claim.kind in BESIDE or later else 0.0
        return laid + said - beside

    def in_time(self) -> float:
        """What it takes that a claim tells what is planned, wanted or possible, where what happened is asked."""
        claim = self.claim
        if self.asked == "plan":
            return 0.0
        ahead = claim.status in UNREAL or claim.stance in WANTING or AHEAD.search(_plain(claim.text)) is not None
        return -NOT_YET if ahead else 0.0

    def in_place(self) -> float:
        """What it takes that the words of a claim name another town than the one asked about, and not this."""
        named = [m.place for m in self.claim.places if m.place and not m.derived and not m.metonym]
        towns = [place for place in named if place.precision in ("town", "point", "district", "region")]
        asked = fold(self.question.title)
        of_it = any(place.id == self.question.place_id or fold(place.name) in asked for place in named)
        return 0.0 if of_it or not towns or self.question.place_id is None else -ELSEWHERE

    def of_others(self) -> float:
        """What it takes that a paper gives the word of a person in its own voice."""
        own = self.claim.speaker is None
        named = any(party.actor.kind == "person" for party in (*self.claim.actors, *self.claim.targets))
        return -OF_AN_OFFICIAL if own and named else 0.0


def answer(question: Question, claim: Claim) -> float:
    """How directly a claim answers a question: below nought where it speaks of something else, or of what may be.

    It goes by the things of the title, by the kind of what is told, by time and place; a denial that something is not
    so has to be read twice.
    """
    asked = _asked(question.title)
    named = NAMED * min(MOST_NAMED, len((_stems(question.title) - ASKING) & _stems(claim.text)))
    twice = READ_TWICE if claim.stance == "denies" and NOT_SO.search(claim.text) else 0.0
    told = _Answer(asked, question, claim)
    return named - twice + told.of_kind() + told.in_time() + told.in_place() + told.of_others()


def asks_who(question: Question) -> bool:
    """Whether a question asks who did a deed."""
    return _asked(question.title) == "deed"


def _of_deed(text: str) -> bool:
    return wording(text).has(*IDEAS["deed"])


@lru_cache(maxsize=4096)
def _asked(title: str) -> Asked:
    return next((asked for words, asked in ASKS if words.match(title)), "other")


@lru_cache(maxsize=65536)
def _plain(text: str) -> str:
    """A text in small letters on one line."""
    return " ".join(text.split()).casefold()


@lru_cache(maxsize=65536)
def _stems(text: str) -> frozenset[str]:
    """The longer words of a text by their first letters, so that plural and genitive are one with the plain form."""
    return frozenset(word[:STEM] for word in CONTENT.findall(fold(text)))
