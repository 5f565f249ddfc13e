"""What a corpus file is read into: sentences with the names marked in them.

Every reader of :mod:`ntbner.training.corpora` yields these, and :func:`check_spans` is
the one place where their offsets and labels are checked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ntbner.errors import CorpusError

NORNE_LABELS: Final = (
    "PER",
    "ORG",
    "LOC",
    "GPE_LOC",
    "GPE_ORG",
    "PROD",
    "EVT",
    "MISC",
    "DRV",
)
"""The labels of NorNE (Jørgensen et al. 2020, https://aclanthology.org/2020.lrec-1.559)."""

COARSE_LABELS: Final = ("PER", "ORG", "LOC", "OTH", "DRV")
"""The labels of files annotated with the three types: ``OTH`` is any other name."""

LANGUAGES: Final = {"nb": "nb", "nob": "nb", "nn": "nn", "nno": "nn", "da": "da", "dan": "da"}
"""Codes for the written forms as they occur in files, and ours."""


@dataclass(frozen=True, slots=True)
class Span:
    """A name in a sentence.

    Attributes:
        start: Offset of its first character in the sentence's text.
        end: Offset behind its last character.
        label: Its label in the corpus's own scheme.
    """

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a whole text, with its names.

    Attributes:
        text: Running text, as a reader would see it.
        spans: Its names, in order and without overlap.
        language: ``nb`` or ``nn`` (``da`` for the Danish relative).
        id: The corpus's own id, or ``<file>-<running number>``.
        doc_id: The id of its document, where the corpus gives one.
        document: Running number of its document within the file; consecutive sentences of
            one document share it.
    """

    text: str
    spans: tuple[Span, ...]
    language: str
    id: str
    doc_id: str | None
    document: int


def check_spans(
    text: str,
    spans: Iterable[Span],
    *,
    labels: Collection[str],
    path: Path,
    line: int | None,
) -> tuple[Span, ...]:
    """The spans in order, once each is known to be a name in the text.

    Args:
        text: The text that the offsets count in.
        spans: The spans as read.
        labels: The scheme: every label that may occur.
        path: The file, for the message.
        line: Its line (from 1), for the message.

    Raises:
        CorpusError: A span lies outside the text, is empty, has outer white space,
            overlaps another, or its label is not in the scheme.
    """
    ordered = tuple(sorted(spans, key=lambda span: (span.start, span.end)))
    end = 0
    for span in ordered:
        problem = _span_problem(text, span, end, labels)
        if problem is not None:
            raise CorpusError(path, line, problem)
        end = span.end
    return ordered


def _span_problem(text: str, span: Span, free: int, labels: Collection[str]) -> str | None:
    """What is wrong with a span, ``free`` being where the span before it ends."""
    place = f"the span {span.start}-{span.end} ({span.label})"
    if span.label not in labels:
        return f"unknown label {span.label!r}; the scheme has {', '.join(labels)}"
    if not 0 <= span.start < span.end <= len(text):
        return f"{place} is not within the text of {len(text)} characters"
    if span.start < free:
        return f"{place} overlaps the span before it"
    written = text[span.start : span.end]
    if written != written.strip():
        return f"{place} begins or ends with white space: {written!r}"
    return None


def language_code(code: object, *, path: Path, line: int | None) -> str:
    """Our code for a language as a file names it (``nob`` → ``nb``).

    Raises:
        CorpusError: It is none that we know.
    """
    if not isinstance(code, str) or code not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise CorpusError(path, line, f"unknown language {code!r}; known are {known}")
    return LANGUAGES[code]
