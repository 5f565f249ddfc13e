"""Scorers of clusterings against cases worked out by hand in the literature."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ntbner.training.scorers import (
    Tally,
    best_assignment,
    conll_score,
    score_documents,
    tally_b_cubed,
    tally_ceaf_e,
    tally_muc,
)

# Bagga and Baldwin (1998), figures 1 and 2: a truth of three chains, two responses that each
# make one wrong link; MUC cannot tell them apart, B³ can. Luo (2005), section 2, adds (c), (d).
TRUTH = [{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}]
JOINED_SMALL = [{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}]
JOINED_LARGE = [{1, 2, 3, 4, 5, 8, 9, 10, 11, 12}, {6, 7}]
ALL_IN_ONE = [set(range(1, 13))]
ALL_ALONE = [{mention} for mention in range(1, 13)]

LITERATURE = [
    # response, MUC F, B³ F, CEAF-e F (Luo 2005, table 1)
    (JOINED_SMALL, 0.947, 0.865, 0.733),
    (JOINED_LARGE, 0.947, 0.737, 0.667),
    (ALL_IN_ONE, 0.900, 0.545, 0.294),
    (ALL_ALONE, 0.0, 0.400, 0.178),
]


@pytest.mark.parametrize(("response", "muc", "b_cubed", "ceaf"), LITERATURE)
def test_worked_cases_of_luo(response, muc, b_cubed, ceaf):
    assert tally_muc(TRUTH, response).f1 == pytest.approx(muc, abs=1e-3)
    assert tally_b_cubed(TRUTH, response).f1 == pytest.approx(b_cubed, abs=1e-3)
    assert tally_ceaf_e(TRUTH, response).f1 == pytest.approx(ceaf, abs=1e-3)


def test_vilain_counts_missing_links():
    # Vilain et al. (1995): key {A B C D}, response {A B} {C D}: recall 2/3, precision 2/2.
    tally = tally_muc([{"A", "B", "C", "D"}], [{"A", "B"}, {"C", "D"}])
    assert (tally.recall, tally.precision) == (pytest.approx(2 / 3), 1.0)


def test_mentions_of_the_response_alone_cost_precision():
    # Pradhan et al. (2014), figure 9 in miniature: a spurious mention in the response.
    tally = tally_b_cubed([{"a", "b"}], [{"a", "b", "x"}])
    assert tally.recall == 1.0
    assert tally.precision == pytest.approx((2 / 3 + 2 / 3 + 0) / 3)


def test_documents_add_up_before_the_ratio():
    tallies = score_documents([(TRUTH, TRUTH), ([{20}], [{20}])])
    assert conll_score(tallies) == 1.0
    assert tallies["MUC"] == Tally(9, 9, 9, 9)


clusterings = st.lists(st.integers(0, 4), min_size=1, max_size=12).map(
    lambda labels: [
        {place for place, label in enumerate(labels) if label == wanted}
        for wanted in sorted(set(labels))
    ]
)


@settings(deadline=None, max_examples=60)
@given(clusterings)
def test_a_perfect_response_scores_one(clusters):
    assert tally_b_cubed(clusters, clusters).f1 == pytest.approx(1.0)
    assert tally_ceaf_e(clusters, clusters).f1 == pytest.approx(1.0)


@settings(deadline=None, max_examples=60)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 3), st.integers(0, 3)), st.floats(0.01, 1.0), min_size=1
    )
)
def test_assignment_is_as_good_as_trying_all(weights):
    rows, columns = range(4), range(4)
    tried = max(
        sum(weights.get((row, column), 0.0) for row, column in zip(rows, order, strict=True))
        for order in permutations(columns)
    )
    assert best_assignment(weights) == pytest.approx(tried)
