"""Several who say one thing: "the governor, the police chief and two witnesses", "a statement by Chad and Niger"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene
from fogline.claims.attribution.phrases import span_of
from fogline.claims.statement import Statement
from fogline.packs.folding import fold
from fogline.packs.roles import roles
from fogline.packs.wordlists import country_names
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_joint"]

PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PUNCT", "CCONJ", "PART", "PRON", "ADV")
SEPARATORS = (",", "and", "or", "nor", "&")
MAKING = ("by", "from")
JOINING = ("and", "or", "nor", "&")
LONGEST = 30  # words of such a row
Item = list[Token]


def with_joint(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; a row of names and offices before or behind the cue is as many speakers."""
    return [_parted(scene, statement) for statement in statements]


def _parted(scene: Scene, statement: Statement) -> Statement:
    home = scene.sentence
    if not statement.speakers or not all(home.start <= one.start < home.end for one in statement.speakers):
        return statement
    words = _row(scene, statement)
    if words and len(statement.speakers) > 1 and _is_state(words):
        return replace(statement, speakers=(span_of(scene.text, words),))  # "Bosnia and Herzegovina"
    if not words or not any(word.lower in JOINING for word in words) or any(_is_verb(word) for word in words):
        return _of_states(scene, statement, words)
    items = _items(scene, words)
    named = tuple(span_of(scene.text, item) for item in items)
    if len(named) == len(statement.speakers) or not named or not _is_new(named, statement):
        return statement
    return replace(statement, speakers=named)


def _is_new(named: Sequence[Span], statement: Statement) -> bool:
    """Whether the row names none of the words said or of the cue."""
    taken = [*statement.content, *([statement.cue] if statement.cue else [])]
    return not any(one.overlap(other) for one in named for other in taken)


def _row(scene: Scene, statement: Statement) -> list[Token]:
    """The words from the first speaker to the last; from before "and" where a reader saw only the last."""
    tokens = scene.sentence.tokens
    spans = sorted(statement.speakers)
    words = scene.sentence.tokens_in(spans[0].start, spans[-1].end)
    if not words or len(words) > LONGEST:
        return []
    made = _made(tokens, words[0].i)
    return list(tokens[made if made is not None else words[0].i : words[-1].i + 1])


def _made(tokens: Sequence[Token], first: int) -> int | None:
    """Where "a statement by Chad, Niger and" begins, of which a reader saw only the last name."""
    if first < 2 or tokens[first - 1].lower not in JOINING:
        return None
    low = first
    while low and tokens[low - 1].pos in PHRASE and tokens[low - 1].text not in ('"', "“", "”"):
        low -= 1
    row = list(tokens[low:first])
    at = next((n for n, word in enumerate(row) if word.lower in MAKING and n), None)
    return low if at and row[at - 1].lemma.lower() in roles().acts else None


def _is_verb(word: Token) -> bool:
    return word.pos in ("VERB", "AUX") or word.tag in ("WDT", "WP")


def _items(scene: Scene, words: Sequence[Token]) -> list[Item]:
    """The members of the row; none where it may be one name or one person in two offices."""
    words = words[1:] if words[0].lower in ("both", "neither", "either") else words
    rows: list[tuple[str, Item]] = []
    mark = ""
    for word in words:
        if word.lower in SEPARATORS or (word.lower == "with" and mark):
            mark = word.lower if mark != "and" else mark
            rows = rows if rows and rows[-1][1] else []
        elif mark or not rows:
            rows.append((mark, [word]))
            mark = ""
        else:
            rows[-1][1].append(word)
    return _settled(scene, rows)


def _settled(scene: Scene, rows: Sequence[tuple[str, Item]]) -> list[Item]:
    if len(rows) < 2 or rows[-1][0] not in JOINING or _is_state([word for _, item in rows for word in item]):
        return []
    items = [rows[0][1]]
    at = _of(items[0])
    for mark, item in rows[1:]:
        if at is not None and (_is_state(item) or len(item) == 1) and _is_name(item) and _is_name(items[-1][at + 1 :]):
            items[-1] = list(scene.sentence.tokens[items[-1][0].i : item[-1].i + 1])  # "diplomats of Chad and Niger"
            continue
        if mark == "," and _head(items[-1]).pos == "PROPN" and _head(item).pos != "PROPN":
            items[-1] = list(scene.sentence.tokens[items[-1][0].i : item[-1].i + 1])  # "Ann Roe, the mayor, and ..."
            continue
        if not _stands(item):
            return []
        items.append(item)
        at = _of(item)
    if len(items) == 1:
        return _makers(items[0], at) or items
    counted = items[0][0].pos == "NUM" and _head(items[0]).pos == "NOUN"
    if counted and all(_is_name(item) for item in items[1:]):
        return items[1:]  # "two deputies, Ann Roe and Jon Lee"
    return items if _stands(items[0]) else []


def _makers(item: Item, at: int | None) -> list[Item]:
    """Who makes the statement: "a statement by Chad, Niger and Mali"; none where no such noun stands before them."""
    if at is None or not at or item[at - 1].lemma.lower() not in roles().acts or item[at].lower not in MAKING:
        return []
    parts: list[Item] = [[]]
    for word in item[at + 1 :]:
        if word.lower in SEPARATORS:
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _of(item: Item) -> int | None:
    return next((at for at, word in enumerate(item) if word.pos == "ADP"), None)


def _head(item: Item) -> Token:
    at = _of(item)
    return item[at - 1] if at else item[-1]


def _is_name(item: Item) -> bool:
    return bool(item) and item[-1].pos == "PROPN"


def _stands(item: Item) -> bool:
    """Whether a member can stand by itself: a name, many, or one with an article."""
    head = _head(item)
    if item[0].pos == "ADP":
        return False
    role = roles().of(tuple(fold(word.text) for word in item[: item.index(head) + 1])) is not None
    if head.pos == "PROPN":
        return not role or len(item) > 1
    if head.pos == "PRON":
        return head.lower not in ("it", "this", "that")
    return head.pos == "NOUN" and (head.tag == "NNS" or item[0].pos in ("DET", "NUM") or item[0].tag == "PRP$")


def _of_states(scene: Scene, statement: Statement, words: Sequence[Token]) -> Statement:
    """The statement of states in a row that no "and" ends: "Chad, Niger, Mali reject the plan"."""
    parts: list[Item] = [[]]
    for word in words:
        parts = [*parts, []] if word.text == "," else [*parts[:-1], [*parts[-1], word]]
    if len(parts) < 3 or not all(_is_state(part) for part in parts):
        return statement
    return replace(statement, speakers=tuple(span_of(scene.text, part) for part in parts))


def _is_state(item: Sequence[Token]) -> bool:
    words = [word.text for word in item if word.lower != "the"]
    return " ".join(words) in country_names()
