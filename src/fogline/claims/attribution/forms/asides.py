"""Denials in passing: "the rebels claim to hold the port, which the army denies", "..., a claim the army rejected"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.claims.attribution.forms.judged import DERISION, MOCKING
from fogline.claims.attribution.forms.moods import JUDGING
from fogline.claims.attribution.forms.scene import Scene, cut, laid
from fogline.claims.statement import Statement
from fogline.records.claims import Stance
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_asides"]

PLAINLY = frozenset("deny refute rebut dispute".split())  # of a happening nothing else can be said in denial
WAVING = frozenset("laugh wave brush shrug".split())  # with "off" or "away"
REPEATING = frozenset("repeat reiterate echo".split())
SILENT = frozenset("comment respond".split())
NAMING = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADP", "CCONJ", "PUNCT")
HELPING = ("AUX", "ADV", "PART")
MARKS = frozenset(", – — -".split())
ENDS = frozenset(", . ; : – — ! ?".split())
NEGATIONS = frozenset("not n't never".split())
CALLED = 6  # words behind "called" that may hold the derision
FAR = 8  # words behind the verb of denying that may still belong to it
DAY = 20  # characters of "on Thursday evening"
NEAR = 3  # characters between what is denied and the mark that sets the denial off


@dataclass(frozen=True, slots=True)
class _Aside:
    """A denial set off from what it denies: offsets of the whole, who, with which word, how."""

    low: int
    high: int
    speakers: tuple[Span, ...]
    cue: Span
    stance: Stance


def with_asides(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; a denial in passing denies what stands before it, and is no part of that."""
    for mark in scene.sentence.tokens[1:-3]:
        aside = _aside(scene, mark) if mark.text in MARKS else None
        if aside is None:
            continue
        denied = _denied(scene, statements, aside)
        statements = cut(scene.text, statements, aside.low, aside.high)
        content = denied.content if denied else scene.stretch(scene.opening(), aside.low)
        content = tuple(span for span in content if span.start < aside.low)
        content = _before(scene, content, aside.low)
        if denied is None and content:
            low = max(content[-1].start, scene.text.rfind(";", content[-1].start, content[-1].end) + 1)
            content = scene.stretch(low, content[-1].end)
        if content:
            statements = [s for s in statements if not (s.cue and aside.low <= s.cue.start < aside.high)]
            statements = laid(statements, scene.statement(aside.speakers, aside.cue, content, aside.stance))
    return statements


def _before(scene: Scene, content: Sequence[Span], low: int) -> tuple[Span, ...]:
    return tuple(part for span in content for part in scene.stretch(span.start, min(span.end, low)))


def _denied(scene: Scene, statements: Sequence[Statement], aside: _Aside) -> Statement | None:
    """The statement that the aside takes up: the shortest that reaches to its mark."""
    home = scene.sentence
    reaching = [
        s
        for s in statements
        if s.cue != aside.cue
        and home.start <= s.start < aside.low
        and s.start < aside.low
        and _is_beside(scene.text, _reach(s, aside.low), aside.low)
        and not (s.cue and aside.low <= s.cue.start < aside.high)
    ]
    return min(reaching, key=lambda s: s.end - s.start) if reaching else None


def _is_beside(text: str, end: int, low: int) -> bool:
    """Whether nothing but a day stands between what is denied and the mark: "said on Sunday, a toll ..."."""
    return low <= end + NEAR or (low <= end + DAY and not any(mark in text[end:low] for mark in ",;:"))


def _reach(statement: Statement, low: int) -> int:
    """Where a statement ends, with a cue or speaker behind its words: "..., prosecutors say"."""
    named = [*statement.speakers, *([statement.cue] if statement.cue else [])]
    if any(piece.start < low <= piece.end for piece in statement.content):
        return low
    return max(span.end for span in (*statement.content, *named))


def _aside(scene: Scene, mark: Token) -> _Aside | None:
    tokens = scene.sentence.tokens
    first = mark.i + 1
    at, plain = _opened(scene, first)
    if at is None:
        return None
    passive = _is_denying(scene, tokens[at], plain) and tokens[at].tag == "VBN" and not plain
    if passive:
        return _by(scene, mark, tokens[at])
    at_verb, close = _skipped(scene, at, plain)
    verb = next((t for t in tokens[at_verb:] if _is_end(scene, t, plain)), None)
    if verb is None or not (_is_denying(scene, verb, plain) or verb.lemma in scene.cues.verifying | REPEATING | SILENT):
        return None
    named = [t for t in tokens[at : min(verb.i, close)] if _names_somebody(t) and t.lower not in NEGATIONS]
    helpers = [t for t in tokens[at_verb : verb.i] if t.pos in HELPING and t.lower != "'s" and t.i > _last_noun(named)]
    named = [t for t in named if t.i <= _last_noun(named)]
    if not named or any(t.text in MARKS for t in named):
        return None
    negated = any(t.lower in NEGATIONS for t in helpers) or named[0].lower in ("neither", "no")
    unsure = verb.lemma in scene.cues.verifying
    if verb.lemma in SILENT and not negated:
        return None
    agreed = verb.lemma in REPEATING or (unsure and not negated)
    if agreed and (negated or plain):
        return None
    stance: Stance = "asserts" if agreed else "unconfirmed" if unsure else "declines" if negated else "denies"
    cue = Span.of(scene.text, helpers[0].start if helpers else verb.start, verb.end)
    return _Aside(mark.start, _end(scene, verb), _names(scene, named), cue, stance)


