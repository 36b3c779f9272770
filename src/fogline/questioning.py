"""Keeps the questions of a ledger, and how they stand, as its claims and links are.

Only what changed is asked anew: the matters of links that came, went or are judged from claims that changed. The
outcome is what asking everything anew would give, which a test holds.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fogline.adopting import Loose
from fogline.errors import RunError
from fogline.ledger import Ledger
from fogline.ledger.asked import AskedLink, AskedQuestion, Kept
from fogline.ledger.rows import Review
from fogline.links.belonging import on_one_matter, ties
from fogline.links.lending import home_of, towns_of
from fogline.links.matters import group_of, is_one, matter_key
from fogline.links.origins import Joined, one_act
from fogline.links.questions import questions_of
from fogline.records.links import Link, Question
from fogline.regrouping import REGROUPED, regrouped
from fogline.standing import Changed, Frames, Standings

__all__ = ["Questioner"]

NO_MATTER = ""  # of a link that belongs to no question
MOST_TRIES = 20
LENT = "|~"  # behind the group of a link that no place ties, and that belongs where other links of its claims lead
UNPLACED_OR_LENT = ("deed|%|-|%", "other|-|-|%", "at|%:%", f"%{LENT}")
GROUPED = "="  # of a question that people made: of links of several matters, or of a part of them

Seeds = Mapping[str, set[str]]
"""For each matter that is asked anew the claims whose questions change."""


@dataclass(slots=True)
class _Asked:
    """What asking anew gave: questions with their matter, by id; and by matter the claims that were asked about."""

    questions: dict[str, tuple[Question, str]] = field(default_factory=dict)
    claims: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def changes(self, held: AskedQuestion) -> bool:
        """Whether a question that stands was asked anew; those that people made, or an older Fogline, always are."""
        if held.matter is None or held.matter == GROUPED:
            return True
        return not self.claims[held.matter].isdisjoint(held.question.claim_ids)


@dataclass(frozen=True, slots=True)
class _Settled:
    """The links that changed; what each belongs to now, by number; which tell one act; what some belonged to before."""

    links: Sequence[AskedLink]
    matters: Mapping[int, str]
    joining: set[int]
    left: Seeds


class Questioner:
    """Asks the questions of a ledger anew where something changed."""

    def __init__(self, ledger: Ledger, frames: Frames, made_at: str) -> None:
        self._ledger = ledger
        self._frames = frames
        self._made_at = made_at
        self._standings = Standings(ledger, frames)

    def run(self, *, anew: bool = False, fresh: Mapping[str, Collection[str]] | None = None) -> int:
        """Ask anew; gives how many questions are new or other than before.

        With `anew` also where no link changed: people may have grouped the questions otherwise. `fresh` are claims that
        are new or changed, each with the groups of matters whose events it may tell of without a link. Where another
        program kept questions meanwhile, it is asked once more. Raises RunError where that does not come to an end.
        """
        for _ in range(MOST_TRIES):
            made = self._ask_once(fresh or {}, anew=anew)
            if made is not None:
                return made
        raise RunError("other programs keep changing the questions of this ledger; try again when they are done")

    def _ask_once(self, fresh: Mapping[str, Collection[str]], *, anew: bool) -> int | None:
        """Ask and keep; None where others kept questions meanwhile.

        1. find the matter of each changed link; 2. find what this touches; 3. ask on these matters; 4. group as people
        do; 5. see how the questions stand that changed, and those whose count of origins did.
        """
        mark = self._ledger.questions_mark()
        unasked, told = self._ledger.unasked_links(), self._told(fresh)
        if not unasked and not told and not anew:
            return 0
        # 1
        settled = self._settled(unasked)
        changed, matters = settled.links, settled.matters
        # 2
        decided = [review for review in self._ledger.reviews(undone=True) if review.field in REGROUPED]
        reviews = [review for review in decided if review.undone_at is None]
        grouped = self._grouped(decided)  # one taken back, too: a question that a merge swallowed is to come back
        seeds = _both(self._seeds(settled, grouped), told)
        # 3
        asked = self._ask(seeds, changed, matters)
        # 4
        self._group(asked, reviews, grouped)
        # 5
        kept = self._outcome(asked, seeds, Changed(changed, settled.joining))
        none = dict.fromkeys(link.no for link in changed if not link.held)
        return self._ledger.keep(replace(kept, matters={**matters, **none}), self._made_at, mark)

    def _keys(self, changed: Sequence[AskedLink]) -> tuple[dict[int, str], set[int]]:
        """The key of what each changed link is about, by its number, and which of them tell two claims as one act."""
        telling = [a for a in changed if a.held and (ties(a.link) or a.link.relation == "repeats")]
        frames = self._frames({end for asked in telling for end in asked.ends})
        found = dict.fromkeys((asked.no for asked in changed), NO_MATTER)
        joining: set[int] = set()
        for asked in telling:
            left, right = (frames.get(end) for end in asked.ends)
            if left and right:
                one = on_one_matter(left, right, asked.link)
                found[asked.no] = matter_key(left, right, asked.link) if one else NO_MATTER
                joining |= {asked.no} if one_act(left, right, asked.link) else set()
        return found, joining

    def _settled(self, unasked: Sequence[AskedLink]) -> _Settled:
        """The links that changed, what each belongs to, and which tell one act.

        A link that no place ties belongs where the other links of its claims lead, so that it changes with these.
        """
        keys, joining = self._keys(unasked)
        ends = {end for asked in unasked for end in asked.ends}
        beside = [asked for asked in self._ledger.links_of_matters(ends, UNPLACED_OR_LENT) if asked[0].no not in keys]
        others, also_joining = self._keys([asked for asked, _ in beside])
        towns = self._towns([*unasked, *(asked for asked, _ in beside)], keys)
        links = {asked.no: asked.link for asked in (*unasked, *(asked for asked, _ in beside))}
        lent = {no: home_of(links[no], key, towns) for no, key in {**keys, **others}.items() if key}
        final = {
            no: f"{home}{LENT}" if (home := lent.get(no)) else _group(key) for no, key in {**keys, **others}.items()
        }
        moved = [(asked, before) for asked, before in beside if final[asked.no] != before]
        changed = sorted((*unasked, *(asked for asked, _ in moved)), key=lambda asked: asked.no)
        numbers = {asked.no for asked in changed}
        left: defaultdict[str, set[str]] = defaultdict(set)
        for asked, before in moved:
            left[before.removesuffix(LENT)].update(asked.ends)
        return _Settled(changed, {no: final[no] for no in numbers}, (joining | also_joining) & numbers, left)

    def _towns(self, links: Sequence[AskedLink], keys: Mapping[int, str]) -> Mapping[str, Collection[str]]:
        """For each claim of some links the towns and ships that its links lead to."""
        known = self._ledger.matters_of({end for asked in links for end in asked.ends})
        fresh = ((end, _group(keys[a.no])) for a in links if a.no in keys for end in a.ends)
        return towns_of((*known, *fresh))

    def _grouped(self, reviews: Iterable[Review]) -> set[str]:
        """The claims of questions that people made, or decided to make."""
        held = self._ledger.questions_on(matters=(GROUPED,)).values()
        listed = {claim_id for review in reviews for claim_id in _listed(review)}
        return listed.union(*(asked.question.claim_ids for asked in held))

    def _seeds(self, settled: _Settled, grouped: Collection[str]) -> Seeds:
        """The matters to ask anew: of changed links, of questions that they lie in, of what people grouped."""
        changed = settled.links
        seeds: defaultdict[str, set[str]] = defaultdict(set, {matter: {*ends} for matter, ends in settled.left.items()})
        for asked in changed:
            seeds[settled.matters[asked.no].removesuffix(LENT)].update(asked.ends)
        spoken = self._ledger.questions_with({end for asked in changed for end in asked.ends})
        none: set[int] = set()
        inside = {no for a in changed for no in spoken.get(a.link.left_id, none) & spoken.get(a.link.right_id, none)}
        for held in self._ledger.questions_on(numbers=inside).values():
            seeds[held.matter or NO_MATTER].update(held.question.claim_ids)
        for claim_id, matter in self._ledger.matters_of(grouped):
            seeds[matter.removesuffix(LENT)].add(claim_id)
        return {matter: claims for matter, claims in seeds.items() if matter not in (NO_MATTER, GROUPED)}

    def _told(self, fresh: Mapping[str, Collection[str]]) -> Seeds:
        """The matters that new claims may tell of without a link, and those that hold claims which changed or went."""
        seeds: defaultdict[str, set[str]] = defaultdict(set)
        gone = self._ledger.asked_and_gone()
        spoken = self._ledger.questions_with(gone | fresh.keys())
        for held in self._ledger.questions_on(numbers=set().union(*spoken.values())).values():
            seeds[held.matter or NO_MATTER].update(held.question.claim_ids)
        for group in {group for groups in fresh.values() for group in groups}:
            seeds[group].update(())
        return {matter: claims for matter, claims in seeds.items() if matter not in (NO_MATTER, GROUPED)}

    def _ask(self, seeds: Seeds, changed: Sequence[AskedLink], matters: Mapping[int, str]) -> _Asked:
        """Ask on each matter: about the claims that links join to its seeds, or all where they are one anyway."""
        links: defaultdict[str, dict[int, Link]] = defaultdict(dict)
        homes: dict[str, str] = {}
        gone = {asked.no for asked in changed}
        held = self._ledger.links_on([*seeds, *(f"{matter}{LENT}" for matter in seeds)])
        told = [(number, matter, link) for number, matter, link in held if number not in gone]
        for number, stored, link in (*told, *((asked.no, matters[asked.no], asked.link) for asked in changed)):
            matter = stored.removesuffix(LENT)
            links[matter][number] = link
            homes |= {link.id: matter} if matter != stored else {}
        chosen = {matter: _asked_with(matter, claims, links[matter]) for matter, claims in seeds.items()}
        frames = self._frames({end for inside in chosen.values() for link in inside for end in _ends(link)})
        asked_anew, loose = _Asked(), Loose(self._ledger, self._frames)
        for matter, inside in chosen.items():
            asked_anew.claims[matter].update(seeds[matter], *map(_ends, inside))
            for question in questions_of(frames, inside, homes, loose):
                asked_anew.questions[question.id] = (question, matter)
        return asked_anew

    def _group(self, asked: _Asked, reviews: Sequence[Review], grouped: Collection[str]) -> None:
        """Put what people merged and split in the place of what linking asked."""
        named = set(grouped)
        alike = [question for question, _ in asked.questions.values() if not named.isdisjoint(question.claim_ids)]
        alike.sort(key=lambda question: (question.claim_ids[0], question.id))
        frames = self._frames({claim_id for question in alike for claim_id in question.claim_ids})
        shown = regrouped(alike, reviews, lambda claim_id: (frames[claim_id].said or 0, claim_id))
        plain = {question.id: question for question in alike}
        matters = {question_id: asked.questions.pop(question_id)[1] for question_id in plain}
        for question in shown:
            same = plain.get(question.id) == question
            asked.questions[question.id] = (question, matters[question.id] if same else GROUPED)

    def _outcome(self, asked: _Asked, seeds: Seeds, changed: Changed) -> Kept:
        """What becomes of the questions that stand, and how those stand that changed."""
        before = self._ledger.questions_on(matters={*seeds, GROUPED}, older=True)
        touched = {number: held for number, held in before.items() if asked.changes(held)}
        fresh = dict(asked.questions)
        stays: dict[int, Question] = {}
        for number, held in touched.items():
            if asked.questions.get(held.question.id) == (held.question, held.matter):
                stays[number] = held.question
                del fresh[held.question.id]
        gone = touched.keys() - stays.keys()
        moved = self._ledger.questions_with(self._standings.moved(changed))
        counted = {number for numbers in moved.values() for number in numbers} - gone
        stays |= {number: held.question for number, held in self._ledger.questions_on(numbers=counted).items()}
        new = [fresh[question_id] for question_id in sorted(fresh)]
        standings = self._standings.of([*stays.values(), *(question for question, _ in new)], changed)
        return Kept({}, changed.joining, gone, new, standings, stays)


def _group(key: str) -> str:
    return group_of(key) if key else NO_MATTER


def _ends(link: Link) -> tuple[str, str]:
    return link.left_id, link.right_id


def _both(one: Seeds, other: Seeds) -> Seeds:
    return {matter: {*one.get(matter, ()), *other.get(matter, ())} for matter in (*one, *other)}


def _listed(review: Review) -> set[str]:
    """The claims that a decision to group names."""
    value = json.loads(review.after or "{}")
    parts = [part["claims"] if isinstance(part, dict) else part for part in value.values()]
    return {claim_id for part in parts if isinstance(part, list) for claim_id in part}


def _asked_with(matter: str, claims: Collection[str], links: Mapping[int, Link]) -> list[Link]:
    """The links to ask a matter, or matters of one place, with, in the order they were made."""
    return [links[number] for number in sorted(links)] if is_one(matter) else _joined_to(claims, links)


def _joined_to(claims: Collection[str], links: Mapping[int, Link]) -> list[Link]:
    """The links that join claims, over however many others, to those asked for; in the order they were made."""
    joined = Joined()
    for link in links.values():
        joined.join(link.left_id, link.right_id)
    wanted = {joined.find(claim_id) for claim_id in claims}
    return [links[number] for number in sorted(links) if joined.find(links[number].left_id) in wanted]
