"""``ntbner evaluate``: how well a pipeline finds names, on corpora that it has not seen.

Raw text in, character offsets compared: a name counts when both offsets and the label are
right. Each corpus is scored with NorNE's nine labels where it has them, with the three
types (GPE → LOC), and, given the training part, on the names none of whose tokens
training ever saw. The last table says how honest the confidences are.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ntbner.errors import InputError
from ntbner.mentions import CONFIDENCE
from ntbner.pipeline import load
from ntbner.training.corpora import Sentence, Span, read_corpus
from ntbner.training.metrics import (
    Bin,
    Scores,
    bin_confidences,
    calibration_error,
    fold_spans,
    keep_unseen,
    known_tokens,
    score_spans,
)
from ntbner.training.sentences import NORNE_LABELS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH: Final = 64
"""Texts tagged together."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A predicted name and how sure the tagger is of it (``None``: it does not say)."""

    span: Span
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of one pipeline on one corpus.

    Attributes:
        corpus: Its name.
        fine: Scores with nine labels; ``None`` where the corpus has only three types.
        coarse: Scores with the three types.
        unseen: Scores with the three types on unseen names; ``None`` without a training part.
        guesses: Confidence of each predicted name, and whether it is right.
    """

    corpus: str
    fine: Scores | None
    coarse: Scores
    unseen: Scores | None
    guesses: tuple[tuple[float, bool], ...]

    def reliability(self) -> tuple[Bin, ...]:
        """The reliability table in ten bins of equal mass."""
        confidences = [confidence for confidence, _ in self.guesses]
        return bin_confidences(confidences, [right for _, right in self.guesses])


def guess_spans(nlp: Language, texts: Iterable[str]) -> list[tuple[Guess, ...]]:
    """What a pipeline finds in each text."""
    return [read_guesses(doc) for doc in nlp.pipe(texts, batch_size=BATCH)]


def read_guesses(doc: Doc) -> tuple[Guess, ...]:
    """The entities of a document with their confidence."""
    known = {(start, end): sure for start, end, sure in doc.user_data.get(CONFIDENCE, ())}
    return tuple(
        Guess(Span(span.start_char, span.end_char, span.label_), known.get((span.start, span.end)))
        for span in doc.ents
    )


def evaluate(
    nlp: Language, sentences: Sequence[Sentence], *, corpus: str, known: Collection[str] = ()
) -> Evaluation:
    """Score a pipeline on annotated sentences.

    Args:
        nlp: The pipeline.
        sentences: The gold.
        corpus: Name for the tables.
        known: Tokens of names seen in training, from
            :func:`~ntbner.training.metrics.known_tokens`.
    """
    guesses = guess_spans(nlp, [sentence.text for sentence in sentences])
    gold = [sentence.spans for sentence in sentences]
    found = [[guess.span for guess in each] for each in guesses]
    is_fine = {span.label for spans in gold for span in spans} <= set(NORNE_LABELS)
    has_gpe = any(span.label.startswith("GPE_") for spans in gold for span in spans)
    texts = [sentence.text for sentence in sentences]
    gold_types = [fold_spans(text, spans) for text, spans in zip(texts, gold, strict=True)]
    found_types = [fold_spans(text, spans) for text, spans in zip(texts, found, strict=True)]
    outcomes = [
        (guess.confidence, folded[0] in set(wanted))
        for text, each, wanted in zip(texts, guesses, gold_types, strict=True)
        for guess in each
        if guess.confidence is not None and (folded := fold_spans(text, [guess.span]))
    ]
    unseen = (
        score_spans(
            [keep_unseen(t, spans, known) for t, spans in zip(texts, gold_types, strict=True)],
            [keep_unseen(t, spans, known) for t, spans in zip(texts, found_types, strict=True)],
        )
        if known
        else None
    )
    return Evaluation(
        corpus=corpus,
        fine=score_spans(gold, found) if is_fine and has_gpe else None,
        coarse=score_spans(gold_types, found_types),
        unseen=unseen,
        guesses=tuple(outcomes),
    )


def join_documents(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Sentences joined to the running text of their documents, offsets moved along.

    >>> parts = [Sentence(t, (Span(0, 4, "PER"),), "nb", t, "d", 0) for t in ("Erna.", "Siv.")]
    >>> [(joined.text, joined.spans[1]) for joined in join_documents(parts)]
    [('Erna. Siv.', Span(start=6, end=10, label='PER'))]
    """
    joined = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.document):
        parts = list(group)
        spans: list[Span] = []
        offset = 0
        for part in parts:
            spans += [Span(s.start + offset, s.end + offset, s.label) for s in part.spans]
            offset += len(part.text) + 1
        text = " ".join(part.text for part in parts)
        joined.append(replace(parts[0], text=text, spans=tuple(spans)))
    return joined


