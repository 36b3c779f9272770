"""What is told and called false: "branded as lies the reports", "the claim that P is absurd, Lee said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.forms.moods import FALSE
from fogline.claims.attribution.forms.scene import Scene, laid
from fogline.claims.attribution.phrases import is_passive, span_of
from fogline.claims.statement import Statement
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["DERISION", "MOCKING", "with_judged"]

REJECTING = frozenset("reject dismiss denounce deride decry mock ridicule scorn".split())
JUDGING = frozenset("describe brand label characterise characterize condemn slam call dub term".split())
MOCKING = frozenset("mock ridicule deride scorn".split())
DERISION = FALSE | frozenset(
    """fabricated invented staged manufactured ridiculous laughable ludicrous preposterous forgery fantasy fable joke
    tale fairytale legend farce inventions fantasies exaggerated""".split()
)
TOLD = frozenset(
    """claim report story allegation accusation rumour rumor suggestion assertion charge account version tale figure
    footage video image photo picture message statement letter remark clip recording""".split()
)
TELLING = ("asserts", "accuses")
LONG = 7  # words of a judgement
OPEN = 3  # words before the noun that names what was told
CALLED = re.compile(
    r"\s(?:is|are|was|were)\s+(?:all |just |simply |pure |sheer )?(?:an? )?['‘\"“]?(?:an? )?"
    r"(?:not true|untrue|false|fakes?|lies?|nonsense|baseless|groundless|fabricated|absurd|laughable|ridiculous|"
    r"ludicrous|preposterous|(?:pure |sheer )?(?:fiction|fantasy|invention|propaganda))['’\"”]?\W*$",
    re.IGNORECASE,
)


def with_judged(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; who calls something told a lie denies what was told, and the derision is no part of it."""
    for verb in scene.sentence.tokens:
        if verb.pos == "VERB" and (verb.lemma in REJECTING or verb.lemma in JUDGING):
            denial = _denial(scene, verb)
            if denial is not None:
                statements = laid(_apart(statements, denial), denial)
    return [_of_claim(scene, statement) for statement in statements]


def _apart(statements: Sequence[Statement], denial: Statement) -> list[Statement]:
    """The statements less those made of the words of the denial by nobody: "the | of a massacre" under "reports"."""
    return [s for s in statements if s.speakers or len(s.content) == 1 or not _overlaps(s, denial)]


def _overlaps(one: Statement, other: Statement) -> bool:
    return any(a.overlap(b) > 0 for a in one.content for b in other.content)


def _denial(scene: Scene, verb: Token) -> Statement | None:
    home = scene.sentence
    passive = is_passive(home, verb)
    if home.children(verb, "neg") or verb.tag == "VBG":
        return None
    who, noun = _passive(scene, verb) if passive else _active(scene, verb)
    if who is None or noun is None or not (scene.speaks(who) or who.pos == "PRON"):
        return None
    tail = _tail(scene, verb, noun, passive=passive)
    judged = {word.lemma.lower() for word in tail} | {word.lower for word in tail}
    if not tail or not (judged & DERISION or verb.lemma in REJECTING):
        return None
    content = _told(scene, noun, None if passive else tail[0])
    helpers = [aux for aux in home.children(verb, "aux", "auxpass") if aux.i < verb.i]
    cue = span_of(scene.text, sorted([*helpers, verb], key=lambda token: token.i))
    return scene.statement(scene.names(who), cue, content, "denies") if content else None


def _active(scene: Scene, verb: Token) -> tuple[Token | None, Token | None]:
    """Who calls something told so, and the noun for it, which stands right behind the verb."""
    home = scene.sentence
    who = next((one for one in home.children(verb, "nsubj") if one.i < verb.i), None)
    behind = home.tokens[verb.i + 1 : verb.i + 1 + OPEN]
    nouns = [word for word in behind if word.lemma.lower() in TOLD]
    lead = behind[: nouns[0].i - verb.i - 1] if nouns else behind
    plain = all(word.pos in ("DET", "ADJ", "NOUN", "PROPN", "PART", "PRON") for word in lead)
    return who, nouns[0] if nouns and plain else None


def _passive(scene: Scene, verb: Token) -> tuple[Token | None, Token | None]:
    home = scene.sentence
    agents = [noun for by in home.children(verb, "agent") for noun in home.children(by, "pobj")]
    told = [one for one in home.children(verb, "nsubjpass") if one.lemma.lower() in TOLD]
    return (agents[0] if agents else None), (told[0] if told else None)


def _tail(scene: Scene, verb: Token, noun: Token, *, passive: bool) -> list[Token]:
    """The words of the judgement: behind "as", or what the verb makes of its object."""
    tokens = scene.sentence.tokens
    first = verb.i if passive else noun.i
    at = next((word.i for word in tokens[first + 1 :] if word.lower == "as"), None)
    if at is None and not passive:
        named = [word for word in scene.sentence.children(verb, "oprd") if word.i > noun.i]
        at = scene.sentence.subtree(named[0])[0].i if named else _last_words(tokens, noun)
    if at is None or any(word.text in (",", ";") for word in tokens[first:at]):
        return []
    tail: list[Token] = []
    for word in tokens[at : at + LONG]:
        if word.lower == "by" or word.text in (".", ",", ";"):
            break
        tail.append(word)
    return tail


def _last_words(tokens: Sequence[Token], noun: Token) -> int | None:
    """Where a judgement in quotation marks closes the sentence: "branded the reports of a raid 'lies'"."""
    words = [word for word in tokens[noun.i + 1 :] if word.text != "."]
    if words and words[-1].lower in DERISION and (len(words) > 1 or words[-1].dep == "ccomp"):
        return words[-1].i
    marks = [word for word in words if word.pos == "PUNCT" and word.text in ("'", '"', "‘", "’", "“", "”")]
    closed = len(marks) > 1 and marks[-1] is words[-1] and marks[-1].i - marks[-2].i < LONG
    return marks[-2].i if closed else None


def _told(scene: Scene, noun: Token, end: Token | None) -> tuple[Span, ...]:
    """What was told: the clause behind "that", else the noun with what it is of."""
    home = scene.sentence
    clauses = [one for one in home.children(noun, "acl", "ccomp", "relcl") if one.i > noun.i]
    that = noun.i + 1 < len(home.tokens) and home.tokens[noun.i + 1].lower == "that"
    if clauses and that:
        low, high = home.tokens[noun.i + 1].start, max(t.end for t in home.subtree(clauses[0]))
    else:
        words = home.subtree(noun)
        low, high = words[0].start, end.start if end and end.i > noun.i else words[-1].end
    return scene.stretch(low, min(high, end.start) if end else high)


def _of_claim(scene: Scene, statement: Statement) -> Statement:
    """Who says that a claim is absurd denies it: of "the claim that P is absurd" P is what he denies."""
    first = statement.content[0]
    home = scene.sentence
    if len(statement.content) > 1 or statement.stance not in TELLING or not statement.speakers or not statement.cue:
        return statement
    if not home.start <= first.start < home.end or CALLED.search(first.text) is None:
        return statement
    words = home.tokens_in(first.start, first.end)[:OPEN]
    noun = next((word for word in words if word.lemma.lower() in TOLD), None)
    content = _told(scene, noun, None) if noun and home.tokens[noun.i + 1].lower == "that" else ()
    return replace(statement, content=content, stance="denies") if content else statement
