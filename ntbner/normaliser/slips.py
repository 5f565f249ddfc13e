"""Slips: a form that is one letter from another which the text has more often."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz.distance import OSA

from ntbner.lexicon.categories import listed
from ntbner.normaliser.cluster import Edge
from ntbner.normaliser.name import Name
from ntbner.normaliser.person_parts import gather_surnames, have_bearers
from ntbner.records import PER, TYPES

SCORE_SLIP: Final = 0.7

SHORTEST_SLIP: Final = 6
"""Letters of the shortest name in which one wrong letter is taken for a typing error; of the
wrong form, one less (*Romey* for *Romney*)."""

ENDINGS: Final = "sk"
"""Letters that make another word at the end of one: a plural, an adjective."""


def join_slips(names: Sequence[Name]) -> Iterator[Edge]:
    """Edges from a form that occurs once to a frequent one that differs by one letter.

    Names meet that begin with the same letter.
    """
    uses = _count_uses(names)
    frequent: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        if uses[number] > 1 and len(name.key) >= SHORTEST_SLIP and name.type in TYPES:
            frequent[name.type, name.key[0]].append(number)
    found = [
        (rare, other)
        for rare, name in enumerate(names if frequent else ())
        if name.count == 1 and len(name.key) >= SHORTEST_SLIP - 1
        for other in frequent.get((name.type, name.key[0]), ())
        if names[other].count > 1 or uses[other] > uses[rare]
        if abs(len(names[other].key) - len(name.key)) <= 1 and _is_slip(name, names[other])
    ]
    borne = gather_surnames(names) if found else frozenset()
    for rare, other in found:
        if not have_bearers(names[rare], names[other], borne):
            detail = f"one letter from '{names[other].form}', written {uses[other]} times"
            yield Edge(rare, other, "slip", detail, SCORE_SLIP)


def _count_uses(names: Sequence[Name]) -> list[int]:
    """How often each name is written; of a person's full name, its last word by itself too."""
    lasts: Counter[str] = Counter()
    for name in names:
        if name.type == PER and name.words:
            lasts[name.words[-1]] += name.count
    return [lasts[name.words[-1]] if name.is_full else name.count for name in names]


def _differ_in_ending(a: str, b: str) -> bool:
    """Whether two forms differ by what endings do, not slips: in their last letter, or by an *s*
    or *k* more (*Titan*, *Titans*; *Arktis*, *arktisk*).
    """
    short, long = sorted((a, b), key=len)
    return a[:-1] == b[:-1] or (long[:-1] == short and long[-1] in ENDINGS)


def _is_slip(rare: Name, frequent: Name) -> bool:
    """Whether a rare form is a slip for a frequent one: no name in its own right."""
    if OSA.distance(rare.key, frequent.key, score_cutoff=1) > 1:
        return False
    if rare.entries or any(map(str.isdigit, rare.key)):
        return False
    if rare.key[-1:] != frequent.key[-1:] and _differ_in_ending(rare.key, frequent.key):
        return False
    changed = [word for word in rare.form.split() if word not in frequent.form.split()]
    return not (rare.type == PER and all(map(listed, changed)))
