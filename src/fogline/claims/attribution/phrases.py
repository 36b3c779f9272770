"""Words of a parsed sentence that belong together: noun phrases, clauses, the subject of a verb."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from fogline.claims.speakers.wording import not_time
from fogline.records.sentences import Sentence, Token, sentence_at
from fogline.records.spans import Span

__all__ = [
    "antecedent",
    "is_foiled",
    "is_passive",
    "joint",
    "noun_phrase",
    "pieces",
    "relative_pronoun",
    "span_of",
    "speaking_noun",
    "subject",
    "without",
]

EDGE = " \t\r\n,;:.—–-"
CLOSING = '”’»"'
LOOSE = frozenset("relcl acl conj cc punct advcl advmod parataxis".split())
BARE = frozenset("that which it this what so him her them".split())  # no evidence by themselves
RELATIVE = frozenset("who which that".split())
FELT = frozenset(  # in the passive these tell what the subject feels: "we are appalled by the attack"
    """appall appal encourage worry concern shock hearten alarm dismay sadden please outrage horrify disappoint
    surprise delight disturb trouble frighten terrify convince impress interest intrigue frustrate anger
    upset annoy relieve satisfy thrill excite amaze astonish stun puzzle offend commit dedicate devote
    determine oppose""".split()
)
WISHES = ("hope", "expect", "plan", "want", "intend", "aim", "seek")
ISSUING = frozenset("publish release issue write send post run air make give deliver sign circulate print file".split())
THROUGH = ("in", "by")  # not "with": in "..., with reports suggesting" the reports speak
CLAUSE_DEPS = ("advcl", "acl", "xcomp", "conj", "pcomp", "ccomp", "dep", "prep")


def span_of(text: str, tokens: Sequence[Token]) -> Span:
    """The span from the first to the last of `tokens`."""
    return Span.of(text, tokens[0].start, tokens[-1].end)


def without(tokens: Iterable[Token], dropped: Iterable[Token]) -> list[Token]:
    """`tokens` less those of `dropped`."""
    gone = {token.i for token in dropped}
    return [token for token in tokens if token.i not in gone]


def pieces(text: str, sentence: Sentence, tokens: Sequence[Token]) -> tuple[Span, ...]:
    """`tokens` as spans, one for each run; punctuation alone does not part a run."""
    runs: list[list[Token]] = []
    for token in sorted(tokens, key=lambda token: token.i):
        between = sentence.tokens[runs[-1][-1].i + 1 : token.i] if runs else ()
        if runs and all(gap.pos in ("PUNCT", "SPACE") for gap in between):
            runs[-1].append(token)
        else:
            runs.append([token])
    for run in runs:
        while len(run) > 1 and (run[-1].pos in ("PUNCT", "CCONJ") and run[-1].text not in CLOSING):
            run.pop()
    spans = [_trimmed(text, sentence, run[0].start, run[-1].end) for run in runs]
    found = tuple(span for span in spans if span and any(char.isalnum() for char in span.text))
    return () if len(found) == 1 and found[0].text.lower() in BARE else found


def _trimmed(text: str, sentence: Sentence, start: int, end: int) -> Span | None:
    """A piece of content without the punctuation around it, with the quotation marks that belong to it."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    if start >= end:
        return None
    inner = text[start:end]
    opens = sum(inner.count(mark) for mark in "“«")
    closes = sum(inner.count(mark) for mark in "”»")
    straight = inner.count('"') % 2 == 1
    before = text[start - 1] if start > sentence.start else ""
    if (before and before in "“«") or (before == '"' and straight):
        start, opens, straight = start - 1, opens + 1, not straight
    if (opens > closes or straight) and (mended := _closing(text, sentence, end)):
        end = mended
    elif closes > opens and inner[-1] in "”»":
        end -= 1
    return Span.of(text, start, end)


def _closing(text: str, sentence: Sentence, end: int) -> int | None:
    """Behind the closing quotation mark that follows `end` with at most a stop or comma before it."""
    for offset in range(end, min(end + 3, sentence.end)):
        if text[offset] in '”»"':
            return offset + 1
        if text[offset] not in ".,!?…":
            return None
    return None


def noun_phrase(sentence: Sentence, head: Token) -> list[Token]:
    """The noun phrase of `head`: title, name and adjacent apposition; no relative clause, no coordination."""
    dropped: list[Token] = []
    for child in sentence.children(head):
        follows = child.i > head.i
        loose = follows and child.dep in LOOSE
        apart = child.dep == "appos" and not _adjacent(sentence, child)
        if loose or apart or child.dep in ("preconj", "advmod", "cc", "mark"):
            dropped += sentence.subtree(child)
    kept = without(sentence.subtree(head), dropped)
    kept = [token for token in kept if token.i >= head.i or token.pos != "PUNCT"] or [head]
    kept = _unbroken(sentence, head, kept)
    while len(kept) > 1 and (kept[-1].pos == "PUNCT" or kept[-1].tag == "POS"):
        kept.pop()
    return kept


