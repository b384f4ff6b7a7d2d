"""Fetching from the sources on the loopback: what is listed, kept, kept up, and refused."""

import errno
import fcntl
import hashlib
import json
from pathlib import Path

import pytest

from eval.loopback import Fault, Paper, Sources, pdf_of
from ingest.document import Kind
from ingest.official_numbers import cite
from ingest.reading import read_folder
from ingest.sources import facts
from ingest.sources.errors import (
    NotThere,
    SourceBusy,
    SourceChanged,
    SourceFault,
    SourceRefuses,
    SourceUnreachable,
    WrongFile,
)
from ingest.sources.facts import FactKind
from ingest.sources.fetch import Outcome
from ingest.sources.koop import _final
from ingest.sources.listed import Wanted
from ingest.sources.store import Store
from tests.ingest.sources.conftest import Fetch


def fault_of(outcome: Outcome) -> SourceFault:
    return outcome.failures[0].fault


def names(store: Store) -> set[str]:
    return {path.name for path in store.folder.glob("[!.]*/*/*/*") if path.suffix in {".xml", ".pdf"}}


def test_all_that_is_listed_is_kept_with_its_address_time_and_hash(fetch: Fetch, store: Store) -> None:
    """Three letters with an annex each and an Aanhangsel; the Kamer has a letter that KOOP has as XML, and two more."""
    came = fetch()
    assert {source: (o.new, o.same, o.failures) for source, o in came.items()} == {
        "koop": (7, 0, ()),
        "tweede-kamer": (2, 1, ()),
        "open-overheid": (1, 0, ()),
    }
    record = store.records()["koop", "kst-99497-1"]
    assert [file.name for file in record.files] == ["kst-99497-1.xml", "kst-99497-1.pdf"]
    for file in record.files:
        content = (store.folder / "koop/kst-99497-1/1" / file.name).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (file.sha256, file.size)
        assert file.address.endswith(f"/files/{file.name}")
        assert file.retrieved_at.endswith("+00:00")


def test_an_annex_knows_its_letter_at_every_source(fetch: Fetch, store: Store) -> None:
    fetch()
    records = store.records()
    assert records["koop", "blg-1"].annex_of == "kst-99497-1"
    assert records["tweede-kamer", "2024D00003"].annex_of == "2024D00002"
    assert records["open-overheid", "11111111-aaaa"].annex_of == "22"


def test_what_is_kept_is_read_as_it_is(fetch: Fetch, store: Store) -> None:
    """Each paper once, whatever its forms; the source completes what the text does not say."""
    fetch()
    reading = read_folder(store.folder)
    assert (reading.skipped, reading.notes) == ((), ())
    found = {document.identifier: document for document in reading.documents}
    assert len(found) == 10
    letter = found["kst-99497-1"]
    assert letter.source.url.endswith("/files/kst-99497-1.html")
    assert [form.file for form in letter.other_forms] == ["koop/kst-99497-1/1/kst-99497-1.pdf"]
    assert found["11111111-aaaa"].kind is Kind.BESLISNOTA
    assert cite(found["blg-1"]).startswith('Bijlage bij Kamerstukken II, 99 497, nr. 1: "Dienstregeling 1"')


def test_asking_again_fetches_nothing_again(fetch: Fetch, sources: Sources) -> None:
    fetch()
    before = len(sources.asked)
    came = fetch()
    assert [o.same for o in came.values()] == [7, 3, 1]
    assert not [path for _, path, _ in sources.asked[before:] if "/files/" in path or "resource" in path]


