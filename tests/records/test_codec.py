"""Records come back from JSON exactly as they went in."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.records.claims import Claim
from fogline.records.codec import decode, encode
from fogline.records.documents import Document
from fogline.records.failures import Failure
from fogline.records.links import Link, Question
from fogline.records.mentions import ActorMention, PlaceMention, QuantityMention, TimeMention
from fogline.records.readings import Reading, ReportFlag
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

FLOW = (
    Document, Sentence, ActorMention, PlaceMention, QuantityMention, TimeMention,
    Claim, Link, Question, Failure, ReportFlag, Reading,
)  # fmt: skip

st.register_type_strategy(float, st.floats(allow_nan=False))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.one_of([st.from_type(record) for record in FLOW]))
def test_any_record_comes_back_from_json_as_it_was(record: object) -> None:
    assert decode(type(record), json.loads(json.dumps(encode(record)))) == record


def test_fields_with_their_default_value_are_left_out() -> None:
    assert encode(Failure("a.txt", "empty", "no text", "documents")) == {
        "source": "a.txt",
        "reason": "empty",
        "message": "no text",
        "stage": "documents",
    }


def test_data_of_a_newer_program_is_read_without_what_is_not_known() -> None:
    assert decode(Span, {"start": 1, "end": 3, "text": "at", "colour": "red"}) == Span(1, 3, "at")


@pytest.mark.parametrize("data", [None, [], "span", {"start": 1}])
def test_what_is_not_the_record_is_refused(data: list[object] | str | dict[str, object] | None) -> None:
    with pytest.raises((ValueError, TypeError)):
        decode(Span, data)  # type: ignore[arg-type]


def test_a_mention_of_unknown_kind_is_refused() -> None:
    document = encode(Document("d", "d.txt", "d.txt", "", ""))
    with pytest.raises(ValueError, match="'weather'"):
        decode(
            Reading,
            {
                "document": document, "mentions": [{"kind": "weather"}], "claims": [], "failures": [],
                "sentences": 0, "unused": 0, "made_by": "x",
            },
        )  # fmt: skip


def test_a_field_that_json_cannot_hold_is_refused_by_name() -> None:
    @dataclass(frozen=True)
    class Crate:
        goods: complex

    with pytest.raises(TypeError, match="complex"):
        encode(Crate(1j))
