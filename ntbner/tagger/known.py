"""Known names: what the lexicon has to the letter is a name, though the network missed it.

The network hears of each word what the lexicon says, and still misses a rare town at the
head of a sentence, or reads *Leger uten grenser* as three nouns. What is looked for:

1. names of one word, where nothing was found; not words that are frequent in running text
   (*Sinjar*, but not *Dagen*, which is a newspaper and a day);
2. European roads (*E10*, *E 39*), which the lexicon need not list;
3. names of several words, where nothing or a doubtful part of them was found; of frequent
   words alone, three at least, of which the first is no article (not *Vi kan*).

Of what is so found in NARC's training part, as if the network had found nothing, 771 are
annotated as a name just so (702 with this type), 74 inside longer names, which stay, and 2 not.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from typing import Final

from ntbner.lexicon import Entry, fold_form, packaged
from ntbner.lexicon.packaged import read_resource
from ntbner.names.words import FUNCTION_WORDS
from ntbner.records import LOC
from ntbner.tagger.recurrence import ENDINGS, AnyFound, may_stand

LONGEST: Final = 8
"""Words of the longest name that is looked for."""

SHORTEST: Final = 3
"""Letters of the shortest word, and words of the shortest name of frequent words."""

ROAD: Final = "E"
"""The letter of European roads."""

AND: Final = frozenset({"og", "and"})
"""Words that join two names as they join two parts of one (*Svalbard og Jan Mayen*)."""

TOWN: Final = "city"

SETTLED: Final = frozenset({"country", "capital", TOWN})
"""Kinds of places with people who govern them; the label of other places is ``LOC``."""


def find_known(
    words: Sequence[str], spans: Sequence[AnyFound], frequent: Container[str]
) -> Iterator[tuple[int, int, str, list[AnyFound]]]:
    """Where a document has names of the lexicon that were not found.

    Args:
        words: The document's tokens.
        spans: The names found in it.
        frequent: Words of running text, in small letters.

    Yields:
        Start, end and label of each new span, and the spans that give way to it.
    """
    owner = {token: span for span in spans for token in range(span.start, span.end)}
    free = 0
    for start, word in enumerate(words):
        if start < free or not word[0].isupper():
            continue
        found = find_long(words, start, frequent)
        if found is None and start not in owner:
            found = find_road(words, start) or find_word(word, start, frequent)
        if found is None:
            continue
        end, label = found
        inside = {id(owner[t]): owner[t] for t in range(start, end) if t in owner}
        if len(inside) > 1 and not AND.isdisjoint(words[start:end]):
            continue
        if may_stand(start, end, list(inside.values())):
            free = end
            yield start, end, label, list(inside.values())


def find_word(word: str, start: int, frequent: Container[str]) -> tuple[int, str] | None:
    """The end and label of a name of one word that is not frequent in small letters."""
    if len(word) < SHORTEST or word.lower() in frequent:
        return None
    label = label_of(word)
    return None if label is None else (start + 1, label)


def find_road(words: Sequence[str], start: int) -> tuple[int, str] | None:
    """The end and label of a European road: a place in NorNE, 16 times of 16.

    >>> find_road(["E", "39", "er", "stengt"], 0), find_road(["E10"], 0), find_road(["E24"], 0)
    ((2, 'LOC'), (1, 'LOC'), None)
    """
    end = start + 2 if words[start] == ROAD else start + 1
    name = "".join(words[start:end])
    if name[1:].isdecimal() and name[0] == ROAD and label_of(name) is None:
        return end, LOC
    return None


def find_long(words: Sequence[str], start: int, frequent: Container[str]) -> tuple[int, str] | None:
    """The end and label of the longest name of several words that begins at a token."""
    pair = words[start : start + 2]
    if not pair[-1][0].isalnum() or fold_form(" ".join(pair)) not in openings():
        return None
    for end in range(min(start + LONGEST, len(words)), start + 1, -1):
        if says_enough(words[start:end], frequent):
            label = label_of(" ".join(words[start:end]))
            if label is not None:
                return end, label
    return None


def says_enough(name: Sequence[str], frequent: Container[str]) -> bool:
    """Whether words that the lexicon has as a name can hardly be anything else.

    >>> says_enough(["Vi", "kan"], {"vi", "kan"}), says_enough(["Sri", "Lanka"], {"sri"})
    (False, True)
    """
    if any(word[0].isupper() or word.lower() not in frequent for word in name[1:]):
        return True
    return len(name) >= SHORTEST and name[0].lower() not in FUNCTION_WORDS


@lru_cache(maxsize=16_384)
def label_of(form: str) -> str | None:
    """The label of a name that the lexicon has so written, genitive aside; ``None`` for others.

    >>> label_of("Sinjar"), label_of("Leger uten grensers"), label_of("sinjar")
    ('GPE_LOC', 'ORG', None)
    """
    entries = [entry for entry in packaged().find(form) if is_name_of(form, entry)]
    if not entries:
        return label_of(form[:-1]) if form.endswith(ENDINGS) and len(form) > SHORTEST else None
    kinds, types = {entry.kind for entry in entries}, {entry.type for entry in entries}
    if len(types) > 1:
        return None
    if LOC not in types:
        return types.pop()
    return "GPE_LOC" if kinds & SETTLED else "LOC"


def is_name_of(form: str, entry: Entry) -> bool:
    """Whether an entry is called so; of towns, of whose other names many are other words
    (*Rest*), by their own name.
    """
    return form == entry.name or (form in entry.forms and entry.kind != TOWN)


@lru_cache(maxsize=1)
def openings() -> frozenset[str]:
    """The first two words of each name of several words, as keys of the lexicon."""
    keys = (line.partition("\t")[0] for line in read_resource("forms.tsv").splitlines())
    return frozenset(" ".join(key.split(" ", 2)[:2]) for key in keys if " " in key)
