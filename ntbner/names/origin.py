"""Whether a name has one fixed spelling or reaches us romanised, judged by its letters.

*Hansson* and *Hansen* are two surnames; *Muhammad* and *Mohamed* are one given name. What
vowels and consonants may differ depends on where a name is from, and the letters show it
well enough: weights of letter groups in ``origin.tsv``, made by
:mod:`ntbner.training.origin` from Faker's lists of names.
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


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    text = files("ntbner.names").joinpath("origin.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {group: float(weight) for group, weight in rows}


@lru_cache(maxsize=65_536)
def firmness(word: str) -> float:
    """Log-odds that a name's spelling is its own rather than a romanisation's.

    >>> firmness("Kristiansen") > 0 > firmness("Yarallah")
    True
    """
    lowered = word.lower()
    plain = fold_letters(word)
    own = _weigh(lowered)
    return own if plain == lowered else (own + _weigh(plain)) / 2


def _weigh(word: str) -> float:
    weights = _weights()
    return sum([weights[group] for group in letter_groups(word) if group in weights])
