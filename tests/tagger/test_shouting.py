"""Headlines in capitals, and what only looks like one."""

import pytest

import ntbner
from ntbner.tagger.shouting import calm, is_shouting


@pytest.mark.parametrize(
    ("text", "shouting"),
    [
        ("STATSMINISTER ERNA SOLBERG GÅR AV", True),
        ("NRK , NTB OG TV", False),  # acronyms
        ("OSLO ( NTB ) : Regjeringen går", False),  # a dateline
        ("NATO", False),
        ("Erna Solberg går av", False),
        ("1 2 3 !", False),
    ],
)
def test_a_headline_in_capitals_is_told(text, shouting):
    assert is_shouting(text.split()) is shouting


def test_names_keep_a_capital_and_frequent_words_lose_it():
    words = ["BASHAR", "AL-ASSAD", "OG", "IRAKS", "HÆR", "I", "NATO", ",", "2"]
    assert calm(words, {"og", "hær", "i", "al"}) == [
        "Bashar", "al-Assad", "og", "Iraks", "hær", "i", "NATO", ",", "2",
    ]  # fmt: skip


def test_names_in_a_headline_in_capitals_are_found_where_they_stand():
    text = "STATSMINISTER ERNA SOLBERG REISER TIL BERGEN\n\nErna Solberg reiser til Bergen."
    found = [(ent.text, ent.start_char) for ent in ntbner.load()(text).ents]
    assert found[:2] == [("ERNA SOLBERG", 14), ("BERGEN", 38)]
