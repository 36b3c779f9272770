"""Titles by fewer claims: a title that one claim gave is given by another where that one is not known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from fogline.links.clauses import asked_by
from fogline.links.phrases import spoken_of
from fogline.links.topics import BANNED, DEEDS, TOPICS
from fogline.records.claims import Claim

__all__ = ["retold"]

ABOUT = "What is said about "
SAYS = re.compile(r"^What (?:do|does) .+ say\b")
OPENINGS = "is are was were did do does has have will would can could may might".split()
TURNED = re.compile(rf"^(?:{'|'.join(word.capitalize() for word in OPENINGS)})\s")
# Titles that begin so and take no words from a claim.
PLAIN = re.compile(
    "|".join(re.escape(asked.split("{")[0].rstrip("?")) for asked in DEEDS.values())
    + "|Is an attack planned|Is [^?]+ encircled|Were (?:"
    + "|".join(BANNED.values())
    + ") used|Who was evacuated"
)
CHARGE = re.compile(r"^Is (.+?) to blame(?: for (.+))?\?$", re.DOTALL)
QUOTED = re.compile(r"“(.+)”", re.DOTALL)  # as an older Fogline made them
AGAINST = frozenset({"denies", "doubts", "declines", "unconfirmed"})


def retold(title: str, known: Sequence[Claim]) -> str:
    """The title as these claims give it: itself, unless it has words of another claim."""
    if not known or not _takes_words(title) or any(_gives(claim, title) for claim in known):
        return title
    fair = [claim for claim in known if claim.stance not in AGAINST] or list(known)
    asked = sorted(filter(None, map(asked_by, fair)), key=lambda question: (len(question), question))
    if asked:
        return asked[0]
    named = sorted(filter(None, map(spoken_of, fair)), key=lambda phrase: (len(phrase), phrase))
    kind = Counter(claim.kind for claim in fair).most_common(1)[0][0]
    return f"{ABOUT}{named[0] if named else TOPICS.get(kind, 'this')}?"


def _takes_words(title: str) -> bool:
    """Whether a title was made of the words of a claim, not only of what is counted, done or held where."""
    if title.startswith(ABOUT):
        nouns = title.removeprefix(ABOUT).rstrip("?").split(" and ")
        return not any(nouns[0].startswith(noun) for noun in TOPICS.values())
    return bool(QUOTED.search(title) or SAYS.match(title) or (TURNED.match(title) and not PLAIN.match(title)))


def _gives(claim: Claim, title: str) -> bool:
    """Whether the words of a title are those of this claim."""
    text = " ".join(claim.text.split())
    charge, quoted = CHARGE.match(title), QUOTED.search(title)
    if quoted:
        return quoted[1].removesuffix(" …") in text
    if charge:
        return charge[1] in text and (charge[2] or "").split(" in ")[0] in text
    asked, named = asked_by(claim), spoken_of(claim)
    return bool(asked and title.startswith(asked.rstrip("?"))) or bool(named and title.startswith(f"{ABOUT}{named}"))
