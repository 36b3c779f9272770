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
    POSSESSIVE,
    PREPOSITIONS,
    STATES_OF_BEING,
    is_plural,
    plain_word,
    tense,
)
from fogline.records.claims import Claim

__all__ = ["DANGLING", "LONGEST", "MARKUP", "WEEKDAY", "asked_by", "clause_of", "is_name", "with_capitals"]

LONGEST, LONGEST_SUBJECT, SHORTEST = 96, 8, 3  # code points of a question; words of a subject, of a clause
ENDS = re.compile(
    r"\s*(?:[;(\[–—]|:\s|(?<=[a-z]{2})\.\s|,\s|\s-\s|\s(?:because|while|which|who|where|when|although|after|before|"
    r"since|as|despite|so|and\s(?:is|are|was|were|has|have|had|will|it|he|she|they|the|that))\s).*$",
    re.DOTALL,
)
# "Months before the war": what is measured to a day ends no clause before it. A weekday says nothing a year later.
MEASURED = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?)$")
WEEKDAY = re.compile(
    r" (?:late |early )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?\b"
)
# "It is time for talks", "it was a missile of theirs": who "it" is nobody can tell from such a clause.
NOMINAL = re.compile(r"^(?:not )?(?:an?|the|time|about|no)\b")
COLON = re.compile(r"^[^:]{2,60}:\s+")
MARKUP = re.compile(r"[<>{}|\\@#*_=]|https?:")  # of pages that were not cleaned
QUOTES = re.compile(r"[\"“”«»„]")
NAMELIKE = re.compile(r"(?:s|tion|tions|ment|ing|er|ity|age|ance)$")
DANGLING = (*(f" {word}" for word in "of the a an to in on by with and for at from than".split()), "…")
CLEFT = re.compile(r"\b(?:it|that|this) (?:is|was) .+ (?:that|who|which) ", re.IGNORECASE)
NEW = frozenset({"new", "fresh"})  # what is told for the first time
# "The plant cut off from the grid": a passive that lacks its auxiliary, or a clause whose object stands far behind.
SEVERED, PARTICLES = frozenset({"cut", "shut", "hand"}), frozenset({"off", "out", "down", "over", "up"})
STANDING_IN = frozenset({"one", "ones", "another", "this", "those", "these"})  # a subject that names nothing
AND_VERB = re.compile(r" and (\w+)\b.*$")


def asked_by(claim: Claim) -> str | None:
    """The question that a claim answers with yes or no; None where its words cannot be turned into one."""
    if len(claim.evidence) != 1 or claim.stance == "demands" or MARKUP.search(claim.text):
        return None
    words = clause_of(claim.text).split()
    found = _verb_in(words, claim) if len(words) >= SHORTEST else None
    subject = _subject(words[: found.at], claim) if found else None
    if found is None or subject is None:
        return None
    asked = _turned(subject, found, words)
    if not asked or len(asked) > LONGEST or (PERSONAL - POSSESSIVE).intersection(map(plain_word, asked.split())):
        return None
    return asked


@dataclass(frozen=True, slots=True)
class _Verb:
    """The finite verb of a clause: where it stands, its helper as a question has it, and the form that follows."""

    at: int
    word: str
    lemma: str
    tense: str
    ongoing: bool


def clause_of(text: str) -> str:
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
        bare = plain_word(word)
        if word[-1:] in ",;:" or bare in OUTSIDE or (not at and bare in ("not", "no", "nobody", "none")):
            return None
        if at and word.endswith("ing") and _is_headline(words, at):
            return _Verb(at, "is", "", "left out", ongoing=True)
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


def _is_headline(words: Sequence[str], at: int) -> bool:
    """Whether a form in "-ing" is the verb of a headline that lacks its auxiliary: "Ostria planning a raid"."""
    subject = [word for word in words[:at] if plain_word(word) not in NEGATION]
    states = all(fold(word) in lexicon().states for word in subject)
    whole = not AUXILIARY.intersection(map(plain_word, words[at:])) and not any(map(_verbal, words[at + 1 :]))
    return bool(subject) and states and whole


def _agrees(words: Sequence[str], at: int, lemma: str) -> bool:
    """Whether a word that may be a noun is a verb here: it agrees with its subject, and an object follows."""
    follows = plain_word(words[at + 1]) if at + 1 < len(words) else ""
    if (
        not follows
        or (follows in PREPOSITIONS and lemma not in INTRANSITIVE)
        or follows in AUXILIARY | {"not", "never"}
        or _verbal(follows)
    ):
        return False
    return is_plural(" ".join(words[:at])) == (plain_word(words[at]) == lemma)


def _subject(words: Sequence[str], claim: Claim) -> str | None:
    """The subject as it stands inside a question; a pronoun by the name that it stands for."""
    bare = [plain_word(word) for word in words]
    if len(words) > 1 and bare[-1] in NEGATION:
        return _subject(words[:-1], claim)
    if len(words) == 1 and bare[0] in POSSESSIVE:
        return None  # "their actions": no verb
    if len(words) == 1 and bare[0] in PERSONAL:
        if CLEFT.search(claim.text) or (bare[0] == "it" and NOMINAL.match(_behind_it(claim.text))):
            return None
        named = {party.actor.name for party in claim.actors if fold(party.actor.name) not in PERSONAL}
        return _with_article(min(named).split()) if len(named) == 1 else None
    if PERSONAL.intersection(bare) or not words or bare[0] in OPENING | {"only"} or any(map(_verbal, words[:-1])):
        return None
    if bare[-1].endswith("ly") or _verbal(words[-1]) or bare[-1] in PREPOSITIONS | STANDING_IN:
        return None
    first = words[0]
    if not is_name(words, claim):
        first = first[0].lower() + first[1:]
    return _with_article([first, *words[1:]])


