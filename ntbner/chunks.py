"""Chunks: a long text cut where nothing is lost, so that memory stays bounded.

spaCy holds a whole document's tokens and states at once. A text longer than
:data:`LONGEST` characters is cut behind the last paragraph end that fits; failing that,
behind the last line, sentence or word that fits. Joined again, the chunks are the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 200_000
"""Characters: some 30,000 words, which take about 200 MB while they are tagged."""

ENDS: Final = (
    re.compile(r"\r?\n[^\S\n]*\r?\n\s*"),
    re.compile(r"\n"),
    re.compile(r"[.!?…]\s+"),
    re.compile(r"\s+"),
)
"""Places to cut behind, best first: paragraph, line, sentence, word."""


def cut_chunks(text: str, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    r"""Cut a text into chunks.

    Args:
        text: Any string.
        longest: Most characters of a chunk; at least 1.

    Yields:
        The offset of each chunk, and the chunk.

    >>> list(cut_chunks("Oslo.\n\nBergen.", longest=9))
    [(0, 'Oslo.\n\n'), (7, 'Bergen.')]
    """
    start = 0
    while len(text) - start > longest:
        end = find_cut(text, start, start + longest)
        yield start, text[start:end]
        start = end
    if start < len(text):
        yield start, text[start:]


def find_cut(text: str, start: int, limit: int) -> int:
    """The last place before a limit where a chunk may end; the limit if there is none."""
    for pattern in ENDS:
        # A cut in the first half would make many short chunks of an odd text.
        ends = [match.end() for match in pattern.finditer(text, (start + limit) // 2, limit)]
        if ends:
            return ends[-1]
    return limit
