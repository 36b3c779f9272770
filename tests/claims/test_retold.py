"""What a headline says and the first sentences say again is one claim."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.retold import without_retold
from fogline.records.claims import Claim, Party, Speaker, Stance
from fogline.records.mentions import Actor, ActorKind, PlaceMention, Quantity, QuantityMention
from fogline.records.sentences import Sentence
from fogline.records.spans import Span


def sentences(*lines: str) -> list[Sentence]:
    """A headline and the sentences below it, without grammar."""
    start, made = 0, []
    for index, line in enumerate(lines):
        made.append(Sentence(index, index, start, start + len(line), line, "body" if index else "headline"))
        start += len(line) + 1
    return made


def claim(at: int, name: str | None, words: str, stance: Stance = "asserts") -> Claim:
    span = Span(0, len(words), words)
    speaker = Speaker(name, "person", None, None) if name else None
    return Claim(
        id=f"c-{at}-{name}-{words}",
        document_id="d",
        sentence=span,
        sentence_index=at,
        evidence=(span,),
        speaker=speaker,
        cue=None,
        stance=stance,
        kind="attack",
        status="completed",
        origin="o",
        made_by="t",
        speakers=(speaker,) if speaker else (),
    )


LINES = sentences(
    "Roe: Rebels shelled 3 villages near Tarn",
    "Governor Ann Roe said that rebels had shelled 3 villages near Tarn during the night.",
    "The night before was quiet.",
)


def kept(*claims: Claim) -> list[str]:
    return [one.text for one in without_retold(claims, LINES)]


def test_the_fuller_telling_of_a_headline_stands() -> None:
    short = claim(0, "Roe", "Rebels shelled 3 villages near Tarn")
    full = claim(1, "Ann Roe", "that rebels had shelled 3 villages near Tarn during the night")
    assert kept(short, full) == [full.text]


def test_what_another_says_stands_beside_the_headline() -> None:
    one = claim(0, "Roe", "Rebels shelled 3 villages near Tarn")
    other = claim(1, "Lee", "rebels had shelled 3 villages near Tarn")
    assert len(kept(one, other)) == 2


def test_the_telling_that_names_its_speaker_stands() -> None:
    flat = claim(0, None, "Rebels shelled 3 villages near Tarn")
    named = claim(1, "Lee", "rebels had shelled 3 villages near Tarn")
    assert kept(flat, named) == [named.text]


def test_another_number_is_another_statement() -> None:
    one = claim(0, "Roe", "Rebels shelled 3 villages near Tarn")
    other = claim(1, "Roe", "Rebels shelled 14 villages near Tarn and Aldern")
    assert len(kept(one, other)) == 2


def test_a_number_in_words_is_the_same_number() -> None:
    one = claim(0, None, "3 killed, 8 injured in shelling of Tarn")
    other = claim(1, None, "three people were killed")
    assert kept(one, other) == [one.text]


def test_words_that_only_share_their_matter_are_two_claims() -> None:
    one = claim(0, "Roe", "that the army has taken the whole Tarn valley")
    other = claim(1, "Roe", "the army for its deeds in Tarn")
    assert len(kept(one, other)) == 2


def test_the_same_words_far_below_the_headline_stand() -> None:
    one = claim(0, "Roe", "Rebels shelled 3 villages near Tarn")
    far = claim(7, "Roe", "Rebels shelled 3 villages near Tarn")
    assert len(without_retold([one, far], [*LINES, *sentences(*"abcdefgh")])) == 2


def test_an_abbreviated_office_is_the_office() -> None:
    one = claim(0, "MFA", "Allegations of an offensive near Tarn untrue")
    other = claim(1, "Ministry of Foreign Affairs of Freedonia", "Allegations of an offensive near Tarn are not true")
    assert kept(one, other) == [other.text]


def test_three_million_is_3m() -> None:
    one = claim(0, "Roe", "More than 3M people forced to leave for the coast")
    other = claim(1, "Ann Roe", "More than three million people were forced to leave for the coast")
    assert kept(one, other) == [other.text]


def test_a_crowd_in_the_headline_may_be_named_below() -> None:
    one = claim(0, "relatives", "the world to help release the heroes of Tarn")
    other = claim(1, "wives", "to the world community to help release the heroes of Tarn")
    assert kept(one, other) == [other.text]


def test_letters_may_stand_for_the_office_before_a_name() -> None:
    one = claim(0, "FM", "Freedonia ready to help rebuild the port of Tarn")
    other = claim(
        1, "Foreign Minister Ann Lee", "that his country is ready to help rebuild the port of Tarn", "promises"
    )
    assert kept(one, other) == [other.text]


def test_a_label_with_the_speakers_name_is_his_statement() -> None:
    one = claim(0, "Ann Roe", "The invaders force captives to collect bodies near Tarn")
    own = claim(1, None, "Ann Roe: The invaders force captives to collect bodies near Tarn")
    assert kept(one, own) == [one.text]


def test_what_nobody_named_says_in_the_headline_is_said_below() -> None:
    speaker = Speaker("unnamed", "unnamed", None, None)
    one = replace(claim(0, "unnamed", "Residents of Tarn to leave the occupied city at once"), speaker=speaker)
    other = claim(1, "authorities", "residents to leave the city of Tarn at once")
    assert kept(one, other) == [one.text]


def test_an_office_by_letters_and_a_land_is_the_office() -> None:
    one = claim(0, "MFA Freedonia", "Tarn and Aldern must refrain from acts that provoke violence")
    words = "Tarn and Aldern to refrain from acts that provoke violence"
    other = claim(1, "Ministry of Foreign Affairs of Freedonia", words, "demands")
    assert len(kept(one, other)) == 1


def test_a_flat_lead_with_the_number_of_the_headline_is_its_statement() -> None:
    named = claim(0, "UN", "4,113 civilians killed in Freedonia since the start of the war")
    flat = claim(1, None, "At least 4,113 civilians have been killed")
    assert kept(named, flat) == [named.text]


def counted(one: Claim, figure: float) -> Claim:
    return replace(one, quantities=(QuantityMention(one.evidence[0], 0, Quantity(figure, figure, "count")),))


def acting(one: Claim, side: str, where: str) -> Claim:
    """The claim with who does it and where, as its first words and a word of it name them."""
    start = one.text.index(where)
    party = Party(Actor(side, "armed_force", side), Span(0, len(one.text.split()[0]), one.text.split()[0]))
    place = PlaceMention(Span(start, start + len(where), where), 0, None)
    return replace(one, actors=(party,), places=(place,))


def test_a_lead_with_the_figure_of_its_headline_tells_the_same() -> None:
    named = counted(claim(0, "RMA", "Raiders fired 3 missiles in Tarn region, nobody hurt"), 3)
    flat = counted(claim(1, None, "Today, the raiding party fired three missiles at the Tarn region"), 3)
    assert kept(named, flat) == [named.text]


def test_a_lead_with_another_figure_tells_something_else() -> None:
    named = counted(claim(0, "RMA", "Raiders fired 3 missiles in Tarn region, nobody hurt"), 3)
    flat = counted(claim(1, None, "Today, the raiders fired five missiles at the Tarn region"), 5)
    assert len(kept(named, flat)) == 2


def test_of_two_tellings_the_one_with_a_figure_stands() -> None:
    headed = counted(claim(0, None, "Raiders shell town of Tarn - 7 shells fired"), 7)
    lead = claim(1, None, "Raiders shelled the old town of Tarn in the far north")
    assert kept(headed, lead) == [headed.text]


def test_a_lead_with_doer_and_place_of_its_headline_tells_the_same() -> None:
    headed = acting(claim(0, None, "Rebels fire rockets on Tarn"), "Rebels", "Tarn")
    lead = acting(claim(1, None, "Insurgents struck the city of Tarn before dawn"), "Rebels", "Tarn")
    assert len(kept(headed, lead)) == 1


def test_a_lead_on_another_place_tells_something_else() -> None:
    headed = acting(claim(0, None, "Rebels fire rockets on Tarn"), "Rebels", "Tarn")
    lead = acting(claim(1, None, "Rebels fired rockets on Aldern before dawn"), "Rebels", "Aldern")
    assert len(kept(headed, lead)) == 2


def test_a_participle_that_names_no_more_is_part_of_its_event() -> None:
    deed = replace(claim(2, None, "Rebels struck the old town"), evidence=(Span(0, 26, "Rebels struck the old town"),))
    more = "opening fire from mortars"
    assert kept(deed, replace(claim(2, None, more), evidence=(Span(28, 28 + len(more), more),))) == [deed.text]


def test_one_speaker_may_tell_it_again_in_other_words() -> None:
    headed = claim(0, "Roe", "Such sanctions are needed so that raiders cannot pay for a shot")
    lead = claim(1, "Roe", "that sanctions should be imposed so that raiders know the price of every shot", "demands")
    assert kept(headed, lead) == [lead.text]


def test_an_agency_that_repeats_the_headline_adds_nothing() -> None:
    headed = claim(0, "UNHCR", "Nearly five million people have fled Freedonia")
    agency = replace(claim(1, None, ""), speaker=Speaker("Newswire", "media", None, None))
    words = "Nearly five million people have fled Freedonia in 50 days"
    lead = replace(claim(1, "Newswire", words), speaker=agency.speaker, speakers=())
    assert kept(headed, lead) == [headed.text]


def of_side(one: Claim, name: str, side: str, kind: ActorKind = "government") -> Claim:
    """The claim as said by a body or person of a side."""
    speaker = Speaker(name, kind, side, None)
    return replace(one, speaker=speaker, speakers=(speaker,))


def test_what_a_headline_quotes_is_found_in_the_sentence_that_quotes_it() -> None:
    headed = of_side(claim(0, "Tarn", '"tired fable"', "denies"), "Tarn", "Freedonia")
    lead = of_side(claim(1, "Ann Roe", "the charge", "denies"), "Ann Roe", "Freedonia", "person")
    words = 'Spokeswoman Ann Roe dismissed the charge as a "tired fable".'
    assert kept(headed, replace(lead, sentence=Span(0, len(words), words))) == ["the charge"]


def test_an_army_is_one_body_under_two_names() -> None:
    headed = of_side(claim(0, "Freedonian army", "convoy reached Tarn"), "Freedonian army", "Freedonia", "armed_force")
    words = "A supply convoy reached the besieged town of Tarn on Thursday night"
    lead = of_side(claim(1, "armed forces", words), "Freedonia's armed forces", "Freedonia", "armed_force")
    assert kept(headed, lead) == [words]


def test_one_toll_by_a_described_speaker_is_one_statement() -> None:
    headed = claim(0, "port chief", "11 killed")
    lead = claim(2, "Ann Roe", "Eleven people died, eight of them women waiting for bread")
    assert kept(headed, lead) == [lead.text]


def test_another_toll_in_other_figures_stands() -> None:
    headed = counted(claim(0, "rescuers", "at least 28 dead"), 28)
    lead = counted(claim(2, "Ann Roe", "35 people died in the second raid"), 35)
    assert len(kept(headed, lead)) == 2


def test_the_fuller_words_below_are_said_by_who_signs_the_headline() -> None:
    signed = claim(0, "Roe", "Nobody has left Tarn and Aldern for the north")
    words = "No one has left the towns of Tarn and Aldern for the occupied north since the raid of Sunday"
    (one,) = without_retold([signed, claim(1, None, words)], LINES)
    assert one.text == words
    assert one.speaker == signed.speaker


def test_one_great_figure_is_not_claimed_twice() -> None:
    headed = counted(of_side(claim(0, "Tarn", "640 sq km of the valley"), "Tarn", "Freedonia"), 640)
    lead = counted(claim(1, "Ann Roe", "his troops held 640 square kilometres and 41 hamlets"), 640)
    assert kept(headed, lead) == [lead.text]


def test_a_grave_and_the_toll_so_far_are_two_statements() -> None:
    headed = replace(
        claim(0, "police", "Mass grave found in Tarn region, many with signs of torture"), kind="casualties"
    )
    toll = counted(
        replace(claim(1, None, "1,202 people of the Tarn region have been killed so far"), kind="casualties"), 1202
    )
    assert len(kept(acting(headed, "X", "Tarn region"), acting(toll, "Y", "Tarn region"))) == 2


def test_a_number_that_was_not_read_is_no_other_number() -> None:
    headed = counted(claim(0, "rescuers", "Bomb strikes market of Tarn, three dead"), 3)
    words = "A bomb tore open a depot beside the market of Tarn, killing three night guards and injuring a dozen people"
    lead = claim(1, "rescue officer", words)
    lead = replace(lead, quantities=(QuantityMention(lead.evidence[0], 0, Quantity(12, 12, "count", "people")),))
    assert kept(headed, lead) == [words]


def test_an_accusation_in_two_readings_is_one() -> None:
    headed = of_side(
        claim(0, "Freedonia", "Sylvania of sending a battalion across the border", "accuses"), "Freedonia", "F"
    )
    words = "Sylvania of moving a full battalion into the Tarn valley overnight"
    lead = of_side(claim(1, "Freedonia's government", words, "accuses"), "Freedonia's government", "F")
    rival = Party(Actor("Sylvania", "government", "S"), Span(0, 8, "Sylvania"))
    assert kept(replace(headed, actors=(rival,)), replace(lead, actors=(rival,), kind="movement")) == [words]


def test_a_place_named_beside_the_words_is_the_place_of_the_headline() -> None:
    headed = replace(
        acting(claim(0, None, "School in Tarn region destroyed with missile"), "X", "Tarn region"), actors=()
    )
    headed = replace(headed, kind="damage")
    lead = replace(claim(1, None, "Raiders destroyed half of a school in Aldern"), kind="damage")
    beside = PlaceMention(Span(60, 71, "Tarn region"), 1, None)
    inside = PlaceMention(Span(38, 44, "Aldern"), 1, None)
    assert len(kept(headed, replace(lead, places=(inside, beside)))) == 1
    assert len(kept(headed, replace(lead, places=(inside,)))) == 2
