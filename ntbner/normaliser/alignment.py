"""How far apart two words sound, whoever romanised them.

The graphemes of both words are aligned at least cost. Taking one for another costs what
their closest readings do (``graphemes.tsv``, ``sounds.tsv``); leaving one out costs by
what it is: an *h* or a glide little, a vowel more, a consonant most. The start of a word
weighs half as much again. The distance is the total over the words' mean length, so that
it reads as "share of the sounds that differ".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Final

from ntbner.names.graphemes import is_vowel, read_grapheme, split_graphemes, split_hard

UNRELATED: Final = 1.0
"""Cost of two consonants with nothing in common."""
UNRELATED_VOWELS: Final = 0.5
"""Cost of two vowels that the table has no row for."""
VOWEL_FOR_CONSONANT: Final = 1.2
"""Cost of a vowel for a consonant: leaving out one and adding the other is cheaper."""

DROP_VOWEL: Final = 0.35
"""An unwritten or inserted short vowel (*Hashd*, *Hashed*)."""
DROP_LAST_VOWEL: Final = 0.6
"""A vowel at the end of a word, which often makes another name (*Pushkin*, *Pushkino*)."""
DROP_WEAK: Final = {"h": 0.15, "j": 0.2, "y": 0.2, "i": 0.3, "e": 0.3, "w": 0.35, "gh": 0.4}
"""Graphemes that come and go with the romanisation."""
DROP_CONSONANT: Final = 0.9
"""Any other consonant."""

START_WEIGHT: Final = 1.5
"""Factor on costs at the first sound, by which readers know a name."""

FAR: Final = 0.3
"""Distance beyond which two words are unrelated, whoever asks."""


_GLIDE: Final = re.compile("j[aeiou]")
_HARD: Final = re.compile("d[zs]?j|d[zs]?ch|d?zh|zj|dg")
"""How the sound of *j* in *John* and *jour* is written where *j* itself is not."""


def _parse_costs(text: str) -> dict[tuple[str, str], float]:
    """Rows ``sound TAB sound TAB cost``, valid either way; # starts a comment."""
    costs: dict[tuple[str, str], float] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            one, other, cost = line.split("\t")
            costs[one, other] = costs[other, one] = float(cost)
    return costs


SOUND_COSTS: Final[Mapping[tuple[str, str], float]] = _parse_costs(
    files("ntbner.names").joinpath("sounds.tsv").read_text(encoding="utf-8")
)
"""Cost of one sound for another."""


@lru_cache(maxsize=65_536)
def swap_cost(one: str, other: str) -> float:
    """What it costs to take one grapheme for another, 0 to 1.2.

    >>> swap_cost("sj", "sh"), swap_cost("k", "m"), swap_cost("j", "y")
    (0.0, 1.0, 0.05)
    """
    if one == other:
        return 0.0
    vowels = is_vowel(one) + is_vowel(other)
    best = (UNRELATED, VOWEL_FOR_CONSONANT, UNRELATED_VOWELS)[vowels]
    for sound, cost in read_grapheme(one):
        for other_sound, other_cost in read_grapheme(other):
            apart = 0.0 if sound == other_sound else SOUND_COSTS.get((sound, other_sound))
            if apart is not None:
                best = min(best, cost + other_cost + apart)
    return round(best, 4)


class _SwapCosts(dict[str, float]):
    """What it costs to take one grapheme for each other, looked up once."""

    def __init__(self, grapheme: str) -> None:
        self._grapheme = grapheme

    def __missing__(self, other: str) -> float:
        cost = self[other] = swap_cost(self._grapheme, other)
        return cost


@lru_cache(maxsize=4_096)
def _swap_costs(grapheme: str) -> _SwapCosts:
    return _SwapCosts(grapheme)


@lru_cache(maxsize=4_096)
def drop_cost(grapheme: str) -> float:
    """What it costs to leave a grapheme out inside a word."""
    weak = DROP_WEAK.get(grapheme)
    if weak is not None:
        return weak
    return DROP_VOWEL if is_vowel(grapheme) else DROP_CONSONANT


