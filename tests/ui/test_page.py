"""An answer as HTML: all of it shown, none of it obeyed."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Conflict, ConflictSide, Standing, Status
from assistant.tell.plain import Plain
from assistant.tell.tone import PERHAPS
from ingest.document import Kind, Role, Speaker
from ui.page import Turn, conversation, quote_html
from ui.terms import explained

TODAY = date(2024, 6, 1)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> [klik](javascript:alert(1)) \"'>"


def citation(text: str, url: str = "") -> Citation:
    return Citation(
        text=text,
        document="kst-29876-61",
        title=text,
        kind=Kind.KAMERBRIEF,
        citation=text,
        place="",
        date=date(2024, 5, 21),
        start=0,
        end=len(text),
        speaker=Speaker(role=Role.BEWINDSPERSOON, name=text),
        standing=Standing.VOORNEMEN,
        url=url,
    )


def answer(text: str, url: str = "") -> Answer:
    quote = citation(text, url)
    return Answer(
        question=text,
        understood_as=f"{text} …",
        status=Status.ANSWERED,
        text=f"{text} [1]",
        citations=(quote,),
        conflicts=(Conflict(subject=text, sides=(ConflictSide(value=text, citation=quote),) * 2),),
        as_of=quote.date,
    )


class Tags(HTMLParser):
    """The tags of a page with their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def shown(given_answer: Answer) -> Tags:
    return Tags(conversation((Turn(question=given_answer.question, answer=given_answer),), today=TODAY))


def test_hostile_words_are_words() -> None:
    given_answer = answer(HOSTILE, url="javascript:alert(1)")
    page = shown(replace(given_answer, nearest=given_answer.citations[0]))
    assert HOSTILE in page.words
    assert not {"script", "img", "iframe"} & {tag for tag, _ in page.found}
    assert not any(name.startswith("on") for _, attributes in page.found for name in attributes)
    assert not any("javascript:" in (attributes.get("href") or "") for _, attributes in page.found)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=60))
def test_no_text_adds_a_tag(text: str) -> None:
    assume(text.strip() and not explained(text))  # a hard word brings its own explanation along
    assert [tag for tag, _ in shown(answer(text)).found] == [tag for tag, _ in shown(answer("boot")).found]


def test_both_sides_of_a_conflict_are_told_in_words() -> None:
    assert "spreken elkaar tegen" in shown(answer("40")).words


def test_only_an_address_of_the_web_becomes_a_link() -> None:
    linked = shown(answer("boot", url="https://zoek.officielebekendmakingen.nl/kst-29876-61.html"))
    assert any((attributes.get("href") or "").startswith("https://zoek") for _, attributes in linked.found)


def test_each_quote_stands_once_and_its_mark_leads_to_it() -> None:
    quote = citation("Er zijn 11 boten.")
    told = "11 boten [1]\n\nMinister Bos schrijft: “Er zijn 11 boten.” [1]"
    page = shown(replace(answer("boot"), text=told, citations=(quote,), conflicts=()))
    assert page.words.count("Er zijn 11 boten.") == 3  # its place and speaker bear the same words here
    anchors = {attributes.get("id") for _, attributes in page.found}
    marks = [attributes["href"] for tag, attributes in page.found if attributes.get("class") == "verwijzing"]
    assert marks == ["#bron-1-1"] and "bron-1-1" in anchors


def test_what_the_answer_is_whole_without_is_folded() -> None:
    first, second = replace(citation("Er zijn 11 boten."), start=0), replace(citation("De kade is nat."), start=30)
    text = "Bos schrijft: “Er zijn 11 boten.” [1]\n\nBos schrijft: “De kade is nat.” [2]"
    one = replace(
        answer("boot"), text=text, citations=(first, second), conflicts=(), beside=frozenset({2}), understood_as="boot"
    )
    html = conversation((Turn(question="boot", answer=one),), today=TODAY)
    assert html.index("Er zijn 11 boten.") < html.index("Meer hierover (1 citaat)") < html.index("De kade is nat.")


def test_the_words_that_answer_are_marked() -> None:
    quote = replace(citation("De kade is nat. Er zijn 11 boten."), start=100, end=133)
    one = replace(
        answer("boot"),
        text="Bos schrijft: “De kade is nat. Er zijn 11 boten.” [1]",
        citations=(quote,),
        conflicts=(),
        evidence=((quote.document, 116, 133),),
    )
    assert "<mark>Er zijn 11 boten.</mark>" in conversation((Turn(question="boot", answer=one),), today=TODAY)


def test_what_is_told_instead_of_an_answer_stands_open_once_with_its_place() -> None:
    near = replace(citation("De kade is nat."), citation="Kamerstukken II 2023/24, 29 876, nr. 61")
    text = "Dit vond ik niet in de stukken.\n\nWel staat er:\n\nBos schrijft: “De kade is nat.” (Kamerstukken II …)"
    refusal = replace(answer("boot"), text=text, status=Status.UNANSWERABLE, citations=(), conflicts=(), nearest=near)
    html = conversation((Turn(question="boot", answer=refusal),), today=TODAY)
    assert html.count("<p>De kade is nat.</p>") == 1
    assert 'id="bron-1-0"' in html and "Kamerstuk 29 876, nr. 61" in html and "(Kamerstukken II …)" not in html


