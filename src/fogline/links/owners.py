"""Whose people or things a claim counts, as its words say it: its own, the enemy's, those of a state or of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.data.gazetteer import fold
from fogline.links.fates import camp_of, does, plain, said_to_be, thing_of
from fogline.links.lexicon import lexicon

__all__ = ["Whose", "whose_in", "whose_of"]

COUNTED_BY = re.compile(
    r"\b(?:his|her|its|their|our)\s+(?:own\s+)?(?:(?!dead|loss|wounded|casualt)\w+\s+)?"
    r"(?:count|figure|tally|estimate|claim|number|sum|total)s?\b",
    re.IGNORECASE,
)
OURS = re.compile(r"\b(?:our|own|ours)\b|\b(?:his|her|its|their) (?:side|ranks|toll)\b", re.IGNORECASE)
POSSESSED = re.compile(r"\b(?:his|her|its|their|my)\s+((?:\w+\s+)?[\w-]+)", re.IGNORECASE)
ABOARD = frozenset({"crew", "crews", "crewmen", "passengers"})  # those of a ship are not those of who sank it
OF_WHOSE = re.compile(r"\s*(?:more\s+)?of\s+(?:the\s+)?((?:[\w’'-]+\s+){0,3}[\w’'-]+)", re.IGNORECASE)
LOSING = re.compile(
    r"\b(?:side|ranks|loss(?:es)?|lost|loses?|dead|deaths?|toll|casualties|bodies|left|paid|hands|prisoners?)\b|"
    r"\b(?:has|had|have)\s+(?:only\s+|just\s+)?$",
    re.IGNORECASE,
)
NOUN_END = re.compile(r"\b(?:was|were|is|are|had|has|have|by|from|with|who|that|near|at|to|in)\b")
HOLDER = re.compile(r"\bin\s+(?:the\s+)?[\w’'-]+['’]s\s+(?:hands|custody|power|captivity)\b")
NAMES = re.compile(r"\b[A-Z][\w’'-]+")
AS_MUCH = re.compile(r"(?:\b(?:at|to|as|of|is|now|stands?|rose|fell|least)|:)\s*$", re.IGNORECASE)
GENITIVE = re.compile(r"['’]s?\b|['’](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose people or things are counted, as the words say it.

    `own` and `enemy` are of the one who counts; `states` and `names` are told by name; `camp` is "state" for soldiers,
    "irregular" for guerrillas.
    """

    own: bool = False
    enemy: bool = False
    civilian: bool = False
    states: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    camp: str | None = None


def whose_of(of: str, whose: str, before: str, after: str) -> Whose:
    """Whose those counted are: by their noun, by "of his men", and by who had the losses."""
    told = LOSING.search(before) is not None and not does(plain(before))
    told = told or (not thing_of(plain(of)) and AS_MUCH.search(before) is not None)
    before = HOLDER.sub(" ", before)
    partitive = OF_WHOSE.match(after)
    phrase = " ".join((whose, of, partitive[1] if partitive else "", before if told else ""))
    return whose_in(COUNTED_BY.sub(" ", phrase), whose, " ".join(NOUN_END.split(after)[0].split()[:6]))


def whose_in(phrase: str, whose: str = "", after: str = "") -> Whose:
    """Whose those are that a phrase names; of what stands `after` it, states and kinds of fighters tell it too."""
    text, whole = plain(f"{phrase} {after}"), f"{phrase} {after}"
    states = frozenset(
        {lexicon().states[fold(name)] for name in lexicon().long_states.findall(whole)}
        | {lexicon().states[name] for word in NAMES.findall(whole) if (name := _bare(word)) in lexicon().states}
    )
    captives = {"captives"} if said_to_be("captive", plain(phrase)) else set()
    names = captives | {_bare(word) for word in NAMES.findall(phrase)} - lexicon().states.keys() - lexicon().stop
    own = OURS.search(phrase) is not None or any(map(_is_ours, POSSESSED.findall(phrase)))
    camp = camp_of(text)
    return Whose(
        own=own or said_to_be("defending", text),
        enemy=not own and said_to_be("enemy", text),
        civilian=whose.endswith("civilian") or (camp is None and said_to_be("civilian", text)),
        states=states,
        names=frozenset(name for name in names if len(name) > 1),
        camp=camp,
    )


def _is_ours(words: str) -> bool:
    """Whether what "its" stands before is people or things of one's own, not those one holds."""
    told = plain(words)
    return thing_of(told) is not None and not said_to_be("captive", told) and not ABOARD & set(told.split())


def _bare(word: str) -> str:
    return fold(GENITIVE.sub("", word))
