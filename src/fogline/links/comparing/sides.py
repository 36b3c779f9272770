"""Whether two counts are of one side's people or things: the enemy's of one who counts are the other's own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.data.gazetteer import fold
from fogline.links.fates import camp_of
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.owners import Whose
from fogline.links.tallies import Tally

__all__ = ["belligerent", "both_told", "holders_apart", "of_one_army", "officer_of", "one_side", "party", "rivals"]

# In the name of a party, what tells that it is no state's.
MOVEMENTS = frozenset(
    "front movement liberation resistance militia militias rebel rebels fighters guerrillas salvation league alliance "
    "insurgents faction council bloc union people's peoples revolutionary renewal".split()
)
# What only those do who hold: who tells it without a doer tells it of his own side.
POLICING = re.compile(r"\b(?:arrest|detain|suspect)", re.IGNORECASE)
SERVICES = frozenset({"coastguard", "the coastguard", "navy", "air force", "gendarmerie", "border guard"})
OURS = re.compile(r"\b(?:we|our|ours)\b", re.IGNORECASE)
PARTISAN = re.compile(
    r"\b(?:media wing|high command|command|information (?:agency|office|bureau)|press (?:office|service)|front)\b"
)
RANKS = frozenset(
    "lieutenant colonel major brigadier general admiral commodore air vice rear marshal field captain commander wing "
    "squadron leader group sergeant chief".split()
)
SHORTEST = 4  # letters of a name without the ending of its adjective


@dataclass(frozen=True, slots=True)
class Side:
    """Whom a count is of: keys of those it is `of`, or keys of those whose enemies it is `against`; or a camp.

    `named` tells that the words for those counted name the party.
    """

    of: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    camp: str | None = None
    civilian: bool = False
    named: bool = False

    @property
    def known(self) -> bool:
        """Whether anything is known."""
        return bool(self.of or self.against or self.camp)


def one_side(left: Frame, one: Tally, right: Frame, other: Tally) -> bool | None:
    """Whether two counts are of one side; None where the words do not tell."""
    if one.whose.names & other.whose.names:
        return True
    mine, theirs = _side(left, one.whose), _side(right, other.whose)
    if mine.civilian or theirs.civilian:
        return _of_civilians(mine, theirs)
    if mine.of and theirs.of:
        return _one_of(mine, theirs)
    if (mine.of and theirs.against) or (mine.against and theirs.of):
        of, against = (mine, theirs) if mine.of else (theirs, mine)
        return _against(of, against)
    if mine.against and theirs.against:
        return _both_against(mine, theirs)
    if mine.camp is None or theirs.camp is None:
        return None
    # Two states at war have soldiers each.
    return None if mine.camp == theirs.camp and _of_two_states(left, right) else mine.camp == theirs.camp


def _of_two_states(left: Frame, right: Frame) -> bool:
    states = (left.setting.states | right.setting.states | left.party | right.party) & lexicon().state_names
    return len(states) > 1


def both_told(left: Frame, one: Tally, right: Frame, other: Tally) -> bool:
    """Whether the words for both, or for neither, say whose they are."""
    return _side(left, one.whose).known == _side(right, other.whose).known


def rivals(left: Frame, right: Frame) -> bool:
    """Whether two speakers can be at odds: each of a party of its own."""
    if left.setting is right.setting and None in (left.claim.speaker, right.claim.speaker):
        return False  # a paper of one side has the words of its own officers
    if _own_paper(left, right) or _own_paper(right, left):
        return False
    apart = left.setting is not right.setting and (_speaks(left) or _speaks(right))
    return (
        (apart or (_speaks(left) and _speaks(right)))
        and not party(left) & party(right)
        and not of_one_army(left, right)
    )


def _own_paper(report: Frame, other: Frame) -> bool:
    """Whether a report's own voice is that of a paper of the state for which the other speaks."""
    return report.claim.speaker is None and report.setting.home in other.party


def party(frame: Frame) -> frozenset[str]:
    """The keys of those for whom a claim is made; a paper that says "our men" or "the enemy" speaks for its state."""
    home = frame.setting.home if frame.claim.speaker is None and _speaks(frame) else _served(frame)
    return frame.party | {home} if home else frame.party


def _sided(frame: Frame) -> bool:
    """Whether the report's own voice is that of a side."""
    return OURS.search(frame.claim.text) is not None or any(tally.whose.enemy for tally in frame.tallies)


def _speaks(frame: Frame) -> bool:
    """Whether somebody speaks, or the report is one of a side: its media wing, or one that says "our fighters"."""
    if frame.claim.speaker is not None:
        return True
    return _sided(frame) or PARTISAN.search(frame.setting.publisher) is not None


def of_one_army(left: Frame, right: Frame) -> bool:
    """Whether one is an officer whose state no word names, and the other speaks for the state that his report is on."""
    return bool({_served(left)} & right.party) or bool({_served(right)} & left.party)


def officer_of(left: Frame, right: Frame) -> bool:
    """Whether one is an officer whose side no word tells, and the other speaks for the only state of his report."""
    if left.claim.speaker is None or right.claim.speaker is None or not of_one_army(left, right):
        return False
    return not any(_served(frame) and len(frame.setting.states) > 1 for frame in (left, right))


