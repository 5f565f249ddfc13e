import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.lexicon import packaged
from ntbner.names.genitive import base_form, goes_on, is_genitive, strip_ending
from ntbner.names.text import fold

GENITIVES = """
    Iraks = Irak            NTBs = NTB              Olav Vs = Olav V        TV 2s = TV 2
    IS' = IS                SAS’ = SAS              Marx' = Marx            Moss’ = Moss
    Ap’s = Ap               pc’s = pc               EU's = EU               CBSs = CBS
    Oslos = Oslo            Noregs = Noreg          Høyres = Høyre          Frps = Frp
    Stortingets = Stortinget    Arbeiderpartiets = Arbeiderpartiet    Syrias = Syria
    Saddam Husseins = Saddam Hussein    Donald Trumps = Donald Trump    Kr.F.s = Kr.F.
"""

NAMES_IN_S = """
    Hellas, Paris, Sveits, Jens, Lars, Hamas, Troms, Los Angeles, Norges Bank,
    Dagens Næringsliv, Moss, Voss, Texas, Honduras, Laos, Reuters, Mads, Anders, Nils,
    New York Times, Det hvite hus, Røde Kors, McDonald's, Starbucks, Marx, IS, Max
"""

IN_CONTEXT = """
    ifølge | Marstrands | leder     = Marstrand
    til    | Blomdals   | regjering = Blomdal
    om     | Solbergs   | plan      = Solberg
    i      | Ulvenes    | og        = Ulvenes
    sier   | Strømnes   | .         = Strømnes
    sier   | Jens       | til       = Jens
    at     | Hamas      | angrep    = Hamas
    i      | Troms      | ,         = Troms
    i      | Paris      | .         = Paris
    var    | Olav Vs    | far       = Olav V
    hos    | Kari Blomdals | advokat = Kari Blomdal
    i      | Jesu       | navn      = Jesus
    i      | Bærum kulturhus | .    = Bærum kulturhus
    til    | Ragnhilds  | sommerplaner = Ragnhild
    langs  | Vestlias   | vestkyst  = Vestlia
    hos    | Blomdals   | tannteknikere = Blomdal
"""


def split_pairs(table):
    cells = [cell for line in table.splitlines() for cell in line.split("    ") if cell.strip()]
    return [tuple(part.strip() for part in cell.split("=")) for cell in cells]


def split_contexts(table):
    for line in filter(str.strip, table.splitlines()):
        place, base = line.split("=")
        yield (*(part.strip() for part in place.split("|")), base.strip())


@pytest.mark.parametrize(("form", "base"), split_pairs(GENITIVES))
def test_a_genitive_loses_its_ending(form, base):
    assert is_genitive(form)
    assert base_form(form) == base


@pytest.mark.parametrize("name", [name.strip() for name in NAMES_IN_S.split(",")])
def test_a_name_in_s_is_no_genitive(name):
    assert not is_genitive(name)
    assert base_form(name) == name


@pytest.mark.parametrize(("before", "form", "behind", "base"), list(split_contexts(IN_CONTEXT)))
def test_neighbours_tell_genitives_from_names_in_s(before, form, behind, base):
    assert base_form(form, previous_word=before, next_word=behind) == base


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_an_apostrophe_that_a_tokeniser_cut_off_marks_a_genitive(apostrophe):
    assert is_genitive("IS", previous_word="om", next_word=apostrophe)
    assert base_form("Moss", previous_word="i", next_word=apostrophe) == "Moss"
    assert not is_genitive("Oslo", previous_word="i", next_word=apostrophe)


def test_the_bare_form_in_the_text_speaks_for_a_genitive():
    place = {"previous_word": "møtte", "next_word": "søndag"}
    assert base_form("Tveitnes", known={"Tveitnes"}, **place) == "Tveitnes"
    assert base_form("Quammas", known={"Quamma"}, **place, type="PER") == "Quamma"


def test_the_bare_surname_in_the_text_settles_a_full_name():
    place = {"previous_word": "", "next_word": "seier", "type": "PER", "whole": True}
    assert base_form("Alexander Stubbs", **place) == "Alexander Stubbs"
    assert base_form("Alexander Stubbs", known={"Stubb"}, **place) == "Alexander Stubb"
    assert base_form("Alexander Stubbs", known={"Stubb", "Stubbs"}, **place) == "Alexander Stubbs"


def test_a_name_before_a_name_is_its_owner():
    place = {"previous_word": "er", "next_word": "Vinterlys"}
    assert base_form("Kari Blomdals", known={"Vinterlys og mørke"}, **place) == "Kari Blomdal"
    assert base_form("Kari Blomdals", known={"Vinterlysa"}, **place) == "Kari Blomdals"


@pytest.mark.parametrize("name", ["Blomdals plass", "Nye Blomdals plass", "Blomdals plass skole"])
def test_a_part_of_a_longer_name_has_no_base_form_of_its_own(name):
    place = {"previous_word": "på", "next_word": "plass"}
    assert base_form("Blomdals", known={name}, **place) == "Blomdals"
    assert base_form("Blomdals", known={name}, whole=True, **place) == "Blomdal"


@pytest.mark.parametrize("name", ["Blomdals plassering", "Storblomdals plass", "Blomdals"])
def test_a_longer_name_is_found_by_whole_words(name):
    assert not goes_on("Blomdals", "plass", known={name}, type=None, lexicon=packaged())


def test_an_acronym_keeps_its_genitive_in_a_longer_name():
    assert base_form("NTFs", next_word="fond", known={"NTFs fond"}) == "NTF"
    assert base_form("SOS", next_word="Rasisme", known={"SOS Rasisme"}) == "SOS"


def test_longer_names_of_the_lexicon_count_by_their_own_name_and_type():
    assert base_form("Statens", next_word="vegvesen") == "Statens"
    assert base_form("Norges", next_word="Bank", type="ORG") == "Norges"
    assert base_form("Norges", next_word="Bank", type="LOC") == "Norge"
    assert base_form("Noregs", next_word="regjering") == "Noreg"


def test_the_callers_lexicon_is_asked():
    assert not is_genitive("Mulligan's", lexicon=packaged())
    assert is_genitive("Mulligan's", known={"Mulligan"})


@pytest.mark.parametrize("form", ["", "s", "'", "As", "’s", "-s", "  "])
def test_nothing_is_left_of_no_name(form):
    assert not is_genitive(form)
    assert base_form(form) == fold(form)


NAMES = st.one_of(
    st.text("aeInorsxzSVK2.'’- ", max_size=12),
    st.sampled_from([form for form, _ in split_pairs(GENITIVES)]).flatmap(
        lambda form: st.sampled_from([form, form + "s", form + "'", form + "’s", form.upper()])
    ),
)


@given(NAMES)
def test_the_base_form_of_a_base_form_is_itself(form):
    base = base_form(form)
    assert base_form(base) == base
    assert not is_genitive(base)


@given(NAMES)
def test_a_base_form_is_a_beginning_of_the_form(form):
    assert fold(form).startswith(base_form(form))
    assert fold(form).startswith(strip_ending(fold(form)))


def test_a_latin_genitive_that_is_also_a_given_name_needs_its_base_form():
    assert base_form("Kristi", previous_word="i", next_word="navn") == "Kristi"
    assert base_form("Kristi", known={"Kristus"}) == "Kristus"
    assert is_genitive("Jesu Kristi")
    assert base_form("Jesu Kristi") == "Jesus Kristus"
