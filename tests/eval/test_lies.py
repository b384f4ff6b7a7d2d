"""Sentences that were made false do not pass the proof, whatever way they are false in."""

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from assistant.word.proof import fault_of
from assistant.word.sheet import Line
from eval.lies.__main__ import main
from eval.lies.telling import OF_TWO, WAYS, lies, of_each, true_lines
from eval.worlds import make
from ingest.document import Document
from ingest.reading import read_folder

BUILTIN = Path(__file__).parents[2] / "corpus"
PAPERS = Path(__file__).parents[3] / "shared" / "corpus"
Papers = tuple[list[Line], dict[str, Document]]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    folder = tmp_path_factory.mktemp("papers")
    make(7).write(folder)
    documents = read_folder(folder).documents
    return true_lines(documents), {document.identifier: document for document in documents}


def test_no_false_sentence_passes_and_nearly_all_true_ones_do(papers: Papers) -> None:
    lines, of = papers
    told = [*lies(lines, 250, seed=3)]
    assert len({lie.way for lie in told}) > 0.5 * len({*WAYS, *OF_TWO})
    told += of_each(lines, 2, seed=5)
    assert [lie for lie in told if fault_of(lie.claim, lie.lines, of) is None] == []
    assert sum(fault_of(line.shown, (line,), of) is None for line in lines) >= 0.9 * len(lines)


def test_no_way_of_lying_is_left_out(papers: Papers) -> None:
    lines, _ = papers
    told = of_each([*lines, *true_lines(read_folder(BUILTIN).documents)], 2, seed=5)
    times = Counter(lie.way for lie in told)
    assert max(times.values()) == 2
    assert {*WAYS, *OF_TWO} - {*times} == {
        "a cause turned round, too",
        "without a hyphened not",
        "in principle lost",
        "sides of a comparison changed round",
        "the end of another",
    }


@pytest.mark.parametrize(
    ("way", "true", "false"),
    [
        ("if is unless", "De bus rijdt, tenzij het sneeuwt.", r"De bus rijdt, (?!tenzij)\w+ het sneeuwt."),
        ("if is unless", "De bus rijdt als het sneeuwt.", "De bus rijdt tenzij het sneeuwt."),
        ("a cause turned round, too", "De bus rijdt, doordat het sneeuwt.", "Het sneeuwt, doordat de bus rijdt."),
        ("without a hyphened not", "De niet-betaalde bus rijdt.", "De betaalde bus rijdt."),
        ("sides of a comparison changed round", "De bus is sneller dan de tram.", r"De tram is sneller dan [Dd]e bus."),
        ("a whole for its share", "Van de ritten zijn er 4 op de 10 ritten te laat.", "10 ritten te laat."),
        ("a prefix lost", "De bus is onveilig.", "De bus is veilig."),
        ("who says it does it", "De school ontkent dat de bus hard rijdt.", "De school rijdt hard."),
        ("the end of another", "De bus rijdt tot mei en de tram tot juli.", "De bus rijdt tot juli."),
        ("in principle lost", "De bus rijdt in beginsel op maandag.", "De bus rijdt op maandag."),
        ("percent is points", "Het aandeel stijgt met 4%.", "Het aandeel stijgt met 4 procentpunt."),
        ("percent is points", "Het aandeel stijgt met 4 procent.", "Het aandeel stijgt met 4 procentpunt."),
        ("percent is points", "Het aandeel stijgt met 4 procentpunt.", "Het aandeel stijgt met 4 procent."),
    ],
)
def test_a_way_puts_words_in_the_place_of_words(way: str, true: str, false: str) -> None:
    told = {WAYS[way](true, Random(seed)) for seed in range(9)}
    assert all(re.fullmatch(false, claim) for claim in told), told


@pytest.mark.skipif(not PAPERS.is_dir(), reason=f"the real papers are not in {PAPERS}")
def test_few_false_sentences_of_official_papers_pass() -> None:
    documents = read_folder(PAPERS).documents
    of = {document.identifier: document for document in documents}
    told = [*of_each(true_lines(documents), 3, seed=1)]
    passed = [lie for lie in told if fault_of(lie.claim, lie.lines, of) is None]
    assert len(told) > 250
    assert len(passed) <= 0.02 * len(told), [(lie.way, lie.claim) for lie in passed]


def test_folders_without_a_sentence_are_no_reason_to_tell_of_other_papers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([str(tmp_path)])
    assert f"no whole sentence in {tmp_path}" in capsys.readouterr().err
