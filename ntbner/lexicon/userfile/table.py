"""The names of a table (CSV) with a header."""

from __future__ import annotations

import csv
import io
from typing import Final

from ntbner.lexicon.userfile.names import Builder, UserNames
from ntbner.lexicon.userfile.source import Source, StrPath
from ntbner.lexicon.userfile.values import read_type

COLUMNS: Final = ("name", "type", "aliases", "id", "different")
"""Columns of a table, besides ``link:SOURCE``; the first two must be there."""

LINK: Final = "link:"
"""What the name of a column of identifiers starts with (``link:wikidata``)."""

DELIMITERS: Final = ",;\t"


def read_csv(path: StrPath) -> UserNames:
    """The names of a table; see :meth:`ntbner.Lexicon.from_csv`."""
    source = Source.open(path)
    start, header = source.lines[0]
    delimiter = max(DELIMITERS, key=header.count)
    reader = csv.reader(io.StringIO(source.text, newline=""), delimiter=delimiter, strict=True)
    builder = Builder(source.path)
    columns: list[str] | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            problem = f"not a row of a table ({error}); check its quotation marks"
            raise builder.refuse(line, problem) from error
        if cells is None:
            return builder.finish()
        if not any(cell.strip() for cell in cells):
            continue
        if columns is None:
            columns = _read_header(builder, start, [cell.strip() for cell in cells])
        else:
            _add_cells(builder, line, columns, [cell.strip() for cell in cells])


def _read_header(builder: Builder, line: int, columns: list[str]) -> list[str]:
    """The names of the columns, which must be known ones, each once."""
    expected = f"expected {', '.join(COLUMNS)} and {LINK}SOURCE"
    if not set(columns) & set(COLUMNS):
        raise builder.refuse(line, f"found no header, but {columns}; {expected} in the first line")
    for column in columns:
        if column not in COLUMNS and not column.startswith(LINK):
            raise builder.refuse(line, f"found the column {column!r}; {expected}, or take it out")
    if len(set(columns)) < len(columns):
        raise builder.refuse(line, f"a column stands twice in {columns}; {expected}")
    for column in COLUMNS[:2]:
        if column not in columns:
            raise builder.refuse(
                line, f"found the columns {columns}, not {column!r}; name and type must be there"
            )
    return columns


def _add_cells(builder: Builder, line: int, columns: list[str], cells: list[str]) -> None:
    if len(cells) != len(columns):
        raise builder.refuse(
            line,
            f"found {len(cells)} cells; expected {len(columns)}, as in the header (put quotation "
            "marks around a cell that holds the separator)",
        )
    row = dict(zip(columns, cells, strict=True))
    builder.add(
        line,
        type=read_type(builder, line, row["type"]),
        forms=[row["name"], *_split(row.get("aliases", ""))],
        id=row.get("id", ""),
        links={
            key.removeprefix(LINK): row[key] for key in columns if key.startswith(LINK) and row[key]
        },
        different=_split(row.get("different", "")),
    )


def _split(cell: str) -> list[str]:
    return [part for part in map(str.strip, cell.split("|")) if part]
