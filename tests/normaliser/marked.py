"""Annotated sentences: the language that the normaliser's tests are written in.

A table holds cases. A case is a title, sentences whose mentions are marked with type and
number of their record, and what each record is to be::

    surname after the full name
        [Bashar al-Assad PER 1] taper. [Assads ORG 1] hær flykter fra [Syria LOC 2].
        1 PER Bashar al-Assad : genitive surname | 2 LOC Syria

Behind the name may stand the rules by which the record came about (``: surname genitive``,
all of them) and the records that it may be (``? 1 2``). A mention may have a confidence
(``[Assad ORG 1 0.4]``) and may stand for a compound (``[Syria-krigen LOC~ 2]``). Whatever
has another form raises, so that a case with a slip cannot pass.
"""

import re
from dataclasses import dataclass

import pytest

from ntbner.normaliser import normalise
from ntbner.records import OTHER_TYPES, TYPES, Mention

MARK = re.compile(
    r"\[(?P<name>[^\[\]]*\S) (?P<type>[A-Z]+)(?P<derived>~?)"
    r"(?: (?P<record>[1-9]\d?))?(?: (?P<confidence>[01]\.\d+))?\]"
)
RECORD = re.compile(
    r"(?P<number>[1-9]\d?) (?P<type>[A-Z]+) (?P<name>[^|:?]*[^|:?\s])"
    r"(?: : (?P<rules>[a-z_]+(?: [a-z_]+)*))?(?: \? (?P<candidates>\d+(?: \d+)*))?"
)
KNOWN_TYPES = (*TYPES, *OTHER_TYPES, "DRV")


@dataclass(frozen=True)
class Sentence:
    """A text, its mentions, and the number of each one's record."""

    text: str
    mentions: tuple[Mention, ...]
    numbers: tuple[int | None, ...]


@dataclass(frozen=True)
class Wanted:
    """What a record is to be; rules ``None`` where the case says nothing of them."""

    type: str
    name: str
    rules: frozenset[str] | None
    candidates: tuple[int, ...]


@dataclass(frozen=True)
class Case:
    """A title, a marked text, and its records by number."""

    title: str
    sentence: Sentence
    records: dict[int, Wanted]

    def check(self, *, with_text=True, **settings):
        """Normalise, compare with what is wanted, and return the records by number."""
        text = self.sentence.text if with_text else None
        records = normalise(self.sentence.mentions, text=text, **settings)
        found = {self._number(record): record for record in records}
        ours, wanted = self._describe(found), self._wanted()
        assert ours == wanted, f"{self.title}: {'; '.join(ours)}, not {'; '.join(wanted)}"
        for number, wanted in self.records.items():
            rules = {reason.rule for reason in found[number].reasons}
            assert wanted.rules is None or rules == wanted.rules, f"record {number}: {rules}"
            ids = {found[other].id for other in wanted.candidates}
            assert set(found[number].candidates) == ids
        return found

    def _number(self, record):
        first = record.mentions[0]
        spans = [(m.start, m.end) for m in self.sentence.mentions]
        return self.sentence.numbers[spans.index((first.start, first.end))]

    def _wanted(self):
        lines = []
        for number, wanted in sorted(self.records.items()):
            pairs = zip(self.sentence.mentions, self.sentence.numbers, strict=True)
            spans = [f"{m.text}@{m.start}" for m, home in pairs if home == number]
            lines.append(f"{number} {wanted.type} {wanted.name}: {', '.join(spans)}")
        return lines

    def _describe(self, found):
        return [
            f"{number} {record.type} {record.name}: "
            + ", ".join(f"{m.text}@{m.start}" for m in record.mentions)
            for number, record in sorted(found.items())
        ]


def parse_sentence(marked):
    """The text and the mentions of a marked sentence."""
    text, mentions, numbers = "", [], []
    place = 0
    for match in MARK.finditer(marked):
        text += marked[place : match.start()]
        place = match.end()
        name = match["name"]
        if match["type"] not in KNOWN_TYPES:
            raise ValueError(f"type of {match[0]} is none of {', '.join(KNOWN_TYPES)}")
        mentions.append(
            Mention(
                len(text),
                len(text) + len(name),
                name,
                match["type"],
                kind="derived" if match["derived"] else "name",
                confidence=float(match["confidence"]) if match["confidence"] else None,
            )
        )
        numbers.append(int(match["record"]) if match["record"] else None)
        text += name
    text += marked[place:]
    if "[" in text or "]" in text:
        raise ValueError(f"a mark of another form than [Name TYPE 1] in {marked!r}")
    return Sentence(text, tuple(mentions), tuple(numbers))


def parse_record(line):
    """Number and wanted record of ``1 PER Bashar al-Assad : surname ? 2 3``."""
    match = RECORD.fullmatch(line.strip())
    if match is None or match["type"] not in KNOWN_TYPES:
        raise ValueError(f"a record of another form than '1 PER Name': {line!r}")
    rules = frozenset(match["rules"].split()) if match["rules"] else None
    candidates = tuple(map(int, match["candidates"].split())) if match["candidates"] else ()
    return int(match["number"]), Wanted(match["type"], match["name"], rules, candidates)


def parse_case(title, lines):
    """A case of its title and its lines: sentences, then records."""
    sentences = [line for line in lines if "[" in line]
    statements = lines[len(sentences) :]
    if not sentences or not statements or lines != [*sentences, *statements]:
        raise ValueError(f"{title}: expected marked sentences, then records; found {lines}")
    sentence = parse_sentence(" ".join(sentences))
    stated = [parse_record(part) for line in statements for part in line.split(" | ")]
    records = dict(stated)
    if len(records) != len(stated):
        raise ValueError(f"{title}: a record is stated twice")
    if set(sentence.numbers) != set(records):
        raise ValueError(f"{title}: marked {set(sentence.numbers)}, stated {set(records)}")
    if any(set(wanted.candidates) - set(records) for wanted in records.values()):
        raise ValueError(f"{title}: a candidate is no record")
    return Case(title, sentence, records)


def parse_table(table):
    """The cases of a table, in order."""
    blocks = []
    for line in filter(str.strip, table.splitlines()):
        if not line[0].isspace():
            blocks.append((line.strip(), []))
        elif not blocks:
            raise ValueError(f"a line before the first title: {line!r}")
        else:
            blocks[-1][1].append(line.strip())
    cases = [parse_case(title, lines) for title, lines in blocks]
    titles = [case.title for case in cases]
    if not cases or len(set(titles)) != len(titles):
        raise ValueError("a table has cases, each with a title of its own")
    return cases


def read_cases(table):
    """The cases of a table as parameters of a test, named by their titles."""
    return [pytest.param(case, id=case.title) for case in parse_table(table)]
