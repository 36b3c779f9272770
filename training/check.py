"""Check the marks of the corpus and count them: `python -m training.check [FOLDER]`.

Exit status 1 where a mark is malformed.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

from fogline.records.claims import KINDS, STANCES, STATUSES
from training.corpus import CORPUS, read_marked

__all__ = ["faults", "main"]

_TAG = re.compile(r"<(/?)([sqco])([\d,]*)((?: [a-z]+)*)>")
_WORDS = {2: (KINDS, STATUSES), 3: (STANCES, KINDS, STATUSES)}


def faults(raw: str) -> list[str]:
    """What is wrong with the marks of one file, in plain words; empty where nothing is."""
    head, _, body = raw.partition("\n\n")
    found = [f"no {key}" for key in ("id", "genre", "published") if not re.search(rf"^# {key}: \S", head, re.M)]
    found += _nesting_faults(body)
    left = re.search(r"</?[sqco][\d ,>][^>]{0,20}", _TAG.sub("", body))
    if left:
        found.append(f"left-over mark {left.group()!r}")
    return found or _statement_faults(body)


def _nesting_faults(body: str) -> list[str]:
    found: list[str] = []
    opened: list[str] = []
    for closing, letter, numbers, words in _TAG.findall(body):
        if not closing:
            opened.append(letter + numbers)
            if words and not _are_known(words.split()):
                found.append(f"unknown words in <{letter}{numbers}{words}>")
        elif not opened or opened.pop() != letter + numbers:
            return [*found, f"</{letter}{numbers}> closes nothing"]
    return found + [f"<{mark}> is never closed" for mark in opened]


def _are_known(words: list[str]) -> bool:
    tables = _WORDS.get(len(words), ())
    return bool(tables) and all(word in table for word, table in zip(words, tables, strict=True))


def _statement_faults(body: str) -> list[str]:
    """Statements without content, without kind, or with neither speaker nor cue."""
    marks: dict[str, set[str]] = {"s": set(), "q": set(), "c": set(), "kind": set()}
    for closing, letter, numbers, words in _TAG.findall(body):
        if letter != "o" and not closing:
            marks[letter].update(numbers.split(","))
            marks["kind"].update(numbers.split(",") if words else ())
    content, named = marks["c"], marks["s"] | marks["q"]
    return [
        *(f"statement {n} has no content" for n in sorted(named - content)),
        *(f"statement {n} has no stance, kind and status" for n in sorted(content - marks["kind"])),
        *(f"statement {n} has neither speaker nor cue" for n in sorted(content - named)),
    ]


def main() -> None:
    """Print the faults and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=CORPUS)
    files = sorted(parser.parse_args().folder.rglob("*.txt"))
    counts: Counter[str] = Counter()
    ids: Counter[str] = Counter()
    bad = 0
    for path in files:
        raw = path.read_text(encoding="utf-8")
        wrong = faults(raw)
        bad += len(wrong)
        for fault in wrong:
            print(f"{path.name}: {fault}")
        if not wrong:
            report = read_marked(raw, path.stem)
            ids[report.id] += 1
            counts.update(statements=len(report.statements), own=len(report.own), words=len(report.text.split()))
    doubled = [name for name, count in ids.items() if count > 1]
    print(f"{len(files)} files, {dict(counts)}", *(f"id {name} is used twice" for name in doubled), sep="\n")
    sys.exit(bool(bad or doubled))


if __name__ == "__main__":
    main()
