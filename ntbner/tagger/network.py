"""The network at run time: word forms to tag scores, in numpy.

Form features → [characters' convolution ‖ floret vector ‖ frequent word ‖ flags] → BiLSTM
→ BiLSTM → one score for each tag. :mod:`ntbner.training.network` is the same in PyTorch;
a test holds the two together. Windows are run as a batch, longest first, so that each time
step is one matrix product over the windows that have not ended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ntbner.tagger.features import Forms

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows laid end to end, and the order in which a recurrent layer visits them.

    Attributes:
        starts: First row of each window, longest window first.
        ends: Row behind the last of each window, in the same order.
    """

    starts: Ints
    ends: Ints

    @classmethod
    def of(cls, lengths: Sequence[int]) -> Batch:
        """The batch of windows with these lengths, laid out in the order given."""
        ends = np.cumsum(np.asarray(lengths, dtype=np.int64))
        starts = ends - np.asarray(lengths, dtype=np.int64)
        order = np.argsort(starts - ends, kind="stable")
        return cls(starts[order], ends[order])

    def steps(self, *, backward: bool = False) -> Iterator[Ints]:
        """Rows visited at each time step: one row for each window that has not ended."""
        lengths = self.ends - self.starts
        for time in range(int(lengths[0]) if len(lengths) else 0):
            active = int(np.searchsorted(-lengths, -time))
            yield self.ends[:active] - 1 - time if backward else self.starts[:active] + time


@dataclass(frozen=True, slots=True)
class Network:
    """The weights, by the names under which they are stored."""

    weights: Mapping[str, Floats]

    def embed(self, forms: Forms, vectors: Floats) -> Floats:
        """Join the features of word forms into one vector each.

        Args:
            forms: The features.
            vectors: The forms' static vectors ``[forms, dimensions]``.
        """
        w = self.weights
        characters = w["characters"][forms.characters]
        spelling = convolve(characters, w["spelling.weight"], w["spelling.bias"])
        words = w["words"][forms.word]
        return np.concatenate(
            [spelling, vectors * w["scale"], words, forms.flags], axis=1, dtype=np.float32
        )

    def score(self, embedded: Floats, rows: Ints, batch: Batch) -> Floats:
        """Tag scores ``[tokens, tags]`` for windows of embedded forms.

        Args:
            embedded: Vectors of the distinct forms ``[forms, width]``.
            rows: The form of each token ``[tokens]``.
            batch: The windows' layout.
        """
        w = self.weights
        below: Floats | None = None
        for layer in range(sum(name.startswith("recurrent.") for name in w) // 6):
            halves = []
            for direction in ("forward", "backward"):
                name = f"recurrent.{layer}.{direction}"
                bias = w[f"{name}.bias"]
                if below is None:
                    gates = (embedded @ w[f"{name}.input"] + bias)[rows]
                else:
                    gates = below @ w[f"{name}.input"] + bias
                steps = batch.steps(backward=direction == "backward")
                halves.append(recur(gates, w[f"{name}.hidden"], steps))
            below = np.concatenate(halves, axis=1)
        assert below is not None  # a network has at least one recurrent layer
        scores: Floats = below @ w["tags.weight"] + w["tags.bias"]
        return scores


def convolve(characters: Floats, weight: Floats, bias: Floats) -> Floats:
    """Slide a window of characters over each form and keep each filter's maximum.

    Args:
        characters: Embedded characters ``[forms, length, dimensions]``.
        weight: ``[window × dimensions, filters]``.
        bias: ``[filters]``.
    """
    forms, length, dimensions = characters.shape
    window = weight.shape[0] // dimensions
    stretches = np.concatenate(
        [characters[:, offset : length - window + 1 + offset] for offset in range(window)], axis=2
    )
    filtered = stretches.reshape(-1, weight.shape[0]) @ weight
    highest: Floats = filtered.reshape(forms, length - window + 1, -1).max(axis=1)
    return highest + bias


def recur(gates: Floats, hidden: Floats, steps: Iterator[Ints]) -> Floats:
    """Run one direction of an LSTM over a batch of windows.

    Args:
        gates: What the input says to the four gates (input, forget, cell, output),
            ``[tokens, 4 × width]``.
        hidden: Weights from the state before, ``[width, 4 × width]``.
        steps: The rows of each time step.
    """
    width = hidden.shape[0]
    output = np.empty((len(gates), width), dtype=np.float32)
    state = cell = np.empty((0, width), dtype=np.float32)
    for time, rows in enumerate(steps):
        gate = gates[rows]
        if time:
            gate += state[: len(rows)] @ hidden
        squashed = squash(gate, width)
        entered = squashed[:, :width] * squashed[:, 2 * width : 3 * width]
        cell = entered if not time else squashed[:, width : 2 * width] * cell[: len(rows)] + entered
        state = squashed[:, 3 * width :] * np.tanh(cell)
        output[rows] = state
    return output


def squash(gate: Floats, width: int) -> Floats:
    """Sigmoid for the input, forget and output gates, tanh for the cell, in place.

    ``sigmoid(x) = (1 + tanh(x / 2)) / 2`` lets one vectorised call serve all four.
    """
    for start in (0, 3 * width):
        gate[:, start : start + width * (2 if not start else 1)] *= 0.5
    np.tanh(gate, out=gate)
    for start in (0, 3 * width):
        part = gate[:, start : start + width * (2 if not start else 1)]
        part += 1.0
        part *= 0.5
    return gate
