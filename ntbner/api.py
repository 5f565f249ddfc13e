"""What a user calls: ``extract`` is the architecture in ten lines.

text → *reading* → chunks → *pipeline* → mentions → *normaliser* → records → ``Extraction``.

The calls check what they are given (:mod:`ntbner.inputs`) and set the stream going
(:mod:`ntbner.stream`). spaCy is loaded with the first text, not with ``import ntbner``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from typing import TYPE_CHECKING, Final, Literal

from ntbner.chunks import LONGEST
from ntbner.errors import InputError
from ntbner.inputs import Item, check_settings, find_fault
from ntbner.lexicon import Lexicon
from ntbner.lexicon.lexicon import check_lexicon
from ntbner.normaliser import normalise
from ntbner.normaliser.acronyms import Acronyms, check_acronyms
from ntbner.normaliser.compare import compare, compare_many
from ntbner.normaliser.pool import cluster_names
from ntbner.records import Extraction
from ntbner.stream import Options, extract_each, prepare, tag

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

__all__ = [
    "cluster_names",
    "compare",
    "compare_many",
    "extract",
    "extract_many",
    "load",
    "normalise",
]

BATCH: Final = 32
"""Texts that are tagged together by default: enough to keep the network busy."""


def extract(
    text: str,
    *,
    doc_id: str | None = None,
    nlp: str | Path | Language | None = None,
    types: str | Iterable[str] | None = None,
    lexicon: Lexicon | None = None,
    min_confidence: float = 0.0,
    acronyms: Acronyms = "as_written",
) -> Extraction:
    """The people, places and organisations of a Norwegian text, as records.

    Args:
        text: Bokmål or Nynorsk, of any length.
        doc_id: Your id for it; it comes back in the result and in every table.
        nlp: Another spaCy pipeline, as for :func:`load`; one that is named is loaded anew
            in each call, so for several calls load it once.
        types: ``"all"`` for products, events and the rest too; or a choice, ``["PER"]``.
        lexicon: Your own names, aliases and "not the same" pairs; they beat the packaged
            ones, and are found in the text even where the pipeline misses them.
        min_confidence: Leave out mentions whose calibrated probability is lower, 0 to 1.
            Mentions without one stay: your own names, those that a rule found inside a
            compound, and what an ``entity_ruler`` of yours found.
        acronyms: How records are named after acronyms that are read as words: ``"capitals"``
            (*NATO*), ``"words"`` (*Nato*), or as the text mostly has them. Mentions and
            aliases stay as they are.

    Returns:
        The extraction. In a notebook it renders; printed, it is a table.

    Raises:
        InputError: ``text`` is not a string, or an option has an impossible value.
        PipelineNotFound: ``nlp`` names no pipeline.
        UnknownLabels: The pipeline's labels cannot be mapped to PER, LOC and ORG.

    >>> result = extract("Bashar al-Assad møtte Putin i Sotsji. Assad takket Russland.")
    >>> [(entity.name, len(entity.mentions)) for entity in result]
    [('Bashar al-Assad', 2), ('Putin', 1), ('Sotsji', 1), ('Russland', 1)]
    """
    error = find_fault(doc_id, text)
    if error is not None:
        raise InputError(error)
    (result,) = extract_many(
        [(doc_id, text)],
        nlp=nlp,
        types=types,
        lexicon=lexicon,
        min_confidence=min_confidence,
        acronyms=acronyms,
    )
    return result


def extract_many(
    texts: Iterable[Item],
    *,
    nlp: str | Path | Language | None = None,
    types: str | Iterable[str] | None = None,
    lexicon: Lexicon | None = None,
    min_confidence: float = 0.0,
    acronyms: Acronyms = "as_written",
    n_process: int = 1,
    batch_size: int = BATCH,
    progress: bool = False,
    errors: Literal["raise", "skip"] = "raise",
) -> Iterator[Extraction]:
    """The extractions of many texts: lazy, in order, without keeping any of them.

    Memory does not grow with the number of texts, but with their vocabulary: spaCy keeps each
    word form that it meets, about 45 MB for 100,000 new ones.

    Args:
        texts: Strings, or pairs of an id (a string, or ``None``) and a string; a generator
            will do.
        nlp: As for :func:`extract`.
        types: As for :func:`extract`.
        lexicon: As for :func:`extract`.
        min_confidence: As for :func:`extract`.
        acronyms: As for :func:`extract`.
        n_process: Processes that tag (spaCy's own); -1 for one a core. The result does not
            depend on it.
        batch_size: Texts that are tagged together; fewer take less memory.
        progress: Show a progress bar.
        errors: ``"raise"`` stops at an item that is not text, after the results of those
            before it; ``"skip"`` yields an empty extraction whose ``error`` says what was
            wrong.

    Returns:
        An iterator of one extraction a text.

    Raises:
        InputError: An item is not text (the message has its index), or an option has an
            impossible value.
        PipelineError: The pipeline lost a text or changed it on the way.
        Exception: Whatever ``texts`` itself raises, behind the results of all before it.

    >>> [len(result) for result in extract_many(["Oslo og Bergen.", "Ingen navn her."])]
    [2, 0]
    """
    from ntbner.mentions import wanted_types

    check_settings(texts, min_confidence, n_process, batch_size, errors)
    own = None if lexicon is None else check_lexicon(lexicon)
    options = Options(
        tuple(wanted_types(types)), own, float(min_confidence), check_acronyms(acronyms)
    )
    pipeline = _pick_pipeline(nlp)
    parts = prepare(texts, longest=min(LONGEST, pipeline.max_length))
    tagged = tag(parts, pipeline, n_process=int(n_process), batch_size=int(batch_size))
    results = extract_each(tagged, options, skip=errors == "skip")
    return _with_progress(results, texts) if progress else results


def load(name: str | Path | Language | None = None) -> Language:
    """The spaCy pipeline to tag with.

    Args:
        name: ``None`` for the packaged pipeline; the name of an installed spaCy package
            (``"nb_core_news_lg"``); the path of a pipeline; or a ``Language``, which is
            checked and returned as it is.

    Returns:
        The pipeline. One that is loaded is made anew and yours: what you add to it or change
        in it touches no other, nor the one that :func:`extract` uses. Its ``doc.ents`` carry
        the labels it was trained with; for the packaged one these are NorNE's nine.

    Raises:
        PipelineNotFound: No such package is installed and no such path holds a pipeline.
        UnknownLabels: Its labels have no mapping to PER, LOC and ORG.
        InputError: ``name`` is something else.

    >>> load().pipe_names
    ['ntbner_tagger']
    """
    from ntbner.pipeline import load

    return load(name)


def _pick_pipeline(nlp: str | Path | Language | None) -> Language:
    """The caller's pipeline, or the packaged one that all calls share."""
    from ntbner.pipeline import packaged

    return packaged() if nlp is None else load(nlp)


def _with_progress(results: Iterator[Extraction], texts: Iterable[Item]) -> Iterator[Extraction]:
    from tqdm import tqdm

    total = len(texts) if isinstance(texts, Sized) else None
    return iter(tqdm(results, total=total, unit=" texts"))
