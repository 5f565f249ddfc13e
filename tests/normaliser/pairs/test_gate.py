from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ntbner.normaliser.pairs.gate import may_be_one, may_be_word
from ntbner.normaliser.pairs.likeness import pair_firmness
from ntbner.normaliser.pairs.parsed import prepare
from ntbner.normaliser.pairs.people import judge_people
from ntbner.normaliser.pairs.person_likeness import SAME_FROM, word_score
from ntbner.normaliser.pairs.person_words import read_person
from ntbner.records import Judgement

GIVEN = """
    Mikhail Michail Mykhajlo Mihail Isaac Yitzhak Jurij Yuriy Juri Chr. Christian Kristian
    Jens-Kristian Jens Mette-Marit Mette Mario Maria Grethe Grete Muhammad Mohammed Abdul
    Abd Volodymyr Vladimir J. J.K. A. Jong-un Anne-Grete Anne Orbán Viktor Teng Deng
""".split()
SURNAMES = """
    Gorbatsjov Gorbachev Bojko Boyko Hansen Hanssen Kowalski Kowalska Gaddafi Qadhafi Khadafi
    al-Amir Amir Rahman Kumaratunga Kumaratunge Macapagal-Arroyo Arroyo Breen Bryn Romney Romey
    Gahr Ås Viktor Orbán Hsiao-ping Xiaoping Karim Karimi
""".split()
NAMES = st.builds(
    lambda given, middle, surname: " ".join((given, *middle, surname)),
    st.sampled_from(GIVEN),
    st.lists(st.sampled_from(GIVEN + SURNAMES), max_size=2),
    st.sampled_from(SURNAMES),
)
LETTERS = st.text(alphabet="abdehijkmnorstuvyz-.' ", min_size=1, max_size=14)


def let_through(a, b):
    """Whether a pair that the rules call the same, and not for its letters, passes."""
    one, other = prepare(a), prepare(b)
    if judge_people(one, other).judgement is not Judgement.SAME or one.bare == other.bare:
        return True
    mean = pair_firmness(one.firmness, other.firmness)
    words = read_person(one.text), read_person(other.text)
    return may_be_one(*words, mean) and may_be_one(*words[::-1], mean)


def test_no_pair_of_ordinary_names_that_is_the_same_is_kept_out():
    names = [f"{given} {surname}" for given in GIVEN for surname in SURNAMES]
    assert all(let_through(a, b) for a, b in combinations(names, 2))


@settings(max_examples=500)
@given(NAMES | LETTERS, NAMES | LETTERS)
def test_no_pair_that_is_the_same_is_kept_out(a, b):
    assert let_through(a, b)


@given(LETTERS, LETTERS, st.sampled_from([-4.0, 0.0, 2.0, 5.0]))
def test_words_that_are_the_same_may_be(one, other, mean):
    assert word_score(one, other, mean) < SAME_FROM or may_be_word(one, other)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Esra Aivaras Hayer", "Aivaras Wolf Hayer"),
        ("Erna Solberg", "Erling Solberg"),
        ("Tinie Peiró", "Dana Bob Boer"),
    ],
)
def test_names_that_share_sounds_alone_are_kept_out(a, b):
    one, other = prepare(a), prepare(b)
    assert not may_be_one(
        read_person(a), read_person(b), pair_firmness(one.firmness, other.firmness)
    )
