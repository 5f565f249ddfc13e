"""Readers of corpora with one text a line (JSONL) and of spaCy's ``.spacy`` files.

A JSONL row is an object with ``text`` and one of

- ``spans``: ``{"start", "end", "label"}`` with NorNE's labels, or
- ``spans``: ``{"start", "end", "type"}`` with the three types (and ``OTH``, ``DRV``), or
- ``records``: ``{"type", "mentions": [{"start", "end", "kind"}]}``, where a mention of the
  kind ``derived`` (*Syria-krigen*) becomes a ``DRV`` span;

and, if it has them, ``id``, ``lang`` (or ``language``) and ``doc_id``. Other keys are left
alone. Where both are there, ``spans`` count.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from ntbner.errors import CorpusError
from ntbner.language import detect_language
from ntbner.training.files import corpus_stem, open_lines
from ntbner.training.sentences import (
    COARSE_LABELS,
    NORNE_LABELS,
    Sentence,
    Span,
    check_spans,
    language_code,
)

_T = TypeVar("_T")

DEFAULT_LANGUAGE: Final = "nb"
"""The written form of a text without words."""


def read_jsonl(path: Path | str, *, language: str | None = None) -> list[Sentence]:
    """The texts of an annotated JSONL file, each a document of its own unless it says.

    Args:
        path: ``.jsonl``, also compressed (``.gz``, ``.xz``).
        language: Written form of the rows that do not say; by default it is told from each
            row's text.

    Raises:
        CorpusError: A row is not such an object, a span is not a name in its text, or a
            label is outside the scheme.
    """
    path = Path(path)
    sentences: list[Sentence] = []
    documents: dict[str, int] = {}
    for line, written in open_lines(path):
        if not written.strip():
            continue
        row = _parse_row(path, line, written)
        text = _field(row, "text", str, path, line)
        labels, spans = _row_spans(row, path, line)
        ordered = check_spans(text, spans, labels=labels, path=path, line=line)
        said = row.get("lang", row.get("language", language))
        id = row.get("id", f"{corpus_stem(path)}-{line}")
        doc_id = row.get("doc_id")
        document = documents.setdefault(str(doc_id or f"row {line}"), len(documents))
        sentences.append(
            Sentence(
                text,
                ordered,
                _language(text, said, path, line),
                str(id),
                None if doc_id is None else str(doc_id),
                document,
            )
        )
    return sentences


def read_spacy(path: Path | str, *, language: str | None = None) -> list[Sentence]:
    """The documents of a ``.spacy`` file, each with its ``ents``.

    Args:
        path: A serialised :class:`spacy.tokens.DocBin`.
        language: Written form of all its texts; by default it is told from each text.

    Raises:
        CorpusError: The file is not a DocBin, or a label is outside NorNE's scheme.
    """
    import spacy
    from spacy.tokens import DocBin

    path = Path(path)
    try:
        docs = list(DocBin().from_disk(path).get_docs(spacy.blank("nb").vocab))
    except FileNotFoundError as error:
        raise CorpusError(path, None, "there is no such file") from error
    except Exception as error:  # msgpack, zlib and spaCy each raise their own
        raise CorpusError(path, None, f"not a .spacy file: {error}") from error
    sentences: list[Sentence] = []
    for number, doc in enumerate(docs):
        spans = [Span(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        ordered = check_spans(doc.text, spans, labels=NORNE_LABELS, path=path, line=number + 1)
        id = f"{corpus_stem(path)}-{number + 1}"
        code = _language(doc.text, language, path, number + 1)
        sentences.append(Sentence(doc.text, ordered, code, id, None, number))
    return sentences


def _language(text: str, said: object, path: Path, line: int) -> str:
    """The language that was said, or else the one that the text seems to be in."""
    if said is None:
        return detect_language(text) or DEFAULT_LANGUAGE
    return language_code(said, path=path, line=line)


def _parse_row(path: Path, line: int, written: str) -> Mapping[str, Any]:
    try:
        row = json.loads(written)
    except json.JSONDecodeError as error:
        raise CorpusError(path, line, f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise CorpusError(path, line, f"an object was expected, not {type(row).__name__}")
    return row


def _field(row: object, key: str, kind: type[_T], path: Path, line: int) -> _T:
    """A field that must be there and be of a kind."""
    if not isinstance(row, dict):
        raise CorpusError(path, line, f"an object with {key!r} was expected, not {row!r}")
    value = row.get(key)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise CorpusError(path, line, f"{key!r} must be {kind.__name__}, not {value!r}")
    return value


def _row_spans(row: Mapping[str, Any], path: Path, line: int) -> tuple[tuple[str, ...], list[Span]]:
    """A row's label scheme and its spans."""
    if "spans" not in row:
        if "records" not in row:
            raise CorpusError(path, line, "a row needs 'spans' or 'records'")
        return COARSE_LABELS, _record_spans(row, path, line)
    spans = _field(row, "spans", list, path, line)
    key = "type" if any(isinstance(s, dict) and "type" in s for s in spans) else "label"
    scheme = COARSE_LABELS if key == "type" else NORNE_LABELS
    return scheme, [_span(span, _field(span, key, str, path, line), path, line) for span in spans]


def _record_spans(row: Mapping[str, Any], path: Path, line: int) -> list[Span]:
    spans: list[Span] = []
    for record in _field(row, "records", list, path, line):
        kind = _field(record, "type", str, path, line)
        for mention in _field(record, "mentions", list, path, line):
            derived = _field(mention, "kind", str, path, line) == "derived"
            spans.append(_span(mention, "DRV" if derived else kind, path, line))
    return spans


def _span(row: object, label: str, path: Path, line: int) -> Span:
    return Span(_field(row, "start", int, path, line), _field(row, "end", int, path, line), label)
