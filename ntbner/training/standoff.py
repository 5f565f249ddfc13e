"""Annotations without their text, and back again.

Where a text may not be handed on, its annotation may: a stand-off row says where the names
stand and how they are labelled, and holds a short hash of the text instead of the text::

    {"id": "npk-7-nn", "hash": "0f3c…", "lang": "nno", "labels": [[87, 92, "PER"]]}

- ``labels`` (NorNE's scheme) or ``types`` (the three types): ``[start, end, label]``, and a
  fourth field with the rest, if any: ``base`` (the name in a compound) and ``record`` (the
  number of its record, from 0).
- ``records``: ``[type, name, [[start, end], …], [[start, end], …]]``, the name mentions
  first, the derived ones second.
- a base or a record's name is a pair of offsets where the text has it, else a string.
- everything else in the row is kept as it is.

:func:`strip_text` and :func:`restore_text` are each other's inverse, provided the text is
the very same string: the hash covers each character, as offsets do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, Final

from ntbner.errors import DataError

HASH_DIGITS: Final = 12
"""Hexadecimal digits kept: 48 bits, when a source has some 60,000 texts."""

_SCHEMES: Final = {"label": "labels", "type": "types"}
"""The key of a span's label in a full row, and that of the list in a stand-off row."""


def short_hash(text: str) -> str:
    """The first twelve digits of a text's SHA-256.

    >>> short_hash("Oslo")
    '43152cc97f45'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_DIGITS]


def strip_text(row: Mapping[str, Any]) -> dict[str, Any]:
    """The stand-off row of an annotated text.

    Args:
        row: A row as :func:`ntbner.training.rows.read_jsonl` reads it.

    Raises:
        DataError: A span's or mention's ``text`` is not what the text has there.

    >>> strip_text({"id": "a", "text": "I Oslo", "spans": [
    ...     {"start": 2, "end": 6, "text": "Oslo", "label": "GPE_LOC"}]})
    {'id': 'a', 'hash': 'a324daf07b57', 'labels': [[2, 6, 'GPE_LOC']]}
    """
    text = row["text"]
    bare: dict[str, Any] = {"id": row["id"], "hash": short_hash(text)}
    bare |= {
        key: value for key, value in row.items() if key not in {"id", "text", "spans", "records"}
    }
    if "spans" in row:
        key = "type" if any("type" in span for span in row["spans"]) else "label"
        bare[_SCHEMES[key]] = [_strip_span(text, span, key) for span in row["spans"]]
    if "records" in row:
        bare["records"] = [_strip_record(text, record) for record in row["records"]]
    return bare


def restore_text(bare: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The annotated text that :func:`strip_text` took apart.

    Args:
        bare: The stand-off row.
        text: Its text, from the public source.

    Raises:
        DataError: The text's hash is another one.
    """
    found = short_hash(text)
    if found != bare["hash"]:
        raise DataError(
            f"{bare['id']}: the text's hash is {found}, not {bare['hash']}; "
            "the source has another text than the one that was annotated"
        )
    row: dict[str, Any] = {"id": bare["id"], "text": text}
    row |= {
        key: value
        for key, value in bare.items()
        if key not in {"id", "hash", "labels", "types", "records"}
    }
    for key, listed in _SCHEMES.items():
        if listed in bare:
            row["spans"] = [_restore_span(text, span, key) for span in bare[listed]]
    if "records" in bare:
        row["records"] = [_restore_record(text, record) for record in bare["records"]]
    return row


def _strip_span(text: str, span: Mapping[str, Any], key: str) -> list[Any]:
    start, end = _checked(text, span)
    rest = {name: span[name] for name in span if name not in {"start", "end", "text", key}}
    if "base" in rest:
        rest["base"] = _point_at(text, rest["base"], [(start, end)])
    return [start, end, span[key], rest] if rest else [start, end, span[key]]


def _restore_span(text: str, span: Sequence[Any], key: str) -> dict[str, Any]:
    start, end, label, *rest = span
    row = {"start": start, "end": end, "text": text[start:end], key: label}
    for name, value in rest[0].items() if rest else ():
        row[name] = _read_pointer(text, value) if name == "base" else value
    return row


def _strip_record(text: str, record: Mapping[str, Any]) -> list[Any]:
    places = {
        kind: [_checked(text, m) for m in record["mentions"] if m["kind"] == kind]
        for kind in ("name", "derived")
    }
    name = _point_at(text, record["name"], [*places["name"], *places["derived"]])
    kinds = [list(map(list, places[kind])) for kind in ("name", "derived")]
    return [record["type"], name, *kinds]


def _restore_record(text: str, record: Sequence[Any]) -> dict[str, Any]:
    type, name, named, derived = record
    mentions = [(place, "name") for place in named] + [(place, "derived") for place in derived]
    return {
        "type": type,
        "name": _read_pointer(text, name),
        "mentions": [
            {"start": start, "end": end, "text": text[start:end], "kind": kind}
            for (start, end), kind in sorted(mentions)
        ],
    }


def _checked(text: str, span: Mapping[str, Any]) -> tuple[int, int]:
    """A span's offsets, once they are known to fit its own text."""
    start, end = span["start"], span["end"]
    if text[start:end] != span["text"]:
        raise DataError(f"{start}-{end} is {text[start:end]!r}, not {span['text']!r}")
    return start, end


def _point_at(text: str, wanted: str, places: Sequence[tuple[int, int]]) -> list[int] | str:
    """Offsets of a string: one of the places, or else within one; failing that, itself."""
    for start, end in places:
        if text[start:end] == wanted:
            return [start, end]
    for start, end in places:
        at = text.find(wanted, start, end)
        if at >= 0:
            return [at, at + len(wanted)]
    return wanted


def _read_pointer(text: str, pointer: Sequence[int] | str) -> str:
    if isinstance(pointer, str):
        return pointer
    start, end = pointer
    return text[start:end]
