"""The persons of a report: full names first, then every surname that takes one up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fogline.mentions.actors.modifiers import modifier_side, side_of
from fogline.mentions.actors.persons import acts_alone, aged_alone, is_bare, is_person, is_surely_person, speaks
from fogline.mentions.actors.phrase import Entity, Phrase, View
from fogline.mentions.actors.runs import Run, runs
from fogline.mentions.actors.titles import title_before
from fogline.packs.lexicon import Lexicon
from fogline.packs.names import same_word
from fogline.packs.roles import roles
from fogline.packs.wordlists import given_names, state_names

__all__ = ["People"]

_Found = tuple[View, Run]
_FATHERS = frozenset({"abu", "umm", "ould", "ibn"})
_SPEAKS_FOR = (("speaks", "for"), ("spoke", "for"), ("speaking", "for"))


@dataclass(slots=True)
class People:
    """Finds the persons of one report; `phrases` gives them once `learn` has seen the whole report."""

    lexicon: Lexicon
    _by_last: dict[str, list[Entity]] = field(default_factory=dict)
    _by_first: dict[str, list[Entity]] = field(default_factory=dict)
    _full: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    _runs: list[_Found] = field(default_factory=list)
    _titled: set[int] = field(default_factory=set)

    def learn(self, views: Sequence[View], found: Sequence[Sequence[Run]]) -> None:
        """Collect the full names, in the order of the report, so that a headline's surname finds its name."""
        for view, spans in zip(views, found, strict=True):
            for run in runs(view, spans):
                self._runs.append((view, run))
                words = _words(view, run)
                if len(words) > 1 and is_person(view, run):
                    known = self._register(words, view.text(run.first, run.last))
                    known.unsure = known.unsure and not is_surely_person(view, run)
        self._learn_repeated()

    def _learn_repeated(self) -> None:
        """Take two or three capitalised words for a person whose last word acts alone elsewhere in the report."""
        alone = {view.keys[run.last] for view, run in self._runs if run.first == run.last and acts_alone(view, run)}
        for view, run in self._runs:
            words = _words(view, run)
            if 1 < len(words) < 4 and words not in self._full and words[-1] in alone and is_bare(view, run):
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
            known.unsure = known.side is None and known.gender is None
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
        if run.doubtful:
            return next(iter(self._by_last.get(words[0], ())), None)
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
        if not (known or run.titled or given or aged_alone(view, run) or speaks(view, run)):
            return None
        name = view.text(run.first, run.last)
        entity = self._new(name, given_names().gender(words[0]))
        entity.unsure = not (known or run.titled or given or aged_alone(view, run))
        self._by_last.setdefault(words[0], []).append(entity)
        return entity

    def _describe(self, view: View, run: Run, entity: Entity) -> int:
        """Learn role, side and gender from the title before the name; gives the first token of it."""
        first, title = title_before(view, run.first)
        for key in view.keys[first : run.first]:
            entity.gender = entity.gender or roles().titles.get(key)
        said = view.keys[first : run.first]
        entity.words.update(said)
        if view.keys[run.last + 1 : run.last + 3] in _SPEAKS_FOR:
            entity.nouns.update(("spokesman", "spokeswoman", "spokesperson"))
        entity.nouns.update(key for key in said if key in roles().nouns or key in roles().titles)
        entity.nouns.update(roles().abbreviations[key] for key in said if key in roles().abbreviations)
        if title is None:
            hit = view.cover[run.first - 2] if run.first > 1 and view.keys[run.first - 1] == "'s" else None
            entity.side = entity.side or (hit.entry.side if hit is not None and hit.entry.use == "actor" else None)
            return first
        entity.gender = entity.gender or title.role.gender
        side = modifier_side(view, title.first, title.head, title.role) or side_of(view, title.head)
        # A minister of one state who has the name of somebody known in another is a namesake.
        named_otherwise = side in state_names() and entity.side in state_names() and id(entity) not in self._titled
        self._titled.add(id(entity))
        entity.side = side if named_otherwise else entity.side or side
        return title.first


def _words(view: View, run: Run) -> tuple[str, ...]:
    """The folded words of a name without particles, hyphens and initials."""
    skip = given_names().particles
    keys = view.keys[run.first : run.last + 1]
    kept = tuple(key for key in keys if key not in skip and key not in ("-", "'", "jr", "sr") and len(key) > 1)
    if len(kept) == 1 < len(keys) and keys[0] in _FATHERS:
        return keys[0], *kept  # "Abu Hajar" is the whole name
    return kept or tuple(key for key in keys if len(key) > 1)
