"""Readers of corpora with one token a line: NorNE in its two forms, and Danish DaN+.

NorNE comes as the files of the Norwegian Dependency Treebank (``.conll``: no record of
spaces, documents marked ``# newdoc``, headlines ended by a bar) and as those of Universal
Dependencies (``.conllu``: ``# text``, ``SpaceAfter``, paragraphs marked ``# newpar``). Names
stand in the tenth column as ``name=B-PER`` in either. Which of the two a sentence is shows
in itself: one with ``# text`` keeps it, one without is set as running text by
:mod:`ntbner.training.detokenise`.

Not here: dependency trees, lemmas and features, which no reader asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ntbner.errors import CorpusError
from ntbner.training.detokenise import join_tokens
from ntbner.training.files import corpus_stem, open_lines
from ntbner.training.sentences import (
    NORNE_LABELS,
    Sentence,
    Span,
    check_spans,
    language_code,
)

CONLL_COLUMNS: Final = 10
"""ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC, in both forms."""

NAMED: Final = {
    "nob": "nb",
    "nno": "nn",
    "nb": "nb",
    "nn": "nn",
    "bokmaal": "nb",
    "nynorsk": "nn",
}
"""What in a file's name tells its language (NorNE's: ``no_bokmaal-ud-dev.conllu``)."""

DANPLUS_COLUMNS: Final = 3
"""Token, outer tag, inner tag."""

HEADLINE_BAR: Final = "|"
"""The token that the treebank puts behind headlines; it is not in the text."""

DANPLUS_LABELS: Final = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "MISC": "MISC",
    "PERpart": "DRV",
    "ORGpart": "DRV",
    "LOCpart": "DRV",
    "MISCpart": "DRV",
    "PERderiv": None,
    "ORGderiv": None,
    "LOCderiv": None,
    "MISCderiv": None,
}
"""DaN+'s outer labels (Plank et al. 2020, https://aclanthology.org/2020.coling-main.583) in
NorNE's scheme: a word with a name inside is ``DRV``; a word derived from one (*dansk*) is no
name there and is dropped."""

_TAG: Final = re.compile(r"O|([BI])-(\S+)")


@dataclass(frozen=True, slots=True)
class _Block:
    """One sentence as it stands in the file: comments, and rows with their line numbers."""

    line: int
    comments: dict[str, str]
    rows: tuple[tuple[int, list[str]], ...]


@dataclass(frozen=True, slots=True)
class _Token:
    """One token of a row: its form, its tag, and where it stands in the file."""

    line: int
    form: str
    tag: str


def read_norne(path: Path | str, *, language: str | None = None) -> list[Sentence]:
    """The sentences of a NorNE file, in either of its forms.

    A document is what ``# newdoc`` begins; in a file without any, what ``# newpar`` begins
    (the only unit that NorNE's Universal Dependencies form keeps).

    Args:
        path: ``.conll`` or ``.conllu``, also compressed (``.gz``, ``.xz``).
        language: ``nb`` or ``nn``; by default from the file's name (``nob``, ``nno``).

    Raises:
        CorpusError: A line has another form, tokens and text disagree, the tags do not make
            up names, or a label is outside NorNE's scheme.
    """
    path = Path(path)
    code = _language(path, language)
    blocks = list(_blocks(path, CONLL_COLUMNS))
    unit = "newdoc" if any("newdoc" in block.comments for block in blocks) else "newpar"
    sentences: list[Sentence] = []
    document, doc_id = -1, None
    for block in blocks:
        if document < 0 or unit in block.comments:
            document += 1
            doc_id = block.comments.get("newdoc") or None
        placed = _place_tokens(path, block)
        if placed is None:
            continue
        text, tokens, offsets = placed
        found = _spans(path, tokens, offsets)
        spans = check_spans(text, found, labels=NORNE_LABELS, path=path, line=block.line)
        id = block.comments.get("sent_id") or f"{corpus_stem(path)}-{len(sentences) + 1}"
        sentences.append(Sentence(text, spans, code, id, doc_id, document))
    return sentences


def read_danplus(path: Path | str) -> list[Sentence]:
    """The sentences of a DaN+ file, outer names only, in NorNE's labels.

    Sentences of DaN+ stand in no order, so each is a document of its own. A stray ``I-``
    (the release has one) begins a name.

    Args:
        path: ``.tsv`` with token, outer and inner tag; also compressed.

    Raises:
        CorpusError: A line has another form, or a label is outside DaN+'s scheme.
    """
    path = Path(path)
    sentences: list[Sentence] = []
    for number, block in enumerate(_blocks(path, DANPLUS_COLUMNS)):
        tokens = [_Token(line, row[0], row[1]) for line, row in block.rows]
        text, offsets = join_tokens([token.form for token in tokens])
        spans = check_spans(
            text,
            _spans(path, tokens, offsets, strict=False),
            labels=tuple(DANPLUS_LABELS),
            path=path,
            line=block.line,
        )
        named = [(span, DANPLUS_LABELS[span.label]) for span in spans]
        kept = tuple(Span(span.start, span.end, label) for span, label in named if label)
        id = f"{corpus_stem(path)}-{number + 1}"
        sentences.append(Sentence(text, kept, "da", id, None, number))
    return sentences


def _language(path: Path, language: str | None) -> str:
    """The language asked for, or the one that a part of the file's name says."""
    if language is not None:
        return language_code(language, path=path, line=None)
    for part in re.split(r"[^a-z]+", corpus_stem(path).lower()):
        if part in NAMED:
            return NAMED[part]
    known = ", ".join(NAMED)
    raise CorpusError(path, None, f"the file's name does not say its language, by one of {known}")


def _blocks(path: Path, columns: int) -> Iterator[_Block]:
    """The sentences of a file: what stands between blank lines.

    Comments without rows go with the sentence that follows them.
    """
    comments: dict[str, str] = {}
    rows: list[tuple[int, list[str]]] = []
    for number, line in open_lines(path):
        if not line.strip():
            if rows:
                yield _Block(rows[0][0], comments, tuple(rows))
                comments, rows = {}, []
        elif line.startswith("#") and "\t" not in line:
            key, _, value = line[1:].partition("=")
            # "newdoc id" and "newpar id" are the same marks as "newdoc" and "newpar".
            comments[key.strip().removesuffix(" id")] = value.strip()
        else:
            row = line.split("\t")
            if len(row) != columns:
                problem = f"{len(row)} columns where {columns}, parted by tabs, were expected"
                raise CorpusError(path, number, problem)
            rows.append((number, row))
    if rows:
        yield _Block(rows[0][0], comments, tuple(rows))


def _place_tokens(
    path: Path, block: _Block
) -> tuple[str, list[_Token], Sequence[tuple[int, int]]] | None:
    """A sentence's text, its tokens and their offsets; ``None`` for a bar and nothing else."""
    tokens = [_conll_token(path, line, row) for line, row in block.rows if row[0].isdecimal()]
    text = block.comments.get("text")
    if text is not None:
        return text, tokens, _find_tokens(path, text, tokens)
    tokens = [token for token in tokens if token.form != HEADLINE_BAR]
    if not tokens:
        return None
    joined, offsets = join_tokens([token.form for token in tokens])
    return joined, tokens, offsets


def _conll_token(path: Path, line: int, row: list[str]) -> _Token:
    """A row's token; words and their parts (``3-4``, ``3.1``) are left out before this."""
    names = [item[5:] for item in row[9].split("|") if item.startswith("name=")]
    if len(names) != 1:
        raise CorpusError(path, line, f"one name=… was expected in the last column: {row[9]!r}")
    if not row[1].strip():
        raise CorpusError(path, line, "a token without a form")
    return _Token(line, row[1], names[0])


def _find_tokens(path: Path, text: str, tokens: Sequence[_Token]) -> list[tuple[int, int]]:
    """Offsets of the tokens in the text that they are said to make up."""
    offsets: list[tuple[int, int]] = []
    at = 0
    for token in tokens:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(token.form, at):
            found = text[at : at + len(token.form) + 10]
            raise CorpusError(path, token.line, f"the token {token.form!r} is not at {found!r}")
        offsets.append((at, at + len(token.form)))
        at += len(token.form)
    return offsets


def _spans(
    path: Path,
    tokens: Sequence[_Token],
    offsets: Sequence[tuple[int, int]],
    *,
    strict: bool = True,
) -> list[Span]:
    """The names that the tags make up.

    Raises:
        CorpusError: A tag has another form, or ``I-`` continues no name of its label.
    """
    spans: list[Span] = []
    open_label: str | None = None
    for token, (start, end) in zip(tokens, offsets, strict=True):
        match = _TAG.fullmatch(token.tag)
        if match is None:
            raise CorpusError(path, token.line, f"a tag of another form: {token.tag!r}")
        position, label = match.groups()
        continues = position == "I" and label == open_label
        if position == "I" and not continues and strict:
            raise CorpusError(path, token.line, f"{token.tag} continues no name of its label")
        if continues:
            spans[-1] = Span(spans[-1].start, end, label)
        elif label is not None:
            spans.append(Span(start, end, label))
        open_label = label
    return spans
