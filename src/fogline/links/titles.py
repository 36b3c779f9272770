"""What a question is called, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fogline.links.frames import Frame
from fogline.records.links import About

__all__ = ["title_of"]

SHORTEST, LONGEST = 3, 90  # words and code points of a claim that a title quotes
COUNTS = {
    "kill": "How many were killed",
    "wound": "How many were wounded",
    "missing": "How many are missing",
    "captive": "How many were captured",
    "area": "How much ground is held",
    "weapon": "How many missiles, drones or shells",
    "people": "How many people are there",
}

# Questions on what was done; "{in}" is " in Aldern" or nothing, "{of}" is "Aldern" or "what was hit".
DEEDS = {
    "strike": "Who struck {of}?",
    "weapon": "What weapon struck {of}?",
    "exchange": "What was exchanged{in}?",
    "captive": "Who was captured{in}?",
    "withdraw": "Who has withdrawn{in}?",
    "advance": "Who is advancing{in}?",
    "fight": "How goes the fighting{in}?",
    "kill": "Who was killed{in}?",
    "wound": "Who was wounded{in}?",
    "damage": "What was damaged{in}?",
    "station": "What troops are stationed{in}?",
    "truce": "Is there a truce{in}?",
    "accord": "What was agreed{in}?",
    "talks": "Are there talks{in}?",
    "aid": "Does aid get through{in}?",
    "break": "Who broke the truce{in}?",
}


def title_of(about: About, told: Sequence[Frame], place_id: str | None, deed: str | None = None) -> str:
    """The title of a question that claims raise; `place_id` is the place that most name, `deed` what was done."""
    place = next((p.name for frame in told for p in frame.here if p.id == place_id), None)
    where = f" in {place}" if place else ""
    if about == "control" and place:
        return f"Who holds {place}?"
    if about == "number":
        counted = Counter(what for frame in told for amount in frame.amounts for what in amount.what)
        if counted:
            what = min(counted, key=lambda found: (-counted[found], found))
            if what.startswith("money"):
                return f"What does it cost{where}?"
            return f"{COUNTS.get(what, f'How many: {what}')}{where}?"
    if deed in DEEDS:
        asked = DEEDS[deed].replace("{in}", where).replace("{of}", place or "what was hit")
        return f"{asked} {_words(told)}"
    if about == "actor":
        return f"Who is to blame{where}: {_words(told)}?"
    return f"Is it so{where}: {_words(told)}?"


def _words(told: Sequence[Frame]) -> str:
    """The words of the claim that says the matter most shortly: the first by length that affirms and is a sentence."""
    plain = [frame for frame in told if not frame.against and not frame.silent and not frame.words.denied]
    fit = [frame for frame in plain or told if len(frame.claim.text.split()) >= SHORTEST] or list(told)
    chosen = min(fit, key=lambda frame: (len(frame.claim.text), frame.claim.id))
    words = " ".join(chosen.claim.text.split()).strip(' ,;."“”?').removeprefix("that ")
    return f"“{words if len(words) <= LONGEST else words[:LONGEST].rsplit(' ', 1)[0] + ' …'}”"
