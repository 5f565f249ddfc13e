"""Windows: a document cut into sentence-like stretches that the network reads at once.

The cut only bounds what a token sees, so it needs to be cheap and never wildly wrong:
after sentence-final punctuation, at line breaks, tabs and wide gaps, and in any case at
:data:`LONGEST` tokens. White space tokens belong to no window.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

LONGEST: Final = 120
"""Tokens. 99.9 % of NorNE's sentences are shorter."""

GAPS: Final = frozenset("\n\t\r\f\v\u2028\u2029\x85")
"""Characters at which a line or a cell of a table ends."""

GAP: Final = 3
"""Blanks in a row that part two columns; two are a slip of the typist."""

ENDINGS: Final = frozenset({".", "!", "?", "…", "..."})
"""Tokens behind which a sentence ends, unless a lower-case word follows."""

CLOSERS: Final = frozenset({'"', "”", "»", ")", "]", "'", "’"})
"""Tokens that still belong to the sentence that just ended."""


def cut_windows(words: Sequence[str]) -> Iterator[list[int]]:
    r"""Cut a document into windows.

    Args:
        words: The document's tokens, white space tokens included.

    Yields:
        The indices of each window's tokens, in order.

    >>> list(cut_windows(["Hun", "dro", ".", "Han", "ble", "."]))
    [[0, 1, 2], [3, 4, 5]]
    >>> list(cut_windows(["Oslo", "\n", "Bergen"]))
    [[0], [2]]
    """
    window: list[int] = []
    ended = False
    for index, word in enumerate(words):
        if word.isspace():
            if window and (len(word) >= GAP or not GAPS.isdisjoint(word)):
                yield window
                window, ended = [], False
            continue
        closes = ended and word in CLOSERS
        if window and ((ended and not closes and not word[:1].islower()) or len(window) >= LONGEST):
            yield window
            window = []
        window.append(index)
        ended = closes or word in ENDINGS
    if window:
        yield window


def group_lengths(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Neighbouring windows in groups of about so many tokens, at least one window each.

    >>> list(group_lengths([3, 3, 9, 1], 6))
    [[3, 3], [9], [1]]
    """
    group: list[int] = []
    for length in lengths:
        if group and sum(group) + length > most:
            yield group
            group = []
        group.append(length)
    if group:
        yield group
