"""What a user calls: ``extract`` is the architecture in ten lines.

text → *reading* → chunks → *pipeline* → mentions → *normaliser* → records → ``Extraction``.

spaCy is loaded with the first text, not with ``import ntbner``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from ntbner.chunks import cut_chunks
from ntbner.errors import InputError
from ntbner.language import detect_language
from ntbner.lexicon import Lexicon
from ntbner.normaliser import derive_mentions, normalise
from ntbner.normaliser.compare import compare, compare_many
from ntbner.reading import Reading, read
from ntbner.records import OTHER_TYPES, TYPES, Extraction, Mention

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["compare", "compare_many", "extract", "extract_many", "load", "normalise"]

Item: TypeAlias = str | tuple[str, str]
"""A text, or an id and a text."""

BATCH: Final = 32
"""Texts that are tagged together by default: enough to keep the network busy."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller asks of every text.

    Attributes:
        types: The types wanted.
        lexicon: The caller's own names, if any.
        min_confidence: Least confidence of a mention.
    """

    types: tuple[str, ...] = TYPES
    lexicon: Lexicon | None = None
    min_confidence: float = 0.0


def extract(
    text: str,
    *,
    doc_id: str | None = None,
    nlp: str | Path | Language | None = None,
    types: str | Iterable[str] | None = None,
    lexicon: Lexicon | None = None,
    min_confidence: float = 0.0,
) -> Extraction:
    """The people, places and organisations of a Norwegian text, as records.

    Args:
        text: Bokmål or Nynorsk, of any length.
        doc_id: Your id for it; it comes back in the result and in every table.
        nlp: Another spaCy pipeline, as for :func:`load`.
        types: ``"all"`` for products, events and the rest too; or a choice, ``["PER"]``.
        lexicon: Your own names, aliases and "not the same" pairs; they beat the packaged ones.
        min_confidence: Leave out mentions whose calibrated probability is lower, 0 to 1.
            Names that a rule found inside a compound have none and stay.

    Returns:
        The extraction. In a notebook it renders; printed, it is a table.

    Raises:
        InputError: ``text`` is not a string, or an option has an impossible value.
        PipelineNotFound: ``nlp`` names no pipeline.
        UnknownLabels: The pipeline's labels cannot be mapped to PER, LOC and ORG.

    >>> result = extract("Bashar al-Assad møtte Putin i Sotsji. Assad takket Russland.")
    >>> [(entity.name, entity.type, len(entity.mentions)) for entity in result]
    [('Bashar al-Assad', 'PER', 2), ('Putin', 'PER', 1), ('Sotsji', 'LOC', 1), ('Russland', 'LOC', 1)]
    """
    if not isinstance(text, str):
        raise InputError(describe_bad_text(text))
    (result,) = extract_many(
        [text] if doc_id is None else [(doc_id, text)],
        nlp=nlp,
        types=types,
        lexicon=lexicon,
        min_confidence=min_confidence,
    )
    return result


def extract_many(
    texts: Iterable[Item],
    *,
    nlp: str | Path | Language | None = None,
    types: str | Iterable[str] | None = None,
    lexicon: Lexicon | None = None,
    min_confidence: float = 0.0,
    n_process: int = 1,
    batch_size: int = BATCH,
    progress: bool = False,
    errors: Literal["raise", "skip"] = "raise",
) -> Iterator[Extraction]:
    """The extractions of many texts: lazy, in order, in constant memory.

    Args:
        texts: Strings, or pairs of an id and a string; a generator will do.
        nlp: As for :func:`extract`.
        types: As for :func:`extract`.
        lexicon: As for :func:`extract`.
        min_confidence: As for :func:`extract`.
        n_process: Processes that tag (spaCy's own); -1 for one a core. The result does not
            depend on it.
        batch_size: Texts that are tagged together; fewer take less memory.
        progress: Show a progress bar.
        errors: ``"raise"`` stops at an item that is not text; ``"skip"`` yields an empty
            extraction whose ``error`` says what was wrong.

    Returns:
        An iterator of one extraction a text.

    Raises:
        InputError: An item is not text (the message has its index), or an option has an
            impossible value.

    >>> [len(result) for result in extract_many(["Oslo og Bergen.", "Ingen navn her."])]
    [2, 0]
    """
    from ntbner.mentions import wanted_types

    if isinstance(texts, (str, bytes)):
        raise InputError(
            "extract_many takes an iterable of texts; for one text, call extract(text)"
        )
    if not isinstance(min_confidence, (int, float)) or not 0 <= min_confidence <= 1:
        raise InputError(f"min_confidence is a probability from 0 to 1, not {min_confidence!r}")
    if errors not in ("raise", "skip"):
        raise InputError(f"errors is 'raise' or 'skip', not {errors!r}")
    options = Options(tuple(wanted_types(types)), lexicon, float(min_confidence))
    tag = partial(_tag, nlp=load(nlp), n_process=n_process, batch_size=batch_size)
    if progress:
        texts = _with_progress(texts)
    return _extract_each(tag(_prepare(texts)), options, skip=errors == "skip")


def load(name: str | Path | Language | None = None) -> Language:
    """The spaCy pipeline to tag with: see :func:`ntbner.pipeline.load`."""
    from ntbner import pipeline

    return pipeline.load(name)


# ── one item after the other ─────────────────────────────────────────────────


@dataclass(slots=True)
class Job:
    """One item on its way through the pipeline.

    Attributes:
        index: Its place among the items.
        doc_id: The caller's id.
        text: The caller's string.
        reading: The text as it is tagged.
        error: What is wrong with the item.
    """

    index: int
    doc_id: str | None
    text: str
    reading: Reading
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A chunk of a job, and whether the job ends with it."""

    job: Job
    offset: int
    is_last: bool


def _prepare(items: Iterable[Item]) -> Iterator[tuple[str, Part]]:
    """Each item's chunks, with what they are chunks of; an empty text has one empty chunk."""
    for index, item in enumerate(items):
        doc_id, text = item if isinstance(item, tuple) and len(item) == 2 else (None, item)
        if not isinstance(text, str):
            yield "", Part(Job(index, doc_id, "", Reading(""), describe_bad_text(text)), 0, True)
            continue
        job = Job(index, doc_id, text, read(text))
        chunks = list(cut_chunks(job.reading.text)) or [(0, "")]
        for number, (offset, chunk) in enumerate(chunks, 1):
            yield chunk, Part(job, offset, number == len(chunks))


def _tag(
    chunks: Iterable[tuple[str, Part]], *, nlp: Language, n_process: int, batch_size: int
) -> Iterator[tuple[Doc, Part]]:
    return nlp.pipe(chunks, as_tuples=True, n_process=n_process, batch_size=batch_size)


def _extract_each(
    tagged: Iterable[tuple[Doc, Part]], options: Options, *, skip: bool
) -> Iterator[Extraction]:
    """Gather each item's chunks and make its extraction."""
    from ntbner.mentions import find_mentions

    mentions: list[Mention] = []
    for doc, part in tagged:
        if part.job.error is not None:
            if not skip:
                raise InputError(f"item {part.job.index}: {part.job.error}")
            yield Extraction("", doc_id=part.job.doc_id, error=part.job.error)
            continue
        found = find_mentions(doc, offset=part.offset, types=(*TYPES, *OTHER_TYPES))
        mentions += _filter(found, options.min_confidence)
        if part.is_last:
            yield _make_extraction(part.job, mentions, options)
            mentions = []


def _filter(mentions: list[Mention], least: float) -> list[Mention]:
    """The mentions that are sure enough.

    Raises:
        InputError: A least confidence is asked for, and the pipeline gives none.
    """
    if not least:
        return mentions
    for mention in mentions:
        if mention.confidence is None:
            raise InputError(
                "min_confidence was given, but this pipeline says nothing of its confidence; "
                "the packaged pipeline does (leave out nlp=)"
            )
    return [m for m in mentions if m.confidence is not None and m.confidence >= least]


def _make_extraction(job: Job, mentions: list[Mention], options: Options) -> Extraction:
    """Mentions of the text as it was read → records of the caller's own text."""
    language = detect_language(job.reading.text)
    own = [_bring_home(mention, job) for mention in mentions]
    own = derive_mentions(job.text, own, lexicon=options.lexicon, types=(*TYPES, *OTHER_TYPES))
    records = normalise(own, text=job.text, lexicon=options.lexicon, language=language)
    entities = tuple(
        replace(record, mentions=tuple(replace(m, type=record.type) for m in record.mentions))
        for record in records
        if record.type in options.types
    )
    return Extraction(
        text=job.text,
        mentions=tuple(
            sorted((m for e in entities for m in e.mentions), key=lambda m: (m.start, m.end))
        ),
        entities=entities,
        doc_id=job.doc_id,
        language=language,
    )


def _bring_home(mention: Mention, job: Job) -> Mention:
    """A mention with the offsets and the letters of the caller's own string."""
    start, end = job.reading.place(mention.start, mention.end)
    return replace(mention, start=start, end=end, text=job.text[start:end])


def describe_bad_text(found: object) -> str:
    """What to do about something that is not text.

    >>> describe_bad_text(None)
    'expected a string of text, found None; leave it out, or pass "" for an empty text'
    """
    if found is None:
        return 'expected a string of text, found None; leave it out, or pass "" for an empty text'
    advice = {
        "bytes": "decode it first: text.decode('utf-8')",
        "Doc": "pass doc.text, or use nlp.add_pipe('ntbner_normaliser') in your own pipeline",
        "list": "for several texts, call extract_many(texts)",
        "PosixPath": "read the file first: path.read_text(encoding='utf-8')",
    }
    kind = type(found).__name__
    return f"expected a string of text, found {kind}; {advice.get(kind, 'convert it with str(…)')}"


def _with_progress(texts: Iterable[Item]) -> Iterable[Item]:
    from tqdm import tqdm

    return tqdm(texts, total=len(texts) if isinstance(texts, Sized) else None, unit=" texts")
