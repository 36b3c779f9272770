"""Figures that somebody gives: "puts the toll at 140", "counts 43 dead", "his tally is 30", "uses the same number"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.attribution.forms.scene import Scene, laid
from fogline.claims.attribution.phrases import is_passive, noun_phrase, span_of, without
from fogline.claims.statement import Statement
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_counted"]

AMOUNTS = {"account": "for", "arrive": "at", "stand": "by", "stick": "to", "settle": "on", "hold": "to"}
COUNTING = frozenset("count list tally record register log document".split())  # "counts 43 dead"
PUTTING = frozenset("give put set place number list reckon".split())  # "gives the number of dead as ten"
SHARING = frozenset("use give repeat quote cite carry print report".split())  # "uses the same number"
HOLDING = frozenset("hold carry contain bear have include".split())  # of a list or a register
LISTS = frozenset("list register bulletin roll ledger book database record log roster inventory report".split())
ISSUING = frozenset("publish release issue present post produce circulate".split())  # "published a list of 34 names"
GIVING = HOLDING | ISSUING | COUNTING | PUTTING | SHARING | AMOUNTS.keys()
FIGURES = frozenset("figure tally toll count estimate total reckoning number".split())
OWNED = FIGURES - {"number"}  # "its number" is also that of a regiment
COMPARING = frozenset("same similar identical lower higher different other another".split())
MEASURES = FIGURES | frozenset("dead death loss casualty wounded killed injured missing displaced cost damage".split())
LIKENING = frozenset("twice half double thrice third higher lower".split())
STATING = frozenset("be stand".split())
PERSONAL = frozenset("his her their my our".split())
VAGUE = frozenset("dozen dozens hundreds thousands scores".split())
WRITTEN = frozenset(  # numbers that a parse takes for nouns
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety""".split()
)
BOUNDS = frozenset("at least most more less fewer than about around nearly almost some over only up to just".split())
PRONOUNS = frozenset("he she they we i".split())
MARKS = (";", ":", "—", "–")
BESIDE = ("conj", "advcl", "parataxis", "ccomp")


