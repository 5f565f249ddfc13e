import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.names.organisation import indefinite, is_acronym_of, spell_out, strip_legal_form
from ntbner.names.text import fold

ACRONYMS = """
    SSB = Statistisk sentralbyrå
    NHO = Næringslivets Hovedorganisasjon
    UiO = Universitetet i Oslo
    NTNU = Norges teknisk-naturvitenskapelige universitet
    FN = De forente nasjoner
    FN = Forente nasjoner
    HVL = Høgskulen på Vestlandet
    NVE = Noregs vassdrags- og energidirektorat
    UD = Utenriksdepartementet
    PST = Politiets sikkerhetstjeneste
    NRK = Norsk rikskringkasting
    NTB = Norsk Telegrambyrå
    FHI = Folkehelseinstituttet
    UDI = Utlendingsdirektoratet
    KrF = Kristelig Folkeparti
    Frp = Fremskrittspartiet
    SV = Sosialistisk Venstreparti
    MDG = Miljøpartiet De Grønne
    NAF = Norges Automobil-Forbund
    S.A.S. = Scandinavian Airlines System
"""

NO_ACRONYMS = """
    WHO = WTO
    WHO = World Trade Organization
    UiB = Universitetet i Oslo
    SSB = Statens strålevern
    LO = Norges Idrettsforbund
    IMF = Det internasjonale pengefondet
    N = Norge
    Oslo = Oslo kommune
"""

LEGAL_FORMS = """
    Equinor ASA = Equinor
    AS Norge = Norge
    A/S Norske Shell = Norske Shell
    Bane NOR SF = Bane NOR
    Oslo universitetssykehus HF = Oslo universitetssykehus
    Samvirke BA = Samvirke
    Renovasjon IKS = Renovasjon
    Posten Norge AS = Posten Norge
    AS = AS
    Kongsberg Gruppen = Kongsberg Gruppen
    Sparebank 1 SMN = Sparebank 1 SMN
"""


def split_pairs(table):
    return [
        tuple(part.strip() for part in line.split(" = "))
        for line in table.splitlines()
        if line.strip()
    ]


@pytest.mark.parametrize(("acronym", "long_form"), split_pairs(ACRONYMS))
def test_an_acronym_can_be_read_off_its_long_form(acronym, long_form):
    assert is_acronym_of(acronym, long_form)


@pytest.mark.parametrize(("acronym", "long_form"), split_pairs(NO_ACRONYMS))
def test_letters_that_are_not_there_cannot_be_read(acronym, long_form):
    assert not is_acronym_of(acronym, long_form)


@pytest.mark.parametrize(("name", "bare"), split_pairs(LEGAL_FORMS))
def test_legal_forms_are_cut_off(name, bare):
    assert strip_legal_form(name) == bare


def test_the_key_forgets_article_and_definite_ending():
    assert indefinite("Høgskolen i Volda") == indefinite("høgskole i Volda")
    assert indefinite("Det internasjonale pengefondet") == "internasjonale pengefondet"
    assert indefinite("Den norske Nobelkomiteen") == "norske nobelkomité"
    assert indefinite("Unionen") != indefinite("Partiet")


@given(st.text("ABSabs F.,/", max_size=16))
def test_stripping_legal_forms_twice_changes_nothing_more(name):
    once = strip_legal_form(name)
    assert strip_legal_form(once) == once
    assert once in fold(name)


@given(st.text("ABKabøå -.", max_size=12))
def test_case_does_not_matter_to_the_key(name):
    assert indefinite(name.upper()) == indefinite(name.lower())


SHORTENED = """
    Klima- og miljødepartementet = Klimadepartementet, miljødepartementet
    Fjord-, fjell- og havkomité = Fjordkomité, fjellkomité, havkomité
    Kunst- eller kulturrådet = Kunstrådet, kulturrådet
"""


@pytest.mark.parametrize(("name", "compounds"), split_pairs(SHORTENED))
def test_compounds_are_spelled_out(name, compounds):
    assert ", ".join(spell_out(name)) == compounds


@pytest.mark.parametrize(
    "name", ["Norges Bank", "Møre og Romsdal", "Nord- og Sør-Korea", "Tro- og rådet", "Klima-"]
)
def test_nothing_is_spelled_out_where_nothing_is_shortened(name):
    assert spell_out(name) == ()
