import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.names.origin import LONGEST_GROUP, firmness, letter_groups, place_firmness


@pytest.mark.parametrize("name", ["Kristiansen", "Solberg", "Andersson", "Bjørnstad", "Schmidt"])
def test_names_with_a_spelling_of_their_own_are_firm(name):
    assert firmness(name) > 2.5


@pytest.mark.parametrize("name", ["Yarallah", "Gorbatsjov", "Gaddafi", "Mamedgeldyyev"])
def test_romanised_names_are_soft(name):
    assert firmness(name) < 0


@pytest.mark.parametrize("name", ["Sande", "Hammar", "Drangedal", "Malmö", "Göttingen"])
def test_native_places_are_firm(name):
    assert place_firmness(name) > 1


@pytest.mark.parametrize("name", ["Kharkiv", "Tsjernihiv", "Qamishli", "Jalalabad"])
def test_romanised_places_are_soft(name):
    assert place_firmness(name) < -1


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_groups_are_all_pieces_of_the_marked_word(word):
    marked = f".{word}."
    pieces = {marked[a:b] for a in range(len(marked)) for b in range(a + 1, a + 1 + LONGEST_GROUP)}
    assert set(letter_groups(word)) == pieces
