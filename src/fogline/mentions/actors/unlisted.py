"""Names of bodies that no list knows, told by what is said of them: "Raia Pamoja" in "the militia, Raia Pamoja"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fogline.mentions.actors.phrase import Entity, Phrase, View
from fogline.mentions.actors.runs import Run
from fogline.packs.lexicon import word_key
from fogline.packs.roles import Role, roles

__all__ = ["UnlistedBodies"]

_BODIES = frozenset({"organisation", "armed_force", "media", "government"})
_REACH = 8
_LONG = 5  # words: a longer line of metadata is no name of an outlet
_FACTIONS = frozenset({"group", "coalition", "insurgency"})  # of the nouns for forces, those of no state
_OUTLETS = frozenset({"wire", "agency", "news", "press", "service", "online", "media"})
_MARKS = frozenset({'"', "“", "”", "‘", "’"})


@dataclass(slots=True)
class UnlistedBodies:
    """Finds capitalised names that an apposition describes as a group, outlet or body, over one report."""

    _known: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    _runs: list[tuple[View, Run]] = field(default_factory=list)
    _marked: list[Phrase] = field(default_factory=list)

    def learn(self, views: Sequence[View], found: Sequence[Sequence[Run]], publisher: str | None) -> None:
        """Collect the names that are described somewhere in the report, the agency of its dateline, its publisher."""
        if publisher and publisher.isascii() and len(publisher.split()) < _LONG:
            self._outlet(tuple(word_key(word) for word in publisher.split()), publisher)
        for view, spans in zip(views, found, strict=True):
            if view.sentence.role == "dateline":
                self._agency(view)
            self._quoted(view)
            for run in spans:
                keys = tuple(view.keys[run.first : run.last + 1])
                if _titled(keys):
                    continue
                self._runs.append((view, run))
                role = _described_after(view, run) or _described_before(view, run)
                if role is not None and keys not in self._known and not _inside(view, run):
                    self._known[keys] = _entity(view.text(run.first, run.last), role)

    def _agency(self, view: View) -> None:
        """The outlet in brackets of "KYIV, March 16 (Nile Wire)"."""
        if "(" not in view.keys or ")" not in view.keys:
            return
        first, last = view.keys.index("(") + 1, view.keys.index(")") - 1
        if first <= last and last - first < 5:
            self._outlet(tuple(view.keys[first : last + 1]), view.text(first, last))

    def _outlet(self, keys: tuple[str, ...], name: str) -> None:
        """An outlet by its name and by the name without "Wire" or "Agency", as it calls itself in its texts."""
        outlet = Entity(name, "media", proper=True)
        self._known[keys] = outlet
        if len(keys) > 1 and keys[-1] in _OUTLETS:
            self._known.setdefault(keys[:-1], outlet)

    def _quoted(self, view: View) -> None:
        """A name in quotation marks behind what it is: the blog “Two Majors”."""
        for i, token in enumerate(view.tokens[:-2]):
            if token.text not in _MARKS or i == 0 or view.tokens[i - 1].pos != "NOUN":
                continue
            role = _role(view, i - 1)
            close = next((j for j in range(i + 2, min(i + 7, len(view.keys))) if view.tokens[j].text in _MARKS), None)
            if role is None or role.kind not in _BODIES or close is None or not view.tokens[i + 1].text[0].isupper():
                continue
            entity = self._known.setdefault(view.keys[i + 1 : close], _entity(view.text(i + 1, close - 1), role))
            self._marked.append(Phrase(view.sentence.index, i + 1, close - 1, close - 1, "name", entity))

    def phrases(self) -> Iterator[Phrase]:
        """The bodies named, those in quotation marks first, then in the order of the report."""
        marked = {(phrase.sentence, phrase.last) for phrase in self._marked}
        yield from self._marked
        for view, run in self._runs:
            entity = self._known.get(tuple(view.keys[run.first : run.last + 1]))
            if entity is not None and (view.sentence.index, run.last) not in marked:
                yield Phrase(view.sentence.index, run.first, run.last, run.last, "name", entity)


def _mostly_thing(role: Role) -> bool:
    """Whether a noun of bodies more often means a thing: "a key logistics centre"."""
    noun = role.noun.split()[-1]
    return noun in roles().proper_only and noun not in roles().groups["owned"]


def _titled(keys: tuple[str, ...]) -> bool:
    """Whether a run opens with the title of a person."""
    role = roles().of(keys[:1])
    return keys[0] in roles().titles or (role is not None and role.kind == "person")


def _of_person(view: View, at: int) -> bool:
    """Whether a body belongs to a person who may be the one named: "a spokeswoman for the ministry, Ruta Abene"."""
    token = view.tokens[at]
    if token.dep != "pobj":
        return False
    holder = view.sentence.head(view.sentence.head(token))
    role = _role(view, holder.i)
    return role is not None and role.kind == "person"


def _inside(view: View, run: Run) -> bool:
    """Whether the run is the end of a longer name: "Bend" in "Front for the River Bend"."""
    at = run.first - 1
    while at > 0 and (view.keys[at] == "the" or view.tokens[at].text[0].isupper()):
        at -= 1
    return at > 0 and view.keys[at] in ("of", "for") and view.tokens[at - 1].text[0].isupper()


def _entity(name: str, role: Role) -> Entity:
    own = name if role.kind == "armed_force" and role.noun.split()[-1] in roles().groups["own"] | _FACTIONS else None
    return Entity(name, role.kind, own, proper=True, nouns={role.noun.split()[-1]})


def _described_after(view: View, run: Run) -> Role | None:
    """The body that follows a comma: "Ansar al-Buhayra, a faction that ..."."""
    at = run.last + 1
    if at + 1 >= len(view.keys) or view.keys[at] != "," or view.keys[at + 1] not in ("a", "an", "the", "one"):
        return None
    for i in range(at + 2, min(at + _REACH, len(view.keys))):
        if view.tokens[i].pos in ("VERB", "AUX", "PUNCT", "ADP", "PRON", "SCONJ") and view.tokens[i].text != "-":
            return None
        role = _role(view, i)
        if role is not None and view.keys[i + 1 : i + 2] == ("'s",):
            continue
        if role is not None and (i + 1 == len(view.keys) or view.tokens[i + 1].pos not in ("NOUN", "PROPN")):
            told = view.tokens[i].dep in ("appos", "") and view.tokens[i].text[0].islower()
            return role if told and role.kind in _BODIES and not _mostly_thing(role) else None
    return None


def _described_before(view: View, run: Run) -> Role | None:
    """The body that stands before the name: "the militia, Raia Pamoja", "the agency Nile Wire"."""
    at = run.first - 1
    if at >= 1 and view.keys[at] in (",", "“", '"', "‘"):
        at -= 1
        token = view.tokens[run.last]
        if view.keys[at + 1] == "," and (token.dep != "appos" or token.head != at or _of_person(view, at)):
            return None
    if at < 1 or not view.tokens[at].text[0].islower() or view.tokens[at].pos != "NOUN":
        return None
    role = _role(view, at)
    return role if role is not None and role.kind in _BODIES and not role.plural else None


def _role(view: View, i: int) -> Role | None:
    if view.keys[i] not in roles().nouns:
        return None
    return roles().of(tuple(key for key in view.keys[max(i - 3, 0) : i + 1] if key != "-"))
