"""Realms: *Grace av Monaco* is one name, not a person and a state.

Royals, nobles and saints are named by a given name, perhaps a number, and *av* with a place.
The network often stops before *av*. In the annotated training text a person so named always
includes the place (8 of 8), and no person is followed by *av* and a place of its own (0).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ntbner.lexicon.categories import Category, listed
from ntbner.names.person import OF
from ntbner.tagger.recurrence import AnyFound

PLACES: Final = frozenset({"LOC", "GPE_LOC", "GPE_ORG"})

_NUMBER: Final = re.compile(r"[IVX]+")


def join_realms(
    words: Sequence[str], spans: Sequence[AnyFound]
) -> Iterator[tuple[int, int, str, list[AnyFound]]]:
    """Where a person and a place are one name.

    Args:
        words: The document's tokens.
        spans: The names found in it, in order.

    Yields:
        Start, end and label of each name, and the two spans that it replaces.
    """
    for person, place in pairwise(spans):
        if (
            person.label == "PER"
            and place.label in PLACES
            and words[person.end : place.start] == [OF]
            and is_regnal(words[person.start : person.end])
        ):
            yield person.start, place.end, "PER", [person, place]


def is_regnal(name: Sequence[str]) -> bool:
    """Whether a name is of given names alone, with a number or without.

    >>> is_regnal(["Georg", "II"]), is_regnal(["Grace"]), is_regnal(["Erna", "Solberg"])
    (True, True, False)
    """
    given = name[:-1] if len(name) > 1 and _NUMBER.fullmatch(name[-1]) else name
    return all(listed(word) & Category.GIVEN_NAME for word in given)
