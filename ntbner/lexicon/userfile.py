"""A newsroom's own names, read from its own files.

Four forms, told apart by their content: a table (CSV), JSON lines, the patterns of spaCy's
``EntityRuler``, and entities of FollowTheMoney, as OpenSanctions and Aleph write them.
All become the same: entries, and pairs of names that are not the same. A row that cannot
be read stops the reading; its file and line are in the message, and nothing is left out
in silence.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

from ntbner.errors import CorpusError
from ntbner.lexicon.entry import Entry
from ntbner.lexicon.folding import fold_form

StrPath: TypeAlias = str | os.PathLike[str]
Row: TypeAlias = Mapping[str, Any]

KINDS: Final[Mapping[str, str]] = {"PER": "person", "LOC": "place", "ORG": "organisation"}
"""The types of names, with the kind that an entry of a user's file has."""

COLUMNS: Final = ("name", "type", "aliases", "id", "different")
"""Columns of a table, besides ``link:SOURCE``; the first two must be there."""

KEYS: Final = ("name", "type", "aliases", "id", "links", "different")
"""Keys of a row of JSON lines."""

LINK: Final = "link:"
"""What the name of a column of identifiers starts with (``link:wikidata``)."""

DELIMITERS: Final = ",;\t"

RULER_TYPES: Final[Mapping[str, str]] = {
    "PER": "PER",
    "PERSON": "PER",
    "LOC": "LOC",
    "GPE": "LOC",
    "GPE_LOC": "LOC",
    "GPE_ORG": "LOC",
    "ORG": "ORG",
}
"""Labels of patterns, spaCy's and NorNE's, and the type that each means."""

TOKEN_KEYS: Final = ("LOWER", "ORTH", "TEXT")
"""What a token pattern may ask of a word and still be a plain word."""

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


@dataclass(slots=True)
class UserNames:
    """What a file says.

    Attributes:
        entries: Its names.
        different: Pairs of names that are not the same.
    """

    entries: list[Entry] = field(default_factory=list)
    different: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as text.

    Attributes:
        path: Where it is, for messages.
        text: What it holds.
        lines: Its lines with their numbers, from 1; blank ones are left out.
    """

    path: Path
    text: str
    lines: tuple[tuple[int, str], ...]

    @classmethod
    def open(cls, path: StrPath) -> Source:
        """The file's lines.

        Raises:
            CorpusError: It is empty, or not in UTF-8.
        """
        path = Path(path)
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problem = "not UTF-8; save it as UTF-8 (in Excel: 'CSV UTF-8')"
            raise CorpusError(path, None, problem) from error
        lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
        if not lines:
            raise CorpusError(path, None, "the file is empty; expected a row for each name")
        return cls(path, text, tuple(lines))

    def json_rows(self) -> Iterator[tuple[int, Row]]:
        """One JSON object a line."""
        for number, line in self.lines:
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                problem = f"not JSON ({error}); expected one object a line"
                raise CorpusError(self.path, number, problem) from error
            if not isinstance(row, dict):
                found = _shown(row)
                problem = f"found {found}; expected one object a line, {{'name': …, 'type': …}}"
                raise CorpusError(self.path, number, problem)
            yield number, row


class Builder:
    """Gathers the rows of one file and refuses what contradicts another row.

    What a name is not, its aliases are not either, except for an alias that both share
    (*Hansen* of two people of that name).

    Args:
        path: The file, for messages.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[str, Entry] = {}
        self._lines: dict[str, int] = {}
        self._different: dict[tuple[str, str], int] = {}
        self._implied: list[tuple[str, str]] = []

    def refuse(self, line: int, problem: str) -> CorpusError:
        """The error to raise about a line."""
        return CorpusError(self._path, line, problem)

    def add(
        self,
        line: int,
        *,
        type: str,
        forms: Iterable[str],
        id: str = "",
        links: Mapping[str, str] | None = None,
        different: Iterable[str] = (),
    ) -> None:
        """One name with its other forms and with what it is not."""
        name, *aliases = dict.fromkeys(self._clean(line, form) for form in forms)
        id = id or f"{type.lower()}:{fold_form(name).replace(' ', '-')}"
        if id in self._entries:
            raise self.refuse(
                line,
                f"{name!r} has the id {id!r} of line {self._lines[id]}; put all forms of one "
                "name in one row, and give namesakes an id each",
            )
        others = [self._clean(line, other) for other in different]
        self._lines[id] = line
        self._entries[id] = Entry(
            id=id,
            type=type,
            kind=KINDS[type],
            name=name,
            aliases=tuple(aliases),
            acronyms=tuple(form for form in (name, *aliases) if form.isupper() and form.isalpha()),
            links=dict(links or {}),
        )
        for other in others:
            self.part(line, name, other)
            self._implied += [(alias, other) for alias in aliases]

    def part(self, line: int, a: str, b: str) -> None:
        """Two names that are not the same."""
        a, b = self._clean(line, a), self._clean(line, b)
        if a == b:
            raise self.refuse(line, f"{a!r} is said to be different from itself")
        self._different.setdefault((a, b), line)

    def _clean(self, line: int, form: str) -> str:
        clean = " ".join(unicodedata.normalize("NFC", form).split())
        if not fold_form(clean):
            raise self.refuse(line, f"found the name {form!r}; expected letters or digits")
        return clean

    def finish(self) -> UserNames:
        """All names of the file.

        Raises:
            CorpusError: Two names are said to be the same and not to be.
        """
        homes: dict[str, set[str]] = {}
        for id, entry in self._entries.items():
            for form in entry.forms:
                homes.setdefault(form, set()).add(id)

        def shared(a: str, b: str) -> set[str]:
            return homes.get(a, set()) & homes.get(b, set())

        for (a, b), line in self._different.items():
            for id in sorted(shared(a, b)):
                raise self.refuse(
                    line,
                    f"{a!r} and {b!r} are said to be different, but line {self._lines[id]} has "
                    "them as forms of one name; take one of the two out",
                )
        implied = (pair for pair in self._implied if not shared(*pair))
        return UserNames(
            list(self._entries.values()), list(dict.fromkeys((*self._different, *implied)))
        )


