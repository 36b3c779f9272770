"""One question in a terminal: what each party says, which claims clash, and the chronicle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fogline.cli.printing import one_line

if TYPE_CHECKING:
    from fogline.records.links import Position
    from fogline.views.citing import Citation
    from fogline.views.facing import Facing, Stated
    from fogline.views.matter import Matter, Told
    from fogline.views.standing import Saying

__all__ = ["account", "chronicle_row"]

Row = tuple[str, ...]
QUOTES = ("“", '"', "«")  # how words begin that bear quotation marks already
POSITIONS, FACINGS, LINES = 12, 12, 60  # that are shown where nobody says how many
INSTEAD = "--limit shows more, --format jsonl all"


def account(matter: Matter, limit: int | None = None) -> Iterator[Row]:
    """The lines of a question: its head, the positions, the clashes, the chronicle; `limit` of each."""
    yield (_head(matter),)
    yield from _positions(matter, POSITIONS if limit is None else limit)
    if matter.facings:
        yield from _clashes(matter, FACINGS if limit is None else limit)
    yield from _chronicle(matter, LINES if limit is None else limit)


def _head(matter: Matter) -> str:
    standing = matter.standing
    clashes = f", {standing.clashes} clashes between parties" if standing.clashes > 1 else ""
    return f"{standing.question.title} ({standing.state}{clashes})"


def _positions(matter: Matter, most: int) -> Iterator[Row]:
    """What each party says, in its own words."""
    claims = len(matter.standing.question.claim_ids)
    yield ("",)
    yield (f"What each says: {claims} claims of {len(matter.stated)} parties; origins are acts of speech",)
    for one in matter.stated[:most]:
        yield from _stated(one)
    rest = matter.stated[most:]
    if rest:
        names = ", ".join(one.position.party for one in rest[:POSITIONS])
        yield (f"  and {len(rest)} more: {names}{' …' if len(rest) > POSITIONS else ''}",)


def _stated(one: Stated) -> Iterator[Row]:
    moved = f"before: {_words(one.before)} ({_when(one.before)}, {_leads(one.before)})" if one.before else ""
    yield (f"  {_counted(one.position)}", _words(one.citation), f"{_when(one.citation)}, {_leads(one.citation)}", moved)


def _counted(position: Position) -> str:
    days = dict.fromkeys(day for day in (position.first, position.last) if day)
    origins = f"{position.origins} origin{'s' if position.origins > 1 else ''}"
    claims = f" in {len(position.claim_ids)} claims" if len(position.claim_ids) > position.origins else ""
    return f"{position.party}: {origins}{claims}, {' to '.join(days) or 'no day known'}"


def _clashes(matter: Matter, most: int) -> Iterator[Row]:
    """The pairs that clash, each with the reason."""
    pairs = sum(len(one.link_ids) for one in matter.facings)
    folded = "" if pairs == len(matter.facings) else f", told as {len(matter.facings)}"
    yield ("",)
    yield (f"Who clashes, and why: {pairs} pair{'s' if pairs > 1 else ''}{folded}",)
    for one in matter.facings[:most]:
        yield _facing(one)
    if len(matter.facings) > most:
        yield (f"  and {len(matter.facings) - most} more; {INSTEAD}",)


def _facing(one: Facing) -> Row:
    more = len(one.link_ids) - 1
    like = f" (and {more} pair{'s' if more > 1 else ''} more with one of these words or a copy)" if more else ""
    left, right = (f"{_words(c)} ({_when(c)}, {c.claim_id[:8]})" for c in (one.left, one.right))
    return (f"  {' against '.join(one.parties)}{like}", left, right, f"why: {one.why}")


def _chronicle(matter: Matter, most: int) -> Iterator[Row]:
    yield ("",)
    yield (f"Chronicle: {len(matter.chronicle)} claims by the day they were said",)
    for told in matter.lines[:most]:
        yield (*_line(told), matter.dropped.get(told.line.citation.claim_id, ""))
    if len(matter.lines) > most:
        yield (f"and {len(matter.lines) - most} more lines; {INSTEAD}",)


def _line(told: Told) -> Row:
    """Day and party; below who says what, how the claim begins, as `fogline show` takes it, the report, copies."""
    line = told.line
    citation = line.citation
    day = line.day or (f"from {line.not_before}" if line.not_before else "no day")
    who = citation.who if line.party.casefold() in citation.who.casefold() else f"{line.party}: {citation.who}"
    who = line.party if line.party.endswith(f" {citation.who}") else who
    return (f"{day:<10}  {who} {citation.stance}", _quoted(citation), _leads(citation), _copies(told))


def _copies(told: Told) -> str:
    if not told.copies:
        return ""
    ids = ", ".join(line.citation.claim_id[:8] for line in told.copies[:POSITIONS])
    return f"and {len(told.copies)} like it: {ids}"


def _words(citation: Citation) -> str:
    """Who says what in which stance; the sentence where the words do not stand alone."""
    from fogline.views.clearest import in_full, stands_alone

    where = "" if stands_alone(citation.words) else " in the words"
    return f"{citation.who} {citation.stance}{where} {_marked(in_full(citation))}"


def _quoted(citation: Citation) -> str:
    return _marked(one_line(citation.words))


def _marked(words: str) -> str:
    return words if words.startswith(QUOTES) else f"“{words}”"


def _when(citation: Citation) -> str:
    said = citation.said
    return f"{said.clock} {said.day}" if said.day else "undated"


def _leads(citation: Citation) -> str:
    return f"{citation.claim_id[:8]}, {citation.report} {citation.start}-{citation.end}"


def chronicle_row(line: Saying) -> tuple[object, ...]:
    """A line of the chronicle as CSV has it."""
    told = line.citation
    about = (line.day or "", line.party, told.who, told.stance, told.words)
    return (*about, told.report, told.start, told.end, told.claim_id)
