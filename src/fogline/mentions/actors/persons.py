"""Whether a run of capitalised words names a person: title, given name, apposition, age, what it does."""

from __future__ import annotations

from fogline.mentions.actors.modifiers import left_edge, role_at
from fogline.mentions.actors.phrase import View
from fogline.mentions.actors.pronouns import POSSESSIVE
from fogline.mentions.actors.runs import Run
from fogline.mentions.actors.titles import title_before
from fogline.packs.roles import PERSON_ENDINGS, roles
from fogline.packs.wordlists import given_names
from fogline.records.sentences import Token

__all__ = ["acts_alone", "aged_alone", "is_bare", "is_person", "is_surely_person", "speaks"]


def is_person(view: View, run: Run) -> bool:
    """Whether two or more capitalised words name a person, if only because they say or do something."""
    return is_surely_person(view, run) or speaks(view, run) or _does(view, run)


def is_surely_person(view: View, run: Run) -> bool:
    """Whether capitalised words name a person by title, given name, apposition, age or "who"."""
    first = view.keys[run.first]
    names = given_names()
    given = any(key in names.genders for key in view.keys[run.first : run.last])
    if run.titled or given or (first in names.family_first and run.last - run.first < 4):
        return True
    hit = view.cover[run.first]
    if hit is not None and hit.entry.kind == "person":
        return True
    particle = any(key in names.particles and len(key) > 1 for key in view.keys[run.first : run.last])
    if particle and view.tokens[run.last].dep in ("nsubj", "agent", "appos", "poss"):
        return True
    if title_before(view, run.first)[1] is not None or _aged(view, run) or _owned(view, run) or _equated(view, run):
        return True
    return _followed(view, run) or _led_in(view, run)


def _does(view: View, run: Run) -> bool:
    """Whether two to four proper nouns without article do something that places and events do not."""
    token = view.tokens[run.last]
    if token.dep != "nsubj" or not is_bare(view, run) or view.sentence.role == "headline":
        return False
    verb = view.sentence.head(token)
    return verb.pos == "VERB" and verb.lemma not in roles().groups["places_do"] and run.last - run.first < 5


def is_bare(view: View, run: Run) -> bool:
    """Whether no article stands before a run of proper nouns."""
    proper = all(t.pos == "PROPN" or not t.text[0].isupper() for t in view.tokens[run.first : run.last + 1])
    return proper and (run.first == 0 or view.keys[run.first - 1] not in ("the", "a", "an", "in", "at", "near", "from"))


def acts_alone(view: View, run: Run) -> bool:
    token = view.tokens[run.last]
    return token.dep == "nsubj" and token.pos == "PROPN" and is_bare(view, run)


def aged_alone(view: View, run: Run) -> bool:
    """Whether an age follows a single name: "Hawa, 31, left"."""
    after = view.keys[run.last + 1 : run.last + 4]
    return len(after) == 3 and after[0] == "," and after[1].isdigit() and 10 < int(after[1]) < 110 and after[2] in ",."


def _equated(view: View, run: Run) -> bool:
    """Whether "is" puts an office beside the name: "the minister is Ruta Abene"."""
    token = view.tokens[run.last]
    verb = view.sentence.head(token)
    if token.dep != "attr" or verb.lemma != "be":
        return False
    subjects = (role_at(view, left_edge(view, t.i), t.i) for t in view.sentence.children(verb, "nsubj"))
    return any(role is not None and role.kind == "person" for role in subjects)


def _owned(view: View, run: Run) -> bool:
    """Whether a body has the name as its own: "the World Food Programme's Ruta Abene"."""
    hit = view.cover[run.first - 2] if run.first > 1 and view.keys[run.first - 1] == "'s" else None
    return hit is not None and hit.entry.use == "actor" and hit.entry.kind in ("organisation", "media")


def _aged(view: View, run: Run) -> bool:
    """Whether an age leads in the name: "82-year-old Ruta Abene"; or "by the name of"."""
    before = view.keys[max(run.first - 3, 0) : run.first]
    return before[-1:] == ("old",) or before[-2:] == ("name", "of") or before[-1:] in (("named",), ("called",))


def speaks(view: View, run: Run) -> bool:
    token = view.tokens[run.last]
    if token.dep != "nsubj" or token.pos != "PROPN" or token.text.isupper() or run.doubtful:
        return False
    verb = view.sentence.head(token)
    bare = run.first == 0 or view.keys[run.first - 1] not in ("the", "a", "an")
    return bare and verb.lemma in roles().speech


def _followed(view: View, run: Run) -> bool:
    """Whether "who", an age or a description of a person follows: "Ruta Abene, a nurse"."""
    keys, at = view.keys, run.last + 1
    comma = keys[at : at + 1] == (",",)
    at += comma
    if keys[at : at + 1] in (("who",), ("whose",)) and view.tokens[run.last].dep != "pobj":
        return True
    if not comma:
        return False
    if at + 1 < len(keys) and keys[at].isdigit() and keys[at + 1] in (",", ".") and 10 < int(keys[at]) < 110:
        return True
    return _described(view, at)


def _described(view: View, at: int) -> bool:
    """Whether the words from token `at` say what somebody is: "a nurse at the camp", "its sole registrar"."""
    keys = view.keys
    indefinite = keys[at : at + 1] in (("a",), ("an",))
    at += keys[at : at + 1] != () and keys[at] in POSSESSIVE
    for i in range(at, min(at + 7, len(keys))):
        if view.tokens[i].pos in ("VERB", "AUX", "PUNCT", "PRON") and keys[i] != "-":
            return False
        role = roles().of(tuple(key for key in keys[max(at, i - 2) : i + 1] if key != "-"))
        follows = view.tokens[i + 1].pos if i + 1 < len(keys) else "PUNCT"
        if role is None and indefinite and keys[i].endswith(PERSON_ENDINGS) and view.tokens[i].tag == "NN":
            return follows not in ("NOUN", "PROPN")
        if role is not None and role.kind == "person":
            return follows not in ("NOUN", "PROPN") or not roles().of(keys[i + 1 : i + 2])
    return False


def _led_in(view: View, run: Run) -> bool:
    """Whether the words before a comma describe a person: "the mayor of Uru, Ruta Abene"."""
    at = run.first - 1
    if at < 1 or view.keys[at] != "," or not view.sentence.parsed:
        return False
    token = view.tokens[at - 1]
    for _ in range(6):
        role = role_at(view, left_edge(view, token.i), token.i) if token.pos in ("NOUN", "PROPN") else None
        if role is not None and role.kind == "person":
            return True
        if role is None and _appositive(view, run, token):
            return True
        if token.dep not in ("pobj", "prep", "conj", "compound"):
            return False
        token = view.sentence.head(token)
    return False


def _appositive(view: View, run: Run, noun: Token) -> bool:
    """Whether the name stands in apposition to a singular noun that is no place, ship or body."""
    name = view.tokens[run.last]
    return (
        name.dep == "appos"
        and name.head == noun.i
        and noun.tag in ("NN", "CD")
        and noun.lemma not in roles().groups["no_person"]
    )
