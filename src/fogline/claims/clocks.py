"""When what a claim tells happened, and when it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from fogline.claims.events.lexicon import lexicon
from fogline.claims.statement import Statement
from fogline.records.claims import Kind
from fogline.records.mentions import TimeMention, TimeRange
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["asides", "by_the_way", "clocks", "path_within"]

PRESENT = ("VBZ", "VBP")
FINITE = (*PRESENT, "VBD", "MD")
ANSWERING = ("denies", "declines", "unconfirmed", "doubts", "accuses")  # of what happened before
SHOWING = re.compile(r"\b(?:show|appear|depict|document|record|describe|report)")
# A day with its hour as a site prints it: "02.07.22 08:29", "12 March 2025, 14:05"; a sentence has "on" or "at".
STAMP = re.compile(
    r"(?<!on )(?<!at )(?<!of )\b(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d"
    r"|(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?\d{4}),?(?: at| [-–|])? ?\d{1,2}:\d{2}\b"
)
NUMERIC = re.compile(r"\d+[./-]")
PRINTED = re.compile(r"(?i)(?:^|[(\[|•·]|\b(?:published|updated|posted|modified|last update)\b:?(?: on)?)\s*$")
NAMED_AFTER = re.compile(
    r" (?:Brigade|Battalion|Regiment|Division|Movement|Front|Forces?|Army|Party|Coalition|Alliance|Revolution|Square"
    r"|Street|Avenue|Bridge|Mosque|Stadium|Hospital|University|School|Airport|Airbase|Base|Camp)\b"
)
RECENT = re.compile(r"(?i)(?:the )?(?:last|past|previous|preceding) ")
# What is older than the deed that keeps or breaks it: "broke the truce signed on 3 May".
AGREED = frozenset(
    {"truce", "ceasefire", "cease-fire", "agreement", "deal", "treaty", "accord", "accords", "pact", "memorandum",
     "protocol", "resolution", "declaration", "law", "decree", "convention", "roadmap", "armistice", "constitution"}
)  # fmt: skip
DATING = frozenset({"acl", "relcl", "compound", "nmod", "nummod", "npadvmod", "amod", "poss", "appos"})
BEFALLING: frozenset[Kind] = frozenset({"casualties", "detention"})  # what happens to somebody
WEEK = 7  # days within which two days in a row are one time: "on Saturday and Sunday"


def clocks(
    statement: Statement, sentences: Sequence[Sentence], times: Sequence[tuple[TimeMention, bool]]
) -> tuple[TimeMention | None, TimeMention | None]:
    """When it happened and when it was said; `times` are those of the statement, and whether they stand inside it.

    The stamp that a site prints is when it was published: it is never when something happened.
    """
    sentence = sentences[statement.sentence]
    times = [(m, inside) for m, inside in times if not _is_name(m, sentences[m.sentence])]
    points = [(_open(m), inside) for m, inside in times if not m.time.is_set and _is_point(m)]
    stamps = [m for m, _ in points if _is_stamp(m, sentences[m.sentence])]
    points = [(m, inside) for m, inside in points if m not in stamps]
    within = [m for m, inside in points if inside and not _is_aside(statement, sentences[m.sentence], m.span)]
    beside = [m for m, inside in points if not inside and not _is_of_somebody(statement, sentence, m.span)]
    attributed = bool(statement.speakers or statement.cue)
    said_at = _best(beside) if attributed else None
    when = _in_full(_best(within), within, sentences) or (None if attributed else _best(beside))
    if when is None and said_at is not None and _holds_when_said(statement, sentence):
        when = replace(said_at, time=replace(said_at.time, basis="inferred"), derived=True)
    if said_at is None and attributed and stamps:
        said_at = _day_of(stamps[0])
    return _shown(when, statement, sentence), _shown(said_at, statement, sentence)


def asides(
    statement: Statement, sentences: Sequence[Sentence], times: Sequence[tuple[TimeMention, bool]]
) -> tuple[tuple[str, TimeMention], ...]:
    """The times of clauses on somebody, each with the verb of its clause: "Roe, who was killed yesterday"."""
    found = []
    for mention, inside in times:
        sentence = sentences[mention.sentence]
        words = sentence.tokens_in(mention.span.start, mention.span.end) if inside and sentence.parsed else []
        clause = next((t for t in sentence.ancestors(words[-1]) if t.dep == "relcl"), None) if words else None
        who = clause is not None and any(t.lower == "who" for t in sentence.children(clause, "nsubj", "nsubjpass"))
        if clause is not None and who and _is_point(mention) and not _is_stamp(mention, sentence):
            found.append((clause.lemma, _open(mention)))
    return tuple(found)


def by_the_way(times: Sequence[tuple[str, TimeMention]], kind: Kind, predicate: str | None) -> TimeMention | None:
    """The time of a clause on somebody where that clause is what is told: "we mourn Roe, who was killed yesterday"."""
    for verb, time in times:
        kinds = {entry.kind for entry in lexicon().entries.get(verb, ())}
        if verb == predicate or (kind in BEFALLING and kind in kinds):
            return time
    return None


def _is_point(mention: TimeMention) -> bool:
    """Whether a time says when; of lengths only those that end now do: "in the last 24 hours" of an undated report."""
    return not mention.time.is_duration or RECENT.match(mention.span.text) is not None


def _open(mention: TimeMention) -> TimeMention:
    return replace(mention, time=replace(mention.time, is_duration=False)) if mention.time.is_duration else mention


def _is_stamp(mention: TimeMention, sentence: Sentence) -> bool:
    """Whether the words belong to the stamp of a page: a day in figures with its hour, or any such one set apart."""
    start, end = mention.span.start - sentence.start, mention.span.end - sentence.start
    for found in STAMP.finditer(sentence.text):
        if found.start() < end and start < found.end():
            return bool(NUMERIC.match(found[0]) or PRINTED.search(sentence.text[: found.start()]))
    return False


def _is_name(mention: TimeMention, sentence: Sentence) -> bool:
    """Whether a day is the name of a body or place: "the 26 March Brigade"."""
    return NAMED_AFTER.match(sentence.text, mention.span.end - sentence.start) is not None


def _day_of(stamp: TimeMention) -> TimeMention:
    """The day of a stamp, as what is inferred from it."""
    first, last = (bound[:10] if bound else None for bound in (stamp.time.earliest, stamp.time.latest))
    time = TimeRange(stamp.time.timex[:10], first, last, "day", "inferred")
    return replace(stamp, time=time, derived=True)


def _in_full(
    first: TimeMention | None, within: Sequence[TimeMention], sentences: Sequence[Sentence]
) -> TimeMention | None:
    """Two days in a row as one time: "on Saturday and Sunday"."""
    if first is None or first.time.precision != "day":
        return first
    sentence = sentences[first.sentence]
    for other in within:
        between = sentence.text[first.span.end - sentence.start : max(other.span.start - sentence.start, 0)]
        if between in (" and ", " and on ") and other.time.precision == "day" and _are_near(first.time, other.time):
            time = replace(
                first.time, timex=f"{first.time.timex}/{other.time.timex}", latest=other.time.latest, modifier=None
            )
            words = sentence.text[first.span.start - sentence.start : other.span.end - sentence.start]
            return replace(first, span=Span(first.span.start, other.span.end, words), time=time)
    return first


def _are_near(one: TimeRange, other: TimeRange) -> bool:
    """Whether one day comes within a week before the other."""
    if one.earliest is None or other.latest is None:
        return one.earliest is None and other.latest is None
    apart = date.fromisoformat(other.latest[:10]) - date.fromisoformat(one.earliest[:10])
    return 0 < apart.days < WEEK


def _shown(time: TimeMention | None, statement: Statement, sentence: Sentence) -> TimeMention | None:
    """The time, marked as derived where its words run out of the sentence: "... frontlines.Sept. 1, 2022"."""
    if time is None or sentence.start <= time.span.start < time.span.end <= sentence.end:
        return time
    inside = any(piece.covers(time.span) for piece in statement.content)
    return time if inside else replace(time, derived=True)


def path_within(statement: Statement, sentence: Sentence, span: Span) -> list[Token]:
    """The words of the content from the last one of a span up the parse; none where the sentence was not parsed."""
    words = sentence.tokens_in(span.start, span.end) if sentence.parsed else []
    if not words:
        return []
    inside = {token.i for piece in statement.content for token in sentence.tokens_in(piece.start, piece.end)}
    return [token for token in (words[-1], *sentence.ancestors(words[-1])) if token.i in inside]


def _is_aside(statement: Statement, sentence: Sentence, span: Span) -> bool:
    """Whether a time stands in a clause by the way of the content, or dates what was agreed before.

    "the town, which fell last year, is quiet", "the road to Wau, cut since May", "kept the truce signed on 3 May".
    """
    path = path_within(statement, sentence, span)
    clauses = [token for token in path[:-1] if _is_by_the_way(sentence, token)]
    return bool(clauses) or _dates_what_was_agreed(sentence, path)


def _is_by_the_way(sentence: Sentence, token: Token) -> bool:
    """Whether a verb heads a relative clause or, behind a comma, a participle: ", cut since May"."""
    if token.dep == "relcl":
        return not _tells_the_deed(sentence, token)
    before = sentence.tokens[token.i - 1] if token.i else None
    return token.dep in ("acl", "advcl") and token.tag == "VBN" and before is not None and before.text == ","


def _tells_the_deed(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause says what people were at when it befell them: "turned back 60 people who tried to cross"."""
    noun = sentence.head(verb)
    who = any(t.lower == "who" for t in sentence.children(verb, "nsubj", "nsubjpass"))
    bound = {t.lower for t in sentence.children(noun, "det")} & {"the", "those", "these"}
    before = sentence.tokens[noun.i + 1].text if noun.i + 1 < len(sentence.tokens) else ""
    return who and before == "who" and not bound and noun.tag == "NNS" and verb.tag == "VBD"


