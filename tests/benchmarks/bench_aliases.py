"""How many aliases, acronyms, exonyms and translations the lexicon resolves.

    python tests/benchmarks/bench_aliases.py --variants PATH/variants.jsonl

The file has one cluster of name variants a line: ``type``, ``canonical``, ``source`` and
``variant_kinds`` (form → kind). Counted is every pair of a cluster's canonical form with
a variant of the kinds below:

- *scope*: places and organisations that are not football clubs (countries, cities,
  bodies, institutions, media, parties, armed groups), which a lexicon can know;
- *same*: ``compare(canonical, variant, type=type)`` says SAME, for whatever reason;
- *lexicon*: both forms are names of one entry of that type.

People and clubs are shown apart, and are not in the total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from command import existing_file, make_parser, read_rows

from ntbner import Judgement, compare
from ntbner.lexicon import packaged

KINDS = ("acronym", "alias", "exonym", "translation")
CLUBS = "openfootball"
GOAL = 0.60


def read_pairs(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """Group, kind, canonical form and variant of every pair."""
    for cluster in read_rows(path):
        for variant, kind in cluster["variant_kinds"].items():
            if kind in KINDS:
                club = CLUBS in cluster["source"]
                yield "club" if club else cluster["type"], kind, cluster["canonical"], variant


def share(part: int, whole: int) -> str:
    return f"{part:4}/{whole:<4} {part / whole:.3f}" if whole else f"{'–':>15}"


def main() -> None:
    parser = make_parser(__doc__)
    parser.add_argument(
        "--variants", type=existing_file, required=True, help="clusters of variants, JSONL"
    )
    parser.add_argument("--missed", action="store_true", help="print the pairs not resolved")
    arguments = parser.parse_args()
    lexicon = packaged()
    total: Counter[tuple[str, str]] = Counter()
    same: Counter[tuple[str, str]] = Counter()
    known: Counter[tuple[str, str]] = Counter()
    for group, kind, canonical, variant in read_pairs(arguments.variants):
        type = "ORG" if group == "club" else group
        total[group, kind] += 1
        judgement = compare(canonical, variant, type=type).judgement
        same[group, kind] += judgement is Judgement.SAME
        first = {entry.id for entry in lexicon.find(canonical, type=type)}
        resolved = any(entry.id in first for entry in lexicon.find(variant, type=type))
        known[group, kind] += resolved
        if arguments.missed and not resolved and group in ("LOC", "ORG"):
            print(f"missed: {group} {kind}: {canonical} = {variant} ({judgement.value})")
    print(f"{'':18}{'lexicon':>15}  {'compare: same':>15}")
    for group, kind in sorted(total):
        key = group, kind
        print(f"{group:5}{kind:13}{share(known[key], total[key])}  {share(same[key], total[key])}")
    scope = [key for key in total if key[0] in ("LOC", "ORG")]
    whole = sum(total[key] for key in scope)
    by_lexicon, by_compare = sum(known[key] for key in scope), sum(same[key] for key in scope)
    print(f"{'LOC, ORG':18}{share(by_lexicon, whole)}  {share(by_compare, whole)}  (goal {GOAL})")


if __name__ == "__main__":
    main()
