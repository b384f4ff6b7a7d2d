from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import BlockKind
from ingest.formats.html import read
from ingest.formats.paged_text import PagedText, Reason, Row, UnreadableFile
from ingest.structure import structure


def text_of(body: str) -> str:
    return read(f"<!DOCTYPE html><html><head><title>titel</title></head><body>{body}</body></html>".encode()).text


def reason_of(data: bytes) -> Reason:
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    return caught.value.reason


def test_the_paper_is_read_without_what_surrounds_it() -> None:
    around = "<header><nav>Menu</nav>Logo</header>{}<aside>Zie ook</aside><footer>Over ons</footer>"
    main = "<h1>Fietsen</h1><p>Er zijn er genoeg om van te spreken.</p><script>x</script><button>Deel</button>"
    assert text_of(around.format(f"<main>{main}</main>")) == "Fietsen\n\nEr zijn er genoeg om van te spreken."


def test_the_innermost_main_part_with_most_of_the_words_counts() -> None:
    page = '<div id="main-column">Kruimels<div class="stuk broodtekst-container">De hele tekst.</div></div>'
    assert text_of(page) == "De hele tekst."


def test_a_small_article_beside_the_text_is_not_taken_for_the_paper() -> None:
    assert "hele" in text_of("<article>Kort.</article><div><p>De hele lange tekst van het stuk staat hier.</p></div>")


def test_questions_stand_under_their_headings() -> None:
    asked = '<div class="vraag"><h2><a id="d1"></a>Vraag 1\n </h2><p>Wat is\n uw reactie?</p></div>'
    assert text_of(asked + "<h2>Antwoord 1</h2><p>Ja.</p>") == "Vraag 1\nWat is uw reactie?\n\nAntwoord 1\nJa."


def test_marks_are_glued_and_numbers_of_notes_stand_before_their_text() -> None:
    called = '<p>Woord <a class="nootnum" href="#n1">1</a> <a href="#n2">2</a>, en<sup>3</sup> m<sup>2</sup>.</p>'
    first = '<div><h5 class="note-close">X Noot</h5><sup><span>1</span></sup><p>Zie boven.</p></div>'
    assert (
        text_of(called + first + "<p><sup>2</sup>Zie onder.</p>") == "Woord1 2, en3 m².\n\n1 Zie boven.\n\n2 Zie onder."
    )


def test_a_mark_at_a_figure_is_raised() -> None:
    called = '<p>Er varen er 853.<a class="nootnum" href="#n1"><sup>1</sup></a> Dat kost € 480<sup>2</sup>.</p>'
    assert text_of(called) == "Er varen er 853.¹ Dat kost € 480²."


def test_lists_have_their_bullets_and_numbers() -> None:
    inner = "<ol start=3><li>drie</li><li>vier</li></ol>"
    own = "<ul><li><p><span>a. </span>een</p></li></ul>"
    assert text_of(f"<ul><li>punt{inner}</li><li>slot</li></ul>{own}") == "• punt\n3. drie\n4. vier\n• slot\n\na. een"


def test_a_list_may_count_from_nought() -> None:
    assert text_of("<ol start=0><li>nul</li><li>een</li></ol>") == "0. nul\n1. een"


def test_a_table_is_written_as_rows() -> None:
    rows = "".join(
        f"<tr><td>{left}<td><p>{right}</p>" for left, right in [("School", "Aantal"), ("Anker", "40"), ("Boom", "7")]
    )
    assert (
        text_of(f"<p>Hier:</p><table>{rows}</table><p>Daar.</p>")
        == "Hier:\n\nSchool | Aantal\nAnker | 40\nBoom | 7\n\nDaar."
    )


def test_the_caption_of_a_table_is_its_first_row() -> None:
    rows = "<tr><th>School<th>Aantal</tr><tr><td>Anker<td>40</tr><tr><td>Boom<td>7</tr>"
    page = f"<html><body><p>Hier:</p><table><caption>Scholen\n op 1 mei</caption>{rows}</table></body></html>"
    paged = read(page.encode())
    assert paged.text == "Hier:\n\nScholen op 1 mei\nSchool | Aantal\nAnker | 40\nBoom | 7"
    assert list(paged.rows.values()) == [Row.OPENS | Row.HEAD, Row.HEAD, Row.BODY, Row.BODY]


def test_line_breaks_are_kept_and_white_space_is_closed() -> None:
    assert text_of("<p>De   PO-Raad<br>in&nbsp;2021</p>") == "De PO-Raad\nin 2021"


