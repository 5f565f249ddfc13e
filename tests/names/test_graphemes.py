import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.names.graphemes import READINGS, is_vowel, read_grapheme, split_graphemes, split_hard


@pytest.mark.parametrize(
    ("word", "graphemes"),
    [
        ("Sotsji", "s o tsj i"),
        ("Khrushchev", "kh r u shch e v"),
        ("Dzerzhinsk", "dz e rzh i n s k"),
        ("Sha'abi", "sh aa b i"),
        ("Muhammad", "m u h a m a d"),
        ("Nemzow", "n e m z o w"),
        ("Rowling", "r ow l i n g"),
    ],
)
def test_a_word_is_cut_into_its_longest_graphemes(word, graphemes):
    assert split_graphemes(word) == tuple(graphemes.split())


def test_a_hard_j_is_a_consonant_of_its_own():
    assert split_hard("Sonja") == tuple("sonja")
    assert split_hard("Djibouti")[0] == "dj"


def test_readings_cost_less_than_an_unrelated_sound():
    for readings in READINGS.values():
        assert readings
        assert all(len(sound) == 1 and 0 <= cost < 1 for sound, cost in readings)


def test_what_is_in_no_row_stands_for_itself():
    assert read_grapheme("7") == (("7", 0.0),)


@pytest.mark.parametrize(
    ("grapheme", "answer"), [("ou", True), ("ja", True), ("y", True), ("sj", False)]
)
def test_vowels_are_known_by_their_plainest_reading(grapheme, answer):
    assert is_vowel(grapheme) is answer


@given(st.text(alphabet="bcdfghjklmnpqrstvwxyzaeiou", max_size=15))
def test_graphemes_hold_the_letters_of_the_word(word):
    joined = "".join(split_graphemes(word))
    assert set(joined) == set(word)
    assert len(joined) <= len(word)
