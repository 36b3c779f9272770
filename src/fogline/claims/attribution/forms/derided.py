"""Claims called false before they are told: "rejected as a lie the mayor's claim that the dam had burst"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from fogline.claims.attribution.forms.moods import FALSE
from fogline.claims.attribution.forms.scene import Scene, cut, laid, of_cue
from fogline.claims.attribution.phrases import is_passive, span_of, without
from fogline.claims.statement import Statement
from fogline.packs.wordlists import states
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["TOLD", "with_derided"]

REJECTING = frozenset("reject dismiss denounce deride decry".split())
JUDGING = frozenset("describe brand label characterise characterize ridicule condemn slam".split())
NAMING = frozenset("call".split())  # "called fabricated reports that ..."
DERIDING = REJECTING | JUDGING | NAMING
FABRICATED = FALSE | frozenset("fabricated invented staged manufactured ridiculous".split())
JUDGED = re.compile(
    r"\s(?:is|are|was|were)\s+(?:all |just |simply )?(?:an? )?"
    r"(?:not (?:true|correct)|untrue|false|fakes?|lies?|nonsense|baseless|groundless|fabricated)\W*$",
    re.IGNORECASE,
)
BREAKS = ("PUNCT", "CCONJ", "VERB", "AUX", "SCONJ")
RELATIVE_TIMES = ("before", "after", "since")
UNITS = frozenset("hour day week month year decade minute long shortly just only soon right even".split())
TIME = 4  # words up to "before" in "just a few months before"
OWNER = 6  # words to that noun, with whose claim it is before it
MAKER = 7  # words from that noun to "that", with who told it between them
FURTHEST = 12  # words from the verb to the noun that names what was told
TOLD = frozenset(
    "claim report story allegation accusation rumour rumor suggestion assertion charge talk statement".split()
)


def with_derided(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; who calls a claim a lie before telling it denies it, and whose claim it is makes it."""
    statements = [_unjudged(scene, statement, statements) for statement in statements]
    for verb in scene.sentence.tokens:
        derides = verb.lemma in DERIDING and verb.pos == "VERB" and not is_passive(scene.sentence, verb)
        noun = _noun(scene, verb) if derides else None
        who = _who(scene, verb) if noun else []
        content = _content(scene, noun) if noun and who else None
        if noun and content:
            statements = _denied(scene, (verb, noun), scene.names(who[0]), content, statements)
    return _with_claimed(scene, statements)


