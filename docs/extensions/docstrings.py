"""Docstrings as Markdown: what mkdocstrings shows of ours.

They are written for ``help()``: cross-references are roles (``:func:`extract```), examples
are doctests in running text, and the error tree is a literal block. Markdown knows none of
these. Here each becomes what it knows: a link, a fenced block, an indented block.
"""

from __future__ import annotations

import re
from typing import Final

from griffe import Extension, Object

_ROLE: Final = re.compile(r":\w+:`~?\.?([\w.]+)`")
_LITERAL: Final = re.compile(r"^( *)::$\n", re.MULTILINE)
_DOCTEST: Final = re.compile(r"^( *)>>> .*(?:\n\1(?! *$).+)*", re.MULTILINE)
"""A doctest ends with the first blank line, as for Python itself."""


class Docstrings(Extension):
    """Rewrites each docstring once, when its object is read."""

    def on_object(self, *, obj: Object, **kwargs: object) -> None:
        """Rewrite the docstring of an object."""
        if obj.docstring is not None:
            obj.docstring.value = make_markdown(obj.docstring.value)


def make_markdown(docstring: str) -> str:
    """A docstring with Markdown for its markup."""
    fenced = _DOCTEST.sub(fence, _LITERAL.sub("", docstring))
    return _ROLE.sub(link, fenced)


def link(role: re.Match[str]) -> str:
    """A link to what a role names, if it is in the reference; else only its name."""
    path = role[1]
    shown = path.rpartition(".")[2]
    return f'<autoref identifier="{path}" optional><code>{shown}</code></autoref>'


def fence(doctest: re.Match[str]) -> str:
    """A doctest as a fenced block."""
    indent = doctest[1]
    return f"{indent}```pycon\n{doctest[0]}\n{indent}```"
