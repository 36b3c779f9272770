"""Who is on a piece of ground by one claim, in whatever words: troops in the streets, a mayor who answers."""

from __future__ import annotations

import re

from fogline.data.gazetteer import fold
from fogline.links.anchors import SPOTS
from fogline.links.comparing.holding import NOBODY, NOTHING, PARTS, Hold
from fogline.links.comparing.spots import names_beside_parties
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon

__all__ = ["came_back", "on_ground"]

WHOSE = (
    r"(?:(?P<own>our|my|their|its|his)|(?:the )?(?P<who>(?:[A-Z][\w-]+|(?:security|government|army|state) forces|army|"
    r"government|troops|rebels?|guerrillas|militia)))"
)
# "in Northland's hands", "under the protection of Northland units", "out of our hands for three weeks".
HELD = re.compile(
    rf"\b(?P<out>out of|outside|beyond)?\s*(?:(?:in|under|from|of) )?{WHOSE}(?:['’]s?)? (?:\w+ )?"
    r"(?P<hands>hands|control|command|rule|protection|grip)\b"
)
HELD_OF = re.compile(
    rf"\b(?P<out>out of|outside|beyond)?\s*(?:in|under|within|of)? ?the (?:\w+ )?"
    rf"(?P<hands>hands|control|command|protection|grip) of {WHOSE}"
)
OURS = re.compile(
    r"\b(?:is|are|was|were|remains?) (?:all |still |now )?(?:ours\b|(?P<who>[A-Z][\w-]+) (?:again|now)\b)"
)
ANSWERS = re.compile(
    rf"\b(?:answer(?:s|ed)? to|obey(?:s|ed)?|calls?|takes? orders from|looks? to)\s+(?:us\b|{WHOSE}\b)", re.IGNORECASE
)
LOST_TO = re.compile(rf"\b(?:fall(?:en)?|fell|lost|ceded|surrendered|abandoned|left) to {WHOSE}")
DRIVEN = re.compile(
    r"\b(?:driven|drove|pushed|thrown|threw|forced|cleared|chased|expelled|ousted|dislodged)\s+"
    r"(?P<who>.+?)\s+(?:out of|from)\b"
)
CLEARED = re.compile(r"\b(?:cleared|cleansed|rid|freed|purged)\s+(?:[\w’'-]+\s+){1,4}?of\b")
COMMANDS = re.compile(
    r"\b(?:is|are|was|were|been|remains?)\s+(?:still\s+)?in (?:full |firm |sole )?(?:command|control|charge) of\b"
)
PRESENT = re.compile(
    r"\b(?:is|are|was|were|been|remain\w*|stay\w*|stands?|stood|sits?|sat|still)\s+(?:still |now |all |\w+ing )?"
    r"(?:in|inside|on|at)\b|\b(?:walk|patrol|hold|man|guard|govern|run|administ|rul|direct|polic|check|search|garrison|runn?)"
    r"(?:s|ed|ing|ling|ned|ning|er|ered|ering)?\b|\bheld\b|\bran\b|\bha(?:s|ve) (?:a |any |no |not a )?(?:single )?"
    r"(?:house|foothold|position|presence|post|man|soldier|fighter)s?\b"
)
ENTERED = re.compile(
    r"\b(?:enter(?:ed|s)?|re-?entered|(?:drove|rolled|marched|moved|pushed|walked|went|rode|driven|marched) into|"
    r"(?:went|came|put) ashore|landed (?:at|in|on)|took over|occup(?:y|ied)|seized|captured|(?:re)?taken|(?:re)?took)\b"
)
LEFT = re.compile(
    r"\b(?:(?<!was )(?<!were )(?<!been )(?<!are )(?<!is )left|"
    r"abandoned|quit|vacated|gave up|given up|evacuated|fled|pulled (?:\w+ ){0,2}?(?:out|back)|pulling out|"
    r"with(?:drew|drawn)|gone from|rolled out|moved out|marched out)\b"
)
LOSS = re.compile(r"\b(?:fall|loss|lost|fallen|fell|lose|capture|captured|seizure)\b")
LOST = re.compile(r"\b(?:lost|fallen|fell|lose)\b")
# Ground that is told to have come back was not held before.
BACK = re.compile(
    r"\bfor the first time (?:since|in|this)\b|\bafter (?:\w+ ){1,3}(?:months|weeks|years|days) away\b|"
    r"\b(?:won back|recovered|retaken|retook|recaptured|regained|re-?entered)\b"
)
ARMED = frozenset(
    "police policeman policemen gendarmes marines patrols patrol paratroopers units unit garrison brigade battalion "
    "commandos rangers convoy column tanks lorries trucks guards guard infantry vehicles flag".split()
)
# What a side can hold as a whole, where no place is named.
SPOT = re.compile(
    r"\b(?:the|this|that|our|its|whole|every)\s+(?:[\w’'-]+\s+){0,2}(?:town|city|village|settlement|place|pass|port|base|camp|"
    r"bridge|airport|airfield|airbase|district|junction|field|intake|crossing|plant|market|islands?|heights?|ridge|hill|"
    r"depot|post|mine|dam|quarter|suburb|streets?|station|checkpoint|school|square|crossroads|airstrip|harbour|"
    r"town hall)\b|\bthere\b",
    re.IGNORECASE,
)
AIMS = re.compile(r"\b(?:ready|prepar\w+|about|trying|going|hop\w+|want\w*|plan\w*) (?:for|to)\b")
OFFICIAL = frozenset("the security forces troops army government state our".split())
PRONOUN = re.compile(r"\W*(?:that )?(?:it|we|they|he|its|our|their)\b", re.IGNORECASE)
OWN = frozenset({"our", "ours", "we", "us", "its", "their", "his", "own"})
KINDS = frozenset({"control", "movement", "deployment", "clash", "other", "damage", "meeting"})
SPEAKING = frozenset({"armed_force", "government", "person", "organisation"})