def _with_claimed(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; of "dismissed claims that P" somebody unnamed claims P, or whose claims they are."""
    found = list(statements)
    for denial in statements:
        first = denial.content[0]
        home = scene.sentence
        if denial.stance != "denies" or denial.cue is None or not home.start <= first.start < home.end:
            continue
        low = denial.cue.end if home.start < denial.cue.end < first.start else first.start
        words = home.tokens_in(low, first.end)
        noun = next((word for word in words[:OWNER] if word.lemma.lower() in TOLD), None)
        owners = _owners(scene, noun) or _by(scene, noun) if noun else []
        if noun and not owners and (noun.tag != "NNS" or noun.i > words[0].i + 1):
            continue
        that = _that(scene, noun) if noun else None
        content = _content(scene, noun) if noun and that and (owners or that.i == noun.i + 1) else None
        if noun is None or content is None or words[0].pos == "PRON":
            continue
        if of_cue(found, span_of(scene.text, [noun])) is None:
            found.append(_claim(scene, noun, owners, content))
    return found


def _unjudged(scene: Scene, statement: Statement, statements: list[Statement]) -> Statement:
    """Somebody's claim without what is said of it behind: "their claims that the port fell [are not true]"."""
    words = scene.sentence.tokens_in(statement.cue.start, statement.cue.end) if statement.cue else []
    last = statement.content[-1]
    told = len(words) == 1 and words[0].lemma.lower() in TOLD
    found = JUDGED.search(last.text) if told else None
    if found is None:
        return statement
    judged = any(piece.covers(statement.cue) for one in statements for piece in one.content if statement.cue)
    if not judged and words[0].pos != "NOUN":
        return statement  # "the ministry claims that the reports are false"
    rest = scene.stretch(last.start, last.start + found.start())
    return replace(statement, content=(*statement.content[:-1], *rest)) if rest else statement


def _who(scene: Scene, verb: Token) -> list[Token]:
    """Who rejects: the subject, or the noun that the parse hangs the verb on as a participle."""
    found = [one for one in scene.sentence.children(verb, "nsubj") if one.i < verb.i]
    above = scene.sentence.head(verb)
    return found or ([above] if verb.dep in ("acl", "relcl") and above.i < verb.i and scene.speaks(above) else [])


def _noun(scene: Scene, verb: Token) -> Token | None:
    """The noun before "that" behind a verb of rejecting and what the claim is called."""
    tokens = scene.sentence.tokens[verb.i + 1 : verb.i + 1 + FURTHEST]
    at = next((n for n, token in enumerate(tokens) if token.lemma.lower() in TOLD and _that(scene, token)), None)
    if at is None:
        return None
    called = {token.lower for token in tokens[:at]} | {token.lemma.lower() for token in tokens[:at]}
    judged = tokens[0].lower == "as" and (verb.lemma in REJECTING or (verb.lemma in JUDGING and called & FABRICATED))
    return tokens[at] if judged or (verb.lemma in NAMING and called & FABRICATED) else None


def _that(scene: Scene, noun: Token) -> Token | None:
    """The "that" behind a noun, or behind whose it is: "claims that", "claims by the rebels that"."""
    behind = scene.sentence.tokens[noun.i + 1 : noun.i + 1 + MAKER]
    if not behind or behind[0].lower not in ("that", "by"):
        return None
    return next((token for token in behind if token.lower == "that"), None)


def _content(scene: Scene, noun: Token) -> Span | None:
    """The clause behind the noun, from "that" to its last word."""
    that = _that(scene, noun)
    clause = scene.sentence.head(that) if that else None
    if that is None or clause is None or clause.i <= that.i:
        return None
    home = scene.sentence
    beside = [one for one in home.children(clause, "conj") if scene.reports(one) and not home.children(one, "nsubj")]
    apart = [token for one in beside for token in home.subtree(one)]  # "dismissed claims that P but acknowledged Q"
    words = without(home.subtree(clause), apart)
    while words[-1].pos in ("CCONJ", "PUNCT") and words[-1].i > clause.i:
        words.pop()
    found = scene.stretch(that.start, _timed(scene, words[-1]).end)
    return found[0] if found else None


def _timed(scene: Scene, last: Token) -> Token:
    """The last word, with the time that the parse hangs on the rebuttal: "drones | months before the invasion"."""
    behind = scene.sentence.tokens[last.i + 1 :]
    stop = next((n for n, word in enumerate(behind) if word.pos in BREAKS and word.text != "-"), None)
    rest = behind[: stop if stop is not None else len(behind)]
    at = next((n for n, word in enumerate(rest[:TIME]) if word.lower in RELATIVE_TIMES), None)
    if not rest or at is None or at + 1 >= len(rest):
        return last
    lead = rest[:at]
    return rest[-1] if not lead or lead[-1].lemma.lower() in UNITS else last


def _denied(
    scene: Scene, cues: tuple[Token, Token], speakers: tuple[Span, ...], content: Span, statements: list[Statement]
) -> list[Statement]:
    """The statements with the denial, and the claim that it answers where somebody is named for it."""
    verb, noun = cues
    between = [s for s in statements if s.cue and verb.start <= s.cue.start < content.start]
    kept = [s for s in statements if s not in between]
    kept = cut(scene.text, kept, scene.opening(), content.end)
    denial = scene.statement(speakers, span_of(scene.text, [verb]), [content], "denies")
    found = laid(kept, denial)
    owners = _owners(scene, noun, "prep", "agent")
    return [*found, _claim(scene, noun, owners, content)] if owners else found


def _owners(scene: Scene, noun: Token, *links: str) -> list[Token]:
    """Whose claim it is: "the mayor's claim" and, behind prepositions with such links, "claims by the rebels"."""
    below = scene.sentence.children(noun, *links) if links else ()
    named = [name for prep in below for name in scene.sentence.children(prep, "pobj")]
    peoples = [one for one in scene.sentence.children(noun, "amod", "compound") if one.text in _peoples()]
    return [one for one in (*scene.sentence.children(noun, "poss"), *named) if scene.speaks(one)] or peoples


@cache
def _peoples() -> frozenset[str]:
    """The adjectives of states: "a Freedonian claim"."""
    return frozenset(word for state in states() for word in state.adjectives)


def _by(scene: Scene, noun: Token) -> list[Token]:
    """Whose claim it is behind "by" or "from": "the accusation by Chad that P"."""
    home = scene.sentence
    preps = [one for one in home.tokens[noun.i + 1 : noun.i + 2] if one.lower in ("by", "from")]
    return [one for prep in preps for one in home.children(prep, "pobj") if scene.speaks(one)]


def _claim(scene: Scene, noun: Token, owners: list[Token], content: Span) -> Statement:
    """What is claimed, by its owner or by somebody unnamed."""
    speakers = scene.names(owners[0]) if owners else ()
    return scene.statement(speakers, span_of(scene.text, [noun]), [content], "asserts")
