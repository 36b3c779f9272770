"""`published.toml`: what is known about the reports of a folder, a table for each file name."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from fogline.documents.drafts import Facts
from fogline.documents.finding import SIDECAR, unreadable
from fogline.errors import ItemError

__all__ = ["read_sidecar"]


def read_sidecar(folder: str) -> Mapping[str, Facts]:
    """The facts by file name, empty where the folder has no `published.toml`.

    Raises ItemError: `unreadable`, `malformed`.
    """
    path = os.path.join(folder, SIDECAR)
    if not os.path.isfile(path):
        return {}
    import tomllib

    try:
        with open(path, "rb") as stream:
            tables = tomllib.load(stream)
    except OSError as error:
        raise unreadable(error) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ItemError("malformed", f"not TOML: {error}") from error
    return {name: _facts(table) for name, table in tables.items() if isinstance(table, dict)}


def _facts(table: Mapping[str, Any]) -> Facts:
    values = {key: str(value) for key, value in table.items() if not isinstance(value, dict | list)}
    return Facts.of({**values, "published": values.get("published_at", "")})
