"""The command in this process, indexes to ask, and none of the settings of whoever runs the tests."""

import gc
import os
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.ui.chromium import started
from ui import opening, settings
from ui.cli import main
from ui.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAPERS = Path(__file__).parents[1] / "data" / "papers"

settings.prepare(settings.load({}), os.environ)

if find_spec("playwright"):
    from playwright.sync_api import expect

    expect.set_options(timeout=30_000)  # milliseconds; its own 5000 are too few on a busy machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


Passend = Callable[..., Ran]


@pytest.fixture(scope="session", autouse=True)
def _own_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(settings.PREFIX)]:
            patch.delenv(name)
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="module", autouse=True)
def _collected() -> Iterator[None]:
    """Collect the loops and sockets that Gradio leaves open behind a page, so that no later test is blamed for them."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture
def passend(capsys: pytest.CaptureFixture[str]) -> Passend:
    """Run the command with these arguments."""

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:  # argparse, on wrong use and on --help
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return Ran(code=code, out=out, err=err)

    return run


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Chromium for the tests of one module."""
    with started() as running:
        yield running


@pytest.fixture(scope="session")
def builtin(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a data folder that holds an index of the built-in summaries."""
    given = Settings(data=tmp_path_factory.mktemp("data"), own_data=True)
    opening.build(given, opening.gather([opening.BUILTIN]).documents, None)
    return given


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an index of the papers in ``tests/data``; not to be changed."""
    data = tmp_path_factory.mktemp("indexed")
    assert main(["index", str(PAPERS), "--data", str(data)]) == 0
    return data
