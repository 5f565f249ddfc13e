import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.names.compound import is_common_tail, looks_like_name, split_compound

COMPOUNDS = """
    [Syria]-krigen              [IS]-krigere                [LO]-leder
    [USA]-støttede              [Al Jazeera]-regionen       [Obama]-administrasjonen
    [al-Qaida]-lederen          [Nord-Korea]-eksperten      [Møre og Romsdal]-benken
    anti-[IS]-koalisjonen       eks-[Molde]-spiller         [IS]-leder-saken
    [Bodø/Glimt]-spilleren      [Brann]–spiller             [Hizbollah]‑milits
    [Donald Trump]-tilhengere   [Trump]-vennlige            [PST]-sjefen
"""

NOT_COMPOUNDS = """
    Aust-Agder, Tor-Aksel, al-Qaida, Mette-Marit, Møre og Romsdal, Nord-Norge, Al-Jazeera,
    Guinea-Bissau, Kongo-Brazzaville, Rolls-Royce, TV-serie, A-magasinet, sør-koreansk,
    pro-russisk, e-post, NRK-s, EU-’s, Viken-, Oslo, -krigen, X-faktor
"""


def split_cells(table):
    return [
        cell.strip() for line in table.splitlines() for cell in line.split("   ") if cell.strip()
    ]


@pytest.mark.parametrize("marked", split_cells(COMPOUNDS))
def test_the_name_in_a_compound_is_found(marked):
    start, end = marked.index("["), marked.index("]") - 1
    word = marked.replace("[", "").replace("]", "")
    assert split_compound(word) == (start, end)


@pytest.mark.parametrize("word", [word.strip() for word in NOT_COMPOUNDS.split(",")])
def test_a_name_with_a_hyphen_and_a_common_word_are_no_compounds(word):
    assert split_compound(word) is None


def test_tails_are_small_letter_words():
    assert is_common_tail("krigen")
    assert not any(map(is_common_tail, ["Agder", "s", "’s", "2", ""]))


def test_compass_points_and_abbreviations_are_no_names():
    assert looks_like_name("Al Jazeera")
    assert not any(map(looks_like_name, ["Sør", "TV", "A", "anti", "den"]))


@given(st.text("aAlKøØ-–‑ '’2/.", max_size=16))
def test_the_name_lies_inside_the_word_before_a_hyphen(word):
    place = split_compound(word)
    if place is not None:
        start, end = place
        assert 0 <= start < end < len(word)
        assert word[end] in "-–‑"
        assert looks_like_name(word[start:end])
