"""Organisations: acronyms, definite and legal forms, parts."""

import pytest

from ntbner.lexicon import packaged
from ntbner.normaliser.context import Context
from ntbner.normaliser.name import Name, make_key
from ntbner.normaliser.organisations import (
    definite_stems,
    fits_long_form,
    is_acronym,
    join_definite,
    list_parts,
    may_shorten,
)
from ntbner.normaliser.spelt_out import join_bracketed
from ntbner.records import Mention

from .marked import parse_sentence, read_cases

CASES = """
acronym in brackets
    [Norges Bondelag ORG 1] ([NB ORG 1]) krever mer. [NB ORG 1] er sint.
    1 ORG Norges Bondelag : bracketed_acronym
acronym in brackets and guillemets
    [Fjordbygdas sjømannslag ORG 1] («[FSL ORG 1]») krever mer.
    1 ORG Fjordbygdas sjømannslag : bracketed_acronym
long form in brackets
    [FSM ORG 1] ([Fjordbygdas sjømannslag ORG 1]) krever mer.
    1 ORG Fjordbygdas sjømannslag : bracketed_acronym
loose acronym in brackets
    [Kringkastingsringen Vestafjells ORG 1] ([KRV ORG 1]) har årsmøte.
    1 ORG Kringkastingsringen Vestafjells : bracketed_acronym
acronym written as a word
    [Statens institutt for fjordforskning ORG 1] ([Sifjo ORG 1]) måler. [Sifjo ORG 1] varsler.
    1 ORG Statens institutt for fjordforskning : bracketed_acronym
acronym in brackets that fits a body named more often
    [Fjordskolens sentralråd ORG 1] møttes. [Fjordskolens sentralråd ORG 1] sa nei.
    [Fjellbygdas samlede rederi ORG 2] ([FSR ORG 2]) sa ja.
    1 ORG Fjordskolens sentralråd | 2 ORG Fjellbygdas samlede rederi : bracketed_acronym
acronym in brackets that the lexicon knows as another's
    [Norges Seilforbund ORG 1] ([NSF ORG 1]) varsler. [NSF ORG 1] er sint.
    1 ORG Norges Seilforbund : bracketed_acronym
acronym that the lexicon knows as that of a body nobody names
    [Norges Stuperforbund ORG 1] varsler. [NSF ORG 1] er sint.
    1 ORG Norges Stuperforbund : acronym
acronym in a longer name
    [LG ORG 1] viste fram [LG G5 ORG 2].
    1 ORG LG | 2 ORG LG G5
acronym of a body that the text names
    [Norges Stuperforbund ORG 1] varsler [Norges Skiforbund ORG 2]. [NSF ORG 2] er sint.
    1 ORG Norges Stuperforbund | 2 ORG Norges Skiforbund
acronym known as another's that only some of the words begin with
    [Norges Skrei- og nyttefiskforbund ORG 1] varsler. [NSF ORG 2] er sint.
    1 ORG Norges Skrei- og nyttefiskforbund | 2 ORG NSF
letters of a party
    [Seljestads vannverk ORG 1] varsler. [SV ORG 2] er sint.
    1 ORG Seljestads vannverk | 2 ORG SV
town in brackets
    [Fjordbygdas sjømannslag ORG 1] ([Fjordby LOC 2]) krever mer.
    1 ORG Fjordbygdas sjømannslag | 2 LOC Fjordby
somebody else in brackets
    [Norges Bondelag ORG 1] ([KLM ORG 2]) krever mer.
    1 ORG Norges Bondelag | 2 ORG KLM
article and definite form
    [Den norske Nobelkomiteen ORG 1] møtes. [Nobelkomiteen ORG 1] bestemmer.
    1 ORG Den norske Nobelkomiteen
article left out
    [Det internasjonale pengefondet ORG 1] låner. [Internasjonale pengefondet ORG 1] krever.
    1 ORG Det internasjonale pengefondet
indefinite form
    [Høgskolen i Fjordby ORG 1] vokser. [Høgskole i Fjordby ORG 1] ansetter.
    1 ORG Høgskolen i Fjordby : definite_form
legal form
    [Fjordcelle AS ORG 1] selges. [Fjordcelle ORG 1] har gjeld, sier [Fjordcelles ORG 1] leder.
    1 ORG Fjordcelle AS : definite_form genitive
legal form in front
    [AS Fjordcelle ORG 1] selges. [Fjordcelle ORG 1] har gjeld.
    1 ORG AS Fjordcelle : definite_form
address of a newspaper
    [Fjordbladet.no ORG 1] melder det. [Fjordbladet ORG 1] trykker det.
    1 ORG Fjordbladet.no : definite_form
newspaper that the lexicon knows
    [Dagbladet.no ORG 1] melder det. [Dagbladet ORG 1] trykker det.
    1 ORG Dagbladet
two definite endings
    [Vikøybreen LOC 1] kalver. Folk flykter fra [Vikøybrea LOC 1].
    1 LOC Vikøybreen : definite_form
an island with and without its article
    [Vikøya LOC 1] brenner. På [Vikøy LOC 1] bor det ti familier.
    1 LOC Vikøya : definite_form
a short name in -a
    [Moa LOC 1] og [Moen LOC 2] ligger ved fjorden.
    1 LOC Moa | 2 LOC Moen
definite form of a place
    [Fjordby kommune LOC 1] sparer. [Fjordby kommunen LOC 1] eier skolen.
    1 LOC Fjordby kommune : definite_form
Nynorsk and Bokmål
    [Høgskulen i Volda ORG 1] vokser. [Høgskolen i Volda ORG 1] ansetter.
    1 ORG Høgskulen i Volda
"""


