"""What the genitive's model knows of words, counted in a treebank and in running text.

1. *Classes*: what part of speech a neighbouring word is, by word and by ending, from the
   treebank.
2. *Usages*: how often a capitalised form in s stands in running text, not at the start of
   a sentence, against the same without s: genitives are rarer than the name, names in s
   are not. And how genitive the words around it look, to a regression on the treebank
   that sees those words alone.
3. *Odds*: how much more often a word stands beside genitives than beside other names. Forms
   in s that are much rarer than their bare form are genitives nearly all, capitalised words
   that do not end in s, x or z are none.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ntbner.names.genitive import SIBILANTS
from ntbner.names.genitive_features import (
    LIMIT,
    LONGEST_ENDING,
    LONGEST_SUFFIX,
    SHORTEST_ENDING,
    SHORTEST_SUFFIX,
    Occurrence,
    Tables,
    Usage,
    neighbour_features,
)
from ntbner.training.files import open_lines
from ntbner.training.genitive_examples import Example, is_open, is_proper_noun, read_documents
from ntbner.training.logistic import fit_weights

PURITY: Final = 0.8
"""Share from which a word's class counts as certain (capital letter in the table)."""
RAREST_WORD: Final = 3
RAREST_ENDING: Final = 8
RAREST_FORM: Final = 2
"""Counts from which a word, an ending, a form in s is kept."""
FREQUENT_WORD: Final = 10
"""Words of a higher count say nothing about endings: they are listed themselves."""
MOST_PLACES: Final = 60
"""Places of a form in running text whose neighbours are read."""
PRIOR_PLACES: Final = 2
PRIOR_SHARE: Final = 0.4
"""Places that are added to a form's own, and the share of genitives among them: the
treebank's share of genitives among proper nouns in s."""
STRETCH: Final = 1.5
"""Factor of the log-odds before rounding, so that they fill the steps from -5 to 5."""
SURE_RATIO: Final = 4
SURE_COUNT: Final = 5
"""How often a bare form is seen, against its form in s and at all, whose form in s is taken
for a genitive wherever it stands."""
RAREST_BEHIND: Final = 4
RAREST_SUFFIX: Final = 6
"""Counts from which a word or its ending has odds; words behind other names count in
proportion, for there are 30 times as many."""
MOST_OF_WORD: Final = 3
"""Times that a word counts for its endings."""

_CAPITALISED: Final = re.compile(r"(?<=[a-zæøåA-ZÆØÅ,]) ([A-ZÆØÅÁÉÖÄÜČŠŽ][\w\-]*\w)(?![\w'’])")
"""A capitalised word behind a letter or comma: not at the start of a sentence."""
_WORD_BEHIND: Final = re.compile(r"\s*(\w+(?:[-.'’]\w+)*|\S)")
WINDOW: Final = 48
"""Characters of running text that are read on each side of a form."""


def count_classes(paths: Iterable[Path]) -> dict[str, str]:
    """Class of each frequent word and ending of the treebank."""
    words: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path in paths:
        for document in read_documents(path):
            for row in (row for rows in document for row in rows):
                if row[1][0].isalpha() and not is_proper_noun(row):
                    words[row[1].lower()][classify(row)] += 1
    endings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, counts in words.items():
        if counts.total() > FREQUENT_WORD:
            continue
        for length in range(SHORTEST_ENDING, LONGEST_ENDING + 1):
            if len(word) > length:
                endings["-" + word[-length:]][counts.most_common(1)[0][0]] += 1
    table = {
        ending: purest(counts)
        for ending, counts in endings.items()
        if counts.total() >= RAREST_ENDING
    }
    table = {
        ending: kind for ending, kind in table.items() if kind != _inherited(ending[1:], table)
    }
    frequent = {
        word: purest(counts) for word, counts in words.items() if counts.total() >= RAREST_WORD
    }
    table |= {word: kind for word, kind in frequent.items() if kind != _inherited(word, table)}
    return table


def classify(row: Sequence[str]) -> str:
    """The class of a treebank row: V, P, N, D or O."""
    if row[3] == "verb":
        return "V" if {"pres", "pret", "imp"}.intersection(row[5].split("|")) else "P"
    return {"subst": "N", "adj": "N", "det": "D"}.get(row[3], "O")


def purest(counts: Counter[str]) -> str:
    """The most frequent class; in lower case if its share is under :data:`PURITY`."""
    kind, count = counts.most_common(1)[0]
    return kind if count >= PURITY * counts.total() else kind.lower()


def _inherited(word: str, table: Mapping[str, str]) -> str | None:
    """The class that a word or ending gets from a shorter ending."""
    for length in range(min(LONGEST_ENDING, len(word) - 1), SHORTEST_ENDING - 1, -1):
        if "-" + word[-length:] in table:
            return table["-" + word[-length:]]
    return None


@dataclass(frozen=True, slots=True)
class TextCounts:
    """What running text says about capitalised words.

    Attributes:
        counts: How often each is seen.
        places: For forms in s, words before and behind at the first places.
        behind: How often words stand behind those that end in neither s, x nor z.
    """

    counts: Mapping[str, int]
    places: Mapping[str, Sequence[tuple[str, str]]]
    behind: Mapping[str, int]


