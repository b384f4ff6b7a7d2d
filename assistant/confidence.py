"""Whether the evidence is enough to answer, or the honest answer is that the papers do not say."""

from __future__ import annotations

import math

from assistant.evidence import Evidence

# Logistic regression on the open half of the question sets: ``python -m eval.calibrate`` prints these.
INTERCEPT = -3.0
COEFFICIENTS = {"sentence": 2.0, "around": 3.0, "meaning": 2.0, "passage": 1.5, "typed": 0.5, "named": 3.0}
THRESHOLD = 0.5


def confidence(best: Evidence) -> float:
    """The chance, 0..1, that the best sentence answers the question."""
    total = INTERCEPT + sum(weight * getattr(best.features, name) for name, weight in COEFFICIENTS.items())
    return 1 / (1 + math.exp(-total))


def is_enough(best: Evidence) -> bool:
    """Whether an answer may be built on this sentence."""
    return confidence(best) >= THRESHOLD
