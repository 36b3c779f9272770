"""The actors a report names, and whom its pronouns and descriptions stand for."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.mentions.actors.discourse import Discourse, pronoun_entity
from fogline.mentions.actors.nominals import Bodies
from fogline.mentions.actors.people import People
from fogline.mentions.actors.phrase import Phrase, View, view_of
from fogline.mentions.actors.states import LexicalNames
from fogline.packs.lexicon import lexicon
from fogline.packs.model import Pack
from fogline.records.documents import Document
from fogline.records.mentions import ActorMention
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["find_actors"]


def find_actors(document: Document, sentences: Sequence[Sentence], pack: Pack) -> tuple[ActorMention, ...]:
    """The actors of a report in the order of the text, pronouns and descriptions with the actor they stand for.

    1. Names of the world list and the pack. 2. Persons: full names over the whole report, then surnames.
    3. Role nouns and the bodies named with them. 4. States and bodies that act. 5. Descriptions joined with names
    beside them. 6. Pronouns and descriptions that take up somebody named before.
    """
    names = lexicon(pack)
    views = [view_of(sentence, names) for sentence in sentences]
    phrases = _phrases(views, People(names))
    phrases.sort(key=lambda p: (p.sentence, p.first, -p.last))
    _join_neighbours(views, phrases)
    Discourse(views).resolve(phrases)
    return tuple(_mention(document, views[p.sentence], p) for p in phrases if _tells(p))


def _phrases(views: Sequence[View], people: People) -> list[Phrase]:
    people.learn(views)
    bodies, lexical = Bodies(), LexicalNames()
    for view in views:
        bodies.learn(view)
    found = list(people.phrases())
    taken: list[set[int]] = [set() for _ in views]
    for phrase in found:
        taken[phrase.sentence].update(range(phrase.first, phrase.last + 1))
    for at, view in enumerate(views):
        mine = taken[at]
        for phrase in bodies.phrases(view):
            if phrase.head not in mine:
                found.append(phrase)
                mine.update(range(phrase.first, phrase.last + 1))
        found.extend(lexical.phrases(view, mine))
        found.extend(_pronouns(view))
    return found


def _pronouns(view: View) -> list[Phrase]:
    found: list[Phrase] = []
    for i, token in enumerate(view.tokens):
        if token.pos == "PRON" and (entity := pronoun_entity(view.keys[i])) is not None:
            found.append(Phrase(view.sentence.index, i, i, i, "pronoun", entity, anaphoric=True))
    return found


def _join_neighbours(views: Sequence[View], phrases: Sequence[Phrase]) -> None:
    """Give a description the person beside it: "the army's chief, Ruta Abene", "Ruta Abene, a nurse"."""
    for left, right in zip(phrases, phrases[1:], strict=False):
        if left.sentence != right.sentence:
            continue
        view = views[left.sentence]
        if right.form == "name" and right.entity.kind == "person" and left.form == "nominal":
            if _leads_to(view, left, right):
                _merge(right, left)
        elif left.form == "name" and left.entity.kind == "person" and right.form == "nominal":
            if _describes(view, left, right):
                _merge(left, right)


def _leads_to(view: View, left: Phrase, right: Phrase) -> bool:
    return False


def _describes(view: View, left: Phrase, right: Phrase) -> bool:
    return False


def _merge(name: Phrase, description: Phrase) -> None:
    name.entity.side = name.entity.side or description.entity.side
    name.entity.gender = name.entity.gender or description.entity.gender
    name.entity.nouns |= description.entity.nouns
    description.entity, description.anaphoric = name.entity, False


def _tells(phrase: Phrase) -> bool:
    """Whether a phrase ended up with an actor: an unresolved pronoun names nobody."""
    return phrase.form != "pronoun" or phrase.entity.name not in ("it", "they", "he", "she", "its", "their", "his", "her")


def _mention(document: Document, view: View, phrase: Phrase) -> ActorMention:
    start, end = view.tokens[phrase.first].start, view.tokens[phrase.last].end
    return ActorMention(Span.of(document.text, start, end), view.sentence.index, phrase.entity.actor)
