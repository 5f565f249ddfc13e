"""How the letters of a name may be read, whoever romanised it.

A word is cut into graphemes, longest first (*Sot-sj-i* → *s o tsj i*), and each has one
or more readings with a cost: *ch* is *tsj* in English, *sj* in French, *kh* in German. The
table stands in ``graphemes.tsv``. :mod:`ntbner.names.skeleton` keeps the first readings
of consonants; :mod:`ntbner.normaliser.alignment` weighs all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

from ntbner.names.text import fold_letters

VOWEL_SOUNDS: Final = frozenset("aeiouyYUAEOW")
"""Sounds of the table that are or begin with vowels."""

BEFORE_CONSONANT: Final = "(?=[b-df-hj-np-tv-xz])"
"""Pattern of what comes after a grapheme with + behind it."""

_DOUBLED: Final = re.compile(r"([b-df-hj-np-tv-xz])\1+")
"""Doubled consonants, which romanisations write or not."""


def _parse_table(text: str) -> dict[str, tuple[tuple[str, float], ...]]:
    """Rows ``grapheme TAB sound:cost …``; lines that start with # are comments.

    A grapheme with + behind it is one before a consonant alone (*Rowling*, not *Nemzow*).
    """
    table: dict[str, tuple[tuple[str, float], ...]] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        grapheme, readings = line.split("\t")
        pairs = (reading.split(":") for reading in readings.split())
        table[grapheme] = tuple((sound, float(cost)) for sound, cost in pairs)
    return table


READINGS: Final[Mapping[str, tuple[tuple[str, float], ...]]] = _parse_table(
    files("ntbner.names").joinpath("graphemes.tsv").read_text(encoding="utf-8")
)
"""Readings of each grapheme, the plainest first."""


def _write_pattern(graphemes: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the longest grapheme at a place, or any character."""
    rows = sorted(graphemes, key=lambda grapheme: (-len(grapheme.strip("+")), grapheme))
    parts = [
        f"{grapheme[:-1]}{BEFORE_CONSONANT}" if grapheme.endswith("+") else re.escape(grapheme)
        for grapheme in rows
    ]
    return re.compile("|".join((*parts, ".")))


_GRAPHEME: Final = _write_pattern(READINGS)
_HARD_GRAPHEME: Final = _write_pattern(
    grapheme for grapheme in READINGS if not re.fullmatch("j[aeiou]", grapheme)
)


@lru_cache(maxsize=65_536)
def split_graphemes(word: str) -> tuple[str, ...]:
    """The graphemes of a word, doubled consonants as one, apostrophes dropped.

    >>> split_graphemes("Sotsji"), split_graphemes("Khrusjtsjov")
    (('s', 'o', 'tsj', 'i'), ('kh', 'r', 'u', 'sjtsj', 'o', 'v'))
    """
    return tuple(_GRAPHEME.findall(_clean(word)))


@lru_cache(maxsize=16_384)
def split_hard(word: str) -> tuple[str, ...]:
    """As :func:`split_graphemes` where a *j* is a consonant of its own (*John*), never a glide.

    >>> split_hard("Japarov"), split_graphemes("Japarov")
    (('j', 'a', 'p', 'a', 'r', 'o', 'v'), ('ja', 'p', 'a', 'r', 'o', 'v'))
    """
    return tuple(_HARD_GRAPHEME.findall(_clean(word)))


def _clean(word: str) -> str:
    return _DOUBLED.sub(_first_of, fold_letters(word).replace("'", ""))


def _first_of(match: re.Match[str]) -> str:
    return match[1]


@lru_cache(maxsize=4_096)
def read_grapheme(grapheme: str) -> tuple[tuple[str, float], ...]:
    """The readings of a grapheme; a character that is in no row stands for itself.

    >>> read_grapheme("sh"), read_grapheme("7")
    ((('S', 0.0),), (('7', 0.0),))
    """
    return READINGS.get(grapheme) or READINGS.get(f"{grapheme}+", ((grapheme, 0.0),))


def is_vowel(grapheme: str) -> bool:
    """Whether the plainest reading of a grapheme is a vowel.

    >>> is_vowel("ou"), is_vowel("tsj"), is_vowel("ja")
    (True, False, True)
    """
    return read_grapheme(grapheme)[0][0][:1] in VOWEL_SOUNDS
