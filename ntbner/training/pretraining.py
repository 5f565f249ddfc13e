"""Pretraining: the network reads raw text before it sees a label.

The first recurrent layer's forward direction predicts each next word, its backward
direction each word before (Peters et al. 2018), over the most frequent cased forms, with a
softmax sampled over negatives that the whole batch shares. What it learns of contexts and
of spelling is where the tagger starts from; the prediction head is thrown away.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor, nn

from ntbner.training.forms import FormTable
from ntbner.training.network import TaggerNetwork

log = logging.getLogger(__name__)

NEGATIVES: Final = 1024
"""Wrong answers that the right one competes with."""

SMOOTHING: Final = 0.75
"""Power of the frequency with which negatives are drawn (Mikolov et al. 2013)."""


@dataclass(frozen=True, slots=True)
class PretrainingPlan:
    """How the raw text is read.

    Attributes:
        tokens_per_batch: Tokens in a batch.
        window: Most tokens in a window.
        targets: Number of forms that can be predicted.
        learning_rate: At its peak.
        warm_up: Share of the steps over which the rate climbs; then it falls to zero.
        seed: Of the order and the negatives.
    """

    tokens_per_batch: int = 3000
    window: int = 60
    targets: int = 40_000
    learning_rate: float = 2e-3
    warm_up: float = 0.02
    seed: int = 1


class WordPredictor(nn.Module):
    """The head: states of each direction against the embeddings of candidate words."""

    def __init__(self, targets: int, hidden: int) -> None:
        super().__init__()
        self.outputs = nn.Embedding(targets, hidden, sparse=True)
        nn.init.normal_(self.outputs.weight, std=hidden**-0.5)
        self.bias = nn.Embedding(targets, 1, sparse=True)
        nn.init.zeros_(self.bias.weight)

    def loss(self, states: Tensor, wanted: Tensor, negatives: Tensor, surprise: Tensor) -> Tensor:
        """Mean cross-entropy of the wanted words against shared negatives.

        Args:
            states: ``[positions, hidden]``.
            wanted: Target ids ``[positions]``.
            negatives: Target ids ``[negatives]``.
            surprise: Log-probability with which each target is drawn ``[targets]``.
        """
        right = (states * self.outputs(wanted)).sum(dim=1, keepdim=True) + self.bias(wanted)
        right = right - surprise[wanted].unsqueeze(1)
        wrong = states @ self.outputs(negatives).T + self.bias(negatives).T
        wrong = wrong - surprise[negatives]
        wrong = wrong.masked_fill(wanted.unsqueeze(1) == negatives, -1e4)
        logits = torch.cat([right, wrong], dim=1)
        return nn.functional.cross_entropy(logits, torch.zeros_like(wanted))


def cut_lines(lines: Sequence[Sequence[int]], window: int) -> list[tuple[int, ...]]:
    """Cut lines of token ids into windows of at most so many tokens."""
    return [
        tuple(line[start : start + window])
        for line in lines
        for start in range(0, len(line), window)
        if len(line) - start > 1
    ]


def draw_batches(
    windows: Sequence[Sequence[int]], tokens: int, random: np.random.Generator
) -> Iterator[list[int]]:
    """Window numbers in batches of like length, in random order."""
    jitter = random.random(len(windows))
    order = sorted(range(len(windows)), key=lambda i: (len(windows[i]), jitter[i]))
    batches: list[list[int]] = [[]]
    size = 0
    for index in order:
        if size + len(windows[index]) > tokens and batches[-1]:
            batches.append([])
            size = 0
        batches[-1].append(index)
        size += len(windows[index])
    for position in random.permutation(len(batches)):
        yield batches[position]


def pad(
    windows: Sequence[Sequence[int]], device: torch.device | None = None
) -> tuple[Tensor, Tensor]:
    """Windows as a matrix on a device, longest first, and their lengths; 0 pads."""
    ordered = sorted(windows, key=len, reverse=True)
    lengths = torch.tensor([len(window) for window in ordered])
    matrix = torch.zeros(len(ordered), int(lengths[0]), dtype=torch.long)
    for row, window in enumerate(ordered):
        matrix[row, : len(window)] = torch.tensor(window)
    return matrix.to(device), lengths


def positions_inside(matrix: Tensor, lengths: Tensor) -> Tensor:
    """Which positions of a padded matrix are tokens."""
    positions = torch.arange(matrix.shape[1], device=matrix.device)
    return positions < lengths.to(matrix.device).unsqueeze(1)


def pretrain(
    network: TaggerNetwork,
    table: FormTable,
    windows: Sequence[Sequence[int]],
    plan: PretrainingPlan,
) -> None:
    """Teach a network's embedding and first layer to predict neighbouring words.

    Args:
        network: Changed in place.
        table: Features of all forms, on the network's device.
        windows: Form ids.
        plan: How.
    """
    torch.manual_seed(plan.seed)
    random = np.random.default_rng(plan.seed)
    device = network.device
    counts = np.zeros(len(table.ids))
    for window in windows:
        np.add.at(counts, list(window), 1)
    frequent = np.argsort(-counts, kind="stable")[: plan.targets]
    target_of = torch.full((len(table.ids),), -1, dtype=torch.long)
    target_of[torch.from_numpy(frequent.copy())] = torch.arange(len(frequent))
    target_of = target_of.to(device)
    drawn = np.maximum(counts[frequent], 1) ** SMOOTHING
    drawing = torch.from_numpy(drawn / drawn.sum()).float().to(device)
    surprise = (drawing * NEGATIVES).log()
    head = WordPredictor(len(frequent), network.shape.hidden).to(device)
    used = [*network.characters.parameters(), *network.spelling.parameters(), network.scale]
    used += [*network.words.parameters(), *network.recurrent[0].parameters()]
    optimisers: list[Any] = [
        torch.optim.Adam(used, lr=plan.learning_rate, betas=(0.9, 0.99)),
        torch.optim.SparseAdam(list(head.parameters()), lr=plan.learning_rate),
    ]
    batches = list(draw_batches(windows, plan.tokens_per_batch, random))
    network.train()
    started, seen, smoothed = time.monotonic(), 0, 0.0
    for step, batch in enumerate(batches):
        done = step / len(batches)
        rate = plan.learning_rate * min(1.0, (done + 1e-4) / plan.warm_up, 1.03 - done)
        for optimiser in optimisers:
            for group in optimiser.param_groups:
                group["lr"] = rate
        matrix, lengths = pad([windows[index] for index in batch], device)
        states = network.read(network.embed(*table.rows(matrix)), lengths, layers=1)
        hidden = network.shape.hidden
        wanted = target_of[matrix]
        inside = positions_inside(matrix, lengths)
        wanted = wanted.masked_fill(~inside, -1)
        ahead, behind = wanted[:, 1:] >= 0, (wanted[:, :-1] >= 0) & inside[:, 1:]
        negatives = torch.multinomial(drawing, NEGATIVES, replacement=True)
        loss = head.loss(
            states[:, :-1, :hidden][ahead], wanted[:, 1:][ahead], negatives, surprise
        ) + head.loss(states[:, 1:, hidden:][behind], wanted[:, :-1][behind], negatives, surprise)
        for optimiser in optimisers:
            optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(used, 1.0)
        for optimiser in optimisers:
            optimiser.step()
        seen += int(lengths.sum())
        smoothed += (loss.item() / 2 - smoothed) * max(0.01, 1 / (step + 1))
        if step % 100 == 0:
            speed = seen / (time.monotonic() - started)
            log.info("pretraining %4.1f %%: loss %.3f, %.0f words/s", 100 * done, smoothed, speed)
