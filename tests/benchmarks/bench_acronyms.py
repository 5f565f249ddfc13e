"""How many acronyms the lexicon knows of those that running text explains.

    python tests/benchmarks/bench_acronyms.py TEXT…

Texts are files of lines (``.txt``, also ``.xz`` or ``.gz``). Counted are pairs of a long name
and the acronym in brackets behind it, *Long name (ACR)*, that stand there at least twice: two
capitals or more, and the letters of the acronym in order in the words before it, from one with
its first letter on. A pattern finds them, so some are no names. For each half of the acronyms,
drawn by their letters, it is told of how many pairs:

- *lexicon*: both are names of one entry of the packaged lexicon;
- *compare*: ``compare(long, acronym, type="ORG")`` says SAME, by the lexicon or the letters;
- *weighted*: as *lexicon*, each pair as often as it stands there.

The half called *unseen* was never printed while tables were written.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from command import existing_file, make_parser

from ntbner import Judgement, compare
from ntbner.lexicon import packaged
from ntbner.training.files import open_lines

Pair = tuple[str, str]
"""A long name and its acronym."""

IN_BRACKETS = re.compile(r"((?:[\w&'’–/-]+ ){1,8})\(([A-ZÆØÅ][\wÆØÅ-]{1,7})\)")
FEWEST = 2
"""Capitals in an acronym, and places where a pair stands."""
HALVES = ("seen", "unseen")


def find_pairs(lines: Iterable[str]) -> Iterator[Pair]:
    """Every long name with its acronym behind it."""
    for line in lines:
        for words, acronym in IN_BRACKETS.findall(line) if "(" in line else ():
            long = cut_long_form(words.split(), acronym)
            if long is not None and sum(map(str.isupper, acronym)) >= FEWEST:
                yield long, acronym


def cut_long_form(words: list[str], acronym: str) -> str | None:
    """The longest ending of the words that an acronym can be read off."""
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    for start, word in enumerate(words):
        if word[0].isupper() and word[0].lower() == letters[0]:
            long = " ".join(words[start:])
            rest = iter(long.lower())
            if all(letter in rest for letter in letters):
                return long if len(long) > len(acronym) + 2 else None
    return None


def main() -> None:
    parser = make_parser(__doc__)
    parser.add_argument("texts", type=existing_file, nargs="+", help="files of lines")
    options = parser.parse_args()
    found: Counter[Pair] = Counter()
    for path in options.texts:
        found.update(find_pairs(line for _, line in open_lines(path)))
    print("           pairs   lexicon        compare   weighted")
    for number, half in enumerate(HALVES):
        report(half, {p: n for p, n in found.items() if n >= FEWEST and half_of(p[1]) == number})


def half_of(acronym: str) -> int:
    """0 or 1, by its letters alone."""
    return int(hashlib.md5(acronym.encode()).hexdigest(), 16) % 2


def report(half: str, pairs: Mapping[Pair, int]) -> None:
    """Print how many pairs of one half are known."""
    find = packaged().find
    known = [
        pair
        for pair in pairs
        if {entry.id for entry in find(pair[0])} & {entry.id for entry in find(pair[1])}
    ]
    same = sum(compare(*pair, type="ORG").judgement is Judgement.SAME for pair in pairs)
    weighted = sum(pairs[pair] for pair in known) / sum(pairs.values())
    share, judged = len(known) / len(pairs), same / len(pairs)
    print(f"{half:9}{len(pairs):7}{len(known):6} {share:.3f}{same:9} {judged:.3f}{weighted:9.3f}")


if __name__ == "__main__":
    main()
