"""Who answers in an interview: what stands behind a label ("A:", "TAHIR:") is said by the one who is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.claims.statement import Statement
from fogline.records.claims import Stance
from fogline.records.mentions import ActorMention
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["answered"]

ASKER = frozenset({"q", "question"})
ANSWERER = frozenset({"a", "answer"})
FIRST_PERSON = frozenset({"i", "we"})
WORDS = 2  # what says less than that tells nothing: "Yes."
SCORE = 0.6
DENIAL = re.compile(
    r"(?:no[,.!:;]\s*)?(?:(?:that|this|it)(?:['’]s|\s+is|\s+was)\s+(?:simply |just |absolutely |completely |all )?"
    r"(?:not\s+(?:true|correct|accurate|right|the case|so)|untrue|false|a lie|lies|nonsense|absurd|fake|propaganda"
    r"|a fabrication|baseless|wrong)|absolutely not|not at all|nonsense|lies)\b",
    re.IGNORECASE,
)
REFUSAL = re.compile(
    r"(?:i|we) (?:have no (?:information|comment|details|data)|(?:can(?:not|'t|’t)|will not|won['’]t|would rather not)"
    r" (?:say|comment|confirm|discuss|answer|go into)|(?:do not|don['’]t) (?:know|comment|want to comment))\b"
    r"|no comment\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A label and the sentences from `first` to before `end` behind it."""

    label: Span
    name: str
    first: int
    end: int
    asks: bool


def answered(
    text: str, sentences: Sequence[Sentence], actors: Sequence[ActorMention], spoken: Sequence[Statement]
) -> list[Statement]:
    """The statements of a report; in the answers of an interview those of the one who answers stand with their speaker.

    Each sentence of an answer is one statement, as in a quotation over several sentences; what it tells of others'
    words stands inside it. "I" and "we" of an answer are the one who answers.
    """
    turns = list(_turns(sentences))
    if not turns:
        return list(spoken)
    found = list(spoken)
    for turn in turns:
        if not turn.asks:
            speakers = _who(actors, turn, turns[0].first - 1)
            found = _with_answer(text, sentences, turn, speakers, found)
    return found


def _turns(sentences: Sequence[Sentence]) -> Iterator[_Turn]:
    """The turns in order; of two who both put questions the one who puts most is the one who asks."""
    starts = [s.index for s in sentences if s.role == "label"]
    if not starts:
        return
    ends = [*starts[1:], len(sentences)]
    names = [_name(sentences[start]) for start in starts]
    asked: Counter[str] = Counter()
    for name, start, end in zip(names, starts, ends, strict=True):
        asked[name] += sum(s.text.rstrip().endswith("?") for s in sentences[start:end])
    asker = next((name for name in names if name in ASKER), None) or max(names, key=lambda n: asked[n])
    for name, start, end in zip(names, starts, ends, strict=True):
        label = sentences[start]
        span = Span(label.start, label.end, label.text)
        yield _Turn(span, name, start + 1, _body_end(sentences, start, end), name == asker)


def _body_end(sentences: Sequence[Sentence], start: int, end: int) -> int:
    """Where a turn ends: at the next label, or at a line that is no speech."""
    lines = (at for at in range(start + 1, end) if sentences[at].role in ("headline", "byline", "dateline"))
    return next(lines, end)


def _name(label: Sentence) -> str:
    return label.text.rstrip(" .:").lower()


def _who(actors: Sequence[ActorMention], turn: _Turn, before: int) -> tuple[Span, ...]:
    """Who answers: the name in the label, or for "A:" the person the report opens with."""
    if turn.name not in ANSWERER:
        return (turn.label,)
    named = [m for m in actors if m.sentence < before and m.actor.kind == "person"]
    if not named:
        return ()
    most = Counter(m.actor.name for m in named).most_common(1)[0][0]
    return (next(m.span for m in named if m.actor.name == most),)


def _with_answer(
    text: str, sentences: Sequence[Sentence], turn: _Turn, speakers: tuple[Span, ...], spoken: Sequence[Statement]
) -> list[Statement]:
    start, end = turn.label.end, sentences[turn.end - 1].end
    inside = [s for s in spoken if start <= s.start < end]
    kept = [s for s in spoken if s not in inside]
    others = [s for s in inside if s.speakers and not _is_own(s)]
    own = [replace(s, speakers=speakers, unnamed=not speakers) for s in inside if s.speakers and _is_own(s)]
    said = [
        _statement(text, s, speakers)
        for s in sentences[turn.first : turn.end]
        if _tells(s) and not any(s.start <= one.start < s.end for one in own)
    ]
    return [*kept, *said, *own, *others]


def _is_own(statement: Statement) -> bool:
    return all(speaker.text.lower() in FIRST_PERSON for speaker in statement.speakers)


def _tells(sentence: Sentence) -> bool:
    """Whether a sentence says something: no question, and more than "Yes"."""
    return not sentence.text.rstrip().endswith("?") and len(sentence.text.split()) > WORDS


def _statement(text: str, sentence: Sentence, speakers: tuple[Span, ...]) -> Statement:
    stance: Stance = "denies" if DENIAL.match(sentence.text) else "asserts"
    stance = "declines" if REFUSAL.match(sentence.text) else stance
    words = Span(sentence.start, sentence.end, text[sentence.start : sentence.end])
    return Statement(sentence.index, speakers, None, (words,), stance, unnamed=not speakers, score=SCORE)
