"""How a question stands, by the links between its claims and who makes them.

A clash stands while the last positions of its parties clash, however long ago they were told: who falls silent has
taken nothing back. It is settled once one of them has moved on, to a claim of the same field that the other does not
gainsay. A party that clashes with itself disputes nothing. Sides agree, and papers do not: what one side tells and its
press prints is one-sided, and so is what several lay to one who does not speak.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from fogline.links.agreeing import TOLD_SO, sides_agree
from fogline.links.voices import AGAINST, SILENT, voices_of
from fogline.records.claims import Claim
from fogline.records.links import About, Link, State

__all__ = ["disputes", "moves", "sides_of", "state_of"]

# Who clashes on whether a thing is so moves on by turning round or by owning up, not by telling what came after.
SO: frozenset[About] = frozenset({"polarity", "existence", "confirmation"})
TURNS: frozenset[About] = frozenset({"polarity", "confirmation"})  # who was silent speaks, too
NOBODY: frozenset[str] = frozenset()
UNTOLD = AGAINST | SILENT

Parties = Mapping[str, str]


def state_of(
    about: About, links: Sequence[Link], party_of: Parties, claims: Mapping[str, Claim], origin_of: Mapping[str, str]
) -> State:
    """The state of a question about a field, with these claims, the party that makes each, and its act of speech.

    `disputed` while a clash of two parties is not settled; `changed` where a party moved on in what is asked and
    nothing is disputed; `agreed` where two sides affirm the same; `one-sided` where one side speaks, or one report
    alone tells it, or it is laid to one who does not speak; else `open`.
    """
    asked = [link for link in links if _of_it(link, about)]
    if _standing(asked, party_of):
        return "disputed"
    voices = voices_of(claims, party_of)
    fields = {about, *TURNS} - {"existence"}  # what more is told takes nothing back
    turned = (link for link in moves(asked, party_of) if link.about in fields)
    if _clashes(asked, party_of) or any(about == "number" or link.left_id in voices.side for link in turned):
        return "changed"
    if sides_agree([link for link in asked if about == "number" or link.about != "number"], claims, voices, origin_of):
        return "agreed"
    told = [claims[claim_id] for claim_id in party_of]
    one_report = len({claim.document_id for claim in told}) == 1 and all(claim.stance not in UNTOLD for claim in told)
    alone = one_report or len(set(party_of.values())) == 1 or len(voices.sides) == 1
    return "one-sided" if alone or voices.only_accusers() else "open"


def sides_of(about: About, links: Sequence[Link], party_of: Parties, claims: Mapping[str, Claim]) -> int:
    """How many sides dispute a question about a field; where nothing is disputed how many tell something."""
    voices = voices_of(claims, party_of)
    standing = _standing([link for link in links if _of_it(link, about)], party_of)
    ends = (end for link in standing for end in (link.left_id, link.right_id))
    return len({voices.side[end] for end in ends if end in voices.side}) if standing else len(voices.sides)


def moves(links: Iterable[Link], party_of: Parties) -> list[Link]:
    """The links by which a party itself moved on.

    Who is heard to say the opposite has turned round only where he now says what a party said that he gainsaid.
    """
    told = list(links)
    own = [link for link in told if link.relation == "supersedes" and not _of_two(link, party_of)]
    gainsaid, echoed = _met(_clashes(told, party_of), party_of), _met(_echoes(told, party_of), party_of)
    return [
        link
        for link in own
        if link.about != "polarity"
        or (link.left_id not in gainsaid and gainsaid.get(link.right_id, NOBODY) & echoed.get(link.left_id, NOBODY))
    ]


def _echoes(links: Iterable[Link], party_of: Parties) -> list[Link]:
    return [link for link in links if link.relation in TOLD_SO and _of_two(link, party_of)]


def _met(links: Iterable[Link], party_of: Parties) -> Mapping[str, set[str]]:
    """For each claim the other parties that links bring it together with."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        found[link.left_id].add(party_of[link.right_id])
        found[link.right_id].add(party_of[link.left_id])
    return found


def disputes(links: Iterable[Link], party_of: Parties, origin_of: Mapping[str, str]) -> int:
    """How many clashes of two parties stand side by side, each act of speech counted once.

    One headline that twenty reports gainsay is one dispute, not twenty: what counts is how often somebody spoke against
    somebody else, not how many texts can be paired.
    """
    told = _clashes(links, party_of)
    acts = {tuple(sorted((origin_of[link.left_id], origin_of[link.right_id]))) for link in told}
    pairs = [(one, other) for one, other in acts if one != other]
    busy = Counter(act for pair in pairs for act in pair)
    met: set[str] = set()
    for one, other in sorted(pairs, key=lambda pair: (busy[pair[0]] + busy[pair[1]], pair)):
        if met.isdisjoint((one, other)):
            met |= {one, other}
    return len(met) // 2


def _of_it(link: Link, about: About) -> bool:
    """Whether a link tells of what is asked: who did it and how many are two matters."""
    return about != "number" or link.relation != "clashes" or link.about != "actor"


def _of_two(link: Link, party_of: Parties) -> bool:
    return party_of[link.left_id] != party_of[link.right_id]


def _clashes(links: Iterable[Link], party_of: Parties) -> list[Link]:
    return [link for link in links if link.relation == "clashes" and _of_two(link, party_of)]


def _standing(links: Sequence[Link], party_of: Parties) -> list[Link]:
    """The clashes of two parties that are not settled."""
    clashes = _clashes(links, party_of)
    later: defaultdict[str, list[tuple[str, About]]] = defaultdict(list)
    for link in moves(links, party_of) if clashes else ():
        later[link.right_id].append((link.left_id, link.about))
    return [link for link in clashes if not _settled(link, later, clashes, party_of)]


def _settled(
    clash: Link, later: Mapping[str, list[tuple[str, About]]], clashes: Iterable[Link], party_of: Parties
) -> bool:
    """Whether a party to a clash has moved on from it, to a claim that the other party does not gainsay in turn."""
    for mine, theirs in ((clash.left_id, clash.right_id), (clash.right_id, clash.left_id)):
        party = party_of[theirs]
        for claim_id, about in later.get(mine, ()):
            if _answers(about, clash.about) and not _gainsaid(claim_id, party, clashes, party_of):
                return True
    return False


def _answers(moved: About, clashed: About) -> bool:
    return moved in TURNS if clashed in SO else moved == clashed


def _gainsaid(claim_id: str, party: str, clashes: Iterable[Link], party_of: Parties) -> bool:
    """Whether a claim clashes with one of a party."""
    ends = ((clash.left_id, clash.right_id) for clash in clashes if claim_id in (clash.left_id, clash.right_id))
    return any(party_of[end] == party for pair in ends for end in pair if end != claim_id)