def test_an_update_lists_only_what_changed_and_the_newer_version_takes_the_place(
    fetch: Fetch, sources: Sources, store: Store
) -> None:
    fetch()
    changed = sources.koop["kst-99497-2"]
    changed.words, changed.modified = "De veerboot vaart niet meer.", "2024-03-19"
    came = fetch(update=True)
    assert (came["koop"].new, came["koop"].changed, came["koop"].same) == (0, 2, 0)  # the letter, and its annex with it
    assert [path.name for path in store.folder.glob("koop/kst-99497-2/*")] == ["2"]
    assert (store.folder / ".passend/earlier/koop/kst-99497-2/1/kst-99497-2.xml").exists()
    assert [path.name for path in store.folder.glob("koop/blg-2/*")] == ["1"]  # the same to the byte


def test_a_final_text_takes_the_place_of_the_provisional_one_and_never_the_other_way(
    fetch: Fetch, sources: Sources, store: Store
) -> None:
    early = Paper("kst-1259252", "Brief", "Voorlopig.", number="40", status="Onopgemaakt", forms=("pdf",))
    sources.koop[early.identifier] = early
    fetch(only="koop")
    assert store.records()["koop", "kst-99497-40"].identifier == "kst-1259252"
    sources.koop["kst-99497-40"] = Paper("kst-99497-40", "Brief", "Definitief.", number="40", modified="2024-03-19")
    fetch(only="koop")
    early.modified = "2024-03-20"
    fetch(only="koop", update=True)
    assert store.records()["koop", "kst-99497-40"].identifier == "kst-99497-40"
    assert "kst-1259252.pdf" not in names(store)


@pytest.mark.parametrize("update", [True, False])
def test_what_the_kamer_takes_away_is_put_aside(fetch: Fetch, sources: Sources, store: Store, update: bool) -> None:
    """Also where the same order is given again instead of an update."""
    fetch()
    sources.kamer["d-2"].removed = True
    sources.changes.append((700_000, "d-2", True))
    assert fetch(update=update)["tweede-kamer"].withdrawn == 1
    assert ("tweede-kamer", "2024D00002") not in store.records()
    assert list((store.folder / ".passend/earlier/tweede-kamer/2024D00002").iterdir())
    assert fetch(update=True)["tweede-kamer"].withdrawn == 0


def test_what_was_taken_away_and_put_back_stays(fetch: Fetch, sources: Sources, store: Store) -> None:
    fetch()
    sources.kamer["d-2"].modified = "2024-03-20"
    sources.changes += [(700_000, "d-2", True), (700_001, "d-2", False)]
    assert fetch(update=True)["tweede-kamer"].withdrawn == 0
    assert ("tweede-kamer", "2024D00002") in store.records()


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("old", [True, False])
def test_rows_come_page_after_page_in_both_versions_of_the_interface(
    fetch: Fetch, sources: Sources, links: bool, old: bool
) -> None:
    sources.next_links, sources.old_names = links, old
    for number in range(6):
        sources.kamer[f"x-{number}"] = Paper(f"2024D001{number:02}", "Brief", f"Over {number}.", sort="Brief regering")
    assert fetch(only="tweede-kamer")["tweede-kamer"].new == 9


def test_a_search_goes_on_by_identifier_where_it_may_count_no_further(fetch: Fetch, sources: Sources) -> None:
    sources.last_record = 14  # pages of four
    for number in range(10, 25):
        sources.koop[f"kst-99497-{number}"] = Paper(f"kst-99497-{number}", "Brief", "De veerboot.", number=str(number))
    assert fetch(only="koop")["koop"].new == 22


def test_a_query_with_quotes_stays_one_query(fetch: Fetch) -> None:
    came = fetch(query="veer\"boot' OR", dossiers=())
    assert [(o.new, o.failures) for o in came.values()] == [(0, ())] * 3


def test_only_the_kinds_that_are_asked_for_come(fetch: Fetch, sources: Sources, store: Store) -> None:
    sources.koop["kst-99497-30"] = Paper("kst-99497-30", "Motie", "De Kamer verzoekt.", number="30", sort="Motie")
    fetch(kinds=(Wanted.MOTIE, Wanted.BESLISNOTA))
    assert {key for _, key in store.records()} == {"kst-99497-30", "11111111-aaaa"}


