"""``ntbner annotations``: the project's annotated news, joined to its public text.

The annotations in ``data/annotations`` come without text (:mod:`ntbner.training.standoff`).
The text is public::

    git clone https://github.com/ltgoslo/norbench
    git clone https://github.com/ltgoslo/NorQuAD
    ntbner annotations join --norbench norbench --norquad NorQuAD --out gold

writes the annotated files that ``ntbner train --gold`` and ``ntbner evaluate --gold`` take. A
text is known by its hash, so one that the source has changed or dropped is not joined: it is
counted and named on standard error, and the command then ends with status 1.

``ntbner annotations split FILE… --out DIR`` is the way back, for who corrects annotations.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ntbner.errors import CorpusError, DataError, InputError
from ntbner.training.files import corpus_stem, open_lines
from ntbner.training.standoff import restore_text, short_hash, strip_text

NORBENCH_FILES: Final = ("nb_nn_train.tsv.gz", "nb_nn_dev.tsv.gz", "nb_nn_test.tsv.gz")
"""Parallel sentences, Bokmål and Nynorsk, in the folder ``nmt/data`` of norbench."""

DEFAULT_FOLDER: Final = Path("data/annotations")
"""Where a clone of the project has its stand-off files."""

LISTED: Final = 10
"""Refused texts that are named one by one; the rest are counted."""

_BLANK_LINES: Final = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Joined:
    """A stand-off file with its text.

    Attributes:
        rows: The annotated texts, in the order of the file.
        refused: Ids of the texts that no source has as they were annotated.
    """

    rows: tuple[dict[str, Any], ...]
    refused: tuple[str, ...]


def read_norbench(folder: Path) -> Iterator[str]:
    """Every sentence of norbench's parallel files.

    Args:
        folder: A clone of norbench, or the folder with the three files.

    Raises:
        CorpusError: One of the files is not there.
    """
    inner = folder / "nmt" / "data"
    for name in NORBENCH_FILES:
        path = (inner if inner.is_dir() else folder) / name
        for _, line in open_lines(path):
            yield from (side.strip() for side in line.split("\t"))


def read_norquad(folder: Path) -> Iterator[str]:
    """Every passage of NorQuAD, as it stands and with its blank lines closed up.

    Args:
        folder: A clone of NorQuAD, or any folder with its JSON files in it.

    Raises:
        CorpusError: There is no JSON file, or one is malformed.
    """
    paths = sorted(folder.rglob("*.json"))
    if not paths:
        raise CorpusError(folder, None, "no .json file in this folder or below")
    for path in paths:
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise CorpusError(path, None, f"not JSON: {error}") from error
        for passage in _find_contexts(content):
            yield from {passage, passage.strip(), _BLANK_LINES.sub("\n", passage.strip())}


def _find_contexts(content: object) -> Iterator[str]:
    """The values of every ``context`` in a JSON file, however deep."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key == "context" and isinstance(value, str):
                yield value
            else:
                yield from _find_contexts(value)
    elif isinstance(content, list):
        for item in content:
            yield from _find_contexts(item)


def index_texts(texts: Iterable[str]) -> dict[str, str]:
    """Texts by their short hash."""
    return {short_hash(text): text for text in texts}


def join_file(path: Path, texts: Mapping[str, str]) -> Joined:
    """Join a stand-off file to the texts that it annotates.

    Args:
        path: The stand-off file.
        texts: What :func:`index_texts` made of the public source.

    Raises:
        CorpusError: A row is malformed.
    """
    rows: list[dict[str, Any]] = []
    refused: list[str] = []
    for line, bare in _read_objects(path):
        if not {"id", "hash"} <= bare.keys():
            raise CorpusError(path, line, "a stand-off row needs 'id' and 'hash'")
        text = texts.get(bare["hash"])
        if text is None:
            refused.append(str(bare["id"]))
            continue
        try:
            rows.append(restore_text(bare, text))
        except (DataError, LookupError, TypeError, ValueError, AttributeError) as error:
            raise CorpusError(path, line, f"not a stand-off row: {error}") from error
    return Joined(tuple(rows), tuple(refused))


def split_file(path: Path) -> list[dict[str, Any]]:
    """The stand-off rows of an annotated file.

    Raises:
        CorpusError: A row is malformed, or its spans do not fit its text.
    """
    stripped = []
    for line, row in _read_objects(path):
        try:
            stripped.append(strip_text(row))
        except (DataError, LookupError, TypeError, AttributeError) as error:
            raise CorpusError(path, line, f"not an annotated text: {error}") from error
    return stripped


def _read_objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in open_lines(path):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise CorpusError(path, number, f"not JSON: {error}") from error
        if not isinstance(row, dict):
            raise CorpusError(path, number, "an object was expected")
        yield number, row


def write_rows(rows: Iterable[Mapping[str, Any]], path: Path) -> None:
    """Write rows as JSONL, one compact object a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``ntbner annotations``."""
    commands = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    join = commands.add_parser("join", help="join the project's annotations to public text")
    join.add_argument("--norbench", type=Path, help="a clone of github.com/ltgoslo/norbench")
    join.add_argument("--norquad", type=Path, help="a clone of github.com/ltgoslo/NorQuAD")
    join.add_argument(
        "--annotations",
        type=Path,
        default=DEFAULT_FOLDER,
        help="folder with the stand-off files (default: %(default)s)",
    )
    join.add_argument("--out", type=Path, required=True, help="folder to write to")
    split = commands.add_parser("split", help="take the text out of annotated files")
    split.add_argument("files", type=Path, nargs="+", help="annotated .jsonl files")
    split.add_argument("--out", type=Path, required=True, help="folder to write to")


def run(args: argparse.Namespace) -> int:
    """Join or split, say what was done, and return the exit status: 1 if a text is missing."""
    if args.action == "split":
        for path in args.files:
            write_rows(split_file(path), args.out / f"{corpus_stem(path)}.jsonl")
        return 0
    complete = True
    for path, texts in _chosen_files(args):
        joined = join_file(path, texts)
        target = args.out / f"{corpus_stem(path)}.jsonl"
        write_rows(joined.rows, target)
        sys.stdout.write(f"{target}: {len(joined.rows)} texts\n")
        if joined.refused:
            complete = False
            sys.stderr.write(format_refused(path, joined))
    return 0 if complete else 1


def _chosen_files(args: argparse.Namespace) -> Iterator[tuple[Path, dict[str, str]]]:
    """The stand-off files whose source was named, each with the texts of its source."""
    if args.norbench is None and args.norquad is None:
        raise InputError("no source was named: pass --norbench PATH, --norquad PATH, or both")
    sources = (
        ("wire_*.jsonl*", None if args.norbench is None else read_norbench(args.norbench)),
        ("docs_*.jsonl*", None if args.norquad is None else read_norquad(args.norquad)),
    )
    for pattern, source in sources:
        if source is None:
            continue
        paths = sorted(args.annotations.glob(pattern))
        if not paths:
            raise CorpusError(args.annotations, None, f"no {pattern} here; see --annotations")
        texts = index_texts(source)
        yield from ((path, texts) for path in paths)


def format_refused(path: Path, joined: Joined) -> str:
    """Which texts of a file were refused, in one or two lines."""
    named = ", ".join(joined.refused[:LISTED])
    more = len(joined.refused) - LISTED
    total = len(joined.rows) + len(joined.refused)
    return (
        f"{path}: {len(joined.refused)} of {total} texts refused, because the source has no text "
        f"with the hash that was annotated: {named}{f' and {more} more' if more > 0 else ''}\n"
    )
