r"""What extracting costs: start, speed against the bare tagger, memory, a crowded document.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 \
        python tests/benchmarks/bench_extract.py [--norne nob-dev.conllu.gz]

Without ``--norne`` the text is made of the example articles in ``data/articles``. Start
and memory are measured in fresh processes. Speed is counted in seconds of this process'
own work, in turns, so that other work on the machine matters little; the two variables
keep numpy on one core.
"""

from __future__ import annotations

import itertools
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from command import existing_file, make_parser
from spacy.tokens import Doc

import ntbner
from ntbner.language import detect_language
from ntbner.mentions import find_mentions
from ntbner.normaliser import derive_mentions
from ntbner.pipeline import packaged
from ntbner.reading import read
from ntbner.training.corpora import read_corpus

ARTICLES = Path(__file__).parents[2] / "data" / "articles"

LONG = 5_000_000
"""Characters of the long text."""

IN_PROCESS = """
import resource, sys, time
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
began = time.perf_counter()
import ntbner
imported = time.perf_counter()
ntbner.extract("Erna Solberg reiste til Oslo.")
first = time.perf_counter()
print(imported - began, first - began, peak())
text = sys.stdin.read()
if text:
    began = time.process_time()
    result = ntbner.extract(text)
    print(len(text), len(text.split()), len(result), len(result.mentions), peak(),
          time.process_time() - began)
"""


def load_texts(norne: Path | None) -> list[str]:
    """Texts of about the length of a news report."""
    if norne is None:
        texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
        return texts * 40
    sentences = [sentence.text for sentence in read_corpus(norne)]
    return [" ".join(sentences[i : i + 20]) for i in range(0, len(sentences), 20)]


def run_process(text: str = "") -> list[list[float]]:
    """The lines of figures that a fresh process prints."""
    done = subprocess.run(
        [sys.executable, "-c", IN_PROCESS], input=text, capture_output=True, text=True, check=True
    )
    return [[float(figure) for figure in line.split()] for line in done.stdout.splitlines()]


def measure_start(rounds: int) -> None:
    """Import and first call."""
    figures = [run_process()[0] for _ in range(rounds)]
    imported, first, peak = map(statistics.median, zip(*figures, strict=True))
    print(f"import ntbner        {imported * 1000:8.0f} ms (median of {rounds} processes)")
    print(f"import, first call   {first * 1000:8.0f} ms, {peak:.0f} MB")


def time_of(work: Iterable[object]) -> float:
    """Processor seconds to exhaust an iterable."""
    began = time.process_time()
    for _ in work:
        pass
    return time.process_time() - began


def measure_speed(texts: list[str], rounds: int) -> None:
    """``extract_many`` against ``nlp.pipe`` of the same pipeline, in turns."""
    nlp = packaged()
    words = sum(len(text.split()) for text in texts)
    time_of(ntbner.extract_many(texts))
    whole, bare = [], []
    for _ in range(rounds):
        bare.append(time_of(nlp.pipe(texts, batch_size=32)))
        whole.append(time_of(ntbner.extract_many(texts)))
    ratios = [a / b for a, b in zip(whole, bare, strict=True)]
    print(f"\n{len(texts)} texts, {words:,} words, best of {rounds} rounds in turns")
    print(f"  nlp.pipe           {words / min(bare):8,.0f} words/s")
    print(f"  extract_many       {words / min(whole):8,.0f} words/s")
    share = 1 - 1 / statistics.median(ratios)
    print(f"  beyond tagging     {share:8.1%} of extract_many (median of rounds)")
    measure_stages(texts, min(whole), rounds)


def measure_stages(texts: list[str], whole: float, rounds: int) -> None:
    """What each step beyond tagging takes, as a share of ``extract_many``; both the best of
    their rounds.
    """
    docs = list(packaged().pipe(texts, batch_size=32))
    spent = [time_stages(texts, docs) for _ in range(rounds)]
    for name in spent[0]:
        print(f"    {name:17}{min(times[name] for times in spent) / whole:8.1%}")


