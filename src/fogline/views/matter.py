"""One question as people read it: the positions in their own words, which claims clash, then the chronicle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fogline.records.codec import Json
from fogline.records.links import Link, Standing
from fogline.views.citing import Cited
from fogline.views.copies import Folded
from fogline.views.facing import Facing, Stated, facings, statements
from fogline.views.flags import flags_across
from fogline.views.standing import Saying, chronicle, standing_object

__all__ = ["Matter", "Told", "dropped_attributions", "matter_of"]

DROPPED = "attribution-dropped"


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the chronicle with the near copies that came later; each claim stands in one of these."""

    line: Saying
    copies: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """A question and how it stands: what each party says, the pairs that clash, and every claim in its order.

    `dropped` says of claims that drop an attribution whose words they tell.
    """

    standing: Standing
    stated: tuple[Stated, ...]
    facings: tuple[Facing, ...]
    lines: tuple[Told, ...]
    dropped: Mapping[str, str]

    @property
    def chronicle(self) -> tuple[Saying, ...]:
        """Every claim by the day it was said, copies included."""
        return tuple(
            sorted((line for told in self.lines for line in (told.line, *told.copies)), key=lambda line: line.at)
        )

    def to_json(self) -> dict[str, Json]:
        """The matter as JSON values: the question, then `statements`, `facing` and the whole `chronicle`."""
        copies = {one.citation.claim_id: told.line.citation.claim_id for told in self.lines for one in told.copies}
        lines: list[Json] = [
            {**line.to_json(), "copy_of": copies.get(line.citation.claim_id)} for line in self.chronicle
        ]
        return {
            **standing_object(self.standing),
            "statements": [one.to_json() for one in self.stated],
            "facing": [one.to_json() for one in self.facings],
            "chronicle": lines,
        }


def matter_of(
    standing: Standing, claims: Sequence[Cited], links: Sequence[Link], dropped: Mapping[str, str] | None = None
) -> Matter:
    """The matter of a question, made of its claims and the links between them."""
    told = {cited[0].id: cited for cited in claims}
    inside = [link for link in links if link.left_id in told and link.right_id in told]
    lines = _folded(chronicle(standing, claims), told)
    return Matter(
        standing, statements(standing, told, inside), facings(standing, told, inside), lines, dict(dropped or {})
    )


def _folded(lines: Sequence[Saying], told: Mapping[str, Cited]) -> tuple[Told, ...]:
    """The lines in their order, near copies under the first of them."""
    folded = Folded(told[line.citation.claim_id][0] for line in lines)
    under: dict[str, list[Saying]] = {}
    for line in lines:
        under.setdefault(folded.of(line.citation.claim_id), []).append(line)
    return tuple(Told(first, tuple(copies)) for first, *copies in under.values())


def dropped_attributions(claims: Sequence[Cited], links: Sequence[Link]) -> dict[str, str]:
    """Of each claim that drops an attribution whose words it tells."""
    flags = (flag for told in flags_across(claims, links).values() for flag in told if flag.flag == DROPPED)
    return {flag.claim_ids[0]: f"attribution dropped: {flag.reason} ({flag.claim_ids[1][:8]})" for flag in flags}
