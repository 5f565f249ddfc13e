"""Logistic regressions over named features, small enough for a table of weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

PENALTY: Final = 2.0
"""L2 penalty; from 1.2 to 3, cross-validated scores differ by about 0.1 points."""
STEPS: Final = 300
"""Gradient steps; the loss changes by less than 0.1 % in the last hundred."""
SMALLEST_WEIGHT: Final = 0.05
"""Smaller weights are dropped: no decision hangs on them."""
RAREST_FEATURE: Final = 2
"""Count from which a feature is kept."""


def fit_weights(
    rows: Sequence[Sequence[str]],
    answers: Sequence[bool],
    *,
    penalty: float = PENALTY,
    views: int = 1,
    rarest: int = RAREST_FEATURE,
) -> dict[str, float]:
    """Weights of a logistic regression on rows of features (Adam, whole batch).

    Args:
        rows: The features of each row.
        answers: What each row is.
        penalty: L2 penalty.
        views: How many rows show the same thing; each counts as a part of one.
        rarest: Count from which a feature is kept.
    """
    counts = Counter(feature for row in rows for feature in set(row))
    least = rarest * views
    names = sorted(feature for feature, count in counts.items() if count >= least)
    place = {feature: number for number, feature in enumerate(names)}
    pairs = [
        (number, place[feature])
        for number, row in enumerate(rows)
        for feature in sorted(set(row))
        if feature in place
    ]
    row_of, column_of = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    target = np.array(answers, dtype=np.float64)
    weights: NDArray[np.float64] = np.zeros(len(names))
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        logits = np.bincount(row_of, weights[column_of], len(rows))
        error = 1 / (1 + np.exp(-logits)) - target
        gradient = np.bincount(column_of, error[row_of], len(names)) / views
        gradient += penalty * weights
        mean = 0.9 * mean + 0.1 * gradient
        spread = 0.999 * spread + 0.001 * gradient**2
        rate = 0.05 * (1 - step / (STEPS + 1))
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return {
        feature: round(float(weight), 2)
        for feature, weight in zip(names, weights, strict=True)
        if abs(weight) >= SMALLEST_WEIGHT
    }
