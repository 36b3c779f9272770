"""The persons of a report: full names first, then every surname that takes one up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fogline.mentions.actors.modifiers import left_edge, modifier_side, role_at, side_of
from fogline.mentions.actors.phrase import Entity, Phrase, View
from fogline.mentions.actors.pronouns import POSSESSIVE
from fogline.mentions.actors.runs import Run, runs
from fogline.packs.lexicon import Lexicon
from fogline.packs.names import same_word
from fogline.packs.roles import PERSON_ENDINGS, Role, roles
from fogline.packs.wordlists import given_names
from fogline.records.sentences import Token

__all__ = ["People"]

_Found = tuple[View, Run]
# What towns, ships, storms and products do in the news; a name that does anything else is taken for a person.
_PLACES_DO = frozenset(
    """fall lie border remain become sit stand come see get go have include hold host suffer face lose flood overflow burst sink collapse
    hit strike produce sell make cost offer open close run start begin end cover supply serve rise drop grow house contain link connect
    belong need want expect bring take find show lead turn keep give carry use move""".split()
)
_NO_PERSON = frozenset(
    """city town village capital river region district province island port camp base ship vessel tanker frigate boat company firm product
    newspaper operation system missile drone aircraft plane film book song team club game award street square airport hospital school
    university plant factory mine dam bridge road storm hurricane cyclone party front group faction""".split()
)


@dataclass(slots=True)
class People:
    """Finds the persons of one report; `phrases` gives them once `learn` has seen the whole report."""

    lexicon: Lexicon
    _by_last: dict[str, list[Entity]] = field(default_factory=dict)
    _by_first: dict[str, list[Entity]] = field(default_factory=dict)
    _full: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    _runs: list[_Found] = field(default_factory=list)

    def learn(self, views: Sequence[View]) -> None:
        """Collect the full names, in the order of the report, so that a headline's surname finds its name."""
        for view in views:
            for run in runs(view):
                self._runs.append((view, run))
                words = _words(view, run)
                if len(words) > 1 and _is_person(view, run):
                    self._register(words, view.text(run.first, run.last))
        self._learn_repeated()

    def _learn_repeated(self) -> None:
        """Take two or three capitalised words for a person whose last word acts alone elsewhere in the report."""
        alone = {view.keys[run.last] for view, run in self._runs if run.first == run.last and _acts(view, run)}
        for view, run in self._runs:
            words = _words(view, run)
            if 1 < len(words) < 4 and words not in self._full and words[-1] in alone and _bare(view, run):
                self._register(words, view.text(run.first, run.last))

    def phrases(self) -> Iterator[Phrase]:
        """The persons named, in the order of the report."""
        for view, run in self._runs:
            entity = self._entity(view, run)
            if entity is None:
                continue
            first = self._describe(view, run, entity)
            yield Phrase(view.sentence.index, first, run.last, run.last, "name", entity)

    def _register(self, words: tuple[str, ...], name: str) -> Entity:
        known = self._full.get(words) or self._variant(words)
        if known is None:
            known = self._new(name, next(filter(None, map(given_names().gender, words[:-1])), None))
            self._by_last.setdefault(words[-1], []).append(known)
            self._by_first.setdefault(words[0], []).append(known)
        self._full[words] = known
        return known

    def _variant(self, words: tuple[str, ...]) -> Entity | None:
        """The same name written otherwise: a second given name, another romanisation."""
        for other, entity in self._full.items():
            if same_word(other[-1], words[-1]) and (same_word(other[0], words[0]) or set(words) < set(other)):
                return entity
        return None

    def _new(self, name: str, gender: str | None) -> Entity:
        entry = self.lexicon.named(name)
        entity = Entity(name, "person", gender="m" if gender == "m" else "f" if gender == "f" else None, proper=True)
        if entry is not None and entry.kind == "person":
            entity.name, entity.side, entity.gender = entry.name, entry.side, entry.gender or entity.gender
        return entity

    def _entity(self, view: View, run: Run) -> Entity | None:
        words = _words(view, run)
        if not words:
            return None
        if len(words) > 1:
            return self._full.get(words) or self._partial(words)
        return self._short(words[0]) or self._single(view, run, words)

    def _partial(self, words: tuple[str, ...]) -> Entity | None:
        """A name that repeats part of a longer one: "Hamdan Dagalo"."""
        found = self._by_last.get(words[-1], ())
        return next((e for e in found if set(words) <= set(e.name.lower().replace("-", " ").split())), None)

    def _short(self, word: str) -> Entity | None:
        """The person that a surname stands for, or a given name where it was the only one left."""
        found = self._by_last.get(word)
        if found:
            return found[-1] if len(found) == 1 else found[0]
        first = self._by_first.get(word, ())
        if len(first) == 1:
            return first[0]
        return next(
            (e for last, es in self._by_last.items() if len(word) > 5 and same_word(last, word) for e in es), None
        )

    def _single(self, view: View, run: Run, words: tuple[str, ...]) -> Entity | None:
        """A surname without any full name: known to a pack, led in by a title, or speaking."""
        entry = self.lexicon.named(words[0])
        known = entry is not None and entry.kind == "person"
        given = words[0] in given_names().genders and view.tokens[run.last].dep in ("nsubj", "nsubjpass", "poss")
        if not (known or run.titled or given or _speaks(view, run)):
            return None
        name = view.text(run.first, run.last)
        entity = self._new(name, given_names().gender(words[0]))
        self._by_last.setdefault(words[0], []).append(entity)
        return entity

    def _describe(self, view: View, run: Run, entity: Entity) -> int:
        """Learn role, side and gender from the title before the name; gives the first token of it."""
        first, titles = _title_start(view, run.first)
        for key in view.keys[first : run.first]:
            entity.gender = entity.gender or roles().titles.get(key)
        said = view.keys[first : run.first]
        entity.words.update(said)
        entity.nouns.update(key for key in said if key in roles().nouns or key in roles().titles)
        if titles is None:
            return first
        role, edge, head = titles
        entity.gender = entity.gender or role.gender
        side = modifier_side(view, edge, head, role) or side_of(view, head)
        entity.side = entity.side or side
        return edge


