"""How names are judged that we wrote down ourselves: one name in two spellings, or two names.

    python tests/benchmarks/bench_own_pairs.py [--errors LIST]

The pairs stand in ``data/pairs/pairs.tsv``: what a Norwegian text may call people, places and
organisations from Arabic to Wade–Giles, and people, towns, clubs and bodies that are easily taken
for one another. They were written before any error was seen, in three lists: ``worked_on``
served to make rules; of ``set_aside`` totals alone were printed; ``last`` was written when all else
stood, and read then. It is told how many pairs of one name, and how many of two, ``compare``
calls *same*: of the latter none should be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from command import make_parser

from ntbner import Judgement, compare
from ntbner.records import TYPES

PAIRS = Path(__file__).parents[2] / "data" / "pairs" / "pairs.tsv"
LISTS = ("worked_on", "set_aside", "last")


class Row(NamedTuple):
    """A pair: its list, whether it is ``one`` name or ``two``, the type and the names."""

    list: str
    names: str
    type: str
    a: str
    b: str


def read_pairs() -> Iterator[Row]:
    """The rows of the file."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    header, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    if tuple(header) != Row._fields:
        raise ValueError(f"{PAIRS}: expected the columns {Row._fields}, found {header}")
    return (Row(*row) for row in rows)


def main() -> None:
    parser = make_parser(__doc__)
    parser.add_argument("--errors", choices=LISTS, help="print what is judged wrong")
    options = parser.parse_args()
    same: Counter[tuple[str, str, str]] = Counter()
    total: Counter[tuple[str, str, str]] = Counter()
    for row in read_pairs():
        comparison = compare(row.a, row.b, type=row.type)
        is_same = comparison.judgement is Judgement.SAME
        for type in (row.type, "all"):
            total[row.list, row.names, type] += 1
            same[row.list, row.names, type] += is_same
        if row.list == options.errors and is_same is not (row.names == "one"):
            print(*row[1:], comparison.judgement.value, *comparison.reasons, sep=" | ")
    print("list      names  " + "".join(f"{type:>18}" for type in ("all", *TYPES)))
    for name, names in product(LISTS, ("one", "two")):
        print(f"{name:10}{names:5}", end="")
        for type in ("all", *TYPES):
            part, whole = same[name, names, type], total[name, names, type]
            print(f"{part:6}/{whole:<4} {part / whole:.3f} ", end="")
        print()


if __name__ == "__main__":
    main()
