"""One type for a name of a document, by vote.

Each mention votes for its own type with its confidence (1 where the tagger gives none).
What a user's own lexicon says of a name is not voted on. Three more voices are heard: the
lexicon, loudest for what has one meaning to every reader (a country, an international
body), a full name of which this is the surname, and the words that a name is made of. A
tagger that slips once (*Assad* ORG, *Tyrkia* ORG) is outvoted; one that insists is believed,
except about countries.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ntbner.lexicon import Entry
from ntbner.names.person import is_family_first
from ntbner.names.words import GENERIC_PLACES
from ntbner.records import LOC, ORG, PER, TYPES, Mention

WEIGHT_OTHER: Final = 0.5
"""A vote for a type beside the three (EVT, MISC): taggers use them as a last resort."""

WEIGHT_DERIVED: Final = 0.5
"""A vote of a mention inside a compound, which was typed by rule, not by the tagger."""

WEIGHT_SHORT: Final = 0.9
"""Being the surname of somebody named in full, or a company's name without its legal form:
nearly one mention tagged PER or ORG …"""

WEIGHT_LEGAL: Final = 2.0
"""Having a legal form (*Hansen AS*): no person and no place has one."""

WEIGHT_DATELINE: Final = 3.0
"""Standing in a dateline (*RAWA (NTB):*), where nothing but places does."""

WEIGHT_WORDS: Final = 2.0
"""Being made like a Chinese, Korean or Vietnamese name (46 of 46 in the annotated news are
people) or ending in *kommune*."""

SHARE_SHORT: Final = 0.6
"""… and at least this share of all votes: a bare *Semenya* tagged ORG in three mentions
of four is outvoted by one *Caster Semenya*. On NorQuAD dev 0.5 to 1.2 score alike."""

WEIGHT_OF_KIND: Final[Mapping[str, float]] = {
    "country": 6.0,
    "capital": 2.5,
    "body": 4.0,
    "party": 2.5,
    "state_body": 2.5,
    "federation": 2.5,
    "armed_group": 2.5,
}
"""What a lexicon entry's vote weighs, in mentions: countries and bodies have hardly a
namesake in the news, capitals have clubs and governments that go by their name."""

WEIGHT_OTHER_KIND: Final = 0.6
"""What any other entry's vote weighs: towns and companies share names with people."""

GPE: Final = frozenset({"GPE", "GPE_LOC", "GPE_ORG"})
"""Labels of places that act, as countries and towns do, and in NorNE unions too (*EU*)."""

TOWNS: Final = frozenset({"city", "capital"})
"""Kinds of the lexicon's entries that are towns."""

LEAST_TEAM: Final = 1.5
"""Mentions tagged as an organisation, by confidence, that make a club of a town's name too."""
WEIGHT_UNSHARED: Final = 1.0
"""What it weighs against votes for a person where nobody in the lists is called so (*Tass*)."""

BODY: Final = frozenset({"body"})
"""The kind of what acts and is no place, though taggers call the EU one."""

_TIE: Final = {PER: 0, ORG: 1, LOC: 2}


def count_votes(mentions: Iterable[Mention]) -> dict[str, float]:
    """The votes of mentions about their type.

    >>> count_votes([Mention(0, 5, "Assad", "PER"), Mention(9, 14, "Assad", "EVT")])
    {'PER': 1.0, 'EVT': 0.5}
    """
    votes: dict[str, float] = {}
    for mention in mentions:
        weight = 1.0 if mention.confidence is None else mention.confidence
        if mention.type not in TYPES:
            weight *= WEIGHT_OTHER
        if mention.kind == "derived":
            weight *= WEIGHT_DERIVED
        votes[mention.type] = votes.get(mention.type, 0.0) + weight
    return votes


def is_team(
    votes: Mapping[str, float], entries: Sequence[Entry], mentions: Iterable[Mention]
) -> bool:
    """Whether a town's name is a club's too: tagged as an organisation more than once, by a tagger
    that has another label for towns that act. On NARC's training part such mentions are four
    times of four in another cluster than the town.
    """
    if votes.get(ORG, 0.0) < LEAST_TEAM or not any(entry.kind in TOWNS for entry in entries):
        return False
    return any(mention.label in GPE for mention in mentions)