def _words(view: View, run: Run) -> tuple[str, ...]:
    """The folded words of a name without particles, hyphens and initials."""
    skip = given_names().particles
    keys = view.keys[run.first : run.last + 1]
    kept = tuple(key for key in keys if key not in skip and key not in ("-", "'", "jr", "sr") and len(key) > 1)
    return kept or tuple(key for key in keys if len(key) > 1)


def _is_person(view: View, run: Run) -> bool:
    """Whether two or more capitalised words name a person: title, given name, apposition, who, or a verb of saying."""
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
    if _title_start(view, run.first)[1] is not None or _aged(view, run):
        return True
    return _speaks(view, run) or _followed(view, run) or _led_in(view, run) or _does(view, run)


def _does(view: View, run: Run) -> bool:
    """Whether two to four proper nouns without article do something that places and events do not."""
    token = view.tokens[run.last]
    if token.dep != "nsubj" or not _bare(view, run) or view.sentence.role == "headline":
        return False
    verb = view.sentence.head(token)
    return verb.pos == "VERB" and verb.lemma not in _PLACES_DO and run.last - run.first < 5


def _bare(view: View, run: Run) -> bool:
    """Whether no article stands before a run of proper nouns."""
    proper = all(t.pos == "PROPN" or not t.text[0].isupper() for t in view.tokens[run.first : run.last + 1])
    return proper and (run.first == 0 or view.keys[run.first - 1] not in ("the", "a", "an", "in", "at", "near", "from"))


def _acts(view: View, run: Run) -> bool:
    token = view.tokens[run.last]
    return token.dep == "nsubj" and token.pos == "PROPN" and _bare(view, run)


