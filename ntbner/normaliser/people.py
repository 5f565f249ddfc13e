"""People: when two names are one person, and when a part of a name points at its owner.

Two full names are one person where surname and given name agree, initials and left-out
middle names aside (*Carl I. Hagen*, *Carl Ivar Hagen*, *Carl Hagen*). The one that says less
may be several people's (*C. Hagen*); it is a short reference, like a surname alone. The same
surname with another given name is another person, and that is binding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from ntbner.names.equivalents import find_groups
from ntbner.names.person import is_initial
from ntbner.names.skeleton import skeleton
from ntbner.normaliser.cluster import Edge
from ntbner.normaliser.given_names import given_keys
from ntbner.normaliser.name import Name, make_key
from ntbner.normaliser.namesakes import is_slip, tell_apart
from ntbner.normaliser.person_parts import list_endings, list_given_names
from ntbner.records import PER

SCORE_GIVEN: Final = 0.9
"""Surname and given name the same, something between them left out or shortened."""
SCORE_NEAREST: Final = 0.96
SCORE_SPELLING: Final = 0.8
"""Given name or surname spelt in another way."""

SHORTEST_TYPO: Final = 5
"""Letters of the shortest word in which one wrong letter is taken for a slip: in shorter
ones it makes another name as often (*Dahl*, *Dal*)."""

SHORTEST_SKELETON: Final = 2
"""Consonants of the shortest skeleton that tells names apart."""


@lru_cache(maxsize=65_536)
def spelled_alike(a: str, b: str) -> bool:
    """Whether two words are one, romanised in two ways or with one slip.

    >>> spelled_alike("vasilij", "vasily"), spelled_alike("kristoffersen", "krisoffersen")
    (True, True)
    >>> spelled_alike("erna", "erling")
    False
    """
    if a == b:
        return True
    if min(len(a), len(b)) < SHORTEST_TYPO - 1 or a[:1].isdigit():
        return False
    key = skeleton(a)
    if key == skeleton(b) and len(key) > SHORTEST_SKELETON and a[-1:] + b[-1:] not in _SEXES:
        return OSA.distance(a, b) <= max(2, len(key) - 1)
    if min(len(a), len(b)) < SHORTEST_TYPO or a[0] != b[0]:
        return False
    return OSA.distance(a, b, score_cutoff=1) <= 1 and a[-1:] + b[-1:] not in _SEXES


_SEXES: Final = frozenset({"oa", "ao", "ea", "ae", "na", "an"})
"""Last letters that part men from women (*Mario/Maria*, *Simone/Simona*)."""


def join_full_names(names: Sequence[Name]) -> Iterator[Edge]:
    """Edges between full names of one person.

    Args:
        names: The names of a document.
    """
    blocks: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        if name.is_full:
            for key in _block_keys(name):
                blocks.setdefault(key, []).append(number)
    seen = set()
    for block in blocks.values():
        for place, a in enumerate(block):
            for b in block[place + 1 :]:
                if (a, b) in seen:
                    continue
                seen.add((a, b))
                edge = _compare_full(a, b, names[a], names[b])
                if edge is not None:
                    yield edge


def join_titled(names: Sequence[Name]) -> Iterator[Edge]:
    """Edges between names of people that only a title parts (*kong Harald*, *Harald*)."""
    first: dict[str, int] = {}
    for number, name in enumerate(names):
        if name.type != PER:
            continue
        other = first.setdefault(name.untitled_key, number)
        if other != number:
            detail = f"'{names[other].form}' but for a title"
            yield Edge(number, other, "title", detail, SCORE_GIVEN)


def join_nearest(names: Sequence[Name]) -> Iterator[Edge]:
    """Edges from surnames that stand under the full name's key (:mod:`.nearness`)."""
    full = {name.key: number for number, name in enumerate(names) if name.is_full}
    for number, name in enumerate(names):
        if name.type == PER and not name.is_full and name.key in full:
            other = full[name.key]
            detail = f"surname of '{names[other].form}', named much nearer than others who fit"
            yield Edge(number, other, "surname", detail, SCORE_NEAREST)


def _block_keys(name: Name) -> set[str]:
    """Full names meet by surname, or its skeleton, and the first sound of the given name; and
    by given name and the first sounds of the surname.

    So a thousand people of one surname, or one given name, do not all meet.
    """
    given, surname = make_key(name.person.given), make_key(name.person.surname)
    sounds, sound = skeleton(surname), skeleton(given)[:1] or given[:1]
    return {
        f"{surname} of {sound}",
        f"skeleton {sounds} of {sound}",
        f"given {given} of {sounds[:2] or surname[:1]}",
        *(f"{surname} of {group}" for group in find_groups(given)),
    }


def _compare_full(a: int, b: int, first: Name, second: Name) -> Edge | None:
    """The edge between two full names, if they are one person.

    A name that says less than another may do so of several (*Gahr Støre*, *E. Solberg*,
    *Per Hansen* of *Per Olav Hansen*): it is a short reference.
    """
    if tell_apart(first, second) is not None or _is_part(first, second):
        return None
    if says_less(first, second) or says_less(second, first):
        return None
    shorter, longer = sorted((a, b), key=lambda n: len((first, second)[n == b].key))
    other = (first, second)[longer == b]
    surnames = make_key(first.person.surname), make_key(second.person.surname)
    if surnames[0] == surnames[1]:
        detail = f"same surname and given name as '{other.form}'"
        return Edge(shorter, longer, "full_name", detail, SCORE_GIVEN)
    same_given = make_key(first.person.given) == make_key(second.person.given)
    if same_given and not is_initial(first.person.given) and is_slip(first.form, second.form):
        detail = f"other spelling of '{other.form}'"
        return Edge(shorter, longer, "spelling", detail, SCORE_SPELLING)
    return None


def pair_namesakes(names: Sequence[Name]) -> Iterator[Edge]:
    """Edges between full names with one surname and one initial, for what they nearly are."""
    first: dict[str, int] = {}
    for number, name in enumerate(names):
        if not name.is_full:
            continue
        other = first.setdefault(make_initial_key(name), number)
        if other != number:
            detail = f"same surname and initial as '{names[other].form}'"
            yield Edge(number, other, "full_name", detail, SCORE_SPELLING)


def make_initial_key(name: Name) -> str:
    """The first letter of the given name and the surname: *e solberg*."""
    return f"{make_key(name.person.given)[:1]} {make_key(name.person.surname)}"


def says_less(short: Name, long: Name) -> bool:
    """Whether a full name has only an initial, or nothing, where another has names.

    >>> from ntbner.normaliser.name import Name
    >>> names = [Name("", "PER", (), {form: 1}) for form in ("E. Solberg", "Erna Solberg")]
    >>> says_less(*names), says_less(*reversed(names))
    (True, False)
    """
    (given, *middle), (other, *others) = given_keys(short.person), given_keys(long.person)
    if is_initial(given) != is_initial(other):
        return is_initial(given)
    return _weigh(middle) < _weigh(others)


def _weigh(middle: Sequence[str]) -> tuple[int, int]:
    """How many of the middle names are written out, and how many there are."""
    return sum(not is_initial(word) for word in middle), len(middle)


def _is_part(first: Name, second: Name) -> bool:
    """Whether one name, a word shorter or more, is the end or the opening of the other."""
    short, long = sorted((first, second), key=lambda name: len(name.words))
    return short.key != long.key and short.key in (*list_endings(long), *list_given_names(long))
