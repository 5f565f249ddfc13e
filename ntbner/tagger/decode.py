"""Decoding: the best tag sequence, and how probable each span in it is.

A linear-chain conditional random field (Lafferty et al. 2001) over the tags of
:mod:`~ntbner.tagger.scheme`: Viterbi finds the best sequence; the forward and backward
sums give the probability that exactly this span with this label stands in the text, over
all tag sequences. Impossible transitions score minus infinity. All windows of a batch are
decoded together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ntbner.tagger.network import Batch
from ntbner.tagger.scheme import LABELS, begin, inside

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Transitions:
    """Scores of the chain: between neighbours ``[from, to]``, at the start, at the end."""

    between: Floats
    start: Floats
    end: Floats

    def sharpened(self, sharpness: float) -> Transitions:
        """The same chain at an inverse temperature: probabilities nearer to 0 and 1 above 1."""
        return Transitions(
            self.between * np.float32(sharpness),
            self.start * np.float32(sharpness),
            self.end * np.float32(sharpness),
        )


def best_tags(scores: Floats, chain: Transitions, batch: Batch) -> Ints:
    """The most probable tag sequence of every window (Viterbi), one tag a token."""
    tokens, tags = scores.shape
    came_from = np.zeros((tokens, tags), dtype=np.int64)
    running = np.empty((tokens, tags), dtype=np.float32)
    state = np.empty((0, tags), dtype=np.float32)
    for time, rows in enumerate(batch.steps()):
        if not time:
            state = chain.start + scores[rows]
        else:
            candidates = state[: len(rows), :, None] + chain.between
            came_from[rows] = candidates.argmax(axis=1)
            state = candidates.max(axis=1) + scores[rows]
        running[rows] = state
    best = np.empty(tokens, dtype=np.int64)
    for time, rows in enumerate(batch.steps(backward=True)):
        if not time:
            best[rows] = (running[rows] + chain.end).argmax(axis=1)
        else:
            best[rows] = came_from[rows + 1, best[rows + 1]]
    return best


@dataclass(frozen=True, slots=True)
class Lattice:
    """The forward and backward sums of a batch, in log space.

    Attributes:
        forward: Log-sum over all sequences up to a token that end in a tag, its own
            score included ``[tokens, tags]``.
        backward: Log-sum over all continuations behind a token with a tag.
        total: Log-sum over all sequences of the token's window ``[tokens]``.
    """

    scores: Floats
    chain: Transitions
    forward: Floats
    backward: Floats
    total: Floats

    @classmethod
    def of(cls, scores: Floats, chain: Transitions, batch: Batch) -> Lattice:
        """Sum over all tag sequences of every window."""
        weights = np.exp(chain.between)
        forward, backward = np.empty_like(scores), np.empty_like(scores)
        total = np.empty(len(scores), dtype=np.float32)
        state = np.empty((0, scores.shape[1]), dtype=np.float32)
        for time, rows in enumerate(batch.steps()):
            state = log_product(state[: len(rows)], weights) if time else chain.start
            state = state + scores[rows]
            forward[rows] = state
        for time, rows in enumerate(batch.steps(backward=True)):
            if not time:
                state = np.broadcast_to(chain.end, (len(rows), scores.shape[1]))
            else:
                state = log_product(state[: len(rows)] + scores[rows + 1], weights.T)
            backward[rows] = state
        for start, end in zip(batch.starts, batch.ends, strict=True):
            total[start:end] = log_sum(forward[end - 1] + chain.end)
        return cls(scores, chain, forward, backward, total)

    def marginals(self) -> Floats:
        """Probability of each tag at each token ``[tokens, tags]``."""
        probabilities: Floats = np.exp(self.forward + self.backward - self.total[:, None])
        return probabilities

    def span_probability(self, start: int, end: int, label: str, *, last: bool) -> float:
        """Probability that exactly these tokens are a span with this label.

        Args:
            start: Row of its first token.
            end: Row behind its last token.
            label: One of the nine labels.
            last: Whether the window ends with the span.
        """
        index = LABELS.index(label)
        tag = begin(index)
        weight = self.forward[start, tag]
        for row in range(start + 1, end):
            weight += self.chain.between[tag, inside(index)] + self.scores[row, inside(index)]
            tag = inside(index)
        if last:
            after = self.chain.end[tag]
        else:
            onward = self.chain.between[tag] + self.scores[end] + self.backward[end]
            onward[inside(index)] = -np.inf
            after = log_sum(onward)
        return float(min(1.0, np.exp(weight + after - self.total[start])))


def log_product(state: Floats, weights: Floats) -> Floats:
    """``log(exp(state) @ weights)`` without overflow."""
    highest = state.max(axis=1, keepdims=True)
    with np.errstate(divide="ignore"):
        product: Floats = np.log(np.exp(state - highest) @ weights) + highest
    return product


def log_sum(values: Floats) -> np.float32:
    """``log(sum(exp(values)))`` without overflow."""
    highest = values.max()
    return np.float32(highest + np.log(np.exp(values - highest).sum()))
