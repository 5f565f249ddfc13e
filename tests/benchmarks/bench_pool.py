"""How well and how fast a pool of names is clustered without any text.

    python tests/benchmarks/bench_pool.py --names variants.jsonl --negatives hard_negatives.jsonl
    python tests/benchmarks/bench_pool.py --speed

Quality: every form of every cluster of ``variants.jsonl`` (``type``, ``canonical``,
``variants``, ``variant_kinds``) and the names of ``hard_negatives.jsonl`` that are in no
cluster, each as a cluster of its own, in one pool; B³ of the clusters over forms. *Without
lexicon* shows what the rules do alone. The ceiling is B³ where each form of kind alias,
acronym, translation or exonym is joined only if some other form of its cluster shares an
entry of the lexicon with it, and every other form is joined rightly: what those kinds cost
with this lexicon. "Half" is decided by a hash of the canonical name; thresholds were set on
half 0.

Speed: forms made by a seeded draw from the packaged lists: a given name, a surname (drawn
with Zipf weights, so that blocks are as skewed as life), sometimes initials or a middle
name, sometimes a respelling; places and bodies of the lexicon. Time is processor time of
one thread, every pool in a fresh process: the median of seven of 10,000 and of three of
100,000. rapidfuzz.process.cdist (``ratio``, one worker) is timed on a slice of the rows
against all forms and multiplied up.
"""

from __future__ import annotations

import hashlib
import random
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from command import existing_file, make_parser, read_rows
from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from ntbner.lexicon import Lexicon, packaged
from ntbner.lexicon.categories import Category, listed
from ntbner.lexicon.packaged import read_resource
from ntbner.normaliser.pool import cluster_names
from ntbner.training.scorers import tally_b_cubed

Name = tuple[str, str]

LEXICON_KINDS = ("alias", "acronym", "translation", "exonym")

RESPELLINGS = (
    ("sj", "sh"), ("ø", "ö"), ("å", "aa"), ("æ", "ae"), ("k", "c"), ("ei", "ai"), ("th", "t"),
    ("v", "w"), ("i", "y"), ("kh", "ch"), ("ou", "u"), ("nn", "n"), ("ss", "s"), ("ph", "f"),
    ("é", "e"), ("j", "y"), ("e", "é"), ("o", "ó"), ("tt", "t"), ("a", "e"),
)  # fmt: skip

SLICE = 500
SMALL_POOLS = 7
LARGE_POOLS = 3


def half_of(canonical: str) -> int:
    return int(hashlib.sha256(canonical.encode()).hexdigest(), 16) % 2


def gather_pool(
    rows: Sequence[dict], negatives: Iterable[dict]
) -> tuple[list[Name], list[list[int]]]:
    """All names, and the gold clusters of their numbers."""
    names: list[Name] = []
    gold: list[list[int]] = []
    for row in rows:
        gold.append(list(range(len(names), len(names) + len(row["variants"]))))
        names.extend((form, row["type"]) for form in row["variants"])
    known = set(names)
    for pair in negatives:
        for form in (pair["a"], pair["b"]):
            if (form, pair["type"]) not in known:
                known.add((form, pair["type"]))
                gold.append([len(names)])
                names.append((form, pair["type"]))
    return names, gold


def print_scores(title: str, gold: Sequence[list[int]], found: Sequence[list[int]]) -> None:
    tally = tally_b_cubed(gold, found)
    print(f"{title:34} {tally.precision:9.4f} {tally.recall:9.4f} {tally.f1:9.4f}")


def within(clusters: Sequence[list[int]], kept: set[int]) -> list[list[int]]:
    """What is left of the clusters when only some numbers are kept."""
    cut = ([number for number in cluster if number in kept] for cluster in clusters)
    return [cluster for cluster in cut if cluster]


def best_with_lexicon(rows: Sequence[dict]) -> list[list[int]]:
    """The gold clusters, without the forms that neither rules nor this lexicon can join."""
    lexicon = packaged()
    clusters: list[list[int]] = []
    start = 0
    for row in rows:
        entries = [
            {entry.id for entry in lexicon.find(form, type=row["type"])} for form in row["variants"]
        ]
        counts = Counter(entry for ids in entries for entry in ids)
        joined: list[int] = []
        for place, form in enumerate(row["variants"]):
            needs_lexicon = row["variant_kinds"][form] in LEXICON_KINDS
            if needs_lexicon and not any(counts[entry] > 1 for entry in entries[place]):
                clusters.append([start + place])
            else:
                joined.append(start + place)
        if joined:
            clusters.append(joined)
        start += len(row["variants"])
    return clusters


