from hypothesis import given
from hypothesis import strategies as st

from ntbner.normaliser.pairs.parsed import prepare


def test_a_name_in_the_shapes_that_rules_ask_for():
    name = prepare("Hashd  al‑Sha’abi")
    assert name.text == "Hashd al-Sha'abi"
    assert name.words == ("hashd", "al", "sha'abi")
    assert name.solid == "hashdalshaabi"
    assert name.bare == "hashdshaabi"
    assert not name.is_acronym


def test_acronyms_are_short_and_in_capitals():
    assert [prepare(name).is_acronym for name in ("FN", "Nato", "NTNU", "RAWA FC")] == [
        True,
        False,
        True,
        False,
    ]


def test_norwegian_spellings_are_firmer_than_romanised_ones():
    assert prepare("Kristian Hansen").firmness > 0 > prepare("Abdulkarim Qasim").firmness


@given(st.text(max_size=30))
def test_any_text_can_be_prepared_twice_over(text):
    assert prepare(prepare(text).text) == prepare(text)
