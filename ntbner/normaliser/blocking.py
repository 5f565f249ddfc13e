"""Which names of a pool are worth comparing: keys under which the forms of one name meet.

A name has several keys, and two names are compared where they share one. Keys are made of
what survives respelling: skeletons of words, first sounds, groups of given names, entries
of the lexicon, initials. A block under one key may be large (*Hansen*); it is then sorted,
and each name meets its neighbours alone, so that time grows with names, not with pairs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations
from typing import Final

from rapidfuzz.distance import OSA

from ntbner.lexicon.categories import listed
from ntbner.names.equivalents import find_groups
from ntbner.names.skeleton import sound_out, word_skeleton
from ntbner.normaliser.pairs.body_words import read_body
from ntbner.normaliser.pairs.gate import may_be_one
from ntbner.normaliser.pairs.likeness import FIRM_FROM, GIVEN_BIT, NAME_BITS, pair_firmness
from ntbner.normaliser.pairs.parsed import Parsed
from ntbner.normaliser.pairs.person_words import (
    Words,
    is_family_name_first,
    read_person,
)
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

RESPELLINGS: Final = (("ch", "kh"), ("kh", "h"))
"""Letters of romanised names that are others elsewhere, and no class of a skeleton."""


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
        person = read_person(parsed.text)
        keys.update(file_under("letters", reading) for reading in person.pinyin)
        for words in _respell(person.split[:MOST_WORDS], parsed):
            keys.update(_person_keys(words))
    elif type == LOC:
        keys.update(_place_keys(parsed))
    elif type == ORG:
        keys.update(_body_keys(parsed))
    return keys


def _respell(words: tuple[str, ...], parsed: Parsed) -> Iterator[tuple[str, ...]]:
    """The words of a person's name, and as they may stand in another spelling's keys.

    *Orbán Viktor* is filed as *Viktor Orbán* too, *Michail* as *Mikhail*, *Khristo* as *Hristo*.
    """
    yield words
    if len(words) == 2 and is_family_name_first(words):
        yield words[::-1]
    if parsed.firmness < FIRM_FROM:
        for old, new in RESPELLINGS:
            if old in parsed.solid:
                yield tuple(word.replace(old, new) for word in words)


def _person_keys(words: tuple[str, ...]) -> list[str]:
    """Surname and first sound of what stands before it; given name and part of the surname."""
    skeletons = [word_skeleton(word) for word in words]
    if len(words) < 2:
        return [file_under("single", *skeletons)]
    first, last = words[0], words[-1]
    keys = [
        f"whole|{sound_out(''.join(words))}|{first[0]}",
        f"initial|{skeletons[-1]}|{first[0]}",
    ]
    if len(words) > 2:
        keys.append(file_under("words", *sorted(words)))
    for place in range(1, len(words)):
        if len(words[place]) == 1:
            continue
        if place < len(words) - 1 and listed(words[place].title()) & GIVEN_BIT:
            continue
        surname = skeletons[place]
        for before in range(place):
            if len(words[before]) > 1:
                given = skeletons[before]
                short = words[place][0] if len(surname) + len(given) < SHORTEST_SKELETON else ""
                keys.append(f"name|{surname}|{given}|{short}")
                keys += [f"group|{surname}|{group}" for group in find_groups(words[before])]
    if len(first) > 1 and len(last) > 1:
        count = len(words)
        keys += (
            f"slip|{first}|{last[:2]}|{count}",
            f"slip|{first}||{last[-2:]}|{count}",
            f"slip|{last}|{first[0]}|{count}",
        )
    return keys


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
        person: The words of a person's name; ``None`` for other types.
        is_rare: Whether it has a word that is in no list of names, as slips have.
        is_known: Whether the lexicon has it, and so says itself which known names are it.
        firmness: Mean log-odds that its words have a spelling of their own.
    """

    text: str
    keys: set[str]
    person: Words | None = None
    is_rare: bool = True
    is_known: bool = False
    firmness: float = 0.0


def file_name(parsed: Parsed, type: str, entries: Collection[str]) -> Filed:
    """A name ready to be filed; the arguments are those of :func:`find_keys`."""
    keys = find_keys(parsed, type, entries)
    if type != PER:
        return Filed(parsed.text, keys, is_known=bool(entries))
    person = read_person(parsed.text)
    is_rare = not all(listed(word.title()) & NAME_BITS for word in person.split)
    return Filed(parsed.text, keys, person, is_rare, bool(entries), parsed.firmness)


