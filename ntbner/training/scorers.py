"""Scores for clusters of mentions: MUC, B³, CEAF-e and their mean, the CoNLL score.

A clustering is a list of groups of hashable mentions; key (gold) and response (ours) hold
the same mentions or not. Each scorer returns a :class:`Tally` of what was found, of how
much, in both directions. Tallies of documents add up, and precision, recall and F1 are
read from the sum, as the CoNLL-2012 scorer does over a corpus.

* MUC (Vilain et al., 1995, "A model-theoretic coreference scoring scheme"): links; a
  mention on its own counts for nothing.
* B³ (Bagga and Baldwin, 1998, "Algorithms for scoring coreference chains"): mentions.
* CEAF-e (Luo, 2005, "On coreference resolution performance metrics", φ4): entities in
  their best one-to-one alignment.

No maintained package on PyPI has these: the reference scorers (``conll/reference-
coreference-scorers`` in Perl, ``ufal/corefud-scorer``) are distributed as sources and
read CoNLL files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

Cluster: TypeAlias = Collection[Hashable]
Clustering: TypeAlias = Sequence[Cluster]


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of the response is right, and how much of the key is found.

    Attributes:
        right: What of the response agrees with the key.
        claimed: What the response holds.
        found: What of the key agrees with the response.
        wanted: What the key holds.

    >>> (Tally(1, 2, 1, 1) + Tally(2, 2, 2, 3)).f1
    0.75
    """

    right: float = 0.0
    claimed: float = 0.0
    found: float = 0.0
    wanted: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right,
            self.claimed + other.claimed,
            self.found + other.found,
            self.wanted + other.wanted,
        )

    @property
    def precision(self) -> float:
        """Share of the response that is right; 0 for an empty response."""
        return self.right / self.claimed if self.claimed else 0.0

    @property
    def recall(self) -> float:
        """Share of the key that is found; 0 for an empty key."""
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def tally_muc(key: Clustering, response: Clustering) -> Tally:
    """Links of the response that the key has, and the other way round.

    >>> tally = tally_muc([{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}],
    ...                   [{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}])
    >>> tally.precision, tally.recall
    (0.9, 1.0)
    """
    found, wanted = _count_links(key, response)
    right, claimed = _count_links(response, key)
    return Tally(right, claimed, found, wanted)


def _count_links(clusters: Clustering, others: Clustering) -> tuple[int, int]:
    """Links of the clusters that survive when the others cut them, and all links."""
    home = _index(others)
    kept = total = 0
    for cluster in clusters:
        parts = {home.get(mention, ("alone", mention)) for mention in cluster}
        kept += len(cluster) - len(parts)
        total += len(cluster) - 1
    return kept, total


def tally_b_cubed(key: Clustering, response: Clustering) -> Tally:
    """Mean over mentions of how much their two clusters agree.

    >>> tally = tally_b_cubed([{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}],
    ...                       [{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}])
    >>> round(tally.precision, 2), tally.recall
    (0.76, 1.0)
    """
    found, wanted = _sum_agreement(key, response)
    right, claimed = _sum_agreement(response, key)
    return Tally(right, claimed, found, wanted)


def _sum_agreement(clusters: Clustering, others: Clustering) -> tuple[float, int]:
    """Sum over mentions of the share of their cluster that stays together in the others."""
    overlaps = _overlaps(clusters, others)
    agreement = sum(size**2 / len(clusters[row]) for (row, _), size in overlaps.items())
    return agreement, sum(map(len, clusters))


def tally_ceaf_e(key: Clustering, response: Clustering) -> Tally:
    """Likeness (φ4) of the clusters in their best one-to-one alignment.

    >>> tally = tally_ceaf_e([{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}],
    ...                      [{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}])
    >>> round(tally.precision, 3), round(tally.recall, 3)
    (0.917, 0.611)
    """
    likeness = {
        (row, column): 2 * size / (len(key[row]) + len(response[column]))
        for (row, column), size in _overlaps(key, response).items()
    }
    best = sum(map(best_assignment, split_components(likeness)))
    return Tally(best, len(response), best, len(key))


METRICS: Final[dict[str, Callable[[Clustering, Clustering], Tally]]] = {
    "MUC": tally_muc,
    "B³": tally_b_cubed,
    "CEAF-e": tally_ceaf_e,
}
"""The three metrics of the CoNLL score."""


