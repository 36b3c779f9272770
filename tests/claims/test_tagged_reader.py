"""The full reader, tagger and grammar together, on texts neither was made for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Claim
from fogline.records.documents import Document

Read = Callable[[str], tuple[Claim, ...]]


@pytest.fixture(scope="module")
def read() -> Read:
    pipeline = Pipeline.load(ReadingOptions())

    def run(text: str) -> tuple[Claim, ...]:
        document = Document(id="d-1", name="a", source="a", text=text, digest="0", published_at="2025-03-16")
        return pipeline.read([document])[0].claims

    return run


def rows(claims: tuple[Claim, ...]) -> list[tuple[str | None, str]]:
    return [(claim.speaker.name if claim.speaker else None, claim.stance) for claim in claims]


def test_according_to_two_parties_is_theirs_and_not_the_report_s_own(read: Read) -> None:
    claims = read(
        "According to Ethiopian army officers and pro-government bloggers, Fano fighters have been driven out of"
        " several districts, leaving them just 40 square kilometres, down from the 900 they held last year."
    )
    assert [claim.stance for claim in claims] == ["asserts"]
    assert claims[0].speaker is not None
    assert {speaker.name for speaker in claims[0].speakers} == {
        "Ethiopian army officers",
        "pro-government bloggers",
    }


def test_reportedly_names_nobody(read: Read) -> None:
    claims = read("Government forces have reportedly pushed the rebels back to the river in some places.")
    assert rows(claims) == [("unnamed", "asserts")]


def test_a_denial_ends_where_something_else_is_admitted(read: Read) -> None:
    claims = read(
        "President Idriss Kabbah, meanwhile, dismissed claims that his garrison was encircled but acknowledged the"
        " gravity of the situation."
    )
    said = [(claim.stance, claim.text) for claim in claims if claim.speaker and claim.speaker.kind == "person"]
    assert [stance for stance, _ in said] == ["denies", "asserts"]
    assert "gravity" not in said[0][1]
    assert "gravity" in said[1][1]


def test_silence_of_two_capitals_is_one_claim_with_both(read: Read) -> None:
    claims = read("Kigali and Kampala have refused to confirm or deny the presence of their soldiers in the fighting.")
    assert [claim.stance for claim in claims] == ["declines"]
    assert {speaker.name for speaker in claims[0].speakers} == {"Kigali", "Kampala"}


def test_an_accusation_and_its_denial_stand_with_their_speakers(read: Read) -> None:
    claims = read(
        "General Tadesse has framed the siege as a turning point, accusing rebel units of killing farmers—claims that"
        " the rebels have denied."
    )
    assert ("Tadesse", "accuses") in {(name.split()[-1] if name else "", stance) for name, stance in rows(claims)}
    assert any(stance == "denies" and name and "rebels" in name for name, stance in rows(claims))
    assert not any(stance == "denies" and name and "Tadesse" in name for name, stance in rows(claims))


def test_words_that_only_say_who_answered_are_no_statement(read: Read) -> None:
    claims = read(
        "Colonel Abebe called the raid a rescue, accusing the militia of burning the mill—claims that Asmara has"
        " denied."
    )
    said = {(claim.speaker.name if claim.speaker else "", claim.stance) for claim in claims}
    assert ("Asmara", "denies") in said
    assert any(stance == "accuses" for _, stance in said)
    assert not any("has denied" in claim.text for claim in claims)


def test_who_claims_responsibility_accuses_nobody(read: Read) -> None:
    claims = read("The Army of the North claimed responsibility for the blast at the market in Darsk on Monday.")
    assert [claim.stance for claim in claims if claim.speaker] == ["asserts"]


def test_who_reports_that_another_warned_stands_around_him(read: Read) -> None:
    claims = read("Radio Tarn reported that the governor warned that the dam could break within days.")
    named = {claim.speaker.name: claim for claim in claims if claim.speaker}
    assert any("Radio Tarn" in name for name in named)
    inner = next(claim for name, claim in named.items() if "governor" in name)
    assert [link.speaker.name for link in inner.chain if link.speaker] == ["Radio Tarn"]


def test_a_deed_of_an_army_is_the_report_s_own(read: Read) -> None:
    claims = read("The brigade has been working to clear mines around Darsk. It received forty trucks on Sunday.")
    assert all(claim.speaker is None for claim in claims)


def test_what_another_would_say_or_did_in_a_row_is_the_account_of_one(read: Read) -> None:
    assert len(read("The army said the rebels would announce that they had won.")) == 1
    visit = read("The minister said the envoy visited the camp, praised the guards and promised more food.")
    assert [(claim.text, claim.chain) for claim in visit] == [
        ("the envoy visited the camp, praised the guards and promised more food", ())
    ]


def test_full_clauses_with_numbers_are_told_apart_and_the_day_of_a_denial_is_when_it_was_made(read: Read) -> None:
    claims = read("Yerevan said five soldiers were wounded and that 300 families had fled.")
    assert [claim.text for claim in claims] == ["five soldiers were wounded", "that 300 families had fled"]
    denial = read("Addis Ababa denied the accusation on Saturday.")[0]
    assert (denial.text, denial.when, denial.said_at is not None) == ("the accusation", None, True)


def test_how_somebody_says_it_is_no_part_of_what_is_said(read: Read) -> None:
    claims = read("The governor, in the strongest possible terms, condemned the attack on the school in Lashio.")
    assert [claim.text for claim in claims] == ["the attack on the school in Lashio"]


def test_words_begin_behind_headline_and_dateline(read: Read) -> None:
    claims = read(
        "Oil station seized\n\nADEN - Tribesmen have seized the oil station at Ayadh, officials said on Friday."
    )
    assert [claim.text for claim in claims] == ["Tribesmen have seized the oil station at Ayadh"]
    assert [party.actor.name for party in claims[0].actors] == ["Tribesmen"]


@pytest.mark.parametrize("before", ["", "Fighting went on near Kidal on Monday. ", "Ridge held\n\n"])
def test_both_halves_of_a_quotation_are_kept_where_it_fills_its_line(read: Read, before: str) -> None:
    claims = read(f"{before}“We hold the ridge,” said Colonel Amadou Sow. “Nobody has taken it from us. Nobody will.”")
    said = [claim for claim in claims if claim.speaker]
    assert [claim.speaker.name for claim in said if claim.speaker] == ["Amadou Sow"]
    assert said[0].text.startswith("“We hold the ridge,”")
    assert "Nobody will" in said[0].text
