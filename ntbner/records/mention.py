"""Mentions: stretches of a text that name somebody or something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

from ntbner.records.types import TYPE_OF_LABEL

Kind = Literal["name", "derived"]
"""``name``: the stretch is a name; ``derived``: a name inside a compound (*Syria-krigen*)."""

MENTION_COLUMNS: Final = (
    "doc_id",
    "start",
    "end",
    "text",
    "type",
    "label",
    "kind",
    "confidence",
    "entity",
)
"""Columns of :meth:`Extraction.mentions_frame`, in order."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of text that names a person, a place or an organisation.

    Attributes:
        start: Offset of its first character in the caller's string.
        end: Offset behind its last character; ``text[start:end] == mention.text``.
        text: The stretch as it is written, genitive and all.
        type: ``PER``, ``LOC`` or ``ORG`` (others with ``types="all"``).
        label: What the tagger said before mapping (``GPE_ORG`` …), if it said anything.
        kind: ``name``, or ``derived`` for the name inside a compound (*Syria-krigen*).
        confidence: Calibrated probability that span and type are right, 0 to 1; ``None``
            where the tagger gives none, or gave it for another type than the record's
            (``label`` says which).
        entity: Id of the record it belongs to; ``None`` before normalising.
    """

    start: int
    end: int
    text: str
    type: str
    label: str | None = None
    kind: Kind = "name"
    confidence: float | None = None
    entity: str | None = None


def assign(mentions: Iterable[Mention], entity_id: str) -> tuple[Mention, ...]:
    """The same mentions, marked as belonging to a record."""
    return tuple(
        Mention(m.start, m.end, m.text, m.type, m.label, m.kind, m.confidence, entity_id)
        for m in mentions
    )


def retype(mention: Mention, type: str) -> Mention:
    """The mention with its record's type.

    A confidence is of the type that the tagger gave; for another one there is none.

    >>> retype(Mention(0, 6, "Tyrkia", "ORG", "ORG", confidence=0.9), "LOC").confidence is None
    True
    """
    given = TYPE_OF_LABEL.get(mention.label or mention.type)
    confidence = mention.confidence if given == type else None
    if (mention.type, mention.confidence) == (type, confidence):
        return mention
    return replace(mention, type=type, confidence=confidence)
