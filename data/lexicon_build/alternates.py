"""Which of GeoNames' alternate names of a city can stand in Norwegian copy and mean it.

Left out are names in letters that no Norwegian writes, descriptions (*Ciudad de …*), names
that another place has (*Salem* of Jerusalem), words and personal names, and slips for a
country (*Tunisa* of Tunis).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

READABLE = re.compile(r"[A-ZÆØÅÄÖÉ][A-Za-zæøåäöüéèêáàâóíúñçëïôœßšžčćÆØÅÄÖÉŠŽČ'’\- ]{2,}")
"""Letters that Norwegian copy has."""
FOREIGN_SHAPES = re.compile(
    r"(?:as|is|us|um|os|o|opolis)$|^(?:Lungsod|Stadt|City|Gorad|Kota|Ciudad|Gorod|Shahr|Arrondissement)\b"
    r"|\b(?:City|Municipality|Shi|shi|District)$|w(?=[aeiou])a$"
)
"""Lithuanian, Latin and Esperanto endings, and descriptions instead of names."""
SHORTEST_SLIP = 5
"""Letters of a country's name that others can be slips for; *Mali* and *Male* are two places."""


@dataclass(frozen=True, slots=True)
class Alternates:
    """What an alternate name must not be.

    Args:
        places: Names of countries and regions.
        cities: Names of cities that are certain.
        words: Norwegian words, in lower case.
        personal: Given names and surnames.
    """

    places: Collection[str]
    cities: Collection[str]
    words: Collection[str]
    personal: Collection[str]
    _slips: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        long = (place for place in self.places if len(place) >= SHORTEST_SLIP)
        slips = frozenset(slip for place in long for slip in shorten(place))
        object.__setattr__(self, "_slips", slips)

    def of(self, names: Iterable[str]) -> list[str]:
        """Those of the names that can stand for their city, sorted."""
        return sorted(name for name in names if is_readable(name) and not self._misleads(name))

    def _misleads(self, name: str) -> bool:
        return (
            name in self.places
            or name in self.cities
            or name in self.personal
            or name.lower() in self.words
            or not self._slips.isdisjoint(shorten(name))
        )


def is_readable(name: str) -> bool:
    """Whether Norwegian copy could have the name.

    >>> is_readable("Kopenhagen"), is_readable("Lisabonas"), is_readable("Tórshavn City")
    (True, False, False)
    """
    return (
        READABLE.fullmatch(name) is not None
        and FOREIGN_SHAPES.search(name) is None
        and not name.isupper()
    )


def shorten(name: str) -> set[str]:
    """The name and all that one letter less makes of it: slips of one letter share one.

    >>> sorted(shorten("Roma"))
    ['Rma', 'Roa', 'Rom', 'Roma', 'oma']
    >>> shorten("Tunisia") & shorten("Tunisa")
    {'Tunisa'}
    """
    return {name, *(name[:place] + name[place + 1 :] for place in range(len(name)))}
