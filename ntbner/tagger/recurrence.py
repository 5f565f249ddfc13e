"""Recurrence: a name that a document has somewhere is a name where it stands again.

Reading window by window, the network may miss at the head of a sentence whom it has just
met (*Mondlane*), or part what it knows as one (*Bodø/Glimts* as *Bodø* and *Glimts*). After
decoding, every name that the document gives with some certainty is looked for again, word
by word and genitive aside:

1. a name of several words replaces what was found inside the same words, unless the
   network is sure of that;
2. a person's or place's name of one word is added where nothing was found. Other kinds
   are not: *Regjeringen* is a name here and a noun there;
3. so is the surname of somebody named in full (*André Ventura*, then *Ventura*).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol, TypeVar

from ntbner.names.person import OF
from ntbner.names.words import PARTICLES
from ntbner.tagger.agreement import cut_ending

LEAST: Final = 0.5
"""Probability from which a name is looked for again."""

SURE: Final = 0.95
"""Probability from which what was found stays. Both chosen on the dev sets, where this step
adds ten names, all of them right: mean F 88.0 to 88.2."""

SHORTEST: Final = 3
"""Letters of the shortest name of one word that is looked for again."""

ALONE: Final = frozenset({"PER", "LOC", "GPE_LOC", "GPE_ORG"})
"""Labels of names of one word that are added."""

PERSON: Final = "PER"

ENDINGS: Final = ("s", "'", "’")
"""What :func:`~ntbner.tagger.agreement.cut_ending` cuts."""

Key = tuple[str, ...]


class Found(Protocol):
    """What is needed of a :class:`~ntbner.tagger.tagging.TaggedSpan`."""

    @property
    def start(self) -> int:
        """First token."""

    @property
    def end(self) -> int:
        """Token behind the last."""

    @property
    def label(self) -> str:
        """One of the nine labels."""

    @property
    def probability(self) -> float:
        """That span and label are right."""


AnyFound = TypeVar("AnyFound", bound=Found)


def find_again(
    words: Sequence[str], spans: Sequence[AnyFound]
) -> Iterator[tuple[int, int, str, list[AnyFound]]]:
    """Where names of a document stand again.

    Args:
        words: The document's tokens.
        spans: The names found in it.

    Yields:
        Start, end and label of each new span, and the spans that give way to it.
    """
    by_first: dict[str, list[tuple[Key, str]]] = defaultdict(list)
    for key, label in gather_names(words, spans).items():
        by_first[key[0]].append((key, label))
    if not by_first:
        return
    owner = {token: span for span in spans for token in range(span.start, span.end)}
    free = 0
    for start, word in enumerate(words):
        if start < free:
            continue
        keys = list(by_first.get(word, ()))
        if word.endswith(ENDINGS) and (bare := cut_ending(word)) != word:
            keys += [pair for pair in by_first.get(bare, ()) if len(pair[0]) == 1]
        if not keys:
            continue
        for key, label in sorted(keys, key=lambda pair: -len(pair[0])):
            end = start + len(key)
            if make_key(words[start:end]) != key:
                continue
            inside = {id(owner[t]): owner[t] for t in range(start, end) if t in owner}
            if may_stand(start, end, list(inside.values())):
                free = end
                yield start, end, label, list(inside.values())
            break


def gather_names(words: Sequence[str], spans: Sequence[Found]) -> Mapping[Key, str]:
    """The names that are looked for again, each with the label it has most surely."""
    best: dict[Key, Found] = {}
    surnames: dict[Key, str] = {}
    for span in spans:
        key = make_key(words[span.start : span.end])
        if span.probability < LEAST or span.label == "DRV":
            continue
        if len(key) == 1 and not (span.label in ALONE and len(key[0]) >= SHORTEST):
            continue
        if key not in best or span.probability > best[key].probability:
            best[key] = span
        if span.label == PERSON and OF not in key and len(key) > 1 and is_surname(key[-1]):
            surnames |= dict.fromkeys(list_surnames(key), PERSON)
    return surnames | {key: span.label for key, span in best.items()}


def list_surnames(name: Key) -> Iterator[Key]:
    """The surname of a person's name, and it with particles, as at the head of a sentence.

    >>> list(list_surnames(("Ursula", "von", "der", "Leyen")))
    [('Leyen',), ('Von', 'der', 'Leyen')]
    """
    yield name[-1:]
    start = len(name) - 1
    while start > 1 and name[start - 1] in PARTICLES:
        start -= 1
    if start < len(name) - 1:
        yield name[start].capitalize(), *name[start + 1 :]


def is_surname(word: str) -> bool:
    """Whether the last word of a person's name may stand alone for it: no number, no initial.

    On NARC's training part 2,119 such words stand alone for people, 4 are no names.

    >>> is_surname("Ventura"), is_surname("XIV"), is_surname("ibn")
    (True, False, False)
    """
    return len(word) >= SHORTEST and word[0].isupper() and not word.isupper()


def make_key(words: Sequence[str]) -> Key:
    """The words of a name, the last one without its ending.

    >>> make_key(["Troms", "og", "Finnmarks"])
    ('Troms', 'og', 'Finnmark')
    """
    return (*words[:-1], cut_ending(words[-1]))


def may_stand(start: int, end: int, inside: Sequence[Found]) -> bool:
    """Whether a name may stand where those other spans were found, if any."""
    if any(span.start == start and span.end == end for span in inside):
        return False
    if end - start == 1:
        return not inside
    return all(
        start <= span.start and span.end <= end and span.probability <= SURE for span in inside
    )
