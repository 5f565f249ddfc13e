"""Silver: raw text, tagged by several trained networks together.

The packaged tagger learns from what people annotated and from what an ensemble of teachers
is sure of in text that nobody annotated. There the teachers meet names that no annotated
text has, in contexts that give them away, and the pupil learns the names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from ntbner.tagger.features import Forms
from ntbner.tagger.network import Batch
from ntbner.tagger.scheme import TAGS, encode
from ntbner.tagger.tagging import SpanTagger
from ntbner.tagger.windows import cut_windows
from ntbner.training.encoding import Window
from ntbner.training.network import TaggerNetwork

Floats = npt.NDArray[np.float32]

LINES_TOGETHER: Final = 12
"""Neighbouring lines that are tagged as one document, so that its words may agree."""

DOCUMENTS_TOGETHER: Final = 64
"""Documents that are handed to the teachers at a time."""


class Ensemble:
    """Several trained networks that score as one: the mean of their tag scores and transitions."""

    def __init__(self, networks: Sequence[TaggerNetwork]) -> None:
        self.networks = [network.eval() for network in networks]
        self.widths = [network.width for network in self.networks]
        exported = [network.export() for network in networks]
        self.weights: dict[str, Floats] = {
            name: np.mean([weights[name] for weights in exported], axis=0)
            for name in ("chain.between", "chain.start", "chain.end")
        }

    @torch.inference_mode()
    def embed(self, forms: Forms, vectors: Floats) -> Floats:
        """The networks' vectors of each form, side by side."""
        return np.concatenate([self.embed_by(n, forms, vectors) for n in self.networks], axis=1)

    def embed_by(self, network: TaggerNetwork, forms: Forms, vectors: Floats) -> Floats:
        """One network's vectors of each form."""

        def move(array: npt.NDArray[Any]) -> Tensor:
            return torch.from_numpy(array).to(network.device)

        embedded = network.embed(
            move(forms.characters),
            move(vectors),
            move(forms.word),
            move(forms.flags),
            move(np.arange(len(vectors))[np.newaxis]),
        )
        return embedded[0].cpu().numpy()

    @torch.inference_mode()
    def score(self, embedded: Floats, rows: npt.NDArray[np.int64], batch: Batch) -> Floats:
        """Mean tag scores ``[tokens, tags]``."""
        lengths = torch.from_numpy(batch.ends - batch.starts)
        places = torch.from_numpy(batch.starts).unsqueeze(1) + torch.arange(int(lengths[0]))
        inside = torch.arange(int(lengths[0])) < lengths.unsqueeze(1)
        forms = torch.from_numpy(rows)[places.masked_fill(~inside, 0)]
        total = torch.zeros(len(rows), len(TAGS))
        parts = np.split(embedded, np.cumsum(self.widths)[:-1], axis=1)
        for network, part in zip(self.networks, parts, strict=True):
            table = torch.from_numpy(part).to(network.device)
            scores = network.tags(network.read(table[forms.to(network.device)], lengths)).cpu()
            total[places[inside]] += scores[inside]
        return (total / len(self.networks)).numpy()


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
    documents = iter(documents)
    while several := list(islice(documents, DOCUMENTS_TOGETHER)):
        for words, spans in zip(several, teacher.tag(several), strict=True):
            tags = encode(len(words), [(span.start, span.end, span.label) for span in spans])
            doubtful = {span.start for span in spans if span.probability < surest}
            for indices in cut_windows(words):
                if doubtful.isdisjoint(indices):
                    yield Window(
                        tuple(words[index] for index in indices),
                        tuple(tags[index] for index in indices),
                        weight,
                    )
