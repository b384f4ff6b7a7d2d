"""One paper out of its forms and versions."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Document, Kind, Source
from ingest.editions import one_each
from ingest.notes import NoteKind
from ingest.official_numbers import cite

HEAD = "Vragen gesteld door de leden der Kamer met de daarop gegeven antwoorden, vergaderjaar 2018-2019.\n"
BODY = (
    "Hoe vaak vaart de boot naar het eiland, en wie bepaalt dat? De boot vaart vier keer per dag en op zondag twee "
    "keer, want de reder vindt meer vaarten te duur. Wie betaalt de steiger in de haven van het dorp? De gemeente "
    "heeft daarvoor vorig jaar 740 euro gekregen van de provincie, en legt zelf het andere deel bij. Kunt u zeggen "
    "wanneer de nieuwe steiger klaar is? Volgens de aannemer wordt het hout in de herfst geleverd en is het werk "
    "daarna binnen zes weken af, als het ijs de vaargeul niet sluit.\n"
)
LETTER = "Geachte voorzitter, hierbij stuur ik u de antwoorden op de vragen over de boot naar het eiland.\n"
OTHER = (
    "De scholen op het eiland krijgen een leraar erbij zodra er meer dan twintig kinderen zijn ingeschreven. Een "
    "ouder die dat wil kan het rooster inzien bij de directeur, die er elke maand over vergadert met het bestuur.\n"
)
DAY = date(2019, 5, 4)


def paper(file: str, text: str, identifier: str = "", kind: Kind = Kind.KAMERBRIEF, **more: object) -> Document:
    sha256 = hashlib.sha256(f"{file[-4:]}{text}".encode()).hexdigest()
    made = Document(
        identifier=identifier or f"bestand-{sha256[:12]}",
        kind=kind,
        title="De boot",
        text=text,
        source=Source(file=file, sha256=sha256),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def kept(*documents: Document) -> list[str]:
    return [document.source.file for document in one_each(documents)[0]]


def told(*documents: Document) -> list[tuple[NoteKind, str, str]]:
    return [(note.kind, note.file, note.kept) for note in one_each(documents)[1]]


# Forms


def test_the_most_official_form_of_a_number_wins_and_the_others_are_remembered() -> None:
    number = "kst-12345-6"
    forms = [paper(f"a{suffix}", BODY, number) for suffix in (".txt", ".docx", ".pdf", ".md", ".html", ".xml", ".odt")]
    (one,), notes = one_each(forms)
    assert one.source.file == "a.xml"
    assert [form.file for form in one.other_forms] == ["a.html", "a.pdf", "a.odt", "a.docx", "a.md", "a.txt"]
    assert {note.kind for note in notes} == {NoteKind.OTHER_FORM}
    assert cite(one) == cite(forms[0])


def test_two_forms_of_a_number_may_be_set_otherwise() -> None:
    glued = BODY.replace("provincie", "provincie3").replace("ijs", "ijs4")
    assert kept(paper("a.txt", HEAD + glued, "kst-12345-6"), paper("b.pdf", BODY, "kst-12345-6")) == ["b.pdf"]


def test_a_paper_without_a_number_is_known_by_its_text() -> None:
    numbered = paper("a.txt", BODY, "kst-12345-6", date=DAY)
    assert kept(paper("b.pdf", BODY + "Tot zover dit antwoord.", date=DAY), numbered) == ["a.txt"]
    assert kept(paper("b.docx", BODY, date=DAY), paper("c.pdf", BODY, date=None)) == ["c.pdf"]


def test_the_letter_with_answers_is_an_earlier_form_of_the_aanhangsel() -> None:
    answers = paper("a.pdf", HEAD + BODY, "ah-tk-20182019-417", Kind.AANHANGSEL, date=DAY, recipient="het lid Proef")
    letter = paper("b.docx", LETTER + BODY, kind=Kind.BRIEF, date=date(2019, 5, 1), recipient="Tweede Kamer")
    (one,), _ = one_each([letter, answers])
    assert one.identifier == "ah-tk-20182019-417"
    assert [form.file for form in one.other_forms] == ["b.docx"]


def test_the_same_bytes_are_one_paper_and_told_as_such() -> None:
    one = paper("a.txt", BODY)
    again = replace(one, source=replace(one.source, file="b.txt"))
    assert kept(one, again) == ["a.txt"]
    assert told(one, again) == [(NoteKind.SAME_BYTES, "b.txt", "a.txt")]


@pytest.mark.parametrize(
    "other",
    [
        paper("b.txt", BODY.replace("740", "470")),
        paper("b.docx", BODY, date=date(2019, 5, 5)),
        paper("b.docx", BODY, recipient="het bestuur van de haven"),
        paper("b.docx", BODY, kind=Kind.BESLISNOTA),
        paper("b.docx", BODY, kind=Kind.SAMENVATTING, identifier="samenvatting-a"),
        paper("b.txt", BODY[:250] + OTHER),
        paper("b.txt", BODY + OTHER * 2),
        paper("b.docx", BODY, "kst-12345-7"),
    ],
    ids=["number", "date", "addressee", "kind", "summary", "shared beginning", "quoted whole", "other number"],
)
def test_papers_that_only_look_alike_stay_apart(other: Document) -> None:
    one = paper("a.txt", BODY, "kst-12345-6", date=DAY, recipient="Tweede Kamer")
    assert len(kept(one, other)) == 2
    assert told(one, other) == []


def test_a_summary_follows_its_paper_to_the_form_that_is_kept() -> None:
    text = paper("a.txt", BODY)
    summary = paper("s.md", OTHER, "samenvatting-x", Kind.SAMENVATTING, summary_of=text.identifier)
    documents, _ = one_each([text, summary, paper("b.pdf", BODY)])
    assert documents[0].summary_of == documents[1].identifier


def test_a_form_remembers_the_forms_that_it_had_itself() -> None:
    beside = Source(file="b.pdf", sha256="b")
    one, again = paper("a.xml", BODY, "kst-12345-6"), paper("c.html", BODY, "kst-12345-6", other_forms=(beside,))
    (kept_one,), _ = one_each([one, again])
    assert kept_one.other_forms == (again.source, beside)


# Versions


def versions(*documents: Document) -> dict[str, str]:
    return {one.source.file: one.superseded_by for one in one_each(documents)[0]}


def test_a_reprint_supersedes_what_it_corrects() -> None:
    old, new = paper("a.xml", BODY, "kst-12345-6"), paper("b.xml", BODY.replace("740", "470"), "kst-12345-6-h1")
    assert versions(new, old) == {"a.xml": "kst-12345-6-h1", "b.xml": ""}
    assert told(new, old) == [(NoteKind.SUPERSEDED, "a.xml", "b.xml")]
    superseded = one_each([old, new])[0][0]
    assert (
        cite(superseded) == "Kamerstukken II, 12 345, nr. 6 (vervangen door Kamerstukken II, 12 345, nr. 6 (herdruk))"
    )


def test_the_highest_reprint_supersedes_all() -> None:
    texts = [BODY.replace("740", str(amount)) for amount in (740, 741, 742)]
    numbers = ["ah-tk-20182019-417", "ah-tk-20182019-417-n1", "ah-tk-20182019-417-n2"]
    found = versions(*(paper(f"{n}.xml", text, n) for n, text in zip(numbers, texts, strict=True)))
    assert list(found.values()) == [numbers[2], numbers[2], ""]


def test_a_later_date_supersedes_and_both_can_be_cited() -> None:
    old = paper("a.txt", BODY, "kst-12345-6", date=DAY)
    new = paper("b.txt", BODY.replace("740", "470"), "kst-12345-6", date=date(2019, 6, 1))
    (first, second), _ = one_each([old, new])
    assert second.identifier == first.superseded_by == "kst-12345-6"
    assert first.identifier != second.identifier
    assert cite(first) == "Kamerstukken II 2018/19, 12 345, nr. 6 (vervangen door een nieuwere versie)"
    assert cite(second) == "Kamerstukken II 2018/19, 12 345, nr. 6"


def test_a_final_text_supersedes_a_provisional_one() -> None:
    old = paper("a.pdf", "Onopgemaakte tekst\n" + BODY, "kst-12345-6")
    assert versions(old, paper("b.txt", BODY, "kst-12345-6")) == {"a.pdf": "kst-12345-6", "b.txt": ""}


def test_where_nothing_tells_which_is_newer_both_stay() -> None:
    one, two = paper("a.txt", BODY, "kst-12345-6"), paper("b.txt", BODY.replace("740", "470"), "kst-12345-6")
    assert versions(one, two) == {"a.txt": "", "b.txt": ""}
    assert told(one, two) == [(NoteKind.SAME_IDENTIFIER, "b.txt", f"bestand-{two.source.sha256[:12]}")]


# Laws

PAPERS = st.builds(
    paper,
    file=st.tuples(st.sampled_from("abcdef"), st.sampled_from([".txt", ".pdf", ".xml"])).map("".join),
    text=st.sampled_from([BODY, BODY.replace("740", "470"), HEAD + BODY, OTHER, "Onopgemaakt. " + BODY, "x"]),
    identifier=st.sampled_from(["", "kst-12345-6", "kst-12345-6-h1", "kst-12345-6-n1", "kst-12345-7"]),
    kind=st.sampled_from([Kind.KAMERBRIEF, Kind.BRIEF, Kind.AANHANGSEL, Kind.SAMENVATTING]),
    date=st.sampled_from([None, DAY, date(2019, 5, 9)]),
    other_forms=st.lists(
        st.builds(Source, file=st.sampled_from(["g.pdf", "h.odt"]), sha256=st.sampled_from("01")), max_size=2
    ).map(tuple),
)


@given(st.lists(PAPERS, max_size=8))
def test_every_file_is_kept_or_remembered_under_identifiers_that_differ(papers: list[Document]) -> None:
    documents, _ = one_each(papers)
    sources = [source for one in documents for source in (one.source, *one.other_forms)]
    assert sorted(sources, key=repr) == sorted(
        (source for one in papers for source in (one.source, *one.other_forms)), key=repr
    )
    identifiers = [one.identifier for one in documents]
    assert len(set(identifiers)) == len(identifiers)
    assert {one.superseded_by for one in documents} - {""} <= {
        one.identifier for one in documents if not one.superseded_by
    }
