"""What can be wrong with a question, and with a language model."""

from __future__ import annotations

LONGEST = 2_000  # characters of a question; reading one takes time that grows faster than its length
MOST_EARLIER = 20  # questions of a conversation that are looked back on


class QuestionTooLong(ValueError):
    """A question, or an earlier one of its conversation, of more than ``LONGEST`` characters."""


class LanguageModelFault(Exception):
    """Something is wrong with the language model that is set."""


class UnusableLanguageModel(LanguageModelFault):
    """The setting names no language model in a form that is known, or one that may not be used so."""


class LanguageModelMissing(LanguageModelFault):
    """What the language model needs is not on this machine: a library, or its file."""


class NoAnswer(LanguageModelFault):
    """A language model cannot be reached, is too slow, breaks off or sends what cannot be read."""
