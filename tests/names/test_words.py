"""The lists of words: one garbled line would take part in every look-up, and nobody would see."""

import re

import pytest

from ntbner.names import words

WORD = re.compile(r"[\w&][\w./'-]*")
PAIR = re.compile(r"[\w-]+\$?:[\w-]+")
PAIRS = {"written_forms", "points", "definite_forms", "definite_titles", "saints"}


@pytest.mark.parametrize("heading", words._SECTIONS)
def test_a_section_has_words_and_nothing_else(heading):
    form = PAIR if heading in PAIRS else WORD
    assert words._SECTIONS[heading]
    assert [word for word in words._SECTIONS[heading] if not form.fullmatch(word)] == []


def test_every_section_has_a_name_in_the_code():
    source = words.__spec__.loader.get_data(words.__file__).decode("utf-8")
    asked = set(re.findall(r'(?:_SECTIONS\[|_read_pairs\()"(\w+)"', source))
    assert asked == set(words._SECTIONS)


def test_points_of_the_compass_are_four():
    assert set(words.POINTS.values()) == {"nord", "sør", "øst", "vest"}
    assert words.POINTS["northern"] == words.POINTS["nordre"] == "nord"


def test_of_two_indefinite_forms_the_first_stands():
    first = {}
    for definite, bare in words.DEFINITE_FORMS:
        first.setdefault(definite, bare)
    assert first["komiteen"] == "komité"
