"""Who "we" is in a statement that a ministry or army publishes itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.packs.lexicon import Lexicon
from fogline.packs.wordlists import state_names
from fogline.records.documents import Document
from fogline.records.mentions import Actor, ActorKind, ActorMention
from fogline.records.sentences import Sentence

__all__ = ["is_quoted", "own_voice_of"]

# What publishes statements and no news, by a word of its name.
OFFICES: dict[str, ActorKind] = {
    **dict.fromkeys(
        "department ministry government office embassy presidency cabinet parliament".split(), "government"
    ),
    **dict.fromkeys("chancellery mfa mod fco fcdo".split(), "government"),
    **dict.fromkeys("command army navy forces corps brigade centcom africom nato".split(), "armed_force"),
    **dict.fromkeys("council commission secretariat mission committee union organization".split(), "organisation"),
    **dict.fromkeys("organisation unhcr unicef ocha coalition alliance movement".split(), "organisation"),
}
NEWS = frozenset({"news", "times", "post", "online", "agency", "press", "tv", "radio", "daily", "herald", "media"})
SIGNED = re.compile(
    r"(?i:(?:joint |press |official )*(?:statement|communiqu[ée]|declaration|appeal) "
    r"(?:by|of|from|issued by) (?:the )?)"
    r"(?P<name>[A-Z][\w'’&-]*(?: (?:[A-Z][\w'’&-]*|of|for|and|the))*)"
)
PRESENT = ("VBZ", "VBP")


def own_voice_of(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[ActorMention], lexicon: Lexicon
) -> Actor | None:
    """Who speaks as "we" outside quotation marks: the office that publishes or signs, or the only state that speaks.

    None for what a newsroom publishes, and where nothing says who speaks.
    """
    state = _only_state(sentences, mentions)
    signed = SIGNED.match(document.title or document.text[:200])
    for name in (signed["name"] if signed else None, document.publisher):
        if name and (actor := _office(name.strip(), lexicon)) is not None:
            return actor if actor.side or state is None else replace(actor, side=state.side)
    return state


def is_quoted(text: str, start: int) -> bool:
    """Whether the words at `start` stand in quotation marks opened in their paragraph."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("«") > before.count("»")


def _office(name: str, lexicon: Lexicon) -> Actor | None:
    """The office of that name with the state it names; None for what is no office."""
    words = re.findall(r"[\w-]+", name)
    kinds = [OFFICES[word.lower()] for word in words if word.lower() in OFFICES]
    if not kinds or any(word.lower() in NEWS for word in words):
        return None
    entry = lexicon.named(name)
    if entry is not None:
        return Actor(entry.name, entry.kind, entry.side)
    found = (lexicon.named(" ".join(words[low:high])) for low in range(len(words)) for high in (low + 1, low + 2))
    sides = {entry.side for entry in found if entry is not None and entry.side in state_names()}
    return Actor(name, kinds[0], next(iter(sides)) if len(sides) == 1 else None)


def _only_state(sentences: Sequence[Sentence], mentions: Sequence[ActorMention]) -> Actor | None:
    """The state that alone speaks in the present tense: "The United Kingdom condemns the attack. We call on ..."."""
    found = {m.actor for m in mentions if m.actor.side in state_names() and _speaks_now(sentences[m.sentence], m)}
    sides = {actor.side for actor in found}
    return next(iter(found)) if len(sides) == len(found) == 1 else None


def _speaks_now(sentence: Sentence, mention: ActorMention) -> bool:
    words = sentence.tokens_in(mention.span.start, mention.span.end) if sentence.parsed else []
    if not words or mention.actor.kind != "government" or sentence.role == "headline":
        return False
    return words[-1].dep == "nsubj" and sentence.head(words[-1]).tag in PRESENT
