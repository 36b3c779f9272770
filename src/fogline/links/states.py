"""How a question stands, by the links between its claims and who makes them.

A clash stands while the last positions of its parties clash, however long ago they were told: who falls silent has
taken nothing back. It is settled once one of them has moved on, to a claim of the same field that the other does not
gainsay. A party that clashes with itself disputes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from fogline.records.links import About, Link, State

__all__ = ["disputes", "state_of"]

# Who clashes on whether a thing is so moves on by turning round or by owning up, not by telling what came after.
SO: frozenset[About] = frozenset({"polarity", "existence", "confirmation"})
TURNS: frozenset[About] = frozenset({"polarity", "confirmation"})


def state_of(links: Sequence[Link], party_of: Mapping[str, str]) -> State:
    """The state of a question with these claims, by the party that makes each.

    `disputed` while a clash of two parties is not settled; `changed` where a party moved on and nothing is disputed;
    `agreed` where two parties tell the same; else `one-sided` where there is one party, and `open`.
    """
    clashes = [link for link in links if link.relation == "clashes" and _of_two(link, party_of)]
    moves = _moves(links, party_of)
    if any(not _settled(link, moves, clashes, party_of) for link in clashes):
        return "disputed"
    if clashes or any(link.relation == "supersedes" for link in links):
        return "changed"
    parties = set(party_of.values())
    if any(link.relation == "agrees" and _of_two(link, party_of) for link in links):
        return "agreed"
    return "one-sided" if len(parties) == 1 else "open"


def disputes(links: Iterable[Link], party_of: Mapping[str, str], origin_of: Mapping[str, str]) -> int:
    """How many clashes of two parties stand side by side, each act of speech counted once.

    One headline that twenty reports gainsay is one dispute, not twenty: what counts is how often somebody spoke against
    somebody else, not how many texts can be paired.
    """
    told = (link for link in links if link.relation == "clashes" and _of_two(link, party_of))
    acts = {tuple(sorted((origin_of[link.left_id], origin_of[link.right_id]))) for link in told}
    pairs = [(one, other) for one, other in acts if one != other]
    busy = Counter(act for pair in pairs for act in pair)
    met: set[str] = set()
    for one, other in sorted(pairs, key=lambda pair: (busy[pair[0]] + busy[pair[1]], pair)):
        if met.isdisjoint((one, other)):
            met |= {one, other}
    return len(met) // 2


def _of_two(link: Link, party_of: Mapping[str, str]) -> bool:
    return party_of[link.left_id] != party_of[link.right_id]


def _moves(links: Iterable[Link], party_of: Mapping[str, str]) -> Mapping[str, list[tuple[str, About]]]:
    """For each claim the later claims that its own party moved on to, with the field on which it did."""
    found: defaultdict[str, list[tuple[str, About]]] = defaultdict(list)
    for link in links:
        if link.relation == "supersedes" and party_of[link.left_id] == party_of[link.right_id]:
            found[link.right_id].append((link.left_id, link.about))
    return found


def _settled(
    clash: Link,
    moves: Mapping[str, list[tuple[str, About]]],
    clashes: Iterable[Link],
    party_of: Mapping[str, str],
) -> bool:
    """Whether a party to a clash has moved on from it, to a claim that the other party does not gainsay in turn."""
    for mine, theirs in ((clash.left_id, clash.right_id), (clash.right_id, clash.left_id)):
        party = party_of[theirs]
        for later, about in moves.get(mine, ()):
            if _answers(about, clash.about) and not _gainsaid(later, party, clashes, party_of):
                return True
    return False


def _answers(moved: About, clashed: About) -> bool:
    return moved in TURNS if clashed in SO else moved == clashed


def _gainsaid(claim_id: str, party: str, clashes: Iterable[Link], party_of: Mapping[str, str]) -> bool:
    """Whether a claim clashes with one of a party."""
    ends = ((clash.left_id, clash.right_id) for clash in clashes if claim_id in (clash.left_id, clash.right_id))
    return any(party_of[end] == party for pair in ends for end in pair if end != claim_id)
