"""Two small reports that contradict each other, for tests of commands and of the board."""

from __future__ import annotations

__all__ = ["REPORTS"]

REPORTS = {
    "army.md": """---
title: Army holds the bridge
publisher: Valley Wire
published_at: 2025-03-16
---

# Army holds the bridge

Colonel Idris Bello said on Friday that government forces had retaken the bridge at Maiduguri. The army counted 14 dead
rebels, he added. The rebels denied that they had lost the bridge.
""",
    "rebels.txt": """“We hold the bridge and the market,” a rebel spokesman told reporters in Maiduguri.

The army refused to confirm or deny its losses. Shells hit the market on Thursday.
""",
}
