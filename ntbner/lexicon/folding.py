"""The key under which spellings of one form are looked up.

Case, accents, apostrophes, hyphens and spaces do not count, and å/aa, æ/ä/ae and ø/ö/oe
are one letter each (*Århus* and *Aarhus*). Romanisations are not folded here: that is
what the skeleton in ``ntbner.names`` is for.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from ntbner.characters import APOSTROPHES, DASHES, INVISIBLE, PLAIN_LETTERS

_KEY: Final = str.maketrans(
    dict.fromkeys(f"{APOSTROPHES}{INVISIBLE}.", "") | dict.fromkeys(DASHES, " ") | PLAIN_LETTERS
)
"""Letters to plain ones, punctuation that spellings differ in away."""


@lru_cache(maxsize=65536)
def fold_form(form: str) -> str:
    """The look-up key of a form.

    Args:
        form: A name as it is written.

    Returns:
        Its key: lower case, unaccented, single spaces. Empty for a form without letters
        or digits.

    >>> fold_form("ÅRHUS"), fold_form("Aarhus"), fold_form("Guinea-Bissau")
    ('aarhus', 'aarhus', 'guinea bissau')
    """
    if form.isascii() and form.isalpha():
        return form.lower()
    key = _fold_once(form)
    if form.isascii():
        return key
    while (again := _fold_once(key)) != key:
        key = again
    return key


def _fold_once(form: str) -> str:
    """One pass; what a compatibility character stands for (… and ½) takes another."""
    text = unicodedata.normalize("NFC", form).casefold().translate(_KEY)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(text.split())
