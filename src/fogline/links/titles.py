"""What a question is called, in plain words: by what is counted, done or held where the claims agree on that, else by
what one of them asserts, turned into a question; never by a clipped clause.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from fogline.data.gazetteer import fold
from fogline.links.anchors import SITES, SPOTS
from fogline.links.clauses import asked_by, spoken_of
from fogline.links.counting import counted_by
from fogline.links.days import show_day
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.matters import FIGHTERS_MARK, NOWHERE, SHIP
from fogline.links.reasons import claimant
from fogline.links.topics import DEEDS, PLANTS, SITE_NAMES, TOPICS
from fogline.links.wording import IDEA, NAME, WORD, skeleton, wording
from fogline.records.links import About
from fogline.records.mentions import Place

__all__ = ["days_told", "title_of"]

LONGEST = 90  # code points of a charge that a title tells
CHARGE = re.compile(r"^((?:the )?[A-Z]\w+(?: [A-Z]\w+)?) (?:of|for) (\w+ing\b.*)$", re.DOTALL)  # of accusing somebody
VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|of|for|\w+(?:ed|ing))\b")
LONGEST_NAME = 6  # words
LONGEST_NAMES = 60  # code points of those who speak, where a title can tell no more
MOSTLY, PARTLY = 0.4, 0.25  # of the claims that name what a title names: a place; a site, a deed or a charge
FEW, FAIR = (
    8,
    0.3,
)  # claims of which any one may give the title; of more, the share that a word of it must have on average
MANY = 20  # claims of which none speaks for the others
EDGE = 0.05  # of the days at either end that a title leaves out where they are many: who looks back a year later
HANDFUL = 3  # claims of which one speaks for all where no place tells what they are about
UNPLACED = frozenset({"sanction", "truce", "captives", "mobilise", "station"})  # deeds that are told without a place
VIOLENCE = ("strike", "kill", "wound", "damage")


def title_of(about: About, told: Sequence[Frame], place_id: str | None, family: str, what: str) -> str:
    """The title of a question that claims raise.

    `place_id` is the place that it is about; `family` and `what` are the first parts of its key: what kind of matter it
    is, and what was counted, hit or done.
    """
    place = _place(told, place_id)
    where = f" in {place.name}" if place else ""
    if family == "control" and place:
        asked = f"Who holds {'ground in ' if place.precision == 'country' else ''}{place.name}?"
        return _dated(asked, told) if what == NOWHERE else asked
    if family == "number":
        return _dated(_counted(what, where, told), told)
    if family == "event":
        return _hit(what, place, told)
    if family == "deed" and what == "violence":
        return _struck(place, told)
    if family == "deed" and place:
        return _done(what, place, told)
    if family == "deed" and len(told) > HANDFUL and what in UNPLACED:
        return _dated(f"{DEEDS[what].replace('{in}', '').rstrip('?')}{_against(told)}", told)
    few = len(told) <= MANY or family != "other"
    return _blame(told, where) or (_said(told, place) if few else None) or _topic(told, where)


def _place(told: Sequence[Frame], place_id: str | None) -> Place | None:
    """The place of the key; without one that most claims name, the narrowest first."""
    places = {place.id: place for frame in told for place in (*frame.here, *frame.around)}
    if place_id in places:
        return places[place_id]
    named = Counter(place_id for frame in told for place_id in {p.id for p in frame.here or frame.around})
    share = {known: PARTLY if places[known].precision in SPOTS else MOSTLY for known in named}
    fit = [places[known] for known, count in named.items() if count >= share[known] * len(told)]
    return min(fit, key=lambda place: (place.precision == "country", -named[place.id], place.id), default=None)


def _done(what: str, place: Place, told: Sequence[Frame]) -> str:
    """The question on a deed at a place: the deed that most claims tell; who advances only where none is held off."""
    held_off = _share("repel", told) >= MOSTLY
    done = "repel" if held_off else _commonest([idea for idea in DEEDS if idea not in VIOLENCE], told) or what
    asked = DEEDS.get(done, DEEDS[what])
    return _dated(asked.replace("{in}", f" in {place.name}").replace("{place}", place.name), told)


def _against(told: Sequence[Frame]) -> str:
    """Whom sanctions are against: the state that most claims name behind "against" or "on"."""
    named = Counter(state for frame in told for state in frame.words.states if state not in frame.party)
    best = min(named, key=lambda state: (-named[state], state), default=None)
    sanctions = _share("sanction", told) >= MOSTLY
    return f" on {best.title()}" if best and sanctions and named[best] >= MOSTLY * len(told) else ""


def _share(idea: str, told: Sequence[Frame]) -> float:
    return sum(IDEA + idea in frame.words.terms for frame in told) / len(told)


def _commonest(ideas: Sequence[str], told: Sequence[Frame]) -> str | None:
    """The idea that most claims share, of those that a fair part of them share; the first of several."""
    shares = {idea: _share(idea, told) for idea in ideas}
    fit = [idea for idea in ideas if shares[idea] >= PARTLY]
    return max(fit, key=lambda idea: shares[idea], default=None)


def _dated(asked: str, told: Sequence[Frame]) -> str:
    when = _when(told)
    return f"{asked.removesuffix('?')}, {when}?" if when else f"{asked.removesuffix('?')}?"


def _struck(place: Place | None, told: Sequence[Frame]) -> str:
    """The question on a deed of violence: who struck what; where no strike is told, who was killed or wounded."""
    struck = max(_share("strike", told), _share("weapon", told), _share("mishap", told)) >= PARTLY
    sites = Counter(site for frame in told for site in frame.anchors & SITES - {IDEA + "ship"})
    site = min(sites, key=lambda site: (-sites[site], site), default=None)
    if place and site and sites[site] >= PARTLY * len(told):
        return _dated(f"Who struck {_site(site.removeprefix(IDEA), place, told)}?", told)
    if struck and place and sum(not frame.real for frame in told) > len(told) / 2:
        return _dated(f"Is an attack planned in {place.name}?", told)
    if place and _share("repel", told) >= MOSTLY:
        return _dated(DEEDS["repel"].replace("{in}", f" in {place.name}"), told)
    if struck and place and place.precision != "country":
        return _dated(f"Who struck {place.name}?", told)
    where = f" in {place.name}" if place else ""
    done = _commonest(("kill", "war_crime", "wound", "damage"), told)
    if place is None:
        return _blame(told, where) or _said(told, None) or _dated(DEEDS[done or "strike"].replace("{in}", ""), told)
    return _dated(DEEDS[done or "strike"].replace("{in}", where).replace("{place}", place.name), told)


def _site(site: str, place: Place, told: Sequence[Frame]) -> str:
    """A site as most claims call it; the place alone where that bears the name of the site."""
    words = Counter(word for frame in told for word in frame.context.tokens if site in lexicon().ideas.get(word, ()))
    called = min(words, key=lambda word: (-words[word], word), default=site)
    singular = called.removesuffix("s") if lexicon().ideas.get(called.removesuffix("s")) else called
    name = PLANTS.get(site) or SITE_NAMES.get(site) or singular
    named = site in fold(place.name) or name in fold(place.name)
    return place.name if named or place.precision == "point" else f"the {name} in {place.name}"


def _blame(told: Sequence[Frame], where: str) -> str | None:
    """The question whether somebody is to blame, where a fair part of the claims says so and little else."""
    charges = Counter(found.groups() for frame in told if (found := CHARGE.match(_plain(frame.claim.text))))
    if charges and charges.total() >= PARTLY * len(told):
        who, deed = min(charges, key=lambda charge: (-charges[charge], len(charge[1]), charge))
        words = re.split(r"[,;]|\s-\s|\sand of\s", deed)[0]
        if len(words) <= LONGEST and '"' not in words:
            there = "" if " in " in words or " at " in words else where
            return f"Is {who} to blame for {words}{there}?"
    blamed = Counter(name for frame in told if (name := _blamed(frame)))
    if blamed.total() < PARTLY * len(told):
        return None
    name = min(blamed, key=lambda name: (-blamed[name], name), default=None)
    return f"Is {name} to blame{where}?" if name else None


def _said(told: Sequence[Frame], place: Place | None) -> str | None:
    """What one claim asserts, turned into a question, else what one names; a claim that speaks of claims comes last."""
    affirmed = [frame for frame in told if not frame.against and not frame.silent]
    fair = affirmed or [frame for frame in told if not frame.silent]  # what is only denied is asked all the same
    plain = [frame for frame in fair if not frame.words.has("reference")]
    return _asked(plain, told, place) or _named(told) or _asked(fair, told, place)


def _asked(fair: Sequence[Frame], told: Sequence[Frame], place: Place | None) -> str | None:
    """The question that shares most words with all claims; none where it shares too few with many."""
    shared = Counter(term for frame in told for term in frame.words.terms)
    asked = {question for frame in fair if (question := asked_by(frame.claim))}

    def weight(question: str) -> tuple[float, int, str]:
        terms = wording(question).terms
        return -sum(shared[term] - 1 for term in terms) / (len(terms) + 2), len(question), question

    best = min(asked, key=weight, default=None)
    if best and len(told) > FEW and -weight(best)[0] < FAIR * len(told):
        return None
    if best is None or place is None or place.precision in ("country", "point"):
        return best
    names = {fold(p.name) for frame in told for p in (*frame.here, *frame.around)}
    named = any(name in fold(best) for name in names) or " in " in best or " at " in best
    return best if named or len(best) > LONGEST else f"{best.removesuffix('?')} in {place.name}?"


def _named(told: Sequence[Frame]) -> str | None:
    """What claims name that tell nothing in a clause: "of a troop pullback"."""
    shared = Counter(term for frame in told for term in frame.words.terms)
    phrases = {phrase: wording(phrase).terms for frame in told if (phrase := spoken_of(frame.claim))}

    def weight(phrase: str) -> tuple[float, int, str]:
        return -sum(shared[term] - 1 for term in phrases[phrase]), len(phrase), phrase

    best = min(phrases, key=weight, default=None) if len(told) <= FEW else None
    return f"What is said about {best}?" if best else None


def _topic(told: Sequence[Frame], where: str) -> str:
    """What the claims are about, in nouns."""
    ranked = sorted((idea for idea in TOPICS if _share(idea, told) >= PARTLY), key=lambda idea: -_share(idea, told))
    kind = Counter(frame.claim.kind for frame in told).most_common(1)[0][0]
    nouns = [TOPICS[idea] for idea in ranked[:2]] or ([TOPICS[kind]] if kind in TOPICS else [])
    if not nouns:
        who = " and ".join(dict.fromkeys(claimant(frame) for frame in told[:2]))
        who = who if len(who) <= LONGEST_NAMES else "the parties and others"
        return _dated(f"What do {who} say{where}?" if " and " in who else f"What does {who} say{where}?", told)
    states = sorted({state for frame in told for state in frame.states if _of_most(state, told)})
    who = f" between {states[0].title()} and {states[1].title()}" if len(states) == 2 and not where else ""
    return _dated(f"What is said about {' and '.join(dict.fromkeys(nouns))}{who}{where}?", told)


def _of_most(state: str, told: Sequence[Frame]) -> bool:
    return sum(state in frame.states for frame in told) >= MOSTLY * len(told)


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(' ,;."“”?')


def _blamed(frame: Frame) -> str | None:
    """Whom a claim blames that says nothing else: "blamed the Highland Guard, an ethnic force"."""
    if frame.claim.stance != "accuses":
        return None
    name = re.split(r"[,(;]", _plain(frame.claim.text), maxsplit=1)[0].strip()
    bare = name.removeprefix("the ")
    parties = {fold(party.actor.name) for party in (*frame.claim.actors, *frame.claim.targets)} | wording(name).states
    proper = any(party in fold(name) or fold(name) in party for party in parties) and bare[:1].isupper()
    deeds = any(term.startswith(IDEA) and term.removeprefix(IDEA) in DEEDS for term in wording(name).terms)
    fits = (
        proper and not deeds and not VERB.search(name) and not re.search(r"\b(?:in|at|on|from)\b", name, re.IGNORECASE)
    )
    return name if fits and len(name.split()) <= LONGEST_NAME else None


def _counted(marked: str, where: str, told: Sequence[Frame]) -> str:
    what = marked.removesuffix(FIGHTERS_MARK)
    counted = Counter(w for frame in told for amount in frame.amounts for w in amount.what)
    if what not in counted:
        what = min(counted, key=lambda found: (-counted[found], found), default=what)
    return counted_by(what, told, where, fighters=marked != what)


def _hit(what: str, place: Place | None, told: Sequence[Frame]) -> str:
    """The question on what was done to a ship, or to a plant or dam."""
    if what.startswith(SHIP):
        return f"What happened to the ship {_name(what.removeprefix(SHIP), told)}?"
    if place is None:
        return _dated(f"Who struck the {PLANTS[what]}?", told)
    struck = max(_share("strike", told), _share("weapon", told)) >= PARTLY
    site = _site(what, place, told)
    return _dated(f"Who struck {site}?" if struck else f"What happened at {site}?", told)


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
    return days_told([frame.said for frame in told if frame.said is not None])


def days_told(days: Sequence[int]) -> str:
    """The days on which claims were said, but for stragglers: "3 Apr to 9 Apr 2022"; empty where none is known."""
    if not days:
        return ""
    ordered, edge = sorted(days), int(EDGE * len(days))
    first, last = show_day(ordered[edge]), show_day(ordered[-1 - edge])
    return first if first == last else f"{_short(first, last)} to {last}"


def _short(first: str, last: str) -> str:
    """A day without the year that the last day has too."""
    return first.rsplit(" ", 1)[0] if first.rsplit(" ", 1)[1] == last.rsplit(" ", 1)[1] else first
