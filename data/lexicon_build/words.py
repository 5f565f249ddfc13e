"""From entries and word lists to ``words.txt``: word → categories."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from lexicon_build.rows import Row

BITS = {
    "COUNTRY": 1 << 0,
    "CITY": 1 << 1,
    "REGION": 1 << 2,
    "WATER": 1 << 3,
    "GIVEN_NAME": 1 << 4,
    "SURNAME": 1 << 5,
    "ORGANISATION": 1 << 6,
    "ORG_WORD": 1 << 7,
    "PARTY": 1 << 8,
    "MEDIA": 1 << 9,
    "INHABITANT": 1 << 10,
    "TITLE": 1 << 11,
    "PLACE_NOUN": 1 << 12,
    "COMPANY": 1 << 13,
    "PLACE_WORD": 1 << 14,
    "CLUB": 1 << 15,
    "COMMON": 0,
}
"""The members of :class:`ntbner.lexicon.Category`; a test compares the two."""

KIND_BITS = {
    "country": "COUNTRY",
    "capital": "CITY",
    "city": "CITY",
    "district": "CITY",
    "municipality": "CITY",
    "county": "REGION",
    "region": "REGION",
    "water": "WATER",
    "party": "PARTY",
    "media": "MEDIA",
    "company": "COMPANY",
    "club": "CLUB",
}
"""The category of a whole name; every other kind is an ``ORGANISATION``."""

SMALL_WORDS = frozenset(
    "og i på av for til ved med mot om den det de der the of and in for du de des la le les el "
    "los del al von van der und et à y da do dos e a an nye norsk norske norges norge noregs "
    "noreg".split()
)
"""Words inside names that say nothing about the name's type."""
SHORTEST_ORG_WORD = 5
"""Letters of a word in lower case inside an organisation's name (*Statens vegvesen*)."""

WORD = re.compile(r"[^\s(),/]+")


def word_masks(rows: Iterable[Row], lists: Iterable[tuple[str, Iterable[str]]]) -> dict[str, int]:
    """Every word of the lexicon with its mask."""
    masks: dict[str, int] = {}

    def add(word: str, category: str) -> None:
        masks[word] = masks.get(word, 0) | BITS[category]

    for category, words in lists:
        for word in words:
            add(word.capitalize() if category == "COMMON" else word, category)
    common = frozenset(word for category, words in lists if category == "COMMON" for word in words)
    for row in rows:
        if row.features == "none":
            continue
        whole = KIND_BITS.get(row.kind, "ORGANISATION")
        inner = "PLACE_WORD" if row.type == "LOC" else "ORG_WORD"
        for form in row.forms:
            if form in row.silent:
                continue
            words = WORD.findall(form)
            if len(words) == 1 and (row.features == "all" or _is_name(words[0], common)):
                add(words[0], whole)
            if len(words) == 1 or row.features == "whole":
                continue
            for word in words:
                if _tells(word, row.type):
                    add(word, inner)
        for word in row.adjectives:
            add(word, "INHABITANT")
    return masks


def _is_name(word: str, common: Collection[str]) -> bool:
    """Whether a word is more than an everyday word with a capital (*Fem*, *Front*)."""
    return len(word) > 1 and word.lower() not in common


def _tells(word: str, type: str) -> bool:
    if word.lower() in SMALL_WORDS or len(word) < 2 or not word[0].isalpha():
        return False
    return word[0].isupper() or (type == "ORG" and len(word) >= SHORTEST_ORG_WORD)


def write_words(masks: dict[str, int]) -> str:
    """The file: for each mask a line ``#mask``, then its words, sorted."""
    blocks: dict[int, list[str]] = {}
    for word, mask in masks.items():
        blocks.setdefault(mask, []).append(word)
    lines = []
    for mask in sorted(blocks):
        lines += [f"#{mask}", *sorted(blocks[mask])]
    return "\n".join(lines) + "\n"