def hear_words(votes: dict[str, float], form: str) -> None:
    """Add what the words of a name say of its type, where all the votes say otherwise.

    >>> votes = {"LOC": 0.9}
    >>> hear_words(votes, "Vo Van Thuong")
    >>> votes
    {'LOC': 0.9, 'PER': 2.0}
    """
    if " " not in form:
        return
    words = form.split()
    if PER not in votes and is_family_first(words):
        votes[PER] = WEIGHT_WORDS
    elif LOC not in votes and words[-1] in GENERIC_PLACES:
        votes[LOC] = WEIGHT_WORDS


def decide_type(
    votes: Mapping[str, float],
    entries: Sequence[Entry],
    *,
    is_surname: bool = False,
    is_company: bool = False,
    has_legal_form: bool = False,
    is_club: bool = False,
    is_persons: bool = True,
) -> str:
    """The type with most votes, the lexicon's and the full name's among them.

    Args:
        votes: Votes of the mentions (:func:`count_votes`).
        entries: What the lexicon knows by the name.
        is_surname: Whether somebody named in full in the same text has this surname.
        is_company: Whether the same text has the name with a legal form (*Fjordcelle AS*).
        has_legal_form: Whether the name has one itself.
        is_club: Whether these are the mentions of a club that has its town's name.
        is_persons: Whether the lists of names have it as a person's.

    >>> decide_type({"ORG": 1.0, "PER": 1.0, "EVT": 0.5}, (), is_surname=True)
    'PER'
    """
    if len(votes) == 1 and not entries and not (is_surname or is_company or has_legal_form):
        return next(iter(votes))
    own = {entry.type for entry in entries if entry.is_own}
    if is_club and not own:
        return ORG
    if len(own) == 1 and not (is_surname and votes.get(PER)):
        return own.pop()
    totals = dict(votes)
    known = {entry.type for entry in entries}
    if len(known) == 1 and not (is_surname and votes.get(PER)):
        other = WEIGHT_OTHER_KIND if is_persons or not votes.get(PER) else WEIGHT_UNSHARED
        voice = max(WEIGHT_OF_KIND.get(entry.kind, other) for entry in entries)
        (type,) = known
        if BODY.issuperset(entry.kind for entry in entries):
            voice += totals.pop(LOC, 0.0)
        totals[type] = totals.get(type, 0.0) + voice
    voice = max(WEIGHT_SHORT, SHARE_SHORT * sum(votes.values()))
    if is_surname and (not known or votes.get(PER)):
        totals[PER] = totals.get(PER, 0.0) + voice
    if is_company and (not known or votes.get(ORG)):
        totals[ORG] = totals.get(ORG, 0.0) + voice
    if has_legal_form:
        totals[ORG] = totals.get(ORG, 0.0) + WEIGHT_LEGAL
    return min(totals, key=lambda type: (-totals[type], _TIE.get(type, 3), type))


def part_types(
    votes: Mapping[str, float],
    entries: Sequence[Entry],
    *,
    is_surname: bool,
    is_placed: bool = False,
    is_club: bool = False,
) -> list[frozenset[str] | None]:
    """The sets of types that one base form falls into; ``[None]`` for all in one.

    A form means two things only on strong evidence: some mentions are tagged as a person
    of whom the text has the full name, others as a place or organisation of that name
    which the lexicon knows (*George Washington … Washington* in *Washington*) or that the
    text says is one (*Arne Fjordvik … Fjordvik* lives *i Fjordvik*), or as anything else
    where a user's own lexicon has the name. So does a town's name where the text has a club
    that is called so but for its form (*FC Barcelona … Barcelona*), or tagged as one more
    than once (:func:`is_team`).
    """
    others = frozenset(votes) - {PER}
    known = {entry.type for entry in entries}
    is_own = any(entry.is_own and entry.type != PER for entry in entries)
    if is_surname and votes.get(PER) and others and (known & others or is_own or is_placed):
        return [frozenset({PER}), others]
    if is_club and not is_own and votes.get(ORG) and votes.get(LOC) and LOC in known:
        return [frozenset({LOC}), frozenset(votes) - {LOC}]
    return [None]
