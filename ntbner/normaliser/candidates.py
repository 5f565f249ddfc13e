"""Which names of a document are the same as they stand: the gates that admit a pair.

Nothing is compared with everything: names meet where a key brings them together (a
lexicon entry, a surname, a skeleton, a first letter and a length), and a rule with a name
then says whether they are one. Short references (*Assad*, *United*, *NVE*) are not
here: see :mod:`ntbner.normaliser.references`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from ntbner.lexicon import Lexicon
from ntbner.lexicon.categories import listed
from ntbner.names.road import road_key
from ntbner.normaliser.blocking import file_name, find_pairs
from ntbner.normaliser.cluster import Edge
from ntbner.normaliser.compare import Comparer, compare, find_comparer
from ntbner.normaliser.name import Name
from ntbner.normaliser.organisations import join_definite
from ntbner.normaliser.pairs.body_words import read_body
from ntbner.normaliser.people import (
    SHORTEST_SKELETON,
    join_full_names,
    join_nearest,
    join_titled,
    says_less,
)
from ntbner.normaliser.person_parts import gather_surnames, have_bearers
from ntbner.normaliser.slips import SHORTEST_SLIP, join_slips
from ntbner.records import LOC, ORG, PER, TYPES, Judgement

SCORE_OWN: Final = 1.0
"""What a user's own lexicon says is taken before everything else."""
SCORE_LEXICON: Final = 0.95
SCORE_LETTERS: Final = 0.85
SCORE_SKELETON: Final = 0.75
SCORE_ALIKE: Final = 0.65

SHORTEST_RARE: Final = 8
"""Letters of the shortest rare word for a person whose vowels may differ by one letter."""

LARGEST_GROUP: Final = 40
"""Names of one type and number of words up to which all pairs are looked at."""

LEAST_RESEMBLANCE: Final = 50
"""Percent of letters that two names in different spellings share, word for word, at least."""

_SOURCES: Final = {"cldr": "CLDR 48", "geonames": "GeoNames"}


def join_names(names: Sequence[Name], lexicon: Lexicon) -> Iterator[Edge]:
    """All edges between names that are the same as they stand; those that only the
    comparison finds come last.
    """
    edges = [
        *join_by_lexicon(names),
        *join_full_names(names),
        *join_titled(names),
        *join_nearest(names),
        *join_definite(names),
        *join_spacings(names),
        *join_roads(names),
        *join_romanisations(names, lexicon),
        *join_slips(names),
    ]
    yield from edges
    met = {frozenset((edge.a, edge.b)) for edge in edges}
    yield from (edge for edge in join_alike(names, lexicon) if {edge.a, edge.b} not in met)


def join_by_lexicon(names: Sequence[Name]) -> Iterator[Edge]:
    """Edges between names that the lexicon knows as one thing (*Ap*, *Arbeiderpartiet*).

    A form with several meanings of its type (*Georgia*, *UDI*) has the one that the text
    also calls by a form of one meaning (*Utlendingsdirektoratet*); else it joins nothing.
    """
    known = [[entry for entry in name.entries if entry.type == name.type] for name in names]
    first: dict[str, int] = {}
    for number, entries in enumerate(known):
        if len(entries) == 1:
            first.setdefault(entries[0].id, number)
    for number, entries in enumerate(known):
        meant = [entry for entry in entries if entry.id in first]
        if len(meant) != 1:
            continue
        (entry,) = meant
        other = first[entry.id]
        if other != number:
            source = "your own" if entry.is_own else _SOURCES.get(entry.source, entry.source)
            detail = f"lexicon: other name of '{names[other].form}', {entry.kind}, {source}"
            score = SCORE_OWN if entry.is_own else SCORE_LEXICON
            yield Edge(number, other, "lexicon", detail, score)


def join_spacings(names: Sequence[Name]) -> Iterator[Edge]:
    """Edges between names that differ in breaks alone (*E 39*, *E39*; *Yar Allah*)."""
    first: dict[tuple[str, str], int] = {}
    for number, name in enumerate(names):
        other = first.setdefault((name.type, name.key.replace(" ", "")), number)
        if other != number:
            detail = f"same letters as '{names[other].form}'"
            yield Edge(number, other, "letters", detail, SCORE_LETTERS)


