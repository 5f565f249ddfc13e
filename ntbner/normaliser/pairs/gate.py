"""Which names of people cannot be the same, seen before they are weighed.

A pool meets many pairs under keys that say too little (*Aivaras Wolf Hayer, Esra Aivaras
Hayer*), and weighing a pair takes long. :func:`may_be_one` says no only where
:func:`~ntbner.normaliser.pairs.people.judge_people` would not say *same*: it asks of the
words what is asked there, by skeletons first, and given names before surnames, which such
pairs have in common. It gives no reason and no judgement.
"""

from __future__ import annotations

from functools import lru_cache

from ntbner.names.equivalents import are_equivalent
from ntbner.names.skeleton import sound_out, word_skeleton
from ntbner.normaliser.pairs.likeness import may_be_alike
from ntbner.normaliser.pairs.person_likeness import SAME_FROM, is_near, match_words, word_score
from ntbner.normaliser.pairs.person_words import Words, are_chinese_alike


def may_be_one(one: Words, other: Words, mean: float) -> bool:
    """Whether two names of people that are not the same letters may be judged the same.

    Args:
        one: The words of a name.
        other: Those of another.
        mean: Firmness of both, as it is weighed.

    >>> from ntbner.normaliser.pairs.person_words import read_person
    >>> may_be_one(read_person("Esra Aivaras Hayer"), read_person("Aivaras Wolf Hayer"), 0.0)
    False
    >>> may_be_one(read_person("Mikhail Gorbatsjov"), read_person("Michail Gorbachev"), 0.0)
    True
    """
    first, second = one.words, other.words
    if not first or not second:
        return False
    if len(first) > len(second):
        first, second = second, first
    if len(first) == len(second):
        found = _may_be_alike(first, second, mean)
    else:
        found = len(first) > 1 and (
            _may_match(first, second, mean) or _may_be_joined(first, second)
        )
    return found or _may_be_split(one, other, mean)


def _may_be_alike(first: tuple[str, ...], second: tuple[str, ...], mean: float) -> bool:
    """Whether two names of as many words may be the same word by word, slips and all."""
    for one, other in zip(first, second, strict=True):
        if not may_be_word(one, other) and not is_near(one, other):
            return False
    for one, other in zip(first, second, strict=True):
        if word_score(one, other, mean) < SAME_FROM and not is_near(one, other):
            return False
    return True


def _may_match(shorter: tuple[str, ...], longer: tuple[str, ...], mean: float) -> bool:
    """Whether each word of the shorter name has its like in the longer, in order."""
    left = len(longer) - len(shorter) + 1
    givens = [word for word in longer[:left] if may_be_word(shorter[0], word)]
    if not givens or not any(may_be_word(shorter[-1], word) for word in longer[-left:]):
        return False
    if not any(word_score(shorter[0], word, mean) >= SAME_FROM for word in givens):
        return False
    return match_words(shorter, longer, mean) is not None


def _may_be_joined(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether two names may be one with its words joined or split."""
    return shorter[0][0] == longer[0][0] and may_be_alike(
        sound_out("".join(shorter)), sound_out("".join(longer))
    )


def _may_be_split(one: Words, other: Words, mean: float) -> bool:
    """Whether hyphens, order or Eastern syllables may hide that two names are one."""
    first, second = one.split, other.split
    if (one.family_first and other.family_first) or are_chinese_alike(one, other):
        return True
    is_split = first != one.words or second != other.words
    if len(first) == len(second):
        return sorted(first) == sorted(second) or (
            is_split and match_words(first, second, mean) is not None
        )
    if not is_split:
        return False
    if len(first) > len(second):
        first, second = second, first
    return may_be_word(first[0], second[0]) and _may_match(first, second, mean)


@lru_cache(maxsize=262_144)
def may_be_word(one: str, other: str) -> bool:
    """Whether two words of people's names may be the same: one word, initial or given name.

    >>> may_be_word("mikhail", "michail"), may_be_word("isaac", "yitzhak")
    (True, True)
    >>> may_be_word("m", "michail"), may_be_word("esra", "aivaras")
    (True, False)
    """
    if one == other or len(one) == 1 or len(other) == 1 or "." in (one[-1], other[-1]):
        return one[0] == other[0]
    return (
        may_be_alike(word_skeleton(one), word_skeleton(other))
        or are_equivalent(one, other)
        or "abd" + one == other
        or "abd" + other == one
    )
