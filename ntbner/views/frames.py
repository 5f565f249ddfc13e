"""Records as rows and as pandas tables, with columns and types that never vary.

One declared schema serves full and empty tables alike. Three columns hold more than one
value each (``aliases``, ``links``, ``reasons``); they are JSON text, which CSV, Parquet
and databases all keep as it is. Read one back with ``frame["aliases"].map(json.loads)``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from ntbner.errors import MissingExtra
from ntbner.records import ENTITY_COLUMNS, MENTION_COLUMNS, Extraction

if TYPE_CHECKING:
    import pandas

Row: TypeAlias = tuple[str | int | float | None, ...]

_NUMBERS: Final = {
    "start": "int64",
    "end": "int64",
    "mentions": "int64",
    "confidence": "float64",
}
"""Columns that hold numbers; all others hold text, missing where there is none."""


def entity_rows(extractions: Iterable[Extraction]) -> Iterator[Row]:
    """One row a record, in the order of :data:`ntbner.records.ENTITY_COLUMNS`.

    ``mentions`` is their number; ``aliases`` and ``links`` are JSON objects, ``reasons`` is
    a JSON array of sentences.

    >>> from ntbner.records import Entity
    >>> oslo = Entity("loc-oslo", "LOC", "Oslo", {"Oslo": 2}, (), {"geonames": "3143244"})
    >>> list(entity_rows([Extraction("…", entities=(oslo,))]))
    [(None, 'loc-oslo', 'LOC', 'Oslo', 0, '{"Oslo": 2}', '{"geonames": "3143244"}', '[]')]
    """
    for extraction in extractions:
        for entity in extraction.entities:
            yield (
                extraction.doc_id,
                entity.id,
                entity.type,
                entity.name,
                len(entity.mentions),
                _as_json(dict(entity.aliases)),
                _as_json(dict(entity.links)),
                _as_json([str(reason) for reason in entity.reasons]),
            )


def mention_rows(extractions: Iterable[Extraction]) -> Iterator[Row]:
    """One row a mention, in the order of :data:`ntbner.records.MENTION_COLUMNS`."""
    for extraction in extractions:
        for mention in extraction.mentions:
            values = (getattr(mention, column) for column in MENTION_COLUMNS[1:])
            yield (extraction.doc_id, *values)


def entity_frame(extractions: Iterable[Extraction]) -> pandas.DataFrame:
    """The records of one or more texts as a table.

    Args:
        extractions: What was found in each text.

    Returns:
        One row a record, columns :data:`ntbner.records.ENTITY_COLUMNS`, values as in
        :func:`entity_rows`.

    Raises:
        MissingExtra: pandas is not installed.
    """
    return _make_frame(entity_rows(extractions), ENTITY_COLUMNS)


def mention_frame(extractions: Iterable[Extraction]) -> pandas.DataFrame:
    """The mentions of one or more texts as a table.

    Args:
        extractions: What was found in each text.

    Returns:
        One row a mention, columns :data:`ntbner.records.MENTION_COLUMNS`.

    Raises:
        MissingExtra: pandas is not installed.
    """
    return _make_frame(mention_rows(extractions), MENTION_COLUMNS)


def _make_frame(rows: Iterable[Row], columns: tuple[str, ...]) -> pandas.DataFrame:
    try:
        import pandas
    except ImportError as error:
        raise MissingExtra("pandas", "frames", "a table") from error
    frame = pandas.DataFrame(list(rows), columns=list(columns), dtype=object)
    return frame.astype({column: _NUMBERS.get(column, "string") for column in columns})


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
