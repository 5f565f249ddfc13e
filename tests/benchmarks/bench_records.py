"""Whole documents: text in, records out, against annotated records.

    python tests/benchmarks/bench_records.py docs_dev.jsonl [--errors] [--nlp NAME]

A line of the file is a text with its ``records [{type, name, mentions [{start, end,
kind}]}]`` (join the packaged annotations to NorQuAD's texts with ``ntbner annotations``).
Records whose mentions all stand inside compounds are left out. A record is right when its
type and its canonical name (case aside) are, and its mentions agree with the annotated
ones with F ≥ 0.8 over spans, those inside compounds included; each annotated record is
given to one of ours at most. Names are mentions that are no compounds, by offsets and type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from command import existing_file, make_parser, read_rows

import ntbner
from ntbner import Entity, Mention

AGREEMENT = 0.8
"""F over spans from which two records have the same mentions."""

Document = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Right, claimed and wanted."""

    right: int = 0
    claimed: int = 0
    wanted: int = 0

    def __str__(self) -> str:
        precision, recall = self.right / self.claimed, self.right / self.wanted
        f1 = 2 * precision * recall / (precision + recall)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  of {self.wanted}"


def named(mentions: Iterable[Any]) -> list[Any]:
    """The mentions that are names, not compounds; annotated or ours."""
    return [m for m in mentions if (m["kind"] if isinstance(m, dict) else m.kind) == "name"]


def wanted_records(document: Document) -> list[Document]:
    """The annotated records that count."""
    return [
        record
        for record in document["records"]
        if record["type"] in ("PER", "LOC", "ORG") and named(record["mentions"])
    ]


def is_right(record: Document, entity: Entity) -> bool:
    """Whether an entity is an annotated record."""
    if entity.type != record["type"] or entity.name.casefold() != record["name"].casefold():
        return False
    gold = {(m["start"], m["end"]) for m in record["mentions"]}
    ours = {(m.start, m.end) for m in entity.mentions}
    return 2 * len(gold & ours) >= AGREEMENT * (len(gold) + len(ours))


def from_text(nlp: str | None) -> Callable[[Document], Iterable[Entity]]:
    """Records from the bare text."""
    pipeline = ntbner.load(nlp)
    return lambda document: ntbner.extract(document["text"], nlp=pipeline).entities


def from_mentions(document: Document) -> list[Entity]:
    """Records from the annotated mentions."""
    text = document["text"]
    mentions = [
        Mention(m["start"], m["end"], text[m["start"] : m["end"]], record["type"], kind=m["kind"])
        for record in document["records"]
        for m in record["mentions"]
    ]
    return ntbner.normalise(mentions, text=text)


def score(
    documents: list[Document], find: Callable[[Document], Iterable[Entity]], *, errors: bool
) -> tuple[Tally, Tally]:
    """Tallies of records and of names; prints what is wrong if asked."""
    records, names = Tally(), Tally()
    for document in documents:
        gold = wanted_records(document)
        ours = [entity for entity in find(document) if named(entity.mentions)]
        free = list(ours)
        for record in gold:
            match = next((entity for entity in free if is_right(record, entity)), None)
            if match is not None:
                free.remove(match)
                records.right += 1
            elif errors:
                print(f"  {document['id']}: missed {record['type']} {record['name']}")
        if errors:
            for entity in free:
                print(f"  {document['id']}: spurious {entity.type} {dict(entity.aliases)}")
        records.claimed += len(ours)
        records.wanted += len(gold)
        places = {
            (m["start"], m["end"], record["type"])
            for record in gold
            for m in named(record["mentions"])
        }
        found = {(m.start, m.end, entity.type) for entity in ours for m in named(entity.mentions)}
        names.right += len(places & found)
        names.claimed += len(found)
        names.wanted += len(places)
    return records, names


def main() -> None:
    """Scores and prints."""
    parser = make_parser(__doc__)
    parser.add_argument("file", type=existing_file)
    parser.add_argument("--nlp", help="pipeline (default: the packaged one)")
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    args = parser.parse_args()
    documents = read_rows(args.file)
    print(f"{len(documents)} documents")
    for title, find in (("gold mentions", from_mentions), ("text alone", from_text(args.nlp))):
        records, names = score(documents, find, errors=args.errors)
        print(f"{title:14} records {records}")
        print(f"{'':14} names   {names}")


if __name__ == "__main__":
    main()
