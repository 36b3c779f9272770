"""What happened to the people counted."""

from __future__ import annotations

from fogline.mentions.quantities.befalling import by_phrase, has_fallen
from fogline.mentions.quantities.heads import Head, subjects_of
from fogline.mentions.quantities.lexicon import Lexicon
from fogline.mentions.quantities.people import kind_of
from fogline.records.sentences import Sentence, Token

__all__ = ["scope_of"]

_AT_LARGE = frozenset({"troops", "personnel", "forces"})
_HARM = frozenset({"killed", "wounded"})
_LINKING = frozenset(
    "be remain leave go report find become confirm declare feel presume consider fear believe list stay".split()
)
_TAKEN = {"prisoner": "captured", "prisoners": "captured", "captive": "captured", "hostage": "abducted"}
_COLLECTIVE = frozenset(
    "hundred thousand million billion dozen score ten half third quarter fifth majority one some many rest total number"
    " group crowd team handful count series".split()
)
_STATES = frozenset("are were been remain remained".split())
_SHARES = frozenset("half third quarter fifth tenth majority most dozen score hundred thousand rest".split())
_REACHING = frozenset({"reach", "hit", "total", "exceed", "pass", "surpass", "top"})
_BODILY = frozenset({"killed", "wounded", "displaced", "missing"})
_OBJECT_REACH = 6  # tokens from a verb to its object; farther off the parse has joined two clauses
_BETWEEN = frozenset("more people others reported reportedly feared confirmed also allegedly left".split())
_UP = frozenset({"conj", "appos"})


def scope_of(sentence: Sentence, head: Head, start: int, lexicon: Lexicon) -> str | None:
    """What happened to what is counted: from the word it stands with, in active, passive or nominal.

    `start` is where the number begins in the report: a verb right before it decides where the parse gives nothing.
    """
    anchor = head.anchor
    if anchor is None or not sentence.parsed:
        return None
    if _is_whole(sentence, anchor, start):
        return _beside(sentence, anchor, lexicon) or _below(sentence, anchor, lexicon) or _noun(anchor, lexicon)
    kind = kind_of(anchor.text, lexicon) or ("neutral" if head.of is None or anchor.tag == "NNPS" else None)
    right_before = _verb_before(sentence, start, lexicon)
    found = right_before if right_before and not _is_joined(sentence, start, lexicon) else None
    found = found or _scope(sentence, anchor, lexicon) or right_before
    if found is None and anchor.dep == "dobj" and sentence.head(anchor).lemma == "lose":
        fell = (kind == "combatant" and anchor.lower not in _AT_LARGE) or anchor.lower == "men"
        return "killed" if fell else None  # "lost nine men"; not nine seats, nor 300 troops, who may be prisoners
    if kind and found in (None, "captured", "abducted"):  # "executed 14 prisoners": what they were tells less
        told = by_phrase(sentence, head, start, lexicon) or _of_people(sentence, head, anchor, lexicon)
        return told or found or _of_home(sentence, anchor, kind)
    return found if kind or found is None or _befalls(found, anchor, lexicon) else None


def _of_people(sentence: Sentence, head: Head, anchor: Token, lexicon: Lexicon) -> str | None:
    """What a verb does to people alone: one destroys a tank without killing it."""
    acted_on = head.of and anchor.dep in ("dobj", "nsubjpass")
    return lexicon.scope_people_verbs.get(sentence.head(anchor).lemma) if acted_on else None


def _of_home(sentence: Sentence, anchor: Token, kind: str) -> str | None:
    """What people do themselves: they leave home, or fall as soldiers."""
    if anchor.dep == "nsubj" and _leaves_home(sentence, sentence.head(anchor)):
        return "displaced"
    return "killed" if kind == "combatant" and has_fallen(sentence, anchor) else None


def _is_whole(sentence: Sentence, anchor: Token, start: int) -> bool:
    """Whether it is the seven of "five of the seven hostages were freed": what befell the five did not befall all."""
    above = sentence.head(anchor)
    if anchor.dep != "pobj" or above.lower != "of":
        return False
    part = sentence.head(above)
    return (part.tag == "CD" or part.lemma in _SHARES) and part.end < start


def _leaves_home(sentence: Sentence, verb: Token) -> bool:
    return verb.lemma in ("leave", "abandon") and any(c.lemma == "home" for c in sentence.children(verb, "dobj"))


def _verb_before(sentence: Sentence, start: int, lexicon: Lexicon) -> str | None:
    verb = sentence.token_at(start - 2) if start - 2 >= sentence.start else None
    if verb is None or not verb.tag.startswith("VB") or verb.end < start - 1:
        return None
    return lexicon.scope_verbs.get(verb.lemma)


def _is_joined(sentence: Sentence, start: int, lexicon: Lexicon) -> bool:
    """Whether the verb right before shares its object with another: "killed or wounded 12"."""
    verb = sentence.token_at(start - 2)
    if verb is None or verb.i < 2:
        return False
    link, other = sentence.tokens[verb.i - 1], sentence.tokens[verb.i - 2]
    return link.lower in ("and", "or", "/") and other.lemma in lexicon.scope_verbs


