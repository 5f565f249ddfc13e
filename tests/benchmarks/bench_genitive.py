"""How often a genitive is told from a name in s, and how often its base form is right, on NorNE.

    python tests/benchmarks/bench_genitive.py --norne FILE… --text FILE…

Training files (``.conll``) are scored by cross-validation, documents apart, with models that
are trained on the rest and on the running text of ``--text`` as the packaged one is; dev files
(``.conllu``) by the packaged model. Scored are names (PER, LOC, ORG) and single proper nouns,
names or parts of names, that end in s, x, z or an apostrophe: with the words before and behind
alone, with the other names of their sentence, the longer one they stand in among them, and with
those of their document (in files without document marks, their paragraph). *Base* is the
share of genitives that were found whose base form is the treebank's lemma, among those that end
in a proper noun; case and points aside, for the lemma of *Fr.p.s* is *Frp.* and of *Natos* NATO.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from command import existing_file, make_parser

from ntbner.names.genitive import base_form, is_genitive, strip_ending
from ntbner.names.text import fold_letters
from ntbner.training.files import corpus_suffix
from ntbner.training.genitive import cross_validate, f_score, predict
from ntbner.training.genitive_examples import Example, read_examples
from ntbner.training.genitive_tables import count_classes, count_text

Answer = tuple[Example, bool, str]
"""An example, whether it is said to be a genitive, and the base form."""

UNITS: dict[str, Callable[[Example], bool]] = {
    "names": lambda e: e.is_name and e.occurrence.type is not None,
    "proper nouns": lambda e: not e.is_name,
    "  last in a name": lambda e: not e.is_name and not e.inside,
}


def letters(word: str) -> str:
    return "".join(filter(str.isalnum, fold_letters(word)))


def strip_s(example: Example) -> Answer:
    """The baseline: every s or apostrophe at the end is a genitive's."""
    form = example.occurrence.form
    return example, form.endswith(("s", "'")), strip_ending(form)


def ask_package(example: Example, known: frozenset[str]) -> Answer:
    seen = example.occurrence
    context = {
        "previous_word": seen.previous_word,
        "next_word": seen.next_word,
        "known": known,
        "type": seen.type,
    }
    return example, is_genitive(seen.form, **context), base_form(seen.form, **context)


def report(title: str, answers: Sequence[Answer]) -> None:
    for unit, belongs in UNITS.items():
        kept = [answer for answer in answers if belongs(answer[0])]
        precision, recall, f1 = f_score((example.genitive, said) for example, said, _ in kept)
        found = [
            (letters(example.lemma), letters(base.rpartition(" ")[2]))
            for example, said, base in kept
            if said and example.genitive and example.lemma is not None
        ]
        right = sum(lemma == base for lemma, base in found)
        print(
            f"{title:34} {unit:16} {len(kept):5} P {precision:.4f} R {recall:.4f} F1 {f1:.4f}"
            f"  base {right / max(len(found), 1):.4f}"
        )


def known_near(example: Example) -> frozenset[str]:
    return example.nearby


def known_anywhere(example: Example) -> frozenset[str]:
    return frozenset(example.occurrence.known)


def known_nowhere(example: Example) -> frozenset[str]:
    return frozenset()


CONTEXTS = {"neighbours": known_nowhere, "sentence": known_near, "document": known_anywhere}


def score_training_part(norne: Sequence[Path], text: Iterable[Path], folds: int) -> None:
    examples = [example for path in norne for example in read_examples(path)]
    report("train, strip s", [strip_s(example) for example in examples])
    pairs = list(cross_validate(examples, count_classes(norne), count_text(text), folds))
    for name, known in CONTEXTS.items():
        answers: list[Answer] = []
        for example, model in pairs:
            said = predict(example, model, known=known(example))
            form = example.occurrence.form
            is_cut_off = example.occurrence.next_word in ("'", "’")
            answers.append((example, said, form if is_cut_off else strip_ending(form)))
        report(f"train, {folds} folds, {name}", answers)


def score_held_out(path: Path) -> None:
    examples = read_examples(path)
    report(f"{path.name.partition('.')[0]}, strip s", [strip_s(example) for example in examples])
    for name, known in CONTEXTS.items():
        answers = [ask_package(example, known(example)) for example in examples]
        report(f"{path.name.partition('.')[0]}, packaged, {name}", answers)


def main() -> None:
    parser = make_parser(__doc__)
    parser.add_argument("--norne", type=existing_file, nargs="+", required=True)
    parser.add_argument("--text", type=existing_file, nargs="*", default=[])
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    training = [path for path in options.norne if corpus_suffix(path) == ".conll"]
    if training:
        score_training_part(training, options.text, options.folds)
    for path in options.norne:
        if path not in training:
            score_held_out(path)


if __name__ == "__main__":
    main()