# ── tables ───────────────────────────────────────────────────────────────────


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
            raise builder.refuse(line, f"not a row of a table ({error})") from error
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
        type=_read_type(builder, line, row["type"]),
        forms=[row["name"], *_split(row.get("aliases", ""))],
        id=row.get("id", ""),
        links={
            key.removeprefix(LINK): row[key] for key in columns if key.startswith(LINK) and row[key]
        },
        different=_split(row.get("different", "")),
    )


def _split(cell: str) -> list[str]:
    return [part for part in map(str.strip, cell.split("|")) if part]


def _read_type(builder: Builder, line: int, found: object) -> str:
    if isinstance(found, str) and found in KINDS:
        return found
    raise builder.refuse(line, f"found the type {_shown(found)}; expected PER, LOC or ORG")


# ── JSON lines ───────────────────────────────────────────────────────────────


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
            pair = _strings(builder, line, row, "different")
            if len(pair) != 2:
                raise builder.refuse(
                    line, f"found {len(pair)} names in 'different'; a row of its own has two"
                )
            builder.part(line, *pair)
            continue
        builder.add(
            line,
            type=_read_type(builder, line, row.get("type")),
            forms=[_string(builder, line, row, "name"), *_strings(builder, line, row, "aliases")],
            id=_string(builder, line, row, "id") if "id" in row else "",
            links=_read_links(builder, line, row.get("links", {})),
            different=_strings(builder, line, row, "different"),
        )
    return builder.finish()


def _string(builder: Builder, line: int, row: Row, key: str) -> str:
    value = row.get(key)
    if isinstance(value, str) and value.strip():
        return value
    raise builder.refuse(line, f"found {key!r} to be {_shown(value)}; expected a string")


def _strings(builder: Builder, line: int, row: Row, key: str) -> list[str]:
    values = row.get(key, [])
    if isinstance(values, list) and all(isinstance(value, str) for value in values):
        return values
    raise builder.refuse(line, f"found {key!r} to be {_shown(values)}; expected a list of strings")


def _read_links(builder: Builder, line: int, links: object) -> dict[str, str]:
    if isinstance(links, dict) and all(isinstance(value, str) for value in links.values()):
        return links
    raise builder.refuse(
        line, f"found 'links' to be {_shown(links)}; expected an object of strings"
    )


def _shown(value: object) -> str:
    """A value as JSON has it, short."""
    text = "nothing" if value is None else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}…"


# ── patterns of spaCy's EntityRuler ──────────────────────────────────────────


@dataclass(slots=True)
class _Pattern:
    """The forms that patterns with one id give."""

    line: int
    type: str
    written: list[str] = field(default_factory=list)
    lowered: list[str] = field(default_factory=list)


