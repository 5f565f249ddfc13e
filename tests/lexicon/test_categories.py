from __future__ import annotations

import pytest

from ntbner.lexicon import Category, given_name, surname, token_categories
from ntbner.lexicon.categories import listed


@pytest.mark.parametrize(
    ("word", "category"),
    [
        ("Irak", Category.COUNTRY),
        ("Iraks", Category.COUNTRY),
        ("IRAK", Category.COUNTRY),
        ("Oslo", Category.CITY),
        ("Oslos", Category.CITY),
        ("OSLO", Category.CITY),
        ("Paris'", Category.CITY),
        ("Astrid", Category.GIVEN_NAME),
        ("Hansen", Category.SURNAME),
        ("Karlsdóttir", Category.SURNAME),
        ("Nato", Category.ORGANISATION),
        ("irakisk", Category.INHABITANT),
        ("Irakisk", Category.INHABITANT),
        ("Afrika", Category.REGION),
    ],
)
def test_a_word_has_its_category(word, category):
    assert token_categories(word) & category


@pytest.mark.parametrize("word", ["og", "i", "", "x", "Xyzzyplughq", "12", "-"])
def test_other_words_have_none(word):
    assert token_categories(word) == 0


def test_a_word_in_small_letters_is_no_name():
    assert not token_categories("oslo") & Category.CITY


def test_patronymics_are_surnames_unless_they_are_places():
    assert surname("Ahlbrektsen")
    assert not surname("Moldova")


def test_given_names():
    assert given_name("Astrid")
    assert given_name("Astrids")
    assert not given_name("Bagdad")


def test_listed_takes_a_word_as_it_stands():
    assert listed("Irak")
    assert listed("Iraks") == listed("IRAK") == 0


def test_each_category_has_a_bit_of_its_own_in_the_order_that_the_files_have():
    assert [category.value for category in Category.__members__.values()] == [
        1 << place for place in range(16)
    ]
