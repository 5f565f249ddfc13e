"""How well pairs of names are judged without any text, and how fast; beside other scorers.

    pip install -e '.[benchmark]'
    python tests/benchmarks/bench_pairs.py --names variants.jsonl --negatives hard_negatives.jsonl

``variants.jsonl`` has a cluster a line (``type``, ``canonical``, ``variants``,
``variant_kinds``), ``hard_negatives.jsonl`` a pair of different names (``type``, ``a``, ``b``).

* *same*: share of the pairs (canonical, variant) of kinds spelling, diacritic, punct,
  initials and partial that are judged SAME. Other kinds (alias, acronym …) are shown apart:
  names alone cannot tell them, a lexicon can.
* *false*: share of the hard negatives that are judged SAME.
* Half 0 and 1: clusters parted by a hash of the canonical name; thresholds and rules were
  set on half 0. The hard negatives, two hundred, were all seen.
* A scorer with a number is taken at two thresholds: the one of best F1 over the same pairs
  (variants against hard negatives, which weigh as much though they are fewer; seen, so
  flattering), and the lowest that judges no more
  than three in a hundred hard negatives SAME.
* OpenSanctions' logic-v2 (nomenklatura) compares Person, Organization and Address entities
  that hold nothing but the name (``name``; ``full`` of an address).
* Speed, processor time of one thread, ours lazily through ``compare_many``: true pairs and
  random pairs of names with a word of like sound, each pair once. *New names*: nothing seen
  before. *Known names*: each name was in some earlier pair, the pair is new; this is
  what a bulk comparison mostly meets. The others have no memory of names to speak of, and
  get the same pairs.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from command import existing_file, make_parser, read_rows
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from ntbner.lexicon import packaged
from ntbner.names.skeleton import skeleton
from ntbner.normaliser.compare import compare, compare_many
from ntbner.records import Judgement

Pair = tuple[str, str]
Typed = tuple[str, str, str]
Scorer = Callable[[str, str, str], float]

KINDS = ("spelling", "diacritic", "punct", "initials", "partial")
TYPES = ("PER", "LOC", "ORG")
SCHEMATA = {"PER": "Person", "ORG": "Organization", "LOC": "Address"}
BLOCK_LETTERS = 3
DRAWS = 60_000
LEAST_FALSE = 0.03


def half_of(canonical: str) -> int:
    return int(hashlib.sha256(canonical.encode()).hexdigest(), 16) % 2


def is_same(type: str, a: str, b: str) -> bool:
    return compare(a, b, type=type).judgement is Judgement.SAME


def report_ours(rows: Sequence[dict], negatives: Sequence[dict]) -> None:
    """Shares judged SAME, per kind, type and half."""
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for row in rows:
        for form, kind in row["variant_kinds"].items():
            if kind == "canonical":
                continue
            same = is_same(row["type"], row["canonical"], form)
            counts[f"kind {kind}{'' if kind in KINDS else ' (not counted below)'}"][same] += 1
            if kind in KINDS:
                counts[f"type {row['type']}"][same] += 1
                half = half_of(row["canonical"])
                counts[f"half {half} ({('tuned on', 'held out')[half]})"][same] += 1
                counts["same, all"][same] += 1
    for title in sorted(counts):
        right, total = counts[title][True], counts[title].total()
        print(f"{title:36} {right:5}/{total:<5} {right / total:.4f}")
    answers = Counter(
        (pair["type"], compare(pair["a"], pair["b"], type=pair["type"]).judgement)
        for pair in negatives
    )
    for type in TYPES:
        print(
            f"hard negatives {type}: "
            + ", ".join(f"{j.value} {answers[type, j]}" for j in Judgement)
        )
    false = sum(answers[type, Judgement.SAME] for type in TYPES)
    print(f"{'false, all':36} {false:5}/{len(negatives):<5} {false / len(negatives):.4f}\n")


def make_logic_v2() -> Scorer:
    """OpenSanctions' matcher over entities that hold a name alone."""
    from followthemoney import model
    from followthemoney.proxy import EntityProxy
    from nomenklatura.matching.logic_v2.model import LogicV2

    config = LogicV2.default_config()

    def make(type: str, name: str, id: str) -> EntityProxy:
        entity = model.make_entity(SCHEMATA[type])
        entity.id = id
        entity.add("full" if type == "LOC" else "name", name)
        return entity

    def score(type: str, a: str, b: str) -> float:
        return LogicV2.compare(make(type, a, "a"), make(type, b, "b"), config).score

    return score


def find_scorers(*, logic: bool) -> dict[str, Scorer]:
    scorers: dict[str, Scorer] = {
        "rapidfuzz ratio": lambda _, a, b: fuzz.ratio(a, b),
        "rapidfuzz token_sort_ratio": lambda _, a, b: fuzz.token_sort_ratio(a, b),
        "rapidfuzz WRatio": lambda _, a, b: fuzz.WRatio(a, b),
        "rapidfuzz JaroWinkler": lambda _, a, b: JaroWinkler.similarity(a, b),
    }
    if logic:
        scorers["nomenklatura logic-v2"] = make_logic_v2()
    return scorers


