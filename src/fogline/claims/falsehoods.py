"""Things told and called false: "Freedonia's claim that P", rebutted or judged; what they tell and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fogline.claims.attribution.phrases import is_passive, noun_phrase, pieces, span_of
from fogline.packs.wordlists import states
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["JUDGEMENT", "Rebuttal", "rebuttals"]

EMPTY = ("the contrary", "the kind", "the sort", "this", "that")
REBUTTING = (
    "rebut refute debunk disprove reject dismiss deny contradict castigate slam blast decry denounce expose dispute"
).split()
SPREADING = frozenset("spread produce circulate spin disseminate publish release promote peddle push".split())
# No "explanation" or "version of the strike": who rebuts these grants the strike, and who gives them does too.
TOLD = frozenset(
    """claim report story allegation accusation rumour rumor suggestion assertion charge statement information
    insinuation lie fake denial fabrication disinformation misinformation""".split()
)
FAKES = frozenset("fake lie hoax disinformation misinformation fabrication".split())
FALSE = frozenset("fake false bogus fabricated baseless unfounded untrue groundless absurd propaganda lying".split())
TRUE = frozenset("true correct accurate so".split())
ABOUT = frozenset("of about on regarding over concerning".split())
SAYING = frozenset("claiming alleging saying stating suggesting purporting".split())
VOICING = frozenset("voice make spread release issue publish circulate advance push repeat".split())
JUDGING = ("call", "calls", "called", "brand", "brands", "branded", "label", "labels", "labelled", "labeled")
JUDGEMENT = re.compile(
    r"[\s,]+(?:as )?[\"'“‘]?(?:an? |just |pure |another |utter |complete )*(?:\w+ )?"
    r"(?:lies?|fakes?|fake news|false|nonsense|baseless|groundless|unfounded|untrue|fabricat\w+|propaganda|absurd)"
    r"[\"'”’]?$",
    re.IGNORECASE,
)
TAIL = frozenset("over to from in of near at by against".split())  # how what was told goes on
MODIFIERS = ("DET", "ADJ", "NOUN", "PROPN", "PART", "PRON", "PUNCT", "NUM", "ADP", "ADV", "VERB")
FURTHEST = 9  # words from the verb to the noun that names what was told


@dataclass(frozen=True, slots=True)
class Rebuttal:
    """A noun for something told, what it tells, whose it is, and the verb that rebuts it (None where it is judged)."""

    noun: Token
    told: tuple[Span, ...]
    owners: tuple[Span, ...]
    verb: Token | None


def rebuttals(text: str, home: Sentence) -> Iterator[Rebuttal]:
    """The claims that a parsed sentence tells as rebutted, as false or as a fake, in the order of the text."""
    taken = -1
    for noun in home.tokens:
        if noun.i <= taken or not _is_told(home, noun):
            continue
        verb = _rebutter(home, noun)
        if verb is None and not _is_judged(home, noun) and not (_is_fake(home, noun) and _owners(text, home, noun)):
            continue
        told = _told(text, home, noun)
        if told and told[-1].text.lower() not in EMPTY:
            last = home.token_at(told[-1].end - 1)
            taken = last.i if last else noun.i
            yield Rebuttal(noun, told, _owners(text, home, noun), verb)


def _is_told(home: Sentence, noun: Token) -> bool:
    """Whether a word names something told: "claims", "a fake on the raid", "fake news"."""
    lemma = noun.lemma.lower()
    if lemma == "news":
        return _is_fake(home, noun)
    if noun.pos == "PROPN" and noun.i and home.tokens[noun.i - 1].pos == "PROPN":
        return False  # "the Centre for Combating Disinformation"
    behind = home.tokens[noun.i + 1 : noun.i + 2]
    alone = noun.pos == "ADJ" and lemma in FAKES and bool(behind) and behind[0].pos == "ADP"
    return lemma in TOLD and (noun.pos in ("NOUN", "PROPN", "VERB") or alone)


def _rebutter(home: Sentence, noun: Token) -> Token | None:
    """The verb of rebutting before a noun: the words between only describe it."""
    for word in reversed(home.tokens[max(noun.i - FURTHEST, 0) : noun.i]):
        if word.lower in JUDGING:
            words = home.text[noun.end - home.start :].rstrip(" .")
            return word if word.pos == "VERB" and JUDGEMENT.search(words) else None
        if word.lower in _forms():
            negated = any(child.dep == "neg" for child in home.children(word))
            return None if negated or is_passive(home, word) or not word.i else word
        if word.pos not in MODIFIERS or word.text in (",", ";", ":"):
            return None
    return None


@cache
def _forms() -> frozenset[str]:
    """The finite forms of the verbs of rebutting, for a parse takes "envoy castigates claims" for three nouns."""
    found = set()
    for verb in REBUTTING:
        stem = verb[:-1] + "i" if verb == "deny" else verb
        doubled = stem + stem[-1] if verb in ("rebut", "slam") else stem
        found |= {verb, stem + "es" if verb in ("deny", "dismiss") else verb + "s"}
        found |= {doubled + "d" if doubled.endswith("e") else doubled + "ed"}
    return frozenset(found)


def _is_judged(home: Sentence, noun: Token) -> bool:
    """Whether the sentence calls what was told false: "the reports of a raid are baseless"."""
    verb = home.head(noun)
    if noun.dep not in ("nsubj", "nsubjpass") and not (noun.dep == "ROOT" and home.tokens[-1].lower != "?"):
        return False
    behind = [child for child in home.children(verb if noun.dep != "ROOT" else noun) if child.i > noun.i]
    judged = [t for t in behind if t.dep in ("acomp", "attr", "amod", "oprd", "appos")]
    words = {w.lower for t in judged for w in (t, *home.children(t, "amod", "compound"))}
    words |= {t.lemma.lower() for t in judged}
    negated = any(child.dep == "neg" for child in home.children(verb))
    return bool(words & TRUE) if negated else bool(words & (FALSE | FAKES))


def _is_fake(home: Sentence, noun: Token) -> bool:
    """Whether a noun is called a fake in passing: "a fake report by the army that P"."""
    called = any(child.lower in FALSE for child in home.children(noun, "amod", "compound"))
    return called or noun.lemma.lower() in FAKES


def _told(text: str, home: Sentence, noun: Token) -> tuple[Span, ...]:
    """What was told: the clause behind the noun, else what it is about."""
    that = _that(home, noun)
    if that is not None:
        return pieces(text, home, [word for word in home.subtree(home.head(that)) if word.i >= that.i])
    for child in home.children(noun, "acl", "ccomp", "relcl"):
        apart = any(word.text == ":" for word in home.tokens[noun.i : child.i])
        if child.i > noun.i and not apart and (words := _clause(home, noun, child)):
            return pieces(text, home, words)
    for prep in sorted(_abouts(home, noun), key=lambda one: one.lower in ("on", "over")):
        if any(one.i > prep.i for one in home.children(prep, "pobj", "pcomp")):
            words = [word for word in home.subtree(prep) if word.i > prep.i]
            deed = _deed_behind(home, words[-1])
            words += [word for word in home.tokens[words[-1].i + 1 :] if deed and word in home.subtree(deed)]
            return pieces(text, home, [*words, *_rest(home, words[-1])])
    named = [one for one in home.children(noun, "compound") if one.pos == "NOUN" and one.lower not in FALSE | _forms()]
    short = named and noun.lemma.lower() in ("claim", "allegation", "accusation", "charge")
    return (span_of(text, named),) if short else ()  # "their genocide claim"


def _rest(home: Sentence, last: Token) -> list[Token]:
    """The phrases right behind, which the parse hangs elsewhere: "claims of full control | over the town"."""
    words: list[Token] = []
    while last.i + 1 < len(home.tokens) and home.tokens[last.i + 1].lower in TAIL:
        phrase = home.subtree(home.tokens[last.i + 1])
        if phrase[0].i != last.i + 1 or home.tokens[last.i + 1].head > last.i:
            break
        words += phrase
        last = phrase[-1]
    return words


def _deed_behind(home: Sentence, last: Token) -> Token | None:
    """What somebody is claimed to do, where the parse hangs it elsewhere: "claims of the rebels | secretly arming"."""
    behind = (word for word in home.tokens[last.i + 1 :] if word.pos != "ADV")
    deed = next(behind, None)
    return deed if deed is not None and deed.tag == "VBG" and deed.dep in ("pcomp", "acl", "advcl") else None


def _abouts(home: Sentence, noun: Token) -> Iterator[Token]:
    """The prepositions that lead to what was told: on the noun, or hung on its owner or its verb behind the owner."""
    owners = [one.i for one in _owning(home, noun)]
    for prep in home.tokens[noun.i + 1 : noun.i + 1 + FURTHEST]:
        if prep.lower not in ABOUT or prep.pos not in ("ADP", "SCONJ") or _is_owner(home, noun, prep):
            continue
        below = home.children(prep, "pobj", "pcomp")
        if prep.head in owners and prep.lower == "of":
            deeds = [
                w for one in below for w in (one, *home.children(one, "acl")) if w.tag == "VBG" or w.dep == "pcomp"
            ]
            if not deeds and not any(_deed_behind(home, home.subtree(one)[-1]) for one in below):
                continue  # "claims by the government of Freedonia"
        if (
            prep.head == noun.i
            or prep.head in owners
            or (owners and prep.head == noun.head)
            or _is_voiced(home, prep, noun)
        ):
            yield prep


def _is_voiced(home: Sentence, prep: Token, noun: Token) -> bool:
    """Whether a preposition hangs on how the noun was told: "claims made by the army about the raid"."""
    above = home.head(prep)
    return above.lemma in VOICING and above.head == noun.i


def _that(home: Sentence, noun: Token) -> Token | None:
    """The "that" behind a noun and whose claim it is, wherever the parse hangs its clause."""
    for word in home.tokens[noun.i + 1 : noun.i + 1 + FURTHEST]:
        if word.lower == "that" and word.dep == "mark" and word.head > word.i:
            return word
        if word.pos not in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "PART"):
            return None
    return None


def _clause(home: Sentence, noun: Token, verb: Token) -> list[Token]:
    """The words of a clause that tells what a noun stands for; none of one that tells more of it."""
    words = [word for word in home.subtree(verb) if word.i > noun.i]
    if not words:
        return []
    if verb.lower in SAYING:
        return [word for word in words if word.i > verb.i]
    subjects = home.children(verb, "nsubj", "nsubjpass", "expl")
    if any(one.lower in ("which", "who", "that") for one in subjects) or (verb.tag == "VBN" and not subjects):
        return []
    that = any(mark.lower == "that" for mark in home.children(verb, "mark"))
    return words if that or (bool(subjects) and verb.tag in ("VBD", "VBZ", "VBP", "MD", "VBN", "VB", "VBG")) else []


def _is_owner(home: Sentence, noun: Token, prep: Token) -> bool:
    """Whether "of" leads to whose claim it is: "a claim of the ministry that P", "a statement of the army about P"."""
    if prep.lower != "of":
        return False
    later = [c for c in home.children(noun, "acl", "ccomp", "relcl", "prep") if c.i > prep.i and c.lower != "by"]
    inner = [c for one in home.children(prep, "pobj") for c in home.children(one, "acl", "relcl", "prep")]
    named = [one for one in home.children(prep, "pobj") if one.pos == "PROPN"]
    return bool(named) and any(c.lower in ABOUT - {"of"} or c.dep != "prep" for c in (*later, *inner))


def _owners(text: str, home: Sentence, noun: Token) -> tuple[Span, ...]:
    """Whose claim it is, as words."""
    found = _owning(home, noun)
    if found and found[0].text in _peoples():
        return (span_of(text, found[:1]),)
    verb = _rebutter(home, noun)
    words = [word for word in noun_phrase(home, found[0]) if verb is None or word.i > verb.i] if found else []
    return (span_of(text, words),) if words else ()


def _owning(home: Sentence, noun: Token) -> list[Token]:
    """Whose claim it is: "Freedonia's claim", "Freedonian claims", "claims by the army", "claims voiced by Roe"."""
    found = [one for one in home.children(noun, "poss") if one.pos in ("NOUN", "PROPN")]
    for prep in home.children(noun, "prep", "agent"):
        if prep.lower in ("by", "from") or _is_owner(home, noun, prep):
            found += home.children(prep, "pobj")
    for verb in home.children(noun, "acl"):
        if verb.lemma in VOICING:
            found += [name for by in home.children(verb, "agent", "prep") for name in home.children(by, "pobj")]
    verb = home.head(noun)
    if not found and noun.dep == "dobj" and verb.lemma in SPREADING and _is_fake(home, noun):
        above = [home.head(verb)] if verb.dep == "acl" and verb.tag == "VBG" else []
        found = [one for one in (*home.children(verb, "nsubj"), *above) if one.i < verb.i and one.pos != "PRON"]
    return found or [one for one in home.children(noun, "amod", "compound", "nmod") if one.text in _peoples()]


@cache
def _peoples() -> frozenset[str]:
    """The adjectives of states: "a Freedonian claim"."""
    return frozenset(word for state in states() for word in state.adjectives)
