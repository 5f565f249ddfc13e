"""Viterbi and the sums against brute force: every tag sequence of a short window."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ntbner.tagger.decode import Lattice, Transitions, best_tags
from ntbner.tagger.network import Batch
from ntbner.tagger.scheme import TAGS, allowed_starts, allowed_transitions, decode


def random_chain(random):
    impossible = np.float32(-1e4)
    between = random.normal(size=(len(TAGS), len(TAGS))).astype(np.float32)
    start = random.normal(size=len(TAGS)).astype(np.float32)
    return Transitions(
        np.where(allowed_transitions(), between, impossible),
        np.where(allowed_starts(), start, impossible),
        random.normal(size=len(TAGS)).astype(np.float32),
    )


def score_sequence(scores, chain, tags):
    total = chain.start[tags[0]] + scores[range(len(tags)), tags].sum() + chain.end[tags[-1]]
    return total + sum(chain.between[a, b] for a, b in pairwise(tags))


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(1, 3), min_size=1, max_size=3), st.integers(0, 10_000))
def test_best_tags_and_probabilities_equal_brute_force(lengths, seed):
    random = np.random.default_rng(seed)
    chain, batch = random_chain(random), Batch.of(lengths)
    scores = random.normal(size=(sum(lengths), len(TAGS))).astype(np.float32) * 2
    best = best_tags(scores, chain, batch)
    lattice = Lattice.of(scores, chain, batch)
    first = 0
    for length in lengths:
        window = scores[first : first + length]
        sequences = list(product(range(len(TAGS)), repeat=length))
        totals = np.array([score_sequence(window, chain, tags) for tags in sequences])
        weights = np.exp(totals - totals.max())
        found = best[first : first + length].tolist()
        assert score_sequence(window, chain, found) == pytest.approx(totals.max(), abs=1e-3)
        for start, end, label in decode(found):
            having = [(start, end, label) in decode(tags) for tags in map(list, sequences)]
            expected = weights[having].sum() / weights.sum()
            probability = lattice.span_probability(
                first + start, first + end, label, last=end == length
            )
            assert probability == pytest.approx(expected, abs=1e-3)
        first += length


def test_a_sharper_chain_keeps_its_order():
    chain = random_chain(np.random.default_rng(0))
    assert chain.sharpened(2.0).between == pytest.approx(2 * chain.between)
