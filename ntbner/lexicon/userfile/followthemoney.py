"""The names of entities of FollowTheMoney, as OpenSanctions and Aleph write them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from ntbner.lexicon.userfile.names import Builder, UserNames
from ntbner.lexicon.userfile.source import Row, Source, StrPath, show
from ntbner.lexicon.userfile.values import read_string, read_strings

SCHEMATA: Final[Mapping[str, str]] = {
    "Person": "PER",
    "Organization": "ORG",
    "Company": "ORG",
    "PublicBody": "ORG",
    "LegalEntity": "ORG",
    "Address": "LOC",
    "Country": "LOC",
    "Region": "LOC",
    "City": "LOC",
}
"""Schemata of FollowTheMoney whose entities are names, and the type that each means."""

NAME_PROPERTIES: Final = ("name", "alias", "previousName", "abbreviation")
"""Properties that hold names. ``weakAlias`` does not: it is too broad to find anybody by."""

LINK_PROPERTIES: Final[Mapping[str, str]] = {"wikidataId": "wikidata", "leiCode": "lei"}
"""Properties that hold identifiers, and the source that each is from."""


def read_followthemoney(path: StrPath, *, skip: Collection[str] = ()) -> UserNames:
    """The names of entities; see :meth:`ntbner.Lexicon.from_followthemoney`."""
    source = Source.open(path)
    builder = Builder(source.path)
    for line, row in source.json_rows():
        schema = row.get("schema")
        if not isinstance(schema, str) or schema not in skip:
            _add_entity(builder, line, row, _read_type(builder, line, schema))
    return builder.finish()


def _read_type(builder: Builder, line: int, schema: object) -> str:
    type = SCHEMATA.get(schema) if isinstance(schema, str) else None
    if type is None:
        raise builder.refuse(
            line,
            f"found the schema {show(schema)}; expected {', '.join(SCHEMATA)}. Leave out "
            "others with skip=[…]",
        )
    return type


def _add_entity(builder: Builder, line: int, row: Row, type: str) -> None:
    id = read_string(builder, line, row, "id")
    properties = row.get("properties")
    if not isinstance(properties, dict):
        raise builder.refuse(
            line, f"found 'properties' to be {show(properties)}; expected an object of lists"
        )
    names = _read_names(builder, line, row, properties)
    if not names:
        raise builder.refuse(line, f"entity {id!r} has no name in properties.name")
    links = {
        source: read_strings(builder, line, properties, property)[0]
        for property, source in LINK_PROPERTIES.items()
        if properties.get(property)
    }
    builder.add(line, type=type, forms=names, id=id, links={"followthemoney": id, **links})


def _read_names(builder: Builder, line: int, row: Row, properties: Row) -> list[str]:
    """The names of an entity, the one it is shown by first."""
    names = [
        name
        for property in NAME_PROPERTIES
        for name in read_strings(builder, line, properties, property)
    ]
    if row["schema"] == "Address" and not names:
        names = read_strings(builder, line, properties, "full")
    caption = row.get("caption")
    return [caption, *names] if isinstance(caption, str) and caption in names else names
