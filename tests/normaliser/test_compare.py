from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.errors import InputError
from ntbner.lexicon import Entry, Lexicon
from ntbner.normaliser.compare import Comparer, compare, compare_many, guess_type
from ntbner.normaliser.pairs.parsed import prepare
from ntbner.records import Judgement

SAME = """
    LOC Sotsji = Sochi
    LOC Tsjernobyl = Chernobyl
    LOC Aarhus = Århus
    LOC Aalesund = Ålesund
    LOC Kyiv = Kiev
    LOC Kharkiv = Kharkov
    LOC Raqqa = ar-Raqqa
    LOC Raqqa = Rakka
    LOC Beijing = Peking
    LOC Norge = Noreg
    LOC Växjö = Vaxjo
    LOC Røros = Roros
    PER Nils-Aslak Valkeapää = Nils Aslak Valkeapaa
    PER Jeltsin = Yeltsin
    PER Gaddafi = Khadafi
    PER Gaddafi = Qaddafi
    PER Sjojgu = Shoigu
    PER Khrusjtsjov = Khrushchev
    PER Gorbatsjov = Gorbachev
    PER Milošević = Milosevic
    PER Muhammad = Mohammed
    PER Yar Allah = Yarallah
    PER Abdelamir Yarallah = Abd al-Amir Yar Allah
    PER Abdelamir Jarallah = Abdul Amir Yarallah
    PER Volodymyr Zelenskyj = Vladimir Zelensky
    PER Mao Zedong = Mao Tse-tung
    PER Carl I. Hagen = Carl Ivar Hagen
    ORG Hashed al-Shaabi = Hashd al-Sha'abi
    ORG al-Qaida = al-Qaeda
    ORG Hizbollah = Hezbollah
    ORG FN = De forente nasjoner
    ORG NAV = Nav
    ORG Høgskolen i Volda = Høgskulen i Volda
"""

NOT_SAME = """
    LOC Irak = Iran
    LOC Niger = Nigeria
    LOC Slovakia = Slovenia
    LOC Gambia = Zambia
    LOC Mali = Malawi
    LOC Nord-Korea = Sør-Korea
    LOC Aust-Agder = Vest-Agder
    LOC Guinea = Guinea-Bissau
    LOC Kongo-Brazzaville = Kongo-Kinshasa
    LOC Dominica = Den dominikanske republikk
    PER Solberg = Stolberg
    PER Erna Solberg = Erna Stolberg
    PER Erna Solberg = Erling Solberg
    PER Andreas Hansen = Andres Hansen
    PER Kim Jong Il = Kim Jong Un
    PER George W. Bush = George H.W. Bush
    PER Assad = Bashar al-Assad
    ORG Haukeland universitetssykehus = Aker universitetssykehus
    ORG Liberal Democratic Party of Russia = Liberal Democratic Party of Japan
    ORG Democratic Party of Japan = Liberal Democratic Party of Japan
    ORG Manchester United = Manchester City
    ORG UD = UDI
"""


def read_pairs(table):
    """Rows *TYPE a = b*, strictly: a row of another shape raises."""
    rows = []
    for row in table.strip().splitlines():
        type, _, pair = row.strip().partition(" ")
        a, b = pair.split(" = ")
        rows.append((type, a, b))
    return rows


@pytest.mark.parametrize(("type", "a", "b"), read_pairs(SAME))
def test_one_name_in_two_spellings_is_the_same(type, a, b):
    assert compare(a, b, type=type).judgement is Judgement.SAME


@pytest.mark.parametrize(("type", "a", "b"), read_pairs(NOT_SAME))
def test_two_names_are_not_the_same_however_close(type, a, b):
    assert compare(a, b, type=type).judgement is not Judgement.SAME


NAMES = st.one_of(
    st.sampled_from(
        [name for _, *pair in read_pairs(SAME) + read_pairs(NOT_SAME) for name in pair]
    ),
    st.text(alphabet="aeiouåøkhsjtv -.'ABIÅ", min_size=1, max_size=20),
)
TYPES = st.sampled_from(["PER", "LOC", "ORG", "MISC", None])


@given(NAMES, NAMES, TYPES)
def test_order_does_not_matter(a, b, type):
    assert compare(a, b, type=type) == compare(b, a, type=type)


@given(NAMES, TYPES)
def test_a_name_is_the_same_as_itself(name, type):
    assert compare(name, name, type=type).judgement is Judgement.SAME


@given(NAMES, NAMES, TYPES)
def test_the_score_is_a_share_and_has_a_reason(a, b, type):
    comparison = compare(a, b, type=type)
    assert 0 <= comparison.score <= 1
    assert all(comparison.reasons)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=8), TYPES)
def test_many_are_compared_as_one_by_one(pairs, type):
    assert list(compare_many(pairs, type=type)) == [compare(a, b, type=type) for a, b in pairs]


def test_many_are_compared_lazily():
    pairs = iter([("Kyiv", "Kiev"), ("Irak", "Iran")])
    next(compare_many(pairs, type="LOC"))
    assert list(pairs) == [("Irak", "Iran")]


