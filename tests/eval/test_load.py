"""Many people at once, counted by hand."""

from collections.abc import Iterator

import httpx
import pytest

from eval.load import Ended, Visit, event_of, lines_of, row, typed_in

CONFIG = {
    "components": [
        {"id": 3, "type": "button", "props": {"elem_id": "stel"}},
        {"id": 4, "type": "textbox", "props": {"value": ""}},
        {"id": 5, "type": "radio", "props": {"value": "ouder"}},
        {"id": 6, "type": "state", "props": {}},
    ],
    "dependencies": [
        {"id": 0, "targets": [[4, "click"]], "backend_fn": True, "inputs": []},
        {"id": 1, "targets": [[3, "click"]], "backend_fn": False, "inputs": []},
        {"id": 2, "targets": [[3, "click"]], "backend_fn": True, "inputs": [4, 5, 6]},
    ],
}


def test_the_event_is_the_click_that_the_server_answers() -> None:
    assert event_of(CONFIG).number == 2


def test_who_types_a_question_leaves_the_rest_of_the_page_as_it_is() -> None:
    assert event_of(CONFIG).given("Wie?") == ["Wie?", "ouder", None]


def test_the_events_that_words_are_typed_for_are_those_with_a_box() -> None:
    assert [event.number for event in typed_in(CONFIG)] == [2]


def test_a_page_without_the_button_is_told() -> None:
    with pytest.raises(LookupError, match="weg"):
        event_of(CONFIG, "weg")


def test_only_answers_count_for_the_waiting_time() -> None:
    """Of 1, 2, 3 and 4 seconds the middle is 2 and the 95th percentile 4; whoever was turned away does not count."""
    visits = [Visit(ended=Ended.ANSWERED, seconds=float(number)) for number in (4, 2, 1, 3)]
    visits.append(Visit(ended=Ended.BUSY, seconds=0.1))
    assert row(visits) == "| 5 | 4 | 1 | 0 | 2.0 | 4.0 |"


def test_nobody_answered_is_no_division_by_nothing() -> None:
    assert row([Visit(ended=Ended.FAILED, seconds=9.0)]) == "| 1 | 0 | 0 | 1 | 0.0 | 0.0 |"


def test_only_a_line_feed_ends_a_line_of_a_stream_of_events() -> None:
    """So does a browser; words hold other signs at which Python parts lines."""

    def sent() -> Iterator[bytes]:
        yield "data: a\u2028b\x85c\nda".encode()
        yield b"ta: d\n\n"

    lines = list(lines_of(httpx.Response(200, content=sent())))
    assert lines == ["data: a\u2028b\x85c".encode(), b"data: d", b""]