@pytest.mark.parametrize(
    ("where", "source", "fault", "named"),
    [
        ("/sru", "koop", Fault(body=b"<html><p>Onderhoud</p></html>"), SourceChanged),
        ("/sru", "koop", Fault(body=b"<a>"), SourceChanged),
        ("/sru", "koop", Fault(body=b"<searchRetrieveResponse/>"), SourceChanged),
        ("/sru", "koop", Fault(status=400), SourceRefuses),
        ("/sru", "koop", Fault(status=429, headers={"Retry-After": "9999"}), SourceBusy),
        ("/sru", "koop", Fault(status=302, headers={"Location": "http://elders.example/"}), SourceChanged),
        ("/odata/Document?", "tweede-kamer", Fault(body=b"[]"), SourceChanged),
        ("/odata/Document?", "tweede-kamer", Fault(body=b'{"@odata.count": 1, "value": [{"Id": "d"}]}'), SourceChanged),
        ("/odata/Document?", "tweede-kamer", Fault(body=b'{"@odata.count": 3, "value": []}'), SourceChanged),
        ("/odata/Document?", "tweede-kamer", Fault(status=404), SourceChanged),  # it is elsewhere now
        ("/feed", "tweede-kamer", Fault(body=b"<rss/>"), SourceChanged),
        ("/woo/zoek?", "open-overheid", Fault(body=b'{"totaal": 1}'), SourceChanged),
        ("/woo/zoek?", "open-overheid", Fault(body=b"<html/>"), SourceChanged),
        ("/woo/zoek?", "open-overheid", Fault(body=b"[" * 100_000), SourceChanged),
        ("/odata/Document?", "tweede-kamer", Fault(body=b'{"value":' + b"[" * 100_000), SourceChanged),
        ("/woo/zoek/", "open-overheid", Fault(body=b'{"document": {}, "versies": []}'), SourceChanged),
    ],
)
def test_a_source_in_another_form_is_named_and_nothing_of_it_is_taken_in(
    fetch: Fetch, sources: Sources, store: Store, where: str, source: str, fault: Fault, named: type[SourceFault]
) -> None:
    sources.faults[where] = [fault]
    came = fetch(only=source)[source]
    assert type(fault_of(came)) is named
    assert store.records() == {}
    assert all('"marks": {}' in path.read_text() for path in store.folder.glob(".passend/orders/*"))
    assert fetch(only=source)[source].failures == ()  # and it is made good the next time


@pytest.mark.parametrize("source", ["koop", "tweede-kamer", "open-overheid"])
def test_a_list_that_is_shorter_than_promised_is_not_used(
    fetch: Fetch, sources: Sources, store: Store, source: str
) -> None:
    sources.count_more = 2
    assert isinstance(fault_of(fetch(only=source)[source]), SourceChanged)
    assert names(store) == set()


@pytest.mark.parametrize("source", ["koop", "tweede-kamer", "open-overheid"])
@pytest.mark.parametrize("links", [True, False])
def test_a_list_that_gives_one_page_again_and_again_is_not_used(
    fetch: Fetch, sources: Sources, store: Store, source: str, links: bool
) -> None:
    sources.stuck, sources.next_links = True, links
    for number in range(10, 21):
        sources.kamer[f"x-{number}"] = Paper(f"2024D001{number}", "Brief", "De boot.", sort="Brief regering")
        sources.woo[f"nota-{number}"] = Paper(f"nota-{number}", "Nota veerboot", "De boot.", sort="beslisnota")
    assert isinstance(fault_of(fetch(only=source)[source]), SourceChanged)
    assert names(store) == set()


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        (Fault(body=b"<html>niet gevonden</html>"), WrongFile),
        (Fault(body=b""), WrongFile),
        (Fault(promise=200), WrongFile),  # the rest is left behind: the XML does not end
        (Fault(status=404), NotThere),
    ],
)
def test_a_file_that_is_not_whole_keeps_its_paper_out_and_no_other(
    fetch: Fetch, sources: Sources, store: Store, fault: Fault, named: type[SourceFault]
) -> None:
    sources.faults["kst-99497-3.xml"] = [fault]
    came = fetch(only="koop")["koop"]
    assert (came.new, [f.identifier for f in came.failures]) == (6, ["kst-99497-3"])
    assert type(fault_of(came)) is named
    assert not {"kst-99497-3.xml", "kst-99497-3.pdf"} & names(store)
    again = fetch(only="koop", update=True)["koop"]  # nothing was followed, so all is listed again
    assert (again.new, again.same, again.failures) == (1, 6, ())


