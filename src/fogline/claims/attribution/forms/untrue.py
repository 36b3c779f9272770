"""Something told that is said not to be so: "Freedonian claims that P are not true, the ministry said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from fogline.claims.attribution.forms.scene import Scene
from fogline.claims.attribution.phrases import noun_phrase, span_of
from fogline.claims.statement import Statement
from fogline.packs.wordlists import states
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_untrue"]

NOUNS = frozenset(
    """claim report story allegation accusation rumour rumor suggestion assertion charge account version statement
    message publication information announcement insinuation""".split()
)
FALSE = (
    r"untrue|false(?:hoods?)?|fakes?|fake news|lies?|nonsense|baseless|groundless|unfounded|fabricat(?:ed|ions?)|"
    r"invent(?:ed|ions?)|incorrect|inaccurate|wrong|absurd|ridiculous|laughable|ludicrous|preposterous|propaganda|"
    r"disinformation|misinformation|fiction|fantas(?:y|ies)|slander|rubbish|hoax|myths?|bogus|provocations?|"
    r"not (?:at all |in any way )?(?:true|correct|accurate|based on facts?)"
)
DEGREES = (  # words between "are" and the judgement
    r"(?:(?:all|also|just|another|yet|more|simply|pure|sheer|mere|complete|outright|blatant|total|utter|absolute|gross|"
    r"deliberate|brazen|cynical|crude|nothing|but|than|an?|the|usual|typical|old|enemy|\w+ly)\s+)"
)
REALITY = r"(?:any |the )?(?:reality|truth|facts?|the truth|actual (?:situation|events)|true state of affairs)"
JUDGED = re.compile(
    r"(?:[\s\"”’',]+)(?:"
    rf"(?:is|are|was|were|had been|have been)\s+[\"“'‘]?{DEGREES}*[\"“'‘]?{DEGREES}*(?:{FALSE})\b"
    rf"|[\"“'‘]?(?:\w+ly )?(?:(?:do|does|did)(?: not|n['’]t)|(?:in no way|not)) (?:correspond|conform) "
    rf"(?:to|with) {REALITY}"
    rf"|[\"“'‘]?(?:has|have|had|bears?|bore) (?:absolutely )?(?:no|nothing to do with|little to do with) "
    rf"(?:relation to |basis in |foundation in )?(?:{REALITY}|basis|foundation|merit)"
    r")(?![-\w])(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
GOING_ON = re.compile(r"\b(?:that|but|because|after|who|which)\b", re.IGNORECASE)
BESIDE = re.compile(r",?\s(?:and|but) (that\s)", re.IGNORECASE)
NOTHING_IN_IT = re.compile(
    r"there(?:[’']s| is| was| has been) (?:absolutely )?(?:no|not a (?:grain|shred|word|bit) of) "
    r"(?:truth|basis|substance|foundation)(?: whatsoever| at all)? (?:to|in|for|behind) ",
    re.IGNORECASE,
)
UNTRUE_THAT = re.compile(  # "it is wrong that P" grants P
    rf"(?:that )?[\"“'‘]?it(?:[’']s| is| was) [\"“'‘]?{DEGREES}*"
    r"(?:untrue|false|lies?|not (?:at all |in any way )?(?:true|correct))[\"”'’]? (?=that\b)",
    re.IGNORECASE,
)
BARE = frozenset("its their his her our it they he she we the".split())  # "reports its troops had fled"
OURS = frozenset("we our us ours i my".split())
TOLD = ("that", "of", "about", "on", "regarding", "concerning")
BEFORE = 8  # words up to the noun: "all recent statements", "the Kiev regime's"
WHOSE = 10  # words from the noun to "that", with whose it is between
DENYING = frozenset("deny reject refute dismiss dispute".split())
FREE = ("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "PRON", "PUNCT", "ADV", "ADP", "VERB")


@dataclass(frozen=True, slots=True)
class _Judged:
    """A noun for something told, what it tells, who is said to tell it, and what is said behind the judgement."""

    noun: Token
    told: tuple[Span, ...]
    owners: tuple[Span, ...]
    rest: tuple[Span, ...]


def with_untrue(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; who says that a claim is untrue denies it, and whose claim it is is no part of his words."""
    found = list(statements)
    for one in statements:
        judged = _judged(scene, one)
        if judged is not None:
            found = _settled(scene, found, one, judged)
    return found


def _settled(scene: Scene, statements: Sequence[Statement], one: Statement, judged: _Judged) -> list[Statement]:
    """The statements with the denial, and the claim that is denied as its owner's where he is named."""
    found: list[Statement] = []
    kinds = one.kinds
    for other in statements:
        if other is one:
            found.append(replace(one, content=judged.told, stance="denies", status=None, statuses=()))
            found += [replace(one, content=judged.rest)] if judged.rest else []
        elif other.cue is None or not other.cue.start <= judged.noun.start < other.cue.end:
            found.append(other)
        elif not judged.owners:
            found.append(other.saying(judged.told))
        else:
            kinds = other.kinds
    if judged.owners:
        cue = span_of(scene.text, [judged.noun])
        claim = scene.statement(judged.owners, cue, judged.told, "asserts")
        found.append(replace(claim, kinds=kinds))
    return found


