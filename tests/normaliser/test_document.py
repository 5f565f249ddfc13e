"""Names of a document: base forms, keys, and one type for each."""

import re

import pytest

from ntbner import normalise
from ntbner.lexicon import Entry, Lexicon, packaged
from ntbner.normaliser.bases import find_bases
from ntbner.normaliser.context import Context
from ntbner.normaliser.document import read_names
from ntbner.normaliser.name import Name, inner_name, make_key, sort_mentions
from ntbner.records import Mention

from .marked import parse_sentence, read_cases

GENITIVES = """
glued s
    [Irak LOC 1] svarer. [Iraks LOC 1] hær rykker ut fra [Iran LOC 2].
    1 LOC Irak : genitive | 2 LOC Iran
straight apostrophe
    [IS ORG 1] flykter. [IS' ORG 1] leder er død.
    1 ORG IS : genitive
curly apostrophe
    [SAS ORG 1] flyr. [SAS’ ORG 1] fly står.
    1 ORG SAS : genitive
apostrophe that the tagger left out
    [Marx PER 1] skrev. [Marx PER 1]’ bok er tykk.
    1 PER Marx
apostrophe and s
    [Ap ORG 1] vant. [Ap’s ORG 1] leder takket, og [Ap's ORG 1] velgere jublet.
    1 ORG Ap : genitive
behind an acronym
    [NTB ORG 1] melder. [NTBs ORG 1] vakt svarte.
    1 ORG NTB : genitive
behind a number
    [TV 2 ORG 1] sender. [TV 2s ORG 1] leder takket.
    1 ORG TV 2 : genitive
behind a king's number
    [Olav V PER 1] døde. [Olav Vs PER 1] gate ble stengt.
    1 PER Olav V : genitive
of a whole name
    [Saddam Husseins PER 1] regime falt. [Saddam Hussein PER 1] flyktet.
    1 PER Saddam Hussein : genitive
names that end in s
    [Hellas LOC 1], [Sveits LOC 2], [Hamas ORG 3], [Troms LOC 4] og [Jens PER 5] vant.
    1 LOC Hellas | 2 LOC Sveits | 3 ORG Hamas | 4 LOC Troms | 5 PER Jens
garpegenitiv
    [NRK ORG 1] sitt hus er stort. Det er [Erna Solberg PER 2] sin plan.
    1 ORG NRK | 2 PER Erna Solberg
in Nynorsk
    [Noreg LOC 1] leier. [Noregs LOC 1] lag vann.
    1 LOC Norge : genitive
"""

SPELLINGS = """
tag and handle
    [#Fjordby LOC 1] vokser. [Fjordby LOC 1] er stor. [@NRKs ORG 2] nyheter.
    1 LOC Fjordby : tag | 2 ORG NRK : tag genitive
hyphen and break
    [Al-Jazeera ORG 1] melder. [al Jazeera ORG 1] gjentar.
    1 ORG Al-Jazeera : letters
å and aa
    [Ålesund LOC 1] er vakker. [Aalesund LOC 1] brant.
    1 LOC Ålesund : letters
accents left out
    [Milošević PER 1] døde. [Milosevic PER 1] satt fengslet.
    1 PER Milošević : letters
accents left out more often than not
    [Milošević PER 1] døde. [Milosevic PER 1] satt fengslet. [Milosevic PER 1] anket.
    1 PER Milosevic : letters
quotation marks of two kinds
    [Harald "Dutte" Berg PER 1] vant. [Harald «Dutte» Berg PER 1] takket.
    1 PER Harald "Dutte" Berg
capitals
    [RAWA LOC 1] falt. I [Rawa LOC 1] er det stille, sier [NRK ORG 2].
    1 LOC Rawa : letters | 2 ORG NRK
points in an acronym
    [U.S.A. LOC 1] svarer. [USA LOC 1] truer [USA LOC 1].
    1 LOC USA
news agency and party
    [AP ORG 1] melder at [Ap ORG 2] vant. [Arbeiderpartiet ORG 2] takket.
    1 ORG AP | 2 ORG Arbeiderpartiet
"""

