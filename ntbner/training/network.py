"""The network as it is trained: :mod:`ntbner.tagger.network` in PyTorch, with its loss.

Besides the tag scores it has a second head, used before there are any labels: the first
recurrent layer's two directions each predict the next word they have not read (a
bidirectional language model, Peters et al. 2018), so that it has seen much more text than
anybody has annotated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from ntbner.tagger.features import FLAGS, SHAPE_FLAGS
from ntbner.tagger.scheme import TAGS, allowed_starts, allowed_transitions

IMPOSSIBLE = -1e4
"""Score of a transition that the scheme forbids."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network.

    Attributes:
        alphabet: Number of character ids.
        vocabulary: Number of frequent words, the unknown one included.
        vectors: Dimensions of the static vectors.
        character: Dimensions of a character's embedding.
        filters: Filters of the convolution over characters.
        window: Characters that a filter sees.
        word: Dimensions of a frequent word's embedding.
        hidden: Width of each direction of a recurrent layer.
        layers: Number of recurrent layers.
    """

    alphabet: int
    vocabulary: int
    vectors: int
    character: int = 32
    filters: int = 64
    window: int = 3
    word: int = 48
    hidden: int = 160
    layers: int = 2


@dataclass(frozen=True, slots=True)
class Dropout:
    """What is hidden from the network while it learns, as probabilities.

    Attributes:
        embedding: Of each number in a form's vector (one mask a window).
        hidden: Of each number between and above the recurrent layers (one mask a window).
        word: Of a token's frequent-word id, so that names seen in training are not learnt
            by heart.
        flags: Of all of a token's lexicon flags, so that the tagger does not lean on them.
    """

    embedding: float = 0.3
    hidden: float = 0.35
    word: float = 0.3
    flags: float = 0.2


class TaggerNetwork(nn.Module):
    """Forms in, tag scores out; see :mod:`ntbner.tagger.network` for the layers."""

    forbidden: Tensor
    forbidden_start: Tensor

    def __init__(self, shape: Shape, dropout: Dropout) -> None:
        super().__init__()
        self.shape, self.dropout = shape, dropout
        self.characters = nn.Embedding(shape.alphabet, shape.character, padding_idx=0)
        self.spelling = nn.Conv1d(shape.character, shape.filters, shape.window)
        self.words = nn.Embedding(shape.vocabulary, shape.word)
        nn.init.normal_(self.words.weight, std=0.1)
        self.scale = nn.Parameter(torch.ones(shape.vectors))
        self.width = width = shape.filters + shape.vectors + shape.word + FLAGS
        self.recurrent = nn.ModuleList()
        for _ in range(shape.layers):
            self.recurrent.append(
                nn.LSTM(width, shape.hidden, bidirectional=True, batch_first=True)
            )
            width = 2 * shape.hidden
        self.tags = nn.Linear(width, len(TAGS))
        self.between = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.start = nn.Parameter(torch.zeros(len(TAGS)))
        self.end = nn.Parameter(torch.zeros(len(TAGS)))
        allowed = torch.from_numpy(allowed_transitions())
        self.register_buffer("forbidden", (~allowed).float() * IMPOSSIBLE, persistent=False)
        starts = torch.from_numpy(allowed_starts())
        self.register_buffer("forbidden_start", (~starts).float() * IMPOSSIBLE, persistent=False)

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return self.scale.device

    def embed(
        self, characters: Tensor, vectors: Tensor, words: Tensor, flags: Tensor, rows: Tensor
    ) -> Tensor:
        """Vectors ``[windows, length, width]`` of the forms that stand in each window.

        Args:
            characters: ``[forms, LONGEST_WORD + 2]``.
            vectors: ``[forms, dimensions]``.
            words: ``[forms]``.
            flags: ``[forms, FLAGS]``.
            rows: Form of each token ``[windows, length]``.
        """
        spelling = self.spelling(self.characters(characters).transpose(1, 2)).amax(dim=2)
        fixed = torch.cat([spelling, vectors * self.scale], dim=1)[rows]
        word, known = words[rows], flags[rows]
        if self.training:
            word = word.masked_fill(torch.rand_like(word, dtype=torch.float) < self.dropout.word, 0)
            keep = torch.rand_like(known[..., 0]) >= self.dropout.flags
            known = torch.cat(
                [known[..., :SHAPE_FLAGS], known[..., SHAPE_FLAGS:] * keep.unsqueeze(-1)], dim=-1
            )
        joined = torch.cat([fixed, self.words(word), known], dim=-1)
        return self.drop(joined, self.dropout.embedding)

    def drop(self, values: Tensor, rate: float) -> Tensor:
        """Dropout with one mask for all tokens of a window (Gal and Ghahramani 2016)."""
        if not self.training or not rate:
            return values
        mask = torch.empty_like(values[:, :1]).bernoulli_(1 - rate) / (1 - rate)
        return values * mask

    def read(self, embedded: Tensor, lengths: Tensor, *, layers: int | None = None) -> Tensor:
        """States ``[windows, length, 2 × hidden]`` of the top recurrent layer."""
        below = embedded
        for layer in list(self.recurrent)[:layers]:
            packed = nn.utils.rnn.pack_padded_sequence(below, lengths, batch_first=True)
            below, _ = nn.utils.rnn.pad_packed_sequence(layer(packed)[0], batch_first=True)
            below = self.drop(below, self.dropout.hidden)
        return below

    def chain(self) -> tuple[Tensor, Tensor, Tensor]:
        """Transition scores: between, start, end; forbidden ones hugely negative."""
        return self.between + self.forbidden, self.start + self.forbidden_start, self.end

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Negative log-probability of the gold tags, one number a window.

        Args:
            scores: ``[windows, length, tags]``.
            tags: Gold tags ``[windows, length]``; anything where there is no token.
            mask: Which positions are tokens ``[windows, length]``.
        """
        between, start, end = self.chain()
        last = mask.sum(dim=1, keepdim=True) - 1
        emitted = (scores.gather(2, tags.unsqueeze(2)).squeeze(2) * mask).sum(dim=1)
        moved = (between[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum(dim=1)
        path = start[tags[:, 0]] + emitted + moved + end[tags.gather(1, last).squeeze(1)]
        state = start + scores[:, 0]
        for time in range(1, scores.shape[1]):
            onward = torch.logsumexp(state.unsqueeze(2) + between, dim=1) + scores[:, time]
            state = torch.where(mask[:, time : time + 1], onward, state)
        return torch.logsumexp(state + end, dim=1) - path

    def export(self) -> dict[str, npt.NDArray[np.float32]]:
        """The weights as :class:`ntbner.tagger.network.Network` names and lays them out."""
        between, start, end = self.chain()
        spelling = self.spelling.weight.permute(2, 1, 0).reshape(-1, self.shape.filters)
        weights: dict[str, Any] = {
            "characters": self.characters.weight,
            "spelling.weight": spelling,
            "spelling.bias": self.spelling.bias,
            "words": self.words.weight,
            "scale": self.scale,
            "tags.weight": self.tags.weight.T,
            "tags.bias": self.tags.bias,
            "chain.between": between,
            "chain.start": start,
            "chain.end": end,
        }
        for index, layer in enumerate(self.recurrent):
            for direction, suffix in (("forward", ""), ("backward", "_reverse")):
                name = f"recurrent.{index}.{direction}"
                weights[f"{name}.input"] = getattr(layer, f"weight_ih_l0{suffix}").T
                weights[f"{name}.hidden"] = getattr(layer, f"weight_hh_l0{suffix}").T
                weights[f"{name}.bias"] = getattr(layer, f"bias_ih_l0{suffix}") + getattr(
                    layer, f"bias_hh_l0{suffix}"
                )
        return {
            name: weight.detach().cpu().contiguous().numpy().astype(np.float32)
            for name, weight in weights.items()
        }

    def restore(self, weights: Mapping[str, npt.NDArray[Any]]) -> None:
        """Take over exported weights: the inverse of :meth:`export`."""
        shape = self.shape
        loaded = {name: torch.from_numpy(np.array(w, np.float32)) for name, w in weights.items()}
        state = {
            "characters.weight": loaded["characters"],
            "spelling.weight": loaded["spelling.weight"]
            .reshape(shape.window, shape.character, shape.filters)
            .permute(2, 1, 0),
            "spelling.bias": loaded["spelling.bias"],
            "words.weight": loaded["words"],
            "scale": loaded["scale"],
            "tags.weight": loaded["tags.weight"].T,
            "tags.bias": loaded["tags.bias"],
            "between": loaded["chain.between"].clamp(min=IMPOSSIBLE / 2),
            "start": loaded["chain.start"].clamp(min=IMPOSSIBLE / 2),
            "end": loaded["chain.end"],
        }
        for index in range(shape.layers):
            for direction, suffix in (("forward", ""), ("backward", "_reverse")):
                name, layer = f"recurrent.{index}.{direction}", f"recurrent.{index}"
                state[f"{layer}.weight_ih_l0{suffix}"] = loaded[f"{name}.input"].T
                state[f"{layer}.weight_hh_l0{suffix}"] = loaded[f"{name}.hidden"].T
                state[f"{layer}.bias_ih_l0{suffix}"] = loaded[f"{name}.bias"]
                state[f"{layer}.bias_hh_l0{suffix}"] = torch.zeros_like(loaded[f"{name}.bias"])
        self.load_state_dict(state)
