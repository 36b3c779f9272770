"""Who stands behind the words that name a speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.speakers.homes import GOVERNMENT, Homes, is_state_media
from fogline.claims.speakers.seats import is_bare_office, seat_of
from fogline.claims.speakers.voices import is_quoted, own_voice_of
from fogline.claims.speakers.wording import (
    antecedent,
    counted,
    head_of,
    kind_of_noun,
    kind_of_pronoun,
    leans,
    named_as,
    phrase_of,
    plain_name,
)
from fogline.packs.lexicon import lexicon, word_key
from fogline.packs.model import Pack
from fogline.packs.roles import Role, roles
from fogline.records.claims import Speaker
from fogline.records.documents import Document
from fogline.records.mentions import Actor, ActorKind, ActorMention
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["SpeakerResolver"]


class SpeakerResolver:
    """Gives the speaker that words of one report stand for."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        actor_mentions: Sequence[ActorMention],
        pack: Pack,
        homes: Homes | None = None,
    ) -> None:
        self._homes = homes
        self._seat = seat_of(sentences, pack)
        self._text = document.text
        self._sentences = sentences
        self._lexicon = lexicon(pack)
        self._voice = own_voice_of(document, sentences, actor_mentions, self._lexicon)
        self._mentions: dict[int, list[ActorMention]] = {}
        for mention in actor_mentions:
            self._mentions.setdefault(mention.sentence, []).append(mention)

    def resolve(self, span: Span, sentence_index: int) -> Speaker:
        """The speaker named by `span`, which stands in the sentence of that index.

        A pronoun or description becomes the name it stands for; where nothing is found the name is the words
        themselves, without article. `side` is None where the text does not make it clear.
        """
        sentence = self._sentence_of(span, sentence_index)
        words = sentence.tokens_in(span.start, span.end) if sentence else []
        if sentence is None or not words:
            return self._by_words(span)
        head = counted(sentence, head_of(sentence, words), span.end)
        if (rival := self._one_of_two(sentence, span, head)) is not None:
            return rival
        if head.lower in _RELATIVE and (noun := antecedent(sentence, head)) is not None:
            head, words = noun, phrase_of(sentence, noun)
        signed = self._text[max(span.start - 1, 0) : span.start] in ("-", "–", "—")  # "... -defence minister"
        if head.pos == "NOUN" and not signed and (name := named_as(sentence, head)) is not None:
            head, words = name, phrase_of(sentence, name)
        role = _role(words, head)
        if role is not None and role.noun in roles().acts:
            head = _whose(sentence, head, span) or head
            role = None if head.dep == "poss" else role
        mention = self._named_behind(sentence, words, head) or self._mention_at(sentence.index, head)
        if mention is not None and not (_is_document(role) and mention.span.end <= head.end):
            actor, side = _in_full(self._text, mention, words, head), mention.actor.side
            if actor.kind == "person" and side is None and role is None:
                side = self._state_of_office(words)
            return self._at_home(Speaker(actor.name, actor.kind, side, span), words)
        return self._at_home(self._described(sentence, words, head, role, span), words)

    def _one_of_two(self, sentence: Sentence, span: Span, head: Token) -> Speaker | None:
        """The state of one adjective of two before a noun: "Freedonian" in "Freedonian and Sylvanian officials"."""
        around = self._mention_at(sentence.index, head)
        if (
            around is None
            or span.end - span.start >= around.span.end - around.span.start
            or " and " not in around.span.text
        ):
            return None
        entry = self._lexicon.named(span.text)
        adjective = entry is not None and entry.use == "adjective" and " " not in span.text
        return Speaker(entry.name, entry.kind, entry.side, span) if entry is not None and adjective else None

    def _at_home(self, speaker: Speaker, words: Sequence[Token]) -> Speaker:
        """The speaker with the side that the report as a whole tells: "state television" of a report on Iran."""
        if speaker.side not in (None, GOVERNMENT) or speaker.kind in ("document", "unnamed"):
            return speaker
        side = self._state_in(words) if speaker.kind == "media" and is_state_media(words) else None
        side = side or (self._seat if is_bare_office(words) else None)
        side = side or (self._homes.side(words) if self._homes is not None else None)
        return replace(speaker, side=side) if side else speaker

    def _sentence_of(self, span: Span, index: int) -> Sentence | None:
        if 0 <= index < len(self._sentences):
            sentence = self._sentences[index]
            if sentence.start <= span.start < sentence.end:
                return sentence
        at = bisect_left([sentence.end for sentence in self._sentences], span.start + 1)
        return self._sentences[at] if at < len(self._sentences) else None

    def _mention_at(self, index: int, head: Token) -> ActorMention | None:
        """The actor mention that covers this head; persons first, then the widest."""
        found = [m for m in self._mentions.get(index, ()) if m.span.start <= head.start < m.span.end]
        return max(found, key=lambda m: (_is_named(m), m.span.end - m.span.start), default=None)

    def _named_behind(self, sentence: Sentence, words: Sequence[Token], head: Token) -> ActorMention | None:
        """The holder named behind a comma at the end of long titles: "Minister of Health and Care, Ruta Abene"."""
        last = words[-1]
        if last.i - head.i < 3 or head.tag in ("NNS", "NNPS"):
            return None
        first, named = self._mention_at(sentence.index, head), self._mention_at(sentence.index, last)
        if named is None or named.actor.kind != "person" or named.span.start <= head.start:
            return None
        before = sentence.token_at(named.span.start - 2)
        if before is None or before.text != "," or not _is_title(first, words, head):
            return None
        side = named.actor.side or (first.actor.side if first is not None else None)
        side = (
            side
            or self._side(sentence, head, _role(words, head), Span(words[0].start, last.end, ""))
            or self._state_in(words)
        )
        return replace(named, actor=replace(named.actor, side=side))

    def _state_of_office(self, words: Sequence[Token]) -> str | None:
        """The state in the office before a name: "President of Ukraine Ruta Abene"; none of a resident of it."""
        for at, token in enumerate(words):
            role = _role(words, token)
            if role is not None and role.kind == "person" and role.belongs == "state":
                of = next((i for i in range(at + 1, len(words)) if words[i].lower == "of"), None)
                return self._state_in(words[of:]) if of is not None else None
        return None

    def _state_in(self, words: Sequence[Token]) -> str | None:
        """The only state that the words of a title name: "... of the Republic of Moldova"."""
        found = {side for token in words if (side := self._of_adjective(token))}
        return next(iter(found)) if len(found) == 1 else None

    def _described(
        self, sentence: Sentence, words: Sequence[Token], head: Token, role: Role | None, span: Span
    ) -> Speaker:
        name = plain_name(self._text, words).lstrip("-–—")
        signed = words[0].text != name and words[0].text.endswith(name)  # "... -Freedonia"
        if len(words) == 1 and len(name) > 1 and (name.isupper() or signed) and self._lexicon.named(name) is not None:
            return self._by_words(Span(span.start, span.end, name))  # "US", not "us"
        seat = self._lexicon.named(name) if head.pos == "PROPN" or name[:1].isupper() else None
        # who speaks is no town: '...; Tarn rejects "fable"'
        named = seat is not None and (seat.use in ("capital", "state") or seat.kind == "person")
        if seat is not None and (named or (seat.use == "adjective" and not _is_led(sentence, words[0]))):
            return Speaker(seat.name, seat.kind, seat.side, span)
        if self._voice is not None and words[0].lower in _OWN and not is_quoted(self._text, span.start):
            return Speaker(self._voice.name, self._voice.kind, self._voice.side, span)
        if role is None and len(words) == 1 and (kind := kind_of_pronoun(words[0].lower)):
            return Speaker(name, kind, None, span)
        kind = role.kind if role is not None else self._kind(head, words)
        return Speaker(name, kind, self._side(sentence, head, role, span), span)

    def _side(self, sentence: Sentence, head: Token, role: Role | None, span: Span) -> str | None:
        """The side of whoever a document, source or body belongs to: "a statement by", "the army's map"."""
        if role is not None and role.belongs == "none":
            return None
        holders = sentence.children(head, *_BEFORE)
        holders += [one for noun in holders if noun.dep == "compound" for one in sentence.children(noun, *_BEFORE)]
        for prep in sentence.children(head, "prep", "agent", "acl"):
            if prep.lower in _BY:
                holders += sentence.children(prep, "pobj")
            holders += [noun for by in sentence.children(prep, "agent") for noun in sentence.children(by, "pobj")]
        for holder in (holder for holder in holders if holder.start >= span.start):
            mention = next((m for m in self._mentions.get(sentence.index, ()) if _on(m, holder)), None)
            if mention is not None and mention.actor.side is not None and not leans(sentence, holder):
                return mention.actor.side
            if mention is None and (side := self._of_adjective(holder)) and not leans(sentence, holder):
                return side
        return None

    def _of_adjective(self, token: Token) -> str | None:
        """The side of a demonym or capital that is no mention of its own: "a Russian map"."""
        entry = self._lexicon.named(token.text) if token.text[0].isupper() else None
        return entry.side if entry is not None and entry.use in ("adjective", "state", "actor") else None

    def _kind(self, head: Token, words: Sequence[Token]) -> ActorKind:
        if head.lower in _FOES:
            return "armed_force"
        if head.pos == "PROPN":
            body = words[0].lower == "the" or any(char.isupper() for char in head.text[1:])
            return "organisation" if body else "person"
        if head.tag in ("NNS", "NNPS") or head.pos in ("NUM", "DET", "ADJ"):
            return "people"
        if head.text[:1].isupper() and len(words) == 1:
            return "person"  # "Blinken: ...", which the parser takes for a common noun
        return kind_of_noun(head.lower)

    def _by_words(self, span: Span) -> Speaker:
        entry = self._lexicon.named(span.text)
        actor = Actor(entry.name, entry.kind, entry.side) if entry else Actor(span.text, "unnamed")
        return Speaker(actor.name, actor.kind, actor.side, span)


