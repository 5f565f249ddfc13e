r"""How the table of :mod:`ntbner.language` is made.

Words are counted over Bokmål and Nynorsk texts; a word's weight is the logarithm of how much
more frequent it is in Nynorsk. Kept are the words whose weight times frequency is greatest:
those that decide most often. Words with a capital letter are left out, so that no name (and
no topic) votes. Endings are counted over the words that were not kept.

Parallel text counts most: there both forms say the same things, and nothing but the form
differs. Command::

    python -m ntbner.training.language --nb nob-train.conll.gz nb.txt.xz \
        --nn nno-train.conll.gz nn.txt.xz --out ntbner/language.tsv

takes NorNE files and plain text, one sentence a line.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from pathlib import Path
from typing import Final

from ntbner.language import word_ending
from ntbner.training.corpora import read_norne
from ntbner.training.files import corpus_suffix, open_lines

WORDS: Final = 1200
"""Words kept. On single sentences of NorNE dev, half as many cost 0.1 (Bokmål) and 0.5
(Nynorsk) points, and twice as many change -0.0 and +0.5; blocks of ten are right with all."""

ENDINGS: Final = 300
"""Endings kept. Without them single sentences are 3.6 and 1.5 points worse."""

SMOOTHING: Final = 2.0
"""Added to each count, so that a rare word says little."""

HEADER: Final = (
    "# Words and -endings that tell Nynorsk (positive) from Bokmål (negative), in hundredths "
    "of a natural logarithm.\n"
    "# Made by ntbner.training.language from NorNE's training part (CC0 annotations) and the "
    "parallel news of NorBench.\n"
)

_LOWER_WORD: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]+")


def learn_weights(
    bokmaal: Iterable[str],
    nynorsk: Iterable[str],
    *,
    words: int = WORDS,
    endings: int = ENDINGS,
) -> dict[str, int]:
    """The table: word or ending → weight in hundredths, Nynorsk positive.

    Args:
        bokmaal: Texts in Bokmål.
        nynorsk: Texts in Nynorsk.
        words: Number of words to keep.
        endings: Number of endings to keep.

    >>> weights = learn_weights(["ikke noe"] * 9, ["ikkje noko"] * 9)
    >>> weights["ikkje"] > 0 > weights["ikke"]
    True
    """
    counts = Counter(_words(bokmaal)), Counter(_words(nynorsk))
    by_word = _strongest(*counts, keep=words)
    rest = [_count_endings(count, without=by_word) for count in counts]
    return by_word | _strongest(*rest, keep=endings)


def _words(texts: Iterable[str]) -> Iterator[str]:
    """The words of the texts that are written without a capital letter."""
    for text in texts:
        for word in _LOWER_WORD.findall(text):
            if word.islower():
                yield word


def _count_endings(counts: Mapping[str, int], *, without: Mapping[str, int]) -> Counter[str]:
    endings: Counter[str] = Counter()
    for word, count in counts.items():
        if word not in without and (ending := word_ending(word)):
            endings[ending] += count
    return endings


def _strongest(nb: Mapping[str, int], nn: Mapping[str, int], *, keep: int) -> dict[str, int]:
    """Weights of the entries that decide most: greatest weight times frequency."""
    total_nb, total_nn = sum(nb.values()) or 1, sum(nn.values()) or 1
    weights: dict[str, float] = {}
    for word in {*nb, *nn}:
        share_nb = (nb.get(word, 0) + SMOOTHING) / total_nb
        share_nn = (nn.get(word, 0) + SMOOTHING) / total_nn
        weights[word] = log(share_nn / share_nb)

    def strength(word: str) -> tuple[float, str]:
        return -abs(weights[word]) * (nb.get(word, 0) + nn.get(word, 0)), word

    kept = sorted(weights, key=strength)[:keep]
    return {word: round(100 * weights[word]) for word in kept if round(100 * weights[word])}


def read_texts(path: Path, *, language: str) -> Iterator[str]:
    """The sentences of a NorNE file, or the lines of a text file."""
    if corpus_suffix(path) in (".conll", ".conllu"):
        yield from (sentence.text for sentence in read_norne(path, language=language))
    else:
        yield from (line for _, line in open_lines(path))


def write_table(weights: Mapping[str, int], path: Path) -> None:
    """Write the table, sorted, so that a re-made one can be compared line by line."""
    rows = "".join(f"{word}\t{weights[word]}\n" for word in sorted(weights))
    path.write_text(HEADER + rows, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the table from the files named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m ntbner.training.language")
    parser.add_argument("--nb", type=Path, nargs="+", required=True, help="files in Bokmål")
    parser.add_argument("--nn", type=Path, nargs="+", required=True, help="files in Nynorsk")
    parser.add_argument("--out", type=Path, required=True, help="the table to write")
    chosen = parser.parse_args(arguments)
    bokmaal = (text for path in chosen.nb for text in read_texts(path, language="nb"))
    nynorsk = (text for path in chosen.nn for text in read_texts(path, language="nn"))
    write_table(learn_weights(bokmaal, nynorsk), chosen.out)


if __name__ == "__main__":
    main()
