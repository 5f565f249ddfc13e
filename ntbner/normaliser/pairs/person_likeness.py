"""How alike two words of people's names are, and two rows of them.

Equal words, initials and abbreviations, equivalents (*Aleksandr, Alexander*) and other
spellings are alike; a man's name and the woman's form of it (*Mario, Maria*) are not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from ntbner.lexicon.categories import listed
from ntbner.names.equivalents import are_equivalent
from ntbner.names.skeleton import word_skeleton
from ntbner.normaliser.pairs.likeness import GIVEN_BIT, NAME_BITS, likeness, may_be_alike

SAME_FROM: Final = 0.5
"""Likeness of the worst matched word from which two names are the same."""
NATIVE_FROM: Final = 1.0
"""Mean firmness from which a word in another spelling may be another's name."""
INITIAL: Final = 0.75
"""Likeness of an initial and a name that begins so."""
OWN_FROM: Final = 0.75
"""Likeness from which two romanised given names of the lists are one in two spellings."""
NEAR: Final = 0.4
"""Likeness of words that a person should look at."""
SHORTEST_NEAR: Final = 4
"""Letters of the shortest word in which a slip is looked for."""
LONG_WORD: Final = 8
"""Letters from which a word may have two slips."""
_ADJECTIVE: Final = re.compile(r"(?:[sczd]k|n)[aiy]$")
"""Endings of Slavic surnames that are adjectives (*Kowalski, Kowalska*)."""
MALE_ENDS: Final = frozenset("iyeo")
"""Last letters of men's names whose women's form has *a* (*Mario, Maria*)."""


def word_score(one: str, other: str, mean: float) -> float:
    """How surely two words of people's names are the same; initials and given names too.

    >>> word_score("i", "ivar", 3.0), word_score("aleksandr", "alexander", 0.0) > 0.5
    (0.75, True)
    """
    if one == other:
        return 1.0
    if one > other:
        one, other = other, one
    certain = _certain_score(one, other)
    return _weigh(one, other, mean) if certain is None else certain


@lru_cache(maxsize=262_144)
def _certain_score(one: str, other: str) -> float | None:
    """The score of two words whatever names they stand in; ``None`` if it depends on them."""
    if len(one) == 1 or len(other) == 1:
        return INITIAL if one[0] == other[0] else 0.0
    if one[-1] == "." or other[-1] == ".":
        return INITIAL if _is_abbreviation(one, other) or _is_abbreviation(other, one) else 0.0
    if _differ_in_gender(one, other):
        return 0.0
    if (one[-1] == "i") is not (other[-1] == "i") and _differ_in_ending(one, other):
        return NEAR
    if may_be_alike(word_skeleton(one), word_skeleton(other)):
        return None
    return _equivalence(one, other)


@lru_cache(maxsize=262_144)
def _weigh(one: str, other: str, mean: float) -> float:
    score = likeness(one, other, mean)
    if score >= OWN_FROM:
        return score
    equivalence = _equivalence(one, other)
    is_soft = mean < NATIVE_FROM
    if is_soft and score >= SAME_FROM and not equivalence and _are_given_names(one, other):
        return NEAR
    return equivalence if equivalence and score < SAME_FROM else score


def _are_given_names(one: str, other: str) -> bool:
    """Whether both words are in the lists of given names, in their own right (*Jamal, Jamil*)."""
    return bool(listed(one.title()) & listed(other.title()) & GIVEN_BIT)


def _equivalence(one: str, other: str) -> float:
    """The score of given names that are one name in two languages, however they are spelt."""
    if are_equivalent(one, other):
        return 0.8
    return 0.6 if "abd" + one == other or "abd" + other == one else 0.0


def _is_abbreviation(one: str, other: str) -> bool:
    """*chr., christian*."""
    return one[-1] == "." and other.startswith(one[:-1])


def _differ_in_gender(one: str, other: str) -> bool:
    """*Aleksander, Aleksandra*; *Petrov, Petrova*; *Kowalski, Kowalska*."""
    if one[-1] != "a" and other[-1] != "a":
        return False
    if len(one) != len(other):
        return one + "a" == other or other + "a" == one
    if one[:-1] != other[:-1]:
        return False
    ends = one[-1] + other[-1]
    if ("i" in ends or "y" in ends) and _ADJECTIVE.search(one):
        return True
    if MALE_ENDS.isdisjoint(ends):
        return False
    return bool(listed(one.title()) & listed(other.title()) & GIVEN_BIT)


def _differ_in_ending(one: str, other: str) -> bool:
    """*Karim, Karimi*: from one's name, and from one's tribe's or town's."""
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    return shorter + "i" == longer and shorter[-1] not in "aeiouy"


def match_words(
    shorter: tuple[str, ...], longer: tuple[str, ...], mean: float
) -> list[tuple[int, int, float]] | None:
    """Each word of the shorter name with its like in the longer, in order; None if one has none.

    The surname is matched first, to the longer name's surname where it can be; a given name
    rather to a whole name than to an initial.
    """
    pairs: list[tuple[int, int, float]] = []
    limit = len(longer)
    for place in range(len(shorter) - 1, -1, -1):
        found: tuple[int, int, float] | None = None
        for other in range(limit - 1, place - 1, -1):
            score = word_score(shorter[place], longer[other], mean)
            if score >= SAME_FROM and (found is None or score != INITIAL):
                found = place, other, score
                if score != INITIAL or not pairs:
                    break
        if found is None:
            return None
        pairs.append(found)
        limit = found[1]
    return pairs[::-1]


@lru_cache(maxsize=65_536)
def is_near(one: str, other: str) -> bool:
    """Whether two words are a slip apart and not two names from the lists.

    >>> is_near("kumaratunga", "kumaratunge"), is_near("hansen", "hanssen")
    (True, False)
    """
    shorter = min(len(one), len(other))
    if shorter < SHORTEST_NEAR or _differ_in_gender(one, other) or _differ_in_ending(one, other):
        return False
    if listed(one.title()) & NAME_BITS and listed(other.title()) & NAME_BITS:
        return False
    most = 1 if shorter < LONG_WORD else 2
    return OSA.distance(one, other, score_cutoff=most) <= most
