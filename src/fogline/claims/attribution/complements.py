"""What a report verb takes: clauses, objects, addressees, phrases with "as", quoted words."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.claims.attribution.cues import Cues
from fogline.claims.attribution.figures import REVISING
from fogline.claims.attribution.phrases import without
from fogline.records.claims import Stance
from fogline.records.sentences import Sentence, Token

__all__ = ["Complements", "Said"]

MEASURES = frozenset(
    """number toll loss figure count total cost damage casualty death dead strength size price value bill share rate
    population turnout speed range distance amount sum""".split()
)
FIGURES = frozenset("number toll figure count total estimate tally".split())  # what is raised in words alone
PARTING = frozenset("; : - – —".split())
FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True, slots=True)
class Said:
    """What a verb takes: the words of the content, the stance, and words that belong to the cue."""

    content: list[Token]
    stance: Stance
    cue: list[Token]


class Complements:
    """The complements of the report verbs of one sentence."""

    def __init__(self, sentence: Sentence, cues: Cues) -> None:
        self._sentence = sentence
        self._cues = cues

    def of(self, verb: Token) -> Said | None:
        """What `verb` takes, by the first frame that fits, or None where it reports nothing."""
        for frame in (
            *(self._declined, self._unverified, self._particle, self._clause, self._gerund, self._accused),
            *(self._addressed, self._as, self._measured),
            *(self._infinitive, self._preposition, self._light, self._object, self._quoted),
        ):
            said = frame(verb)
            if said is not None:
                return said
        return None

    def _declined(self, verb: Token) -> Said | None:
        """ "refused to confirm or deny", "would not comment on": silence, not denial."""
        if verb.lemma not in self._cues.decline_verbs:
            return None
        for child in self._sentence.children(verb, "xcomp"):
            if child.lemma in self._cues.declined:
                chain = [child, *self._sentence.children(child, "conj", "cc", "aux")]
                chain = [token for token in chain if len(self._sentence.subtree(token)) <= 2 or token is child]
                below = self._arguments(child) or self._arguments_of(chain)
                return Said(below or [child], "declines", [verb, *chain])
        return None

    def _unverified(self, verb: Token) -> Said | None:
        """ "could not verify the report", "has not confirmed whether": nobody stands behind it."""
        if verb.lemma not in self._cues.verifying or not self._sentence.children(verb, "neg"):
            return None
        content = self._arguments(verb)
        return Said(content, "unconfirmed", [verb]) if content else None

    def _arguments_of(self, verbs: list[Token]) -> list[Token]:
        return [token for verb in verbs for token in self._arguments(verb)]

    def _arguments(self, verb: Token) -> list[Token]:
        """The objects, clauses and prepositional phrases of a verb, in full."""
        found: list[Token] = []
        for child in self._sentence.children(verb, "dobj", "ccomp", "prep", "xcomp"):
            found += self._sentence.subtree(child)
        for child in self._sentence.children(verb, "conj"):
            found += self._arguments(child)
        return found

    def _particle(self, verb: Token) -> Said | None:
        wanted = self._cues.particles.get(verb.lemma)
        if not wanted or (self._sentence.children(verb, "dobj") and verb.lemma == "push"):
            return None
        for child in self._sentence.children(verb, "prt", "advmod", "prep"):
            if child.lower in wanted and not self._is_retreat(verb):
                content = without(self._arguments(verb), [child])
                denial = child.lower in self._cues.denial_particles.get(verb.lemma, ())
                return Said(content, "denies" if denial else "asserts", [verb, child]) if content else None
        return None

    def _is_retreat(self, verb: Token) -> bool:
        """ "was pushed back in three places": only on or against somebody's words one pushes back by words."""
        against = [child for child in self._sentence.subtree(verb) if child.lower in ("on", "against", "at")]
        return verb.lemma == "push" and not against and not self._sentence.children(verb, "ccomp")

    def _clause(self, verb: Token) -> Said | None:
        stance = self._cues.stance("c", verb.lemma) or ("asserts" if verb.lemma in self._cues.soft else None)
        clauses = self._reported(verb, self._sentence.children(verb, "ccomp"))
        if stance is None or not clauses:
            return None
        content: list[Token] = []
        for clause in clauses:
            if clause.pos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON", "ADV", "NUM", "ADP"):
                content += without(self._sentence.subtree(clause), self._comment(clause))
        return Said(content, stance, [verb]) if content else None

    def _reported(self, verb: Token, clauses: list[Token]) -> list[Token]:
        """The clauses that a verb reports; of "A fell; residents said B fell" the second alone."""
        if not any(clause.i > verb.i for clause in clauses):
            return clauses
        return [clause for clause in clauses if clause.i > verb.i or not self._is_parted(clause, verb)]

    def _is_parted(self, clause: Token, verb: Token) -> bool:
        end = max(token.i for token in self._sentence.subtree(clause))
        return any(token.text in PARTING for token in self._sentence.tokens[end : verb.i])

    def _comment(self, clause: Token) -> list[Token]:
        """The reporter's aside on a clause: "that the town fell, a claim the army rejected"."""
        asides = [
            noun
            for noun in self._sentence.subtree(clause)
            if noun.i > clause.i and noun.lemma.lower() in self._cues.asides and self._is_apart(noun)
        ]
        return [token for noun in asides for token in self._sentence.subtree(noun)]

    def _is_apart(self, noun: Token) -> bool:
        """Whether a noun with a clause of its own stands behind a comma, wherever the parse hangs it."""
        first = min(self._sentence.subtree(noun), key=lambda token: token.i)
        before = self._sentence.tokens[first.i - 1].text if first.i else ""
        return before == "," and bool(self._sentence.children(noun, "relcl", "acl"))

    def _gerund(self, verb: Token) -> Said | None:
        """ "denied pressing the group", "admitted having ordered the strike"."""
        stance = self._cues.stance("c", verb.lemma)
        deeds = [child for child in self._sentence.children(verb, "xcomp") if self.is_gerund(child)]
        if stance is None or not deeds:
            return None
        return Said([token for deed in deeds for token in self._sentence.subtree(deed)], stance, [verb])

    def is_gerund(self, verb: Token) -> bool:
        """Whether a verb names a deed that the verb above it speaks of: "pressing", "having pressed"."""
        above = self._sentence.head(verb)
        spoken = verb.dep == "xcomp" and self._cues.stance("c", above.lemma) is not None
        having = any(aux.lower in ("having", "being") for aux in self._sentence.children(verb, "aux", "auxpass"))
        return spoken and (verb.tag == "VBG" or having)

    def _accused(self, verb: Token) -> Said | None:
        stance = self._cues.stance("a", verb.lemma)
        party = self._sentence.children(verb, "dobj")
        if stance is None or not party:
            return None
        heads = [*party, *self._sentence.children(verb, "prep", "pcomp", "xcomp")]
        content = [token for head in heads for token in without(self._sentence.subtree(head), self._comment(head))]
        return Said(content, stance, [verb])

    def _addressed(self, verb: Token) -> Said | None:
        stance = self._cues.stance("d", verb.lemma)
        if stance is None:
            return None
        orders = self._sentence.children(verb, "xcomp", "ccomp")
        content = [token for order in orders for token in self._sentence.subtree(order)]
        for child in self._sentence.children(verb, "dobj", "prep"):
            if orders and child.i < orders[0].i:
                content += self._sentence.subtree(child)
        return Said(content, stance, [verb]) if orders else None

    def _as(self, verb: Token) -> Said | None:
        stance = self._cues.stance("s", verb.lemma)
        as_phrases = [c for c in self._sentence.children(verb, "prep", "mark", "advcl") if c.lower == "as"]
        complements = self._sentence.children(verb, "oprd", "ccomp", "xcomp")
        objects = self._sentence.children(verb, "dobj")
        if stance is None or not (as_phrases or complements) or not (objects or complements):
            return None
        content = [token for one in [*objects, *as_phrases, *complements] for token in self._sentence.subtree(one)]
        return Said(content, stance, [verb])

    def _measured(self, verb: Token) -> Said | None:
        """ "put the loss at about 4m", "raised its toll to 29": a number for what stands between."""
        objects = self._sentence.children(verb, "dobj")
        mark = "at" if verb.lemma in self._cues.measured else "to" if verb.lemma in REVISING else None
        if mark is None or not objects:
            return None
        phrases = self._sentence.children(verb, "prep") + self._sentence.children(objects[0], "prep")
        at = [one for one in phrases if one.lower == mark and one.i > objects[0].i]
        given = [one for one in at if any(word.pos == "NUM" for word in self._sentence.subtree(one))]
        told = objects[0].lemma.lower() in FIGURES if mark == "to" else self._is_measure(objects[0])
        if not given or not told:
            return None
        return Said([*self._sentence.subtree(objects[0]), *self._sentence.subtree(given[-1])], "asserts", [verb])

    def _is_measure(self, noun: Token) -> bool:
        """Whether a noun is counted or weighed: losses, a toll, the number of the dead."""
        words = (noun, *self._sentence.children(noun, "compound", "amod"))
        return any(word.lemma.lower() in MEASURES for word in words)

    def _infinitive(self, verb: Token) -> Said | None:
        stance = self._cues.stance("t", verb.lemma)
        orders = [c for c in self._sentence.children(verb, "xcomp") if self._sentence.children(c, "aux")]
        if stance is None or not orders:
            return None
        return Said(self._sentence.subtree(orders[0]), stance, [verb])

    def _preposition(self, verb: Token) -> Said | None:
        wanted = self._cues.prepositions.get(verb.lemma)
        if not wanted:
            return None
        for child in self._sentence.children(verb, "prep"):
            if child.lower in wanted:
                content = without(self._sentence.subtree(child), [child])
                stance = self._cues.stance("o", verb.lemma) or ("demands" if child.lower == "for" else "asserts")
                return Said(content, stance, [verb, child]) if content else None
        return None

    def _light(self, verb: Token) -> Said | None:
        """ "expressed hope that", "raised concerns over": the noun carries the statement."""
        if verb.lemma not in self._cues.light_verbs:
            return None
        for noun in self._sentence.children(verb, "dobj"):
            stance = self._cues.nouns.get(noun.lemma.lower())
            below = [
                token
                for child in self._sentence.children(noun, "acl", "prep", "relcl")
                if child.i > noun.i
                for token in self._sentence.subtree(child)
            ]
            below += [
                t
                for c in self._sentence.children(verb, "prep", "ccomp")
                if c.i > noun.i
                for t in self._sentence.subtree(c)
            ]
            if stance and below:
                return Said(below, stance, [verb, noun])
        return None

    def _object(self, verb: Token) -> Said | None:
        stance = self._cues.stance("o", verb.lemma)
        objects = self._sentence.children(verb, "dobj")
        if stance is None or not objects or (verb.lemma == "deny" and self._is_withheld(verb, objects)):
            return None
        content = [token for one in objects for token in self._sentence.subtree(one)]
        for child in self._sentence.children(verb, "advcl", "xcomp", "acl"):  # "the operation to free the town"
            if child.i > objects[-1].i and any(to.tag == "TO" for to in self._sentence.children(child)):
                content += self._sentence.subtree(child)
        if verb.lemma in ("thank", "praise", "condemn", "criticize", "criticise", "denounce", "laud", "disclaim"):
            content += [t for c in self._sentence.children(verb, "prep") for t in self._sentence.subtree(c)]
        return Said(content, stance, [verb])

    def _is_withheld(self, verb: Token, objects: list[Token]) -> bool:
        """ "deny them a safe haven", "denied access": kept from somebody, not disputed."""
        given = self._sentence.children(verb, "dative")
        return bool(given) or any(noun.lemma.lower() in self._cues.withheld for noun in objects)

    def _quoted(self, verb: Token) -> Said | None:
        """A verb of saying beside quoted words that the parse hung elsewhere."""
        stance = self._cues.stance("c", verb.lemma)
        if stance is None:
            return None
        inside, content = False, []
        for token in self._sentence.tokens:
            mark = token.text in '“”"«»'
            inside = inside != mark if token.text in '"' else (token.text in "“«" or (inside and not mark))
            if inside and not mark:
                content.append(token)
        whole = len(content) >= 4 and any(token.tag in FINITE for token in content)
        return Said(content, stance, [verb]) if whole and verb not in content else None
