"""Which names of a pool are worth comparing: keys under which the forms of one name meet.

A name has several keys, and two names are compared where they share one. Keys are made of
what survives respelling: skeletons of words, first sounds, groups of given names, entries
of the lexicon, initials. A block under one key may be large (*Hansen*); it is then sorted,
and each name meets its neighbours alone, so that time grows with names, not with pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz.distance import OSA

from ntbner.lexicon.categories import Category, listed
from ntbner.names.equivalents import find_groups
from ntbner.names.skeleton import word_skeleton
from ntbner.normaliser.pairs.bodies import read_body
from ntbner.normaliser.pairs.likeness import NAME_BITS
from ntbner.normaliser.pairs.parsed import Parsed
from ntbner.normaliser.pairs.people import read_person
from ntbner.normaliser.pairs.places import read_place
from ntbner.records import LOC, ORG, PER

LARGEST_BLOCK: Final = 12
"""Names up to which all pairs of a block are compared (66 comparisons)."""
WINDOW: Final = 4
"""Neighbours that a name of a larger block meets in each of its orders."""
SHORTEST_SKELETON: Final = 4
"""Consonants of the shortest skeleton that is also filed with one left out, for slips; names
whose skeletons are shorter together are filed by the surname's first letter too."""
MOST_SLIPS: Final = 2
"""Letters by which two people's names may differ that share a word and part of another."""
MOST_APART: Final = 3
"""Letters by which other names may differ whose skeletons lack a consonant to be the same."""
MOST_WORDS: Final = 6
"""Words of a name that keys are made of; what longer names add says little."""


def file_under(kind: str, *parts: str) -> str:
    """A key: its kind and its parts. One string, as a pool has millions of them."""
    return f"{kind}|{'|'.join(parts)}"


def find_keys(parsed: Parsed, type: str, entries: Iterable[str]) -> set[str]:
    """The keys of a name.

    Args:
        parsed: The name.
        type: ``PER``, ``LOC`` or ``ORG``; other types meet by their letters alone.
        entries: Ids of the lexicon's entries that go by it.

    >>> from ntbner.normaliser.pairs.parsed import prepare
    >>> sorted(find_keys(prepare("Sotsji"), "LOC", ()) & find_keys(prepare("Sochi"), "LOC", ()))
    ['near|s', 'skeleton|s']
    """
    keys = {file_under("entry", entry) for entry in entries}
    keys.add(file_under("letters", parsed.bare))
    if type == PER:
        keys.update(_person_keys(parsed))
    elif type == LOC:
        keys.update(_place_keys(parsed))
    elif type == ORG:
        keys.update(_body_keys(parsed))
    return keys


def _person_keys(parsed: Parsed) -> Iterator[str]:
    """Surname and first sound of what stands before it; given name and part of the surname."""
    words = read_person(parsed.text).split[:MOST_WORDS]
    skeletons = [word_skeleton(word) for word in words]
    if len(words) < 2:
        yield file_under("single", *skeletons)
        return
    yield file_under("whole", word_skeleton("".join(words)))
    if len(words) > 2:
        yield file_under("words", *sorted(words))
    yield file_under("initial", skeletons[-1], words[0][0])
    for place in range(1, len(words)):
        if place < len(words) - 1 and listed(words[place].title()) & Category.GIVEN_NAME:
            continue
        for before in range(place):
            if len(words[place]) > 1 and len(words[before]) > 1:
                sounds = skeletons[place], skeletons[before]
                short = words[place][0] if sum(map(len, sounds)) < SHORTEST_SKELETON else ""
                yield file_under("name", *sounds, short)
                for group in find_groups(words[before]):
                    yield file_under("group", skeletons[place], str(group))
    if len(words[0]) > 1 and len(words[-1]) > 1:
        yield file_under("slip", words[0], words[-1][:2])
        yield file_under("slip", words[0], words[-1][-2:], "")
        yield file_under("slip", words[-1], words[0][:1], "", "")


def _place_keys(parsed: Parsed) -> Iterator[str]:
    """The words in any order, and the skeleton of the whole, a consonant left out or none."""
    words = read_place(parsed.text)
    yield file_under("words", *sorted(words))
    yield from _skeleton_keys("".join(words))


