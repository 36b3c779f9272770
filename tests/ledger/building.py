"""Small readings for ledger tests, made by hand: no parser is needed."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from fogline.records.claims import Claim, Kind, Speaker, Stance, Status
from fogline.records.documents import Document
from fogline.records.failures import Failure
from fogline.records.ids import stable_id
from fogline.records.mentions import Place, PlaceMention, Quantity, QuantityMention, TimeMention, TimeRange
from fogline.records.readings import Reading
from fogline.records.spans import Span

__all__ = ["BRIDGE", "LATER", "PORT", "TODAY", "claim", "document", "many", "place", "reading", "speaker", "when"]

TODAY, LATER = "2031-05-06T08:00:00Z", "2031-05-09T08:00:00Z"
READER = "reader-1"

PORT = (
    "Colonel Ana Berisso said the Third Brigade holds Port Almeida. "
    "The Veridian ministry denied that its soldiers left the harbour on 4 May. "
    "About 40 people were killed near Quelha."
)
BRIDGE = "Engineers reopened the Tamar bridge. Governor Ruiz promised 200 tents by June."


def document(
    text: str,
    name: str = "port.txt",
    *,
    source: str | None = None,
    publisher: str | None = None,
    published_at: str | None = None,
) -> Document:
    """A report; its id depends on name and text as the real ones do."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
    return Document(
        stable_id("d", name, digest),
        name,
        source or name,
        text,
        digest,
        publisher=publisher,
        published_at=published_at,
    )


def claim(
    report: Document,
    words: str,
    said_by: Speaker | None = None,
    *,
    kind: Kind = "control",
    stance: Stance = "asserts",
    status: Status = "actual",
    places: Sequence[PlaceMention] = (),
    time: TimeMention | None = None,
    made_by: str = READER,
) -> Claim:
    """A claim made of `words`, which stand in the report."""
    start = report.text.index(words)
    evidence = Span.of(report.text, start, start + len(words))
    first = report.text.rfind(". ", 0, start) + 1
    last = report.text.find(".", start + len(words) - 1) + 1
    sentence = Span.of(report.text, first, last or len(report.text))
    return Claim(
        id=stable_id("c", report.id, start, words),
        document_id=report.id,
        sentence=sentence,
        sentence_index=report.text.count(". ", 0, start),
        evidence=(evidence,),
        speaker=said_by,
        cue=None,
        stance=stance,
        kind=kind,
        status=status,
        origin=stable_id("o", report.id, start),
        made_by=made_by,
        speakers=(said_by,) if said_by else (),
        places=tuple(places),
        when=time,
    )


def speaker(name: str, side: str | None = None) -> Speaker:
    """A person who speaks."""
    return Speaker(name, "person", side, None)


def place(report: Document, words: str, place_id: str, name: str, region: str | None = None) -> PlaceMention:
    """Words of the report that name a place."""
    start = report.text.index(words)
    known = Place(place_id, name, 12.5, 41.25, "town", "VD", region)
    return PlaceMention(Span(start, start + len(words), words), 0, known)


def when(earliest: str | None, latest: str | None, words: str = "4 May") -> TimeMention:
    """A time with these bounds."""
    return TimeMention(Span(0, len(words), words), 0, TimeRange("XXXX", earliest, latest, "day", "stated"))


def reading(
    report: Document, claims: Sequence[Claim] = (), *, failures: Sequence[Failure] = (), made_by: str = READER
) -> Reading:
    """What a reader made of a report: these claims, and one number it names."""
    number = QuantityMention(Span(0, 5, report.text[:5]), 0, Quantity(40.0, 40.0, "count"))
    return Reading(report, (number,), tuple(claims), tuple(failures), 3, 1, made_by)


def many(count: int, claims_each: int = 3) -> list[Reading]:
    """Numbered readings, each its own report."""
    made = []
    for number in range(count):
        text = " ".join(f"Post {number} reports shelling of sector {sector}." for sector in range(claims_each))
        report = document(text, f"post-{number:05d}.txt")
        found = [claim(report, f"shelling of sector {sector}", kind="attack") for sector in range(claims_each)]
        made.append(reading(report, found))
    return made
