"""Shouting: a headline in capitals, as it would stand in running text.

In *STATSMINISTER ERNA SOLBERG GÅR AV* capitals say nothing, so the network cannot tell names
from other words. A window in capitals is read in a likely ordinary spelling: what the lexicon
has as an acronym stays, what it has as a name gets a capital, a frequent word becomes small,
and anything else is taken for a name. Token by token, so spans stay where they are.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from ntbner.lexicon.categories import Category, listed, token_categories
from ntbner.names.words import ARTICLES

FEWEST: Final = 3
"""Words of letters in the shortest window that can be a headline."""

SHARE: Final = 0.8
"""Share of them in capitals from which a window is one."""

LONGEST_ACRONYM: Final = 5
"""Letters; a headline needs one longer word, or it is a list of acronyms."""

NAMES: Final = int(
    Category.COUNTRY
    | Category.CITY
    | Category.REGION
    | Category.WATER
    | Category.GIVEN_NAME
    | Category.SURNAME
    | Category.PARTY
    | Category.MEDIA
    | Category.COMPANY
    | Category.CLUB
)
"""Classes of words that are written with a capital."""


def is_shouting(words: Sequence[str]) -> bool:
    """Whether a window is in capitals.

    >>> is_shouting(["ERNA", "SOLBERG", "GÅR", "AV"]), is_shouting(["NRK", "og", "NTB"])
    (True, False)
    """
    letters = [word for word in words if word.isalpha() and len(word) > 1]
    shouted = [word for word in letters if word.isupper()]
    return (
        len(letters) >= FEWEST
        and len(shouted) >= SHARE * len(letters)
        and any(len(word) > LONGEST_ACRONYM for word in shouted)
    )


def calm(words: Sequence[str], vocabulary: Collection[str]) -> list[str]:
    """The words of a window in capitals in their likely ordinary spelling.

    Args:
        words: The window's tokens.
        vocabulary: Frequent words, in small letters.

    >>> calm(["ERNA", "SOLBERG", "GÅR", "TIL", "NATO"], {"går", "til"})
    ['Erna', 'Solberg', 'går', 'til', 'NATO']
    """
    return [calm_word(word, vocabulary) if word.isupper() else word for word in words]


def calm_word(word: str, vocabulary: Collection[str]) -> str:
    """One word; with a hyphen, each part (*AL-ASSAD*)."""
    if "-" in word:
        return "-".join(
            part.lower() if part.lower() in ARTICLES else calm_word(part, vocabulary)
            for part in word.split("-")
        )
    named = word.capitalize()
    if len(word) < 2 or (listed(word) and len(word) <= LONGEST_ACRONYM):
        return word if len(word) > 1 else word.lower()
    if token_categories(named) & NAMES:
        return named
    return word.lower() if word.lower() in vocabulary else named
