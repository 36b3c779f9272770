"""The public shapes hold to the schemas in docs/reference, for any record there can be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from fogline.exports.contract import JsonObject, claim_object, link_object, mention_object
from fogline.exports.tables import COLUMNS, claim_row
from fogline.records.claims import ChainLink, Claim, Party, Speaker
from fogline.records.documents import Document
from fogline.records.links import Link
from fogline.records.mentions import (
    Actor,
    ActorMention,
    Mention,
    Place,
    PlaceMention,
    Quantity,
    QuantityMention,
    TimeMention,
    TimeRange,
)
from fogline.records.spans import Span

SCHEMAS = Path(__file__).parents[2] / "docs" / "reference"

HER = ActorMention(Span(38, 41, "her"), 0, Actor("Ana Berisso", "person"))
SENTENCE = "On 3 May Colonel Berisso said that, by her count, 40 guns hold Port Almeida."
REPORT = Document("d-1", "port.txt", "port.txt", SENTENCE, "00", path="in/port.txt", published_at="2031-05-05")


def words(part: str) -> Span:
    start = SENTENCE.index(part)
    return Span(start, start + len(part), part)


ALMEIDA = PlaceMention(words("Port Almeida"), 0, Place("geonames:1", "Almeida", 12.5, 41.25, "town", "VD", "VD-COA"))
NOWHERE = PlaceMention(words("count"), 0, None)
MAY = TimeMention(words("3 May"), 0, TimeRange("2031-05-03", "2031-05-03", "2031-05-03", "day", "stated"))
GUNS = QuantityMention(words("40"), 0, Quantity(40.0, None, "count", "guns", True))
BERISSO = Speaker("Ana Berisso", "person", "Veridia", words("Colonel Berisso"))
FULL = Claim(
    id="c-1",
    document_id="d-1",
    sentence=words(SENTENCE),
    sentence_index=0,
    evidence=(words("by her count"), words("40 guns hold Port Almeida")),
    speaker=BERISSO,
    cue=words("said"),
    stance="asserts",
    kind="control",
    status="actual",
    origin="o-1",
    made_by="reader-1",
    speakers=(BERISSO,),
    chain=(ChainLink(BERISSO, words("said"), "asserts"), ChainLink(None, None, "doubts")),
    predicate="hold",
    actors=(Party(Actor("guns", "armed_force"), words("guns")),),
    places=(ALMEIDA, NOWHERE),
    when=MAY,
    quantities=(GUNS,),
    flags=("odd",),
)


def schema(name: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


def check(name: str, line: JsonObject) -> None:
    as_read: object = json.loads(json.dumps(line))
    Draft202012Validator(schema(name)).validate(as_read)


def keys(part: object) -> list[str]:
    assert isinstance(part, Mapping)
    return list(part)


@pytest.mark.parametrize("name", ["claims", "mentions", "links"])
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_a_claim_has_every_field_of_the_contract_in_order() -> None:
    line = claim_object(FULL, REPORT)
    check("claims", line)
    assert line["speaker"] == {
        "name": "Ana Berisso",
        "kind": "person",
        "side": "Veridia",
        "span": {"start": 9, "end": 24, "text": "Colonel Berisso"},
    }
    assert line["evidence"] == [
        {"start": 36, "end": 48, "text": "by her count"},
        {"start": 50, "end": 75, "text": "40 guns hold Port Almeida"},
    ]
    promised = schema("claims")
    assert keys(line) == keys(promised["properties"])
    assert keys(line)[:18] == promised["required"]


@pytest.mark.parametrize(
    ("key", "part"), [("places", "place"), ("quantities", "quantity"), ("actors", "party"), ("chain", "chain_link")]
)
def test_each_part_of_a_claim_has_the_fields_of_the_schema_in_order(key: str, part: str) -> None:
    parts = claim_object(FULL, REPORT)[key]
    definitions = schema("claims")["$defs"]
    assert isinstance(parts, list)
    assert isinstance(definitions, dict)
    assert keys(parts[0]) == keys(definitions[part]["properties"])


def test_what_is_not_known_is_null_and_never_left_out() -> None:
    bare = Claim(
        "c-2", "d-1", words(SENTENCE), 0, (words("40 guns"),), None, None, "asserts", "other", "actual", "o", "r"
    )  # fmt: skip
    line = claim_object(bare, REPORT)
    check("claims", line)
    assert [line[key] for key in ("speaker", "cue", "when", "said_at", "predicate")] == [None] * 5
    assert line["places"] == line["quantities"] == line["chain"] == []
    places = claim_object(FULL, REPORT)["places"]
    assert isinstance(places, list)
    unresolved = places[1]
    assert isinstance(unresolved, dict)
    assert unresolved["text"] == "count"
    assert [unresolved[key] for key in ("name", "id", "latitude", "longitude", "precision")] == [None] * 5


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        (ALMEIDA, "place"),
        (MAY, "time"),
        (GUNS, "quantity"),
        (HER, "actor"),
    ],
)
def test_a_mention_says_its_kind_words_and_value(mention: Mention, kind: str) -> None:
    line = mention_object(mention, REPORT)
    check("mentions", line)
    assert (line["kind"], line["text"]) == (kind, mention.span.text)
    definitions = schema("mentions")["$defs"]
    assert isinstance(definitions, dict)
    assert keys(line["value"]) == keys(definitions[f"{kind}_value"]["properties"])


def test_words_without_a_place_have_no_value() -> None:
    line = mention_object(NOWHERE, REPORT)
    check("mentions", line)
    assert line["value"] is None


def test_a_link_names_both_claims_and_the_reason() -> None:
    line = link_object(Link("l-1", "c-1", "c-2", "clashes", "control", "one holds, one denies", 0.5, "linker-1"))
    check("links", line)
    assert keys(line) == keys(schema("links")["properties"])


def test_a_schema_refuses_what_is_not_promised() -> None:
    for key, wrong in (("stance", "shouts"), ("evidence", []), ("speaker", "Berisso"), ("when", "May")):
        with pytest.raises(ValidationError):
            check("claims", claim_object(FULL, REPORT) | {key: wrong})
    with pytest.raises(ValidationError):
        check("mentions", mention_object(ALMEIDA, REPORT) | {"kind": "time"})


dates = st.none() | st.dates().map(lambda day: day.isoformat())
names = st.text(min_size=1)
spans = st.builds(Span, st.integers(0, 9_999), st.integers(10_000, 20_000), names)
places = st.builds(
    PlaceMention,
    span=spans,
    place=st.none()
    | st.builds(Place, id=names, latitude=st.none() | st.floats(-90, 90), longitude=st.none() | st.floats(-180, 180)),
    candidates=st.just(()),
)
times = st.builds(TimeMention, span=spans, time=st.builds(TimeRange, earliest=dates, latest=dates))
bounds = st.none() | st.floats(allow_nan=False, allow_infinity=False)
quantities = st.builds(QuantityMention, span=spans, quantity=st.builds(Quantity, low=bounds, high=bounds))
speakers = st.builds(Speaker, span=st.none() | spans)
steps = st.builds(ChainLink, speaker=st.none() | speakers, cue=st.none() | spans)
parties = st.builds(Party, span=st.none() | spans)
reports = st.builds(Document, id=names, published_at=dates, published_from=dates)


def tuples(of: st.SearchStrategy[object], least: int = 0) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, min_size=least, max_size=3).map(tuple)


any_claim = st.builds(
    Claim,
    id=names,
    sentence=spans,
    evidence=tuples(spans, 1),
    speaker=st.none() | speakers,
    cue=st.none() | spans,
    speakers=tuples(speakers),
    chain=tuples(steps),
    actors=tuples(parties),
    targets=tuples(parties),
    places=tuples(places),
    when=st.none() | times,
    said_at=st.none() | times,
    quantities=tuples(quantities),
    confidence=st.floats(0, 1),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(any_claim, reports)
def test_any_claim_holds_to_the_schema_and_fills_a_row(claim: Claim, report: Document) -> None:
    check("claims", claim_object(claim, report))
    assert len(claim_row(claim, report)) == len(COLUMNS)


def test_a_row_names_what_a_reader_of_a_table_looks_for() -> None:
    row = dict(zip(COLUMNS, claim_row(FULL, REPORT), strict=True))
    assert (row["speaker"], row["side"], row["text"]) == (
        "Ana Berisso",
        "Veridia",
        "by her count … 40 guns hold Port Almeida",
    )
    assert (row["place"], row["place_id"], row["latitude"], row["more_places"]) == (
        "Almeida",
        "geonames:1",
        12.5,
        "count",
    )
    assert (row["when_text"], row["when_earliest"], row["said_earliest"]) == ("3 May", "2031-05-03", None)
    assert (row["quantity_text"], row["low"], row["high"], row["unit"]) == ("40", 40.0, None, "count")
