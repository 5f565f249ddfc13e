from __future__ import annotations

import pytest

from ntbner.lexicon import Entry
from ntbner.lexicon.packaged import PackagedStore
from ntbner.lexicon.store import MemoryStore, Store, look_into

FN = Entry("body:fn", "ORG", "body", "De forente nasjoner", aliases=("FN",), acronyms=("FN",))
ABC = Entry("own:1", "ORG", "own", "Abc")
CAPITALS = Entry("own:2", "ORG", "own", "ABC")


def test_both_stores_are_stores():
    assert isinstance(MemoryStore([]), Store)
    assert isinstance(PackagedStore(), Store)


def test_of_two_entries_with_one_id_the_later_stands():
    store = MemoryStore([ABC, Entry("own:1", "ORG", "own", "Xyz")])
    assert (len(store), store.entry("own:1").name) == (1, "Xyz")


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("De forente nasjoner", (FN,)),
        ("DE FORENTE NASJONER", (FN,)),
        ("de forente nasjoner", ()),
        ("FN", (FN,)),
        ("Fn", ()),
        ("ABC", (CAPITALS,)),
        ("aBC", (ABC, CAPITALS)),
        ("Ukjent", ()),
    ],
)
def test_what_is_written_so_beats_what_only_shares_the_key(form, found):
    assert look_into(MemoryStore([FN, ABC, CAPITALS]), form) == found
