"""The marks of all footnotes are found in one look, where a search for each of them finds it."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.structure.notes import Marks, mark_apart, mark_forms

PIECES = "woord2 |eiland 3 .|km2|groep 8.|2023|maart 202330 |853.¹ |41² |? 2) |) 3)|“ja”4|12%5|1|2|3|.|, | ".split("|")
PIECES += ["\n\n", "é7\n\n", "ton.23", "ton23", "x¹²", "woord(2)", "uit.[3]", "(2)", "78", "3,45", "1.78"]


def searched(text: str, number: str, after: int, before: int) -> int:
    """The mark of one footnote by a search of its own."""
    for pattern in mark_forms(number):
        for start, end in ((after, before), (before, len(text))):
            if match := pattern.search(text, start, end):
                return match.start()
    return mark_apart(text, number, after, before)


@given(
    st.lists(st.sampled_from(PIECES), max_size=12), st.lists(st.sampled_from(PIECES), max_size=6), st.integers(0, 20)
)
def test_one_look_finds_what_a_search_for_each_finds(above: list[str], below: list[str], after: int) -> None:
    head = "".join(above) + "\n\n"
    text = head + "".join(below)
    marks = Marks(text)
    for number in ("1", "2", "3", "4", "5", "7", "8", "23", "30", "2023"):
        assert marks.first(number, min(after, len(head)), len(head)) == searched(
            text, number, min(after, len(head)), len(head)
        )
