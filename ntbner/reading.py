r"""Reading: a text as the tagger should see it, with the way back to the caller's offsets.

A tagger trained on clean text stumbles over characters that a reader does not see. They
are taken out or replaced before tagging, and every offset that comes back is mapped to
the caller's own string:

1. letters in two parts (*e* and a combining accent, NFD) become one;
2. soft hyphens, zero-width characters and direction marks are left out;
3. special line ends become plain ones, special spaces and control characters plain
   spaces, lone surrogates the replacement character.

Most texts need none of this and are passed on as they are.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from typing import Final

from ntbner.characters import INVISIBLE

REPLACEMENT: Final = "\ufffd"
"""Stands for what is no character (Unicode, "Replacement Character")."""

LINE_ENDS: Final = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Characters that end a line (Unicode, UAX 14, and ``str.splitlines``) beside ``\\n``; the
carriage return does so where no ``\\n`` follows."""

_ODD: Final = re.compile(
    f"[{INVISIBLE}\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)"
)
_CLUSTER: Final = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")
"""A letter with the combining accents behind it."""

_CHANGED: Final = re.compile(f"{_CLUSTER.pattern}|{_ODD.pattern}")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is tagged.

    Attributes:
        text: What the tagger sees.
        starts: The caller's offset of each of its characters; ``None`` where both are one.
        ends: The caller's offset behind each of its characters.
    """

    text: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        r"""The caller's offsets of a stretch, without invisible characters at its edges.

        >>> read("i So\u00adtsji").place(2, 8)
        (2, 9)
        """
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def read(text: str) -> Reading:
    r"""The text as it is tagged.

    >>> read("Oslo").starts is None
    True
    >>> read("Rene\u0301\u00a0Le\u0301vesque").text
    'René Lévesque'
    """
    if _ODD.search(text) is None and unicodedata.is_normalized("NFC", text):
        return Reading(text)
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    position = 0
    for match in _CHANGED.finditer(text):
        start, end = match.span()
        seen = "".join(map(clean_character, unicodedata.normalize("NFC", match[0])))
        pieces += (text[position:start], seen)
        starts.extend(range(position, start))
        ends.extend(range(position + 1, start + 1))
        starts.extend([start] * len(seen))
        ends.extend([end] * len(seen))
        position = end
    pieces.append(text[position:])
    starts.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    return Reading("".join(pieces), starts, ends)


def clean_character(character: str) -> str:
    r"""What the tagger sees for a character: itself, a space, a replacement, or nothing.

    >>> clean_character("\u00ad"), clean_character("\u00a0"), clean_character("é")
    ('', ' ', 'é')
    >>> clean_character("\u2028")
    '\n'
    """
    if _ODD.match(character) is None:
        return character
    if character in INVISIBLE:
        return ""
    if character in LINE_ENDS:
        return "\n"
    return REPLACEMENT if "\ud800" <= character <= "\udfff" else " "
