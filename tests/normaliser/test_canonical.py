"""The canonical name: the fullest base form among a record's own."""

import pytest

from ntbner.lexicon import packaged
from ntbner.normaliser.canonical import pick_name, spell_norwegian
from ntbner.normaliser.name import Name, make_key
from ntbner.records import Mention

from .marked import read_cases

CASES = """
full name over surname
    [Assad PER 1] taper. [Assad PER 1] flykter. [Bashar al-Assad PER 1] er borte.
    1 PER Bashar al-Assad
written out over initials
    [C. Hagen PER 1] er [Carl Hagen PER 1].
    1 PER Carl Hagen
no title
    [general Abdelamir Yarallah PER 1] kom.
    1 PER Abdelamir Yarallah
no title of a surname
    [statsminister Solberg PER 1] kom.
    1 PER Solberg
a name over a title that stands alone
    Kong [Harald PER 1] kom. [Kongen PER 1] smilte, og [Kongen PER 1] talte.
    1 PER Harald
no title of a king
    [kong Harald V PER 1] kom.
    1 PER Harald V
no genitive
    [Iraks LOC 1] hær rykker fram.
    1 LOC Irak
long form over acronym
    [SSB ORG 1] teller. [SSB ORG 1] måler. [Statistisk sentralbyrå ORG 1] veier.
    1 ORG Statistisk sentralbyrå
acronym alone
    [FN ORG 1] og [IS ORG 2] og [Ap ORG 3].
    1 ORG FN | 2 ORG IS | 3 ORG Ap
place in capitals
    [RAWA LOC 1] falt.
    1 LOC Rawa
person in capitals
    [BASHAR AL-ASSAD PER 1] taper.
    1 PER Bashar al-Assad
capitals that stay
    [NRK ORG 1] melder fra [USA LOC 2], sier [TV 2 ORG 3].
    1 ORG NRK | 2 LOC USA | 3 ORG TV 2
letters of Norwegian over others
    [Karasjok LOC 1] har nytt ting. [Kárášjohka LOC 1] ligger i nord.
    1 LOC Karasjok
company in capitals
    [DNB ASA ORG 1] og [ORKLA ASA ORG 2].
    1 ORG DNB ASA | 2 ORG Orkla ASA
place over its part of a town
    [bydel Lillevika LOC 1] vokser. [Lillevika LOC 1] er fin.
    1 LOC Lillevika
place over its municipality
    [Lillevik kommune LOC 1] vokser. [Lillevik LOC 1] er fin.
    1 LOC Lillevik
accents of the first mention
    [Cúcuta LOC 1] og [Cucuta LOC 1], [Cali LOC 2] og [Cáli LOC 2].
    1 LOC Cúcuta | 2 LOC Cali
Norwegian spelling of a Russian town
    [Sochi LOC 1] er varmt.
    1 LOC Sotsji
Norwegian spelling of a Nynorsk country
    [Austerrike LOC 1] vann.
    1 LOC Østerrike
another name is no spelling
    [Holland LOC 1] vant over [Burma LOC 2].
    1 LOC Holland | 2 LOC Burma
nickname in the marks of the text
    [Harald «Dutte» Berg PER 1] skåret.
    1 PER Harald «Dutte» Berg
"""

NYNORSK = """
spelling of the text
    [Noreg LOC 1] slo [Austerrike LOC 2].
    1 LOC Noreg | 2 LOC Austerrike
college
    [Høgskulen i Volda ORG 1] veks.
    1 ORG Høgskulen i Volda
"""


@pytest.mark.parametrize("case", read_cases(CASES))
def test_the_canonical_name_of_a_record(case):
    case.check()


@pytest.mark.parametrize("case", read_cases(NYNORSK))
def test_nynorsk_keeps_the_spellings_of_the_text(case):
    case.check(language="nn")


def make_name(form, type, *starts):
    mentions = tuple(Mention(start, start + len(form), form, type) for start in starts)
    entries = packaged().find(form)
    return Name(make_key(form), type, mentions, {form: len(mentions)}, entries)


def test_of_equally_full_names_the_frequent_is_taken_then_the_first():
    first, second = make_name("Ola Fjeld", "PER", 0), make_name("Ole Fjeld", "PER", 20)
    assert pick_name([second, first], packaged()) == "Ola Fjeld"
    frequent = make_name("Ole Fjeld", "PER", 20, 40)
    assert pick_name([first, frequent], packaged()) == "Ole Fjeld"


def test_a_form_seen_in_small_letters_undoes_capitals():
    names = [make_name("FJELL-VIK", "LOC", 0, 20), make_name("Fjell-vik", "LOC", 40)]
    assert pick_name(names[:1], packaged()) == "Fjell-Vik"
    assert pick_name(names, packaged()) == "Fjell-vik"


@pytest.mark.parametrize(
    ("form", "type", "spelled"),
    [
        ("Sochi", "LOC", "Sotsji"),
        ("Noreg", "LOC", "Norge"),
        ("Sotsji", "LOC", "Sotsji"),
        ("FN", "ORG", "FN"),  # an acronym is another name
        ("De forente nasjoner", "ORG", "De forente nasjoner"),
        ("Daesh", "ORG", "Daesh"),
        ("Blomdalsvik", "LOC", "Blomdalsvik"),  # nobody knows it
        ("Sochi", "PER", "Sochi"),  # nor a person of that name
    ],
)
def test_only_the_spelling_becomes_norwegian(form, type, spelled):
    assert spell_norwegian(form, type, packaged()) == spelled
