"""The form of a file, told by its first line."""

from __future__ import annotations

from collections.abc import Callable

from ntbner.errors import CorpusError
from ntbner.lexicon.userfile.followthemoney import read_followthemoney
from ntbner.lexicon.userfile.jsonlines import read_jsonl
from ntbner.lexicon.userfile.names import UserNames
from ntbner.lexicon.userfile.patterns import read_entity_ruler
from ntbner.lexicon.userfile.source import Source, StrPath
from ntbner.lexicon.userfile.table import read_csv


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
