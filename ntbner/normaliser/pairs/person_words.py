"""A person's name as a row of words, so that two can be matched word by word.

Titles, suffixes, articles and small particles are set aside; what is left is in plain
letters. *Abd al-…* is one word however it is joined.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ntbner.lexicon.categories import listed
from ntbner.names.person import is_family_first, parse_folded
from ntbner.names.text import fold_letters
from ntbner.names.wade_giles import read_wade_giles
from ntbner.names.words import ARTICLES, PARTICLES
from ntbner.normaliser.pairs.likeness import GIVEN_BIT

INITIALS: Final = re.compile(r"(?:[^\W\d_]\.-?){2,}")
"""Several initials written together (*J.K.*)."""
SERVANT: Final = re.compile(r"abd(?:-?[aeou]u?[lrnszdt]{1,2}(?=-|$)|-?[aeou]u?[lrnszdt]|(?=-|$))")
"""The first part of *Abd al-…* ("servant of"), article and all, however it is joined."""
GOD: Final = frozenset(("lah", "la", "llah", "lla"))
"""What follows it in *Abdullah*, which is one word in every spelling."""
GIVEN_PARTICLES: Final = frozenset(("Des", "Ben", "Al", "Ed", "Del", "Ali", "Van", "Mac", "Le"))
"""Given names that are particles elsewhere."""


@dataclass(frozen=True, slots=True)
class Words:
    """A person's name as a row of words in plain letters.

    Attributes:
        words: Given names, initials and surnames in the order in which they stand.
        split: The same with hyphenated names as several words.
        family_first: Whether the name is Chinese, Korean or Vietnamese (*Kim Jong Un*).
        suffix: *jr*, *v* of *Harald V*.
        pinyin: What a Chinese name in Wade–Giles may be in pinyin, joined.
    """

    words: tuple[str, ...]
    split: tuple[str, ...]
    family_first: bool
    suffix: tuple[str, ...] = ()
    pinyin: frozenset[str] = frozenset()


@lru_cache(maxsize=131_072)
def read_person(text: str) -> Words:
    """The row of words of a folded name.

    >>> read_person("president Bashar al-Assad").words, read_person("Carl I. Hagen").words
    (('bashar', 'assad'), ('carl', 'i', 'hagen'))
    >>> read_person("Abd al-Rahman").words == read_person("Abdul Rahman").words
    True
    """
    person = parse_folded(text)
    parts = [*_split_given(person.given), *person.middle, person.surname]
    family_first = is_family_first(text.split())
    if family_first:
        parts = [person.surname, person.given, *person.middle]
    words = [
        _plain(word)
        for place, word in enumerate(parts)
        if word.lower() not in PARTICLES or _is_given(word, place)
    ]
    joined = tuple(_join_servant([word for word in words if word]))
    split = joined
    if any("-" in word for word in joined):
        split = tuple(part for word in joined for part in word.split("-") if part)
    suffix = tuple(map(_plain, person.suffix))
    pinyin = read_wade_giles(split, has_hyphen=split != joined)
    return Words(joined, split, family_first, suffix, pinyin)


def is_family_name_first(words: tuple[str, ...]) -> bool | None:
    """Whether a name of two words has the family name first, if its words say so.

    One of them must be a given name and the other none, by the lists.

    >>> is_family_name_first(("orban", "viktor")), is_family_name_first(("viktor", "orban"))
    (True, False)
    >>> is_family_name_first(("ali", "ahmed")) is None
    True
    """
    first, last = (bool(listed(word.title()) & GIVEN_BIT) for word in words)
    return None if first is last else last


def are_chinese_alike(one: Words, other: Words) -> bool:
    """Whether one name can be the Wade–Giles of the other's pinyin.

    >>> are_chinese_alike(read_person("Teng Hsiao-ping"), read_person("Deng Xiaoping"))
    True
    """
    return "".join(other.split) in one.pinyin or "".join(one.split) in other.pinyin


def _split_given(given: str) -> tuple[str, ...]:
    """*J.K.* as two initials, any other given name as it stands."""
    if INITIALS.fullmatch(given):
        return tuple(letter for letter in given.replace("-", "").split(".") if letter)
    return (given,)


def _is_given(word: str, place: int) -> bool:
    """Whether a word that may be a particle is a given name (*Des Browne*, *Ben Affleck*)."""
    return place == 0 and word in GIVEN_PARTICLES


@lru_cache(maxsize=131_072)
def _plain(word: str) -> str:
    """Letters of a word without article and apostrophe; hyphens and the point of *Chr.* stay."""
    letters = fold_letters(word)
    if letters.isalnum():
        return letters
    letters = letters.replace("'", "")
    if letters.endswith(".") and len(letters) > 3:
        return letters.replace(".", "") + "."
    letters = letters.replace(".", "")
    head, hyphen, rest = letters.partition("-")
    return rest if hyphen and head in ARTICLES else letters


def _join_servant(words: list[str]) -> list[str]:
    """*abdul rahman*, *abd rahman* and *abdelrahman* as one word, *abdrahman*."""
    if not any("abd" in word for word in words):
        return words
    joined: list[str] = []
    servant = False
    for word in words:
        if servant:
            joined[-1] = "abd" + word
            servant = False
            continue
        match = SERVANT.match(word)
        if match is None:
            joined.append(word)
            continue
        rest = word[match.end() :].lstrip("-")
        joined.append("abd" + rest if len(rest) > 2 and rest not in GOD else word)
        servant = not rest
    return joined
