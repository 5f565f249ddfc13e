"""The example articles, each with the records that an editor would make of it."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

import ntbner
from ntbner.records import TYPES

FOLDER = Path(__file__).parent.parent / "data" / "articles"
ARTICLES = ("innenriks", "nynorsk", "utenriks")


def read_article(name):
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return text, json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))["records"]


def describe(type, name, mentions):
    """One record on one line: *ORG Norges Bank: Norges Bank 17-28, Banken 90-96*."""
    places = (
        f"{text} {start}-{end}" + "*" * (kind == "derived") for start, end, text, kind in mentions
    )
    return f"{type} {name}: {', '.join(places)}"


@pytest.fixture(scope="module", params=ARTICLES)
def article(request):
    return read_article(request.param)


def test_every_article_has_its_records():
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(ARTICLES)
    assert {path.stem for path in FOLDER.glob("*.json")} == set(ARTICLES)


def test_annotated_mentions_stand_where_they_say(article):
    text, records = article
    mentions = [mention for record in records for mention in record["mentions"]]
    for mention in mentions:
        assert text[mention["start"] : mention["end"]] == mention["text"]
        assert mention["kind"] in ("name", "derived")
    spans = sorted((mention["start"], mention["end"]) for mention in mentions)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_annotated_records_are_well_formed(article):
    _, records = article
    assert {record["type"] for record in records} == set(TYPES)
    names = [(record["type"], record["name"]) for record in records]
    assert len(set(names)) == len(names)
    for record in records:
        starts = [mention["start"] for mention in record["mentions"]]
        assert starts
        assert starts == sorted(starts)


def test_the_records_of_the_article_are_found_and_no_others(article):
    text, records = article
    expected = {
        describe(
            record["type"],
            record["name"],
            [(m["start"], m["end"], m["text"], m["kind"]) for m in record["mentions"]],
        )
        for record in records
    }
    found = {
        describe(
            entity.type, entity.name, [(m.start, m.end, m.text, m.kind) for m in entity.mentions]
        )
        for entity in ntbner.extract(text)
    }
    differences = [f"- {line}" for line in sorted(expected - found)]
    differences += [f"+ {line}" for line in sorted(found - expected)]
    assert not differences, "expected (-) and found (+):\n" + "\n".join(differences)


def test_a_surname_that_fits_two_people_lists_them():
    result = ntbner.extract(read_article("innenriks")[0])
    hagen = next(entity for entity in result if entity.name == "Hagen")
    people = {entity.id: entity.name for entity in result.people}
    assert {people[id] for id in hagen.candidates} == {"Ingrid Hagen", "Morten Hagen"}


@pytest.mark.parametrize(
    ("name", "language"), [("innenriks", "nb"), ("nynorsk", "nn"), ("utenriks", "nb")]
)
def test_the_written_form_is_told(name, language):
    assert ntbner.extract(read_article(name)[0]).language == language