def _judged(scene: Scene, one: Statement) -> _Judged | None:
    """What a statement says is untrue; None where it says no such thing."""
    home = scene.sentence
    low, high = one.content[0].start, one.content[-1].end
    if one.cue is None or not one.speakers or not home.start <= low < high <= home.end + 1:
        return None
    if not all(_is_bare(scene.text[a.end : b.start]) for a, b in zip(one.content, one.content[1:], strict=False)):
        return None
    if any(word.lemma in DENYING for word in home.tokens_in(one.cue.start, one.cue.end)):
        return None
    plain = UNTRUE_THAT.match(scene.text, low, high)
    if plain is not None:
        end = low + len(scene.text[low:high].rstrip(' ,."”'))
        return _Judged(home.tokens_in(low, high)[0], scene.stretch(plain.end(), end), (), ())
    hollow = NOTHING_IN_IT.match(scene.text, low, high)
    called = None if hollow else JUDGED.search(scene.text, low, high)
    more = BESIDE.match(called["rest"]) if called else None
    if hollow is None and (called is None or (more is None and GOING_ON.search(called["rest"]))):
        return None
    first = hollow.end() if hollow else low
    last = called.start() if called else high
    noun = _noun(scene, first, last, one.cue)
    found = _of_noun(scene, noun, (first, last)) if noun else None
    if found is None or called is None or more is None:
        return found
    return replace(found, rest=scene.stretch(called.start("rest") + more.start(1), high))


def _is_bare(between: str) -> bool:
    return not any(char.isalnum() for char in between)


def _noun(scene: Scene, low: int, high: int, cue: Span) -> Token | None:
    """The noun that leads a clause, for something told; words of a verb's own object are none."""
    words = scene.sentence.tokens_in(low, high)
    for word in words[1 if words[0].lower == "that" else 0 :][:BEFORE]:
        if word.lemma.lower() in NOUNS and not cue.start <= word.start < cue.end:
            return word
        if word.pos not in FREE or word.tag in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return None


def _of_noun(scene: Scene, noun: Token, within: tuple[int, int]) -> _Judged | None:
    """What the noun tells within these offsets, and whose it is: before it, or behind "by", "from", "of"."""
    low, end = within
    behind = [word for word in scene.sentence.tokens[noun.i + 1 :] if word.end <= end]
    lead = behind[0].lower if behind else ""
    if lead not in (*TOLD, *BARE, "to", "by", "from", "made", "in") or (lead == "to" and behind[0].tag != "TO"):
        return None
    at = _opening(scene, behind)
    if at is None:
        return None
    opens = behind[at].start if behind[at].lower in (*BARE, "that", "to") else behind[at].end
    told = scene.stretch(opens, end)
    before = [word for word in scene.sentence.tokens[max(noun.i - BEFORE, 0) : noun.i] if word.start >= low]
    ours = any(word.lower in OURS for word in behind[at:])  # of who denies it: "their claim that our troops fled"
    owners = [] if ours else list(_owners(scene, before, behind[:at]))
    return _Judged(noun, told, _whole(scene, owners, opens), ()) if told else None


def _opening(scene: Scene, behind: Sequence[Token]) -> int | None:
    """Where what is told begins: at "that", wherever whose it is parts it from the noun, else behind "of", "about"."""
    near = behind[:WHOSE]
    that = next((n for n, word in enumerate(near) if word.lower == "that"), None)
    if that is not None and (that == 0 or _is_whose(scene, near[:that])):
        return None if _is_relative(scene, near[that]) else that
    about = next((n for n, w in enumerate(near) if w.lower in TOLD[2:] and _is_whose(scene, near[:n])), None)
    if about is not None:
        return about
    bare = behind[0].lower in BARE and any(word.tag in ("VBD", "VBZ", "VBP") for word in behind)
    return 0 if bare or behind[0].lower in (*TOLD, "to") else None


def _is_relative(scene: Scene, that: Token) -> bool:
    """Whether "that" stands for the noun: "the report that found six dead"."""
    return that.dep in ("nsubj", "nsubjpass", "dobj") and scene.sentence.head(that).dep == "relcl"


def _is_whose(scene: Scene, words: Sequence[Token]) -> bool:
    """Whether words say by whom something is told: "by the rebels", "of the Freedonian regime"."""
    if not words or words[0].lower not in ("by", "from", "of", "made", "in"):
        return not words
    if any(word.tag in ("VBD", "VBZ", "VBP", "VBG", "MD") for word in words):
        return False
    names = [word for word in words if word.pos in ("NOUN", "PROPN")]
    return words[0].lower != "of" or (bool(names) and scene.speaks(names[-1]))


def _owners(scene: Scene, before: Sequence[Token], between: Sequence[Token]) -> Iterator[Token]:
    """Who is said to tell it: "Lee's claim", "claims by Lee", "rebel claims", "Freedonian claims"."""
    home = scene.sentence
    owned = [home.tokens[word.i - 1] for word in before if word.tag == "POS" and word.i]
    yield from (word for word in owned[-1:] if scene.speaks(word))
    names = [word for word in between if word.pos in ("NOUN", "PROPN") and scene.speaks(word)]
    yield from names[:1]
    if not owned and not names and before and (before[-1].text in _peoples() or _is_holder(scene, before[-1])):
        yield before[-1]


def _is_holder(scene: Scene, word: Token) -> bool:
    """Whether a noun before the noun tells whose it is: "rebel claims", no "media reports"."""
    return word.pos in ("NOUN", "PROPN") and scene.speaks(word) and word.lemma.lower() not in NOUNS


def _whole(scene: Scene, owners: Sequence[Token], end: int) -> tuple[Span, ...]:
    """The first owner in full, up to where what is told begins; a word before the noun stands for itself."""
    if not owners:
        return ()
    home, first = scene.sentence, owners[0]
    behind = home.tokens[first.i + 1 : first.i + 2]
    if behind and behind[0].lemma.lower() in NOUNS:
        return (span_of(scene.text, [first]),)
    words = [word for word in noun_phrase(home, first) if word.end <= end and word.lower not in TOLD[2:]]
    return (span_of(scene.text, words),)


@cache
def _peoples() -> frozenset[str]:
    """The adjectives of states: "Freedonian claims"."""
    return frozenset(word for state in states() for word in state.adjectives)
