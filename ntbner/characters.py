"""Characters that one name is written with in several ways, for all who compare names.

What is done about them differs: the lexicon's key drops apostrophes
(:mod:`ntbner.lexicon.folding`), a name that is compared keeps one kind
(:mod:`ntbner.names.text`), a text that is tagged loses what cannot be seen
(:mod:`ntbner.reading`).
"""

from __future__ import annotations

from typing import Final

APOSTROPHES: Final = "'’‘‛ʼʻʽʾʿʹ′`´＇"
"""Characters used as apostrophe, ayn, hamza or soft sign (Unicode 15, blocks General
Punctuation and Spacing Modifier Letters)."""

DASHES: Final = "-‐‑‒–—―−﹣－"
"""Characters used as hyphen or dash."""

QUOTES: Final = '"“”„‟«»‹›〝〞＂'
"""Characters used as quotation marks."""

INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
"""Soft hyphen, zero-width characters and direction marks: nothing a reader sees."""

PLAIN_LETTERS: Final = {
    "æ": "ae",
    "ä": "ae",
    "ǽ": "ae",
    "ø": "oe",
    "ö": "oe",
    "ő": "o",
    "ǿ": "oe",
    "å": "aa",
    "œ": "oe",
    "þ": "th",
    "ð": "d",
    "đ": "d",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "ŋ": "n",
    "ŧ": "t",
    "ß": "ss",
    "ə": "a",
}
"""Letters that Unicode does not decompose, or that Norwegian reads as two, in plain ones."""