def _behind_it(text: str) -> str:
    """What stands behind "it is" or "it was" at the beginning of a text."""
    return re.sub(r"^\W*(?:that )?it(?:['’]s| is| was| has been| had been)\s", "", text, count=1, flags=re.IGNORECASE)


def _with_article(words: Sequence[str]) -> str:
    """A subject with the article that headlines leave out: "army retakes town"."""
    subject = with_capitals(words)
    bare = plain_word(words[0])
    counted = bare.split("-")[0] in DETERMINERS or bare[:1].isdigit() or bare == "there"
    return (
        subject
        if counted or not subject[0].islower() or is_plural(subject)
        else f"{'a' if bare in NEW else 'the'} {subject}"
    )


def with_capitals(words: Sequence[str]) -> str:
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


def is_name(words: Sequence[str], claim: Claim) -> bool:
    """Whether the first word of a subject keeps its capital: names do, and what is no common word by its look."""
    first, bare = words[0], fold(words[0].removesuffix("'s").removesuffix("’s"))
    if bare.split("-")[0] in DETERMINERS or bare == "there" or not first[:1].isupper():
        return False
    if bare in ADJECTIVES and words[1:2] and words[1].islower():
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
    if verb.tense == "left out":
        return _inverted(subject, "are" if is_plural(subject) else "is", " ".join(words[verb.at :]))
    rest = [*words[verb.at + 1 :]]
    while rest and plain_word(rest[0]) in NEGATION:
        rest = rest[1:]
    if [plain_word(word) for word in rest[:2]] == ["no", "longer"]:
        rest = rest[2:]
    tail = " ".join(rest)
    if verb.tense == "auxiliary":
        return _inverted(subject, verb.word, tail)
    follows = plain_word(rest[0]) if rest else ""
    if _later_verb(rest) or (verb.tense == "past" and verb.lemma in SEVERED and follows in PARTICLES):
        return None
    counted = len(rest) > 1 and plain_word(rest[1]) in ("least", "most")  # "killed at least nine"
    bare_past = (
        verb.tense == "past" and verb.lemma not in INTRANSITIVE and not counted and follows in PREPOSITIONS | {""}
    )
    if bare_past and verb.lemma not in PASSIVE:
        return None
    if bare_past:
        return _whole(f"{'Were' if is_plural(subject) else 'Was'} {subject} {verb.word}", tail, needs=0)
    now = verb.tense == "present" and (verb.ongoing or verb.lemma in STATES_OF_BEING)
    helper = ("Do" if is_plural(subject) else "Does") if now else "Did"
    return _whole(f"{helper} {subject} {verb.lemma}", tail, needs=int(verb.lemma not in INTRANSITIVE))


def _later_verb(rest: Sequence[str]) -> bool:
    """Whether the main verb comes later: "boats moored off the port had fallen"."""
    for before, word in pairwise(("", *rest)):
        if word[-1:] in ",;:." or plain_word(word) in OUTSIDE:
            return False
        if plain_word(word) in AUXILIARY and plain_word(before) != "and":
            return True
    return False


def _inverted(subject: str, auxiliary: str, rest: str) -> str | None:
    if auxiliary in HAVE and rest.startswith("been "):
        return _whole(f"{'Were' if is_plural(subject) else 'Was'} {subject}", rest.removeprefix("been "), needs=1)
    if auxiliary in HAVE and plain_word(rest.partition(" ")[0]) in DETERMINERS | {"no"}:
        tense_of = "Did" if auxiliary == "had" else "Do" if is_plural(subject) else "Does"
        return _whole(f"{tense_of} {subject} have", rest.removeprefix("no "), needs=1)
    alone = subject.istitle() and not subject.endswith("s") and " and " not in subject
    if (auxiliary in ("are", "were", "have") and alone) or (auxiliary in HAVE and rest.startswith("to ")):
        return None  # "they" stood for more than the one that is named
    if auxiliary == "had":
        auxiliary = "have" if is_plural(subject) else "has"
    return _whole(f"{auxiliary.capitalize()} {subject}", rest, needs=1)


def _whole(opening: str, rest: str, needs: int) -> str | None:
    """The question, ended where its clause ends; none where too little or too much is left."""
    kept = WEEKDAY.sub("", _ended(f" {rest}")).strip(" ,.'‘’-")
    second = AND_VERB.search(kept)
    if second and opening.startswith(("Did ", "Do ", "Does ")) and (_verbal(second[1]) or second[1] in ADJECTIVES):
        kept = kept[: second.start()]
    if len(kept.split()) < needs or f" {kept}".endswith(DANGLING) or re.search(r"than \d+$| and more$", kept):
        return None
    if kept in ("do", "be", "have"):
        return None
    return f"{opening} {kept}".strip() + "?"


def _ended(rest: str) -> str:
    """What follows a verb up to the end of its clause; what is measured to an event goes on to the next end."""
    found = ENDS.search(rest)
    if found and MEASURED.search(rest[: found.start()]) and re.match(r"\s*(?:before|after|since)\b", found[0]):
        word = re.match(r"\s*\w+", found[0])
        at = found.start() + (len(word[0]) if word else 0)
        return rest[:at] + ENDS.sub("", rest[at:])
    return ENDS.sub("", rest)
