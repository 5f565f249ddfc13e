"""Rules that judge two names of places that no lexicon knows.

Connecting words and Arabic articles are set aside, *St.* and *Saint* are one, Bokmål and
Nynorsk meet; then the words must be alike in spelling, one by one, or as a whole where
they are joined differently. How much may differ, their origin says
(:func:`~ntbner.names.origin.place_firmness`): a place that was romanised may differ in
what romanisations differ in, but *Sande* and *Sanda*, *Hamar* and *Hammar* are two places.
Chinese pinyin is a standard: two pinyin names that differ are two places.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from ntbner.names.graphemes import is_vowel, split_graphemes
from ntbner.names.origin import place_firmness
from ntbner.names.skeleton import word_skeleton
from ntbner.names.text import fold_letters
from ntbner.names.wade_giles import PINYIN
from ntbner.names.words import ARTICLES, CONNECTORS, SAINTS
from ntbner.names.written_form import written_form_key
from ntbner.normaliser.alignment import find_distance, swap_cost
from ntbner.normaliser.pairs.likeness import (
    FIRMEST,
    SOFTEST,
    UNSURE_FACTOR,
    is_slip,
    may_be_alike,
    weigh,
)
from ntbner.normaliser.pairs.parsed import Parsed
from ntbner.normaliser.pairs.verdict import DIFFERENT, SAME, UNSURE, Verdict

NATIVE_FROM: Final = 1.5
"""Mean log-odds from which two names count as spelt in their own way."""
SHORT: Final = 5
"""Letters up to which words say little of where they are from, and each letter much."""
SHORT_EASE: Final = 1.0
"""Log-odds by which they count as more native."""
SHORTEST_SWAP: Final = 5
"""Letters of the shortest word in which two may be swapped."""
FARTHEST: Final = SOFTEST * UNSURE_FACTOR
"""Distance up to which a person should look, wherever the places are."""
SHORTEST_SLIP: Final = 8
"""Letters of the shortest word in which a slip is no other place (*Karbala*, *Kabala*)."""
SHORTEST_NATIVE_SLIP: Final = 10
"""The same for native names (*Bremnes*, *Bremsnes*)."""

OTHER_SOUND: Final = 0.3
"""Cost of the first sounds from which two places are told apart by them."""

SAME_FROM: Final = 0.5
"""Likeness of the worst matched word from which two names are the same."""
NEAR: Final = 0.4
"""Likeness of words that a person should look at."""
SILENT: Final = ("h", "j")
"""Letters at the end of a word that make the vowel before them no shorter."""
_BREAK: Final = re.compile(r"[^\w']+")
_DOUBLED: Final = re.compile(r"(.)\1")

_PINYIN: Final = re.compile(f"(?:{'|'.join(sorted(PINYIN, key=len, reverse=True))}){{2,4}}")
"""Two to four syllables of pinyin."""
_PINYIN_MARK: Final = re.compile(r"zh|x|q|ng(?![aeiou])|ou|uan|ian")
"""Letters that tell pinyin from other names of open syllables."""


@lru_cache(maxsize=131_072)
def read_place(text: str) -> tuple[str, ...]:
    """The words of a place name that count, in plain letters.

    >>> read_place("St. Petersburg"), read_place("Kafr el-Sheikh")
    (('saint', 'petersburg'), ('kafr', 'sheikh'))
    """
    words = [word.strip("'") for word in _BREAK.split(fold_letters(text))]
    words = [word for word in words if word]
    kept = [word for word in words if word not in CONNECTORS and word not in ARTICLES]
    return tuple(written_form_key(SAINTS.get(word, word)) for word in kept or words)


def judge_places(one: Parsed, other: Parsed) -> Verdict:
    """The verdict on two names of places that are not spelt alike."""
    first, second = read_place(one.text), read_place(other.text)
    if not first or not second:
        return Verdict(UNSURE, 0.0, "no letters to compare")
    if first == second:
        return Verdict(SAME, 0.96, "same words, articles and written form aside")
    if is_pinyin(one.solid) and is_pinyin(other.solid):
        return Verdict(DIFFERENT, 0.1, "two names in pinyin, which has one spelling")
    origin = (read_origin(one.text) + read_origin(other.text)) / 2
    if len(first) == len(second):
        scores = [_weigh(*pair, origin) for pair in zip(first, second, strict=True)]
        worst = min(scores)
        if worst >= SAME_FROM and any(map(_differ_in_ends, first, second)):
            return Verdict(UNSURE, 0.45, "close in spelling, but not in first sound or last vowel")
        if worst >= SAME_FROM:
            return Verdict(SAME, 0.6 + 0.35 * worst, "same sounds in another spelling")
    whole = _weigh("".join(first), "".join(second), origin)
    if whole >= 0.6 and not _differ_in_ends("".join(first), "".join(second)):
        return Verdict(SAME, 0.6 + 0.3 * whole, "same sounds in another spelling")
    if whole > 0:
        return Verdict(UNSURE, 0.4, "close in spelling")
    if set(first) < set(second) or set(second) < set(first):
        return Verdict(UNSURE, 0.3, "one name holds the other; a part or a namesake")
    return Verdict(DIFFERENT, 0.05, "different names")


@lru_cache(maxsize=65_536)
def read_origin(text: str) -> float:
    """Mean log-odds that the words of a place's folded name are spelt in their own way.

    >>> read_origin("Sør-Aurdal") > NATIVE_FROM > read_origin("Deir al-Zour")
    True
    """
    words = [word for word in _BREAK.split(text) if word]
    return sum(map(place_firmness, words)) / max(len(words), 1)


def _weigh(one: str, other: str, origin: float) -> float:
    """How surely two words are one place's, at the mean origin of the names that they stand in.

    Native names that differ in doubled letters or a last *e* are two, and slips are in long words.
    """
    if one == other:
        return 1.0
    if not may_be_alike(word_skeleton(one), word_skeleton(other)):
        return 0.0
    if max(len(one), len(other)) <= SHORT:
        origin += SHORT_EASE
    share = min(1.0, max(0.0, origin / NATIVE_FROM))
    score = weigh(min(one, other), max(one, other), SOFTEST - (SOFTEST - FIRMEST) * share)
    if score < SAME_FROM:
        if _is_swap(one, other):
            return SAME_FROM
        return score or (NEAR if find_distance(one, other, FARTHEST) <= FARTHEST else 0.0)
    if share == 1.0 and (
        _is_longer(one, other) or _DOUBLED.findall(one) != _DOUBLED.findall(other)
    ):
        return NEAR
    shortest = SHORTEST_NATIVE_SLIP if share == 1.0 else SHORTEST_SLIP
    if max(len(one), len(other)) < shortest and is_slip(one, other) and not _is_swap(one, other):
        return NEAR
    return score


def _is_longer(one: str, other: str) -> bool:
    """Whether one word is the other with an *e* at its end (*Gru*, *Grue*)."""
    return one == f"{other}e" or other == f"{one}e"


def _is_swap(one: str, other: str) -> bool:
    """Whether two inner letters stand in the other order, as in no other place (*Ohrid, Ohird*)."""
    return (
        len(one) == len(other) >= SHORTEST_SWAP
        and one[0] == other[0]
        and sorted(one) == sorted(other)
        and OSA.distance(one, other) == 1
    )


def _differ_in_ends(one: str, other: str) -> bool:
    """Whether what readers tell places by differs: *Tjumen, Sjumen*; *Pusjkin, Pusjkino*."""
    first, second = split_graphemes(one), split_graphemes(other)
    if _is_open(first) != _is_open(second):
        return True
    return swap_cost(first[0], second[0]) >= OTHER_SOUND


def _is_open(graphemes: tuple[str, ...]) -> bool:
    """Whether a word ends in a vowel, a silent *h* or a glide aside (*Basrah*, *Lesnoj*)."""
    last = graphemes[-1]
    if last in SILENT and len(graphemes) > 1:
        last = graphemes[-2]
    return is_vowel(last)


@lru_cache(maxsize=65_536)
def is_pinyin(word: str) -> bool:
    """Whether a word is Chinese in pinyin by its syllables.

    >>> is_pinyin("guangzhou"), is_pinyin("samara")
    (True, False)
    """
    return _PINYIN_MARK.search(word) is not None and _PINYIN.fullmatch(word) is not None
