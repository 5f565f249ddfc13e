"""One name that the lexicon knows, with every other form of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from ntbner.errors import InputError

SEVERAL: Final = ("aliases", "acronyms", "adjectives")
"""Fields of an entry that hold any number of words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place, an organisation or a person of the lexicon.

    Attributes:
        id: Stable within a lexicon: the kind, a colon, and the source's own identifier
            or a slug of the name (``country:IQ``, ``city:98182``, ``party:hoyre``).
        type: ``LOC``, ``ORG`` or ``PER``.
        kind: What sort of thing it is (``country``, ``city``, ``river``, ``party`` …).
        name: Its name in Norwegian Bokmål.
        aliases: All other forms: Nynorsk, English, local, former, acronyms.
        acronyms: Those of its forms that are acronyms (*FN*, *Nato*).
        adjectives: Words for what and who is from there (*irakisk*, *iraker*).
        links: Identifiers in cited sources (``{"iso3166": "IQ"}``).
        source: Where it is from, a row of ``data/README.md``. Leave it empty for an entry
            of your own: that is what makes it yours (:attr:`is_own`).

    Raises:
        InputError: One string stands where several belong, or links are no mapping.

    >>> Entry("river:eufrat", "LOC", "river", "Eufrat", aliases=("Euphrates",)).forms
    ('Eufrat', 'Euphrates')
    """

    id: str
    type: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict, hash=False)
    source: str = ""

    def __post_init__(self) -> None:
        for name in SEVERAL:
            _check_several(self.id, name, getattr(self, name))
        if not isinstance(self.links, Mapping):
            raise InputError(
                f"the entry {self.id!r} has links of {type(self.links).__name__} "
                f"({self.links!r:.60}); expected a dict of strings, such as {{'wikidata': 'Q1'}}"
            )

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)

    @property
    def is_own(self) -> bool:
        """Whether a user brought it, which an empty :attr:`source` says.

        What a user says stands before everything packaged, and is looked for in texts.
        """
        return not self.source


def _check_several(id: str, field: str, found: object) -> None:
    """Refuse what is no tuple of words; a string would pass for one, letter by letter."""
    if isinstance(found, Collection) and not isinstance(found, (str, bytes)):
        return
    advice = f"write {field}=({found!r:.60},)" if isinstance(found, str) else "leave it out if none"
    raise InputError(
        f"the entry {id!r} has {field} of {type(found).__name__} ({found!r:.60}); "
        f"expected a tuple of strings: {advice}"
    )
