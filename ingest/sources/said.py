"""What a source says as JSON: an absent field and one that is null are the same."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, model_validator


class Said(BaseModel):
    """A form that an answer is held against; what is null gets the value of a field that is not there."""

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, given: Any) -> Any:
        return {name: value for name, value in given.items() if value is not None} if isinstance(given, dict) else given
