"""Given names: whether those of two full names can be one person's."""

from __future__ import annotations

from functools import lru_cache

from ntbner.names.origin import firmness
from ntbner.names.person import PersonName, is_initial
from ntbner.normaliser.name import make_key
from ntbner.normaliser.pairs.person_likeness import SAME_FROM, word_score


def given_agrees(a: PersonName, b: PersonName) -> bool:
    """Whether two given names can be one: the same, an initial, or another romanisation."""
    first, second = given_keys(a), given_keys(b)
    return _given_agrees(first[0], second[0], " ".join(first), " ".join(second))


def given_keys(person: PersonName) -> tuple[str, ...]:
    """Keys of given and middle names: of *C.T.* two, of *Tor-Kristian* one."""
    keys: list[str] = []
    for word in (person.given, *person.middle):
        key = make_key(word)
        keys.extend(key if is_initial(word) else (key,))
    return tuple(keys)


@lru_cache(maxsize=16_384)
def _given_agrees(a: str, b: str, all_a: str, all_b: str) -> bool:
    if a == b or is_initial(a) or is_initial(b):
        return a[:1] == b[:1]
    if a in b.split()[1:] or b in a.split()[1:]:
        return False
    if a in all_b.split() and all_a.split()[0] == a and ends_with(all_b, all_a):
        return True
    if b in all_a.split() and ends_with(all_a, all_b):
        return True
    if a.split()[0] == b.split()[0] and (" " in a) != (" " in b):
        return _second_agrees(all_a, all_b)
    return given_alike(a, b)


def _second_agrees(a: str, b: str) -> bool:
    """Whether second given names can be one, where both names have one: *Jong-un, Jong Un* can,
    *Jong-il, Jong Un* cannot.
    """
    seconds = a.split()[1:2] + b.split()[1:2]
    return len(seconds) < 2 or abbreviates(*seconds)


def given_alike(a: str, b: str) -> bool:
    """Whether two given names are one name in two spellings; siblings' names are not.

    >>> given_alike("vasilij", "vasily"), given_alike("stein", "svein")
    (True, False)
    """
    return word_score(a, b, round((firmness(a) + firmness(b)) / 2)) >= SAME_FROM


def ends_with(whole: str, part: str) -> bool:
    """Whether the last words of a key are those of another."""
    return whole.endswith(f" {part}") or whole == part


def abbreviates(a: str, b: str) -> bool:
    """Whether one key is the other's initial, or another spelling of it."""
    return a[:1] == b[:1] and (is_initial(a) or is_initial(b) or given_alike(a, b))
