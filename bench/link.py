"""Cost of linking one new claim as the number of known claims grows.

Made-up claims of a made-up war: 60 towns, a fixed rate a day, so that more claims mean more days. For each size, the
claims are put into blocks and then a sample of new ones is linked against them, after the last thousand before it were,
as in a program that goes on reading; what is printed is the processor time for one new claim, finding its mates and
judging them, and the growth: the most of any size against the smallest.
`python -m bench.link [--rate N]`; prints one JSON line.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from datetime import date, timedelta

from fogline.links.blocking import looks_into
from fogline.links.frames import Frame, frames_of
from fogline.links.linker import Blocks, link_frame
from fogline.records.claims import Claim, Speaker
from fogline.records.documents import Document
from fogline.records.ids import stable_id
from fogline.records.mentions import Place, PlaceMention
from fogline.records.spans import Span

SIZES = (1_000, 10_000, 50_000)
SAMPLE = 300
BEFORE = 1_000  # claims linked before the sample, so that every size is measured with as much in memory
CLAIMS_A_REPORT = 5
START = date(2025, 1, 1)
WHO = ("Our troops", "Rebels", "The army", "A drone", "Two missiles", "Residents", "Shelling", "Nobody")
DID = ("hold", "took", "struck", "left", "damaged", "killed three people at", "crossed", "denied hitting", "shelled")
WHAT = ("the bridge", "the school", "the port", "the market", "the depot", "the camp", "the hospital", "a convoy")
SIDES = ("Northland", "Southland", None)
TOWNS = tuple(
    Place(f"bench:{n}", f"Town{n:02d}", 45 + n % 10 * 0.4, 30 + n // 10 * 0.6, "town", "UA", f"UA-{n % 8}")
    for n in range(60)
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.link", description=__doc__)
    parser.add_argument("--rate", type=int, default=100, help="claims a day")
    given = parser.parse_args()
    result: dict[str, object] = {"rate_a_day": given.rate}
    costs = measure(given.rate)
    for size, (cost_ms, mates) in costs.items():
        result[f"ms_a_claim_at_{size}"] = round(cost_ms, 2)
        result[f"mates_at_{size}"] = round(mates, 1)
    least = costs[SIZES[0]][0]
    result["growth"] = round(max(cost_ms for cost_ms, _ in costs.values()) / least, 2)
    print(json.dumps(result))


def measure(rate: int) -> dict[int, tuple[float, float]]:
    """By size, the milliseconds for one new claim, and how many claims it is compared with; medians of a sample.

    The sizes take turns, claim by claim, so that a machine that slows down slows all of them.
    """
    ledgers = [_Known(size, rate) for size in SIZES]
    for ledger in ledgers:
        for frame in ledger.last:
            ledger.link(frame)
    for at in range(SAMPLE):
        for ledger in ledgers:
            ledger.time(at)
    return {k.size: (statistics.median(k.times) * 1000, statistics.mean(k.mates)) for k in ledgers}


class _Known:
    """Claims that are known, in blocks, and new ones that come after them."""

    def __init__(self, size: int, rate: int) -> None:
        frames = [frame for report in range((size + SAMPLE) // CLAIMS_A_REPORT) for frame in _report(report, rate)]
        known, self._new = frames[:size], frames[size : size + SAMPLE]
        self.size, self.last, self._blocks = size, known[-BEFORE:], Blocks()
        for frame in known:
            self._blocks.add(frame)
        self._by_id = {frame.claim.id: frame for frame in known}
        self.times: list[float] = []
        self.mates: list[int] = []

    def link(self, frame: Frame) -> int:
        """Link a claim with its mates; gives how many these are."""
        found = self._blocks.mates(looks_into(frame))
        list(link_frame(frame, [self._by_id[claim_id] for claim_id in found]))
        return len(found)

    def time(self, at: int) -> None:
        """Link one of the new claims, and note what it takes."""
        start = time.process_time()
        self.mates.append(self.link(self._new[at]))
        self.times.append(time.process_time() - start)


def _report(number: int, rate: int) -> tuple[Frame, ...]:
    return frames_of(*made_report(number, rate))


def made_report(number: int, rate: int) -> tuple[Document, list[Claim]]:
    """A made-up report and its claims; `rate` is how many claims there are a day."""
    day = START + timedelta(days=number * CLAIMS_A_REPORT // rate)
    name = f"r{number}"
    document = Document(
        f"d-{number}", name, name, "", "", publisher=f"Paper {number % 9}", published_at=day.isoformat(),
        published_basis="given",
    )  # fmt: skip
    chance = random.Random(number)
    town = chance.choice(TOWNS)
    return document, [_claim(number, at, town, chance) for at in range(CLAIMS_A_REPORT)]


def _claim(number: int, at: int, town: Place, chance: random.Random) -> Claim:
    text = f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)} of {town.name}"
    span = Span(at * 200, at * 200 + len(text), text)
    name = Span(span.end - len(town.name), span.end, town.name)
    side = chance.choice(SIDES)
    speaker = Speaker(f"{side} command" if side else f"Resident {number % 40}", "armed_force", side, None)
    key = (number, at)
    return Claim(
        id=stable_id("c", *key), document_id=f"d-{number}", sentence=span, sentence_index=at, evidence=(span,),
        speaker=speaker, cue=None, stance="denies" if chance.random() < 0.1 else "asserts", kind="attack",
        status="completed", origin=stable_id("o", *key), made_by="bench", places=(PlaceMention(name, at, town),),
    )  # fmt: skip


if __name__ == "__main__":
    main()
