"""What a trained reader marks and a careful one would not: comment, bare fragments, words nobody said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.claims.attribution.cues import Cues
from fogline.claims.attribution.figures import gives_figure
from fogline.claims.attribution.headlines import is_headline_mark, is_repeated, is_source, is_topic, signs_quotation
from fogline.claims.attribution.labels import is_land
from fogline.claims.attribution.misread import is_misread
from fogline.claims.attribution.phrases import is_foiled, speaking_noun
from fogline.claims.statement import Statement
from fogline.packs.folding import fold
from fogline.packs.roles import roles
from fogline.records.sentences import Sentence, Token, sentence_at
from fogline.records.spans import Span

__all__ = ["sieved"]

# These verbs belong to the reporter whoever their subject is.
REPORTERS = frozenset("underscore underline highlight reflect illustrate mark".split())
ASIDES = frozenset("signal demonstrate fuel raise spark prove mean emphasize emphasise reveal".split())
FATES = frozenset("dead wounded injured alive unhurt unharmed intact empty deserted abandoned missing".split())
DOING = frozenset("use make take give leave bring put keep turn move help allow force cause".split())
# Of these a bare thing is no content: "police found 35 graves", "introduced a bill", "discussed the response".
WITH_THINGS = frozenset(
    "find discover introduce discuss vote release publish adopt approve submit address appeal present return".split()
)
FINDINGS = ("no", "evidence", "proof", "signs", "traces", "indications")  # "found no evidence of" is a finding
ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "sis")
FLOOR_OF_UNKNOWN = 0.8  # a verb that reports nothing tells a deed: below, half of the statements are none
FLOOR_OF_CLAUSES = 0.5  # "that ...", "whether ...", quoted words: these are said more often than not
REPEATED = 2
QUOTED_WORDS = 3  # fewer words in marks are a name put at a distance
FLOOR_OF_THINGS = 0.9  # "the permit describes", "the plan gives"
PERSONS = ("er", "or", "ist", "ian", "man", "ee", "ant", "ate")
BARE_PREPOSITIONS = frozenset("in at behind because plus both with regarding".split())
TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "INTJ")
PREPOSITIONS = (["in", "view", "of"], ["in", "addition", "to"], ["in", "response", "to"], ["in", "response"])
BODIES = ("campaign", "mission", "operation")
SHOWN = ("demonstrate", "prove", "show", "display")
ATROCITIES = frozenset("atrocity crime massacre killing murder".split())
NAMING = ("call", "name", "dub", "know", "title", "nickname")
UNCONFIRMED = ("unconfirmed", "unverified", "uncorroborated")
PHRASES = ("according", "per", "words", ":")
CLAUSES = frozenset("that whether how why what".split())
QUOTES = '“"«‘'
SHORT = 3  # letters of words that a headline may repeat by chance
ABOUT = re.compile(r"^[A-Z][\w.\-]+(?: [A-Z][\w.\-]+)? (?:about|on) ")  # "Roe about the captives" is a title
FIRST_PERSON = re.compile(r"\b(?:I|We|we|our|Our|us)\b")
# With one of these as subject the verb tells the reporter's comment: "the visit signals confidence".
COMMENTING = frozenset(
    "signal underscore underline highlight reflect demonstrate show mark suggest indicate emphasize emphasise imply"
    " illustrate reveal prove mean raise fuel spark".split()
)


def sieved(statements: Sequence[Statement], sentences: Sequence[Sentence], cues: Cues) -> tuple[Statement, ...]:
    """The statements less those that no one makes."""
    return tuple(s for s in statements if _is_said(s, sentences, cues))


def _is_said(statement: Statement, sentences: Sequence[Sentence], cues: Cues) -> bool:
    if _is_empty(statement, sentences) or _is_addressed(statement) or is_misread(statement, sentences, cues):
        return False
    if not _is_quote(statement) and _tells_nothing(statement, sentences, cues):
        return False
    if not statement.speakers:
        if is_headline_mark(statement.cue):
            return False
        return _is_quote(statement) or _reports(statement.cue, sentences, cues)
    return not _is_comment(statement, sentences, cues)


def _is_addressed(statement: Statement) -> bool:
    """Whether only the one spoken to is named as speaker: "you celebrate the anniversary"."""
    return bool(statement.speakers) and all(s.text.lower() in ("you", "your") for s in statement.speakers)


def _is_empty(statement: Statement, sentences: Sequence[Sentence]) -> bool:
    """Whether no word of the content means anything by itself: "blames the other", "said so"."""
    words = [token for piece in statement.content for token in _words(piece, sentences)]
    names = {token.lower for speaker in statement.speakers for token in _words(speaker, sentences)}
    if words and all(token.lower in names or token.pos in ("PUNCT", "DET") for token in words):
        return True
    return 0 < len(words) <= 3 and not any(token.pos in TELLING for token in words if token.lower != "other")


def _tells_nothing(statement: Statement, sentences: Sequence[Sentence], cues: Cues) -> bool:
    """Whether a cue is no word of saying, a topic in front of a headline, or a thing refused to somebody."""
    if is_headline_mark(statement.cue):
        named = statement.speakers[:1]
        told = any(token.pos == "AUX" or token.tag == "VBD" for one in named for token in _words(one, sentences))
        return told or any(_is_subject_matter(speaker.text, statement, cues) for speaker in named)
    words = _words(statement.cue, sentences)
    if any(token.lower == "addition" for token in words) or [token.lower for token in words] in PREPOSITIONS:
        return True
    if (
        _is_effort(statement, words, cues)
        or _is_deed(statement, words, sentences, cues)
        or _is_purpose(statement, words, sentences, cues)
    ):
        return True
    known = any(_is_reporting(token, cues) or gives_figure(token, statement, cues) for token in words)
    if words and not known and statement.score < _floor(statement, words, sentences, cues):
        return True
    if len(words) == 1 and words[0].lower in BARE_PREPOSITIONS:
        return True
    return statement.stance == "denies" and _is_withheld(statement, words, sentences, cues)


def _is_subject_matter(name: str, statement: Statement, cues: Cues) -> bool:
    """Whether the words before a headline's colon say what it is about."""
    colon = statement.cue is not None and statement.cue.text.strip() == ":"
    said = " ".join(piece.text for piece in statement.content)
    telling = {word.lower() for word in name.split() if len(word) > SHORT}
    if colon and len(telling) >= REPEATED and telling <= set(said.lower().split()):
        return True  # "Letters of the captives: first letters of the captives arrive"
    if colon and (is_land(name) or ABOUT.match(said)) and not FIRST_PERSON.search(said):
        return True
    topic = is_topic(name, cues) and " " in name and not signs_quotation(name, said)
    return topic or (colon and not is_source(name, cues) and is_repeated(name, f"{name}: {said}"))


