"""Words whose order or form only looks like somebody speaking: bare passives of headlines, clauses beside a cue."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from fogline.claims.attribution.cues import Cues
from fogline.claims.attribution.headlines import is_headline_mark, stamp_of
from fogline.claims.attribution.nobody import is_said_by_nobody
from fogline.claims.attribution.phrases import is_passive
from fogline.claims.attribution.topics import is_agenda, is_means, is_placing, is_thing, is_topic, is_vote, is_witness
from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token, sentence_at
from fogline.records.spans import Span

__all__ = ["is_misread"]

QUOTES = '“"«‘”»'
MARKS = "'‘“\""
ANSWER = 4
LIVES = re.compile(r"\b(?:lives|life)\b")
DEEDS = ("tion", "sion", "ment")
NAME = 3  # fewer words behind "referred to as" are a name
REASONING = ("considering", "given", "realizing", "realising", "knowing")  # as participles of a deed
GREETINGS = ("goodbye", "farewell", "hello", "thanks")
COURTESY = (*GREETINGS, "thank", "good", "welcome", "congratulations")  # "Good evening", "Thanks, everybody"
POLITE = 5  # words
STIRRING = ("raise", "spark", "fuel", "stoke", "heighten", "trigger", "prompt", "ease", "deepen")
TRYING = ("attempt", "try")
DASHES = ("-", "–", "—")
SIGNS = ("sign", "signs", "evidence", "indication", "hint", "trace", "proof")
MODALS, NEEDS = ("should", "must", "ought"), ("have", "need")  # "must say", "has to offer", "needs to admit"
FORCES = ("threatening",)  # as a participle beside a deed it tells a danger: "pushed on, threatening the road"


def is_misread(statement: Statement, sentences: Sequence[Sentence], cues: Cues) -> bool:
    """Whether somebody is told, or should speak, or does something, where a reader saw him speak."""
    cue = statement.cue
    home = sentence_at(sentences, cue.start) if cue else None
    if cue is None or home is None or not home.parsed:
        return False
    words = home.tokens_in(cue.start, cue.end)
    if not words:
        return False
    return (
        _is_courtesy(statement)
        or _is_due(words)
        or _is_deed(statement, home, words, cues)
        or _is_label(statement, home, words, cues)
        or _is_any(home, words)
        or is_topic(statement, home, words)
        or is_witness(statement, home, words, cues)
        or is_means(statement, home, words, cues)
        or is_placing(statement, home, words, cues)
        or is_vote(statement, home, words)
        or _is_beside(home, words)
        or _is_when(statement, home, words)
        or _is_event(statement, home, words, cues)
        or _is_adjective(statement, home, words)
        or _is_asked(statement, home, words)
        or _is_sign(home, words, cues)
        or _is_bare_passive(statement, home, words, cues)
        or _is_danger(statement, home, words)
        or _is_apart(statement, home, cue)
        or is_said_by_nobody(statement, home, words)
    )


def _is_due(cue: Sequence[Token]) -> bool:
    """Whether a cue only tells what somebody should say or do: "the union has to offer", "must admit"."""
    if any(word.lower in MODALS for word in cue[:-1]):
        return True
    pairs = itertools.pairwise(cue)
    return any(one.lemma in NEEDS and other.lower == "to" and other is not cue[-1] for one, other in pairs)


def _is_deed(statement: Statement, home: Sentence, cue: Sequence[Token], cues: Cues) -> bool:
    """Whether a cue tells a deed: "has posed a threat", "a landing was planned", "the alleged capture of the town"."""
    verbs = [word for word in cue if word.pos == "VERB"]
    if len(cue) == 1 and _is_comment(home, cue[0]):
        return True
    if _is_nickname(statement, home, cue):
        return True
    if any(one.lemma in cues.barred and is_passive(home, one) for one in verbs):
        return True
    if verbs and verbs[0].lemma in TRYING and is_thing(statement, home):
        return True  # "attempted to conclude a deal"
    if len(verbs) != 1:
        return False
    if not statement.speakers and verbs[0].lemma == "know" and any(word.dep == "neg" for word in cue):
        return True  # "it is not known how many died"
    silent = not statement.speakers and is_passive(home, verbs[0]) and not home.children(verbs[0], "agent")
    deed = verbs[0].lemma in cues.deeds and statement.stance != "declines"  # "would not be drawn on the raid"
    if deed or (silent and verbs[0].lemma in cues.designed):
        return True
    return _is_greeting(statement, home, verbs[0]) or (cue[0].tag == "TO" and _opens(home))  # "Freedonia to announce"


def _is_nickname(statement: Statement, home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether a word or two only tell what somebody is called, or pleads: "fighters, referred to as 'wolves'"."""
    if any(word.lemma == "claim" for word in cue) and LIVES.search(statement.content[0].text):
        return True  # "the war claimed 40 lives"
    if cue[0].lemma == "be" and any(word.lemma.lower() in SIGNS for word in cue):
        return True  # "there are no signs of a raid"
    if any(word.lemma == "plead" for word in cue) and statement.content[0].text.lower().startswith("guilty"):
        return True
    behind = [word.lower for word in home.tokens[cue[-1].i : cue[-1].i + 2]]
    referred = any(word.lemma == "refer" for word in cue) and "as" in behind
    return referred and len(statement.content[0].text.split()) < NAME


