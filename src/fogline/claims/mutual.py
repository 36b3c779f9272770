"""Two sides that say the same of each other: "A and B blame each other for the raid", "both claim the town"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from fogline.claims.attribution.phrases import joint, noun_phrase, span_of
from fogline.claims.events.event import Event
from fogline.claims.statement import Statement
from fogline.packs.wordlists import states
from fogline.records.claims import Party
from fogline.records.mentions import Actor, ActorMention
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["with_accused", "with_each_side"]

BLAMING = frozenset("accuse blame".split())
TRADING = frozenset("trade exchange swap".split())
CHARGES = frozenset("blame accusation recrimination charge".split())
CLAIMING = frozenset("claim deny dispute contest".split())
OTHERS = (["each", "other"], ["one", "another"])
RECIPROCAL = ("each other", "one another")
STOPS = frozenset("; : — – as while".split())
SCORE = 0.6
LONGEST = 12  # words of the two names


def with_each_side(
    text: str, sentences: Sequence[Sentence], actors: Sequence[ActorMention], spoken: Sequence[Statement]
) -> list[Statement]:
    """The statements; of two sides that accuse each other each accuses the other, that claim one thing each claims it.

    The words for who is accused are those that name the other side.
    """
    found = _apart(sentences, actors, spoken)
    for sentence in sentences:
        for verb in sentence.tokens if sentence.parsed else ():
            behind = _charge(sentence, verb)
            parties = _parties(text, sentence, actors, verb) if behind is not None else ()
            if behind is not None and len(parties) == 2:
                found = _accused(text, sentence, (verb, behind), parties, found)
            elif behind is not None:
                found = [one for one in found if not _is_of_nobody(one, verb)]
    return found


def _is_of_nobody(one: Statement, verb: Token) -> bool:
    """Whether somebody is read to accuse "each other", with nothing that tells who the two are."""
    under = one.cue is not None and one.cue.start <= verb.start < one.cue.end
    return under and len(one.speakers) < 2 and one.content[0].text.lower().startswith(RECIPROCAL)


def with_accused(event: Event, statement: Statement, actors: Sequence[ActorMention]) -> Event:
    """The event done by whom a statement names alone in its first words: "accuses | Freedonia | of the raid"."""
    first = statement.content[0]
    if statement.stance != "accuses" or len(statement.content) < 2 or event.actors:
        return event
    named = next((m for m in actors if m.span.overlap(first) > 0), None)
    state = _states().get(first.text)
    if named is None and state is None:
        return event
    if named is not None and state is not None and " and " in named.span.text:
        named = None  # one of two states in one name: "Freedonian and Sylvanian officials"
    actor = named.actor if named is not None else Actor(state or "", "government", state)
    return replace(event, actors=(Party(actor, first),))


def _charge(home: Sentence, verb: Token) -> Token | None:
    """The last word of "blame each other", "trade accusations"; None where a verb is no such."""
    low = [word.lower for word in home.tokens[verb.i + 1 : verb.i + 3]]
    if verb.lemma in BLAMING and low in OTHERS:
        return home.tokens[verb.i + 2]
    traded = home.tokens[verb.i + 1 : verb.i + 2]
    if verb.lemma in TRADING and traded and traded[0].lemma.lower() in CHARGES:
        return traded[0]
    return None


def _parties(text: str, home: Sentence, actors: Sequence[ActorMention], verb: Token) -> tuple[Span, ...]:
    """The two who accuse: the parties named right before the verb, else the joint subject."""
    low = max((word.i + 1 for word in home.tokens[: verb.i] if word.lower in STOPS), default=0)
    start = home.tokens[max(low, verb.i - LONGEST)].start
    named = [m for m in actors if m.sentence == home.index and start <= m.span.start and m.span.end <= verb.start]
    sides = {m.actor.side or m.actor.name: m.span for m in named}
    if len(sides) == 2:
        return tuple(sides.values())
    words = [word for word in home.tokens[max(low, verb.i - LONGEST) : verb.i] if _state(word)]
    one = words and any(m.span.start <= words[0].start and words[-1].end <= m.span.end for m in named)
    rivals = len(words) == 2 and any(word.lower in ("and", "&") for word in home.tokens[words[0].i : words[1].i])
    if len({_state(word) for word in words}) == len(words) == 2 and (rivals or not one):
        return tuple(_named(text, word) for word in words)
    subjects = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    heads = joint(home, subjects[0]) if subjects else []
    return tuple(span_of(text, noun_phrase(home, head)) for head in heads)


def _state(word: Token) -> str | None:
    """The state that a word stands for, or its first part: "Russian-backed"."""
    return _states().get(word.text) or _states().get(word.text.split("-")[0])


def _named(text: str, word: Token) -> Span:
    """The words that name the state: of "Russian-backed" the first part."""
    length = len(word.text.split("-")[0]) if word.text not in _states() else len(word.text)
    return Span.of(text, word.start, word.start + length)


@cache
def _states() -> dict[str, str]:
    """The state that a word stands for: its name, its adjective, its capital."""
    return {
        word: state.name
        for state in states()
        for word in (state.name, *state.adjectives, *state.people, *state.capitals)
    }


def _accused(
    text: str, home: Sentence, words: tuple[Token, Token], parties: Sequence[Span], spoken: Sequence[Statement]
) -> list[Statement]:
    """The statements with two in the place of one, each with the other side for the accused."""
    verb, behind = words
    before = [one for one in spoken if one.cue and one.cue.start <= behind.start and verb.start < one.cue.end]
    kept = [one for one in spoken if one not in before]
    stop = next((word for word in home.tokens[behind.i + 1 :] if word.lower in STOPS), home.tokens[-1])
    end = max((one.end for one in before), default=stop.start if stop.i > behind.i + 1 else stop.end)
    after = [word for word in home.tokens if behind.end <= word.start < end and word.pos != "PUNCT"]
    if not after:
        return list(spoken)
    matter = Span.of(text, after[0].start, after[-1].end)
    cue = Span.of(text, verb.start, verb.end)
    kinds = before[0].kinds if before else ()
    return kept + [
        Statement(home.index, (who,), cue, (other, matter), "accuses", score=SCORE, kinds=kinds)
        for who, other in (parties, parties[::-1])
    ]


def _apart(
    sentences: Sequence[Sentence], actors: Sequence[ActorMention], spoken: Sequence[Statement]
) -> list[Statement]:
    """The statements; what two sides both claim or deny each of them does."""
    found: list[Statement] = []
    for one in spoken:
        home = sentences[one.sentence]
        cue = home.tokens_in(one.cue.start, one.cue.end) if one.cue and home.parsed else []
        sides = [{m.actor.side for m in actors if m.span.overlap(who) > 0} - {None} for who in one.speakers]
        rivals = len(sides) == 2 and all(len(side) == 1 for side in sides) and sides[0] != sides[1]
        if rivals and any(word.lemma in CLAIMING for word in cue):
            found += [replace(one, speakers=(who,)) for who in one.speakers]
        else:
            found.append(one)
    return found
