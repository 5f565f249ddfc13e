"""From the options of ``ntbner train`` to a pipeline on disk.

What is trained where is :mod:`ntbner.training.workshop`'s; here the stages are put in order.
"""

from __future__ import annotations

import argparse
import logging
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import spacy
import torch
from spacy.language import Language
from spacy.strings import StringStore

from ntbner.errors import InputError
from ntbner.pipeline import load
from ntbner.tagger.component import Tagger
from ntbner.tagger.scheme import LABELS, TAGS
from ntbner.training.calibration import fit_balance, fit_sharpness
from ntbner.training.corpora import Sentence, read_corpus
from ntbner.training.encoding import Window, cut_examples
from ntbner.training.evaluate import find_corpora, join_documents
from ntbner.training.forms import FormTable, choose_alphabet, choose_vocabulary
from ntbner.training.learning import LearningPlan, learn
from ntbner.training.network import TaggerNetwork
from ntbner.training.recipe import Recipe, read_recipe
from ntbner.training.workshop import PADDING, Workshop

log = logging.getLogger(__name__)

LOC_TAGS: Final = [number for number, tag in enumerate(TAGS) if tag.endswith("-LOC")]


def read_all(paths: Iterable[Path]) -> list[Sentence]:
    """The sentences of several corpora."""
    return [sentence for path in paths for sentence in read_corpus(path)]


def cut_all(sentences: Iterable[Sentence], nlp: Language) -> list[Window]:
    """Annotated sentences as windows.

    Raises:
        InputError: A label is none of NorNE's nine.
    """
    windows = []
    for sentence in sentences:
        unknown = {span.label for span in sentence.spans} - set(LABELS)
        if unknown:
            raise InputError(
                f"{sentence.id} has the label {min(unknown)!r}; to train on, names are labelled "
                f"with {', '.join(LABELS)} (the key 'label', not 'type')"
            )
        windows += cut_examples(sentence, nlp.tokenizer)
    return windows


def equip(nlp: Language, network: TaggerNetwork, table: FormTable, sharpness: float) -> Tagger:
    """Put a trained network into a pipeline as its tagger."""
    if "ntbner_tagger" not in nlp.pipe_names:
        nlp.add_pipe("ntbner_tagger")
    tagger = nlp.get_pipe("ntbner_tagger")
    assert isinstance(tagger, Tagger)
    settings = {
        "alphabet": list(table.alphabet),
        "vocabulary": list(table.vocabulary),
        "sharpness": sharpness,
    }
    tagger.equip(network.export(), settings)
    return tagger


def write_pipeline(nlp: Language, out: Path) -> None:
    """Write a pipeline with its vectors in half precision, which costs no accuracy.

    Raises:
        InputError: There is something else than a pipeline where it should go.
    """
    if out.exists() and not (out / "meta.json").exists() and any(out.iterdir()):
        raise InputError(
            f"--out {out} exists and holds no pipeline; name a new folder, or one with an "
            f"earlier pipeline, which is replaced"
        )
    if out.exists():
        shutil.rmtree(out)
    vectors = nlp.vocab.vectors
    full = vectors.data
    vectors.data = full.astype("float16")
    try:
        nlp.to_disk(out)
    finally:
        vectors.data = full
    forget_words(out, str(nlp.lang))


def forget_words(out: Path, lang: str) -> None:
    """Leave out of a written pipeline the words of the texts that went through it.

    spaCy keeps every word that a pipeline has met; the tagger needs none of them.
    """
    kept = StringStore([*spacy.blank(lang).vocab.strings, *LABELS])
    kept.to_disk(out / "vocab" / "strings.json")


def make_pipeline(args: argparse.Namespace, overrides: Mapping[str, Any]) -> Language:
    """Train as the options of ``ntbner train`` say, and write the pipeline to ``args.out``."""
    recipe = read_recipe(args.config, overrides=overrides)
    return train_further(args, recipe) if args.init else train_from_scratch(args, recipe)


