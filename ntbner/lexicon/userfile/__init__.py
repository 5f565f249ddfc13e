"""A newsroom's own names, read from its own files.

Four forms, told apart by their content: a table (CSV), JSON lines, the patterns of spaCy's
``EntityRuler``, and entities of FollowTheMoney, as OpenSanctions and Aleph write them.
All become the same: entries, and pairs of names that are not the same. A row that cannot
be read stops the reading; its file and line are in the message, and nothing is left out
in silence.
"""

from ntbner.lexicon.userfile.followthemoney import read_followthemoney
from ntbner.lexicon.userfile.form import read_file
from ntbner.lexicon.userfile.jsonlines import read_jsonl
from ntbner.lexicon.userfile.names import UserNames
from ntbner.lexicon.userfile.patterns import read_entity_ruler
from ntbner.lexicon.userfile.source import StrPath
from ntbner.lexicon.userfile.table import read_csv

__all__ = [
    "StrPath",
    "UserNames",
    "read_csv",
    "read_entity_ruler",
    "read_file",
    "read_followthemoney",
    "read_jsonl",
]
