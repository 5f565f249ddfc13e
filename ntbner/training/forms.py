"""Every distinct word form of a corpus, described once for all of training."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import torch
from torch import Tensor

from ntbner.tagger.features import FIRST_CHARACTER, describe
from ntbner.tagger.tagging import VectorTable

RAREST_CHARACTER: Final = 20
"""Occurrences a character needs in the annotated text to get an id of its own."""

RAREST_WORD: Final = 4
"""Occurrences a lower-case form needs in the annotated text to get an embedding of its own."""

CPU: Final = torch.device("cpu")

CHUNK: Final = 4096
"""Forms that are described at a time."""


def choose_alphabet(words: Iterable[str]) -> dict[str, int]:
    """Ids of the characters that occur at least :data:`RAREST_CHARACTER` times."""
    counts = Counter(character for word in words for character in word)
    known = sorted(c for c, count in counts.items() if count >= RAREST_CHARACTER)
    return {character: index for index, character in enumerate(known, FIRST_CHARACTER)}


def choose_vocabulary(words: Iterable[str]) -> dict[str, int]:
    """Ids of the lower-case forms that occur at least :data:`RAREST_WORD` times."""
    counts = Counter(word.lower() for word in words)
    known = sorted(word for word, count in counts.items() if count >= RAREST_WORD)
    return {word: index for index, word in enumerate(known, 1)}


@dataclass(slots=True)
class FormTable:
    """Features of all forms seen so far; a form's row number is its id.

    Attributes:
        alphabet: Id of each known character.
        vocabulary: Id of each frequent lower-case form.
        vectors: The floret table.
    """

    alphabet: Mapping[str, int]
    vocabulary: Mapping[str, int]
    vectors: VectorTable
    ids: dict[str, int] = field(default_factory=dict)
    characters: Tensor = field(init=False)
    words: Tensor = field(init=False)
    flags: Tensor = field(init=False)
    static: Tensor = field(init=False)

    def add(self, words: Sequence[str]) -> list[int]:
        """Ids of words, new ones included; call :meth:`freeze` before the features are used."""
        ids = self.ids
        return [ids.setdefault(word, len(ids)) for word in words]

    def freeze(self, device: torch.device = CPU) -> None:
        """Describe every form, and keep the features where the network is."""
        forms = list(self.ids)
        parts = []
        for first in range(0, len(forms), CHUNK):
            chunk = forms[first : first + CHUNK]
            described = describe(chunk, alphabet=self.alphabet, vocabulary=self.vocabulary)
            parts.append(
                (
                    described.characters.astype(np.int16),
                    described.word.astype(np.int32),
                    described.flags.astype(np.uint8),
                    np.asarray(self.vectors.get_batch(chunk), dtype=np.float16),
                )
            )
        columns = (torch.from_numpy(np.concatenate(column)) for column in zip(*parts, strict=True))
        self.characters, self.words, self.flags, self.static = (c.to(device) for c in columns)

    def rows(self, tokens: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Features of the distinct forms among token ids, and each token's row in them."""
        distinct, rows = torch.unique(tokens, return_inverse=True)
        return (
            self.characters[distinct].long(),
            self.static[distinct].float(),
            self.words[distinct].long(),
            self.flags[distinct].float(),
            rows,
        )
