"""Chinese names in Wade–Giles, the romanisation before pinyin: *Mao Tse-tung, Mao Zedong*.

News copy drops the apostrophes of Wade–Giles, so that one of its syllables may be up to four
of pinyin. ``wade_giles.tsv`` lists them. A name is taken for Wade–Giles if each of its
syllables is, and one of them cannot be pinyin or the given name has a hyphen.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import Final

SYLLABLES: Final = (2, 3)
"""Syllables of a Chinese name, the family name among them."""


def _parse_table(text: str) -> dict[str, tuple[str, ...]]:
    """Rows ``syllable TAB pinyin …``; lines that start with # are comments."""
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {syllable: tuple(pinyin.split(" ")) for syllable, pinyin in rows}


READINGS: Final[Mapping[str, tuple[str, ...]]] = _parse_table(
    files("ntbner.names").joinpath("wade_giles.tsv").read_text(encoding="utf-8")
)
"""What a syllable of Wade–Giles, without apostrophe, may be in pinyin."""

PINYIN: Final = frozenset(pinyin for readings in READINGS.values() for pinyin in readings)
"""The syllables of pinyin, tones aside."""


@lru_cache(maxsize=16_384)
def read_wade_giles(syllables: tuple[str, ...], *, has_hyphen: bool) -> frozenset[str]:
    """A Chinese name in pinyin, in every way in which its Wade–Giles may be read.

    Args:
        syllables: Its syllables in plain letters, the family name first.
        has_hyphen: Whether a hyphen stood between some of them.

    Returns:
        Each reading joined; none for a name that is no Wade–Giles.

    >>> sorted(read_wade_giles(("teng", "hsiao", "ping"), has_hyphen=True))
    ['dengxiaobing', 'dengxiaoping', 'tengxiaobing', 'tengxiaoping']
    >>> read_wade_giles(("erna", "solberg"), has_hyphen=False)
    frozenset()
    """
    if len(syllables) not in SYLLABLES or not all(map(READINGS.__contains__, syllables)):
        return frozenset()
    if not has_hyphen and all(map(PINYIN.__contains__, syllables)):
        return frozenset()
    return frozenset(map("".join, product(*map(READINGS.__getitem__, syllables))))
