"""What is counted, what befell it, and whose it is: read from the grammar around a number."""

from __future__ import annotations

import pytest

from fogline.mentions.quantities.finder import find_quantities
from fogline.records.documents import Document
from fogline.records.mentions import Quantity
from fogline.sentences.reader import SentenceReader


@pytest.fixture(scope="module")
def reader() -> SentenceReader:
    return SentenceReader.load()


def _quantities(reader: SentenceReader, text: str) -> list[Quantity]:
    document = Document("d", "d", "d", text, "")
    (sentences,) = reader.read([document])
    return [mention.quantity for mention in find_quantities(document, sentences)]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Around 9,000 North Hallan troops crossed the river.", "North Hallan troops"),
        ("They hold two small, connected pockets of land.", "small, connected pockets"),
        ("Dozens of heavily armed men entered the town.", "heavily armed men"),
        ("The army received 60 Leopard 2 tanks in May.", "Leopard 2 tanks"),
        ("Three S-300 anti-aircraft missile systems were hit.", "S-300 anti-aircraft missile systems"),
        ("The council counts 15 of the bloc's 27 members.", "members"),
        ("The shell killed 13 women and children.", "women and children"),
        ("Nearly a fifth of its territory is lost.", "territory"),
        ("The state gave $5 million in foreign aid.", "foreign aid"),
        ("They cut their occupied territory to 110 square kilometres.", "occupied territory"),
        ("The death toll has reached 1,300.", "death toll"),
        ("The number of refugees rose to 40,000.", "refugees"),
        ("A 300-strong force held the bridge.", "force"),
        ("The front lies 20 km from the city.", None),
        ("Ukraine said 12 people died on Friday.", "people"),
    ],
)
def test_what_is_counted_is_the_noun_with_its_adjectives(reader: SentenceReader, text: str, of: str | None) -> None:
    assert _quantities(reader, text)[0].of == of


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The strike killed 12 people.", "killed"),
        ("The garrison lost 12 men.", "killed"),
        ("The party lost 12 seats.", None),
        ("About 300 families have left their homes.", "displaced"),
        ("12 people were wounded.", "wounded"),
        ("The blast left 12 dead.", "killed"),
        ("12 killed in a strike on Larovka", "killed"),
        ("Officials reported the deaths of 12 people.", "killed"),
        ("A death toll of 12 was given.", "killed"),
        ("The toll is now 12.", "killed"),
        ("A total of 12 miners have been injured.", "wounded"),
        ("More than 12,000 troops have been killed or wounded.", "killed or wounded"),
        ("Two hundred villagers are still missing.", "missing"),
        ("The rebels took 12 officers prisoner.", "captured"),
        ("12 marines surrendered at dawn.", "surrendered"),
        ("Hundreds of families have fled the coast.", "displaced"),
        ("The swap freed 12 sailors.", "freed"),
        ("Police detained 12 students.", "captured"),
        ("They destroyed 12 invaders.", "killed"),
        ("They destroyed 12 tanks.", None),
        ("They freed 12 villages.", None),
        ("12 soldiers killed a guard.", None),
        ("12 soldiers took part.", None),
    ],
)
def test_what_befell_them_is_read_in_every_voice(reader: SentenceReader, text: str, scope: str | None) -> None:
    assert _quantities(reader, text)[0].scope == scope


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("About 9,000 North Hallan soldiers took part.", "North Hallan combatant"),
        ("The shell hit 12 Varnian civilians.", "Varnian civilian"),
        ("Varnia has lost 300 troops.", "Varnia combatant"),
        ("They detained 20 women.", "civilian"),
        ("They shelled 12 civilian sites.", None),
        ("The army lost 12 tanks.", None),
    ],
)
def test_whose_people_they_are_is_kept(reader: SentenceReader, text: str, whose: str | None) -> None:
    assert _quantities(reader, text)[0].whose == whose


def test_a_number_without_its_noun_takes_that_of_its_twin(reader: SentenceReader) -> None:
    first, second = _quantities(reader, "12 soldiers were killed and 30 wounded in the valley.")
    assert (first.of, first.scope) == ("soldiers", "killed")
    assert (second.of, second.scope) == ("soldiers", "wounded")


def test_verbs_with_objects_of_their_own_keep_their_scopes_apart(reader: SentenceReader) -> None:
    first, second = _quantities(reader, "Shells hit the market, killing 3 and wounding 5.")
    assert (first.low, first.scope, second.low, second.scope) == (3, "killed", 5, "wounded")


def test_real_ones_count_and_idle_ones_do_not(reader: SentenceReader) -> None:
    quantities = _quantities(reader, "Two soldiers and one civilian died, and one thing is clear.")
    assert [(quantity.low, quantity.of) for quantity in quantities] == [(2, "soldiers"), (1, "civilian")]


def test_a_noun_said_once_holds_for_both_numbers(reader: SentenceReader) -> None:
    first, second = _quantities(reader, "The enemy launched 3 missile and 10 air strikes.")
    assert (first.of, second.of) == ("missile strikes", "air strikes")


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [
        ("UN monitors count 17 dead in Darsk.", 17, None),
        ("Kedara counts 97 returnees.", 97, "returnees"),
        ("The front put its own losses at four.", 4, "losses"),
        ("Missile tears through bus station; governor says 14 dead", 14, None),
    ],
)
def test_what_is_counted_or_put_at_is_a_number(reader: SentenceReader, text: str, value: float, of: str | None) -> None:
    assert [(quantity.low, quantity.of) for quantity in _quantities(reader, text)] == [(value, of)]


@pytest.mark.parametrize(
    "text", ["She was convicted on counts 3 and 4.", "The bus left at four.", "The youngest is 22, she said."]
)
def test_counts_of_an_indictment_hours_and_ages_are_no_numbers(reader: SentenceReader, text: str) -> None:
    assert _quantities(reader, text) == []
