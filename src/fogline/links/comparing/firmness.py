"""How likely two claims of one story must be on one matter before a rule may say how they stand.

Measured, not thought out: on five sets of stories marked whole (`gate/links/whole`; none of their texts read for it),
by the rule that spoke. Of 70 links that are cut away there 63 are wrong.
"""

from __future__ import annotations

from fogline.links.comparing.matter import Matter
from fogline.links.verdicts import Verdict

__all__ = ["too_loose"]

Rule = tuple[str, str, tuple[str, ...]]  # a verdict's relation, what it is about, and the fields it rests on

ODDS: dict[Rule, float] = {
    ("clashes", "polarity", ("polarity", "matter")): 0.5,
    ("supersedes", "confirmation", ("stance", "speaker", "said")): -0.3,
}
# A side's two words within so few days are two sides of one account, not a turn.
DAYS: dict[Rule, int] = {
    ("supersedes", "polarity", ("polarity", "matter")): 2,
    ("supersedes", "existence", ("matter",)): 2,
}


def too_loose(verdict: Verdict, common: Matter) -> bool:
    """Whether what a rule says of two claims of one story rests on too little; outside stories other rules tell."""
    rule = verdict.relation, verdict.about, verdict.fields
    if not common.story:
        return False
    return common.odds < ODDS.get(rule, common.odds) or (common.gap or 0) < DAYS.get(rule, 0)
