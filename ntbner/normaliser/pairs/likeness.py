"""Whether two words can be one name in two spellings, and how well.

What may differ depends on the spelling's firmness (:mod:`ntbner.names.origin`): words
with a spelling of their own may differ in what is written either way (*Grethe, Grete*;
*Christian, Kristian*), romanised ones in vowels and doubled letters as well.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from ntbner.lexicon.categories import listed
from ntbner.names.origin import firmness
from ntbner.normaliser.alignment import word_distance

FIRMEST: Final = 0.03
"""Distance allowed to words with a spelling of their own: *th* for *t*, *ch* for *k*."""
SOFTEST: Final = 0.13
"""Distance allowed to romanised words (*Gaddafi, Khadafi* are 0.06 apart)."""
FIRM_FROM: Final = 2.5
"""Mean log-odds from which a pair of words counts as firm; half-way cases in proportion."""
UNSURE_FACTOR: Final = 1.8
"""Up to so many times the allowed distance, two words may be one: a person should look."""
SHORTEST_TYPO: Final = 6
"""Letters of the shortest word in which one letter more or less can be a slip."""
NAME_BITS: Final = 16 | 32
"""Given name or surname (:class:`ntbner.lexicon.Category`)."""


@lru_cache(maxsize=262_144)
def allowance(mean: float) -> float:
    """The distance allowed at a mean firmness.

    >>> allowance(5.0), allowance(-5.0)
    (0.03, 0.13)
    """
    share = min(1.0, max(0.0, mean / FIRM_FROM))
    return round(SOFTEST - (SOFTEST - FIRMEST) * share, 4)


@lru_cache(maxsize=262_144)
def likeness(one: str, other: str, mean: float) -> float:
    """How surely two words in plain letters are one name: 1 the same, 0.5 the limit, 0 no.

    Args:
        one: A word in plain lower-case letters.
        other: Another.
        mean: Firmness of the two names that they stand in, rounded to a half.

    Returns:
        1 for the same sounds, falling to 0.5 at the allowed distance and to 0 at
        :data:`UNSURE_FACTOR` times that.

    >>> likeness("sotsji", "sochi", -2.0), likeness("hansen", "hansson", 4.0)
    (1.0, 0.0)
    """
    if one == other:
        return 1.0
    limit = allowance((mean + (firmness(one) + firmness(other)) / 2) / 2)
    distance = word_distance(one, other)
    if distance <= limit:
        return 1.0 - 0.5 * distance / limit
    if is_slip(one, other):
        return 0.5
    edge = limit * UNSURE_FACTOR
    return 0.0 if distance >= edge else 0.5 * (edge - distance) / (edge - limit)


def is_slip(one: str, other: str) -> bool:
    """Whether a long word lacks one inner letter or has two swapped, and is no other name.

    >>> is_slip("romney", "romey"), is_slip("wikstroem", "wigstroem")
    (True, False)
    """
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if len(longer) < SHORTEST_TYPO or len(longer) - len(shorter) > 1:
        return False
    if listed(longer.title()) & NAME_BITS and listed(shorter.title()) & NAME_BITS:
        return False
    start = 0
    while start < len(shorter) and longer[start] == shorter[start]:
        start += 1
    if len(longer) > len(shorter):
        return 0 < start < len(shorter) and longer[start + 1 :] == shorter[start:]
    return (
        0 < start < len(longer) - 1
        and longer[start] == shorter[start + 1]
        and longer[start + 1] == shorter[start]
        and longer[start + 2 :] == shorter[start + 2 :]
    )
