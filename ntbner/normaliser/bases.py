"""Base forms: what each written form of a document is called without its genitive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ntbner.lexicon import Lexicon
from ntbner.names.genitive import base_form, find_latin_base
from ntbner.names.text import fold
from ntbner.normaliser.context import Context
from ntbner.normaliser.name import inner_name
from ntbner.records import Mention

LOOKS: Final = 5
"""Mentions of one written form whose surroundings are read to tell whether it is a genitive."""


def find_bases(mentions: Sequence[Mention], context: Context, lexicon: Lexicon) -> dict[str, str]:
    """The base form of every written form of a document."""
    bases = Bases(mentions, context, lexicon)
    return {surface: bases.find(surface) for surface in bases.places}


class Bases:
    """The base forms of a document, each found when it is first asked for.

    Args:
        mentions: The mentions of the document.
        context: The text around them.
        lexicon: Known names.

    Attributes:
        places: The mentions of each written form.
    """

    def __init__(self, mentions: Sequence[Mention], context: Context, lexicon: Lexicon) -> None:
        self._context, self._lexicon = context, lexicon
        self._found: dict[str, str] = {}
        self._seen: dict[str, int] = {}
        self.places: dict[str, list[Mention]] = {}
        for mention in mentions:
            self.places.setdefault(inner_name(mention), []).append(mention)
        for surface, places in self.places.items():
            for word in _evidence(fold(surface)):
                self._seen[word] = self._seen.get(word, 0) + len(places)
        self._known = set(self._seen)

    def find(self, surface: str) -> str:
        """The base form that most of the first mentions of a written form speak for.

        Of two, the longer: a form that once stands where no genitive does is a name in s.
        """
        found = self._found.get(surface)
        if found is None:
            found = self._found[surface] = self._judge(surface)
        return found

    def _judge(self, surface: str) -> str:
        form = fold(surface)
        mentions = self.places[surface]
        if mentions[0].kind == "derived":
            return form
        if not form.endswith(("s", "'")):
            return find_latin_base(form, self._known) or form
        hidden = {word for word in _evidence(form) if self._seen[word] == 1}
        self._known -= hidden
        answers: Counter[str] = Counter()
        for mention in mentions[:LOOKS]:
            before, behind = self._context.words_around(mention)
            answers[
                base_form(
                    form,
                    previous_word=before,
                    next_word=behind,
                    known=self._known,
                    type=mention.type,
                    whole=True,
                    lexicon=self._lexicon,
                )
            ] += 1
        self._known |= hidden
        return min(answers, key=lambda base: (-answers[base], -len(base), base))


def _evidence(form: str) -> tuple[str, ...]:
    """What a form says of others of the document: that it is one, and its last word too."""
    return (form, form.rpartition(" ")[2]) if " " in form else (form,)
