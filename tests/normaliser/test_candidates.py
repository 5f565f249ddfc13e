"""Which names are the same as they stand: lexicon, breaks, romanisation, slips."""

import pytest

from ntbner.lexicon import Entry, Lexicon, packaged
from ntbner.normaliser.candidates import join_by_lexicon, join_spacings
from ntbner.normaliser.name import Name, make_key
from ntbner.normaliser.slips import join_slips
from ntbner.records import Mention

from .marked import read_cases

LEXICON = """
country in Bokmål and Nynorsk
    [Norge LOC 1] vant over [Danmark LOC 2]. [Noreg LOC 1] jublet.
    1 LOC Norge : lexicon | 2 LOC Danmark
acronym of a body
    [Arbeiderpartiet ORG 1] vant, og [Aps ORG 1] leder takket. [Høyre ORG 2] tapte.
    1 ORG Arbeiderpartiet : genitive lexicon | 2 ORG Høyre
two spellings of an acronym
    [FrP ORG 1] og [Frp ORG 1] er [Fremskrittspartiet ORG 1].
    1 ORG Fremskrittspartiet : letters lexicon
older casing
    [NAV ORG 1] betaler, sier [Nav ORG 1].
    1 ORG Nav : letters
former spelling
    [Kiev LOC 1] brenner. [Kyiv LOC 1] står.
    1 LOC Kyiv
Swedish town
    [Göteborg LOC 1] er stor. [Gøteborg LOC 1] også.
    1 LOC Göteborg : letters
Danish spelling
    [Århus LOC 1] og [Aarhus LOC 1].
    1 LOC Aarhus : letters
homonym decided by the text
    [UDI ORG 1] avslo. [Utlendingsdirektoratet ORG 1] sier lite.
    1 ORG Utlendingsdirektoratet
confusable countries
    [Irak LOC 1], [Iran LOC 2], [Niger LOC 3], [Nigeria LOC 4], [Mali LOC 5], [Malawi LOC 6].
    1 LOC Irak | 2 LOC Iran | 3 LOC Niger | 4 LOC Nigeria | 5 LOC Mali | 6 LOC Malawi
two Koreas
    [Nord-Korea LOC 1] truer [Sør-Korea LOC 2]. [Nord-Koreas LOC 1] leder ler.
    1 LOC Nord-Korea : genitive | 2 LOC Sør-Korea
two Agders
    [Aust-Agder LOC 1] og [Vest-Agder LOC 2] blir [Agder LOC 3].
    1 LOC Aust-Agder | 2 LOC Vest-Agder | 3 LOC Agder
two Slavic countries
    [Slovakia LOC 1] slo [Slovenia LOC 2]. [Slovakias LOC 1] lag jublet.
    1 LOC Slovakia | 2 LOC Slovenia
"""

