from __future__ import annotations

import pytest

from ntbner import Lexicon
from ntbner.errors import CorpusError
from ntbner.lexicon.userfile import read_file


@pytest.mark.parametrize(
    "lines",
    [
        ["name;type", "Kari;PER"],
        [{"name": "Kari", "type": "PER"}],
        [{"label": "PER", "pattern": "Kari"}],
        [{"id": "e1", "schema": "Person", "properties": {"name": ["Kari"]}}],
    ],
)
def test_the_first_line_tells_the_form(write, lines):
    path = write("names.txt", *lines)
    assert [(e.name, e.type) for e in read_file(path).entries] == [("Kari", "PER")]
    assert [entry.name for entry in Lexicon.from_file(str(path)).find("Kari")] == ["Kari"]


def test_a_json_list_is_refused(write):
    path = write("names.json", '[{"name": "Kari", "type": "PER"}]')
    with pytest.raises(CorpusError, match="one object a line"):
        Lexicon.from_file(path)
