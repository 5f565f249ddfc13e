"""Names of places: the words in them that say what a place is, and may be left out."""

from __future__ import annotations

from collections.abc import Sequence

from ntbner.names.words import GENERIC_OPENINGS, GENERIC_PLACES


def strip_generic(words: Sequence[str]) -> Sequence[str]:
    """The words of a place's name without those that say what it is.

    Args:
        words: Words in plain small letters.

    >>> strip_generic(["lillevik", "kommune"]), strip_generic(["republic", "of", "fjordland"])
    (['lillevik'], ['fjordland'])
    >>> strip_generic(["kommune"]), strip_generic(["lillevik"])
    (['kommune'], ['lillevik'])
    """
    if len(words) > 1 and words[-1] in GENERIC_PLACES:
        return words[:-1]
    for end in range(1, len(words)):
        if " ".join(words[:end]) in GENERIC_OPENINGS:
            return words[end:]
    return words
