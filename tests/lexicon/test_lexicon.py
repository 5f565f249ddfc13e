from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.errors import InputError
from ntbner.lexicon import Entry, Lexicon, packaged
from ntbner.lexicon import lexicon as lexicon_module


def ids(form, **options):
    return [entry.id for entry in packaged().find(form, **options)]


def own(name, *aliases, type="PER", **fields):
    return Entry(f"own:{name}", type, "person", name, aliases=aliases, **fields)


# ── finding ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("form", "id"),
    [
        ("Irak", "country:IQ"),
        ("Iraq", "country:IQ"),
        ("IRAK", "country:IQ"),
        ("Noreg", "country:NO"),
        ("USA", "country:US"),
        ("Aarhus", "city:2624652"),
        ("Århus", "city:2624652"),
        ("Sochi", "city:491422"),
        ("FN", "body:de-forente-nasjoner"),
        ("United Nations", "body:de-forente-nasjoner"),
        ("NAV", "state_body:nav"),
        ("SSB", "state_body:statistisk-sentralbyraa"),
        ("FrP", "party:fremskrittspartiet"),
        ("Frp", "party:fremskrittspartiet"),
        ("Kurdistan Workers' Party", "armed_group:kurdistans-arbeiderparti"),
        ("AFP", "media:agence-france-presse"),
        ("Canary Islands", "region:kanarioyene"),
    ],
)
def test_a_form_finds_its_entry(form, id):
    assert ids(form) == [id]


def test_a_homonym_finds_all_that_go_by_it():
    assert ids("Kongo") == ["country:CD", "country:CG"]
    assert len(ids("UDI", type="ORG")) == 2


def test_a_type_leaves_out_the_others():
    assert ids("Irak", type="ORG") == []
    assert ids("Irak", type="LOC") == ["country:IQ"]


def test_unknown_names_find_nothing():
    assert ids("Xyzzyplugh") == []
    assert ids("") == []


@pytest.mark.parametrize("word", ["is", "Is", "fn", "Fn", "ap", "eu", "us", "frankrike"])
def test_a_word_that_only_shares_its_letters_is_no_name(word):
    assert ids(word) == []


def test_short_acronyms_are_told_apart_by_case():
    assert ids("Ap") == ["party:arbeiderpartiet"]
    assert "party:arbeiderpartiet" not in ids("AP")


def test_exact_forms_beat_forms_that_share_the_key():
    lexicon = Lexicon([own("Abc", type="ORG"), own("ABC", type="ORG")])
    assert [entry.id for entry in lexicon.find("ABC")] == ["own:ABC"]
    assert [entry.id for entry in lexicon.find("aBC")] == ["own:Abc", "own:ABC"]


def test_the_packaged_lexicon_iterates_over_as_many_entries_as_it_counts():
    entries = list(packaged())
    assert len(entries) == len(packaged()) == len({entry.id for entry in entries})


def test_every_packaged_entry_is_found_by_each_of_its_forms():
    lexicon = packaged()
    lost = [
        (entry.id, form)
        for entry in list(lexicon)[::7]
        for form in entry.forms
        if entry.id not in {found.id for found in lexicon.find(form)}
    ]
    assert lost == []


# ── holding apart ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("a", "b"),
    [("Irak", "Iran"), ("Niger", "Nigeria"), ("Slovakia", "Slovenia"), ("Mali", "Malawi")],
)
def test_two_entries_are_separate(a, b):
    assert packaged().separate(a, b)
    assert packaged().separate(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("Irak", "Iraq"), ("Irak", "Irak"), ("Irak", "Xyzzyplugh"), ("Qwfp", "Zxcv")]
)
def test_one_entry_and_unknown_names_are_not_separate(a, b):
    assert not packaged().separate(a, b)


def test_a_stated_pair_is_separate_in_any_case_and_order():
    lexicon = Lexicon(different=[("Ola Nordmann", "Ole Nordmann")])
    assert lexicon.separate("OLE NORDMANN", "Ola Nordmann")
    assert not lexicon.separate("Ola Nordmann", "Ola Nordmann")
    assert not lexicon.separate("Ola Nordmann", "Kari Nordmann")


def test_a_stated_pair_of_one_key_is_told_apart_by_its_letters():
    lexicon = Lexicon(different=[("AP", "Ap")])
    assert lexicon.parts("Ap", "AP")
    assert not lexicon.parts("Ap", "Ap")


def test_a_form_said_to_differ_from_a_name_is_no_form_of_it():
    lexicon = Lexicon(different=[("Sotsji", "Sochi")]) | packaged()
    assert lexicon.find("Sochi") == ()
    assert [entry.name for entry in lexicon.find("Sotsji")] == ["Sotsji"]


# ── combining ────────────────────────────────────────────────────────────────


def test_the_left_lexicon_beats_the_right_form_by_form():
    georgia = own("Georgia", type="ORG")
    both = Lexicon([georgia]) | packaged()
    assert both.find("Georgia") == (georgia,)
    assert [entry.id for entry in both.find("Irak")] == ["country:IQ"]
    assert "country:GE" in [entry.id for entry in (packaged() | Lexicon([georgia])).find("Georgia")]


