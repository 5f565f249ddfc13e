import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.tagger.windows import LONGEST, cut_windows

WORDS = st.sampled_from(["Assad", "kom", ".", "!", "»", "\n", " ", "\n\n", "og", "Han"])


@given(st.lists(WORDS, max_size=400))
def test_every_word_is_in_exactly_one_window(words):
    windows = list(cut_windows(words))
    indices = [index for window in windows for index in window]
    assert indices == [index for index, word in enumerate(words) if not word.isspace()]
    assert all(0 < len(window) <= LONGEST for window in windows)


def test_a_closing_quotation_mark_stays_with_its_sentence():
    words = ["«", "Vi", "drar", ".", "»", "Det", "sa", "hun", "."]
    assert list(cut_windows(words)) == [[0, 1, 2, 3, 4], [5, 6, 7, 8]]


def test_an_abbreviation_before_a_small_letter_does_not_end_the_sentence():
    words = ["kl", ".", "ti", "i", "dag"]
    assert list(cut_windows(words)) == [[0, 1, 2, 3, 4]]


def test_a_line_break_ends_a_headline_that_has_no_full_stop():
    assert list(cut_windows(["Krig", "i", "Syria", "\n", "Assad", "svarer"])) == [[0, 1, 2], [4, 5]]


@pytest.mark.parametrize(
    ("words", "windows"),
    [
        (["Oslo", "\t", "Bergen"], [[0], [2]]),  # cells of a table
        (["Oslo", "    ", "Bergen"], [[0], [2]]),  # columns
        (["Erna", " ", "Solberg"], [[0, 2]]),  # two blanks, the first of them Erna's
    ],
)
def test_a_tab_or_a_wide_gap_ends_a_window(words, windows):
    assert list(cut_windows(words)) == windows
