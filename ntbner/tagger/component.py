"""The tagger's spaCy face: the component ``ntbner_tagger``.

It sets ``doc.ents`` with NorNE's labels and leaves each span's probability in
``doc.user_data`` (:data:`CONFIDENCE`), where it survives ``to_bytes``, ``DocBin`` and
other processes. The weights travel as half-precision numbers in one ``.npz`` file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final

import numpy as np
import srsly
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from ntbner.errors import PipelineError
from ntbner.tagger.network import Network
from ntbner.tagger.scheme import LABELS
from ntbner.tagger.tagging import FormMemory, SpanTagger, TaggedSpan

CONFIDENCE: Final = "ntbner_confidence"
"""Key in ``doc.user_data``: ``[[start, end, probability], …]`` in tokens, one for each span."""

WEIGHTS: Final = "weights.npz"
SETTINGS: Final = "settings.json"


@Language.factory(
    "ntbner_tagger",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_score_weights={"ents_f": 1.0},
)
def make_tagger(nlp: Language, name: str) -> Tagger:
    """Make an empty tagger; ``from_disk`` or :meth:`Tagger.equip` gives it its weights."""
    return Tagger(nlp.vocab, name)


class Tagger(Pipe):
    """Sets ``doc.ents`` from the trained network.

    Args:
        vocab: Its vectors are the tagger's static vectors.
        name: Name in the pipeline.
    """

    def __init__(self, vocab: Vocab, name: str = "ntbner_tagger") -> None:
        self.vocab = vocab
        self.name = name
        self._tagger: SpanTagger | None = None
        self._settings: Mapping[str, Any] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels it can set."""
        return LABELS

    @property
    def weights(self) -> Mapping[str, Any]:
        """Its weights by name; raises :class:`PipelineError` if it has none."""
        return self._equipped().network.weights

    @property
    def settings(self) -> Mapping[str, Any]:
        """What it was equipped with besides the weights."""
        return self._settings

    @property
    def span_tagger(self) -> SpanTagger:
        """What does the work; raises :class:`PipelineError` if there are no weights."""
        return self._equipped()

    def _equipped(self) -> SpanTagger:
        if self._tagger is None:
            raise PipelineError(
                f"the component {self.name!r} has no weights; load a trained pipeline with "
                f"ntbner.load(), or train one with 'ntbner train'"
            )
        return self._tagger

    def equip(self, weights: Mapping[str, Any], settings: Mapping[str, Any]) -> None:
        """Give it its weights.

        Args:
            weights: Arrays by the names of :meth:`ntbner.training.network.TaggerNetwork.export`.
            settings: ``alphabet`` and ``vocabulary`` (lists in the order of their ids) and
                ``sharpness``.

        Raises:
            PipelineError: The weights do not fit the pipeline's vectors.
        """
        dimensions = self.vocab.vectors.shape[1]
        if weights["scale"].shape != (dimensions,):
            raise PipelineError(
                f"the tagger's weights were made with vectors of {weights['scale'].shape[0]} "
                f"dimensions, but the pipeline's vectors have {dimensions}; "
                f"load the pipeline as a whole, with ntbner.load(path)"
            )
        self._settings = settings
        network = Network(
            {key: np.ascontiguousarray(array, dtype=np.float32) for key, array in weights.items()}
        )
        memory = FormMemory(
            network,
            alphabet={form: index for index, form in enumerate(settings["alphabet"], 4)},
            vocabulary={form: index for index, form in enumerate(settings["vocabulary"], 1)},
            vectors=self.vocab.vectors,
        )
        self._tagger = SpanTagger(network, memory, float(settings["sharpness"]))

    def __call__(self, doc: Doc) -> Doc:
        """Tag one document."""
        self.set_annotations([doc], self.predict([doc]))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Tag a stream of documents, so many at a time."""
        stream = iter(stream)
        while docs := list(islice(stream, batch_size)):
            self.set_annotations(docs, self.predict(docs))
            yield from docs

    def predict(self, docs: Iterable[Doc]) -> list[list[TaggedSpan]]:
        """The named spans of each document; touches nothing."""
        return self._equipped().tag([[token.text for token in doc] for doc in docs])

    def set_annotations(self, docs: Iterable[Doc], found: Iterable[list[TaggedSpan]]) -> None:
        """Write the spans into the documents; entities that are there already stay.

        An ``entity_ruler`` before the tagger is obeyed: its entities have no probability,
        and a span that overlaps one gives way.
        """
        for doc, spans in zip(docs, found, strict=True):
            taken = {token for ent in doc.ents for token in range(ent.start, ent.end)}
            kept = [span for span in spans if taken.isdisjoint(range(span.start, span.end))]
            ours = [Span(doc, span.start, span.end, span.label) for span in kept]
            doc.set_ents([*doc.ents, *ours])
            doc.user_data[CONFIDENCE] = [
                [span.start, span.end, round(span.probability, 4)] for span in kept
            ]

    def initialize(
        self, get_examples: Callable[[], Iterable[Any]], *, nlp: Language | None = None
    ) -> None:
        """Refuse: this component is trained by ``ntbner train``, not by ``spacy train``."""
        raise PipelineError(
            "ntbner_tagger is trained with 'ntbner train' (see the how-to on training), "
            "not with spaCy's own training loop"
        )

    # ── serialising ──────────────────────────────────────────────────────────

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write weights and settings to a directory."""
        path = Path(path)
        path.mkdir(parents=True, exist_ok=True)
        halves: dict[str, Any] = {k: value.astype(np.float16) for k, value in self.weights.items()}
        np.savez(path / WEIGHTS, **halves)
        settings = json.dumps(dict(self._settings), ensure_ascii=False, indent=0)
        (path / SETTINGS).write_text(settings + "\n", encoding="utf-8")

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Tagger:
        """Read what :meth:`to_disk` wrote."""
        path = Path(path)
        with np.load(path / WEIGHTS) as archive:
            weights = dict(archive)
        self.equip(weights, json.loads((path / SETTINGS).read_text(encoding="utf-8")))
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Weights and settings as bytes, for other processes."""
        data: bytes = srsly.msgpack_dumps(
            {"weights": dict(self.weights), "settings": dict(self._settings)}
        )
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Tagger:
        """Read what :meth:`to_bytes` wrote."""
        loaded = srsly.msgpack_loads(data)
        self.equip(loaded["weights"], loaded["settings"])
        return self
