"""Files: corpora as lines, whatever they are packed in, and the fingerprint of a pipeline."""

from __future__ import annotations

import gzip
import hashlib
import lzma
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, cast

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

    A byte order mark at its head is dropped.

    Raises:
        CorpusError: The file cannot be read, is not UTF-8, or not packed as its suffix says.
    """
    number = 0
    try:
        with _open_bytes(path) as lines:
            for number, line in enumerate(lines, 1):
                yield number, line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
    except FileNotFoundError as error:
        raise CorpusError(path, None, "there is no such file") from error
    except UnicodeDecodeError as error:
        raise CorpusError(path, number, f"not UTF-8 text ({error.reason})") from error
    except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
        raise CorpusError(path, None, f"cannot be read: {error}") from error


def _open_bytes(path: Path) -> BinaryIO:
    if path.suffix == ".gz":
        return cast(BinaryIO, gzip.open(path, "rb"))
    if path.suffix == ".xz":
        return cast(BinaryIO, lzma.open(path, "rb"))
    return path.open("rb")


def hash_pipeline(folder: Path) -> str:
    """SHA-256 over the weights and vectors of a pipeline, for the model card."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