TYPES = """
surname of somebody named in full
    [Bashar al-Assad PER 1] taper. [Assad ORG 1 0.8] flykter, og [Assads PER 1 0.7] hær taper.
    1 PER Bashar al-Assad
a tagger that insists
    [Assad ORG 1] flykter. [Assad ORG 1] taper. [Assad PER 1] tier.
    1 ORG Assad
country that acts
    [Tyrkia ORG 1] angriper. [Tyrkias ORG 1] hær rykker inn i [Syria LOC 2].
    1 LOC Tyrkia | 2 LOC Syria
union
    [EU LOC 1] vedtar. [EUs LOC 1] ledere møtes i [EU LOC 1].
    1 ORG EU
agency that nobody is called by
    Russiske [Tass PER 1 0.8] melder om regn, sier [Moss PER 2 0.8].
    1 ORG Tass | 2 PER Moss
realm that is no surname
    [Georg av Hannover PER 1] kom til [Hannover PER 2 0.7]. I [Hannover LOC 2] regner det.
    1 PER Georg av Hannover | 2 LOC Hannover
Vietnamese name
    [Vo Van Minh LOC 1 0.9] gikk av. [Minh LOC 1 0.8] er 52 år.
    1 PER Vo Van Minh
municipality and a surname
    [Hilde Berg PER 1] bor i [Berg kommune PER 2 0.9]. [Berg PER 1] er lærer.
    1 PER Hilde Berg | 2 LOC Berg kommune
company by its legal form
    [Fjordcelle AS ORG 1] selges. [Fjordcelle PER 1 0.8] har gjeld.
    1 ORG Fjordcelle AS
town and surname
    [George Washington PER 1] kom til [Washington LOC 2]. [Washington PER 1] smilte.
    1 PER George Washington | 2 LOC Washington
a person and an unknown place of one name
    [Arne Fjordvik PER 1] bor i [Fjordvik LOC 2]. [Fjordvik PER 1] smilte.
    1 PER Arne Fjordvik | 2 LOC Fjordvik
a person that the tagger takes for a place
    [Arne Fjordvik PER 1] bor her. Til [Fjordvik LOC 1] sa hun ja. [Fjordvik PER 1] smilte.
    1 PER Arne Fjordvik
a town that acts
    [Molde ORG 1] bygger i [Molde LOC 1]. I [Molde LOC 1] lo alle, for [Molde ORG 1] er best.
    1 LOC Molde
event in a tie
    [Fjordlekene EVT 1] begynner. [Fjordlekene ORG 1 0.6] slutter.
    1 ORG Fjordlekene
"""


@pytest.mark.parametrize("case", read_cases(GENITIVES))
def test_genitives_share_the_record_of_their_base_form(case):
    case.check()


@pytest.mark.parametrize("case", read_cases(SPELLINGS))
def test_spellings_with_the_same_letters_share_a_record(case):
    case.check()


@pytest.mark.parametrize("case", read_cases(TYPES))
def test_a_name_has_one_type(case):
    case.check()


def read(marked, lexicon=None):
    """The names of a marked sentence, by form."""
    sentence = parse_sentence(marked)
    mentions = sort_mentions(sentence.mentions)
    known = packaged() if lexicon is None else lexicon | packaged()
    return {name.form: name for name in read_names(mentions, Context(sentence.text), known)}


def test_a_name_has_its_mentions_in_the_order_of_the_text_and_its_forms_with_counts():
    name = read("[Al-Jazeera ORG] melder. [al Jazeera ORG] og [al Jazeera ORG] gjentar.")[
        "al Jazeera"
    ]
    assert [m.start for m in name.mentions] == sorted(m.start for m in name.mentions)
    assert name.forms == {"Al-Jazeera": 1, "al Jazeera": 2}
    assert name.count == 3
    assert name.words == ("al", "jazeera")


def test_a_name_is_shown_by_its_most_frequent_form_not_in_capitals():
    assert "Rawa" in read("[RAWA LOC] og [RAWA LOC], [Rawa LOC].")


def test_one_written_form_has_one_base_form_in_the_document():
    sentence = parse_sentence("[Tveitnes PER] kom. [Tveitnes PER] leder gikk. [Tveitnes PER] sov.")
    bases = find_bases(sentence.mentions, Context(sentence.text), packaged())
    assert set(bases) == {"Tveitnes"}


def test_a_form_is_no_evidence_for_itself():
    once = parse_sentence("Det sier [Hovdals LOC] leder.")
    assert find_bases(once.mentions, Context(once.text), packaged()) == {"Hovdals": "Hovdal"}
    seen = parse_sentence("Det sier [Hovdals LOC] leder. Hun bor i [Hovdals LOC].")
    assert find_bases(seen.mentions, Context(seen.text), packaged()) == {"Hovdals": "Hovdals"}


