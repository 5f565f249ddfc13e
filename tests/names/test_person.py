import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.names.person import (
    is_family_first,
    is_initial,
    is_title,
    parse_person,
    split_article,
)

SURNAMES = """
    Abdelamir Yarallah: Yarallah
    Jonas Gahr Støre: Støre / Gahr Støre
    Ursula von der Leyen: Leyen / von der Leyen
    Bashar al-Assad: Assad / al-Assad
    Muammar el-Gaddafi: Gaddafi / el-Gaddafi
    Osama bin Laden: Laden / bin Laden
    Charles de Gaulle: Gaulle / de Gaulle
    Robin van Persie: Persie / van Persie
    Carl I. Hagen: Hagen
    Martin Luther King jr.: King / Luther King
    Hanna Kvanmo-Berg: Kvanmo-Berg / Kvanmo / Berg
    Mette-Marit: Mette-Marit / Mette / Marit
    Xi Jinping: Xi
    Solberg, Erna: Solberg
    Yarallah: Yarallah
    Harald V: Harald
"""

TITLED = """
    general Abdelamir Yarallah: general + Abdelamir Yarallah
    Sp-leder Trygve Slagsvold Vedum: Sp-leder + Trygve Slagsvold Vedum
    dr. Jon Lie: dr. + Jon Lie
    statsråd Lie: statsråd + Lie
    kong Harald: kong + Harald
    kronprins Haakon: kronprins + Haakon
    kong Olav V: kong + Olav
"""


def split_lines(table):
    return [
        tuple(part.strip() for part in line.split(":"))
        for line in table.splitlines()
        if line.strip()
    ]


@pytest.mark.parametrize(("name", "forms"), split_lines(SURNAMES))
def test_what_may_stand_alone_for_a_person(name, forms):
    assert " / ".join(parse_person(name).surname_forms) == forms


def test_a_realm_stands_last_behind_av():
    assert parse_person("Fredrik Ludvig av Hannover").has_realm
    assert not parse_person("Ursula von der Leyen").has_realm


@pytest.mark.parametrize(("name", "parts"), split_lines(TITLED))
def test_titles_are_no_part_of_the_name(name, parts):
    parsed = parse_person(name)
    assert " + ".join((*parsed.title, parsed.core)) == parts


@pytest.mark.parametrize(
    "name", ["Erna Solberg", "C.T. Sørensen", "Bashar al-Assad", "Van Morrison"]
)
def test_a_given_name_or_initial_makes_a_name_full(name):
    assert parse_person(name).is_full


@pytest.mark.parametrize(
    "name",
    [
        "Solberg",
        "statsråd Lie",
        "al-Assad",
        "Elizabeth II",
        "Kari & Ola",
        "Kari og Ola Berg",
        "De Gaulle",
    ],
)
def test_a_surname_alone_is_not_full(name):
    assert not parse_person(name).is_full


def test_initials_are_read():
    assert parse_person("Carl I. Hagen").initials == "CI"
    assert parse_person("Trygve Slagsvold Vedum").initials == "TS"
    assert parse_person("Hagen").initials == ""


@pytest.mark.parametrize(
    ("word", "initial"),
    [("I.", True), ("C.T.", True), ("J", True), ("Å.", True), ("Jo", False), ("Ola", False)],
)
def test_initials_are_told(word, initial):
    assert is_initial(word) is initial


@pytest.mark.parametrize(
    ("word", "title"),
    [("general", True), ("Sp-leder", True), ("dr.", True), ("Assad", False), ("al-Assad", False)],
)
def test_titles_are_told(word, title):
    assert is_title(word) is title


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("al-Assad", ("al-", "Assad")),
        ("ash-Sharq", ("ash-", "Sharq")),
        ("Mette-Marit", ("", "Mette-Marit")),
        ("Aleppo", ("", "Aleppo")),
        ("al-", ("", "al-")),
    ],
)
def test_the_arabic_article_is_cut_off(word, parts):
    assert split_article(word) == parts


@pytest.mark.parametrize(
    "name",
    [
        "Xi Jinping",
        "Kim Jong Un",
        "Mao Zedong",
        "Wang Qishan",
        "Jiang Zemin",
        "Moon Jae-in",
        "Park Geun-hye",
        "Bo Xilai",
        "Vo Van Thuong",
    ],
)
def test_the_family_comes_first_in_the_east(name):
    assert is_family_first(name.split())


@pytest.mark.parametrize(
    "name",
    [
        "Kim Friele",
        "Erna Solberg",
        "Li",
        "Kim Andersen",
        "Lee Dal",
        "Bo Lie",
        "Kim Roe",
        "Jo Moen",
        "Kim Mørø",
    ],
)
def test_the_family_comes_last_elsewhere(name):
    assert not is_family_first(name.split())


WORDS = st.lists(
    st.sampled_from("Jonas Gahr Støre von der al-Assad bin I. C.T. Xi jr. V general Kim".split()),
    min_size=1,
    max_size=5,
)


@given(WORDS)
def test_every_word_of_a_name_has_one_place(words):
    name = parse_person(" ".join(words))
    parts = (*name.title, name.core, *name.suffix)
    letters = sorted("".join(words).replace(".", "").replace("-", ""))
    assert sorted("".join(parts).replace(".", "").replace("-", "").replace(" ", "")) == letters


@given(WORDS)
def test_the_surname_comes_first_of_what_may_stand_alone(words):
    name = parse_person(" ".join(words))
    assert name.surname_forms[0] == name.surname
    assert len(set(name.surname_forms)) == len(name.surname_forms)
