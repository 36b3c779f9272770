"""Which sentences of a paragraph begin inside a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.mentions.actors.phrase import View

__all__ = ["open_quotes"]


def open_quotes(views: Sequence[View]) -> list[tuple[int, bool]]:
    """For each sentence how many curly quotations are open where it begins, and whether a straight one is.

    A paragraph starts afresh: a writer who forgets to close a quotation does so for one paragraph.
    """
    found: list[tuple[int, bool]] = []
    curly, straight, paragraph = 0, False, -1
    for view in views:
        if view.sentence.paragraph != paragraph:
            curly, straight, paragraph = 0, False, view.sentence.paragraph
        found.append((curly, straight))
        text = view.sentence.text
        curly = max(curly + text.count("“") - text.count("”"), 0)
        straight ^= text.count('"') % 2 == 1
    return found