def _unbroken(sentence: Sentence, head: Token, kept: list[Token]) -> list[Token]:
    """The words of `kept` around `head`, up to the first word that is left out."""
    inside = {token.i for token in kept}
    end = head.i
    while end + 1 < len(sentence.tokens) and (end + 1 in inside or sentence.tokens[end + 1].pos == "PUNCT"):
        end += 1
    return [token for token in sentence.tokens[kept[0].i : end + 1] if token.i in inside or token.pos == "PUNCT"]


def _adjacent(sentence: Sentence, apposition: Token) -> bool:
    """Whether an apposition names or describes the head itself: no verb in it, right behind it."""
    below = sentence.subtree(apposition)
    return all(token.pos not in ("VERB", "AUX") for token in below) and len(below) <= 14


def joint(sentence: Sentence, head: Token) -> list[Token]:
    """The head of a noun phrase and those coordinated with it ("officials and bloggers")."""
    heads = [head]
    for child in sentence.children(head, "conj"):
        if child.pos in ("NOUN", "PROPN", "PRON"):
            heads += joint(sentence, child)
    return heads


def subject(sentence: Sentence, verb: Token) -> tuple[Token | None, bool]:
    """The subject of a verb, inherited where it has none of its own, and whether the verb is passive."""
    passive = verb.lemma not in FELT and is_passive(sentence, verb)
    seen: set[int] = set()
    word = verb
    while word.i not in seen:
        seen.add(word.i)
        own = sentence.children(word, "nsubj", "nsubjpass", "csubj")
        if own:
            return _antecedent(sentence, word, own[-1]), passive
        if word.dep in ("acl", "relcl") and sentence.head(word).pos in ("NOUN", "PROPN", "PRON"):
            maker = _maker(sentence, word)
            return maker or sentence.head(word), passive or (word.tag == "VBN" and word is verb)
        if word.dep not in CLAUSE_DEPS and word.pos != "AUX":
            return None, passive
        word = sentence.head(word)
    return None, passive


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb stands in the passive; "he's said" with a pronoun is a perfect."""
    below = sentence.children(verb)
    if any(one.dep == "auxpass" and one.text in ("'s", "’s") for one in below):
        return not any(one.pos == "PRON" and one.dep in ("nsubjpass", "nsubj") for one in below)
    deps = {one.dep for one in below}
    bare = verb.tag == "VBN" and deps.isdisjoint(("dobj", "ccomp", "aux"))
    return "auxpass" in deps or "nsubjpass" in deps or (bare and "agent" in deps)


def is_foiled(sentence: Sentence, verb: Token) -> bool:
    """Whether a wish or plan did not come about: "had hoped to win" tells what happened, nobody says it."""
    return verb.lemma in WISHES and any(one.lower in ("had", "'d", "’d") for one in sentence.children(verb, "aux"))


def _maker(sentence: Sentence, verb: Token) -> Token | None:
    """Who speaks through a thing: "she" in "she released a statement saying", "found a way to say"."""
    noun = sentence.head(verb)
    if noun.pos != "NOUN" or (verb.dep, verb.tag) not in (("acl", "VBG"), ("acl", "VB"), ("relcl", "VB")):
        return None
    above = sentence.head(noun)
    if noun.dep == "pobj" and above.lower in THROUGH:
        above = sentence.head(above)
    elif noun.dep != "dobj" or (verb.tag == "VBG" and above.lemma not in ISSUING):
        return None
    if above.pos != "VERB":
        return None
    who, passive = subject(sentence, above)
    return None if passive else who


def relative_pronoun(sentence: Sentence, verb: Token) -> Token | None:
    """The "who" or "which" that is the subject of a relative clause with this verb, or with one joined to it."""
    while verb.dep == "conj" and not sentence.children(verb, "nsubj", "nsubjpass"):
        verb = sentence.head(verb)
    own = sentence.children(verb, "nsubj", "nsubjpass") if verb.dep == "relcl" else []
    return own[-1] if own and own[-1].lower in RELATIVE else None


def speaking_noun(span: Span, sentences: Sequence[Sentence], sources: Set[str]) -> Token | None:
    """The head of the words that name a speaker; of "which" the document or body it stands for, if it is one."""
    home = sentence_at(sentences, span.start)
    words = home.tokens_in(span.start, span.end) if home and home.parsed else []
    inside = {token.i for token in words}
    head = next((token for token in words if token.head == token.i or token.head not in inside), None)
    if head is None or home is None or head.lower not in RELATIVE or home.head(head).dep != "relcl":
        return head
    noun = home.head(home.head(head))
    return noun if noun.lemma.lower() in sources else head


def antecedent(sentence: Sentence, pronoun: Token) -> list[Token]:
    """The noun phrase that a relative pronoun stands for; empty where it is none."""
    clause = sentence.head(pronoun)
    if pronoun.lower not in RELATIVE or clause.dep != "relcl":
        return []
    return noun_phrase(sentence, not_time(sentence, sentence.head(clause)))


def _antecedent(sentence: Sentence, verb: Token, found: Token) -> Token:
    """For "who" and "which" of a relative clause, the noun they stand for."""
    if found.lower in RELATIVE and verb.dep == "relcl":
        return not_time(sentence, sentence.head(verb))
    return found
