"""Titles that are names: *Kongen* is the one whom the text calls *kong*."""

from __future__ import annotations

from collections.abc import Sequence

from ntbner.names.words import DEFINITE_TITLES
from ntbner.normaliser.context import Context
from ntbner.normaliser.name import Name
from ntbner.records import PER


def find_bearers(names: Sequence[Name], context: Context) -> dict[str, list[int]]:
    """For each name that is a title (*kongen*), the numbers of those who bear it in the text.

    Args:
        names: The names of a document.
        context: The text.
    """
    wanted = {name.key for name in names if name.key in DEFINITE_TITLES}
    if not wanted:
        return {}
    titles = [_find_titles(name, context) for name in names]
    return {
        key: [n for n, found in enumerate(titles) if DEFINITE_TITLES[key] in found]
        for key in wanted
    }


def _find_titles(name: Name, context: Context) -> set[str]:
    """The words before a person's name, in a mention and in front of it."""
    if name.type != PER:
        return set()
    before = (context.words_around(mention)[0] or "" for mention in name.mentions)
    return {word.lower() for word in (*name.person.title, *before)}
