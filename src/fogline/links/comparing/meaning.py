"""How likely two claims of one story speak of one matter, by what they mean as much as by the words they share."""

from __future__ import annotations

from functools import lru_cache

from fogline.data.gazetteer import fold
from fogline.data.words.table import closeness, weight
from fogline.links.frames import FRAMES, Frame
from fogline.links.lexicon import lexicon
from fogline.links.wording import IDEA, WORD, name_terms, wording

__all__ = [
    "COVERED",
    "LIKELY",
    "SURE",
    "UNLIKELY",
    "WEAK",
    "coverage",
    "like_kinds",
    "near",
    "odds",
    "retold",
    "shared_part",
    "too_little",
]

# A logistic fit over all pairs of claims of reports on one story in five sets (4,200 pairs, 400 of them linked by hand,
# each half weighing the same): the score and share of words, the closeness of the claims and of their sentences, one
# kind, one time, and the tens of days between. On two sets that the fit had not seen it puts .94 and .95 of pairs
# in the right order (without kind and time .94 and .92).
SCORE, SHARE, CLAIM, SENTENCE, BIAS = 0.66, 1.9, 2.15, 3.85, -5.05
KIND, TIME, TEN_DAYS, MOST_DAYS = 1.4, 1.55, -0.63, 30
OF_TOLLS = 0.5  # in place of KIND: the dead of one war are counted day by day
# One in ten and one in twenty of the pairs that nobody linked lie above; four in five and two in three of the linked.
LIKELY, SURE = 0.3, 1.2
UNLIKELY = -0.9  # below it nothing else makes up for it
# What a denial denies is told again by what it denies: so much of it, in the same or near words.
COVERED = 0.37
HALF, LIFT, ENOUGH = 0.5, 3.0, 0.5  # what is told beyond or below half of it lifts or lowers the odds
NEAR = 0.4
BARELY, FEW, FEW_ODDS = -0.5, 1, 0.9  # odds below which nothing is denied; words that need higher ones
CHANCE = 0.3  # the closeness that any two words may have
ROOT = 4  # letters of a verb that its forms mostly share
SHORTEST = 3
# Ideas that are of any war, not of one matter.
WEAK = frozenset({"station", "count", "territory", "village", "evidence", "stay", "troops", "reference"})


PAIRS = 1024  # pairs of texts whose nearness is asked again soon
BLOWS = frozenset({"attack", "damage", "accusation"})
TROOPS = frozenset({"troops", "station"})
MOVES = frozenset({"deployment", "movement"})  # where troops are the matter


Content = tuple[str, frozenset[str], float]
"""One word that says something: its folded form, its ideas, and what it weighs."""


def odds(left: Frame, right: Frame, score: float, share: float, *, gap: int | None, at_once: bool) -> float:
    """The log-odds that two claims of one story are on one matter, from the score and share of their words.

    `gap` is the days between their sayings, `at_once` tells that what they tell can have happened at one time.
    """
    claims, sentences = near(left, right)
    words = SCORE * score + SHARE * share + CLAIM * claims + SENTENCE * sentences
    alike = OF_TOLLS if left.claim.kind == "casualties" else KIND
    kind = alike if like_kinds(left, right) else 0.0
    days = TEN_DAYS * min(gap or 0, MOST_DAYS) / 10
    return words + kind + (TIME if at_once else 0.0) + days + BIAS


def near(left: Frame, right: Frame) -> tuple[float, float]:
    """How near two claims, and the sentences around them, are in what they speak of."""
    return _of_texts(left.claim.text, right.claim.text), _of_texts(left.claim.sentence.text, right.claim.sentence.text)


@lru_cache(maxsize=PAIRS)
def _of_texts(one: str, other: str) -> float:
    return closeness(one, other)


def like_kinds(left: Frame, right: Frame) -> bool:
    """Whether two claims are of one kind: a blow, what it broke and whose it was are told as one."""
    one, other = left.claim.kind, right.claim.kind
    return one == other or {one, other} <= BLOWS


def _laid_beside(one: Frame, other: Frame) -> tuple[tuple[Content, ...], float, frozenset[str], frozenset[str]]:
    """What one claim says and what that weighs, and the words and ideas of the other."""
    troops = one.claim.kind in MOVES and other.claim.kind in MOVES
    return *_gist(one.claim.text, troops), *_said(other, troops)


