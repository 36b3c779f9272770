"""The page on packs: its example is a pack, and it names every key."""

from __future__ import annotations

import re
from pathlib import Path

from fogline.packs import packaged
from fogline.packs.checks import KEYS, check_text

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "packs.md").read_text(encoding="utf-8")


def test_the_example_of_the_page_has_no_problems() -> None:
    blocks = re.findall(r"```toml\n(.*?)```", PAGE, re.S)
    text = "\n".join(line.removeprefix("    ") for block in blocks for line in block.splitlines())
    assert len(blocks) == 3
    assert check_text(text) == []


def test_the_page_names_every_key_and_every_pack_that_ships() -> None:
    wanted = {f"[[{table}]]" for table in KEYS} | {key for keys in KEYS.values() for key in keys}
    assert [word for word in sorted(wanted | set(packaged())) if f"`{word}`" not in PAGE] == []
