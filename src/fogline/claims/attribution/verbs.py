"""Report verbs: who is the subject, what does the verb take."""

from __future__ import annotations

from fogline.claims.attribution.complements import Complements, Said
from fogline.claims.attribution.cues import Cues
from fogline.claims.attribution.phrases import (
    is_foiled,
    joint,
    noun_phrase,
    pieces,
    relative_pronoun,
    span_of,
    subject,
    without,
)
from fogline.claims.statement import Statement
from fogline.records.claims import Stance
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["VerbReader"]

NEGATIONS = frozenset("not never n't neither nor no".split())
UNCONFIRMED = ("unconfirmed", "unverified", "uncorroborated")
NAMELESS_PASSIVES = frozenset(
    "believe think say report understand rumor rumour estimate expect fear know allege".split()
)
PLAINLY = frozenset(
    """say add announce state note report claim write insist warn deny accuse urge explain argue tell vow
    decline refuse demand promise pledge condemn conclude""".split()
)
WITHHOLDING = frozenset("report provide release publish specify reveal identify name give disclose".split())
KEPT_BACK = frozenset(
    "number detail name identity information figure location cause estimate count breakdown evidence".split()
)
NAMELESS = frozenset("it this that these those there which what everything nothing something one".split())


class VerbReader:
    """Statements made by report verbs in one sentence."""

    def __init__(self, text: str, sentence: Sentence, cues: Cues) -> None:
        self._text = text
        self._sentence = sentence
        self._cues = cues
        self._complements = Complements(sentence, cues)

    def read(self, verb: Token) -> Statement | None:
        """The statement a verb reports, or None where it reports none."""
        if self._is_noun(verb) or self._complements.is_gerund(verb) or is_foiled(self._sentence, verb):
            return None
        if self._is_forbidden(verb):
            return None
        head, passive = subject(self._sentence, verb)
        if passive or verb.lower in UNCONFIRMED:
            return self._passive(verb, head)
        if head is None or not self._may_speak(verb, head):
            return None
        said = self._complements.of(verb)
        if said is None:
            return None
        speakers = self._subject_words(verb, head)
        return self._statement(verb, speakers, said)

    def named(self, verb: Token) -> tuple[Span, ...]:
        """The words that name who does what the verb says; of a passive, the agent."""
        head, passive = subject(self._sentence, verb)
        if passive:
            agents = [
                noun for by in self._sentence.children(verb, "agent") for noun in self._sentence.children(by, "pobj")
            ]
            return tuple(span_of(self._text, phrase) for noun in agents for phrase in self._speakers(noun))
        if head is None or (head.lower in NAMELESS and (head.lower != "it" or verb.lemma not in PLAINLY)):
            return ()
        return tuple(span_of(self._text, phrase) for phrase in self._subject_words(verb, head))

    def _statement(self, verb: Token, speakers: list[list[Token]], said: Said) -> Statement | None:
        named = [token for speaker in speakers for token in speaker]
        cue = self._cue(verb, said)
        content = pieces(self._text, self._sentence, without(said.content, [*named, *cue]))
        if not content:
            return None
        spans = tuple(span_of(self._text, speaker) for speaker in speakers)
        return Statement(
            self._sentence.index,
            spans,
            span_of(self._text, cue),
            content,
            self._stance(verb, said),
            not spans,
        )

    def _is_noun(self, verb: Token) -> bool:
        """ "...crimes, claims that Kyiv denied": a noun that the tagger takes for a verb."""
        before = self._sentence.tokens[verb.i - 1].text if verb.i else ""
        own = self._sentence.children(verb, "nsubj", "nsubjpass")
        return before in ("—", "–", "--") and verb.tag == "VBZ" and not own

    def _is_forbidden(self, verb: Token) -> bool:
        """ "signed a law on fines for mourning and denying": a participle joined to a finite verb is not its act."""
        bare = verb.tag == "VBG" and verb.dep == "conj" and not self._sentence.children(verb, "aux", "nsubj")
        return bare and self._sentence.head(verb).tag in ("VBD", "VBZ", "VBP")

    # Who

    def _may_speak(self, verb: Token, head: Token) -> bool:
        """Whether a subject can say something: a visit or a victory that signals something cannot."""
        lemma = head.lemma.lower()
        if head.lower == "it" and verb.lemma in PLAINLY:
            return True
        if head.lower in NAMELESS or lemma in self._cues.comment:
            return False
        if head.pos in ("PROPN", "PRON") or lemma in self._cues.sources or head.tag == "NNS":
            return head.pos != "PROPN" or verb.lemma not in ("show", "see", "find", "prove", "mark")
        return lemma in self._cues.sources or self._cues.stance("c", verb.lemma) is not None or not self._is_soft(verb)

    def _is_soft(self, verb: Token) -> bool:
        return verb.lemma in self._cues.soft

    def _subject_words(self, verb: Token, head: Token) -> list[list[Token]]:
        """The words of the subject: the pronoun of a relative clause, else the noun phrases."""
        pronoun = relative_pronoun(self._sentence, verb)
        return [[pronoun]] if pronoun else self._speakers(head)

    def _speakers(self, head: Token) -> list[list[Token]]:
        return [noun_phrase(self._sentence, one) for one in joint(self._sentence, head)]

    # How

    def _stance(self, verb: Token, said: Said) -> Stance:
        negated = any(child.lower in NEGATIONS for child in self._sentence.children(verb, "neg", "preconj"))
        for owner in self._sentence.children(verb, "nsubj"):
            negated = negated or any(one.lower in NEGATIONS for one in self._sentence.children(owner, "det"))
        if negated and verb.lemma in self._cues.verifying:
            return "unconfirmed"
        if negated and verb.lemma in ("comment", "respond", "reply", "answer", "disclose", "say"):
            return "declines"
        if negated and verb.lemma in WITHHOLDING and self._is_figure(verb):
            return "declines"
        if negated and said.stance == "denies":
            return "asserts"
        return said.stance

    def _is_figure(self, verb: Token) -> bool:
        """Whether the object of a verb is something that one may keep back: "does not report the number of"."""
        return any(child.lemma.lower() in KEPT_BACK for child in self._sentence.children(verb, "dobj"))

    def _cue(self, verb: Token, said: Said) -> list[Token]:
        helpers = self._sentence.children(verb, "aux", "neg", "auxpass")
        tokens = sorted({t.i: t for t in [*helpers, *said.cue]}.values(), key=lambda token: token.i)
        run = [token for token in tokens if token.i <= verb.i or token in said.cue]
        return run or [verb]

    # Passives

    def _passive(self, verb: Token, head: Token | None) -> Statement | None:
        """ "was accused of", "is believed to", "was described by X as", "unconfirmed by X"."""
        agents = self._sentence.children(verb, "agent")
        nouns = [noun for agent in agents for noun in self._sentence.children(agent, "pobj")]
        speakers = [phrase for noun in nouns for phrase in self._speakers(noun)]
        stance = self._passive_stance(verb)
        if stance is None or head is None or not (speakers or self._reports_passively(verb)):
            return None
        content = noun_phrase(self._sentence, head)
        for child in self._sentence.children(verb, "xcomp", "prep", "oprd", "ccomp", "pcomp"):
            content += self._sentence.subtree(child)
        if verb.lower in UNCONFIRMED:
            content += [verb, *[token for agent in agents for token in self._sentence.subtree(agent)]]
            return self._unconfirmed(verb, speakers, content)
        return self._statement(verb, speakers, Said(content, stance, [verb]))

    def _unconfirmed(self, verb: Token, speakers: list[list[Token]], content: list[Token]) -> Statement | None:
        """Lack of confirmation is itself what is said; the bare noun alone would not stand as evidence."""
        spans = pieces(self._text, self._sentence, content)
        named = tuple(span_of(self._text, speaker) for speaker in speakers)
        cue = span_of(self._text, [verb])
        if not spans:
            return None
        return Statement(self._sentence.index, named, cue, spans, "unconfirmed", not named)

    def _passive_stance(self, verb: Token) -> Stance | None:
        if verb.lower in UNCONFIRMED:
            return "unconfirmed"
        found = (self._cues.stance(frame, verb.lemma) for frame in "acso")
        return next((stance for stance in found if stance), None)

    def _reports_passively(self, verb: Token) -> bool:
        """Without an agent only some passives report: "is believed to", "was accused of"."""
        if self._cues.stance("a", verb.lemma):
            return True
        return verb.lemma in NAMELESS_PASSIVES and bool(self._sentence.children(verb, "xcomp", "ccomp"))
