"""The packaged lexicon, read from the files that ``data/build.py`` writes.

Nothing is parsed before it is asked for: the index of forms on the first look-up, an
entry when it is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Final

from ntbner.lexicon.entry import Entry
from ntbner.lexicon.lexicon import Lexicon

ENTRY_COLUMNS: Final = (
    "id",
    "type",
    "kind",
    "name",
    "aliases",
    "acronyms",
    "adjectives",
    "links",
    "source",
)
"""Columns of ``entries.tsv``; the lists in it are separated by ``|``."""


def read_resource(name: str) -> str:
    """The text of one of the packaged files."""
    return (files("ntbner.lexicon") / name).read_text(encoding="utf-8")


def parse_entry(line: str) -> Entry:
    """An entry from its line of ``entries.tsv``.

    >>> parse_entry("sea:karahavet\\tLOC\\tsea\\tKarahavet\\tKara Sea\\t\\t\\t\\tauthors").aliases
    ('Kara Sea',)
    """
    id, type, kind, name, aliases, acronyms, adjectives, links, source = line.split("\t")
    return Entry(
        id=id,
        type=type,
        kind=kind,
        name=name,
        aliases=_split(aliases),
        acronyms=_split(acronyms),
        adjectives=_split(adjectives),
        links=dict(_key_value(link) for link in _split(links)),
        source=source,
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _key_value(link: str) -> tuple[str, str]:
    key, _, value = link.partition("=")
    return key, value


class PackagedStore:
    """The packaged entries, parsed one by one when they are asked for."""

    def __init__(self) -> None:
        self._parsed: dict[str, Entry] = {}

    @cached_property
    def _lines(self) -> dict[str, str]:
        lines = read_resource("entries.tsv").splitlines()
        return {line[: line.index("\t")]: line for line in lines}

    @cached_property
    def _index(self) -> dict[str, str]:
        cells = read_resource("forms.tsv").replace("\n", "\t").split("\t")
        return dict(zip(cells[0::2], cells[1::2], strict=False))

    def ids(self, key: str) -> tuple[str, ...]:
        """Ids of the entries that have a form with this folded key."""
        return _split(self._index.get(key, ""))

    def entry(self, id: str) -> Entry:
        """The entry with this id."""
        entry = self._parsed.get(id)
        if entry is None:
            entry = self._parsed[id] = parse_entry(self._lines[id])
        return entry

    def __iter__(self) -> Iterator[Entry]:
        return (self.entry(id) for id in self._lines)

    def __len__(self) -> int:
        return len(self._lines)


@lru_cache(maxsize=1)
def packaged() -> Lexicon:
    """The lexicon that comes with ntbner.

    Its sources, licences, dates and counts are in ``data/README.md``.

    >>> [entry.links["iso3166"] for entry in packaged().find("Irak")]
    ['IQ']
    """
    return Lexicon(PackagedStore())
