"""A small model of the genitive: what letters, neighbours and lists say about a final -s.

A logistic regression over named features. Its weights, the word classes of neighbouring
words and how often a form is seen against its bare form stand in ``genitive_model.tsv``,
made by :mod:`ntbner.training.genitive` from NorNE (CC0) and running text:

=====  ==========================================  =======================================
row    key                                         value
=====  ==========================================  =======================================
``w``  feature                                     weight
``p``  word, or ``-`` and a word ending            class: V finite verb, P other verb form,
                                                   N noun or adjective, D determiner, O other;
                                                   in lower case where it is not always so
``r``  form in s                                   log2 of its frequency over the bare form's
=====  ==========================================  =======================================

Scores stand in ``docs``; ``tests/benchmarks/bench_genitive.py`` measures them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

LONGEST_ENDING: Final = 5
"""Letters of the longest word ending whose class is kept."""

SHORTEST_ENDING: Final = 2
"""Letters of the shortest."""

CLASS_BITS: Final = 16
"""Bits of :class:`ntbner.lexicon.Category`."""


@dataclass(frozen=True, slots=True)
class GenitiveModel:
    """The model's three tables; see the module's docstring."""

    weights: Mapping[str, float]
    classes: Mapping[str, str]
    ratios: Mapping[str, int]

    def score(self, features: Iterable[str]) -> float:
        """Log-odds that a form is a genitive; positive for yes."""
        weights = self.weights
        return sum(weights.get(feature, 0.0) for feature in features)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A form that ends in s, in its place.

    Attributes:
        form: The form as it is written, folded.
        bare: The same without its last letter.
        previous_word: The word before it; empty at the start of the text.
        next_word: The word or mark behind it; empty at the end.
        known: Forms seen elsewhere in the text.
        type: ``PER``, ``LOC``, ``ORG`` or ``None``.
        form_listed: Categories of the form in the word lists (0 if not there).
        bare_listed: Categories of the bare form.
        form_entry: Whether the lexicon has an entry by the form.
        bare_entry: Whether it has one by the bare form.
    """

    form: str
    bare: str
    previous_word: str
    next_word: str
    known: Collection[str]
    type: str | None
    form_listed: int = 0
    bare_listed: int = 0
    form_entry: bool = False
    bare_entry: bool = False


@lru_cache(maxsize=1)
def load_model() -> GenitiveModel:
    """The packaged model, read once."""
    text = files("ntbner.names").joinpath("genitive_model.tsv").read_text(encoding="utf-8")
    weights: dict[str, float] = {}
    classes: dict[str, str] = {}
    ratios: dict[str, int] = {}
    for line in text.splitlines():
        kind, key, value = line.split("\t")
        if kind == "w":
            weights[key] = float(value)
        elif kind == "p":
            classes[key] = value
        else:
            ratios[key] = int(value)
    return GenitiveModel(weights, classes, ratios)


def word_class(word: str, classes: Mapping[str, str]) -> str:
    """Class of a neighbouring word; by its ending, marked ``~``, if the word is not listed.

    >>> word_class("bøker", {"-er": "N"}), word_class("er", {"er": "V"})
    ('N~', 'V')
    """
    lowered = word.lower()
    found = classes.get(lowered)
    if found is not None:
        return found
    for length in range(LONGEST_ENDING, SHORTEST_ENDING - 1, -1):
        if len(lowered) > length:
            found = classes.get("-" + lowered[-length:])
            if found is not None:
                return found + "~"
    return "?"


def word_shape(word: str) -> str:
    """``start`` (none), ``cap``, ``low``, ``dig`` or ``mark``."""
    if not word:
        return "start"
    first = word[0]
    if first.isalpha():
        return "cap" if first.isupper() else "low"
    return "dig" if first.isdigit() else "mark"


def extract_features(
    occurrence: Occurrence, classes: Mapping[str, str], ratios: Mapping[str, int]
) -> list[str]:
    """The features of a form in its place, as names of rows ``w``."""
    ratio = ratios.get(occurrence.form)
    seen = "r?" if ratio is None else f"r{max(-5, min(5, ratio))}"
    following = occurrence.next_word
    shape = word_shape(following)
    kind = word_class(following, classes) if shape == "low" else shape
    features = ["bias", seen, f"{seen},{kind[0].upper()}"]
    features += _letter_features(occurrence.bare, kind)
    features += _list_features(occurrence, shape, kind)
    features += _next_features(following, shape, kind)
    features += _previous_features(occurrence.previous_word, shape, kind, classes)
    if occurrence.type is not None:
        features += [f"t{occurrence.type}", f"t{occurrence.type},{kind[0]}"]
    return features


def _letter_features(bare: str, kind: str) -> list[str]:
    lowered = bare.lower()
    found = [f"e{lowered[-n:]}" for n in (1, 2, 3, 4) if len(lowered) >= n]
    found += [f"l{min(len(bare), 8)}", f"l{min(len(bare), 4)},{kind[0].upper()}"]
    if len(bare) > 1 and bare.isupper():
        found.append("capitals")
    elif bare[-1:].isupper():
        found.append("capital-end")
    return found


def _list_features(occurrence: Occurrence, shape: str, kind: str) -> list[str]:
    form, bare = occurrence.form_listed, occurrence.bare_listed
    listed = f"L{int(bool(form))}{int(bool(bare))}"
    known = f"K{int(occurrence.form in occurrence.known)}{int(occurrence.bare in occurrence.known)}"
    found = [listed, f"{listed},{shape}", f"{listed},{kind[0]}", known, f"{known},{kind[0]}"]
    found.append(f"E{int(occurrence.form_entry)}{int(occurrence.bare_entry)}")
    if not form and not bare:
        found.append(f"{known}unlisted")
    if form:
        found.append(f"{known}listed")
    found += [f"f{bit}" for bit in range(CLASS_BITS) if form >> bit & 1]
    found += [f"b{bit}" for bit in range(CLASS_BITS) if bare >> bit & 1]
    return found


def _next_features(word: str, shape: str, kind: str) -> list[str]:
    lowered = word.lower()
    found = [f"n={lowered}", f"ns{shape}", f"nk{kind}", f"nK{kind[0]}"]
    if shape in ("low", "cap"):
        found += [f"n{shape[0]}{lowered[-n:]}" for n in (2, 3)]
        if "-" in word and word.rpartition("-")[2].islower():
            found.append("n-compound")
    if shape == "low":
        found += [f"n{lowered[-4:]}", f"n{lowered[-5:]}", f"nl{min(12, len(lowered))}"]
    return found


def _previous_features(
    word: str, next_shape: str, kind: str, classes: Mapping[str, str]
) -> list[str]:
    shape = word_shape(word)
    own = word_class(word, classes) if shape == "low" else shape
    return [f"p={word.lower()}", f"ps{shape}", f"ps{shape},{next_shape}", f"pk{own},{kind}"]
