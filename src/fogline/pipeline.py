"""The one joint: documents to readings, stage by stage."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib import metadata

from fogline.claims.attribution.rules import RuleReader
from fogline.claims.reader import ClaimReader, StatementReader
from fogline.claims.statement import Statement
from fogline.config import ReadingOptions
from fogline.data.gazetteer import Gazetteer
from fogline.errors import RunError
from fogline.flags.finding import FlagFinder
from fogline.mentions.actors.finder import find_actors
from fogline.mentions.places.finder import PlaceFinder
from fogline.mentions.quantities.finder import find_quantities
from fogline.mentions.times.finder import find_times
from fogline.mentions.times.window import publication_window
from fogline.packs import load as load_packs
from fogline.packs.places import spellings
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.failures import Failure
from fogline.records.naming import Named
from fogline.records.readings import Reading
from fogline.records.sentences import Sentence
from fogline.sentences.reader import SentenceReader
from fogline.version import VERSION

__all__ = ["READABLE", "Pipeline", "made_by", "read_batch"]

READABLE = ("en",)


class Pipeline:
    """Reads reports: sentences, what they name, what is claimed. A pure function of each report."""

    def __init__(self, options: ReadingOptions, grammar: SentenceReader, statements: StatementReader) -> None:
        pack = load_packs(options.packs)
        self._grammar = grammar
        self._pack = pack
        gazetteer = Gazetteer.open()
        self._places = PlaceFinder(gazetteer, spellings(pack, gazetteer), pack.countries)
        self._limit = options.stretch_limit
        self.made_by = made_by(options)
        self._statements = statements
        self._claims = ClaimReader(pack, self.made_by)
        self._flags = FlagFinder(pack)

    @classmethod
    def load(cls, options: ReadingOptions) -> Pipeline:
        """The pipeline with its models. Raises RunError where one is missing."""
        grammar = SentenceReader.load(options.parser, options.stretch_limit)
        return cls(options, grammar, _statement_reader(options))

    def read(self, documents: Sequence[Document]) -> list[Reading]:
        """The reading of each report; a report in a language that cannot be read gives no claims.

        A report that our own fault stops costs that report alone: it is kept with a failure that says so.
        """
        try:
            return self._read(documents)
        except RunError:
            raise
        except Exception as error:  # the last net, as for files
            if len(documents) > 1:
                return [reading for document in documents for reading in self.read([document])]
            return [self._crashed(document, error) for document in documents]

    @staticmethod
    def _crashed(document: Document, error: Exception) -> Reading:
        """What stands in the ledger for such a report; made by nobody, so that the next reading tries it again."""
        message = f"reading {document.name} failed: {type(error).__name__}: {error}"
        failure = Failure(document.source, "crashed", message, "pipeline", document.id)
        return Reading(document, (), (), (failure,), 0, 0, "none")

    def _read(self, documents: Sequence[Document]) -> list[Reading]:
        readable = [d for d in documents if d.language is None or d.language in READABLE]
        sentences = self._grammar.read(readable)
        spoken = self._statements.read(readable, sentences)
        parts = {d.id: (s, said) for d, s, said in zip(readable, sentences, spoken, strict=True)}
        return [self._reading(document, *parts.get(document.id, ((), ()))) for document in documents]

    def _reading(self, document: Document, sentences: Sequence[Sentence], spoken: Sequence[Statement]) -> Reading:
        named = self.named(document, sentences)
        document = self._dated(document, sentences, named)
        claims = self._claims.read(document, sentences, named, spoken)
        failures = tuple(self._cut_stretches(document, sentences))
        flags = self._flags.find(document, sentences, named, claims)
        unused = len(sentences) - _used(claims, sentences)
        return Reading(document, named.all, claims, failures, len(sentences), unused, self.made_by, flags)

    def _dated(self, document: Document, sentences: Sequence[Sentence], named: Named) -> Document:
        """An undated report with the window in which it can have been written, marked as inferred."""
        if document.published_at is not None:
            return document
        window = publication_window(document, named.times, self._flags.facts(document, sentences, named))
        if window is None:
            return document
        inferred = replace(document, published_at=window.latest, published_from=window.earliest)
        return replace(inferred, published_basis="inferred")

    def named(self, document: Document, sentences: Sequence[Sentence]) -> Named:
        """What a report names."""
        times = find_times(document, sentences)
        return Named(
            actors=find_actors(document, sentences, self._pack),
            places=self._places.find(document, sentences),
            times=times,
            quantities=find_quantities(document, sentences, times),
        )

    def _cut_stretches(self, document: Document, sentences: Sequence[Sentence]) -> list[Failure]:
        cut = [s for s in sentences if s.end - s.start >= self._limit - 100]
        if not cut:
            return []
        message = f"{len(cut)} stretches without a sentence end were cut at {self._limit} characters"
        return [Failure(document.source, "sentence_too_long", message, "sentences", document.id)]


def made_by(options: ReadingOptions) -> str:
    """What reads with these options, as claims carry it: program, reader, parser and packs with their versions."""
    parser = f"{options.parser}-{_version(options.parser)}"
    return "/".join((f"fogline-{VERSION}", options.reader, parser, *options.packs))


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError as error:
        raise RunError(f"the language model {package} is not installed") from error


def _used(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> int:
    """How many sentences have a part in a claim."""
    spans = [span for claim in claims for span in claim.evidence]
    return sum(any(span.start < s.end and span.end > s.start for span in spans) for s in sentences)


def _statement_reader(options: ReadingOptions) -> StatementReader:
    if options.reader == "rules":
        return RuleReader()
    from fogline.claims.attribution.tagged import TaggedReader  # loads the model run-time

    return TaggedReader.load()


@cache
def _pipeline(options: ReadingOptions) -> Pipeline:
    pipeline = Pipeline.load(options)
    gc.freeze()  # what is loaded stays: looking through it again and again for garbage takes 3 % of the time
    return pipeline


def read_batch(documents: Sequence[Document], options: ReadingOptions) -> list[Reading]:
    """Read a batch with this process's own pipeline, loaded once: what workers run."""
    return _pipeline(options).read(documents)
