"""The text around mentions: neighbouring words, brackets, and how far apart things stand.

Everything here answers ``None`` or nothing where there is no text, or where a mention's
offsets do not point into it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from ntbner.records import Mention

WINDOW: Final = 48
"""Characters read on each side of a mention: enough for a long Norwegian word."""

_SENTENCE_END: Final = re.compile(
    r"[.!?:\n](?:(?<=\n)\n*|[.!?:]*[\"'»”’)]*\s+(?=[\"«“‘'(–-]*\s*[A-ZÆØÅ0-9]))"
)
"""A line's end, or a mark before a capital or a number; its first character stands alone so
that the engine skips to it."""

_WORD_BEFORE: Final = re.compile(r"(\S+)\s*\Z")
_WORD_BEHIND: Final = re.compile(r"\s*([\w]+(?:[-.'’]\w+)*|\S)")


class Context:
    """A text that can be asked about the surroundings of its mentions.

    Args:
        text: The caller's text; ``None`` where there is none.
    """

    def __init__(self, text: str | None) -> None:
        self.text = text

    def holds(self, mention: Mention) -> bool:
        """Whether the mention's offsets point at its text."""
        return self.text is not None and self.text.startswith(mention.text, mention.start)

    def words_around(self, mention: Mention) -> tuple[str | None, str | None]:
        """The word before a mention and the word or mark behind it.

        >>> Context("ifølge Iraks regjering").words_around(Mention(7, 12, "Iraks", "LOC"))
        ('ifølge', 'regjering')
        """
        if self.text is None or not self.holds(mention):
            return None, None
        before = _WORD_BEFORE.search(self.text[max(0, mention.start - WINDOW) : mention.start])
        behind = _WORD_BEHIND.match(self.text, mention.end, mention.end + WINDOW)
        return before[1] if before else "", behind[1] if behind else ""

    def between(self, first: Mention, second: Mention) -> str | None:
        """What stands between two mentions that follow each other closely."""
        if self.text is None or not (self.holds(first) and self.holds(second)):
            return None
        if not 0 <= second.start - first.end <= WINDOW:
            return None
        return self.text[first.end : second.start]

    def following(self, mention: Mention) -> str:
        """The characters behind a mention."""
        if self.text is None or not self.holds(mention):
            return ""
        return self.text[mention.end : mention.end + WINDOW]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [] if self.text is None else [m.end() for m in _SENTENCE_END.finditer(self.text)]

    def sentences_before(self, earlier: Mention, later: Mention) -> int | None:
        """How many sentences one mention stands before another; negative if behind it.

        >>> context = Context("Bashar al-Assad taper. Russland rykker inn. Assad er borte.")
        >>> context.sentences_before(Mention(0, 15, "Bashar al-Assad", "PER"),
        ...                          Mention(44, 49, "Assad", "PER"))
        2
        """
        if not (self.holds(earlier) and self.holds(later)):
            return None
        ends = self._sentence_ends
        return bisect_right(ends, later.start) - bisect_right(ends, earlier.start)


def describe_distance(sentences: int | None) -> str:
    """A distance in words, to stand behind a reason.

    >>> describe_distance(2), describe_distance(0), describe_distance(-1), describe_distance(None)
    (', 2 sentences before', ', in the same sentence', ', 1 sentence after', '')
    """
    if sentences is None:
        return ""
    if sentences == 0:
        return ", in the same sentence"
    unit = "sentence" if abs(sentences) == 1 else "sentences"
    return f", {abs(sentences)} {unit} {'before' if sentences > 0 else 'after'}"