def _dates_what_was_agreed(sentence: Sentence, path: Sequence[Token]) -> bool:
    """Whether a time hangs on a truce or treaty that is not itself what is told."""
    for below, token in pairwise(path[:-1]):
        if token.lemma in AGREED and (below.dep in DATING or below.lower == "of"):
            return True
    return any(_follows_what_was_agreed(sentence, token, path[-1]) for token in path[:-1])


def _follows_what_was_agreed(sentence: Sentence, verb: Token, top: Token) -> bool:
    """Whether a participle stands right behind a truce that it does not govern, however the parser reads it."""
    before = sentence.tokens[verb.i - 1] if verb.i else None
    if before is None or before is top or before.lemma not in AGREED:
        return False
    return verb.tag in ("VBN", "VBD") and before.head != verb.i


def _is_of_somebody(statement: Statement, sentence: Sentence, span: Span) -> bool:
    """Whether a time stands in a clause on the speaker: "Tiani, who took power in 2023, said"."""
    words = sentence.tokens_in(span.start, span.end) if sentence.parsed and statement.speakers else []
    path = [words[-1], *sentence.ancestors(words[-1])] if words else []
    clause = next((at for at, token in enumerate(path) if token.dep in ("relcl", "acl")), None)
    if clause is None or clause + 1 >= len(path):
        return False
    return any(speaker.start <= path[clause + 1].start < speaker.end for speaker in statement.speakers)


