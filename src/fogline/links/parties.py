"""Who speaks, as keys that tell whether two speakers are one side."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fogline.data.gazetteer import fold
from fogline.links.anchors import anchors_of
from fogline.links.days import Days, day_number
from fogline.links.homes import doubtful, home_of, state_of
from fogline.links.issuing import named_posts, spelled_out
from fogline.links.lexicon import lexicon
from fogline.links.posts import issued_by, owned_by_body, posted, posted_behind
from fogline.links.subjects import days_named, focus_of, mains_of, names_of, recurring, themes_of
from fogline.links.wording import wording
from fogline.records.claims import Claim, Party, Speaker
from fogline.records.documents import Document

__all__ = ["Setting", "keys_of", "party_of", "setting_of"]

RUN = r"[A-Z][\w’'-]+(?:\s+(?:(?:of|for|the|and|de|du|la)\s+)*[A-Z][\w’'-]+)+"
ORGANISATION = re.compile(rf"\b{RUN}")
OF_BODY = re.compile(rf"\s+(?:of|for|with|from) (?:the )?({RUN})")
SHORT_FORM = re.compile(rf"\b({RUN})\s+\(([A-Z]{{2,6}})\b")
ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
INITIALS = range(3, 6)  # words of a name that is known by its initials
# "The Northland state broadcaster NTR": whose word it is stands before the name.
STATE_MEDIA = re.compile(
    r"\b(?!The\b)([A-Z]\w+(?: [A-Z]\w+)?)(?:['’]s)? (?:state|government|official)(?:-\w+)? (?:\w+ )?"
    r"(?:broadcaster|television|tv|radio|media|(?:news )?agency|channel|newspaper|outlet) $",
    re.IGNORECASE,
)
OF_STATE = re.compile(r"^(?:[Tt]he )?([A-Z]\w+)['’]s\b")
OF_OFFICE = re.compile(r"['’]s\b(?= (?:\w+ ){0,2}?(?:spokes\w+|minist\w+|commander|chief|head|team|office|command)\b)")
PRESS = "press "
SEATS = frozenset({"palace", "presidency", "cabinet", "parliament", "government", "junta", "high command"})
LONGEST_DESCRIPTION = 80  # code points
SHORTEST = 4
SCENE_CLAIMS = 4  # in a shorter report one place says enough
REBELS = frozenset(
    f"{post}{rebels}"
    for post in ("", "spokesman for ", "spokesman for the ", "spokeswoman for the ", "the ")
    for rebels in ("rebels", "guerrillas", "insurgents", "militants")
)
FIRM = re.compile(r"\b(?:company|corporation|bank|hospital|university|airline|railways?|chamber)\b", re.IGNORECASE)
ARMED = frozenset("army military defence defense forces general staff troops soldiers armed air navy".split())
FORCES = frozenset({"air force", "coast guard"})
SHARE = 0.2  # of the places of a report that make a country one of those it speaks of
LOOSEST = 7  # days that an inferred publication window may have to pose as a day


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What a report says about those who speak in it, and when it was written.

    `known` gives the keys of a speaker by folded name; `theatre` the state where most of its places lie, unless
    forces of another state speak in it too, `home` that from whose capital it is written; `countries` are the ISO
    codes of its places, the most frequent first, `states` those states. `names` are the places and names it speaks of,
    which tell reports on one story, `themes` the ideas that come up in several of its claims, `focus` the few of
    `names` that come up most, `mains` the names in several of its sentences, `days` the days that it names,
    `anchors` the towns, sites and names that tie its claims
    to one event, `spots` the towns and sites that several of its sentences name, `regions` the regions, `told` how
    many claims it has. `shown` is what the report's own voice is called before people.
    """

    document_id: str
    publisher: str
    published: int | None
    theatre: str | None = None
    home: str | None = None
    countries: tuple[str, ...] = ()
    states: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    focus: tuple[str, ...] = ()
    mains: frozenset[str] = frozenset()
    days: tuple[Days, ...] = ()
    anchors: frozenset[str] = frozenset()
    told: int = 0
    spots: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    known: dict[str, frozenset[str]] = field(default_factory=dict)
    short_forms: dict[str, str] = field(default_factory=dict)
    shown: str = ""


