"""Claims as a list that people look at: in a notebook, as a data frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, overload

from fogline.records.claims import Claim
from fogline.records.documents import Document

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Claims"]

SHOWN = 200


class Claims(Sequence[tuple[Claim, Document]]):
    """Claims with their reports, in the order of the ledger."""

    def __init__(self, rows: tuple[tuple[Claim, Document], ...]) -> None:
        self._rows = rows

    @overload
    def __getitem__(self, index: int) -> tuple[Claim, Document]: ...
    @overload
    def __getitem__(self, index: slice) -> Claims: ...
    def __getitem__(self, index: int | slice) -> tuple[Claim, Document] | Claims:
        if isinstance(index, slice):
            return Claims(self._rows[index])
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[tuple[Claim, Document]]:
        return iter(self._rows)

    def __repr__(self) -> str:
        return f"<Claims: {len(self)}>"

    def to_pandas(self) -> pd.DataFrame:
        """One row a claim, flat columns as in the CSV export. Raises RunError without the `pandas` extra."""
        from fogline.errors import RunError
        from fogline.exports.tables import COLUMNS, claim_row

        try:
            import pandas as pd
        except ImportError as error:
            raise RunError("data frames need pandas: pip install 'fogline[pandas]'") from error
        return pd.DataFrame([claim_row(*row) for row in self._rows], columns=list(COLUMNS))

    def _repr_html_(self) -> str:
        """A table for notebooks, the words of each claim marked in its sentence."""
        rows = "".join(_html_row(claim, document) for claim, document in self._rows[:SHOWN])
        more = f"<p>{len(self) - SHOWN} more</p>" if len(self) > SHOWN else ""
        head = "<tr><th>Who says it</th><th>Stance</th><th>Words</th><th>Report</th></tr>"
        return f"<table>{head}{rows}</table>{more}"


def _html_row(claim: Claim, document: Document) -> str:
    speaker = claim.speaker.name if claim.speaker else "the report itself"
    cells = (escape(speaker), escape(claim.stance), _marked(claim), escape(document.name))
    return "<tr>" + "".join(f"<td style='text-align:left'>{cell}</td>" for cell in cells) + "</tr>"


def _marked(claim: Claim) -> str:
    """The sentence with the claim's words in <mark>."""
    text, at, parts = claim.sentence.text, claim.sentence.start, []
    low = 0
    for span in sorted(claim.evidence):
        start, end = max(span.start - at, low), min(span.end - at, len(text))
        if start < end:
            parts += [escape(text[low:start]), "<mark>", escape(text[start:end]), "</mark>"]
            low = end
    return "".join(parts) + escape(text[low:])
