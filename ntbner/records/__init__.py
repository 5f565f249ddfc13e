"""The records: what a text is found to contain, as plain data.

A :class:`Mention` is one stretch of the caller's text that names somebody or something.
An :class:`Entity` is the record that its mentions share, with the reasons why.
An :class:`Extraction` is both for one text, with the ways to look at them.
A :class:`Comparison` is the answer to "are these two names the same?".

All are frozen, slotted and picklable, hold no spaCy object, and survive a JSON round
trip. The columns of every table that the library makes are declared here, once
(:data:`ENTITY_COLUMNS`, :data:`MENTION_COLUMNS`). Types are kept as plain strings so
that a record from somebody else's tagger needs no import of ours; what its labels mean is
in :data:`TYPE_OF_LABEL`.
"""

from ntbner.records.comparison import Comparison, Judgement
from ntbner.records.entity import ENTITY_COLUMNS, Entity, Reason
from ntbner.records.extraction import Extraction
from ntbner.records.mention import MENTION_COLUMNS, Kind, Mention, assign, retype
from ntbner.records.types import LOC, ORG, OTHER_TYPES, PER, TYPE_OF_LABEL, TYPES

__all__ = [
    "ENTITY_COLUMNS",
    "LOC",
    "MENTION_COLUMNS",
    "ORG",
    "OTHER_TYPES",
    "PER",
    "TYPES",
    "TYPE_OF_LABEL",
    "Comparison",
    "Entity",
    "Extraction",
    "Judgement",
    "Kind",
    "Mention",
    "Reason",
    "assign",
    "retype",
]
