"""Acronyms in canonical names: as written, in capitals, or as words."""

import pytest

import ntbner
from ntbner.errors import InputError
from ntbner.lexicon import packaged
from ntbner.normaliser.acronyms import STYLES, style_acronym
from ntbner.normaliser.component import read_extraction

from .marked import read_cases

TEXT = "NATO varsler mer. Nav svarer NRK. – NATO må vente, sier Frp."

CAPITALS = """
a word
    [Nato ORG 1] og [Unicef ORG 2] svarer [NRK ORG 3].
    1 ORG NATO | 2 ORG UNICEF | 3 ORG NRK
parties are written as they write themselves
    [Frp ORG 1] slo [KrF ORG 2].
    1 ORG Frp | 2 ORG KrF
the long form is no acronym
    [Fremskrittspartiet ORG 1] ([Frp ORG 1]) møtte [Gjermund Nato PER 2].
    1 ORG Fremskrittspartiet | 2 PER Gjermund Nato
unknown to the lexicon
    [Fjordo ORG 1] svarte.
    1 ORG Fjordo
"""

WORDS = """
in capitals
    [NATO ORG 1] og [UNICEFs ORG 2] styre svarer [NRK ORG 3].
    1 ORG Nato | 2 ORG Unicef | 3 ORG NRK
parties
    [FRP ORG 1] og [KRF ORG 2] møttes.
    1 ORG Frp | 2 ORG KrF
unknown to the lexicon
    [FJORD ORG 1] svarte.
    1 ORG FJORD
"""


@pytest.mark.parametrize("case", read_cases(CAPITALS))
def test_an_acronym_that_is_read_as_a_word_may_be_in_capitals(case):
    case.check(acronyms="capitals")


@pytest.mark.parametrize("case", read_cases(WORDS))
def test_an_acronym_that_is_read_as_a_word_may_be_one(case):
    case.check(acronyms="words")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["NATO", "Nato", "NRK", "AP", "Ap", "KRF", "De forente nasjoner"])
def test_styling_twice_changes_nothing_more(name, style):
    once = style_acronym(name, "ORG", style, packaged())
    assert style_acronym(once, "ORG", style, packaged()) == once
    assert once.casefold() == name.casefold()


def test_a_name_of_ones_own_stands():
    own = ntbner.Lexicon([ntbner.Entry("own:nato", "ORG", "own", "NATO")])
    assert style_acronym("NATO", "ORG", "words", own | packaged()) == "NATO"


def test_the_id_and_the_aliases_do_not_depend_on_the_style():
    results = [ntbner.extract(TEXT, acronyms=style) for style in STYLES]
    assert [result["NATO"].name for result in results] == ["NATO", "NATO", "Nato"]
    assert [result["Nav"].name for result in results] == ["Nav", "NAV", "Nav"]
    assert len({result["NATO"].id for result in results}) == 1
    assert len({tuple(result["NATO"].aliases) for result in results}) == 1


def test_the_component_has_the_style_too(make_rules):
    nlp = make_rules("NATO=ORG")
    nlp.add_pipe("ntbner_normaliser", config={"acronyms": "words"})
    assert [record.name for record in read_extraction(nlp("NATO svarer."))] == ["Nato"]


@pytest.mark.parametrize("style", ["Nato", None, True, ["words"]])
def test_another_style_is_refused(style):
    with pytest.raises(InputError, match="acronyms is 'as_written', 'capitals' or 'words', not"):
        ntbner.extract("NATO svarer.", acronyms=style)
    with pytest.raises(InputError, match="acronyms"):
        ntbner.normalise([], acronyms=style)
