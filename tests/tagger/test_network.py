import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.tagger.network import Batch, convolve, recur, squash

LENGTHS = st.lists(st.integers(1, 6), min_size=1, max_size=6)


def sigmoid(values):
    return 1 / (1 + np.exp(-values))


@given(LENGTHS)
def test_each_direction_visits_every_token_once(lengths):
    batch = Batch.of(lengths)
    for backward in (False, True):
        visited = [row for rows in batch.steps(backward=backward) for row in rows]
        assert sorted(visited) == list(range(sum(lengths)))


@given(LENGTHS, st.booleans(), st.integers(0, 1000))
def test_a_batch_of_windows_equals_each_window_by_itself(lengths, backward, seed):
    """The slow oracle: one window, one token at a time, as the LSTM is written in books."""
    random = np.random.default_rng(seed)
    width = 3
    gates = random.normal(size=(sum(lengths), 4 * width)).astype(np.float32)
    hidden = random.normal(size=(width, 4 * width)).astype(np.float32)
    fast = recur(gates.copy(), hidden, Batch.of(lengths).steps(backward=backward))
    first = 0
    for length in lengths:
        state, cell = np.zeros(width), np.zeros(width)
        rows = range(first, first + length)
        for row in reversed(rows) if backward else rows:
            i, f, c, o = np.split(gates[row] + state @ hidden, 4)
            cell = sigmoid(f) * cell + sigmoid(i) * np.tanh(c)
            state = sigmoid(o) * np.tanh(cell)
            assert fast[row] == pytest.approx(state, abs=1e-5)
        first += length


def test_convolution_keeps_the_highest_response_of_each_filter():
    random = np.random.default_rng(0)
    characters = random.normal(size=(4, 7, 2)).astype(np.float32)
    weight = random.normal(size=(6, 5)).astype(np.float32)
    bias = random.normal(size=5).astype(np.float32)
    slow = [
        np.max([form[at : at + 3].reshape(-1) @ weight for at in range(5)], axis=0) + bias
        for form in characters
    ]
    assert convolve(characters, weight, bias) == pytest.approx(np.array(slow), abs=1e-5)


def test_squash_is_sigmoid_but_for_the_cell():
    gate = np.array([[0.3, -1.2, 2.0, 0.7]], dtype=np.float32)
    expected = [sigmoid(0.3), sigmoid(-1.2), np.tanh(2.0), sigmoid(0.7)]
    assert squash(gate, 1)[0] == pytest.approx(expected, abs=1e-6)
