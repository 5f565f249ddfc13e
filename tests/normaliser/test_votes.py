"""One type for a name: who votes, and with what weight."""

import pytest

from ntbner.lexicon import Entry, packaged
from ntbner.normaliser.votes import (
    count_votes,
    decide_type,
    is_team,
    part_types,
)
from ntbner.records import Mention


def mention(type, confidence=None, kind="name"):
    return Mention(0, 5, "Assad", type, confidence=confidence, kind=kind)


def test_a_mention_votes_with_its_confidence():
    votes = count_votes([mention("PER", 0.9), mention("PER", 0.6), mention("ORG")])
    assert votes == pytest.approx({"PER": 1.5, "ORG": 1.0})


def test_last_resorts_and_compounds_count_half():
    votes = count_votes([mention("EVT"), mention("ORG", kind="derived"), mention("MISC", 0.5)])
    assert votes == {"EVT": 0.5, "ORG": 0.5, "MISC": 0.25}


@pytest.mark.parametrize(
    ("form", "votes", "type"),
    [
        ("Tyrkia", {"ORG": 5.0}, "LOC"),  # a country is one, however it is tagged
        ("EU", {"LOC": 3.0}, "ORG"),  # a body
        ("EU", {"LOC": 30.0}, "ORG"),  # however often a tagger calls it a place
        ("EU", {"PER": 30.0, "LOC": 9.0}, "PER"),
        ("Washington", {"ORG": 1.0, "LOC": 1.0}, "LOC"),  # a tie
        ("Moss", {"PER": 1.0}, "PER"),  # towns share names with people
        ("Nåmdalsnett", {"ORG": 1.0, "PER": 0.9}, "ORG"),  # nobody knows it
    ],
)
def test_the_lexicon_is_heard(form, votes, type):
    assert decide_type(votes, packaged().find(form)) == type


def test_a_company_or_town_that_nobody_is_called_by_is_no_person_on_one_vote():
    tass = packaged().find("Tass")
    assert decide_type({"PER": 0.8}, tass) == "PER"
    assert decide_type({"PER": 0.8}, tass, is_persons=False) == "ORG"
    assert decide_type({"PER": 1.8}, tass, is_persons=False) == "PER"
    assert decide_type({"LOC": 0.8}, tass, is_persons=False) == "LOC"


@pytest.mark.parametrize(
    ("votes", "type"),
    [
        ({"ORG": 0.8}, "PER"),
        ({"ORG": 1.0, "PER": 1.0, "EVT": 0.5}, "PER"),
        ({"ORG": 3.0, "PER": 1.0}, "PER"),
        ({"ORG": 5.0, "PER": 1.0}, "ORG"),
    ],
)
def test_the_surname_of_somebody_outvotes_a_slip_alone(votes, type):
    assert decide_type(votes, (), is_surname=True) == type
    mirrored = {{"PER": "ORG", "ORG": "PER"}.get(t, t): weight for t, weight in votes.items()}
    expected = {"PER": "ORG", "ORG": "PER"}[type]
    assert decide_type(mirrored, (), is_company=True) == expected


def test_a_country_is_no_surname_unless_the_tagger_says_so():
    entries = packaged().find("Georgia")
    kinds = {entry.type for entry in entries}
    assert kinds == {"LOC"}
    assert decide_type({"LOC": 1.0}, entries, is_surname=True) == "LOC"
    assert decide_type({"PER": 1.0}, entries, is_surname=True) == "PER"


def test_ones_own_lexicon_is_not_voted_on():
    own = (Entry("organisation:1", "ORG", "organisation", "Fjord"),)
    assert decide_type({"LOC": 9.0}, own) == "ORG"
    assert decide_type({"PER": 9.0}, own) == "ORG"
    assert decide_type({"PER": 1.0}, own, is_surname=True) == "PER"


def test_a_tie_goes_to_people_then_organisations():
    assert decide_type({"LOC": 1.0, "ORG": 1.0, "PER": 1.0}, ()) == "PER"
    assert decide_type({"LOC": 1.0, "ORG": 1.0}, ()) == "ORG"
    assert decide_type({"MISC": 1.0, "EVT": 1.0}, ()) == "EVT"


def test_a_form_means_two_things_on_strong_evidence_alone():
    town = packaged().find("Washington")
    votes = {"PER": 1.0, "LOC": 1.0}
    assert part_types(votes, town, is_surname=True) == [{"PER"}, {"LOC"}]
    assert part_types(votes, town, is_surname=False) == [None]
    assert part_types(votes, (), is_surname=True) == [None]
    assert part_types({"LOC": 2.0}, town, is_surname=True) == [None]
    assert part_types(votes, (), is_surname=True, is_placed=True) == [{"PER"}, {"LOC"}]


@pytest.mark.parametrize(
    ("form", "labels", "is_one"),
    [
        ("Molde", "ORG ORG GPE_LOC", True),
        ("Molde", "ORG GPE_LOC", False),  # a slip of the tagger
        ("Molde", "ORG ORG LOC", False),  # a tagger that may call a town that acts so
        ("Norge", "ORG ORG GPE_LOC", False),  # a country is one, however it is tagged
        ("Fjordvik", "ORG ORG GPE_LOC", False),  # no town that anybody knows
    ],
)
def test_a_town_tagged_as_an_organisation_more_than_once_has_a_club(form, labels, is_one):
    mentions = [Mention(0, 5, form, "ORG" if x == "ORG" else "LOC", x) for x in labels.split()]
    assert is_team(count_votes(mentions), packaged().find(form), mentions) is is_one


def test_ones_own_name_is_another_than_the_persons():
    own = (Entry("organisation:1", "ORG", "organisation", "Solberg"),)
    votes = {"PER": 1.0, "MISC": 1.0}
    assert part_types(votes, own, is_surname=True) == [{"PER"}, {"MISC"}]
