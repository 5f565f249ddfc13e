"""Pairs of forms that are said not to be the same (*Ola Nordmann*, *Ole Nordmann*).

A pair has no order and, where its forms have two keys, no case.
"""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from typing import Final

from ntbner.errors import InputError
from ntbner.lexicon.folding import fold_form

EXPECTED: Final = "pass different=[('Ola Nordmann', 'Ole Nordmann'), …]"
"""What to do about what are no pairs."""


def fold_pair(a: str, b: str) -> tuple[str, str]:
    """The pair by its keys; by its forms where the keys are one (*AP*, *Ap*).

    >>> fold_pair("Ole Nordmann", "OLA NORDMANN"), fold_pair("Ap", "AP")
    (('ola nordmann', 'ole nordmann'), ('AP', 'Ap'))
    """
    keys = sorted((fold_form(a), fold_form(b)))
    first, second = keys if keys[0] != keys[1] else sorted((a, b))
    return first, second


def fold_pairs(pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """The pairs, folded each.

    Raises:
        InputError: They are no pairs of two different names.
    """
    if isinstance(pairs, (str, bytes, PathLike)) or not isinstance(pairs, Iterable):
        raise InputError(
            f"different is an iterable of pairs of names, not {_shown(pairs)}; {EXPECTED}"
        )
    return frozenset(fold_pair(*_check_pair(pair)) for pair in pairs)


def _check_pair(pair: object) -> tuple[str, str]:
    if isinstance(pair, (str, bytes)) or not isinstance(pair, Iterable):
        raise InputError(f"different has pairs of names, found {_shown(pair)}; {EXPECTED}")
    names = tuple(pair)
    if len(names) != 2:
        raise InputError(
            f"different has pairs of names, found {len(names)} in {pair!r:.60}; {EXPECTED}"
        )
    for name in names:
        if not isinstance(name, str):
            raise InputError(f"different has pairs of strings, found {_shown(name)}; {EXPECTED}")
        if not name.strip():
            raise InputError(f"different has a name without letters: {pair!r:.60}; take it out")
    if names[0] == names[1]:
        raise InputError(f"{names[0]!r} is said to be different from itself; take the pair out")
    return names[0], names[1]


def _shown(found: object) -> str:
    return f"{type(found).__name__} ({found!r:.60})"
