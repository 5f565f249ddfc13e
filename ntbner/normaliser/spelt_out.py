"""Acronyms that a text spells out: in brackets beside the long form, or letter for letter.

An acronym that stands in brackets beside a long form belongs to it. Elsewhere it belongs to the
one long form in the text that it can be read off (:mod:`ntbner.normaliser.references`), even
where the lexicon knows another that the text does not name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ntbner.names.organisation import COST_PART, is_acronym_of, reading_cost
from ntbner.normaliser.cluster import Edge
from ntbner.normaliser.context import Context
from ntbner.normaliser.name import Name, number_mentions
from ntbner.normaliser.organisations import LONGEST_ACRONYM, fits_long_form, is_acronym
from ntbner.records import ORG, Mention

SCORE_BRACKET: Final = 0.97
SCORE_READ: Final = 0.8

SHARING: Final = frozenset(
    {"association", "club", "company", "federation", "institution", "state_body"}
)
"""Kinds of the lexicon's entries whose acronyms others have as well."""

_OPENING: Final = re.compile(r"\s*[\(\[]\s*[\"«“]?\s*")
_CLOSING: Final = re.compile(r"\s*[\"»”]?\s*[\)\]]")


def join_bracketed(
    mentions: Sequence[Mention], names: Sequence[Name], context: Context
) -> Iterator[Edge]:
    """Edges between an acronym and the long form that it stands in brackets beside.

    Args:
        mentions: In the order of the text.
        names: The names of the document.
        context: The text.
    """
    if context.text is None or not any(bracket in context.text for bracket in "(["):
        return
    number_of = number_mentions(names)
    for first, second in pairwise(mentions):
        gap = context.between(first, second)
        if gap is None or _OPENING.fullmatch(gap) is None:
            continue
        if _CLOSING.match(context.following(second)) is None:
            continue
        a, b = number_of[id(first)], number_of[id(second)]
        long, short = sorted((a, b), key=lambda n: (-len(names[n].key), n))
        if _initials_fit(names[short], names[long]):
            detail = f"in brackets beside '{names[long].form}'"
            yield Edge(short, long, "bracketed_acronym", detail, SCORE_BRACKET)


def join_read(names: Sequence[Name]) -> Iterator[Edge]:
    """Edges from an acronym to the long form in the text that begins with its letters, word for
    word, where the lexicon knows another that the text does not name (*NSF*, *Norges
    Seilforbund*).
    """
    shorts = [number for number, name in enumerate(names) if _may_be_others(name)]
    if not shorts:
        return
    known = Counter(entry.id for name in names for entry in name.entries)
    bodies = [n for n, name in enumerate(names) if name.type == ORG and len(name.words) > 1]
    for short in shorts:
        if any(known[entry.id] > 1 for entry in names[short].entries):
            continue
        for long in bodies:
            if _is_read_off(names[short], names[long]):
                detail = f"acronym of '{names[long].form}', known as another's"
                yield Edge(short, long, "acronym", detail, SCORE_READ)


def _may_be_others(name: Name) -> bool:
    """Whether a name is an acronym that the lexicon knows, as one that others may have too."""
    is_known = name.type == ORG and bool(name.entries)
    return is_known and is_acronym(name) and all(e.kind in SHARING for e in name.entries)


def _is_read_off(short: Name, long: Name) -> bool:
    """Whether an acronym has a letter of each word, and of parts of compounds, and no other; and
    is none of the words itself (*LG*, *LG G5*).
    """
    if short.key in long.words:
        return False
    return fits_long_form(short, long) and reading_cost(short.form, long.form) <= COST_PART


def _initials_fit(short: Name, long: Name) -> bool:
    """A looser test than elsewhere: brackets already say that they belong together."""
    if short.type != long.type or len(long.key) < 2 * len(short.key):
        return False
    if not is_acronym(short) and not _is_short_word(short):
        return False
    letters = short.key.replace(" ", "")
    return is_acronym_of(short.form, long.form) or (
        letters[0] == long.key[0] and _is_subsequence(letters, long.key)
    )


def _is_short_word(name: Name) -> bool:
    """Whether an organisation's name may be an acronym written as a word (*Sirus*, *A-hus*)."""
    is_word = " " not in name.form and len(name.form) <= LONGEST_ACRONYM
    return name.type == ORG and is_word and name.form[0].isupper()


def _is_subsequence(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
