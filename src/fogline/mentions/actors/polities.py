"""States that no list knows, told by what they have: "Kedara's navy" makes Kedara a side, Kedarans its people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.mentions.actors.modifiers import role_at
from fogline.mentions.actors.phrase import View
from fogline.packs.lexicon import Entry, Hit
from fogline.packs.roles import roles
from fogline.packs.wordlists import given_names

__all__ = ["with_polities"]

_ENDINGS = ("n", "ns", "i", "is", "ese", "ish")
_SHORTEST = 5  # letters: shorter stems meet too many other words


def with_polities(views: Sequence[View]) -> list[View]:
    """The views with the states that only this report knows found in them, as the lexicon finds others."""
    names = dict(_found(views))
    if not names:
        return list(views)
    entries = {key: Entry(name, "government", _whole(key, names), "state") for key, name in names.items()}
    entries.update(_demonyms(views, entries))
    return [_extended(view, entries) for view in views]


def _whole(key: str, names: dict[str, str]) -> str:
    """The state a name belongs to: itself, or the longer name it begins, as a capital can ("Ostrov", "Ostrovia")."""
    longer = [other for other in names if other.startswith(key)]
    return names[max(longer, key=len)]


def _found(views: Sequence[View]) -> Iterator[tuple[str, str]]:
    """Folded name and name of each state: a lone proper noun that has a ministry, a navy, an ambassador."""
    unknown = [(view, i) for view in views for i in _unknown(view)]
    surnames = {view.keys[i] for view, i in unknown if i and _ends_name(view, i)}
    for view, i in unknown:
        after = view.keys[i + 1 : i + 2]
        if after in (("'s",), ("'",)) and view.keys[i] not in surnames and _owns_state(view, i):
            yield view.keys[i], view.tokens[i].text
    yield from _named_by_adjective(unknown, surnames)


def _unknown(view: View) -> Iterator[int]:
    """The capitalised words of a sentence that no list knows."""
    for i, token in enumerate(view.tokens):
        if token.text[0].isupper() and view.cover[i] is None:
            yield i


def _named_by_adjective(unknown: Sequence[tuple[View, int]], surnames: set[str]) -> Iterator[tuple[str, str]]:
    """Names whose adjective goes with an army or a government: Lesnovia beside "Lesnovian troops"."""
    adjectives = {view.keys[i] for view, i in unknown if _governs(view, i)}
    barred = surnames | roles().groups["no_polity"]
    for view, i in unknown if adjectives else ():
        key = view.keys[i]
        if len(key) < _SHORTEST or key in barred or key.endswith("s"):
            continue
        if any(adjective != key and _of(adjective, key[:-1]) for adjective in adjectives):
            yield key, view.tokens[i].text


def _governs(view: View, i: int) -> bool:
    """Whether a word like an adjective of a nation stands before what a state or army has."""
    if not view.keys[i].endswith(("an", "ian", "ese", "ish")):
        return False
    head = view.sentence.head(view.tokens[i])
    role = role_at(view, i, head.i) if head.i > i else None
    return role is not None and role.belongs == "state" and role.kind in ("government", "armed_force", "people")


def _ends_name(view: View, i: int) -> bool:
    """Whether a word ends the name of a person: behind a given name, a title or another proper noun."""
    before, key = view.tokens[i - 1], view.keys[i - 1]
    if key in given_names().genders or key in roles().titles:
        return True
    return before.pos == "PROPN" and before.dep == "compound" and before.head == i and view.cover[i - 1] is None


def _owns_state(view: View, i: int) -> bool:
    token = view.tokens[i]
    if token.pos != "PROPN" or token.dep != "poss" or view.cover[i] is not None or len(token.text) < _SHORTEST - 1:
        return False
    if i and view.tokens[i - 1].pos == "PROPN" and view.tokens[i - 1].dep == "compound":
        return False
    head = view.sentence.head(token)
    role = role_at(view, i + 2, head.i) if head.i > i + 1 else None
    return role is not None and role.noun in roles().groups["state_things"]


def _demonyms(views: Sequence[View], states: dict[str, Entry]) -> dict[str, Entry]:
    """Adjectives and people of those states, by their stem: "Kedaran", "Dravinians"."""
    found: dict[str, Entry] = {}
    stems = {key[:-1]: entry for key, entry in states.items() if len(key) >= _SHORTEST}
    for view in views:
        for i, key in enumerate(view.keys):
            if len(key) > _SHORTEST and view.tokens[i].text[0].isupper() and view.cover[i] is None:
                entry = next((e for stem, e in stems.items() if _of(key, stem)), None)
                if entry is not None and key not in states:
                    found[key] = (
                        Entry(entry.name, "people", entry.side, "people")
                        if key.endswith("s")
                        else Entry(entry.name, "government", entry.side, "adjective")
                    )
    return found


def _of(key: str, stem: str) -> bool:
    return key.startswith(stem) and key.endswith(_ENDINGS) and len(key) - len(stem) <= 4


def _extended(view: View, entries: dict[str, Entry]) -> View:
    cover = list(view.cover)
    hits = list(view.hits)
    for i, key in enumerate(view.keys):
        if key in entries and cover[i] is None and view.tokens[i].text[0].isupper():
            cover[i] = Hit(i, i, entries[key])
            hits.append(Hit(i, i, entries[key]))
    hits.sort(key=lambda hit: hit.first)
    return replace(view, hits=tuple(hits), cover=tuple(cover))
