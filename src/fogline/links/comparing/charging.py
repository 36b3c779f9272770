"""A charge that only says whose deed it was, and the word of the one it is laid to, who says that it was not his."""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.links.comparing.admitting import few_words
from fogline.links.comparing.matter import Matter
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.verdicts import official
from fogline.links.wording import IDEA, name_terms, wording

__all__ = ["answers_blame", "both_blame", "finds_guilty", "names_one"]

NO_PART = re.compile(
    r"\b(?:no (?:part|hand|role|involvement)|nothing to do|not (?:responsible|behind|involved)|"
    r"(?:part|role|hand) in|involve)",
    re.IGNORECASE,
)
RELATIVE = re.compile(r",? (?:which|who|that)\b.*$", re.DOTALL)
GUILTY = re.compile(r"\b(?:guilty|responsible|to blame|culprits?)\b", re.IGNORECASE)
NEXT_SENTENCES = 3  # between a charge and the answer to it in one report
ODDS = -1.4  # of one matter of a charge and an answer in two reports, which share hardly a word
SHORT_NAME = 4


def answers_blame(charge: Frame, denial: Frame, common: Matter) -> bool:
    """Whether a charge only says whose deed it was, and he, of one story, says that it was not his, in few words."""
    blamed = charge.claim.stance == "accuses" and names_one(charge.doers, denial.party) and not charge.negates
    if not blamed or not common.story or not denial.negates or not _only_blames(charge):
        return False
    near = charge.setting is denial.setting
    if near and 0 <= denial.claim.sentence_index - charge.claim.sentence_index <= NEXT_SENTENCES:
        return few_words(denial) or NO_PART.search(denial.claim.text) is not None
    return common.odds >= ODDS and (few_words(denial) or NO_PART.search(denial.claim.text) is not None)


def both_blame(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims of one story only lay a deed to one party: "the Front responsible", "the Front guilty"."""
    if not common.story or common.place == "apart" or not (_accuses(left) and _accuses(right)):
        return False
    told = (left, right)
    blamed = [frame.doers | frame.sufferers for frame in told]
    one = names_one(blamed[0], blamed[1]) or names_one(blamed[1], blamed[0]) or bool(_names_shared(*told))
    return one and all(map(_only_blames, told))


def _accuses(frame: Frame) -> bool:
    blames = frame.claim.stance == "accuses" or finds_guilty(frame.claim.text)
    return blames and not (frame.negates or frame.silent)


@lru_cache(maxsize=16384)
def finds_guilty(text: str) -> bool:
    """Whether a text says whose fault something was, and not what."""
    return GUILTY.search(text) is not None


def _names_shared(left: Frame, right: Frame) -> frozenset[str]:
    """The names that two claims share, those who make them left out."""
    return (left.words.names & right.words.names) - name_terms(left.party | right.party)


def _only_blames(charge: Frame) -> bool:
    """Whether a charge tells no deed: "the Front responsible", "the Front, which holds the hills"."""
    words = wording(RELATIVE.sub(" ", charge.claim.text)).terms
    deeds = {term for term in words if term.removeprefix(IDEA) in lexicon().core}
    return deeds <= {IDEA + "blame"}


def names_one(keys: frozenset[str], party: frozenset[str]) -> bool:
    """Whether some names are those of a party, in full or by their last word: "the murderous Lake Brotherhood"."""
    short = {key.removeprefix("the ") for key in party if len(key) > SHORT_NAME}
    if keys & party or any(key.endswith(f" {name}") for key in keys for name in short):
        return True
    bare = {key.removeprefix("the ") for key in keys if len(key) > SHORT_NAME and not official(frozenset({key}))}
    return any(name.endswith(f" {key}") for key in bare for name in short)
