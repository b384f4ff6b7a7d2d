"""The built-in summaries, indexed once for all tests of the interface."""

import os

import pytest

from ui import opening, settings
from ui.settings import Settings

settings.prepare(settings.load({}), os.environ)


@pytest.fixture(scope="session")
def builtin(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a data folder that holds an index of the built-in summaries."""
    given = Settings(data=tmp_path_factory.mktemp("data"), own_data=True)
    opening.build(given, opening.gather([opening.BUILTIN]).documents, None)
    return given
