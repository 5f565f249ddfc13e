"""Annotated corpora, read into sentences with the names marked in them.

:func:`read_corpus` takes any file that ``ntbner train`` and ``ntbner evaluate`` accept and
chooses the reader by its suffix:

========================  ===========================================  =====================
suffix                    form                                         reader
========================  ===========================================  =====================
``.conll``, ``.conllu``   NorNE (treebank or Universal Dependencies)   :func:`read_norne`
``.jsonl``                one annotated text a line                    :func:`read_jsonl`
``.spacy``                spaCy's ``DocBin``                           :func:`read_spacy`
``.tsv``                  DaN+                                         :func:`read_danplus`
========================  ===========================================  =====================

All but ``.spacy`` may be compressed (``.gz``, ``.xz``). A malformed file raises
:class:`~ntbner.errors.CorpusError` with the file and the line.
"""

from __future__ import annotations

from pathlib import Path

from ntbner.errors import CorpusError
from ntbner.training.columns import read_danplus, read_norne
from ntbner.training.files import corpus_suffix
from ntbner.training.rows import read_jsonl, read_spacy
from ntbner.training.sentences import COARSE_LABELS, NORNE_LABELS, Sentence, Span

__all__ = [
    "COARSE_LABELS",
    "NORNE_LABELS",
    "Sentence",
    "Span",
    "read_corpus",
    "read_danplus",
    "read_jsonl",
    "read_norne",
    "read_spacy",
]


def read_corpus(path: Path | str, *, language: str | None = None) -> list[Sentence]:
    """The sentences of an annotated file, read as its suffix says.

    Args:
        path: The file.
        language: ``nb`` or ``nn``, for files that do not say.

    Raises:
        CorpusError: It is a folder, its suffix is none of the known ones, or it is malformed.
    """
    path = Path(path)
    if path.is_dir():
        raise CorpusError(path, None, "expected an annotated file, found a folder")
    suffix = corpus_suffix(path)
    if suffix in (".conll", ".conllu"):
        return read_norne(path, language=language)
    if suffix == ".jsonl":
        return read_jsonl(path, language=language)
    if suffix == ".spacy":
        return read_spacy(path, language=language)
    if suffix == ".tsv":
        return read_danplus(path)
    known = ".conll, .conllu, .jsonl, .spacy, .tsv"
    raise CorpusError(path, None, f"no reader for {suffix!r}; known are {known}")
