"""The event reading may not get worse on own sentences."""

from __future__ import annotations

import pytest

from gate.events.scoring import read_cases, score

# roles.tsv was written before the rules and used to mend them. roles_unseen.tsv was first read when the rules stood
# (kind .917, status .967, roles .650, none swapped); three of its misses have since been mended.
FLOORS = {
    "roles.tsv": {"kind": 0.96, "status": 0.97, "both": 0.95},
    "roles_unseen.tsv": {"kind": 0.90, "status": 0.93, "both": 0.68},
}


@pytest.mark.parametrize("name", FLOORS)
def test_kind_status_and_roles_stay_above_their_floors(name: str) -> None:
    figures = score(read_cases(name))
    assert {key: getattr(figures, key) for key, floor in FLOORS[name].items() if getattr(figures, key) < floor} == {}
    assert figures.swapped <= 1
