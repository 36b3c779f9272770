"""The version, where nothing else is imported with it."""

from __future__ import annotations

__all__ = ["VERSION"]

VERSION = "0.1.0"
