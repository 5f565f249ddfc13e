"""The binding *different*: why two names of a document must not meet."""

import pytest

from ntbner.lexicon import Entry, Lexicon, packaged
from ntbner.normaliser.judge import Judge, find_difference
from ntbner.normaliser.name import Name, make_key

REASONS = """
    PER Erna Solberg | PER Svend Solberg = different given name
    PER Per Olav Hansen | PER Per Arne Hansen = different middle name
    PER Harald V | PER Harald VII = different number or suffix
    PER Assad | ORG Assad = different type, ORG and PER
    LOC Nord-Korea | LOC Sør-Korea = known as different
    LOC Irak | LOC Iran = known as different
    ORG TV 2 | ORG TV 3 = different number
    ORG Kanal 4 | ORG Kanal 5 = different number
    LOC Fylkesvei 44 | LOC Fylkesvei 45 = different number
    LOC Nordre Fjordvik | LOC Søndre Fjordvik = different point of the compass
    LOC Aust-Fjordvik | LOC Vest-Fjordvik = different point of the compass
    ORG North Fjord Bank | ORG Southern Fjord Bank = different point of the compass
    ORG AP | ORG Ap = known as different
"""

NONE = """
    PER Erna Solberg | PER Solberg
    PER Carl I. Hagen | PER Carl Ivar Hagen
    PER Halden | PER Moss
    ORG Kanal 4 | ORG Kanal
    LOC Nordre Fjordvik | LOC Fjordvik
    LOC Aust-Fjordvik | LOC Øst-Fjordvik
    LOC Sotsji | LOC Sochi
    ORG Ap | ORG Arbeiderpartiet
    ORG FN | ORG Fjordbygdas næringsforening
    ORG Universitetet i Fjordvik | ORG Universitetet Fjordvik II
"""


def read_pairs(table):
    """Rows *TYPE a | TYPE b = reason*, the reason left out where there is none, strictly."""
    rows = []
    for row in table.strip().splitlines():
        pair, _, reason = row.strip().partition(" = ")
        a, b = pair.split(" | ")
        rows.append((a, b, reason or None))
    return rows


def make_name(typed, lexicon):
    type, _, form = typed.partition(" ")
    return Name(make_key(form), type, (), {form: 1}, lexicon.find(form))


def judge(a, b, lexicon=None):
    known = packaged() if lexicon is None else lexicon | packaged()
    first, second = make_name(a, known), make_name(b, known)
    reason = find_difference(first, second, known)
    assert find_difference(second, first, known) == reason
    return reason


@pytest.mark.parametrize(("a", "b", "reason"), read_pairs(REASONS))
def test_two_names_differ_where_both_say_something_else(a, b, reason):
    assert reason is not None
    assert judge(a, b) == reason


@pytest.mark.parametrize(("a", "b", "reason"), read_pairs(NONE))
def test_a_name_that_says_less_is_not_different(a, b, reason):
    assert reason is None
    assert judge(a, b) is None


def test_ones_own_word_that_two_are_different_stands():
    own = Lexicon(different=[("Fjordcelle", "Fjordcelle Norge")])
    assert judge("ORG Fjordcelle", "ORG Fjordcelle Norge", own) == "said to be different"
    assert judge("ORG Fjordcelle", "ORG Fjordcelle Norge") is None


def test_what_ones_own_entry_joins_no_rule_parts():
    entry = Entry("person:1", "PER", "person", "Kari Nordmann", aliases=("Petra Nordmann",))
    assert judge("PER Kari Nordmann", "PER Petra Nordmann", Lexicon([entry])) is None
    assert judge("PER Kari Nordmann", "PER Petra Nordmann") == "different given name"


def test_an_acronym_that_the_text_spells_out_is_not_what_the_lexicon_knows_by_it():
    lexicon = packaged()
    names = [make_name(n, lexicon) for n in ("ORG Norges Seilforbund", "ORG NIF")]
    assert Judge(names, lexicon)(0, 1) == "known as different"
    assert Judge(names, lexicon, spelt_out=[(1, 0)])(0, 1) is None


def test_ones_own_acronym_stands_whatever_the_text_spells_out():
    entry = Entry("org:1", "ORG", "organisation", "Nordre Sjøfront", aliases=("NSF",))
    lexicon = Lexicon([entry]) | packaged()
    names = [make_name(n, lexicon) for n in ("ORG Norges Seilforbund", "ORG NSF")]
    assert Judge(names, lexicon, spelt_out=[(0, 1)])(0, 1) == "known as different"


def test_a_judge_is_asked_by_number_in_any_order():
    lexicon = packaged()
    names = [make_name(n, lexicon) for n in ("LOC Irak", "LOC Iran", "LOC Irak")]
    ask = Judge(names, lexicon)
    assert ask(0, 1) == ask(1, 0) == "known as different"
    assert ask(0, 2) is None
