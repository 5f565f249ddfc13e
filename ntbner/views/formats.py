"""The formats that extractions are written in: the table, HTML, CSV, JSON and JSON lines.

A writer takes extractions, and whether there are several, and gives the text piece by
piece: what it has written it need not keep.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from ntbner.records import ENTITY_COLUMNS, Extraction


def head(extraction: Extraction) -> str:
    """The line over a text's own output, where there are several."""
    name = "standard input" if extraction.doc_id == "-" else extraction.doc_id
    return f"==> {name} <=="


def _write_table(extractions: Iterable[Extraction], titled: bool) -> Iterator[str]:
    for number, extraction in enumerate(extractions):
        if number > 0:
            yield "\n"
        if titled:
            yield f"{head(extraction)}\n"
        yield f"{extraction}\n"


def _write_json(extractions: Iterable[Extraction], titled: bool) -> Iterator[str]:
    before = "[\n"
    for extraction in extractions:
        yield before + extraction.to_json(indent=2)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _write_json_lines(extractions: Iterable[Extraction], titled: bool) -> Iterator[str]:
    return (f"{extraction.to_json()}\n" for extraction in extractions)


def _write_csv(extractions: Iterable[Extraction], titled: bool) -> Iterator[str]:
    from ntbner.views.frames import entity_rows

    yield _csv_line(ENTITY_COLUMNS)
    for row in entity_rows(extractions):
        yield _csv_line(row)


def _write_html(extractions: Iterable[Extraction], titled: bool) -> Iterator[str]:
    from ntbner.views.html import document

    return document(extractions)


WRITERS: Final[dict[str, Callable[[Iterable[Extraction], bool], Iterator[str]]]] = {
    "table": _write_table,
    "json": _write_json,
    "jsonl": _write_json_lines,
    "csv": _write_csv,
    "html": _write_html,
}
"""How each format is written: extractions, and whether there are several, to pieces of it."""


def _csv_line(values: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()