def test_hidden_parts_are_not_read() -> None:
    assert text_of('<p>Wel<span class="sr-only"> niet</span><span hidden> niet</span> dit</p>') == "Wel dit"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_letters_with_accents_are_read_in_either_encoding(encoding: str) -> None:
    assert read("<html><body><p>één – coördinatie</p></body></html>".encode(encoding)).text == "één – coördinatie"


def test_an_encoding_that_does_not_exist_is_not_believed() -> None:
    assert read(b'<meta charset="ut"><p>\xe9\xe9n</p>').text == "één"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.BESCHADIGD),
        (b"<html><body><script>x</script></body></html>", Reason.GEEN_TEKST),
        (b"<div>" * 200 + b"x" + b"</div>" * 200, Reason.BESCHADIGD),
    ],
)
def test_what_cannot_be_read_gives_its_reason(data: bytes, reason: Reason) -> None:
    assert reason_of(data) is reason


NAMES = [
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "sup",
    "a href='#x'",
    "h2",
    "main",
    "br",
    "dl",
    "dt",
    "span",
]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.booleans(), st.sampled_from(["woord ", "1", "", "&naam;"]))))
def test_tags_in_any_order_give_text_or_a_reason(tags: list[tuple[str, bool, str]]) -> None:
    body = "".join(f"<{'/' if closes else ''}{name}>{words}" for name, closes, words in tags)
    with suppress(UnreadableFile):
        assert isinstance(read(body.encode()), PagedText)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    with suppress(UnreadableFile):
        assert isinstance(read(data), PagedText)


def test_what_stands_above_the_inner_part_with_the_title_is_read() -> None:
    words = "De boot vaart elke dag naar het eiland en terug. " * 5
    page = f"<main><h1>De boot</h1><p>Kort gezegd.</p><article><p>{words}</p></article></main>"
    assert text_of(page).split("\n\n")[:2] == ["De boot", "Kort gezegd."]
    inside = f"<main><p>Menu</p><article><h1>De boot</h1><p>{words}</p></article></main>"
    assert text_of(inside).startswith("De boot")


@pytest.mark.parametrize("written", ["1", "[1]", "(1)"])
def test_a_mark_that_links_to_its_note_is_one_in_any_brackets(written: str) -> None:
    body = f'<p>De boot vaart.<a href="#n1">{written}</a> Zij is vol.</p>'
    body += f'<p><a href="#r1">{written}</a> Dienstregeling.</p>'
    assert text_of(body) == "De boot vaart.1 Zij is vol.\n\n1 Dienstregeling."


@pytest.mark.parametrize("words", ["Stb. 2018, 411.", "Zie ook nr. 3.", "Nr. 12 van de lijst."])
def test_an_item_that_opens_with_an_abbreviation_gets_the_number_of_its_list(words: str) -> None:
    assert (
        read(f"<html><body><ol><li>Een.</li><li>{words}</li></ol></body></html>".encode()).text
        == f"1. Een.\n2. {words}"
    )


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (
            '<sup id="r1"><a href="#n1">1</a></sup>',
            '<li id="n1">Zie het plan. <a href="#r1">terug naar de tekst</a></li>',
        ),
        (
            '<a href="#n1" id="r1"><sup>[1]</sup></a>',
            '<li id="n1"><p>Zie het plan. <a href="#r1">&#8617;&#xFE0E;</a></p></li>',
        ),
        ('<sup><a href="#n1">1</a></sup>', '<li><a name="n1"></a>Zie het plan.</li>'),
    ],
)
def test_an_item_of_a_list_that_a_raised_number_links_to_is_a_footnote(mark: str, note: str) -> None:
    page = f"<p>De boot vaart.{mark}</p><hr><ol class='footnotes'>{note}<li>Los.</li></ol>"
    assert text_of(page) == "De boot vaart.1\n\n1 Zie het plan.\n\n2 Los."


def test_a_number_that_is_not_raised_or_leads_elsewhere_calls_no_footnote() -> None:
    items = "<ol><li id='a'>Boot</li></ol>"
    assert text_of(
        f"<p>Zie stap <a href='#a'>1</a>, m<sup>2</sup> en <sup><a href='#b'>1</a></sup>.</p>{items}"
    ).endswith("\n\n1. Boot")


