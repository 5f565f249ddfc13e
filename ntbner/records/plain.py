"""Plain data: records as dicts, lists, strings and numbers, and the way back.

What is read back is checked to the bottom: data of another form is refused, with where it
is, what was found and what was expected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from typing import Any, Final, TypeAlias, get_args

from ntbner.errors import DataError
from ntbner.records.entity import Entity, Reason
from ntbner.records.mention import Kind, Mention

Test: TypeAlias = Callable[[object], bool]


def as_plain(value: object) -> object:
    """Records as dicts, tuples as lists, all the way down; nothing is shared with the original."""
    if isinstance(value, (Mention, Entity, Reason)):
        return {part.name: as_plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, Mapping):
        return {key: as_plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [as_plain(inner) for inner in value]
    return value


def _is_string(value: object) -> bool:
    return isinstance(value, str)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return isinstance(value, float) or _is_whole(value)


def _is_kind(value: object) -> bool:
    return value in get_args(Kind)


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple))


def _or_null(test: Test) -> Test:
    return lambda value: value is None or test(value)


def _list_of(test: Test) -> Test:
    return lambda value: isinstance(value, (list, tuple)) and all(map(test, value))


def _object_of(test: Test) -> Test:
    return lambda value: (
        isinstance(value, Mapping)
        and all(map(_is_string, value))
        and all(map(test, value.values()))
    )


_FORMS: Final[Mapping[str, tuple[str, Test]]] = {
    name: (words, test)
    for words, test, names in (
        ("a string", _is_string, "text type form other rule detail id name"),
        ("a string or null", _or_null(_is_string), "label entity doc_id language error"),
        ("a whole number", _is_whole, "start end"),
        ("a number", _is_number, "score"),
        ("a number or null", _or_null(_is_number), "confidence"),
        (" or ".join(map(repr, get_args(Kind))), _is_kind, "kind"),
        ("an object of whole numbers", _object_of(_is_whole), "aliases"),
        ("an object of strings", _object_of(_is_string), "links"),
        ("a list of strings", _list_of(_is_string), "candidates"),
        ("a list", _is_list, "mentions entities reasons near_misses"),
    )
    for name in names.split()
}
"""What each field of a record is in plain data, in words and as a test."""


def read_row(record: type, row: object, where: str) -> dict[str, Any]:
    """The fields of a record, as they stand in plain data.

    Raises:
        DataError: It is no object, a key is missing or unknown, or a value has another form.
    """
    if not isinstance(row, Mapping):
        raise DataError(f"{where}: expected an object (a dict), found {_shown(row)}")
    known = {part.name: part for part in fields(record)}
    for name, part in known.items():
        if name not in row and part.default is MISSING and part.default_factory is MISSING:
            raise DataError(f"{where}: expected the key {name!r}, found {_shown(list(row))}")
    for name, value in row.items():
        if name not in known:
            raise DataError(f"{where}: expected the keys {', '.join(known)}, found {name!r}")
        words, is_well_formed = _FORMS[name]
        if not is_well_formed(value):
            raise DataError(f"{where}: expected {words} as {name}, found {_shown(value)}")
    return dict(row)


def read_rows(record: type, rows: Iterable[object], where: str) -> tuple[Any, ...]:
    """The records of a list, of strings and numbers alone; raises as :func:`read_row`."""
    return tuple(
        record(**read_row(record, row, f"{where}[{number}]")) for number, row in enumerate(rows)
    )


def read_entities(rows: Iterable[object], where: str) -> tuple[Entity, ...]:
    """The records of a list, with their mentions and reasons; raises as :func:`read_row`."""
    return tuple(_read_entity(row, f"{where}[{number}]") for number, row in enumerate(rows))


def _read_entity(row: object, where: str) -> Entity:
    found = read_row(Entity, row, where)
    inner = {"mentions": Mention, "reasons": Reason, "near_misses": Reason}
    for name, record in inner.items():
        found[name] = read_rows(record, found.get(name, ()), f"{where}.{name}")
    return Entity(**{**found, "candidates": tuple(found.get("candidates", ()))})


def _shown(found: object) -> str:
    return f"{type(found).__name__} ({found!r:.60})"
