import ast
import errno
import importlib
import inspect
import pkgutil
from pathlib import Path
from types import ModuleType

import pytest

from ingest.formats.paged_text import Reason
from ingest.notes import NoteKind
from ui import messages
from ui.errors import DateUnreadable, check_question

PACKAGES = ("ingest", "index", "assistant", "eval", "ui")
ROOT = Path(messages.__file__).parent.parent


def _modules_with_classes_of_errors() -> list[ModuleType]:
    """Modules of the program whose source defines a class; the others need not be imported to know that.

    Training is no part of the program: what it imports comes with the extra ``training``.
    """
    found = []
    for package in PACKAGES:
        for module in pkgutil.walk_packages([str(ROOT / package)], prefix=f"{package}."):
            if ".training" in module.name:
                continue
            path = ROOT / Path(*module.name.split(".")).with_suffix(".py")
            if path.is_file() and any(
                isinstance(node, ast.ClassDef) and node.bases for node in ast.parse(path.read_text("utf-8")).body
            ):
                found.append(importlib.import_module(module.name))
    return found


def _own_errors() -> set[str]:
    return {
        f"{name.__module__}.{name.__qualname__}"
        for module in _modules_with_classes_of_errors()
        for _, name in inspect.getmembers(module, inspect.isclass)
        if issubclass(name, BaseException) and name.__module__ == module.__name__
    }


def test_every_error_of_ours_has_a_sentence_and_every_sentence_an_error() -> None:
    ours = {name for name in messages.SENTENCES if not name.startswith("builtins.")}
    assert ours == _own_errors()


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_to_skip_a_file_is_told(reason: Reason) -> None:
    assert messages.skip_reason(reason)


def test_every_note_is_told() -> None:
    assert set(messages.NOTES) == set(NoteKind)


def test_an_unforeseen_error_gets_a_code_of_four_hexadecimal_digits_without_its_words() -> None:
    try:
        raise KeyError("geheim")
    except KeyError as error:
        told = messages.explain(error)
        assert told == f"Er ging iets mis (code {messages.code(error)})."
        assert int(messages.code(error), 16) < 16**4
        assert "geheim" not in told


def test_half_a_character_in_a_question_comes_back_as_a_sign_that_can_be_sent() -> None:
    assert check_question(" Vaart de \ud83d boot? ") == "Vaart de \ufffd boot?"


def test_an_error_of_the_file_system_names_the_file() -> None:
    assert messages.explain(FileNotFoundError(2, "no", "map/x.jsonl")) == (
        "Het bestand of de map map/x.jsonl is niet gevonden."
    )


@pytest.mark.parametrize("number", ["EROFS", "ENOSPC", "EDQUOT", "EFBIG", "EIO", "EMFILE", "ENFILE", "ENOLCK"])
def test_a_disk_that_does_not_help_is_told_in_a_sentence(number: str) -> None:
    error = OSError(getattr(errno, number), "words of the system", "map/bestand")
    assert "(code" not in messages.explain(error)
    assert "words of the system" not in messages.explain(error)


def test_what_somebody_typed_is_only_words_on_a_page() -> None:
    error = DateUnreadable("<img src=x onerror=alert(1)>")
    assert "<img" in messages.explain(error)
    assert "<" not in messages.on_page(error)