SPELLINGS = """
break in a road
    [E 39 LOC 1] er stengt. [E39 LOC 1] åpner i kveld.
    1 LOC E 39 : letters
two people's surnames that sound alike
    [Ali Khamenei PER 1] fulgte [Ruhollah Khomeini PER 2]. [Khomeini PER 2] døde, og
    [Khamenei PER 1] styrer.
    1 PER Ali Khamenei : surname | 2 PER Ruhollah Khomeini : surname
two surnames a letter apart
    [Kari Solbakke PER 1] møter [Per Solbakken PER 2]. [Solbakken PER 2] og [Solbakken PER 2] mot
    [Solbakke PER 1].
    1 PER Kari Solbakke : surname | 2 PER Per Solbakken : surname
two provinces of one consonant
    [Hubei LOC 1] og [Hebei LOC 2].
    1 LOC Hubei | 2 LOC Hebei
break in a surname
    [Yar Allah PER 1] sier det. [Yarallah PER 1] gjentok det.
    1 PER Yar Allah
Norwegian and English Russian town
    [Sotsji LOC 1] ligger ved havet. [Sochi LOC 1] er varmt.
    1 LOC Sotsji
Norwegian and English Russian minister
    [Sjojgu PER 1] talte. [Shoigu PER 1] gikk.
    1 PER Sjojgu : skeleton
unknown Russian place
    [Zjerdotsjka LOC 1] er liten. [Zherdochka LOC 1] brenner.
    1 LOC Zjerdotsjka : skeleton
Arabic movement
    [Hashed al-Shaabi ORG 1] leder. [Hashd al-Sha'abi ORG 1] rykker fram.
    1 ORG Hashed al-Shaabi
full names in two romanisations
    [Vasilij Petrov PER 1] vant. [Vasily Petrov PER 1] takket.
    1 PER Vasilij Petrov
one letter wrong
    [Romney PER 1] tapte. [Romney PER 1] takket. [Romey PER 1] gikk hjem.
    1 PER Romney : slip
one letter wrong in a surname of two words
    [Erna Blomdal PER 1] kom. [Erna Blomdal PER 1] gikk. [Erna Blomdall PER 1] sov.
    1 PER Erna Blomdal
two letters swapped
    [Fjordcelle ORG 1] vokser. [Fjordcelle ORG 1] selger. [Fjorcdelle ORG 1] vant.
    1 ORG Fjordcelle : slip
one vowel in a rare name
    [Aristogeiton PER 1] falt. [Aristogiton PER 1] ble hedret.
    1 PER Aristogeiton : skeleton
one vowel in two surnames
    [Johansen PER 1] vant. [Johanson PER 2] tapte.
    1 PER Johansen | 2 PER Johanson
one letter in a short name
    [Dahl PER 1] vant. [Dahl PER 1] jublet. [Dal PER 2] tapte.
    1 PER Dahl | 2 PER Dal
two frequent forms
    [Solberg PER 1] og [Stolberg PER 2] møttes. [Solberg PER 1] vant. [Stolberg PER 2] tapte.
    1 PER Solberg | 2 PER Stolberg
a name in its own right
    [Hansen PER 1] vant. [Hansen PER 1] takket. [Jansen PER 2] tapte.
    1 PER Hansen | 2 PER Jansen
channels by number
    [TV 2 ORG 1] og [TV 3 ORG 2] sender. [TV2 ORG 1] vant.
    1 ORG TV 2 | 2 ORG TV 3
a road in letters and in words
    [Europavei 39 LOC 1] er stengt. [E 39 LOC 1] åpner. [Riksvei 39 LOC 2] er åpen.
    1 LOC Europavei 39 : road | 2 LOC Riksvei 39
roads by number
    [Fylkesvei 44 LOC 1] og [Fylkesvei 45 LOC 2]. [Fylkesvei 44 LOC 1] er stengt.
    1 LOC Fylkesvei 44 | 2 LOC Fylkesvei 45
"""


@pytest.mark.parametrize("case", read_cases(LEXICON))
def test_the_lexicon_joins_and_parts(case):
    case.check()


@pytest.mark.parametrize("case", read_cases(SPELLINGS))
def test_spellings_of_one_name_meet(case):
    case.check()


ALIKE = """
the town before or behind
    [Fjordby Røde Kors ORG 1] rykket ut. [Røde Kors i Fjordby ORG 1] fant ham.
    1 ORG Røde Kors i Fjordby : alike
a small word left out
    [Fjordby og Vikøy grendelag ORG 1] søkte. [Fjordby Vikøy grendelag ORG 1] fikk støtte.
    1 ORG Fjordby og Vikøy grendelag : alike
a sign for and
    [Fjord & Fjell ORG 1] selges. [Fjord og Fjell ORG 1] har gjeld.
    1 ORG Fjord & Fjell : alike
two forms of club
    [Fjordby IL ORG 1] vant. [Fjordby Fotball ORG 1] selger billettene.
    1 ORG Fjordby IL : alike
genitive inside the name
    [Fjordby sjukehus LOC 1] er nytt. Ved [Fjordbys sjukehus LOC 1] er det stille.
    1 LOC Fjordby sjukehus : alike
plural
    [Vikøy Chemical ORG 1] er solgt. [Vikøy Chemicals ORG 1] har gjeld.
    1 ORG Vikøy Chemical : alike
one letter wrong in a long word, each written once
    [Fjordvernforbundet ORG 1] klaget. [Fjorvernforbundet ORG 1] fikk medhold.
    1 ORG Fjordvernforbundet : alike
given name and surname in another language
    [Fredrik Ludvig PER 1] ble født her. [Friedrich Ludwig PER 1] døde der.
    1 PER Fredrik Ludvig : alike
a country and common words alone
    [Norges Fotballforbund ORG 1] sier nei. [Norsk fotball ORG 2] lider.
    1 ORG Norges Fotballforbund | 2 ORG Norsk fotball
a daughter of the company
    [Fjordcelle ASA ORG 1] eier [Fjordcelle Energi AS ORG 2].
    1 ORG Fjordcelle ASA | 2 ORG Fjordcelle Energi AS
a branch of the party
    [Fjordby SV ORG 1] sa nei. [SV ORG 2] sa ja.
    1 ORG Fjordby SV | 2 ORG SV
second team
    [Fjordby IL ORG 1] vant. [Fjordby 2 ORG 2] tapte.
    1 ORG Fjordby IL | 2 ORG Fjordby 2
two clubs of one town
    [Fjordby IF ORG 1] møtte [Fjordby BK ORG 2].
    1 ORG Fjordby IF | 2 ORG Fjordby BK
two short names
    [Sola LOC 1] ligger ved havet, [Sula LOC 2] også. [Næra LOC 3] er ikke [Nære LOC 4].
    1 LOC Sola | 2 LOC Sula | 3 LOC Næra | 4 LOC Nære
two towns
    [Sør-Vikøy LOC 1] og [Nord-Vikøy LOC 2]
    1 LOC Sør-Vikøy | 2 LOC Nord-Vikøy
"""


