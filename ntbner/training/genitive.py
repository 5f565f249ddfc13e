"""How ``ntbner/names/genitive_model.tsv`` is made.

1. *Classes*: what part of speech a neighbouring word is, by word and by ending, from the
   treebank part of NorNE (``.conll``: https://github.com/ltgoslo/norne, CC0).
2. *Usages*: how often a capitalised form in s stands in running text, not at the start of
   a sentence, against the same without s: genitives are rarer than the name, names in s
   are not. And how genitive the words around it look, to a regression on the treebank
   that sees those words alone.
3. *Weights*: a logistic regression on the treebank's names and proper nouns in s (``gen``
   in their features), each with and without type and with and without its document.

Run as ``python -m ntbner.training.genitive --norne FILE… --text FILE… --out FILE``;
``--folds 5`` prints cross-validated figures by document instead of writing.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ntbner.lexicon import packaged
from ntbner.lexicon.categories import listed
from ntbner.names.genitive import (
    APOSTROPHES,
    SHORTEST_BASE,
    SIBILANTS,
    is_genitive,
    strip_ending,
)
from ntbner.names.genitive_model import (
    LONGEST_ENDING,
    SHORTEST_ENDING,
    GenitiveModel,
    Occurrence,
    Usage,
    extract_features,
    neighbour_features,
)
from ntbner.names.text import fold
from ntbner.training.files import open_lines

PENALTY: Final = 2.0
"""L2 penalty; from 0.9 to 2.4, cross-validated scores differ by less than 0.1 points."""
STEPS: Final = 300
"""Gradient steps; the loss changes by less than 0.1 % in the last hundred."""
SMALLEST_WEIGHT: Final = 0.05
"""Smaller weights are dropped: no decision hangs on them."""
PURITY: Final = 0.8
"""Share from which a word's class counts as certain (capital letter in the table)."""
RAREST_WORD: Final = 3
RAREST_ENDING: Final = 8
RAREST_FORM: Final = 3
RAREST_FEATURE: Final = 2
"""Counts from which a word, an ending, a form in s, a feature is kept."""
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
LIMIT: Final = 5
"""Largest absolute value of a form's ratio and odds."""
PLACE_LABELS: Final = {"GPE_LOC": "LOC", "GPE_ORG": "LOC"}

_CAPITALISED: Final = re.compile(r"(?<=[a-zæøåA-ZÆØÅ,]) ([A-ZÆØÅÁÉÖÄÜČŠŽ][\w\-]*\w)(?![\w'’])")
"""A capitalised word behind a letter or comma: not at the start of a sentence."""
_WORD_BEFORE: Final = re.compile(r"(\S+)\s*\Z")
_WORD_BEHIND: Final = re.compile(r"\s*(\w+(?:[-.'’]\w+)*|\S)")
WINDOW: Final = 48
"""Characters of running text that are read on each side of a form."""


