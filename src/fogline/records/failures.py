"""What could not be used, and why."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["REASONS", "Failure"]

REASONS: dict[str, str] = {
    "empty": "the file or record holds no text",
    "binary": "the bytes are not text",
    "encoding": "the text cannot be decoded",
    "too_large": "the file is larger than the size limit",
    "malformed": "the file does not follow its format",
    "missing_column": "the table lacks the column asked for",
    "unreadable": "the file cannot be opened",
    "unsupported": "no reader knows this kind of file",
    "language": "the report is in a language that cannot be read yet",
    "no_text": "no readable text was found in the file",
    "bad_date": "a date in the metadata is not a date; it is taken as unknown",
    "link_loop": "a symbolic link leads back to its own folder",
    "sentence_too_long": "a stretch of text without a sentence end is too long to read",
    "crashed": "reading stopped unexpectedly; please report this",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that was skipped: what, where, why. `reason` is a key of REASONS; `document_id` where one was kept."""

    source: str
    reason: str
    message: str
    stage: str
    document_id: str | None = None
