"""Numbered roads under one key."""

import pytest

from ntbner.names.road import road_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("E 6", "e 6"),
        ("E6", "e 6"),
        ("e-6", "e 6"),
        ("Europavei 6", "e 6"),
        ("Europavegen 6", "e 6"),
        ("riksveg 13", "rv 13"),
        ("Rv. 13", "rv 13"),
        ("Fv 44", "fv 44"),
        ("fylkesvei 44", "fv 44"),
    ],
)
def test_names_of_one_road_share_a_key(name, key):
    assert road_key(name) == key


@pytest.mark.parametrize(
    "name", ["E", "Europa", "Storgata 6", "E6-utbyggingen", "TV 2", "Europavei"]
)
def test_other_names_have_none(name):
    assert road_key(name) is None
