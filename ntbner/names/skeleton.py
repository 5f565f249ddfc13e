"""The key under which the romanisations of one name meet.

Norwegian, English, German and French write the same Cyrillic or Arabic name differently
(*Sotsji, Sochi, Sotschi, Sotchi*). The skeleton keeps the order of the consonant sounds
and drops what they differ in: vowels inside the word, doubling, soft signs, h after a
consonant, Arabic articles. It admits a pair to closer comparison and decides nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ntbner.names.text import fold_letters
from ntbner.names.words import ARTICLES

_SOUNDS: Final = (
    ("sjtsj", "C"), ("shch", "C"), ("schtsch", "C"), ("tsch", "C"), ("tsj", "C"), ("tch", "C"),
    ("dzj", "C"), ("dzh", "C"), ("sch", "S"), ("tzj", "C"), ("ttj", "C"), ("tj", "C"),
    ("stsj", "C"), ("sj", "S"), ("sh", "S"), ("zj", "S"), ("zh", "S"), ("ch", "C"), ("dj", "C"),
    ("dh", "d"), ("dz", "S"), ("th", "t"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("ts", "S"),
    ("tz", "S"), ("ck", "k"), ("qu", "k"), ("ce", "Se"), ("ci", "Si"), ("cy", "Sy"), ("c", "k"),
    ("q", "k"), ("x", "kS"), ("w", "v"), ("s", "S"), ("z", "S"),
)  # fmt: skip

_PATTERN: Final = re.compile("|".join(re.escape(source) for source, _ in _SOUNDS))
_SOUND_OF: Final = dict(_SOUNDS)
_CLASSES: Final = str.maketrans(
    {"C": "s", "S": "s", "g": "k", "d": "t", "b": "p", "f": "v", "j": None, "h": None}
)
_VOWELS: Final = re.compile("[aeiouy]+")
_DOUBLED: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def skeleton(name: str, *, type: str | None = None) -> str:
    """The skeleton of a name: its consonant classes, word by word, joined by hyphens.

    Args:
        name: A name without genitive.
        type: ``PER``, ``LOC`` or ``ORG``, if known; unused letters differ by none of them.

    >>> skeleton("Sotsji") == skeleton("Sochi") == skeleton("Sotchi")
    True
    >>> skeleton("Hashd al-Sha'abi") == skeleton("Hashed al-Shaabi")
    True
    """
    return "".join(
        word_skeleton(word) for word in re.split(r"[\s\-/]+", fold_letters(name)) if word
    )


@lru_cache(maxsize=65_536)
def word_skeleton(word: str) -> str:
    """The skeleton of one word in plain letters; empty for an Arabic article.

    >>> word_skeleton("khrusjtsjov"), word_skeleton("al")
    ('krsv', '')
    """
    if word in ARTICLES:
        return ""
    letters = "".join(filter(str.isalnum, word))
    sounds = _PATTERN.sub(lambda match: _SOUND_OF[match[0]], letters)
    initial = "a" if sounds[:1] in "aeiouyj" and sounds else ""
    consonants = _VOWELS.sub("", sounds.translate(_CLASSES))
    return initial + _DOUBLED.sub(r"\1", consonants)
