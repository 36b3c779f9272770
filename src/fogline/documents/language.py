"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["identify", "is_at_odds", "normal"]

LATIN = frozenset(
    "en pl cs sk sl hr bs de fr es it pt ro hu nl sv da no fi et lv lt tr az sq ku vi id ms so sw ha".split()
)
OTHER_SCRIPTS = frozenset("uk ru be bg sr mk el ar fa ps ur he hi bn ne my th zh ja ko ka hy am".split())
BOTH = frozenset("sr bs az ku so ms".split())  # written in Latin letters and in others
NAMES = {
    "english": "en", "eng": "en", "ukrainian": "uk", "ukr": "uk", "russian": "ru", "rus": "ru",
    "arabic": "ar", "ara": "ar", "french": "fr", "fra": "fr", "german": "de", "deu": "de",
    "spanish": "es", "spa": "es", "polish": "pl", "pol": "pl", "turkish": "tr", "tur": "tr",
    "hebrew": "he", "heb": "he", "iw": "he",
}  # fmt: skip
WORD = re.compile(r"[^\W\d_]+")
# The Latin blocks, with what Vietnamese and Turkish add; IPA and all other scripts lie outside.
LATIN_WORD = re.compile(r"[A-Za-zª-ɏḀ-ỿ]+")
SAMPLE_CHARACTERS = 1_800  # about 300 words: more costs time and tells nothing new
# Headlines full of foreign names look Swedish or French. At these odds 1 of 15,349 English headlines of the war in
# Ukraine is taken for another language, while all 62 headlines in 16 other languages with Latin letters are seen. The
# words in small letters have a say of their own because names are capitalised: "Szczepański and Öztürk meet in ...".
ODDS = 10.0
ODDS_IN_SMALL_LETTERS = 3.0


def normal(tag: str) -> str:
    """The ISO 639-1 code of a language tag or name: "en-US", "EN", "English" and "eng" all give "en"."""
    word = tag.strip().lower().replace("_", "-").split("-")[0]
    return NAMES.get(word, word)


def identify(text: str) -> str | None:
    """The ISO 639-1 code of the language, None where the text does not tell.

    Only the words in the script that most letters belong to are looked at: an English report that names its
    source in Cyrillic is English. With Latin letters, another language must be far likelier than English.
    """
    words = _words(text)
    sample = " ".join(words)
    if not sample:
        return None
    if not _is_latin(words):
        likelihood = dict(_identifier().rank(sample))
        return max(OTHER_SCRIPTS, key=lambda code: (likelihood.get(code, 0.0), code))
    best, odds = _best_latin(sample)
    if best == "en":
        return best
    small = " ".join(word for word in words if word.islower())
    if odds < ODDS or (small and _best_latin(small)[1] < ODDS_IN_SMALL_LETTERS):
        return None
    return best


def _best_latin(sample: str) -> tuple[str, float]:
    """The likeliest language with Latin letters, and how much likelier than English it is."""
    likelihood = dict(_identifier().rank(sample))
    best = max(LATIN, key=lambda code: (likelihood.get(code, 0.0), code))
    return best, likelihood[best] / max(likelihood["en"], 1e-12)


def is_at_odds(language: str, text: str) -> bool:
    """Whether a text is given as one language and written in a script that this language does not use."""
    words = _words(text)
    return bool(words) and language in (OTHER_SCRIPTS if _is_latin(words) else LATIN) - BOTH


def _words(text: str) -> list[str]:
    """The words of a sample in the script that most of its letters belong to."""
    words = WORD.findall(_sample(text))
    latin = [word for word in words if LATIN_WORD.match(word)]
    other = [word for word in words if not LATIN_WORD.match(word)]
    return latin if sum(map(len, latin)) >= sum(map(len, other)) else other


def _is_latin(words: list[str]) -> bool:
    return LATIN_WORD.match(words[0]) is not None


def _sample(text: str) -> str:
    """Beginning, middle and end: the top of a page can be in another language than the page."""
    if len(text) <= SAMPLE_CHARACTERS:
        return text
    third, middle = SAMPLE_CHARACTERS // 3, len(text) // 2
    return f"{text[:third]} {text[middle : middle + third]} {text[-third:]}"


@cache
def _identifier() -> LanguageIdentifier:
    """The identifier, held to languages that wars are reported in: of all 140, Walloon wins headlines."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted((LATIN | OTHER_SCRIPTS) & set(identifier.labels)))
    return identifier
