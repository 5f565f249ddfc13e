import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.errors import InputError
from ntbner.lexicon import Entry, Lexicon
from ntbner.normaliser.compare import compare
from ntbner.normaliser.pool import cluster_names
from ntbner.records import Judgement

POOL = """
    LOC Sotsji, Sochi, Sotchi
    LOC Tsjernobyl, Chernobyl
    LOC Irak
    LOC Iran
    LOC Aarhus, Århus
    PER Erna Solberg
    PER Erling Solberg
    PER Erna Stolberg
    PER Solberg
    PER Volodymyr Zelenskyj, Vladimir Zelensky, Volodymyr Zelensky
    PER Jens Kristian Hansen, J.K. Hansen, Jens K. Hansen
    PER Gloria Macapagal-Arroyo, Gloria Arroyo
    PER Abdelamir Yarallah, Abd al-Amir Yar Allah
    PER Orbán Viktor, Viktor Orbán
    PER Deng Xiaoping, Teng Hsiao-ping
    PER Mikhail Terentjev, Michail Terentiev
    PER Khristo Markov, Hristo Markov
    ORG Hashed al-Shaabi, Hashd al-Sha'abi
    ORG Haukeland universitetssykehus
    ORG Aker universitetssykehus
    ORG FN, De forente nasjoner, Forente nasjoner
    ORG Equinor ASA, Equinor
    ORG Den norske kirke, Den norske kyrkja
"""


def read_pool(table):
    """Rows *TYPE form, form …*, a cluster each, as sets of names."""
    rows = (row.strip().partition(" ") for row in table.strip().splitlines())
    return [{(form, type) for form in forms.split(", ")} for type, _, forms in rows]


GOLD = read_pool(POOL)
NAMES = sorted(set().union(*GOLD))


def cluster(names, **options):
    """Clusters as a set of sets of names."""
    return {frozenset(names[i] for i in group) for group in cluster_names(names, **options)}


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: min(gold)[0])
def test_forms_of_one_name_are_one_cluster(gold):
    assert frozenset(gold) in cluster(NAMES)


POOLS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=14)
SHORT = st.lists(
    st.tuples(
        st.text(alphabet="abåAB .-'1", max_size=6),
        st.sampled_from(["PER", "LOC", "ORG", "MISC"]),
    ),
    max_size=10,
)


@given(POOLS | SHORT)
def test_every_name_is_in_one_cluster(names):
    clusters = cluster_names(names)
    assert sorted(number for group in clusters for number in group) == list(range(len(names)))
    assert clusters == sorted(map(sorted, clusters))


@given(POOLS | SHORT, st.randoms())
def test_clusters_do_not_depend_on_the_order_of_names(names, rng):
    shuffled = list(names)
    rng.shuffle(shuffled)
    assert cluster(shuffled) == cluster(names)


@given(POOLS | SHORT)
def test_no_cluster_holds_names_that_are_different(names):
    for group in cluster(names):
        for form, type in group:
            for other, other_type in group:
                assert type == other_type
                assert compare(form, other, type=type).judgement is not Judgement.DIFFERENT


@given(POOLS)
def test_the_same_form_twice_is_one_name(names):
    doubled = cluster_names(names + names)
    assert all(
        {number + len(names) for number in group if number < len(names)} <= set(group)
        for group in doubled
    )


def test_a_different_pair_is_not_joined_through_a_third():
    lexicon = Lexicon(different=[("Jens Hansen", "Jens Kristian Hansen")])
    names = [("Jens Hansen", "PER"), ("J. Hansen", "PER"), ("Jens Kristian Hansen", "PER")]
    home = {
        n: number
        for number, group in enumerate(cluster_names(names, lexicon=lexicon))
        for n in group
    }
    assert home[0] != home[2]


def test_two_types_never_meet():
    assert cluster_names([("Vigeland", "LOC"), ("Vigeland", "PER")]) == [[0], [1]]


def test_the_callers_lexicon_joins_what_letters_cannot():
    names = [("Byen", "LOC"), ("Bjørgvin", "LOC")]
    lexicon = Lexicon([Entry("city:1", "LOC", "city", "Bjørgvin", aliases=("Byen",))])
    assert cluster_names(names, lexicon=Lexicon()) == [[0], [1]]
    assert cluster_names(names, lexicon=lexicon) == [[0, 1]]


def test_a_large_block_still_joins_neighbours():
    vowels, consonants = "aeiou", "bdfgklmnprstv"
    names = [
        (f"{v.upper()}{c}a{d} Hansvold", "PER") for v in vowels for c in "dln" for d in consonants
    ]
    names += [("Grethe Hansvold", "PER"), ("Grete Hansvold", "PER")]
    home = {number: group for group in cluster_names(names) for number in group}
    assert home[len(names) - 1] == home[len(names) - 2] == [len(names) - 2, len(names) - 1]


# ── what comes from elsewhere ────────────────────────────────────────────────


def test_labels_of_another_tagger_are_read_as_our_types():
    assert cluster_names([("Sotsji", "GPE_LOC"), ("Erna", "PERSON"), ("Sochi", "LOC")]) == [
        [0, 2],
        [1],
    ]


@pytest.mark.parametrize("label", ["WEIRD", ""])
def test_a_label_that_means_nothing_is_refused(label):
    with pytest.raises(InputError, match="expected PER, LOC, ORG"):
        cluster_names([("Oslo", label)])


@pytest.mark.parametrize("item", ["Bergen", "FN", ("Bergen",), ("Bergen", None), (None, "LOC")])
def test_a_name_without_its_type_is_refused_with_advice(item):
    with pytest.raises(
        InputError, match=r"item 1: expected a form and its type, \('Oslo', 'LOC'\)"
    ):
        cluster_names([("Oslo", "LOC"), item])


def test_what_are_no_names_is_refused():
    with pytest.raises(InputError, match="use a list"):
        cluster_names(None)


def test_the_name_of_a_file_is_no_lexicon():
    with pytest.raises(InputError, match=r"pass Lexicon\.from_file\('own\.csv'\)"):
        cluster_names([], lexicon="own.csv")


@pytest.mark.parametrize("on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(on):
    (gc.enable if on else gc.disable)()
    try:
        cluster_names([("Oslo", "LOC")])
        with pytest.raises(InputError):
            cluster_names(["Oslo"])
        assert gc.isenabled() is on
    finally:
        gc.enable()
