"""Genitives and names in s of a treebank, each in its sentence and document.

From the parts of NorNE: ``.conll`` with ``gen`` among the features of a word, or ``.conllu``
with ``Case=Gen`` (https://github.com/ltgoslo/norne, CC0).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ntbner.lexicon import packaged
from ntbner.lexicon.categories import listed
from ntbner.names.genitive import APOSTROPHES, SHORTEST_BASE, SIBILANTS, goes_on, strip_ending
from ntbner.names.genitive_features import Occurrence
from ntbner.names.text import fold
from ntbner.training.files import open_lines

PLACE_LABELS: Final = {"GPE_LOC": "LOC", "GPE_ORG": "LOC"}


@dataclass(frozen=True, slots=True)
class Example:
    """A name, or a single proper noun, in s, x, z or an apostrophe, in its sentence.

    Attributes:
        document: Which document it stands in.
        occurrence: The form and its surroundings, with its document's other forms as known.
        nearby: Forms seen elsewhere in its sentence.
        genitive: Whether the treebank says that it is a genitive.
        lemma: The treebank's base form of its last word; ``None`` unless that is a proper
            noun, for the lemma of a common noun is indefinite (*regjering*).
        is_name: Whether it is a whole name, as NorNE marks them.
        inside: Whether a longer name goes on behind it (*Norges Bank*).
    """

    document: str
    occurrence: Occurrence
    nearby: frozenset[str]
    genitive: bool
    lemma: str | None
    is_name: bool
    inside: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows of a sentence that are a name or a proper noun.

    Attributes:
        start: Number of its first row.
        end: Number of the row behind it.
        form: Its words, folded.
        label: NorNE's label.
        is_name: Whether it is a whole name.
    """

    start: int
    end: int
    form: str
    label: str
    is_name: bool


def read_documents(path: Path) -> Iterator[list[list[list[str]]]]:
    """Documents of a CoNLL file as sentences of rows.

    ``# newdoc`` starts one; in a file without, ``# newpar`` does.
    """
    mark = "# newdoc" if has_line(path, "# newdoc") else "# newpar"
    document: list[list[list[str]]] = []
    sentence: list[list[str]] = []
    for _, line in open_lines(path):
        if line.startswith(mark) and document:
            yield document
            document = []
        elif not line and sentence:
            document.append(sentence)
            sentence = []
        elif line and not line.startswith("#"):
            sentence.append(line.split("\t"))
    if sentence:
        document.append(sentence)
    if document:
        yield document


def has_line(path: Path, start: str) -> bool:
    """Whether any line of a file starts so."""
    return any(line.startswith(start) for _, line in open_lines(path))


def is_proper_noun(row: Sequence[str]) -> bool:
    """Whether a row is a proper noun, in either form of NorNE."""
    return row[3] == "PROPN" or "prop" in row[5].split("|")


def find_stretches(rows: Sequence[Sequence[str]]) -> list[Stretch]:
    """The proper nouns and the names of a sentence."""
    labels = [row[9].rpartition("name=")[2].partition("|")[0] for row in rows]
    found = [
        Stretch(place, place + 1, fold(row[1]), labels[place].rpartition("-")[2], False)
        for place, row in enumerate(rows)
        if is_proper_noun(row)
    ]
    for start, label in enumerate(labels):
        if label.startswith("B-"):
            end = start + 1
            while end < len(labels) and labels[end].startswith("I-"):
                end += 1
            form = fold(" ".join(row[1] for row in rows[start:end]))
            found.append(Stretch(start, end, form, label[2:], True))
    return found


def count_forms(stretches: Iterable[Stretch]) -> Counter[str]:
    """How often each proper noun and each name of several words is seen."""
    return Counter(s.form for s in stretches if not s.is_name or s.end - s.start > 1)


def read_examples(path: Path) -> list[Example]:
    """All names and proper nouns of a file that end in s, x, z or an apostrophe."""
    examples: list[Example] = []
    for number, document in enumerate(read_documents(path)):
        sentences = [(rows, find_stretches(rows)) for rows in document]
        counts = [count_forms(stretches) for _, stretches in sentences]
        everywhere: Counter[str] = sum(counts, Counter())
        for (rows, stretches), here in zip(sentences, counts, strict=True):
            examples += [
                _make_example(f"{path.name}#{number}", rows, stretch, everywhere, here)
                for stretch in stretches
                if stretch.form[-1] in "sxzSXZ'"
            ]
    return examples


def _make_example(
    document: str,
    rows: Sequence[Sequence[str]],
    stretch: Stretch,
    everywhere: Mapping[str, int],
    here: Mapping[str, int],
) -> Example:
    following = rows[stretch.end] if stretch.end < len(rows) else None
    last = rows[stretch.end - 1]
    kind = PLACE_LABELS.get(stretch.label, stretch.label)
    features = last[5].split("|")
    own = {stretch.form, stretch.form.rpartition(" ")[2]}
    return Example(
        document=document,
        occurrence=make_occurrence(
            stretch.form,
            previous_word=rows[stretch.start - 1][1] if stretch.start else "",
            next_word=following[1] if following else "",
            known=_seen_besides(own, everywhere),
            type=kind if kind in ("PER", "LOC", "ORG") else None,
        ),
        nearby=_seen_besides(own, here),
        genitive="gen" in features or "Case=Gen" in features,
        lemma=last[2] if is_proper_noun(last) else None,
        is_name=stretch.is_name,
        inside=not stretch.is_name and following is not None and "name=I-" in following[9],
    )


def _seen_besides(own: Collection[str], counts: Mapping[str, int]) -> frozenset[str]:
    """Forms that are seen elsewhere than in a stretch itself."""
    return frozenset(form for form, count in counts.items() if count > (form in own))


def make_occurrence(
    form: str, *, previous_word: str, next_word: str, known: frozenset[str], type: str | None
) -> Occurrence:
    """An occurrence with what the packaged lexicon says about it."""
    last, bare = form.rpartition(" ")[2], strip_ending(form)
    return Occurrence(
        form,
        previous_word,
        next_word,
        known,
        type,
        listed(last),
        listed(strip_ending(last)),
        bool(packaged().find(form)),
        bool(packaged().find(bare)),
    )


def is_open(occurrence: Occurrence) -> bool:
    """Whether the model decides.

    Apostrophes, *ss*, *xs*, *zs*, *.s* and parts of longer names are settled by rule.
    """
    form, following = occurrence.form, occurrence.next_word
    bare = strip_ending(form)
    return (
        form.endswith("s")
        and len(bare) >= SHORTEST_BASE
        and not (form.endswith("'s") or bare.endswith((*SIBILANTS, ".")))
        and following not in APOSTROPHES
        and not goes_on(
            form, following, known=occurrence.known, type=occurrence.type, lexicon=packaged()
        )
    )
