"""What a site is called that no place tells: by the name before it, else with the land that it lies in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from fogline.data.gazetteer import fold
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.topics import PLANTS, SITE_NAMES

__all__ = ["site_in_land", "site_named"]

NAMED_SO = {"nuclear": ("nuclear", "NPP", "atomic", "power"), "dam": ("dam", "hydro"), "prison": ("prison", "colony")}


def site_named(site: str, told: Sequence[Frame]) -> str:
    """A site without a place, by the name before it in the sentences of claims: "the nuclear power plant Orlenka"."""
    written = _written(site, told)
    fit = [name for name in written if fold(name) not in lexicon().states and fold(name) not in lexicon().ideas]
    called = PLANTS.get(site) or SITE_NAMES.get(site) or site
    best = min(fit, key=lambda name: (-written[name], name), default=None)
    return f"{best} {called}" if best else f"the {called}"


def _written(site: str, told: Sequence[Frame]) -> Counter[str]:
    """The names before a site in the sentences of claims, each with how many have it."""
    named = re.compile(rf"(?<![\w-])([A-Z]\w{{3,}})(?:['’]s)? (?:{'|'.join(NAMED_SO.get(site, (site,)))})\b")
    return Counter(name for frame in told for name in set(named.findall(frame.claim.sentence.text)))


def site_in_land(site: str, told: Sequence[Frame]) -> str:
    """A site without a place by its name, else with the land it lies in, where all reports tell of the same land."""
    lands = {frame.setting.theatre for frame in told if frame.setting.theatre}
    lands |= {lexicon().states[fold(one)] for one in _written(site, told) if fold(one) in lexicon().states}
    called = site_named(site, told)
    return f"{called} in {lands.pop().title()}" if len(lands) == 1 and called.startswith("the ") else called
