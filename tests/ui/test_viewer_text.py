"""The words of a paper stay what they are, whatever is marked and linked in them."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from ui.viewer_text import Drawn, Linked, Marked, in_order

TEXT = "De <veerboot> vaart & keert."
PLACES = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)


def link(start: int, end: int, words: str = "") -> Linked:
    return Linked(start=start, end=end, href=f"#{start}-{end}", anchor=f"van-{start}-{end}", words=words)


def words(html: str) -> str:
    return unescape(re.sub(r'<span class="label">.*?</span> |<[^>]*>', "", html))


@given(st.lists(PLACES, max_size=6), st.lists(PLACES, max_size=2), PLACES)
def test_links_and_quotes_change_no_word(linked: list[list[int]], quoted: list[list[int]], part: list[int]) -> None:
    marked = [Marked(start=start, end=end, number=1) for start, end in quoted[:1]]
    drawn = Drawn(text=TEXT, marked=marked, linked=in_order(link(*span) for span in linked))
    assert words(drawn.html(*part)) == TEXT[slice(*part)]


@given(st.lists(PLACES, max_size=6), st.integers(1, len(TEXT) - 1), PLACES)
def test_every_link_stands_there_with_its_anchor_once(linked: list[list[int]], cut: int, quoted: list[int]) -> None:
    kept = in_order(link(start, end, "noot") for start, end in linked if end > 0)
    drawn = Drawn(text=TEXT, marked=[Marked(start=quoted[0], end=quoted[1], number=1)], linked=kept)
    html = drawn.html(0, cut) + drawn.html(cut, len(TEXT))
    assert re.findall(r'id="van-(\d+-\d+)"', html) == [f"{one.start}-{one.end}" for one in kept]


def test_of_two_links_that_overlap_the_first_given_stays() -> None:
    assert in_order([link(4, 6), link(0, 5), link(8, 9), link(6, 8)]) == [link(4, 6), link(6, 8), link(8, 9)]
