"""A file as text: its lines with their numbers, and the JSON objects in them."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from ntbner.errors import CorpusError

StrPath: TypeAlias = str | os.PathLike[str]
Row: TypeAlias = Mapping[str, Any]

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
"""Not ``str.splitlines``: JSON strings may hold U+2028 and others that it takes for ends."""


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
        rows = enumerate(_LINE_END.split(text), 1)
        lines = [(number, line) for number, line in rows if line.strip()]
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
                found = show(row)
                problem = f"found {found}; expected one object a line, {{'name': …, 'type': …}}"
                raise CorpusError(self.path, number, problem)
            yield number, row


def show(value: object) -> str:
    """A value as JSON has it, short.

    >>> show(None), show({"name": "Åse"}), len(show("a" * 100))
    ('nothing', '{"name": "Åse"}', 58)
    """
    text = "nothing" if value is None else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}…"
