"""Features of a word form: what can be known about a token without its neighbours.

Four parts, joined by the network: the characters (ids, for a small convolution), the
floret vector (from ``vocab.vectors``), the id of the form among the frequent words, and
the flags: shape and what the lexicon knows about the form. A flag is 0 or 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from ntbner.lexicon import Category, token_categories

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

LONGEST_WORD: Final = 24
"""Characters that the convolution reads; of a longer form, the first and last halves."""

SHAPE_FLAGS: Final = 8
FLAGS: Final = SHAPE_FLAGS + len(Category)


@dataclass(frozen=True, slots=True)
class Forms:
    """The features of a batch of word forms, one row a form.

    Attributes:
        characters: Ids ``[forms, LONGEST_WORD + 2]``; 0 pads, 1 is an unknown character.
        word: Ids ``[forms]``; 0 is a form that is not among the frequent ones.
        flags: ``[forms, FLAGS]``.
    """

    characters: Ints
    word: Ints
    flags: Floats


def describe(
    words: Sequence[str], *, alphabet: Mapping[str, int], vocabulary: Mapping[str, int]
) -> Forms:
    """Describe word forms.

    Args:
        words: The forms, as they are written.
        alphabet: Id of each known character, from 4 upwards.
        vocabulary: Id of each frequent lower-case form, from 1 upwards.
    """
    characters = np.zeros((len(words), LONGEST_WORD + 2), dtype=np.int64)
    flags = np.zeros((len(words), FLAGS), dtype=np.float32)
    for row, word in enumerate(words):
        ids = character_ids(word, alphabet)
        characters[row, : len(ids)] = ids
        flags[row] = flag_row(word)
    word_ids = np.array([vocabulary.get(word.lower(), 0) for word in words], dtype=np.int64)
    return Forms(characters, word_ids, flags)


START: Final = 2
END: Final = 3
FIRST_CHARACTER: Final = 4


def character_ids(word: str, alphabet: Mapping[str, int]) -> list[int]:
    """Ids of a form's characters between a start and an end mark."""
    if len(word) > LONGEST_WORD:
        half = LONGEST_WORD // 2
        word = word[:half] + word[-half:]
    return [START, *(alphabet.get(character, 1) for character in word), END]


def flag_row(word: str) -> Floats:
    """Shape flags, then one flag for each lexicon category."""
    first, rest = word[:1], word[1:]
    categories = token_categories(word)
    shape = (
        first.isupper(),
        len(word) > 1 and word.isupper(),
        rest != rest.lower(),
        word.islower(),
        any(map(str.isdigit, word)),
        "-" in word or "–" in word,
        "'" in word or "’" in word,
        not any(map(str.isalnum, word)),
    )
    bits = (categories >> bit & 1 for bit in range(len(Category)))
    return np.array([*shape, *bits], dtype=np.float32)
