"""Who tells what stands before, in whatever way: "Nothing may move after dark, the prefect decreed on Friday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene, cut, laid, of_cue
from fogline.claims.attribution.phrases import span_of
from fogline.claims.statement import Statement
from fogline.records.claims import Stance
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_trailing"]

FINITE = ("VBD", "VBZ", "VBP")
MODAL = ("VBD", "VBZ", "VBP", "MD")
MAIN = ("ROOT", "ccomp", "parataxis", "conj", "dep")
TAKEN = frozenset("hear find see tell know call hold report record".split())  # "a complaint heard", "two men held"
APART = ("npadvmod", "appos", "dep", "conj")
NAMING = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART", "PRON", "CCONJ", "PUNCT")
HELPING = ("ADV", "AUX")
HEARD = frozenset("tell assure inform notify remind warn brief advise instruct ask".split())
PERSONS = frozenset("he she they it".split())
PLAINLY = frozenset(
    """say add note insist warn write tell explain argue claim recall admit confirm assert maintain point conclude
stress joke complain announce declare state""".split()
)  # a pronoun before other verbs may as well do something
SUBORDINATE = frozenset(
    "as when after while because if although though since before once until unless where that lest".split()
)
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
QUOTES = '“”"«»'
RELYING = frozenset("count insist agree decide".split())
BREAKS = (",", ":", ";", "-", "–", "—")
NOTHING = frozenset("nothing something anything everything".split())
FRONT = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON")


def with_trailing(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; a whole clause that somebody is told behind it to have said is his."""
    for verb in scene.sentence.tokens[3:]:
        known = verb.lemma in scene.cues.tellers or verb.lemma in scene.cues.written
        if known and verb.dep in (*MAIN, "acl", "advcl") and _is_told(scene, verb):
            named = _teller(scene, verb) or _named_twice(scene, verb)
            if named and _is_retelling(scene, statements, named):
                statements = cut(scene.text, statements, named[0].start, named[-1].end)
                continue
            statements = _told(scene, statements, verb, named) if named else statements
    return statements


def _is_told(scene: Scene, verb: Token) -> bool:
    """Whether a word is a finite verb, or one that the parse knows for the verb of the sentence only by its subject."""
    if verb.dep in ("acl", "advcl") and verb.tag == "VBD" and _named_twice(scene, verb):
        return True  # "..., its commander, Colonel Roe, declared" read as a clause beside
    if verb.dep == "advcl":
        return False
    if verb.dep == "acl":  # "..., the prefect ordered on Friday" read as a noun and a participle
        home = scene.sentence
        above = home.head(verb)
        return verb.tag == "VBD" and above.i == verb.i - 1 and above.dep in APART and verb.lemma not in TAKEN
    if verb.tag in FINITE:
        return True
    last = scene.sentence.text.rstrip().endswith(".")
    return last and verb.tag in ("VBN", "NNS") and verb.dep == "ROOT" and bool(scene.sentence.children(verb, "nsubj"))


def _told(scene: Scene, statements: list[Statement], verb: Token, named: Sequence[Token]) -> list[Statement]:
    home = scene.sentence
    words = [t for t in home.tokens[: named[0].i] if t.start >= scene.opening()]
    cue = span_of(scene.text, [verb])
    known = of_cue(statements, cue)
    joined = (known is None or known.start > verb.end) and _is_joined(scene, verb)
    if known is not None and known.start > verb.end and not (joined or _is_tail(scene, known)):
        return statements
    if not _is_main(scene, words) or not (joined or _ends(scene, verb)):
        return statements
    if known is not None and any(piece.start < named[0].start for piece in known.content):
        return statements
    content = _content(scene, words, named)
    if not content or any(_is_said(scene, one, content[0].start, named[0].start) for one in statements):
        return statements
    if joined and known is not None:  # "P, the army says, and Q"
        return laid(statements, replace(known, content=(*content, *known.content)))
    said = scene.statement((span_of(scene.text, named),), cue, content, _stance(scene, verb))
    return laid(statements, said)


def _is_tail(scene: Scene, known: Statement) -> bool:
    """Whether what a reader took for the words said only tells when or where they were said: "at an event in Tarn"."""
    first = scene.sentence.token_at(known.start)
    if first is None:
        return False
    before = scene.sentence.tokens[first.i - 1] if first.i else first
    return first.lower in SUBORDINATE or "ADP" in (first.pos, before.pos)


def _is_joined(scene: Scene, verb: Token) -> bool:
    """Whether what is said goes on behind the verb with "and" or "but"."""
    behind = [token.lower for token in scene.sentence.tokens[verb.i + 1 : verb.i + 3]]
    return len(behind) > 1 and behind[0] == "," and behind[1] in ("and", "but")


def _content(scene: Scene, words: Sequence[Token], named: Sequence[Token]) -> tuple[Span, ...]:
    """The words before the teller with the marks of a quotation; none where it began in a sentence before."""
    colon = next((t for t in words if t.text == ":" and scene.text[t.end : t.end + 1] == " "), None)
    if colon is not None and not any(t.pos in ("VERB", "AUX") for t in words if t.i < colon.i):
        words = [t for t in words if t.i > colon.i] or words  # "Tarn: rockets hit a plant, Zoria says"
    low = words[0].start
    while low > scene.sentence.start and scene.text[low - 1] in QUOTES:
        low -= 1
    said = scene.text[low : named[0].start]
    whole = said.count('"') % 2 == 0 and said.count("“") == said.count("”")
    return scene.stretch(low, named[0].start) if whole else ()


def _is_said(scene: Scene, statement: Statement, low: int, high: int) -> bool:
    """Whether somebody is already told behind the clause to have said it: "P, Roe said, his aide laughed"."""
    cue = statement.cue
    return bool(cue and statement.speakers and statement.start <= low and scene.sentence.start <= cue.start < high)


