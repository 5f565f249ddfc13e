"""From mentions to records: the normaliser in one page.

1. *Read*: mentions become names, one for each base form (:mod:`.document`).
2. *Join*: names that are the same as they stand are clustered (:mod:`.candidates`,
   :mod:`.cluster`); a binding *different* (:mod:`.judge`) is never crossed.
3. *Refer*: surnames, acronyms and parts find their one owner (:mod:`.references`).
4. *Name*: each cluster becomes a record with its canonical name (:mod:`.canonical`),
   its reasons and its near misses (:mod:`.entities`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ntbner.lexicon import Lexicon, packaged
from ntbner.lexicon.lexicon import check_lexicon
from ntbner.normaliser.acronyms import Acronyms, check_acronyms
from ntbner.normaliser.called import join_called
from ntbner.normaliser.candidates import join_names
from ntbner.normaliser.cluster import Clusters, Edge
from ntbner.normaliser.context import Context, describe_distance
from ntbner.normaliser.document import read_names
from ntbner.normaliser.entities import build_entities
from ntbner.normaliser.given import read_mentions
from ntbner.normaliser.institutions import join_institutions, share_types
from ntbner.normaliser.judge import Judge, find_listed, find_princes
from ntbner.normaliser.name import Name, sort_mentions
from ntbner.normaliser.people import pair_namesakes
from ntbner.normaliser.references import Finder, Reference
from ntbner.normaliser.spelt_out import join_bracketed, join_read
from ntbner.normaliser.titles import find_bearers
from ntbner.records import Entity, Mention


def normalise(
    mentions: Iterable[Mention],
    *,
    text: str | None = None,
    lexicon: Lexicon | None = None,
    language: str | None = None,
    acronyms: Acronyms = "as_written",
) -> list[Entity]:
    """The records that the mentions of one document make up.

    Args:
        mentions: What a tagger found, in any order, from this library or another; labels
            of other taggers (``PERSON``, ``GPE`` …) are read as our types.
        text: The text they were found in; with it, neighbouring words, brackets and
            distances count. ``None`` works too.
        lexicon: Your own names, aliases and "not the same" pairs; what it says stands
            before the packaged lexicon, which is used with it.
        language: ``nb`` or ``nn``: in Nynorsk the spellings of the text are kept.
        acronyms: As for :func:`ntbner.extract`.

    Returns:
        Records, most mentioned first, then by first position. Each mention is in exactly
        one record's ``mentions``, marked with its id.

    Raises:
        InputError: Something is no :class:`~ntbner.Mention`, has no text or a type that
            means nothing to us, ``lexicon`` is no lexicon or ``acronyms`` no style.

    >>> records = normalise([Mention(0, 15, "Bashar al-Assad", "PER"),
    ...                      Mention(30, 36, "Assads", "ORG"), Mention(40, 45, "Assad", "PER")])
    >>> [(record.name, record.type, len(record.mentions)) for record in records]
    [('Bashar al-Assad', 'PER', 3)]
    """
    style = check_acronyms(acronyms)
    known = packaged() if lexicon is None else check_lexicon(lexicon) | packaged()
    ordered = sort_mentions(read_mentions(mentions))
    context = Context(text)
    names = read_names(ordered, context, known)
    outcome = resolve_names(ordered, names, context, known)
    return build_entities(names, outcome, known, language=language, acronyms=style)


PROMINENCE: Final = 3
"""How many times as often as the next somebody must be named in full to own a surname that
fits several people; and as its longer forms a full name, to have any of them for its own. On
NARC (training and development part) a factor of 3 is right for 98 % of the mentions that it
decides about surnames, a factor of 2 for 89 %."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What clustering came to.

    Attributes:
        clusters: The partition of the names.
        ambiguous: Short names with several owners.
    """

    clusters: Clusters
    ambiguous: tuple[Reference, ...]


def resolve_names(
    mentions: list[Mention], names: list[Name], context: Context, lexicon: Lexicon
) -> Outcome:
    """Cluster the names of a document."""
    listed, princes = find_listed(mentions, names, context), find_princes(names, context)
    institutions = list(join_institutions(names, context))
    share_types(names, institutions)
    spelt_out = [*join_bracketed(mentions, names, context), *join_read(names)]
    judge = Judge(names, lexicon, listed, princes, {(edge.a, edge.b) for edge in spelt_out})
    clusters = Clusters(len(names), judge)
    called = join_called(mentions, names, context)
    clusters.join_all([*join_names(names, lexicon), *spelt_out, *institutions, *called])
    ambiguous = []
    finder = Finder(names, lexicon, judge, find_bearers(names, context))
    for reference in finder.find_all():
        if not _refer(reference, names, clusters, context):
            ambiguous.append(reference)
    for edge in pair_namesakes(names):
        clusters.tell(edge)
    return Outcome(clusters, tuple(ambiguous))


def _refer(reference: Reference, names: list[Name], clusters: Clusters, context: Context) -> bool:
    """Join a short name to its one owner; ``False`` where it has several."""
    owners = sorted({clusters.home(target) for target in reference.targets})
    if clusters.home(reference.short) in owners or _is_settled(reference, names, clusters):
        return True
    owner, why = _pick_owner(names[reference.short], owners, names, clusters)
    if owner is None:
        return False
    targets = [target for target in reference.targets if clusters.home(target) == owner]
    target = max(targets, key=lambda n: (len(names[n].words), names[n].count, -n))
    detail = f"{reference.words} '{names[target].form}'{why}"
    distance = _distance(names[reference.short], names[target], context)
    clusters.join(Edge(reference.short, target, reference.rule, detail + distance, reference.score))
    return True


def _is_settled(reference: Reference, names: list[Name], clusters: Clusters) -> bool:
    """Whether an acronym has its long form already, by brackets or the lexicon."""
    home = clusters.members(clusters.home(reference.short))
    return reference.rule == "acronym" and any(len(names[n].words) > 1 for n in home)


def _pick_owner(
    short: Name, owners: Sequence[int], names: list[Name], clusters: Clusters
) -> tuple[int | None, str]:
    """The owner of a short name, and what speaks for him where several fit."""
    if len(owners) == 1:
        return owners[0], ""
    owner = _most_prominent(owners, names, clusters)
    if owner is not None:
        return owner, ", named far more often than others who fit"
    owner = _only_introduced(short, owners, names, clusters)
    if owner is not None:
        return owner, ", the only one who fits that the text has named by then"
    owner = _first_of_rare(short, owners, names, clusters)
    return owner, ", the first who fits; all are named far more seldom than it"


def _only_introduced(
    short: Name, owners: Sequence[int], names: list[Name], clusters: Clusters
) -> int | None:
    """The owner who alone has been named in full before the short name is first used, or before
    most of its mentions: who has it keeps it (*Fjordvik*, then *Fjordviks sønn Ola Fjordvik*).
    """
    first = {owner: _first_place(owner, names, clusters) for owner in owners}
    alone: Counter[int] = Counter()
    for mention in short.mentions:
        known = [owner for owner in owners if first[owner] < mention.start]
        if len(known) == 1:
            if mention is short.mentions[0]:
                return known[0]
            alone[known[0]] += 1
    owner, times = min(alone.items(), key=lambda item: (-item[1], item[0]), default=(-1, 0))
    return owner if 2 * times > short.count else None


def _first_of_rare(
    short: Name, owners: Sequence[int], names: list[Name], clusters: Clusters
) -> int | None:
    """Of longer forms of somebody's usual full name, the first (*John Winston Lennon*)."""
    often = max(_count_mentions(owner, names, clusters) for owner in owners)
    if not short.is_full or short.count < PROMINENCE * often:
        return None
    return min(owners, key=lambda owner: _first_place(owner, names, clusters))


def _first_place(owner: int, names: list[Name], clusters: Clusters) -> int:
    return min(names[n].mentions[0].start for n in clusters.members(owner))


def _count_mentions(owner: int, names: list[Name], clusters: Clusters) -> int:
    return sum(names[n].count for n in clusters.members(owner))


def _most_prominent(owners: Sequence[int], names: list[Name], clusters: Clusters) -> int | None:
    """The owner whom the text is about, if there is one: named far more often than the next."""
    counts = {owner: _count_mentions(owner, names, clusters) for owner in owners}
    first, second = sorted(owners, key=lambda owner: (-counts[owner], owner))[:2]
    return first if counts[first] >= PROMINENCE * counts[second] else None


def _distance(short: Name, long: Name, context: Context) -> str:
    """How far before the first mention of a short name the long one stands."""
    first = short.mentions[0]
    before = [mention for mention in long.mentions if mention.start < first.start]
    return describe_distance(
        context.sentences_before((before or long.mentions)[-1 if before else 0], first)
    )
