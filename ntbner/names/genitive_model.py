"""A small model of the genitive: what letters, neighbours and lists say about a final -s.

A logistic regression over named features (:mod:`ntbner.names.genitive_features`). Its
weights, and what is known of neighbouring words and of forms in s, stand in
``genitive_model.tsv``, made by :mod:`ntbner.training.genitive` from NorNE (CC0) and
running text:

=====  ==========================================  =======================================
row    key                                         value
=====  ==========================================  =======================================
``w``  feature                                     weight
``p``  word, or ``-`` and a word ending            class: V finite verb, P other verb form,
                                                   N noun or adjective, D determiner, O other;
                                                   in lower case where it is not always so
``r``  form in s                                   log2 of its frequency over the bare form's;
                                                   log-odds of a genitive by its neighbours
``n``  word, or ``-`` and a word ending            log2 of how much more often it stands behind
                                                   a genitive than behind other names
=====  ==========================================  =======================================

Scores stand in ``docs``; ``tests/benchmarks/bench_genitive.py`` measures them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

from ntbner.names.genitive_features import (
    Occurrence,
    Tables,
    Usage,
    name_features,
    neighbour_features,
)

TABLES: Final = "wprn"
"""Kinds of rows."""

NEIGHBOURS: Final = 4096
"""Pairs of neighbouring words whose weight is kept: most names stand between common words."""


class GenitiveModel:
    """The weights, and the tables that features are looked up in.

    Args:
        weights: Weight of each feature.
        tables: What is known of words.
    """

    def __init__(self, weights: Mapping[str, float], tables: Tables) -> None:
        self.weights, self.tables = weights, tables
        self._weigh_neighbours = lru_cache(NEIGHBOURS)(self._sum_neighbours)

    def score(self, occurrence: Occurrence) -> float:
        """Log-odds that a form is a genitive; positive for yes."""
        return self._sum(name_features(occurrence, self.tables)) + self._weigh_neighbours(
            occurrence.previous_word, occurrence.next_word
        )

    def _sum_neighbours(self, previous_word: str, next_word: str) -> float:
        return self._sum(neighbour_features(previous_word, next_word, self.tables.classes))

    def _sum(self, features: Iterable[str]) -> float:
        weigh = self.weights.get
        return sum([weigh(feature, 0.0) for feature in features])


@lru_cache(maxsize=1)
def load_model() -> GenitiveModel:
    """The packaged model, read once."""
    text = files("ntbner.names").joinpath("genitive_model.tsv").read_text(encoding="utf-8")
    rows: dict[str, dict[str, str]] = {kind: {} for kind in TABLES}
    for line in text.splitlines():
        kind, key, value = line.split("\t")
        rows[kind][key] = value
    return GenitiveModel(
        {key: float(value) for key, value in rows["w"].items()},
        Tables(
            classes=rows["p"],
            usages={key: Usage(*map(int, value.split(" "))) for key, value in rows["r"].items()},
            behind={key: int(value) for key, value in rows["n"].items()},
        ),
    )
