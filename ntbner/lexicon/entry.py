"""One name that the lexicon knows, with every other form of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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
