"""The texts of files, for the command line: read when their turn comes, refused with advice.

A file is taken to be in UTF-8 unless another encoding is named. Nothing is guessed in
silence: one that is in another encoding is refused, and the message says which it looks like.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ntbner.errors import DataError

UTF_8: Final = "utf-8"

ENCODINGS: Final = ("cp1252", "macintosh", "cp850")
"""What Norwegian text that is not UTF-8 is written in: Windows, older Macs, DOS."""

NORWEGIAN_LETTERS: Final = frozenset("æøåÆØÅ")

UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")

PDF_MARK: Final = b"%PDF-"


@dataclass
class Texts:
    """The texts of files, read when their turn comes.

    A file that cannot be read is complained of, and the next one is read.

    Attributes:
        files: Paths as they were typed; ``-`` for standard input.
        complain: What to do with a problem.
        encoding: What the files are written in.
        failed: Whether a file could not be read.
    """

    files: Sequence[str]
    complain: Callable[[str], object]
    encoding: str = UTF_8
    failed: bool = field(default=False, init=False)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for file in self.files:
            try:
                yield file, read_text(file, encoding=self.encoding)
            except (DataError, OSError) as error:
                self.failed = True
                self.complain(
                    f"{file}: {error.strerror}" if isinstance(error, OSError) else str(error)
                )


def read_text(file: str, *, encoding: str = UTF_8) -> str:
    """The text of a file, its line breaks as they are and without a byte order mark.

    Args:
        file: A path; ``-`` for standard input.
        encoding: What it is written in.

    Raises:
        DataError: It is a folder, or in another encoding; the message says what to do.
        OSError: It cannot be read.
    """
    if file != "-" and Path(file).is_dir():
        raise DataError(f"{file}: expected a file, found a folder; name the files in it")
    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    try:
        return data.decode("utf-8-sig" if encoding == UTF_8 else encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError(
            f"{file}: expected {encoding.upper()}, found the byte 0x{data[error.start]:02X} in "
            f"line {line}; {_advise(data, encoding)}"
        ) from error


def _advise(data: bytes, encoding: str) -> str:
    """What to do about a file that is not in the encoding it was read in."""
    if data.startswith(PDF_MARK) or (b"\0" in data and not data.startswith(UTF16_MARKS)):
        return "it looks like no text (a PDF, a Word file?). Save it as plain text first"
    if encoding != UTF_8:
        return "it is in another encoding"
    guess = guess_encoding(data)
    return f"it looks like {guess}. If all files are, pass --encoding {guess}"


def guess_encoding(data: bytes) -> str:
    """What a text that is not UTF-8 is likely written in.

    Norwegian decides: the right encoding gives the most *æ*, *ø* and *å*.

    >>> guess_encoding("Blåbær på Røros".encode("cp1252"))
    'cp1252'
    >>> guess_encoding("Blåbær på Røros".encode("macintosh"))
    'macintosh'
    """
    if data.startswith(UTF16_MARKS):
        return "utf-16"

    def count_letters(encoding: str) -> int:
        return sum(char in NORWEGIAN_LETTERS for char in data.decode(encoding, errors="replace"))

    return max(ENCODINGS, key=count_letters)