def format_scores(title: str, scores: Scores) -> str:
    """A table of precision, recall and F in per cent, a label a row."""
    rows = [f"{title:34}      P      R      F   names"]
    for label, score in [*scores.by_label.items(), ("all", scores.micro)]:
        gold = score.right + score.missed
        rows.append(
            f"  {label:32} {100 * score.precision:6.1f} {100 * score.recall:6.1f} "
            f"{100 * score.f:6.1f} {gold:7}"
        )
    return "\n".join(rows)


def format_reliability(evaluations: Sequence[Evaluation]) -> str:
    """Expected calibration error of each corpus and the reliability table over all."""
    rows = ["Confidence (probability that span and type are right), ten bins of equal mass"]
    for evaluation in evaluations:
        error = calibration_error(evaluation.reliability())
        rows.append(f"  {evaluation.corpus:32} ECE {error:.3f} over {len(evaluation.guesses)}")
    pooled = [guess for evaluation in evaluations for guess in evaluation.guesses]
    rows.append("     from       to   says   is right   names")
    rows += [
        f"  {row.lowest:7.3f}  {row.highest:7.3f}  {row.confidence:5.3f}      {row.accuracy:5.3f}"
        f"  {row.count:6}"
        for row in bin_confidences([c for c, _ in pooled], [right for _, right in pooled])
    ]
    return "\n".join(rows)


def format_evaluation(evaluation: Evaluation) -> str:
    """All tables of one corpus."""
    name = evaluation.corpus
    parts = []
    if evaluation.fine is not None:
        parts.append(format_scores(f"{name}, nine labels", evaluation.fine))
    parts.append(format_scores(f"{name}, three types", evaluation.coarse))
    if evaluation.unseen is not None:
        parts.append(format_scores(f"{name}, three types, unseen names", evaluation.unseen))
    return "\n\n".join(parts)


LEFT_OUT: Final = ("sami", "samnorsk", "aligned")
"""Words in the paths of NorNE's files that hold another language, or the sentences of its
``ud`` once more: both written forms in one, and the same names on newer trees."""


def find_corpora(paths: Iterable[Path], part: str) -> list[Path]:
    """The corpus files that paths stand for: each file, and each folder's files of a part.

    Args:
        paths: Files, or NorNE's folder (searched for ``*-ud-dev.conllu`` and the like, each
            sentence once: what :data:`LEFT_OUT` says is left out).
        part: ``dev``, ``test`` or ``train``.

    Raises:
        InputError: A path does not exist, or a folder holds no such file.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                file
                for file in path.rglob(f"*{part}.conll*")
                if not any(word in str(file.relative_to(path)) for word in LEFT_OUT)
            )
            if not inside:
                raise InputError(
                    f"{path} holds no file named *{part}.conll or *{part}.conllu; "
                    f"expected a copy of https://github.com/ltgoslo/norne"
                )
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise InputError(f"no such file or folder: {path}")
    return found


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``ntbner evaluate``."""
    parser.add_argument(
        "--norne", type=Path, nargs="+", default=[], help="NorNE's folder, or files of it"
    )
    parser.add_argument("--part", default="dev", help="part of NorNE to score (default: dev)")
    parser.add_argument(
        "--gold", type=Path, nargs="+", default=[], help="annotated files (.jsonl, .spacy …)"
    )
    parser.add_argument(
        "--seen", type=Path, nargs="+", default=[], help="training files, to score unseen names"
    )
    parser.add_argument(
        "--sentences", action="store_true", help="give each sentence alone, not whole documents"
    )
    parser.add_argument("--nlp", help="pipeline to score (default: the packaged one)")


def run(args: argparse.Namespace) -> int:
    """Score, print, and return the exit status."""
    paths = [*find_corpora(args.norne, args.part), *args.gold]
    if not paths:
        raise InputError("nothing to evaluate on: pass --norne PATH, --gold FILE…, or both")
    nlp = load(args.nlp)
    seen = find_corpora(args.seen, "train")
    known = known_tokens(sentence for path in seen for sentence in read_corpus(path))
    evaluations = []
    for path in paths:
        sentences = read_corpus(path)
        texts = sentences if args.sentences else join_documents(sentences)
        evaluation = evaluate(nlp, texts, corpus=path.name.split(".")[0], known=known)
        evaluations.append(evaluation)
        sys.stdout.write(format_evaluation(evaluation) + "\n\n")
    if any(evaluation.guesses for evaluation in evaluations):
        sys.stdout.write(format_reliability(evaluations) + "\n")
    return 0
