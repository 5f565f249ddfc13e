r"""Words per second of the packaged pipeline against one of ``nb_core_news_sm``'s shape.

The official pipeline is not on any package registry, so its shape is built here as its
published configuration describes it: a shared tok2vec (width 96, depth 4, hash embeddings
of norm, prefix, suffix and shape), morphologizer, dependency parser and entity recogniser,
trained for a few steps so that the parser's transitions are those of running text.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 \
        python tests/benchmarks/bench_tagger_speed.py --norne nob-dev.conllu.gz

Both read the same text in the same process, in turns; the ratio is what counts. The two
variables keep numpy's matrix products on one core, as spaCy's own are.
"""

from __future__ import annotations

import gzip
import os
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
from command import existing_file, make_parser
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example, biluo_to_iob, iob_to_biluo

import ntbner


def read_treebank(path: Path) -> Iterator[list[list[str]]]:
    """Sentences of a CoNLL-U file as rows of columns."""
    open_text = gzip.open if path.suffix == ".gz" else open
    rows: list[list[str]] = []
    with open_text(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                rows.append(line.rstrip("\n").split("\t"))
            elif rows and not line.strip():
                yield rows
                rows = []


def gold_doc(nlp: Language, rows: list[list[str]]) -> Doc:
    """A document with heads, labels, morphology and entities."""
    tags = [row[9].partition("name=")[2].split("|")[0] or "O" for row in rows]
    return Doc(
        nlp.vocab,
        words=[row[1] for row in rows],
        spaces=["SpaceAfter=No" not in row[9] for row in rows],
        heads=[int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(rows)],
        deps=[row[7] for row in rows],
        pos=[row[3] if row[3] != "_" else "X" for row in rows],
        morphs=["" if row[5] == "_" else row[5] for row in rows],
        ents=biluo_to_iob(iob_to_biluo(tags)),
    )


def official_shape(examples: list[list[list[str]]], steps: int) -> Language:
    """A pipeline of ``nb_core_news_sm``'s shape, trained for a few steps."""
    nlp = spacy.blank("nb")
    width = {"width": 96, "upstream": "*"}
    listener = {"@architectures": "spacy.Tok2VecListener.v1", **width}
    nlp.add_pipe(
        "tok2vec",
        config={
            "model": {
                "@architectures": "spacy.Tok2Vec.v2",
                "embed": {
                    "@architectures": "spacy.MultiHashEmbed.v2",
                    "width": 96,
                    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
                    "rows": [5000, 1000, 2500, 2500],
                    "include_static_vectors": False,
                },
                "encode": {
                    "@architectures": "spacy.MaxoutWindowEncoder.v2",
                    "width": 96,
                    "depth": 4,
                    "window_size": 1,
                    "maxout_pieces": 3,
                },
            }
        },
    )
    nlp.add_pipe(
        "morphologizer",
        config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}},
    )
    for name, state, tokens in (("parser", "parser", False), ("ner", "ner", False)):
        nlp.add_pipe(
            name,
            config={
                "model": {
                    "@architectures": "spacy.TransitionBasedParser.v2",
                    "state_type": state,
                    "extra_state_tokens": tokens,
                    "hidden_width": 64,
                    "maxout_pieces": 2,
                    "use_upper": True,
                    "tok2vec": listener,
                }
            },
        )
    made = []
    for rows in examples:
        gold = gold_doc(nlp, rows)
        spaces = [bool(token.whitespace_) for token in gold]
        made.append(Example(Doc(nlp.vocab, [token.text for token in gold], spaces), gold))
    optimiser = nlp.initialize(lambda: made)
    for step in range(steps):
        first = step * 16 % len(made)
        nlp.update(made[first : first + 16], sgd=optimiser)
    return nlp


def words_per_second(nlp: Language, texts: list[str], words: int) -> float:
    """Words tagged in a second, tokenising included."""
    started = time.perf_counter()
    for _ in nlp.pipe(texts, batch_size=64):
        pass
    return words / (time.perf_counter() - started)


def main() -> None:
    """Measure and print."""
    parser = make_parser(__doc__)
    parser.add_argument("--norne", type=existing_file, required=True, help="a CoNLL-U file")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--steps", type=int, default=150, help="training steps of the reference")
    options = parser.parse_args()
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
        parser.error("set OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 for a one-core comparison")

    sentences = list(read_treebank(options.norne))
    ours, reference = ntbner.load(), official_shape(sentences[:1000], options.steps)
    lines = [
        "".join(row[1] + ("" if "SpaceAfter=No" in row[9] else " ") for row in rows).strip()
        for rows in sentences
    ]
    texts = [" ".join(lines[first : first + 20]) for first in range(0, len(lines), 20)]
    words = sum(len(text.split()) for text in texts)
    speeds: dict[str, list[float]] = {"ntbner": [], "sm's shape": []}
    for _ in range(options.rounds):
        speeds["ntbner"].append(words_per_second(ours, texts, words))
        speeds["sm's shape"].append(words_per_second(reference, texts, words))
    ratios = [a / b for a, b in zip(*speeds.values(), strict=True)]
    print(f"{len(texts)} texts, {words} words, one core, best of {options.rounds} rounds")
    for name, measured in speeds.items():
        print(f"  {name:12} {max(measured):10,.0f} words/s")
    print(f"  ratio        {statistics.median(ratios):10.2f} (median of rounds)")


if __name__ == "__main__":
    main()
