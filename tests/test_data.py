from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from ntbner.lexicon import Category, packaged
from ntbner.lexicon.packaged import read_resource

DATA = Path(__file__).parents[1] / "data"
SOURCES = DATA / "sources"
TABLES = sorted(path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.t[sx][vt]"))
ADDITIONS = {"countries.tsv", "country_forms.tsv", "exonyms.tsv"}
README = (DATA / "README.md").read_text(encoding="utf-8")


def read(table):
    lines = [line for line in (SOURCES / table).read_text(encoding="utf-8").split("\n") if line]
    header = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
    rows = [line for line in lines if not line.startswith("#")]
    return header, rows[1:] if table.endswith(".tsv") else rows


def listed():
    """Date and count of every list, as the README has them."""
    rows = re.findall(r"^\| `([\w/.]+\.(?:tsv|txt))` \|.*\| ([\d-]+) \| (\d+) \|$", README, re.M)
    return {name: (date, int(count)) for name, date, count in rows}


@pytest.fixture
def lexicon_build(monkeypatch):
    monkeypatch.syspath_prepend(str(DATA))
    yield
    for name in [name for name in sys.modules if name.startswith("lexicon_build")]:
        del sys.modules[name]


def test_the_readme_has_every_list_and_no_other():
    assert sorted(listed()) == TABLES


@pytest.mark.parametrize("table", TABLES)
def test_the_readme_counts_and_dates_a_list_right(table):
    header, rows = read(table)
    assert listed()[table] == (header["date"], len(rows))


@pytest.mark.parametrize("table", TABLES)
def test_a_list_says_where_it_is_from(table):
    header, _ = read(table)
    assert header["licence"] == "CC0-1.0"
    assert len(header["provenance"]) > 20
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", header["date"])


@pytest.mark.parametrize("table", [name for name in TABLES if name.endswith(".tsv")])
def test_no_row_of_a_table_stands_twice(table):
    _, rows = read(table)
    width = 2 if table == "exonyms.tsv" else 1
    keys = [tuple(row.split("\t")[:width]) for row in rows]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_the_lexicon_has_an_entry_for_every_row():
    found = Counter(entry.source for entry in packaged())
    packages = dict(re.findall(r"^\| `(\w+)` \|.*\| (\d+) \|$", README, re.M))
    expected = {source: int(count) for source, count in packages.items()}
    for table, (_, count) in listed().items():
        if table.endswith(".tsv") and table not in ADDITIONS:
            expected[table.removesuffix(".tsv")] = count
    assert found == expected


def test_the_readme_has_the_pinned_packages():
    for pin in (DATA / "requirements.txt").read_text(encoding="utf-8").split():
        name, _, version = pin.partition("==")
        assert f"`{name}` {version}" in README


def test_every_form_of_an_entry_is_in_the_index():
    forms = read_resource("forms.tsv").splitlines()
    indexed = {id for line in forms for id in line.partition("\t")[2].split("|")}
    assert indexed == {entry.id for entry in packaged()}


@pytest.mark.usefixtures("lexicon_build")
def test_the_build_numbers_the_categories_as_the_library_does():
    from lexicon_build.words import BITS

    assert {name: bit for name, bit in BITS.items() if bit} == {c.name: c.value for c in Category}


@pytest.mark.usefixtures("lexicon_build")
@pytest.mark.parametrize(
    ("lines", "error"),
    [
        (["# type: ORG", "# kind: body", "name\tnonsense", "A\tB"], "unknown columns"),
        (["# type: ORG", "# kind: body", "# colour: red", "name", "A"], "header lines"),
        (["# type: ORG", "# kind: body", "name", "A\tB"], ":4: 2 cells for 1 columns"),
        (["# type: ORG", "# kind: body", "name\taliases", "\tB"], ":4: "),
    ],
)
def test_the_build_stops_at_a_malformed_table(tmp_path, lines, error):
    from lexicon_build.rows import table_rows

    path = tmp_path / "table.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=error):
        list(table_rows(path))


@pytest.mark.usefixtures("lexicon_build")
def test_a_table_without_words_makes_entries_and_no_features(tmp_path):
    from lexicon_build.rows import table_rows
    from lexicon_build.words import word_masks

    path = tmp_path / "table.tsv"
    path.write_text("# type: ORG\n# kind: body\n# words: none\nname\nNato\n", encoding="utf-8")
    (row,) = table_rows(path)
    assert (row.id, row.type, row.source) == ("body:nato", "ORG", "table")
    assert word_masks([row], []) == {}


@pytest.mark.usefixtures("lexicon_build")
def test_a_table_of_whole_words_leaves_out_inner_and_everyday_words(tmp_path):
    from lexicon_build.rows import table_rows
    from lexicon_build.words import BITS, word_masks

    path = tmp_path / "table.tsv"
    path.write_text(
        "# type: ORG\n# kind: party\n# words: whole\nname\nHøyre\nUnge Venstre\nFront\n",
        encoding="utf-8",
    )
    masks = word_masks(table_rows(path), [("COMMON", ["front"])])
    assert masks == {"Front": 0, "Høyre": BITS["PARTY"]}


def test_no_two_organisations_have_one_name():
    names = Counter(entry.name for entry in packaged() if entry.type == "ORG")
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.usefixtures("lexicon_build")
def test_alternate_names_of_a_city_that_can_mean_something_else_are_left_out():
    from lexicon_build.alternates import Alternates

    alternates = Alternates(
        places=frozenset(("Tunisia", "Mali")),
        cities=frozenset(("Carthage",)),
        words=frozenset(("barna",)),
        personal=frozenset(("Sofie",)),
    )
    readable = ["Túnez", "Tunisa", "Tunis khot", "Mali", "Male", "Carthage", "Barna", "Sofie"]
    kept = alternates.of([*readable, "Тунис", "Tunisas", "TUNIS"])
    assert kept == ["Male", "Tunis khot", "Túnez"]


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Ruoŧŧa", "Sverige"),
        ("Česko", "Tsjekkia"),
        ("Kárášjohka", "Karasjok"),
        ("Vesisaari", "Vadsø"),
        ("Nord-Noreg", "Nord-Norge"),
        ("Strait of Hormuz", "Hormuzstredet"),
        ("Danube", "Donau"),
    ],
)
def test_a_name_in_another_language_is_the_place(form, name):
    assert [entry.name for entry in packaged().find(form, type="LOC")] == [name]


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("Demokratene", {"Demokratene", "Det demokratiske partiet"}),
        ("KD", {"Kunnskapsdepartementet", "Kristdemokraterna"}),
        ("ESA", {"EFTAs overvåkingsorgan", "Den europeiske romorganisasjonen"}),
        ("Amerika", {"Amerika", "USA"}),
    ],
)
def test_a_form_with_two_readings_has_both(form, names):
    assert {entry.name for entry in packaged().find(form)} == names


@pytest.mark.parametrize(
    ("form", "other"),
    [
        ("Tunisa", "Tunis"),
        ("Alphabet", "Google"),
        ("Point Resources", "Vår Energi"),
        ("ISWAP", "Boko Haram"),
        ("Ministry of Foreign Affairs", "Utenriksdepartementet"),
    ],
)
def test_what_is_something_else_is_no_other_name(form, other):
    ids = {entry.id for entry in packaged().find(other)}
    assert ids.isdisjoint(entry.id for entry in packaged().find(form))


def test_pairs_are_distinct_names_of_known_lists():
    lines = (DATA / "pairs" / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    header, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    assert header == ["list", "names", "type", "a", "b"]
    assert {tuple(row[:3]) for row in rows} == {
        (part, names, type)
        for part in ("worked_on", "set_aside", "last")
        for names in ("one", "two")
        for type in ("PER", "LOC", "ORG")
    }
    assert len({(row[2], *sorted(row[3:])) for row in rows}) == len(rows) == 1364
    assert all(a != b and a == a.strip() and b == b.strip() for *_, a, b in rows)