@lru_cache(maxsize=FRAMES)
def coverage(one: Frame, other: Frame) -> float:
    """How much of what one claim says, names left out, the other says in the same or near words, 0 to 1."""
    told, total, words, ideas = _laid_beside(one, other)
    if not total or not words:
        return 0.0
    weighed = [
        weight if word in words or not ideas.isdisjoint(meant) else weight * max(_near(word, said) for said in words)
        for word, meant, weight in told
    ]
    return sum(weighed) / total


def shared_part(one: Frame, other: Frame) -> float:
    """How much of what one claim says the other says in the same words and ideas: quick, never above `coverage`."""
    told, total, words, ideas = _laid_beside(one, other)
    if not total or not words:
        return 0.0
    return sum([weight for word, meant, weight in told if word in words or not ideas.isdisjoint(meant)]) / total


def retold(denial: Frame, told: Frame, likely: float) -> bool:
    """Whether `told` says what `denial` denies: most of it, the less the more `likely` both are on one matter."""
    if likely < ENOUGH - LIFT * HALF or _named_apart(denial, told):
        return False
    if _denies_verb(denial) and not _says(told, denial.claim.predicate):
        return False  # it is the verb that is denied
    return any(
        covered >= COVERED and likely + LIFT * (covered - HALF) >= ENOUGH
        for covered in (part(denial, told) for part in (shared_part, coverage))
    )


def _denies_verb(denial: Frame) -> bool:
    """Whether what is denied hangs on the verb: on a negated one, or on one of war behind a word of denying."""
    verb = denial.claim.predicate
    if denial.none_of:
        return False
    if not denial.against or verb is None:
        return not denial.against
    core = any(term.removeprefix(IDEA) in lexicon().core for term in wording(verb).terms)
    return core and any(token.startswith(verb[:ROOT]) for token in denial.words.tokens)


def too_little(denial: Frame, likely: float) -> bool:
    """Whether a denial of one story says so little ("no fire that night") that more than its words must tie it."""
    if likely < BARELY:
        return True
    return len(_gist(denial.claim.text, True)[0]) <= FEW and likely < FEW_ODDS and not denial.refers


def _says(frame: Frame, verb: str | None) -> bool:
    """Whether a claim holds a verb, or a word of its idea or near it in meaning."""
    if verb is None:
        return True
    ideas = {term for term in wording(verb).terms if term.startswith(IDEA)}
    near = max((closeness(verb, word) for word in _said(frame, True)[0]), default=0.0)
    return bool(ideas & frame.words.terms) or near >= NEAR


def _named_apart(one: Frame, other: Frame) -> bool:
    """Whether both name somewhere or something, those who speak and act left out, and nothing of it is the same."""
    names = [frame.words.names - name_terms(one.party | other.party | frame.doers) for frame in (one, other)]
    return all(names) and not names[0] & names[1]


@lru_cache(maxsize=131072)
def _near(one: str, other: str) -> float:
    """How far two words are nearer than any two: claims of one war meet in the same words again and again."""
    return max(0.0, (closeness(one, other) - CHANCE) / (1 - CHANCE))


@lru_cache(maxsize=16384)
def _gist(text: str, troops: bool) -> tuple[tuple[Content, ...], float]:
    """What a text says, its words that are no names, and what they weigh together."""
    told = tuple((word, ideas, weight(word)) for word, ideas, name in _contents(text, troops) if not name)
    return told, sum(weighs for _, _, weighs in told)


@lru_cache(maxsize=2 * FRAMES)
def _said(frame: Frame, troops: bool) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a claim, names too, and its ideas, those of phrases too."""
    found = _contents(frame.claim.text, troops)
    ideas = {term[1:] for term in frame.words.terms if term.startswith(IDEA)}
    return frozenset(word for word, _, _ in found), frozenset(ideas.union(*(own for _, own, _ in found)))


@lru_cache(maxsize=16384)
def _contents(text: str, troops: bool) -> tuple[tuple[str, frozenset[str], bool], ...]:
    """The words of a text that say something, folded, each with its ideas and whether it is a name."""
    known = lexicon()
    found: list[tuple[str, frozenset[str], bool]] = []
    for at, match in enumerate(WORD.finditer(text)):
        bare = fold(match[0])
        if bare in known.stop or bare[0].isdigit() or len(bare) < SHORTEST:
            continue
        weak = WEAK - TROOPS if troops else WEAK
        ideas = frozenset(term[1:] for term in wording(bare).terms if term.startswith(IDEA)) - weak
        found.append((bare, ideas, (at > 0 and match[0][0].isupper()) or bare in known.states))
    return tuple(found)
