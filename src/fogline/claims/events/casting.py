"""Which nouns can act and which can undergo an event: a part that no noun fits stays empty."""

from __future__ import annotations

from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.stretch import lemma_of
from fogline.packs.roles import PERSON_ENDINGS, roles
from fogline.records.claims import Kind
from fogline.records.sentences import Sentence, Token

__all__ = [
    "BODIES",
    "PARTS",
    "PHYSICAL",
    "can_act",
    "can_undergo",
    "counted",
    "is_armed",
    "is_body",
    "is_name",
    "is_owner",
]

BODIES = frozenset({"armed", "people", "authority"})
INERT = frozenset({"place", "thing", "goods", "mine", "deal", "weapon"})
# What these do, they do to things and places too; of the rest only somebody can be the target.
PHYSICAL: frozenset[Kind] = frozenset({"attack", "damage", "clash", "clearance"})
# What each of these may be done to beside people and bodies: who is helped can be a camp, what is frozen an account.
ENOUGH: dict[Kind, frozenset[str]] = {
    "deployment": frozenset({"thing", "weapon", "place"}), "aid": frozenset({"place"}),
    "sanction": frozenset({"place", "goods"}),
}  # fmt: skip
CREWED = frozenset({"boat", "ship", "vessel", "trawler", "vehicle", "truck", "convoy", "train", "aircraft", "plane"})
HIT = frozenset({"thing", "place"})
SORTS = frozenset(
    {
        "military",
        "official",
        "terrorist",
        "civilian",
        "criminal",
        "general",
        "private",
        "dead",
        "wounded",
        "injured",
        "defence",
        "defense",
    }
)
PLANS = frozenset({"campaign", "programme", "program", "initiative", "project", "scheme", "mission", "front", "cell"})
ABSTRACT = (
    "ness", "tion", "sion", "ance", "ence", "ism", "ship", "ity", "ure", "acy", "cy", "hood", "ics", "logy", "dom",
)  # fmt: skip
UNTOUCHED = frozenset(
    {"way", "fact", "fear", "truth", "face", "memory", "contact", "access", "effort", "attempt", "role", "support",
     "right", "power", "law", "claim", "point", "goal", "aim", "target", "part", "level", "rate", "price", "end",
     "start", "change", "use", "course", "case", "matter", "issue", "question", "idea", "word", "history", "future",
     "policy", "process", "measure", "step", "sense", "consequence", "result", "cause", "reason", "blow", "job",
     "distance", "speed", "stability", "silence", "image", "video", "footage", "photo", "picture", "report", "data"}
)  # fmt: skip
# Nouns that end like those for people.
THINGS = frozenset(
    {"counter", "matter", "number", "letter", "border", "winter", "summer", "shelter", "center", "quarter", "theater",
     "tanker", "trailer", "computer", "container", "trigger", "danger", "hunger", "disaster", "barrier", "carrier",
     "frontier", "corridor", "sector", "factor", "reactor", "tractor", "vector", "terror", "mirror", "tremor", "harbor",
     "chamber", "shower", "flower", "powder", "folder", "boulder", "ladder", "murder", "gender", "tender", "calendar",
     "dollar", "pillar", "sugar", "seminar", "committee", "degree", "guarantee", "cluster", "filter", "meter", "master",
     "server", "charter", "chapter", "customer", "laser", "cover", "transfer", "offer", "answer", "poster", "paper",
     "helicopter", "launcher", "freighter", "cruiser", "trawler", "bulldozer", "excavator", "generator", "transformer",
     "indicator", "elevator", "conductor", "restaurant", "warrant", "covenant", "fertilizer", "fertiliser", "river",
     "water", "power", "order", "weather", "newspaper", "semester", "trimester", "perimeter", "kilometer", "banner"}
)  # fmt: skip
PARTS = frozenset(
    {"dozen", "hundred", "thousand", "million", "score", "total", "number", "handful", "majority", "minority", "rest",
     "some", "many", "most", "half", "third", "quarter", "percent", "couple", "pair", "lot", "all", "several", "few",
     "none", "each", "one", "any", "bulk", "remainder", "scores", "plenty", "both", "worth", "remains", "member",
     "members", "tonne", "ton", "kilogram", "litre", "part", "range", "variety", "series", "string", "wave", "batch",
     "piece", "row", "pile", "heap", "cluster", "bunch"}
)  # fmt: skip


