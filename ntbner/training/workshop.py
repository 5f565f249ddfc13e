"""The workshop: the six stages of a training, and the folder in which they leave their results.

:mod:`ntbner.training.train` tells what the stages are; it is the command, this is the work.
"""

from __future__ import annotations

import argparse
import logging
import pickle
import random
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import spacy
import torch
from spacy.language import Language

from ntbner.errors import InputError
from ntbner.pipeline import load
from ntbner.tagger.component import Tagger
from ntbner.tagger.network import Network
from ntbner.tagger.scheme import LABELS
from ntbner.tagger.tagging import FormMemory, SpanTagger
from ntbner.tagger.tokeniser import adapt_tokeniser
from ntbner.training.calibration import fit_sharpness
from ntbner.training.corpora import Sentence, read_corpus
from ntbner.training.encoding import Window, cut_examples
from ntbner.training.evaluate import find_corpora
from ntbner.training.forms import FormTable, choose_alphabet, choose_vocabulary
from ntbner.training.learning import LearningPlan, learn
from ntbner.training.network import Dropout, TaggerNetwork
from ntbner.training.pretraining import cut_lines, pretrain
from ntbner.training.recipe import Recipe, read_recipe
from ntbner.training.silver import LINES_TOGETHER, Ensemble, join_lines, label_documents
from ntbner.training.texts import Tally, clean_lines, collect_runs, open_text, split_words
from ntbner.training.vectors import blank_pipeline, train_vectors

log = logging.getLogger(__name__)

PADDING: Final = "<pad>"
"""Form 0 of every table; no token is written like this."""

READING: Final = Dropout(embedding=0.1, hidden=0.1, word=0.1, flags=0.1)
"""What pretraining hides: little, for raw text is plentiful."""


