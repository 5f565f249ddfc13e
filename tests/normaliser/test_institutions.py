"""Institutions: schools and the like that go by a part of their name."""

import pytest

from ntbner.lexicon import Entry
from ntbner.normaliser.cluster import Edge
from ntbner.normaliser.institutions import share_types
from ntbner.normaliser.name import Name
from ntbner.records import Mention

from .marked import read_cases

CASES = """
school that is tagged as a place by its name alone
    [Lillevik skole ORG 1] stenges. Elevene ved [Lillevik skole ORG 1] og foreldre på
    [Lillevik LOC 1] klager.
    1 ORG Lillevik skole : part
school that is tagged as a place
    [Lillevik skule LOC 1] stenges. På [Lillevik LOC 1] klager alle.
    1 LOC Lillevik skule : part
museum in a town
    [Fiskemuseet LOC 1] stenger. Dyrene ved [Fiskemuseet LOC 1] flyttes fra
    [Fiskemuseet i Lillevik ORG 1].
    1 LOC Fiskemuseet i Lillevik : part
school and its village
    [Lillevik skole LOC 1] stenges. De som bor i [Lillevik LOC 2], klager.
    1 LOC Lillevik skole | 2 LOC Lillevik
school and its town
    [Molde skole LOC 1] stenges. Alle på vei til [Molde LOC 2] klager.
    1 LOC Molde skole | 2 LOC Molde
two schools
    [Lillevik skole LOC 1] og [Lillevik ungdomsskole LOC 2] stenges. Alle fra
    [Lillevik LOC 3] klager.
    1 LOC Lillevik skole | 2 LOC Lillevik ungdomsskole | 3 LOC Lillevik
hotel
    [Lillevik hotell LOC 1] stenges. Gjester på [Lillevik LOC 2] klager.
    1 LOC Lillevik hotell | 2 LOC Lillevik
"""


@pytest.mark.parametrize("case", read_cases(CASES))
def test_an_institution_goes_by_the_name_alone_where_nothing_else_does(case):
    case.check()


def make_pair(shorts, entries=()):
    """A short name as often as said, and a whole one named twice."""

    def make(form, type, count, entries=()):
        mentions = tuple(Mention(place, place + 1, form, type) for place in range(count))
        return Name(form.lower(), type, mentions, {form: count}, entries)

    return [make("Lillevik", "LOC", shorts), make("Lillevik skole", "ORG", 2, entries)]


@pytest.mark.parametrize(("shorts", "type"), [(1, "ORG"), (2, "ORG"), (3, "LOC")])
def test_both_names_have_the_type_of_the_one_mentioned_more(shorts, type):
    names = make_pair(shorts)
    share_types(names, [Edge(0, 1, "part", "", 0.7)])
    assert [name.type for name in names] == [type, type]


def test_a_whole_name_that_is_known_keeps_its_type():
    names = make_pair(9, (Entry("school:1", "ORG", "school", "Lillevik skole"),))
    share_types(names, [Edge(0, 1, "part", "", 0.7)])
    assert [name.type for name in names] == ["ORG", "ORG"]