def _befalls(scope: str, anchor: Token, lexicon: Lexicon) -> bool:
    """Whether a scope can be that of something not known as people: one kills "orphans" but frees "villages"."""
    noun = anchor.lower
    if noun in lexicon.names["formations"] or noun in lexicon.scope_nouns:
        return True
    if noun in lexicon.names["equipment"] or noun in lexicon.counting["single"]:
        return scope == "captured" and noun in lexicon.names["equipment"]
    return bool(set(scope.split()) & _BODILY)


def _scope(sentence: Sentence, anchor: Token, lexicon: Lexicon) -> str | None:
    found = _beside(sentence, anchor, lexicon) or _below(sentence, anchor, lexicon)
    if found:
        return found
    token = anchor
    for _ in range(4):
        found = _above(sentence, token, lexicon)
        if found or token.head == token.i or token.dep not in _UP:
            break
        token = sentence.head(token)
    return found or _noun(anchor, lexicon)


def _beside(sentence: Sentence, anchor: Token, lexicon: Lexicon) -> str | None:
    """ "12 dead", "30 soldiers wounded", "12 killed or wounded": the words right after."""
    at = anchor.i + 1
    tokens = sentence.tokens
    if (
        at + 1 < len(tokens)
        and tokens[at].lower in _STATES
        and anchor.dep != "pobj"
        and tokens[at + 1].lower in lexicon.scope_words
    ):
        at += 1
    while at < len(tokens) and tokens[at].lower in _BETWEEN:
        at += 1
    if at >= len(tokens):
        return None
    if tokens[at].lower in ("taken", "held", "took") and at + 1 < len(tokens):
        at += 1
    if tokens[at].lower in _TAKEN:
        return _TAKEN[tokens[at].lower]
    scope = lexicon.scope_words.get(tokens[at].lower) or lexicon.scope_subjects.get(tokens[at].lower)
    if scope is None or (tokens[at].tag in ("VBD", "VBN") and _has_object(sentence, tokens[at])):
        return None
    return _joined(sentence, tokens[at], scope, lexicon)


def _has_object(sentence: Sentence, verb: Token) -> bool:
    """Whether a form such as "killed" is active here: "12 soldiers killed 5 civilians"."""
    if sentence.children(verb, "nsubjpass", "auxpass"):
        return False
    return any(
        not any(token.text in ",–—-:" for token in sentence.tokens[verb.i + 1 : child.i])
        for child in sentence.children(verb, "dobj")
        if verb.i < child.i <= verb.i + _OBJECT_REACH
    )


def _joined(sentence: Sentence, word: Token, scope: str, lexicon: Lexicon) -> str:
    """The scope of `word` with that of the word joined to it: killed "or wounded"."""
    after = word.i + 1
    if after + 1 >= len(sentence.tokens) or sentence.tokens[after].lower not in ("and", "or", "/", "and/or"):
        return scope
    other = lexicon.scope_words.get(sentence.tokens[after + 1].lower)
    return _both(scope, other)


def _both(scope: str, other: str | None) -> str:
    if other is None or other == scope:
        return scope
    return "killed or wounded" if {scope, other} == _HARM else f"{scope} or {other}"


def _below(sentence: Sentence, anchor: Token, lexicon: Lexicon) -> str | None:
    """ "12 wounded soldiers", "12 people who were killed", "12 killed"."""
    for child in sentence.children(anchor, "amod", "acl", "relcl"):
        if child.dep != "amod":
            if child.tag == "VBG" or _has_object(sentence, child):
                continue
            if (
                child.dep == "relcl"
                and not sentence.children(child, "nsubjpass", "auxpass")
                and child.lemma not in lexicon.scope_subjects
            ):
                continue
        scope = lexicon.scope_words.get(child.lower) or (
            lexicon.scope_subjects.get(child.lemma) if child.dep == "relcl" else None
        )
        if scope:
            return _joined(sentence, child, scope, lexicon)
    return None


def _noun(anchor: Token, lexicon: Lexicon) -> str | None:
    return lexicon.scope_nouns.get(anchor.lower)


def _above(sentence: Sentence, token: Token, lexicon: Lexicon) -> str | None:
    """The scope from the word that `token` hangs on: the verb it is subject or object of, the noun before "of"."""
    if token.head == token.i:
        return None
    above = sentence.head(token)
    if token.dep in ("nummod", "quantmod", "compound"):
        return _above(sentence, above, lexicon)
    if token.dep == "pobj":
        return _through_preposition(sentence, above, lexicon)
    return _of_verb(sentence, token, above, lexicon) if above.pos in ("VERB", "AUX", "ADJ") else None


def _of_verb(sentence: Sentence, token: Token, verb: Token, lexicon: Lexicon) -> str | None:
    equated = token.dep in ("attr", "acomp") and verb.lemma == "be"
    if equated or (token.dep == "dobj" and verb.lemma in _REACHING):
        return _subject_toll(sentence, verb, lexicon)
    if token.dep in ("nsubjpass", "dobj", "oprd"):
        scope = _verbs(sentence, verb, lexicon)
        return scope or (_complement(sentence, verb, lexicon) if verb.lemma in _LINKING else None)
    return _subject(sentence, verb, lexicon) if token.dep == "nsubj" else None


