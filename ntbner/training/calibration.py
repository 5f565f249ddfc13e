"""Calibration: two numbers, one that makes the tagger's probabilities honest.

A conditional random field trained to a low loss is too sure of itself. Dividing all scores
by one temperature (Guo et al. 2017) leaves the best sequence as it is and moves every
probability; the temperature is the one under which held-out names are least surprising.

The other balances two labels. Silver and news have many towns, so a network that learnt from
them calls other places ``GPE_LOC`` too often; what is added to the scores of ``LOC`` is what
tells NorNE's held-out names apart best.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final

from spacy.language import Language

from ntbner.training.evaluate import evaluate
from ntbner.training.sentences import Sentence

CANDIDATES: Final = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3)
"""Sharpnesses that are tried: inverse temperatures."""

BALANCES: Final = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5)
"""Additions to the scores of ``LOC`` that are tried."""

LEAST: Final = 1e-4
"""Probabilities are kept this far from 0 and 1 when their surprise is taken."""


def fit_sharpness(
    nlp: Language, set_sharpness: Callable[[float], object], held_out: Sequence[Sentence]
) -> float:
    """The sharpness under which what held-out names turn out to be surprises least.

    Args:
        nlp: The pipeline.
        set_sharpness: Sets its sharpness.
        held_out: Annotated sentences that training has not seen.
    """

    def surprise(sharpness: float) -> float:
        set_sharpness(sharpness)
        return mean_surprise(evaluate(nlp, held_out, corpus="held out").guesses)

    return min(CANDIDATES, key=surprise)


def fit_balance(
    nlp: Language, set_balance: Callable[[float], object], held_out: Sequence[Sentence]
) -> float:
    """The addition to the scores of ``LOC`` with the highest F over nine labels; of equals, the
    smallest.

    Args:
        nlp: The pipeline.
        set_balance: Sets what is added.
        held_out: Documents with NorNE's nine labels that training has not seen.
    """

    def score(balance: float) -> float:
        set_balance(balance)
        fine = evaluate(nlp, held_out, corpus="held out").fine
        return 0.0 if fine is None else fine.micro.f

    return max(BALANCES, key=score)


def mean_surprise(guesses: Sequence[tuple[float, bool]]) -> float:
    """Mean negative log-probability of how guesses turned out; 0 without guesses.

    Args:
        guesses: Each guess's probability of being right, and whether it was.

    >>> round(mean_surprise([(0.5, True), (0.5, False)]), 3)
    0.693
    """
    total = 0.0
    for probability, right in guesses:
        likely = probability if right else 1 - probability
        total -= math.log(min(max(likely, LEAST), 1 - LEAST))
    return total / len(guesses) if guesses else 0.0
