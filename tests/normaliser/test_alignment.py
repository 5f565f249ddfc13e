from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ntbner.names.graphemes import is_vowel, split_graphemes
from ntbner.normaliser.alignment import (
    DROP_LAST_VOWEL,
    FAR,
    START_WEIGHT,
    align,
    drop_cost,
    swap_cost,
    word_distance,
)

WORDS = st.text(alphabet="abdeghijkmorstuvyz", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("one", "other"),
    [("sotsji", "sochi"), ("zjukov", "zhukov"), ("sjojgu", "shoigu"), ("muhammad", "mohammed")],
)
def test_one_name_in_two_romanisations_is_near(one, other):
    assert word_distance(one, other) < 0.1


@pytest.mark.parametrize(
    ("one", "other"), [("irak", "iran"), ("gambia", "zambia"), ("slovakia", "slovenia")]
)
def test_two_names_are_farther_apart(one, other):
    assert word_distance(one, other) > 0.13


@pytest.mark.parametrize(
    ("one", "other"), [("japarov", "zjaparov"), ("jumblatt", "dschumblat"), ("javad", "dschawad")]
)
def test_a_j_may_be_that_of_john(one, other):
    assert word_distance(one, other) < 0.05


@given(WORDS, WORDS)
def test_distance_is_symmetric(one, other):
    assert word_distance(one, other) == word_distance(other, one)


@given(WORDS)
def test_a_word_is_at_no_distance_from_itself(word):
    assert word_distance(word, word) == 0.0


@given(WORDS, WORDS)
def test_distance_is_a_share(one, other):
    distance = word_distance(one, other)
    assert distance == 1.0 or 0.0 <= distance <= FAR


def align_slowly(first, second):
    """The whole table, cell by cell, for words that share neither their start nor their end."""

    def drop(word, place):
        cost = drop_cost(word[place])
        if place == len(word) - 1 and is_vowel(word[place]):
            cost = max(cost, DROP_LAST_VOWEL)
        return cost * (START_WEIGHT if place == 0 else 1)

    @cache
    def best(rows, columns):
        if not rows or not columns:
            rest = [drop(first, i) for i in range(rows)] + [drop(second, i) for i in range(columns)]
            return sum(rest)
        weight = START_WEIGHT if rows == columns == 1 else 1
        if rows == 1 < columns:
            weight = (START_WEIGHT + 1) / 2
        swap = weight * swap_cost(first[rows - 1], second[columns - 1])
        return min(
            best(rows - 1, columns) + drop(first, rows - 1),
            best(rows, columns - 1) + drop(second, columns - 1),
            best(rows - 1, columns - 1) + swap,
        )

    return best(len(first), len(second))


@given(WORDS, WORDS)
def test_the_fast_alignment_finds_what_the_slow_one_does(one, other):
    first, second = split_graphemes(one), split_graphemes(other)
    assume(first[0] != second[0] and first[-1] != second[-1])
    assert align(first, second, limit=99.0) == pytest.approx(align_slowly(first, second))


@given(WORDS, WORDS, st.floats(0, 5))
def test_a_limit_changes_only_what_is_beyond_it(one, other, limit):
    first, second = split_graphemes(one), split_graphemes(other)
    exact = align(first, second, limit=99.0)
    found = align(first, second, limit=limit)
    assert found == exact if exact <= limit else found > limit