@pytest.mark.parametrize("case", read_cases(CASES))
def test_organisations_of_a_text(case):
    case.check()


def name(form, type="ORG"):
    entries = packaged().find(form)
    return Name(make_key(form), type, (Mention(0, len(form), form, type),), {form: 1}, entries)


def test_square_brackets_are_brackets():
    text = "Norges Bondelag [NB] krever mer."
    mentions = [Mention(0, 15, "Norges Bondelag", "ORG"), Mention(17, 19, "NB", "ORG")]
    names = [name("NB"), name("Norges Bondelag")]
    for known, mention in zip(names, reversed(mentions), strict=True):
        known.mentions = (mention,)
    (edge,) = join_bracketed(mentions, names, Context(text))
    assert (edge.a, edge.b) == (0, 1)
    assert edge.detail == "in brackets beside 'Norges Bondelag'"
    assert list(join_bracketed(mentions, names, Context(None))) == []


@pytest.mark.parametrize(
    ("marked", "joined"),
    [
        ("[Norges Bondelag ORG] ([NB ORG]) krever.", True),
        ("[Norges Bondelag ORG] ( «[NB ORG]» ) krever.", True),
        ("[Norges Bondelag ORG] ([NB ORG], Oslo) krever.", False),
        ("[Norges Bondelag ORG], [NB ORG] krever.", False),
        ("[Norges Bondelag ORG] krever. ([NB ORG]) tier.", False),
    ],
)
def test_brackets_hold_the_acronym_alone_and_follow_at_once(marked, joined):
    sentence = parse_sentence(marked)
    names = [name(m.text) for m in sentence.mentions]
    for known, mention in zip(names, sentence.mentions, strict=True):
        known.mentions = (mention,)
    found = list(join_bracketed(sentence.mentions, names, Context(sentence.text)))
    assert bool(found) is joined


@pytest.mark.parametrize(
    ("form", "type", "acronym"),
    [
        ("NTB", "ORG", True),
        ("UiO", "ORG", True),
        ("U.S.A.", "LOC", True),
        ("Ap", "ORG", True),
        ("Nato", "ORG", True),
        ("Equinor", "ORG", False),
        ("A", "ORG", False),
        ("TV 2", "ORG", False),
        ("FJORDCELLE", "ORG", False),
        ("Oslo", "LOC", False),
        ("JAS", "PER", False),
    ],
)
def test_what_looks_like_an_acronym(form, type, acronym):
    assert is_acronym(name(form, type)) is acronym


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("SSB", "Statistisk sentralbyrå", True),
        ("FTF", "Fjordbygdas Turistforening", True),
        ("FFT", "Fjordbygdas Turistforening", False),
        ("NRK", "NRK Super", False),
        ("Fjordcelle", "Fjordcelle Industrier", False),
    ],
)
def test_what_can_be_read_off(short, long, fits):
    assert fits_long_form(name(short), name(long)) is fits


def test_an_acronym_is_of_the_type_of_its_long_form():
    assert not fits_long_form(name("FTF", "LOC"), name("Fjordbygdas Turistforening"))


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("Fjordvik United", ["fjordvik", "united"]),
        ("Universitetet i Oslo", ["universitetet", "universitetet i", "oslo"]),
        ("Bodø/Glimt", ["bodoe", "glimt"]),
        ("NTB-Reuters", []),
        ("Equinor", []),
    ],
)
def test_words_that_may_stand_alone(form, parts):
    assert list_parts(name(form)) == parts


@pytest.mark.parametrize(
    ("definite", "bare"),
    [
        ("kulturraadet", "kulturraad"),
        ("banken", "bank"),
        ("kyrkja", "kyrkje"),
        ("partiet", "parti"),
        ("venstre", "venstre"),
    ],
)
def test_definite_forms_share_a_stem_with_the_bare_form(definite, bare):
    assert definite_stems(definite) & definite_stems(bare)


def test_different_words_share_no_stem():
    assert not definite_stems("banken") & definite_stems("bane")


@pytest.mark.parametrize(
    ("short", "long", "may"),
    [
        ("Fjordvik", "Fjordvik United", True),
        ("Rangers", "Fjordvik Rangers", True),  # clubs share their words
        ("SV", "Oslo SV", False),
        ("Venstre", "Unge Venstre", False),
        ("NTB", "NTB scanpix", False),
        ("Fjordvik", "Fjordvik ungdom", False),
    ],
)
def test_which_parts_may_stand_for_the_whole(short, long, may):
    assert may_shorten(name(short), name(long), packaged()) is may


def test_definite_and_legal_forms_join_organisations_alone():
    names = [name("Fjordcelle"), name("Fjordcelle AS"), name("Fjordcelle", "PER")]
    (edge,) = join_definite(names)
    assert (edge.a, edge.b, edge.detail) == (1, 0, "definite or legal form of 'Fjordcelle'")
