"""Learning: annotated windows in, a trained network out.

Adam with a short warm-up and a fall to zero, dropout, and a running average of the
weights, which is what is scored and shipped (Polyak and Juditsky 1992). Every epoch ends
in a checkpoint from which an interrupted training goes on.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from ntbner.training.encoding import Window
from ntbner.training.forms import FormTable
from ntbner.training.network import TaggerNetwork
from ntbner.training.pretraining import draw_batches, pad, positions_inside

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LearningPlan:
    """How the network learns.

    Attributes:
        epochs: Times that every window is seen.
        tokens_per_batch: Tokens in a batch.
        learning_rate: At its peak.
        warm_up: Share of the steps over which the rate climbs.
        averaging: Weight of the past in the running average of the weights.
        clip: Largest norm of a gradient.
        seed: Of the order and the dropout.
    """

    epochs: int = 10
    tokens_per_batch: int = 800
    learning_rate: float = 2e-3
    warm_up: float = 0.05
    averaging: float = 0.998
    clip: float = 1.0
    seed: int = 1


@dataclass(slots=True)
class Learner:
    """A network, its running average and its optimiser: what a checkpoint holds."""

    network: TaggerNetwork
    average: AveragedModel
    optimiser: torch.optim.Optimizer
    epoch: int = 0

    @classmethod
    def of(cls, network: TaggerNetwork, plan: LearningPlan) -> Learner:
        """A learner at the start."""
        running = get_ema_multi_avg_fn(plan.averaging)  # type: ignore[no-untyped-call]
        average = AveragedModel(network, multi_avg_fn=running)
        optimiser = torch.optim.Adam(network.parameters(), lr=plan.learning_rate, betas=(0.9, 0.99))
        return cls(network, average, optimiser)

    def save(self, path: Path) -> None:
        """Write a checkpoint, whole or not at all."""
        state: dict[str, Any] = {
            "epoch": self.epoch,
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
        }
        partial = path.with_suffix(".partial")
        torch.save(state, partial)
        partial.replace(path)

    def load(self, path: Path) -> None:
        """Go on from a checkpoint."""
        state = torch.load(path, weights_only=True, map_location=self.network.device)
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.epoch = state["epoch"]

    @property
    def averaged(self) -> TaggerNetwork:
        """The network with the averaged weights."""
        network = self.average.module
        assert isinstance(network, TaggerNetwork)
        return network


def learn(
    network: TaggerNetwork,
    table: FormTable,
    windows: Sequence[Window],
    plan: LearningPlan,
    *,
    checkpoint: Path | None = None,
    after_epoch: Callable[[TaggerNetwork, int], None] | None = None,
) -> TaggerNetwork:
    """Train a network on annotated windows.

    Args:
        network: Where it starts; changed in place.
        table: Features of all the windows' forms, on the network's device.
        windows: The annotated windows.
        plan: How.
        checkpoint: File written after each epoch; if it exists, training goes on from it.
        after_epoch: Called with the averaged network and the number of epochs done.

    Returns:
        The network with averaged weights.
    """
    learner = Learner.of(network, plan)
    if checkpoint is not None and checkpoint.exists():
        learner.load(checkpoint)
        log.info("going on from %s after epoch %d", checkpoint, learner.epoch)
    forms = [table.add(window.words) for window in windows]
    total, device = plan.epochs, network.device
    while learner.epoch < plan.epochs:
        torch.manual_seed(plan.seed * 1000 + learner.epoch)
        random = np.random.default_rng((plan.seed, learner.epoch))
        batches = list(draw_batches(forms, plan.tokens_per_batch, random))
        network.train()
        started, losses, tokens = time.monotonic(), 0.0, 0
        for number, batch in enumerate(batches):
            done = (learner.epoch + number / len(batches)) / total
            for group in learner.optimiser.param_groups:
                group["lr"] = plan.learning_rate * rate_at(done, plan.warm_up)
            order = sorted(batch, key=lambda index: len(forms[index]), reverse=True)
            matrix, lengths = pad([forms[index] for index in order], device)
            tags, _ = pad([windows[index].tags for index in order], device)
            weights = torch.tensor([windows[index].weight for index in order], device=device)
            mask = positions_inside(matrix, lengths)
            states = network.read(network.embed(*table.rows(matrix)), lengths)
            loss = (network.loss(network.tags(states), tags, mask) * weights).sum()
            learner.optimiser.zero_grad()
            (loss / len(batch)).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), plan.clip)
            learner.optimiser.step()
            learner.average.update_parameters(network)
            losses += loss.item()
            tokens += int(lengths.sum())
        learner.epoch += 1
        took = time.monotonic() - started
        log.info(
            "epoch %d of %d: loss %.4f a token, %.0f words/s, %.0f s",
            learner.epoch,
            plan.epochs,
            losses / tokens,
            tokens / took,
            took,
        )
        if checkpoint is not None:
            learner.save(checkpoint)
        if after_epoch is not None:
            after_epoch(learner.averaged, learner.epoch)
    return learner.averaged


def rate_at(done: float, warm_up: float) -> float:
    """Share of the peak learning rate after a share of the training: up, then a cosine down.

    >>> rate_at(0.05, 0.05)
    1.0
    """
    if done < warm_up:
        return (done + 1e-3) / (warm_up + 1e-3)
    return 0.5 * (1 + math.cos(math.pi * (done - warm_up) / (1 - warm_up)))
