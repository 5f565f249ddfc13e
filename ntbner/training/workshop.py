"""The workshop: the six stages of a training, and the folder in which they leave their results.

:mod:`ntbner.training.train` tells what the stages are; it is the command, this is the work.
"""

from __future__ import annotations

import logging
import pickle
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import spacy
import torch
from spacy.language import Language

from ntbner.errors import InputError
from ntbner.tagger.tagging import FormMemory, SpanTagger
from ntbner.tagger.tokeniser import adapt_tokeniser
from ntbner.training.corpora import Sentence
from ntbner.training.encoding import Window
from ntbner.training.forms import FormTable
from ntbner.training.learning import learn
from ntbner.training.network import Dropout, TaggerNetwork
from ntbner.training.pretraining import cut_lines, pretrain
from ntbner.training.recipe import Recipe, TeacherPlan
from ntbner.training.silver import LINES_TOGETHER, Ensemble, join_lines, label_documents
from ntbner.training.texts import Tally, clean_lines, collect_runs, open_text, split_words
from ntbner.training.vectors import blank_pipeline, train_vectors

log = logging.getLogger(__name__)

PADDING: Final = "<pad>"
"""Form 0 of every table; no token is written like this."""

READING: Final = Dropout(embedding=0.1, hidden=0.1, word=0.1, flags=0.1)
"""What pretraining hides: little, for raw text is plentiful."""


def find_device(name: str) -> torch.device:
    """A device by PyTorch's name for it, ``cpu`` or ``cuda``.

    Raises:
        InputError: PyTorch cannot compute there.
    """
    try:
        device = torch.device(name)
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError) as error:
        reason = str(error).partition("\n")[0]
        raise InputError(
            f"--device {name}: PyTorch cannot compute there ({reason}); 'cpu' always works"
        ) from error
    return device


class Workshop:
    """One training: its recipe, its corpora, and the folder that its stages share."""

    def __init__(self, folder: Path, recipe: Recipe, threads: int, device: str = "cpu") -> None:
        self.folder, self.recipe, self.threads = folder, recipe, threads
        self.device = find_device(device)
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

    def build(self, table: FormTable, recipe: Recipe, dropout: Dropout) -> TaggerNetwork:
        """An untrained network of a recipe's shape."""
        shape = recipe.shape(
            alphabet=len(table.alphabet),
            vocabulary=len(table.vocabulary),
            vectors=table.vectors.shape[1],
        )
        return TaggerNetwork(shape, dropout).to(self.device)

    def readers(self) -> dict[Path, Recipe]:
        """The networks that read raw text before they see labels, and where each is kept.

        Once there is silver, no teacher is wanted any more.
        """
        readers = {self.path("pretrained.pt"): self.recipe}
        if self.path("silver.pickle").exists():
            return readers
        for plan in self.recipe.teachers:
            if plan.network and plan.seeds:
                readers[self.reading_of(plan)] = self.recipe.with_network(plan.network)
        return readers

    def reading_of(self, plan: TeacherPlan) -> Path:
        """Where teachers of a kind find the network that has read."""
        return self.path(f"pretrained-{plan.name}.pt" if plan.network else "pretrained.pt")

    def pretrain(self, table: FormTable) -> None:
        """Let the pupil's network, and the teachers' where it is another, read raw text.

        Leaves ``pretrained.pt`` and ``pretrained-KIND.pt``.
        """
        readers = {out: recipe for out, recipe in self.readers().items() if not out.exists()}
        if not readers:
            return
        choose = random.Random(self.recipe.pretraining.seed)
        with self.path("text.tok").open(encoding="utf-8") as lines:
            ids = [table.add(line.split()) for line in lines if choose.random() < self.recipe.share]
        windows = cut_lines(ids, self.recipe.pretraining.window)
        table.freeze(self.device)
        for out, recipe in readers.items():
            log.info("reading: %s", out.name)
            torch.manual_seed(recipe.pretraining.seed)
            network = self.build(table, recipe, READING)
            pretrain(network, table, windows, recipe.pretraining)
            torch.save(network.state_dict(), out)

    def pretrained(
        self, table: FormTable, recipe: Recipe, reading: Path, seed: int
    ) -> TaggerNetwork:
        """A network that has read the raw text, its upper layers drawn anew."""
        torch.manual_seed(seed)
        network = self.build(table, recipe, recipe.dropout)
        state = torch.load(reading, weights_only=True, map_location=self.device)
        read = ("characters.", "spelling.", "scale", "words.", "recurrent.0.")
        network.load_state_dict(
            {name: value for name, value in state.items() if name.startswith(read)}, strict=False
        )
        return network

    # ── 4. teachers ──────────────────────────────────────────────────────────

    def train_teachers(self, table: FormTable, windows: Sequence[Window]) -> list[TaggerNetwork]:
        """The teachers of every kind, each kept as ``teacher-KIND-SEED.pt``."""
        return [
            self.train_teacher(table, windows, plan, seed)
            for plan in self.recipe.teachers
            for seed in plan.seeds
        ]

    def train_teacher(
        self, table: FormTable, windows: Sequence[Window], kind: TeacherPlan, seed: int
    ) -> TaggerNetwork:
        """One teacher."""
        recipe = self.recipe.with_network(kind.network)
        name = f"teacher-{kind.name}-{seed}"
        out = self.path(f"{name}.pt")
        if out.exists():
            network = self.build(table, recipe, recipe.dropout)
            network.load_state_dict(torch.load(out, weights_only=True, map_location=self.device))
            return network
        log.info("teacher: %s, seed %d", kind.name, seed)
        network = learn(
            self.pretrained(table, recipe, self.reading_of(kind), seed),
            table,
            windows,
            replace(recipe.training, epochs=kind.epochs, seed=seed),
            checkpoint=self.path(f"{name}.checkpoint"),
        )
        torch.save(network.state_dict(), out)
        return network

    # ── 5. silver ────────────────────────────────────────────────────────────

    def gather(self, table: FormTable, teachers: Sequence[TaggerNetwork]) -> SpanTagger:
        """All teachers as one tagger."""
        ensemble = Ensemble(teachers)
        memory = FormMemory(ensemble, table.alphabet, table.vocabulary, table.vectors)
        return SpanTagger(ensemble, memory)

    def label_silver(self, teacher: SpanTagger) -> None:
        """Raw text as a teacher tags it: ``silver.pickle``."""
        silver = list(
            label_documents(
                teacher,
                join_lines(self.silver_lines()),
                surest=self.recipe.surest,
                weight=self.recipe.silver_weight,
            )
        )
        partial = self.path("silver.partial")
        partial.write_bytes(pickle.dumps(silver))
        partial.replace(self.path("silver.pickle"))
        log.info("silver: %d windows", len(silver))

    def read_silver(self) -> list[Window]:
        """The windows of ``silver.pickle``."""
        return list(pickle.loads(self.path("silver.pickle").read_bytes()))

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
            self.pretrained(table, self.recipe, self.path("pretrained.pt"), plan.seed),
            table,
            windows,
            plan,
            checkpoint=self.path("pupil.checkpoint"),
        )
        torch.save(network.state_dict(), self.path("pupil.pt"))
        return network


SILVER_SHARE: Final = 0.05
"""Share of the other text's stretches that are considered for silver."""
