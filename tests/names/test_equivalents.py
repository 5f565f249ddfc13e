import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.names.equivalents import are_equivalent, find_groups


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("volodymyr", "vladimir"),
        ("mykhajlo", "mikhail"),
        ("yitzhak", "isaac"),
        ("william", "bill"),
        ("husayn", "hossein"),
    ],
)
def test_one_name_in_two_languages(one, other):
    assert are_equivalent(one, other)
    assert are_equivalent(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("andreas", "andres"),
        ("johan", "john"),
        ("hans", "jens"),
        ("hans", "johannes"),
        ("arne", "bjarne"),
        ("erna", "erling"),
        ("nikolai", "nils"),
        ("ola", "ole"),
        ("lars", "lasse"),
    ],
)
def test_names_that_two_siblings_could_bear_are_two(one, other):
    assert not are_equivalent(one, other)


@given(st.text(max_size=12))
def test_a_name_that_is_in_no_group_is_equivalent_to_none(name):
    assert are_equivalent(name, name) is bool(find_groups(name))
