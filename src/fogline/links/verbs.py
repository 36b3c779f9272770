"""The words by which a clause is taken apart to turn it into a question: auxiliaries, openings, forms of verbs."""

from __future__ import annotations

import re

__all__ = [
    "ADJECTIVES", "AUXILIARY", "CONTRACTED", "DETERMINERS", "FINITE", "HAVE", "INTRANSITIVE", "LIGHT", "NEGATION",
    "OPENING", "OUTSIDE", "PASSIVE", "PERSONAL", "PLURALS", "POSSESSIVE", "PREPOSITIONS", "STATES_OF_BEING",
    "is_plural", "plain_word", "tense",
]  # fmt: skip

HAVE = frozenset({"has", "have", "had"})
AUXILIARY = HAVE | frozenset("is are was were will would can could may might does do did".split())
CONTRACTED = {
    "isn": "is", "aren": "are", "wasn": "was", "weren": "were", "hasn": "has", "haven": "have", "hadn": "had",
    "didn": "did", "doesn": "does", "don": "do", "couldn": "could", "wouldn": "would",
}  # fmt: skip
NEGATION = frozenset({"not", "never", "also", "already", "now", "allegedly", "reportedly", "just", "still", "n't"})
PERSONAL = frozenset(
    "i we you our us my me your he she it they his her its their them him this these those here himself itself".split()
)
POSSESSIVE = frozenset({"its", "their", "his", "her"})  # behind a verb they mean its subject
# Words that a subject cannot hold: another clause begins, or the verb was missed.
OUTSIDE = frozenset(
    "who whom whose which that what when where why how if whether because as while although but or".split()
)
OPENING = frozenset(
    """
    in on at as after during since due because over according by with for amid following under from until before despite
    meanwhile however today yesterday earlier also
    """.split()
)
DETERMINERS = frozenset(
    """
    the a an another each every half some several many most all both no any more about around nearly almost up over at
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozens hundreds thousands
    """.split()
)
PREPOSITIONS = frozenset("in on at by near during of from against between under over after for to with across".split())
PLURALS = frozenset("people police troops forces men women children talks dead".split())
ADJECTIVES = frozenset("occupied armed alleged besieged united wounded injured displaced so-called new fresh".split())
STATES_OF_BEING = frozenset(
    "have hold want remain need control belong support lie know believe keep contain include".split()
)
# Verbs by which a noun tells the deed: "launched a strike", "carried out an exchange".
LIGHT = tuple(
    "launch carry deliver conduct suffer take stage open make receive begin start announce report hold".split()
)
# Verbs that need no object, so that what follows "in" is no sign of a passive.
INTRANSITIVE = frozenset(
    """
    die flee fall sink arrive withdraw retreat come go crash explode return leave meet agree continue begin fight
    advance fire enter move drop rise remain stay head cling land live lie sit stand work operate talk look speak turn
    pass run happen occur appear break burn fail grow end start stop attempt try refuse
    """.split()
)
# Verbs whose past form without an object is a passive that lacks its auxiliary: "ten killed in strike".
PASSIVE = frozenset(
    """
    kill wound injure hurt detain capture arrest evacuate destroy damage rescue release displace exchange hear find bury
    abduct deport sentence free eliminate discover unearth uncover
    """.split()
)
IRREGULAR = {
    "be": "was were been", "begin": "began begun", "break": "broke broken", "bring": "brought", "build": "built",
    "burn": "burnt", "buy": "bought", "catch": "caught", "come": "came", "cut": "cut", "deal": "dealt",
    "do": "did done", "draw": "drew drawn", "drive": "drove driven", "fall": "fell fallen", "feel": "felt",
    "fight": "fought", "find": "found", "flee": "fled", "fly": "flew flown", "get": "got gotten", "give": "gave given",
    "go": "went gone", "grow": "grew grown", "hide": "hid hidden", "hit": "hit", "hold": "held", "hurt": "hurt",
    "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led", "leave": "left", "let": "let",
    "lie": "lay lain", "lose": "lost", "make": "made", "meet": "met", "pay": "paid", "put": "put", "run": "ran run",
    "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent", "set": "set", "shoot": "shot", "shut": "shut",
    "sink": "sank sunk", "sit": "sat", "spend": "spent", "split": "split", "spread": "spread", "stand": "stood",
    "steal": "stole stolen", "stop": "stopped", "strike": "struck stricken", "take": "took taken", "teach": "taught",
    "tell": "told", "think": "thought", "throw": "threw thrown", "win": "won", "withdraw": "withdrew withdrawn",
    "overrun": "overran overrun", "retake": "retook retaken", "beat": "beat beaten", "hang": "hung hanged",
    "shed": "shed", "swear": "swore sworn", "write": "wrote written", "speak": "spoke spoken", "bear": "bore borne",
}  # fmt: skip
PAST = frozenset(form for forms in IRREGULAR.values() for form in forms.split()) - {"cut", "hit", "set", "put", "held"}
NOUNS = frozenset({"cuts", "deals", "runs", "reports", "stands"})  # that look like forms of these verbs
FINITE = PAST | {f"{lemma}s" for lemma in (*IRREGULAR, *LIGHT)} - NOUNS


def tense(word: str, lemma: str) -> str | None:
    """Whether a word is the lemma as it stands in the past or the present; None for no form of it, or "-ing"."""
    if word in IRREGULAR.get(lemma, "").split():
        return "past"
    stem = lemma[:-1] if lemma.endswith(("e", "y")) else lemma
    if word in (lemma + "ed", lemma + "d", stem + "ied", lemma + lemma[-1:] + "ed"):
        return "past"
    return "present" if word in (lemma, lemma + "s", lemma + "es", stem + "ies") else None


def is_plural(subject: str) -> bool:
    """Whether a subject takes a plural verb, as far as its words show."""
    head = re.split(r"\s(?:of|in|from|at|on|near|to)\s", subject)[0].split()
    last = plain_word(head[-1]) if head else ""
    return (
        " and " in f" {subject} " or last in PLURALS or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    )


def plain_word(word: str) -> str:
    """A word in small letters, without what stands around it."""
    return word.casefold().strip(" ,.;:!?\"'‘’“”()[]").replace("’", "'")
