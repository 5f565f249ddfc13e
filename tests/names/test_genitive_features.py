import pytest

from ntbner.names.genitive_features import (
    Occurrence,
    Tables,
    extract_features,
    odds_behind,
    word_class,
    word_shape,
)
from ntbner.names.genitive_model import load_model

NO_TABLES = Tables({}, {}, {})


def occur(form, behind, *known):
    return Occurrence(form, "i", behind, frozenset(known), None)


def test_unlisted_words_take_the_class_of_their_last_part():
    classes = load_model().tables.classes
    assert word_class("sjeføkonom", classes)[0] in "Nn"
    assert word_class("er", classes) == "V"


@pytest.mark.parametrize(
    ("word", "shape"),
    [("", "start"), ("Oslo", "cap"), ("by", "low"), ("17.", "dig"), ("«", "quote"), (",", "mark")],
)
def test_shapes_of_neighbours(word, shape):
    assert word_shape(word) == shape


def test_owned_things_have_higher_odds_than_verbs():
    behind = load_model().tables.behind
    assert odds_behind("regjering", behind)[0] > 2
    assert odds_behind("sier", behind)[0] < -2
    assert odds_behind("kommune", behind)[0] < 0


def test_unlisted_words_take_the_odds_of_their_longest_ending():
    behind = {"kyst": 1, "-kyst": 5, "-yst": 2}
    assert odds_behind("kyst", behind) == (1, "")
    assert odds_behind("vestkyst", behind) == (5, "~")
    assert odds_behind("brøyst", behind) == (2, "~")
    assert odds_behind("by", behind) == (None, "")


@pytest.mark.parametrize(
    ("behind", "known", "following"),
    [
        ("Vinterlys", "Vinterlys og mørke", "name"),
        ("Vinterlys", "Vinterlys", "word"),
        ("Vinterlys", "Vinterlysa", ""),
        ("hage", "hage", ""),
        ("", "Vinterlys", ""),
    ],
)
def test_the_text_may_have_what_begins_behind(behind, known, following):
    assert occur("Blomdals", behind, known).following == following


def test_nothing_seen_in_a_long_text_is_another_feature_than_in_a_short_one():
    few = extract_features(occur("Blomdals", "hage", "Oslo"), NO_TABLES)
    many = extract_features(occur("Blomdals", "hage", *map(str, range(50))), NO_TABLES)
    assert set(few) != set(many)
    bare = extract_features(occur("Blomdals", "hage", "Blomdal"), NO_TABLES)
    assert bare == extract_features(occur("Blomdals", "hage", "Blomdal", "Oslo"), NO_TABLES)