def train_from_scratch(args: argparse.Namespace, recipe: Recipe) -> Language:
    """All six stages."""
    shop = Workshop(args.work, recipe, args.threads, args.device)
    dev = read_all([*find_corpora(args.norne, "dev"), *args.dev])
    shop.prepare_text(args.text, args.near, dev)
    nlp = shop.make_vectors()
    windows = cut_all(read_all([*find_corpora(args.norne, "train"), *args.gold]), nlp)
    words = [word for window in windows for word in window.words]
    alphabet, vocabulary = choose_alphabet(words), choose_vocabulary(words)

    def new_table(windows: Iterable[Window] = ()) -> FormTable:
        table = FormTable(alphabet, vocabulary, nlp.vocab.vectors)
        table.add([PADDING])
        for window in windows:
            table.add(window.words)
        return table

    shop.pretrain(new_table())
    table = new_table(windows)
    table.freeze(shop.device)
    if any(plan.seeds for plan in recipe.teachers):
        if not shop.path("silver.pickle").exists():
            shop.label_silver(shop.gather(table, shop.train_teachers(table, windows)))
        windows = windows + shop.read_silver()
        table = new_table(windows)
        table.freeze(shop.device)
    network = shop.train_pupil(table, windows)
    return finish(nlp, network, table, dev, args)


def train_further(args: argparse.Namespace, recipe: Recipe) -> Language:
    """Go on training a finished pipeline with annotated files."""
    nlp = load(None if args.init == "packaged" else args.init)
    tagger = nlp.get_pipe("ntbner_tagger") if "ntbner_tagger" in nlp.pipe_names else None
    if not isinstance(tagger, Tagger):
        raise InputError(
            f"--init {args.init} is not a pipeline that 'ntbner train' made "
            f"(its components: {', '.join(nlp.pipe_names) or 'none'})"
        )
    weights, settings = tagger.weights, tagger.settings
    shop = Workshop(args.work, recipe, args.threads, args.device)
    dev = read_all([*find_corpora(args.norne, "dev"), *args.dev]) if args.dev else []
    windows = cut_all(read_all([*find_corpora(args.norne, "train"), *args.gold]), nlp)
    if args.text or args.near:
        shop.prepare_text(args.text, args.near, dev)
        if not shop.path("silver.pickle").exists():
            shop.label_silver(tagger.span_tagger)
        windows += shop.read_silver()
    if not windows:
        raise InputError("nothing to train on: pass annotated files with --gold or --norne")
    table = FormTable(
        {character: index for index, character in enumerate(settings["alphabet"], 4)},
        {word: index for index, word in enumerate(settings["vocabulary"], 1)},
        nlp.vocab.vectors,
    )
    table.add([PADDING])
    for window in windows:
        table.add(window.words)
    table.freeze(shop.device)
    shape = recipe.shape(
        alphabet=len(settings["alphabet"]),
        vocabulary=len(settings["vocabulary"]),
        vectors=nlp.vocab.vectors.shape[1],
    )
    network = TaggerNetwork(shape, recipe.dropout).to(shop.device)
    network.restore(weights)
    plan: LearningPlan = replace(recipe.training, learning_rate=recipe.training.learning_rate / 4)
    network = learn(network, table, windows, plan, checkpoint=shop.path("further.checkpoint"))
    return finish(nlp, network, table, dev, args, float(settings["sharpness"]))


def finish(
    nlp: Language,
    network: TaggerNetwork,
    table: FormTable,
    dev: Sequence[Sentence],
    args: argparse.Namespace,
    sharpness: float = 1.0,
) -> Language:
    """Calibrate on held-out sentences, or keep the sharpness, and write the pipeline."""
    equip(nlp, network, table, sharpness)
    norne = find_corpora(args.norne, "dev") if dev else []
    if norne:
        documents = join_documents(read_all(norne))
        bias, learnt = network.tags.bias, network.tags.bias.detach().clone()

        def set_balance(value: float) -> None:
            with torch.no_grad():
                bias.copy_(learnt)
                bias[LOC_TAGS] += value
            equip(nlp, network, table, sharpness)

        balance = fit_balance(nlp, set_balance, documents)
        set_balance(balance)
        log.info("balance of LOC %.2f", balance)
    if dev:
        sharpness = fit_sharpness(nlp, lambda value: equip(nlp, network, table, value), dev)
        equip(nlp, network, table, sharpness)
        log.info("sharpness %.2f", sharpness)
    write_pipeline(nlp, args.out)
    return nlp