def _subject_toll(sentence: Sentence, verb: Token, lexicon: Lexicon) -> str | None:
    subjects = subjects_of(sentence, verb)
    return _toll(sentence, subjects[0], lexicon) if subjects else None


def _subject(sentence: Sentence, verb: Token, lexicon: Lexicon) -> str | None:
    if verb.lemma in lexicon.scope_subjects:
        return lexicon.scope_subjects[verb.lemma]
    if verb.lemma in _LINKING:
        return _complement(sentence, verb, lexicon)
    objects = {child.lemma for child in sentence.children(verb, "dobj")}
    if verb.lower == "missing" and not objects:
        return "missing"
    if verb.lemma == "lose" and objects & {"life", "lives"}:
        return "killed"
    if verb.lemma in ("suffer", "sustain", "receive") and objects & {"injury", "wound", "burn"}:
        return "wounded"
    is_passive = verb.tag == "VBN" and not _has_object(sentence, verb)
    return _verbs(sentence, verb, lexicon) if is_passive else None


def _complement(sentence: Sentence, verb: Token, lexicon: Lexicon) -> str | None:
    for child in sentence.children(verb, "acomp", "attr", "oprd", "advcl", "ccomp", "xcomp"):
        scope = lexicon.scope_words.get(child.lower)
        if scope:
            return _joined(sentence, child, scope, lexicon)
    among = [end for prep in sentence.children(verb, "prep") if prep.lower == "among" for end in sentence.subtree(prep)]
    return next((lexicon.scope_words[end.lower] for end in among if end.lower in lexicon.scope_words), None)


def _verbs(sentence: Sentence, verb: Token, lexicon: Lexicon) -> str | None:
    """The scope of a verb, with that of a verb joined to it that has no subject or object of its own."""
    scope = lexicon.scope_verbs.get(verb.lemma) or _as_prisoner(sentence, verb)
    if scope is None:
        return None
    for other in sentence.children(verb, "conj"):
        counted_apart = any(token.tag == "CD" for token in sentence.tokens[verb.i + 1 : other.i])
        if not counted_apart and not sentence.children(other, "nsubj", "nsubjpass", "dobj"):
            scope = _both(scope, lexicon.scope_verbs.get(other.lemma))
    if verb.dep == "conj" and not sentence.children(sentence.head(verb), "dobj", "nsubjpass", "nsubj"):
        scope = _both(lexicon.scope_verbs.get(sentence.head(verb).lemma) or scope, scope)
    return scope


def _as_prisoner(sentence: Sentence, verb: Token) -> str | None:
    """ "Fifteen were taken prisoner", "held hostage": the noun behind the verb says what befell them."""
    after = sentence.tokens[verb.i + 1] if verb.i + 1 < len(sentence.tokens) else None
    return _TAKEN.get(after.lower) if after is not None and verb.lemma in ("take", "hold") else None


def _through_preposition(sentence: Sentence, preposition: Token, lexicon: Lexicon) -> str | None:
    """ "the deaths of 12 people", "a death toll of 12", "including 3 children" (who share what befell the whole)."""
    above = sentence.head(preposition)
    if preposition.lower in ("including", "among", "of", "to", "at", "past", "from", "by", "with"):
        return _of_noun(sentence, above, preposition, lexicon)
    return None


def _of_noun(sentence: Sentence, above: Token, preposition: Token, lexicon: Lexicon) -> str | None:
    if preposition.lower == "including":
        return (
            _scope(sentence, above, lexicon)
            if above.pos in ("NOUN", "NUM", "PROPN")
            else _verbs(sentence, above, lexicon)
        )
    if above.pos in ("VERB", "AUX") and preposition.lower in ("to", "at", "past", "from", "by"):
        subjects = sentence.children(above, "dobj") or sentence.children(above, "nsubj", "nsubjpass")
        return _toll(sentence, subjects[-1], lexicon) if subjects else None
    if (above.lemma in _COLLECTIVE or above.tag == "CD") and preposition.lower in ("of", "by"):
        return _scope(sentence, above, lexicon)
    if above.pos == "NOUN" and preposition.lower in ("of", "at", "to"):
        return _toll(sentence, above, lexicon)
    return None


def _toll(sentence: Sentence, noun: Token, lexicon: Lexicon) -> str | None:
    """The scope of "death toll", "toll", "deaths", "number of wounded"."""
    inside = [noun, *sentence.subtree(noun)]
    for token in inside[:8]:
        scope = lexicon.scope_nouns.get(token.lower) or lexicon.scope_words.get(token.lower)
        if scope and (token is noun or noun.lemma in ("toll", "number", "count", "figure", "total", "tally")):
            return _joined(sentence, token, scope, lexicon)
    return "killed" if noun.lemma == "toll" else None