@pytest.mark.parametrize("case", read_cases(ALIKE))
def test_names_of_the_same_words_meet(case):
    case.check()


def make_name(form, type, count=1, entries=()):
    mentions = tuple(Mention(20 * n, 20 * n + len(form), form, type) for n in range(count))
    return Name(make_key(form), type, mentions, {form: count}, tuple(entries))


def test_a_form_of_several_meanings_joins_nothing_alone():
    entries = packaged().find("UDI", type="ORG")
    assert len(entries) > 1
    assert list(join_by_lexicon([make_name("UDI", "ORG", entries=entries)])) == []


def test_a_reason_says_what_the_lexicon_knows_and_from_where():
    find = packaged().find
    names = [make_name(form, "LOC", entries=find(form)) for form in ("Norge", "Noreg")]
    (edge,) = join_by_lexicon(names)
    assert edge.detail == "lexicon: other name of 'Norge', country, CLDR 48"


def test_ones_own_lexicon_comes_first_and_is_named():
    entry = Entry("person:kari", "PER", "person", "Kari Nordmann", aliases=("Fjellfrue",))
    own = Lexicon([entry])
    names = [make_name(form, "PER", entries=own.find(form)) for form in entry.forms]
    (edge,) = join_by_lexicon(names)
    assert edge.score == 1.0
    assert edge.detail == "lexicon: other name of 'Kari Nordmann', person, your own"


def test_an_entry_of_another_type_joins_nothing():
    names = [
        make_name("Norge", "ORG", entries=packaged().find("Norge")),
        make_name("Noreg", "LOC", entries=packaged().find("Noreg")),
    ]
    assert list(join_by_lexicon(names)) == []


def test_breaks_join_names_of_one_type_alone():
    names = [make_name("E 39", "LOC"), make_name("E39", "LOC"), make_name("E39", "ORG")]
    assert [(e.a, e.b, e.rule) for e in join_spacings(names)] == [(1, 0, "letters")]


@pytest.mark.parametrize(
    ("rare", "frequent"),
    [
        ("Rmney", "Roney"),  # shorter than a slip may be
        ("Fjordcella", "Fjordcelle"),  # another ending makes another word
        ("Kordcelle", "Fjordcelle"),  # two letters
        ("Bjordcelle", "Fjordcelle"),  # another first letter
        ("Fjordcell2", "Fjordcelle"),  # a number
        ("Fjordcelles", "Fjordcelle"),  # one and several
        ("Fjordtitan", "Fjordtitans"),
    ],
)
def test_what_is_no_slip(rare, frequent):
    assert list(join_slips([make_name(rare, "ORG"), make_name(frequent, "ORG", 3)])) == []


def test_a_slip_needs_a_form_that_occurs_twice():
    once = [make_name("Fjordcele", "ORG"), make_name("Fjordcelle", "ORG")]
    assert list(join_slips(once)) == []
    often = [make_name("Fjordcele", "ORG"), make_name("Fjordcelle", "ORG", 2)]
    (edge,) = join_slips(often)
    assert edge.detail == "one letter from 'Fjordcelle', written 2 times"


def test_a_surname_alone_counts_for_the_full_name():
    full, bare = make_name("Erna Blomdal", "PER"), make_name("Blomdal", "PER")
    slip = make_name("Erna Blomkal", "PER")
    assert [(edge.a, edge.b) for edge in join_slips([full, bare, slip])] == [(2, 0)]
    assert list(join_slips([full, slip])) == []
    assert list(join_slips([full, bare, slip, make_name("Blomkal", "PER")])) == []