def time_stages(texts: list[str], docs: list[Doc]) -> dict[str, float]:
    """Processor seconds that each step beyond tagging takes for all texts, step by step."""
    marks = [time.process_time()]
    readings = [read(text) for text in texts]
    marks.append(time.process_time())
    languages = [detect_language(reading.text) for reading in readings]
    marks.append(time.process_time())
    found = [find_mentions(doc) for doc in docs]
    marks.append(time.process_time())
    derived = [derive_mentions(text, names) for text, names in zip(texts, found, strict=True)]
    marks.append(time.process_time())
    for text, names, language in zip(texts, derived, languages, strict=True):
        ntbner.normalise(names, text=text, language=language)
    marks.append(time.process_time())
    steps = ("read", "language", "mentions", "compounds", "records")
    return {
        name: end - start
        for name, (start, end) in zip(steps, itertools.pairwise(marks), strict=True)
    }


def measure_memory(texts: list[str]) -> None:
    """A text of five million characters."""
    paragraphs = itertools.cycle(texts)
    pieces: list[str] = []
    length = 0
    while length < LONG:
        pieces.append(next(paragraphs))
        length += len(pieces[-1]) + 2
    (_, _, before), (size, words, found, mentions, peak, seconds) = run_process("\n\n".join(pieces))
    print(f"\na text of {size:,.0f} characters, {words:,.0f} words")
    print(f"  time               {seconds:8.0f} s of this process' own work")
    print(f"  peak memory        {peak:8.0f} MB, {before:.0f} MB of it before that text")
    print(f"  found              {found:8.0f} records, {mentions:,.0f} mentions")


def crowd(mentions: int, distinct: int) -> tuple[list[ntbner.Mention], str]:
    """A document that is all names: people in full and by surname, places, bodies."""
    syllables = "ban dor fel gim hol kas lur mon nis pet ral sto tov vik".split()
    words = ["".join(pair).title() for pair in itertools.product(syllables, syllables)]
    dice = random.Random(1)
    people = [f"{dice.choice(words)} {dice.choice(words)}sen" for _ in range(distinct * 6 // 10)]
    places = [f"{a}{b}" for a in words for b in ("vik", "dal")][: distinct * 2 // 10]
    bodies = [f"{dice.choice(words)} {dice.choice(words)} AS" for _ in range(distinct * 2 // 10)]
    names = [(name, "PER") for name in people] + [(name, "LOC") for name in places]
    names += [(name, "ORG") for name in bodies]
    more = dice.choices(names, k=mentions - len(names))
    shorter = [(n.split()[-1] if t == "PER" and dice.random() < 0.6 else n, t) for n, t in more]
    made, pieces, place = [], [], 0
    for name, kind in names + shorter:
        made.append(ntbner.Mention(place, place + len(name), name, kind))
        pieces.append(f"{name} sa det. ")
        place += len(pieces[-1])
    return made, "".join(pieces)


def measure_crowd(rounds: int) -> None:
    """5,000 mentions with 2,000 names and more through ``normalise``."""
    mentions, text = crowd(5000, 2000)
    distinct = len({mention.text for mention in mentions})
    seconds = []
    for _ in range(rounds):
        began = time.process_time()
        records = ntbner.normalise(mentions, text=text)
        seconds.append(time.process_time() - began)
    print(f"\n{len(mentions):,} mentions, {distinct:,} forms → {len(records):,} records")
    print(f"  normalise, first   {seconds[0] * 1000:8.0f} ms")
    print(f"  normalise, best    {min(seconds) * 1000:8.0f} ms of {rounds}")


def main() -> None:
    """Measure and print."""
    parser = make_parser(__doc__)
    parser.add_argument("--norne", type=existing_file, help="a corpus to take the texts from")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-long", action="store_true", help="leave out the text of 5 MB")
    options = parser.parse_args()
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
        parser.error("set OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 for a one-core comparison")
    texts = load_texts(options.norne)
    measure_start(options.rounds)
    measure_speed(texts, options.rounds)
    measure_crowd(options.rounds)
    if not options.no_long:
        measure_memory(texts)


if __name__ == "__main__":
    main()
