"""What a terminal gets is only words."""

import sys

import pytest

from ui.inert import REPLACED, inert, inert_output


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\x9b", "\r", "\0", "\u202e", "\u2066", "\udcff"])
def test_what_a_terminal_obeys_is_shown_instead(sign: str) -> None:
    assert inert(f"a{sign}[2J\tb\n") == f"a{REPLACED}[2J\tb\n"


def test_what_is_printed_is_inert_but_a_bar_of_progress_may_go_back(capsys: pytest.CaptureFixture[str]) -> None:
    with inert_output():
        sys.stdout.write("naam\x1b[2J.txt\n")
        sys.stderr.write("\rbezig\r\x1b[A")
    out, err = capsys.readouterr()
    assert out == f"naam{REPLACED}[2J.txt\n"
    assert err == f"\rbezig{REPLACED}{REPLACED}[A"
