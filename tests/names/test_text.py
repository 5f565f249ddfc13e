import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.names.text import drop_marks, fold, fold_letters, is_all_capitals

FOLDED = [
    ("Hashd  al‑Sha’abi", "Hashd al-Sha'abi"),
    ("Hashd\u00a0al-Sha`abi", "Hashd al-Sha'abi"),
    (unicodedata.normalize("NFD", "Ålesund"), "Ålesund"),
    ("Stor\u00adtinget", "Stortinget"),
    ("Møre–Romsdal", "Møre-Romsdal"),
    ("«Nav»", '"Nav"'),
    (" IS’ ", "IS'"),
]

ALIKE = """
    Århus Aarhus; Ålesund Aalesund; Milošević Milosevic; José Jose; Göteborg Gøteborg;
    Sjö Sjø; Pärnu Pærnu; Ærø Aeroe; Łódź Lodz; Kárášjohka Karasjohka; OSLO Oslo
"""


@pytest.mark.parametrize(("written", "folded"), FOLDED)
def test_marks_that_carry_no_meaning_are_ironed_out(written, folded):
    assert fold(written) == folded


def test_case_accents_and_letters_stay_in_a_folded_name():
    assert fold("Ål José NAV") == "Ål José NAV"


@pytest.mark.parametrize(("a", "b"), [pair.split() for pair in ALIKE.split(";")])
def test_ways_to_write_a_letter_fold_to_one(a, b):
    assert fold_letters(a) == fold_letters(b)


def test_different_letters_stay_different():
    assert fold_letters("Moss") != fold_letters("Mo")
    assert fold_letters("Hål") != fold_letters("Hal")


@pytest.mark.parametrize(
    ("text", "all_capitals"),
    [
        ("RAWA", True),
        ("NTBs", False),
        ("A", False),
        ("al-Qaida", False),
        ("by", False),
        ("TV 2", True),
        ("", False),
    ],
)
def test_capitals_are_told(text, all_capitals):
    assert is_all_capitals(text) is all_capitals


@pytest.mark.parametrize(
    ("written", "plain"),
    [("Måsøy", "masoy"), ("Valkeapää", "valkeapaa"), ("Đinđić", "dindic"), ("Oslo", "oslo")],
)
def test_marks_are_dropped_as_other_keyboards_do(written, plain):
    assert drop_marks(written) == plain


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)
    assert fold_letters(fold_letters(text)) == fold_letters(text)


@given(st.text(max_size=20))
def test_folding_does_not_see_how_characters_are_composed(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
