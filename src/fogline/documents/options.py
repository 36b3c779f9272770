"""What a user can choose about how reports are found and read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from fogline.errors import ItemError, RunError

__all__ = ["COLUMNS", "FORMS", "DocumentOptions", "FormName"]

FormName = Literal["text", "markdown", "html", "jsonl", "csv", "tsv", "pdf"]
FORMS: tuple[FormName, ...] = get_args(FormName)

COLUMNS = ("text", "id", "title", "publisher", "url", "published_at", "language", "author")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOptions:
    """How reports are found and read; what is given here wins over what a file says about itself.

    `published` is a date or date-time as `parse_date` reads it. `columns` maps the keys of `COLUMNS` to
    column names of a table, where they differ. `size_limit_bytes` is the most one report may have, after
    decompression; in JSON Lines and tables it holds for one record. `readable` are the ISO 639-1 codes of
    languages that can be read. `form` reads every source as this form, whatever its name. `recursive` reads
    folders below a folder.

    Raises RunError for a date that is none, an unknown column key or an unknown form.
    """

    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    size_limit_bytes: int = 50_000_000
    recursive: bool = True
    readable: tuple[str, ...] = ("en",)
    form: FormName | None = None

    def __post_init__(self) -> None:
        """Say at once what cannot work: a slip in a flag is one line, not a Failure for each report."""
        for key in self.columns:
            if key not in COLUMNS:
                raise RunError(f"no column key {key!r}: use one of {', '.join(COLUMNS)}")
        if self.form is not None and self.form not in FORMS:
            raise RunError(f"no form {self.form!r}: use one of {', '.join(FORMS)}")
        if self.size_limit_bytes < 1:
            raise RunError("the size limit must be at least one byte")
        if self.published is not None:
            object.__setattr__(self, "published", _checked(self.published))


def _checked(published: str) -> str:
    from fogline.documents.dates import parse_date

    try:
        return parse_date(published)
    except ItemError as error:
        raise RunError(f"publication date: {error}") from error
