"""A statement as first read: whose words, which cue, what content; the step before a claim."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fogline.records.claims import Kind, Stance, Status
from fogline.records.spans import Span

__all__ = ["Statement"]


@dataclass(frozen=True, slots=True)
class Statement:
    """Words attributed to somebody.

    `sentence` is the index of the sentence its content begins in. `speakers` are the words that name each
    joint speaker; empty with `unnamed` where the text names none. `kind` and `status` are what a trained
    reader thinks, else None, `kinds` and `statuses` the probability it gives to each. `score` (0 to 1) is how sure
    the reader is. `own` marks what the reader takes for an event in the report's own voice. `under`
    is the cue of the statement that says this one, where it says it beside it: "Newswire, citing Lee, said ...".
    `whole` are the words that a statement of one deed was parted from. A `silent` one is no claim: what it names is
    kept from the claims beside it.
    """

    sentence: int
    speakers: tuple[Span, ...]
    cue: Span | None
    content: tuple[Span, ...]
    stance: Stance
    unnamed: bool = False
    kind: Kind | None = None
    status: Status | None = None
    score: float = 0.7
    kinds: tuple[tuple[Kind, float], ...] = ()
    statuses: tuple[tuple[Status, float], ...] = ()
    own: bool = False
    under: Span | None = None
    whole: Span | None = None
    silent: bool = False

    @property
    def start(self) -> int:
        """Where its content begins."""
        content = self.content
        return content[0].start if len(content) == 1 else min(span.start for span in content)

    @property
    def end(self) -> int:
        """Where its content ends."""
        content = self.content
        return content[0].end if len(content) == 1 else max(span.end for span in content)

    def saying(self, content: tuple[Span, ...]) -> Statement:
        """The statement with these words for its content; itself where they are what it says already."""
        return self if content == self.content else replace(self, content=content)
