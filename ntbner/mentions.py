"""Mentions: what a spaCy document calls entities, as records of ours.

The only reader of ``doc.ents``. Three label sets are understood: NorNE's nine (the
packaged pipeline and spaCy's ``nb_core_news_*``), OntoNotes-like names for the same
things (PERSON, GPE …) and the plain three (:data:`~ntbner.records.TYPE_OF_LABEL`). Any
other set is refused: a guess would be silent and wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from ntbner.errors import InputError, UnknownLabels
from ntbner.records import OTHER_TYPES, TYPE_OF_LABEL, TYPES, Mention

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DERIVED: Final = "DRV"
"""NorNE's label for a word with a name inside: the normaliser finds that name."""

CONFIDENCE: Final = "ntbner_confidence"
"""Key of ``doc.user_data`` under which the packaged tagger leaves its probabilities."""


def find_mentions(doc: Doc, *, offset: int = 0, types: Collection[str] = TYPES) -> list[Mention]:
    """The mentions of a tagged document, in the order of the text.

    Words with a name inside them (*Syria-krigen*) come too, with the type ``DRV``: what
    name that is, and of which type, is for the normaliser to say. Entities of white space
    alone are no mentions.

    Args:
        doc: A document whose ``ents`` are set.
        offset: Characters of the caller's text before the document's first.
        types: The types wanted.

    Raises:
        UnknownLabels: An entity has a label outside the three known sets.
    """
    probabilities = {
        (start, end): probability for start, end, probability in doc.user_data.get(CONFIDENCE, ())
    }
    found = []
    for span in doc.ents:
        type = map_label(span.label_)
        if (type != DERIVED and type not in types) or not span.text.strip():
            continue
        found.append(
            Mention(
                start=span.start_char + offset,
                end=span.end_char + offset,
                text=span.text,
                type=type,
                label=span.label_,
                confidence=probabilities.get((span.start, span.end)),
            )
        )
    return found


def map_label(label: str) -> str:
    """Our type for a tagger's label.

    Raises:
        UnknownLabels: The label belongs to none of the known sets.

    >>> map_label("GPE_ORG"), map_label("PERSON")
    ('LOC', 'PER')
    """
    try:
        return TYPE_OF_LABEL[label]
    except KeyError:
        raise UnknownLabels(
            f"the pipeline tagged an entity as {label!r}, which has no mapping to PER, LOC and "
            f"ORG. Known labels: {', '.join(TYPE_OF_LABEL)}. Rename the pipeline's labels"
        ) from None


def check_labels(nlp: Language) -> None:
    """Refuse a pipeline whose components announce labels that cannot be mapped.

    Raises:
        UnknownLabels: A component that sets entities has labels of another set.
    """
    for name, component in nlp.pipeline:
        if "doc.ents" not in nlp.get_pipe_meta(name).assigns:
            continue
        unknown = sorted(set(getattr(component, "labels", ())) - TYPE_OF_LABEL.keys())
        if unknown:
            raise UnknownLabels(
                f"the component {name!r} has the labels {', '.join(unknown)}, which have no "
                f"mapping to PER, LOC and ORG. Known labels: {', '.join(TYPE_OF_LABEL)}. Rename "
                f"them, or leave those entities out in a component of your own"
            )


def wanted_types(types: str | Iterable[str] | None) -> Sequence[str]:
    """The types a caller asks for: ``None`` for the three, ``"all"``, or a choice.

    Raises:
        InputError: A type is none of the known ones.

    >>> wanted_types(None)
    ('PER', 'LOC', 'ORG')
    >>> wanted_types(["PER"])
    ('PER',)
    """
    known = (*TYPES, *OTHER_TYPES)
    if types is None:
        return TYPES
    if types == "all":
        return known
    expected = f"expected 'all' or some of {', '.join(known)}"
    if not isinstance(types, Iterable):
        raise InputError(f"types is a list of types, not {type(types).__name__}; {expected}")
    chosen = (types,) if isinstance(types, str) else tuple(types)
    unknown = [each for each in chosen if each not in known]
    if unknown:
        raise InputError(f"unknown types {unknown}; {expected}")
    return chosen
