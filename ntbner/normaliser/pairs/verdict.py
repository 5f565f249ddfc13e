"""What a rule says about two names, before it becomes a public comparison."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from ntbner.records import Comparison, Judgement

SAME: Final = Judgement.SAME
DIFFERENT: Final = Judgement.DIFFERENT
UNSURE: Final = Judgement.UNSURE


class Verdict(NamedTuple):
    """A rule's answer.

    Attributes:
        judgement: Same, different or unsure.
        score: How alike the names are, 0 to 1; orders pairs with one judgement.
        reason: The rule and its evidence, in words.
        adds: Whether it rests on one name having all words of the other, and more.
    """

    judgement: Judgement
    score: float
    reason: str
    adds: bool = False

    def as_comparison(self) -> Comparison:
        """The public record of it."""
        return _record(self.judgement, self.score, self.reason)


@lru_cache(maxsize=4096)
def _record(judgement: Judgement, score: float, reason: str) -> Comparison:
    """Most verdicts are one of a few: their records are made once."""
    return Comparison(judgement, round(score, 4), (reason,))
