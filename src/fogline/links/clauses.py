"""A claim's clause as a question: "the town had been captured" asks "Was the town captured?".

Only what can be turned as a whole is turned: where the subject, the verb and a fair end cannot be told apart there is
no question, and a title is made otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from fogline.data.gazetteer import fold
from fogline.links.lexicon import lexicon
from fogline.links.verbs import (
    ADJECTIVES,
    AUXILIARY,
    CONTRACTED,
    DETERMINERS,
    FINITE,
    HAVE,
    INTRANSITIVE,
    LIGHT,
    NEGATION,
    OPENING,
    OUTSIDE,
    PASSIVE,
    PERSONAL,
    PLURALS,
    POSSESSIVE,
    PREPOSITIONS,
    STATES_OF_BEING,
    tense,
)
from fogline.records.claims import Claim

__all__ = ["asked_by", "spoken_of"]

LONGEST, LONGEST_SUBJECT, SHORTEST = 84, 8, 3  # code points of a question; words of a subject, of a clause
FEWEST, MOST = 2, 9  # words of a noun phrase
ENDS = re.compile(
    r"\s*(?:[;(\[–—]|:\s|(?<=[a-z]{2})\.\s|,\s|\s-\s|\s(?:because|while|which|who|where|when|although|after|before|"
    r"since|as|despite|so|and\s(?:is|are|was|were|has|have|had|will|it|he|she|they|the|that))\s).*$",
    re.DOTALL,
)
COLON = re.compile(r"^[^:]{2,60}:\s+")
MARKUP = re.compile(r"[<>{}|\\@#*_=]|https?:")  # of pages that were not cleaned
QUOTES = re.compile(r"[\"“”«»„]")
NAMELIKE = re.compile(r"(?:s|tion|tions|ment|ing|er|ity|age|ance)$")
DANGLING = (*(f" {word}" for word in "of the a an to in on by with and for at from than".split()), "…")
HALF = re.compile(r"(?<!\w)['‘]|['’](?!\w)")  # quotation marks that are no apostrophes
DOING = re.compile(r"\b(?:of|for) \w+ing\b")
VAGUE = frozenset("not no either neither rest remaining others other such same both".split())
ARTICLES = frozenset({"a", "an", "the"})
CLEFT = re.compile(r"\b(?:it|that|this) (?:is|was) .+ (?:that|who|which) ", re.IGNORECASE)
CHARGED = re.compile(r"^[A-Z]\w+ (?:of|for) \w+ing\b")
ACCUSED = re.compile(r"^(?:the )?[A-Z]\w+(?: [A-Z]\w+)? (?:of|for)\b")
STANDING_IN = frozenset({"one", "ones", "another", "this", "those", "these"})  # a subject that names nothing
AND_VERB = re.compile(r" and (\w+)\b.*$")


def asked_by(claim: Claim) -> str | None:
    """The question that a claim answers with yes or no; None where its words cannot be turned into one."""
    if len(claim.evidence) != 1 or claim.stance == "demands" or MARKUP.search(claim.text):
        return None
    words = _clause(claim.text).split()
    found = _verb_in(words, claim) if len(words) >= SHORTEST else None
    subject = _subject(words[: found.at], claim) if found else None
    if found is None or subject is None:
        return None
    asked = _turned(subject, found, words)
    if not asked or len(asked) > LONGEST or (PERSONAL - POSSESSIVE).intersection(map(_bare, asked.split())):
        return None
    return asked


def spoken_of(claim: Claim) -> str | None:
    """What a claim names without telling it in a clause, as a noun phrase: "a troop pullback"; None where it tells."""
    words = _clause(claim.text).split(", ")[0].split(" - ")[0].split("; ")[0].split()
    if (
        MARKUP.search(claim.text)
        or CHARGED.search(" ".join(words))
        or len(claim.evidence) > 1
        or (words and _bare(words[0]) == "to")
    ):
        return None
    while words and _bare(words[0]) in PREPOSITIONS | {"about"}:
        words = words[1:]
    unfit = AUXILIARY | OUTSIDE | PERSONAL | VAGUE
    if (
        asked_by(claim)
        or any(map(_infinitive, words, words[1:]))
        or (claim.stance == "accuses" and (DOING.search(claim.text) or ACCUSED.match(" ".join(words))))
    ):
        return None
    if any(_bare(word) in ARTICLES and _bare(before) not in PREPOSITIONS | {"and"} for before, word in pairwise(words)):
        return None  # "the war a crusade": what somebody calls something
    if not FEWEST <= len(words) <= MOST or unfit.intersection(map(_bare, words)) or any(map(_finite, words)):
        return None
    first = words[0] if _is_name(words, claim) else words[0][0].lower() + words[0][1:]
    phrase = _with_capitals([first, *words[1:]])
    torn = f" {phrase}".endswith(DANGLING) or len(HALF.findall(phrase)) % 2 or len(phrase) > LONGEST
    return None if torn else phrase


def _infinitive(word: str, following: str) -> bool:
    """Whether two words are "to" and a verb, as far as their look tells: not "to Veridia", not "to the front"."""
    return _bare(word) == "to" and following.islower() and _bare(following) not in DETERMINERS and following[-1:] != "s"


def _finite(word: str) -> bool:
    return word.islower() and word in FINITE


@dataclass(frozen=True, slots=True)
class _Verb:
    """The finite verb of a clause: where it stands, its helper as a question has it, and the form that follows."""

    at: int
    word: str
    lemma: str
    tense: str
    ongoing: bool


def _clause(text: str) -> str:
    """The words without quotation marks, what opens them and what is only added to them."""
    plain = COLON.sub("", " ".join(QUOTES.sub("", text).split()).strip(" ,;.?!'‘’"))
    plain = re.sub(r"^(?:and |but )?(?:that )?(?:and |but )?", "", plain, count=1)
    first = plain.split(" ", 1)[0].casefold().rstrip(",")
    if first in OPENING and "," in plain:
        plain = plain.split(",", 1)[1].strip()
    return plain


def _verb_in(words: Sequence[str], claim: Claim) -> _Verb | None:
    """The first finite verb: an auxiliary, "to" with an infinitive, or a form of the predicate that is finite."""
    predicate = (claim.predicate or "").casefold()
    ongoing = claim.status == "ongoing"
    for at, word in enumerate(words[: LONGEST_SUBJECT + 1]):
        bare = _bare(word)
        if word[-1:] in ",;:" or bare in OUTSIDE or (not at and bare in ("not", "no", "nobody", "none")):
            return None
        helper = CONTRACTED.get(bare.split("'")[0].removesuffix("t"), bare)
        if at and helper in AUXILIARY:
            return _Verb(at, helper, "", "auxiliary", ongoing)
        if at and bare == "to":
            announced = words[at + 1 : at + 2] == [predicate] and claim.status == "planned"
            return _Verb(at, "will", "", "auxiliary", ongoing) if announced else None
        for lemma in (predicate, *LIGHT) if at and word.islower() else ():
            form = tense(bare, lemma) if lemma else None
            if form and (form == "past" or (lemma == predicate and _agrees(words, at, lemma))):
                return _Verb(at, bare, lemma, form, ongoing)
    return None


def _agrees(words: Sequence[str], at: int, lemma: str) -> bool:
    """Whether a word that may be a noun is a verb here: it agrees with its subject, and an object follows."""
    follows = _bare(words[at + 1]) if at + 1 < len(words) else ""
    if (
        not follows
        or (follows in PREPOSITIONS and lemma not in INTRANSITIVE)
        or follows in AUXILIARY
        or _verbal(follows)
    ):
        return False
    return _plural(" ".join(words[:at])) == (_bare(words[at]) == lemma)


def _subject(words: Sequence[str], claim: Claim) -> str | None:
    """The subject as it stands inside a question; a pronoun by the name that it stands for."""
    bare = [_bare(word) for word in words]
    if len(words) > 1 and bare[-1] in NEGATION:
        return _subject(words[:-1], claim)
    if len(words) == 1 and bare[0] in PERSONAL:
        if CLEFT.search(claim.text):
            return None
        named = {party.actor.name for party in claim.actors if fold(party.actor.name) not in PERSONAL}
        return _with_article(min(named).split()) if len(named) == 1 else None
    if PERSONAL.intersection(bare) or not words or bare[0] in OPENING | {"only"} or any(map(_verbal, words[:-1])):
        return None
    if bare[-1].endswith("ly") or _verbal(words[-1]) or bare[-1] in PREPOSITIONS | STANDING_IN:
        return None
    first = words[0]
    if not _is_name(words, claim):
        first = first[0].lower() + first[1:]
    return _with_article([first, *words[1:]])


def _with_article(words: Sequence[str]) -> str:
    """A subject with the article that headlines leave out: "army retakes town"."""
    subject = _with_capitals(words)
    bare = _bare(words[0])
    counted = bare.split("-")[0] in DETERMINERS or bare[:1].isdigit() or bare == "there"
    return subject if counted or not subject[0].islower() or _plural(subject) else f"the {subject}"


def _with_capitals(words: Sequence[str]) -> str:
    """Words with a capital on names of states and peoples, which some papers write without."""
    return " ".join(word.capitalize() if word.islower() and fold(word) in lexicon().states else word for word in words)


def _verbal(word: str) -> bool:
    """Whether a word of a subject tells that the subject ended before it."""
    if not word.islower() or word in ADJECTIVES:
        return False
    return (
        word.endswith("ed")
        or word in FINITE
        or (word.endswith("ing") and word not in ("shelling", "bombing", "fighting"))
    )


def _is_name(words: Sequence[str], claim: Claim) -> bool:
    """Whether the first word of a subject keeps its capital: names do, and what is no common word by its look."""
    first, bare = words[0], fold(words[0].removesuffix("'s").removesuffix("’s"))
    if bare.split("-")[0] in DETERMINERS or bare == "there" or not first[:1].isupper():
        return False
    named = [party.actor.name for party in (*claim.actors, *claim.targets)] + [m.span.text for m in claim.places]
    if (
        (len(first) > 1 and first[1:2].isupper())
        or bare in lexicon().states
        or (len(words) > 1 and words[1][:1].isupper())
    ):
        return True
    if any(first in name and not name.islower() and name != first for name in named):
        return True
    return not (bare in lexicon().ideas or bare in lexicon().enemy or NAMELIKE.search(bare))


def _turned(subject: str, verb: _Verb, words: Sequence[str]) -> str | None:
    rest = [*words[verb.at + 1 :]]
    while rest and _bare(rest[0]) in NEGATION:
        rest = rest[1:]
    if [_bare(word) for word in rest[:2]] == ["no", "longer"]:
        rest = rest[2:]
    tail = " ".join(rest)
    if verb.tense == "auxiliary":
        return _inverted(subject, verb.word, tail)
    follows = _bare(rest[0]) if rest else ""
    if _later_verb(rest):
        return None
    counted = len(rest) > 1 and _bare(rest[1]) in ("least", "most")  # "killed at least nine"
    bare_past = (
        verb.tense == "past" and verb.lemma not in INTRANSITIVE and not counted and follows in PREPOSITIONS | {""}
    )
    if bare_past and verb.lemma not in PASSIVE:
        return None
    if bare_past:
        return _whole(f"{'Were' if _plural(subject) else 'Was'} {subject} {verb.word}", tail, needs=0)
    now = verb.tense == "present" and (verb.ongoing or verb.lemma in STATES_OF_BEING)
    helper = ("Do" if _plural(subject) else "Does") if now else "Did"
    return _whole(f"{helper} {subject} {verb.lemma}", tail, needs=int(verb.lemma not in INTRANSITIVE))


def _later_verb(rest: Sequence[str]) -> bool:
    """Whether the main verb comes later: "boats moored off the port had fallen"."""
    for before, word in pairwise(("", *rest)):
        if word[-1:] in ",;:." or _bare(word) in OUTSIDE:
            return False
        if _bare(word) in AUXILIARY and _bare(before) != "and":
            return True
    return False


def _inverted(subject: str, auxiliary: str, rest: str) -> str | None:
    if auxiliary in HAVE and rest.startswith("been "):
        return _whole(f"{'Were' if _plural(subject) else 'Was'} {subject}", rest.removeprefix("been "), needs=1)
    if auxiliary in HAVE and _bare(rest.partition(" ")[0]) in DETERMINERS | {"no"}:
        tense_of = "Did" if auxiliary == "had" else "Do" if _plural(subject) else "Does"
        return _whole(f"{tense_of} {subject} have", rest.removeprefix("no "), needs=1)
    if auxiliary == "had":
        auxiliary = "have" if _plural(subject) else "has"
    return _whole(f"{auxiliary.capitalize()} {subject}", rest, needs=1)


def _whole(opening: str, rest: str, needs: int) -> str | None:
    """The question, ended where its clause ends; none where too little or too much is left."""
    kept = ENDS.sub("", f" {rest}").strip(" ,.'‘’-")
    second = AND_VERB.search(kept)
    if second and opening.startswith(("Did ", "Do ", "Does ")) and (_verbal(second[1]) or second[1] in ADJECTIVES):
        kept = kept[: second.start()]
    if len(kept.split()) < needs or f" {kept}".endswith(DANGLING) or re.search(r"than \d+$", kept):
        return None
    return f"{opening} {kept}".strip() + "?"


def _plural(subject: str) -> bool:
    """Whether a subject takes a plural verb, as far as its words show."""
    head = re.split(r"\s(?:of|in|from|at|on|near|to)\s", subject)[0].split()
    last = _bare(head[-1]) if head else ""
    return (
        " and " in f" {subject} " or last in PLURALS or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    )


def _bare(word: str) -> str:
    return word.casefold().strip(" ,.;:!?\"'‘’“”()[]").replace("’", "'")
