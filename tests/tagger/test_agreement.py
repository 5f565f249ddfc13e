import numpy as np
import pytest

from ntbner.tagger.agreement import KIND_OF_TAG, KINDS, agree, group_words
from ntbner.tagger.scheme import TAGS

FREQUENT = frozenset({"fortsatt"})


def marginals_of(*tags):
    """Near-certain marginals for a sequence of tags."""
    rows = np.full((len(tags), len(TAGS)), 0.001, dtype=np.float32)
    for row, tag in enumerate(tags):
        rows[row, TAGS.index(tag)] = 1 - 0.001 * (len(TAGS) - 1)
    return rows


def test_a_surname_hears_what_the_full_name_is():
    words = ["Kari", "Moland", "kom", "Moland", "gikk"]
    marginals = marginals_of("B-PER", "I-PER", "O", "B-ORG", "O")
    flat = np.zeros((5, len(TAGS)), dtype=np.float32)
    raised = agree(flat, marginals, words, [0] * 5, FREQUENT)
    assert TAGS[raised[3].argmax()].endswith("PER")
    assert (raised[[0, 2, 4]] == 0).all()


def test_documents_do_not_hear_each_other():
    marginals = marginals_of("B-PER", "B-ORG")
    flat = np.zeros((2, len(TAGS)), dtype=np.float32)
    assert (agree(flat, marginals, ["Moland", "Moland"], [0, 1], FREQUENT) == 0).all()


def test_both_senses_of_a_country_get_the_same_bonus():
    marginals = marginals_of("B-GPE_LOC", "B-PER")
    flat = np.zeros((2, len(TAGS)), dtype=np.float32)
    raised = agree(flat, marginals, ["Irak", "Iraks"], [0, 0], FREQUENT)[1]
    assert raised[TAGS.index("B-GPE_LOC")] == raised[TAGS.index("I-GPE_ORG")] == pytest.approx(0)
    assert raised[TAGS.index("B-PER")] < -1


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        (["Moss’", "Moss"], [0, 0]),
        (["og", "og"], [-1, -1]),
        (["H", "H"], [-1, -1]),
        (["Irak", "Iran"], [-1, -1]),
        (["Ivanisjvili", "Ivanishvilis"], [0, 0]),  # one foreign name in two spellings
        (["Kristian", "Christian"], [-1, -1]),  # the lists have both
        (["Fortsatt", "Fårstad"], [-1, -1]),  # a frequent word
    ],
)
def test_which_words_are_alike(words, groups):
    assert group_words(words, [0] * len(words), FREQUENT).tolist() == groups


def test_every_tag_has_a_kind():
    assert len(KIND_OF_TAG) == len(TAGS)
    assert KINDS[KIND_OF_TAG[TAGS.index("I-GPE_ORG")]] == "GPE"
