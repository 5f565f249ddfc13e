"""Static vectors: a floret table made from tokenised text, as spaCy's vectors.

floret (https://github.com/explosion/floret, MIT) hashes every word and its character
n-grams into one small table, so that every form has a vector, however rare or inflected.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training.initialize import convert_vectors

from ntbner.errors import MissingExtra
from ntbner.tagger.tokeniser import adapt_tokeniser


@dataclass(frozen=True, slots=True)
class VectorPlan:
    """How the table is made.

    Attributes:
        dimensions: Numbers in a vector.
        buckets: Rows of the table.
        hashes: Rows that each n-gram is spread over.
        shortest: Letters of the shortest n-gram.
        longest: Letters of the longest n-gram.
        epochs: Times the text is read.
        negatives: Wrong answers for each right one.
        rarest: Occurrences a word needs to be learnt.
        learning_rate: At the start.
        repeats: Times that text near to what will be tagged is repeated.
    """

    dimensions: int = 200
    buckets: int = 50_000
    hashes: int = 2
    shortest: int = 3
    longest: int = 5
    epochs: int = 5
    negatives: int = 8
    rarest: int = 5
    learning_rate: float = 0.05
    repeats: int = 4


def train_vectors(text: Path, out: Path, plan: VectorPlan, *, threads: int) -> None:
    """Make a floret table from a file of tokenised lines.

    Args:
        text: One line a paragraph, tokens separated by spaces.
        out: The ``.floret`` file to write.
        plan: How.
        threads: Threads; with more than one, two runs differ a little.

    Raises:
        MissingExtra: floret is not installed.
    """
    try:
        import floret
    except ImportError as error:
        raise MissingExtra("floret", "train", "making vectors") from error
    model = floret.train_unsupervised(
        str(text),
        model="skipgram",
        mode="floret",
        hashCount=plan.hashes,
        bucket=plan.buckets,
        minn=plan.shortest,
        maxn=plan.longest,
        dim=plan.dimensions,
        minCount=plan.rarest,
        epoch=plan.epochs,
        neg=plan.negatives,
        lr=plan.learning_rate,
        thread=threads,
    )
    model.save_floret_vectors(str(out))


def blank_pipeline(vectors: Path) -> Language:
    """An empty Norwegian pipeline with the vectors of a ``.floret`` file."""
    nlp = adapt_tokeniser(spacy.blank("nb"))
    convert_vectors(nlp, vectors, truncate=-1, prune=-1, mode="floret", attr="ORTH")
    return nlp
