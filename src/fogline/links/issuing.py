"""For whom a speaker without a side of his own speaks: "its spokesman" for the party that spoke or acted before him."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from fogline.data.gazetteer import fold
from fogline.links.posts import bare_post, issued_by, whose_post
from fogline.records.claims import Speaker

if TYPE_CHECKING:
    from fogline.links.frames import Frame

__all__ = ["named_posts", "shared_issuers", "spelled_out", "with_issuer"]

POST = (
    r"(?:spokes(?:man|woman|person)|commander|leader|chief|head|chair(?:man|woman)?|president|director|secretary|"
    r"coordinator|representative|envoy|negotiator)"
)
RANKS = (
    r"(?:(?:Brigadier|Major|Lieutenant|Colonel|General|Captain|Admiral|Commander|Commodore|Sergeant|Marshal|Air|Vice|Rear|"
    r"Chief|Dr|Mr|Mrs|Ms|Sheikh|Imam|Father)\.?[\s-]+)*"
)
# "its deputy head, Colonel Marat Orlov": whose post it is stands in this sentence or in the one before.
THEIRS = re.compile(
    rf"\b(?:its|their|[Tt]he ([\w-]+)['’]s)\s+(?:[\w-]+\s+){{0,2}}?{POST}\s*,?\s+"
    rf"{RANKS}([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)\b"
)
BODY = re.compile(r"\b(?:[Tt]he\s+)?([A-Z][\w’'-]+(?:\s+(?:(?:of|for|the)\s+)*[A-Z][\w’'-]+)+)")
GROUP = re.compile(
    r"\b(?:group|movement|front|militia|organi[sz]ation|union|council|rebels?|faction)['’]s?\b", re.IGNORECASE
)
OURS = frozenset({"our", "ours", "we", "us"})  # who speaks for himself does not say for whom
SENTENCE_END = re.compile(r"[.!?][\"”’']*\s+(?=[\"“‘']?[A-Z])|\n")


def named_posts(text: str) -> dict[str, str]:
    """For whom people speak by a text, by their folded name: the body of which each is "its spokesman" or the like."""
    found: dict[str, str] = {}
    for match in THEIRS.finditer(text):
        ends = [0, *(end.end() for end in SENTENCE_END.finditer(text, 0, match.start()))]
        here = BODY.search(text, ends[-1], match.start())
        before = BODY.findall(text[ends[-2] if len(ends) > 1 else 0 : ends[-1]])
        body = here[1] if here else before[-1] if before else None
        if match[1]:  # "the committee's chairman": the last body so called
            called = [b for b in BODY.findall(text[: match.start()]) if match[1].casefold() in b.casefold().split()]
            body = called[-1] if called else None
        if body:
            found[fold(match[2])] = fold(body.removeprefix("The "))
    return found


def spelled_out(name: str, short: str) -> str:
    """The end of a run of capitalised words whose initials are those of its short form; else all of it."""
    words = name.split()
    for start in range(len(words) - 1, -1, -1):
        initials = [word[0] for word in words[start:] if word[0].isupper()]
        if sorted(initials) == sorted(short):
            return fold(" ".join(words[start:]))
    return fold(name)


def with_issuer(frame: Frame, before: Sequence[Frame]) -> Frame:
    """A claim of "the communique" or "its commander" with the party that spoke or acted last before it."""
    speaker = frame.claim.speaker
    post = None if speaker is None or speaker.side else bare_post(speaker)
    if post:
        named = [o for o in reversed(before) if o.claim.speaker and _is_named(o.claim.speaker)]
        holder = next((other for other in named if post in other.context.tokens), next(iter(named), None))
        if holder is not None:
            return replace(frame, party=frame.party | holder.party)
    if speaker is None or speaker.side or not (speaker.kind == "document" or whose_post(speaker)):
        return frame
    if issued_by(speaker):
        return frame
    near = before
    if whose_post(speaker):
        if frame.doers and not OURS.intersection(frame.words.tokens):
            return replace(frame, party=frame.party | frame.doers)
        near = [other for other in before if frame.claim.sentence_index - other.claim.sentence_index <= 1]
    spoken = [o for o in reversed(near) if o.claim.speaker and o.claim.speaker.kind != "unnamed"]
    others = [other for other in spoken if other.claim.speaker != speaker]
    bodies = [o for o in others if o.claim.speaker and o.claim.speaker.kind != "person"]
    issuer = next(iter(bodies if whose_post(speaker) and GROUP.search(speaker.name) else others), None)
    return frame if issuer is None else replace(frame, party=frame.party | issuer.party)


def shared_issuers(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """The claims of one report, each with the party that any claim of its speaker was found to be made for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for frame in frames:
        speaker = frame.claim.speaker
        if speaker is not None and _is_named(speaker):
            found[speaker.name] |= frame.party
    return tuple(_joined(frame, found) for frame in frames)


def _joined(frame: Frame, found: dict[str, set[str]]) -> Frame:
    speaker = frame.claim.speaker
    more = found.get(speaker.name, set()) - frame.party if speaker is not None else set()
    return replace(frame, party=frame.party | more) if more else frame


def _is_named(speaker: Speaker) -> bool:
    return speaker.kind == "person" and " " in speaker.name and bare_post(speaker) is None
