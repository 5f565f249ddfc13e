from __future__ import annotations

import json

import pytest

from ntbner import Lexicon, Mention, compare, normalise
from ntbner.errors import CorpusError
from ntbner.lexicon import Entry
from ntbner.lexicon.userfile import read_csv, read_entity_ruler, read_file, read_jsonl


@pytest.fixture
def write(tmp_path):
    def write(name, *lines, encoding="utf-8"):
        path = tmp_path / name
        text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
        path.write_bytes(text.encode(encoding))
        return path

    return write


KARI = Entry("per:kari-nordmann", "PER", "person", "Kari Nordmann", aliases=("Kari N.", "Sjefen"))


# ── tables ───────────────────────────────────────────────────────────────────


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
def test_separators_marks_and_line_ends_of_spreadsheets(write, delimiter, encoding, end):
    rows = (("name", "type", "aliases"), ("Kari Nordmann", "PER", "Kari N.|Sjefen"))
    path = write("a.csv", *(delimiter.join(row) + end for row in rows), encoding=encoding)
    assert read_csv(path).entries == [KARI]


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
        (["name,type", '"Kari,PER'], 2, "not a row of a table"),
    ],
)
def test_a_table_that_cannot_be_read_says_where_and_why(write, lines, line, words):
    path = write("names.csv", *lines)
    with pytest.raises(CorpusError, match=rf"names\.csv:{line}: ") as caught:
        read_csv(path)
    assert words in str(caught.value)


def test_an_empty_file_is_refused(write):
    with pytest.raises(CorpusError, match="the file is empty"):
        read_csv(write("names.csv", ""))


def test_another_encoding_is_refused(write):
    path = write("names.csv", "name,type", "Åse,PER", encoding="latin-1")
    with pytest.raises(CorpusError, match="UTF-8"):
        read_csv(path)


# ── JSON lines ───────────────────────────────────────────────────────────────


def test_json_lines(write):
    path = write(
        "a.jsonl",
        {"name": "Kari Nordmann", "type": "PER", "aliases": ["Kari N.", "Sjefen"]},
        {"name": "Fabrikken", "type": "ORG", "id": "f", "links": {"orgnr": "1"}},
        {"name": "Vika", "type": "LOC", "different": ["Viken"]},
        {"different": ["Ola Nordmann", "Kari Nordmann"]},
    )
    names = read_jsonl(path)
    assert names.entries[0] == KARI
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


# ── patterns ─────────────────────────────────────────────────────────────────


def test_patterns_with_one_id_are_forms_of_one_name(write):
    path = write(
        "p.jsonl",
        {"label": "PERSON", "pattern": [{"LOWER": "kari"}, {"LOWER": "n."}], "id": "k"},
        {"label": "PER", "pattern": "Kari Nordmann", "id": "k"},
        {"label": "GPE", "pattern": [{"ORTH": "Nord"}, {"ORTH": "-"}, {"TEXT": "Norge"}]},
    )
    kari, north = read_entity_ruler(path).entries
    assert (kari.id, kari.name, kari.aliases) == ("k", "Kari Nordmann", ("Kari N.",))
    assert (north.type, north.name) == ("LOC", "Nord-Norge")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"label": "EVENT", "pattern": "OL"}, 'found the label "EVENT"'),
        ({"label": "PER"}, "found the pattern nothing"),
        ({"label": "PER", "pattern": []}, "found the pattern []"),
        ({"label": "PER", "pattern": [{"LOWER": "a", "OP": "?"}]}, "expected a plain word"),
        ({"label": "PER", "pattern": [{"POS": "PROPN"}]}, "expected a plain word"),
        ({"label": "PER", "pattern": [{"LOWER": {"IN": ["a"]}}]}, "expected a plain word"),
        ({"label": "PER", "pattern": "Ola", "weight": 1}, "found the key 'weight'"),
        ({"label": "ORG", "pattern": "Ola", "id": "a"}, "one id is one name of one type"),
    ],
)
def test_a_pattern_that_is_no_name_says_where_and_why(write, row, words):
    path = write("p.jsonl", {"label": "PER", "pattern": "Kari", "id": "a"}, row)
    with pytest.raises(CorpusError, match=r"p\.jsonl:2: ") as caught:
        read_entity_ruler(path)
    assert words in str(caught.value)


# ── FollowTheMoney ───────────────────────────────────────────────────────────


def entity(schema, id="e1", caption=None, **properties):
    return {"id": id, "schema": schema, "caption": caption, "properties": properties}


@pytest.mark.parametrize(
    ("schema", "type"),
    [
        ("Person", "PER"),
        ("Organization", "ORG"),
        ("Company", "ORG"),
        ("PublicBody", "ORG"),
        ("LegalEntity", "ORG"),
        ("Country", "LOC"),
    ],
)
def test_schemata_are_types(write, schema, type):
    path = write("e.jsonl", entity(schema, name=["Ukjent"]))
    (entry,) = Lexicon.from_followthemoney(path)
    assert entry.type == type


