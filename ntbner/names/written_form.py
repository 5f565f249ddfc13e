"""Bokmål and Nynorsk spellings of one word: *Høgskulen, Høyskolen*; *Austerrike, Østerrike*.

A key, not a translation: parts of words that differ by rule are written the Bokmål way on
both sides of a comparison, right or wrong, so that the two forms of a name meet.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ntbner.names.words import WRITTEN_FORMS

_REPLACEMENTS: Final = dict(WRITTEN_FORMS)
_PATTERN: Final = re.compile(
    "|".join(
        re.escape(old).replace(r"\$", "$")
        for old, _ in sorted(WRITTEN_FORMS, key=lambda pair: (-len(pair[0]), pair))
    )
)


@lru_cache(maxsize=65_536)
def written_form_key(word: str) -> str:
    """The word with parts that differ between the written forms in Bokmål.

    Args:
        word: A word in plain lower-case letters (:func:`ntbner.names.text.fold_letters`).

    >>> written_form_key("hoegskulen") == written_form_key("hoeyskolen")
    True
    """
    return _PATTERN.sub(_replace, word)


def _replace(match: re.Match[str]) -> str:
    found = match[0]
    at_end = _REPLACEMENTS.get(f"{found}$") if match.end() == len(match.string) else None
    return at_end or _REPLACEMENTS[found]