def test_an_answer_that_likely_misses_is_called_one_that_may_be() -> None:
    one = replace(answer("boot"), status=Status.PARTIAL, chance=0.3)
    assert "Misschien een antwoord" in shown(one).words
    assert "Waarschijnlijk een antwoord" in shown(replace(one, chance=0.7, likely=True)).words


MISSING = "Het gevraagde bedrag vond ik niet. Wel staat er:"


@pytest.mark.parametrize(
    ("status", "first", "heading", "is_seen"),
    [
        (Status.ANSWERED, "11 boten [1]", "Antwoord", False),
        (Status.PARTIAL, PERHAPS, "Misschien een antwoord", False),
        (Status.PARTIAL, MISSING, "Niet gevonden, wel iets hierover", False),
        (Status.PARTIAL, "Er zijn boten [1]", "Misschien een antwoord", True),
        (Status.UNANSWERABLE, "Dit vond ik niet in de stukken.", "Dit weet ik niet", True),
    ],
)
def test_what_an_answer_is_is_seen_once_in_bold(status: Status, first: str, heading: str, is_seen: bool) -> None:
    one = replace(answer("boot"), status=status, text=f"{first}\n\nBos schrijft: “boot” [1]", conflicts=())
    html = conversation((Turn(question="boot", answer=one),), today=TODAY)
    named = [attributes["class"] or "" for tag, attributes in Tags(html).found if tag == "h3"]
    assert f">{heading}</h3>" in html and ("alleen-gehoord" not in named[0]) is is_seen
    assert (f"<strong>{first}</strong>" in html) is (first in {PERHAPS, MISSING})


def test_a_summary_tells_once_to_read_the_paper_itself() -> None:
    quote = replace(
        citation("boot"),
        citation='Samenvatting van "Boot" (lees het officiële stuk)',
        speaker=Speaker(role=Role.REDACTIE),
    )
    one = replace(answer("boot"), text="In onze samenvatting staat: “boot” [1]", citations=(quote,), conflicts=())
    assert shown(one).words.count("lees het officiële stuk") == 1


def test_a_place_to_turn_to_can_be_reached_by_a_press() -> None:
    text = "Waar u terechtkunt:\n• Uw loket: bel 1400 of kijk op loket.nl."
    page = shown(replace(answer("boot"), text=text))
    links = [attributes["href"] for tag, attributes in page.found if tag == "a"]
    assert links[:2] == ["tel:1400", "https://www.loket.nl"]


def test_each_part_of_several_questions_tells_what_came_of_it() -> None:
    parts = (answer("boot"), replace(answer("bus"), status=Status.UNANSWERABLE, citations=()))
    text = "Op uw eerste vraag:\n\nboot [1]\n\nOp uw tweede vraag:\n\nbus"
    words = shown(replace(answer("boot en bus"), text=text, parts=parts)).words
    assert "Gevonden: boot" in words
    assert "Niet gevonden: bus" in words


@pytest.mark.parametrize(
    ("second", "text", "heading"),
    [
        (Status.UNANSWERABLE, "bus", "Antwoord op een deel van uw vraag"),
        (Status.PARTIAL, "bus", "Waarschijnlijk een antwoord"),
        (Status.PARTIAL, MISSING, "Antwoord op een deel van uw vraag"),
    ],
)
def test_only_where_a_question_stays_open_a_part_is_said_to_be_answered(
    second: Status, text: str, heading: str
) -> None:
    parts = (answer("boot"), replace(answer("bus"), status=second, text=text))
    whole = replace(answer("boot en bus"), parts=parts, status=Status.PARTIAL, likely=second is Status.PARTIAL)
    assert heading in shown(whole).words


def test_hard_words_are_explained_where_somebody_asks() -> None:
    page = shown(answer("Een motie over de bus"))
    assert "eenvoudig" in {attributes.get("class") for tag, attributes in page.found if tag == "details"}
    assert "Moeilijke woordenmotieEen verzoek van de Kamer" in page.words


def test_a_plain_summary_is_told_as_our_own_and_inert() -> None:
    plain = Plain(number=1, text=HOSTILE, document="s", citation="Samenvatting", start=0, end=4)
    one = answer("boot")
    page = Tags(conversation((Turn(question="boot", answer=one, plain=(plain,)),), today=TODAY))
    assert HOSTILE in page.words
    assert "Onze eigen samenvatting." in page.words
    assert not {"script", "img"} & {tag for tag, _ in page.found}


def test_what_stands_for_a_beginning_that_is_lacking_is_shown_once() -> None:
    torn = replace(citation("uitleg) vaart. Hij is groen."), opening="…")
    assert quote_html(torn) == "<p>… uitleg) vaart. Hij is groen.</p>"
    assert quote_html(torn, [(0, 14)]) == "<p><mark>… uitleg) vaart.</mark> Hij is groen.</p>"
    assert quote_html(torn, [(15, 28)]) == "<p>… uitleg) vaart. <mark>Hij is groen.</mark></p>"
