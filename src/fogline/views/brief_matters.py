"""Linked claims as a situation report tells them: by the question they speak to, and which of them tell the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nsmallest

from fogline.records.links import About, Link, Question
from fogline.views.citing import Cited, party_of
from fogline.views.clearest import clearness
from fogline.views.standing import question_then

__all__ = ["MOST_MATTERS", "Met", "Said", "agreed_on", "by_question", "clash_on", "met_on"]

MOST_MATTERS = 12  # of a section: a brief is read in minutes
MOST_STARS = 3  # of one question that parties agree on
FIELDS: dict[About, str] = {
    "control": "who holds it", "polarity": "whether it is so", "number": "how many", "time": "when", "place": "where",
    "actor": "who did it", "existence": "what happened", "confirmation": "whether it is confirmed",
    "scope": "what is counted", "kind": "what kind of deed it was",
}  # fmt: skip
MatterOf = Callable[[Link], Question | None]
"""The question on which the claims of a link meet."""

Said = tuple[str, list[Cited]]
"""The title of a matter and its claims; without either where it is only counted."""
Met = tuple[list[list[Link]], int]
"""The links on each matter that is shown, and how many matters more there are."""


def by_question(met: Met, matter_of: MatterOf, known: Mapping[str, Cited]) -> list[Said]:
    """Claims that clash by their question, the one with most links first; without a question by the link itself."""
    most, counted = met
    shown: list[Said] = [(_titled(told, matter_of, known), _opposed(told, known)) for told in most]
    return shown + [("", [])] * counted


def clash_on(met: Met) -> list[tuple[str, ...]]:
    """What the claims of each matter that `by_question` shows clash on, in words, what most do first."""
    return [
        tuple(FIELDS[about] for about, _ in sorted(clashes.items(), key=lambda item: (-item[1], item[0])))
        for clashes in (Counter(link.about for link in told) for told in met[0])
    ]


def agreed_on(met: Met, matter_of: MatterOf, known: Mapping[str, Cited]) -> list[Said]:
    """What several parties tell: each claim with those that agree with it.

    That others agree with one claim does not make them agree with each other, so each stands under the one it meets.
    What most agree on comes first of each question, then what else.
    """
    most, counted = met
    shown = [
        (at, (_titled(told, matter_of, known), star)) for told in most for at, star in enumerate(_stars(told, known))
    ]
    shown.sort(key=lambda item: item[0])
    return _told_once(said for _, said in shown) + [("", [])] * counted


def _told_once(matters: Iterable[Said]) -> list[Said]:
    """The matters without claims that an earlier one tells; none whose first claim is told or has nobody beside it."""
    told: set[str] = set()
    kept: list[Said] = []
    for title, said in matters:
        fresh = [cited for cited in said if cited[0].id not in told]
        if len(fresh) > 1 and fresh[0] is said[0]:
            told |= {claim.id for claim, _ in fresh}
            kept.append((title, fresh))
    return kept


def met_on(links: Iterable[Link], matter_of: MatterOf) -> Met:
    """The links on each matter, the one with most first, and how many matters more there are.

    What no section shows is only counted: most pairs of a large ledger have no question in common.
    """
    grouped: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        question = matter_of(link)
        grouped[question.id if question else link.id].append(link)
    most = nsmallest(MOST_MATTERS, grouped.items(), key=lambda item: (-len(item[1]), item[0]))
    return [told for _, told in most], len(grouped) - len(most)


def _stars(links: Sequence[Link], known: Mapping[str, Cited]) -> list[list[Cited]]:
    """Claims with all that agree with them, the one that most agree with first; each claim stands in one."""
    left: list[Link] = list(links)
    stars: list[list[Cited]] = []
    while left and len(stars) < MOST_STARS:
        star = _facing(left, known)
        stars.append(star)
        told = {claim.id for claim, _ in star}
        left = [link for link in left if link.left_id not in told and link.right_id not in told]
    return stars


def _titled(links: Sequence[Link], matter_of: MatterOf, known: Mapping[str, Cited]) -> str:
    """The title of a matter, which quotes no claim that is not known here."""
    question = matter_of(links[0])
    return question_then(question, known).title if question else links[0].about.capitalize()


def _facing(links: Sequence[Link], known: Mapping[str, Cited]) -> list[Cited]:
    """From the claim with most links on: those that it meets, of every party one, the strongest link first."""
    met: Counter[str] = Counter(claim_id for link in links for claim_id in (link.left_id, link.right_id))
    centre = min(met, key=lambda claim_id: (-met[claim_id], claim_id))
    beside = sorted(
        (link for link in links if centre in (link.left_id, link.right_id)), key=lambda link: (-link.score, link.id)
    )
    others = [link.right_id if link.left_id == centre else link.left_id for link in beside]
    first_of_party = {party_of(*known[other]): other for other in reversed(others)}
    order = [centre, *(other for other in others if other in first_of_party.values()), *others]
    return [known[claim_id] for claim_id in dict.fromkeys(order)]


def _opposed(links: Sequence[Link], known: Mapping[str, Cited]) -> list[Cited]:
    """The claims of a disputed matter, so that those shown first give each party its say.

    First the two of the clearest clash, sides before others; then of each further party the clearest, sides before
    others; then the rest.
    """
    clearest = min(links, key=lambda link: _unclear(link, known))
    ends = [id_ for link in links for id_ in (link.left_id, link.right_id)]
    order = [clearest.left_id, clearest.right_id]
    heard = {party_of(*known[claim_id]) for claim_id in order}
    left = sorted(dict.fromkeys(ends), key=lambda id_: (_side(known[id_]) is None, -clearness(known[id_][0]), id_))
    for claim_id in left:
        if party_of(*known[claim_id]) not in heard:
            heard.add(party_of(*known[claim_id]))
            order.append(claim_id)
    return [known[claim_id] for claim_id in dict.fromkeys((*order, *left))]


def _unclear(link: Link, known: Mapping[str, Cited]) -> tuple[int, float, str]:
    """What puts the clash first that tells a dispute best: two sides, and words that can be read alone."""
    left, right = known[link.left_id], known[link.right_id]
    sides = {_side(left), _side(right)} - {None}
    return -len(sides), -clearness(left[0]) - clearness(right[0]), link.id


def _side(cited: Cited) -> str | None:
    speaker = cited[0].speaker
    return speaker.side if speaker else None
