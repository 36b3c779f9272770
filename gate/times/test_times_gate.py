"""Floors for times: the marked sentences, the five reports, EventStoryLine and the Recognizers cases."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from fogline.mentions.times.finder import find_times
from fogline.records.documents import Document
from fogline.records.mentions import TimeMention
from fogline.records.sentences import Sentence
from gate.times.gold import Line, differences, read_lines
from gate.times.recognizers import read_cases, score

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
EVENT_STORY_LINE = SHARED / "gold" / "times" / "eventstoryline.jsonl"
RECOGNIZERS = SHARED / "gold" / "times" / "recognizers_datetime_en.json"
REPORTS = SHARED / "reports"
VAGUE_NOW = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}


def _by_line(text: str) -> list[Sentence]:
    """One sentence a line, without grammar: what is found must not need any."""
    sentences, start = [], 0
    for at, line in enumerate(text.split("\n")):
        if line.strip():
            sentences.append(Sentence(at, at, start, start + len(line), line))
        start += len(line) + 1
    return sentences


def _mentions(name: str, text: str, published_at: str | None) -> tuple[TimeMention, ...]:
    document = Document(name, name, name, text, "", published_at=published_at)
    return find_times(document, _by_line(text))


@pytest.mark.parametrize("line", read_lines(HERE / "gold.txt"), ids=lambda line: line.text[:40])
def test_the_marked_expressions_and_no_others_are_found(line: Line) -> None:
    assert differences(line) == []


def test_the_marked_sentences_hold_every_kind_of_expression() -> None:
    lines = read_lines(HERE / "gold.txt")
    assert sum(len(line.marks) for line in lines) >= 150
    assert sum(not line.marks for line in lines) >= 8


@pytest.mark.skipif(not REPORTS.exists(), reason="the five reports are not here")
def test_all_expressions_of_the_five_reports_are_right() -> None:
    published = tomllib.loads((REPORTS / "published.toml").read_text(encoding="utf-8"))
    wanted = [row.split("\t") for row in (HERE / "reports.txt").read_text(encoding="utf-8").splitlines()[1:]]
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(REPORTS.glob("*.txt")):
        day = published.get(path.name, {}).get("published_at")
        mentions = _mentions(path.name, path.read_text(encoding="utf-8"), None if day is None else str(day))
        found[path.name[:3]] = [(mention.span.text, mention.time.timex) for mention in mentions]
    for report, words, timex in wanted:
        assert (words, timex) in found[report], (report, words)
        found[report].remove((words, timex))
    # Beyond the list stand only words such as "now" and one "at the time".
    beyond = [pair for pairs in found.values() for pair in pairs if pair[1] not in VAGUE_NOW]
    assert beyond == [("at the time", "2025-10-25")]


@pytest.mark.skipif(not EVENT_STORY_LINE.exists(), reason="EventStoryLine is not here")
def test_event_story_line_values_keep_their_floors() -> None:
    found = exact = same_date = total = valued = 0
    for row in map(json.loads, EVENT_STORY_LINE.read_text(encoding="utf-8").splitlines()):
        free = list(_mentions(row["id"], row["text"], row["published_at"]))
        for time in row["times"]:
            total += 1
            best = max(
                free, key=lambda m: min(m.span.end, time["end"]) - max(m.span.start, time["start"]), default=None
            )
            if best is None or min(best.span.end, time["end"]) <= max(best.span.start, time["start"]):
                continue
            free.remove(best)
            found += 1
            if time.get("value"):
                valued += 1
                exact += best.time.timex == time["value"]
                same_date += best.time.timex[:10].split("T")[0] == time["value"][:10].split("T")[0]
    assert found / total >= 0.95
    assert exact / valued >= 0.77
    assert same_date / valued >= 0.88


@pytest.mark.skipif(not RECOGNIZERS.exists(), reason="the Recognizers cases are not here")
def test_recognizers_cases_that_news_could_hold_keep_their_floor() -> None:
    right, total, _ = score(read_cases(RECOGNIZERS))
    assert total >= 600
    assert right / total >= 0.76
