"""The values of a row, each of the form that it must have.

Another form is refused (:class:`~ntbner.errors.CorpusError`) with the line it is on.
"""

from __future__ import annotations

from ntbner.lexicon.userfile.names import KINDS, Builder
from ntbner.lexicon.userfile.source import Row, show


def read_type(builder: Builder, line: int, found: object) -> str:
    """The type of a name, which is one of the three."""
    if isinstance(found, str) and found in KINDS:
        return found
    raise builder.refuse(line, f"found the type {show(found)}; expected PER, LOC or ORG")


def read_string(builder: Builder, line: int, row: Row, key: str) -> str:
    """The string of a key that must be there."""
    value = row.get(key)
    if isinstance(value, str) and value.strip():
        return value
    raise builder.refuse(line, f"found {key!r} to be {show(value)}; expected a string")


def read_strings(builder: Builder, line: int, row: Row, key: str) -> list[str]:
    """The strings of a key; none where it is missing."""
    values = row.get(key, [])
    if isinstance(values, list) and all(isinstance(value, str) for value in values):
        return values
    raise builder.refuse(line, f"found {key!r} to be {show(values)}; expected a list of strings")


def read_links(builder: Builder, line: int, links: object) -> dict[str, str]:
    """Identifiers, each by its source."""
    if isinstance(links, dict) and all(isinstance(value, str) for value in links.values()):
        return links
    raise builder.refuse(line, f"found 'links' to be {show(links)}; expected an object of strings")
