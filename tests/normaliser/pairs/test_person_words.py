import pytest

from ntbner.normaliser.pairs.person_words import read_person


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("statsminister Erna Solberg", ("erna", "solberg")),
        ("S.I. Hayakawa", ("s", "i", "hayakawa")),
        ("Des Browne", ("des", "browne")),
        ("Ursula von der Leyen", ("ursula", "leyen")),
        ("Abdullah Abdul Aziz", ("abdullah", "abdaziz")),
        ("Abdelamir Yarallah", ("abdamir", "yarallah")),
        ("Xi Jinping", ("xi", "jinping")),
    ],
)
def test_words_of_a_person(name, words):
    assert read_person(name).words == words
