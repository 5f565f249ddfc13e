"""The stream: items in, extractions out, one after the other.

1. Each item becomes a job, read (:mod:`ntbner.reading`) and cut (:mod:`ntbner.chunks`).
2. The chunks go through the pipeline, in so many processes.
3. What was found in a job's chunks is gathered, normalised and brought home to the
   caller's own string.

Items that are no text travel along, so that results come in order.
"""

from __future__ import annotations

import atexit
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ntbner.chunks import cut_chunks
from ntbner.errors import InputError, PipelineError
from ntbner.inputs import Item, find_fault
from ntbner.language import detect_language
from ntbner.lexicon import Lexicon
from ntbner.normaliser import find_records
from ntbner.normaliser.acronyms import Acronyms
from ntbner.normaliser.steps import EVERY_TYPE
from ntbner.reading import Reading, read
from ntbner.records import TYPES, Extraction, Mention

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller asks of every text.

    Attributes:
        types: The types wanted.
        lexicon: The caller's own names, if any.
        min_confidence: Least confidence of a mention.
        acronyms: How names write acronyms.
    """

    types: tuple[str, ...] = TYPES
    lexicon: Lexicon | None = None
    min_confidence: float = 0.0
    acronyms: Acronyms = "as_written"


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


def prepare(items: Iterable[Item], *, longest: int) -> Iterator[Part]:
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


def tag(
    parts: Iterable[Part], nlp: Language, *, n_process: int, batch_size: int
) -> Generator[tuple[Doc, Part]]:
    """The parts with their tagged documents.

    spaCy could carry the parts along (``as_tuples``), but would then tokenise in this
    process and send every chunk's whole text to the others and back.

    Raises:
        PipelineError: The pipeline lost a text.
    """
    outlet = Outlet(parts)
    docs = nlp.pipe(outlet.send(), n_process=n_process, batch_size=batch_size)
    with nullcontext() if n_process == 1 else reading_to_the_end(docs, outlet):
        for doc in docs:
            yield doc, outlet.waiting.popleft()
    if outlet.error is not None:
        raise outlet.error
    if outlet.waiting:
        raise PipelineError(_describe_loss(outlet.waiting[0].job))


@dataclass(slots=True)
class Outlet:
    """Where parts leave for the pipeline.

    Attributes:
        parts: The parts to send.
        waiting: Those that were sent and whose documents have not come back.
        is_shut: Whether no more are to be sent.
        error: What the caller's own texts raised: to be raised again behind all results
            of the texts before it.
    """

    parts: Iterable[Part]
    waiting: deque[Part] = field(default_factory=deque)
    is_shut: bool = False
    error: Exception | None = None

    def send(self) -> Iterator[str]:
        """The chunks, as long as there are any and they are wanted."""
        try:
            for part in self.parts:
                if self.is_shut:
                    return
                self.waiting.append(part)
                yield part.chunk
        except Exception as error:
            self.error = error


@contextmanager
def reading_to_the_end(docs: Iterator[Doc], outlet: Outlet) -> Iterator[None]:
    """Whoever stops early: send no more, and read what spaCy's processes have begun.

    One that nobody reads from waits for ever to hand over its documents, and spaCy, or Python
    at its exit, waits for the process.
    """

    def finish() -> None:
        outlet.is_shut = True
        deque(docs, maxlen=0)

    atexit.register(finish)
    try:
        yield
    finally:
        finish()
        atexit.unregister(finish)


def extract_each(
    tagged: Generator[tuple[Doc, Part]], options: Options, *, skip: bool
) -> Iterator[Extraction]:
    """Gather each item's chunks and make its extraction."""
    from ntbner.mentions import find_mentions

    mentions: list[Mention] = []
    with closing(tagged):
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
    records = find_records(
        text,
        mentions,
        types=options.types,
        lexicon=options.lexicon,
        language=language,
        acronyms=options.acronyms,
    )
    if job.reading.starts is not None:
        records = [
            replace(record, mentions=tuple(_place(mention, job) for mention in record.mentions))
            for record in records
        ]
    return Extraction.of(job.text, records, doc_id=job.doc_id, language=language)


def _place(mention: Mention, job: Job) -> Mention:
    """A mention where it stands in the caller's string."""
    start, end = job.reading.place(mention.start, mention.end)
    return replace(mention, start=start, end=end, text=job.text[start:end])
