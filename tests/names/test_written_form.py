import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.names.text import fold_letters
from ntbner.names.written_form import written_form_key


@pytest.mark.parametrize(
    ("nynorsk", "bokmaal"),
    [
        ("Høgskulen", "Høyskolen"),
        ("kyrkja", "kirken"),
        ("kyrkje", "kirke"),
        ("Regjeringa", "Regjeringen"),
        ("Kystvakta", "Kystvakten"),
        ("Noreg", "Norge"),
        ("Framstegspartiet", "Fremskrittspartiet"),
        ("Austlandet", "Østlandet"),
        ("Statane", "Statene"),
        ("Høgre", "Høyre"),
    ],
)
def test_the_two_written_forms_meet(nynorsk, bokmaal):
    assert written_form_key(fold_letters(nynorsk)) == written_form_key(fold_letters(bokmaal))


def test_an_ending_counts_at_the_end_alone():
    assert written_form_key("ingatun") == "ingatun"
    assert written_form_key("regjeringa") == "regjeringen"


@given(st.text(alphabet="bcdfgmnprt", max_size=12))
def test_a_word_without_such_parts_is_its_own_key(word):
    assert written_form_key(word) == word
