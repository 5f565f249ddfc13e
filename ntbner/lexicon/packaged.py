"""The packaged lexicon, read from the files that ``data/build.py`` writes.

Nothing is parsed before it is asked for: both files are sorted, a look-up halves its way
to the line, and an entry is made when it is found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache
from importlib.resources import files

from ntbner.lexicon.entry import Entry
from ntbner.lexicon.lexicon import Lexicon


def read_resource(name: str) -> str:
    """The text of one of the packaged files."""
    return (files("ntbner.lexicon") / name).read_text(encoding="utf-8")


def parse_entry(line: str) -> Entry:
    r"""An entry from its line of ``entries.tsv``.

    >>> parse_entry("sea:karahavet\tLOC\tsea\tKarahavet\tKara Sea\t\t\t\tauthors").aliases
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


class SortedLines:
    r"""Lines sorted by their first cell, kept as one text.

    Args:
        text: The lines, each ended by a line break.

    >>> SortedLines("irak\tcountry:IQ\niran\tcountry:IR\n").find("iran")
    'country:IR'
    """

    __slots__ = ("_lines", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[str] | None = None

    def find(self, key: str) -> str | None:
        """What stands behind the key on its line; ``None`` where no line has it."""
        if self._lines is None:
            self._lines = self._text.split("\n")[:-1]
        start = f"{key}\t"
        place = bisect_left(self._lines, start)
        if place < len(self._lines) and self._lines[place].startswith(start):
            return self._lines[place][len(start) :]
        return None

    def __iter__(self) -> Iterator[str]:
        return iter(self._text.splitlines())

    def __len__(self) -> int:
        return self._text.count("\n")


class PackagedStore:
    """The packaged entries, parsed one by one when they are asked for."""

    def __init__(self) -> None:
        self._parsed: dict[str, Entry] = {}

    @cached_property
    def _entries(self) -> SortedLines:
        return SortedLines(read_resource("entries.tsv"))

    @cached_property
    def _forms(self) -> SortedLines:
        return SortedLines(read_resource("forms.tsv"))

    def ids(self, key: str) -> tuple[str, ...]:
        """Ids of the entries that have a form with this folded key."""
        return _split(self._forms.find(key) or "")

    def entry(self, id: str) -> Entry:
        """The entry with this id."""
        entry = self._parsed.get(id)
        if entry is None:
            cells = self._entries.find(id)
            if cells is None:
                raise KeyError(id)
            entry = self._parsed[id] = parse_entry(f"{id}\t{cells}")
        return entry

    def __iter__(self) -> Iterator[Entry]:
        return map(parse_entry, self._entries)

    def __len__(self) -> int:
        return len(self._entries)


@lru_cache(maxsize=1)
def packaged() -> Lexicon:
    """The lexicon that comes with ntbner.

    Its sources, licences, dates and counts are in ``data/README.md``.

    >>> [entry.links["iso3166"] for entry in packaged().find("Irak")]
    ['IQ']
    """
    return Lexicon(PackagedStore())
