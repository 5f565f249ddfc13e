import pytest

from ntbner.normaliser.pairs.person_likeness import is_near, match_words, word_score


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("i", "ivar", 0.75, 0.75),
        ("i", "olav", 0.0, 0.0),
        ("chr.", "christian", 0.75, 0.75),
        ("chr.", "carl", 0.0, 0.0),
        ("volodymyr", "vladimir", 0.5, 1.0),
        ("petrov", "petrova", 0.0, 0.0),
        ("abdaziz", "aziz", 0.5, 0.7),
    ],
)
def test_words_are_scored(one, other, least, most):
    assert least <= word_score(one, other, 0.0) <= most


@pytest.mark.parametrize(
    ("shorter", "longer", "places"),
    [
        (("kari", "moe"), ("kari", "lise", "moe"), [(0, 0), (1, 2)]),
        (("k", "moe"), ("kari", "moe", "berg"), [(0, 0), (1, 1)]),
        (("kari", "moe"), ("moe", "kari"), None),
        (("kari", "moe"), ("kari", "berg"), None),
    ],
)
def test_words_are_matched_in_order(shorter, longer, places):
    found = match_words(shorter, longer, 0.0)
    assert (found and [pair[:2] for pair in found]) == places


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("kumaratunga", "kumaratunge", True),
        ("hansen", "hanssen", False),
        ("petrov", "petrova", False),
        ("ola", "olb", False),
    ],
)
def test_a_slip_is_no_other_name(one, other, near):
    assert is_near(one, other) is near
