"""Work that goes on without end is broken off."""

import signal
import threading

import pytest

from ingest.bounded import TookTooLong, within


def test_what_computes_too_long_is_broken_off() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(TookTooLong), within(0.05):
        while True:
            pass
    assert signal.getsignal(signal.SIGVTALRM) is before


def test_work_is_broken_off_also_where_the_first_time_was_lost() -> None:
    lost = []

    class Collected:
        def __del__(self) -> None:
            try:
                while True:
                    pass
            except TookTooLong as error:  # what Python does itself with what is raised in here
                lost.append(error)

    with pytest.raises(TookTooLong), within(0.05):
        Collected()
        while True:
            pass
    assert len(lost) == 1
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_what_is_done_in_time_is_left_alone() -> None:
    with within(60):
        found = sum(range(1_000))
    assert found == 499_500
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_another_thread_is_not_broken_off() -> None:
    found = []

    def work() -> None:
        with within(0.001):
            found.append(sum(range(100_000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [4_999_950_000]