def test_a_link_of_a_sign_alone_within_the_page_is_no_text() -> None:
    assert text_of("<p>De boot vaart. <a href='#top'>&#8593;</a></p><p><a href='#x'>Verder</a></p>") == (
        "De boot vaart.\n\nVerder"
    )


@pytest.mark.parametrize(
    "of_file", ["<a href='/b.pdf'>De boot <span>PDF | 4 pagina's | 212 kB</span></a>", "De boot <i>(docx, 1,2 MB)</i>"]
)
def test_kind_and_size_of_a_file_are_no_text(of_file: str) -> None:
    headed = f"<div><h2>Download</h2><p>{of_file}</p><p>Kamerbrief | 3 mei 2021</p></div>"
    assert text_of(f"<p>De boot vaart.</p>{headed}") == "De boot vaart."
    assert text_of(f"<p>De boot vaart.</p><p>{of_file}</p>") == "De boot vaart.\n\nDe boot"


def test_bars_in_running_text_make_no_table() -> None:
    page = "<p>Kamerbrief | 3 mei 2021 | Ministerie</p><table><tr><th>A<th>B<tr><td>1<td>2<tr><td>3<td>4</table>"
    parts = structure(read(page.encode()))
    tables = [parts.text[block.start : block.end] for block in parts.blocks if block.kind is BlockKind.TABLE]
    assert tables == ["A | B", "1 | 2", "3 | 4"]


def test_links_to_other_pages_and_a_file_by_its_title_are_not_of_the_paper() -> None:
    offered = "<div><h2><a>Download 'Brief over boten'</a></h2><p>PDF document | 5 pagina's | 238 kB</p></div>"
    related = "<section><h2>Zie ook</h2><ul><li><a>Boten</a> Onderwerp</li><li><a>Steigers</a></li></ul></section>"
    assert text_of(f"<div>{offered}<p>De boot vaart.</p>{related}</div>") == "De boot vaart."
    refers = "<section><h2>Zie ook</h2><p>De steiger staat in <a>een andere brief</a>.</p></section>"
    assert "een andere brief" in text_of(f"<p>De boot vaart.</p>{refers}")


def test_what_is_said_beside_links_stays() -> None:
    told = "<section><h2>Zie ook</h2><ul><li><a>Reder</a> Bel als de boot uitvalt</li></ul></section>"
    assert "Bel als de boot uitvalt" in text_of(f"<p>De boot vaart.</p>{told}")
    head = "<h2>Download - voor eilanders</h2>"
    offered = f"{head}<p>Vraag het formulier aan bij de reder</p><p><a>Formulier</a> PDF | 3 MB</p>"
    assert "Vraag het formulier aan" in text_of(f"<p>De boot vaart.</p><div>{offered}</div>")
    files = f"{head}<p><a>Formulier</a> <span>PDF | 3 MB</span></p>"
    assert text_of(f"<p>De boot vaart.</p><div>{files}</div>") == "De boot vaart."


def test_a_hidden_character_does_not_make_a_sentence_part_of_the_print() -> None:
    paged = read("<p>Eerst dit.</p><p>\ufddfDe boot vaart.</p>".encode())
    assert "De boot vaart." in structure(paged).text


@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_a_part_that_opens_with_download_and_holds_the_paper_stays(tag: str) -> None:
    offered = f"<{tag}>Download</{tag}><p>Brief <span>PDF | 3 MB</span></p>"
    assert text_of(f"<div>{offered}<p>De boot vaart.</p></div>") == "Download\n\nBrief\n\nDe boot vaart."
    assert text_of(f"<div>{offered}<h2>De boot</h2><p>Een lijst</p></div>").endswith("De boot\n\nEen lijst")


def test_kind_and_size_of_a_file_stay_in_a_table() -> None:
    table = "<table><tr><th>Bestand<th>Omvang<th>Jaar<tr><td>Plan<td>PDF, 3 MB<td>2021</table>"
    assert text_of(table) == "Bestand | Omvang | Jaar\nPlan | PDF, 3 MB | 2021"


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("Zie <a href='#r'>paragraaf 2</a> hierboven.", "1 Zie paragraaf 2 hierboven."),  # leads on, not back
        ("1. Zie het plan.", "1 Zie het plan."),
        ("<sup>1</sup> Zie het plan.", "1 Zie het plan."),
        ("<a name='n'></a>[1] Zie het plan.", "1 Zie het plan."),
        ("1 mei 2021, brief.", "1 1 mei 2021, brief."),
    ],
)
def test_a_note_keeps_its_links_and_shows_its_number_once(note: str, written: str) -> None:
    page = f"<p id='r'>De boot vaart.<sup><a href='#n1'>1</a></sup></p><ul><li id='n1'>{note}</ul>"
    assert text_of(page) == f"De boot vaart.1\n\n{written}"


