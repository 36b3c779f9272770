"""What the parts of the actor finder hand to each other: actors in the making and the words that name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from fogline.packs.lexicon import Hit, Lexicon, word_key
from fogline.packs.wordlists import Gender
from fogline.records.mentions import Actor, ActorKind
from fogline.records.sentences import Sentence, Token

__all__ = ["Entity", "Phrase", "View", "view_of"]

_PARTS = frozenset("north south east west northern southern eastern western central upper lower soviet".split())

Form = Literal["name", "nominal", "pronoun"]


@dataclass(slots=True, eq=False)
class Entity:
    """An actor as far as the report has told: grows while the report is read, so it is not frozen.

    `nouns` are the folded role nouns said of it and `words` all that came with them ("northern", "military");
    `proper` tells a name from a description; `unsure` that a name speaks but could be that of a person or a body.
    """

    name: str
    kind: ActorKind
    side: str | None = None
    gender: Gender | None = None
    plural: bool = False
    proper: bool = False
    unsure: bool = False
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)

    def settle(self, other: Entity) -> None:
        """Take over from what stands for it whether a speaking name is a person or a body."""
        if self.unsure and not other.plural:
            self.kind, self.unsure = other.kind, False

    def learn(self, other: Entity) -> None:
        """Take over what was said of the same actor elsewhere."""
        self.side = self.side or other.side
        self.gender = self.gender or (other.gender if self.kind == other.kind else None)
        self.nouns |= other.nouns
        self.words |= other.words

    @property
    def actor(self) -> Actor:
        """The record that leaves the finder."""
        return Actor(self.name, self.kind, self.side)


@dataclass(slots=True, eq=False)
class Phrase:
    """Words that name an actor: tokens `first` to `last` (both inside) of a sentence, their head, and the actor.

    `anaphoric` says that the words alone do not tell who is meant ("the ministry", "he"); `takes_side` that a
    possessive hands its side on; `hidden` that the phrase only carries a side ("our") and names nobody by itself.
    """

    sentence: int
    first: int
    head: int
    last: int
    form: Form
    entity: Entity
    anaphoric: bool = False
    takes_side: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with the known names in it: `cover[i]` is the hit that token `i` lies in."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    hits: tuple[Hit, ...]
    cover: tuple[Hit | None, ...]

    def text(self, first: int, last: int) -> str:
        """The words from token `first` to `last`, as written."""
        start, end = self.tokens[first].start, self.tokens[last].end
        return self.sentence.text[start - self.sentence.start : end - self.sentence.start]

    def longer(self, hit: Hit) -> bool:
        """Whether a name of the lexicon is but the end of a longer one: "America" in "Blue Lakes America"."""
        if hit.first == 0:
            return False
        before = self.tokens[hit.first - 1]
        inside = hit.first <= before.head <= hit.last and before.dep in ("compound", "nmod")
        return inside and before.pos == "PROPN" and self.cover[before.i] is None and self.keys[before.i] not in _PARTS

    def joined(self, i: int) -> bool:
        """Whether token `i` touches the token after it, as the parts of "al-Burhan" do."""
        return i + 1 < len(self.tokens) and self.tokens[i].end == self.tokens[i + 1].start


def view_of(sentence: Sentence, lexicon: Lexicon) -> View:
    """A sentence with the names of the lexicon found in it."""
    hits = lexicon.find(sentence.tokens)
    cover: list[Hit | None] = [None] * len(sentence.tokens)
    for hit in hits:
        cover[hit.first : hit.last + 1] = [hit] * (hit.last + 1 - hit.first)
    return View(
        sentence, sentence.tokens, tuple(word_key(token.text) for token in sentence.tokens), tuple(hits), tuple(cover)
    )
