import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.lexicon import packaged
from ntbner.names.casing import decapitalise, looks_like_acronym
from ntbner.names.text import fold

CAPITALS = """
    LOC RAWA = Rawa                     LOC OSLO = Oslo
    LOC USA = USA                       LOC AUST-AGDER = Aust-Agder
    LOC MØRE OG ROMSDAL = Møre og Romsdal
    LOC LOS ANGELES = Los Angeles       PER STØRE = Støre
    PER BASHAR AL-ASSAD = Bashar al-Assad
    PER URSULA VON DER LEYEN = Ursula von der Leyen
    PER LARS VON TRIER = Lars von Trier
    ORG NRK = NRK                       ORG FN = FN
    ORG NTNU = NTNU                     ORG EQUINOR = Equinor
    ORG DNB ASA = DNB ASA               ORG STOREBRAND ASA = Storebrand ASA
    ORG TV 2 = TV 2                     ORG FC BARCELONA = FC Barcelona
    ORG UNIVERSITETET I OSLO = Universitetet i Oslo
"""


def split_cases(table):
    cells = [cell for line in table.splitlines() for cell in line.split("    ") if cell.strip()]
    for cell in cells:
        shouted, written = cell.split("=")
        type, _, name = shouted.strip().partition(" ")
        yield type, name, written.strip()


@pytest.mark.parametrize(("type", "shouted", "written"), list(split_cases(CAPITALS)))
def test_capitals_become_the_usual_writing(type, shouted, written):
    assert decapitalise(shouted, type=type) == written


@pytest.mark.parametrize("name", ["Rawa", "Nav", "al-Qaida", "NTBs", "iPhone", "Frp"])
def test_other_names_stay_as_they_are(name):
    assert decapitalise(name) == name


def test_the_writing_seen_elsewhere_in_the_text_wins():
    assert decapitalise("NAV", type="ORG", known={"Nav", "Oslo"}) == "Nav"
    assert decapitalise("NAV", type="ORG", known={"NAV", "Oslo"}) == "NAV"


def test_the_lexicon_knows_how_a_name_is_written():
    assert decapitalise("STORTINGET", type="ORG", lexicon=packaged()) == "Stortinget"


@pytest.mark.parametrize("word", ["NTB", "NRK", "P3", "BBC", "NTNU", "OECD", "NTB-AFP"])
def test_acronyms_are_told(word):
    assert looks_like_acronym(word)


@pytest.mark.parametrize(
    ("word", "type"),
    [
        ("RAWA", "LOC"),
        ("MOSS", "LOC"),
        ("LIE", "PER"),
        ("EQUINOR", "ORG"),
        ("AL-NUSRA", "ORG"),
        ("NYE-VIK", "LOC"),
    ],
)
def test_names_in_capitals_are_no_acronyms(word, type):
    assert not looks_like_acronym(word, type=type)


@given(st.text("AEØKLTV2al-. '’", max_size=14), st.sampled_from([None, "PER", "LOC", "ORG"]))
def test_decapitalising_twice_changes_nothing_more(name, type):
    once = decapitalise(name, type=type)
    assert decapitalise(once, type=type) == once
    assert once.casefold() == fold(name).casefold()