def _is_effort(statement: Statement, cue: Sequence[Token], cues: Cues) -> bool:
    """Whether somebody tries to do something: "are working to maintain unity" tells a deed."""
    verbs = [token for token in cue if token.pos == "VERB"]
    trying = bool(verbs) and all(verb.lemma in cues.efforts for verb in verbs)
    return trying and (statement.content[0].text.lower().startswith("to ") or cue[-1].lower == "to")


def _is_deed(statement: Statement, cue: Sequence[Token], sentences: Sequence[Sentence], cues: Cues) -> bool:
    """Whether a word of stance is used of a deed: "is supporting the advance by air", "had hoped to win"."""
    verbs = [token for token in cue if token.pos == "VERB" and token.lemma != "have"]
    if len(verbs) != 1:
        return False
    home = sentence_at(sentences, verbs[0].start)
    if home is not None and is_foiled(home, verbs[0]):
        return True
    first = statement.content[0].text.split()[0].lower()
    bare = (
        (cue[-1] is verbs[0] or any(token.lemma.lower() in cues.titles for token in cue))
        and first not in (*CLAUSES, "to", "no", "for", "on")
        and not any(token.lower in FINDINGS for token in cue)
    )
    if verbs[0].lemma in WITH_THINGS and bare and not _has_verb(statement, sentences):
        return True
    if verbs[0].lemma == "see" and verbs[0].tag == "VBD" and bare and not _has_verb(statement, sentences):
        return True  # "saw the ruins"
    helped = verbs[0].lemma in ("support", "back") and verbs[0].tag == "VBG" and cue[0].lemma == "be"
    return helped or (verbs[0].lemma == "hail" and (first == "from" or cue[-1].lower == "from"))


