"""Numbered roads: *E 6*, *Europaveg 6* and *E6* are one.

A key, not a name to print: the letter of the road's class and its number.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ntbner.names.text import fold

_CLASSES: Final = {"e": "europave[gi]", "rv": "riksve[gi]", "fv": "fylkesve[gi]"}
"""The letters of each class of Norwegian roads, and its name in Bokmål and Nynorsk."""

_ROAD: Final = re.compile(
    "(?:"
    + "|".join(rf"(?P<{letters}>{letters}\.?|{word}(?:en)?)" for letters, word in _CLASSES.items())
    + r")[\s-]?(?P<number>\d{1,4})",
    re.IGNORECASE,
)


@lru_cache(maxsize=16_384)
def road_key(name: str) -> str | None:
    """What the names of a numbered road have in common; ``None`` for anything else.

    >>> road_key("Europaveg 39"), road_key("E39"), road_key("Rv. 7"), road_key("Storgata 7")
    ('e 39', 'e 39', 'rv 7', None)
    """
    match = _ROAD.fullmatch(fold(name))
    if match is None:
        return None
    letters = next(letters for letters in _CLASSES if match[letters])
    return f"{letters} {match['number']}"