def _body_keys(parsed: Parsed) -> Iterator[str]:
    """Each word that few bodies share; all words in any order; initials."""
    body = read_body(parsed.text)
    yield file_under("core", *sorted(body.core))
    yield file_under("initials", parsed.solid if parsed.is_acronym else body.initials)
    yield from _skeleton_keys(body.plain)
    for word in sorted(body.distinctive)[:MOST_WORDS]:
        yield file_under("word", word_skeleton(word), word[:1])
    if not body.distinctive:
        for word in body.core[:MOST_WORDS]:
            yield file_under("common", *sorted({word, body.core[0]}))


def _skeleton_keys(word: str) -> Iterator[str]:
    """The skeleton, and where it is long enough, with each consonant left out."""
    skeleton = word_skeleton(word)
    yield file_under("skeleton", skeleton)
    if len(skeleton) >= SHORTEST_SKELETON:
        for place in range(len(skeleton)):
            yield file_under("near", skeleton[:place] + skeleton[place + 1 :])
    yield file_under("near", skeleton)


@dataclass(frozen=True, slots=True)
class Filed:
    """A name as it is filed.

    Attributes:
        text: The folded name, by which large blocks are sorted.
        keys: Its keys.
        length: Number of its words.
        has_initial: Whether it begins with an initial (*J. Hansen*).
        is_rare: Whether it has a word that is in no list of names, as slips have.
    """

    text: str
    keys: set[str]
    length: int
    has_initial: bool
    is_rare: bool


def file_name(parsed: Parsed, type: str, entries: Iterable[str]) -> Filed:
    """A name ready to be filed; the arguments are those of :func:`find_keys`."""
    words = read_person(parsed.text).split if type == PER else ()
    return Filed(
        parsed.text,
        find_keys(parsed, type, entries),
        len(words),
        len(words) > 1 and len(words[0]) == 1,
        type != PER or not all(listed(word.title()) & NAME_BITS for word in words),
    )


def find_pairs(names: Iterable[Filed]) -> set[tuple[int, int]]:
    """The pairs of names, by number, that share a key; of large blocks, neighbours only.

    Under loose keys (one word, or half of it) only those meet that can be the same:
    forms a few letters apart of which one is rare, or of which one has an initial.

    Returns:
        Pairs with the smaller number first.

    >>> names = [Filed("x", {"word|a"}, 1, False, True), Filed("y", {"word|a"}, 1, False, True)]
    >>> find_pairs(names)
    {(0, 1)}
    """
    texts: list[str] = []
    lengths: list[int] = []
    initials: set[int] = set()
    rare: set[int] = set()
    alone: dict[str, int] = {}
    blocks: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        texts.append(name.text)
        lengths.append(name.length)
        if name.has_initial:
            initials.add(number)
        if name.is_rare:
            rare.add(number)
        for key in name.keys:
            first = alone.setdefault(key, number)
            if first != number:
                blocks.setdefault(key, [first]).append(number)
    pairs: set[tuple[int, int]] = set()
    for key, block in blocks.items():
        kind = key[: key.index("|")]
        if kind == "initial" and initials.isdisjoint(block):
            continue
        found = _meet(block, texts)
        if kind == "near":
            found = ((a, b) for a, b in found if _is_near(texts[a], texts[b], MOST_APART))
        elif kind == "slip":
            found = (
                (a, b)
                for a, b in found
                if (a in rare or b in rare) and _is_near(texts[a], texts[b], MOST_SLIPS)
            )
        elif kind == "initial":
            found = ((a, b) for a, b in found if a in initials or b in initials)
        elif kind == "whole":
            found = ((a, b) for a, b in found if lengths[a] != lengths[b])
        pairs.update((a, b) if a < b else (b, a) for a, b in found)
    return pairs


def _is_near(one: str, other: str, most: int) -> bool:
    return OSA.distance(one, other, score_cutoff=most) <= most


def _meet(block: list[int], texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """All pairs of a block, or of a large one the neighbours in two orders."""
    if len(block) <= LARGEST_BLOCK:
        yield from combinations(block, 2)
        return
    for order in (_by_start, _by_end):
        row = sorted(block, key=lambda number: order(texts[number]))
        for step in range(1, WINDOW + 1):
            yield from zip(row, row[step:], strict=False)


def _by_start(text: str) -> str:
    return text


def _by_end(text: str) -> str:
    return text[::-1]
