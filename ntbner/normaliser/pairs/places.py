"""Rules that judge two names of places that no lexicon knows.

Connecting words and Arabic articles are set aside, *St.* and *Saint* are one, Bokmål and
Nynorsk meet; then the words must be alike in spelling, one by one, or as a whole where
they are joined differently. Chinese pinyin is a standard: two pinyin names that differ
are two places.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ntbner.names.graphemes import is_vowel, split_graphemes
from ntbner.names.text import fold_letters
from ntbner.names.words import ARTICLES, CONNECTORS, SAINTS
from ntbner.names.written_form import written_form_key
from ntbner.normaliser.alignment import swap_cost
from ntbner.normaliser.pairs.likeness import likeness
from ntbner.normaliser.pairs.parsed import Parsed
from ntbner.normaliser.pairs.verdict import DIFFERENT, SAME, UNSURE, Verdict

EASE: Final = 2.0
"""Log-odds by which places count as softer than people: no two siblings share a map."""

OTHER_SOUND: Final = 0.3
"""Cost of the first sounds from which two places are told apart by them."""

_PINYIN: Final = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]ang|iong|[aeiou]ng|[iu]an|[iuv]e|[iu]a|iao|uai|"
    r"ai|ei|ao|ou|ia|ie|iu|ui|uo|un|[aeiou]n|er|[aeiou])){2,4}"
)
"""Two to four syllables of pinyin, tones aside."""
_PINYIN_MARK: Final = re.compile(r"zh|x|q|ng|ou|uan|ian")
"""Letters that tell pinyin from other names of open syllables."""


@lru_cache(maxsize=131_072)
def read_place(text: str) -> tuple[str, ...]:
    """The words of a place name that count, in plain letters.

    >>> read_place("St. Petersburg"), read_place("Kafr el-Sheikh")
    (('saint', 'petersburg'), ('kafr', 'sheikh'))
    """
    words = [word.strip("'") for word in re.split(r"[^\w']+", fold_letters(text))]
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
    mean = round(one.firmness + other.firmness) / 2 - EASE
    if len(first) == len(second):
        scores = [likeness(*sorted(pair), mean) for pair in zip(first, second, strict=True)]
        worst = min(scores)
        if worst >= 0.5 and any(map(_differ_in_ends, first, second)):
            return Verdict(UNSURE, 0.45, "close in spelling, but not in first sound or last vowel")
        if worst >= 0.5:
            return Verdict(SAME, 0.6 + 0.35 * worst, "same sounds in another spelling")
    whole = likeness(*sorted(("".join(first), "".join(second))), mean)
    if whole >= 0.6 and not _differ_in_ends("".join(first), "".join(second)):
        return Verdict(SAME, 0.6 + 0.3 * whole, "same sounds in another spelling")
    if whole > 0:
        return Verdict(UNSURE, 0.4, "close in spelling")
    if set(first) < set(second) or set(second) < set(first):
        return Verdict(UNSURE, 0.3, "one name holds the other; a part or a namesake")
    return Verdict(DIFFERENT, 0.05, "different names")


def _differ_in_ends(one: str, other: str) -> bool:
    """Whether what readers tell places by differs: *Tjumen, Sjumen*; *Pusjkin, Pusjkino*."""
    first, second = split_graphemes(one), split_graphemes(other)
    if is_vowel(first[-1]) != is_vowel(second[-1]):
        return True
    return swap_cost(first[0], second[0]) >= OTHER_SOUND


@lru_cache(maxsize=65_536)
def is_pinyin(word: str) -> bool:
    """Whether a word is Chinese in pinyin by its syllables.

    >>> is_pinyin("guangzhou"), is_pinyin("samara")
    (True, False)
    """
    return _PINYIN.fullmatch(word) is not None and _PINYIN_MARK.search(word) is not None
