"""Gold sets made by others, where they lie beside the project: reported, never copied, never trained on."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["SETS", "External", "measure", "report"]

SHARED = Path(__file__).resolve().parents[2] / "shared"


@dataclass(frozen=True, slots=True)
class External:
    """A gold set: the scorer, the gold file, what is read, and which listing is scored."""

    name: str
    scorer: str
    gold: str
    source: str
    listing: str
    large: bool = True


SETS = (
    External("reports", "score_claims.py", "claims/reports_000_002_003.json", "../reports", "claims", large=False),
    External(
        "polnear",
        "score_attribution.py",
        "attribution/polnear_train.jsonl",
        "attribution/polnear_train.jsonl",
        "claims",
    ),
    External(
        "eventstoryline", "score_times.py", "times/eventstoryline.jsonl", "times/eventstoryline.jsonl", "mentions"
    ),
    External("trnews", "score_places.py", "places/trnews.jsonl", "places/trnews.jsonl", "mentions"),
    External("lgl", "score_places.py", "places/lgl.jsonl", "places/lgl.jsonl", "mentions"),
)


def report(*, large: bool) -> Iterator[dict[str, object]]:
    """The figures of each set that is there; the large ones only where asked for."""
    for one in SETS:
        if (SHARED / "gold" / one.gold).exists() and (large or not one.large):
            yield {"set": one.name, **measure(one)}


def measure(one: External) -> dict[str, object]:
    """The figures of one set, read and scored as a user would: `fogline read`, then the listing to the scorer."""
    with tempfile.TemporaryDirectory() as folder:
        ledger, listing = str(Path(folder) / "gold.ledger"), Path(folder) / "listing.jsonl"
        source = (SHARED / "gold" / one.source).resolve()
        _fogline("read", str(source), "--ledger", ledger, "--quiet")
        listing.write_text(_fogline(one.listing, "--ledger", ledger, "--format", "jsonl"), encoding="utf-8")
        scorer = str(SHARED / "tools" / one.scorer)
        out = _run(sys.executable, scorer, str(SHARED / "gold" / one.gold), str(listing))
    figures: dict[str, object] = json.loads(out.strip().splitlines()[-1])
    return figures


def _fogline(*arguments: str) -> str:
    return _run(sys.executable, "-m", "fogline.cli", *arguments)


def _run(*command: str) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode not in (0, 3):  # 3: read, with something skipped
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout
