"""How ``ntbner/names/genitive_model.tsv`` is made.

1. *Classes*: what part of speech a neighbouring word is, by word and by ending, from the
   treebank part of NorNE (``.conll``: https://github.com/ltgoslo/norne, CC0).
2. *Ratios*: how often a capitalised form in s stands in running text, not at the start of
   a sentence, against the same without s. Genitives are rarer than the name, names in s
   are not.
3. *Weights*: a logistic regression on the treebank's proper nouns in s (``gen`` in their
   features), each with and without type and with and without the rest of its document.

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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ntbner.lexicon import packaged
from ntbner.lexicon.categories import listed
from ntbner.names.genitive import SHORTEST_BASE, SIBILANTS, is_genitive, strip_ending
from ntbner.names.genitive_model import (
    LONGEST_ENDING,
    SHORTEST_ENDING,
    GenitiveModel,
    Occurrence,
    extract_features,
)
from ntbner.names.text import fold
from ntbner.training.files import open_lines

PENALTY: Final = 1.0
"""L2 penalty; 0.15 and 0.4 scored 0.1 to 0.3 points lower in cross-validation."""
STEPS: Final = 400
"""Gradient steps; the loss changes by less than 0.1 % in the last hundred."""
SMALLEST_WEIGHT: Final = 0.03
"""Smaller weights are dropped: no decision hangs on them."""
PURITY: Final = 0.8
"""Share from which a word's class counts as certain (capital letter in the table)."""
RAREST_WORD: Final = 3
RAREST_ENDING: Final = 8
RAREST_FORM: Final = 3
"""Counts from which a word, an ending, a form in s is kept."""
PLACE_LABELS: Final = {"GPE_LOC": "LOC", "GPE_ORG": "LOC"}

_CAPITALISED: Final = re.compile(r"(?<=[a-zæøåA-ZÆØÅ,]) ([A-ZÆØÅÁÉÖÄÜČŠŽ][\w\-]*\w)(?![\w'’])")
"""A capitalised word behind a letter or comma: not at the start of a sentence."""


@dataclass(frozen=True, slots=True)
class Example:
    """A proper noun in s, x, z or an apostrophe, in its sentence.

    Attributes:
        document: Which document it stands in.
        occurrence: The form and its surroundings.
        genitive: Whether the treebank says that it is a genitive.
        lemma: The treebank's base form.
        inside: Whether a longer name goes on behind it (*Norges Bank*).
    """

    document: str
    occurrence: Occurrence
    genitive: bool
    lemma: str
    inside: bool


def read_documents(path: Path) -> Iterator[list[list[list[str]]]]:
    """Documents of a CoNLL file as sentences of rows; a file without marks is one document."""
    document: list[list[list[str]]] = []
    sentence: list[list[str]] = []
    for _, line in open_lines(path):
        if line.startswith("# newdoc") and document:
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


def is_proper_noun(row: Sequence[str]) -> bool:
    """Whether a row is a proper noun, in either form of NorNE."""
    return row[3] == "PROPN" or "prop" in row[5].split("|")


def read_examples(path: Path) -> list[Example]:
    """All proper nouns of a file that end in s, x, z or an apostrophe."""
    examples: list[Example] = []
    for number, document in enumerate(read_documents(path)):
        counts = Counter(fold(row[1]) for rows in document for row in rows if is_proper_noun(row))
        for rows in document:
            examples += [
                _make_example(f"{path.name}#{number}", rows, place, counts)
                for place, row in enumerate(rows)
                if is_proper_noun(row) and fold(row[1])[-1] in "sxzSXZ'"
            ]
    return examples


def _make_example(
    document: str, rows: Sequence[Sequence[str]], place: int, counts: Mapping[str, int]
) -> Example:
    row = rows[place]
    form = fold(row[1])
    following = rows[place + 1] if place + 1 < len(rows) else None
    label = row[9].rpartition("name=")[2].rpartition("-")[2]
    kind = PLACE_LABELS.get(label, label)
    features = row[5].split("|")
    occurrence = make_occurrence(
        form,
        previous_word=rows[place - 1][1] if place else "",
        next_word=following[1] if following else "",
        known=frozenset(other for other, count in counts.items() if count > (other == form)),
        type=kind if kind in ("PER", "LOC", "ORG") else None,
    )
    return Example(
        document=document,
        occurrence=occurrence,
        genitive="gen" in features or "Case=Gen" in features,
        lemma=row[2],
        inside=following is not None and "name=I-" in following[9],
    )


def make_occurrence(
    form: str, *, previous_word: str, next_word: str, known: frozenset[str], type: str | None
) -> Occurrence:
    """An occurrence with what the packaged lexicon says about it."""
    bare = strip_ending(form)
    return Occurrence(
        form,
        bare,
        previous_word,
        next_word,
        known,
        type,
        listed(form),
        listed(bare),
        bool(packaged().find(form)),
        bool(packaged().find(bare)),
    )


