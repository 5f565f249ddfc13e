"""How well names are merged inside a document: NARC, gold mentions, CoNLL score.

    python tests/benchmarks/bench_narc.py names-train.jsonl.gz names-dev.jsonl.gz [--errors]

The files hold NARC v1.0's coreference clusters (github.com/ltgoslo/NARC) joined to NorNE's
name mentions, one document a line: ``text`` and ``mentions [{start, end, text, label,
cluster}]``. Scored are people, organisations and places (GPE counts as a place) whose
cluster is annotated. The score is the mean F1 of MUC, B³ and CEAF-e over all documents
(:mod:`ntbner.training.scorers`). Beside ours stand two systems that need no ``ntbner``:
equal strings, and equal strings with genitives cut and unique surnames joined.

For every rule of the normaliser it is told of the pairs that it joined how many have a
mention in one gold cluster. Last come the errors (:mod:`narc_errors`): what is split and
what is merged, by class, and the score if that class, or all, were repaired;
``--errors`` lists them.
"""

from __future__ import annotations

import gzip
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from command import existing_file, make_parser
from narc_errors import Error, Form, Grouping, Place, find_errors, repair

from ntbner import Mention, normalise
from ntbner.normaliser.name import make_key
from ntbner.training.scorers import conll_score, score_documents

TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "GPE_LOC": "LOC", "GPE_ORG": "LOC"}


