"""Puts the sources together into the three files of the lexicon.

1. Word lists (personal names, titles, common words).
2. Rows: territories from CLDR, cities from GeoNames, the authors' tables.
3. Checks: ids once only, no tabs or bars inside a form, every row with a name.
4. ``entries.tsv`` (a line an entry), ``forms.tsv`` (folded form → ids), ``words.txt``.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from lexicon_build.cities import cities
from lexicon_build.personal import personal_names
from lexicon_build.rows import SOURCES, Row, read_words, table_rows
from lexicon_build.territories import territories
from lexicon_build.words import word_masks, write_words
from ntbner.lexicon.folding import fold_form

NOT_ENTRY_TABLES = frozenset(("countries.tsv", "country_forms.tsv", "exonyms.tsv"))
"""Tables that add to rows of another source."""


def build() -> dict[str, str]:
    """The files of the lexicon: name → text."""
    lists = [read_words(path) for path in sorted((SOURCES / "words").glob("*.txt"))]
    common = frozenset(word for category, words in lists if category == "COMMON" for word in words)
    given, family = (_not_words(names, common) for names in personal_names())
    lists += [("GIVEN_NAME", given), ("SURNAME", family)]
    personal = frozenset(
        word for category, words in lists if category in ("GIVEN_NAME", "SURNAME") for word in words
    )
    others = [*territories(), *_tables()]
    places = frozenset(form for row in others if row.type == "LOC" for form in row.forms)
    rows = [*others, *cities(personal, common, places)]
    _check(rows)
    rows.sort(key=lambda row: row.id)
    return {
        "entries.tsv": "".join(_entry_line(row) for row in rows),
        "forms.tsv": _forms(rows),
        "words.txt": write_words(word_masks(rows, lists)),
    }


def _not_words(names: set[str], common: frozenset[str]) -> set[str]:
    return {name for name in names if name.lower() not in common}


def _tables() -> list[Row]:
    paths = [path for path in sorted(SOURCES.glob("*.tsv")) if path.name not in NOT_ENTRY_TABLES]
    return [row for path in paths for row in table_rows(path)]


def _check(rows: list[Row]) -> None:
    seen: dict[str, Row] = {}
    for row in rows:
        if row.id in seen:
            raise ValueError(f"{row.id} twice: {seen[row.id].name!r} and {row.name!r}")
        seen[row.id] = row
        for form in row.forms:
            if len(form) < 1 or any(char in form for char in "\t|\n#"):
                raise ValueError(f"{row.id}: malformed form {form!r}")


def _entry_line(row: Row) -> str:
    cells = (
        row.id,
        row.type,
        row.kind,
        row.name,
        "|".join(row.forms[1:]),
        "|".join(row.acronyms),
        "|".join(row.adjectives),
        "|".join(f"{key}={value}" for key, value in sorted(row.links.items())),
        row.source,
    )
    return "\t".join(cells) + "\n"


def _forms(rows: list[Row]) -> str:
    index: dict[str, list[str]] = {}
    for row in rows:
        for key in dict.fromkeys(fold_form(form) for form in row.forms):
            index.setdefault(key, []).append(row.id)
    return "".join(f"{key}\t{'|'.join(index[key])}\n" for key in sorted(index) if key)
