"""Tagging: the words of documents in, spans with their probability out.

Joins features, network and decoding, and keeps the vectors of word forms that it has met,
up to :data:`REMEMBERED` of them. Nothing here knows spaCy but the table of vectors.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from threading import Lock
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

from ntbner.tagger.agreement import agree
from ntbner.tagger.decode import Lattice, Transitions, best_tags
from ntbner.tagger.edges import trim
from ntbner.tagger.features import Forms, describe
from ntbner.tagger.known import find_known
from ntbner.tagger.network import Batch
from ntbner.tagger.realms import join_realms
from ntbner.tagger.recurrence import find_again
from ntbner.tagger.respelling import find_respelt
from ntbner.tagger.scheme import decode
from ntbner.tagger.shouting import calm, is_shouting
from ntbner.tagger.windows import cut_windows, group_lengths

Floats = npt.NDArray[np.float32]

REMEMBERED: Final = 40_000
"""Word forms whose vectors are kept: about 60 MB, and 97 % of the tokens of newspaper text."""

TOKENS_AT_ONCE: Final = 4000
"""Tokens that are run through the network together, to bound memory."""


_turn = Lock()
"""Threads share the remembered forms and the libraries' number of threads, so they take turns;
the steps of the network would wait for each other anyway."""


def _renew_turn() -> None:
    """A forked process does not wait for a thread that it has not got."""
    global _turn
    _turn = Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_turn)


VOUCHED: Final = 0.8
"""Least probability of a name that the document or the lexicon vouches for: the share of them
that is right on the dev sets, 20 of 26."""


class VectorTable(Protocol):
    """What is needed of :class:`spacy.vectors.Vectors`."""

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and dimensions."""

    def get_batch(self, keys: Sequence[str]) -> npt.NDArray[np.floating]:
        """Vectors of word forms ``[forms, dimensions]``."""


class Scorer(Protocol):
    """What is needed of a :class:`~ntbner.tagger.network.Network`, or of several as one."""

    @property
    def weights(self) -> Mapping[str, Floats]:
        """At least the transition scores, ``chain.between``, ``.start`` and ``.end``."""

    def embed(self, forms: Forms, vectors: Floats) -> Floats:
        """Vectors of word forms."""

    def score(self, embedded: Floats, rows: npt.NDArray[np.int64], batch: Batch) -> Floats:
        """Tag scores of tokens."""


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

    network: Scorer
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

    network: Scorer
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
        found: list[list[TaggedSpan]] = []
        held: list[Sequence[str]] = []
        with _turn, find_libraries().limit(limits=1, user_api="blas"):
            for words in documents:
                held.append(words)
                if sum(map(len, held)) >= TOKENS_AT_ONCE:
                    found += self.tag_together(held)
                    held = []
            return found + self.tag_together(held)

    def tag_together(self, documents: Sequence[Sequence[str]]) -> list[list[TaggedSpan]]:
        """The named spans of a few documents, decoded as one batch."""
        found: list[list[TaggedSpan]] = [[] for _ in documents]
        windows = [
            (number, window)
            for number, words in enumerate(documents)
            for window in cut_windows(words)
        ]
        if not windows:
            return found
        words = [
            word
            for number, window in windows
            for word in self.read([documents[number][index] for index in window])
        ]
        numbers = [number for number, window in windows for _ in window]
        lengths = [len(window) for _, window in windows]
        batch, chain = Batch.of(lengths), self.chain
        scores = self.score(words, lengths)
        first_reading = Lattice.of(scores, chain, batch)
        scores = agree(scores, first_reading.marginals(), words, numbers, self.memory.vocabulary)
        tags = best_tags(scores, chain, batch)
        chain = chain.sharpened(self.sharpness)
        lattice = Lattice.of(scores * np.float32(self.sharpness), chain, batch)
        places = [Places() for _ in documents]
        first = 0
        for number, window in windows:
            places[number].add(window, first)
            for start, end, label in decode(tags[first : first + len(window)].tolist()):
                skipped, kept = trim([documents[number][token] for token in window[start:end]])
                start, end = start + skipped, start + kept
                rows = first + start, first + end
                sure = lattice.span_probability(*rows, label, last=end == len(window))
                found[number].append(TaggedSpan(window[start], window[end - 1] + 1, label, sure))
            first += len(window)
        return [
            mend(words, spans, place, lattice, self.memory.vocabulary)
            for words, spans, place in zip(documents, found, places, strict=True)
        ]

    def read(self, window: list[str]) -> list[str]:
        """A window's words as the network should see them."""
        return calm(window, self.memory.vocabulary) if is_shouting(window) else window

    def score(self, words: Sequence[str], lengths: Sequence[int]) -> Floats:
        """Tag scores of windows laid end to end, some thousand tokens at a time."""
        scores, first = [], 0
        for group in group_lengths(lengths, TOKENS_AT_ONCE):
            rows = self.memory.look_up(words[first : first + sum(group)])
            distinct, rows = np.unique(rows, return_inverse=True)
            embedded = self.memory.table[distinct]
            scores.append(self.network.score(embedded, rows, Batch.of(group)))
            first += sum(group)
        return np.concatenate(scores)


@dataclass(slots=True)
class Places:
    """Where a document's tokens stand in a batch.

    Attributes:
        rows: Row of each token.
        ends: Row behind the last of each token's window.
    """

    rows: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)

    def add(self, window: Sequence[int], first: int) -> None:
        """Note a window of tokens that stands from a row on."""
        for row, token in enumerate(window, first):
            self.rows[token] = row
            self.ends[token] = first + len(window)


def mend(
    words: Sequence[str],
    spans: list[TaggedSpan],
    places: Places,
    lattice: Lattice,
    frequent: Container[str],
) -> list[TaggedSpan]:
    """The spans as the rest of the document would have them, in order.

    First names of royals are joined to their realms (:mod:`~ntbner.tagger.realms`), names of
    the lexicon are found (:mod:`~ntbner.tagger.known`), and the names of the document are
    looked for again (:mod:`~ntbner.tagger.recurrence`), in other spellings too
    (:mod:`~ntbner.tagger.respelling`). A new span has the probability that the network gives
    it where it stands, which is low, or :data:`VOUCHED`.
    """
    finders = (
        join_realms,
        partial(find_known, frequent=frequent),
        find_again,
        partial(find_respelt, frequent=frequent),
    )
    for find in finders:
        kept, new = list(spans), []
        for start, end, label, inside in find(words, spans):
            if places.ends[start] != places.ends[end - 1]:
                continue
            rows = places.rows[start], places.rows[end - 1] + 1
            sure = lattice.span_probability(*rows, label, last=rows[1] == places.ends[start])
            new.append(TaggedSpan(start, end, label, max(sure, VOUCHED)))
            kept = [span for span in kept if span not in inside]
        if new:
            spans = sorted((*kept, *new), key=lambda span: span.start)
    return spans


@lru_cache(maxsize=1)
def find_libraries() -> ThreadpoolController:
    """The process's numeric libraries, to keep their matrix products on one core.

    A recurrent layer multiplies small matrices, one a word; threads that wait for each
    other between them gain nothing on an idle machine and cost a factor of ten on a busy
    one. For more cores, use more processes.
    """
    return ThreadpoolController()
