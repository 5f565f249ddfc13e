"""How often the written form is told right, on NorNE dev.

    python tests/benchmarks/bench_language.py --norne PATH

NorNE dev marks paragraphs but no documents, so figures are given for blocks of ten
consecutive sentences, for its paragraphs, and for single sentences that have a word in them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from command import existing_path, make_parser

from ntbner.language import detect_language
from ntbner.training.corpora import Sentence, read_norne
from ntbner.training.evaluate import find_corpora

BLOCK = 10


def single_sentences(sentences: list[Sentence]) -> Iterator[str]:
    return (sentence.text for sentence in sentences)


def paragraphs(sentences: list[Sentence]) -> Iterator[str]:
    for _, group in groupby(sentences, key=lambda sentence: sentence.document):
        yield "\n".join(sentence.text for sentence in group)


def blocks(sentences: list[Sentence]) -> Iterator[str]:
    for start in range(0, len(sentences), BLOCK):
        yield "\n".join(sentence.text for sentence in sentences[start : start + BLOCK])


def count_right(texts: Iterable[str], language: str) -> tuple[int, int]:
    answers = [answer for text in texts if (answer := detect_language(text)) is not None]
    return sum(answer == language for answer in answers), len(answers)


UNITS: dict[str, Callable[[list[Sentence]], Iterator[str]]] = {
    "blocks of ten": blocks,
    "paragraphs": paragraphs,
    "single sentences": single_sentences,
}


def main() -> None:
    parser = make_parser(__doc__)
    parser.add_argument("--norne", type=existing_path, required=True, help="NorNE's folder")
    corpora: dict[str, list[Sentence]] = {}
    for path in find_corpora([parser.parse_args().norne], "dev"):
        sentences = read_norne(path)
        corpora[sentences[0].language] = sentences
    for unit, cut in UNITS.items():
        for language, sentences in corpora.items():
            right, total = count_right(cut(sentences), language)
            print(f"{unit:18} {language} {right:5}/{total:<5} {right / total:.4f}")
    texts = [sentence.text for sentences in corpora.values() for sentence in sentences]
    begin = time.perf_counter()
    for text in texts:
        detect_language(text)
    words = sum(len(text.split()) for text in texts)
    print(f"{words / (time.perf_counter() - begin):,.0f} words/s")


if __name__ == "__main__":
    main()
