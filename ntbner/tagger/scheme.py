"""The tag scheme: NorNE's nine labels as begin–inside–outside tags.

Tag 0 is ``O``; label *k* owns tags ``2k + 1`` (begin) and ``2k + 2`` (inside).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

LABELS: Final = (
    "PER",
    "ORG",
    "LOC",
    "GPE_LOC",
    "GPE_ORG",
    "PROD",
    "EVT",
    "DRV",
    "MISC",
)
"""NorNE's labels (Jørgensen et al. 2020, "NorNE: Annotating Named Entities for Norwegian")."""

OUTSIDE: Final = 0
TAGS: Final = ("O", *(f"{prefix}-{label}" for label in LABELS for prefix in "BI"))


def begin(label: int) -> int:
    """The tag that opens a span of a label (its index in :data:`LABELS`)."""
    return 2 * label + 1


def inside(label: int) -> int:
    """The tag that continues a span of a label."""
    return 2 * label + 2


def allowed_transitions() -> npt.NDArray[np.bool_]:
    """Which tag may follow which: ``I-X`` only follows ``B-X`` or ``I-X``.

    Returns:
        A matrix ``[from, to]`` over :data:`TAGS`.

    >>> bool(allowed_transitions()[TAGS.index("B-PER"), TAGS.index("I-PER")])
    True
    >>> bool(allowed_transitions()[TAGS.index("B-PER"), TAGS.index("I-ORG")])
    False
    """
    allowed = np.ones((len(TAGS), len(TAGS)), dtype=bool)
    for label in range(len(LABELS)):
        allowed[:, inside(label)] = False
        allowed[[begin(label), inside(label)], inside(label)] = True
    return allowed


def allowed_starts() -> npt.NDArray[np.bool_]:
    """Which tags may open a window: all but the inside ones."""
    return np.array([not tag.startswith("I-") for tag in TAGS])


def encode(length: int, spans: Iterable[tuple[int, int, str]]) -> list[int]:
    """Tags of a window from its spans ``(first token, token behind the last, label)``.

    >>> [TAGS[tag] for tag in encode(3, [(0, 2, "PER")])]
    ['B-PER', 'I-PER', 'O']
    """
    tags = [OUTSIDE] * length
    for start, end, name in spans:
        label = LABELS.index(name)
        tags[start] = begin(label)
        tags[start + 1 : end] = [inside(label)] * (end - start - 1)
    return tags


def decode(tags: Sequence[int]) -> list[tuple[int, int, str]]:
    """Spans of a window from a well-formed sequence of tags; the inverse of :func:`encode`.

    >>> decode(encode(3, [(0, 2, "PER")]))
    [(0, 2, 'PER')]
    """
    spans: list[tuple[int, int, str]] = []
    start: int | None = None
    for index, tag in enumerate([*tags, OUTSIDE]):
        continues = tag != OUTSIDE and tag % 2 == 0
        if start is not None and not continues:
            spans.append((start, index, LABELS[(tags[start] - 1) // 2]))
            start = None
        if tag % 2 == 1:
            start = index
    return spans