def test_a_pdf_that_the_source_lacks_leaves_the_xml(fetch: Fetch, sources: Sources, store: Store) -> None:
    sources.faults["kst-99497-3.pdf"] = [Fault(status=404)]
    came = fetch(only="koop")["koop"]
    assert (came.failures, came.without) == ((), ("kst-99497-3.pdf",))
    assert "kst-99497-3.xml" in names(store)


def test_half_a_pdf_and_another_length_than_stated_are_refused(fetch: Fetch, sources: Sources, store: Store) -> None:
    content = pdf_of(sources.kamer["d-2"])
    sources.faults["Document(d-2)"] = [Fault(body=content[:-40])]
    sources.faults["/documenten/"] = [Fault(body=pdf_of(Paper("x", "Beslisnota veerboot", "Iets anders.")))]
    came = fetch()
    assert isinstance(fault_of(came["tweede-kamer"]), WrongFile)
    assert isinstance(fault_of(came["open-overheid"]), WrongFile)
    assert store.records().keys() & {("tweede-kamer", "2024D00002"), ("open-overheid", "11111111-aaaa")} == set()


def test_what_is_cut_off_or_busy_is_asked_for_again(fetch: Fetch, sources: Sources) -> None:
    sources.faults["/sru"] = [Fault(status=429, headers={"Retry-After": "0"}), Fault(status=503)]
    sources.faults["kst-99497-1.xml"] = [Fault(hang_up=True), Fault(promise=100_000)]
    assert fetch(only="koop")["koop"].failures == ()


def test_what_is_too_slow_is_asked_for_again(fetch: Fetch, sources: Sources) -> None:
    sources.faults["/sru"] = [Fault(seconds=60)]
    assert fetch(only="koop", read=3.0)["koop"].failures == ()


def test_a_source_that_stays_away_is_told_and_the_others_are_fetched(fetch: Fetch, sources: Sources) -> None:
    sources.faults["/sru"] = [Fault(hang_up=True)] * 9
    came = fetch()
    assert isinstance(fault_of(came["koop"]), SourceUnreachable)
    assert came["tweede-kamer"].new == 3
    assert came["open-overheid"].new == 1


def test_a_source_of_which_every_file_is_wrong_is_left_alone_soon(fetch: Fetch, sources: Sources) -> None:
    sources.faults["/files/"] = [Fault(body=b"<html/>")] * 50
    came = fetch(only="koop")["koop"]
    assert [f.identifier for f in came.failures][-1] == ""
    assert len(came.failures) == 6


def test_a_source_that_asks_to_come_back_later_is_left_at_once(fetch: Fetch, sources: Sources) -> None:
    sources.faults["/resource"] = [Fault(status=503, headers={"Retry-After": "9999"})] * 9
    came = fetch(only="tweede-kamer")["tweede-kamer"]
    assert [type(failure.fault) for failure in came.failures] == [SourceBusy]
    assert ["/resource" in path for _, path, _ in sources.asked].count(True) == 1
    assert "/resource" in sources.asked[-1][1]  # nor is it asked for facts


