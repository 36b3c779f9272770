"""What the grammar tells beyond doubt, laid over what the readers found."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.attribution.cues import Cues
from fogline.claims.attribution.forms.answers import with_answers
from fogline.claims.attribution.forms.asides import with_asides
from fogline.claims.attribution.forms.bare import with_bare
from fogline.claims.attribution.forms.believed import with_believed
from fogline.claims.attribution.forms.blaming import with_blamed, with_reported
from fogline.claims.attribution.forms.clocks import with_clocks
from fogline.claims.attribution.forms.colons import with_colons
from fogline.claims.attribution.forms.continued import with_continued
from fogline.claims.attribution.forms.counted import with_counted
from fogline.claims.attribution.forms.derided import with_derided
from fogline.claims.attribution.forms.disowned import with_disowned
from fogline.claims.attribution.forms.earlier import with_earlier
from fogline.claims.attribution.forms.handed import with_handed
from fogline.claims.attribution.forms.inserted import with_inserted
from fogline.claims.attribution.forms.inside import with_inner
from fogline.claims.attribution.forms.jointly import with_joint
from fogline.claims.attribution.forms.judged import with_judged
from fogline.claims.attribution.forms.lists import with_lists
from fogline.claims.attribution.forms.moods import with_moods
from fogline.claims.attribution.forms.nouns import with_nouns
from fogline.claims.attribution.forms.owned import with_owned
from fogline.claims.attribution.forms.participles import with_participles
from fogline.claims.attribution.forms.putting import with_put
from fogline.claims.attribution.forms.refusals import with_refusals
from fogline.claims.attribution.forms.relatives import with_relatives
from fogline.claims.attribution.forms.scene import Scene
from fogline.claims.attribution.forms.silence import with_silence
from fogline.claims.attribution.forms.subjects import with_subjects
from fogline.claims.attribution.forms.trailing import with_trailing
from fogline.claims.attribution.forms.turned import with_turned
from fogline.claims.attribution.forms.ultimatums import with_ultimatums
from fogline.claims.attribution.forms.unconfirmed import with_unconfirmed
from fogline.claims.attribution.forms.untrue import with_untrue
from fogline.claims.attribution.forms.versions import with_versions
from fogline.claims.attribution.forms.viewpoints import with_viewpoints
from fogline.claims.attribution.forms.witnessed import with_witnessed
from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence

__all__ = ["with_forms"]

AROUND = 2  # sentences to each side whose statements the forms of one may take up
# Order matters: who speaks, then where his words end, then who speaks in them, then what is denied of them.
WHO = (with_turned, with_trailing, with_blamed, with_inserted, with_subjects, with_joint, with_relatives, with_put)
FRONT = (with_viewpoints, with_believed, with_versions, with_colons, with_witnessed)
WORDS = (with_lists, with_nouns, with_participles, with_moods, with_untrue, with_judged, with_derided, with_disowned)
ANSWERS = (with_unconfirmed, with_refusals, with_silence, with_counted, with_inner, with_earlier, with_handed)
STANDING = (
    with_owned,
    with_reported,
    with_asides,
    with_answers,
    with_bare,
    with_continued,
    with_ultimatums,
    with_clocks,
)
STEPS = (*WHO, *FRONT, *WORDS, *ANSWERS, *STANDING)


def with_forms(
    text: str, sentences: Sequence[Sentence], statements: Sequence[Statement], cues: Cues
) -> list[Statement]:
    """The statements in the order of the text, each sentence's read again in the forms that leave no doubt."""
    found = list(statements)
    for i, sentence in enumerate(sentences):
        if not sentence.parsed:
            continue
        scene = Scene(text, sentence, cues)
        low, high = sentences[max(i - AROUND, 0)].start, sentences[min(i + AROUND, len(sentences) - 1)].end
        near, far = _near(found, low, high)
        for step in STEPS:
            near = step(scene, near)
        found = far + near
    return sorted(found, key=lambda s: (s.start, -s.end))


def _near(statements: Sequence[Statement], low: int, high: int) -> tuple[list[Statement], list[Statement]]:
    """The statements that reach into a stretch of the text, and the others: the forms look at none far away."""
    near: list[Statement] = []
    far: list[Statement] = []
    for one in statements:
        reaches = one.content[0].start < high and one.content[-1].end > low
        reaches = reaches or (one.cue is not None and low <= one.cue.start < high)
        (near if reaches else far).append(one)
    return near, far