def find_pairs(names: Iterable[Filed]) -> set[tuple[int, int]]:
    """The pairs of names, by number, that share a key and may be the same.

    Of large blocks, neighbours only. Two names that the lexicon has meet under its entries
    and by their letters alone. Under loose keys (one word, or half of it) only those meet
    that can be the same: forms a few letters apart of which one is rare, or of which one
    has an initial. People must pass :func:`~ntbner.normaliser.pairs.gate.may_be_one`.

    Returns:
        Pairs with the smaller number first.

    >>> find_pairs([Filed("x", {"word|a"}), Filed("y", {"word|a"}), Filed("z", {"word|b"})])
    {(0, 1)}
    """
    pool = _gather(names)
    texts, people = pool.texts, pool.people
    lengths = [0 if words is None else len(words.split) for words in people]
    needed = {
        "entry": None,
        "letters": None,
        "slip": pool.rare,
        "initial": [words is not None and _has_initial(words.split) for words in people],
    }
    sure: set[tuple[int, int]] = set()
    loose: set[tuple[int, int]] = set()
    for key, block in pool.blocks.items():
        kind = key[: key.index("|")]
        of_these = needed.get(kind, pool.unknown)
        found = _meet(block, texts, of_these)
        if kind == "near":
            found = ((a, b) for a, b in found if _is_near(texts[a], texts[b], MOST_APART))
        elif kind == "slip":
            found = ((a, b) for a, b in found if _is_near(texts[a], texts[b], MOST_SLIPS))
        elif kind == "whole":
            found = ((a, b) for a, b in found if lengths[a] != lengths[b])
        pairs = sure if of_these is None else loose
        pairs.update((a, b) if a < b else (b, a) for a, b in found)
    sure.update(pair for pair in sorted(loose) if pool.may_be_one(*pair))
    return sure


def _has_initial(words: Sequence[str]) -> bool:
    """Whether a person's name begins with an initial (*J. Hansen*)."""
    return len(words) > 1 and len(words[0]) == 1


@dataclass(slots=True)
class _Pool:
    """What is kept of names by number, and under each key that several have, their numbers."""

    texts: list[str] = field(default_factory=list)
    people: list[Words | None] = field(default_factory=list)
    rare: list[bool] = field(default_factory=list)
    unknown: list[bool] = field(default_factory=list)
    firmness: list[float] = field(default_factory=list)
    blocks: dict[str, list[int]] = field(default_factory=dict)

    def may_be_one(self, a: int, b: int) -> bool:
        """Whether two names may be the same, if they are people's; any others may."""
        one, other = self.people[a], self.people[b]
        mean = pair_firmness(self.firmness[a], self.firmness[b])
        return one is None or other is None or may_be_one(one, other, mean)


def _gather(names: Iterable[Filed]) -> _Pool:
    pool = _Pool()
    blocks = pool.blocks
    alone: dict[str, int] = {}
    for number, name in enumerate(names):
        pool.texts.append(name.text)
        pool.people.append(name.person)
        pool.rare.append(name.is_rare)
        pool.unknown.append(not name.is_known)
        pool.firmness.append(name.firmness)
        for key in name.keys:
            first = alone.setdefault(key, number)
            if first != number:
                blocks.setdefault(key, [first]).append(number)
    return pool


def _is_near(one: str, other: str, most: int) -> bool:
    return (
        abs(len(one) - len(other)) <= most and OSA.distance(one, other, score_cutoff=most) <= most
    )


def _meet(
    block: list[int], texts: Sequence[str], needed: Sequence[bool] | None
) -> Iterator[tuple[int, int]]:
    """All pairs of a block, or of a large one the neighbours in two orders.

    Args:
        block: Numbers of names.
        texts: Texts of all names.
        needed: Which names may be the one that each pair needs; ``None`` for any pair.
    """
    if needed is not None and not any(map(needed.__getitem__, block)):
        return
    if needed is None or all(map(needed.__getitem__, block)):
        yield from _meet_any(block, texts)
    else:
        yield from ((a, b) for a, b in _meet_any(block, texts) if needed[a] or needed[b])


def _meet_any(block: list[int], texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    if len(block) <= LARGEST_BLOCK:
        return combinations(block, 2)
    by_start = sorted(block, key=texts.__getitem__)
    by_end = sorted(block, key=lambda number: texts[number][::-1])
    return chain(_neighbours(by_start), _neighbours(by_end))


def _neighbours(row: list[int]) -> Iterator[tuple[int, int]]:
    """Each with the next few in a row."""
    return chain.from_iterable(zip(row, row[step:], strict=False) for step in range(1, WINDOW + 1))
