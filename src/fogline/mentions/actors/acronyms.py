"""Acronyms that a report defines for names the lexicon knows: "the Arakan Army (AA)" makes AA the army everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.mentions.actors.phrase import View
from fogline.packs.lexicon import Entry, Hit

__all__ = ["with_acronyms"]

LONGEST = 7  # letters


def with_acronyms(views: Sequence[View]) -> list[View]:
    """The views with those acronyms found in them, as the lexicon finds names."""
    defined = dict(pair for view in views for pair in _defined(view))
    return [_extended(view, defined) for view in views] if defined else list(views)


def _defined(view: View) -> Iterator[tuple[str, Entry]]:
    """Each acronym in brackets right behind a name of the lexicon, with what it stands for."""
    for i in range(2, len(view.tokens) - 1):
        text, hit = view.tokens[i].text, view.cover[i - 2]
        bracketed = view.keys[i - 1] == "(" and view.keys[i + 1] in (")", ",", ";")
        short = text.isupper() and 2 <= len(text) <= LONGEST and view.cover[i] is None
        if bracketed and short and hit is not None and hit.first < hit.last == i - 2:
            yield text, hit.entry


def _extended(view: View, defined: dict[str, Entry]) -> View:
    cover, hits = list(view.cover), list(view.hits)
    for i, token in enumerate(view.tokens):
        if token.text in defined and cover[i] is None and view.keys[i - 1 : i] != ("(",):
            cover[i] = Hit(i, i, defined[token.text])
            hits.append(Hit(i, i, defined[token.text]))
    if len(hits) == len(view.hits):
        return view
    hits.sort(key=lambda hit: hit.first)
    return replace(view, hits=tuple(hits), cover=tuple(cover))
