"""Conflicts and the world: sides, actors, formations, place spellings; what a name stands for."""

from __future__ import annotations

from fogline.packs.checks import Problem, check
from fogline.packs.loading import load, packaged
from fogline.packs.model import Pack
from fogline.packs.names import same_name

__all__ = ["Pack", "Problem", "check", "load", "packaged", "same_name"]
