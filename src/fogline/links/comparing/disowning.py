"""A denial of having done a deed, beside what tells of the deed and lays it to nobody."""

from __future__ import annotations

from fogline.links.asserted import opening_of
from fogline.links.comparing.blaming import owners
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.wording import IDEA, wording

__all__ = ["disowned", "lays_to"]

KINDS = frozenset({"attack", "damage", "casualties", "accusation", "clash"})
DEED = frozenset(IDEA + idea for idea in ("strike", "damage", "kill", "wound", "weapon", "captive"))
FOES = frozenset("invader invaders occupier occupiers aggressor aggressors".split())


def disowned(denial: Frame, other: Frame, *, story: bool) -> bool:
    """Whether `denial` says of a party that it did not do a deed, and `other` lays the deed to nobody.

    What came of a raid, and who was dug out after it, says nothing on whose raid it was, and who denies that it was
    his does not deny that there was one. In one `story` the raid itself, told by its victims, says whose it was.
    """
    if not denial.negates or other.negates or not {denial.claim.kind, other.claim.kind} <= KINDS:
        return False
    doing = denial.doers if _is_deed(denial.claim.predicate) else frozenset[str]()
    whose = (doing | owners(denial.words.tokens)) & (denial.party | lexicon().state_names)
    if not whose or whose & other.party or (story and _is_deed(other.claim.predicate)):
        return False
    return not lays_to(other, whose)


def lays_to(told: Frame, whose: frozenset[str]) -> bool:
    """Whether a claim lays a deed to one of `whose`, to a foe without a name, or to whoever its verb names."""
    opening = opening_of(told.claim.text)
    if opening and not wording(told.claim.text.removeprefix(opening)).terms & DEED:
        words = wording(opening)  # "after the raid, the minister wrote to the firms" tells of the raid there alone
        return bool(whose & words.states) or not _foes().isdisjoint(words.tokens)
    if told.claim.stance == "accuses" or told.words.has("blame") or not _foes().isdisjoint(told.words.tokens):
        return True
    if whose & (told.doers | told.words.states) or not whose.isdisjoint(told.words.tokens):
        return True
    return bool(told.doers - told.party) and _is_deed(told.claim.predicate)  # who posts pictures of a raid flew none


def _is_deed(verb: str | None) -> bool:
    return verb is not None and bool(wording(verb).terms & DEED)


def _foes() -> frozenset[str]:
    return lexicon().enemy | FOES