def test_an_own_entry_with_a_known_name_adds_to_what_is_known():
    both = Lexicon([own("Irak", "Tobruksland", type="LOC", links={"own": "7"})]) | packaged()
    (entry,) = both.find("Iraq")
    assert entry.id == "own:Irak"
    assert both.find("Tobruksland") == (entry,)
    assert entry.links == {"iso3166": "IQ", "own": "7"}
    assert not both.separate("Tobruksland", "Republic of Iraq")
    assert both.separate("Tobruksland", "Iran")


def test_an_own_alias_alone_does_not_swallow_what_is_known_by_it():
    both = Lexicon([own("Fabrikken", "Oslo", type="ORG")]) | packaged()
    assert [entry.id for entry in both.find("Oslo")] == ["own:Fabrikken"]
    assert [entry.type for entry in both.find("Kristiania", type="LOC")] == ["LOC"]


def test_pairs_of_both_lexicons_stand():
    both = Lexicon(different=[("A", "B")]) | Lexicon(different=[("C", "D")])
    assert both.parts("A", "B")
    assert both.parts("C", "D")


def test_merging_twice_gives_the_same_lexicon():
    lexicon = Lexicon([own("Kari Nordmann")])
    assert lexicon | packaged() is lexicon | packaged()


NAMES = st.text(alphabet="abcABC -'æøåÆØÅéü.", min_size=1, max_size=8).filter(str.strip)


@given(NAMES, NAMES)
def test_separate_is_symmetric(a, b):
    lexicon = Lexicon([own("Ab"), own("Åb", "AaB")], different=[("a", "b")])
    assert lexicon.separate(a, b) == lexicon.separate(b, a)


@given(NAMES)
def test_nothing_is_separate_from_itself(name):
    lexicon = Lexicon([own("Ab"), own("Åb")], different=[("AB", "Ab"), ("a", "b")])
    assert not lexicon.separate(name, name)


@given(st.lists(NAMES, min_size=1, max_size=5))
def test_an_entry_is_found_by_each_of_its_own_forms(forms):
    entry = own(forms[0], *forms[1:])
    for form in forms:
        assert Lexicon([entry]).find(form) == (entry,)


# ── memory ───────────────────────────────────────────────────────────────────


def test_looking_up_remembers_no_more_than_it_may(monkeypatch):
    monkeypatch.setattr(lexicon_module, "MEMORY", 3)
    lexicon = Lexicon([own("Kari")])
    for number in range(20):
        assert lexicon.find(f"Ukjent {number}") == ()
        assert [entry.name for entry in lexicon.find("Kari")] == ["Kari"]
        assert len(lexicon._cache) <= 3


def test_the_entries_of_a_user_are_told_from_the_packaged_ones():
    cited = own("Ola", source="authors")
    assert [e.name for e in (Lexicon([own("Kari"), cited]) | packaged()).own_entries()] == ["Kari"]
    assert list(packaged().own_entries()) == []
    assert not any(entry.is_own for entry in packaged())


def test_entries_can_be_gathered_in_a_set():
    assert len({own("Kari", links={"own": "1"}), own("Kari", links={"own": "1"})}) == 1


# ── what is refused ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("entries", "advice"),
    [
        ("own.csv", r"pass Lexicon\.from_file\('own\.csv'\)"),
        (Path("own.csv"), r"pass Lexicon\.from_file\('own\.csv'\)"),
        (None, r"not NoneType; pass Lexicon\(\[Entry"),
        (Entry("own:1", "PER", "person", "Kari"), r"not Entry; pass Lexicon\(\[Entry"),
        (["Oslo"], r"found str \('Oslo'\); pass Entry\(id"),
        ([{"name": "Oslo", "type": "LOC"}], r"found dict .*pass Entry\(id"),
        ([own("Kari"), None], r"found NoneType"),
    ],
    ids=repr,
)
def test_what_are_no_entries_is_refused_with_advice(entries, advice):
    with pytest.raises(InputError, match=advice):
        Lexicon(entries)


@pytest.mark.parametrize("type", ["PERSON", "EVT", "per", "", None])
def test_an_entry_of_an_impossible_type_is_refused(type):
    with pytest.raises(InputError, match=r"'own:Kari' has the type .*expected PER, LOC, ORG"):
        Lexicon([own("Kari", type=type)])


@pytest.mark.parametrize("form", ["", " ", None])
def test_an_entry_with_an_empty_form_is_refused(form):
    with pytest.raises(InputError, match="without letters"):
        Lexicon([own("Kari", form)])


@pytest.mark.parametrize("other", [None, "own.csv", [own("Kari")]], ids=repr)
def test_a_lexicon_combines_with_lexicons_alone(other):
    with pytest.raises(TypeError, match="unsupported operand"):
        Lexicon() | other


def test_a_lexicon_says_how_much_it_holds():
    lexicon = Lexicon([own("Kari"), own("Ola")], different=[("Ola", "Ole")])
    assert repr(lexicon) == "Lexicon(entries=2, different=1)"
