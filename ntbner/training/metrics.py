"""How taggers are scored: exact names, unseen names, and honest confidences.

A predicted name is right when a gold name has the same offsets and the same label; nothing
is given for a near miss (the CoNLL rule, Tjong Kim Sang and De Meulder 2003). Offsets count
characters, so the tokens of the tagger and of the corpus need not agree.

- :func:`score_spans` counts, per label and over all of them.
- :func:`fold_spans` brings nine labels down to the three types that ntbner extracts.
- :func:`known_tokens` and :func:`keep_unseen` leave the names that training never saw.
- :func:`bin_confidences` and :func:`calibration_error` say whether 0.9 means nine in ten.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from ntbner.training.sentences import COARSE_LABELS, NORNE_LABELS, Sentence, Span

THREE_TYPES: Final = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE_LOC": "LOC",
    "GPE_ORG": "LOC",
}
"""NorNE's labels as the three types; the others have none. A country is a place whether it
acts or not."""

_EU: Final = re.compile(r"EU(?:['’]?s)?")
"""EU, bare or genitive: an organisation in either sense, though NorNE calls it GPE."""

_GENITIVE: Final = re.compile(r"(?:['’]s|['’]|s)$")

_OUTER_MARKS: Final = re.compile(r"^\W+|[^\w'’]+$")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one label, and what follows from them.

    Attributes:
        right: Names found with offsets and label right.
        spurious: Names found that are not in the gold.
        missed: Names of the gold that were not found.

    >>> score = Score(right=6, spurious=2, missed=4)
    >>> score.precision, score.recall, round(score.f, 4)
    (0.75, 0.6, 0.6667)
    """

    right: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of the names found that are right; 0 if none was found."""
        return self.right / (self.right + self.spurious) if self.right else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold names that were found; 0 if there are none."""
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f(self) -> float:
        """Harmonic mean of precision and recall, from 0 to 1."""
        return (
            2 * self.right / (2 * self.right + self.spurious + self.missed) if self.right else 0.0
        )

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.spurious + other.spurious,
            self.missed + other.missed,
        )


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of a whole corpus.

    Attributes:
        by_label: The score of each label that occurs in gold or prediction.
        micro: The score over all names together.
    """

    by_label: Mapping[str, Score]
    micro: Score


def score_spans(gold: Iterable[Collection[Span]], predicted: Iterable[Collection[Span]]) -> Scores:
    """Compare predicted with gold names, text by text.

    Args:
        gold: The gold names of each text.
        predicted: The predicted names of each text, in the same order.

    Raises:
        ValueError: The two have different numbers of texts.

    >>> scores = score_spans([[Span(0, 5, "PER")]], [[Span(0, 5, "ORG")]])
    >>> scores.by_label["PER"], scores.micro.f
    (Score(right=0, spurious=0, missed=1), 0.0)
    """
    right: Counter[str] = Counter()
    spurious: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for wanted, found in zip(gold, predicted, strict=True):
        wanted_set, found_set = set(wanted), set(found)
        right.update(span.label for span in wanted_set & found_set)
        spurious.update(span.label for span in found_set - wanted_set)
        missed.update(span.label for span in wanted_set - found_set)
    labels = sorted({*right, *spurious, *missed}, key=_label_order)
    by_label = {label: Score(right[label], spurious[label], missed[label]) for label in labels}
    return Scores(by_label, sum(by_label.values(), start=Score()))


def _label_order(label: str) -> tuple[int, str]:
    order = (*NORNE_LABELS, *COARSE_LABELS)
    return (order.index(label) if label in order else len(order), label)


def fold_spans(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans as the three types; those of other labels are left out.

    Args:
        text: The text that the offsets count in (EU is known by how it is written).
        spans: Spans in NorNE's labels or in the three types.

    >>> fold_spans("EUs møte i Oslo", [Span(0, 3, "GPE_ORG"), Span(11, 15, "GPE_LOC")])
    (Span(start=0, end=3, label='ORG'), Span(start=11, end=15, label='LOC'))
    """
    folded = []
    for span in spans:
        type = THREE_TYPES.get(span.label)
        if type == "LOC" and _EU.fullmatch(text, span.start, span.end):
            type = "ORG"
        if type is not None:
            folded.append(Span(span.start, span.end, type))
    return tuple(folded)


