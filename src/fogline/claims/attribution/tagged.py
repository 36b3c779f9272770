"""The full reader: the trained tagger finds statements, the grammar settles their edges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.coordination import parted
from fogline.claims.attribution.edges import with_whole_phrases
from fogline.claims.attribution.forms import with_forms
from fogline.claims.attribution.furniture import without_furniture
from fogline.claims.attribution.inheriting import with_inherited
from fogline.claims.attribution.inner import spoken_inside
from fogline.claims.attribution.joining import joined
from fogline.claims.attribution.labels import with_bare_headlines
from fogline.claims.attribution.merging import merged, titled
from fogline.claims.attribution.misread import is_misread
from fogline.claims.attribution.owners import with_owners
from fogline.claims.attribution.passives import with_passives
from fogline.claims.attribution.reach import within_reach
from fogline.claims.attribution.related import with_related
from fogline.claims.attribution.repeats import without_repeats
from fogline.claims.attribution.resumed import resumed
from fogline.claims.attribution.rules import RuleReader
from fogline.claims.attribution.scope import with_scope
from fogline.claims.attribution.sieve import sieved
from fogline.claims.attribution.tone import with_tone
from fogline.claims.statement import Statement
from fogline.claims.tagger import Tagger
from fogline.claims.tagger.records import OwnEvent, Piece, Tagged, TaggedStatement
from fogline.records.claims import Stance
from fogline.records.documents import Document
from fogline.records.sentences import Sentence, sentence_at
from fogline.records.spans import Span

__all__ = ["TaggedReader"]

RESPONSIBILITY = re.compile(r"claim(?:s|ed|ing)?\W+(?:\w+\W+){0,2}(?:responsibility|credit)\b", re.IGNORECASE)
OWN = frozenset("its his her their our my itself himself herself themselves".split())
MARGIN = 0.2
LEAD = 6  # words
SIGN = re.compile(r"[^\w\s\"'“”‘’«»(\[@#$-]+\s*")
FOOTNOTE = re.compile(r"\.\s?(?:\[\w{1,3}\]\s*)+(?=\S)")
# From this certainty on, own-voice events of the tagger raise recall from .37 to .52 and precision from .63 to .69 on
# reports kept aside; at .5 precision falls to .64.
SURE_OWN = 0.6


class TaggedReader:
    """Reads statements with the trained tagger and the parse."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger
        self._rules = RuleReader()

    @classmethod
    def load(cls) -> TaggedReader:
        """The reader with the packaged weights. Raises RunError where they cannot be loaded."""
        return cls(Tagger.load())

    def read(
        self, documents: Sequence[Document], sentences: Sequence[Sequence[Sentence]]
    ) -> list[tuple[Statement, ...]]:
        """The statements of each report in the order of the text."""
        tagged = self._tagger.read_many([document.text for document in documents])
        reports = zip(documents, sentences, tagged, strict=True)
        return [self.settle(*report) for report in reports]

    def settle(self, document: Document, sentences: Sequence[Sentence], tagged: Tagged) -> tuple[Statement, ...]:
        """The statements of one report from what the tagger found in it."""
        text = document.text
        found = [s for t in tagged.statements if (s := _statement(text, sentences, t))]
        found = [self._spoken(text, sentences, s) for s in without_furniture(text, sentences, found)]
        ruled = self._rules.read_one(document, sentences)
        both = joined(text, sentences, tuple(resumed(merged(text, found, ruled), ruled)))
        whole = with_whole_phrases(text, sentences, with_inherited(text, sentences, within_reach(sentences, both)))
        whole = with_passives(text, sentences, with_scope(text, sentences, whole))
        whole = with_tone(sentences, with_owners(text, sentences, whole, self._rules.cues))
        whole = with_bare_headlines(text, sentences, whole, self._rules.cues)
        sure = sieved(whole, sentences, self._rules.cues)
        kept = spoken_inside(without_repeats(sure), sentences, self._rules.cues)
        formed = with_related(text, sentences, with_forms(text, sentences, kept, self._rules.cues))
        known = set(map(id, sure))  # what nothing has touched since was looked at before
        kept = [s for s in formed if id(s) in known or not is_misread(s, sentences, self._rules.cues)]
        said = list(parted(text, sentences, kept))
        told = [s for event in tagged.own if event.score >= SURE_OWN and (s := _told(text, sentences, event))]
        told = without_furniture(text, sentences, told)
        own = [s for s in told if not any(_is_within(s, other) for other in said)]
        return tuple(sorted([*said, *own], key=lambda s: (s.start, -s.end)))

    def _spoken(self, text: str, sentences: Sequence[Sentence], statement: Statement) -> Statement:
        """The statement with the subject of its cue as speaker, where the cue has one."""
        if statement.cue is None:
            return statement
        home = sentence_at(sentences, statement.cue.start)
        named = self._rules.speaker_of(text, home, statement.cue) if home and home.parsed else ()
        # "The region was shelled, the ministry has claimed": the parse may give the cue the subject of what is said
        if not named or (statement.speakers and any(piece.covers(one) for piece in statement.content for one in named)):
            return statement
        return replace(statement, speakers=_listed(named, statement.speakers), unnamed=False)


