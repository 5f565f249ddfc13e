"""Edges: what the network takes into a name at its start or end, and no name has there.

A line of speech begins with a dash, a report of a match gives the result behind the loser
(*slo Lillevik 2–0*). No name of NorNE's training part begins or ends so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

DASHES: Final = frozenset("-–—")

_RESULT: Final = re.compile(r"\d{1,2}[-–—]\d{1,2}")
"""A result; longer numbers are of aeroplanes and the like (*Boeing 737-800*)."""


def trim(words: Sequence[str]) -> tuple[int, int]:
    """Where a name starts and ends among the words that were taken for it.

    >>> trim(["–", "Kari", "Moe"]), trim(["Lillevik", "2–0"]), trim(["Boeing", "737-800"])
    ((1, 3), (0, 1), (0, 2))
    """
    start, end = 0, len(words)
    while end - start > 1 and words[start] in DASHES:
        start += 1
    while end - start > 1 and _RESULT.fullmatch(words[end - 1]):
        end -= 1
    return start, end
