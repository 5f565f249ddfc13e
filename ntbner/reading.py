r"""Reading: a text as the tagger should see it, with the way back to the caller's offsets.

A tagger trained on clean text stumbles over characters that a reader does not see. They
are taken out or replaced before tagging, and every offset that comes back is mapped to
the caller's own string:

1. letters in two parts (*e* and a combining accent, NFD) become one;
2. soft hyphens, zero-width characters and direction marks are left out;
3. special spaces and control characters become plain spaces, lone surrogates the
   replacement character.

Most texts need none of this and are passed on as they are.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from ntbner.names.text import INVISIBLE

REPLACEMENT: Final = "\ufffd"
"""Stands for what is no character (Unicode, "Replacement Character")."""

_ODD: Final = re.compile(
    f"[{INVISIBLE}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ud800-\udfff"
    "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_CLUSTER: Final = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")
"""A letter with the combining accents behind it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is tagged.

    Attributes:
        text: What the tagger sees.
        starts: The caller's offset of each of its characters; ``None`` where both are one.
        ends: The caller's offset behind each of its characters.
    """

    text: str
    starts: npt.NDArray[np.int64] | None = None
    ends: npt.NDArray[np.int64] | None = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        r"""The caller's offsets of a stretch, without invisible characters at its edges.

        >>> read("i So\u00adtsji").place(2, 8)
        (2, 9)
        """
        if self.starts is None or self.ends is None:
            return start, end
        return int(self.starts[start]), int(self.ends[end - 1])


def read(text: str) -> Reading:
    r"""The text as it is tagged.

    >>> read("Oslo").starts is None
    True
    >>> read("Rene\u0301\u00a0Le\u0301vesque").text
    'René Lévesque'
    """
    if text.isascii() and _ODD.search(text) is None:
        return Reading(text)
    if _ODD.search(text) is None and unicodedata.is_normalized("NFC", text):
        return Reading(text)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, piece in _clusters(text):
        written = piece if end - start == 1 else unicodedata.normalize("NFC", piece)
        for character in written:
            seen = clean_character(character)
            if seen:
                pieces.append(seen)
                starts.append(start)
                ends.append(end)
    return Reading("".join(pieces), np.array(starts, np.int64), np.array(ends, np.int64))


def _clusters(text: str) -> list[tuple[int, int, str]]:
    """The text's characters, each with the combining accents behind it."""
    found: list[tuple[int, int, str]] = []
    position = 0
    for match in _CLUSTER.finditer(text):
        found += [(i, i + 1, text[i]) for i in range(position, match.start())]
        found.append((match.start(), match.end(), match[0]))
        position = match.end()
    found += [(i, i + 1, text[i]) for i in range(position, len(text))]
    return found


def clean_character(character: str) -> str:
    r"""What the tagger sees for a character: itself, a space, a replacement, or nothing.

    >>> clean_character("\u00ad"), clean_character("\u00a0"), clean_character("é")
    ('', ' ', 'é')
    """
    if _ODD.match(character) is None:
        return character
    if character in INVISIBLE:
        return ""
    return REPLACEMENT if "\ud800" <= character <= "\udfff" else " "
