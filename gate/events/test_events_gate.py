"""The event reading may not get worse on own sentences."""

from __future__ import annotations

import pytest

from gate.events.scoring import read_cases, score

# roles.tsv was written before the rules. The other two were first read when the rules stood, with the figures in their
# first lines: those are the honest ones. Their misses were then used to mend the rules.
FLOORS = {
    "roles.tsv": {"kind": 0.96, "status": 0.98, "both": 0.96},
    "roles_unseen.tsv": {"kind": 0.91, "status": 0.95, "both": 0.75},
    "roles_last.tsv": {"kind": 0.94, "status": 0.98, "both": 0.87},
}


@pytest.mark.parametrize("name", FLOORS)
def test_kind_status_and_roles_stay_above_their_floors(name: str) -> None:
    figures = score(read_cases(name))
    assert {key: getattr(figures, key) for key, floor in FLOORS[name].items() if getattr(figures, key) < floor} == {}
    assert figures.swapped <= 1
