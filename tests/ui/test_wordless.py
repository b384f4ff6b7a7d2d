"""Of an error that nobody caught the terminal of a server tells where it arose, and not its words."""

import logging
import sys
import threading
import traceback

import httpx
import pytest
from fastapi import FastAPI

from ui.serve import free_port, launched
from ui.wordless import errors_without_words

CANARY = "kanarie uit Vogelstad"


def fail() -> None:
    raise ValueError(CANARY) from KeyError(CANARY)


def test_an_error_that_is_printed_tells_its_kind_and_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        fail()
    except ValueError:
        with errors_without_words():
            traceback.print_exc()
        told = capsys.readouterr().err
        traceback.print_exc()
    assert told.endswith("ValueError\n")
    assert "in fail" in told
    assert CANARY not in told
    assert CANARY in capsys.readouterr().err  # outside of the context nothing changed


def test_an_error_that_is_logged_loses_its_words_and_other_lines_stay(caplog: pytest.LogCaptureFixture) -> None:
    with errors_without_words():
        logging.warning("een %s", "regel")
        try:
            fail()
        except ValueError as error:
            logging.exception("niet gelukt: %s", error)
    assert caplog.messages[0] == "een regel"
    assert caplog.messages[1].endswith("builtins.ValueError")
    assert CANARY not in caplog.text


def test_an_error_that_ends_a_thread_tells_its_kind_and_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    with errors_without_words():
        for ends in (fail, sys.exit):
            thread = threading.Thread(target=ends)
            thread.start()
            thread.join()
    told = capsys.readouterr().err
    assert told.endswith("ValueError\n")
    assert "in fail" in told
    assert CANARY not in told


class Failing:
    """What nobody can catch when it is thrown away."""

    def __del__(self) -> None:
        fail()


def test_an_error_that_nobody_can_catch_tells_its_kind_and_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    with errors_without_words():
        Failing()
    told = capsys.readouterr().err
    assert told.endswith("ValueError\n")
    assert "in __del__" in told
    assert CANARY not in told


@pytest.mark.filterwarnings("default")
def test_what_a_served_page_fails_on_is_not_in_the_log(capfd: pytest.CaptureFixture[str]) -> None:
    app = FastAPI()
    app.add_api_route("/", fail)
    port = free_port("127.0.0.1", 7960)
    with errors_without_words(), launched(app, host="127.0.0.1", port=port) as address:
        assert httpx.get(address, timeout=60).status_code == 500
    told = capfd.readouterr().err
    assert "ValueError" in told
    assert CANARY not in told
