"""The normaliser's spaCy face: the component ``ntbner_normaliser``.

It works on any pipeline with ``doc.ents`` whose labels can be mapped
(:mod:`ntbner.mentions`). Each entity gets its record's id (``ent.ent_id_``) and, where the
lexicon has one, an identifier in a cited source (``ent.kb_id_``, ``iso3166:IQ``). The
records themselves, names inside compounds among them, are left in ``doc.user_data`` as
plain data and read back with :func:`read_extraction`; they survive ``Doc.to_bytes`` and a
``DocBin`` with ``store_user_data=True``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from ntbner.errors import DataError, InputError
from ntbner.language import detect_language
from ntbner.lexicon import Lexicon
from ntbner.mentions import check_labels, find_mentions, wanted_types
from ntbner.normaliser.acronyms import Acronyms, check_acronyms
from ntbner.normaliser.steps import EVERY_TYPE, find_records
from ntbner.records import TYPES, Entity, Extraction

RECORDS: Final = "ntbner_records"
"""Key in ``doc.user_data`` under which the component leaves its extraction."""

LINK_ORDER: Final = ("iso3166", "geonames", "wikidata")
"""Sources of identifiers, the one preferred for ``kb_id_`` first."""


@Language.factory(
    "ntbner_normaliser",
    assigns=["token.ent_id", "token.ent_kb_id"],
    requires=["doc.ents"],
    default_config={"types": None, "lexicon": None, "acronyms": "as_written"},
)
def make_normaliser(
    nlp: Language,
    name: str,
    types: str | list[str] | None,
    lexicon: str | None,
    acronyms: str,
) -> Normaliser:
    """Make the component.

    Args:
        nlp: The pipeline.
        name: Name in it.
        types: As for :func:`ntbner.extract`.
        lexicon: Path of a file with your own names (:meth:`ntbner.Lexicon.from_file`).
        acronyms: As for :func:`ntbner.extract`.

    Raises:
        InputError: A type is none of the known ones, or ``acronyms`` no style.
        UnknownLabels: The pipeline's labels cannot be mapped.
    """
    if lexicon is not None and not isinstance(lexicon, str):
        raise InputError(f"lexicon is the path of a file, not {type(lexicon).__name__}")
    check_labels(nlp)
    known = None if lexicon is None else Lexicon.from_file(Path(lexicon))
    return Normaliser(wanted_types(types), known, check_acronyms(acronyms))


class Normaliser:
    """Merges the entities of each document into records.

    Args:
        types: The types wanted.
        lexicon: The user's own names.
        acronyms: How names write acronyms.
    """

    def __init__(
        self,
        types: Sequence[str] = TYPES,
        lexicon: Lexicon | None = None,
        acronyms: Acronyms = "as_written",
    ) -> None:
        self.types = tuple(types)
        self.lexicon = lexicon
        self.acronyms = acronyms

    def __call__(self, doc: Doc) -> Doc:
        """Normalise one document."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Normalise a stream of documents."""
        return map(self, stream)

    def predict(self, doc: Doc) -> Extraction:
        """The records of a document; touches nothing."""
        text = doc.text
        language = detect_language(text)
        found = find_mentions(doc, types=EVERY_TYPE)
        records = find_records(
            text,
            found,
            types=self.types,
            lexicon=self.lexicon,
            language=language,
            acronyms=self.acronyms,
        )
        return Extraction.of(text, records, language=language)

    def set_annotations(self, doc: Doc, extraction: Extraction) -> None:
        """Write ids into the document's entities, and the records beside them."""
        owner = {(m.start, m.end): record for record in extraction for m in record.mentions}
        spans = []
        for span in doc.ents:
            record = owner.get((span.start_char, span.end_char))
            if record is not None:
                link = pick_link(record)
                span = Span(doc, span.start, span.end, span.label_, kb_id=link, span_id=record.id)
            spans.append(span)
        doc.set_ents(spans, default="unmodified")
        doc.user_data[RECORDS] = extraction.to_json()


def pick_link(record: Entity) -> str:
    """A record's identifier in the first source of :data:`LINK_ORDER` that has it, or ``""``."""
    for source in (*LINK_ORDER, *record.links):
        if source in record.links:
            return f"{source}:{record.links[source]}"
    return ""


def read_extraction(doc: Doc) -> Extraction:
    """The records that the component left in a document.

    Raises:
        DataError: The document did not pass through ``ntbner_normaliser``.
    """
    try:
        return Extraction.from_json(doc.user_data[RECORDS])
    except KeyError:
        raise DataError(
            "this document has no records; add the component first: "
            "nlp.add_pipe('ntbner_normaliser'), and keep user data when you store it "
            "(DocBin(store_user_data=True))"
        ) from None