def _skipped(scene: Scene, at: int, plain: bool) -> tuple[int, int]:
    """From where the verb is sought, and before where the name ends: words between commas only tell more of a name."""
    tokens = scene.sentence.tokens
    stop = next((t for t in tokens[at:] if _is_end(scene, t, plain) or t.text == ","), None)
    if stop is None or stop.text != "," or stop.i == at:
        return at, len(tokens)
    closing = next((t for t in tokens[stop.i + 1 : stop.i + FAR] if t.text == ","), None)
    behind = tokens[closing.i + 1] if closing and closing.i + 1 < len(tokens) else None
    goes_on = behind is not None and (behind.pos in HELPING or _is_denying(scene, behind, plain))
    return (behind.i, stop.i) if behind is not None and goes_on else (at, len(tokens))


def _names_somebody(token: Token) -> bool:
    return token.pos in NAMING or token.tag == "PRP$"


def _is_end(scene: Scene, token: Token, plain: bool) -> bool:
    """Whether the words that name who denies end here."""
    reached = token.tag == "VBN" and token.dep == "acl"  # "residents reached by phone"
    return _is_denying(scene, token, plain) or not (_names_somebody(token) or reached or token.pos in HELPING)


def _last_noun(named: Sequence[Token]) -> int:
    return max((t.i for t in named if t.pos in ("NOUN", "PROPN")), default=-1)


def _names(scene: Scene, named: Sequence[Token]) -> tuple[Span, ...]:
    """Who denies: those joined by "and" each for himself."""
    parts: list[list[Token]] = [[]]
    for token in named:
        if token.pos == "CCONJ":
            parts.append([])
        else:
            parts[-1].append(token)
    return tuple(Span.of(scene.text, part[0].start, part[-1].end) for part in parts if part)


def _by(scene: Scene, mark: Token, verb: Token) -> _Aside | None:
    """ "a charge denied by the ministry"."""
    agents = [noun for by in scene.sentence.children(verb, "agent") for noun in scene.sentence.children(by, "pobj")]
    if not agents:
        return None
    cue = Span.of(scene.text, verb.start, verb.end)
    return _Aside(mark.start, _end(scene, verb), scene.names(agents[0]), cue, "denies")


def _opened(scene: Scene, first: int) -> tuple[int | None, bool]:
    """The place of the first word of who denies, and whether only plain denial will do; no place where none begins."""
    tokens = scene.sentence.tokens
    word = tokens[first]
    if word.lower in ("which", "something"):
        before = tokens[first - 2].lemma.lower()
        named = before in scene.cues.asides or before in scene.cues.nouns
        return (None if named else first + 1), word.lower == "which"
    at = first
    while at + 1 < len(tokens) and tokens[at].pos in ("DET", "ADJ"):
        at += 1
    if tokens[at].lemma.lower() not in scene.cues.claimed or at + 2 >= len(tokens):
        return None, False
    return at + 1 + (tokens[at + 1].lower in ("that", "which")), False


def _is_denying(scene: Scene, token: Token, plain: bool) -> bool:
    """Whether a word denies; the parser takes "which the junta disputes" for a noun."""
    behind = scene.sentence.tokens[token.i + 1 : token.i + 2]
    following = scene.sentence.tokens[token.i + 1 : token.i + 1 + CALLED]
    judged = [word.lower for word in following if word.pos not in ("PUNCT", "DET")]
    if token.lemma in JUDGING and token.pos == "VERB" and set(judged[:3]) & DERISION:
        return True  # "a figure that the army calls absurd"
    if token.pos == "VERB" and (
        token.lemma in MOCKING or (token.lemma in WAVING and judged[:1] in (["off"], ["away"]))
    ):
        return True
    if scene.cues.stance("o", token.lemma) != "denies" or (plain and token.lemma not in PLAINLY):
        return False
    return token.pos in ("VERB", "AUX") or (token.tag == "NNS" and (not behind or behind[0].text in ENDS))


def _end(scene: Scene, verb: Token) -> int:
    """Where the aside ends: at the next mark."""
    behind = scene.sentence.tokens[verb.i + 1 : verb.i + 1 + FAR]
    mark = next((t for t in behind if t.text in ENDS), None)
    return mark.start if mark else (behind[-1].end if behind else verb.end)
