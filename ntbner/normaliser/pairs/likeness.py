"""Whether two words can be one name in two spellings, and how well.

What may differ depends on the spelling's firmness (:mod:`ntbner.names.origin`): words
with a spelling of their own may differ in what is written either way (*Grethe, Grete*;
*Christian, Kristian*), romanised ones in vowels and doubled letters as well.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from ntbner.lexicon.categories import Category, listed
from ntbner.names.origin import firmness
from ntbner.names.skeleton import word_skeleton
from ntbner.normaliser.alignment import find_distance

FIRMEST: Final = 0.03
"""Distance allowed to words with a spelling of their own: *th* for *t*, *ch* for *k*."""
SOFTEST: Final = 0.13
"""Distance allowed to romanised words (*Gaddafi, Khadafi* are 0.06 apart)."""
FIRMER_SHARE: Final = 0.2
"""What the firmer of two names counts for in their mean."""
FIRM_FROM: Final = 2.5
"""Mean log-odds from which a pair of words counts as firm; half-way cases in proportion."""
LONG_SKELETON: Final = 5
"""Consonants from which skeletons may be two apart; shorter ones one. Of 70,000 pairs of words
in names that share a sound, the gate drops three of every four and one in a thousand that
alignment would have found alike."""
FIRM_LIMIT: Final = 0.06
"""Allowed distance below which vowels must agree: *Breen* and *Bryn* are two names."""
_DOUBLED: Final = re.compile(r"([aeiou])\1")
_GLIDE: Final = re.compile(r"(?<=[aeiou])[yj](?=[aeiou])|(?<=[aeou])[yji]$")
UNSURE_FACTOR: Final = 1.8
"""Up to so many times the allowed distance, two words may be one: a person should look."""
SHORTEST_TYPO: Final = 6
"""Letters of the shortest word in which one letter more or less can be a slip."""
FIRST_SLIP: Final = 2
"""Letters that must be right before a slip: *Solberg* and *Stolberg* are two names."""
GIVEN_BIT: Final = int(Category.GIVEN_NAME)
"""As plain numbers: a flag is masked ten times as slowly."""
NAME_BITS: Final = int(Category.GIVEN_NAME | Category.SURNAME)


def pair_firmness(one: float, other: float) -> float:
    """The firmness of two names together, rounded to a half: mostly that of the softer one.

    A name that was romanised somewhere has no fixed spelling, though its German or French
    form looks as if it had (*Nemtsov, Nemzow*).

    >>> pair_firmness(3.0, -2.0), pair_firmness(3.0, 3.0)
    (-1.0, 3.0)
    """
    softer, firmer = (one, other) if one < other else (other, one)
    return round(2 * (softer + FIRMER_SHARE * (firmer - softer))) / 2


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

    >>> likeness("sotsji", "sochi", -2.0), likeness("hansen", "hansson", 4.0) < 0.5
    (1.0, True)
    """
    if one == other:
        return 1.0
    if not may_be_alike(word_skeleton(one), word_skeleton(other)):
        return 0.0
    own = (firmness(one) + firmness(other)) / 2
    return weigh(one, other, allowance((mean + own) / 2))


def weigh(one: str, other: str, limit: float) -> float:
    """As :func:`likeness` for two words that may be alike, at an allowed distance that is given.

    >>> weigh("sotsji", "sochi", 0.1), weigh("hansen", "nansen", 0.03)
    (1.0, 0.0)
    """
    edge = limit * UNSURE_FACTOR
    distance = find_distance(one, other, edge)
    if distance <= limit:
        if limit < FIRM_LIMIT and _vowels(one).isdisjoint(_vowels(other)):
            return 0.4
        return 1.0 - 0.5 * distance / limit
    if is_slip(one, other):
        return 0.5
    return 0.0 if distance >= edge else 0.5 * (edge - distance) / (edge - limit)


def may_be_alike(one: str, other: str) -> bool:
    """Whether two skeletons are near enough for the words to be weighed at all."""
    most = 1 if max(len(one), len(other)) < LONG_SKELETON else 2
    return Levenshtein.distance(one, other, score_cutoff=most) <= most


@lru_cache(maxsize=65_536)
def _vowels(word: str) -> frozenset[str]:
    """The vowels of a firm spelling, with *ae* as *a* and as *e*.

    *y* is *i*, but behind vowels a glide as *j* is; *ie* and doubled vowels are one; a last
    *e* is silent; *oe* is *o*.

    >>> _vowels("breen"), _vowels("bryn"), sorted(_vowels("barsnaes"))
    (frozenset({'e'}), frozenset({'i'}), ['aa', 'ae'])
    """
    plain = (
        _GLIDE.sub("", word)
        .replace("y", "i")
        .replace("ie", "i")
        .replace("oe", "o")
        .removesuffix("e")
    )
    return frozenset(
        "".join(
            letter
            for letter in _DOUBLED.sub(r"\1", plain.replace("ae", sound))
            if letter in "aeiou"
        )
        for sound in "ae"
    )


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
        return FIRST_SLIP <= start < len(shorter) and longer[start + 1 :] == shorter[start:]
    return (
        FIRST_SLIP <= start < len(longer) - 1
        and longer[start] == shorter[start + 1]
        and longer[start + 1] == shorter[start]
        and longer[start + 2 :] == shorter[start + 2 :]
    )