def on_ground(frame: Frame) -> Hold | None:
    """Which side is, came or no longer is on the ground that a claim tells of; None where it does not say."""
    lost = frame.against and LOSS.search(frame.claim.text) is not None
    if frame.silent or not frame.real or frame.refers or not (lost or frame.claim.kind in KINDS):
        return None
    fled = frame.words.has("displaced") and not HELD.search(frame.claim.text)  # "under our control, the enemy fled"
    if fled or frame.words.has("captive", "exchange") or AIMS.search(frame.claim.text):
        return None
    if any("area" in amount.what or "length" in amount.what for amount in frame.amounts):
        return None  # how much is held says nothing on one spot
    if not (SPOT.search(frame.claim.text) or _named_spots(frame)):
        return None
    hold = _by_hands(frame) or _by_deed(frame)
    if hold is None or not (hold.holder or hold.loser):
        return None
    nothing = NOTHING.search(frame.claim.text) is not None or "single" in frame.words.tokens
    if (nothing or frame.claim.status == "negated") != frame.against:
        if hold.holder & frame.party and not frame.against:
            return None  # "no soldier of ours set foot there" does not say who holds it
        return Hold(hold.loser, hold.holder, full=False, contested=False, part=False)
    return hold


def _named_spots(frame: Frame) -> bool:
    """Whether a claim names a town or site, or something that is no party."""
    if any(place.precision in SPOTS for place in frame.here):
        return True
    return bool(names_beside_parties(frame)) and not frame.here


def came_back(frame: Frame) -> bool:
    """Whether a claim tells of ground that was not its holder's for a while."""
    return BACK.search(frame.claim.text) is not None


def _by_hands(frame: Frame) -> Hold | None:
    """Whose the ground is by words that name its holder: "in our hands", "answers to us", "fell to the army"."""
    text = frame.claim.text
    lost = LOST_TO.search(text)
    if lost:
        return _hold(_named(frame, lost["own"], lost["who"]), frame)
    hands = HELD.search(text) or HELD_OF.search(text)
    if hands:
        whose = _named(frame, hands["own"], hands["who"])
        return _hold(NOBODY, frame, loser=whose) if hands["out"] else _hold(whose, frame)
    if COMMANDS.search(text):
        return _hold(_armed(frame) or (frame.party if PRONOUN.match(text) else NOBODY), frame)
    answers = ANSWERS.search(text)
    if answers and frame.here:
        return _hold(_named(frame, answers["own"] or "our", answers["who"]), frame)
    ours = OURS.search(text)
    if ours and frame.claim.kind == "control":
        return _hold(_named(frame, None if ours["who"] else "our", ours["who"]), frame)
    return None