def is_open(example: Example) -> bool:
    """Whether the model decides; an apostrophe, *ss*, *xs*, *zs* are settled by rule."""
    form, bare = example.occurrence.form, example.occurrence.bare
    return form.endswith("s") and not (
        form.endswith("'s") or bare.endswith(SIBILANTS) or len(bare) < SHORTEST_BASE
    )


# ── classes and ratios ──────────────────────────────────────────────────────


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


def count_ratios(paths: Iterable[Path]) -> dict[str, int]:
    """log2 of frequency over bare form's, for each frequent form in s."""
    counts: Counter[str] = Counter()
    for path in paths:
        for _, line in open_lines(path):
            counts.update(_CAPITALISED.findall(line))
    return {
        form: max(-5, min(5, round(math.log2((count + 0.4) / (counts[form[:-1]] + 0.4)))))
        for form, count in counts.items()
        if count >= RAREST_FORM and form.endswith("s") and not form[:-1].endswith(SIBILANTS)
    }


# ── weights ─────────────────────────────────────────────────────────────────


def fit_weights(rows: Sequence[Sequence[str]], answers: Sequence[bool]) -> dict[str, float]:
    """Weights of a logistic regression on rows of features (Adam, whole batch)."""
    counts = Counter(feature for row in rows for feature in set(row))
    names = sorted(feature for feature, count in counts.items() if count >= 2 * len(VIEWS))
    place = {feature: number for number, feature in enumerate(names)}
    pairs = [
        (number, place[feature])
        for number, row in enumerate(rows)
        for feature in set(row)
        if feature in place
    ]
    row_of, column_of = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    target = np.array(answers, dtype=np.float64)
    weights: NDArray[np.float64] = np.zeros(len(names))
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        logits = np.bincount(row_of, weights[column_of], len(rows))
        error = 1 / (1 + np.exp(-logits)) - target
        gradient = np.bincount(column_of, error[row_of], len(names)) / len(VIEWS)
        gradient += PENALTY * weights
        mean = 0.9 * mean + 0.1 * gradient
        spread = 0.999 * spread + 0.001 * gradient**2
        rate = 0.05 * (1 - step / (STEPS + 1))
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return {
        feature: round(float(weight), 2)
        for feature, weight in zip(names, weights, strict=True)
        if abs(weight) >= SMALLEST_WEIGHT
    }


VIEWS: Final = ((True, True), (False, True), (True, False))
"""How each example is seen in training: with its type or not, with its document or not."""


def train(
    examples: Iterable[Example], classes: Mapping[str, str], ratios: Mapping[str, int]
) -> GenitiveModel:
    """The model fitted to all open examples."""
    rows: list[list[str]] = []
    answers: list[bool] = []
    for example in examples:
        if not is_open(example):
            continue
        for with_type, with_known in VIEWS:
            seen = replace(
                example.occurrence,
                type=example.occurrence.type if with_type else None,
                known=example.occurrence.known if with_known else frozenset(),
            )
            rows.append(extract_features(seen, classes, ratios))
            answers.append(example.genitive)
    return GenitiveModel(fit_weights(rows, answers), classes, ratios)


def predict(example: Example, model: GenitiveModel) -> bool:
    """Whether the model, or the rule that settles the case, says genitive."""
    seen = example.occurrence
    if is_open(example):
        return model.score(extract_features(seen, model.classes, model.ratios)) > 0
    return is_genitive(
        seen.form,
        previous_word=seen.previous_word,
        next_word=seen.next_word,
        known=seen.known,
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
    examples: Sequence[Example], classes: Mapping[str, str], ratios: Mapping[str, int], folds: int
) -> list[tuple[Example, bool]]:
    """Every example with the answer of a model that has not seen its document."""
    part = {example.document: zlib.crc32(example.document.encode()) % folds for example in examples}
    answers: list[tuple[Example, bool]] = []
    for number in range(folds):
        model = train((e for e in examples if part[e.document] != number), classes, ratios)
        answers += [(e, predict(e, model)) for e in examples if part[e.document] == number]
    return answers


def write_model(model: GenitiveModel, path: Path) -> None:
    """Write the three tables, sorted."""
    rows = [f"w\t{feature}\t{weight:g}" for feature, weight in sorted(model.weights.items())]
    rows += [f"p\t{word}\t{kind}" for word, kind in sorted(model.classes.items())]
    rows += [f"r\t{form}\t{ratio}" for form, ratio in sorted(model.ratios.items())]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the model, or print cross-validated figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--norne", type=Path, nargs="+", required=True)
    parser.add_argument("--text", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args(arguments)
    classes, ratios = count_classes(options.norne), count_ratios(options.text)
    examples = [example for path in options.norne for example in read_examples(path)]
    if options.folds:
        answers = cross_validate(examples, classes, ratios, options.folds)
        for name, kept in (
            ("all proper nouns in s, x, z, '", answers),
            ("those that end a name", [pair for pair in answers if not pair[0].inside]),
        ):
            scores = f_score((example.genitive, said) for example, said in kept)
            sys.stdout.write("{}: P {:.4f} R {:.4f} F {:.4f}\n".format(name, *scores))
    if options.out is not None:
        write_model(train(examples, classes, ratios), options.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
