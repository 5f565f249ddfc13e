"""Corpus files as lines, whatever they are packed in."""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TextIO

from ntbner.errors import CorpusError

PACKED: Final = (".gz", ".xz")
"""Suffixes of compressed files."""


def corpus_suffix(path: Path) -> str:
    """The suffix that says what a file holds, compression aside.

    >>> corpus_suffix(Path("nob-train.conll.gz"))
    '.conll'
    """
    return (path.with_suffix("") if path.suffix in PACKED else path).suffix


def corpus_stem(path: Path) -> str:
    """A file's name without its suffixes.

    >>> corpus_stem(Path("norne/nob-train.conll.gz"))
    'nob-train'
    """
    return (path.with_suffix("") if path.suffix in PACKED else path).stem


def open_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a UTF-8 file with their numbers (from 1), without line ends.

    Raises:
        CorpusError: The file cannot be read, is not UTF-8, or not packed as its suffix says.
    """
    number = 0
    try:
        with _open_text(path) as lines:
            for number, line in enumerate(lines, 1):
                yield number, line.rstrip("\r\n")
    except FileNotFoundError as error:
        raise CorpusError(path, None, "there is no such file") from error
    except UnicodeDecodeError as error:
        raise CorpusError(path, number + 1, f"not UTF-8 text ({error.reason})") from error
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise CorpusError(path, None, f"cannot be read: {error}") from error


def _open_text(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="\n")
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8", newline="\n")
    return path.open(encoding="utf-8", newline="\n")