def _by_deed(frame: Frame) -> Hold | None:
    """Who is on the ground by what armed men do there: stand in it, come into it, leave it, are driven out."""
    text = frame.claim.text
    side = _armed(frame)
    driven = DRIVEN.search(text)
    if driven and side:
        return _hold(side, frame, loser=_keys(frame, driven["who"]) - side)
    cleared = CLEARED.search(text)
    if cleared and side:
        return _hold(side, frame)
    if (frame.against and LOSS.search(text)) or (LOST.search(text) and frame.claim.kind == "control"):
        own = frame.claim.speaker is not None and frame.claim.speaker.kind in SPEAKING
        return _hold(NOBODY, frame, loser=frame.party) if own and (frame.negates or _speaks_of_own(frame)) else None
    if not side:
        return None
    if LEFT.search(text):
        return _hold(NOBODY, frame, loser=side)
    if ENTERED.search(text) or PRESENT.search(text):
        return _hold(side, frame)
    return None


def _hold(holder: frozenset[str], frame: Frame, loser: frozenset[str] = NOBODY) -> Hold:
    full = bool(lexicon().full & {*frame.words.tokens}) and bool(holder)
    return Hold(holder, loser, full=full, contested=False, part=PARTS.search(frame.claim.text) is not None)


def _speaks_of_own(frame: Frame) -> bool:
    return bool(OWN & {*frame.words.tokens}) or bool(frame.sufferers & frame.party) or bool(frame.doers & frame.party)


def _armed(frame: Frame) -> frozenset[str]:
    """The side of the armed men who do what a claim tells: as they are named, else that of who speaks of them."""
    if frame.claim.kind not in ("control", "movement", "deployment", "clash", "meeting"):
        return NOBODY
    places = {fold(place.name) for place in (*frame.here, *frame.around)}
    doers = frozenset(key for key in frame.doers if key not in places)
    words = {word for key in doers for word in key.split()}
    known = lexicon()
    fighting = words & (known.combatant | known.enemy | known.institutions | ARMED) or doers & frame.party
    if not doers:
        return _keys(frame, _opening(frame))
    if not fighting and not doers & known.state_names:
        return NOBODY
    plain = words <= known.combatant | ARMED | known.stop | {"government"}
    official = frame.claim.speaker is not None and frame.claim.speaker.kind in SPEAKING
    return frame.party | doers if plain and official else doers


def _opening(frame: Frame) -> str:
    """The words before the verb, where they name armed men: "FDA fighters", "its men"."""
    found = re.match(
        r"\W*(?:that )?((?:[\w’'-]+ ){1,5}?)(?=is\b|are\b|was\b|were\b|had\b|has\b|have\b|held?\b|control)",
        frame.claim.text,
    )
    words = found[1] if found else ""
    known = lexicon()
    return words if {fold(word) for word in words.split()} & (known.combatant | known.enemy | ARMED) else ""


def _named(frame: Frame, own: str | None, who: str | None) -> frozenset[str]:
    """The keys of whom a word of possession stands for."""
    if own:
        return frame.party
    return _keys(frame, who or "")


def _keys(frame: Frame, words: str) -> frozenset[str]:
    """The keys of whom some words name: states, bodies that the report names, their short forms, or the speaker."""
    tokens = [fold(re.sub(r"['’]s$", "", word)) for word in words.split()]
    if OWN.intersection(tokens):
        return frame.party
    setting, known = frame.setting, lexicon()
    found = {known.states[token] for token in tokens if token in known.states}
    official = frame.claim.speaker is not None and frame.claim.speaker.kind in SPEAKING
    if official and tokens and {*tokens} <= OFFICIAL:
        return frame.party | ({setting.theatre} if setting.theatre else set())  # "the security forces" of who speaks
    found |= {setting.short_forms[word] for word in words.split() if word in setting.short_forms}
    for token in tokens:
        if token not in known.combatant | known.stop | known.enemy:
            found |= {key for name in setting.known for key in (name,) if token in name.split()}
            found |= setting.known.get(token, frozenset())
    if not found and {*tokens} & known.institutions and setting.theatre:
        found = {setting.theatre}
    return frozenset(found) or frozenset({" ".join(tokens)} if words and words[:1].isupper() else ())
