"""Reading: invisible differences vanish, and every offset finds its way home."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.reading import REPLACEMENT, read

SOFT_HYPHEN = "\u00ad"
LETTERS = st.text(alphabet="Oslo éåØ.\n😀", max_size=40)
ANYTHING = st.text(
    alphabet=st.one_of(
        st.sampled_from("Ae\u0301\u030a \u00a0\u00ad\u200b\u200f\u2028\ufeff\r\n\0א한😀"),
        st.characters(exclude_categories=()),
    ),
    max_size=60,
)


@st.composite
def disguised(draw):
    """A clean text, and the same decomposed, with soft hyphens and special spaces strewn in."""
    clean = draw(LETTERS)
    pieces = []
    for character in clean:
        written = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), character)
        if character == " ":
            written = draw(st.sampled_from([" ", "\u00a0", "\u2009", "\0"]))
        pieces.append(draw(st.sampled_from(["", "", SOFT_HYPHEN, "\u200b"])) + written)
    return clean, "".join(pieces)


@given(LETTERS)
def test_a_clean_text_is_passed_on_as_it_is(text):
    reading = read(text)
    assert (reading.text, reading.starts, reading.ends) == (text, None, None)


@given(disguised())
def test_a_disguised_text_reads_as_the_clean_one(pair):
    clean, dirty = pair
    assert read(dirty).text == clean


@given(disguised(), st.data())
def test_a_stretch_at_home_reads_as_the_stretch(pair, data):
    clean, dirty = pair
    start = data.draw(st.integers(0, max(0, len(clean) - 1)))
    end = data.draw(st.integers(start, len(clean)))
    if start < end:
        own_start, own_end = read(dirty).place(start, end)
        assert read(dirty[own_start:own_end]).text == clean[start:end]


@given(ANYTHING)
def test_any_string_can_be_read_and_every_character_has_a_place_in_it(text):
    reading = read(text)
    places = [reading.place(index, index + 1) for index in range(len(reading.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


def test_a_name_is_placed_without_invisible_characters_at_its_edges():
    text = f"i{SOFT_HYPHEN} {SOFT_HYPHEN}Sot{SOFT_HYPHEN}sji{SOFT_HYPHEN}."
    start, end = read(text).place(2, 8)
    assert text[start:end] == f"Sot{SOFT_HYPHEN}sji"


@pytest.mark.parametrize("end", ["\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_a_special_line_end_reads_as_a_plain_one(end):
    assert read(f"Oslo{end}Bergen").text == "Oslo\nBergen"


def test_line_ends_of_windows_stay():
    assert read("Oslo\r\nBergen").text == "Oslo\r\nBergen"


def test_lone_surrogates_read_as_the_replacement_character():
    assert read("Oslo \ud83d.").text == f"Oslo {REPLACEMENT}."


def test_a_letter_and_an_accent_that_stay_two_have_one_place():
    reading = read("x\u0301e\u0301")
    assert reading.text == "x\u0301é"
    assert reading.place(0, 1) == reading.place(1, 2) == (0, 2)
