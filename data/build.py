"""Builds the lexicon of ntbner from its sources.

    python data/build.py            writes ntbner/lexicon/{entries.tsv,forms.tsv,words.txt}
    python data/build.py --check    builds anew and fails where the committed files differ

Needs the pinned packages of ``data/requirements.txt``; asks no network. The same sources
give the same bytes. What each source is: ``data/README.md``.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path

from lexicon_build import assemble

TARGET = Path(__file__).resolve().parent.parent / "ntbner" / "lexicon"
SHOWN_LINES = 40
"""Lines of the difference that ``--check`` prints for each file."""


def differences(built: dict[str, str]) -> list[str]:
    """What differs between the built files and the committed ones, as diff lines."""
    lines: list[str] = []
    for name, text in built.items():
        path = TARGET / name
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        if old == text:
            continue
        diff = difflib.unified_diff(
            old.splitlines(), text.splitlines(), f"committed/{name}", f"built/{name}", lineterm=""
        )
        lines.extend(line for line, _ in zip(diff, range(SHOWN_LINES), strict=False))
    return lines


def main() -> int:
    """Builds, and writes or checks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a difference")
    arguments = parser.parse_args()
    built = assemble.build()
    if arguments.check:
        found = differences(built)
        print("\n".join(found) or "the lexicon is up to date")
        return 1 if found else 0
    for name, text in built.items():
        (TARGET / name).write_text(text, encoding="utf-8")
        print(f"{name}: {len(text.encode()):,} bytes, {text.count(chr(10)):,} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
