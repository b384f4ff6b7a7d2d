"""Sentences that were made false do not pass the proof, whatever way they are false in."""

from assistant.word.proof import fault_of
from eval.lies import OF_TWO, WAYS, lies, true_lines
from eval.worlds import make
from ingest.reading import read_folder


def test_no_false_sentence_passes_and_nearly_all_true_ones_do(tmp_path) -> None:  # type: ignore[no-untyped-def]
    make(7).write(tmp_path)
    documents = read_folder(tmp_path).documents
    of = {document.identifier: document for document in documents}
    lines = true_lines(documents)
    told = [*lies(lines, 250, seed=3)]
    assert len({lie.way for lie in told}) > 0.5 * len({*WAYS, *OF_TWO})
    assert [lie for lie in told if fault_of(lie.claim, lie.lines, of) is None] == []
    assert sum(fault_of(line.shown, (line,), of) is None for line in lines) >= 0.9 * len(lines)
