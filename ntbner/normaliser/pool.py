"""Clusters of names without any text: which forms of a pool are one name.

1. Forms that are the same letters are one item.
2. Items meet under shared keys (:mod:`ntbner.normaliser.blocking`) and are compared
   (:mod:`ntbner.normaliser.compare`).
3. Pairs that are the same are joined, strongest first, never across a pair that is
   different (:mod:`ntbner.normaliser.cluster`). Unsure joins nothing.

The result does not depend on the order of the input. A form that two people share is one
item: names alone cannot part them, and a bare surname stays by itself.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Final

from ntbner.lexicon import Lexicon, packaged
from ntbner.lexicon.lexicon import check_lexicon
from ntbner.normaliser.blocking import file_name, find_pairs
from ntbner.normaliser.cluster import Clusters, Edge
from ntbner.normaliser.compare import Comparer
from ntbner.normaliser.given import check_iterable, read_pair, read_type
from ntbner.normaliser.pairs.verdict import DIFFERENT, SAME

RULE: Final = "names"
"""The rule of edges between names that are compared without context."""

NAME: Final = "a form and its type, ('Oslo', 'LOC')"
"""What an item of :func:`cluster_names` is."""


def cluster_names(
    names: Iterable[tuple[str, str]], *, lexicon: Lexicon | None = None
) -> list[list[int]]:
    """The names of a pool, clustered: forms of one cluster are one name.

    Args:
        names: Pairs of a form without genitive and its type (``PER``, ``LOC``, ``ORG``, or
            another tagger's label for one). Forms of two types never meet.
        lexicon: Known names; ``None`` for the packaged ones.

    Returns:
        Clusters of places in the input, each sorted, in the order of their first ones.

    Raises:
        InputError: An item is no such pair, its type means nothing to us, or ``lexicon`` is
            no lexicon.

    >>> pool = [("Sotsji", "LOC"), ("Erna Solberg", "PER"), ("Sochi", "LOC"), ("Solberg", "PER")]
    >>> cluster_names(pool)
    [[0, 2], [1], [3]]
    """
    with paused_collector():
        return _cluster(names, lexicon)


def _cluster(names: Iterable[tuple[str, str]], lexicon: Lexicon | None) -> list[list[int]]:
    comparer = Comparer(packaged() if lexicon is None else check_lexicon(lexicon))
    written: list[str] = []
    by_type: dict[str, list[int]] = {}
    for number, item in enumerate(check_iterable(names)):
        form, type = _read_item(item, number)
        written.append(form)
        by_type.setdefault(type, []).append(number)
    clusters: list[list[int]] = []
    for type, numbers in by_type.items():
        numbers.sort(key=written.__getitem__)
        rows = [list(same) for _, same in groupby(numbers, key=written.__getitem__)]
        forms = [written[row[0]] for row in rows]
        items = gather_items(forms, type, comparer)
        for group in _cluster_items(forms, items, type, comparer):
            found = (number for item in group for form in items[item] for number in rows[form])
            clusters.append(sorted(found))
    return sorted(clusters)


@contextmanager
def paused_collector() -> Iterator[None]:
    """No garbage collection meanwhile: nothing here makes cycles, and looking for them among
    so many small objects takes as long as all the rest.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_item(item: object, number: int) -> tuple[str, str]:
    form, label = read_pair(item, number, NAME)
    return form, read_type(label)


def gather_items(forms: Sequence[str], type: str, comparer: Comparer) -> list[tuple[int, ...]]:
    """Forms that are the same letters, by number, together; in the order of their first ones.

    Forms that the lexicon tells apart in spite of their letters (*IS*, *Is*) stay apart.

    Args:
        forms: Forms, each once, in alphabetical order.
        type: Their type.
        comparer: What compares them.
    """
    first: dict[str, int] = {}
    more: dict[int, list[int]] = {}
    apart: list[tuple[int, ...]] = []
    for number, form in enumerate(forms):
        leader = first.setdefault(comparer.know(form, type).parsed.solid, number)
        if leader == number:
            continue
        group = more.setdefault(leader, [])
        same = (comparer.judge(forms[other], form, type) for other in (leader, *group))
        if all(verdict.judgement is SAME for verdict in same):
            group.append(number)
        else:
            apart.append((number,))
    return sorted(apart + [(leader, *more.get(leader, ())) for leader in first.values()])


def _cluster_items(
    forms: Sequence[str], items: Sequence[tuple[int, ...]], type: str, comparer: Comparer
) -> list[list[int]]:
    """Clusters of items by number; an item is compared by its first form, told apart by any."""
    leaders = [comparer.know(forms[item[0]], type) for item in items]
    pairs = find_pairs(file_name(name.parsed, type, name.all_entries) for name in leaders)
    edges: list[Edge] = []
    for a, b in sorted(pairs):
        verdict = comparer.judge_known(leaders[a], leaders[b], type)
        if verdict.judgement is SAME:
            edges.append(Edge(a, b, RULE, verdict.reason, verdict.score))
    same = {(edge.a, edge.b) for edge in edges}

    def forbid(a: int, b: int) -> str | None:
        """Why two items must not meet, if some form of one is different from one of the other."""
        pair = (a, b) if a < b else (b, a)
        if pair in same and len(items[a]) == len(items[b]) == 1:
            return None
        for one in items[a]:
            for other in items[b]:
                first, second = sorted((forms[one], forms[other]))
                verdict = comparer.judge(first, second, type)
                if verdict.judgement is DIFFERENT:
                    return verdict.reason
        return None

    clusters = Clusters(len(items), forbid)
    clusters.join_all(edges)
    return clusters.groups()
