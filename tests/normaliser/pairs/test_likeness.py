import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.normaliser.pairs.likeness import allowance, is_slip, likeness

WORDS = st.text(alphabet="abdeghijkmnorstuvyz", min_size=1, max_size=10)
FIRM, SOFT = 5.0, -3.0


@pytest.mark.parametrize(
    ("one", "other", "mean", "alike"),
    [
        ("sotsji", "sochi", SOFT, True),
        ("gaddafi", "khadafi", SOFT, True),
        ("grete", "grethe", FIRM, True),
        ("christian", "kristian", FIRM, True),
        ("hansen", "hansson", FIRM, False),
        ("breen", "bryn", FIRM, False),
        ("iain", "ian", FIRM, False),
        ("solberg", "stolberg", FIRM, False),
        ("groenland", "grenland", FIRM, False),
    ],
)
def test_what_may_differ_depends_on_where_a_name_is_from(one, other, mean, alike):
    assert (likeness(one, other, mean) >= 0.5) is alike


@given(WORDS, WORDS, st.sampled_from([FIRM, 0.0, SOFT]))
def test_likeness_is_symmetric_and_a_share(one, other, mean):
    assert likeness(one, other, mean) == likeness(other, one, mean)
    assert 0.0 <= likeness(one, other, mean) <= 1.0


@given(WORDS, st.sampled_from([FIRM, SOFT]))
def test_a_word_is_wholly_like_itself(word, mean):
    assert likeness(word, word, mean) == 1.0


@given(st.floats(-9, 9), st.floats(-9, 9))
def test_firmer_names_may_differ_less(one, other):
    assert allowance(max(one, other)) <= allowance(min(one, other))


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("romney", "romey", True),
        ("netanyahu", "netanayhu", True),
        ("solberg", "stolberg", False),
        ("wikstroem", "wigstroem", False),
        ("berg", "brg", False),
        ("martin", "marti", False),
    ],
)
def test_a_slip_leaves_out_or_swaps_an_inner_letter(one, other, slip):
    assert is_slip(one, other) is slip