def known_tokens(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Every token that occurs in a name of the training part, genitive endings aside."""
    return frozenset(
        form
        for sentence in sentences
        for span in sentence.spans
        for token in sentence.text[span.start : span.end].split()
        for form in _token_forms(token)
    )


def keep_unseen(text: str, spans: Iterable[Span], known: Collection[str]) -> tuple[Span, ...]:
    """The spans none of whose tokens occurs in a name of the training part.

    Apply it to gold and prediction alike, then :func:`score_spans`.

    Args:
        text: The text that the offsets count in.
        spans: Gold or predicted names.
        known: What :func:`known_tokens` gave.

    >>> known = {"assad", "oslo"}
    >>> keep_unseen("Assads møte i Raqqa", [Span(0, 6, "PER"), Span(14, 19, "LOC")], known)
    (Span(start=14, end=19, label='LOC'),)
    """
    return tuple(
        span
        for span in spans
        if not any(
            form in known
            for token in text[span.start : span.end].split()
            for form in _token_forms(token)
        )
    )


def _token_forms(token: str) -> frozenset[str]:
    """A token in lower case as it is written and without what may be a genitive ending.

    >>> sorted(_token_forms("Iraks")), sorted(_token_forms("(SAS’)"))
    (['irak', 'iraks'], ['sas', 'sas’'])
    """
    plain = _OUTER_MARKS.sub("", token.lower())
    return frozenset(form for form in (plain, _GENITIVE.sub("", plain)) if form)


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions of like confidence: one row of a reliability table.

    Attributes:
        count: Number of predictions.
        lowest: Smallest confidence among them.
        highest: Greatest confidence among them.
        confidence: Mean confidence: the share that should be right.
        accuracy: The share that is right.
    """

    count: int
    lowest: float
    highest: float
    confidence: float
    accuracy: float


def bin_confidences(
    confidences: Sequence[float], right: Sequence[bool], *, bins: int = 10
) -> tuple[Bin, ...]:
    """A reliability table in bins of equal mass, least confident first.

    Predictions of exactly equal confidence share their accuracy, so that the table does not
    depend on the order in which they come.

    Args:
        confidences: One probability a prediction.
        right: Whether each prediction is right.
        bins: Number of bins; fewer come back if there are fewer predictions.

    Raises:
        ValueError: The two have different lengths, or there is no bin.

    >>> for row in bin_confidences([0.9, 0.2, 0.8, 0.4], [True, False, True, True], bins=2):
    ...     print(row.count, round(row.confidence, 2), row.accuracy)
    2 0.3 0.5
    2 0.85 1.0
    """
    if bins < 1:
        raise ValueError(f"at least one bin is needed, not {bins}")
    pairs = sorted(zip(confidences, right, strict=True))
    shared: list[tuple[float, float]] = []
    for confidence, group in groupby(pairs, key=lambda pair: pair[0]):
        outcomes = [outcome for _, outcome in group]
        shared += [(confidence, sum(outcomes) / len(outcomes))] * len(outcomes)
    size = len(shared)
    edges = [round(size * number / bins) for number in range(bins + 1)]
    return tuple(_make_bin(shared[low:high]) for low, high in pairwise(edges) if high > low)


def _make_bin(pairs: Sequence[tuple[float, float]]) -> Bin:
    count = len(pairs)
    return Bin(
        count=count,
        lowest=pairs[0][0],
        highest=pairs[-1][0],
        confidence=sum(confidence for confidence, _ in pairs) / count,
        accuracy=sum(accuracy for _, accuracy in pairs) / count,
    )


def calibration_error(table: Iterable[Bin]) -> float:
    """Expected calibration error: mean distance of confidence and accuracy over predictions.

    After Naeini et al. 2015 (https://doi.org/10.1609/aaai.v29i1.9602), with the bins of
    :func:`bin_confidences`. 0 for an empty table.

    >>> calibration_error([Bin(3, 0.0, 0.4, 0.25, 0.0), Bin(1, 1.0, 1.0, 1.0, 1.0)])
    0.1875
    """
    rows = list(table)
    total = sum(row.count for row in rows)
    if not total:
        return 0.0
    return sum(row.count * abs(row.accuracy - row.confidence) for row in rows) / total