@dataclass(frozen=True, slots=True)
class Example:
    """A name, or a single proper noun, in s, x, z or an apostrophe, in its sentence.

    Attributes:
        document: Which document it stands in.
        occurrence: The form and its surroundings, with its document's other forms as known.
        nearby: Forms seen elsewhere in its sentence.
        genitive: Whether the treebank says that it is a genitive.
        lemma: The treebank's base form of its last word; ``None`` unless that is a proper
            noun, for the lemma of a common noun is indefinite (*regjering*).
        is_name: Whether it is a whole name, as NorNE marks them.
        inside: Whether a longer name goes on behind it (*Norges Bank*).
    """

    document: str
    occurrence: Occurrence
    nearby: frozenset[str]
    genitive: bool
    lemma: str | None
    is_name: bool
    inside: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows of a sentence that are a name or a proper noun.

    Attributes:
        start: Number of its first row.
        end: Number of the row behind it.
        form: Its words, folded.
        label: NorNE's label.
        is_name: Whether it is a whole name.
    """

    start: int
    end: int
    form: str
    label: str
    is_name: bool


def read_documents(path: Path) -> Iterator[list[list[list[str]]]]:
    """Documents of a CoNLL file as sentences of rows.

    ``# newdoc`` starts one; in a file without, ``# newpar`` does.
    """
    mark = "# newdoc" if has_line(path, "# newdoc") else "# newpar"
    document: list[list[list[str]]] = []
    sentence: list[list[str]] = []
    for _, line in open_lines(path):
        if line.startswith(mark) and document:
            yield document
            document = []
        elif not line and sentence:
            document.append(sentence)
            sentence = []
        elif line and not line.startswith("#"):
            sentence.append(line.split("\t"))
    if sentence:
        document.append(sentence)
    if document:
        yield document


def has_line(path: Path, start: str) -> bool:
    """Whether any line of a file starts so."""
    return any(line.startswith(start) for _, line in open_lines(path))


def is_proper_noun(row: Sequence[str]) -> bool:
    """Whether a row is a proper noun, in either form of NorNE."""
    return row[3] == "PROPN" or "prop" in row[5].split("|")


def find_stretches(rows: Sequence[Sequence[str]]) -> list[Stretch]:
    """The proper nouns and the names of a sentence."""
    labels = [row[9].rpartition("name=")[2].partition("|")[0] for row in rows]
    found = [
        Stretch(place, place + 1, fold(row[1]), labels[place].rpartition("-")[2], False)
        for place, row in enumerate(rows)
        if is_proper_noun(row)
    ]
    for start, label in enumerate(labels):
        if label.startswith("B-"):
            end = start + 1
            while end < len(labels) and labels[end].startswith("I-"):
                end += 1
            form = fold(" ".join(row[1] for row in rows[start:end]))
            found.append(Stretch(start, end, form, label[2:], True))
    return found


def count_forms(stretches: Iterable[Stretch]) -> Counter[str]:
    """How often each proper noun and each name of several words is seen."""
    return Counter(s.form for s in stretches if not s.is_name or s.end - s.start > 1)


def read_examples(path: Path) -> list[Example]:
    """All names and proper nouns of a file that end in s, x, z or an apostrophe."""
    examples: list[Example] = []
    for number, document in enumerate(read_documents(path)):
        sentences = [(rows, find_stretches(rows)) for rows in document]
        counts = [count_forms(stretches) for _, stretches in sentences]
        everywhere: Counter[str] = sum(counts, Counter())
        for (rows, stretches), here in zip(sentences, counts, strict=True):
            examples += [
                _make_example(f"{path.name}#{number}", rows, stretch, everywhere, here)
                for stretch in stretches
                if stretch.form[-1] in "sxzSXZ'"
            ]
    return examples


def _make_example(
    document: str,
    rows: Sequence[Sequence[str]],
    stretch: Stretch,
    everywhere: Mapping[str, int],
    here: Mapping[str, int],
) -> Example:
    following = rows[stretch.end] if stretch.end < len(rows) else None
    last = rows[stretch.end - 1]
    kind = PLACE_LABELS.get(stretch.label, stretch.label)
    features = last[5].split("|")
    own = {stretch.form, stretch.form.rpartition(" ")[2]}
    return Example(
        document=document,
        occurrence=make_occurrence(
            stretch.form,
            previous_word=rows[stretch.start - 1][1] if stretch.start else "",
            next_word=following[1] if following else "",
            known=_seen_besides(own, everywhere),
            type=kind if kind in ("PER", "LOC", "ORG") else None,
        ),
        nearby=_seen_besides(own, here),
        genitive="gen" in features or "Case=Gen" in features,
        lemma=last[2] if is_proper_noun(last) else None,
        is_name=stretch.is_name,
        inside=not stretch.is_name and following is not None and "name=I-" in following[9],
    )


def _seen_besides(own: Collection[str], counts: Mapping[str, int]) -> frozenset[str]:
    """Forms that are seen elsewhere than in a stretch itself."""
    return frozenset(form for form, count in counts.items() if count > (form in own))


def make_occurrence(
    form: str, *, previous_word: str, next_word: str, known: frozenset[str], type: str | None
) -> Occurrence:
    """An occurrence with what the packaged lexicon says about it."""
    last, bare = form.rpartition(" ")[2], strip_ending(form)
    return Occurrence(
        form,
        previous_word,
        next_word,
        known,
        type,
        listed(last),
        listed(strip_ending(last)),
        bool(packaged().find(form)),
        bool(packaged().find(bare)),
    )


def is_open(example: Example) -> bool:
    """Whether the model decides; apostrophes, *ss*, *xs*, *zs* and *.s* are settled by rule."""
    form = example.occurrence.form
    bare = strip_ending(form)
    return (
        form.endswith("s")
        and len(bare) >= SHORTEST_BASE
        and not (form.endswith("'s") or bare.endswith((*SIBILANTS, ".")))
        and example.occurrence.next_word not in APOSTROPHES
    )


# ── classes and usages ──────────────────────────────────────────────────────


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
        places: For frequent forms in s, words before and behind at the first places.
    """

    counts: Mapping[str, int]
    places: Mapping[str, Sequence[tuple[str, str]]]


