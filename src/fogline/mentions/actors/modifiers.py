"""Whose somebody is: the side that the words around a role noun hand on to it."""

from __future__ import annotations

from fogline.mentions.actors.phrase import View
from fogline.packs.lexicon import Entry, Hit
from fogline.packs.roles import Role, roles
from fogline.records.sentences import Token

__all__ = ["left_edge", "modifier_side", "owner", "role_at", "side_of"]

_LEFT = frozenset(
    "det amod compound nmod poss nummod advmod npadvmod quantmod case punct predet preconj neg dep prep pobj".split()
)
_ORGANS = frozenset({"office", "headquarters", "agency", "service", "command", "authority", "secretariat", "bureau"})
_BELONGING = frozenset({"of", "for", "from"})
_SEATED = frozenset({"in", "at", "within"})
_DEPTH = 4  # "a spokesman for the chief of the staff of the army of X" is as deep as news goes


def left_edge(view: View, head: int) -> int:
    """The first token of the noun phrase that ends in token `head`, without what follows it."""
    sentence, edge = view.sentence, head
    if not sentence.parsed:
        return _flat_edge(view, head)
    stack: list[Token] = [view.tokens[head]]
    while stack:
        for child in sentence.children(stack.pop()):
            if (child.i < head and child.dep in _LEFT and child.pos not in ("VERB", "AUX")) or child.i in (head - 1,):
                edge = min(edge, child.i)
                stack.append(child)
    while edge < head and (view.tokens[edge].pos == "PUNCT" or view.tokens[edge].pos == "ADP"):
        edge += 1
    return _after_break(view, edge, head)


def _flat_edge(view: View, head: int) -> int:
    edge = head
    while edge > 0 and head - edge < 6 and (view.cover[edge - 1] or view.tokens[edge - 1].text[0].isupper()):
        edge -= 1
    return edge


def _after_break(view: View, edge: int, head: int) -> int:
    """A comma or dash inside ends what a slip of the parser put together, unless it parts adjectives."""
    for i in range(head - 1, edge, -1):
        spaced = view.tokens[i].text == "-" and not view.joined(i - 1)
        if (
            spaced
            or _opens_anew(view, i)
            or view.tokens[i].text in (":", ";", "—", "–", "(", ")")
            or (view.tokens[i].pos in ("VERB", "AUX", "SCONJ") and view.tokens[i].dep in ("ROOT", "ccomp", "mark"))
        ):
            return i + 1
    return edge


def _opens_anew(view: View, i: int) -> bool:
    """Whether a comma parts a day or place from whom a demonym begins: "this Easter, Russian troops"."""
    if view.tokens[i].text != "," or view.tokens[i - 1].pos not in ("NOUN", "PROPN"):
        return False
    hit = view.cover[i + 1]
    return hit is not None and hit.entry.use == "adjective"


def role_at(view: View, first: int, head: int) -> Role | None:
    """What the noun phrase from token `first` to its head says somebody is."""
    if view.keys[head] not in roles().nouns:
        return None
    words = tuple(key for key in view.keys[max(first, head - 5) : head + 1] if key != "-")
    return roles().of(words) if words else None


def owner(view: View, first: int, head: int) -> Entry | None:
    """The side, state or body named by a modifier between `first` and `head`; a possessive before an adjective.

    "pro-Russian", "Kyiv-based" and "Russian-backed" name no owner; "Russian-installed" does.
    """
    best: Entry | None = None
    i = first
    while i < head:
        hit = view.cover[i]
        if hit is None:
            i += 1
            continue
        last = min(hit.last, head)
        if not _leaning(view, hit.first, last):
            if last + 1 < head + 1 and view.keys[min(last + 1, head)] in ("'s", "'"):
                return hit.entry
            best = best or hit.entry
        i = last + 1
    return best


def _leaning(view: View, first: int, last: int) -> bool:
    """Whether a hyphen ties the name to a word that keeps its side off."""
    keys, lists = view.keys, roles()
    if first >= 2 and keys[first - 1] == "-" and keys[first - 2] in lists.leaning | {"non", "ex"}:
        return True
    after = last + 2 < len(keys) and keys[last + 1] == "-"
    return after and keys[last + 2] not in lists.installed


def modifier_side(view: View, first: int, head: int, role: Role) -> str | None:
    """The side that modifiers between `first` and `head` give to somebody in this role."""
    if role.belongs == "none":
        return None
    entry = owner(view, first, head)
    if entry is None:
        return None
    organ = entry.use == "state" and view.keys[head] in _ORGANS and "'s" in view.keys[first:head]
    if role.belongs == "body" and entry.use not in ("actor", "side") and not organ:
        return None
    return entry.side


def side_of(view: View, head: int, depth: int = _DEPTH) -> str | None:
    """The side of the noun phrase with this head: named itself, by a modifier, or by "of", "for", "from"."""
    hit = view.cover[head]
    if hit is not None:
        return hit.entry.side
    first = left_edge(view, head)
    role = role_at(view, first, head)
    if role is None or role.belongs == "none":
        return None
    return modifier_side(view, first, head, role) or _side_behind(view, head, role, depth)


def _of_several(view: View, noun: Token) -> bool:
    """Whether a second state stands beside the first: "officials in Juba and Khartoum"."""
    first = view.cover[noun.i]
    others = [view.cover[other.i] for other in view.sentence.children(noun, "conj")]
    return any(hit is not None and first is not None and hit.entry.side != first.entry.side for hit in others)


def _side_behind(view: View, head: int, role: Role, depth: int) -> str | None:
    """The side that what follows the head names."""
    if depth == 0 or not view.sentence.parsed:
        return None
    seated = role.kind in ("people", "government", "unnamed") and role.belongs == "state"
    seated = seated and view.keys[head] not in roles().groups["guests"] and "'s" not in view.keys[:head]
    for prep in view.sentence.children(view.tokens[head], "prep"):
        if prep.i < head or not (prep.lower in _BELONGING or (seated and prep.lower in _SEATED)):
            continue
        for noun in view.sentence.children(prep, "pobj"):
            hit = _owner_at(view, noun)
            if hit is not None and (view.longer(hit) or _of_several(view, noun)):
                continue
            if hit is not None and (role.belongs == "state" or hit.entry.use == "actor"):
                return hit.entry.side
            if hit is None and prep.lower in _BELONGING and (side := _through(view, noun, role, depth - 1)):
                return side
    return None


def _owner_at(view: View, noun: Token) -> Hit | None:
    """The name that covers a noun, but for that of a paper: "the Ministry of Foreign Affairs" is no part of one."""
    hit = view.cover[noun.i]
    return hit if hit is None or hit.entry.kind != "media" else None


def _through(view: View, noun: Token, role: Role, depth: int) -> str | None:
    """The side behind a noun: of somebody, or of what an office is for, "the Ministry of Defence of Freedonia"."""
    matter = noun.text[0].isupper() and noun.tag != "CD" and role_at(view, left_edge(view, noun.i), noun.i) is None
    return side_of(view, noun.i, depth) or (_side_behind(view, noun.i, role, depth) if matter else None)
