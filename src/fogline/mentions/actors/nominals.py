"""Noun phrases that say what somebody is: "Ukrainian officials", "the ministry", "Union of Azawad Fighters"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from fogline.mentions.actors.bounds import acronym_start, capital_start, unquoted, with_name, with_tail, without_lead
from fogline.mentions.actors.modifiers import left_edge, modifier_side, role_at, side_of
from fogline.mentions.actors.phrase import Entity, Phrase, View
from fogline.mentions.actors.pronouns import POSSESSIVE
from fogline.packs.folding import fold
from fogline.packs.roles import Role, roles
from fogline.records.mentions import ActorKind

__all__ = ["Bodies"]

_DETERMINERS = frozenset({"the", "this", "that", "these", "those"})


@dataclass(slots=True)
class Bodies:
    """Finds role nouns and the bodies named with them in one report; keeps the bodies and their acronyms."""

    _known: dict[str, Entity] = field(default_factory=dict)
    _defined: dict[tuple[int, int], Phrase] = field(default_factory=dict)

    def phrases(self, view: View) -> Iterator[Phrase]:
        """The noun phrases of a sentence with a role noun as head, and the acronyms of bodies named before."""
        known_nouns = roles().nouns
        inside = {i: phrase for (at, i), phrase in self._defined.items() if at == view.sentence.index}
        yield from (phrase for i, phrase in inside.items() if i == phrase.head)
        for i, key in enumerate(view.keys):
            if i in inside:
                continue
            if (key in known_nouns and view.tokens[i].pos in ("NOUN", "PROPN", "")) or (
                key in known_nouns and _subject(view, i)
            ):
                phrase = self._phrase(view, i)
                if phrase is not None:
                    yield phrase
            elif view.cover[i] is None and view.tokens[i].text.isupper() and len(key) > 1:
                entity = self._known.get(key) or self._initials(key)
                if entity is not None:
                    yield Phrase(view.sentence.index, i, i, i, "name", entity)

    def short_form(self, view: View, head: int) -> Entity | None:
        """The body that "the Guard" or "the Front" stands for: the last one whose name ends or begins so."""
        key = view.keys[head]
        named = [e for name, e in self._known.items() if name.split()[-1] == key or name.split()[0] == key]
        return named[-1] if named else None

    def learn(self, view: View) -> None:
        """Collect the acronyms that a sentence defines: "the Union of Azawad Fighters (UFA)"."""
        for i in range(2, len(view.keys) - 1):
            text = view.tokens[i].text
            if (
                view.keys[i - 1] == "("
                and view.keys[i + 1] in (")", ",", ";")
                and text.isupper()
                and 2 <= len(text) <= 7
            ):
                self._define(view, i - 2, text)

    def _initials(self, key: str) -> Entity | None:
        """The body whose capitals an undefined acronym repeats: ISF after "Iraqi Security Forces"."""
        if len(key) < 3:
            return None
        for entity in self._known.values():
            if "".join(word[0] for word in fold(entity.name).split() if word not in ("of", "the", "for", "and")) == key:
                self._known[key] = entity
                return entity
        return None

    def _define(self, view: View, last: int, acronym: str) -> None:
        first = acronym_start(view, last, acronym)
        if first is None or (view.cover[first] is not None and view.cover[last] is view.cover[first]):
            return
        name = view.text(first, last)
        entity = self._body(name, _kind_of_body(view, first, last), None)
        if entity.kind == "armed_force" and entity.side is None:
            entity.side = name
        self._known.setdefault(fold(acronym), entity)
        phrase = Phrase(view.sentence.index, first, last, last, "name", entity)
        self._defined.update({(view.sentence.index, i): phrase for i in range(first, last + 1)})

    def _body(self, name: str, kind: ActorKind, side: str | None) -> Entity:
        entity = self._known.get(fold(name))
        if entity is None:
            entity = Entity(name, kind, side, proper=True)
            self._known[fold(name)] = entity
        return entity

    def _phrase(self, view: View, head: int) -> Phrase | None:
        hit = view.cover[head]
        if (hit is not None and hit.entry.use != "adjective") or not _heads(view, head):
            return None
        first = left_edge(view, head)
        role = role_at(view, first, head)
        if role is None or role.kind == "unnamed" or _is_no_body(view, head):
            return None
        if role.kind == "document":
            return _document(view, first, head, role)
        if _too_plain(view, first, head, role):
            return _silent(view, first, head, role)
        start, last = without_lead(view, first, head), with_name(view, head)
        if start == head and view.tokens[head].text[0].isupper() and view.keys[first] == "the":
            known = self.short_form(view, head)
            if known is not None:
                return Phrase(view.sentence.index, start, head, head, "name", known)
        side = modifier_side(view, first, head, role) or side_of(view, head)
        if role.kind not in ("person", "people") and _is_proper(view, start, head, last):
            start = capital_start(view, start, head)
            name = view.text(start, last).strip('“”‘’"')
            entity = self._body(name, _kind_of_body(view, start, last, role), side)
            entity.side = entity.side or side or _own_side(view, start, last, name, entity.kind)
            entity.nouns.add(view.keys[head])
            return Phrase(view.sentence.index, start, head, last, "name", entity)
        return _description(view, (first, start, head), role, side)


def _is_no_body(view: View, head: int) -> bool:
    """Whether the noun names no body here: "Shan State", "the state of the roads", "shook her head", "in force"."""
    before = view.keys[head - 1] if head else ""
    if view.keys[head] == "state":
        of = view.keys[head + 1 : head + 2] == ("of",)
        return (of and view.tokens[head].text[0].islower()) or (head > 0 and view.tokens[head - 1].pos == "PROPN")
    if view.keys[head] == "head":
        return before in POSSESSIVE and view.tokens[head].dep == "dobj"
    if view.keys[head] in ("house", "houses"):  # "the House voted", not "houses were burned"
        return view.keys[head] == "houses" or view.tokens[head].text[0].islower()
    if view.keys[head] in ("carrier", "carriers"):
        return before in ("personnel", "aircraft", "troop")
    return view.keys[head] == "force" and before in ("in", "by", "into")


def _silent(view: View, first: int, head: int, role: Role) -> Phrase | None:
    """A company or clinic as what "it" and "they" can take up; by itself it is no actor."""
    if role.kind != "organisation" or role.noun in roles().groups["things"] or not view.sentence.parsed:
        return None
    name = view.text(without_lead(view, first, head), head)
    entity = Entity(name, role.kind, None, plural=role.plural)
    entity.nouns.add(view.keys[head])
    entity.words.update(view.keys[first : head + 1])
    return Phrase(view.sentence.index, first, head, head, "nominal", entity, anaphoric=False, hidden=True)


def _document(view: View, first: int, head: int, role: Role) -> Phrase | None:
    """A report, poll or map as what "it" can take up; by itself it is no actor."""
    if (
        role.plural
        or not view.sentence.parsed
        or view.tokens[head].dep not in ("nsubj", "pobj", "dobj", "attr", "nsubjpass")
    ):
        return None
    name = view.text(without_lead(view, first, head), head)
    entity = Entity(name, "document", side_of(view, head))
    entity.nouns.add(view.keys[head])
    entity.words.update(view.keys[first : head + 1])
    return Phrase(
        view.sentence.index,
        first,
        head,
        head,
        "nominal",
        entity,
        anaphoric=view.keys[first] in _DETERMINERS,
        hidden=True,
    )


def _description(view: View, at: tuple[int, int, int], role: Role, side: str | None) -> Phrase:
    """A phrase that describes somebody; a bare "the ministry" waits for what it takes up."""
    first, start, head = at
    name = unquoted(view.text(start, with_tail(view, head)))
    plural = role.plural or view.tokens[head].tag in ("NNS", "NNPS")
    entity = Entity(name, role.kind, side, role.gender, plural)
    entity.nouns.add(view.keys[head])
    entity.words.update(view.keys[start : head + 1])
    definite = view.keys[first] in _DETERMINERS
    plain = len(role.noun.replace("-", " ").split()) > head - start or not _proper_inside(view, start, head)
    bare = definite and side is None and plain and with_tail(view, head) == head
    takes = role.belongs == "state"
    return Phrase(view.sentence.index, first, head, head, "nominal", entity, anaphoric=bare, takes_side=takes)


def _subject(view: View, i: int) -> bool:
    """Whether a word taken for an adjective is the subject all the same: "the general threatened"."""
    return view.tokens[i].dep in ("nsubj", "nsubjpass") or view.keys[i] == "military"


def _heads(view: View, i: int) -> bool:
    """Whether a token is the head of its noun phrase and not a title or modifier."""
    token = view.tokens[i]
    if not view.sentence.parsed:
        return True
    if token.pos not in ("NOUN", "PROPN"):
        return token.dep in ("nsubj", "pobj", "dobj", "nsubjpass") and token.text != "Military"
    head = view.sentence.head(token)
    modifies = token.dep in ("compound", "amod", "nmod", "npadvmod") and head.i > i and head.pos in ("NOUN", "PROPN")
    return not modifies


def _is_proper(view: View, start: int, head: int, last: int) -> bool:
    """Whether the phrase is a name: capitals on its head, and more than one word or "of" behind it."""
    token = view.tokens[head]
    named = token.pos in ("PROPN", "") or (last > head > 0)  # "The Front for the Liberation of", tagged as a noun
    if not token.text[0].isupper() or not named or start == head == last:
        return False
    capitals = sum(t.text[0].isupper() for t in view.tokens)
    return capitals < len(view.tokens) * 0.7 or view.sentence.role != "headline"


def _too_plain(view: View, first: int, head: int, role: Role) -> bool:
    """Whether a noun is more often a thing than somebody: "the movement" takes up a group, "movements" do not."""
    if view.tokens[head].text[0].isupper():
        return False
    noun = role.noun.split()[-1]
    if noun in roles().sided_only:
        definite = view.keys[first] in ("the", "'s") and first + 1 < head
        if role.kind == "person" and view.keys[first] in ("a", "an", "the", "one", "another"):
            return False
        return side_of(view, head) is None and view.keys[first] not in POSSESSIVE and not definite
    if view.keys[first] in POSSESSIVE or "'s" in view.keys[first:head]:
        return noun in roles().proper_only and noun not in roles().groups["owned"]
    return noun in roles().proper_only and (role.plural or view.keys[first] != "the" or first + 1 != head)


def _proper_inside(view: View, start: int, head: int) -> bool:
    return any(t.pos in ("PROPN", "NUM") for t in view.tokens[start:head])


def _own_side(view: View, start: int, last: int, name: str, kind: str) -> str | None:
    """An armed group that no list knows is a side of its own, unless its name is that of a unit."""
    keys = set(view.keys[start : last + 1])
    distinct = {key for key in keys - roles().groups["unit_words"] if key.isalpha()}
    return (
        name
        if kind == "armed_force" and keys & roles().groups["own_words"] and distinct - roles().groups["own_words"]
        else None
    )


def _kind_of_body(view: View, first: int, last: int, role: Role | None = None) -> ActorKind:
    keys: set[str] = set(view.keys[first : last + 1])
    if role is not None and role.kind in ("government", "media", "armed_force"):
        return role.kind
    if keys & roles().groups["fighting"]:
        return "armed_force"
    return role.kind if role is not None else "organisation"
