"""What a question is called, in plain words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from fogline.data.gazetteer import fold
from fogline.links.days import show_day
from fogline.links.frames import Frame
from fogline.links.wording import NAME, WORD, skeleton
from fogline.records.links import About

__all__ = ["SHIP", "title_of"]

SHORTEST, LONGEST = 4, 90  # words and code points of a claim that a title quotes
COUNTS = {
    "kill": "How many were killed",
    "wound": "How many were wounded",
    "kill or wound": "How many were killed or wounded",
    "missing": "How many are missing",
    "captive": "How many were captured",
    "exchange": "How many were exchanged",
    "evacuated": "How many were evacuated",
    "displaced": "How many fled or were evacuated",
    "area": "How much ground is held",
    "length": "How far is it",
    "duration": "How long did it take",
    "share": "How large a share is it",
    "weapon": "How many missiles, drones or shells",
    "strike": "How many strikes were there",
    "village": "How many settlements are concerned",
    "formation": "How many units are there",
    "ship": "How many ships are there",
    "aircraft": "How many aircraft",
    "vehicle": "How many vehicles",
    "war_crime": "How many crimes are on record",
    "people": "How many people are concerned",
}
# Questions on what was done; "{in}" is " in Aldern", "{place}" "Aldern".
DEEDS = {
    "strike": "Who struck {place}?",
    "exchange": "What was exchanged{in}?",
    "captive": "Who was captured{in}?",
    "withdraw": "Who has left {place}?",
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
    "displaced": "Who left{in}?",
    "break": "Who broke the truce{in}?",
    "sanction": "What sanctions are there{in}?",
    "mobilise": "Who is called up{in}?",
    "war_crime": "Were war crimes committed{in}?",
}
CHARGE = re.compile(r"^((?:the )?[A-Z]\w+(?: [A-Z]\w+)?) (?:of|for) (\w+ing\b.*)$", re.DOTALL)  # of accusing somebody
VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|of|for|\w+(?:ed|ing))\b")
LONGEST_NAME = 6  # words
SITES = {"terminal": "station", "mall": "shopping centre", "camp": "base", "prison": "prison"}
PLANTS = {"nuclear": "nuclear power plant", "dam": "dam"}
SHIP, SPOT = "ship ", "spot"


def title_of(about: About, told: Sequence[Frame], place_id: str | None, family: str, what: str) -> str:
    """The title of a question that claims raise.

    `place_id` is the place that it is about; `family` and `what` are the first parts of its key: what kind of matter it
    is, and what was counted, hit or done.
    """
    place = next((p.name for frame in told for p in (*frame.here, *frame.around) if p.id == place_id), None)
    where = f" in {place}" if place else ""
    if about == "control" and place:
        return f"Who holds {place}?"
    if family == "number":
        return _counted(what, where, told)
    if family == "event":
        return _hit(what, place, told)
    if family == "deed" and place and not (what == "strike" and _is_country(place_id, told)):
        asked = DEEDS[what].replace("{in}", where).replace("{place}", place)
        return f"{asked.removesuffix('?')}, {_when(told)}?" if _when(told) else asked
    charge = next((found for frame in told if (found := CHARGE.match(frame.claim.text))), None)
    if charge:
        return f"Is {charge[1]} to blame for {_short_of(charge[2])}?"
    blamed = next((name for frame in told if (name := _blamed(frame))), None)
    if blamed:
        return f"Is {blamed} to blame{where}?"
    if about == "actor":
        return f"Who is to blame{where}: {_words(told)}?"
    return f"Is it so{where}: {_words(told)}?"


def _blamed(frame: Frame) -> str | None:
    """Whom a claim blames that says nothing else: "blamed the Highland Guard, an ethnic force"."""
    if frame.claim.stance != "accuses":
        return None
    name = re.split(r"[,(;]", frame.claim.text, maxsplit=1)[0].strip()
    return name if name and not VERB.search(name) and len(name.split()) <= LONGEST_NAME else None


def _is_country(place_id: str | None, told: Sequence[Frame]) -> bool:
    return any(p.id == place_id and p.precision == "country" for frame in told for p in (*frame.here, *frame.around))


def _counted(what: str, where: str, told: Sequence[Frame]) -> str:
    counted = Counter(w for frame in told for amount in frame.amounts for w in amount.what)
    if what not in counted:
        what = min(counted, key=lambda found: (-counted[found], found), default=what)
    if what.startswith("money"):
        asked = f"What does it cost{where}"
    else:
        asked = COUNTS.get(what, "How many " + what.replace("_", " ")) + where
    return f"{asked}, {_when(told)}?" if _when(told) else f"{asked}?"


def _hit(what: str, place: str | None, told: Sequence[Frame]) -> str:
    """The question on what was done to a ship, a site or a spot."""
    if what.startswith(SHIP):
        return f"What happened to the ship {_name(what.removeprefix(SHIP), told)}?"
    if what == SPOT:
        return f"Who struck {place}?"
    if what in PLANTS and place:
        return f"Who struck {place}?" if what in fold(place) else f"Who struck the {PLANTS[what]} in {place}?"
    site = SITES.get(what, what)
    return f"Who struck the {site} in {place}?" if place else f"Who struck the {site}: {_words(told)}?"


def _name(term: str, told: Sequence[Frame]) -> str:
    """How most claims write the name that a term stands for."""
    written = Counter(
        word
        for frame in told
        for word in WORD.findall(frame.claim.sentence.text)
        if word[0].isupper() and NAME + skeleton(fold(word)) == term
    )
    return min(written, key=lambda word: (-written[word], word), default=term.removeprefix(NAME))


def _when(told: Sequence[Frame]) -> str:
    """The days on which the claims were said: "3 Apr 2022", "3 Apr 2022 to 9 Apr 2022"; empty where none is known."""
    days = sorted(frame.said for frame in told if frame.said is not None)
    if not days:
        return ""
    first, last = show_day(days[0]), show_day(days[-1])
    return first if first == last else f"{_short(first, last)} to {last}"


def _short(first: str, last: str) -> str:
    """A day without the year that the last day has too."""
    return first.rsplit(" ", 1)[0] if first.rsplit(" ", 1)[1] == last.rsplit(" ", 1)[1] else first


def _short_of(words: str) -> str:
    plain = " ".join(words.split()).strip(' ,;."“”?')
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(" ", 1)[0] + " …"


def _words(told: Sequence[Frame]) -> str:
    """The words of one claim that says what the matter is: the shortest whole sentence that affirms."""
    plain = [frame for frame in told if not frame.against and not frame.silent and not frame.words.denied]
    whole = [frame for frame in plain if frame.claim.predicate and _fits(frame)]
    fit = whole or [frame for frame in plain or told if len(frame.claim.text.split()) >= SHORTEST] or list(told)
    chosen = min(fit, key=lambda frame: (len(frame.claim.text), frame.claim.id))
    words = " ".join(chosen.claim.text.split()).strip(' ,;."“”?').removeprefix("that ")
    return f"“{_short_of(words)}”"


def _fits(frame: Frame) -> bool:
    """Whether a claim can be quoted whole: not too short, not too long, and no fragment."""
    text = frame.claim.text
    begins = text.lstrip("“\"'‘")[:1].isupper() or text.startswith("that ")
    return len(text.split()) >= SHORTEST and len(text) <= LONGEST and begins
