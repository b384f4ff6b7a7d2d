"""Papers as keys of what is remembered of them."""

from dataclasses import replace

from tests.assistant.made import paper


def test_equal_papers_have_one_hash_and_no_paper_is_read_for_it() -> None:
    made = paper("De boot vaart.")
    assert hash(made) == hash(paper("De boot vaart.")) == hash(replace(made, blocks=()))
    assert made != replace(made, blocks=())
    assert hash(made) != hash(replace(made, identifier="kst-29876-62"))
