"""When a word that can name an event names none here, or when the whole clause says more than its words."""

from __future__ import annotations

from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.predicates import Predicate
from fogline.claims.events.stretch import Stretch, lemma_of
from fogline.records.sentences import Token

__all__ = ["is_condemned", "is_gift", "is_in_order", "is_other", "is_somebody", "is_sort", "is_view"]

REACH = frozenset({"range", "distance", "capability", "capacity", "season", "training", "site"})  # "shelling range"
SORTS = frozenset({"armed", "thing", "weapon"})
MENACED = frozenset({"armed", "people", "authority", "place"})
CRIMES = frozenset({"crime", "genocide", "terrorism", "terror", "atrocity", "barbarity", "provocation", "aggression"})
AFFAIRS = frozenset({"situation", "everything", "fire", "blaze", "outbreak", "thing", "case", "crisis", "matter"})
OCCASIONS = frozenset(
    {"hall", "election", "vote", "hearing", "service", "mass", "festival", "funeral", "ceremony", "parade", "party",
     "trial", "exam", "auction", "inquiry", "briefing", "rally", "event", "concert", "view", "position", "title"}
)  # fmt: skip
GIVING = frozenset({"send", "give", "supply", "provide", "deliver", "sell", "ship", "lend"})
PLANES = frozenset({"aircraft", "plane", "helicopter", "airliner", "il-76", "flight"})
MET = frozenset(  # nobody sits down with these: "the advance meets resistance", "meets the conditions"
    """resistance opposition fire hail barrage defence defense counterattack obstacle demand target need criterion
    condition deadline requirement challenge obligation threat goal standard expectation fate death end""".split()
)
TAKEN = frozenset(
    {
        "place",
        "part",
        "note",
        "account",
        "care",
        "time",
        "advantage",
        "measure",
        "step",
        "effect",
        "track",
        "path",
        "route",
    }
)


def is_view(stretch: Stretch, predicate: Predicate) -> bool:
    """Whether the stretch is how somebody sees something: "[his soldiers as heroes]"."""
    beside = (*stretch.tops, *stretch.children(predicate.word, "prep"))
    return predicate.verb is None and any(t.lower == "as" and t.pos == "ADP" for t in beside)


def is_sort(stretch: Stretch, token: Token) -> bool:
    """Whether an event noun only says what sort of thing or force something is: "assault ship", "strike drone"."""
    if token.dep not in ("compound", "nmod"):
        return False
    head = stretch.sentence.head(token)
    if lemma_of(head) in REACH or token.lower == "supply":
        return True  # "a supply convoy reached the fort"
    return bool(stretch.classes(head) & SORTS) and not lexicon().names(lemma_of(head), "noun")


def is_other(stretch: Stretch, token: Token) -> bool:
    """Whether the verb has another sense here: "is left" for remains, "is based on reports"."""
    if token.lower == "left":
        return token.tag == "VBN" and bool(stretch.sentence.children(token, "auxpass"))
    if token.lemma in ("target", "hit", "strike") and _with_sanctions(stretch, token):
        return True
    if token.lemma == "hold" and any(lemma_of(noun) in OCCASIONS for noun in stretch.children(token, "dobj")):
        return True
    if token.lemma == "land" and any(lemma_of(noun) in PLANES for noun in stretch.children(token, "nsubj")):
        return True
    if token.lemma == "take" and any(lemma_of(noun) in TAKEN for noun in stretch.children(token, "dobj")):
        return True
    if token.lemma == "meet" and any(lemma_of(noun) in MET for noun in stretch.children(token, "dobj")):
        return True
    if token.lemma == "reinforce":  # "reinforces why", no troops
        return bool(stretch.children(token, "ccomp"))
    return token.lower == "based" and any(prep.lower in ("on", "upon") for prep in stretch.children(token, "prep"))


def _with_sanctions(stretch: Stretch, token: Token) -> bool:
    """Whether a blow is struck by law: "hit banks with new sanctions"."""
    nouns = (noun for prep in stretch.children(token, "prep") for noun in stretch.children(prep, "pobj"))
    return any(lemma_of(noun) in ("sanction", "tariff", "ban", "levy") for noun in nouns)


def is_in_order(stretch: Stretch, predicate: Predicate) -> bool:
    """Whether things, not ground, are under control: "the situation remains under control"."""
    if predicate.verb is None or lemma_of(predicate.word) != "control":
        return False
    return any(lemma_of(noun) in AFFAIRS for noun in stretch.children(predicate.verb, "nsubj", "nsubjpass"))


def is_condemned(stretch: Stretch, predicate: Predicate) -> bool:
    """Whether a deed is called a crime: "the attacks are a war crime"."""
    verb, word = predicate.verb, predicate.word
    if verb is None or verb.lemma != "be" or stretch.children(verb, "expl"):
        return False
    return word.dep == "attr" and lemma_of(word) in CRIMES


def is_somebody(stretch: Stretch, predicate: Predicate | None) -> bool:
    """Whether the stretch only names somebody, or some ground: "threatened [the group with annihilation]"."""
    if predicate is None or predicate.verb is not None:
        return False
    return predicate.word.pos == "PROPN" or bool(stretch.classes(predicate.word) & MENACED)


def is_gift(stretch: Stretch, predicate: Predicate) -> bool:
    """Whether goods or arms go to somebody named: "to send Zoria all the weapons that it needs"."""
    verb = predicate.verb
    if verb is None or verb.i != predicate.word.i or verb.lemma.lower() not in GIVING:
        return False
    goods = any("goods" in stretch.classes(noun) for noun in stretch.children(verb, "dobj"))
    return goods and bool(stretch.children(verb, "dative"))
