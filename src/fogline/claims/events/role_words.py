"""Words by how they hand out the parts of an event: who acts, who undergoes, who only looks on."""

from __future__ import annotations

from fogline.records.claims import Kind

__all__ = [
    "ACTING_OF",
    "BEARING",
    "BEATING",
    "BLAMING",
    "CROSSED",
    "DEEDS",
    "FOUGHT",
    "HELD",
    "INVADED",
    "LOSING",
    "MET",
    "OWN",
    "PASSING",
    "PERCEIVING",
    "PREMODIFIERS",
    "REACHING",
    "RESTING",
    "STOPPING",
    "SUFFERED",
    "SUFFERING",
    "TELLING",
    "UNDERGONE",
    "USING",
    "WHOM",
    "WHOM_ELSE",
]

PREMODIFIERS = ("poss", "amod", "nmod", "compound")
# Of-phrases after these name who acts ("the advance of the army"); after all other event nouns, what is acted on.
ACTING_OF = frozenset(
    {"advance", "withdrawal", "retreat", "arrival", "presence", "participation", "involvement", "movement", "return",
     "departure", "landing", "surrender", "aggression", "offensive", "counteroffensive", "resistance", "visit",
     "entry", "push", "incursion", "invasion", "refusal", "exodus", "crime", "atrocity", "provocation",
     "violation"}
)  # fmt: skip
INVADED = frozenset({"invasion", "entry", "visit"})  # "the invasion of Kedara", but "the invasion of Zoran troops"
SUFFERED = frozenset({"loss", "casualty", "death", "injury", "fatality", "wound", "victim", "damage", "defeat", "toll"})
UNDERGONE: frozenset[Kind] = frozenset({"casualties", "damage"})
HELD = frozenset({"control", "possession", "hand", "occupation"})
STOPPING = frozenset({"repel", "stop", "repulse", "foil", "thwart", "intercept"})
BEATING = frozenset({"beat", "fight", "push", "drive", "throw", "hold", "fend", "stave"})
TELLING = frozenset({"report", "record", "see", "end", "claim", "confirm", "halt"})
SUFFERING = frozenset({"lose", "suffer", "survive", "bleed", "die", "perish", "succumb"})  # "died a brave death"
RESTING = frozenset({"lie", "stand", "sit", "float", "smoulder", "smolder", "smoke", "lean", "tilt", "rest"})
BEARING = frozenset(
    {"have", "show", "develop", "need", "require", "receive", "undergo", "display", "weigh"}
)  # "has burns"
REACHING = frozenset(
    {"reach", "enter", "leave", "pass", "cross", "near", "approach", "flee", "escape", "exit", "quit", "traverse"}
)
BLAMING = frozenset({"accuse", "blame", "suspect", "condemn", "charge", "fault", "criticise", "criticize"})
OWN = frozenset({"ours", "mine", "theirs", "his", "hers"})
LOSING = frozenset({"lose", "cede", "yield", "relinquish", "surrender"})
WHOM: dict[Kind, tuple[str, ...]] = {
    "clash": ("with", "against"), "attack": ("on", "against", "at", "upon", "into"), "aid": ("to", "for"),
    "sanction": ("on", "against"), "negotiation": ("with",), "meeting": ("with",), "control": ("from",),
    "damage": ("to",), "casualties": ("among", "to"), "threat": ("against", "to"),
    "accusation": ("against",), "demand": ("to", "on"), "movement": ("against",), "deployment": ("against",),
    "other": ("against",),
}  # fmt: skip
WHOM_ELSE = ("on", "against")
# Who notices an event takes no part in it.
PERCEIVING = frozenset(
    {"see", "hear", "notice", "watch", "witness", "feel", "spot", "observe", "film", "know", "remember", "recall",
     "smell", "sense", "glimpse", "photograph", "record", "count", "find", "discover", "learn", "detect", "identify",
     "examine", "investigate", "document", "verify", "describe", "understand", "mention", "report", "tolerate",
     "condemn", "condone", "endure", "forgive", "fear", "expect", "await", "oppose", "denounce", "regret", "mourn",
     "deplore", "celebrate", "commend", "praise", "hail", "thank", "salute", "applaud", "congratulate",
     "criticise", "criticize", "publish", "share", "broadcast", "upload"}
)  # fmt: skip
FOUGHT = frozenset({"war", "battle", "campaign", "fight", "duel", "action"})
CROSSED: frozenset[Kind] = frozenset({"movement", "aid", "deployment"})
DEEDS: frozenset[Kind] = frozenset(
    {"attack", "clash", "casualties", "damage", "movement", "control", "deployment", "detention"}
)
USING = frozenset(
    {"fire", "launch", "drop", "lob", "hurl", "throw", "use", "release", "unleash", "rain", "send", "aim", "pour",
     "direct", "deploy", "detonate", "explode", "employ", "spray", "toss", "plant", "shoot", "hit"}
)  # fmt: skip
MET = frozenset(
    {"meet", "receive", "host", "welcome", "telephone", "phone", "call", "see", "brief", "greet", "consult"}
)
PASSING = frozenset({"fall", "loss", "surrender", "handover", "cession", "transfer"})
