"""The parts of a full name that may stand for it."""

import pytest

from ntbner.normaliser.name import Name, make_key
from ntbner.normaliser.person_parts import (
    list_endings,
    list_given_names,
    list_middle_names,
    list_surnames,
)


@pytest.mark.parametrize(
    ("form", "surnames", "given", "middle", "endings"),
    [
        ("Erna Solberg", ["solberg"], ["erna"], [], []),
        (
            "Jonas Gahr Støre",
            ["stoere", "gahr stoere"],
            ["jonas", "jonas gahr"],
            ["gahr"],
            ["gahr stoere"],
        ),
        (
            "Per Olav Hansen",
            ["hansen", "olav hansen"],
            ["per", "per olav", "olav"],
            ["olav"],
            ["olav hansen"],
        ),
        ("C. Hagen", ["hagen"], [], [], []),
        ("Bashar al-Assad", ["assad", "al assad"], ["bashar"], [], ["al assad"]),
        ("Tor-Aksel Moe", ["moe"], ["tor aksel"], [], []),
    ],
)
def test_what_may_stand_alone(form, surnames, given, middle, endings):
    full = Name(make_key(form), "PER", (), {form: 1})
    assert list_surnames(full) == surnames
    assert list_given_names(full) == given
    assert list_middle_names(full) == middle
    assert list_endings(full) == endings
