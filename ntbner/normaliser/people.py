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
from ntbner.names.origin import firmness
from ntbner.names.person import PersonName, is_initial
from ntbner.names.skeleton import skeleton
from ntbner.normaliser.cluster import Edge
from ntbner.normaliser.name import Name, make_key
from ntbner.normaliser.pairs.parsed import prepare
from ntbner.normaliser.pairs.people import judge_people
from ntbner.normaliser.pairs.person_likeness import SAME_FROM, word_score
from ntbner.normaliser.pairs.verdict import SAME
from ntbner.normaliser.person_parts import list_endings, list_given_names, list_nicknames
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


def given_agrees(a: PersonName, b: PersonName) -> bool:
    """Whether two given names can be one: the same, an initial, or another romanisation."""
    first, second = _given_keys(a), _given_keys(b)
    return _given_agrees(first[0], second[0], " ".join(first), " ".join(second))


def _given_keys(person: PersonName) -> tuple[str, ...]:
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
    if a in all_b.split() and all_a.split()[0] == a and _ends_with(all_b, all_a):
        return True
    if b in all_a.split() and _ends_with(all_a, all_b):
        return True
    if a.split()[0] == b.split()[0] and (" " in a) != (" " in b):
        return _second_agrees(all_a, all_b)
    return given_alike(a, b)


def _second_agrees(a: str, b: str) -> bool:
    """Whether second given names can be one, where both names have one: *Jong-un, Jong Un* can,
    *Jong-il, Jong Un* cannot.
    """
    seconds = a.split()[1:2] + b.split()[1:2]
    return len(seconds) < 2 or _abbreviates(*seconds)


def given_alike(a: str, b: str) -> bool:
    """Whether two given names are one name in two spellings; siblings' names are not.

    >>> given_alike("vasilij", "vasily"), given_alike("stein", "svein")
    (True, False)
    """
    return word_score(a, b, round((firmness(a) + firmness(b)) / 2)) >= SAME_FROM


def _ends_with(whole: str, part: str) -> bool:
    return whole.endswith(f" {part}") or whole == part


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


PRINCES: Final = frozenset({"prins", "prinsesse", "kronprins", "kronprinsesse"})
"""Titles of those who have no number as a king has."""

JUNIOR: Final = frozenset({"jr", "jr.", "junior", "jnr"})
"""Suffixes of sons, as in keys."""

_SEXES: Final = frozenset({"oa", "ao", "ea", "ae", "na", "an"})
"""Last letters that part men from women (*Mario/Maria*, *Simone/Simona*)."""


def tell_apart(a: Name, b: Name) -> str | None:
    """Why two names cannot be one person, or ``None``.

    Kings are told apart by number, fathers and sons by *sr.* and *jr.* Otherwise only two
    full names can be: a bare surname may
    be anybody's.
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
    if _ends_with(long.key, short.key) and short.key in list_endings(long):
        return None  # *Ben Ali* says nothing that *Zine al-Abidine Ben Ali* does not
    if make_key(a.person.given) in list_nicknames(b) or make_key(b.person.given) in list_nicknames(
        a
    ):
        return None
    agrees = given_agrees(a.person, b.person)
    why = _middle_apart(a.person, b.person) if agrees else "different given name"
    return None if why is None or _is_slip(a.form, b.form) else why


@lru_cache(maxsize=16_384)
def _is_slip(a: str, b: str) -> bool:
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
    (given_a, *first), (given_b, *second) = _given_keys(a), _given_keys(b)
    if not first or not second or not _abbreviates(given_a, given_b):
        return None
    if all(map(is_initial, (*first, *second))):
        same = all(x == y for x, y in zip(first, second, strict=False))
        return None if same else "different initials"
    if any(_abbreviates(x, y) for x in first for y in second):
        return None
    if _ends_with(make_key(b.core), make_key(a.core)) or set(first) & set(second):
        return None
    return "different middle name"


def _abbreviates(a: str, b: str) -> bool:
    return a[:1] == b[:1] and (is_initial(a) or is_initial(b) or given_alike(a, b))


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
    if same_given and not is_initial(first.person.given) and _is_slip(first.form, second.form):
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
    (given, *middle), (other, *others) = _given_keys(short.person), _given_keys(long.person)
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
