"""Words near a word that was typed."""

from index.vocabulary import Vocabulary

WORDS = Vocabulary({"leerlingenvervoer": 4, "vervoer": 2, "doelgroepenvervoer": 1, "subsidie": 3, "subsidieregel": 2})


def test_a_word_finds_the_compounds_that_hold_it() -> None:
    assert WORDS.compounds_with("vervoer") == ["leerlingenvervoer", "doelgroepenvervoer"]


def test_a_short_word_finds_no_compounds() -> None:
    assert WORDS.compounds_with("oer") == []


def test_a_compound_finds_its_known_parts() -> None:
    assert WORDS.parts_of("taxivervoer") == ["vervoer"]


def test_a_part_that_bends_before_the_next_is_found_by_its_stem() -> None:
    """The stem of "havenraad" is written with one a."""
    assert Vocabulary({"havenrad": 2, "advies": 3}).parts_of("havenraadadvies") == ["advies", "havenrad"]


def test_one_slip_is_mended() -> None:
    assert WORDS.spelled_like("subsdie") == ["subsidie"]


def test_a_common_word_is_not_crowded_out_by_rare_ones_that_are_as_near() -> None:
    rare = dict.fromkeys(["aosta", "bosta", "costa", "dosta", "fosta", "gosta", "hosta"], 1)
    assert Vocabulary({**rare, "koste": 500}).spelled_like("kosta") == ["koste"]


def test_a_known_word_is_left_alone() -> None:
    assert WORDS.spelled_like("subsidie") == []


def test_a_number_is_never_taken_for_another() -> None:
    assert Vocabulary({"2022": 3}).spelled_like("2023") == []


def test_the_prefix_of_a_verb_is_no_part_of_a_compound() -> None:
    assert Vocabulary({"onder": 9, "teken": 2}).parts_of("onderteken") == ["teken"]


def test_the_spelling_of_a_short_word_is_not_doubted() -> None:
    assert Vocabulary({"plan": 5}).spelled_like("plen") == []
