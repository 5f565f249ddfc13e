"""Names: base forms of a document, each with its mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import lt
from typing import Final
from unicodedata import normalize

from ntbner.lexicon import Entry
from ntbner.names.compound import split_compound
from ntbner.names.person import PersonName, parse_person
from ntbner.names.skeleton import skeleton
from ntbner.names.text import fold, fold_letters
from ntbner.records import PER, Mention

TAG_MARKS: Final = "#@"
"""What stands before a name as a tag or a handle."""

_NOBODY: Final = PersonName()

_PUNCTUATION: Final = re.compile(r"[.\"'()\[\]]+")
_JOINTS: Final = re.compile(r"[\s\-/]+")


@dataclass(eq=False)
class Name:
    """One base form of a document with all its mentions.

    Attributes:
        key: What its spellings have in common: plain small letters; a family's has a word for
            that before them, a surname that is one bearer's is under the full name's.
        type: The type it was voted.
        mentions: Its mentions in the order of the text.
        forms: Its base forms, each with its number of mentions.
        entries: What the lexicon knows by any of its forms.
        count: Number of mentions.
        form: The form it is shown by: the most frequent, then the first of the text; not in
            capitals where there is a choice.
        words: The words of the key.
        person: The parts of a person's name; none for others.
        is_full: Whether it is a person's name with a given name.
        untitled_key: The key without a person's title (*statsminister Solberg*).
    """

    key: str
    type: str
    mentions: tuple[Mention, ...]
    forms: Mapping[str, int]
    entries: tuple[Entry, ...] = ()
    count: int = field(init=False)
    form: str = field(init=False)
    words: tuple[str, ...] = field(init=False)
    person: PersonName = field(init=False)
    is_full: bool = field(init=False)
    untitled_key: str = field(init=False)

    def __post_init__(self) -> None:
        self.count = len(self.mentions)
        self.form = _pick_form(self.forms)
        self.words = tuple(self.key.split())
        self.person = parse_person(self.form) if self.type == PER else _NOBODY
        self.is_full = self.person.is_full
        self.untitled_key = self.key
        if self.person.title:
            self.untitled_key = make_key(" ".join((self.person.core, *self.person.suffix)))

    def written(self, form: str) -> str:
        """A base form with the quotation marks, hyphens and apostrophes that the text has.

        >>> text = "Harald «Dutte» Berg"
        >>> Name("", "PER", (Mention(0, 19, text, "PER"),), {}).written('Harald "Dutte" Berg')
        'Harald «Dutte» Berg'
        """
        if form.isalnum() or form.replace(" ", "").isalnum():
            return form
        for mention in self.mentions:
            shown = " ".join(normalize("NFC", inner_name(mention)).split())
            if fold(shown).startswith(form) and len(fold(shown)) == len(shown):
                return shown[: len(form)]
        return form

    @property
    def skeleton(self) -> str:
        """The key under which its romanisations meet."""
        return skeleton(self.form)


def _pick_form(forms: Mapping[str, int]) -> str:
    if len(forms) == 1:
        return next(iter(forms))
    return min(forms, key=lambda form: (form.isupper(), -forms[form]), default="")


@lru_cache(maxsize=65_536)
def make_key(form: str) -> str:
    """The letters of a base form: small, plain, single spaces, no punctuation.

    >>> make_key("Al-Jazeera") == make_key("al Jazeera")
    True
    >>> make_key("Århus") == make_key("Aarhus")
    True
    """
    key = fold_letters(form)
    if key.isalnum():
        return key
    return " ".join(_JOINTS.sub(" ", _PUNCTUATION.sub("", key)).split()) or key


def inner_name(mention: Mention) -> str:
    """The name in a mention: all of it, or the part of a compound; of a tag, without its mark.

    >>> inner_name(Mention(0, 12, "Syria-krigen", "LOC", kind="derived"))
    'Syria'
    >>> inner_name(Mention(0, 5, "#Oslo", "LOC"))
    'Oslo'
    """
    if mention.kind == "derived" or mention.type == "DRV":
        place = split_compound(mention.text)
        if place is not None:
            return mention.text[place[0] : place[1]]
    return mention.text.lstrip(TAG_MARKS) or mention.text


def number_mentions(names: Sequence[Name]) -> dict[int, int]:
    """The number of the name that each mention belongs to, by the mention's identity."""
    return {id(mention): n for n, name in enumerate(names) for mention in name.mentions}


def sort_mentions(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions in the order of the text; the order they came in does not matter."""
    given = list(mentions)
    starts = [mention.start for mention in given]
    if all(map(lt, starts, starts[1:])):
        return given
    return sorted(
        given,
        key=lambda m: (m.start, m.end, m.text, m.type, m.kind, m.label or "", m.confidence or 0.0),
    )