def count_text(paths: Iterable[Path]) -> TextCounts:
    """Count the capitalised words of running text, and note where forms in s stand."""
    counts: Counter[str] = Counter()
    places: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for path in paths:
        for _, line in open_lines(path):
            for match in _CAPITALISED.finditer(line):
                word = match[1]
                counts[word] += 1
                if _may_be_genitive(word) and len(places[word]) < MOST_PLACES:
                    before = _WORD_BEFORE.search(
                        line[max(0, match.start() - WINDOW) : match.start()]
                    )
                    behind = _WORD_BEHIND.match(line, match.end(), match.end() + WINDOW)
                    places[word].append((before[1] if before else "", behind[1] if behind else ""))
    frequent = {word: found for word, found in places.items() if counts[word] >= RAREST_FORM}
    return TextCounts(counts, frequent)


def _may_be_genitive(word: str) -> bool:
    return word.endswith("s") and not word[:-1].endswith(SIBILANTS)


def make_usages(
    examples: Iterable[Example], classes: Mapping[str, str], text: TextCounts
) -> dict[str, Usage]:
    """Ratio and odds of each frequent form in s of running text."""
    seen = [example for example in examples if is_open(example) and not example.inside]
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


# ── weights ─────────────────────────────────────────────────────────────────


def fit_weights(
    rows: Sequence[Sequence[str]],
    answers: Sequence[bool],
    *,
    penalty: float = PENALTY,
    views: int = 1,
) -> dict[str, float]:
    """Weights of a logistic regression on rows of features (Adam, whole batch).

    Args:
        rows: The features of each row.
        answers: What each row is.
        penalty: L2 penalty.
        views: How many rows show the same thing; each counts as a part of one.
    """
    counts = Counter(feature for row in rows for feature in set(row))
    least = RAREST_FEATURE * views
    names = sorted(feature for feature, count in counts.items() if count >= least)
    place = {feature: number for number, feature in enumerate(names)}
    pairs = [
        (number, place[feature])
        for number, row in enumerate(rows)
        for feature in sorted(set(row))
        if feature in place
    ]
    row_of, column_of = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    target = np.array(answers, dtype=np.float64)
    weights: NDArray[np.float64] = np.zeros(len(names))
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        logits = np.bincount(row_of, weights[column_of], len(rows))
        error = 1 / (1 + np.exp(-logits)) - target
        gradient = np.bincount(column_of, error[row_of], len(names)) / views
        gradient += penalty * weights
        mean = 0.9 * mean + 0.1 * gradient
        spread = 0.999 * spread + 0.001 * gradient**2
        rate = 0.05 * (1 - step / (STEPS + 1))
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return {
        feature: round(float(weight), 2)
        for feature, weight in zip(names, weights, strict=True)
        if abs(weight) >= SMALLEST_WEIGHT
    }


