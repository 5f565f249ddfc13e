"""Namesakes: why two people with like names are two."""

from __future__ import annotations

from functools import lru_cache

from ntbner.names.person import PersonName, is_initial
from ntbner.names.words import JUNIOR, PRINCES
from ntbner.normaliser.given_names import abbreviates, ends_with, given_agrees, given_keys
from ntbner.normaliser.name import Name, make_key
from ntbner.normaliser.pairs.parsed import prepare
from ntbner.normaliser.pairs.people import judge_people
from ntbner.normaliser.pairs.verdict import SAME
from ntbner.normaliser.person_parts import list_endings, list_nicknames


def tell_apart(a: Name, b: Name) -> str | None:
    """Why two names cannot be one person, or ``None``.

    Kings are told apart by number, fathers and sons by *sr.* and *jr.* Otherwise only two full
    names can be: a bare surname may be anybody's.
    """
    first, second = _suffixes(a), _suffixes(b)
    if first and second and first != second:
        return "different number or suffix"
    if (second and _is_prince(a)) or (first and _is_prince(b)):
        return "prince and king"
    if not (a.is_full and b.is_full) or a.key == b.key:
        return None
    if _is_father(a, b) or _is_father(b, a):
        return "father and son"
    short, long = sorted((a, b), key=lambda name: len(name.words))
    if ends_with(long.key, short.key) and short.key in list_endings(long):
        return None  # *Ben Ali* says nothing that *Zine al-Abidine Ben Ali* does not
    if make_key(a.person.given) in list_nicknames(b) or make_key(b.person.given) in list_nicknames(
        a
    ):
        return None
    agrees = given_agrees(a.person, b.person)
    why = _middle_apart(a.person, b.person) if agrees else "different given name"
    return None if why is None or is_slip(a.form, b.form) else why


@lru_cache(maxsize=16_384)
def is_slip(a: str, b: str) -> bool:
    """Whether the comparison takes two full names for one though a word is spelt otherwise."""
    return judge_people(*map(prepare, sorted((a, b)))).judgement is SAME


def _is_prince(name: Name) -> bool:
    """Whether somebody is called a prince or princess, who has no number yet."""
    return bool(PRINCES.intersection(map(str.lower, name.person.title)))


def _is_father(a: Name, b: Name) -> bool:
    """Whether one is named without a suffix before another is with *jr.* or the like.

    Who is *jr.* when first named may lose it later (*Martin Luther King*).
    """
    if a.person.suffix or not JUNIOR & _suffixes(b) or a.person.core != b.person.core:
        return False
    return _first_place(a) < _first_place(b)


def _first_place(name: Name) -> int:
    return min((mention.start for mention in name.mentions), default=0)


def _suffixes(name: Name) -> set[str]:
    """*v* of *Harald V*, *jr* of *Martin Luther King jr.*"""
    return set(map(make_key, name.person.suffix))


def _middle_apart(a: PersonName, b: PersonName) -> str | None:
    """*Per Olav Hansen* is not *Per Arne Hansen*, *George W. Bush* not *George H.W. Bush*."""
    (given_a, *first), (given_b, *second) = given_keys(a), given_keys(b)
    if not first or not second or not abbreviates(given_a, given_b):
        return None
    if all(map(is_initial, (*first, *second))):
        same = all(x == y for x, y in zip(first, second, strict=False))
        return None if same else "different initials"
    if any(abbreviates(x, y) for x in first for y in second):
        return None
    if ends_with(make_key(b.core), make_key(a.core)) or set(first) & set(second):
        return None
    return "different middle name"