def test_a_list_of_which_one_item_is_called_is_no_list_of_notes() -> None:
    page = "<p>Zie lid<sup><a href='#b'>2</a></sup></p><ol><li>Een.<li id='b'>Twee.<li>Drie.</ol>"
    assert text_of(page) == "Zie lid2\n\n1. Een.\n2. Twee.\n3. Drie."


def test_notes_are_counted_from_where_their_list_starts() -> None:
    page = "<p>De boot.<sup><a href='#n5'>5</a></sup></p><ol start='4'><li>Vier.<li id='n5'>Vijf.</ol>"
    assert text_of(page) == "De boot.5\n\n4 Vier.\n\n5 Vijf."


def test_a_dagger_that_leads_to_a_note_stays() -> None:
    assert text_of("<p>De boot vaart.<a href='#n'>†</a></p><p id='n'>† Zie plan.</p>").startswith("De boot vaart.†")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<meta name="DC.title" content="Havens; Brief regering; Plan voor de boten"><title>Iets</title>', True),
        ("<title>Havens; Brief regering; Plan voor de boten | Site van de Kamer</title>", True),
        ('<meta name="dc.title" content="Havens; Brief regering; Plan voor de boten">', True),
        (
            '<meta name="DC.title" content="Havens"><meta name="DC.title" content="Havens; Motie; Plan voor de boten">',
            True,
        ),
        ("<title>Plan voor de boten | Site</title>", False),
        ('<meta name="DC.title" content="Havens en veren">', False),
    ],
)
def test_the_record_of_a_page_tells_title_and_number(head: str, title: bool) -> None:
    page = read(f'<head>{head}<meta name="DC.identifier" content="kst-12345-7"></head><p>De boot vaart.</p>'.encode())
    assert page.title == ("Plan voor de boten" if title else "")
    assert page.identifier == "kst-12345-7"


def test_a_recorded_title_bears_no_site() -> None:
    page = (
        '<head><meta name="DC.title" content="Havens; Brief regering; Plan Boten | Kades"></head><p>De boot vaart.</p>'
    )
    assert read(page.encode()).title == "Plan Boten | Kades"


@pytest.mark.parametrize(
    ("said", "number"),
    [
        (("kst-12345-7", "https://voorbeeld.nl/kst-12345-7"), "kst-12345-7"),
        (("urn:x", "kst-12345-7"), "kst-12345-7"),
        (("urn:x",), ""),
    ],
)
@pytest.mark.parametrize("name", ["DC.identifier", "dcterms.identifier"])
def test_the_number_is_the_first_one_recorded_as_publishers_write_it(
    name: str, said: tuple[str, ...], number: str
) -> None:
    head = "".join(f'<meta name="{name}" content="{one}">' for one in said)
    assert read(f"<head>{head}</head><p>De boot vaart.</p>".encode()).identifier == number


@pytest.mark.parametrize("inside", ["Plan voor de boten in de haven", "Vragen over de haven"])
def test_the_name_of_a_section_above_the_title_of_a_paper_is_not_its_title(inside: str) -> None:
    called = inside if inside.startswith("Plan") else f"Plan voor de boten - {inside}"
    paper = f"<article><h1>{inside}</h1><p>Zij varen elke dag.</p></article>"
    page = f"<head><title>{called}</title></head><body><main><h2>Plan voor de boten</h2>{paper}</main></body>"
    assert read(f"<html>{page}</html>".encode()).title == ""


@pytest.mark.parametrize(
    ("called", "title"),
    [
        ("Plan voor de boten - Havens", "Plan voor de boten"),
        ("Plan voor de boten", "Plan voor de boten"),
        ("Plan voor de boten in de haven", ""),
        ("Site", ""),
    ],
)
def test_a_heading_around_the_paper_is_its_title_if_the_page_is_called_so(called: str, title: str) -> None:
    paper = "<article><h2>Boten</h2><p>Zij varen elke dag.</p></article>"
    page = f"<head><title>{called}</title></head><body><main><h2>Plan voor de boten</h2>{paper}</main></body>"
    assert read(f"<html>{page}</html>".encode()).title == title
