"""Respelling: a name of the document, spelt in another way, is a name too.

One text may have *Zelenskyj* and *Zelensky*, *Mujahid* and *Mudjahid*, and the network may
know the one and miss the other. A word with a capital in which nothing was found, and that is
no frequent word, is a name if its consonants may be read as those of a person's or place's
name of the document. Whether the two are one record is not said here.

In ordinary text this is rare (twice in 1.2 million words of reviews and wire news). Of 188
mentions of foreign names in a second spelling, written for the purpose, the network misses 11
and this 4.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from ntbner.names.graphemes import is_vowel, read_grapheme, split_graphemes
from ntbner.names.skeleton import skeleton
from ntbner.tagger.recurrence import AnyFound, gather_names

SHORTEST: Final = 5
"""Letters of the shortest word that is looked for."""

FEWEST: Final = 3
"""Consonants of the shortest that says enough."""


def find_respelt(
    words: Sequence[str], spans: Sequence[AnyFound], frequent: Container[str]
) -> Iterator[tuple[int, int, str, list[AnyFound]]]:
    """Where names of a document stand in another spelling.

    Args:
        words: The document's tokens.
        spans: The names found in it.
        frequent: Words of running text, in small letters.

    Yields:
        Start, end and label of each new span, and the spans that give way to it: none.
    """
    taken = {token for span in spans for token in range(span.start, span.end)}
    strange = [
        token
        for token, word in enumerate(words)
        if word[0].isupper()
        and word[-1].isalpha()
        and len(word) >= SHORTEST
        and token not in taken
        and word.lower() not in frequent
    ]
    if not strange:
        return
    filed = file_names(words, spans)
    for token in strange:
        word = words[token]
        for form in (word, word[:-1]) if word.endswith("s") else (word,):
            labels = [label for name, label in filed[skeleton(form)] if is_respelt(form, name)]
            if labels:
                yield token, token + 1, labels[0], []
                break


def file_names(
    words: Sequence[str], spans: Sequence[AnyFound]
) -> Mapping[str, list[tuple[str, str]]]:
    """The document's names of one word with their labels, under their skeletons."""
    filed: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, label in gather_names(words, spans).items():
        if len(key) == 1:
            filed[skeleton(key[0])].append((key[0], label))
    return filed


def is_respelt(word: str, name: str) -> bool:
    """Whether a word may be another spelling of a name, as far as its consonants go.

    >>> is_respelt("Zelensky", "Zelenskyj"), is_respelt("Birken", "Bergen")
    (True, False)
    """
    first, second = consonants(word), consonants(name)
    if len(first) != len(second) or len(first) < FEWEST:
        return False
    return not any(map(frozenset.isdisjoint, first, second))


@lru_cache(maxsize=4_096)
def consonants(word: str) -> tuple[frozenset[str], ...]:
    """What each consonant of a word may sound like."""
    graphemes = [grapheme for grapheme in split_graphemes(word) if not is_vowel(grapheme)]
    return tuple(frozenset(sound for sound, _ in read_grapheme(g)) for g in graphemes)
