"""People: who is one, and who is another of the same name."""

import pytest

from ntbner.names.person import parse_person
from ntbner.normaliser.given_names import given_agrees
from ntbner.normaliser.name import Name, make_key
from ntbner.normaliser.namesakes import tell_apart
from ntbner.normaliser.people import join_full_names, join_titled, spelled_alike
from ntbner.records import Mention

from .marked import read_cases

CASES = """
initial and middle name
    [Carl I. Hagen PER 1] kom. [Carl Ivar Hagen PER 1] gikk. [Carl Hagen PER 1] sov.
    [Hagen PER 1] talte.
    1 PER Carl Ivar Hagen : full_name surname
initials without the given name
    [C.T. Sørensen PER 1] er [Carl Theodor Sørensen PER 1].
    1 PER Carl Theodor Sørensen : full_name
given name with a hyphen and without
    [Tor-Kristian Øines PER 1] kom. [Tor Kristian Øines PER 1] gikk.
    1 PER Tor-Kristian Øines
nickname between guillemets
    [Harald «Dutte» Berg PER 1] skåret. [Harald Berg PER 1] jublet. [Berg PER 1] takket.
    1 PER Harald «Dutte» Berg : full_name surname
married name
    [Grete Faremo PER 1] kom. [Grete Faremo Lindmo PER 1] gikk. [Faremo PER 1] sov.
    1 PER Grete Faremo Lindmo : given_name surname
lord of a place
    [Fredrik Ludvig PER 1] var prins. [Fredrik Ludvig av Hannover PER 1] døde.
    1 PER Fredrik Ludvig av Hannover : given_name
end of a long Arabic name
    [Zine al-Abidine Ben Ali PER 1] flyktet. [Ben Ali PER 1] døde.
    1 PER Zine al-Abidine Ben Ali
full name with a title
    [statsminister Erna Solberg PER 1] kom. [Erna Solberg PER 1] smilte.
    1 PER Erna Solberg
title before a surname
    [general Yarallah PER 1] kom. [Yarallah PER 1] smilte.
    1 PER Yarallah : title
king with a title
    [kong Harald PER 1] kom. [Harald PER 1] talte. [kong Harald V PER 1] smilte.
    1 PER Harald V
one letter wrong in a given name
    [Håvard O. Fjordvik PER 1] vant. [Håvar O. Fjordvik PER 1] takket. [Fjordvik PER 1] gikk.
    1 PER Håvard O. Fjordvik : full_name surname
one letter wrong in a middle name
    [Eva Kjær Fjordvik PER 1] talte. [Eva Kjer Fjordvik PER 1] gikk.
    1 PER Eva Kjær Fjordvik
two surnames that many have
    [Rasmus Hansen PER 1] møtte [Rasmus Hansson PER 2].
    1 PER Rasmus Hansen | 2 PER Rasmus Hansson
two brothers
    [Bashar al-Assad PER 1] etterfulgte [Basil al-Assad PER 2].
    1 PER Bashar al-Assad | 2 PER Basil al-Assad
two with one surname
    [Erna Solberg PER 1] møtte [Svend Solberg PER 2].
    1 PER Erna Solberg | 2 PER Svend Solberg
an initial that fits two
    [Erna Solberg PER 1] møtte [Egil Solberg PER 2]. [E. Solberg PER 3] talte.
    1 PER Erna Solberg | 2 PER Egil Solberg | 3 PER E. Solberg ? 1 2
an initial that fits one
    [Erna Solberg PER 1] møtte [Svend Solberg PER 2]. [E. Solberg PER 1] talte.
    1 PER Erna Solberg : full_name | 2 PER Svend Solberg
a name that fits two with middle names
    [Per Olav Hansen PER 1] slo [Per Arne Hansen PER 2]. [Per Hansen PER 3] tier.
    1 PER Per Olav Hansen | 2 PER Per Arne Hansen | 3 PER Per Hansen ? 1 2
the usual name of somebody with two longer ones
    [Per Olav Hansen PER 1] er kjent som [Per Hansen PER 1]. [Per Hansen PER 1] vant,
    og [Per Hansen PER 1] døpte om seg til [Per Arne Hansen PER 2].
    1 PER Per Olav Hansen : full_name | 2 PER Per Arne Hansen
father and son
    [George W. Bush PER 1] er sønn av [George H.W. Bush PER 2].
    1 PER George W. Bush | 2 PER George H.W. Bush
Koreans
    [Kim Jong Il PER 1] døde. [Kim Jong Un PER 2] overtok.
    1 PER Kim Jong Il | 2 PER Kim Jong Un
two middle names
    [Per Olav Hansen PER 1] slo [Per Arne Hansen PER 2].
    1 PER Per Olav Hansen | 2 PER Per Arne Hansen
men and women
    [Mario Rossi PER 1] er gift med [Maria Rossi PER 2].
    1 PER Mario Rossi | 2 PER Maria Rossi
siblings with given names that sound alike
    [Jonas Berg PER 1] og [Jens Berg PER 2] vant. [Stein Moe PER 3] slo [Stian Moe PER 4].
    1 PER Jonas Berg | 2 PER Jens Berg | 3 PER Stein Moe | 4 PER Stian Moe
one given name in two spellings
    [Aleksandr Petrov PER 1] kom. [Alexander Petrov PER 1] gikk.
    1 PER Aleksandr Petrov
senior and junior
    [Martin Luther King sr. PER 1] var far til [Martin Luther King jr. PER 2].
    1 PER Martin Luther King sr. | 2 PER Martin Luther King jr.
kings by number
    [Olav V PER 1] var far til [Harald V PER 2]. [Harald VII PER 3] finnes ikke.
    1 PER Olav V | 2 PER Harald V | 3 PER Harald VII
"""