class Workshop:
    """One training: its recipe, its corpora, and the folder that its stages share."""

    def __init__(self, folder: Path, recipe: Recipe, threads: int) -> None:
        self.folder, self.recipe, self.threads = folder, recipe, threads
        folder.mkdir(parents=True, exist_ok=True)
        torch.set_num_threads(threads)

    def path(self, name: str) -> Path:
        """A file of the work folder."""
        return self.folder / name

    # ── 1. text ──────────────────────────────────────────────────────────────

    def prepare_text(
        self, texts: Sequence[Path], near: Sequence[Path], held_out: Sequence[Sentence]
    ) -> None:
        """Tokenise raw text: ``text.tok``, with the near text repeated, and ``near.tok``."""
        if self.path("text.tok").exists():
            return
        nlp = adapt_tokeniser(spacy.blank("nb"))
        runs = collect_runs(split_words(nlp.tokenizer(s.text)) for s in held_out)
        seen: set[int] = set()
        tally = Tally()
        partial = self.path("text.partial")
        with partial.open("w", encoding="utf-8") as out:
            for path in texts:
                with open_text(path) as lines:
                    for words in clean_lines(
                        lines, nlp.tokenizer, held_out=runs, seen=seen, tally=tally
                    ):
                        out.write(" ".join(words) + "\n")
                log.info("%s: %d words so far", path.name, tally.words)
            with self.path("near.tok").open("w", encoding="utf-8") as nearest:
                for path in near:
                    with open_text(path) as lines:
                        for words in clean_lines(
                            lines, nlp.tokenizer, held_out=runs, seen=seen, tally=tally
                        ):
                            nearest.write(" ".join(words) + "\n")
                            out.write((" ".join(words) + "\n") * self.recipe.vectors.repeats)
        log.info(
            "text: %d lines kept, %d repeated, %d held out",
            tally.kept,
            tally.repeated,
            tally.held_out,
        )
        partial.replace(self.path("text.tok"))

    # ── 2. vectors ───────────────────────────────────────────────────────────

    def make_vectors(self) -> Language:
        """The floret table, as a blank pipeline."""
        table = self.path("vectors.floret")
        if not table.exists():
            partial = self.path("vectors.partial")
            train_vectors(self.path("text.tok"), partial, self.recipe.vectors, threads=self.threads)
            partial.replace(table)
        return blank_pipeline(table)

    # ── 3. pretraining ───────────────────────────────────────────────────────

    def build(self, table: FormTable, dropout: Dropout) -> TaggerNetwork:
        """An untrained network of the recipe's shape."""
        shape = self.recipe.shape(
            alphabet=len(table.alphabet),
            vocabulary=len(table.vocabulary),
            vectors=table.vectors.shape[1],
        )
        return TaggerNetwork(shape, dropout)

    def pretrain(self, table: FormTable) -> None:
        """Let a network read a share of the raw text: ``pretrained.pt``."""
        out = self.path("pretrained.pt")
        if out.exists():
            return
        choose = random.Random(self.recipe.pretraining.seed)
        with self.path("text.tok").open(encoding="utf-8") as lines:
            ids = [table.add(line.split()) for line in lines if choose.random() < self.recipe.share]
        windows = cut_lines(ids, self.recipe.pretraining.window)
        table.freeze()
        torch.manual_seed(self.recipe.pretraining.seed)
        network = self.build(table, READING)
        pretrain(network, table, windows, self.recipe.pretraining)
        torch.save(network.state_dict(), out)

    def pretrained(self, table: FormTable, seed: int) -> TaggerNetwork:
        """A network that has read the raw text, its upper layers drawn anew."""
        torch.manual_seed(seed)
        network = self.build(table, self.recipe.dropout)
        state = torch.load(self.path("pretrained.pt"), weights_only=True)
        read = ("characters.", "spelling.", "scale", "words.", "recurrent.0.")
        network.load_state_dict(
            {name: value for name, value in state.items() if name.startswith(read)}, strict=False
        )
        return network

    # ── 4. teachers ──────────────────────────────────────────────────────────

    def train_teacher(self, table: FormTable, windows: Sequence[Window], seed: int) -> Path:
        """A teacher: ``teacher-SEED.pt``."""
        out = self.path(f"teacher-{seed}.pt")
        if not out.exists():
            plan = replace(self.recipe.training, epochs=self.recipe.teacher_epochs, seed=seed)
            network = learn(
                self.pretrained(table, seed),
                table,
                windows,
                plan,
                checkpoint=self.path(f"teacher-{seed}.checkpoint"),
            )
            torch.save(network.state_dict(), out)
        return out

    # ── 5. silver ────────────────────────────────────────────────────────────

    def gather_teachers(self, table: FormTable, teachers: Sequence[Path]) -> SpanTagger:
        """All teachers as one tagger."""
        networks = []
        for path in teachers:
            network = self.build(table, READING)
            network.load_state_dict(torch.load(path, weights_only=True))
            networks.append(Network(network.export()))
        ensemble = Ensemble(networks)
        memory = FormMemory(ensemble, table.alphabet, table.vocabulary, table.vectors)
        return SpanTagger(ensemble, memory)

    def label_silver(self, teacher: SpanTagger) -> list[Window]:
        """Raw text as a teacher tags it: ``silver.pickle``."""
        out = self.path("silver.pickle")
        if out.exists():
            return list(pickle.loads(out.read_bytes()))
        silver = list(
            label_documents(
                teacher,
                join_lines(self.silver_lines()),
                surest=self.recipe.surest,
                weight=self.recipe.silver_weight,
            )
        )
        out.write_bytes(pickle.dumps(silver))
        log.info("silver: %d windows", len(silver))
        return silver

    def silver_lines(self) -> Iterator[list[str]]:
        """The near text, then lines of the rest drawn at random, up to the recipe's words."""
        words = 0
        with self.path("near.tok").open(encoding="utf-8") as lines:
            for line in lines:
                words += line.count(" ") + 1
                yield line.split()
        choose, chosen = random.Random(self.recipe.training.seed), False
        with self.path("text.tok").open(encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if words >= self.recipe.silver_words:
                    return
                if number % LINES_TOGETHER == 0:
                    chosen = choose.random() < SILVER_SHARE
                if chosen:
                    words += line.count(" ") + 1
                    yield line.split()

    # ── 6. the pupil ─────────────────────────────────────────────────────────

    def train_pupil(self, table: FormTable, windows: Sequence[Window]) -> TaggerNetwork:
        """The tagger itself: ``pupil.pt``."""
        plan = self.recipe.training
        network = learn(
            self.pretrained(table, plan.seed),
            table,
            windows,
            plan,
            checkpoint=self.path("pupil.checkpoint"),
        )
        torch.save(network.state_dict(), self.path("pupil.pt"))
        return network


SILVER_SHARE: Final = 0.05
"""Share of the other text's stretches that are considered for silver."""


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


def make_pipeline(args: argparse.Namespace, overrides: Mapping[str, Any]) -> Language:
    """Train as the options of ``ntbner train`` say, and write the pipeline to ``args.out``."""
    recipe = read_recipe(args.config, overrides=overrides)
    return train_further(args, recipe) if args.init else train_from_scratch(args, recipe)


def train_from_scratch(args: argparse.Namespace, recipe: Recipe) -> Language:
    """All six stages."""
    shop = Workshop(args.work, recipe, args.threads)
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
    table.freeze()
    teachers = [shop.train_teacher(table, windows, seed) for seed in recipe.teacher_seeds]
    if teachers:
        windows = windows + shop.label_silver(shop.gather_teachers(table, teachers))
        table = new_table(windows)
        table.freeze()
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
    shop = Workshop(args.work, recipe, args.threads)
    dev = read_all([*find_corpora(args.norne, "dev"), *args.dev]) if args.dev else []
    windows = cut_all(read_all([*find_corpora(args.norne, "train"), *args.gold]), nlp)
    if args.text or args.near:
        shop.prepare_text(args.text, args.near, dev)
        windows += shop.label_silver(tagger.span_tagger)
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
    table.freeze()
    shape = recipe.shape(
        alphabet=len(settings["alphabet"]),
        vocabulary=len(settings["vocabulary"]),
        vectors=nlp.vocab.vectors.shape[1],
    )
    network = TaggerNetwork(shape, recipe.dropout)
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
    if dev:
        sharpness = fit_sharpness(nlp, lambda value: equip(nlp, network, table, value), dev)
        equip(nlp, network, table, sharpness)
        log.info("sharpness %.2f", sharpness)
    write_pipeline(nlp, args.out)
    return nlp
