"""Matters named beside somebody who says nothing of them: "commented on the talks", "Roe, Lee talk: aid"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.claims.attribution.cues import Cues
from fogline.claims.attribution.figures import gives_figure
from fogline.claims.statement import Statement
from fogline.packs.folding import fold
from fogline.packs.roles import roles
from fogline.records.sentences import Sentence, Token

__all__ = ["is_agenda", "is_means", "is_placing", "is_thing", "is_topic", "is_vote", "is_witness"]

SCARE = re.compile(r"[\"“«‘']([^\"”»’']+)[\"”»’']")
SHORT = 3  # words
QUOTES = '“"«‘”»'
TALKING = ("comment", "weigh", "talk")  # what stands behind them is a topic
CALLING = ("call", "brand", "label", "describe")
CALLED = 4  # words
ABSURD = frozenset("absurd baseless groundless unfounded nonsense lies false fabricated untrue ridiculous".split())
SETTLING = ("confirm", "verify", "establish", "prove", "corroborate")
DEALING = frozenset("outline respond react present introduce draw convince unveil table submit".split())
CLEARING = ("explain", "clarify")  # a matter of these, else the reasons that somebody gives
MATTERS = ("situation", "recommendation", "condition", "circumstance", "procedure")
TRADING = ("trade", "exchange", "swap")
PLACING = frozenset("put set place".split())
VOTING = frozenset("support back approve adopt endorse ratify pass".split())
HOUSES = frozenset("parliament duma congress senate assembly knesset bundestag rada cabinet lawmakers deputies".split())
FINITE = ("VBD", "VBZ", "VBP", "MD")
WITNESSING = ("see", "estimate", "identify", "announce", "record", "film")
CONTENTS = ("loss", "result", "figure", "date", "detail", "name", "list", "schedule", "composition", "outcome")
TAPES = ("crime", "video", "message", "clip", "audio", "song", "appeal")
JUDGEMENTS = ("assessment", "view", "opinion", "analysis", "evaluation", "thought")
GIVING = ("offer", "give", "share", "present", "provide")
REMAINS = ("fallout", "aftermath", "consequence", "devastation", "ruin")


def is_topic(statement: Statement, home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether only the matter is named on which somebody speaks: "commented on the talks", "weighs a response"."""
    if cue[-1].lemma == "blame" and home.tokens[cue[-1].i - 1].lemma in TRADING:
        return True  # "shelled again as army, rebels trade blame": who says what stands below
    if statement.content[0].text.lower().startswith("whether ") and cue[0].lower == "according":
        return True
    if _names_matter(cue):
        return is_thing(statement, home)
    if any(word.lemma == "discuss" for word in cue):
        return is_thing(statement, home, finite=True)
    if statement.stance in ("declines", "unconfirmed"):
        return False  # "refused to comment on"
    if statement.stance != "denies" and _is_dealt_with(statement, cue):
        return _is_scare(statement) or is_thing(statement, home, finite=True)
    spoken = [word for word in cue if word.lemma in TALKING]
    plain = bool(spoken) and len(cue) - len(spoken) <= 2 and cue[-1].lower != "of"  # "talked of 40 dead"
    return plain and is_thing(statement, home, finite=spoken[0].lemma == "comment")


def _names_matter(cue: Sequence[Token]) -> bool:
    """Whether a cue leads to a matter: "said of", "told", "offers his assessment", "had a warning for"."""
    if (cue[0].lemma == "say" and cue[-1].lower in ("of", "about")) or cue[-1].lemma == "tell":
        return True  # "..., Lee said of the raid", "he told the families"
    if cue[-1].lemma in JUDGEMENTS and any(word.lemma in GIVING for word in cue):
        return True  # "offers his assessment | of the standoff"
    if [word.lower for word in cue[-2:]] in (["reference", "to"], ["response", "to"]):
        return True  # "reports with reference to the agency"
    return cue[0].lemma == "have" and cue[-1].lower == "for" and any(word.pos == "NOUN" for word in cue)


def _is_scare(statement: Statement) -> bool:
    """Whether the words only put a name at a distance: "responded to a 'provocation' on the border"."""
    inner = [len(found[1].split()) for piece in statement.content for found in SCARE.finditer(piece.text)]
    return bool(inner) and max(inner) < SHORT


def _is_dealt_with(statement: Statement, cue: Sequence[Token]) -> bool:
    """Whether somebody only deals with a matter: "outlines the amount of aid", "reports on the wounded"."""
    verb = next((word for word in cue if word.pos == "VERB"), cue[0])
    if verb.lemma == "report":
        return statement.content[0].text.lower().startswith("on ") and len(cue) == 1
    if verb.lemma in CLEARING:
        return any(word in statement.content[0].text.lower() for word in MATTERS)
    return verb.lemma in DEALING


