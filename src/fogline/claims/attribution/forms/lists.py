"""Several cues in a row: "Lee said P, denied Q and warned of R"; "the army said P and the rebels said Q"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene, cut, laid, of_cue
from fogline.claims.attribution.phrases import span_of
from fogline.claims.attribution.verbs import VerbReader
from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token

__all__ = ["with_lists"]

PAST, PRESENT = ("VBD",), ("VBZ", "VBP")
JOINING = frozenset(", ; and but or while".split())
PRONOUNS = frozenset("he she they it i we who which that".split())
CLAUSES = ("ccomp", "conj", "parataxis", "advcl", "ROOT")


def with_lists(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements, cues in a row each with words of its own, said by whoever says the first unless one is named."""
    for verb in scene.sentence.tokens:
        if verb.pos != "VERB" or not (_speaks_up(scene, verb) and _tense(scene, verb) and _speaker(scene, verb)):
            continue
        if of_cue(statements, span_of(scene.text, [verb])):
            statements = _rivals(scene, verb, _row(scene, verb, statements))
    return statements


def _tense(scene: Scene, verb: Token) -> tuple[str, ...]:
    """The tags that verbs beside this one have; none for a verb with an auxiliary."""
    tense = next((tags for tags in (PAST, PRESENT) if verb.tag in tags), ())
    if not tense or verb.pos != "VERB" or scene.sentence.children(verb, "aux", "auxpass"):
        return ()
    return tense


def _speaker(scene: Scene, verb: Token) -> Token | None:
    """The subject before a verb."""
    return next((one for one in scene.sentence.children(verb, "nsubj") if one.i < verb.i), None)


def _embedded(scene: Scene, verb: Token) -> Token | None:
    """The verb of the clause that another takes."""
    return next((one for one in scene.sentence.children(verb, "ccomp") if one.i > verb.i), None)


# One speaker


def _row(scene: Scene, first: Token, statements: list[Statement]) -> list[Statement]:
    """The statements, the verbs that go on from `first` read with its subject."""
    row = [first]
    for token in scene.sentence.tokens[first.i + 2 :]:
        if _goes_on(scene, row, token):
            row.append(token)
    if len(row) == 1:
        return _to_deed(scene, first, statements)
    home = _joined(scene.sentence, row)
    reader = VerbReader(scene.text, home, scene.cues)
    speakers = scene.names(_speaker(scene, first) or first)
    edges = [scene.sentence.tokens[_edge(scene, verb)].start for verb in row[1:]]
    for verb, low in zip(row, [*edges, scene.sentence.end], strict=True):
        read = reader.read(home.tokens[verb.i])
        known = of_cue(statements, span_of(scene.text, [verb]))
        if known is None and read is not None and verb is not first:
            statements = laid(statements, replace(read, speakers=speakers, unnamed=False))
        elif known is not None and verb is not first and not _is_pronominal(known):
            statements = [replace(s, speakers=speakers, unnamed=False) if s is known else s for s in statements]
        statements = _until(scene, statements, verb, low)
    return statements


def _to_deed(scene: Scene, verb: Token, statements: list[Statement]) -> list[Statement]:
    """The statements; "said the bridge had been hit, and released a film" ends with what is said.

    Only behind a passive a verb with an object goes on with no part of the clause: "had entered, killed and seized".
    """
    home, clause = scene.sentence, _embedded(scene, verb)
    if clause is None or not home.children(clause, "auxpass") or not _tense(scene, verb):
        return statements
    for deed in home.children(clause, "conj"):
        alone = not home.children(deed, "nsubj", "nsubjpass", "aux", "auxpass", "mark")
        edge = home.tokens[_edge(scene, deed)]
        alone = alone and bool(home.children(deed, "dobj")) and home.tokens[deed.i - 1].pos in ("CCONJ", "ADV")
        if deed.tag in _tense(scene, verb) and alone and edge.text == "," and not scene.apart(verb, deed):
            return _until(scene, statements, verb, edge.start)
    return statements


def _is_pronominal(statement: Statement) -> bool:
    return any(speaker.text.lower() in PRONOUNS for speaker in statement.speakers)


def _until(scene: Scene, statements: list[Statement], verb: Token, low: int) -> list[Statement]:
    """The statements, those under the cue with `verb` ending at `low`."""
    cue = span_of(scene.text, [verb])
    done: list[Statement] = []
    for one in statements:
        own = one.cue is not None and one.cue.overlap(cue) > 0
        done += cut(scene.text, [one], low, scene.sentence.end) if own else [one]
    return done