def score_documents(pairs: Iterable[tuple[Clustering, Clustering]]) -> dict[str, Tally]:
    """The tally of each metric, summed over documents.

    Args:
        pairs: Key and response of each document.

    >>> tallies = score_documents([([{1, 2}], [{1, 2}]), ([{3, 4}], [{3}, {4}])])
    >>> [(name, round(tally.f1, 2)) for name, tally in tallies.items()]
    [('MUC', 0.67), ('B³', 0.86), ('CEAF-e', 0.67)]
    """
    totals = dict.fromkeys(METRICS, Tally())
    for key, response in pairs:
        for name, metric in METRICS.items():
            totals[name] += metric(key, response)
    return totals


def conll_score(tallies: dict[str, Tally]) -> float:
    """The mean of the three F1 scores.

    >>> conll_score(score_documents([([{1, 2}, {3}], [{1, 2}, {3}])]))
    1.0
    """
    return sum(tally.f1 for tally in tallies.values()) / len(tallies)


def _index(clusters: Clustering) -> dict[Hashable, Hashable]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def _overlaps(clusters: Clustering, others: Clustering) -> dict[tuple[int, int], int]:
    """Number of mentions that a cluster and one of the others share, where they share any."""
    home = {mention: number for number, cluster in enumerate(others) for mention in cluster}
    sizes: dict[tuple[int, int], int] = defaultdict(int)
    for row, cluster in enumerate(clusters):
        for mention in cluster:
            if mention in home:
                sizes[row, home[mention]] += 1
    return dict(sizes)


def split_components(
    weights: dict[tuple[int, int], float],
) -> list[dict[tuple[int, int], float]]:
    """The weights of each connected part of a two-sided graph.

    >>> split_components({(0, 0): 1.0, (1, 1): 0.5, (2, 1): 0.4})
    [{(0, 0): 1.0}, {(1, 1): 0.5, (2, 1): 0.4}]
    """
    leader: dict[tuple[str, int], tuple[str, int]] = {}

    def find(node: tuple[str, int]) -> tuple[str, int]:
        while (above := leader.setdefault(node, node)) != node:
            node = above
        return node

    for row, column in weights:
        leader[find(("row", row))] = find(("column", column))
    parts: dict[tuple[str, int], dict[tuple[int, int], float]] = defaultdict(dict)
    for (row, column), weight in weights.items():
        parts[find(("row", row))][row, column] = weight
    return list(parts.values())


def best_assignment(weights: dict[tuple[int, int], float]) -> float:
    """The greatest total weight of a one-to-one alignment (the Hungarian method, O(n³)).

    Args:
        weights: Weight of each pair of a row and a column that may be aligned, above 0.

    >>> best_assignment({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8})
    1.6
    """
    rows = sorted({row for row, _ in weights})
    columns = sorted({column for _, column in weights})
    if len(rows) > len(columns):
        return best_assignment({(column, row): weight for (row, column), weight in weights.items()})
    cost = [[-weights.get((row, column), 0.0) for column in columns] for row in rows]
    chosen = _assign_rows(cost)
    return -sum(cost[row][column] for row, column in enumerate(chosen))


def _assign_rows(cost: list[list[float]]) -> list[int]:
    """The column of each row in the cheapest alignment; no more rows than columns.

    Shortest augmenting paths with potentials (Kuhn 1955; Jonker and Volgenant 1987).
    """
    height, width = len(cost), len(cost[0])
    row_potential, column_potential = [0.0] * (height + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, height + 1):
        owner[0], column = row, 0
        slack, back = [float("inf")] * (width + 1), [0] * (width + 1)
        used = [False] * (width + 1)
        while owner[column]:
            used[column] = True
            current, step, following = owner[column], float("inf"), 0
            for other in range(1, width + 1):
                if used[other]:
                    continue
                reduced = (
                    cost[current - 1][other - 1] - row_potential[current] - column_potential[other]
                )
                if reduced < slack[other]:
                    slack[other], back[other] = reduced, column
                if slack[other] < step:
                    step, following = slack[other], other
            for other in range(width + 1):
                if used[other]:
                    row_potential[owner[other]] += step
                    column_potential[other] -= step
                else:
                    slack[other] -= step
            column = following
        while column:
            owner[column], column = owner[back[column]], back[column]
    chosen = [0] * height
    for column in range(1, width + 1):
        if owner[column]:
            chosen[owner[column] - 1] = column - 1
    return chosen
