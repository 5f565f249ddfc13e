"""Entities: the records that mentions share, and the reasons why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ntbner.records.mention import Mention

ENTITY_COLUMNS: Final = ("doc_id", "id", "type", "name", "mentions", "aliases", "links", "reasons")
"""Columns of :meth:`Extraction.to_frame`, in order."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one form belongs to a record, or why it does not.

    Attributes:
        form: The base form that was judged (*Assad*).
        other: The form it was judged against (*Bashar al-Assad*).
        rule: Name of the rule that decided (``surname``, ``skeleton``, ``lexicon`` …).
        detail: The evidence in words (``surname of 'Bashar al-Assad', 2 sentences before``).
        score: Strength of the likeness, 0 to 1.
    """

    form: str
    other: str
    rule: str
    detail: str
    score: float = 1.0

    def __str__(self) -> str:
        return f"{self.form}: {self.detail}"


@dataclass(frozen=True, slots=True, repr=False)
class Entity:
    """A record: one person, place or organisation, with all its mentions in the text.

    Shown in a line; ``print(result.explain(entity))`` tells the rest.

    Attributes:
        id: Stable: the same text gives the same ids.
        type: ``PER``, ``LOC`` or ``ORG``.
        name: The canonical name: the fullest base form among its own mentions.
        aliases: Every base form it goes by in the text, with its number of mentions,
            most frequent first.
        mentions: Its mentions in the order of the text.
        links: Identifiers in cited sources (``{"iso3166": "IQ", "geonames": "99237"}``).
        reasons: Why these mentions are one record.
        near_misses: What it was nearly merged with, and why it was not.
        candidates: Ids of the records that it may be, where the text does not say
            (a surname that fits two people).
    """

    id: str
    type: str
    name: str
    aliases: Mapping[str, int] = field(hash=False)
    mentions: tuple[Mention, ...]
    links: Mapping[str, str] = field(default_factory=dict, hash=False)
    reasons: tuple[Reason, ...] = ()
    near_misses: tuple[Reason, ...] = ()
    candidates: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms as they are written in the text, each once, in order of appearance."""
        return tuple(dict.fromkeys(mention.text for mention in self.mentions))

    def __repr__(self) -> str:
        count = len(self.mentions)
        return f"Entity({self.name!r}, {self.type}, {count} mention{'' if count == 1 else 's'})"

    def __str__(self) -> str:
        return f"{self.name} ({self.type}, {len(self.mentions)})"
