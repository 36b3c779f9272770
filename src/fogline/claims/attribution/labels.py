"""Statements of headlines without the label and the stamp before them: "War in the north:", "02.06.22 11:25 -"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.cues import Cues
from fogline.claims.attribution.headlines import is_headline_mark, is_site, is_source, is_topic, stamp_of
from fogline.claims.statement import Statement
from fogline.packs.wordlists import country_names
from fogline.records.sentences import Sentence, sentence_at
from fogline.records.spans import Span

__all__ = ["is_land", "with_bare_headlines"]

LABEL = re.compile(r"[^:.!?“\"«]{2,90}: +(?=\S)")
SUBJECT = re.compile(r" (?:on|about|after|ahead of|in) ")
STAMPED = re.compile(r"\s\(\d{1,2}\.\d{1,2}\.\d{2,4}")  # when the site showed it
SHORT = 3  # so short a name of a state is an abbreviation, and speaks: "US: ..."
LABEL_WORDS = 12
BODY_WORDS = 3  # what is left of a headline has to say something
FIRST_PERSON = frozenset("i we".split())
QUOTES = '“"«‘'


def with_bare_headlines(
    text: str, sentences: Sequence[Sentence], statements: Sequence[Statement], cues: Cues
) -> list[Statement]:
    """The statements; in headlines their speakers and words without the stamp and the label that stand before them."""
    named = [one for one in statements if not any(_is_site(sentences, speaker) for speaker in one.speakers)]
    kept = [one for one in named if not all(_is_site(sentences, piece) for piece in one.content)]
    kept = [one for one in kept if not _is_only_label(text, sentences, one)]
    return [_bare(text, sentences, _less_site(sentences, statement), cues) for statement in kept]


def _is_only_label(text: str, sentences: Sequence[Sentence], statement: Statement) -> bool:
    """Whether the words are the label of a headline in which somebody speaks behind the colon."""
    home = sentence_at(sentences, statement.start)
    if home is None or not _is_headline(home) or statement.cue is None or is_headline_mark(statement.cue):
        return False
    last = statement.content[-1]
    return statement.cue.start > last.end and text[last.end : last.end + 2] == ": " and len(statement.content) == 1


def _less_site(sentences: Sequence[Sentence], statement: Statement) -> Statement:
    """A statement without the pieces that are printed behind the headline."""
    content = tuple(piece for piece in statement.content if not _is_site(sentences, piece))
    return replace(statement, content=content) if content and content != statement.content else statement


def _is_site(sentences: Sequence[Sentence], speaker: Span) -> bool:
    home = sentence_at(sentences, speaker.start)
    return home is not None and is_site(home, speaker)


def _bare(text: str, sentences: Sequence[Sentence], statement: Statement, cues: Cues) -> Statement:
    home = sentence_at(sentences, statement.start)
    if home is None or not _is_headline(home):
        return statement
    low = home.start + stamp_of(home.text)
    statement = replace(statement, speakers=tuple(_named(text, low, speaker) for speaker in statement.speakers))
    statement = _in_first_person(text, low, statement)
    first = statement.content[0]
    start = max(first.start, _body(text, low, home, statement, cues))
    if start <= first.start or start >= first.end:
        return statement
    return replace(statement, content=(Span.of(text, start, first.end), *statement.content[1:]))


def _is_headline(sentence: Sentence) -> bool:
    return sentence.index == 0 or sentence.role == "headline" or stamp_of(sentence.text) > 0


def _named(text: str, low: int, speaker: Span) -> Span:
    """A speaker without the label before the name: "Far Valley: Relief Watch" says nothing, Relief Watch does."""
    start = max(speaker.start, low if low < speaker.end else speaker.start)
    start += text[start : speaker.end].rfind(": ") + 2 if ": " in text[start : speaker.end] else 0
    shown = STAMPED.search(text, start, speaker.end)
    end = shown.start() if shown else speaker.end
    return speaker if (start, end) == (speaker.start, speaker.end) else Span.of(text, start, end)


def _in_first_person(text: str, low: int, statement: Statement) -> Statement:
    """ "Roe: We do not know whether ...": who says so stands before the colon, and "we" is part of his words."""
    who = statement.speakers[0] if len(statement.speakers) == 1 else None
    before = text[low : who.start].rstrip(QUOTES + " ") if who else ""
    if who is None or who.text.lower() not in FIRST_PERSON or before[-1:] != ":":
        return statement
    colon = low + text[low : who.start].rindex(":")
    inner = text.rfind(": ", low, colon)
    start = inner + 2 if inner >= 0 else low
    named = SUBJECT.split(text[start:colon])[0]  # "Roe on the raid: I saw it"
    if not named.strip() or statement.end < who.end:
        return statement
    name, cue = Span.of(text, start, start + len(named)), Span.of(text, colon, colon + 1)
    said = (low + len(before), statement.end)
    said = (said[0] + len(text[said[0] : who.start]) - len(text[said[0] : who.start].lstrip()), said[1])
    return replace(statement, speakers=(name,), cue=cue, content=(Span.of(text, *said),), stance="asserts")


def _body(text: str, low: int, home: Sentence, statement: Statement, cues: Cues) -> int:
    """Where the words of the headline begin, behind its label; where it has none, behind its stamp."""
    found = LABEL.match(text, low, min(home.end, statement.content[0].end))
    if found is None or not statement.speakers or len(found[0].split()) > LABEL_WORDS:
        return low
    name = found[0].rstrip(": ")
    named = any(found.start() <= speaker.start < found.end() for speaker in statement.speakers)
    short = len(text[found.end() : statement.content[0].end].split()) < BODY_WORDS
    if named or short or text[found.end()] in QUOTES:
        return low
    signed = is_headline_mark(statement.cue) and statement.speakers[0].start > statement.start
    return found.end() if (signed and not is_source(name, cues)) or is_topic(name, cues) or is_land(name) else low


def is_land(name: str) -> bool:
    """Whether words before a colon tell where something happens: a state; its capital is who speaks."""
    return len(name) > SHORT and name in country_names()
