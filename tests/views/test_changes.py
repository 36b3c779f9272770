"""What changed, and the situation report."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.views.building import PORT, Told, cited, link

from fogline.errors import RunError
from fogline.ledger.rows import ClaimFilter
from fogline.records.links import Link, Question
from fogline.records.mentions import Quantity
from fogline.views.accord import accord_of
from fogline.views.brief import Brief, make_brief
from fogline.views.brief_pages import html_page, markdown_page
from fogline.views.changes import Around, ChangeList, change_list, days_of
from fogline.views.citing import Cited
from fogline.workspace import Workspace

OLD, NEW = "2031-05-01", "2031-05-09"
VERIDIA = Told(who="Ana Berisso", side="Veridia", published=OLD)
OSTRIA = Told(who="Jan Korda", side="Ostria", published=NEW)
HOLD = cited("we hold the port", VERIDIA)
DENIAL = cited("they hold the port", replace(OSTRIA, stance="denies"))
AGREE = cited("the port has changed hands", OSTRIA)
GONE = cited("we have left the port", replace(VERIDIA, published=NEW))
SILENCE = cited("the losses", replace(OSTRIA, stance="declines"))


def changed(*claims: Cited, links: tuple[Link, ...] = (), since: str = "2031-05-05") -> ChangeList:
    return change_list(claims, links, days_of(claims, "published"), since, "published")


def test_only_claims_from_the_day_on_are_new() -> None:
    assert [change.citation.words for change in changed(HOLD, AGREE).of("new")] == ["the port has changed hands"]


def test_a_new_denial_names_what_it_denies() -> None:
    (change,) = changed(HOLD, DENIAL, links=(link(HOLD, DENIAL, "clashes"),)).of("denied")
    assert change.before
    assert (change.citation.claim_id, change.before.claim_id) == (DENIAL[0].id, HOLD[0].id)
    assert change.why == "because they say so"


def test_links_tell_what_is_confirmed_and_replaced() -> None:
    links = (link(HOLD, AGREE, "agrees"), link(GONE, HOLD, "supersedes"))
    found = changed(HOLD, AGREE, GONE, links=links)
    assert [change.what for change in found.changes] == ["confirmed", "replaced", "new", "new"]


def test_old_and_weak_links_are_no_change() -> None:
    weak = replace(link(HOLD, DENIAL, "clashes"), score=0.2)
    assert changed(HOLD, DENIAL, links=(weak,)).of("denied", "disputed") == ()
    assert changed(HOLD, DENIAL, links=(link(HOLD, DENIAL, "clashes"),), since="2031-06-01").changes == ()


def test_a_figure_moves_where_one_claimant_gives_another() -> None:
    def dead(count: int, told: Told) -> Cited:
        figure = Quantity(count, count, "count", of="soldiers", scope="killed")
        return cited(f"{count} soldiers were killed", replace(told, quantities=((str(count), figure),)))

    later = replace(VERIDIA, published=NEW)
    old, new = dead(14, VERIDIA), dead(19, later)
    (change,) = changed(old, new, dead(40, OSTRIA), links=(link(new, old, "supersedes", "number"),)).of("moved")
    assert change.why == "from 14 to 19"
    assert changed(old, new).of("moved") == ()  # the dead of two days, as far as anything tells
    assert changed(dead(14, VERIDIA), dead(14, later)).of("moved") == ()


def test_what_is_held_moves_without_a_link_and_a_claim_can_tell_both_figures() -> None:
    def area(count: int, told: Told, previous: int | None = None) -> Cited:
        words = f"{count} km" + (f", down from {previous} km" if previous else "")
        figures = [(f"{count} km", Quantity(count, count, "km2"))]
        figures += [(f"{previous} km", Quantity(previous, previous, "km2", role="previous"))] if previous else []
        return cited(f"we hold {words}", replace(told, quantities=tuple(figures)))

    later = replace(VERIDIA, published=NEW)
    (change,) = changed(area(410, VERIDIA), area(230, later)).of("moved")
    assert (change.why, change.before is not None) == ("from 410 km to 230 km", True)
    (both,) = changed(area(230, later, previous=410)).of("moved")
    assert (both.why, both.before) == ("from 410 km to 230 km", None)


def test_the_same_words_of_one_party_are_one_change_as_told() -> None:
    again = cited("they hold the port", replace(OSTRIA, stance="denies", report="other.txt"))
    links = (link(HOLD, DENIAL, "clashes"), link(HOLD, again, "clashes"))
    found = changed(HOLD, DENIAL, again, links=links)
    (group,) = found.groups("denied")
    assert (len(found.of("denied")), group.left_out) == (2, 1)
    assert group.title == "Denied by Ostria: the word of Veridia"


def test_what_is_new_is_told_by_place_or_question_with_who_says_how_much() -> None:
    question = Question("q-1", "Who holds Port Almeida?", "control", (DENIAL[0].id, GONE[0].id))
    known = {cited[0].id: cited for cited in (DENIAL, GONE, AGREE)}
    around = Around(accord_of([], known), dict.fromkeys(question.claim_ids, question))
    days = days_of(known.values(), "published")
    groups = change_list([*known.values()], [], days, OLD, "published", around=around).groups("new")
    assert [(group.change.on, group.left_out) for group in groups] == [("Who holds Port Almeida?", 1), (PORT.name, 0)]
    assert dict(groups[0].parties) == {"Ostria": 1, "Veridia": 1}


@pytest.mark.parametrize(
    ("before", "after", "day"),
    [
        ("four lorries burned at the mill", "five lorries left the harbour on a ferry", NEW),  # other deeds
        ("four lorries burned at the mill", "five lorries burned at the mill", "2031-08-01"),  # months apart
        ("four lorries burned over the past day", "five lorries burned over the past day", NEW),  # of a day
    ],
)
def test_figures_of_other_things_other_months_and_single_days_do_not_move(before: str, after: str, day: str) -> None:
    def counted(words: str, published: str) -> Cited:
        figure, count = words.split(maxsplit=1)[0], 4 if words.startswith("four") else 5
        quantity = Quantity(count, count, "count", of="lorries")
        return cited(words, replace(VERIDIA, published=published, quantities=((figure, quantity),)))

    assert changed(counted(before, OLD), counted(after, day)).of("moved") == ()


def test_claims_without_a_day_are_counted() -> None:
    assert changed(HOLD, cited("we hold it", replace(VERIDIA, published=None))).undated == 1


def test_the_clock_of_reading_counts_from_when_a_report_was_read(workspace: Workspace) -> None:
    every = len(workspace.claims())
    assert len(workspace.changes("2025-03-18").of("new")) < every
    assert len(workspace.changes("2025-03-18", ClaimFilter(clock="read")).of("new")) == every
    with pytest.raises(RunError, match="since: 'spring' is not a day"):
        workspace.changes("spring")


def report() -> Brief:
    links = (link(HOLD, DENIAL, "clashes"), link(AGREE, GONE, "agrees"))
    question = Question("q-1", "Who holds <Port> Almeida?", "control", (HOLD[0].id, DENIAL[0].id))
    claims = (HOLD, DENIAL, AGREE, GONE, SILENCE)
    return make_brief(claims, links, [question], changes=changed(*claims, links=links), scope={"place": "a*b"})


def test_a_brief_tells_what_changed_is_disputed_agreed_and_open_and_nothing_twice() -> None:
    made = report()
    assert [section.heading for section in made.sections] == [
        "Changed",
        "Disputed",
        "Agreed by more than one party",
        "Open questions",
    ]
    disputed = made.sections[1].matters[0]
    assert disputed.title == "Who holds <Port> Almeida?"
    assert [sentence.text for sentence in disputed.sentences] == [
        "Ana Berisso (Veridia) claimed (published 2031-05-01): “we hold the port”.",
        "Jan Korda (Ostria) denied (published 2031-05-09): “they hold the port”.",
    ]


def test_a_guessed_day_says_that_it_is_one() -> None:
    claim, document = HOLD
    guessed = replace(document, published_basis="inferred")
    (sentence,) = make_brief([(claim, guessed)], [], []).sections[0].matters[0].sentences
    assert "(published by 2031-05-01, inferred)" in sentence.text


def test_what_is_disputed_is_not_called_agreed() -> None:
    links = (link(HOLD, DENIAL, "clashes"), link(HOLD, AGREE, "agrees"))
    made = make_brief((HOLD, DENIAL, AGREE), links, [])
    assert "Agreed by more than one party" not in [section.heading for section in made.sections]


def test_a_section_says_how_much_it_leaves_out() -> None:
    claims = [cited(f"we hold post {n}", replace(VERIDIA, report=f"{n}.txt")) for n in range(9)]
    assert "claims on the matters above" in markdown_page(make_brief(claims, [], []))
    assert "claims on the matters above" not in markdown_page(make_brief(claims[:2], [], []))


def test_claims_without_a_place_are_told_last() -> None:
    made = make_brief((cited("so be it then", replace(VERIDIA, places=())), HOLD), [], [])
    assert [matter.title for matter in made.sections[0].matters] == ["Port Almeida", "No place named"]


def test_each_party_of_a_dispute_faces_one_that_it_meets() -> None:
    others = [
        cited(f"we never left post {n}", replace(OSTRIA, who=f"Speaker {n}", side=f"Side {n}", stance="denies"))
        for n in range(8)
    ]
    links = [link(HOLD, other, "clashes") for other in others]
    question = Question("q-1", "Who holds it?", "control", (HOLD[0].id, *(other[0].id for other in others)))
    (section,) = [s for s in make_brief((HOLD, *others), links, [question]).sections if s.heading == "Disputed"]
    (matter,) = section.matters
    assert HOLD[0].id in {sentence.citation.claim_id for sentence in matter.sentences}
    assert (len(matter.sentences), matter.left_out) == (6, 3)


def test_one_origin_does_not_agree_with_itself() -> None:
    copy = (replace(AGREE[0], origin=HOLD[0].origin), AGREE[1])
    made = make_brief((HOLD, copy), [link(HOLD, copy, "agrees")], [])
    assert [section.heading for section in made.sections] == ["Claimed"]


def test_words_that_do_not_stand_alone_are_quoted_with_their_sentence() -> None:
    (sentence,) = make_brief([cited("on those claims", OSTRIA)], [], []).sections[0].matters[0].sentences
    assert sentence.text.endswith("in the words: “It was said that on those claims”.")


def test_a_title_quotes_no_claim_that_the_brief_does_not_have() -> None:
    left = "Have the last ships left the port?"
    question = Question("q-1", left, "polarity", (HOLD[0].id, DENIAL[0].id, AGREE[0].id))
    made = make_brief((HOLD, AGREE), [link(HOLD, AGREE, "agrees")], [question])
    assert made.sections[0].matters[0].title == "Has the port changed hands?"


def test_every_sentence_ends_in_report_and_offsets(workspace: Workspace) -> None:
    page = markdown_page(workspace.brief(since="2025-03-18"))
    body = page.split("\n## ", 1)[1].split("## Reports")[0]
    sentences = [line for line in body.splitlines() if line.startswith("- ")]
    assert sentences
    assert all(re.search(r"\\\[[\w.-]+, \d+–\d+\\\]$", line) for line in sentences)


def test_the_offsets_lead_to_the_quoted_words(workspace: Workspace) -> None:
    texts = {row.document.id: row.document.text for row in workspace.documents()}
    made = workspace.brief()
    cited_words = [(texts[c.document_id][c.start : c.end], c.words) for c in made.citations()]
    assert cited_words
    assert all(words.split(" … ")[0] in text for text, words in cited_words)


def test_markup_in_reports_stays_text(workspace: Workspace) -> None:
    page = html_page(workspace.brief())
    assert "Hill &lt;b&gt;Radio" in page
    assert "<b>" not in page
    assert "<script" not in page
    assert "Who holds \\<Port\\> Almeida?" in markdown_page(report())


def test_every_citation_of_the_page_leads_to_a_sentence(workspace: Workspace) -> None:
    page = html_page(workspace.brief(since="2025-03-18"))
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets
    assert targets == set(re.findall(r'<dt id="([^"]+)"', page))


def test_a_brief_never_says_what_is_true(workspace: Workspace) -> None:
    words = {
        sentence.text.split(" (")[0] for s in workspace.brief().sections for m in s.matters for sentence in m.sentences
    }
    assert words
    assert not any(re.search(r"\b(true|false|fact|confirmed)\b", who) for who in words)


def test_what_is_agreed_stands_beside_the_claim_it_agrees_with_and_silence_is_none() -> None:
    first = cited("the bridge is open", OSTRIA)
    second = cited("the bridge stands", VERIDIA)
    third = cited("the road is free", replace(VERIDIA, who="Ana Lund", side=None))
    fourth = cited("the road is clear", replace(OSTRIA, who="Ida Voss", side=None))
    silent = [cited(f"the losses of {at}", replace(VERIDIA, who=at, side=None, stance="declines")) for at in "AB"]
    told = (first, second, third, fourth, *silent)
    links = [link(first, second, "agrees"), link(third, fourth, "agrees"), link(silent[0], silent[1], "agrees")]
    question = Question("q-1", "Is the bridge open?", "existence", tuple(claim.id for claim, _ in told))
    (section,) = [s for s in make_brief(told, links, [question]).sections if s.heading.startswith("Agreed")]
    words = [{sentence.citation.words for sentence in matter.sentences} for matter in section.matters]
    assert sorted(map(sorted, words)) == [
        ["the bridge is open", "the bridge stands"],
        ["the road is clear", "the road is free"],
    ]


def test_a_copy_is_told_once() -> None:
    paper = cited("shells hit the quay", replace(VERIDIA, who=None, side=None))
    copy = replace(paper[0], id="c-copy"), replace(paper[1], id="d-copy", publisher="Copyist")
    made = make_brief((paper, copy, HOLD), [], [])
    words = [sentence.citation.words for section in made.sections for m in section.matters for sentence in m.sentences]
    assert words.count("shells hit the quay") == 1


def test_places_of_one_name_are_told_apart() -> None:
    there = replace(PORT, id="geonames:77", region="VD-09")
    made = make_brief((HOLD, cited("the port is quiet", replace(VERIDIA, places=(there,)))), [], [])
    titles = {matter.title for section in made.sections for matter in section.matters}
    assert titles == {f"{PORT.name} (VD-01)", f"{PORT.name} (VD-09)"}