def _best(times: Sequence[TimeMention]) -> TimeMention | None:
    """The first dated time; else the first of any sort; "now" only where there is no other."""
    then = [m for m in times if m.time.timex != "PRESENT_REF"]
    dated = [m for m in then if m.time.earliest or m.time.latest]
    return next(iter(dated or then or times), None)


def _holds_when_said(statement: Statement, sentence: Sentence) -> bool:
    """Whether what is said holds at the time it is said.

    "announced on Friday that forces have taken the town": the taking is complete on Friday. A past tense ("had
    attacked") or a modal ("would attack") leaves open when. Without a finite verb ("warned of sanctions") saying it
    is the event, but for who answers a charge or makes one, or tells what was: "a video on Friday showed captives".
    """
    first = statement.content[0]
    words = sentence.tokens_in(first.start, first.end) if sentence.parsed else []
    finite = [token for token in words if token.tag in FINITE and token.dep not in ("relcl",)]
    main = [token for token in finite if _is_main(sentence, token, words)]
    told = statement.stance == "asserts" and statement.cue is not None and SHOWING.search(statement.cue.text)
    if not finite and (statement.stance in ANSWERING or told):
        return False
    return bool(words) and (not finite or bool(main and main[0].tag in PRESENT))


def _is_main(sentence: Sentence, token: Token, words: Sequence[Token]) -> bool:
    """Whether a finite verb or auxiliary belongs to the top of the stretch and not to a clause inside it."""
    inside = {word.i for word in words}
    verb = sentence.head(token) if token.dep in ("aux", "auxpass") else token
    above = sentence.head(verb)
    return above.i not in inside or verb.head == verb.i or verb.dep == "ccomp"
