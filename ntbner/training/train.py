"""``ntbner train``: from annotated corpora and raw text to a pipeline.

Six stages, each leaving its result in the work folder, so that an interrupted training
goes on where it stopped:

1. ``text``: the raw text, tokenised, without repetitions and held-out sentences;
2. ``vectors``: a floret table of it;
3. ``pretrained``: the network after reading it;
4. ``teachers``: networks trained on what people annotated;
5. ``silver``: raw text that the teachers tagged together;
6. ``pupil``: the tagger, trained on both, calibrated, written as a spaCy pipeline.

``--init packaged`` goes on training a finished pipeline, which takes the place of 2 to 4: with
raw text it labels its own silver, without it learns from annotated files alone.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from ntbner.errors import InputError, MissingExtra
from ntbner.training.corpora import read_corpus
from ntbner.training.evaluate import (
    evaluate,
    find_corpora,
    format_evaluation,
    format_reliability,
    join_documents,
)
from ntbner.training.files import hash_pipeline

log = logging.getLogger(__name__)

EXTRA: Final = ("train", "training")
"""The extra that has PyTorch, and what for."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``ntbner train``."""
    add = parser.add_argument
    add("--norne", type=Path, nargs="+", default=[], help="NorNE's folder, or its files")
    add("--gold", type=Path, nargs="+", default=[], help="more annotated files to train on")
    add("--dev", type=Path, nargs="+", default=[], help="annotated files to calibrate and score on")
    add("--text", type=Path, nargs="+", default=[], help="raw text, one paragraph a line")
    add("--near", type=Path, nargs="+", default=[], help="raw text like what will be tagged")
    add("--init", help="go on from a pipeline: 'packaged' or a path")
    add("--out", type=Path, required=True, help="folder for the pipeline")
    add("--work", type=Path, required=True, help="folder for the stages; re-run to resume")
    add("--config", type=Path, help="recipe (default: the shipped one)")
    add("--set", nargs="+", default=[], metavar="NAME=VALUE", help="override the recipe")
    add("--threads", type=int, default=2, help="threads (default: 2)")
    add("--device", default="cpu", help="where PyTorch computes: cpu or cuda (default: cpu)")


def parse_overrides(pairs: Iterable[str]) -> dict[str, Any]:
    """Recipe values from ``name=value`` pairs.

    Raises:
        InputError: A pair has no equals sign.

    >>> parse_overrides(["training.epochs=3"])
    {'training.epochs': 3}
    """
    overrides = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign:
            raise InputError(f"--set takes name=value, not {pair!r}")
        try:
            overrides[name] = json.loads(value)
        except ValueError:
            overrides[name] = value
    return overrides


def run(args: argparse.Namespace) -> int:
    """Train, score, and return the exit status.

    Raises:
        InputError: Something to train on is missing.
        MissingExtra: PyTorch is not installed.
    """
    try:
        from ntbner.training.pipelines import make_pipeline
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "torch":
            raise
        raise MissingExtra("torch", *EXTRA) from error
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    if not args.init and not (args.norne and (args.text or args.near)):
        raise InputError("training from scratch needs --norne, and --text or --near")
    nlp = make_pipeline(args, parse_overrides(args.set))
    evaluations = []
    for path in [*find_corpora(args.norne, "dev"), *args.dev] if not args.init else args.dev:
        documents = join_documents(read_corpus(path))
        evaluations.append(evaluate(nlp, documents, corpus=path.name.split(".")[0]))
        log.info("\n%s", format_evaluation(evaluations[-1]))
    if evaluations:
        log.info("\n%s", format_reliability(evaluations))
    log.info("written to %s, SHA-256 %s", args.out, hash_pipeline(args.out))
    return 0
