"""The two networks are one: PyTorch's and numpy's give the same scores."""

from itertools import product

import numpy as np
import pytest
import torch

from ntbner.tagger.features import FLAGS, LONGEST_WORD, Forms
from ntbner.tagger.network import Batch, Network
from ntbner.tagger.scheme import TAGS
from ntbner.training.network import Dropout, Shape, TaggerNetwork

SHAPE = Shape(alphabet=9, vocabulary=5, vectors=6, character=4, filters=5, word=3, hidden=4)


@pytest.fixture
def network():
    torch.manual_seed(7)
    return TaggerNetwork(SHAPE, Dropout()).eval()


@pytest.fixture
def forms():
    random = np.random.default_rng(3)
    characters = random.integers(0, SHAPE.alphabet, (6, LONGEST_WORD + 2))
    characters[:, 9:] = 0
    words = random.integers(0, SHAPE.vocabulary, 6)
    flags = random.integers(0, 2, (6, FLAGS)).astype(np.float32)
    return Forms(characters, words, flags), random.normal(size=(6, 6)).astype(np.float32)


def test_numpy_scores_as_pytorch_does(network, forms):
    described, vectors = forms
    windows = [[0, 1, 2, 3], [4, 5], [2, 2, 1]]
    fast = Network(network.export())
    scores = fast.score(
        fast.embed(described, vectors), np.concatenate(windows), Batch.of([4, 2, 3])
    )
    first = 0
    for window in windows:
        features = (described.characters, vectors, described.word, described.flags)
        characters, static, words, flags = map(torch.from_numpy, features)
        embedded = network.embed(characters, static, words, flags, torch.tensor([window]))
        slow = network.tags(network.read(embedded, torch.tensor([len(window)])))[0]
        assert scores[first : first + len(window)] == pytest.approx(slow.detach().numpy(), abs=1e-5)
        first += len(window)


def test_restored_weights_are_the_exported_ones(network):
    exported = network.export()
    other = TaggerNetwork(SHAPE, Dropout())
    other.restore(exported)
    for name, weight in other.export().items():
        possible = exported[name] > -1000
        assert weight[possible] == pytest.approx(exported[name][possible], abs=1e-6)


def test_the_loss_is_the_probability_of_the_gold_tags(network):
    """Brute force over every tag sequence of two tokens."""
    torch.manual_seed(1)
    scores = torch.randn(1, 2, len(TAGS))
    between, start, end = network.chain()

    def total(first, second):
        path = start[first] + scores[0, 0, first] + between[first, second]
        return path + scores[0, 1, second] + end[second]

    every = torch.stack([total(a, b) for a, b in product(range(len(TAGS)), repeat=2)])
    gold = TAGS.index("B-PER"), TAGS.index("I-PER")
    expected = torch.logsumexp(every, 0) - total(*gold)
    loss = network.loss(scores, torch.tensor([gold]), torch.ones(1, 2, dtype=torch.bool))
    assert loss.item() == pytest.approx(expected.item(), abs=1e-3)


def test_a_shorter_window_is_not_changed_by_its_padding(network):
    torch.manual_seed(2)
    scores = torch.randn(1, 4, len(TAGS))
    tags = torch.tensor([[1, 2, 0, 0]])
    mask = torch.tensor([[True, True, False, False]])
    padded = network.loss(scores, tags, mask)
    assert padded.item() == pytest.approx(
        network.loss(scores[:, :2], tags[:, :2], mask[:, :2]).item(), abs=1e-4
    )
