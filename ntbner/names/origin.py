"""Whether a name has one fixed spelling or reaches us romanised, judged by its letters.

*Hansson* and *Hansen* are two surnames; *Muhammad* and *Mohamed* are one given name. So are
*Sande* and *Sanda* two places, *Sirt* and *Sirte* one. What vowels and consonants may differ
depends on where a name is from, and the letters show it well enough: weights of letter
groups in ``origin.tsv`` for people and ``origin_places.tsv`` for places, made by
:mod:`ntbner.training.origin` from Faker's lists of names and GeoNames' of towns.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from ntbner.names.text import fold_letters

LONGEST_GROUP = 4
"""Letters of the longest group, with a mark at the start and the end of the word."""


def letter_groups(word: str) -> list[str]:
    """The letter groups of a lower-case word, of one to four letters, with its ends marked.

    >>> letter_groups("li")
    ['.', 'l', 'i', '.', '.l', 'li', 'i.', '.li', 'li.', '.li.']
    """
    marked = f".{word}."
    return [
        marked[start : start + length]
        for length in range(1, LONGEST_GROUP + 1)
        for start in range(len(marked) - length + 1)
    ]


@lru_cache(maxsize=2)
def _weights(table: str) -> dict[str, float]:
    text = files("ntbner.names").joinpath(table).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {group: float(weight) for group, weight in rows}


@lru_cache(maxsize=65_536)
def firmness(word: str) -> float:
    """Log-odds that a word of a person's name is spelt in its own way rather than a romanisation's.

    >>> firmness("Kristiansen") > 0 > firmness("Yarallah")
    True
    """
    return _weigh_both(word, _weights("origin.tsv"))


@lru_cache(maxsize=65_536)
def place_firmness(word: str) -> float:
    """As :func:`firmness` for a word of a place's name.

    >>> place_firmness("Sande") > 0 > place_firmness("Kharkiv")
    True
    """
    return _weigh_both(word, _weights("origin_places.tsv"))


def _weigh_both(word: str, weights: dict[str, float]) -> float:
    """Log-odds of a word as it is written and in plain letters, the mean of both."""
    lowered = word.lower()
    plain = fold_letters(word)
    own = _weigh(lowered, weights)
    return own if plain == lowered else (own + _weigh(plain, weights)) / 2


def _weigh(word: str, weights: dict[str, float]) -> float:
    return sum([weights[group] for group in letter_groups(word) if group in weights])