def _has_verb(statement: Statement, sentences: Sequence[Sentence]) -> bool:
    """Whether the words hold a verb of their own, not one that only describes a noun: "laptops stolen from homes"."""
    words = [token for piece in statement.content for token in _words(piece, sentences)]
    if any(token.lower in FATES and token.i > words[0].i and token.head < token.i for token in words):
        return True  # "found four men dead", not "found the dead"
    return any(token.pos in ("VERB", "AUX") and token.dep not in ("acl", "relcl", "amod", "prep") for token in words)


def _is_purpose(statement: Statement, cue: Sequence[Token], sentences: Sequence[Sentence], cues: Cues) -> bool:
    """Whether a cue only tells what a deed is for, or what a thing is called: "met to ensure", "a base called"."""
    verbs = [token for token in cue if token.pos == "VERB"]
    if len(verbs) != 1 or statement.cue is None:
        return False
    verb = verbs[0]
    if verb.tag == "VBN" and verb.dep == "acl" and verb.lemma in NAMING and verb is cue[-1]:
        home = sentence_at(sentences, statement.cue.start)
        return home is not None and not home.children(verb, "agent")
    home = sentence_at(sentences, verb.start)
    saying = verb.lemma in cues.verbs and verb.lemma not in cues.mind and not (home and _is_hoped(home, verb, cue))
    return verb.tag == "VB" and verb.dep in ("advcl", "acl") and cue[0].lower == "to" and not saying


def _is_hoped(home: Sentence, verb: Token, cue: Sequence[Token]) -> bool:
    """Whether somebody may only mean to say it: "in order to accuse them", "may shell the port to blame them"."""
    if home.tokens[max(cue[0].i - 1, 0)].lower == "order":
        return True
    return any(one.tag == "MD" for one in home.children(home.head(verb), "aux"))


def _floor(statement: Statement, cue: Sequence[Token], sentences: Sequence[Sentence], cues: Cues) -> float:
    """How sure a reader has to be of a statement under a word that is not known to report."""
    expressive = any(_is_expressive(token, cue, cues) for token in cue)
    first = statement.content[0].text
    quoted = first.count(" ") >= QUOTED_WORDS and (any(mark in first for mark in QUOTES) or "''" in first)
    if first.split()[0].lower() in CLAUSES or quoted:
        return FLOOR_OF_CLAUSES
    head = speaking_noun(statement.speakers[0], sentences, cues.sources) if statement.speakers else None
    if head is None or head.tag != "NN" or head.lemma.lower().endswith(PERSONS):
        return 0.0 if expressive else FLOOR_OF_UNKNOWN
    named = head.lemma.lower() in cues.sources or head.lemma.lower() in cues.nouns
    return FLOOR_OF_THINGS if not named else 0.0 if expressive else FLOOR_OF_UNKNOWN


def _is_withheld(statement: Statement, cue: Sequence[Token], sentences: Sequence[Sentence], cues: Cues) -> bool:
    """Whether something is denied to somebody: "deny them a safe haven", "denied access to the camp"."""
    verb = next((token for token in cue if token.lemma == "deny"), None)
    if verb is None or statement.cue is None:
        return False
    home = sentence_at(sentences, statement.cue.start)
    if home is None:
        return False
    objects = home.children(verb, "dobj")
    if home.tokens[verb.i + 1 : verb.i + 2] and home.tokens[verb.i + 1].tag == "VBG":
        return False  # "denied blocking aid"
    return bool(home.children(verb, "dative")) or any(noun.lemma.lower() in cues.withheld for noun in objects)


def _is_quote(statement: Statement) -> bool:
    return statement.content[0].text[:1] in QUOTES and len(statement.content[0].text) > 30