def test_what_the_kamer_states_is_kept_as_a_fact_apart_from_the_papers(
    fetch: Fetch, sources: Sources, store: Store
) -> None:
    fetch(only="tweede-kamer")
    vote, promise = facts.read(store.folder)
    assert (vote.kind, vote.about, vote.state) == (FactKind.STEMMING, "kst-99497-9", "Aangenomen.")
    assert (vote.supporters, vote.opponents) == (("Partij A", "Partij C"), ("Partij B",))
    assert (vote.source, str(vote.day)) == ("de Tweede Kamer", "2024-03-12")
    assert (promise.about, promise.state, str(promise.due)) == ("TZ202403-1", "Openstaand", "2024-09-01")
    sources.promises[0]["Status"] = "Voldaan"
    fetch(only="tweede-kamer", update=True)
    assert [fact.state for fact in facts.read(store.folder)] == ["Aangenomen.", "Voldaan"]


def test_a_damaged_record_has_its_paper_fetched_again(fetch: Fetch, store: Store) -> None:
    fetch(only="koop")
    (store.folder / "koop/kst-99497-1/1/.record.json").write_bytes(b"{")
    (store.folder / "koop/kst-99497-2/1/kst-99497-2.xml").unlink()
    assert fetch(only="koop")["koop"].new == 2
    assert len(read_folder(store.folder).documents) == 7


def test_the_source_cannot_write_outside_the_folder(
    fetch: Fetch, sources: Sources, store: Store, tmp_path: Path
) -> None:
    sources.koop["x"] = Paper("kst-../../evil", "Brief", "De veerboot.", number="50")
    assert isinstance(fault_of(fetch(only="koop")["koop"]), SourceChanged)
    del sources.koop["x"]
    odd = Paper("kst-1259252", "Brief", "De veerboot.", number="4/evil", status="Onopgemaakt", forms=("pdf",))
    sources.koop[odd.identifier] = odd
    fetch(only="koop")
    assert ("koop", odd.identifier) in store.records()  # under the identifier that it has
    sources.kamer["y"] = Paper("../../evil", "Brief", "De veerboot.", sort="Brief regering")
    assert isinstance(fault_of(fetch(only="tweede-kamer")["tweede-kamer"]), SourceChanged)
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.parametrize(("identifier", "house"), [("ah-ek-9", "ek"), ("ah-tk-9", "tk"), ("ah-1259252", "tk")])
def test_a_provisional_aanhangsel_will_be_one_of_its_own_house(identifier: str, house: str) -> None:
    record = {"identifier": [identifier], "ondernummer": ["12"], "documentstatus": ["Onopgemaakt"]}
    assert _final({**record, "vergaderjaar": ["2023-2024"]}) == f"ah-{house}-20232024-12"


def test_files_that_are_not_ours_are_passed_over(fetch: Fetch, sources: Sources, store: Store) -> None:
    fetch()
    known = facts.read(store.folder)
    (store.folder / facts.FOLDER / "map.json").mkdir()
    (store.folder / facts.FOLDER / "lijst.json").write_text("[1]", encoding="utf-8")
    assert facts.read(store.folder) == known
    aside = store.folder / ".passend/earlier/koop/kst-99497-40"
    aside.mkdir(parents=True)
    (aside / ".DS_Store").touch()
    sources.koop["kst-99497-40"] = Paper("kst-99497-40", "Brief", "De veerboot.", number="40")
    assert fetch(only="koop")["koop"].new == 1


def test_a_disk_without_locks_is_not_told_as_another_fetch(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", unknown)
    with pytest.raises(OSError, match="No locks"), store.only_writer():
        pytest.fail("nobody keeps others out")


def test_requests_bear_our_name_and_come_one_after_the_other(fetch: Fetch, sources: Sources) -> None:
    fetch()
    assert {agent for _, _, agent in sources.asked} == {"vraagbaak-passend-onderwijs"}
    assert json.dumps(sources.asked).count("/sru") <= 5