def _served(officer: Frame) -> str | None:
    """The state of an officer whom no word calls any state's or movement's: that of his report."""
    speaker = officer.claim.speaker
    if speaker is None or speaker.kind != "person" or speaker.side or _camp(officer) is not None:
        return None
    words = _words(officer.party)
    if not words & RANKS or not words <= {*fold(speaker.name).split(), *RANKS}:
        return None  # he speaks for somebody who has a name
    state = officer.setting.theatre or officer.setting.home
    return state if len(officer.setting.states) <= 1 or officer.setting.home == state else None


def belligerent(frame: Frame) -> bool:
    """Whether a state, one of its offices or a movement makes a claim."""
    speaker = frame.claim.speaker
    words = _words(frame.party)
    if speaker is None:
        return _speaks(frame)
    sided = speaker.side is not None or bool(words & lexicon().institutions)
    return sided or _camp(frame) is not None


def holders_apart(left: Frame, right: Frame) -> bool:
    """Whether those who hold, or have freed, the people of two counts are of two sides."""
    one, other = _holder(left), _holder(right)
    return one is not None and other is not None and one != other


def _holder(frame: Frame) -> str | None:
    words = _words(frame.doers)
    if frame.doers and not frame.doers & frame.party:
        told = camp_of(" ".join(words))
        if told is not None or frame.doers & lexicon().state_names:
            return told or "state"
    return _camp(frame) if frame.doers & frame.party or POLICING.search(frame.claim.text) else None


def _of_civilians(mine: Side, theirs: Side) -> bool | None:
    if mine.civilian and theirs.civilian:
        return None if not (mine.of and theirs.of) else bool(mine.of & theirs.of)
    return False if (theirs if mine.civilian else mine).known else None


def _one_of(mine: Side, theirs: Side) -> bool | None:
    if mine.of & theirs.of:
        return True
    states = mine.of & lexicon().state_names, theirs.of & lexicon().state_names
    if all(states) or (mine.named and theirs.named):
        return False
    return False if mine.camp and theirs.camp and mine.camp != theirs.camp else None


def _against(of: Side, against: Side) -> bool | None:
    """Whether the enemies that one counts are those of whom the other speaks."""
    if of.of & against.against:
        return False
    states = of.of & lexicon().state_names, against.against & lexicon().state_names
    if all(states):
        return True
    return None in (of.camp, against.camp) or of.camp == against.camp


def _both_against(mine: Side, theirs: Side) -> bool | None:
    if mine.against & theirs.against:
        return True
    states = mine.against & lexicon().state_names, theirs.against & lexicon().state_names
    camps = mine.camp is not None and theirs.camp is not None and mine.camp != theirs.camp
    return False if all(states) or camps else None


def _side(frame: Frame, whose: Whose) -> Side:
    """The side that the words for those counted give, seen from the one who counts."""
    keys, camp = party(frame), _camp(frame) or ("state" if _served(frame) else None)
    if whose.civilian:
        return Side(of=whose.states, civilian=True)
    if whose.own:
        return Side(of=keys | whose.states, camp=camp)
    if whose.states:
        return Side(of=whose.states | (keys if whose.states & keys else frozenset()), camp=whose.camp or "state")
    named = _named(frame, whose)
    if named:
        return Side(of=named, camp=whose.camp or (camp if named & keys else None), named=True)
    if whose.enemy:
        return Side(against=keys, camp=whose.camp)
    if whose.camp is not None and camp is not None:
        return Side(of=keys, camp=camp) if camp == whose.camp else Side(against=keys, camp=whose.camp)
    return Side(camp=whose.camp)


def _named(frame: Frame, whose: Whose) -> frozenset[str]:
    """The keys of the party by whose name those counted are called: "RSU men", "Veskan guards"."""
    if not whose.names:
        return frozenset()
    names = whose.names | {stem for name in whose.names for stem in _without_ending(name)}
    if any(names & set(key.split()) for key in frame.party):
        return frame.party
    known = frame.setting.known.items()
    others = [keys for name, keys in known if any(names & set(key.split()) for key in (name, *keys))]
    spelled = {full for short, full in frame.setting.short_forms.items() if short.lower() in names}
    return frozenset(spelled).union(*others)


def _without_ending(name: str) -> set[str]:
    return {name[: -len(e)] for e in ("n", "an", "ian") if name.endswith(e) and len(name) - len(e) >= SHORTEST}


def _words(keys: frozenset[str]) -> set[str]:
    return {word for key in keys for word in key.split()}


def _camp(frame: Frame) -> str | None:
    """Whether a speaker counts for a state or for irregulars; None for a report, witnesses, doctors and the like."""
    speaker = frame.claim.speaker
    if speaker is None:
        return None
    if frame.party & lexicon().state_names or "government" in frame.party:
        return "state"
    words = _words(frame.party)
    if words & MOVEMENTS:
        return "irregular"
    return "state" if frame.party & (lexicon().institutions | SERVICES) else None