def _in_full(text: str, mention: ActorMention, words: Sequence[Token], head: Token) -> Actor:
    """The actor, of whom a bare word tells nothing with what he leads: "heads of the foreign offices", no "heads"."""
    actor = mention.actor
    bare = head.tag == "NNS" and head.lemma.lower() in LEADING and actor.name.lower() == head.lower
    behind = [word for word in words if word.i > head.i][:1]
    name = re.split(r" \(|, (?:wh|and who)|[\"“”]", plain_name(text, words))[0].rstrip(" ,")
    led = bare and bool(behind) and behind[0].lower == "of" and not name.endswith((" of", " the"))
    return replace(actor, name=name) if led else actor


def _is_led(sentence: Sentence, word: Token) -> bool:
    """Whether an article or number makes a person of an adjective: "a Freedonian", no "Freedonian claims that P"."""
    return word.pos in ("DET", "NUM") or any(
        one.pos in ("DET", "NUM") for one in sentence.tokens[max(word.i - 1, 0) : word.i]
    )


def _is_named(mention: ActorMention) -> bool:
    """Whether the mention is a person, and not the first word of a body: "General" in "General Staff"."""
    name = mention.actor.name
    return mention.actor.kind == "person" and (" " in name or roles().of((word_key(name),)) is None)