def _reports(cue: Span | None, sentences: Sequence[Sentence], cues: Cues) -> bool:
    """Whether a cue without a speaker is a reporting word, so that somebody unnamed speaks."""
    words = _words(cue, sentences)
    return any(_is_reporting(token, cues) for token in words)


def _is_reporting(token: Token, cues: Cues) -> bool:
    if token.lower in PHRASES or token.lower in UNCONFIRMED:
        return True
    return token.lower in cues.adverbs or token.lemma.lower() in cues.nouns or token.lemma in cues.verbs


def _is_expressive(token: Token, words: Sequence[Token], cues: Cues) -> bool:
    """Whether a word shows what somebody feels: a verb, an adjective behind one ("are wary of")."""
    return token.lemma in cues.expressive or (token.lower in cues.attitudes and words[0].pos in ("AUX", "VERB"))


def _is_comment(statement: Statement, sentences: Sequence[Sentence], cues: Cues) -> bool:
    """ "Putin's visit signals confidence", "..., highlighting the alliance": the reporter speaks."""
    cue = _words(statement.cue, sentences)
    verbs = [token for token in cue if token.lemma in COMMENTING]
    if any(token.lemma in REPORTERS or (token.tag == "VBG" and token.lemma in ASIDES) for token in verbs):
        return True
    if len(cue) == 1 and cue[0].tag == "VBG" and cue[0].lemma in DOING:
        return True  # "..., using it as a lever": a participle that reports nothing
    if any(gives_figure(token, statement, cues) for token in cue):
        return False
    if _is_quote(statement) or any(token.lower in PHRASES for token in cue):
        return False
    if len(verbs) == 1 and verbs[0].lemma in SHOWN and _shows_nothing_said(statement, sentences, cues):
        return True
    head = speaking_noun(statement.speakers[0], sentences, cues.sources)
    happened = head is not None and head.lemma.lower() in cues.incidents | ATROCITIES
    if head is None or not (_is_abstract(head, cues) or (happened and verbs and verbs[0].lemma in SHOWN)):
        return False
    telling = any(cues.stance("c", token.lemma) or token.lemma in cues.soft for token in cue)
    if head.pos == "NOUN" and not telling and not _is_of_somebody(head, statement, sentences):
        return True
    return not cue or bool(verbs) or not any(token.lemma in cues.verbs for token in cue)


def _is_of_somebody(head: Token, statement: Statement, sentences: Sequence[Sentence]) -> bool:
    """Whether somebody speaks through it, or it is a body: "Roe's visit ..., calling them", "the Roe campaign said"."""
    words = _words(statement.speakers[0], sentences)
    names = [word for word in words if word.pos == "PROPN" and word.head == head.i]
    return any(word.dep == "poss" or (word.dep == "compound" and head.lemma.lower() in BODIES) for word in names)


def _shows_nothing_said(statement: Statement, sentences: Sequence[Sentence], cues: Cues) -> bool:
    """Whether a person or body shows a quality by deeds: "the council has demonstrated its unity"."""
    head = speaking_noun(statement.speakers[0], sentences, cues.sources)
    clause = statement.content[0].text.split()[0].lower() in CLAUSES
    if head is None or clause:
        return False
    role = roles().of((fold(head.text),))
    bare = statement.cue is not None and statement.cue.text.count(" ") <= 1  # not "released a video showing"
    people = bare and role is not None and role.kind in ("people", "armed_force")
    return people or (head.pos in ("PROPN", "PRON") and head.lower not in ("which", "that"))


def _is_abstract(head: Token, cues: Cues) -> bool:
    """Whether a noun is a happening or a quality, which cannot say anything."""
    lemma = head.lemma.lower()
    if lemma in cues.comment:
        return True
    return head.tag == "NN" and lemma.endswith(ABSTRACT) and lemma not in cues.sources and lemma not in cues.nouns


def _words(span: Span | None, sentences: Sequence[Sentence]) -> list[Token]:
    if span is None:
        return []
    home = sentence_at(sentences, span.start)
    return home.tokens_in(span.start, span.end) if home and home.parsed else []
