from __future__ import annotations

import pytest

from ntbner import Lexicon
from ntbner.errors import CorpusError


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
        ({"id": "a", "schema": ["Person"], "properties": {}}, 'found the schema ["Person"]'),
        (entity("Person"), "has no name"),
        (entity("Person", name="Kari"), "expected a list of strings"),
    ],
)
def test_an_entity_that_cannot_be_read_says_where_and_why(write, row, words):
    path = write("e.jsonl", row)
    with pytest.raises(CorpusError, match=r"e\.jsonl:1: ") as caught:
        Lexicon.from_followthemoney(path)
    assert words in str(caught.value)
