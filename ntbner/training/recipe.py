"""The recipe: everything that decides what the trained pipeline is, read from a config file.

The file is in spaCy's format (``ntbner/training/config.cfg`` is the shipped one), so
sections may be overridden and interpolated as there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from confection import ConfigValidationError
from spacy.util import load_config

from ntbner.errors import DataError
from ntbner.training.learning import LearningPlan
from ntbner.training.network import Dropout, Shape
from ntbner.training.pretraining import PretrainingPlan
from ntbner.training.vectors import VectorPlan

SHIPPED: Final = Path(__file__).with_name("config.cfg")
"""The recipe of the packaged pipeline."""

Plan = TypeVar("Plan")


@dataclass(frozen=True, slots=True)
class TeacherPlan:
    """Teachers of one kind.

    Attributes:
        name: What the recipe calls them.
        seeds: One teacher a seed.
        epochs: Epochs of each.
        network: Sizes that are not the pupil's.
    """

    name: str
    seeds: Sequence[int] = ()
    epochs: int = 8
    network: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recipe:
    """The sections of a config file.

    Attributes:
        vectors: How static vectors are made.
        network: Sizes of the network, but for those that the data decide.
        dropout: What is hidden while the tagger learns.
        pretraining: How raw text is read.
        share: Share of the raw text that pretraining reads.
        teachers: The networks that label silver together, kind by kind.
        surest: Least probability of every name in a silver window.
        silver_weight: What a silver window counts.
        silver_words: Most words of silver.
        training: How the packaged tagger learns.
    """

    vectors: VectorPlan
    network: Mapping[str, int]
    dropout: Dropout
    pretraining: PretrainingPlan
    share: float
    teachers: Sequence[TeacherPlan]
    surest: float
    silver_weight: float
    silver_words: int
    training: LearningPlan

    def with_network(self, sizes: Mapping[str, int]) -> Recipe:
        """The same recipe for a network some of whose sizes are others."""
        return replace(self, network={**self.network, **sizes})

    def shape(self, *, alphabet: int, vocabulary: int, vectors: int) -> Shape:
        """Sizes of the network, with the ids that the data need and the padding."""
        return Shape(
            alphabet=alphabet + 4, vocabulary=vocabulary + 1, vectors=vectors, **self.network
        )


def read_recipe(path: Path | None = None, *, overrides: Mapping[str, Any] | None = None) -> Recipe:
    """Read a recipe.

    Args:
        path: The config file; ``None`` for the shipped one.
        overrides: Values by dotted name, ``{"training.epochs": 3}``.

    Raises:
        DataError: A section or a value is missing, or one is not known.

    >>> read_recipe(overrides={"training.epochs": 3}).training.epochs
    3
    """
    path = path or SHIPPED
    try:
        config = load_config(path, overrides=dict(overrides or {}))
    except (ConfigValidationError, ValueError, OSError) as error:
        raise DataError(f"{path}: not a training config ({error})") from error
    sections = {name: dict(config.get(name, {})) for name in config}
    missing = {"vectors", "network", "dropout", "pretraining", "teachers", "silver", "training"}
    missing -= sections.keys()
    if missing:
        raise DataError(f"{path}: the sections {', '.join(sorted(missing))} are missing")
    try:
        silver = sections["silver"]
        return Recipe(
            vectors=_plan(VectorPlan, sections["vectors"], path),
            network=sections["network"],
            dropout=_plan(Dropout, sections["dropout"], path),
            share=float(sections["pretraining"].pop("share")),
            pretraining=_plan(PretrainingPlan, sections["pretraining"], path),
            teachers=_read_teachers(sections["teachers"], path),
            surest=float(silver["surest"]),
            silver_weight=float(silver["weight"]),
            silver_words=int(silver["words"]),
            training=_plan(LearningPlan, sections["training"], path),
        )
    except KeyError as error:
        raise DataError(f"{path}: the value {error} is missing") from error


def _read_teachers(kinds: Mapping[str, Any], path: Path) -> list[TeacherPlan]:
    """The teachers of each kind, a section a kind."""
    for name, values in kinds.items():
        if not isinstance(values, Mapping):
            raise DataError(
                f"{path}: [teachers] has the value {name!r}; expected a section for each kind of "
                f"teacher, as [teachers.small] with seeds and epochs"
            )
    return [_plan(TeacherPlan, {"name": name, **values}, path) for name, values in kinds.items()]


def _plan(kind: type[Plan], values: Mapping[str, Any], path: Path) -> Plan:
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # a dataclass
    unknown = sorted(values.keys() - known)
    if unknown:
        raise DataError(
            f"{path}: unknown values {', '.join(unknown)}; known are {', '.join(sorted(known))}"
        )
    return kind(**values)
