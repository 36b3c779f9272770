"""Places: which names are found, what they are taken for, how they are bounded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.data.gazetteer import Gazetteer
from fogline.mentions.places import PlaceFinder, last_place
from fogline.records.documents import Document
from fogline.records.mentions import PlaceMention
from fogline.records.sentences import Sentence
from fogline.sentences.reader import SentenceReader

# Pieces that meet in odd ways: names, type words, apostrophes, hyphens, abbreviations, other scripts, nothing.
PIECES = (
    *(" Kursk", " Kharkiv", "’s", "'s", "-", " and ", ", ", ". ", " region", " regions", " of ", " the ", " St. "),
    *(" D.C.", " US", " al-", "Bab", " between ", " 20 km from ", " \u00a0", "\n", " Харьков", " غزة", "İ", "\u0301"),
    *(" (", ")", "–", " Lake", " River", " Jordan", " Smith", " Paris", " Texas", ""),
)
FINDER = PlaceFinder(Gazetteer.open())
Find = Callable[[str], dict[str, PlaceMention]]


def report(text: str) -> Document:
    return Document("d", "d", "d", text, "x")


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    return PlaceFinder(Gazetteer.open())


@pytest.fixture(scope="module")
def parse() -> Callable[[Document], tuple[Sentence, ...]]:
    reader = SentenceReader.load()
    return lambda document: reader.read([document])[0]


@pytest.fixture(scope="module")
def find(finder: PlaceFinder, parse: Callable[[Document], tuple[Sentence, ...]]) -> Find:
    """The places of a text by their words; of words that stand twice, the last."""

    def found(text: str) -> dict[str, PlaceMention]:
        document = report(text)
        mentions = finder.find(document, parse(document))
        assert all(document.text[m.span.start : m.span.end] == m.span.text for m in mentions)
        return {mention.span.text: mention for mention in mentions}

    return found


def ids(mentions: dict[str, PlaceMention]) -> dict[str, str | None]:
    return {words: mention.place.id if mention.place else None for words, mention in mentions.items()}


def test_region_and_city_of_one_name_are_told_apart_by_the_type_word(find: Find) -> None:
    found = ids(find("Residents of the Sumy region fled. Shops in the city of Sumy stayed open."))
    assert found == {"Sumy region": "iso3166-2:UA-59", "Sumy": "geonames:692194"}


def test_a_bare_name_is_the_region_where_the_report_speaks_of_ground(find: Find) -> None:
    found = ids(find("Troops entered the Kursk region at dawn. The incursion into Kursk widened by night."))
    assert found["Kursk"] == "iso3166-2:RU-KRS"


def test_a_plural_type_word_goes_to_every_name_of_the_list(find: Find) -> None:
    found = ids(find("Drones crossed the Kherson, Zaporizhzhia and Donetsk regions overnight."))
    assert set(found.values()) == {"iso3166-2:UA-65", "iso3166-2:UA-23", "iso3166-2:UA-14"}


def test_a_comma_names_the_state_a_town_lies_in(find: Find) -> None:
    found = ids(find("The shipment left Paris, Texas, for a warehouse in Athens, Ohio."))
    assert found["Paris"] == "geonames:4717560"
    assert found["Athens"] == "geonames:4505542"
    assert found["Ohio"] == "iso3166-2:US-OH"


def test_a_list_of_countries_is_not_a_chain_of_places_in_places(find: Find) -> None:
    found = ids(find("Ministers of Georgia, Armenia and Azerbaijan met; Georgia hosted the talks."))
    assert found["Georgia"] == "iso3166-1:GE"


def test_the_rest_of_the_report_decides_between_homonyms(find: Find) -> None:
    near_front = ids(find("Shells fell on Krasnoarmeysk and Bakhmut in eastern Ukraine, said officials in Kramatorsk."))
    on_volga = ids(find("The factory in Krasnoarmeysk supplies Saratov and Engels, on the Russian Volga."))
    assert near_front["Krasnoarmeysk"] == "geonames:704422"
    assert on_volga["Krasnoarmeysk"] == "geonames:542464"


def test_a_name_that_nothing_decides_stays_open_with_its_candidates(find: Find) -> None:
    mention = find("A warehouse burned in Springfield on Monday.")["Springfield"]
    assert mention.place is None
    assert len(mention.candidates) == 5
    assert mention.reason is not None
    assert "nothing in the report tells" in mention.reason


def test_a_far_off_village_of_the_name_is_no_answer(find: Find) -> None:
    mention = find("Fighters of Syria left the village of Ulmet for Aleppo. Turkey and Lebanon protested.")["Ulmet"]
    assert mention.place is not None
    assert (mention.place.id, mention.place.latitude) == ("text:ulmet", None)


@pytest.mark.parametrize(
    ("text", "name", "place_id", "precision"),
    [
        ("Fighters took Korvat Pass before dawn.", "Korvat Pass", "text:korvat-pass", "point"),
        ("Shells fell on the village of Al-Senn.", "Al-Senn", "text:al-senn", "town"),
        ("Shells fell on Al-Senn village.", "Al-Senn village", "text:al-senn", "town"),
        ("A ferry sank on Lake Tarumba.", "Lake Tarumba", "text:lake-tarumba", "water"),
    ],
)
def test_a_place_that_only_the_report_knows_has_its_name(
    find: Find, text: str, name: str, place_id: str, precision: str
) -> None:
    place = find(text)[name].place
    assert place is not None
    assert (place.id, place.precision, place.latitude) == (place_id, precision, None)


def test_a_village_named_once_is_a_place_wherever_it_comes_up(
    finder: PlaceFinder, parse: Callable[..., object]
) -> None:
    document = report("The village of Al-Senn burned. The army denied firing on Al-Senn.")
    found = finder.find(document, parse(document))  # type: ignore[arg-type]
    assert [m.place.id for m in found if m.place] == ["text:al-senn", "text:al-senn"]


@pytest.mark.parametrize("text", ["Angela Hill won.", "The Georgian-held village burned.", "He met the D-Iowa city."])
def test_people_and_descriptions_are_no_places_of_their_own(find: Find, text: str) -> None:
    assert not [m for m in find(text).values() if m.place and m.place.id.startswith("text:")]


def test_people_are_not_places(find: Find) -> None:
    found = find("Vladimir Petrenko and Jordan Smith met Chelsea Lincoln. Lincoln said Petrenko was late.")
    assert found == {}


def test_a_title_makes_a_name_a_person(find: Find) -> None:
    assert "Washington" not in find("Sgt. Washington opened the gate, Col. Houston said.")


@pytest.mark.parametrize(
    "text",
    [
        "The Moscow Times printed it.",
        "She studied at the University of Manchester.",
        "The Kursk submarine sank with all hands.",
        "The Kharkiv Regiment marched.",
        "He lives at 12 Paris Street.",
        "Fighters of the Islamic State of Iraq and the Levant fled.",
    ],
)
def test_a_longer_name_of_something_else_is_no_place(find: Find, text: str) -> None:
    assert find(text) == {}


@pytest.mark.parametrize(
    "text",
    ["Nice work, said the general.", "Most of it burned.", "Mobile phones were taken.", "Reading was banned in May."],
)
def test_common_words_at_the_start_of_a_sentence_are_not_places(find: Find, text: str) -> None:
    assert find(text) == {}


def test_adjectives_and_peoples_are_context_and_no_mentions(find: Find) -> None:
    assert find("Ukrainian gunners fired on Syrians and Sudanese fighters.") == {}


def test_abbreviations_need_their_letters(find: Find) -> None:
    found = ids(find("U.S. envoys told us of it in the UAE. The US agreed. They met in Fresno, Calif., on Friday."))
    assert found["U.S."] == found["US"] == "iso3166-1:US"
    assert found["UAE"] == "iso3166-1:AE"
    assert found["Calif"] == "iso3166-2:US-CA"
    assert "us" not in found


def test_possessives_hyphens_and_datelines_leave_the_name_whole(find: Find) -> None:
    found = find("EL OBEID, Sudan, Jan. 4 (Nile Wire) — Khartoum-based doctors spoke of El Fasher’s hospital.")
    assert {"EL OBEID", "Sudan", "Khartoum", "El Fasher"} <= set(found)


def test_a_county_is_found_by_its_full_name(find: Find) -> None:
    found = ids(find("Deputies of Harris County searched a farm near Houston."))
    assert found["Harris County"] == "geonames:4696376"


@pytest.mark.parametrize(
    ("text", "name", "is_metonym"),
    [
        ("Moscow said the bridge was safe.", "Moscow", True),
        ("Kyiv has denied the claim.", "Kyiv", True),
        ("Talks between Kyiv and Moscow failed.", "Moscow", True),
        ("According to Minsk, nobody was hurt.", "Minsk", True),
        ("Delegates arrived in Moscow on Monday.", "Moscow", False),
        ("Missiles hit Kyiv overnight.", "Kyiv", False),
        ("The column drove toward Kyiv.", "Kyiv", False),
        ("Kharkiv said goodbye to its mayor.", "Kharkiv", False),
    ],
)
def test_a_seat_of_government_that_speaks_or_deals_is_a_metonym(
    find: Find, text: str, name: str, is_metonym: bool
) -> None:
    assert find(text)[name].metonym is is_metonym


@pytest.mark.parametrize(
    ("text", "name", "words", "precision"),
    [
        ("Two posts near Kupiansk were lost.", "Kupiansk", "near", "area"),
        ("They reached the outskirts of Pokrovsk.", "Pokrovsk", "outskirts of", "town"),
        ("A depot 20 km north of Donetsk burned.", "Donetsk", "20 km north of", "area"),
        ("They hold the eastern bank of the Oskil River.", "Oskil River", "eastern bank of", "water"),
        ("Villages along the border with Belarus were emptied.", "Belarus", "along the border with", "area"),
        ("The army advanced in the Pokrovsk direction.", "Pokrovsk", "direction", "area"),
        ("Rain fell in northern Syria.", "Syria", "northern", "area"),
    ],
)
def test_words_that_bound_a_place_are_kept(find: Find, text: str, name: str, words: str, precision: str) -> None:
    mention = find(text)[name]
    assert mention.place is not None
    assert (mention.modifier, mention.place.precision) == (words, precision)


def test_a_distance_widens_the_radius(find: Find) -> None:
    near = find("A depot 10 km from Donetsk burned.")["Donetsk"]
    far = find("A depot 30 miles from Donetsk burned.")["Donetsk"]
    assert near.radius_km is not None
    assert far.radius_km is not None
    assert far.radius_km - near.radius_km == pytest.approx(38.3, abs=0.2)


def test_the_stretch_between_two_towns_reaches_from_one_to_the_other(find: Find) -> None:
    found = find("Villages between Tokmak and Orikhiv were shelled.")
    assert found["Tokmak"].modifier == found["Orikhiv"].modifier == "between"
    assert 25 < (found["Tokmak"].radius_km or 0) < 50


def test_a_river_is_not_the_village_of_its_name(find: Find) -> None:
    found = ids(find("They crossed the Oskil River near the village of Oskil."))
    assert found == {"Oskil River": "fogline:oskil-river", "Oskil": "geonames:710514"}


def test_a_town_put_in_the_wrong_region_is_resolved_and_flagged(find: Find) -> None:
    found = find("Officials of Ukraine toured the Kharkiv region, where towns such as Vovchansk and Avdiivka were hit.")
    assert found["Vovchansk"].flag is None
    assert found["Avdiivka"].place is not None
    assert found["Avdiivka"].place.region == "UA-14"
    assert "gazetteer in Donetsk Oblast" in (found["Avdiivka"].flag or "")


def test_a_pack_adds_spellings_and_prefers_its_countries(parse: Callable[[Document], tuple[Sentence, ...]]) -> None:
    gazetteer = Gazetteer.open()
    packed = PlaceFinder(gazetteer, {"Fortress Kupa": "geonames:703656"}, preferred=["CA"])
    document = report("They left Fortress Kupa. The firm has an office in London.")
    found = {m.span.text: m.place.id for m in packed.find(document, parse(document)) if m.place}
    assert found["Fortress Kupa"] == "geonames:703656"


def test_every_mention_says_why_and_keeps_what_else_it_could_be(find: Find) -> None:
    for mention in find("Kharkiv and Kupiansk were shelled, as was Volchansk; Moscow kept silent.").values():
        assert mention.reason
        assert mention.place is not None
        assert mention.place.id in {candidate.id for candidate in mention.candidates}
        assert len(mention.candidates) <= 5


def test_a_name_can_be_explained(finder: PlaceFinder, parse: Callable[[Document], tuple[Sentence, ...]]) -> None:
    document = report("Shells fell on Krasnoarmeysk and Bakhmut in eastern Ukraine.")
    candidates = finder.explain("Krasnoarmeysk", document, parse(document))
    assert candidates[0].place.id == "geonames:704422"
    assert [c.score for c in candidates] == sorted((c.score for c in candidates), reverse=True)
    assert finder.explain("Volnovakha", document, parse(document)) == ()


def test_without_grammar_the_same_places_are_found(
    finder: PlaceFinder, parse: Callable[[Document], tuple[Sentence, ...]]
) -> None:
    document = report("Moscow said Kupiansk had fallen. Officials in the Kharkiv region denied it.")
    bare = tuple(Sentence.build(s.index, s.paragraph, s.start, s.text, s.role, ()) for s in parse(document))
    with_grammar, without = finder.find(document, parse(document)), finder.find(document, bare)
    assert [m.span for m in with_grammar] == [m.span for m in without]
    assert [m.metonym for m in with_grammar] == [m.metonym for m in without]


def test_the_city_is_the_last_town_named_before(
    finder: PlaceFinder, parse: Callable[[Document], tuple[Sentence, ...]]
) -> None:
    document = report("They took Kupiansk in the Kharkiv region. The city had been empty for weeks.")
    mentions = finder.find(document, parse(document))
    town, region = last_place(mentions, 1, ["town"]), last_place(mentions, 1, ["region"])
    assert town is not None
    assert town.span.text == "Kupiansk"
    assert region is not None
    assert region.span.text == "Kharkiv region"
    assert last_place(mentions, 1, ["water"]) is None


def test_reading_twice_gives_the_same(finder: PlaceFinder, parse: Callable[[Document], tuple[Sentence, ...]]) -> None:
    document = report("Goma, Sake and Masisi changed hands in North Kivu while Kinshasa protested.")
    sentences = parse(document)
    assert finder.find(document, sentences) == finder.find(document, sentences)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_gives_spans_that_hold_its_words(text: str) -> None:
    sentence = Sentence.build(0, 0, 0, text, "body", ())
    for mention in FINDER.find(report(text), [sentence]):
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.place is None or -90 <= (mention.place.latitude or 0) <= 90


@pytest.mark.parametrize(
    "text",
    [
        "Fighters of Ahrar al-Sham and Jaysh al-Islam pulled back.",
        "Two Grad rockets and a Buk missile were fired.",
        "An Il-76 carrying prisoners landed.",
        "The 3rd Aleppo Brigade took the hill.",
        "The Moskva missile cruiser sank.",
    ],
)
def test_names_of_groups_units_and_weapons_are_no_places(find: Find, text: str) -> None:
    assert find(text) == {}


def test_a_weapon_that_is_a_town_is_the_town_where_it_stands_like_one(find: Find) -> None:
    assert set(find("The mayor was born in Buk, Poland.")) >= {"Buk"}


def test_the_regime_of_a_capital_is_who_rules_there(find: Find) -> None:
    assert find("Soldiers of the Bamako regime left Kidal.")["Bamako"].metonym


def test_a_bare_name_is_the_city_and_not_the_river(find: Find) -> None:
    places = find("A missile struck Sloviansk. Two of the injured died in hospital in Dnipro. He was held in Lvov.")
    assert [places[name].place.precision for name in ("Dnipro", "Lvov")] == ["town", "town"]  # type: ignore[union-attr]


def test_a_name_in_another_spelling_is_found_where_a_place_stands(find: Find) -> None:
    places = find("Rebels raised a flag over Aguelhoc. Soldiers fled to Tessalit in northern Mali.")
    assert places["Aguelhoc"].place is not None
    assert places["Aguelhoc"].place.name == "Aguelhok"
    assert "another spelling" in (places["Aguelhoc"].reason or "")


def test_a_name_in_another_spelling_needs_the_country_around_it(find: Find) -> None:
    assert "Aguelhoc" not in find("A farmer spoke of Aguelhoc. Snow fell in Norway.")


def test_a_people_before_its_arms_says_whose_they_are_and_not_where(find: Find) -> None:
    told = "Ternopil was hit in the night. Ukrainian drones burned a refinery in Saratov."
    place = find(f"{told} In Kyiv he said that Russian losses near Pokrovsk had grown.")["Pokrovsk"].place
    assert place is not None
    assert place.country == "UA"
