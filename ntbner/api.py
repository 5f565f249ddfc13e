"""What a user calls: ``extract`` is the architecture in ten lines.

text → *reading* → chunks → *pipeline* → mentions → *normaliser* → records → ``Extraction``.

spaCy is loaded with the first text, not with ``import ntbner``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass, replace
from numbers import Integral, Real
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from ntbner.chunks import LONGEST, cut_chunks
from ntbner.errors import InputError, PipelineError
from ntbner.language import detect_language
from ntbner.lexicon import Lexicon
from ntbner.lexicon.lexicon import check_lexicon
from ntbner.normaliser import derive_mentions, find_own, normalise
from ntbner.normaliser.compare import compare, compare_many
from ntbner.normaliser.pool import cluster_names
from ntbner.reading import Reading, read
from ntbner.records import OTHER_TYPES, TYPES, Entity, Extraction, Mention, retype

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = [
    "cluster_names",
    "compare",
    "compare_many",
    "extract",
    "extract_many",
    "load",
    "normalise",
]

Item: TypeAlias = str | tuple[str | None, str]
"""A text, or an id and a text."""

BATCH: Final = 32
"""Texts that are tagged together by default: enough to keep the network busy."""

EVERY_TYPE: Final = (*TYPES, *OTHER_TYPES)
"""Types that are normalised: which of them are wanted is asked of the records, because a
stray tag (*Assad* EVT) may belong to a person."""


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
        nlp: Another spaCy pipeline, as for :func:`load`; one that is named is loaded anew
            in each call, so for several calls load it once.
        types: ``"all"`` for products, events and the rest too; or a choice, ``["PER"]``.
        lexicon: Your own names, aliases and "not the same" pairs; they beat the packaged
            ones, and are found in the text even where the pipeline misses them.
        min_confidence: Leave out mentions whose calibrated probability is lower, 0 to 1.
            Mentions without one stay: your own names, those that a rule found inside a
            compound, and what an ``entity_ruler`` of yours found.

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

    >>> [len(result) for result in extract_many(["Oslo og Bergen.", "Ingen navn her."])]
    [2, 0]
    """
    from ntbner.mentions import wanted_types

    _check_settings(texts, min_confidence, n_process, batch_size, errors)
    own = None if lexicon is None else check_lexicon(lexicon)
    options = Options(tuple(wanted_types(types)), own, float(min_confidence))
    pipeline = _pick_pipeline(nlp)
    parts = _prepare(texts, longest=min(LONGEST, pipeline.max_length))
    tagged = _tag(parts, pipeline, n_process=int(n_process), batch_size=int(batch_size))
    results = _extract_each(tagged, options, skip=errors == "skip")
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
    """A chunk of a job, where it begins, and whether the job ends with it."""

    job: Job
    chunk: str
    offset: int
    is_last: bool


def _prepare(items: Iterable[Item], *, longest: int) -> Iterator[Part]:
    """Each item's chunks; an item without text has one empty chunk."""
    for index, item in enumerate(items):
        doc_id, text = item if isinstance(item, tuple) and len(item) == 2 else (None, item)
        error = find_fault(doc_id, text)
        if error is not None:
            kept_id = doc_id if isinstance(doc_id, str) else None
            yield Part(Job(index, kept_id, "", Reading(""), error), "", 0, True)
            continue
        job = Job(index, doc_id, text, read(text))
        chunks = list(cut_chunks(job.reading.text, longest)) or [(0, "")]
        for number, (offset, chunk) in enumerate(chunks, 1):
            yield Part(job, chunk, offset, number == len(chunks))


def _tag(
    parts: Iterable[Part], nlp: Language, *, n_process: int, batch_size: int
) -> Iterator[tuple[Doc, Part]]:
    """The parts with their tagged documents.

    spaCy could carry the parts along (``as_tuples``), but would then tokenise in this
    process and send every chunk's whole text to the others and back.

    Raises:
        PipelineError: The pipeline lost a text.
    """
    waiting: deque[Part] = deque()

    def send() -> Iterator[str]:
        for part in parts:
            waiting.append(part)
            yield part.chunk

    for doc in nlp.pipe(send(), n_process=n_process, batch_size=batch_size):
        yield doc, waiting.popleft()
    if waiting:
        raise PipelineError(_describe_loss(waiting[0].job))


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
        found = find_mentions(doc, offset=part.offset, types=EVERY_TYPE)
        if not _is_of_part(doc, found, part):
            raise PipelineError(_describe_loss(part.job))
        mentions += _filter(found, doc, options.min_confidence)
        if part.is_last:
            yield _make_extraction(part.job, mentions, options)
            mentions = []


def _is_of_part(doc: Doc, mentions: list[Mention], part: Part) -> bool:
    """Whether a document has a part's text, as far as its length and its mentions tell.

    (``doc.text`` puts all tokens together again, which takes longer than all else here.)
    """
    length = doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0
    return length == len(part.chunk) and all(
        part.chunk.startswith(mention.text, mention.start - part.offset) for mention in mentions
    )


def _describe_loss(job: Job) -> str:
    return (
        f"item {job.index}: the pipeline did not give back the text that it got, so offsets "
        f"would be wrong. Its tokeniser must keep all characters, and its error handler must "
        f"drop no document"
    )


def _filter(mentions: list[Mention], doc: Doc, least: float) -> list[Mention]:
    """The mentions that are sure enough, and those of which nothing is said.

    Raises:
        InputError: A least confidence is asked for, and the pipeline gives none.
    """
    from ntbner.mentions import CONFIDENCE

    if not least:
        return mentions
    if CONFIDENCE not in doc.user_data:
        raise InputError(
            "min_confidence was given, but this pipeline says nothing of its confidence; "
            "the packaged pipeline does (leave out nlp=)"
        )
    return [m for m in mentions if m.confidence is None or m.confidence >= least]


