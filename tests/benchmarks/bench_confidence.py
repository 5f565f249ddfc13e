"""How honest the tagger's confidence is, and what it costs.

    python tests/benchmarks/bench_confidence.py --norne NORNE --gold FILE… [--plot FILE.svg]

Over names with the three types, documents given whole: the expected calibration error of
each corpus in ten bins of equal mass, the reliability table over all, and, with
``--plot``, a picture of it (needs matplotlib, extra ``benchmark``). The cost is the time
for the second forward and backward sums and the spans' probabilities, as a share of all
tagging, in processor time.
"""

from __future__ import annotations

import time
from pathlib import Path

from command import existing_file, existing_path, make_parser

import ntbner
from ntbner.tagger import tagging
from ntbner.tagger.decode import Lattice
from ntbner.training.corpora import read_corpus
from ntbner.training.evaluate import (
    Evaluation,
    evaluate,
    find_corpora,
    format_reliability,
    join_documents,
)
from ntbner.training.metrics import Bin, bin_confidences


def read_evaluations(paths: list[Path]) -> list[Evaluation]:
    """Each corpus, tagged and scored."""
    nlp = ntbner.load()
    return [
        evaluate(nlp, join_documents(read_corpus(path)), corpus=path.name.split(".")[0])
        for path in paths
    ]


def measure_cost(texts: list[str]) -> float:
    """Share of tagging that goes into probabilities."""
    nlp = ntbner.load()
    docs = [nlp.make_doc(text) for text in texts]
    tagger = nlp.get_pipe("ntbner_tagger")
    tagger.predict(docs)
    spent, calls = 0.0, 0
    make, ask = Lattice.of, Lattice.span_probability

    def timed_make(*args: object) -> Lattice:
        nonlocal spent, calls
        calls += 1
        started = time.process_time()
        lattice = make(*args)
        if calls % 2 == 0:  # the first of a batch is for the agreement, whatever it costs
            spent += time.process_time() - started
        return lattice

    def timed_ask(*args: object, **options: object) -> float:
        nonlocal spent
        started = time.process_time()
        probability = ask(*args, **options)
        spent += time.process_time() - started
        return probability

    tagging.Lattice.of, tagging.Lattice.span_probability = timed_make, timed_ask
    try:
        started = time.process_time()
        for doc in nlp.pipe(texts):
            assert doc.has_annotation("ENT_IOB")
        return spent / (time.process_time() - started)
    finally:
        tagging.Lattice.of, tagging.Lattice.span_probability = make, ask


def draw(bins: tuple[Bin, ...], path: Path) -> None:
    """The reliability plot."""
    from matplotlib import pyplot

    pyplot.rcParams.update({"svg.hashsalt": "ntbner", "font.size": 11})
    figure, axes = pyplot.subplots(figsize=(4.6, 4.4), layout="constrained")
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    axes.plot([b.confidence for b in bins], [b.accuracy for b in bins], marker="o", color="#1f6f8b")
    axes.set(xlabel="confidence", ylabel="share that is right", xlim=(0.3, 1.02), ylim=(0.3, 1.02))
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Measures and prints."""
    parser = make_parser(__doc__)
    parser.add_argument("--norne", type=existing_path, nargs="+", default=[])
    parser.add_argument("--gold", type=existing_file, nargs="+", default=[])
    parser.add_argument("--plot", type=Path)
    args = parser.parse_args()
    paths = [*find_corpora(args.norne, "dev"), *args.gold]
    evaluations = read_evaluations(paths)
    print(format_reliability(evaluations))
    texts = [s.text for path in paths for s in join_documents(read_corpus(path))]
    print(f"cost: {100 * measure_cost(texts):.1f} % of tagging")
    if args.plot:
        pooled = [guess for each in evaluations for guess in each.guesses]
        draw(bin_confidences([c for c, _ in pooled], [right for _, right in pooled]), args.plot)


if __name__ == "__main__":
    main()