def is_body(token: Token) -> bool:
    """Whether the noun is one of armed people, of other people or of an authority."""
    return bool(lexicon().classes.get(lemma_of(token), frozenset()) & BODIES)


def is_armed(token: Token) -> bool:
    """Whether the noun is one of armed people, or a name, which may be theirs."""
    return token.pos == "PROPN" or "armed" in lexicon().classes.get(lemma_of(token), frozenset())


def is_owner(token: Token) -> bool:
    """Whether a noun before another names somebody: "rebel mortar"; "military defeat" says only what sort it is."""
    return is_body(token) and token.lower not in SORTS


def counted(sentence: Sentence, head: Token) -> Token:
    """The noun behind a word that only counts it: drones in "three of the drones", "a total of 221 children"."""
    if lemma_of(head) not in PARTS and head.pos != "NUM":
        return head
    for prep in sentence.children(head, "prep"):
        if prep.lower == "of" and prep.i > head.i:
            nouns = sentence.children(prep, "pobj")
            if nouns and nouns[0].pos in ("NOUN", "PROPN"):
                return counted(sentence, nouns[0])
    return head


def can_act(head: Token) -> bool:
    """Whether the noun can be who does something: a person, a body, a name; no plant, report or image."""
    classes = lexicon().classes.get(lemma_of(head), frozenset())
    if head.pos == "PROPN" or classes & BODIES or lemma_of(head) in CREWED:
        return True
    return not classes & INERT and head.pos == "NOUN" and (_is_somebody(head) or is_name(head))


def can_undergo(sentence: Sentence, head: Token, kind: Kind) -> bool:
    """Whether the noun can be whom or what an event of this kind is done to."""
    classes = lexicon().classes.get(lemma_of(head), frozenset())
    if head.pos == "PROPN" or classes & BODIES:
        return True
    if kind in PHYSICAL:
        return bool(classes & INERT) or (_is_solid(head) and _is_struck(sentence, head))
    if kind == "casualties" and classes & HIT:  # "struck the depot, killing ten"
        return _is_struck(sentence, head)
    if classes & ENOUGH.get(kind, frozenset()):
        return True
    return not classes & INERT and _is_somebody(head)


def is_name(head: Token) -> bool:
    """Whether a word that the tagger took for a noun is rather a name: "Tamra has agreed"."""
    known = lemma_of(head) in lexicon().entries or lemma_of(head) in UNTOUCHED
    return head.tag == "NN" and head.text[:1].isupper() and not known and not head.lower.endswith(ABSTRACT)


def _is_somebody(head: Token) -> bool:
    """Whether a common noun that no class of events knows names people or a body all the same."""
    word = head.lower
    if word in PLANS:
        return False
    if word in roles().nouns:
        role = roles().of((word,))
        return role is not None and role.kind not in ("document", "unnamed", "media")
    plain = word.removesuffix("s") if head.tag == "NNS" else word
    person = plain.endswith(PERSON_ENDINGS) and len(plain) > 5 and plain not in THINGS
    return person and not lexicon().names(plain, "noun")


def _is_struck(sentence: Sentence, head: Token) -> bool:
    """Whether the noun is the object of a verb of an event, or stands behind the preposition of an event noun."""
    while head.dep == "conj" and head.head != head.i:
        head = sentence.head(head)
    above = sentence.head(head)
    return head.dep == "pobj" or (above.pos == "VERB" and lexicon().names(lemma_of(above), "verb"))


def _is_solid(head: Token) -> bool:
    """Whether a noun that no class knows may name a thing that can be hit."""
    lemma = lemma_of(head)
    if head.pos != "NOUN" or lemma in UNTOUCHED or lemma.endswith(ABSTRACT):
        return False
    return not lexicon().names(lemma, "noun")
