"""Chunks: nothing is lost between them, and names are not cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.chunks import cut_chunks

TEXTS = st.text(alphabet="aÅ😀.!? \n\r\t", max_size=200)


@given(TEXTS, st.integers(1, 50))
def test_joined_again_the_chunks_are_the_text(text, longest):
    chunks = list(cut_chunks(text, longest))
    assert "".join(chunk for _, chunk in chunks) == text


@given(TEXTS, st.integers(1, 50))
def test_each_chunk_stands_at_its_offset_and_is_short_enough(text, longest):
    for offset, chunk in cut_chunks(text, longest):
        assert text.startswith(chunk, offset)
        assert 0 < len(chunk) <= longest


def test_an_empty_text_has_no_chunk():
    assert list(cut_chunks("")) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("En to.\nTre fire.\n\nFem seks. Sju åtte", "En to.\nTre fire.\n\n"),
        ("En to.\r\nTre fire.\r\n\r\nFem seks. Sju", "En to.\r\nTre fire.\r\n\r\n"),
        ("En to. Tre fire.\nFem seks. Sju åtte ni", "En to. Tre fire.\n"),
        ("En to tre fire. Fem seks sju åtte ni ti", "En to tre fire. "),
        ("En to tre fire fem seks sju åtte ni ti", "En to tre fire fem seks "),
        ("Entotrefirefemsekssjuåttenitielleve", "Entotrefirefemsekssjuåtte"),
    ],
    ids=["paragraph", "paragraph of Windows", "line", "sentence", "word", "letter"],
)
def test_a_cut_is_made_at_the_best_place_that_fits(text, first):
    assert next(cut_chunks(text, longest=25)) == (0, first)


def test_an_end_in_the_first_half_is_passed_over_for_a_lesser_one_behind_it():
    assert next(cut_chunks("En.\n\nTo tre fire fem seks sju", longest=20))[1] == (
        "En.\n\nTo tre fire "
    )
