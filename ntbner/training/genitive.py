"""How ``ntbner/names/genitive_model.tsv`` is made.

1. *Tables* of neighbouring words and of forms in s, counted in the treebank part of NorNE
   and in running text (:mod:`ntbner.training.genitive_tables`).
2. *Weights*: a logistic regression on the treebank's names and proper nouns in s (``gen``
   in their features), each with and without type, in its document, in its sentence
   (its names, or their words alone) and between its neighbours alone. Words inside a longer
   name teach as well, where nothing says that it is one: the treebank calls few of them
   genitives.

Run as ``python -m ntbner.training.genitive --norne FILE… --text FILE… --out FILE``;
``--folds 5`` prints cross-validated figures by document instead of writing.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from ntbner.names.genitive import is_genitive
from ntbner.names.genitive_features import Occurrence, extract_features
from ntbner.names.genitive_model import GenitiveModel
from ntbner.training.genitive_examples import Example, is_open, read_examples
from ntbner.training.genitive_tables import TextCounts, count_classes, count_text, make_tables
from ntbner.training.logistic import fit_weights

VIEWS: Final = 5
"""Ways in which training shows each example."""
RAREST_FEATURE: Final = 3
"""Count from which a feature is kept."""


def list_views(example: Example) -> list[Occurrence]:
    """The ways in which an example is seen: in its document, with type and without, and less."""
    seen = example.occurrence
    return [
        seen,
        replace(seen, type=None),
        replace(seen, known=frozenset()),
        replace(seen, known=example.nearby),
        replace(seen, known=frozenset(name for name in example.nearby if " " not in name)),
    ]


def train(
    examples: Sequence[Example], classes: Mapping[str, str], text: TextCounts
) -> GenitiveModel:
    """The model fitted to all open examples."""
    tables = make_tables(examples, classes, text)
    rows: list[list[str]] = []
    answers: list[bool] = []
    for example in examples:
        views = [view for view in list_views(example) if is_open(view)]
        rows += [extract_features(view, tables) for view in views]
        answers += [example.genitive] * len(views)
    return GenitiveModel(fit_weights(rows, answers, views=VIEWS, rarest=RAREST_FEATURE), tables)


def predict(example: Example, model: GenitiveModel, *, known: Collection[str]) -> bool:
    """Whether the model, or the rule that settles the case, says genitive."""
    seen = replace(example.occurrence, known=known)
    if is_open(seen):
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
    """Write weights and tables, sorted."""
    tables = model.tables
    rows = [f"w\t{feature}\t{weight:g}" for feature, weight in sorted(model.weights.items())]
    rows += [f"p\t{word}\t{kind}" for word, kind in sorted(tables.classes.items())]
    rows += [f"r\t{form}\t{use.ratio} {use.odds}" for form, use in sorted(tables.usages.items())]
    rows += [f"n\t{word}\t{odds}" for word, odds in sorted(tables.behind.items())]
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
