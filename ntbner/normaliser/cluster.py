"""Clustering that never crosses a *different*, and does not depend on input order.

Items are numbers; edges say which pairs are the same, with a score. Edges are taken from
the strongest to the weakest (ties by the items' own order). An edge joins two clusters
unless some pair across them is forbidden; then it is dropped, and told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Edge:
    """Two names that are the same, by a rule.

    Attributes:
        a: Number of one name.
        b: Number of the other.
        rule: Name of the rule.
        detail: The evidence in words, said of ``a``.
        score: Strength, 0 to 1; stronger edges are taken first.
    """

    a: int
    b: int
    rule: str
    detail: str
    score: float


@dataclass(slots=True)
class Clusters:
    """A partition of ``range(size)`` that grows by joining.

    Attributes:
        size: Number of items.
        forbidden: Says why two items must not meet, or ``None`` if they may.
        taken: Edges that joined two clusters.
        refused: Edges that were not taken, with the pair and the reason that forbade them.
    """

    size: int
    forbidden: Callable[[int, int], str | None]
    taken: list[Edge] = field(default_factory=list)
    refused: list[tuple[Edge, int, int, str]] = field(default_factory=list)
    _home: list[int] = field(init=False)
    _members: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self._home = list(range(self.size))
        self._members = [[item] for item in range(self.size)]

    def home(self, item: int) -> int:
        """The number of the cluster that an item is in."""
        return self._home[item]

    def members(self, cluster: int) -> Sequence[int]:
        """The items of a cluster."""
        return self._members[cluster]

    def join(self, edge: Edge) -> bool:
        """Join the clusters of an edge's ends; ``False`` where that is forbidden."""
        first, second = self._home[edge.a], self._home[edge.b]
        if first == second:
            return True
        if first > second:
            first, second = second, first
        for a in self._members[first]:
            for b in self._members[second]:
                reason = self.forbidden(a, b)
                if reason is not None:
                    self.refused.append((edge, a, b, reason))
                    return False
        for item in self._members[second]:
            self._home[item] = first
        self._members[first].extend(self._members[second])
        self._members[second] = []
        self.taken.append(edge)
        return True

    def tell(self, edge: Edge) -> None:
        """Keep an edge as refused where its own ends must not meet; join nothing."""
        reason = self.forbidden(edge.a, edge.b)
        if reason is not None:
            self.refused.append((edge, edge.a, edge.b, reason))

    def join_all(self, edges: Iterable[Edge]) -> None:
        """Join by all edges, strongest first.

        >>> clusters = Clusters(3, lambda a, b: "no" if {a, b} == {0, 2} else None)
        >>> clusters.join_all([Edge(1, 2, "weak", "", 0.5), Edge(0, 1, "strong", "", 0.9)])
        >>> clusters.groups()
        [[0, 1], [2]]
        """
        for edge in sorted(edges, key=_rank):
            self.join(edge)

    def groups(self) -> list[list[int]]:
        """The clusters, each sorted, in the order of their first items."""
        return sorted(sorted(group) for group in self._members if group)


def _rank(edge: Edge) -> tuple[float, int, int, str, int]:
    """Where an edge stands: the strongest first, ties by the items' own order."""
    a, b = edge.a, edge.b
    return (-edge.score, a, b, edge.rule, a) if a < b else (-edge.score, b, a, edge.rule, a)
