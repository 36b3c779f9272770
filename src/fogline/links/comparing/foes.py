"""Whether those who hold ground and those who have lost it can be sides against each other."""

from __future__ import annotations

import re

from fogline.data.gazetteer import fold
from fogline.links.comparing.holding import Hold
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.verdicts import official
from fogline.links.wording import wording

__all__ = ["foes", "one_army", "two_sides"]

LOOKS = re.compile(
    r"(?!united|allied|red)\w+ed"
)  # "turbaned fighters", "masked men": how they look, not whose they are
# Who has left stands for all of a state's men, not for one unit of them.
WHOLE = frozenset("army government troops forces force military soldiers state national armed the".split())


def foes(holder: frozenset[str], loser: frozenset[str]) -> bool:
    """Whether one side may hold what another has lost; the army and a division of it may not."""
    if not holder or not loser or holder & loser:
        return False
    if _two_states(holder, loser):
        return True
    regular = _of_state(holder), _of_state(loser)
    if any(regular):
        return not all(regular)
    return bool(_own_names(holder) and _own_names(loser))  # "the rebels" may be the Front's


def one_army(holder: frozenset[str], loser: frozenset[str]) -> bool:
    """Whether who holds is who has lost it: under one name, or as a force of a state whose army has left."""
    if holder & loser:
        return True
    whole = bool(loser) and all(WHOLE.issuperset(key.split()) for key in loser - lexicon().state_names)
    return whole and bool(holder) and _of_state(holder) and not _two_states(holder, loser)


def _of_state(side: frozenset[str]) -> bool:
    """Whether all names of a side are those of a state's men, none of them those of its foes."""
    return official(side) and not any(lexicon().enemy.intersection(key.split()) for key in side)


def _rebels(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one side is called rebels, whosever they are, and the other is the state's."""
    rebels = any(wording(key).has("rebels") for key in one)
    return rebels and not _of_state(one) and _of_state(other)


def _two_states(one: frozenset[str], other: frozenset[str]) -> bool:
    states = one & lexicon().state_names, other & lexicon().state_names
    return all(states) and not states[0] & states[1]


def two_sides(left: Frame, right: Frame, one: Hold, other: Hold) -> bool:
    """Whether two holders known by name alone are sides against each other: one is a side that speaks here.

    Where both are forces or offices of a state they may be one side under two names.
    """
    if not one.holder or not other.holder or one.holder & other.holder:
        return True
    if left.negates and right.negates and (_unplaced(left, one) or _unplaced(right, other)):
        return False  # "the camp never fell", by the army and by its colonel
    told = {fold(name) for name in (*one.holder, *other.holder)}
    if told & lexicon().state_names:
        return True
    if _rebels(one.holder, other.holder) or _rebels(other.holder, one.holder):
        return True
    if _own_names(one.holder) & _own_names(other.holder) or not (_own_names(one.holder) and _own_names(other.holder)):
        return False  # "RPA units" and "RPA fighters", or nobody's fighters
    if (_unplaced(left, one) and official(other.holder)) or (_unplaced(right, other) and official(one.holder)):
        return False
    if official(one.holder) != official(other.holder):
        return True  # a force of the state, and a body with a name of its own
    own = bool(one.holder & left.party), bool(other.holder & right.party)
    crossed = bool(one.holder & right.party) or bool(other.holder & left.party)
    return any(own) and not crossed and not (official(one.holder) and official(other.holder))


def _own_names(side: frozenset[str]) -> frozenset[str]:
    """The words that tell whose holders are: not "fighters", not "units of the"."""
    known = lexicon()
    plain = known.combatant | known.generic | known.enemy | known.stop | {"units", "forces"}
    keys = (key for key in side if not key.startswith("unnamed "))
    return frozenset(word for key in keys for word in key.split() if not LOOKS.fullmatch(word)) - plain


def _unplaced(frame: Frame, hold: Hold) -> bool:
    """Whether a holder is only "our forces" of a person whose side no word tells."""
    speaker = frame.claim.speaker
    person = speaker is not None and speaker.kind == "person" and not speaker.name.isupper()
    last = fold(speaker.name).split()[-1] if person and speaker else ""
    named = {key for key in hold.holder if not lexicon().combatant.issuperset(key.split())} & frame.party
    return bool(last) and bool(named) and all(last in key.split() for key in named)
