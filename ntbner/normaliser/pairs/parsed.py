"""A name made ready for comparison, once, however many others it is compared with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ntbner.names.origin import firmness
from ntbner.names.text import drop_marks, fold, fold_letters, is_all_capitals
from ntbner.names.words import ARTICLES

_BREAK: Final = re.compile(r"[^\w']+")
_NOT_LETTER: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name in the shapes that rules ask for.

    Attributes:
        text: The folded name.
        words: Its words in plain letters, hyphens and points as breaks.
        solid: The same letters without any break.
        stripped: The same as it is written without Norwegian letters and accents (*Tromso*).
        bare: Its words without Arabic articles, joined; meets *al-Badr* and *Badr*.
        is_acronym: Whether it is one word in capitals (two to six letters).
        firmness: Mean log-odds that its words have a spelling of their own.
    """

    text: str
    words: tuple[str, ...]
    solid: str
    stripped: str
    bare: str
    is_acronym: bool
    firmness: float


def split_words(letters: str) -> list[str]:
    """The words of folded letters, hyphens and points as breaks, apostrophes inside kept.

    >>> split_words("hashd al-sha'abi")
    ['hashd', 'al', "sha'abi"]
    """
    if letters.replace(" ", "").isalnum():
        return letters.split()
    return [word for word in (part.strip("'") for part in _BREAK.split(letters)) if word]


@lru_cache(maxsize=262_144)
def prepare(name: str) -> Parsed:
    """The name in the shapes that rules ask for.

    >>> prepare("Hashd al-Sha'abi").words, prepare("Hitler-Jugend").solid
    (('hashd', 'al', "sha'abi"), 'hitlerjugend')
    """
    text = fold(name)
    letters = fold_letters(text)
    words = tuple(split_words(letters))
    solid = letters if letters.isalpha() else _NOT_LETTER.sub("", letters)
    telling = [word for word in words if word not in ARTICLES]
    bare = "".join(telling).replace("'", "")
    weighed = [firmness(word) for word in telling if len(word) > 1]
    return Parsed(
        text=text,
        words=words,
        solid=solid,
        stripped=solid if text.isascii() else _NOT_LETTER.sub("", drop_marks(text)),
        bare=bare or solid,
        is_acronym=len(words) == 1 and 2 <= len(solid) <= 6 and is_all_capitals(text),
        firmness=sum(weighed) / len(weighed) if weighed else 0.0,
    )
