"""Hard words and what they mean: each once, in one line, and never a part of another word."""

from pathlib import Path

from ui import terms


def test_a_hard_word_is_explained_once_in_any_of_its_forms() -> None:
    found = terms.explained("De TLV en de toelaatbaarheidsverklaringen; een motie.")
    assert [term for term, _ in found] == ["toelaatbaarheidsverklaring", "motie"]


def test_the_longest_word_counts_and_no_part_of_a_word_does() -> None:
    assert [term for term, _ in terms.explained("voortgezet speciaal onderwijs")] == ["voortgezet speciaal onderwijs"]
    assert terms.explained("emotie, promoties, pilotstudie") == []


def test_odd_letters_do_no_harm() -> None:
    assert [term for term, _ in terms.explained("paſſend onderwijs, samenwerkİngsverband, een motie")] == ["motie"]


def test_every_explanation_is_plain_and_no_form_stands_twice() -> None:
    lines = Path(terms.__file__).with_name("terms.tsv").read_text("utf-8").splitlines()[1:]
    forms = [form for line in lines for form in line.split("\t")[0].split("|")]
    assert len(lines) >= 60
    assert len(forms) == len(set(forms))
    assert all(form == form.lower() for form in forms)
    longest = max(len(sentence.split()) for line in lines for sentence in line.split("\t")[1].split(". "))
    assert longest <= 16  # words in a sentence
