"""The actors a report names, and whom its pronouns and descriptions stand for."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.mentions.actors.acronyms import with_acronyms
from fogline.mentions.actors.discourse import Discourse
from fogline.mentions.actors.home import of_bodies, of_home
from fogline.mentions.actors.joining import join_neighbours
from fogline.mentions.actors.namesakes import without_namesakes
from fogline.mentions.actors.nominals import Bodies
from fogline.mentions.actors.people import People
from fogline.mentions.actors.phrase import Phrase, View, view_of
from fogline.mentions.actors.polities import with_polities
from fogline.mentions.actors.pronouns import POSSESSIVE, is_empty, pronoun_entity, unresolved
from fogline.mentions.actors.runs import capitals
from fogline.mentions.actors.sides import of_armed_bodies, of_spokesmen, of_the_state
from fogline.mentions.actors.states import LexicalNames
from fogline.mentions.actors.unlisted import UnlistedBodies
from fogline.packs.lexicon import lexicon
from fogline.packs.model import Pack
from fogline.packs.wordlists import state_names
from fogline.records.documents import Document
from fogline.records.mentions import ActorMention
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["find_actors"]


def find_actors(document: Document, sentences: Sequence[Sentence], pack: Pack) -> tuple[ActorMention, ...]:
    """The actors of a report in the order of the text, pronouns and descriptions with the actor they stand for.

    `sentences` are all of the report, in order. 1. Names of the world list and the pack, and states that only the
    report knows. 2. Persons: full names over the whole report, then surnames. 3. Role nouns and the bodies named with
    them. 4. States and bodies that act. 5. Descriptions joined with names beside them. 6. Pronouns and descriptions
    that take up somebody named before.
    """
    names = lexicon(pack)
    views = with_acronyms(with_polities([without_namesakes(view_of(sentence, names)) for sentence in sentences]))
    phrases = _phrases(views, People(names), document.publisher)
    phrases.sort(key=lambda p: (p.sentence, p.first, -p.last))
    join_neighbours(views, phrases)
    of_bodies(views, phrases)
    of_home(views, phrases)
    Discourse(views).resolve(phrases)
    of_armed_bodies(views, phrases)
    _belonging(views, phrases)
    of_the_state(views, phrases)
    of_spokesmen(views, phrases)
    return tuple(_mention(document, views[p.sentence], p) for p in phrases if _tells(p))


def _phrases(views: Sequence[View], people: People, publisher: str | None) -> list[Phrase]:
    bodies, lexical, unlisted = Bodies(), LexicalNames(), UnlistedBodies()
    spans = [tuple(capitals(view)) for view in views]
    unlisted.learn(views, spans, publisher)
    people.learn(views, spans)
    for view in views:
        bodies.learn(view)
    found = list(unlisted.phrases())
    named = {(p.sentence, p.last) for p in found}
    bylines = {view.sentence.index for view in views if view.sentence.role == "byline"}
    found += [p for p in people.phrases() if (p.sentence, p.last) not in named and p.sentence not in bylines]
    taken: list[set[int]] = [set() for _ in views]
    for phrase in found:
        taken[phrase.sentence].update(range(phrase.first, phrase.last + 1))
    for at, view in enumerate(views):
        if view.sentence.role == "byline":
            continue
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
        if token.pos == "PRON" and (entity := pronoun_entity(view.keys[i])) is not None and not is_empty(view, i):
            hidden = view.keys[i] in ("us", "our", "ours", "my")
            found.append(Phrase(view.sentence.index, i, i, i, "pronoun", entity, anaphoric=True, hidden=hidden))
    return found


def _belonging(views: Sequence[View], phrases: Sequence[Phrase]) -> None:
    """Give "their soldiers" and "the army's spokesman" the side of whom the possessive stands for."""
    owners = {(p.sentence, p.head): p.entity for p in phrases}
    for phrase in phrases:
        if not phrase.takes_side or phrase.entity.side is not None:
            continue
        keys = views[phrase.sentence].keys
        for i in range(phrase.first, phrase.head):
            owner = owners.get((phrase.sentence, i))
            if owner is not None and owner.side and (keys[i] in POSSESSIVE or keys[i + 1] in ("'s", "'")):
                phrase.entity.side = owner.side
    _of_the_only_army(phrases)


def _of_the_only_army(phrases: Sequence[Phrase]) -> None:
    """Give an "army spokesman" the side of the army in a report that knows the army of one side and no second state."""
    known = state_names()
    sides = {p.entity.side for p in phrases if p.entity.kind != "media" and p.entity.side in known}
    armies = {p.entity.side for p in phrases if p.entity.kind == "armed_force" and p.entity.nouns & _ARMY}
    if len(sides) != 1 or not sides <= armies:
        return
    side = next(iter(sides))
    for phrase in phrases:
        entity = phrase.entity
        if entity.kind == "person" and entity.side is None and entity.proper and entity.words & _ARMY:
            entity.side = side


_ARMY = frozenset({"army", "military"})


def _tells(phrase: Phrase) -> bool:
    """Whether a phrase ended up with an actor: an unresolved pronoun names nobody."""
    return not (phrase.hidden or (phrase.form == "pronoun" and unresolved(phrase.entity)))


def _mention(document: Document, view: View, phrase: Phrase) -> ActorMention:
    start, end = view.tokens[phrase.first].start, view.tokens[phrase.last].end
    return ActorMention(Span.of(document.text, start, end), view.sentence.index, phrase.entity.actor)