def read_documents(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """Documents with the scored mentions alone."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                document["mentions"] = [
                    m
                    for m in document["mentions"]
                    if m["label"] in TYPES and m["cluster"] is not None
                ]
                yield document


def group_gold(document: dict[str, Any]) -> Grouping:
    """The annotated clusters."""
    clusters: dict[int, set[Place]] = defaultdict(set)
    for mention in document["mentions"]:
        clusters[mention["cluster"]].add((mention["start"], mention["end"]))
    return list(clusters.values())


def group_equal(document: dict[str, Any]) -> Grouping:
    """Equal strings."""
    groups: dict[str, set[Place]] = defaultdict(set)
    for mention in document["mentions"]:
        groups[mention["text"]].add((mention["start"], mention["end"]))
    return list(groups.values())


def group_simply(document: dict[str, Any]) -> Grouping:
    """Equal strings, genitive cut where the bare form stands too, unique surnames joined."""
    forms = {mention["text"] for mention in document["mentions"]}
    people = {m["text"] for m in document["mentions"] if m["label"] == "PER" and " " in m["text"]}
    owners: dict[str, set[str]] = defaultdict(set)
    for name in {cut_genitive(name, forms) for name in people}:
        owners[name.split()[-1]].add(name)
    groups: dict[str, set[Place]] = defaultdict(set)
    for mention in document["mentions"]:
        base = cut_genitive(mention["text"], forms | set(owners))
        if mention["label"] == "PER" and len(owners.get(base, ())) == 1:
            (base,) = owners[base]
        groups[base].add((mention["start"], mention["end"]))
    return list(groups.values())


def cut_genitive(form: str, known: set[str]) -> str:
    """The form without *s* where the document has it so."""
    return form[:-1] if form.endswith("s") and form[:-1] in known else form


def group_ours(document: dict[str, Any]) -> Grouping:
    """The records of :func:`ntbner.normalise`."""
    return [{(m.start, m.end) for m in record.mentions} for record in find_records(document)]


def find_records(document: dict[str, Any]) -> list[Any]:
    """Records of a document's gold mentions."""
    mentions = [
        Mention(m["start"], m["end"], m["text"], TYPES[m["label"]], m["label"])
        for m in document["mentions"]
    ]
    return normalise(mentions, text=document["text"])


SYSTEMS: dict[str, Callable[[dict[str, Any]], Grouping]] = {
    "equal strings": group_equal,
    "genitive, unique surname": group_simply,
    "ntbner": group_ours,
}


def count_rules(documents: list[dict[str, Any]]) -> dict[str, Counter[bool]]:
    """For each rule, whether the pairs that it joined share a gold cluster."""
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for document in documents:
        cluster = {(m["start"], m["end"]): m["cluster"] for m in document["mentions"]}
        for record in find_records(document):
            clusters: dict[str, set[int]] = defaultdict(set)
            for mention in record.mentions:
                key = make_key(mention.text)
                for form in {key, key.removesuffix("s")}:
                    clusters[form].add(cluster[mention.start, mention.end])
            for reason in record.reasons:
                first, second = clusters[make_key(reason.form)], clusters[make_key(reason.other)]
                if reason.rule not in ("genitive", "letters", "compound") and first and second:
                    counts[reason.rule][bool(first & second)] += 1
    return counts


@dataclass(frozen=True, slots=True)
class Judged:
    """A document with both groupings and what parts them."""

    id: str
    forms: dict[Place, Form]
    gold: Grouping
    ours: Grouping
    errors: list[Error]


def judge(document: dict[str, Any]) -> Judged:
    """Finds a document's errors."""
    forms = {
        (m["start"], m["end"]): Form(m["text"], TYPES[m["label"]], m["label"])
        for m in document["mentions"]
    }
    gold, ours = group_gold(document), group_ours(document)
    return Judged(document["id"], forms, gold, ours, list(find_errors(gold, ours, forms)))


def score_repaired(documents: list[Judged], is_repaired: Callable[[Error], bool]) -> float:
    """The score if some errors were repaired."""
    return conll_score(
        score_documents(
            (d.gold, repair(d.ours, [error for error in d.errors if is_repaired(error)]))
            for d in documents
        )
    )


REPAIRS: dict[str, Callable[[Error], bool]] = {
    "all that is split": lambda e: e.kind == "split",
    "all that is merged": lambda e: e.kind == "merged",
    "the same, but equal strings": lambda e: e.kind == "merged" and e.relation != "equal strings",
    "both, but equal strings": lambda e: e.kind == "split" or e.relation != "equal strings",
}


def print_repairs(documents: list[Judged]) -> None:
    """What repairing each class of errors would add to the score."""
    base = score_repaired(documents, lambda error: False)
    print("repaired                              errors    mean F1")
    classes = Counter((e.kind, e.relation, e.type) for d in documents for e in d.errors)
    repairs = dict(REPAIRS)
    for (kind, relation, type_), _ in sorted(classes.items(), key=lambda c: (c[0][0], -c[1])):
        repairs[f"{kind}: {relation}, {type_}"] = lambda e, wanted=(kind, relation, type_): (
            (e.kind, e.relation, e.type) == wanted
        )
    for name, is_repaired in repairs.items():
        count = sum(is_repaired(error) for d in documents for error in d.errors)
        score = score_repaired(documents, is_repaired)
        print(f"  {name:34}{count:8}    {score:.4f}  {score - base:+.4f}")


def list_errors(documents: list[Judged]) -> None:
    """Every error but equal strings that are annotated as several."""
    for d in documents:
        for error in d.errors:
            if error.relation != "equal strings":
                shown = (_show(d.forms[p] for p in part) for part in (error.piece, error.main))
                print(f"  {d.id}: {error.kind}, {error.relation}: {' || '.join(shown)}")


def _show(forms: Iterable[Form]) -> str:
    counts = Counter(f"{form.text}/{form.label}" for form in forms)
    return ", ".join(f"{form} × {count}" for form, count in counts.most_common())


def main() -> None:
    """Scores and prints."""
    parser = make_parser(__doc__)
    parser.add_argument("files", type=existing_file, nargs="+", help="names-*.jsonl.gz")
    parser.add_argument("--errors", action="store_true", help="list what is split and merged")
    args = parser.parse_args()
    documents = list(read_documents(args.files))
    mentions = sum(len(document["mentions"]) for document in documents)
    with_names = sum(bool(document["mentions"]) for document in documents)
    print(f"{mentions:,} mentions in {with_names} documents")
    print(f"{'':26}  MUC     B³      CEAF-e  mean F1   seconds")
    for name, group in SYSTEMS.items():
        started = time.perf_counter()
        pairs = [(group_gold(document), group(document)) for document in documents]
        took = time.perf_counter() - started
        tallies = score_documents(pairs)
        scores = "  ".join(f"{tally.f1:.4f}" for tally in tallies.values())
        print(f"  {name:24}  {scores}  {conll_score(tallies):.4f}   {took:7.1f}")
    print("pairs joined by rule          same gold cluster   other")
    for rule, count in sorted(count_rules(documents).items()):
        print(f"  {rule:28}{count[True]:17}{count[False]:9}")
    judged = list(map(judge, documents))
    print_repairs(judged)
    if args.errors:
        list_errors(judged)


if __name__ == "__main__":
    main()
