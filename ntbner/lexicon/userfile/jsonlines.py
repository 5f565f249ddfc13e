"""The names of JSON lines: one object a line, with the keys that the fields have."""

from __future__ import annotations

from typing import Final

from ntbner.lexicon.userfile.names import Builder, UserNames
from ntbner.lexicon.userfile.source import Source, StrPath
from ntbner.lexicon.userfile.values import read_links, read_string, read_strings, read_type

KEYS: Final = ("name", "type", "aliases", "id", "links", "different")
"""Keys of a row of JSON lines."""


def read_jsonl(path: StrPath) -> UserNames:
    """The names of JSON lines; see :meth:`ntbner.Lexicon.from_jsonl`."""
    source = Source.open(path)
    builder = Builder(source.path)
    for line, row in source.json_rows():
        unknown = sorted(set(row) - set(KEYS))
        if unknown:
            raise builder.refuse(
                line, f"found the key {unknown[0]!r}; expected {', '.join(KEYS)}, or take it out"
            )
        if set(row) == {"different"}:
            pair = read_strings(builder, line, row, "different")
            if len(pair) != 2:
                raise builder.refuse(
                    line, f"found {len(pair)} names in 'different'; a row of its own has two"
                )
            builder.part(line, *pair)
            continue
        builder.add(
            line,
            type=read_type(builder, line, row.get("type")),
            forms=[
                read_string(builder, line, row, "name"),
                *read_strings(builder, line, row, "aliases"),
            ],
            id=read_string(builder, line, row, "id") if "id" in row else "",
            links=read_links(builder, line, row.get("links", {})),
            different=read_strings(builder, line, row, "different"),
        )
    return builder.finish()