def _is_comment(home: Sentence, word: Token) -> bool:
    """Whether the reporter himself says so: "the alleged capture", "..., raising fears"."""
    above = home.head(word)
    stirred = word.pos == "NOUN" and above.tag == "VBG" and above.lemma in STIRRING
    return stirred or (word.lower == "alleged" and word.dep == "amod")


def _is_courtesy(statement: Statement) -> bool:
    """Whether somebody only greets or thanks: "Thanks, everybody"."""
    words = [word.strip(MARKS + ",.!") for word in statement.content[0].text.lower().split()]
    return words[0] in COURTESY and len(words) <= POLITE


def _is_greeting(statement: Statement, home: Sentence, verb: Token) -> bool:
    """Whether somebody says goodbye, or welcomes people in: "has welcomed more than 100,000 refugees"."""
    if verb.lemma == "welcome":
        return any(word.pos == "NUM" for word in _opening(statement, home))
    return verb.lemma == "say" and statement.content[0].text.split()[0].lower() in GREETINGS


def _is_any(home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether a noun stands for whatever may be said: "takes all reports of abuse seriously"."""
    noun = cue[0]
    if len(cue) != 1 or noun.pos != "NOUN":
        return False
    return any(one.lower in ("all", "any", "every") for one in home.children(noun, "det", "predet"))


def _is_beside(home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether a participle beside a deed is not said: "without announcing a truce"."""
    verb = cue[0]
    if len(cue) > 1:  # "has not paid the promised | rent"
        return cue[-1].tag == "VBN" and cue[-1].dep == "amod" and cue[-2].pos == "DET"
    if verb.tag not in ("VBG", "VBN"):
        return verb.text == "View"  # "View photo news", as a site prints it
    if verb.tag == "VBN":
        return verb.dep == "amod"  # "previously promised equipment"
    above = home.head(verb)
    return verb.dep == "pcomp" and above.lower == "without"


def _is_asked(statement: Statement, home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether a question stands behind a noun that names its matter: "Rebel threats: How near are they?"."""
    question = home.text.rstrip().endswith("?") and home.start <= statement.start < home.end
    return question and all(token.pos in ("NOUN", "PROPN", "PUNCT") for token in cue)


def _is_sign(home: Sentence, cue: Sequence[Token], cues: Cues) -> bool:
    """Whether somebody sees or misses signs of a plan: in "sees no signs of Freedonia planning" nobody plans."""
    verb = cue[0]
    if len(cue) != 1 or verb.lemma not in cues.mind or verb.dep not in ("acl", "pcomp", "ccomp", "relcl"):
        return False
    signs = [above for above in home.ancestors(verb) if above.lemma.lower() in SIGNS]
    missing = any(one.lower == "no" for sign in signs for one in home.children(sign, "det"))
    return bool(signs) and (missing or verb.tag == "VBG")


def _is_label(statement: Statement, home: Sentence, cue: Sequence[Token], cues: Cues) -> bool:
    """Whether a colon or dash parts a title from what follows, or a name from what its bearer does."""
    if cue[-1].text.endswith(":"):
        noun = cue[-2] if len(cue) > 1 else cue[-1]
        if is_agenda(statement, home, cue):
            return True
        first = home.token_at(statement.start)
        if len(cue) == 1 and first is not None and first.tag == "VBN" and statement.start > cue[0].start:
            return True  # "Tarn: Freed from the rebels"
        event = noun.pos == "NOUN" and (noun.lemma in cues.comment or noun.lemma == "call")
        bare = len(cue) == 1 and statement.end <= cue[0].start and not _is_last(statement, home)
        return event or bare or (len(cue) == 1 and _is_title(statement, home, cue[0], cues))
    if cue[-1].pos == "NOUN" and _opens(home) and home.text[cue[-1].end - home.start :].startswith(": "):
        return statement.start > cue[-1].end  # "Roe's threats: No sign of a raid"
    if not is_headline_mark(statement.cue) or not statement.speakers:
        return False
    if statement.start >= statement.speakers[-1].end:  # "... – Roe, speaking to students"
        told = home.tokens_in(statement.start, statement.end)
        verbs = [token for token in told if token.pos in ("VERB", "AUX")]
        return cue[0].text in DASHES and bool(told) and (not verbs or told[0].tag == "VBG")
    if statement.end > statement.speakers[0].start:
        return False
    behind = [token for token in home.tokens if token.start >= statement.speakers[-1].end]
    return bool(behind) and (behind[0].pos == "VERB" or behind[0].lower.endswith("ing"))


def _opening(statement: Statement, home: Sentence) -> Sequence[Token]:
    """The first words of what is said."""
    return home.tokens_in(statement.content[0].start, statement.content[0].end)[:4]


def _opens(home: Sentence) -> bool:
    return home.index == 0 or home.role == "headline" or stamp_of(home.text) > 0


def _is_title(statement: Statement, home: Sentence, colon: Token, cues: Cues) -> bool:
    """Whether a title stands behind a colon, or who speaks only behind it: "Tarn: As guns fall still, experts warn"."""
    if statement.speakers and _opens(home) and min(one.start for one in statement.speakers) > colon.end:
        return not _is_last(statement, home)
    first = home.tokens_in(statement.content[0].start, statement.content[0].end)
    named = any(word.lemma.lower() in cues.titles for word in first[:3])
    return named and not any(word.pos in ("VERB", "AUX") and word.dep != "prep" for word in first)


def _is_when(statement: Statement, home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether the words only tell when or where somebody speaks: "During the meeting, Lee reports"."""
    piece = statement.content[0]
    words = home.tokens_in(piece.start, piece.end)
    if len(statement.content) > 1 or not words or piece.end > cue[0].start or words[0].tag != "IN":
        return False
    return not any(word.pos in ("VERB", "AUX") for word in words) and not any(mark in piece.text for mark in QUOTES)


def _is_event(statement: Statement, home: Sentence, cue: Sequence[Token], cues: Cues) -> bool:
    """Whether an event is taken for who speaks, or "considering that" for a word of saying."""
    if not statement.speakers:
        return False
    named = home.tokens_in(statement.speakers[0].start, statement.speakers[0].end)
    head = named[-1].lemma.lower() if named else ""
    if head in cues.incidents and cue[0].lemma == "report" and cue[0].tag in ("VBD", "VBN"):
        return True  # "Casualties reported as rebels fire on Tarn"
    if len(cue) != 1:
        return False
    if cue[0].lower in REASONING and statement.content[0].text.lower().startswith("that "):
        return True
    return cue[0].pos == "NOUN" and (head in cues.incidents or head in cues.comment)


def _is_adjective(statement: Statement, home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether a noun with its adjective is called something: "Freedonian demands 'unreal'"."""
    piece = statement.content[0]
    named = [token for one in statement.speakers for token in home.tokens_in(one.start, one.end)]
    short = piece.text[:1] in MARKS and len(piece.text.split()) < ANSWER
    return len(cue) == 1 and len(named) == 1 and named[0].tag == "JJ" and named[0].i == cue[0].i - 1 and short


def _is_last(statement: Statement, home: Sentence) -> bool:
    """Whether nothing stands behind the speaker: "Raid kills crew: army"."""
    ends = [speaker.end for speaker in statement.speakers]
    return bool(ends) and not any(char.isalnum() for char in home.text[max(ends) - home.start :])


def _is_bare_passive(statement: Statement, home: Sentence, cue: Sequence[Token], cues: Cues) -> bool:
    """Whether a headline leaves out "was": "End the war, Freedonia told", "town shelled, casualties reported"."""
    if len(cue) != 1 or len(statement.speakers) != 1 or cue[0].tag not in ("VBD", "VBN"):
        return False
    verb, speaker = cue[0], statement.speakers[0]
    named = home.tokens_in(speaker.start, speaker.end)
    taken = [child for child in home.children(verb, "dobj", "dative", "ccomp") if child.i > verb.i]
    if not named:
        return False
    if statement.start > verb.end and verb.lemma == "find" and _opens(home):  # "Street found strewn with bodies"
        first = home.token_at(statement.start)
        return first is not None and first.tag in ("VBN", "VBD", "JJ")
    if statement.start > verb.end and verb.lemma == "tell" and _opens(home):
        heard = home.children(verb, "dobj", "dative", "prep")  # "Residents told to leave"
        return not any(child.i > verb.i for child in heard)
    if statement.end > speaker.start or taken:
        return False
    if statement.content[-1].text[-1:] in QUOTES or (verb.lemma == "warn" and home.text.rstrip()[-1:] == "."):
        return False
    return verb.lemma in cues.hearers and home.text[: verb.start - home.start].rstrip().endswith(speaker.text)


def _is_danger(statement: Statement, home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether a participle tells what a deed puts at risk: "fell, threatening the road"."""
    verb = cue[-1]
    who = [word for one in statement.speakers for word in home.tokens_in(one.start, one.end) if word.pos == "NOUN"]
    if verb.lemma == "threaten" and any(word.lemma.endswith(DEEDS) for word in who):
        return is_thing(statement, home)  # "the occupation threatens the valley"
    beside = len(cue) == 1 or cue[0].lemma == "be"  # "is especially threatening"
    if not beside or verb.lower not in FORCES:
        return False
    below = any(child.i > verb.i for child in home.children(verb, "ccomp", "xcomp"))
    return not below and not any(mark in piece.text for piece in statement.content for mark in QUOTES)


def _is_apart(statement: Statement, home: Sentence, cue: Span) -> bool:
    """Whether all words stand where nothing said under this cue can: between speaker and cue, or behind a semicolon."""
    if any(mark in piece.text for piece in statement.content for mark in QUOTES):
        return False
    first, last = statement.content[0], statement.content[-1]
    if not home.start <= first.start or last.end > home.end:
        return False
    if last.end <= cue.start and statement.speakers:
        between = home.text[last.end - home.start : cue.start - home.start]
        before = all(speaker.end <= first.start or first.covers(speaker) for speaker in statement.speakers)
        return before or (";" in between and statement.stance != "denies")  # "A says P; B denies it"
    return False
