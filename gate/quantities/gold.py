"""The marked sentences of the quantity gate: what they hold, and how what is found differs from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fogline.records.mentions import QuantityMention

__all__ = ["Line", "differences", "read_lines", "row"]

_OPEN = "?"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and the rows of the quantities in it."""

    text: str
    rows: tuple[tuple[str, ...], ...]


def read_lines(path: Path) -> list[Line]:
    """The sentences of a gold file with their rows."""
    lines: list[Line] = []
    for raw in path.read_text(encoding="utf-8").splitlines():
        if raw.startswith("="):
            last = lines.pop()
            fields = tuple(raw.split("\t")[1:])
            lines.append(Line(last.text, (*last.rows, fields) if fields else last.rows))
        elif raw and not raw.startswith("#"):
            lines.append(Line(raw, ()))
    return lines


def row(mention: QuantityMention) -> tuple[str, ...]:
    """A mention as a row of the gold file."""
    quantity = mention.quantity
    value = f"{'~' if quantity.approximate else ''}{_number(quantity.low)}..{_number(quantity.high)}"
    role = quantity.role + ("!" if mention.flag else "")
    says = (quantity.of or "-", quantity.scope or "-", quantity.whose or "-")
    return (mention.span.text, value, quantity.unit, *says, role)


def differences(wanted: tuple[tuple[str, ...], ...], found: tuple[QuantityMention, ...]) -> list[str]:
    """What is missing, wrong or too much, in words; empty where all is as marked."""
    rows = [row(mention) for mention in found]
    if len(rows) != len(wanted):
        return [f"marked {wanted}", f"found {rows}"]
    return [
        f"{mine[0]}: {theirs!r} instead of {mine!r}"
        for mine, theirs in zip(wanted, rows, strict=True)
        if any(want not in (_OPEN, got) for want, got in zip(mine, theirs, strict=True))
    ]


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else f"{value:g}"
