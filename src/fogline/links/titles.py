"""What a question is called, in plain words: by what is counted, done or held where the claims agree on that, else by
what one of them asserts, turned into a question; never by a clipped clause.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from fogline.data.gazetteer import fold
from fogline.links.anchors import SITES, SPOTS
from fogline.links.clashing import Clash, charged_with, clashing, names_place, neutral
from fogline.links.counting import counted_by
from fogline.links.days import days_told
from fogline.links.disputing import whether_there_is, with_town
from fogline.links.finishing import finished
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.matters import FIGHTERS_MARK
from fogline.links.naming import site_in_land, site_named
from fogline.links.sayings import MOSTLY, PARTLY, blame, said, share_of, topic
from fogline.links.sites import ARMS, HELD, NOWHERE, SHIP, SITE
from fogline.links.stretches import main_day
from fogline.links.topics import ABOUT_SITES, BANNED, DEEDS, OF_TOWNS, PLANTS, SITE_NAMES
from fogline.links.wording import IDEA, NAME, WORD, skeleton
from fogline.records.links import Link
from fogline.records.mentions import Place

__all__ = ["title_of"]

MANY = 20  # claims of which none speaks for the others
HANDFUL = 3  # claims of which one speaks for all where no place tells what they are about
UNPLACED = frozenset({"sanction", "truce", "captives", "mobilise", "station"})  # deeds that are told without a place
FEW_AT_ODDS = 5  # claims that are asked by what some of them dispute
VAGUE = "What is said about"  # how a title begins that tells less than who struck a town
KILLED, BLAMED = "Who was killed in", "Who is to blame for the killings in"  # as it is told, and as it is disputed
COUNTED = tuple(f"How many were {done}" for done in ("killed", "wounded"))
HARM = frozenset(IDEA + done for done in ("kill", "wound", "damage", "mishap"))
PLANNED = re.compile(r"\b(?:inten(?:t|ds?|tions?)|plans?|planning|plotting|prepar(?:es?|ing))\b", re.IGNORECASE)
EVACUATED = re.compile(r"\b(?:evacuat|refugee|flee|fled\b)", re.IGNORECASE)
HARMED, HALF = ("kill", "strike", "damage", "war_crime"), 0.5
VIOLENCE = ("strike", "kill", "wound", "damage")


def title_of(told: Sequence[Frame], place_id: str | None, matter: tuple[str, str], links: Sequence[Link] = ()) -> str:
    """The title of a question that claims raise, by what clashes among them where something does.

    `place_id` is the place that it is about; `matter` the first two parts of its key: what kind of matter it is, and
    what was counted, hit or done. `links` are those between the claims: a few claims are asked by what they dispute,
    and so is what has no title of its own that tells it.
    """
    place = _place(told, place_id)
    return finished(_title(told, place, matter, clashing(told, links)), place)


def _title(told: Sequence[Frame], place: Place | None, matter: tuple[str, str], clash: Clash) -> str:
    """The title by what clashes where a party denies it, else by the matter."""
    family, what = matter
    asked = _disputed(told, place, family, clash)
    if asked:
        return neutral(asked)
    traded = charged_with(clash.traded) if clash.traded and len(told) <= FEW_AT_ODDS and family == "deed" else None
    if traded:
        return _dated(traded, told)
    title = _by_matter(told, place, family, what)
    laid = clash.by_actor or (clash.denied and len(told) <= FEW_AT_ODDS) or len(clash.denied) >= FEW_AT_ODDS
    tolled = title.startswith(COUNTED) and clash.by_actor and not clash.by_number
    if title.startswith(KILLED) and (laid or _laid(told)):
        return title.replace(KILLED, BLAMED)
    return title.replace(title.split(" in ")[0], BLAMED.removesuffix(" in "), 1) if tolled else neutral(title)


def _disputed(told: Sequence[Frame], place: Place | None, family: str, clash: Clash) -> str | None:
    """The title by what one party affirms and another denies; None where the matter itself tells it better."""
    if not clash.denied:
        return None
    few = len(told) <= FEW_AT_ODDS and family in ("deed", "other", ARMS)
    if not few and family != SITE:
        return None
    at_odds = clash.denied if few else clash.best
    disputed = said(at_odds, place)
    asked = disputed if disputed and not disputed.startswith(VAGUE) else whether_there_is(at_odds)
    if not asked:
        return None
    asked = with_town(asked, told)
    known = names_place(asked, told) or asked.startswith(("Has ", "Have "))  # what has happened holds on any day
    return asked if known else _dated(asked, at_odds)


def _laid(told: Sequence[Frame]) -> bool:
    """Whether a fair part of claims of people killed lay it to somebody."""
    laying = [f for f in told if f.claim.stance == "accuses" or (f.claim.actors and f.words.has("kill", "war_crime"))]
    return len(laying) >= MOSTLY * len(told)


def _by_matter(told: Sequence[Frame], place: Place | None, family: str, what: str) -> str:
    """The title by what was counted, hit, held or done."""
    where = f" in {place.name}" if place else ""
    if family == HELD or (family == "control" and place):
        return _held(family, what, place, told)
    if family == "number":
        return _dated(_counted(what, where, told), told)
    if family in OF_SITES:
        return OF_SITES[family](what, place, told)
    if family == ARMS and place and place.precision in SPOTS and what in BANNED:
        return _dated(f"Were {BANNED[what]} used{where}?", told)
    return _by_deed(told, place, family, what)


def _by_deed(told: Sequence[Frame], place: Place | None, family: str, what: str) -> str:
    """The title by what was done, or by the words of claims."""
    where = f" in {place.name}" if place else ""
    wide = place is None or place.precision == "country"
    in_words = said(told, place) if family == "deed" and wide and len(told) <= HANDFUL else None
    if in_words:
        return in_words
    if family == "deed" and what == "violence":
        return _struck(place, told)
    if family == "deed" and place:
        return _done(what, place, told)
    if family == "deed" and len(told) > HANDFUL and what in UNPLACED:
        return _dated(f"{DEEDS[what].replace('{in}', '').rstrip('?')}{_against(told)}", told)
    few = len(told) <= MANY or family != "other"
    return blame(told, where) or (said(told, place) if few else None) or _dated(topic(told, where), told)


def _held(family: str, what: str, place: Place | None, told: Sequence[Frame]) -> str:
    """The question who holds a place, or a plant; what is held of a country is asked for the days it is told."""
    if place is None:
        return _dated(f"Who holds {site_in_land(what, told)}?", told)
    if family == HELD:
        return f"Who holds {_site(what, place, told)}?"
    asked = f"Who holds {'ground in ' if place.precision == 'country' else ''}{place.name}?"
    return _dated(asked, told) if what == NOWHERE or place.precision == "country" else asked


def _place(told: Sequence[Frame], place_id: str | None) -> Place | None:
    """The place of the key; without one that most claims name, the narrowest first."""
    places = {place.id: place for frame in told for place in (*frame.here, *frame.around)}
    if place_id in places:
        return places[place_id]
    named = Counter(place_id for frame in told for place_id in {p.id for p in frame.here or frame.around})
    share = {known: PARTLY if places[known].precision in SPOTS else MOSTLY for known in named}
    # A capital may stand for its government: it is the place of what happened only where the key says so.
    meant = {
        known: count
        for known, count in named.items()
        if fold(places[known].name) not in lexicon().states or places[known].precision == "country"
    }
    fit = [places[known] for known, count in meant.items() if count >= share[known] * len(told)]
    return min(fit, key=lambda place: (place.precision == "country", -named[place.id], place.id), default=None)


def _done(what: str, place: Place, told: Sequence[Frame]) -> str:
    """The question on a deed at a place: the deed that most claims tell; who advances only where none is held off."""
    held_off = share_of("repel", told) >= MOSTLY
    done = "repel" if held_off else _commonest([idea for idea in DEEDS if idea not in VIOLENCE], told) or what
    if done in ("captive", "captives") and sum(frame.words.has(*HARMED) for frame in told) > HALF * len(told):
        return _struck(place, told)
    if done == "withdraw" and _evacuating(told):
        done = "displaced"
    asked = DEEDS.get(done, DEEDS[what])
    if done in OF_TOWNS and place.precision in SPOTS:
        asked = OF_TOWNS[done]
    return _dated(asked.replace("{in}", f" in {place.name}").replace("{place}", place.name), told)


def _evacuating(told: Sequence[Frame]) -> bool:
    return sum(EVACUATED.search(f.claim.text) is not None for f in told) >= MOSTLY * len(told)


def _against(told: Sequence[Frame]) -> str:
    """Whom sanctions are against: the state that most claims name behind "against" or "on"."""
    named = Counter(state for frame in told for state in frame.words.states if state not in frame.party)
    best = min(named, key=lambda state: (-named[state], state), default=None)
    sanctions = share_of("sanction", told) >= MOSTLY
    return f" on {best.title()}" if best and sanctions and named[best] >= MOSTLY * len(told) else ""


def _commonest(ideas: Sequence[str], told: Sequence[Frame]) -> str | None:
    """The idea that most claims share, of those that a fair part of them share; the first of several."""
    shares = {idea: share_of(idea, told) for idea in ideas}
    fit = [idea for idea in ideas if shares[idea] >= PARTLY]
    return max(fit, key=lambda idea: shares[idea], default=None)


def _dated(asked: str, told: Sequence[Frame]) -> str:
    when = _when(told)
    return f"{asked.removesuffix('?')}, {when}?" if when else f"{asked.removesuffix('?')}?"


def _struck(place: Place | None, told: Sequence[Frame]) -> str:
    """The question on a deed of violence: who struck what; where no strike is told, who was killed or wounded."""
    struck = _of_strikes(told)
    sites = Counter(site for frame in told for site in frame.anchors & SITES - {IDEA + "ship"})
    site = min(sites, key=lambda site: (-sites[site], site), default=None)
    if place and site and sites[site] >= PARTLY * len(told):
        return _dated(f"Who struck {_site(site.removeprefix(IDEA), place, told)}?", told)
    if struck and place and sum(map(_is_ahead, told)) > len(told) / 2:
        return _dated(f"Is an attack planned in {place.name}?", told)
    if place and share_of("repel", told) >= MOSTLY:
        return _dated(DEEDS["repel"].replace("{in}", f" in {place.name}"), told)
    if struck and place and place.precision != "country":
        return _dated(f"Who struck {place.name}?", told)
    where = f" in {place.name}" if place else ""
    done = _commonest(("kill", "war_crime", "wound", "damage"), told)
    in_words = said(told, place) if done is None and not struck and len(told) <= HANDFUL else None
    if in_words:
        return in_words
    if done == "wound" and place and _evacuating(told):
        return _done("withdraw", place, told)
    if place is None:
        return blame(told, where) or said(told, None) or _dated(DEEDS[done or "strike"].replace("{in}", ""), told)
    return _dated(DEEDS[done or "strike"].replace("{in}", where).replace("{place}", place.name), told)


def _is_ahead(frame: Frame) -> bool:
    return not frame.real or PLANNED.search(frame.claim.text) is not None


def _of_strikes(told: Sequence[Frame]) -> bool:
    """Whether a fair part of claims tell of a strike or a mishap; arms that are only stored strike nobody."""
    armed = sum(IDEA + "weapon" in frame.words.terms and bool(HARM & frame.words.terms) for frame in told)
    return max(share_of("strike", told), share_of("mishap", told), armed / len(told)) >= PARTLY


def _site(site: str, place: Place, told: Sequence[Frame]) -> str:
    """A site as most claims call it; the place alone where that bears the name of the site."""
    words = Counter(word for frame in told for word in frame.context.tokens if site in lexicon().ideas.get(word, ()))
    called = min(words, key=lambda word: (-words[word], word), default=site)
    singular = called.removesuffix("s") if lexicon().ideas.get(called.removesuffix("s")) else called
    name = PLANTS.get(site) or SITE_NAMES.get(site) or singular
    named = site in fold(place.name) or name in fold(place.name)
    return place.name if named or place.precision == "point" else f"the {name} in {place.name}"


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
        return _dated(f"Who struck {site_named(what, told)}?", told)
    struck = max(share_of("strike", told), share_of("weapon", told)) >= PARTLY
    site = _site(what, place, told)
    return _dated(f"Who struck {site}?" if struck else f"What happened at {site}?", told)


def _at(what: str, place: Place | None, told: Sequence[Frame]) -> str:
    """The question on what else is told of a plant or dam."""
    site, _, topic_of = what.partition(" ")
    called = _site(site, place, told) if place else site_in_land(site, told)
    return _dated(ABOUT_SITES[topic_of].format(site=called), told)


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
    day = main_day(told)  # of a deed that happened on one day, when it was, not when it was told
    return days_told([day] if day else [frame.said for frame in told if frame.said is not None])


OF_SITES = {"event": _hit, SITE: _at}