def is_means(statement: Statement, home: Sentence, cue: Sequence[Token], cues: Cues) -> bool:
    """Whether a thing settles a matter, and "them" is called something: "was confirmed by the position of a tower"."""
    verb = next((word for word in cue if word.pos == "VERB"), None)
    if verb is None or not statement.speakers:
        return False
    first = statement.content[0].text.lower().split()
    false = statement.stance == "denies" or bool({word.strip(QUOTES + "'’") for word in first} & ABSURD)
    if false and verb.lemma in CALLING and first[0] == "them" and len(first) < CALLED:
        return True  # "rejected the charges and called them 'absurd'"
    agents = [noun for by in home.children(verb, "agent") for noun in home.children(by, "pobj")]
    named = [noun for noun in agents if any(one.start <= noun.start < one.end for one in statement.speakers)]
    if verb.lemma not in SETTLING or not named or named[0].tag != "NN":
        return False
    lemma = named[0].lemma.lower()
    role = roles().of(tuple(fold(word.text) for word in home.tokens[max(named[0].i - 1, 0) : named[0].i + 1]))
    return lemma not in cues.sources and lemma not in cues.nouns and role is None


def is_witness(statement: Statement, home: Sentence, cue: Sequence[Token], cues: Cues) -> bool:
    """Whether somebody comes to see what a deed left, finds who did it, or estimates it without a figure."""
    verb = next((word for word in cue if word.pos in ("VERB", "AUX")), None)
    if verb is None or verb.lemma not in WITNESSING or not is_thing(statement, home):
        return False
    objects = [child.lemma.lower() for child in home.children(verb, "dobj")]
    if verb.lemma in ("announce", "record", "film"):
        named = any(noun in (CONTENTS if verb.lemma == "announce" else TAPES) for noun in objects)
        return named and ("result" in objects or not _counts(statement, home))
    if verb.lemma == "identify":
        return not any(" as " in f" {piece.text} " for piece in statement.content)
    if verb.lemma == "estimate":
        return not _counts(statement, home)
    return any(noun in REMAINS or noun in cues.incidents for noun in objects)


def _counts(statement: Statement, home: Sentence) -> bool:
    """Whether a number stands in the words."""
    return any(token.pos == "NUM" for piece in statement.content for token in home.tokens_in(piece.start, piece.end))


def is_placing(statement: Statement, home: Sentence, cue: Sequence[Token], cues: Cues) -> bool:
    """Whether somebody puts things somewhere: "the army puts guns in schools", no figure and nothing said."""
    verbs = [word for word in cue if word.pos in ("VERB", "AUX")]
    if len(verbs) != 1 or verbs[0].lemma not in PLACING or not is_thing(statement, home):
        return False
    told = [token for piece in statement.content for token in home.tokens_in(piece.start, piece.end)]
    somewhere = any(token.dep == "pobj" and token.pos == "PROPN" for token in told)
    return somewhere and told[0].pos in ("NOUN", "ADJ", "DET") and not gives_figure(verbs[0], statement, cues)


def is_vote(statement: Statement, home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether a body acts by its vote: "parliament supported the annexation", "the Duma backed the treaty"."""
    verb = next((word for word in cue if word.pos == "VERB"), None)
    if verb is not None and verb.lemma == "vote":
        return statement.content[0].text.startswith("to ")  # "voted unanimously to adopt the resolution"
    if verb is None or verb.lemma not in VOTING or not is_thing(statement, home):
        return False
    who = {word.lower for one in statement.speakers for word in home.tokens_in(one.start, one.end)}
    return bool(who & HOUSES)


def is_agenda(statement: Statement, home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether a colon opens a list of topics behind who deals with them: "Roe, Lee talk: aid, the truce"."""
    if (
        len(cue) > 1
        or not (home.index == 0 or home.role == "headline")
        or not statement.speakers
        or statement.start < cue[-1].end
    ):
        return False
    last = max(speaker.end for speaker in statement.speakers)
    between = home.text[max(last - home.start, 0) : cue[-1].start - home.start]
    return any(char.isalpha() for char in between) and is_thing(statement, home)


def is_thing(statement: Statement, home: Sentence, *, finite: bool = False) -> bool:
    """Whether the words hold no verb, or no finite one, and no quotation."""
    told = [token for piece in statement.content for token in home.tokens_in(piece.start, piece.end)]
    quoted = any(mark in piece.text for piece in statement.content for mark in QUOTES)
    verbs = [token for token in told if token.pos in ("VERB", "AUX") and not _is_named(home, token)]
    return not quoted and not any(not finite or token.tag in FINITE for token in verbs)


def _is_named(home: Sentence, verb: Token) -> bool:
    """Whether a participle names a deed, or describes a noun: "shelling of the port", "occupied towns"."""
    behind = home.tokens[verb.i + 1 : verb.i + 2]
    if verb.dep == "amod" and verb.tag == "VBN":
        return True
    return verb.tag == "VBG" and bool(behind) and behind[0].lower == "of"