@lru_cache(maxsize=262_144)
def word_distance(one: str, other: str) -> float:
    """How far apart two words sound: 0 for the same sounds, 1 for unrelated words.

    Args:
        one: A word, in any case, accents or not.
        other: Another.

    Returns:
        Cost of the best alignment over the mean number of graphemes; symmetric. Beyond
        :data:`FAR` it is 1: nobody asks how far.

    >>> word_distance("Sotsji", "Sochi"), word_distance("Khadafi", "Gaddafi") < 0.15
    (0.0, True)
    >>> word_distance("Irak", "Iran") > 0.2
    True
    """
    return find_distance(one, other, FAR)


def find_distance(one: str, other: str, most: float) -> float:
    """As :func:`word_distance`, up to another greatest distance; nothing is remembered.

    >>> find_distance("Irak", "Iran", 0.1)
    1.0
    """
    if one > other:
        one, other = other, one
    first, second = split_graphemes(one), split_graphemes(other)
    if first == second:
        return 0.0
    distance = _mean_cost(first, second, most)
    if ("j" in one or "j" in other) and may_be_hard(one, other):
        distance = min(distance, _mean_cost(split_hard(one), split_hard(other), most))
    return distance if distance <= most else 1.0


def _mean_cost(first: tuple[str, ...], second: tuple[str, ...], most: float) -> float:
    """Cost of the best alignment over the mean number of graphemes; infinite beyond a limit."""
    mean = (len(first) + len(second)) / 2
    return align(first, second, most * mean) / mean


def may_be_hard(one: str, other: str) -> bool:
    """Whether a *j* before a vowel in one of two words may be what is *dj* or *zj* in the other.

    >>> may_be_hard("japarov", "zjaparov"), may_be_hard("bjoern", "bjarne")
    (True, False)
    """
    return any(_GLIDE.search(a) and _HARD.search(b) for a, b in ((one, other), (other, one)))


def align(first: tuple[str, ...], second: tuple[str, ...], limit: float) -> float:
    """Least cost to turn one row of graphemes into the other; infinite beyond a limit.

    What both share at the start and the end is skipped: an optimal alignment keeps it,
    as no cost is negative and equal graphemes cost nothing.
    """
    start = 0
    shorter = min(len(first), len(second))
    while start < shorter and first[start] == second[start]:
        start += 1
    end = 0
    while end < shorter - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return _align_rest(
        first[start : len(first) - end],
        second[start : len(second) - end],
        START_WEIGHT if start == 0 else 1.0,
        end == 0,
        limit,
    )


def _align_rest(
    first: tuple[str, ...], second: tuple[str, ...], weight: float, at_end: bool, limit: float
) -> float:
    """The part between shared ends, by dynamic programming over a row.

    Costs only grow from row to row, so a row that is beyond the limit everywhere ends it.
    """
    drops = _drop_costs(second, weight, at_end)
    row = [0.0, *accumulate(drops)]
    for place, drop in enumerate(_drop_costs(first, weight, at_end)):
        costs = _swap_costs(first[place])
        swaps = [costs[other] for other in second]
        if place == 0 and swaps:
            middle = (weight + 1) / 2
            swaps = [swaps[0] * weight, *[swap * middle for swap in swaps[1:]]]
        diagonal = row[0]
        least = left = diagonal + drop
        following = [left]
        for column, above in enumerate(row[1:]):
            best = diagonal + swaps[column]
            if above + drop < best:
                best = above + drop
            if left + drops[column] < best:
                best = left + drops[column]
            following.append(best)
            if best < least:
                least = best
            left, diagonal = best, above
        if least > limit:
            return float("inf")
        row = following
    return row[-1]


def _drop_costs(graphemes: tuple[str, ...], weight: float, at_end: bool) -> list[float]:
    costs = [drop_cost(grapheme) for grapheme in graphemes]
    if costs and at_end and is_vowel(graphemes[-1]):
        costs[-1] = max(costs[-1], DROP_LAST_VOWEL)
    if costs:
        costs[0] *= weight
    return costs