def count_text(paths: Iterable[Path]) -> TextCounts:
    """Count the capitalised words of running text, and note where forms in s stand."""
    counts: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    places: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for path in paths:
        for _, line in open_lines(path):
            for match in _CAPITALISED.finditer(line):
                word = match[1]
                counts[word] += 1
                if not word.endswith(SIBILANTS):
                    behind[_word_behind(line, match.end())] += 1
                elif _may_be_genitive(word) and len(places[word]) < MOST_PLACES:
                    place = _word_before(line, match.start()), _word_behind(line, match.end())
                    places[word].append(place)
    return TextCounts(counts, places, behind)


def _may_be_genitive(word: str) -> bool:
    return word.endswith("s") and not word[:-1].endswith(SIBILANTS)


def _word_before(line: str, end: int) -> str:
    words = line[max(0, end - WINDOW) : end].split()
    return words[-1] if words else ""


def _word_behind(line: str, start: int) -> str:
    match = _WORD_BEHIND.match(line, start, start + WINDOW)
    return match[1] if match else ""


def make_tables(
    examples: Iterable[Example], classes: Mapping[str, str], text: TextCounts
) -> Tables:
    """All tables: the classes, and what running text says."""
    return Tables(classes, make_usages(examples, classes, text), make_odds(text))


def make_usages(
    examples: Iterable[Example], classes: Mapping[str, str], text: TextCounts
) -> dict[str, Usage]:
    """Ratio and odds of each frequent form in s of running text."""
    seen = [example for example in examples if is_open(example.occurrence) and not example.inside]
    weights = fit_weights(
        [_neighbours_of(example.occurrence, classes) for example in seen],
        [example.genitive for example in seen],
        penalty=1.0,
    )
    return {
        word: Usage(
            _clip(math.log2((text.counts[word] + 0.4) / (text.counts.get(word[:-1], 0) + 0.4))),
            _clip(STRETCH * _mean_log_odds(places, weights, classes)),
        )
        for word, places in text.places.items()
        if text.counts[word] >= RAREST_FORM
    }


def _neighbours_of(occurrence: Occurrence, classes: Mapping[str, str]) -> list[str]:
    return neighbour_features(occurrence.previous_word, occurrence.next_word, classes)


def _mean_log_odds(
    places: Sequence[tuple[str, str]], weights: Mapping[str, float], classes: Mapping[str, str]
) -> float:
    """Log-odds of the mean probability of a genitive at some places."""
    total = PRIOR_PLACES * PRIOR_SHARE
    for before, behind in places:
        features = neighbour_features(before, behind, classes)
        total += 1 / (1 + math.exp(-sum(weights.get(feature, 0.0) for feature in features)))
    share = total / (len(places) + PRIOR_PLACES)
    return math.log(share / (1 - share))


def _clip(value: float) -> int:
    return max(-LIMIT, min(LIMIT, round(value)))


def make_odds(text: TextCounts) -> dict[str, int]:
    """Odds of a genitive before words in small letters, and before words with an ending."""
    owned = Counter(
        behind
        for word, places in text.places.items()
        if _is_surely_genitive(word, text.counts)
        for _, behind in places
    )
    if not owned:
        return {}
    scale = owned.total() / max(1, sum(text.behind.values()))
    owned_suffixes: Counter[str] = Counter()
    other_suffixes: defaultdict[str, float] = defaultdict(float)
    odds: dict[str, int] = {}
    for word in sorted(set(owned).union(text.behind)):
        if not word[:1].islower():
            continue
        own, other = owned[word], text.behind.get(word, 0) * scale
        if own + other >= RAREST_BEHIND:
            odds[word] = _log_ratio(own, other)
        for suffix in _suffixes(word):
            owned_suffixes[suffix] += min(own, MOST_OF_WORD)
            other_suffixes[suffix] += min(other, MOST_OF_WORD)
    suffixes = {
        suffix: _log_ratio(owned_suffixes[suffix], other)
        for suffix, other in other_suffixes.items()
        if owned_suffixes[suffix] + other >= RAREST_SUFFIX
    }
    return odds | {
        "-" + suffix: value
        for suffix, value in suffixes.items()
        if value != next((suffixes[s] for s in _suffixes(suffix[1:]) if s in suffixes), None)
    }


def _is_surely_genitive(word: str, counts: Mapping[str, int]) -> bool:
    """Whether a form in s is much rarer than its bare form."""
    return counts.get(word[:-1], 0) >= max(SURE_COUNT, SURE_RATIO * counts[word])


def _suffixes(word: str) -> Iterable[str]:
    """The endings of a word, or the word itself, the longest first."""
    longest = min(LONGEST_SUFFIX, len(word))
    return (word[-length:] for length in range(longest, SHORTEST_SUFFIX - 1, -1))


def _log_ratio(owned: float, other: float) -> int:
    return _clip(math.log2((owned + 0.5) / (other + 0.5)))