def setting_of(document: Document, claims: Sequence[Claim]) -> Setting:
    """The setting of a report, from all its claims."""
    countries = _countries(claims)
    main = lexicon().codes.get(countries[0]) if countries else None
    spoken = [speaker for claim in claims for speaker in _speakers(claim) if _is_armed(speaker)]
    home = home_of(document)
    armed = {fold(one.side) for one in spoken if one.side and not doubtful(one, home)}
    short = {b: spelled_out(a, b) for claim in claims for a, b in SHORT_FORM.findall(claim.sentence.text)}
    base = Setting(
        document_id=document.id,
        publisher=PRESS + fold(document.publisher or document.name),
        published=_published(document),
        theatre=main if armed & lexicon().state_names <= {main} and _is_scene(claims, countries) else None,
        home=home,
        countries=countries,
        states=frozenset(lexicon().codes[code] for code in countries if code in lexicon().codes),
        names=names_of(claims),
        themes=themes_of(claims),
        focus=focus_of(claims),
        mains=mains_of(claims),
        days=days_named(claims),
        told=len(claims),
        spots=recurring(claims, wide=False),
        regions=recurring(claims, wide=True),
        anchors=frozenset(anchor for claim in claims for anchor in anchors_of(claim, wording(claim.sentence.text))),
        short_forms=short,
        shown=document.publisher or document.title or document.name,
    )
    known: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for speaker in _speakers(claim):
            own = _own_keys(speaker, base) | _described(speaker, claim, base)
            known[fold(speaker.name)] |= own | _posts(speaker, claim, base)
    for name, body in named_posts(document.text).items():
        full = [other for other in known if other == name or other.endswith(" " + name)]
        for other in full:
            known[other] |= {body} | known.get(body, set())
    return replace(
        base, known={name: frozenset(keys | state_of(keys, base.theatre or base.home)) for name, keys in known.items()}
    )


def _only_body(claims: Sequence[Claim], known: Mapping[str, set[str]]) -> set[str]:
    """The keys of the one armed body without a state that speaks in a report, which it calls the rebels."""
    spoken = {fold(s.name) for claim in claims for s in _speakers(claim) if s.kind in ("organisation", "armed_force")}
    bodies = [known[name] for name in spoken - REBELS if name in known and not known[name] & lexicon().state_names]
    named = [keys for keys in bodies if any(" " in key for key in keys)]
    return set(named[0]) if len(named) == 1 else set()


def _is_scene(claims: Sequence[Claim], countries: tuple[str, ...]) -> bool:
    """Whether a report's places lie in its main country beyond the chance of one name read wrongly."""
    told = (mention.place for claim in claims for mention in claim.places)
    places = {place.id: place for place in told if place and place.country in countries[:1]}
    wide = any(place.precision in ("country", "region") for place in places.values())
    return wide or len(places) > 1 or len(claims) < SCENE_CLAIMS


def _published(document: Document) -> int | None:
    """The day of a report; None where the text leaves more than a few days open."""
    last, first = day_number(document.published_at), day_number(document.published_from)
    if document.published_basis == "inferred" and (first is None or last is None or last - first > LOOSEST):
        return None
    return last


def party_of(claim: Claim, setting: Setting) -> frozenset[str]:
    """The keys of those who make a claim: names, organisations, side; or the publisher for the report's own voice."""
    speakers = _speakers(claim)
    if not speakers or fold(speakers[0].name) in ("we", "us"):
        return frozenset({setting.publisher, setting.publisher.removeprefix(PRESS)})
    keys: set[str] = set()
    for speaker in speakers:
        keys |= _own_keys(speaker, setting) | setting.known.get(fold(speaker.name), frozenset())
    return frozenset(keys)


def keys_of(parties: Iterable[Party], setting: Setting) -> frozenset[str]:
    """The keys of those who do or undergo what is claimed, as far as the words or the report name them."""
    keys: set[str] = set()
    for party in parties:
        name = fold(party.actor.name)
        tokens = [known.removesuffix("s") if known.endswith("'s") else known for known in name.split()]
        keys |= {name, *setting.known.get(name, ())}
        keys |= {fold(party.actor.side)} if party.actor.side else set()
        keys |= {lexicon().states[token] for token in tokens if token in lexicon().states}
        keys |= {"".join(word[0] for word in tokens)} if len(tokens) in INITIALS else set()
        state = setting.theatre if setting.theatre and lexicon().institutions.intersection(tokens) else None
        keys |= {state} if state and not _is_body(party.actor.name) else set()
    return frozenset(key for key in keys | {home for key in keys for home in _homes(key)} if key)


def _is_body(name: str) -> bool:
    """Whether a name is one of its own, not "the Army" or "Northland's army": "Valley People's Army"."""
    known = lexicon()
    plain = known.institutions | known.generic | known.combatant | known.stop | known.states.keys()
    named = (word for word in name.replace("’", "'").removeprefix("The ").split() if word[:1].isupper())
    return any(fold(word.removesuffix("'s")) not in plain for word in named)


def _homes(key: str) -> set[str]:
    """What the first word of a name may be the adjective of: "dorian" of Doria, in a land that no list has."""
    word = key.split(maxsplit=1)[0] if key else ""
    return {word[: -len(end)] for end in ("n", "an", "ian") if word.endswith(end) and len(word) - len(end) >= SHORTEST}


def _speakers(claim: Claim) -> tuple[Speaker, ...]:
    return claim.speakers or ((claim.speaker,) if claim.speaker else ())


