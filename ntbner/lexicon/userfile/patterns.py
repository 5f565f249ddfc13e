"""The names in the patterns of spaCy's ``EntityRuler``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ntbner.lexicon.userfile.names import Builder, UserNames
from ntbner.lexicon.userfile.source import Source, StrPath, show
from ntbner.lexicon.userfile.values import read_string

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
        type = RULER_TYPES.get(label) if isinstance(label, str) else None
        if type is None:
            raise builder.refuse(
                line, f"found the label {show(label)}; expected {', '.join(RULER_TYPES)}"
            )
        unknown = sorted(set(row) - {"label", "pattern", "id"})
        if unknown:
            raise builder.refuse(line, f"found the key {unknown[0]!r}; expected label, pattern, id")
        form, is_written = _read_pattern(builder, line, row.get("pattern"))
        id = read_string(builder, line, row, "id") if "id" in row else ""
        pattern = patterns.setdefault(id or f"line {line}", _Pattern(line, type))
        if pattern.type != type:
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
            line, f"found the pattern {show(pattern)}; expected a string or a list of tokens"
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
        f"found the token {show(token)}; expected a plain word, "
        f"{{'LOWER': …}} or {{'ORTH': …}} (a lexicon holds names, not rules: write out the "
        "forms, one pattern each)"
    )
