"""Tagging: the words of documents in, spans with their probability out.

Joins features, network and decoding, and keeps the vectors of word forms that it has met,
up to :data:`REMEMBERED` of them. Nothing here knows spaCy but the table of vectors.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from ntbner.tagger.decode import Lattice, Transitions, best_tags
from ntbner.tagger.features import describe
from ntbner.tagger.network import Batch, Network
from ntbner.tagger.scheme import decode
from ntbner.tagger.windows import cut_windows

Floats = npt.NDArray[np.float32]

REMEMBERED: Final = 40_000
"""Word forms whose vectors are kept: about 60 MB, and 97 % of the tokens of newspaper text."""

TOKENS_AT_ONCE: Final = 4000
"""Tokens that are run through the network together, to bound memory."""


class VectorTable(Protocol):
    """What is needed of :class:`spacy.vectors.Vectors`."""

    def get_batch(self, keys: Sequence[str]) -> npt.NDArray[np.floating]:
        """Vectors of word forms ``[forms, dimensions]``."""


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span of tokens that the tagger takes for a name.

    Attributes:
        start: Its first token.
        end: The token behind its last.
        label: One of the nine labels.
        probability: That span and label are right, as the network sees it, 0 to 1.
    """

    start: int
    end: int
    label: str
    probability: float


@dataclass(slots=True)
class FormMemory:
    """Vectors of the word forms met so far; a form's number is its row."""

    network: Network
    alphabet: Mapping[str, int]
    vocabulary: Mapping[str, int]
    vectors: VectorTable
    rows: dict[str, int] = field(default_factory=dict)
    table: Floats = field(default_factory=lambda: np.empty((0, 0), dtype=np.float32))

    def look_up(self, words: Sequence[str]) -> npt.NDArray[np.int64]:
        """The row of each word in :attr:`table`, which grows by the forms not met before."""
        if len(self.rows) > REMEMBERED:
            self.rows.clear()
        rows = self.rows
        if not rows:
            self.table = np.empty((0, 0), dtype=np.float32)
        new = [word for word in dict.fromkeys(words) if word not in rows]
        if new:
            forms = describe(new, alphabet=self.alphabet, vocabulary=self.vocabulary)
            static = np.asarray(self.vectors.get_batch(new), dtype=np.float32)
            embedded = self.network.embed(forms, static)
            first = len(rows)
            self.reserve(first + len(new), embedded.shape[1])
            self.table[first : first + len(new)] = embedded
            rows.update((word, row) for row, word in enumerate(new, first))
        return np.fromiter((rows[word] for word in words), dtype=np.int64, count=len(words))

    def reserve(self, forms: int, width: int) -> None:
        """Make room for so many forms, doubling so that growth costs little."""
        if forms > len(self.table):
            grown = np.empty((max(forms, 2 * len(self.table)), width), dtype=np.float32)
            if len(self.table):
                grown[: len(self.table)] = self.table
            self.table = grown


@dataclass(slots=True)
class SpanTagger:
    """The trained tagger.

    Attributes:
        network: The weights.
        memory: Vectors of word forms.
        sharpness: Inverse temperature of the tag scores, for calibrated probabilities.
    """

    network: Network
    memory: FormMemory
    sharpness: float = 1.0

    @property
    def chain(self) -> Transitions:
        """Scores of tag sequences."""
        weights = self.network.weights
        return Transitions(weights["chain.between"], weights["chain.start"], weights["chain.end"])

    def tag(self, documents: Iterable[Sequence[str]]) -> list[list[TaggedSpan]]:
        """The named spans of each document.

        Args:
            documents: The tokens of each, white space tokens included.
        """
        documents = list(documents)
        found: list[list[TaggedSpan]] = [[] for _ in documents]
        waiting: list[tuple[int, list[int]]] = []
        size = 0
        for number, words in enumerate(documents):
            for window in cut_windows(words):
                waiting.append((number, window))
                size += len(window)
                if size >= TOKENS_AT_ONCE:
                    self.tag_windows(documents, waiting, found)
                    waiting, size = [], 0
        if waiting:
            self.tag_windows(documents, waiting, found)
        return found

    def tag_windows(
        self,
        documents: Sequence[Sequence[str]],
        windows: Sequence[tuple[int, list[int]]],
        found: Sequence[list[TaggedSpan]],
    ) -> None:
        """Tag windows ``(document, token indices)`` and append their spans to ``found``."""
        words = [documents[number][index] for number, window in windows for index in window]
        rows = self.memory.look_up(words)
        batch = Batch.of([len(window) for _, window in windows])
        distinct, rows = np.unique(rows, return_inverse=True)
        scores = self.network.score(self.memory.table[distinct], rows, batch)
        tags = best_tags(scores, self.chain, batch)
        if not tags.any():
            return
        lattice = Lattice.of(scores * self.sharpness, self.chain.sharpened(self.sharpness), batch)
        first = 0
        for number, window in windows:
            for start, end, label in decode(tags[first : first + len(window)].tolist()):
                last = end == len(window)
                probability = lattice.span_probability(first + start, first + end, label, last=last)
                found[number].append(
                    TaggedSpan(window[start], window[end - 1] + 1, label, probability)
                )
            first += len(window)
