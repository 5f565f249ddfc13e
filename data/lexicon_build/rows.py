"""The tables in ``data/sources``: reading them, and rows on their way into the lexicon.

A table starts with ``# key: value`` lines (type, kind, provenance, licence, date), then
a line of column names, then tab-separated rows. Lists inside a cell are separated by
``;``. An unknown column, a doubled name or an empty name stops the build. ``# words: whole``
and ``# words: none`` limit what of a table becomes a feature of the tagger (``words.txt``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent / "sources"
ENTRY_COLUMNS = ("name", "kind", "acronyms", "aliases", "adjectives", "links")
META = frozenset(("type", "kind", "words", "provenance", "licence", "date"))


@dataclass(slots=True)
class Row:
    """An entry while it is being put together.

    Its forms make features of the tagger (``words.txt``): with the ``features`` *all*, also
    the words inside them; *whole*, only forms of one word; *none*, nothing. ``silent`` forms
    make none.
    """

    id: str
    type: str
    kind: str
    name: str
    aliases: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    source: str = "authors"
    features: str = "all"
    silent: list[str] = field(default_factory=list)

    @property
    def forms(self) -> list[str]:
        """Its name, then its other forms, each once."""
        return list(dict.fromkeys((self.name, *self.acronyms, *self.aliases)))


@dataclass(frozen=True, slots=True)
class Table:
    """A source table: its header fields and its rows as dicts."""

    path: Path
    meta: dict[str, str]
    rows: list[dict[str, str]]


def slug(name: str) -> str:
    """The name as it stands in an id.

    >>> slug("Høyre"), slug("Statens vegvesen")
    ('hoyre', 'statens-vegvesen')
    """
    text = name.casefold().translate(str.maketrans({"ø": "o", "æ": "ae", "å": "aa", "đ": "d"}))
    text = unicodedata.normalize("NFKD", text)
    text = "".join(char for char in text if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def split_list(cell: str) -> list[str]:
    """The items of a list cell."""
    return [item.strip() for item in cell.split(";") if item.strip()]


def read_table(path: Path) -> Table:
    """A source table.

    Raises:
        ValueError: With file and line, for a row that does not fit the columns.
    """
    meta: dict[str, str] = {}
    columns: list[str] | None = None
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            key, _, value = line.lstrip("# ").partition(": ")
            meta[key] = value
        elif not line.strip():
            continue
        elif columns is None:
            columns = line.split("\t")
        else:
            cells = line.split("\t")
            if len(cells) > len(columns) or not cells[0].strip():
                raise ValueError(f"{path}:{number}: {len(cells)} cells for {len(columns)} columns")
            cells += [""] * (len(columns) - len(cells))
            rows.append(dict(zip(columns, (cell.strip() for cell in cells), strict=True)))
    return Table(path, meta, rows)


def table_rows(path: Path) -> Iterator[Row]:
    """The entries of a table whose header names their type and kind."""
    table = read_table(path)
    unknown = {key for cells in table.rows for key in cells} - set(ENTRY_COLUMNS)
    if unknown or not META.issuperset(table.meta):
        raise ValueError(f"{path}: unknown columns {unknown} or header lines {set(table.meta)}")
    type, default_kind = table.meta["type"], table.meta["kind"]
    for cells in table.rows:
        kind = cells.get("kind") or default_kind
        yield Row(
            id=f"{kind}:{slug(cells['name'])}",
            type=type,
            kind=kind,
            name=cells["name"],
            acronyms=split_list(cells.get("acronyms", "")),
            aliases=split_list(cells.get("aliases", "")),
            adjectives=split_list(cells.get("adjectives", "")),
            links={
                link.partition("=")[0]: link.partition("=")[2]
                for link in split_list(cells.get("links", ""))
            },
            source=table.path.stem,
            features=table.meta.get("words", "all"),
        )


def read_words(path: Path) -> tuple[str, list[str]]:
    """A word list: the category named in its header, and its words."""
    meta, words = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# category: "):
            meta = line.removeprefix("# category: ")
        elif not line.startswith("#"):
            words += line.split()
    return meta, words
