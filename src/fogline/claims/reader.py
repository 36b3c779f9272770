"""Sentences and what they name into claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from fogline.claims.attaching import Attached, attach
from fogline.claims.attribution.announced import Announced, announced
from fogline.claims.attribution.cues import load_cues
from fogline.claims.attribution.headlines import without_furniture
from fogline.claims.attribution.interviews import answered
from fogline.claims.attribution.phrases import antecedent, span_of
from fogline.claims.clocks import by_the_way
from fogline.claims.context import with_context
from fogline.claims.entries import with_entries
from fogline.claims.events.describing import describe_pieces
from fogline.claims.events.event import Event, Marked
from fogline.claims.events.headings import mended
from fogline.claims.events.kinds import KindReading
from fogline.claims.events.own_voice import own_voice
from fogline.claims.events.speaking import with_doer, with_speaker
from fogline.claims.events.wartime import speaks_of_war
from fogline.claims.events.weighing import weighed_kind, weighed_status
from fogline.claims.foes import with_foes
from fogline.claims.located import located
from fogline.claims.mutual import with_accused
from fogline.claims.nesting import enclosing
from fogline.claims.once import told_once
from fogline.claims.parting.quotations import each_sentence
from fogline.claims.parting.statements import each_deed
from fogline.claims.retold import without_retold
from fogline.claims.setting import with_settings
from fogline.claims.speakers.completing import completed
from fogline.claims.speakers.homes import Homes
from fogline.claims.speakers.resolving import SpeakerResolver
from fogline.claims.speakers.wording import is_nobody
from fogline.claims.statement import Statement
from fogline.claims.whose import told_by
from fogline.packs.loading import Pack
from fogline.packs.wordlists import state_names
from fogline.records.claims import ChainLink, Claim, Kind, Speaker, Status
from fogline.records.documents import Document
from fogline.records.ids import stable_id
from fogline.records.mentions import PlaceMention
from fogline.records.naming import Named
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["ClaimReader", "StatementReader"]

WORDS: frozenset[Kind] = frozenset({"sanction", "negotiation", "demand", "accusation", "threat"})  # done nowhere
FIGHTERS_IN = 10  # sentences for each one that names an armed group, in a report of war
DASHES = "-–— "  # glued to a name: "... -Foreign Office"
UNNAMED = Speaker("unnamed", "unnamed", None, None)


class StatementReader(Protocol):
    """Reads attributed statements."""

    def read(
        self, documents: Sequence[Document], sentences: Sequence[Sequence[Sentence]]
    ) -> list[tuple[Statement, ...]]:
        """The statements of each report in the order of the text; reports are read together, which is faster."""


class ClaimReader:
    """Makes the claims of one report: who says what, and what the report says itself."""

    def __init__(self, pack: Pack, made_by: str) -> None:
        self._pack = pack
        self._made_by = made_by

    def read(
        self, document: Document, sentences: Sequence[Sentence], named: Named, spoken: Sequence[Statement]
    ) -> tuple[Claim, ...]:
        """The claims in the order of the text, from the statements `spoken`.

        1. Events in the report's own voice outside the statements. 2. Places, times and numbers go to the statement
        they belong to. 3. Speakers are resolved. 4. What each says happened. 5. What is taken over from the context
        is added, marked as derived.
        """
        sentences = [mended(sentence) for sentence in sentences]
        named = replace(named, places=located(named, sentences))
        named = completed(named, sentences)
        homes = Homes(sentences, named)
        named = homes.named(named)
        marked = [Marked(s.content[0], s.sentence, s.kinds, s.statuses) for s in spoken if s.own]
        spoken = answered(document.text, sentences, named.actors, [s for s in spoken if not s.own])
        spoken = told_by(document.text, sentences, named.actors, spoken)
        spoken += _below(sentences, announced(document.text, sentences, load_cues()), spoken)
        at_war = speaks_of_war(sentences) or self._at_odds(named) or _names_fighters(sentences, named)
        own = own_voice(sentences, named.actors, [span for s in spoken for span in _words(s)], marked, at_war=at_war)
        told = [_own_statement(event.span, event.sentence, event.event) for event in own]
        bare = [_bare(document.text, sentences[s.sentence], s) for s in (*spoken, *told)]
        statements = sorted(bare, key=lambda s: (s.start, -s.end))
        statements = each_sentence(document.text, sentences, statements, named, at_war=at_war)
        statements = each_deed(document.text, sentences, statements, named, at_war=at_war)
        draft = _Draft(
            document, sentences, named, statements, self._resolver(document, sentences, named, homes), at_war
        )
        claims = [draft.claim(i, self._made_by) for i, one in enumerate(statements) if not one.silent]
        placed = with_foes(with_context(claims, sentences, named, draft.settled()), self._pack)
        return tuple(without_retold(told_once(placed), sentences))

    def _at_odds(self, named: Named) -> bool:
        """Whether the report names a party of the conflict that a pack was chosen for."""
        parties = {side.name for side in self._pack.sides}
        return bool({mention.actor.side for mention in named.actors} & parties)

    def _resolver(
        self, document: Document, sentences: Sequence[Sentence], named: Named, homes: Homes
    ) -> Callable[[Span, int], Speaker]:
        return SpeakerResolver(document, sentences, named.actors, self._pack, homes).resolve


def _names_fighters(sentences: Sequence[Sentence], named: Named) -> bool:
    """Whether one sentence in ten or more names an armed group: "JNIM said it had taken the camp" is of war."""
    states = state_names()
    fighters = {
        mention.sentence
        for mention in named.actors
        if mention.actor.kind == "armed_force" and mention.actor.side is not None and mention.actor.side not in states
    }
    return len(fighters) * FIGHTERS_IN >= len(sentences) > 0


def _words(statement: Statement) -> list[Span]:
    """All the words of a statement: content, cue, speakers; of a quotation without a cue, its words alone."""
    return [*statement.content, *([statement.cue, *statement.speakers] if statement.cue else [])]


def _bare(text: str, sentence: Sentence, statement: Statement) -> Statement:
    """The statement without what a site prints around a headline."""
    content = tuple(without_furniture(text, sentence, piece) for piece in statement.content)
    return statement if content == statement.content else replace(statement, content=content)


def _below(
    sentences: Sequence[Sentence], stretches: Iterable[Announced], spoken: Sequence[Statement]
) -> list[Statement]:
    """What is said below an announcement: each sentence that holds no statement yet."""
    covered = [(piece.start, piece.end) for statement in spoken for piece in statement.content]
    return [
        Statement(s.index, stretch.speakers, stretch.cue, (Span(s.start, s.end, s.text),), "asserts", score=0.6)
        for stretch in stretches
        for s in sentences[stretch.first : stretch.end]
        if not any(start < s.end and s.start < end for start, end in covered)
    ]


def _own_statement(span: Span, sentence: int, event: Event) -> Statement:
    return Statement(sentence, (), None, (span,), "asserts", kind=event.kind, status=event.status)


class _Draft:
    """The statements of one report on their way to claims."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        named: Named,
        statements: Sequence[Statement],
        resolve: Callable[[Span, int], Speaker],
        at_war: bool,
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._statements = statements
        self._named = named
        self._at_war = at_war
        attached = with_settings(statements, sentences, attach(statements, sentences, named), named)
        self._attached = with_entries(statements, sentences, attached, named)
        self._chains = enclosing(statements)
        self._speakers = [self._speakers_of(statement, resolve) for statement in statements]

    def _speakers_of(self, statement: Statement, resolve: Callable[[Span, int], Speaker]) -> tuple[Speaker, ...]:
        if not statement.speakers and (statement.unnamed or statement.cue):
            return (UNNAMED,)
        return tuple(
            self._resolved(span, self._sentence_of(span, statement.sentence), resolve) for span in statement.speakers
        )

    def _resolved(self, span: Span, index: int, resolve: Callable[[Span, int], Speaker]) -> Speaker:
        """Who the words stand for; "who" stands for the noun its clause hangs on, a bare "I" for nobody named."""
        sentence = self._sentences[index]
        pronoun = sentence.token_at(span.start) if sentence.parsed and " " not in span.text else None
        if pronoun and is_nobody(sentence, pronoun):
            return UNNAMED
        words = antecedent(sentence, pronoun) if pronoun else []
        found = resolve(span_of(self._document.text, words) if words else span, index)
        if found.name == "I":
            return UNNAMED
        return replace(found, name=found.name.lstrip(DASHES) or found.name, span=span if words else found.span)

    def _sentence_of(self, span: Span, near: int) -> int:
        """The sentence that holds the speaker's words: in a long quote not the one the content begins in."""
        return next((s.index for s in self._sentences[max(near - 1, 0) :] if s.start <= span.start < s.end), near)

    def settled(self) -> set[str]:
        """The ids of parted statements of which one has a place: the story is no better guess for the others."""
        pairs = list(zip(self._statements, self._attached, strict=True))
        placed = {(one.whole, one.cue) for one, own in pairs if one.whole is not None and own.places}
        return {self._id(one) for one, own in pairs if own.settled or (one.whole, one.cue) in placed}

    def claim(self, i: int, made_by: str) -> Claim:
        statement = self._statements[i]
        sentence = self._sentences[statement.sentence]
        attached: Attached = self._attached[i]
        event = self._event(i, sentence)
        speakers = self._speakers[i]
        return Claim(
            id=self._id(statement),
            document_id=self._document.id,
            sentence=Span(sentence.start, sentence.end, sentence.text),
            sentence_index=sentence.index,
            evidence=statement.content,
            speaker=speakers[0] if speakers else None,
            speakers=speakers,
            cue=statement.cue,
            chain=tuple(self._link(outer) for outer in self._chains[i]),
            stance=statement.stance,
            kind=event.kind,
            status=_status(statement, event),
            predicate=event.predicate,
            actors=event.actors,
            targets=event.targets,
            extent=event.extent,
            places=_standing(attached.places, event),
            when=attached.when or by_the_way(attached.asides, event.kind, event.predicate),
            said_at=attached.said_at,
            quantities=attached.quantities,
            origin=self._origin(statement),
            made_by=made_by,
            confidence=round(statement.score * (0.7 + 0.3 * event.score), 3),
        )

    def _event(self, i: int, sentence: Sentence) -> Event:
        statement = self._statements[i]
        pieces = _pieces_in(sentence, statement.content)
        event = describe_pieces(
            sentence,
            pieces,
            self._named.actors,
            statement.stance,
            at_war=self._at_war,
            settle=lambda reading: _kind(statement, reading, self._at_war),
        )
        speaker = self._speakers[i][0] if self._speakers[i] else None
        event = with_accused(event, statement, self._named.actors)
        return with_doer(with_speaker(event, speaker), statement, sentence, self._speakers[i])

    def _link(self, outer: int) -> ChainLink:
        statement, speakers = self._statements[outer], self._speakers[outer]
        return ChainLink(speakers[0] if speakers else None, statement.cue, statement.stance)

    def _id(self, statement: Statement) -> str:
        spans = [offset for span in statement.content for offset in (span.start, span.end)]
        speaker = statement.speakers[0].start if statement.speakers else None
        cue = statement.cue.start if statement.cue else None
        return stable_id("c", self._document.id, speaker, cue, *spans)

    def _origin(self, statement: Statement) -> str:
        """The speech act: the same words under the same cue, in whatever copy of the text they stand."""
        speaker = statement.speakers[0].start if statement.speakers else None
        cue = statement.cue.start if statement.cue else statement.start
        return stable_id("o", self._document.digest, speaker, cue)


def _standing(places: tuple[PlaceMention, ...], event: Event) -> tuple[PlaceMention, ...]:
    """The places without those that are whom it is about: "sanctions on Moscow", a raid of Moscow's."""
    doers = [party for party in event.actors if event.kind in WORDS or party.actor.kind == "government"]
    targets = event.targets if event.kind in WORDS else ()
    parties = [party.span for party in (*doers, *targets) if party.span]
    return tuple(place for place in places if not any(span == place.span for span in parties))


def _pieces_in(sentence: Sentence, content: Sequence[Span]) -> Sequence[Span]:
    """The pieces of the content that the sentence holds, never none."""
    return [piece for piece in content if piece.start < sentence.end] or content[:1]


def _kind(statement: Statement, reading: KindReading, at_war: bool) -> Kind:
    """The kind of a statement: by the trained reader's opinion where it has one, weighed against its words."""
    return weighed_kind(reading, statement.kinds, at_war=at_war) if statement.kinds else statement.kind or reading.kind


def _status(statement: Statement, event: Event) -> Status:
    return weighed_status(event, statement.statuses) if statement.statuses else statement.status or event.status
