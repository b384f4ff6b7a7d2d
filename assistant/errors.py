"""What can be wrong with a language model."""

from __future__ import annotations


class LanguageModelFault(Exception):
    """Something is wrong with the language model that is set."""


class UnusableLanguageModel(LanguageModelFault):
    """The setting names no language model in a form that is known, or one that may not be used so."""


class LanguageModelMissing(LanguageModelFault):
    """What the language model needs is not on this machine: a library, or its file."""


class NoAnswer(LanguageModelFault):
    """A language model cannot be reached, is too slow, breaks off or sends what cannot be read."""
