"""Raw text for training: tokenised lines, none of them twice, none of them held out.

A line that shares nine words in a row with a held-out sentence is dropped, so that vectors
and language model never see what the tagger is scored on.
"""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from spacy.tokens import Doc

SHARED_WORDS: Final = 9
"""Words in a row that make a line count as a copy of a held-out sentence."""

SHORTEST: Final = 3
"""Tokens that a line needs; shorter ones are page numbers and the like."""


@dataclass(slots=True)
class Tally:
    """What became of the lines."""

    kept: int = 0
    repeated: int = 0
    held_out: int = 0
    words: int = 0


def open_text(path: Path) -> IO[str]:
    """Open a text file, compressed (``.xz``, ``.gz``) or not."""
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def split_words(doc: Doc) -> list[str]:
    """A document's tokens without the white space ones."""
    return [token.text for token in doc if not token.is_space]


def collect_runs(sentences: Iterable[Sequence[str]]) -> frozenset[tuple[str, ...]]:
    """Every run of :data:`SHARED_WORDS` lower-case words in held-out sentences."""
    return frozenset(run for words in sentences for run in word_runs(words))


def word_runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The runs of :data:`SHARED_WORDS` words of a line, in lower case.

    >>> len(list(word_runs("a b c d e f g h i j".split())))
    2
    """
    lower = [word.lower() for word in words]
    for start in range(len(lower) - SHARED_WORDS + 1):
        yield tuple(lower[start : start + SHARED_WORDS])


def clean_lines(
    lines: Iterable[str],
    tokenise: Callable[[str], Doc],
    *,
    held_out: frozenset[tuple[str, ...]],
    seen: set[int],
    tally: Tally,
) -> Iterator[list[str]]:
    """Tokenised lines that are worth training on.

    Args:
        lines: Raw lines.
        tokenise: The pipeline's tokeniser.
        held_out: Runs of words that no line may hold, from :func:`collect_runs`.
        seen: Hashes of the lines seen so far; grows.
        tally: Counts; changed in place.
    """
    for raw in lines:
        line = raw.strip()
        if not line:
            continue
        if hash(line) in seen:
            tally.repeated += 1
            continue
        seen.add(hash(line))
        words = split_words(tokenise(line))
        if len(words) < SHORTEST:
            continue
        if any(run in held_out for run in word_runs(words)):
            tally.held_out += 1
            continue
        tally.kept += 1
        tally.words += len(words)
        yield words
