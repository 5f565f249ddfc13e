"""From what a tagger found to the records that are wanted."""

import ntbner
from ntbner.normaliser import find_records
from ntbner.records import Mention


def found(text, *marked, **options):
    """Records of a text whose mentions are given as (words, type, confidence)."""
    mentions = []
    for words, type, confidence in marked:
        start = text.index(words, mentions[-1].end if mentions else 0)
        mentions.append(
            Mention(start, start + len(words), words, type, type, confidence=confidence)
        )
    return find_records(text, mentions, **options)


def test_a_stray_tag_of_an_unwanted_type_belongs_to_its_person():
    text = "Bashar al-Assad kom. Assad smilte."
    (person,) = found(text, ("Bashar al-Assad", "PER", 0.9), ("Assad", "EVT", 0.4))
    assert [(m.text, m.type) for m in person.mentions] == [
        ("Bashar al-Assad", "PER"),
        ("Assad", "PER"),
    ]


def test_a_confidence_is_not_lent_to_another_type():
    (country,) = found("Tyrkia svarte.", ("Tyrkia", "ORG", 0.8))
    assert (country.type, country.mentions[0].label) == ("LOC", "ORG")
    assert country.mentions[0].confidence is None


def test_records_of_unwanted_types_are_left_out():
    marked = ("OL", "EVT", 0.9), ("Lillehammer", "LOC", 0.9)
    text = "OL på Lillehammer."
    assert [r.name for r in found(text, *marked)] == ["Lillehammer"]
    assert [r.name for r in found(text, *marked, types=("EVT",))] == ["OL"]


def test_own_names_and_names_in_compounds_are_found_on_the_way():
    lexicon = ntbner.Lexicon([ntbner.Entry("own:1", "ORG", "own", "Kvakkforum")])
    records = found("Kvakkforum tar opp Syria-krigen.", lexicon=lexicon)
    assert [(r.name, r.type, r.mentions[0].kind) for r in records] == [
        ("Kvakkforum", "ORG", "name"),
        ("Syria", "LOC", "derived"),
    ]