def join_roads(names: Sequence[Name]) -> Iterator[Edge]:
    """Edges between names of one numbered road (*E 39*, *Europaveg 39*)."""
    first: dict[str, int] = {}
    for number, name in enumerate(names):
        key = road_key(name.form) if name.type == LOC else None
        other = number if key is None else first.setdefault(key, number)
        if other != number:
            detail = f"the same road as '{names[other].form}'"
            yield Edge(number, other, "road", detail, SCORE_LETTERS)


def join_romanisations(names: Sequence[Name], lexicon: Lexicon) -> Iterator[Edge]:
    """Edges between one-word or equally long names that are one but for romanisation."""
    blocks: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        if name.type not in TYPES or name.is_full or len(name.form) < SHORTEST_SLIP - 1:
            continue
        skeleton = name.skeleton
        if len(skeleton) >= SHORTEST_SKELETON:
            blocks[name.type, skeleton, len(name.words)].append(number)
    shared = {key: block for key, block in blocks.items() if len(block) > 1}
    borne = gather_surnames(names) if shared else frozenset()
    for (_, skeleton, _), block in shared.items():
        for a, b in combinations(block, 2):
            if have_bearers(names[a], names[b], borne):
                continue
            if _is_romanisation(names[a], names[b], lexicon):
                detail = f"same romanisation skeleton as '{names[b].form}': {skeleton}"
                yield Edge(a, b, "skeleton", detail, SCORE_SKELETON)


def _is_romanisation(a: Name, b: Name, lexicon: Lexicon) -> bool:
    """Whether the alignment of sounds agrees with the skeletons; of two rare words for people
    one letter more or less is enough (*Harmodios, Harmodius*).
    """
    comparison = compare(a.form, b.form, type=a.type, lexicon=lexicon)
    if comparison.judgement is not Judgement.UNSURE:
        return comparison.judgement is Judgement.SAME
    is_rare = a.type == PER and not listed(a.form) and not listed(b.form)
    long = min(len(a.key), len(b.key)) >= SHORTEST_RARE
    return is_rare and long and OSA.distance(a.key, b.key, score_cutoff=1) <= 1


def join_alike(names: Sequence[Name], lexicon: Lexicon) -> Iterator[Edge]:
    """Edges between names that :func:`~.compare.compare` takes for one, word for word.

    *Stryn Røde Kors* and *Røde Kors i Stryn*, *Fjordby IL* and *Fjordby Fotball*; not a
    name that another only adds words to, which may be a branch or a daughter.
    """
    comparer = find_comparer(lexicon)
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        whole = name.is_full if name.type == PER else name.type in TYPES
        if whole and len(name.key) >= SHORTEST_SLIP:
            groups[name.type, _count_words(name)].append(number)
    for (type, _), group in groups.items():
        numbers = _have_resemblance(names, group)
        if not numbers:
            continue
        known = [comparer.know(names[n].form, type) for n in numbers]
        filed = (file_name(name.parsed, type, name.all_entries) for name in known)
        for first, second in sorted(find_pairs(filed)):
            a, b = numbers[first], numbers[second]
            reason = _why_alike(names[a], names[b], comparer)
            if reason is not None:
                yield Edge(a, b, "alike", f"{reason}: '{names[b].form}'", SCORE_ALIKE)


def _have_resemblance(names: Sequence[Name], group: Sequence[int]) -> Sequence[int]:
    """The names of a group that resemble another of it, which is cheaply asked; all of a large
    one, whose pairs are many.
    """
    if len(group) > LARGEST_GROUP:
        return group
    found = set()
    for a, b in combinations(group, 2):
        if fuzz.token_sort_ratio(names[a].key, names[b].key, score_cutoff=LEAST_RESEMBLANCE):
            found |= {a, b}
    return sorted(found)


def _count_words(name: Name) -> int:
    """The words of a name that count; a body's legal form and the like do not."""
    return len(read_body(name.form).core) if name.type == ORG else len(name.words)


def _why_alike(a: Name, b: Name, comparer: Comparer) -> str | None:
    """Why two names of a type are one that have as many words that count."""
    if a.type == ORG:
        body = read_body(a.form)
        if len(body.core) < 2 and not body.distinctive:
            return None  # *Norges Fotballforbund*, *Norsk fotball*
    if a.type == PER and (says_less(a, b) or says_less(b, a)):
        return None  # a short reference, which may fit several
    found = comparer.compare(a.form, b.form, a.type)
    return found.reasons[0] if found.judgement is Judgement.SAME else None
