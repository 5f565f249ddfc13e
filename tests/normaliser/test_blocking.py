from itertools import combinations

import pytest

from ntbner.normaliser.blocking import (
    LARGEST_BLOCK,
    WINDOW,
    Filed,
    file_name,
    find_keys,
    find_pairs,
)
from ntbner.normaliser.pairs.parsed import prepare

MEET = [
    ("PER", "Volodymyr Zelenskyj", "Vladimir Zelensky"),
    ("PER", "Jens Kristian Hansen", "J.K. Hansen"),
    ("PER", "Gloria Macapagal-Arroyo", "Gloria Arroyo"),
    ("PER", "Loh Gwo Burne", "Gwo-Burne Loh"),
    ("PER", "Jeewan Kumaratunga", "Jeewan Kumaratunge"),
    ("PER", "Abdelamir Yarallah", "Abd al-Amir Yar Allah"),
    ("LOC", "Sotsji", "Sochi"),
    ("LOC", "Solnechnogorsk", "Solnetsjnogorsk"),
    ("ORG", "Fulham", "Fulham Football Club"),
    ("ORG", "Ulster Volunteer Legion Force", "UVLF"),
    ("ORG", "Freedom Party of Austria", "Det østerrikske frihetspartiet"),
]


def file_all(type, *names):
    return [file_name(prepare(name), type, ()) for name in names]


@pytest.mark.parametrize(("type", "a", "b"), MEET)
def test_forms_of_one_name_meet(type, a, b):
    assert find_pairs(file_all(type, a, b)) == {(0, 1)}


@pytest.mark.parametrize(
    ("type", "a", "b"),
    [("PER", "Erna Solberg", "Jens Stoltenberg"), ("LOC", "Oslo", "Bergen"), ("ORG", "SAS", "LO")],
)
def test_names_with_nothing_in_common_do_not_meet(type, a, b):
    assert find_pairs(file_all(type, a, b)) == set()


def test_entries_of_the_lexicon_are_keys():
    assert "entry|country:IQ" in find_keys(prepare("Irak"), "LOC", ["country:IQ"])


def test_small_blocks_meet_wholly_and_large_ones_by_neighbours():
    def block(size):
        return [Filed(f"{number:04}", {"name|x"}) for number in range(size)]

    assert find_pairs(block(LARGEST_BLOCK)) == set(combinations(range(LARGEST_BLOCK), 2))
    size = 300
    assert len(find_pairs(block(size))) <= 2 * WINDOW * size


def test_known_names_meet_by_their_entries_alone():
    def file(*entries):
        return file_name(prepare("Niger"), "LOC", entries), file_name(prepare("Nigar"), "LOC", ())

    known, unknown = file("country:NE")
    assert find_pairs([known, unknown]) == {(0, 1)}
    other = file_name(prepare("Nigar"), "LOC", ["city:1"])
    assert find_pairs([known, other]) == set()
    namesake = file_name(prepare("Nigar"), "LOC", ["country:NE"])
    assert find_pairs([known, namesake]) == {(0, 1)}


@pytest.mark.parametrize("size", [3, LARGEST_BLOCK + 1])
def test_every_pair_of_a_block_of_known_and_unknown_names_has_an_unknown_one(size):
    names = [Filed(f"{n:04}", {"word|x"}, is_known=n % 2 == 0) for n in range(size)]
    pairs = find_pairs(names)
    assert pairs
    assert all(a % 2 or b % 2 for a, b in pairs)
