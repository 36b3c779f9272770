"""What a noun holds for its owner: "stood by its account of a sea drone", "the ministry's tally of 45 dead"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.attribution.forms.scene import Scene, laid
from fogline.claims.attribution.phrases import noun_phrase, pieces, span_of
from fogline.claims.statement import Statement
from fogline.records.claims import Stance
from fogline.records.sentences import Token

__all__ = ["with_owned"]

FIGURES = frozenset("figure tally count estimate number".split())
TOLD = frozenset(
    "account version story tale claim finding theory explanation assertion contention boast report".split()
)
TOLD |= {"charge", "allegation", "accusation", "insistence", "conclusion", "denial", "talk"}
HOLDING = frozenset(
    "stand stick cling hold abide keep repeat maintain defend reaffirm reiterate uphold withdraw".split()
)
OWN = frozenset("his her their its".split())
KNOWN = frozenset("the this that these those".split())
EMPTY = frozenset("event events matter matters affair affairs thing things".split())
NOBODY = frozenset("nobody none few nothing no".split())


def with_owned(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements and what a claim, an account or a figure of somebody's says, whatever is done with it."""
    for noun in scene.sentence.tokens[1:-2]:
        if noun.pos != "NOUN" or noun.lemma.lower() not in FIGURES | TOLD:
            continue
        words = _said(scene, noun)
        who = _owner(scene, noun) if words else ()
        if not words or not who:
            continue
        content = pieces(scene.text, scene.sentence, words)
        others = [one for one in statements if not _is_nobodys(one)]
        if not content or any(_meets(one, noun, words) for one in others):
            continue
        stance: Stance = scene.cues.nouns.get(noun.lemma.lower(), "asserts")
        names = tuple(span_of(scene.text, one) for one in who)
        if not any(name.overlap(piece) for name in names for piece in content):
            statements = laid(others, scene.statement(names, span_of(scene.text, [noun]), content, stance))
    return statements


def _said(scene: Scene, noun: Token) -> list[Token]:
    """The words behind "of": a number for a figure, for an account a thing that is not known yet."""
    home = scene.sentence
    behind = [one for one in home.children(noun, "prep") if one.lower == "of" and one.i == noun.i + 1]
    things = [one for of in behind for one in home.children(of, "pobj")]
    if not things:
        return []
    words = [token for token in home.subtree(behind[0]) if token is not behind[0]]
    if noun.lemma.lower() in FIGURES:
        return words if any(word.tag == "CD" for word in words[:4]) else []
    first = words[0]
    known = first.lower in KNOWN | OWN or first.tag in ("NNP", "NNPS", "PRP", "WP") or things[0].lower in EMPTY
    return [] if known else words


def _owner(scene: Scene, noun: Token) -> tuple[Sequence[Token], ...]:
    """Who has the noun: a name in the genitive; for "its" the subject of a verb that holds to it."""
    home = scene.sentence
    owners = [one for one in home.children(noun, "poss") if one.i < noun.i]
    if not owners:
        return ()
    if owners[0].lower not in OWN:
        return (noun_phrase(home, owners[0]),) if scene.speaks(owners[0]) else ()
    verb = home.head(noun)
    if verb.pos == "ADP":
        verb = home.head(verb)
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    held = verb.lemma in HOLDING and not home.children(verb, "neg")
    speaks = bool(who) and (scene.speaks(who[0]) or who[0].pos == "PRON")
    return (noun_phrase(home, who[0]),) if held and speaks else ()


def _meets(statement: Statement, noun: Token, words: Sequence[Token]) -> bool:
    """Whether a reader has the noun or what it holds."""
    cued = statement.cue is not None and statement.cue.start <= noun.start < statement.cue.end
    low, high = words[0].start, words[-1].end
    return cued or any(piece.start < high and low < piece.end for piece in statement.content)


def _is_nobodys(statement: Statement) -> bool:
    """Whether the one who is read to say it says that he does not: "Nobody believes the ministry's count of nine"."""
    return bool(statement.speakers) and statement.speakers[0].text.split()[0].lower() in NOBODY
