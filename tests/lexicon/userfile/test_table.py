from __future__ import annotations

import pytest

from ntbner import Lexicon
from ntbner.errors import CorpusError
from ntbner.lexicon.userfile import read_csv


def test_a_table_with_its_two_columns(write):
    path = write("a.csv", "name,type", "Kari Nordmann,PER", "", "Fabrikken,ORG")
    assert [(e.name, e.type) for e in read_csv(path).entries] == [
        ("Kari Nordmann", "PER"),
        ("Fabrikken", "ORG"),
    ]


def test_a_table_with_every_column(write):
    path = write(
        "a.csv",
        "id,name,type,aliases,different,link:wikidata,link:own",
        "p1,Kari Nordmann,PER,Sjefen | Kari N.,Kari Normann,Q1,",
    )
    names = read_csv(path)
    (entry,) = names.entries
    assert entry.id == "p1"
    assert entry.aliases == ("Sjefen", "Kari N.")
    assert entry.links == {"wikidata": "Q1"}
    assert entry.is_own
    assert ("Kari Nordmann", "Kari Normann") in names.different
    assert ("Sjefen", "Kari Normann") in names.different


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["", "\r"])
def test_separators_marks_and_line_ends_of_spreadsheets(write, kari, delimiter, encoding, end):
    rows = (("name", "type", "aliases"), ("Kari Nordmann", "PER", "Kari N.|Sjefen"))
    path = write("a.csv", *(delimiter.join(row) + end for row in rows), encoding=encoding)
    assert read_csv(path).entries == [kari]


def test_the_header_alone_tells_the_separator(write):
    path = write("a.csv", "name;type", '"Berg, Dahl, Lie og Moe";ORG')
    assert [entry.name for entry in read_csv(path).entries] == ["Berg, Dahl, Lie og Moe"]


def test_blanks_and_composition_are_ironed_out(write):
    path = write("a.csv", "name,type", "  Per   A\u030as ,PER")
    assert [entry.name for entry in read_csv(path).entries] == ["Per Ås"]


def test_namesakes_have_an_id_each(write):
    path = write("a.csv", "name,type,id", "Per Hansen,PER,1", "Per Hansen,PER,2")
    assert len(Lexicon.from_csv(path).find("Per Hansen")) == 2


def test_an_alias_that_both_share_does_not_contradict_a_pair(write):
    path = write(
        "a.csv",
        "name,type,aliases,different",
        "Per Hansen,PER,Hansen,",
        "Ola Hansen,PER,Hansen,Per Hansen",
    )
    assert read_csv(path).different == [("Ola Hansen", "Per Hansen")]


@pytest.mark.parametrize(
    ("lines", "line", "words"),
    [
        (["navn,type", "Kari,PER"], 1, "'navn'"),
        (["Kari,PER"], 1, "no header, but ['Kari', 'PER']"),
        (["name", "Kari"], 1, "name and type must be there"),
        (["name,type,name", "Kari,PER,Kari"], 1, "twice"),
        (["name,type", "Kari,PERSON"], 2, "expected PER, LOC or ORG"),
        (["name,type", "Kari,"], 2, "expected PER, LOC or ORG"),
        (["name,type", "Kari,PER", ",PER"], 3, "expected letters or digits"),
        (["name,type", "Kari,PER,Sjefen"], 2, "found 3 cells; expected 2"),
        (["name,type,aliases", "Kari,PER"], 2, "found 2 cells; expected 3"),
        (["name,type", "Kari,PER", "Ola,PER", "Kari,PER"], 4, "of line 2"),
        (["name,type,different", "Kari,PER,Kari"], 2, "different from itself"),
        (["name,type,aliases,different", "Kari,PER,Sjefen,Sjefen"], 2, "take one of the two out"),
        (["name,type", '"Kari,PER'], 2, "check its quotation marks"),
    ],
)
def test_a_table_that_cannot_be_read_says_where_and_why(write, lines, line, words):
    path = write("names.csv", *lines)
    with pytest.raises(CorpusError, match=rf"names\.csv:{line}: ") as caught:
        read_csv(path)
    assert words in str(caught.value)
