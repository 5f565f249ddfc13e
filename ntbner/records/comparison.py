"""Comparisons: the answer to "are these two names the same?"."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Judgement(enum.Enum):
    """The three answers to "do these two names mean the same?".

    Unsure never merges by itself; different is binding. Two judgements about the same
    pair combine with ``|``: different beats same beats unsure.

    >>> Judgement.SAME | Judgement.UNSURE
    <Judgement.SAME: 'same'>
    >>> Judgement.SAME | Judgement.DIFFERENT
    <Judgement.DIFFERENT: 'different'>
    """

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"

    def __or__(self, other: Judgement) -> Judgement:
        order = (Judgement.DIFFERENT, Judgement.SAME, Judgement.UNSURE)
        return min(self, other, key=order.index)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer of :func:`ntbner.compare`.

    Attributes:
        judgement: Same, different or unsure.
        score: Strength of the likeness, 0 to 1. It orders pairs that have the same
            judgement; it is not a probability.
        reasons: What spoke for or against, most important first.
    """

    judgement: Judgement
    score: float
    reasons: tuple[str, ...]