def _aged(view: View, run: Run) -> bool:
    """Whether an age leads in the name: "82-year-old Ruta Abene"; or "by the name of"."""
    before = view.keys[max(run.first - 3, 0) : run.first]
    return before[-1:] == ("old",) or before[-2:] == ("name", "of") or before[-1:] in (("named",), ("called",))


def _speaks(view: View, run: Run) -> bool:
    token = view.tokens[run.last]
    if token.dep != "nsubj" or token.pos != "PROPN" or token.text.isupper():
        return False
    verb = view.sentence.head(token)
    bare = run.first == 0 or view.keys[run.first - 1] not in ("the", "a", "an")
    return bare and verb.lemma in _speech_verbs()


def _speech_verbs() -> frozenset[str]:
    return roles().speech


def _followed(view: View, run: Run) -> bool:
    """Whether "who", an age or a description of a person follows: "Ruta Abene, a nurse"."""
    keys, at = view.keys, run.last + 1
    if at < len(keys) and keys[at] == ",":
        at += 1
    if at < len(keys) and keys[at] in ("who", "whose") and view.tokens[run.last].dep != "pobj":
        return True
    if at == run.last + 1:
        return False
    if at + 1 < len(keys) and keys[at].isdigit() and keys[at + 1] in (",", ".") and 10 < int(keys[at]) < 110:
        return True
    at += keys[at : at + 1] != () and keys[at] in POSSESSIVE
    for i in range(at, min(at + 7, len(keys))):
        if view.tokens[i].pos in ("VERB", "AUX", "PUNCT", "PRON") and keys[i] != "-":
            return False
        role = roles().of(tuple(key for key in keys[max(at, i - 2) : i + 1] if key != "-"))
        if role is None and keys[at] in ("a", "an") and keys[i].endswith(PERSON_ENDINGS) and view.tokens[i].tag == "NN":
            return i + 1 < len(keys) and view.tokens[i + 1].pos not in ("NOUN", "PROPN")
        if role is not None and role.kind == "person":
            following = keys[i + 1] if i + 1 < len(keys) else "."
            return not roles().of((following,))
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
    return name.dep == "appos" and name.head == noun.i and noun.tag == "NN" and noun.lemma not in _NO_PERSON


def _title_start(view: View, at: int) -> tuple[int, tuple[Role, int, int] | None]:
    """Where the title before a name begins, and the role in it: (role, first token, head token)."""
    first = at
    while first > 0 and at - first < 9 and _in_title(view, first - 1):
        first -= 1
    head = next((i for i in range(at - 1, first - 1, -1) if _person_role(view, first, i)), None)
    if head is not None:
        role = _person_role(view, first, head)
        return first, (role, first, head) if role else None
    return _title_with_of(view, first, at)


def _title_with_of(view: View, first: int, at: int) -> tuple[int, tuple[Role, int, int] | None]:
    """A title that holds "of": "Chief of the General Staff Valery Gerasimov"."""
    before = first - 1
    if before > 0 and view.keys[before] == "the":
        before -= 1
    if before < 1 or view.keys[before] not in ("of", "to") or first == at:
        return _own_start(view, first, at), None
    head = before - 1
    edge = left_edge(view, head)
    role = role_at(view, edge, head)
    if role is None or role.kind != "person":
        return _own_start(view, first, at), None
    return edge, (role, edge, head)


def _own_start(view: View, first: int, at: int) -> int:
    """Where a phrase begins whose words before the name are no title: only "Mr" and the like go with it."""
    while first < at and view.keys[first] not in roles().titles:
        first += 1
    return first


def _person_role(view: View, first: int, i: int) -> Role | None:
    role = role_at(view, first, i)
    return role if role is not None and role.kind == "person" else None


def _in_title(view: View, i: int) -> bool:
    token = view.tokens[i]
    if view.cover[i] is not None or view.keys[i] in ("'s", "-") or view.keys[i] in roles().titles:
        return True
    return token.pos in ("ADJ", "NOUN", "PROPN") and token.text[0].isalpha()
