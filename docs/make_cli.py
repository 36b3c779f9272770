"""Writes docs/reference/cli.md from the commands themselves: `python docs/make_cli.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer.main
from typer import Typer

from fogline.cli.app import EPILOG, app

__all__ = ["page"]

PAGE = Path(__file__).parent / "reference" / "cli.md"
NOTE = "<!-- Written by docs/make_cli.py; a test compares. -->"


def page() -> str:
    """The page as Markdown."""
    return "\n".join(["# Commands", "", NOTE, "", EPILOG.replace("\n", " "), "", *_commands(app, "fogline")]) + "\n"


def _commands(group: Typer, prefix: str) -> Iterator[str]:
    click_group = typer.main.get_command(group)
    for name, command in sorted(getattr(click_group, "commands", {}).items()):
        if hasattr(command, "commands"):
            for below, inner in sorted(command.commands.items()):
                yield from _command(f"{prefix} {name} {below}", inner)
        else:
            yield from _command(f"{prefix} {name}", command)


def _command(title: str, command: object) -> Iterator[str]:
    yield from (f"## `{title}`", "", str(getattr(command, "help", "")).strip(), "", "| | |", "|---|---|")
    for parameter in getattr(command, "params", ()):
        names = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
        if parameter.param_type_name == "argument":
            names = f"`{parameter.name.upper()}`"
        words = str(getattr(parameter, "help", "") or "").replace("|", "\\|")
        yield f"| {names} | {words} |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
