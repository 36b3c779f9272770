"""Whether a claim denies something, and which of its words its negation reaches."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from fogline.data.gazetteer import fold
from fogline.links.lexicon import lexicon
from fogline.links.wording import Wording, has_negation, wording
from fogline.records.claims import Claim
from fogline.records.spans import Span

__all__ = [
    "BESIDE_DEED",
    "denied_nouns",
    "denies",
    "denies_denial",
    "firmly",
    "intended",
    "keeps_back",
    "negated_verb",
    "whose_word",
]

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# What stands right behind "no" is denied; "nobody", "none", "never" and "neither" deny their whole clause.
NONE_OF = re.compile(
    r"\b(?:no(?! longer\b)|not (?:with )?(?:a|an|any|one)|without(?: any)?)\s+((?:[\w’'-]+\s+){0,2}[\w’'-]+)",
    re.IGNORECASE,
)
NONE_AMONG = re.compile(r"\bnone of (?:the |our |its |their )?((?:[\w’'-]+\s+){0,1}[\w’'-]+)", re.IGNORECASE)
CALLED_FALSE = re.compile(
    r"\b(?:is|are|was|were|be)\s+(?:all |just |another |an? )?(?:\w+ )?"
    r"(?:fakes?|false|absurd|baseless|groundless|unfounded|"
    r"lies?|untrue|not (?:true|correct)|nonsense|hoax|disinformation|fabricated)\b",
    re.IGNORECASE,
)
# "Allegations of an offensive untrue": a headline leaves its verb out.
HEADED_FALSE = re.compile(
    r"^\W*(?:[\w’'-]+\s+){0,3}?(?:allegations?|accusations?|claims?|reports?|rumou?rs?|statements?|stories|talk)\s+"
    r"(?:of|about|that|on|by|over)\b.*\s(?:fakes?|false|absurd|baseless|groundless|unfounded|untrue|nonsense|hoax|"
    r"lies?|disinformation|fabricated)\W*$",
    re.IGNORECASE | re.DOTALL,
)
# "They lie that they were forced": who lies says so, it is he who tells of it that says it is not so.
LIES = re.compile(r"lie[sd]?|(?:is|are|was|were) lying", re.IGNORECASE)
# "The envoy castigates claims about the raid", read as the claim of one "envoy castigates": the claims are not so.
SCOLDS = re.compile(
    r"(?:castigat|slam|blast|decr|denounc|derid|debunk|rebuff|rubbish|scorn|ridicul|refut|reject|dismiss)\w*$",
    re.IGNORECASE,
)
WORD_ABOUT = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:claims?|reports?|allegations?|accusations?|rumou?rs?|stor(?:y|ies)|talk)\s+(?:of|about|that|on)\b",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"^[^,;]*\bfrom (?:her|his|their) (?:post|office|position)\b|^\W*(?:the |a |any |an )?(?:[\w’'-]+ ){0,2}"
    r"(?:calls?|proposals?|demands?|requests?|petitions?|offers?|appeals?|ideas?|invitations?|"
    r"concessions|plans?|deals?)\b(?! (?:that|were|was|had|of having))",
    re.IGNORECASE,
)
WORD_OF = re.compile(
    r"^\W*(?:the |these |those )?((?:[\w’'-]+\s+){1,4}?)"
    r"(?:claims?|explanations?|versions?|l(?:ies|ie)|fakes?|narratives?|propaganda|allegations?|"
    r"accusations?|statements?|assertions?|denials?)\b(?!\s+that)",
    re.IGNORECASE,
)
ASKED = re.compile(r"\b(?:ask|urg|call|want|plan|try|tri|promis|refus|declin)\w*(?: \w+){0,5}\s*$", re.IGNORECASE)
MOCKS = re.compile(r"\b(?:laugh|scoff|ridicul|mock|derid|jeer|snort)", re.IGNORECASE)  # at an idea that is not so
TO_FIGURE = re.compile(r"to (?:\d|(?:about|only|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty)\b)")
PURPORTS = re.compile(r"claim|pretend|profess|purport", re.IGNORECASE)
LONGEST = 30  # code points of a name that are looked for
WHOLE = re.compile(r"\b(?:nobody|none|never|neither|nor|nothing|no one)\b", re.IGNORECASE)


# "who was denied an abortion", "were denied access": something was kept from somebody, nothing is said not to be so.
KEPT_FROM = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+denied$", re.IGNORECASE)
# "called the report a fake": what is called says that it is not so.
NAMING = re.compile(
    r"\b(?:call|brand|label|describ|decr|denounc|dub|term|deem|regard|consider|portray)\w*\b", re.IGNORECASE
)
# "dismissed claims that it was not behind the raid": who denies a denial says that it is so.
OF_NEGATIVE = re.compile(
    r"^\W*(?:\w+\W+){0,4}?(?:claims?|reports?|allegations?|statements?|denials?|suggestions?)\s+that\s+(?:\w+\s+){1,4}?"
    r"(?:was|were|is|are|did|does|do|had|has|have)(?:\s+not|n['’]t)\b",
    re.IGNORECASE,
)


# "rebuts claims that they were killed after the army had left", "refutes that it burned due to a spark, not from a
# shell": what is denied is the time or the cause, and the deed is taken for granted.
REBUTS = re.compile(r"\b(?:rebut|refut|debunk|disprov|dismiss|reject|contradict|rubbish)\w*", re.IGNORECASE)
BESIDE_DEED = re.compile(
    r"\b(?:occurred|happened|took place|killed|died|exploded|burn(?:ed|t)|caused|due|blown up|staged)\b.*"
    r"\b(?:after|before|due to|because of|as a result of|owing to|by accident)\b|"
    r",\s*(?:and )?not (?:from|by|due|because|after)\b",
    re.IGNORECASE | re.DOTALL,
)


AND_NO = re.compile(r"\b(?:and|but) (?:found )?no\b")
# "Northland has released no figure for its losses": a silence that the report tells in its own voice.
KEPT_BACK = re.compile(
    r"^\W*(?:[\w’'-]+\s+){1,5}?(?:has|have|had)\s+(?:still\s+|so far\s+|yet\s+)?"
    r"(?:released|given|published|issued|offered|provided|made)\s+no\s+(?:figures?|numbers?|tolls?|details?|account|comment|word)\b"
)


def denies(claim: Claim, words: Wording) -> bool:
    """Whether a claim told as a denial says that something is not so: who bans, blocks or refuses denies nothing.

    Where the denial lies in a negation inside its own words, the words carry it and the stance must not turn it round.
    """
    if claim.speaker is not None and fold(claim.speaker.name)[:LONGEST] in fold(claim.text) and not claim.speaker.side:
        return False  # what is told cannot be who tells it
    if claim.stance == "asserts":
        return not words.denied and _called_false(claim)
    if claim.cue is not None and LIES.fullmatch(claim.cue.text) and claim.start >= claim.cue.end:
        return False
    if _only_asked(claim):
        return False
    mocked = claim.cue is not None and MOCKS.search(claim.cue.text) is not None
    if (REFUSED.search(claim.text) and not mocked) or _kept_from(claim) or _takes_for_granted(claim):
        return False
    if OF_NEGATIVE.match(claim.text):
        return False
    if claim.cue is None:
        return not words.denied
    named = NAMING.search(claim.cue.text) is not None and _denying(f"{_between(claim.cue, claim)} {claim.text}")
    return _denying(claim.cue.text) or _scolds_word(claim) or (named and not words.denied)


def denies_denial(claim: Claim) -> bool:
    """Whether a claim denies what somebody else denied: "dismissed claims that it was not behind the raid"."""
    if claim.stance != "denies" or claim.cue is None or claim.start < claim.cue.end:
        return False
    return OF_NEGATIVE.match(_led(claim)) is not None and OF_NEGATIVE.match(claim.text) is None


def _only_asked(claim: Claim) -> bool:
    """Whether a denial is one that somebody asks for, or tries: "asked the court to dismiss the charges"."""
    if claim.cue is None or not claim.cue.text.casefold().startswith("to "):
        return False
    return ASKED.search(claim.sentence.text[: claim.cue.start - claim.sentence.start]) is not None


def _takes_for_granted(claim: Claim) -> bool:
    """Whether a rebuttal denies only the time or the cause of a deed."""
    rebuts = claim.cue is not None and REBUTS.search(claim.cue.text) is not None
    return rebuts and BESIDE_DEED.search(claim.text) is not None


def _led(claim: Claim) -> str:
    """The words of a claim with what leads to them behind the cue: "Russian explanations of" the strike."""
    if claim.cue is None or claim.start < claim.cue.end:
        return claim.text
    return f"{_between(claim.cue, claim).strip()} {claim.text}"


def _called_false(claim: Claim) -> bool:
    """Whether an assertion says that what others tell is not so."""
    if CALLED_FALSE.search(claim.text) or HEADED_FALSE.match(claim.text):
        return True
    told_by = claim.speaker.name.split() if claim.speaker else []
    return len(told_by) > 1 and SCOLDS.match(told_by[-1]) is not None


def _scolds_word(claim: Claim) -> bool:
    """Whether somebody scolds what others tell: "castigates claims about" the raid."""
    if claim.cue is None or claim.start < claim.cue.end or not SCOLDS.match(claim.cue.text.split()[-1]):
        return False
    return WORD_ABOUT.match(_between(claim.cue, claim)) is not None


def _between(cue: Span, claim: Claim) -> str:
    """What stands between the cue and what is told: "described as pure invention the story that ..."."""
    start = claim.sentence.start
    return claim.sentence.text[cue.end - start : max(cue.end, claim.start) - start]


def _kept_from(claim: Claim) -> bool:
    """Whether somebody was denied a thing, which is no statement: "was denied entry", but not "it was denied that"."""
    if claim.cue is None or claim.start < claim.cue.end or claim.text.startswith("that "):
        return False
    return KEPT_FROM.search(claim.sentence.text[: claim.cue.end - claim.sentence.start]) is not None


def firmly(claim: Claim, words: Wording) -> Wording:
    """The wording, denying nothing where its negation meets neither its verb nor a noun behind "no"."""
    if denies_denial(claim):
        return replace(words, denied=words.terms)  # denied twice over, it is told as so
    if not words.denied or claim.predicate is None or WHOLE.search(claim.text):
        return words
    if claim.predicate in lexicon().negation:  # "that Northland denies the raid": a denial told by somebody else
        return replace(words, denied=words.denied | (wording(claim.predicate).terms & words.terms))
    reached = wording(claim.predicate).terms
    for found in NONE_OF.finditer(claim.text):
        reached |= wording(found[1]).terms
    return words if reached & (words.denied - words.contrary) else replace(words, denied=words.contrary)


def denied_nouns(claim: Claim, words: Wording) -> frozenset[str]:
    """What a claim says there is none of ("no casualties", "none of the guards"); empty where it denies otherwise."""
    if not words.denied:
        return frozenset()
    found = (*NONE_OF.findall(claim.text), *NONE_AMONG.findall(claim.text))
    return frozenset(term for text in found for term in wording(text).terms)


def whose_word(claim: Claim) -> frozenset[str]:
    """The states whose word a claim denies without telling it: "Russian explanations of the strike"."""
    found = WORD_OF.search(claim.text) or WORD_OF.match(_led(claim))
    return wording(found[1]).states if found else frozenset()


def negated_verb(claim: Claim, words: Wording) -> frozenset[str]:
    """The verb that a claim negates; none where what it goes on to name is denied: "found a fuse and no crater"."""
    if not claim.predicate or not words.denied:
        return frozenset()
    if AND_NO.search(claim.text) and not has_negation(tuple(AND_NO.split(claim.text)[0].casefold().split())):
        return frozenset()
    return wording(claim.predicate).terms & words.terms


def keeps_back(claim: Claim) -> bool:
    """Whether a report tells in its own voice that somebody has given no figure or word."""
    return claim.speaker is None and KEPT_BACK.match(claim.text) is not None


def intended(claim: Claim) -> bool:
    """Whether its words are an infinitive that tells an aim: who claims to hold or to have taken tells what is."""
    if not claim.text.startswith("to ") or claim.text.startswith("to have ") or TO_FIGURE.match(claim.text):
        return False
    return claim.cue is None or PURPORTS.search(claim.cue.text) is None


def _denying(text: str) -> bool:
    known = lexicon().denying
    tokens = [fold(word) for word in WORD.findall(text)]
    if "not ruled out" in " ".join(tokens) or "not rule out" in " ".join(tokens):
        return False
    pairs = {f"{one} {other}" for one, other in pairwise(tokens)}
    return bool(known.intersection(tokens) or known & pairs)
