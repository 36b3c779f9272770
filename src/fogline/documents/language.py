"""Which language a text is in."""

from __future__ import annotations

__all__ = ["identify", "normal"]

NAMES = {"english": "en", "eng": "en", "ukrainian": "uk", "ukr": "uk", "russian": "ru", "rus": "ru"}


def normal(code: str) -> str:
    """The ISO 639-1 code of a language tag or name: "en-US", "EN", "English" and "eng" all give "en"."""
    word = code.strip().lower().replace("_", "-").split("-")[0]
    return NAMES.get(word, word)


def identify(text: str) -> str | None:
    """The ISO 639-1 code of the language, None where the text does not tell."""
    return None
