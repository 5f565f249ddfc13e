"""Silver: raw text, tagged by several trained networks together.

The packaged tagger learns from what people annotated and from what an ensemble of teachers
is sure of in text that nobody annotated. There the teachers meet names that no annotated
text has, in contexts that give them away, and the pupil learns the names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from ntbner.tagger.features import Forms
from ntbner.tagger.network import Batch, Network
from ntbner.tagger.scheme import encode
from ntbner.tagger.tagging import SpanTagger
from ntbner.tagger.windows import cut_windows
from ntbner.training.encoding import Window

Floats = npt.NDArray[np.float32]

LINES_TOGETHER: Final = 12
"""Neighbouring lines that are tagged as one document, so that its words may agree."""


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Several networks that score as one: the mean of their tag scores and transitions."""

    networks: Sequence[Network]

    @property
    def weights(self) -> dict[str, Floats]:
        """The mean transition scores, under the names a single network has for them."""
        return {
            name: np.mean([network.weights[name] for network in self.networks], axis=0)
            for name in ("chain.between", "chain.start", "chain.end")
        }

    def embed(self, forms: Forms, vectors: Floats) -> Floats:
        """The networks' vectors of each form, side by side."""
        return np.concatenate([n.embed(forms, vectors) for n in self.networks], axis=1)

    def score(self, embedded: Floats, rows: npt.NDArray[np.int64], batch: Batch) -> Floats:
        """Mean tag scores ``[tokens, tags]``."""
        parts = np.split(embedded, len(self.networks), axis=1)
        scores = [n.score(p, rows, batch) for n, p in zip(self.networks, parts, strict=True)]
        mean: Floats = np.mean(scores, axis=0)
        return mean


def join_lines(lines: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """Lines as documents of :data:`LINES_TOGETHER`, with line breaks between."""
    document: list[str] = []
    for number, line in enumerate(lines, 1):
        document += [*line, "\n"]
        if number % LINES_TOGETHER == 0:
            yield document
            document = []
    if document:
        yield document


def label_documents(
    teacher: SpanTagger, documents: Iterable[Sequence[str]], *, surest: float, weight: float
) -> Iterator[Window]:
    """Windows of raw text with the teacher's tags.

    Args:
        teacher: Tags them.
        documents: Tokens of each, line breaks included.
        surest: A window with a name less probable than this is left out.
        weight: How much a window counts beside one that people annotated.
    """
    for words in documents:
        (spans,) = teacher.tag([words])
        tags = encode(len(words), [(span.start, span.end, span.label) for span in spans])
        doubtful = {span.start for span in spans if span.probability < surest}
        for indices in cut_windows(words):
            if doubtful.isdisjoint(indices):
                yield Window(
                    tuple(words[index] for index in indices),
                    tuple(tags[index] for index in indices),
                    weight,
                )
