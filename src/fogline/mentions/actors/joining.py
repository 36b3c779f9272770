"""Descriptions beside a name: "the army's chief, Ruta Abene", "Ruta Abene, a nurse at the camp"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from fogline.mentions.actors.phrase import Phrase, View
from fogline.packs.roles import roles

__all__ = ["join_neighbours"]

_CLIMB = frozenset({"pobj", "prep", "compound", "poss", "nmod", "amod", "conj", "appos", "agent", "acl"})
_CLOSING = frozenset({",", ".", ";", ")", "—", "–", "-", "”", '"', "’", ":", "?", "!"})
_STEPS = 8
_TITLE = 12  # words


def join_neighbours(views: Sequence[View], phrases: Sequence[Phrase]) -> None:
    """Give a description of one person the name that stands in apposition to it, and the name the description."""
    described = {(p.sentence, p.head): p for p in phrases if p.form == "nominal" and p.entity.kind == "person"}
    openings = {(p.sentence, p.first): p for p in described.values()}
    _join_descriptions(views, described)
    _join_quoted(views, phrases)
    _join_groups(views, phrases)
    for name in phrases:
        if name.form != "name" or name.entity.kind != "person":
            continue
        view = views[name.sentence]
        before = _before(view, name, described) or _equated(view, name, described)
        if before is not None:
            _merge(name, before)
        title = _titled(view, name, described)
        if title is not None:
            name.entity.side = name.entity.side or _state_between(view, title.head, name.head)
            _merge(name, title)
        after = _after(view, name, openings)
        if after is not None and after is not before:
            _merge(name, after)


def _join_descriptions(views: Sequence[View], described: dict[tuple[int, int], Phrase]) -> None:
    """Make two descriptions of one person one: "the commander, a thin man"."""
    for (sentence, head), phrase in described.items():
        token = views[sentence].tokens[head]
        other = described.get((sentence, token.head))
        if token.dep == "appos" and other is not None and not phrase.entity.plural and not other.entity.plural:
            other.entity.learn(phrase.entity)
            phrase.entity, phrase.anaphoric = other.entity, False


def _equated(view: View, name: Phrase, described: dict[tuple[int, int], Phrase]) -> Phrase | None:
    """The description that "is" puts beside the name: "the minister is Ruta Abene", "Ruta Abene is the minister"."""
    token = view.tokens[name.head]
    verb = view.sentence.head(token)
    if token.dep not in ("attr", "nsubj") or verb.lemma != "be":
        return None
    for other in view.sentence.children(verb, "nsubj", "attr"):
        found = described.get((name.sentence, other.i))
        if found is not None and not found.entity.plural:
            return found
    return None


def _join_quoted(views: Sequence[View], phrases: Sequence[Phrase]) -> None:
    """Give a description the name in quotation marks behind it: the blog “Two Majors”."""
    for left, right in pairwise(phrases):
        if left.sentence != right.sentence or left.form != "nominal" or right.form != "name":
            continue
        between = views[left.sentence].keys[left.last + 1 : right.first]
        if not between and (right.entity.kind == "person" or not _names_it(views[left.sentence], left, right)):
            continue
        if between == (",",) and not _apposed(views[left.sentence], left, right):
            continue
        if left.entity.kind != "person" and between in ((), (",",), ("'",), ('"',), ("“",), ("‘",)):
            right.entity.learn(left.entity)
            left.entity, left.anaphoric = right.entity, False


def _apposed(view: View, left: Phrase, right: Phrase) -> bool:
    """Whether a comma puts the name of a body beside its description: "the operator, Lowa Minerals"."""
    token = view.tokens[right.head]
    bodies = right.entity.kind in ("organisation", "armed_force", "media", "government")
    return bodies and token.dep == "appos" and token.head == left.head and not left.entity.plural


def _names_it(view: View, left: Phrase, right: Phrase) -> bool:
    """Whether a name right behind a description names the same: "the watchdog Ledger Watch"."""
    lower = view.tokens[left.head].text[0].islower() and left.entity.side is None
    return lower and right.entity.kind in ("organisation", "armed_force", "media") and left.entity.kind != "people"


def _join_groups(views: Sequence[View], phrases: Sequence[Phrase]) -> None:
    """Make a body a side of its own that an apposition calls a militia, a faction or rebels."""
    groups, armed = roles().groups["own"], roles().groups["armed_words"]
    for left, right in pairwise(phrases):
        if left.sentence != right.sentence or left.form != "name" or right.form != "nominal":
            continue
        entity, view = left.entity, views[left.sentence]
        if entity.kind not in ("armed_force", "organisation") or right.first != left.last + 2 or right.entity.plural:
            continue
        if (
            view.keys[left.last + 1] == ","
            and (right.entity.nouns & groups or right.entity.words & armed)
            and view.tokens[right.head].dep == "appos"
        ):
            entity.kind, entity.side = "armed_force", entity.side or right.entity.side or entity.name
            entity.learn(right.entity)
            right.entity, right.anaphoric = entity, False


def _before(view: View, name: Phrase, described: dict[tuple[int, int], Phrase]) -> Phrase | None:
    """The description that a comma parts from the name after it."""
    at = name.first - 1
    while at > 0 and (
        view.tokens[at].pos in ("NOUN", "ADJ") or view.cover[at]
    ):  # "her opponent, state auditor Ruta Abene"
        at -= 1
    if at < 1 or view.keys[at] not in (",", ":", "—", "–"):
        return None
    token = view.tokens[name.head]
    following = view.keys[name.last + 1] if name.last + 1 < len(view.keys) else "."
    closed = token.dep == "appos" or following in _CLOSING
    token = view.tokens[at - 1]
    found: Phrase | None = None
    for _ in range(_STEPS):
        found = described.get((name.sentence, token.i)) or found
        if token.dep not in _CLIMB or token.head == token.i:
            break
        token = view.sentence.head(token)
        if token.i > at:
            break
    if found is None and view.tokens[name.head].dep == "appos":
        found = _nearest(view, name, at, described)
    if found is None or found.entity.plural:
        return None
    return found if closed or found.first == 0 else None  # "The mayor of Uru, Ruta Abene told us"


def _titled(view: View, name: Phrase, described: dict[tuple[int, int], Phrase]) -> Phrase | None:
    """The long title that runs up to the name: "Minister for Foreign Affairs of Kedara Ruta Abene"."""
    text = view.text(name.first, name.last)
    for at in range(name.first - 1, max(name.first - _TITLE, -1), -1):
        found = described.get((name.sentence, at))
        if found is not None:
            behind = at + 2 == name.first and view.keys[at + 1] in ("of", "for")
            joined = found.entity.name.endswith(text) or (behind and name.last - name.first > 1)
            return found if joined and not found.entity.plural else None
        if view.tokens[at].text[0].islower() and view.keys[at] not in ("of", "for", "the", "and"):
            return None
    return None


def _state_between(view: View, first: int, last: int) -> str | None:
    """The one state that a title names."""
    hits = {view.cover[i] for i in range(first, last)} - {None}
    sides = {hit.entry.side for hit in hits if hit is not None and hit.entry.use in ("state", "adjective", "side")}
    return next(iter(sides)) if len(sides) == 1 else None


def _nearest(view: View, name: Phrase, at: int, described: dict[tuple[int, int], Phrase]) -> Phrase | None:
    """The description a phrase of preposition and noun before the comma hangs on, whatever the parser says."""
    for i in range(at - 1, max(at - 7, -1), -1):
        if (name.sentence, i) in described:
            return described[name.sentence, i]
        if view.tokens[i].pos not in ("NOUN", "ADJ", "DET", "ADP", "PROPN", "PART"):
            return None
    return None


def _after(view: View, name: Phrase, openings: dict[tuple[int, int], Phrase]) -> Phrase | None:
    """The description that follows the name after a comma or bracket, an age skipped."""
    at = name.last + 1
    if at >= len(view.keys) or view.keys[at] not in (",", "("):
        return None
    at += 1
    if at + 1 < len(view.keys) and view.keys[at].isdigit() and view.keys[at + 1] == ",":
        at += 2
    found = openings.get((name.sentence, at))
    if found is None or found.entity.plural:
        return None
    token = view.tokens[found.head]
    subject = token.dep == "nsubj" and view.tokens[name.head].dep != "nsubj" and view.tokens[name.head].head != token.i
    return None if subject else found


def _merge(name: Phrase, description: Phrase) -> None:
    entity, other = name.entity, description.entity
    if entity.gender and other.gender and entity.gender != other.gender:
        return
    entity.learn(other)
    description.entity, description.anaphoric = entity, False
