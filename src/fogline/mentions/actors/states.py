"""Names of the lexicon as actors: a country that acts is one, a country where something happens is not."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.mentions.actors.phrase import Entity, Phrase, View
from fogline.packs.lexicon import Hit
from fogline.packs.roles import roles
from fogline.records.sentences import Token

__all__ = ["LexicalNames"]

_ACTING = frozenset({"nsubj", "nsubjpass", "dative", "appos"})


class LexicalNames:
    """Finds states, capitals, bodies, groups and outlets that act or speak in one report."""

    def __init__(self) -> None:
        self._entities: dict[tuple[str, str], Entity] = {}

    def phrases(self, view: View, taken: set[int]) -> Iterator[Phrase]:
        """The names of a sentence that stand for actors, outside the tokens already taken."""
        for hit in view.hits:
            entry = hit.entry
            if entry.kind == "person" or entry.use == "platform" or hit.last in taken or _shouted(view, hit):
                continue
            acronym = entry.use == "state" and _is_acronym(view, hit) and _qualifies(view, hit)
            if entry.use in ("state", "capital") and not acronym and (view.longer(hit) or not self._acts(view, hit)):
                continue
            if entry.use == "adjective" and not _qualifies(view, hit):
                continue
            first = hit.first - 1 if hit.first and view.keys[hit.first - 1] == "the" else hit.first
            yield Phrase(view.sentence.index, first, hit.last, hit.last, "name", self._entity(hit))

    def _entity(self, hit: Hit) -> Entity:
        """One actor for a state and its capital, so that "it" after either finds the same."""
        entry = hit.entry
        key = (entry.name, entry.kind)
        if key not in self._entities:
            plural = entry.use == "people" or entry.name.endswith(("Forces", "Houthis"))
            self._entities[key] = Entity(entry.name, entry.kind, entry.side, plural=plural, proper=True)
        return self._entities[key]

    def _acts(self, view: View, hit: Hit) -> bool:
        """Whether a country or capital does or undergoes something, and is not the place of it."""
        sentence, token = view.sentence, _top(view, hit)
        if not sentence.parsed:
            return False
        while token.dep in ("conj", "appos") and token.head != token.i:
            token = sentence.head(token)
        head = sentence.head(token)
        if token.dep == "ROOT":
            after = view.keys[hit.last + 1] if hit.last + 1 < len(view.keys) else ""
            return after == ":" or (hit.first > 0 and view.keys[hit.first - 1] in ("-", "–", "—"))
        if token.dep == "poss":
            return head.lemma.lower() in roles().groups["acts_of_states"] or (
                hit.entry.use == "state" and head.lemma.lower() not in roles().groups["no_actor"]
            )
        if token.dep in ("pobj", "pcomp"):
            called = head.lower in ("on", "upon") and sentence.head(head).lemma in ("call", "prevail")
            toward = head.lower in roles().groups["towards"]
            return called or (hit.entry.use == "state" and toward) or head.dep == "agent"
        if token.dep in _ACTING:
            return token.dep != "nsubjpass" or hit.entry.use == "state"
        return token.dep == "dobj" and hit.entry.use == "state"


def _top(view: View, hit: Hit) -> Token:
    """The word of a name that the others hang on: States in "United States of America"."""
    inside = range(hit.first, hit.last + 1)
    return next(
        (t for t in view.tokens[hit.first : hit.last + 1] if t.head not in inside or t.head == t.i),
        view.tokens[hit.last],
    )


def _is_acronym(view: View, hit: Hit) -> bool:
    """Whether a state goes by its letters, which stand for it as an adjective does: "US warplanes", "UAE troops"."""
    return hit.first == hit.last and view.tokens[hit.first].text.replace(".", "").isupper()


def _shouted(view: View, hit: Hit) -> bool:
    """Whether an acronym that is also a word stands among capitals: "WHAT IS CLAIMED"."""
    if view.keys[hit.first] not in ("is", "us", "who", "it", "au", "un") or not view.tokens[hit.first].text.isupper():
        return False
    around = [t for t in view.tokens[max(hit.first - 2, 0) : hit.last + 3] if t.i not in range(hit.first, hit.last + 1)]
    words = [t for t in around if t.text.isalpha()]
    return bool(words) and all(t.text.isupper() for t in words)


def _qualifies(view: View, hit: Hit) -> bool:
    """Whether an adjective says who does or owns a thing of war or speech: "Russian drones", "Ukrainian claims"."""
    token = view.tokens[hit.last]
    head = view.sentence.head(token)
    if token.dep not in ("amod", "compound", "nmod") or head.i <= hit.last:
        return token.dep in ("nsubj", "pobj") and token.tag in ("NNPS", "NNS")
    return head.text[0].islower() and head.lemma.lower() not in roles().groups["no_actor"]
