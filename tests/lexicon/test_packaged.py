from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.lexicon.packaged import PackagedStore, SortedLines, packaged, parse_entry, read_resource

KEYS = st.text(alphabet="abc å-", max_size=4)


@given(st.dictionaries(KEYS, st.text(alphabet="xyz|", max_size=3), max_size=30), KEYS)
def test_halving_finds_what_a_dictionary_finds(table, other):
    lines = SortedLines("".join(f"{key}\t{table[key]}\n" for key in sorted(table)))
    for key in {*table, other}:
        assert lines.find(key) == table.get(key)
    assert len(lines) == len(table)


@pytest.mark.parametrize("name", ["entries.tsv", "forms.tsv"])
def test_the_files_are_sorted_as_the_search_needs(name):
    keys = [line.partition("\t")[0] for line in read_resource(name).splitlines()]
    assert keys == sorted(set(keys))


def test_an_entry_is_read_from_its_line():
    line = "body:x\tORG\tbody\tX\tY|Z\tY\tx-sk\tq=1|r=2=3\tbodies"
    entry = parse_entry(line)
    assert entry.forms == ("X", "Y", "Z")
    assert entry.acronyms == ("Y",)
    assert entry.adjectives == ("x-sk",)
    assert entry.links == {"q": "1", "r": "2=3"}
    assert not entry.is_own


def test_an_unknown_id_is_an_error():
    with pytest.raises(KeyError, match="nowhere"):
        PackagedStore().entry("nowhere:0")


def test_the_packaged_lexicon_is_read_once():
    assert packaged() is packaged()