def with_counted(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements and the figures that somebody gives: by a verb of counting, or as a figure of his own."""
    for token in scene.sentence.tokens:
        found = None
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            found = _owned(scene, token) if token.lemma.lower() in OWNED else None
        elif token.lemma in GIVING:
            found = _given(scene, token)
        if found is None:
            continue
        others = [one for one in statements if not _speaks_as(one, token)]  # "Her latest figure: 19 killed"
        if not _is_known(others, found):
            statements = laid(others, found)
    return statements


def _speaks_as(statement: Statement, figure: Token) -> bool:
    """Whether a figure was taken for who speaks."""
    return any(speaker.start <= figure.start < speaker.end for speaker in statement.speakers)


def _is_known(statements: list[Statement], found: Statement) -> bool:
    """Whether a reader has the same words under the same speaker, or they stand in a quotation of somebody."""
    return any(
        other.speakers and any(piece.overlap(part) > 0 for piece in other.content for part in found.content)
        for other in statements
    )


def _given(scene: Scene, verb: Token) -> Statement | None:
    """What a verb says that somebody gives as a figure."""
    home = scene.sentence
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    if verb.pos not in ("VERB", "AUX") or not who or is_passive(home, verb) or home.children(verb, "neg"):
        return None
    helpers = [one for one in home.children(verb, "aux") if one.i < verb.i]
    if not _gives(scene, who[0]) or any(one.tag in ("MD", "TO") for one in helpers) or verb.tag == "VBG":
        return None
    behind = _unstopped(home.tokens[verb.i + 1 : _end(scene, verb)])
    listed = verb.lemma in HOLDING and who[0].lemma.lower() in LISTS
    counted = (verb.lemma in COUNTING or listed) and _is_number(behind)
    if verb.lemma in ISSUING:
        behind = _listed(scene, verb)
        counted = bool(behind)
    if not (counted or _is_put(verb, behind) or _is_shared(verb, behind)):
        behind = _amount(verb, behind)
        if not behind:
            return None
    content = scene.stretch(behind[0].start, behind[-1].end)
    return scene.statement(scene.names(who[0]), span_of(scene.text, [*helpers, verb]), content, "asserts")


def _listed(scene: Scene, verb: Token) -> Sequence[Token]:
    """The words for a list of so many: "a list of 34 names, seven of them children's"."""
    home = scene.sentence
    for noun in home.children(verb, "dobj"):
        words = home.subtree(noun)
        of = next((i for i, word in enumerate(words) if word.lower == "of" and word.head == noun.i), None)
        if noun.lemma.lower() in LISTS and of is not None and _is_number(words[of + 1 :]):
            return _unstopped(words)
    return ()


def _gives(scene: Scene, who: Token) -> bool:
    """Whether somebody can give a figure: a name, a body, people, or the first word of a sentence that is a name."""
    named = who.i == 0 and who.text[:1].isupper() and who.pos == "NOUN" and who.tag == "NN"
    people = who.tag == "NNS" and scene.cues.sources & {who.lemma.lower(), "-"}
    return who.lower in PRONOUNS or scene.speaks(who) or named or bool(people)


def _end(scene: Scene, verb: Token) -> int:
    """Where what a verb takes ends: before a clause of its own, or the end of the sentence."""
    home = scene.sentence
    apart = [one for one in home.children(verb, *BESIDE) if one.i > verb.i and home.children(one, "nsubj")]
    first = min((home.subtree(one)[0].i for one in apart), default=home.subtree(verb)[-1].i + 1)
    return next((token.i for token in home.tokens[verb.i + 1 : first] if token.text in MARKS), first)


def _unstopped(words: Sequence[Token]) -> Sequence[Token]:
    """Words without the stop that ends their sentence."""
    return words[:-1] if words and words[-1].text in (".", "!", "?", ",") else words


def _is_number(words: Sequence[Token]) -> bool:
    """Whether words begin with a number: "43 dead", "at least a dozen graves"."""
    first = next((word for word in words if word.lower not in BOUNDS and word.pos != "DET"), None)
    return first is not None and (first.tag == "CD" or first.lower in VAGUE | WRITTEN)


def _is_measure(words: Sequence[Token]) -> bool:
    """Whether words open with what is measured: "the number of patients"."""
    return any(word.lemma.lower() in FIGURES for word in words[:3])


def _is_put(verb: Token, words: Sequence[Token]) -> bool:
    """Whether a measure is put at a number: "the number of dead as ten"."""
    if verb.lemma not in PUTTING:
        return False
    if _is_number(words) and any(one.lower == "as" and _is_measure(words[i + 1 :]) for i, one in enumerate(words[:4])):
        return True  # "gave forty as the number of patients"
    at = next((i for i, word in enumerate(words) if word.lower in ("as", "at") and _is_number(words[i + 1 :])), None)
    return at is not None and any(word.lemma.lower() in MEASURES or word.lower in MEASURES for word in words[:at])


def _amount(verb: Token, words: Sequence[Token]) -> Sequence[Token]:
    """The words for the number that a verb leads to: "accounts for 27 arrests", "stands by its figure of nine dead"."""
    lead = AMOUNTS.get(verb.lemma)
    if lead is None or not words or words[0].lower != lead:
        return ()
    behind = words[1:]
    if any(word.lower in ("%", "percent", "cent", "share", "half", "most") for word in behind[:4]):
        return ()  # "accounted for 30% of the losses"
    of = next((i for i, word in enumerate(behind[:4]) if word.lower == "of"), None)
    own = of is not None and any(word.lemma.lower() in FIGURES for word in behind[:of])
    return behind if _is_number(behind) or (own and of is not None and _is_number(behind[of + 1 :])) else ()


def _is_shared(verb: Token, words: Sequence[Token]) -> bool:
    """Whether somebody's figure is compared with another's: "the same number"."""
    if verb.lemma not in SHARING:
        return False
    compared = next((i for i, word in enumerate(words[:3]) if word.lower in COMPARING), None)
    return compared is not None and any(word.lemma.lower() in FIGURES for word in words[compared + 1 : compared + 3])


def _owned(scene: Scene, noun: Token) -> Statement | None:
    """ "his tally is 30", "the rebels' count stands at 54", "Her new toll: 43 dead"."""
    home = scene.sentence
    owners = [one for one in home.children(noun, "poss") if one.i < noun.i]
    if not owners or not _may_own(scene, owners[0], noun):
        return None
    mark = _mark(scene, noun)
    if mark is None:
        return None
    verb = home.tokens[mark]
    end = len(home.tokens) if verb.text == ":" else _end(scene, verb)
    behind = _unstopped(home.tokens[mark + 1 : end])
    likened = any(word.lower in LIKENING for word in behind[:4])
    if not behind or not (likened or any(word.tag == "CD" or word.lower in VAGUE for word in behind[:6])):
        return None
    owner = home.subtree(owners[0])
    what = [word for word in without(noun_phrase(home, noun), owner) if word.i <= noun.i and word.lower != "own"]
    content: tuple[Span, ...] = (*scene.stretch(what[0].start, what[-1].end),)
    content += scene.stretch(behind[0].start, behind[-1].end)
    return scene.statement(scene.names(owners[0]), Span.of(scene.text, verb.start, verb.end), content, "asserts")


def _may_own(scene: Scene, owner: Token, noun: Token) -> bool:
    """Whether a figure is its owner's word, and not the number of his dead: no "Freedonia's death toll"."""
    if noun.lemma.lower() == "toll" and owner.tag != "PRP$":
        dead = any(one.lemma.lower() in ("death", "casualty") for one in scene.sentence.children(noun, "compound"))
        return not dead and owner.pos == "NOUN" and scene.speaks(owner)
    return owner.lower in PERSONAL | {"its"} or scene.speaks(owner) or owner.tag == "NNS"


def _mark(scene: Scene, noun: Token) -> int | None:
    """The place of the verb or colon between a figure and its number."""
    home = scene.sentence
    verb = home.head(noun)
    if noun.dep == "nsubj" and verb.lemma in STATING and verb.i > noun.i and not home.children(verb, "neg"):
        return verb.i
    behind = home.tokens[noun.i + 1 : noun.i + 2]
    return noun.i + 1 if behind and behind[0].text == ":" else None
