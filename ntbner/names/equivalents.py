"""Given names that are one name in several languages: *Mikhail, Mykhajlo*; *Isaac, Yitzhak*.

The groups stand in ``equivalents.txt``, one a line. A name in two languages is not an
alias in one: *Johan* and *John* are two names in Norwegian, and in no group.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final

from ntbner.names.text import fold_letters

NO_GROUP: Final[frozenset[int]] = frozenset()


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[int]]:
    text = files("ntbner.names").joinpath("equivalents.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for name in line.split():
            found.setdefault(fold_letters(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def find_groups(name: str) -> frozenset[int]:
    """Numbers of the groups that a given name in plain letters stands in.

    >>> find_groups("volodymyr") == find_groups("vladimir")
    False
    >>> find_groups("volodymyr") <= find_groups("vladimir")
    True
    """
    return _groups().get(name, NO_GROUP)


def are_equivalent(one: str, other: str) -> bool:
    """Whether two given names, in plain letters, stand in one group.

    >>> are_equivalent("volodymyr", "vladimir"), are_equivalent("andreas", "andres")
    (True, False)
    """
    groups = _groups()
    first = groups.get(one)
    return first is not None and not first.isdisjoint(groups.get(other, NO_GROUP))
