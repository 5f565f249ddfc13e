"""Names inside hyphenated words: *Syria-krigen* holds *Syria*, *Aust-Agder* is one name.

A hyphenated compound ends in a small-letter Norwegian word, a hyphenated name in a
capital one. What stands before the last hyphen must itself look like a name: not a
single letter (*A-magasinet*), a compass point (*sør-koreansk*) or an everyday
abbreviation (*TV-serie*).
"""

from __future__ import annotations

import re
from typing import Final

from ntbner.characters import DASHES
from ntbner.names.words import COMMON_ABBREVIATIONS, COMPASS, PREFIXES

_HYPHEN: Final = re.compile(f"[{re.escape(DASHES)}]")


def split_compound(word: str) -> tuple[int, int] | None:
    """Where the name stands in a hyphenated compound.

    Args:
        word: A compound as it is written; a name of several words may open it
            (*Al Jazeera-regionen*).

    Returns:
        Start and end of the name within the word, or ``None`` where the word is a name
        itself or holds none.

    >>> split_compound("Syria-krigen"), split_compound("Aust-Agder"), split_compound("al-Qaida")
    ((0, 5), None, None)
    >>> split_compound("anti-IS-koalisjonen")
    (5, 7)
    """
    if word.isalnum():
        return None
    hyphens = [match.start() for match in _HYPHEN.finditer(word)]
    if not hyphens or not is_common_tail(word[hyphens[-1] + 1 :]):
        return None
    start, end = _skip_prefix(word, hyphens), hyphens[-1]
    while _is_tail_of_name(word, hyphens, start, end):
        end = max(hyphen for hyphen in hyphens if hyphen < end)
    return (start, end) if looks_like_name(word[start:end]) else None


def is_common_tail(tail: str) -> bool:
    """Whether the part behind the last hyphen is a small-letter word, not a genitive *s*."""
    letters = tail.strip("'’")
    return len(letters) > 1 and letters[0].islower() and letters.isalpha() and letters == tail


def _skip_prefix(word: str, hyphens: list[int]) -> int:
    """Where the name starts behind *anti-*, *eks-*, *pro-* …"""
    first = hyphens[0]
    return first + 1 if len(hyphens) > 1 and word[:first].lower() in PREFIXES else 0


def _is_tail_of_name(word: str, hyphens: list[int], start: int, end: int) -> bool:
    """Whether what stands before ``end`` ends in another common word (*IS-leder-saken*)."""
    before = [hyphen for hyphen in hyphens if start < hyphen < end]
    return bool(before) and is_common_tail(word[before[-1] + 1 : end])


def looks_like_name(left: str) -> bool:
    """Whether the part before the hyphen can be a name.

    >>> looks_like_name("Al Jazeera"), looks_like_name("TV"), looks_like_name("Sør")
    (True, False, False)
    """
    core = left.strip()
    if sum(map(str.isalpha, core)) < 2 or core == core.lower():
        return False
    first = core.split()[0]
    opening = first[0].isupper() or (first.islower() and " " in core) or _has_article(first)
    return (
        opening
        and core not in COMMON_ABBREVIATIONS
        and core.lower() not in COMPASS
        and core.lower() not in PREFIXES
    )


def _has_article(word: str) -> bool:
    """*al-Qaida*: a small article, a hyphen and a capital."""
    head, _, rest = word.partition("-")
    return head.islower() and rest[:1].isupper()