def _goes_on(scene: Scene, row: Sequence[Token], verb: Token) -> bool:
    """Whether a verb stands beside the last of a row: of its tense, without a subject, behind a comma or "and"."""
    home, last = scene.sentence, row[-1]
    if (
        not _speaks_up(scene, verb)
        or scene.apart(last, verb)
        or home.children(verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark")
    ):
        return False
    tense = _tense(scene, row[0])
    misread = verb.tag == "VBN" and tense == PAST and verb.pos == "VERB"
    if not (verb.tag in tense or misread) or home.tokens[_edge(scene, verb)].lower not in JOINING:
        return False
    if not any(child.i > verb.i for child in home.children(verb, "dobj", "ccomp", "xcomp", "prep")):
        return False
    if any(token.text == ";" for token in home.tokens[row[0].i : verb.i]) or _is_of_another(scene, row, verb):
        return False
    return not _is_of_clause(scene, last, verb, tense)


def _is_of_another(scene: Scene, row: Sequence[Token], verb: Token) -> bool:
    """Whether a verb goes on with what somebody named later than the first of the row says."""
    head = scene.sentence.head(verb)
    if verb.dep != "conj" or head.i <= row[0].i or head in row or not scene.reports(head):
        return False
    who = _speaker(scene, head)
    return who is not None and who.lower not in PRONOUNS and scene.speaks(who)


def _speaks_up(scene: Scene, verb: Token) -> bool:
    return scene.reports(verb) or scene.cues.stance("o", verb.lemma) == "denies"


def _is_of_clause(scene: Scene, last: Token, verb: Token, tense: tuple[str, ...]) -> bool:
    """Whether a verb may tell more of what the last of a row says: "said the envoy came, praised the army and left"."""
    home = scene.sentence
    if verb.dep == "conj" and home.head(verb).i == last.i:
        return False
    clause = _embedded(scene, last)
    if clause is None:
        return False
    who = home.children(clause, "nsubj", "nsubjpass")
    helped = home.children(clause, "aux") or (home.children(clause, "auxpass") and clause.tag == "VBN")
    if not who or who[0].lower in PRONOUNS or not scene.speaks(who[0]):
        return False
    return not helped and clause.tag in tense


def _edge(scene: Scene, verb: Token) -> int:
    """The place of the mark or conjunction before a verb and its adverbs."""
    at = verb.i - 1
    while at and scene.sentence.tokens[at].pos in ("ADV", "PART"):
        at -= 1
    if at and scene.sentence.tokens[at].pos == "CCONJ" and scene.sentence.tokens[at - 1].text == ",":
        at -= 1
    return at


def _joined(sentence: Sentence, row: Sequence[Token]) -> Sentence:
    """The sentence with the verbs of a row beside each other, but for those that the first hangs on."""
    later = {verb.i for verb in row[1:]} - {verb.i for verb in sentence.ancestors(row[0])}
    tokens = tuple(replace(t, head=row[0].i, dep="conj") if t.i in later else t for t in sentence.tokens)
    return Sentence.build(sentence.index, sentence.paragraph, sentence.start, sentence.text, sentence.role, tokens)


# Two speakers


def _rivals(scene: Scene, verb: Token, statements: list[Statement]) -> list[Statement]:
    """The statements, what `verb` says ending where somebody else begins to speak beside it."""
    home, clause = scene.sentence, _embedded(scene, verb)
    above = {verb.i, *([clause.i] if clause else [])}
    for other in home.tokens[verb.i + 2 :]:
        if other.tag not in (*PAST, *PRESENT, "VB") or other.dep not in CLAUSES or not scene.reports(other):
            continue
        who = _speaker(scene, other)
        if who is None or who.lower in PRONOUNS or home.children(other, "mark"):
            continue
        first = min(home.subtree(who), key=lambda token: token.i)
        edge = home.tokens[first.i - 1]
        if home.head(other).i not in above and edge.text != ";":
            continue
        if scene.apart(verb, other) or (edge.text != ";" and other.tag not in _tense(scene, verb)):
            continue
        if edge.lower in JOINING and _takes(scene, other) and scene.speaks(who):
            low = home.tokens[edge.i - 1].start if home.tokens[edge.i - 1].text in ",;" else edge.start
            return _until(scene, statements, verb, low)
    return statements


def _takes(scene: Scene, verb: Token) -> bool:
    return any(child.i > verb.i for child in scene.sentence.children(verb, "ccomp", "dobj", "xcomp"))