def find_thresholds(positive: Sequence[float], negative: Sequence[float]) -> tuple[float, float]:
    """The threshold of best F1, and the lowest with few enough false answers."""
    levels = sorted({*positive, *negative})

    def f1(level: float) -> float:
        right = sum(score >= level for score in positive) / len(positive)
        wrong = sum(score >= level for score in negative) / len(negative)
        return 2 * right / (1 + right + wrong)

    allowed = int(LEAST_FALSE * len(negative))
    least = next(
        (level for level in levels if sum(score >= level for score in negative) <= allowed),
        levels[-1] + 1,
    )
    return max(levels, key=f1), least


def report_scorers(
    rows: Sequence[dict],
    negatives: Sequence[dict],
    pairs: Sequence[Typed],
    scorers: dict[str, Scorer],
) -> None:
    """Each scorer at its thresholds, with its speed."""
    positive = [
        (row["type"], row["canonical"], form)
        for row in rows
        for form, kind in row["variant_kinds"].items()
        if kind in KINDS
    ]
    negative = [(pair["type"], pair["a"], pair["b"]) for pair in negatives]
    print(f"{'scorer':28} {'threshold':>22} {'same':>7} {'false':>7} {'pairs/s':>10}")
    for name, scorer in scorers.items():
        same = [scorer(*pair) for pair in positive]
        false = [scorer(*pair) for pair in negative]
        sample = pairs[:5_000]
        begin = time.process_time()
        for pair in sample:
            scorer(*pair)
        speed = len(sample) / (time.process_time() - begin)
        best, least = find_thresholds(same, false)
        for title, level in (("best F1", best), ("false ≤ 0.03", least)):
            found = sum(score >= level for score in same) / len(same)
            wrong = sum(score >= level for score in false) / len(false)
            print(f"{name:28} {title:>13} {level:8.3f} {found:7.4f} {wrong:7.4f} {speed:10,.0f}")
    found = sum(is_same(*pair) for pair in positive) / len(positive)
    wrong = sum(is_same(*pair) for pair in negative) / len(negative)
    print(f"{'ntbner compare':28} {'no threshold':>22} {found:7.4f} {wrong:7.4f} {'below':>10}\n")


def draw_pairs(rows: Sequence[dict], seed: int = 1) -> list[Typed]:
    """All true pairs, and random pairs of names that have a word of like sound; each once."""
    rng = random.Random(seed)
    pairs: set[Typed] = set()
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        forms = row["variants"]
        for place, a in enumerate(forms):
            pairs.update((row["type"], *sorted((a, b))) for b in forms[place + 1 :])
            for word in a.split():
                blocks[row["type"], skeleton(word)[:BLOCK_LETTERS]].append(a)
    kept = [(type, block) for (type, _), block in blocks.items() if len(set(block)) > 1]
    weights = [len(block) for _, block in kept]
    for type, block in rng.choices(kept, weights, k=DRAWS):
        a, b = sorted((rng.choice(block), rng.choice(block)))
        if a != b:
            pairs.add((type, a, b))
    drawn = sorted(pairs)
    rng.shuffle(drawn)
    return drawn


def report_speed(pairs: Sequence[Typed]) -> None:
    """Ours on new names, on known names, and per type."""
    packaged().find("Oslo")
    compare("Ola Nordmann", "Kari Nordmann", type="PER")
    seen: set[tuple[str, str]] = set()
    first: list[Typed] = []
    rest: list[Typed] = []
    for type, a, b in pairs:
        is_new = (type, a) not in seen or (type, b) not in seen
        (first if is_new else rest).append((type, a, b))
        seen.update(((type, a), (type, b)))
    for title, chosen in (("new names", first), ("known names, new pairs", rest)):
        spent = 0.0
        for type in TYPES:
            own = [(a, b) for other, a, b in chosen if other == type]
            seconds = _time(own, type)
            spent += seconds
            print(f"{title:24} {type} {len(own):6} pairs {len(own) / seconds:10,.0f} pairs/s")
        print(f"{title:24} all {len(chosen):6} pairs {len(chosen) / spent:10,.0f} pairs/s")


def _time(pairs: Iterable[Pair], type: str) -> float:
    begin = time.process_time()
    for _ in compare_many(pairs, type=type):
        pass
    return time.process_time() - begin


def main() -> None:
    parser = make_parser(__doc__)
    parser.add_argument("--names", type=existing_file, required=True, help="variants.jsonl")
    parser.add_argument(
        "--negatives", type=existing_file, required=True, help="hard_negatives.jsonl"
    )
    parser.add_argument("--no-logic", action="store_true", help="leave nomenklatura out")
    options = parser.parse_args()
    rows, negatives = read_rows(options.names), read_rows(options.negatives)
    pairs = draw_pairs(rows)
    report_speed(pairs)
    print()
    report_ours(rows, negatives)
    report_scorers(rows, negatives, pairs, find_scorers(logic=not options.no_logic))


if __name__ == "__main__":
    main()
