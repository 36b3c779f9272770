"""Whether two claims are of one spot: a town that both name in whatever spelling, or the one that their story is of."""

from __future__ import annotations

from fogline.data.gazetteer import fold
from fogline.links.anchors import SITES as ALL_SITES
from fogline.links.anchors import SPOTS, is_local
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.meaning import LIKELY
from fogline.links.comparing.places import closest
from fogline.links.frames import Frame
from fogline.links.verdicts import same_party
from fogline.links.wording import IDEA, NAME, name_terms

__all__ = ["held_whole", "names_beside_parties", "on_one_spot", "one_thing"]

SOME_GROUND = -1.0  # odds from which on claims of one story on who is where are compared, whatever words they share
ONE_GROUND = 2.0  # odds of one matter from which on two claims of one story are on the same ground
GROUND_OF_ONE = -1.6  # the same for one party, which tells of its own ground
SITES = frozenset(IDEA + site for site in ("camp", "port", "bridge", "hospital", "depot", "power", "dam"))


def on_one_spot(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims of one story are of one spot: one that both name, or the one that it is of."""
    if not common.story or common.odds < (GROUND_OF_ONE if same_party(left, right) else SOME_GROUND):
        return False
    if common.place == "same" or names_beside_parties(left) & names_beside_parties(right):
        return True
    if all(names_beside_parties(frame) or frame.here for frame in (left, right)):
        return False
    spots = [[place for place in (*f.here, *f.around) if is_local(place)] for f in (left, right)]
    return common.odds >= (GROUND_OF_ONE if same_party(left, right) else LIKELY) and closest(*spots) in (
        "same",
        "unknown",
    )


def names_beside_parties(frame: Frame) -> frozenset[str]:
    """The names in a claim's words, those of parties left out."""
    return frame.words.names - name_terms(frame.party | frame.doers | frame.sufferers)


def held_whole(left: Frame, right: Frame) -> bool:
    """Whether they speak of one town, camp or other spot, of which two sides cannot both be the holder."""
    spots = [[place for place in (*f.here, *f.around) if place.precision in SPOTS] for f in (left, right)]
    if left.words.terms & right.words.terms & SITES or closest(*spots) == "same":
        return True
    towns = name_terms(fold(place.name) for places in spots for place in places)
    return bool(towns and towns & names_beside_parties(left) & names_beside_parties(right))


def one_thing(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims of one story name one plain thing ("the water intake"), or are on one matter beyond doubt."""
    shared = left.words.terms & right.words.terms
    named = bool(shared & ALL_SITES) or any(not term.startswith((IDEA, NAME)) for term in shared)
    return common.story and (named or common.odds >= ONE_GROUND)