def test_inside_a_compound_nothing_is_a_genitive():
    sentence = parse_sentence("[Iraks-saken LOC~] er over.")
    assert find_bases(sentence.mentions, Context(sentence.text), packaged()) == {"Iraks": "Iraks"}


def test_a_union_is_an_organisation_however_often_it_is_labelled_as_countries_are():
    text = "EU vedtar. EU nøler. EU møtes i EU. EU vil. EU kan."
    places = [place for place in range(len(text)) if text.startswith("EU", place)]
    union, *_ = normalise([Mention(p, p + 2, "EU", "LOC", "GPE_ORG") for p in places], text=text)
    assert (union.type, len(union.mentions)) == ("ORG", 6)


def test_a_town_that_a_tagger_of_places_that_act_calls_an_organisation_has_a_club():
    text = "Molde slo Brann. I Molde lo alle, for Molde er best."
    labels = iter(("ORG", "GPE_LOC", "ORG"))
    mentions = [
        Mention(m.start(), m.end(), "Molde", "ORG" if label == "ORG" else "LOC", label)
        for m, label in zip(re.finditer("Molde", text), labels, strict=True)
    ]
    found = {(record.type, len(record.mentions)) for record in normalise(mentions, text=text)}
    assert found == {("ORG", 2), ("LOC", 1)}


def test_two_names_of_one_key_are_read_where_the_lexicon_knows_both():
    names = read("[AP ORG] melder at [Ap ORG] vant.")
    assert set(names) == {"AP", "Ap"}
    assert names["AP"].key == names["Ap"].key


def test_names_are_ordered_by_key_whatever_the_text():
    names = list(read("[Oslo LOC], [Bergen LOC] og [Erna Solberg PER].").values())
    keys = [(name.key, name.type) for name in names]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("Erna Solberg", "erna solberg"),
        ("Al-Jazeera", "al jazeera"),
        ("U.S.A.", "usa"),
        ("Bodø/Glimt", "bodoe glimt"),
        ("Harald «Dutte» Berg", "harald dutte berg"),
        ("Hashd al-Sha'abi", "hashd al shaabi"),
        ("«»", '""'),
        ("", ""),
    ],
)
def test_keys_are_plain_small_letters(form, key):
    assert make_key(form) == key


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        (Mention(0, 5, "Syria", "LOC"), "Syria"),
        (Mention(0, 12, "Syria-krigen", "LOC", kind="derived"), "Syria"),
        (Mention(0, 12, "Syria-krigen", "DRV"), "Syria"),
        (Mention(0, 12, "Syria-krigen", "EVT"), "Syria-krigen"),
        (Mention(0, 5, "norsk", "LOC", kind="derived"), "norsk"),
    ],
)
def test_the_name_in_a_mention(mention, name):
    assert inner_name(mention) == name


def test_mentions_are_put_in_the_order_of_the_text():
    late, early = Mention(9, 13, "Oslo", "LOC"), Mention(0, 5, "Assad", "PER")
    long = Mention(0, 9, "Assad den", "PER")
    assert sort_mentions([late, long, early]) == [early, long, late]


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("statsminister Solberg", "solberg"),
        ("kong Harald V", "harald v"),
        ("Sp-leder Vedum", "vedum"),
        ("general", "general"),
        ("Erna Solberg", "erna solberg"),
    ],
)
def test_a_title_is_no_part_of_the_untitled_key(form, key):
    assert Name(make_key(form), "PER", (), {form: 1}).untitled_key == key


def test_other_types_have_no_titles():
    form = "General Electric"
    assert Name(make_key(form), "ORG", (), {form: 1}).untitled_key == "general electric"


@pytest.mark.parametrize("shown", ["Harald «Dutte» Berg", "Harald “Dutte” Berg"])
def test_a_form_is_written_with_the_marks_of_the_text(shown):
    genitive = f"{shown}s"
    name = Name("", "PER", (Mention(0, len(genitive), genitive, "PER"),), {})
    assert name.written('Harald "Dutte" Berg') == shown
    assert name.written("Kari-Anne Berg") == "Kari-Anne Berg"


def test_an_own_lexicon_tells_two_names_of_one_key_apart():
    own = Lexicon(
        [
            Entry("organisation:1", "ORG", "organisation", "Fjord"),
            Entry("organisation:2", "ORG", "organisation", "FJORD"),
        ]
    )
    assert set(read("[Fjord ORG] og [FJORD ORG].", own)) == {"Fjord", "FJORD"}
