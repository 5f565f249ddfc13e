from __future__ import annotations

from pathlib import Path

import pytest

from ntbner.errors import InputError
from ntbner.lexicon import Lexicon
from ntbner.lexicon.pairs import fold_pair, fold_pairs


def test_a_pair_has_neither_order_nor_case():
    assert fold_pair("Ola Nordmann", "Ole Nordmann") == fold_pair("OLE NORDMANN", "ola nordmann")


def test_a_pair_of_one_key_keeps_its_letters():
    assert fold_pair("AP", "Ap") == ("AP", "Ap")


@pytest.mark.parametrize("pair", [("Ola", "Ole"), ["Ola", "Ole"], iter(("Ola", "Ole"))])
def test_any_two_names_are_a_pair(pair):
    assert fold_pairs([pair]) == {("ola", "ole")}


# ── what is refused ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("different", "problem"),
    [
        ("Ola", r"an iterable of pairs of names, not str \('Ola'\)"),
        (Path("own.csv"), r"an iterable of pairs of names, not \w+Path"),
        (None, r"an iterable of pairs of names, not NoneType"),
        (("Ola", "Ole"), r"pairs of names, found str \('Ola'\); pass different=\[\("),
        ({"Ola": "Ole"}, r"pairs of names, found str \('Ola'\)"),
        (["Ål"], r"pairs of names, found str \('Ål'\)"),
        ([7], r"pairs of names, found int \(7\)"),
        ([("Ola",)], r"pairs of names, found 1 in \('Ola',\)"),
        ([("Ola", "Ole", "Oli")], r"pairs of names, found 3 in"),
        ([("Ola", None)], r"pairs of strings, found NoneType"),
        ([("Ola", 7)], r"pairs of strings, found int \(7\)"),
        ([("Ola", " ")], r"a name without letters: \('Ola', ' '\)"),
        ([("Ola", "Ole"), ("Kari", "Kari")], r"'Kari' is said to be different from itself"),
    ],
    ids=repr,
)
def test_what_are_no_pairs_is_refused_with_advice(different, problem):
    with pytest.raises(InputError, match=problem):
        Lexicon(different=different)
