"""Whether a word that names an event only beside a place, an army, people or goods stands beside one."""

from __future__ import annotations

from fogline.claims.events.casting import PARTS
from fogline.claims.events.stretch import Stretch, lemma_of
from fogline.records.sentences import Token

__all__ = ["Surroundings", "surroundings"]

FULL, NAMED, LOOSE = 1.0, 0.8, 0.3  # the class itself beside the word; a name or pronoun; the class anywhere near
SUBJECTS = frozenset({"nsubj", "agent"})
BESIDE = frozenset(
    {"nsubj", "nsubjpass", "dobj", "attr", "dative", "oprd", "amod", "compound", "poss", "nmod", "appos", "acomp",
     "npadvmod"}
)  # fmt: skip
OF_SUBJECT = frozenset(
    {"fall", "belong", "pass", "change", "remain", "be"}
)  # what they say of a place, they say of the subject
UPWARD = frozenset({"conj", "xcomp", "advcl", "ccomp"})

NO_GROUND = frozenset({"deal", "goods", "weapon"})  # "secure a resolution"
PERSONAL = frozenset({"people", "armed", "name", "pronoun", "number", "place"})
WHOLE = frozenset({"nsubjpass", "dobj"})
HARDWARE = frozenset({"weapon", "thing"})
MATERIEL = frozenset(
    {"tank", "armour", "armor", "column", "warship", "frigate", "destroyer", "gunboat", "fleet", "flotilla", "armada",
     "patrol", "squadron", "defence", "defense", "navy"}
)  # fmt: skip


class Surroundings:
    """The classes of the nouns around one word: as subject, as what is acted on, and any but the subject."""

    __slots__ = ("objects", "other", "stretch", "subject", "thing")

    def __init__(self, stretch: Stretch) -> None:
        self.stretch = stretch
        self.subject: set[str] = set()
        self.objects: set[str] = set()
        self.other: set[str] = set()
        self.thing = False  # whether its object is plainly no person: "released information"

    def add(self, token: Token, dep: str) -> None:
        """Take in the classes of one noun that stands to the word in the relation `dep`."""
        classes = self._classes(token, dep)
        if dep in WHOLE and "armed" in classes and _is_person(token, classes) and not classes & HARDWARE:
            classes = {*classes, "people"}  # "destroyed the enemy", not "enemy equipment"
        if dep == "poss" and token.pos == "PROPN":
            self.subject.add("name")
        if dep in SUBJECTS:
            self.subject |= classes
            return
        self.other |= classes
        if dep != "prep":
            self.objects |= classes
        if dep == "dobj" and token.pos == "NOUN" and lemma_of(token) not in PARTS and not _is_person(token, classes):
            self.thing = True  # "photos of the officers", not "dozens of soldiers"

    def _classes(self, token: Token, dep: str) -> set[str]:
        """The classes of the noun, and whether it is a name, a thing of that name, a pronoun or a number."""
        if token.pos == "PROPN" and dep not in ("compound", "amod", "poss"):
            return {"item"} if self._is_item(token) else {*self.stretch.classes(token), "name"}
        classes = set(self.stretch.classes(token))
        if token.pos == "PRON":
            classes.add("pronoun")
        elif token.pos == "NUM" and token.dep != "nummod":
            classes.add("number")
        if any(child.lower == "armed" for child in self.stretch.sentence.children(token, "amod")):
            classes.add("armed")  # "armed youth"
        return classes

    def _is_item(self, token: Token) -> bool:
        """Whether a name counts things of that name: "one Bayraktar", "two Leopards"."""
        return any(
            t.dep == "nummod" or t.lower in ("a", "an", "any", "another")
            for t in self.stretch.sentence.children(token, "nummod", "det")
        )

    def meets(self, needs: str, anywhere: set[str], lemma: str) -> float:
        """How well the need is met: 0 where nothing of the class is in sight."""
        if needs in ("whom", "place"):
            found = self._whom() if needs == "whom" else self._place(lemma)
            only_who = needs == "whom" and (self.thing or "people" in self.subject)  # "the minister will return"
            nothing = needs not in anywhere or only_who
            return found or (0.0 if nothing else LOOSE)
        if needs == "person":  # a minister who flies somewhere
            return FULL if needs in self.subject else 0.0
        if needs in self.other or (needs in self.subject and needs != "mine"):  # a mine that destroys clears nothing
            return FULL
        if needs == "armed":
            return self._armed(anywhere)
        if needs == "people":
            return self._people(anywhere)
        return LOOSE if needs in anywhere else 0.0

    def _place(self, lemma: str) -> float:
        """A place as what is acted on: "took the children out of the town" takes no town."""
        held = self.objects | self.subject if lemma in OF_SUBJECT else self.objects
        if "place" in held:
            return FULL
        return NAMED if "name" in held and not held & NO_GROUND else 0.0

    def _whom(self) -> float:
        """People as what is acted on: an army that captures a town is not the one captured."""
        if self.thing:
            return 0.0
        if "people" in self.objects:
            return FULL
        if "number" in self.objects or "pronoun" in self.objects:
            return NAMED
        return 0.6 if "name" in self.objects else 0.0

    def _armed(self, anywhere: set[str]) -> float:
        if "weapon" in self.subject or "weapon" in self.other:
            return FULL
        if "name" in self.subject or "pronoun" in self.subject:
            return NAMED if anywhere & {"armed", "weapon"} or "place" in self.other else LOOSE
        return LOOSE if anywhere & {"armed", "weapon"} else 0.0

    def _people(self, anywhere: set[str]) -> float:
        if "number" in self.other or "number" in self.subject or "pronoun" in self.other:
            return NAMED
        if "name" in self.other or "pronoun" in self.subject:
            return 0.6
        return LOOSE if "people" in anywhere else 0.0