def list_views(example: Example) -> list[Occurrence]:
    """How an example is seen in training: with type and document, less either, in its sentence."""
    seen = example.occurrence
    return [
        seen,
        replace(seen, type=None),
        replace(seen, known=frozenset()),
        replace(seen, known=example.nearby),
    ]


def train(
    examples: Sequence[Example], classes: Mapping[str, str], text: TextCounts
) -> GenitiveModel:
    """The model fitted to all open examples."""
    usages = make_usages(examples, classes, text)
    rows: list[list[str]] = []
    answers: list[bool] = []
    for example in filter(is_open, examples):
        views = list_views(example)
        rows += [extract_features(view, classes, usages) for view in views]
        answers += [example.genitive] * len(views)
    return GenitiveModel(fit_weights(rows, answers, views=len(views)), classes, usages)


def predict(example: Example, model: GenitiveModel, *, known: Collection[str]) -> bool:
    """Whether the model, or the rule that settles the case, says genitive."""
    seen = replace(example.occurrence, known=known)
    if is_open(example):
        return model.score(seen) > 0
    return is_genitive(
        seen.form,
        previous_word=seen.previous_word,
        next_word=seen.next_word,
        known=known,
        type=seen.type,
    )


def f_score(pairs: Iterable[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (gold, predicted) pairs."""
    counts = Counter(pairs)
    right = counts[True, True]
    said, true = right + counts[False, True], right + counts[True, False]
    precision, recall = right / max(said, 1), right / max(true, 1)
    return precision, recall, 2 * right / max(said + true, 1)


def cross_validate(
    examples: Sequence[Example], classes: Mapping[str, str], text: TextCounts, folds: int
) -> Iterator[tuple[Example, GenitiveModel]]:
    """Every example with a model that has not seen its document."""
    part = {example.document: zlib.crc32(example.document.encode()) % folds for example in examples}
    for number in range(folds):
        model = train([e for e in examples if part[e.document] != number], classes, text)
        for example in examples:
            if part[example.document] == number:
                yield example, model


def write_model(model: GenitiveModel, path: Path) -> None:
    """Write the three tables, sorted."""
    rows = [f"w\t{feature}\t{weight:g}" for feature, weight in sorted(model.weights.items())]
    rows += [f"p\t{word}\t{kind}" for word, kind in sorted(model.classes.items())]
    rows += [f"r\t{form}\t{use.ratio} {use.odds}" for form, use in sorted(model.usages.items())]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def describe(answers: Sequence[tuple[Example, bool]]) -> Iterator[str]:
    """Precision, recall and F1 of answers, for each kind of example.

    Names are those of type PER, LOC and ORG: no other is put in its base form.
    """
    for name, kept in (
        ("names", [p for p in answers if p[0].is_name and p[0].occurrence.type is not None]),
        ("proper nouns", [p for p in answers if not p[0].is_name]),
        ("  of them last in a name", [p for p in answers if not p[0].is_name and not p[0].inside]),
    ):
        scores = f_score((example.genitive, said) for example, said in kept)
        yield "{:26} {:5}  P {:.4f} R {:.4f} F1 {:.4f}".format(name, len(kept), *scores)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the model, or print cross-validated figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--norne", type=Path, nargs="+", required=True)
    parser.add_argument("--text", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args(arguments)
    classes, text = count_classes(options.norne), count_text(options.text)
    examples = [example for path in options.norne for example in read_examples(path)]
    if options.folds:
        pairs = list(cross_validate(examples, classes, text, options.folds))
        for title, known in (("in their sentence", "nearby"), ("in their document", "known")):
            sys.stdout.write(f"{title}\n")
            answers = [
                (e, predict(e, m, known=e.nearby if known == "nearby" else e.occurrence.known))
                for e, m in pairs
            ]
            sys.stdout.writelines(f"  {line}\n" for line in describe(answers))
    if options.out is not None:
        write_model(train(examples, classes, text), options.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
