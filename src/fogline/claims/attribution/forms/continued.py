"""What goes on behind the words of saying: "P, the mayor said, and Q", "P, the panel wrote: Q"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene
from fogline.claims.statement import Statement
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_continued"]

MARKS = frozenset('“”"«»')
FINITE = ("VBD", "VBZ", "VBP", "MD")
JOINING = frozenset("and but".split())
SUBJECTS = ("nsubj", "nsubjpass", "expl")
FAR = 5  # words between the word of saying and the comma: "on Monday"
WHEN = ("ADV", "ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM")
PERSONS = frozenset("he she they we i it".split())
ONE = frozenset("he she it".split())
LINKED = frozenset("while whereas although though because".split())


def with_continued(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; a clause that goes on behind "X said" with a colon, "and" or "but" is of the same mouth."""
    home = scene.sentence
    if any(token.text in MARKS for token in home.tokens):
        return statements
    return [told for one in statements for told in _continued(scene, one, statements)]


def _continued(scene: Scene, one: Statement, statements: Sequence[Statement]) -> list[Statement]:
    home, cue = scene.sentence, one.cue
    inside = cue is not None and one.speakers and home.start <= one.start and cue.end < home.end and one.end <= home.end
    verb = _verb(scene, cue) if cue is not None and inside else None
    if verb is None or cue is None or one.stance != "asserts":
        return [one]
    added: tuple[Span, ...] = ()
    if one.end <= cue.start:  # "P, X said"
        low = _behind(scene, verb, statements)
        added = scene.stretch(low, scene.closing()) if low is not None else ()
    elif one.start >= cue.end and ":" in (cue.text[-1], home.tokens[verb.i + 1].text):
        added = _before(scene, one, verb)
    if not added:
        return [one]
    first, second = sorted((one.content, added))
    if not _stands_alone(scene, second):
        return [replace(one, content=(*first, *second))]
    other = scene.statement(one.speakers, cue, added, one.stance)
    return [one, other] if first is one.content else [other, one]


def _stands_alone(scene: Scene, content: Sequence[Span]) -> bool:
    """Whether words are a clause with a subject of its own."""
    words = [t for piece in content for t in scene.sentence.tokens_in(piece.start, piece.end)]
    return any(t.tag in FINITE and any(words[0].i <= s.i < t.i for s in _subjects(scene, t)) for t in words)


def _verb(scene: Scene, cue: Span) -> Token | None:
    words = [t for t in scene.sentence.tokens_in(cue.start, cue.end) if t.pos == "VERB"]
    verb = words[-1] if words else None
    last = verb is None or verb.i + 4 >= len(scene.sentence.tokens)
    return verb if verb and not last and scene.reports(verb) and verb.tag in FINITE else None


def _behind(scene: Scene, verb: Token, statements: Sequence[Statement]) -> int | None:
    """Where the clause that goes on begins; None where none does, or another speaks in it."""
    tokens = scene.sentence.tokens
    if tokens[verb.i + 1].text == ":":
        spoken = any(
            s.cue and s.speakers and s.cue.start > verb.end for s in statements if s.start < scene.sentence.end
        )
        return None if spoken else tokens[verb.i + 1].end
    comma = next((t for t in tokens[verb.i + 1 : verb.i + FAR] if t.text == ","), None)
    between = tokens[verb.i + 1 : comma.i] if comma else ()
    if comma is None or comma.i + 3 >= len(tokens) or any(t.pos not in WHEN for t in between):
        return None
    word = tokens[comma.i + 1]
    if word.lower not in JOINING:
        return None
    rest = tokens[word.i + 1 :]
    spoken = any(s.cue and s.cue.start > word.start for s in statements if s.start < scene.sentence.end)
    taken = any(piece.end > word.end for s in statements if s.speakers for piece in s.content)
    if (
        spoken
        or taken
        or any((scene.reports(t) and t.tag in FINITE) or t.text == ";" for t in rest)
        or not _goes_on(scene, verb, rest)
    ):
        return None
    return rest[0].start


def _goes_on(scene: Scene, verb: Token, rest: Sequence[Token]) -> bool:
    """Whether the words tell what was said, not what the speaker did next: "and two died", "and will go home"."""
    home = scene.sentence
    main = next((t for t in rest if t.pos in ("VERB", "AUX") and t.dep in ("conj", "ROOT", "ccomp")), None)
    if main is None or rest[0].lower in LINKED:
        return False
    helpers = home.children(main, "aux", "auxpass")
    finite = main.tag in FINITE or any(t.tag in FINITE for t in helpers)
    who = [t for t in home.children(main, *SUBJECTS) if t.i < main.i]
    if who:
        return finite and who[0].i >= rest[0].i
    modal = any(t.tag == "MD" for t in helpers)
    speaker = home.children(verb, "nsubj")
    alone = len(speaker) == 1 and (speaker[0].tag in ("NN", "NNP") or speaker[0].lower in ONE)
    many = alone and any(t.tag == "VBP" for t in (main, *helpers))
    return rest[0] in (main, *helpers) and (modal or many)


def _before(scene: Scene, one: Statement, verb: Token) -> tuple[Span, ...]:
    """The clause before "X wrote:"; nothing where that stands first in the sentence."""
    home = scene.sentence
    first = min(one.speakers[0].start, one.cue.start if one.cue else one.start)
    at = home.token_at(first)
    if at is None or at.i < 3 or home.tokens[at.i - 1].text != ",":
        return ()
    words = home.tokens[: at.i - 1]
    told = [t for t in words if t.tag in FINITE and any(s.i < t.i for s in _subjects(scene, t))]
    marked = words[0].tag in ("IN", "WRB") and words[0].dep in ("mark", "advmod")
    return scene.stretch(scene.opening(), words[-1].end) if told and not marked and verb.i - at.i < 2 * FAR else ()


def _subjects(scene: Scene, word: Token) -> list[Token]:
    home = scene.sentence
    above = home.head(word) if word.dep in ("aux", "auxpass") else word
    return home.children(above, *SUBJECTS)
