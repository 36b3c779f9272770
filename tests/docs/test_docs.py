"""What the docs promise holds: commands, options, links, fields, examples."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main

from fogline.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/**/*.md")])


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)


def commands() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for block in blocks(page, "console"):
            for line in block.splitlines():
                if line.startswith("$ fogline "):
                    yield page.name, line[2:].split("#")[0].strip()


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the examples run: the demo reports are there."""
    folder = tmp_path_factory.mktemp("session")
    (folder / "examples").symlink_to(ROOT / "examples")
    done = fogline(folder, "read", "examples/demo", "--ledger", "war.ledger", "--quiet", "--reader", "rules")
    assert done.returncode == 0, done.stderr
    return folder


def fogline(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "fogline.cli", *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
    )


@pytest.mark.parametrize(("page", "line"), sorted(set(commands())))
def test_every_command_in_the_docs_runs(session: Path, page: str, line: str) -> None:
    done = fogline(session, *shlex.split(line)[1:])
    assert done.returncode == 0, f"{page}: {line}\n{done.stderr}"


def test_every_python_example_in_the_readme_runs(session: Path) -> None:
    for block in blocks(ROOT / "README.md", "python"):
        done = subprocess.run([sys.executable, "-c", block], check=False, capture_output=True, text=True, cwd=session)
        assert done.returncode == 0, done.stderr
        assert done.stdout


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    spec = importlib.util.spec_from_file_location("make_cli", ROOT / "docs" / "make_cli.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8") == module.page()


def known_options() -> set[str]:
    def walk(command: object) -> Iterator[str]:
        for parameter in getattr(command, "params", ()):
            yield from (*parameter.opts, *parameter.secondary_opts)
        for below in getattr(command, "commands", {}).values():
            yield from walk(below)

    return set(walk(typer.main.get_command(app)))


def test_options_named_in_prose_exist() -> None:
    known = known_options() | {"--help", "--raise", "--lower", "--all"}
    named = {
        (page.name, option)
        for page in PAGES
        for code in re.findall(r"`(?:fogline )?([^`\n]*)`", page.read_text(encoding="utf-8"))
        if not code.startswith(("python", ".venv", "pip", "make"))
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", code)
    }
    assert {(page, option) for page, option in named if option not in known} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_make_targets_in_the_docs_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    named = {target for page in PAGES for target in re.findall(r"\$ make ([a-z]+)", page.read_text(encoding="utf-8"))}
    assert named
    assert named <= targets


def test_every_field_of_a_claim_is_described() -> None:
    schema = json.loads((ROOT / "docs/reference/claims.schema.json").read_text(encoding="utf-8"))
    page = (ROOT / "docs/reference/claims.md").read_text(encoding="utf-8")
    described = set(re.findall(r"`([a-z_]+)`", page))
    assert set(schema["required"]) - described == set()


def test_every_dependency_is_explained() -> None:
    page = (ROOT / "docs/explain/dependencies.md").read_text(encoding="utf-8").lower()
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    section = project.split("dependencies = [", 1)[1].split("]", 1)[0]
    names = re.findall(r'"([a-zA-Z0-9_.-]+?)(?:\[|[<>=])', section)
    assert len(names) > 10
    assert [name for name in names if name.lower() not in page] == []


def test_every_data_file_has_its_source() -> None:
    sources = (ROOT / "src/fogline/data/SOURCES.md").read_text(encoding="utf-8")
    files = [
        path for path in (ROOT / "src/fogline/data").rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")
    ]
    assert [path.name for path in files if path.name not in sources and path.name != "SOURCES.md"] == []
