"""Attribution without a report verb: "according to", reporting nouns, adverbs, signed quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.claims.attribution.cues import Cues
from fogline.claims.attribution.phrases import joint, noun_phrase, pieces, span_of, without
from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["according_to", "by_adverb", "by_noun", "by_signature", "relative_denial"]

SIGNED = re.compile(r"[-–—]\s*(?P<name>[A-Z][\w'’.\-]*(?: [\w'’.\-]+){0,4})\.?$")
CLAUSE_HEADS = ("ROOT", "ccomp", "relcl", "advcl", "conj", "acl", "pcomp", "parataxis")
DASHES = frozenset("— – - -- ,".split())
NOMINAL = ("PROPN", "NOUN", "PRON")
LEADS = frozenset("but and however meanwhile so yet still".split())


def according_to(text: str, sentence: Sentence) -> Iterator[Statement]:
    """Statements of "according to X" and "as per X"."""
    for token in sentence.tokens:
        if token.lower not in ("according", "as") or token.i + 1 >= len(sentence.tokens):
            continue
        to = sentence.tokens[token.i + 1]
        names = sentence.children(to, "pobj") or sentence.children(token, "pobj")
        if (token.lower, to.lower) not in (("according", "to"), ("as", "per")) or not names:
            continue
        heads = [head for name in names for head in joint(sentence, name)]
        speakers = tuple(span_of(text, noun_phrase(sentence, head)) for head in heads)
        content = pieces(text, sentence, without(_clause_around(sentence, token), [token, *sentence.subtree(to)]))
        if content:
            cue = Span.of(text, token.start, to.end)
            yield Statement(sentence.index, speakers, cue, content, "asserts")


def _clause_around(sentence: Sentence, token: Token) -> list[Token]:
    """The clause that "according to" or an adverb speaks about, without itself."""
    head = sentence.head(token)
    while head.dep not in CLAUSE_HEADS and head.head != head.i:
        head = sentence.head(head)
    words = without(sentence.subtree(head), sentence.subtree(token))
    while words and (words[0].lower in LEADS or words[0].pos == "PUNCT"):
        words = words[1:]
    return words


def by_adverb(text: str, sentence: Sentence, cues: Cues) -> Iterator[Statement]:
    """Statements of "reportedly" and its kin: somebody says so, the text does not name who."""
    for token in sentence.tokens:
        if token.lower in cues.adverbs and token.head != token.i and sentence.head(token).pos != "ADP":
            content = pieces(text, sentence, _clause_around(sentence, token))
            if content:
                yield Statement(sentence.index, (), Span.of(text, token.start, token.end), content, "asserts", True)


def by_noun(text: str, sentence: Sentence, cues: Cues) -> Iterator[Statement]:
    """Statements of nouns: "Ukraine's claim that", "a report by the ministry that", "reports emerged of"."""
    for noun in sentence.tokens:
        stance = cues.nouns.get(noun.lemma.lower()) if noun.pos == "NOUN" else None
        if stance is None:
            continue
        clauses = [
            child
            for child in sentence.children(noun, "acl", "ccomp", "relcl")
            if child.i > noun.i and any(mark.lower == "that" for mark in sentence.children(child, "mark"))
        ]
        owners = [head for child in sentence.children(noun, "poss") for head in joint(sentence, child)]
        clauses += _standing_clauses(sentence, noun, cues)
        of = _emerging(sentence, noun, cues)
        if not clauses and not of:
            continue
        tokens = [token for clause in clauses or of for token in sentence.subtree(clause)]
        speakers = tuple(span_of(text, noun_phrase(sentence, owner)) for owner in owners)
        content = pieces(text, sentence, without(tokens, of))
        if content and (speakers or noun.lemma.lower() in cues.vague):
            cue = Span.of(text, noun.start, noun.end)
            yield Statement(sentence.index, speakers, cue, content, stance, not speakers)


def _standing_clauses(sentence: Sentence, noun: Token, cues: Cues) -> list[Token]:
    """The that-clause of "concerns remain that", which the parse hangs on the verb."""
    verb = sentence.head(noun)
    if noun.dep != "nsubj" or verb.lemma not in cues.standing:
        return []
    return sentence.children(verb, "ccomp")


def relative_denial(text: str, sentence: Sentence, cues: Cues, so_far: Sequence[Statement]) -> Iterator[Statement]:
    """The denial in "X accused Y of Z, a charge Y has denied": it denies what was claimed before it."""
    for noun in sentence.tokens[1:-2]:
        verb = _denying(sentence, noun, cues) if so_far else None
        claimed = [s for s in so_far if s.start >= sentence.start and s.end <= noun.start] if verb else []
        if verb is None or not claimed:
            continue
        low = noun.i + 1 + (sentence.tokens[noun.i + 1].lower in ("that", "which"))
        named = [token for token in sentence.tokens[low : verb.i] if token.pos in ("DET", "ADJ", *NOMINAL)]
        if named and named[-1].pos in NOMINAL:
            cue = Span.of(text, sentence.tokens[named[-1].i + 1].start, verb.end)
            speaker = Span.of(text, named[0].start, named[-1].end)
            yield Statement(sentence.index, (speaker,), cue, claimed[-1].content, "denies")


def _denying(sentence: Sentence, noun: Token, cues: Cues) -> Token | None:
    """The verb of denying below a noun that takes up what was claimed, set off by a comma or a dash."""
    if noun.lemma.lower() not in cues.asides and cues.nouns.get(noun.lemma.lower()) is None:
        return None
    first = noun.i
    while first and sentence.tokens[first - 1].pos in ("DET", "ADJ"):
        first -= 1
    if not first or sentence.tokens[first - 1].text not in DASHES:
        return None
    denying = (t for t in sentence.tokens[noun.i + 1 :] if cues.stance("o", t.lemma) == "denies")
    verb = next(denying, None)
    between = sentence.tokens[noun.i + 1 : verb.i] if verb else ()
    return None if any(token.text in DASHES or token.text == ";" for token in between) else verb


def _emerging(sentence: Sentence, noun: Token, cues: Cues) -> list[Token]:
    """The phrase after "reports (emerged) of"; only for nouns that need no owner."""
    if noun.lemma.lower() not in cues.vague or noun.tag != "NNS":
        return []
    verb = sentence.head(noun)
    near = sentence.children(noun, "prep")
    far = sentence.children(verb, "prep") if noun.dep == "nsubj" and verb.lemma in cues.standing else []
    return [child for child in [*near, *far] if child.lower == "of"]


def by_signature(text: str, before: Sentence | None, sentence: Sentence) -> Iterator[Statement]:
    """A quotation signed with a dash: ... " - Name"."""
    match = SIGNED.match(sentence.text)
    quoted = before is not None and before.text[:1] in '“"‘«' and before.text.rstrip(" .,")[-1:] in '”"’»'
    if match and before is not None and quoted and before.paragraph == sentence.paragraph:
        name = Span.of(text, sentence.start + match.start("name"), sentence.start + match.end("name"))
        cue = Span.of(text, sentence.start, sentence.start + 1)
        yield Statement(before.index, (name,), cue, (Span.of(text, before.start, before.end),), "asserts")
