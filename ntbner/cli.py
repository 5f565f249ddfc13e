"""The command ``ntbner``: the library, from a shell.

    ntbner extract FILE…        the names of texts, as records
    ntbner evaluate …           how well a pipeline finds names
    ntbner train …              make a pipeline
    ntbner annotations …        the project's annotated news, joined to its public text

Each command is thin over the API. Only the one that is asked for is imported. What ntbner
itself raises is printed as one line on standard error, with exit status 2.
"""

from __future__ import annotations

import argparse
import codecs
import io
import os
import re
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

import ntbner
from ntbner.errors import AmbiguousName, NtbnerError, UnknownName
from ntbner.records import OTHER_TYPES, TYPES, Extraction
from ntbner.textfiles import UTF_8, Texts
from ntbner.views.formats import WRITERS, head

FAILED: Final = 2
"""Exit status when something could not be done, as argparse has it for wrong options."""

INTERRUPTED: Final = 130
"""Exit status after Ctrl-C, as shells have it: 128 and the signal's number."""

MODULES: Final = {
    "evaluate": ("ntbner.training.evaluate", "score a pipeline on annotated corpora"),
    "train": ("ntbner.training.train", "train a pipeline, or train one further"),
    "annotations": ("ntbner.training.annotations", "join the project's annotations to their text"),
}
"""Commands that live in a module of their own: ``add_arguments(parser)`` and ``run(args)``."""

_ROLE: Final = re.compile(r":\w+:`~?([^`]*)`")
"""A cross-reference in a docstring, which a terminal cannot follow."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        argv: What was typed after ``ntbner``; ``None`` for this process's own.

    Returns:
        The exit status.
    """
    arguments = sys.argv[1:] if argv is None else list(argv)
    _set_stdout(errors="replace")
    try:
        args = build_parser(arguments).parse_args(arguments)
        status: int = args.run(args)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence_stdout()
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except NtbnerError as error:
        return _complain(str(error))
    except OSError as error:
        if error.filename is None:
            raise
        return _complain(f"{error.filename}: {error.strerror}")
    return status


def build_parser(arguments: Iterable[str]) -> argparse.ArgumentParser:
    """The parser of the command line; only the command that is asked for has its options."""
    parser = argparse.ArgumentParser(
        prog="ntbner", description="People, places and organisations in Norwegian text."
    )
    parser.add_argument("--version", action="version", version=f"ntbner {ntbner.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    asked = next((word for word in arguments if not word.startswith("-")), None)
    summary = "the names of texts, as records"
    extract = commands.add_parser(
        "extract", help=summary, description=f"Print {summary}.", epilog=EXAMPLE
    )
    add_extract_arguments(extract)
    for name, (module_name, summary) in MODULES.items():
        command = commands.add_parser(
            name, help=summary, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        if name == asked:
            module = import_module(module_name)
            command.description = make_plain(module.__doc__ or "")
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    return parser


def make_plain(docstring: str) -> str:
    """A docstring as a terminal shows it, without its markup.

    >>> make_plain("As ``ntbner`` says (:mod:`ntbner.cli`)::")
    'As ntbner says (ntbner.cli):'
    """
    return _ROLE.sub(r"\1", docstring).replace("``", "").replace("::", ":")


# ── ntbner extract ───────────────────────────────────────────────────────────


EXAMPLE: Final = (
    "example: ntbner extract *.txt --lexicon own.csv --format csv > records.csv "
    "writes one row for each person, place and organisation of each text"
)
"""What ``ntbner extract --help`` ends with."""


def add_extract_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``ntbner extract``."""
    add = parser.add_argument
    add("files", metavar="FILE", nargs="+", help="plain text; - for standard input")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument(
        "--format",
        choices=sorted(WRITERS),
        default="table",
        help="table (default) or html to read; csv: one row a record; json: an array with one "
        "object a file; jsonl: one object a line",
    )
    shown.add_argument(
        "--explain",
        metavar="NAME",
        help="instead of all records, print the one that goes by this name: its mentions, why "
        "they are one, and what it was nearly merged with",
    )
    add(
        "--encoding",
        type=_read_encoding,
        default=UTF_8,
        help="what the texts are written in (default: %(default)s), such as cp1252",
    )
    add("--nlp", metavar="NAME", help="another spaCy pipeline, by name or path")
    known = ",".join((*TYPES, *OTHER_TYPES))
    add(
        "--types",
        type=_read_types,
        help=f"some of {known}, with commas between; or all (default: PER,LOC,ORG)",
    )
    add(
        "--min-confidence",
        metavar="X",
        type=float,
        default=0.0,
        help="leave out names less sure than this, 0 to 1",
    )
    add(
        "--lexicon",
        metavar="FILE",
        type=Path,
        help="your own names: a table (.csv), JSON lines, patterns of a spaCy EntityRuler, or "
        "entities of FollowTheMoney (all .jsonl); told apart by the first line",
    )
    add(
        "--acronyms",
        metavar="STYLE",
        default="as_written",
        help="how records are named after acronyms that are read as words: capitals (NATO), "
        "words (Nato) or as_written (default)",
    )
    add("--processes", metavar="N", type=int, default=1, help="processes that tag; -1: one a core")
    parser.set_defaults(run=run_extract)


def _read_types(value: str) -> str | list[str]:
    return value if value == "all" else value.split(",")


def _read_encoding(value: str) -> str:
    try:
        return codecs.lookup(value).name
    except LookupError as error:
        raise argparse.ArgumentTypeError(f"{error}; expected utf-8, cp1252, utf-16 …") from error


def run_extract(args: argparse.Namespace) -> int:
    """Extract, print, and return the exit status."""
    texts = Texts(args.files, _complain, args.encoding)
    extractions = ntbner.extract_many(
        texts,
        nlp=args.nlp,
        types=args.types,
        lexicon=None if args.lexicon is None else ntbner.Lexicon.from_file(args.lexicon),
        min_confidence=args.min_confidence,
        acronyms=args.acronyms,
        n_process=args.processes,
    )
    if args.explain is not None:
        return _print_explanations(args.explain, extractions, texts)
    if args.format != "table":
        _set_stdout(encoding="utf-8", errors="replace")
    for part in WRITERS[args.format](extractions, len(args.files) > 1):
        sys.stdout.write(part)
    return FAILED if texts.failed else 0


def _print_explanations(name: str, extractions: Iterable[Extraction], texts: Texts) -> int:
    """Explain the record of a name in each text that has it; it fails if none has."""
    found = False
    for extraction in extractions:
        title = f"{head(extraction)}\n" if len(texts.files) > 1 else ""
        try:
            explanation = extraction.explain(name)
        except (UnknownName, AmbiguousName) as error:
            _complain(f"{extraction.doc_id}: {error}")
            continue
        sys.stdout.write(f"{title}{explanation}\n")
        found = True
    return 0 if found and not texts.failed else FAILED


# ── the terminal ─────────────────────────────────────────────────────────────


def _complain(problem: str) -> int:
    sys.stderr.write(f"ntbner: {problem}\n")
    return FAILED


def _set_stdout(*, errors: str, encoding: str | None = None) -> None:
    """Let standard output print what it cannot encode as ``?`` rather than fail."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors=errors)


def _silence_stdout() -> None:
    """Standard output's reader has gone: write what is left to nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
