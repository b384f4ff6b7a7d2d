"""What a source says as JSON: an absent field and one that is null are the same, and what is wrong with it is told."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError, model_validator


class Said(BaseModel):
    """A form that an answer is held against; what is null gets the value of a field that is not there."""

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, given: Any) -> Any:
        return {name: value for name, value in given.items() if value is not None} if isinstance(given, dict) else given


def first_problem(error: ValidationError) -> str:
    """The first thing that is wrong with an answer, and at which field."""
    first = error.errors(include_input=False)[0]
    return ": ".join(filter(None, [".".join(map(str, first["loc"])), first["msg"]]))