def read_entity_ruler(path: StrPath) -> UserNames:
    """The names in patterns; see :meth:`ntbner.Lexicon.from_entity_ruler`."""
    source = Source.open(path)
    builder = Builder(source.path)
    patterns: dict[str, _Pattern] = {}
    for line, row in source.json_rows():
        label = row.get("label")
        if label not in RULER_TYPES:
            raise builder.refuse(
                line, f"found the label {_shown(label)}; expected {', '.join(RULER_TYPES)}"
            )
        unknown = sorted(set(row) - {"label", "pattern", "id"})
        if unknown:
            raise builder.refuse(line, f"found the key {unknown[0]!r}; expected label, pattern, id")
        form, is_written = _read_pattern(builder, line, row.get("pattern"))
        id = _string(builder, line, row, "id") if "id" in row else ""
        pattern = patterns.setdefault(id or f"line {line}", _Pattern(line, RULER_TYPES[str(label)]))
        if pattern.type != RULER_TYPES[str(label)]:
            raise builder.refuse(
                line,
                f"found {label} for the id {id!r}, which is {pattern.type} in line "
                f"{pattern.line}; one id is one name of one type",
            )
        (pattern.written if is_written else pattern.lowered).append(form)
    for id, pattern in patterns.items():
        builder.add(
            pattern.line,
            type=pattern.type,
            forms=[*pattern.written, *pattern.lowered],
            id="" if id == f"line {pattern.line}" else id,
        )
    return builder.finish()


def _read_pattern(builder: Builder, line: int, pattern: object) -> tuple[str, bool]:
    """The form of a pattern, and whether it is written as it stands in texts."""
    if isinstance(pattern, str):
        return pattern, True
    if not isinstance(pattern, list) or not pattern:
        raise builder.refuse(
            line, f"found the pattern {_shown(pattern)}; expected a string or a list of tokens"
        )
    words = []
    for token in pattern:
        if not (isinstance(token, dict) and len(token) == 1):
            raise builder.refuse(line, _not_a_word(token))
        ((key, word),) = token.items()
        if key not in TOKEN_KEYS or not isinstance(word, str):
            raise builder.refuse(line, _not_a_word(token))
        words.append((word.title() if key == "LOWER" else word, key != "LOWER"))
    form = re.sub(r"\s*([-‐–’'])\s*", r"\1", " ".join(word for word, _ in words))
    return form, all(is_written for _, is_written in words)


def _not_a_word(token: object) -> str:
    return (
        f"found the token {_shown(token)}; expected a plain word, "
        f"{{'LOWER': …}} or {{'ORTH': …}} (a lexicon holds names, not rules: write out the "
        "forms, one pattern each)"
    )


# ── entities of FollowTheMoney ───────────────────────────────────────────────


def read_followthemoney(path: StrPath, *, skip: Collection[str] = ()) -> UserNames:
    """The names of entities; see :meth:`ntbner.Lexicon.from_followthemoney`."""
    source = Source.open(path)
    builder = Builder(source.path)
    for line, row in source.json_rows():
        schema = row.get("schema")
        if schema in skip:
            continue
        if schema not in SCHEMATA:
            raise builder.refuse(
                line,
                f"found the schema {_shown(schema)}; expected {', '.join(SCHEMATA)}. Leave out "
                "others with skip=[…]",
            )
        properties = row.get("properties")
        if not isinstance(properties, dict):
            raise builder.refuse(
                line, f"found 'properties' to be {_shown(properties)}; expected an object of lists"
            )
        id = _string(builder, line, row, "id")
        names = [
            name
            for property in NAME_PROPERTIES
            for name in _strings(builder, line, properties, property)
        ]
        if schema == "Address" and not names:
            names = _strings(builder, line, properties, "full")
        caption = row.get("caption")
        if isinstance(caption, str) and caption in names:
            names.insert(0, caption)
        if not names:
            raise builder.refuse(line, f"entity {id!r} has no name in properties.name")
        links = {
            source: _strings(builder, line, properties, property)[0]
            for property, source in LINK_PROPERTIES.items()
            if properties.get(property)
        }
        builder.add(
            line,
            type=SCHEMATA[str(schema)],
            forms=names,
            id=id,
            links={"followthemoney": id, **links},
        )
    return builder.finish()


# ── any of them ──────────────────────────────────────────────────────────────


def read_file(path: StrPath) -> UserNames:
    """The names of a file in any of the forms; see :meth:`ntbner.Lexicon.from_file`."""
    return _choose_reader(Source.open(path))(path)


def _choose_reader(source: Source) -> Callable[[StrPath], UserNames]:
    """The reader of a file, by its first line."""
    number, first = source.lines[0]
    if first.lstrip().startswith("["):
        problem = "found a JSON list; expected one object a line (JSON lines)"
        raise CorpusError(source.path, number, problem)
    if not first.lstrip().startswith("{"):
        return read_csv
    _, row = next(source.json_rows())
    if "schema" in row:
        return read_followthemoney
    return read_entity_ruler if "pattern" in row else read_jsonl
