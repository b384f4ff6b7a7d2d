"""How sure a figure is: Wilson for shares, a seeded bootstrap for means."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean

import numpy as np

_Z95 = 1.959963984540054  # 97.5 % point of the standard normal distribution
_DRAWS = 1000
_SEED = 20


def wilson(successes: int, n: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of a share.

    Args:
        successes: How many of ``n`` succeeded.
        n: How many were tried; 0 gives (0, 1), as nothing is known.

    Returns:
        Lower and upper bound, both within 0..1.

    Raises:
        ValueError: ``successes`` does not lie in 0..n.

    Source: Wilson, Journal of the American Statistical Association 22 (1927), doi:10.2307/2276774;
        in the form of Agresti and Coull, The American Statistician 52 (1998), doi:10.2307/2685469.
    """
    if not 0 <= successes <= n:
        raise ValueError(f"{successes} of {n} is no share")
    if n == 0:
        return 0.0, 1.0
    share, z2 = successes / n, _Z95**2
    middle = share + z2 / (2 * n)
    reach = _Z95 * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    low, high = (middle - reach) / (1 + z2 / n), (middle + reach) / (1 + z2 / n)
    # At 0 and n of n the bound is 0 or 1 exactly, and rounding would miss it by a hair.
    return (0.0 if successes == 0 else low), (1.0 if successes == n else high)


def bootstrap(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % percentile interval of a mean, of 1,000 samples with replacement and always the same seed.

    Args:
        values: One per question; whatever is put in together is drawn together.

    Raises:
        ValueError: There are no values.

    Source: Efron, The Annals of Statistics 7 (1979), doi:10.1214/aos/1176344552.
    """
    if not values:
        raise ValueError("no values, no interval")
    drawn = np.random.default_rng(_SEED).choice(np.asarray(values, dtype=np.float64), (_DRAWS, len(values)))
    low, high = np.quantile(drawn.mean(axis=1), (0.025, 0.975))
    # Rounding must not push a bound past the mean where all values are equal.
    return min(float(low), fmean(values)), max(float(high), fmean(values))