def _is_hardware(found: Surroundings, noun: Token) -> bool:
    return noun.pos == "NOUN" and bool(found.stretch.classes(noun) & HARDWARE)


def _is_person(token: Token, classes: set[str]) -> bool:
    return bool(classes & PERSONAL) and not (lemma_of(token) in MATERIEL and "people" not in classes)


def surroundings(stretch: Stretch, token: Token) -> Surroundings:
    """The nouns that hang on the word, directly or by a preposition, and those it shares with the verb above."""
    sentence, found = stretch.sentence, Surroundings(stretch)
    _below(token, found)
    if token.dep in ("acl", "relcl", "amod", "pobj", "compound") or token.pos == "NOUN":
        found.add(sentence.head(token), "dobj")
    elif token.dep in UPWARD and "nsubj" not in {child.dep for child in sentence.children(token)}:
        _below(sentence.head(token), found)
    return found


def _below(token: Token, found: Surroundings) -> None:
    sentence = found.stretch.sentence
    for child in sentence.children(token):
        if child.dep in BESIDE:
            found.add(child, child.dep)
            _beside(child, found)
        elif child.dep in ("prep", "agent"):
            dep = "agent" if child.lower == "by" else "of" if child.lower == "of" else "prep"
            for noun in sentence.children(child, "pobj"):
                found.add(noun, dep)


def _beside(noun: Token, found: Surroundings) -> None:
    """What a noun brings along: its twins, its compounds, and what it is made of ("dozens of soldiers")."""
    sentence = found.stretch.sentence
    for more in sentence.children(noun, "conj", "prep", "compound"):
        if more.dep != "prep":
            found.add(more, noun.dep if more.dep == "conj" else "compound")
            continue
        for inner in sentence.children(more, "pobj"):
            shown = "people" in found.stretch.classes(inner) and (found.thing or _is_hardware(found, noun))
            found.add(inner, noun.dep if more.lower == "of" and not shown else "prep")