def _make_extraction(job: Job, mentions: list[Mention], options: Options) -> Extraction:
    """Mentions of the text as it was read → records of the caller's own text."""
    text = job.reading.text
    language = detect_language(text)
    if options.lexicon is not None:
        mentions = find_own(text, mentions, options.lexicon)
    names = derive_mentions(text, mentions, lexicon=options.lexicon, types=EVERY_TYPE)
    records = normalise(names, text=text, lexicon=options.lexicon, language=language)
    entities = tuple(_bring_home(r, job) for r in records if r.type in options.types)
    return Extraction(
        text=job.text,
        mentions=tuple(
            sorted((m for e in entities for m in e.mentions), key=lambda m: (m.start, m.end))
        ),
        entities=entities,
        doc_id=job.doc_id,
        language=language,
    )


def _bring_home(record: Entity, job: Job) -> Entity:
    """A record whose mentions have its type, and offsets and letters of the caller's string."""
    mentions = tuple(retype(mention, record.type) for mention in record.mentions)
    if job.reading.starts is not None:
        mentions = tuple(_place(mention, job) for mention in mentions)
    return record if mentions == record.mentions else replace(record, mentions=mentions)


def _place(mention: Mention, job: Job) -> Mention:
    """A mention where it stands in the caller's string."""
    start, end = job.reading.place(mention.start, mention.end)
    return replace(mention, start=start, end=end, text=job.text[start:end])


def _with_progress(results: Iterator[Extraction], texts: Iterable[Item]) -> Iterator[Extraction]:
    from tqdm import tqdm

    total = len(texts) if isinstance(texts, Sized) else None
    return iter(tqdm(results, total=total, unit=" texts"))


# ── what is refused, and what to do about it ─────────────────────────────────


def find_fault(doc_id: object, text: object) -> str | None:
    """What is wrong with an item; ``None`` if nothing is.

    >>> find_fault(17, "Oslo")
    'expected a string as id, found int (17); convert it with str(…)'
    >>> find_fault("17", "Oslo") is None
    True
    """
    if not isinstance(text, str):
        return describe_bad_text(text)
    if doc_id is not None and not isinstance(doc_id, str):
        return (
            f"expected a string as id, found {type(doc_id).__name__} ({doc_id!r:.40}); "
            f"convert it with str(…)"
        )
    return None


def describe_bad_text(found: object) -> str:
    """What to do about something that is not text.

    >>> describe_bad_text(None)
    'expected a string of text, found None; leave it out, or pass "" for an empty text'
    """
    if found is None:
        return 'expected a string of text, found None; leave it out, or pass "" for an empty text'
    kind = type(found).__name__
    advice = ADVICE_ON_TEXT.get(kind, "convert it with str(…)")
    return f"expected a string of text, found {kind}; {advice}"


ADVICE_ON_TEXT: Final = {
    "bytes": "decode it first: text.decode('utf-8')",
    "Doc": "pass doc.text, or use nlp.add_pipe('ntbner_normaliser') in your own pipeline",
    "float": 'a missing value? Leave it out, or pass "" for an empty text',
    "list": "for several texts, call extract_many(texts); an id and its text go in a tuple",
    "tuple": "in extract_many, an id and its text go in a tuple of two",
    "PosixPath": "read the file first: path.read_text(encoding='utf-8')",
    "WindowsPath": "read the file first: path.read_text(encoding='utf-8')",
}
"""What to do about something that is not a text, by the name of its class."""

ADVICE_ON_TEXTS: Final = {
    "str": "for one text, call extract(text)",
    "bytes": "for one text, call extract(text)",
    "dict": "pass texts.items() for pairs of an id and a text, or texts.values()",
    "DataFrame": "pass a column, or zip(frame['id'], frame['text'])",
}
"""What to do about what is no iterable of texts, or would be read otherwise than meant."""


def _check_settings(
    texts: object, min_confidence: object, n_process: object, batch_size: object, errors: object
) -> None:
    """Refuse what :func:`extract_many` cannot work with.

    Raises:
        InputError: A setting has an impossible value.
    """
    kind = type(texts).__name__
    if kind in ADVICE_ON_TEXTS or not isinstance(texts, Iterable):
        advice = ADVICE_ON_TEXTS.get(kind, "put the texts in a list")
        raise InputError(f"extract_many takes an iterable of texts, not {kind}; {advice}")
    least, processes, together = _real(min_confidence), _whole(n_process), _whole(batch_size)
    if least is None or not 0 <= least <= 1:
        raise InputError(f"min_confidence is a probability from 0 to 1, not {min_confidence!r}")
    if processes is None or processes < -1 or processes == 0:
        raise InputError(f"n_process is a number of processes, or -1 for all, not {n_process!r}")
    if together is None or together < 1:
        raise InputError(f"batch_size is a number of texts, at least 1, not {batch_size!r}")
    if errors not in ("raise", "skip"):
        raise InputError(f"errors is 'raise' or 'skip', not {errors!r}")


def _whole(number: object) -> int | None:
    """A whole number, numpy's too, as Python's own; ``None`` for anything else, ``True`` too.

    >>> _whole(2), _whole(2.0), _whole(True)
    (2, None, None)
    """
    return int(number) if isinstance(number, Integral) and not isinstance(number, bool) else None


def _real(number: object) -> float | None:
    """As :func:`_whole`, for any real number.

    >>> _real(1), _real("0.5")
    (1.0, None)
    """
    return float(number) if isinstance(number, Real) and not isinstance(number, bool) else None
