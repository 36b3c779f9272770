"""How a question on a number is asked: "How many settlements were shelled", "How many North Korean troops are there".

What is counted is called as most claims call it, and what happened to it as most of them tell it; where they agree on
neither, the plain words of `topics` stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from fogline.data.gazetteer import fold
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.topics import COUNTS, WHOSE
from fogline.links.wording import IDEA, wording
from fogline.records.mentions import QuantityMention

__all__ = ["counted_by"]

MOSTLY = 0.4  # of the claims that must agree on a word of a title
# What is counted of these is called by its own noun; the others have a phrase in `topics` that says more.
LOOSE = frozenset({"people", "civilians", "village", "vehicle", "weapon", "aircraft", "strike", "formation", "ship"})
NEVER = frozenset({"tim", "time"})  # "shelled four times"
BEATEN = "beaten back"
# What a claim tells was done, by its predicate: to what is counted, and by it.
DONE = {
    "shell": "shelled", "strike": "struck", "hit": "struck", "attack": "attacked", "bomb": "bombed",
    "destroy": "destroyed", "damage": "damaged", "repel": BEATEN, "repulse": BEATEN,
    "launch": "launched", "fire": "fired", "shoot": "shot down", "down": "shot down", "capture": "captured",
    "seize": "taken", "take": "taken", "liberate": "liberated", "free": "freed", "release": "freed",
    "detain": "detained", "abduct": "abducted", "kidnap": "abducted", "evacuate": "evacuated", "affect": "affected",
    "deploy": "deployed", "send": "sent", "station": "stationed", "eliminate": "eliminated", "clear": "cleared",
    "demine": "cleared of mines", "commit": "committed", "deport": "deported", "hold": "held", "exchange": "exchanged",
    "swap": "exchanged", "return": "returned", "close": "closed", "open": "opened", "deliver": "delivered",
    "lose": "lost", "sink": "sunk", "arrest": "arrested", "intercept": "intercepted",
}  # fmt: skip
DOING = {"surrender": "surrendered", "flee": "fled", "leave": "left", "arrive": "arrived", "cross": "crossed",
         "fight": "are fighting", "defect": "defected"}  # fmt: skip
SENT = frozenset("shelled struck attacked bombed launched fired".split())  # what is told of arms that were used
USED = {"weapon": "fired", "aircraft": "used", "vehicle": "used", "ship": "used"}
BY_PEOPLE = frozenset({"launched", "fired", "attacked", "struck", "shelled", "sent"})  # what people do, not undergo
PLURAL = re.compile(r"(?:[^s]s|men|people|children|personnel|police|dead|wounded)$")
NARROWING = re.compile(r"\s+(?:of|in|at|from|who|that|which|and|or|on|with|near|surrender|over)\b.*$")
DURATION, COUNT = "time", "count"  # "8 times" is a count
NEXT_NOUN = re.compile(r"\s+(?:(?:full|humanitarian|complete|partial|temporary)\s+)?([a-z]+)")
OF_LENGTH = re.compile(r"\b([a-z]+)\s+(?:of|for|lasting)\s+(?:at least\s+|up to\s+|about\s+)?$")
WORD = re.compile(r"[^\W\d_][\w’'-]*")


def counted_by(what: str, told: Sequence[Frame], where: str = "", *, fighters: bool = False) -> str:
    """The question on a number of `what`, with its place: "How many children were killed in Aldern"."""
    if what.startswith("money"):
        return _money(told) + where
    plain = COUNTS.get(what)
    mentions = [mention for frame in told for mention in _matching(what, frame)]
    if plain is not None and what not in LOOSE:
        return _of_whom(what, plain, "soldiers" if fighters else WHOSE.get(_who(what, told) or ""), mentions) + where
    done = _done(told, mentions)
    if what == DURATION and any(mention.quantity.unit != COUNT for mention in mentions):
        lasting = _lasting(told, mentions)
        return f"How long is the {lasting} to last{where}" if lasting else f"How long did it last{where}"
    if what in NEVER:
        return _how_often(done, where)
    noun = _noun(mentions) or _plainly(what, told)
    if noun is None:
        return f"{plain or 'What figures are given'}{where}"
    if done == "left" and where:
        return f"How many {noun} have left {where.removeprefix(' in ')}"
    return f"How many {noun} {_deed(what, noun, done)}{where}"


def _lasting(told: Sequence[Frame], mentions: Sequence[QuantityMention]) -> str | None:
    """What a length of time is told of, as most claims have it: "a 30-day ceasefire", "a truce of ten days"."""
    sentences = [frame.claim.sentence for frame in told]
    nouns: Counter[str] = Counter()
    for mention in mentions:
        around = next((one for one in sentences if one.start <= mention.span.start < one.end), None)
        if around is None:
            continue
        behind = NEXT_NOUN.match(around.text, mention.span.end - around.start)
        before = OF_LENGTH.search(around.text[: mention.span.start - around.start])
        found = behind if "-" in mention.span.text else before
        if found:
            nouns[found[1]] += 1
    return _mostly(nouns, len(mentions))


def _mostly(told: Counter[str], of: int) -> str | None:
    """What is told most often, the first by name of several; None where too few `of` all tell it."""
    best = min(told, key=lambda one: (-told[one], one), default=None)
    return best if best and told[best] >= MOSTLY * of else None


def _how_often(done: str | None, where: str) -> str:
    """ "shelled four times": the place is what it was done to."""
    if done and where:
        return f"How many times was {where.removeprefix(' in ')} {done}"
    return f"How many times did it happen{where}"


def _plainly(what: str, told: Sequence[Frame]) -> str | None:
    """What people are called where no noun is shared: "children", else "people"; None for what is no people."""
    return WHOSE.get(_who(what, told) or "", "people") if what in ("people", "civilians") else None


def _of_whom(what: str, plain: str, whose: str | None, mentions: Sequence[QuantityMention]) -> str:
    """The plain phrase, with whose people were killed where the claims say it, and of which state soldiers are."""
    people = _nationality(mentions)
    if whose and what in ("kill", "wound", "missing"):
        called = f"{people} {whose}" if people and whose == "soldiers" else whose
        return plain.replace("How many", f"How many {called}")
    return plain.replace("How many troops", f"How many {people} troops") if people else plain


def _who(what: str, told: Sequence[Frame]) -> str | None:
    """Whose people the claims count: the class that most of them name."""
    who = Counter(amount.who for frame in told for amount in frame.amounts if what in amount.what and amount.who)
    return _mostly(who, len(told))


def _matching(what: str, frame: Frame) -> Iterator[QuantityMention]:
    """The numbers of a claim that count this."""
    texts = {amount.text for amount in frame.amounts if what in amount.what}
    return (mention for mention in frame.claim.quantities if mention.span.text in texts)


def _noun(mentions: Sequence[QuantityMention]) -> str | None:
    """What is counted, as most claims call it: the whole phrase where they share it, else its last word."""
    phrases = [words for mention in mentions if (words := _phrase(mention))]
    heads = Counter(words[-1] for words in phrases)
    head = min(heads, key=lambda word: (-heads[word], word), default=None)
    if head is None or heads[head] < MOSTLY * len(mentions) or not PLURAL.search(head):
        return None
    whole = Counter(" ".join(words[-2:]) for words in phrases if words[-1] == head and len(words) > 1)
    best = min(whole, key=lambda phrase: (-whole[phrase], phrase), default=head)
    noun = best if whole[best] >= MOSTLY * heads[head] and fold(best.split()[0]) not in lexicon().enemy else head
    return noun if not noun[0].islower() or noun != head else _of_state(noun, mentions)


def _of_state(noun: str, mentions: Sequence[QuantityMention]) -> str:
    people = _nationality(mentions)
    return f"{people} {noun}" if people else noun


def _phrase(mention: QuantityMention) -> list[str]:
    """The noun phrase that a number counts, in words; names of states aside."""
    known = lexicon()
    told = NARROWING.sub("", known.long_states.sub(" ", mention.quantity.of or ""))
    return [word for word in WORD.findall(told) if fold(word) not in known.states]


def _nationality(mentions: Sequence[QuantityMention]) -> str | None:
    """The adjective of the state whose people or arms most claims count: "North Korean"."""
    found: Counter[str] = Counter()
    adjectives = lexicon().adjectives
    for mention in mentions:
        words = (mention.quantity.of or "").split()
        for size in (2, 1):
            name = " ".join(words[:size])
            if len(words) > size and fold(name) in adjectives:
                found[name] += 1
                break
    return _mostly(found, len(mentions))


def _done(told: Sequence[Frame], mentions: Sequence[QuantityMention]) -> str | None:
    """What was done to what is counted, as most claims tell it; None where they tell different things."""
    scopes = Counter(mention.quantity.scope for mention in mentions if mention.quantity.scope)
    if scopes and scopes.total() >= MOSTLY * len(mentions):
        return min(scopes, key=lambda scope: (-scopes[scope], scope))
    deeds = Counter(deed for frame in told if (deed := _deed_of(frame)))
    return _mostly(deeds, len(told))


def _deed_of(frame: Frame) -> str | None:
    predicate = (frame.claim.predicate or "").casefold()
    return DONE.get(predicate) or DOING.get(predicate)


def _deed(what: str, noun: str, done: str | None) -> str:
    """The verb of the question: "were shelled", "surrendered", "were there", else "are spoken of"."""
    ideas = wording(noun.rsplit(maxsplit=1)[-1])
    if what in USED and done in SENT:
        return f"were {USED[what]}"
    if ideas.has("strike") or what == "strike":
        return f"were {BEATEN}" if done == BEATEN else "were there"
    if done == BEATEN or (done in BY_PEOPLE and (what == "people" or ideas.has("troops"))):
        return "are spoken of"
    if done == "fired" and ideas.has("village"):
        return "were fired on"
    if done:
        return done if done in DOING.values() else f"were {done}"
    if ideas.has("troops"):
        return "are there"
    return "were there" if what in USED or what == "formation" else "are spoken of"


def _money(told: Sequence[Frame]) -> str:
    """What money is for, where the claims say it."""
    for idea, asked in (("aid", "How much aid is given or asked for"), ("damage", "What does the damage cost")):
        if sum(IDEA + idea in frame.words.terms for frame in told) >= MOSTLY * len(told):
            return asked
    return "How much money is it"
