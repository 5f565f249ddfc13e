"""Clustering: strongest first, never across a *different*, the same in any order."""

from hypothesis import given
from hypothesis import strategies as st

from ntbner.normaliser.cluster import Clusters, Edge


def forbid(*pairs):
    sets = [set(pair) for pair in pairs]
    return lambda a, b: "no" if {a, b} in sets else None


def edge(a, b, score, rule="rule"):
    return Edge(a, b, rule, "", score)


def test_joined_items_are_one_group():
    clusters = Clusters(4, forbid())
    clusters.join_all([edge(0, 1, 0.5), edge(1, 3, 0.5)])
    assert clusters.groups() == [[0, 1, 3], [2]]
    assert clusters.home(3) == clusters.home(0) != clusters.home(2)
    assert sorted(clusters.members(clusters.home(3))) == [0, 1, 3]


def test_a_difference_holds_through_a_third():
    clusters = Clusters(3, forbid((0, 2)))
    clusters.join_all([edge(1, 2, 0.5, "weak"), edge(0, 1, 0.9, "strong")])
    assert clusters.groups() == [[0, 1], [2]]
    assert [e.rule for e in clusters.taken] == ["strong"]
    ((refused, a, b, reason),) = clusters.refused
    assert (refused.rule, {a, b}, reason) == ("weak", {0, 2}, "no")


def test_an_edge_inside_a_cluster_changes_nothing():
    clusters = Clusters(2, forbid())
    assert clusters.join(edge(0, 1, 0.9))
    assert clusters.join(edge(1, 0, 0.5))
    assert len(clusters.taken) == 1


def test_what_is_told_joins_nothing():
    clusters = Clusters(3, forbid((0, 2)))
    clusters.tell(edge(0, 1, 0.9))
    clusters.tell(edge(0, 2, 0.9))
    assert clusters.groups() == [[0], [1], [2]]
    assert [(a, b, why) for _, a, b, why in clusters.refused] == [(0, 2, "no")]


def test_of_equal_edges_the_first_items_come_first():
    clusters = Clusters(3, forbid((0, 2)))
    clusters.join_all([edge(2, 1, 0.5), edge(1, 0, 0.5)])
    assert clusters.groups() == [[0, 1], [2]]


pairs = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1])
edges = st.lists(st.builds(edge, st.integers(0, 7), st.integers(0, 7), st.sampled_from([0.5, 0.9])))


@given(edges, st.lists(pairs, max_size=6), st.randoms())
def test_order_does_not_matter_and_no_difference_is_crossed(edges, different, dice):
    clusters = Clusters(8, forbid(*different))
    clusters.join_all(edges)
    assert sorted(item for group in clusters.groups() for item in group) == list(range(8))
    for group in clusters.groups():
        assert not any(a in group and b in group for a, b in different)
    shuffled = list(edges)
    dice.shuffle(shuffled)
    again = Clusters(8, forbid(*different))
    again.join_all(shuffled)
    assert again.groups() == clusters.groups()