def measure_quality(rows: Sequence[dict], negatives: Sequence[dict]) -> None:
    names, gold = gather_pool(rows, negatives)
    begin = time.process_time()
    found = cluster_names(names)
    spent = time.process_time() - begin
    homonyms = [name for name, count in Counter(names).items() if count > 1]
    print(f"{len(names)} forms, {len(gold)} gold clusters, {len(found)} found, {spent:.2f} s CPU")
    print(f"forms that two gold clusters share (one item here): {homonyms}\n")
    print(f"{'B³ over forms':34} {'precision':>9} {'recall':>9} {'F1':>9}")
    print_scores("all", gold, found)
    for type in ("PER", "LOC", "ORG"):
        kept = {number for number, name in enumerate(names) if name[1] == type}
        print_scores(type, within(gold, kept), within(found, kept))
    for half in (0, 1):
        kept = {n for row, group in zip(rows, gold, strict=False) for n in group
                if half_of(row["canonical"]) == half}  # fmt: skip
        title = f"half {half} ({'tuned on' if half == 0 else 'held out'})"
        print_scores(title, within(gold, kept), within(found, kept))
    print_scores("all, without lexicon", gold, cluster_names(names, lexicon=Lexicon()))
    total = sum(len(row["variants"]) for row in rows)
    print_scores(
        "ceiling of this lexicon", within(gold, set(range(total))), best_with_lexicon(rows)
    )


def draw_forms(size: int, seed: int = 7) -> list[Name]:
    """Forms of people, places and bodies, each once, most of them people."""
    rng = random.Random(seed)
    words = sorted(line for line in read_resource("words.txt").splitlines() if line[0] != "#")
    given = [word for word in words if listed(word) & Category.GIVEN_NAME]
    surnames = [word for word in words if listed(word) & Category.SURNAME]
    rng.shuffle(given)
    rng.shuffle(surnames)
    given_weights = [1 / (rank + 10) for rank in range(len(given))]
    surname_weights = [1 / (rank + 10) for rank in range(len(surnames))]
    others = [(form, entry.type) for entry in packaged() for form in entry.forms]
    rng.shuffle(others)
    forms: set[Name] = set(others[: size // 5])
    while len(forms) < size:
        count = size - len(forms)
        people = zip(
            rng.choices(given, given_weights, k=count),
            rng.choices(given, given_weights, k=count),
            rng.choices(surnames, surname_weights, k=count),
            strict=True,
        )
        for first, middle, last in people:
            full = rng.choice(
                (f"{first} {last}",) * 4
                + (f"{first} {middle} {last}", f"{first} {middle[0]}. {last}")
            )
            forms.add((respell(full, rng) if rng.random() < 0.4 else full, "PER"))
    drawn = sorted(forms)
    rng.shuffle(drawn)
    return drawn[:size]


def respell(form: str, rng: random.Random) -> str:
    """The form with one respelling, where one applies."""
    usable = [(old, new) for old, new in RESPELLINGS if old in form]
    if not usable:
        return form
    old, new = rng.choice(usable)
    return form.replace(old, new, 1)


def time_pool(size: int, seed: int) -> float:
    """Seconds that clustering a drawn pool takes, in a process that has clustered nothing yet."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(cluster_drawn, size, seed).result()


def cluster_drawn(size: int, seed: int) -> float:
    forms = draw_forms(size, seed)
    cluster_names(draw_forms(1_000, seed=1))
    begin = time.process_time()
    found = cluster_names(forms)
    spent = time.process_time() - begin
    common, times = Counter(form.rsplit(" ", 1)[-1] for form, _ in forms).most_common(1)[0]
    print(
        f"{size:7} forms, {len(found):6} clusters (largest {max(map(len, found))}), "
        f"commonest last word {common} ({times}): {spent:6.2f} s CPU",
        flush=True,
    )
    return spent


def measure_speed() -> None:
    small = statistics.median(time_pool(10_000, seed) for seed in range(SMALL_POOLS))
    large = statistics.median(time_pool(100_000, seed) for seed in range(LARGE_POOLS))
    print(f"time(100k) / time(10k) = {large:.1f} / {small:.2f} = {large / small:.1f}")
    forms = draw_forms(100_000)
    texts = [form for form, _ in forms]
    begin = time.process_time()
    process.cdist(texts[:SLICE], texts, scorer=ratio, workers=1)
    slice_time = time.process_time() - begin
    whole = slice_time * len(texts) / SLICE
    print(
        f"cdist {SLICE} × {len(texts)}: {slice_time:.2f} s CPU, so {whole:.0f} s for all × all; "
        f"clustering is {whole / large:.1f} times as fast"
    )


def main() -> None:
    parser = make_parser(__doc__)
    parser.add_argument("--names", type=existing_file, help="variants.jsonl")
    parser.add_argument("--negatives", type=existing_file, help="hard_negatives.jsonl")
    parser.add_argument("--speed", action="store_true", help="measure speed on drawn names")
    options = parser.parse_args()
    if options.names is not None:
        negatives = [] if options.negatives is None else read_rows(options.negatives)
        measure_quality(read_rows(options.names), negatives)
    if options.speed:
        measure_speed()


if __name__ == "__main__":
    main()