def test_an_entity_with_its_aliases_and_links(write):
    path = write(
        "e.jsonl",
        entity(
            "Company",
            caption="Fabrikken AS",
            name=["Fabrikken", "Fabrikken AS"],
            alias=["FAB"],
            weakAlias=["F"],
            wikidataId=["Q1"],
        ),
        entity("Address", id="e2", full=["Storgata 1, Oslo"]),
    )
    company, address = Lexicon.from_followthemoney(path)
    assert company.forms == ("Fabrikken AS", "Fabrikken", "FAB")
    assert company.links == {"followthemoney": "e1", "wikidata": "Q1"}
    assert (address.name, address.type) == ("Storgata 1, Oslo", "LOC")


def test_rows_that_are_no_names_are_left_out_on_request_alone(write):
    path = write("e.jsonl", entity("Person", name=["Kari"]), entity("Sanction", id="s"))
    with pytest.raises(CorpusError, match=r'e\.jsonl:2: .*"Sanction".*skip='):
        Lexicon.from_followthemoney(path)
    assert len(Lexicon.from_followthemoney(path, skip=["Sanction"])) == 1


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"id": "a", "schema": "Person"}, "found 'properties' to be nothing"),
        ({"schema": "Person", "properties": {"name": ["A"]}}, "found 'id' to be nothing"),
        (entity("Person"), "has no name"),
        (entity("Person", name="Kari"), "expected a list of strings"),
    ],
)
def test_an_entity_that_cannot_be_read_says_where_and_why(write, row, words):
    path = write("e.jsonl", row)
    with pytest.raises(CorpusError, match=r"e\.jsonl:1: ") as caught:
        Lexicon.from_followthemoney(path)
    assert words in str(caught.value)


# ── any of them ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "lines",
    [
        ["name;type", "Kari;PER"],
        [{"name": "Kari", "type": "PER"}],
        [{"label": "PER", "pattern": "Kari"}],
        [entity("Person", name=["Kari"])],
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


# ── what it is for ───────────────────────────────────────────────────────────


def mention(text, name, type="PER", nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(name, start + 1)
    return Mention(start, start + len(name), name, type)


def records(text, mentions, lexicon=None):
    return [
        (record.name, record.type, [m.text for m in record.mentions])
        for record in normalise(mentions, text=text, lexicon=lexicon)
    ]


def test_an_own_alias_joins_what_no_rule_would(write):
    path = write("a.csv", "name,type,aliases,link:own", "Kari Nordmann,PER,Sjefen|Lise Lie,17")
    text = "Kari Nordmann kom sent. Lise Lie sang. Sjefen smilte."
    mentions = [
        mention(text, "Kari Nordmann"),
        mention(text, "Lise Lie"),
        mention(text, "Sjefen", "ORG"),
    ]
    assert len(records(text, mentions)) == 3
    (record,) = normalise(mentions, text=text, lexicon=Lexicon.from_csv(path))
    assert (record.name, record.type, len(record.mentions)) == ("Kari Nordmann", "PER", 3)
    assert record.links == {"own": "17"}
    assert any("your own" in reason.detail for reason in record.reasons)


def test_an_own_type_is_not_voted_on():
    text = "Brakar kjører igjen. Brakar går for fullt."
    mentions = [mention(text, "Brakar"), mention(text, "Brakar", nth=1)]
    lexicon = Lexicon([Entry("b", "ORG", "organisation", "Brakar")])
    assert [type for _, type, _ in records(text, mentions, lexicon)] == ["ORG"]


def test_a_stated_pair_keeps_two_names_apart_also_through_a_third():
    text = "Vasilij Maksimov, Vasily Maksimov og Vasili Maksimov."
    names = ("Vasilij Maksimov", "Vasily Maksimov", "Vasili Maksimov")
    mentions = [mention(text, name) for name in names]
    assert len(records(text, mentions)) == 1
    for order in (mentions, mentions[::-1]):
        found = records(text, order, Lexicon(different=[names[:2]]))
        homes = {name: place for place, (_, _, forms) in enumerate(found) for name in forms}
        assert homes[names[0]] != homes[names[1]]


def test_a_stated_pair_beats_the_packaged_lexicon():
    text = "Sotsji og Sochi."
    mentions = [mention(text, "Sotsji", "LOC"), mention(text, "Sochi", "LOC")]
    lexicon = Lexicon(different=[("Sochi", "Sotsji")])
    assert len(records(text, mentions)) == 1
    assert [name for name, _, _ in records(text, mentions, lexicon)] == ["Sotsji", "Sochi"]
    assert compare("Sotsji", "Sochi", type="LOC", lexicon=lexicon).judgement.name == "DIFFERENT"


def test_a_stated_pair_beats_an_own_alias_of_another_file():
    text = "Kari Nordmann og Sjefen."
    mentions = [mention(text, "Kari Nordmann"), mention(text, "Sjefen")]
    apart = Lexicon(different=[("Kari Nordmann", "Sjefen")])
    assert len(records(text, mentions, Lexicon([KARI]))) == 1
    assert len(records(text, mentions, apart | Lexicon([KARI]))) == 2


def test_the_name_is_the_fullest_form_of_the_text_not_the_own_spelling():
    text = "Sjefen smilte."
    ((name, _, _),) = records(text, [mention(text, "Sjefen")], Lexicon([KARI]))
    assert name == "Sjefen"
