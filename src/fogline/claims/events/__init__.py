"""What is claimed: kind, status, predicate, who did what to whom, and the events a report states itself."""

from __future__ import annotations

from fogline.claims.events.describing import describe
from fogline.claims.events.event import Event, Extent, OwnEvent
from fogline.claims.events.own_voice import own_voice
from fogline.claims.events.wartime import speaks_of_war

__all__ = ["Event", "Extent", "OwnEvent", "describe", "own_voice", "speaks_of_war"]