def _is_title(mention: ActorMention | None, words: Sequence[Token], head: Token) -> bool:
    """Whether the head is an office and no name: the words of its mention, if any, say what somebody is."""
    role = _role(words, head)
    if role is None or role.kind != "person":
        return False
    return mention is None or mention.actor.name.split()[-1] == head.text


def _whose(sentence: Sentence, head: Token, span: Span) -> Token | None:
    """Who spoke, in words for what was spoken: Putin in "Putin's remarks"."""
    holders = [t for t in sentence.children(head, "poss") if t.start >= span.start]
    return holders[0] if holders else None


LEADING = frozenset({"head", "chief", "leader", "member", "representative", "director", "minister", "commander"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OWN = frozenset({"we", "us", "our"})
_FOES = frozenset({"enemy", "invaders", "occupiers", "aggressor"})
_BEFORE = ("poss", "amod", "compound", "nmod")  # "the Kyrgyz border service": the adjective hangs on the border
_BY = frozenset({"by", "of", "from", "for"})


def _on(mention: ActorMention, token: Token) -> bool:
    return mention.span.start <= token.start < mention.span.end


def _role(words: Sequence[Token], head: Token) -> Role | None:
    """What the words up to the head say somebody is."""
    keys = tuple(
        word_key(token.text.lstrip("-–—") or token.text) for token in words if token.i <= head.i and token.text != "-"
    )
    return roles().of(keys[-5:]) if keys else None


def _is_document(role: Role | None) -> bool:
    return role is not None and role.kind in ("document", "unnamed")
