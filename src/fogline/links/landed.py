"""Local offices without a state's name: those of the land that their report speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.data.gazetteer import fold
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.records.claims import Speaker

__all__ = ["ROLES", "SMALL", "of_the_land"]

SMALL = frozenset({"of", "the", "for", "and", "a"})
ROLES = frozenset(
    """
    president minister premier chancellor ambassador diplomat diplomats spokesman spokeswoman spokesperson official
    officials leader head chief commander adviser advisor aide deputy deputies mp mps lawmaker lawmakers lawyer expert
    experts analyst analysts witness witnesses eyewitnesses resident residents reporter source sources man woman
    technician media outlets statement statements negotiator negotiators envoy senior local top military allies partners
    former deputy prime foreign defence defense interior survivors relatives
    """.split()
)
LOCAL = frozenset(
    """
    mayor mayors governor governors municipality prefect prosecutor prosecutors police firefighters rescuers rescue
    council administration emergency emergencies authorities authority
    """.split()
)
AREA = frozenset({"city", "town", "village", "district", "regional", "region", "local", "municipal", "provincial"})
OTHERS = frozenset("office service department general generals force press staff military civil".split())
NAMED = frozenset({"mayor", "governor", "prefect", "prosecutor"})  # offices told before the name of a person
ELECTED = frozenset({"deputy", "councillor"})  # the same with "local": a deputy alone sits in any parliament
BODIES = frozenset({"government", "organisation"})
LEAST_WORDS = 2  # of a full name
TWICE = 2  # times that a town is told where a body bears its name


def of_the_land(told: Sequence[str], frame: Frame) -> str | None:
    """The state of local offices without a name: that of the land that the report speaks of."""
    speaker = frame.claim.speaker
    if speaker is None or speaker.kind in ("media", "document"):
        return None
    towns = _towns_of(frame)
    words = set(told) - SMALL - towns
    if _of_a_town(speaker, towns) or _is_officer(speaker):
        words = {"mayor"}
    offices = lexicon().institutions | ROLES | LOCAL | AREA | OTHERS
    local = words & LOCAL or (words & AREA and words & lexicon().institutions)
    if not local or not (words <= offices or _is_named_after_town(words - offices, frame)):
        return None
    named = frame.party & lexicon().state_names
    state = min(named) if len(named) == 1 else frame.setting.theatre if not named else None
    return state.title() if state else None


def _towns_of(frame: Frame) -> set[str]:
    """The words of the names of towns and regions of the land that a report speaks of, as its sentences have them."""
    land = frame.setting.theatre
    places = [mention.place for mention in frame.claim.places if mention.place] + [*frame.here, *frame.around]
    own = [p for p in places if p.precision != "country" and p.country and lexicon().codes.get(p.country) == land]
    return {word for place in own for word in fold(place.name).split()}


def _of_a_town(speaker: Speaker, towns: set[str]) -> bool:
    """Whether a town stands before the full name of a person: whose mayor he is was lost."""
    words = fold(speaker.name).split()
    return speaker.kind == "person" and len(words) > LEAST_WORDS and words[0] in towns and words[-1] not in towns


def _is_officer(speaker: Speaker) -> bool:
    """Whether a person is told by name with a local office before it: "Mayor Kern", "local deputy Kern"."""
    written = fold(f"{speaker.span.text if speaker.span else ''} {speaker.name}".partition(",")[0]).split()
    before = [word for word in written if word in NAMED | ELECTED | AREA or word == "former"]
    named = fold(speaker.name).split()[-1] not in LOCAL | ROLES
    held = NAMED.intersection(before) or (AREA.intersection(before) and ELECTED.intersection(before))
    return speaker.kind == "person" and named and bool(held) and "former" not in before


def _is_named_after_town(rest: set[str], frame: Frame) -> bool:
    """Whether the one other word that a local body is called by is told in its sentence once more, as a town is."""
    speaker = frame.claim.speaker
    if speaker is None or speaker.kind not in BODIES or len(rest) != 1:
        return False
    return fold(frame.claim.sentence.text).count(min(rest)) >= TWICE and rest.isdisjoint(lexicon().states)
