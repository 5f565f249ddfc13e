"""Which written form of Norwegian a text is in: Bokmål (``nb``) or Nynorsk (``nn``).

Every word of the text that the table knows votes with its weight; a word that it does not
know votes by its last three letters (*-ane* is Nynorsk, *-ene* Bokmål). The weights are
logarithms of how much more frequent the word is in Nynorsk than in Bokmål, learnt by
:mod:`ntbner.training.language` from NorNE's training part and parallel wire news, without
names. The table is ``language.tsv``, in hundredths, Nynorsk positive.

Not here: other languages. A Danish or English text gets one of the two all the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

READ: Final = 20_000
"""Characters that are read: some 3,000 words, when a hundred are enough to be certain."""

ENDING: Final = 3
"""Letters of the ending by which an unknown word votes; shorter words do not vote so."""

_WORD: Final = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str | None:
    """The written form of a text.

    On NorNE dev it is right for all 430 blocks of ten sentences, and for 95 (Bokmål) and 92
    (Nynorsk) in 100 single sentences, headlines of one word among them
    (``tests/benchmarks/bench_language.py``).

    Args:
        text: Any string; the first 20,000 characters count.

    Returns:
        ``nb`` or ``nn``; ``nb`` where nothing speaks for either; ``None`` without words.

    >>> detect_language("Hun visste ikke hva de hadde gjort.")
    'nb'
    >>> detect_language("Ho visste ikkje kva dei hadde gjort.")
    'nn'
    >>> detect_language("1-0 (0-0)") is None
    True
    """
    words = split_words(text[:READ])
    if not words:
        return None
    weights = load_weights()
    return "nn" if sum(weigh_word(word, weights) for word in words) > 0 else "nb"


def split_words(text: str) -> list[str]:
    """The words of a text, in lower case: runs of letters, so compounds fall apart."""
    return _WORD.findall(text.lower())


def weigh_word(word: str, weights: dict[str, int]) -> int:
    """A word's vote: its own weight, or that of its ending (written ``-ane``), or 0."""
    weight = weights.get(word)
    if weight is None:
        return weights.get(word_ending(word), 0)
    return weight


def word_ending(word: str) -> str:
    """The ending of a word as the table writes it; of a short word, nothing.

    >>> word_ending("gutane"), word_ending("dei")
    ('-ane', '')
    """
    return "-" + word[-ENDING:] if len(word) > ENDING else ""


@lru_cache(maxsize=1)
def load_weights() -> dict[str, int]:
    """The packaged table: word or ending → weight, in hundredths."""
    table = Path(__file__).with_name("language.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {word: int(weight) for word, weight in rows}
