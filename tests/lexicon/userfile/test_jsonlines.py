from __future__ import annotations

import pytest

from ntbner.errors import CorpusError
from ntbner.lexicon.userfile import read_jsonl


def test_json_lines(write, kari):
    path = write(
        "a.jsonl",
        {"name": "Kari Nordmann", "type": "PER", "aliases": ["Kari N.", "Sjefen"]},
        {"name": "Fabrikken", "type": "ORG", "id": "f", "links": {"orgnr": "1"}},
        {"name": "Vika", "type": "LOC", "different": ["Viken"]},
        {"different": ["Ola Nordmann", "Kari Nordmann"]},
    )
    names = read_jsonl(path)
    assert names.entries[0] == kari
    assert names.entries[1].links == {"orgnr": "1"}
    assert set(names.different) == {("Vika", "Viken"), ("Ola Nordmann", "Kari Nordmann")}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("{", "not JSON"),
        (["Kari"], "expected one object a line"),
        ({"name": "Kari"}, "found the type nothing"),
        ({"type": "PER"}, "found 'name' to be nothing"),
        ({"name": 7, "type": "PER"}, "found 'name' to be 7"),
        ({"name": "Kari", "type": "PER", "alias": []}, "found the key 'alias'"),
        ({"name": "Kari", "type": "PER", "aliases": "Sjefen"}, "expected a list of strings"),
        ({"name": "Kari", "type": "PER", "links": {"q": 1}}, "expected an object of strings"),
        ({"name": "Kari", "type": "PER", "id": 1}, "found 'id' to be 1"),
        ({"different": ["A", "B", "C"]}, "found 3 names"),
        ({"different": ["Ola", "Ol"]}, "forms of one name"),
    ],
)
def test_a_json_row_that_cannot_be_read_says_where_and_why(write, row, words):
    first = {"name": "Ola", "type": "PER", "aliases": ["Ol"]}
    path = write("names.jsonl", first, "", row)
    with pytest.raises(CorpusError, match=r"names\.jsonl:3: ") as caught:
        read_jsonl(path)
    assert words in str(caught.value)


def test_a_line_separator_inside_a_string_ends_no_row(tmp_path):
    path = tmp_path / "names.jsonl"
    path.write_text('{"name": "Fjordlaget", "type": "ORG", "aliases": ["F\u2028L"]}\n', "utf-8")
    (entry,) = read_jsonl(path).entries
    assert entry.name == "Fjordlaget"
