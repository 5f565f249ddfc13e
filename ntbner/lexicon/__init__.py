"""What every reader knows: countries, cities, bodies, parties and how they are spelt.

The lists are built from cited sources by ``data/build.py`` into three plain text files
beside this module; the loader reads each when it is first needed.
"""

from ntbner.lexicon.categories import Category, given_name, surname, token_categories
from ntbner.lexicon.entry import Entry
from ntbner.lexicon.folding import fold_form
from ntbner.lexicon.lexicon import Lexicon
from ntbner.lexicon.packaged import packaged

__all__ = [
    "Category",
    "Entry",
    "Lexicon",
    "fold_form",
    "given_name",
    "packaged",
    "surname",
    "token_categories",
]
