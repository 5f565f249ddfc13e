"""The command line of a benchmark: its docstring as help, and files that are looked at first."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any


def make_parser(docstring: str) -> ArgumentParser:
    """A parser whose help is the docstring, line by line, without its markup."""
    return ArgumentParser(
        description=docstring.replace("``", ""), formatter_class=RawDescriptionHelpFormatter
    )


def existing_file(path: str) -> Path:
    """The path of a file, for an argument that must be one."""
    found = Path(path)
    if found.is_file():
        return found
    problem = "is a folder" if found.is_dir() else "is not there"
    raise ArgumentTypeError(f"{path} {problem}; expected a file")


def existing_path(path: str) -> Path:
    """The path of a file or a folder, for an argument that may be either."""
    found = Path(path)
    if found.exists():
        return found
    raise ArgumentTypeError(f"{path} is not there; expected a file or a folder")


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file that has one a line, as JSON."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
