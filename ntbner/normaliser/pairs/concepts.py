"""What a word of an organisation's name means, whatever language it is in.

*Frihetspartiet*, *Freedom Party* and *Freiheitliche Partei* say one thing. The groups of
words stand in ``concepts.txt``; compounds are cut at heads that many names share
(*folke-parti*), and a city's name abroad gives its Norwegian name (*Copenhagen*). A concept
is written in capitals, so that it meets no word by chance and is never compared by sound.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final

from ntbner.lexicon import packaged
from ntbner.names.skeleton import word_skeleton
from ntbner.names.text import fold_letters
from ntbner.names.written_form import written_form_key

HEADS: Final = (
    "partiene",
    "partiet",
    "partij",
    "partei",
    "parti",
    "unionen",
    "union",
    "bevegelsen",
    "fronten",
    "front",
    "alliansen",
    "demokratene",
    "demokraterna",
    "demokratiske",
    "demokratisk",
    "kongressen",
)
"""Last parts of compounds that stand as words of their own in other languages."""

SHORTEST_EXONYM: Final = 4
"""Letters of the shortest word that is looked up as a city's name."""

CITIES: Final = frozenset(("city", "capital"))


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    """Each word of the file, with the concept that it stands for."""
    text = files("ntbner.normaliser.pairs").joinpath("concepts.txt").read_text(encoding="utf-8")
    concepts: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            name, *others = line.split()
            for word in (name, *others):
                concepts.setdefault(word, name.upper())
    return concepts


@lru_cache(maxsize=131_072)
def find_concepts(word: str) -> tuple[str, ...]:
    """The concepts in a word in plain letters, or the word itself in Bokmål spelling.

    >>> find_concepts("frihetspartiet"), find_concepts("freedom")
    (('FREEDOM', 'PARTY'), ('FREEDOM',))
    >>> find_concepts("copenhagen"), find_concepts("kyrkja"), find_concepts("fulham")
    (('koebenhavn',), ('CHURCH',), ('fulham',))
    """
    groups = _groups()
    concept = groups.get(word) or groups.get(written_form_key(word))
    if concept is not None:
        return (concept,)
    for head in HEADS:
        if word.endswith(head) and len(word) > len(head) + 2:
            first = word[: -len(head)]
            found = _find_first(first) or _find_first(written_form_key(first))
            if found is not None:
                return (found, *find_concepts(head))
    return (_endonym(word) or written_form_key(word),)


def _find_first(part: str) -> str | None:
    """The concept in the first part of a compound, with or without a binding *s*."""
    groups = _groups()
    return groups.get(part) or groups.get(part.removesuffix("s"))


def _endonym(word: str) -> str | None:
    """The Norwegian name of the one city that goes by a word and begins like it, in plain letters.

    Lists of alternate names hold what no reader would know (*Robur* for *Basel*).
    """
    if len(word) < SHORTEST_EXONYM:
        return None
    cities = [e for e in packaged().find(word.title(), type="LOC") if e.kind in CITIES]
    if len(cities) != 1 or " " in cities[0].name:
        return None
    name = fold_letters(cities[0].name)
    return name if word_skeleton(word)[:1] == word_skeleton(name)[:1] else None


def is_concept(word: str) -> bool:
    """Whether a word of a core is a concept rather than letters."""
    return word.isupper()
