"""What holds for all tests."""

import hashlib
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, settings

from assistant.read import reader
from index.page_vectors import Ids, PageVectors

# A test says what is right, never how fast: a busy machine must not turn it red.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    """The reader reads each text, and each question with the same passages, once in all tests: it says the same."""
    vectors, together = reader.Model.vectors, reader.Model.together
    read, heard = dict[bytes, reader.Vectors](), dict[bytes, reader.Vectors]()

    def vectors_once(self: reader.Model, texts: Sequence[Ids]) -> list[reader.Vectors]:
        keys = [text.tobytes() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in read}
        read.update(zip(new, vectors(self, list(new.values())) if new else [], strict=True))
        return [read[key] for key in keys]

    def together_once(
        self: reader.Model, asked: reader.Asked, page: PageVectors, matched: reader.Vectors
    ) -> reader.Vectors:
        given = (asked.lower, page.vectors, page.sentence, matched)  # all that it depends on
        key = hashlib.sha256(b"".join(part.tobytes() for part in given)).digest()
        if key not in heard:
            heard[key] = together(self, asked, page, matched)
        return heard[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "THREADS", 1)  # the tests themselves run on every core
        patch.setattr(reader.Model, "vectors", vectors_once)
        patch.setattr(reader.Model, "together", together_once)
        yield
