"""What parts our records from NARC's clusters, by class, and what repairing it would give.

An error is a *piece*: mentions of one annotated cluster that stand in one record. It is
*split* where the cluster has another piece, its main one, in another record, and *merged*
where its record has the larger piece of another cluster. The class of an error says how
the piece's name and the main one's are related; the type is that of the piece.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from ntbner.names.genitive import strip_ending
from ntbner.names.organisation import is_acronym_of
from ntbner.normaliser.name import make_key

Place = tuple[int, int]
Grouping = list[set[Place]]

SLIPS: Final = 2
"""Letters by which two forms of a name may differ to count as spellings of it."""


@dataclass(frozen=True, slots=True)
class Form:
    """A mention as the classes see it: its words, the benchmark's type and NorNE's label."""

    text: str
    type: str
    label: str


@dataclass(frozen=True, slots=True)
class Error:
    """A piece that stands apart from its cluster, or with another one's.

    Attributes:
        kind: ``split`` or ``merged``.
        relation: How the piece and the main one are related.
        type: The benchmark's type of the piece.
        piece: Its places.
        main: The places of the main piece.
    """

    kind: str
    relation: str
    type: str
    piece: frozenset[Place]
    main: frozenset[Place]


def find_errors(gold: Grouping, ours: Grouping, forms: dict[Place, Form]) -> Iterator[Error]:
    """The errors of a document, splits first."""
    for kind, groups, others in (("split", gold, ours), ("merged", ours, gold)):
        home = {place: number for number, group in enumerate(others) for place in group}
        for group in groups:
            parts: dict[int, set[Place]] = defaultdict(set)
            for place in group:
                parts[home[place]].add(place)
            main, *pieces = sorted(parts.values(), key=lambda part: (-len(part), min(part)))
            for piece in pieces:
                relation = relate([forms[p] for p in main], [forms[p] for p in piece])
                type_ = Counter(forms[p].type for p in piece).most_common(1)[0][0]
                yield Error(kind, relation, type_, frozenset(piece), frozenset(main))


def relate(main: Collection[Form], piece: Collection[Form]) -> str:
    """How the names of two pieces are related: the closest relation of any two of them.

    >>> relate([Form("Erna Solberg", "PER", "PER")], [Form("Solberg", "PER", "PER")])
    'surname'
    >>> relate([Form("Statistisk sentralbyrå", "ORG", "ORG")], [Form("SSB", "ORG", "ORG")])
    'acronym'
    """
    if {form.text for form in main} & {form.text for form in piece}:
        return "equal strings"
    pairs = [(a, b) for a in set(main) for b in set(piece)]
    found = {relation for relation, holds in RELATIONS.items() for a, b in pairs if holds(a, b)}
    return next((relation for relation in RELATIONS if relation in found), "other")


def _words(form: Form) -> list[str]:
    return make_key(form.text).split()


def _bare(form: Form) -> str:
    return make_key(strip_ending(form.text))


def _bases(a: Form, b: Form) -> Iterator[tuple[list[str], list[str]]]:
    """Shorter and longer name in words, as they stand and without the endings of genitives."""
    for one in {make_key(a.text), _bare(a)}:
        for other in {make_key(b.text), _bare(b)}:
            short, long = sorted((one.split(), other.split()), key=len)
            yield short, long


def _is_ending(a: Form, b: Form) -> bool:
    return any(s != g and g[-len(s) :] == s for s, g in _bases(a, b) if s)


def _is_opening(a: Form, b: Form) -> bool:
    return any(s != g and g[: len(s)] == s for s, g in _bases(a, b) if s)


def _are_people(a: Form, b: Form) -> bool:
    return a.type == b.type == "PER"


def _is_acronym(a: Form, b: Form) -> bool:
    return any(
        x.text.isupper() and is_acronym_of(x.text, y.text)
        for one, other in ((a, b), (b, a))
        for x in (one, Form(strip_ending(one.text), one.type, one.label))
        for y in (other,)
    )


def _is_near(a: Form, b: Form) -> bool:
    one, other = make_key(a.text), make_key(b.text)
    return min(len(one), len(other)) > SLIPS + 1 and OSA.distance(one, other) <= SLIPS


Relation = Callable[[Form, Form], bool]

RELATIONS: Final[dict[str, Relation]] = {
    "case or breaks": lambda a, b: "".join(_words(a)) == "".join(_words(b)),
    "genitive": lambda a, b: _bare(a) == _bare(b) or make_key(a.text) == _bare(b),
    "municipality": lambda a, b: any(g == [*s, "kommune"] for s, g in _bases(a, b)),
    "surname": lambda a, b: _are_people(a, b) and _is_ending(a, b),
    "given name": lambda a, b: _are_people(a, b) and _is_opening(a, b),
    "acronym": _is_acronym,
    "opening": _is_opening,
    "ending": _is_ending,
    "spelling": _is_near,
    "one surname": lambda a, b: (
        _are_people(a, b) and _bare(a).split()[-1:] == _bare(b).split()[-1:]
    ),
    "other type": lambda a, b: a.type != b.type,
}
"""Relations from the closest to the loosest, each with its test; the first that holds counts."""


def repair(ours: Grouping, errors: Sequence[Error]) -> Grouping:
    """The grouping with errors repaired: merged pieces on their own, split ones at home."""
    home: dict[Place, object] = {
        place: number for number, group in enumerate(ours) for place in group
    }
    for error in sorted(errors, key=lambda e: e.kind):  # merged before split
        target = error if error.kind == "merged" else home[min(error.main)]
        home.update(dict.fromkeys(error.piece, target))
    groups: dict[object, set[Place]] = defaultdict(set)
    for place, group in home.items():
        groups[group].add(place)
    return list(groups.values())