ALEXANDRIAS = Lexicon(
    [
        Entry("city:1", "LOC", "city", "Samara"),
        Entry("city:2", "LOC", "city", "Samarra", aliases=("Samara", "Samarrah")),
        Entry("body:1", "ORG", "body", "Samara Arena"),
    ]
)


def test_a_place_is_not_another_that_goes_by_its_name_too():
    judgement = compare("Samara", "Samarrah", type="LOC", lexicon=ALEXANDRIAS).judgement
    assert judgement is Judgement.UNSURE


def test_a_longer_name_is_not_what_the_lexicon_knows_by_the_shorter():
    lexicon = Lexicon([Entry("company:1", "ORG", "company", "Fjordcelle")])
    longer = "Fjordcelle Solveig"
    found = compare("Fjordcelle", longer, type="ORG", lexicon=lexicon)
    assert found.judgement is Judgement.UNSURE
    unknown = compare("Fjordcelle", longer, type="ORG", lexicon=Lexicon())
    assert unknown.judgement is Judgement.SAME


def test_entries_of_another_type_say_nothing():
    known = Comparer(ALEXANDRIAS).know("Samara Arena", "LOC")
    assert known.entries == frozenset()


def test_a_stated_pair_is_different_whatever_its_letters():
    lexicon = Lexicon(different=[("Ola Nordmann", "Ola Nordman")])
    comparison = compare("Ola Nordmann", "Ola Nordman", type="PER", lexicon=lexicon)
    assert comparison.judgement is Judgement.DIFFERENT


@pytest.mark.parametrize(
    ("a", "b", "type"),
    [
        ("Universitetet i Oslo", "Oslo universitet", "ORG"),
        ("Erna Solberg", "Solberg", "PER"),
        ("C. Hagen", "Carl Hagen", "PER"),
        ("Sotsji", "Sochi", "LOC"),
    ],
)
def test_the_type_is_guessed_from_the_words(a, b, type):
    assert guess_type(prepare(a), prepare(b)) == type


# ── what comes from elsewhere ────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("label", "type"), [("PERSON", "PER"), ("GPE_LOC", "LOC"), ("GPE", "LOC"), ("ORG", "ORG")]
)
def test_labels_of_another_tagger_are_read_as_our_types(label, type):
    pairs = [("Yar Allah", "Yarallah"), ("Sotsji", "Sochi"), ("Solberg", "Stolberg")]
    assert list(compare_many(pairs, type=label)) == list(compare_many(pairs, type=type))
    assert [compare(a, b, type=label) for a, b in pairs] == list(compare_many(pairs, type=type))


@pytest.mark.parametrize("label", ["WEIRD", "loc", 3, ["LOC"]])
def test_a_label_that_means_nothing_is_refused_before_anything_is_compared(label):
    with pytest.raises(InputError, match="expected PER, LOC, ORG"):
        compare("Kyiv", "Kiev", type=label)
    with pytest.raises(InputError, match="expected PER, LOC, ORG"):
        compare_many([], type=label)


@pytest.mark.parametrize(
    ("a", "b", "problem"),
    [
        (None, "Oslo", "found None; leave it out"),
        ("Oslo", None, "found None; leave it out"),
        (b"Oslo", b"Oslo", "found bytes"),
        (1, 2, "found int"),
        (Entry("city:1", "LOC", "city", "Oslo"), "Oslo", "found Entry .*pass its name"),
    ],
)
def test_only_strings_can_be_compared(a, b, problem):
    with pytest.raises(InputError, match=problem):
        compare(a, b)
    with pytest.raises(InputError, match=r"item 1: expected two names to compare"):
        list(compare_many([("Kyiv", "Kiev"), (a, b)]))


@pytest.mark.parametrize("pair", ["Oslo", "FN", ("Oslo",), ("a", "b", "c"), None])
def test_an_item_that_is_no_pair_is_refused_after_those_before_it(pair):
    results = compare_many([("Kyiv", "Kiev"), pair])
    assert next(results).judgement is Judgement.SAME
    with pytest.raises(InputError, match=r"item 1: expected two names to compare"):
        next(results)


def test_pairs_may_be_lists():
    assert list(compare_many([["Kyiv", "Kiev"]])) == [compare("Kyiv", "Kiev")]


def test_what_are_no_pairs_is_refused_at_once():
    with pytest.raises(InputError, match="use a list"):
        compare_many(None)


@pytest.mark.parametrize("lexicon", ["own.csv", Path("own.csv")])
def test_the_name_of_a_file_is_no_lexicon(lexicon):
    for call in (
        lambda: compare("a", "b", lexicon=lexicon),
        lambda: compare_many([], lexicon=lexicon),
    ):
        with pytest.raises(InputError, match=r"pass Lexicon\.from_file\('own\.csv'\)"):
            call()


def test_a_list_of_names_is_no_lexicon():
    with pytest.raises(InputError, match=r"not list; pass Lexicon\(\[Entry"):
        compare("a", "b", lexicon=["Oslo"])
