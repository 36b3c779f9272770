"""Titles by what is disputed where nouns tell it: "the alleged violation of the border" asks if there was one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.links.anchors import SPOTS
from fogline.links.frames import Frame

__all__ = ["whether_there_is", "with_town"]

LONGEST = 150  # code points
BY_NOBODY = "Was there involvement in"  # asks nothing where another claim says whose
LEADING = re.compile(
    r"^(?:(?P<of>the|an?)\s+)?(?:(?:alleged|supposed|so-called|reported|false|fact of)\s+)*(?:the\s+)?", re.IGNORECASE
)
TAIL = re.compile(r"\s*\(.*$|(?:,| and)? (?:in which|which|who|where|as well as)\b.*$|[;:].*$", re.DOTALL)
HEAD = re.compile(r"^(.*?)\s+(?:of|in|by|on|at|from|with|against|near|for|to|involving|about|between|after)\b")
INVOLVED = re.compile(r"^(?:the )?(?:alleged )?involvement of (?P<who>.+?) in (?P<what>.+)$", re.IGNORECASE)
# "destruction of the depot": what is asked is whether it was destroyed.
DONE_TO = re.compile(
    r"^(?:the )?(?:alleged |reported )?(?P<deed>destruction|encirclement|capture|seizure|liberation|occupation) of "
    r"(?P<what>[^,;:()]+)$",
    re.IGNORECASE,
)
DONE = {
    "destruction": "destroyed", "encirclement": "encircled", "capture": "captured", "seizure": "seized",
    "liberation": "liberated", "occupation": "occupied",
}  # fmt: skip
PLAIN_NOUN = re.compile(r"^(?!(?:the|an?|its|all|\d+|several|some|many)\b).*\b[a-z]+[^s\W]$")  # that takes an article
FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|said|says)\b", re.IGNORECASE)
REFERRING = re.compile(r"^(?:any|such|those|these|this|that|their|its|his|her|our|it|they)\b", re.IGNORECASE)
CLAUSE = re.compile(
    r"(?:the )?[A-Z]\w+(?: [A-Z]\w+){0,2} (?:is|are|was|were|has|have|had|will|\w+ed|\w+s) (?!\w+ing\b)\w+", re.DOTALL
)
QUOTES = re.compile(r"[\"“”‘]|(?<!\w)['’]|['’](?!\w)")
# Nouns of deeds and schemes: what there is or is not.
DEED = re.compile(
    r"\w+(?:tions?|sions?|ments?|ings)$|(?:plots?|attacks?|strikes?|atrocit(?:y|ies)|massacres?|plans?|threats?|"
    r"losses|crimes?|raids?|pullback|retreat|withdrawals?|cover-up|build-up|deals?|weapons?|laborator(?:y|ies)|labs?|"
    r"talks|exchanges?|offensives?|advances?|sabotage|murders?|executions?|use|arrests?|truces?|ceasefires?)$",
    re.IGNORECASE,
)
# "Veridian forces of shelling a market": who is accused, and of what.
CHARGED_OF = re.compile(r"^(?P<who>(?:the )?[A-Z]\w+(?: \w+){0,3}) of (?P<what>[a-z]+ing \w.*)$")
NO_NOUN = re.compile(
    r"(?:annexation|charges|allegations?|accusations?|statements?|relations?|questions?)$", re.IGNORECASE
)
THE_TOWN = re.compile(r"\bthe (?:key |strategic |besieged )?(?:city|town|village)\b")


def whether_there_is(at_odds: Sequence[Frame]) -> str | None:
    """The question whether there is, or was, what one party names and another denies; None where none names a deed."""
    asked = {question for frame in at_odds if (question := _asked(frame))}
    asked = {question for question in asked if not question.startswith(BY_NOBODY)} or asked
    asked = asked or {f"Is it true that {words}?" for frame in at_odds if (words := _clause(frame))}
    return min(asked, key=lambda question: (len(question), question), default=None)


def _clause(frame: Frame) -> str | None:
    """The words of a claim that tells in one clause what somebody does, too long to be turned into a question."""
    words = " ".join(frame.claim.text.split()).removeprefix("that ").rstrip(" .,")
    fits = CLAUSE.match(words) and len(words) <= LONGEST and len(frame.claim.evidence) == 1
    words = f"t{words[1:]}" if words.startswith("The ") else words
    return words if fits and not re.search(r"[;:]", words) else None


def with_town(asked: str, told: Sequence[Frame]) -> str:
    """A question that speaks of "the city" with the name of the one town that its claims stand beside."""
    towns = {p.name for frame in told for p in (*frame.here, *frame.around) if p.precision in SPOTS}
    return THE_TOWN.sub(towns.pop(), asked, count=1) if len(towns) == 1 and THE_TOWN.search(asked) else asked


def _asked(frame: Frame) -> str | None:
    words = TAIL.sub("", QUOTES.sub("", " ".join(frame.claim.text.split()))).strip(" ,.-–")
    involved = INVOLVED.match(words)
    if involved and len(words) <= LONGEST:
        many = involved["who"].endswith("s") and not involved["who"].endswith("ss")
        return f"{'Were' if many else 'Was'} {involved['who']} involved in {involved['what']}?"
    charged = CHARGED_OF.match(words)
    if charged and len(words) <= LONGEST:
        many = charged["who"].endswith("s") and not charged["who"].endswith("ss")
        return f"{'Were' if many else 'Was'} {charged['who']} {charged['what']}?"
    done_to = DONE_TO.match(words)
    if done_to and len(words) <= LONGEST and not FINITE.search(done_to["what"]):
        return _whether_done(done_to["what"].strip(), DONE[done_to["deed"].lower()])
    lead = LEADING.match(words)
    named = words[lead.end() :] if lead else words
    head = HEAD.match(named)
    noun = (head[1] if head else named).split()
    if (
        not noun
        or noun[0].endswith("ing")
        or len(words) > LONGEST
        or REFERRING.match(words)
        or FINITE.search(" ".join(noun))
    ):
        return None
    if not DEED.fullmatch(noun[-1]) or NO_NOUN.search(noun[-1]) or not head:
        return None
    return f"{_there(noun, named, article=bool(lead and lead['of']))}?"


def _whether_done(what: str, done: str) -> str:
    """Whether something was done to what is named: "Was a depot destroyed?"."""
    head = what.partition(" of ")[0].partition(" in ")[0]
    many = head.endswith("s") and not head.endswith("ss")
    name = f"{'an' if what[:1].lower() in 'aeio' else 'a'} {what}" if PLAIN_NOUN.match(head) else what
    return f"{'Were' if many else 'Was'} {name} {done}?"


def _there(noun: Sequence[str], named: str, *, article: bool) -> str:
    if noun[-1].endswith("s") and not noun[-1].endswith("ss"):
        return f"Were there {named}"
    several = "and" in noun or (not article and noun[-1].endswith(("tion", "sion", "ment")))
    return f"Was there {'' if several else 'an ' if named[:1].lower() in 'aeio' else 'a '}{named}"