@pytest.mark.parametrize("case", read_cases(CASES))
def test_people_of_a_text(case):
    case.check()


def name(form):
    return Name(make_key(form), "PER", (Mention(0, len(form), form, "PER"),), {form: 1})


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("Carl Hagen", "Carl Hagen", True),
        ("C. Hagen", "Carl Hagen", True),
        ("C.T. Sørensen", "Carl Theodor Sørensen", True),
        ("K. Hagen", "Carl Hagen", False),
        ("Vasilij Petrov", "Vasily Petrov", True),
        ("Tor-Kristian Øines", "Tor Kristian Øines", True),
        ("Olav Hansen", "Per Olav Hansen", True),  # the name he goes by
        ("Per Hansen", "Olav Hansen", False),
        ("Erna Solberg", "Erling Solberg", False),
        ("Mario Rossi", "Maria Rossi", False),
    ],
)
def test_given_names_agree_or_not(a, b, agree):
    assert given_agrees(parse_person(a), parse_person(b)) is agree
    assert given_agrees(parse_person(b), parse_person(a)) is agree


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("jeltsin", "yeltsin", True),
        ("kristoffersen", "krisoffersen", True),
        ("dahl", "dal", False),  # too short for a slip
        ("hansen", "jansen", False),  # another first letter
        ("simone", "simona", False),  # a man and a woman
        ("erna", "erling", False),
        ("2010", "2011", False),
    ],
)
def test_words_are_spelled_alike_or_not(a, b, alike):
    assert spelled_alike(a, b) is alike
    assert spelled_alike(b, a) is alike


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ("Erna Solberg", "Svend Solberg", "different given name"),
        ("Per Olav Hansen", "Per Arne Hansen", "different middle name"),
        ("George W. Bush", "George H.W. Bush", "different initials"),
        ("J.R. Hansen", "Jon Olav Hansen", "different middle name"),
        ("Harald V", "Harald VII", "different number or suffix"),
        ("Johannes Paul I", "Johannes Paul II", "different number or suffix"),
        ("kronprins Haakon", "Haakon VII", "prince and king"),
        ("Kim Jong-il", "Kim Jong Un", "different given name"),
        ("Kim Jong-un", "Kim Jong Un", None),
        ("Tor-Kristian Moe", "Tor K. Moe", None),
        ("Tor-Kristian Moe", "Kristian Moe", "different given name"),
        ("George H. Bush", "George H.W. Bush", None),
        ("Erna Solberg", "Solberg", None),
        ("Zine al-Abidine Ben Ali", "Ben Ali", None),
        ("Carl I. Hagen", "Carl Ivar Hagen", None),
        ("Anne Marie Lund Hansen", "Anne Lund Hansen", None),
    ],
)
def test_why_two_names_cannot_be_one_person(a, b, why):
    assert tell_apart(name(a), name(b)) == why
    assert tell_apart(name(b), name(a)) == why


def test_full_names_of_one_person_get_an_edge():
    names = [name("Vasilij Petrov"), name("Vasily Petrov"), name("Petrov"), name("Ivan Petrov")]
    assert [(e.a, e.b, e.rule) for e in join_full_names(names)] == [(1, 0, "full_name")]


def test_other_spellings_of_a_surname_get_an_edge_with_the_same_given_name():
    names = [name("Ola Kristoffersen"), name("Ola Krisoffersen"), name("Kari Krisoffersen")]
    (edge,) = join_full_names(names)
    assert (edge.rule, edge.detail) == ("spelling", "other spelling of 'Ola Kristoffersen'")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Gahr Støre", "Jonas Gahr Støre"),
        ("Ole Gunnar", "Ole Gunnar Solskjær"),
        ("E. Solberg", "Erna Solberg"),
        ("Per Hansen", "Per Olav Hansen"),
        ("Carl I. Hagen", "Carl Ivar Hagen"),
    ],
)
def test_a_name_that_says_less_gets_no_edge_for_it_may_have_several_owners(short, long):
    assert list(join_full_names([name(short), name(long)])) == []


def test_a_title_is_told_from_the_name_behind_it():
    names = [name("Harald"), name("kong Harald"), name("kong Olav")]
    (edge,) = join_titled(names)
    assert (edge.a, edge.b, edge.detail) == (1, 0, "'Harald' but for a title")
