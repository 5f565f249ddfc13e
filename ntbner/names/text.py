"""Cleaning a name for comparison: the characters that carry no meaning.

The same name reaches us composed and decomposed, with curly and straight apostrophes,
with non-breaking spaces, soft hyphens and en dashes. :func:`fold` irons those out and
keeps everything that a reader would see as a difference: case, accents, letters.
:func:`fold_letters` goes on to case and letters: the Norwegian, Swedish, Danish and
German ways to write æ, ø and å become one, accents fall.

Neither keeps offsets: they are for comparing, never for cutting the caller's string.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from ntbner.characters import APOSTROPHES, DASHES, INVISIBLE, PLAIN_LETTERS, QUOTES

_CLEAN: Final = (
    dict.fromkeys(map(ord, APOSTROPHES), "'")
    | dict.fromkeys(map(ord, DASHES), "-")
    | dict.fromkeys(map(ord, QUOTES), '"')
    | dict.fromkeys(map(ord, INVISIBLE), None)
)

_PLAIN: Final = str.maketrans(PLAIN_LETTERS)


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """The text with one kind of apostrophe, dash, quotation mark and space, composed.

    Args:
        text: A name as it is written.

    Returns:
        NFC text with ``'``, ``-``, ``"`` and single spaces, without invisible characters
        and without blanks at its ends. Folding twice changes nothing more.

    >>> fold("Hashd  al‑Sha’abi")
    "Hashd al-Sha'abi"
    """
    if text.isascii():
        cleaned = text.translate(_CLEAN) if "`" in text else text
        return " ".join(cleaned.split())
    composed = unicodedata.normalize("NFC", text.translate(_CLEAN))
    return " ".join(composed.translate(_CLEAN).split())


@lru_cache(maxsize=65_536)
def fold_letters(text: str) -> str:
    """The text in lower case with plain letters: æ and ä become *ae*, å *aa*, é *e*.

    Args:
        text: A name as it is written.

    Returns:
        The folded text; most often ASCII for names in Latin script.

    >>> fold_letters("Ålesund") == fold_letters("Aalesund")
    True
    >>> fold_letters("Milošević")
    'milosevic'
    """
    lowered = fold(text).casefold()
    if lowered.isascii():
        return lowered
    spelled = unicodedata.normalize("NFC", lowered).translate(_PLAIN)
    parts = unicodedata.normalize("NFD", spelled)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return fold(bare)


_BARE_LETTERS: Final = _PLAIN | str.maketrans(
    {"æ": "ae", "ä": "a", "ö": "o", "ø": "o", "å": "a", "œ": "oe", "ǿ": "o"}
)


@lru_cache(maxsize=65_536)
def drop_marks(text: str) -> str:
    """The text in lower case as who has no Norwegian keyboard writes it: ø is *o*, å is *a*.

    >>> drop_marks("Måsøy"), drop_marks("Växjö"), drop_marks("Bjørn Dæhlie")
    ('masoy', 'vaxjo', 'bjorn daehlie')
    """
    lowered = fold(text).casefold()
    if lowered.isascii():
        return lowered
    parts = unicodedata.normalize("NFD", lowered.translate(_BARE_LETTERS))
    return "".join(part for part in parts if not unicodedata.combining(part))


def is_all_capitals(text: str) -> bool:
    """Whether the text has two letters or more and none of them is small.

    >>> is_all_capitals("RAWA"), is_all_capitals("NTBs"), is_all_capitals("A")
    (True, False, False)
    """
    return text.isupper() and sum(map(str.isalpha, text)) >= 2