def _described(speaker: Speaker, claim: Claim, setting: Setting) -> set[str]:
    """The side that the words behind a name give: "Olena Hnatiuk, of the Ukrainian grid operator, said"."""
    if speaker.span is None or speaker.side or not claim.sentence.start <= speaker.span.end <= claim.sentence.end:
        return set()
    media = STATE_MEDIA.search(claim.sentence.text.partition(speaker.name)[0])
    if media and fold(media[1]) in lexicon().states:
        return {lexicon().states[fold(media[1])]}
    behind = claim.sentence.text[speaker.span.end - claim.sentence.start :]
    of = OF_BODY.match(behind) if speaker.kind == "person" else None
    if of:
        return {fold(of[1])}
    written, last = speaker.span.text, speaker.name.split()[-1:]
    named = written.rpartition(last[0])[2] if last and last[0] in written else ""
    headed = posted_behind(named + behind) if speaker.kind == "person" else frozenset()
    if headed:
        return set(headed)
    if not behind.startswith(", "):
        return set()
    return _sides(speaker, behind[2:].partition(",")[0][:LONGEST_DESCRIPTION], setting)


def _posts(speaker: Speaker, claim: Claim, setting: Setting) -> set[str]:
    """The keys of the body that a person's post is of; a force or office of the state stands for the state."""
    found = posted(speaker, claim)
    official = found & (lexicon().institutions | FORCES)
    state = setting.theatre or "government"
    return found | ({state} if official and not found & lexicon().state_names else set())


def _is_armed(speaker: Speaker) -> bool:
    """Whether a speaker is a force or a ministry of war; where two states have them, "the army" can be either's."""
    return bool(ARMED.intersection(fold(f"{speaker.name} {speaker.span.text if speaker.span else ''}").split()))


def _own_keys(speaker: Speaker, setting: Setting) -> set[str]:
    """The keys that a speaker's own words give."""
    if speaker.kind == "unnamed":
        seat = speaker.side is not None and fold(speaker.name).endswith("capital")  # "the Sudanese capital"
        side = {fold(speaker.side)} if seat and speaker.side else set()
        return {f"unnamed {setting.document_id}"} | side | (SEATS & {fold(speaker.name).removeprefix("the ")})
    written = speaker.span.text if speaker.span else ""
    words = f"{speaker.name} . {written}"
    folded = fold(speaker.name.partition(",")[0])
    keys = {folded}
    if speaker.kind == "person":
        keys.add(folded.split()[-1])
    keys |= {part for name in ORGANISATION.findall(words) for part in _parts(name) if part not in folded}
    keys |= {setting.short_forms.get(short, short.lower()) for short in ACRONYM.findall(words)}
    keys |= _heads(speaker) | issued_by(speaker)
    keys |= _sides(speaker, f"{speaker.name.partition(',')[0]} {written.partition(',')[0]}", setting)
    long = {key for key in keys if speaker.kind != "person" or (speaker.side and key == fold(speaker.side))}
    keys |= {initials for key in long if len(initials := "".join(word[0] for word in key.split())) in INITIALS}
    return {key for key in keys if key}


def _heads(speaker: Speaker) -> set[str]:
    """The noun by which a report calls an organisation without a name of its own: "the operating consortium"."""
    words = speaker.name.partition(",")[0].split()
    if speaker.kind != "organisation" or not words or not words[-1].islower():
        return set()
    return {f"the {words[-1]}"} if words[-1] not in lexicon().institutions | lexicon().generic else set()


def _parts(name: str) -> list[str]:
    """A run of capitalised words, and what stands behind its first "of the": a man of an organisation."""
    return [fold(part) for part in re.split(r"\s+of the\s+", name, maxsplit=1) if " " in part]


def _sides(speaker: Speaker, words: str, setting: Setting) -> set[str]:
    words = OF_OFFICE.sub("", words)
    office = bool(lexicon().institutions.intersection(fold(words).split())) and not FIRM.search(words)
    office = office and not owned_by_body(speaker)
    if office and doubtful(speaker, setting.home):
        home = setting.theatre or setting.home
        return {home} if home else set()  # "the army" of a paper's own state
    owner = OF_STATE.match(speaker.name)
    if owner and fold(owner[1]) in lexicon().states:
        return {lexicon().states[fold(owner[1])]}  # "Northland's committee", whatever side was found for it
    if speaker.side and not (setting.theatre and fold(speaker.side) in lexicon().institutions):
        return {fold(speaker.side)}  # "Government" is that of the theatre, where there is one
    tokens = fold(words).split()
    known = lexicon()
    named = {known.states[token] for token in tokens if token in known.states}
    if named:
        return named
    home = setting.theatre or setting.home
    return {home} if home and office else set()


def _countries(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The countries of a report's places that have a real share of them, the most frequent first."""
    found = Counter(
        mention.place.country
        for claim in claims
        for mention in claim.places
        if mention.place is not None and mention.place.country
    )
    return tuple(code for code, count in found.most_common(3) if count >= SHARE * found.total())