def _listed(named: tuple[Span, ...], marked: tuple[Span, ...]) -> tuple[Span, ...]:
    """The grammar's subject, with what a comma parts from it: "Prime Ministers of Freedonia, | Sylvania say"."""
    whole = titled(named, marked)
    lead = whole[0].text[: named[0].start - whole[0].start].rstrip()
    return whole if lead.endswith(",") and len(lead.split()) <= LEAD else named


def _is_within(own: Statement, said: Statement) -> bool:
    """Whether what the report seems to say itself is mostly what somebody is said to say."""
    shared = sum(a.overlap(b) for a in own.content for b in said.content)
    return shared > 0.5 * sum(span.end - span.start for span in own.content)


def _statement(text: str, sentences: Sequence[Sentence], tagged: TaggedStatement) -> Statement | None:
    content = _spans(text, tagged.contents)
    if not content:
        return None
    cues = _spans(text, tagged.cues)
    home = sentence_at(sentences, content[0].start)
    return Statement(
        home.index if home else 0,
        tuple(_unnoted(text, span) for span in _spans(text, tagged.speakers)),
        cues[0] if cues else None,
        content,
        _stance(text, tagged, cues[0] if cues else None, content[0]),
        not tagged.speakers,
        tagged.kind.best,
        tagged.status.best,
        tagged.score,
        tagged.kind.all,
        tagged.status.all,
    )


def _stance(text: str, tagged: TaggedStatement, cue: Span | None, content: Span) -> Stance:
    """How the speaker puts it: asserted where another stance is hardly likelier, or blames nobody else."""
    best, odds = tagged.stance.best, dict(tagged.stance.all)
    if odds.get("asserts", 0.0) > odds.get(best, 1.0) - MARGIN:
        return "asserts"
    own = best == "accuses" and content.text.split()[0].lower() in OWN
    return "asserts" if cue and (own or _is_owned_up(text, cue, content)) else best


def _is_owned_up(text: str, cue: Span, content: Span) -> bool:
    """Whether somebody claims a deed for himself, which accuses nobody: "claimed responsibility for"."""
    low, high = min(cue.start, content.start), min(content.start + 40, content.end)
    return RESPONSIBILITY.search(text, low, max(cue.end, high)) is not None


def _unnoted(text: str, speaker: Span) -> Span:
    """A speaker without the end of the sentence before, where a footnote hid its full stop: "Lee.[2] Ann Roe".

    A flag or sign that opens the line of a post is no part of a name either.
    """
    noted = list(FOOTNOTE.finditer(speaker.text))
    start = speaker.start + (noted[-1].end() if noted else 0)
    signs = SIGN.match(text, start, speaker.end)
    start = signs.end() if signs and signs.end() < speaker.end else start
    return speaker if start == speaker.start else Span.of(text, start, speaker.end)


def _told(text: str, sentences: Sequence[Sentence], event: OwnEvent) -> Statement | None:
    home = sentence_at(sentences, event.piece.start)
    if home is None or _is_fragment(home, event.piece):
        return None
    span = Span.of(text, event.piece.start, event.piece.end)
    names = (event.kind.best, event.status.best, event.score, event.kind.all, event.status.all)
    return Statement(home.index, (), None, (span,), "asserts", False, *names, own=True)


def _is_fragment(home: Sentence, piece: Piece) -> bool:
    """Whether the words are a noun out of the middle of a clause: "a launcher and two mortars"."""
    words = home.tokens_in(piece.start, piece.end) if home.parsed and home.role != "headline" else []
    inside = {word.i for word in words}
    top = next((word for word in words if word.head not in inside), None)
    return top is not None and top.pos in ("NOUN", "PROPN") and top.dep in ("dobj", "conj", "pobj", "appos")


def _spans(text: str, pieces: Sequence[Piece]) -> tuple[Span, ...]:
    return tuple(Span.of(text, piece.start, piece.end) for piece in pieces if text[piece.start : piece.end].strip())
