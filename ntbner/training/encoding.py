"""Annotated sentences as the network reads them: form ids and tags, window by window."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from ntbner.tagger.scheme import encode
from ntbner.tagger.windows import cut_windows
from ntbner.training.sentences import Sentence, Span

log = logging.getLogger(__name__)

Tokenise = Callable[[str], Doc]


@dataclass(frozen=True, slots=True)
class Window:
    """One window of annotated tokens.

    Attributes:
        words: Its tokens.
        tags: Their tags.
        weight: How much it counts; 1 for text that people annotated.
    """

    words: tuple[str, ...]
    tags: tuple[int, ...]
    weight: float = 1.0


def token_spans(doc: Doc, spans: Iterable[Span]) -> list[tuple[int, int, str]]:
    """Spans of characters as spans of tokens.

    A span that begins or ends inside a token takes in the whole token: there is no way to
    tag half of one. Of two spans that then overlap, the first stays.
    """
    found: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda span: span.start):
        taken = doc.char_span(span.start, span.end, alignment_mode="expand")
        if taken is None or (found and taken.start < found[-1][1]):
            log.debug("no tokens for %r in %r", span, doc.text)
            continue
        found.append((taken.start, taken.end, span.label))
    return found


def cut_examples(text: Sentence, tokenise: Tokenise, *, weight: float = 1.0) -> list[Window]:
    """An annotated text as windows; a span never straddles two, for the text is cut around it."""
    doc = tokenise(text.text)
    spans = token_spans(doc, text.spans)
    tags = encode(len(doc), spans)
    words = [token.text for token in doc]
    windows: list[list[int]] = []
    for indices in cut_windows(words):
        if windows and tags[indices[0]] and tags[indices[0]] % 2 == 0:
            windows[-1].extend(indices)
        else:
            windows.append(indices)
    return [
        Window(
            tuple(words[index] for index in indices),
            tuple(tags[index] for index in indices),
            weight,
        )
        for indices in windows
    ]