def _stance(scene: Scene, verb: Token) -> Stance:
    return scene.cues.tellers.get(verb.lemma, "asserts")


def _teller(scene: Scene, verb: Token) -> list[Token]:
    """The words between the last comma and the verb, where they name who can speak."""
    home = scene.sentence
    last = verb.i
    while last and home.tokens[last - 1].pos in HELPING:
        last -= 1
    first = last
    while (
        first and home.tokens[first - 1].pos in NAMING and home.tokens[first - 1].text not in (",", ";", ":", *QUOTES)
    ):
        first -= 1
    words = list(home.tokens[first:last])
    mark = home.tokens[first - 1].text if first else ""
    if not words or (mark != "," and mark not in QUOTES) or not mark or words[0].pos not in FRONT:
        return []
    head = next((one for one in home.children(verb, "nsubj") if one in words), None) or _head(words)
    if head is None or home.children(verb, "nsubjpass", "auxpass", "mark", "neg"):
        return []
    return words if _may_tell(scene, verb, head) else []


def _is_retelling(scene: Scene, statements: list[Statement], named: Sequence[Token]) -> bool:
    """Whether the words before tell whom somebody answers: "The front rejects the charge, its head, Ann Roe, said"."""
    low, high = scene.sentence.start, named[0].start
    twice = scene.sentence.tokens[named[-1].i + 1].text == ","
    return twice and any(s.cue and s.stance == "denies" and low <= s.cue.start < high for s in statements)


def _named_twice(scene: Scene, verb: Token) -> list[Token]:
    """The words before the verb where commas set a name apart: "..., its commander, Colonel Roe, declared"."""
    tokens = scene.sentence.tokens
    commas = [token.i for token in tokens[: verb.i] if token.text == ","][-3:]
    if len(commas) < 3 or tokens[verb.i - 1].text != ",":
        return []
    first, middle, last = commas
    office, name = tokens[first + 1 : middle], tokens[middle + 1 : last]
    if not office or not name or not all(t.pos in NAMING for t in (*office, *name)) or name[-1].pos != "PROPN":
        return []
    head = _head(office)
    told = verb.lemma in scene.cues.tellers and head is not None and scene.speaks(head)
    return list(tokens[first + 1 : last]) if told and office[0].pos in FRONT else []


def _head(words: Sequence[Token]) -> Token | None:
    """The last noun before a preposition."""
    found: Token | None = None
    for word in words:
        if word.pos == "ADP" and found is not None:
            break
        found = word if word.pos in ("NOUN", "PROPN") or word.lower in PERSONS else found
    return found


def _may_tell(scene: Scene, verb: Token, head: Token) -> bool:
    lemma = head.lemma.lower()
    if lemma in scene.cues.papers:
        return verb.lemma in scene.cues.written or scene.reports(verb)
    if head.pos == "PRON":
        taken = any(one.i < head.i for one in scene.sentence.children(verb, "ccomp"))
        return head.lower in PERSONS and (verb.lemma in PLAINLY or (taken and verb.lemma in scene.cues.tellers))
    if verb.lemma not in scene.cues.tellers or lemma in scene.cues.nouns or lemma in scene.cues.asides:
        return False
    return scene.speaks(head)


def _is_main(scene: Scene, words: Sequence[Token]) -> bool:
    """Whether the words hold a clause that can stand alone: not "When the town fell, the mayor laughed"."""
    if not words or words[0].lower in SUBORDINATE:
        inside = {token.i for token in words}
        return any(t.head not in inside and _is_finite(scene, t) and not _is_marked(scene, t) for t in words)
    return any(_is_finite(scene, token) and not _is_marked(scene, token) for token in words)


def _is_finite(scene: Scene, token: Token) -> bool:
    home = scene.sentence
    finite = token.tag in MODAL or any(one.tag in MODAL for one in home.children(token, "aux", "auxpass"))
    return token.pos in ("VERB", "AUX") and finite and bool(home.children(token, *SUBJECTS))


def _is_marked(scene: Scene, token: Token) -> bool:
    below = scene.sentence.children(token, "mark", "advmod")
    return token.dep in ("relcl", "acl") or any(one.lower in SUBORDINATE and one.i < token.i for one in below)


def _ends(scene: Scene, verb: Token) -> bool:
    """Whether nothing that the verb takes stands behind it, but whom he tells and where, when or of what."""
    home = scene.sentence
    behind = home.tokens[verb.i + 1 :]
    if behind and (behind[0].text in BREAKS or any(t.text in QUOTES for t in behind)):
        return False
    if any(t.lower == "that" for t in behind[:2]) or any(t.text in (":", ";") for t in behind):
        return False
    return all(_is_loose(scene, verb, child) for child in home.children(verb) if child.i > verb.i)


def _is_loose(scene: Scene, verb: Token, child: Token) -> bool:
    """Whether a word below the verb is none that it takes: whom he tells, where, when, of what."""
    if child.dep in ("dobj", "dative"):
        return verb.lemma in HEARD and child.pos in ("NOUN", "PROPN", "PRON") and child.lower not in NOTHING
    if child.dep == "prep" and child.lower == "on" and verb.lemma in RELYING:
        return False
    if child.dep == "prep" and child.pos == "ADP":
        return child.lower not in scene.cues.prepositions.get(verb.lemma, ()) or child.lower in ("of", "about")
    when = child.dep == "ccomp" and scene.sentence.subtree(child)[0].lower in SUBORDINATE  # "said after they had come"
    return when or child.dep not in ("ccomp", "xcomp", "conj", "acomp", "attr", "oprd")
