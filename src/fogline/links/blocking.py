"""Which claims are worth comparing: those that share a block.

A block is a stretch of time, a place or country, and one telling word or two ideas. A claim stands in the blocks of its
own stretch of time and looks into those of the stretches around it, so that what it meets does not depend on the order
of reading, and what it costs follows the rate of claims, not their number.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from fogline.links.anchors import LONG_REPORT, SITES
from fogline.links.comparing.blaming import answer_blocks
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.wording import IDEA, NAME

__all__ = ["MOST_MATES", "blocks_of", "looks_into"]

MOST_MATES = 200  # claims that one claim is compared with at most: those that share most blocks
STRETCH = 65  # days; with two stretches on either side, claims 130 days apart still meet
AROUND = 2
MOST_IDEAS, MOST_TERMS = 8, 8  # of a claim; a longer one has enough without the rest
UNDATED = 0
ANY_TIME = "-"
STORY_NAMES = 7
MOST_LASTING, MAIN_NAMES = 16, 3
# Ideas that few claims of a war are about: they tell a matter by themselves.
RARE = frozenset("truce accord exchange captive talks aircraft observers sanction foreign block".split())
CHARGES = frozenset({"accuses", "denies"})  # a denial answers a charge, whatever words it uses
# Ideas that tell of ground from different ends: who holds it, fights for it, leaves it.
GROUND = frozenset({"hold", "take", "lose", "fight", "advance", "withdraw", "repel", "encircle"})


def blocks_of(frame: Frame) -> tuple[str, ...]:
    """The blocks in which a claim stands."""
    stretch, keys = _stretch(frame), _keys(frame)
    lasting = () if stretch == UNDATED else _lasting(frame, keys)
    answers, _ = answer_blocks(frame)
    return (*(f"{stretch}:{key}" for key in keys), *(f"{ANY_TIME}:{key}" for key in lasting), *answers)


def looks_into(frame: Frame) -> tuple[str, ...]:
    """The blocks in which the claims stand that it is to be compared with.

    A claim without a day meets dated ones by their lasting keys, whichever of the two is read first.
    """
    stretch, keys = _stretch(frame), _keys(frame)
    if stretch == UNDATED:
        return tuple(f"{at}:{key}" for key in keys for at in (UNDATED, ANY_TIME))
    near = tuple(f"{at}:{key}" for key in keys for at in range(stretch - AROUND, stretch + AROUND + 1))
    _, answered = answer_blocks(frame)
    return (*near, *(f"{UNDATED}:{key}" for key in _lasting(frame, keys)), *answered)


def _lasting(frame: Frame, keys: Sequence[str]) -> tuple[str, ...]:
    """The few keys that tell a matter at any time: names, and ideas at the places and main names."""
    spots = {place.region or place.id for place in (*frame.here, *frame.around)} | set(frame.setting.focus[:MAIN_NAMES])
    telling = [key for key in keys if key.startswith("*:") or key.rpartition(":")[0] in spots]
    return tuple(telling[:MOST_LASTING])


def _stretch(frame: Frame) -> int:
    day = frame.said or frame.setting.published or (frame.happened.last if frame.happened else None)
    return UNDATED if day is None else day // STRETCH


def _keys(frame: Frame) -> list[str]:
    terms = sorted(_terms(frame))
    core = lexicon().core
    ideas = sorted((t for t in terms if t.startswith(IDEA)), key=lambda t: (t[1:] not in core, t))[:MOST_IDEAS]
    telling = [term for term in terms if not term.startswith(IDEA)][:MOST_TERMS]
    countries = sorted({*frame.setting.countries, *(p.country for p in frame.here if p.country)})
    pairs = ["".join(pair) for pair in combinations(ideas, 2)]
    places = sorted({place.region or place.id for place in (*frame.here, *frame.around)})
    names = [term for term in telling if term.startswith(NAME)]  # one name in two reports, whatever country they name
    words = [term for term in telling if term not in names]
    wide = [f"*:{name}" for name in names]
    wide += [f"{country}:{key}" for country in countries or ["-"] for key in (*words, *pairs)]
    counted = {f"#{what}" for amount in frame.amounts for what in amount.what}
    rare = {idea for idea in ideas if idea[1:] in RARE}
    wide += [f"{country}:{key}" for country in countries for key in sorted(counted | rare)]
    states = sorted(frame.context.states | (frame.party & lexicon().state_names))
    wide += [f"state {state}:{idea}" for state in states for idea in sorted(rare)]
    story = [f"story {one} {other}" for one, other in combinations(sorted(_main_names(frame)), 2)]
    near = [*places, *frame.setting.focus, *_speaking(frame)]
    return list(dict.fromkeys([*story, *wide, *(f"{spot}:{idea}" for spot in near for idea in ideas)]))


def _main_names(frame: Frame) -> tuple[str, ...]:
    """The names that a long report is about: two reports that have two of them in common may tell one story.

    There a claim meets all claims, for one matter is told in many words; short reports are of one matter each, and
    share words or nothing.
    """
    setting = frame.setting
    return (*setting.focus[:STORY_NAMES], *sorted(setting.themes & SITES)) if setting.told >= LONG_REPORT else ()


def _speaking(frame: Frame) -> list[str]:
    """One key for the party: its state or organisation where one is known, else its longest name."""
    states = sorted(frame.party & lexicon().state_names)
    return ["by " + name for name in states[:1] or sorted(frame.party, key=lambda key: (-len(key), key))[:1]]


def _terms(frame: Frame) -> set[str]:
    counted = {IDEA + what for amount in frame.amounts for what in amount.what}
    charge = {IDEA + "charge"} if frame.claim.stance in CHARGES else set()
    found = {*frame.words.terms, *charge, *counted, *({IDEA + "foreign"} if frame.abroad else ())}
    grouped = {IDEA + "ground" if term.removeprefix(IDEA) in GROUND else term for term in found}
    return grouped or {IDEA + "reference"}
