"""What can be wrong with what a person asks of the commands or the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from assistant import errors
from assistant.errors import LONGEST

if TYPE_CHECKING:
    from ingest.notes import Skipped

MAX_QUESTION = LONGEST  # characters
Persona = Literal["ouder", "kamer", "helpdesk"]  # for whom an answer can be
PERSONAS: tuple[Persona, ...] = get_args(Persona)
_HALVES = re.compile("[\ud800-\udfff]")  # of a pair that stands for one character: no page or file can hold one alone


class RequestFault(Exception):
    """A person asks for something that cannot be done."""


class OutputUnwritable(Exception):
    """What a command says cannot be written where it is sent to: a full disk, say."""


class FolderMissing(RequestFault):
    """A folder with papers does not exist."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"no folder {folder}")
        self.folder = folder


class FolderWithoutPapers(RequestFault):
    """A folder holds no paper that could be read."""

    def __init__(self, folder: Path, skipped: Sequence[Skipped] = ()) -> None:
        super().__init__(f"no readable paper in {folder}")
        self.folder = folder
        self.skipped = tuple(skipped)


class DataInFolder(RequestFault):
    """The index would lie in a folder that is watched, so that every build would be a reason for the next."""

    def __init__(self, data: Path, folder: Path) -> None:
        super().__init__(f"{data} lies in {folder}")
        self.data = data
        self.folder = folder


class BuiltinMissing(RequestFault):
    """The built-in summaries are not beside the code."""


class QuestionEmpty(RequestFault):
    """A question without a letter or digit."""


class QuestionTooLong(RequestFault, errors.QuestionTooLong):
    """A question of more than ``MAX_QUESTION`` characters."""


class NothingToMeasure(RequestFault):
    """No question is left to ask, for want of the papers that they are about."""


class NothingToRecord(RequestFault):
    """A recording of a language model is wanted, and none is set."""


class SameFile(RequestFault):
    """Questions and answers would be the same file."""


class UpdateOfSome(RequestFault):
    """An update is of everything that was asked before, and something of it is named."""


class PortTaken(RequestFault):
    """Something else listens on the port."""

    def __init__(self, port: int) -> None:
        super().__init__(f"port {port} is in use")
        self.port = port


class AddressUnusable(PortTaken):
    """There is no listening at an address: it is not this machine's, or its port is not for this user."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(port)
        self.host = host


class MalformedRequest(RequestFault):
    """A request of another program has not the form that the API asks."""

    def __init__(self, fields: Sequence[str]) -> None:
        super().__init__(f"unusable: {', '.join(fields)}")
        self.fields = ", ".join(fields)


class MalformedCall(MalformedRequest):
    """A call of a tool has arguments that it does not take."""


class NoSuchTool(RequestFault):
    """A tool is called that is not there."""


class NoSuchAddress(RequestFault):
    """Nothing is served at an address, or not in this way."""


class NoMcp(RequestFault):
    """The package of the Model Context Protocol is not installed."""


class PaperMissing(RequestFault):
    """No paper of the index bears the identifier that was asked for."""

    def __init__(self, identifier: str) -> None:
        super().__init__(f"no paper {identifier!r}")


class TooOften(RequestFault):
    """More requests than are let through in the time."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"too many requests; wait {seconds} seconds")
        self.seconds = seconds


class LineFault(RequestFault):
    """A line of a batch that holds no question."""

    def __init__(self, number: int, problem: str) -> None:
        super().__init__(f"line {number}: {problem}")
        self.number = number


class LineWithoutObject(LineFault):
    """A line that is no JSON object."""


class LineField(LineFault):
    """A line in which a field is missing or has the wrong form."""

    def __init__(self, number: int, field: str) -> None:
        super().__init__(number, f"unusable {field}")
        self.field = field


class FieldTooLong(RequestFault):
    """A subject or a name that is longer than any."""


class RemarkTooLong(RequestFault):
    """What is missing from an answer, told at too great length."""


class DraftTooLong(RequestFault):
    """A reply to be kept that is longer than any."""


class DateUnreadable(RequestFault):
    """A date that is no day."""

    def __init__(self, typed: str) -> None:
        super().__init__("no day")
        self.typed = typed


class NothingAskedFor(RequestFault):
    """Fetching without a dossier and without words."""


class OrderWithoutDay(RequestFault):
    """Fetching without a day from which on."""


class SubjectEmpty(RequestFault):
    """A briefing on nothing."""


class NothingSaid(RequestFault):
    """A briefing on what no paper speaks of."""


class FormatUnknown(RequestFault):
    """A file name whose ending is none of the formats."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"cannot tell the format of {path}")
        self.path = path


class BriefingUnreadable(RequestFault):
    """A file that is not what its ending says."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"cannot read {path}")
        self.path = path


def check_question(question: str) -> str:
    """Give a question back without white space around it, and with a sign for what is no character.

    Raises:
        QuestionEmpty: It holds no letter or digit.
        QuestionTooLong: It is longer than ``MAX_QUESTION``.
    """
    if len(question) > MAX_QUESTION:
        raise QuestionTooLong(f"{len(question)} characters, at most {MAX_QUESTION}")
    if not any(character.isalnum() for character in question):
        raise QuestionEmpty("no letter or digit")
    return _HALVES.sub("\ufffd", question).strip()
