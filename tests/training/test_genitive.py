import gzip

import pytest

from ntbner.training.genitive import cross_validate, f_score, main, predict, train
from ntbner.training.genitive_examples import find_stretches, is_open, read_documents, read_examples
from ntbner.training.genitive_tables import (
    TextCounts,
    count_classes,
    count_text,
    make_odds,
)
from ntbner.training.logistic import fit_weights

NOUNS = ("regjering", "leder", "plan", "hær", "president", "by")
VERBS = ("sier", "mener", "kommer", "spiller", "bor", "vinner")
COUNTRIES = ("Norge", "Irak", "Kina", "Syria")
PEOPLE = ("Jens", "Lars", "Mads", "Anders")


def row(form, lemma, part, features="", name="O"):
    return [form, lemma, part, part, features or "_", "0", "_", "_", f"name={name}"]


def write_corpus(path):
    """Documents in which a country in s owns a noun and a man in s does something."""
    lines = []
    for number, (noun, verb) in enumerate(zip(NOUNS, VERBS, strict=True)):
        lines.append(f"# newdoc id = {number}")
        for country, person in zip(COUNTRIES, PEOPLE, strict=True):
            sentences = (
                [
                    row("Om", "om", "prep"),
                    row(f"{country}s", country, "subst", "prop|gen", "B-GPE_LOC"),
                    row(noun, noun, "subst", "appell"),
                ],
                [
                    row("Ola", "Ola", "subst", "prop", "B-PER"),
                    row(person, person, "subst", "prop", "I-PER"),
                    row(verb, verb, "verb", "pres"),
                ],
            )
            for sentence in sentences:
                lines += ["\t".join([str(n), *cells]) for n, cells in enumerate(sentence, 1)] + [""]
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "nob-train.conll"
    write_corpus(path)
    return path


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(
        "han ser Kinas regjering og Kina\n" * 8
        + "hun så Kina der\n" * 60
        + "hun og Lars sier nei\n" * 5
    )
    return path


def test_documents_start_at_their_marks(corpus):
    documents = list(read_documents(corpus))
    assert [len(document) for document in documents] == [8] * 6


def test_paragraphs_stand_in_for_documents(tmp_path):
    path = tmp_path / "dev.conllu.gz"
    path.write_bytes(gzip.compress(b"# newpar\n1\tA\n\n2\tB\n\n# newpar\n3\tC\n\n"))
    assert [len(document) for document in read_documents(path)] == [2, 1]


def test_names_and_proper_nouns_are_found(corpus):
    rows = next(read_documents(corpus))[1]
    assert [(s.form, s.is_name) for s in find_stretches(rows)] == [
        ("Ola", False),
        ("Jens", False),
        ("Ola Jens", True),
    ]


def test_examples_have_their_surroundings(corpus):
    examples = read_examples(corpus)
    first = examples[0]
    assert first.occurrence.form == "Norges"
    assert (first.occurrence.previous_word, first.occurrence.next_word) == ("Om", NOUNS[0])
    assert (first.genitive, first.lemma, first.occurrence.type) == (True, "Norge", "LOC")
    assert "Iraks" in first.occurrence.known
    assert "Norges" not in first.occurrence.known
    assert first.nearby == frozenset()
    assert {e.occurrence.form for e in examples if not e.genitive} == {
        *PEOPLE,
        *(f"Ola {person}" for person in PEOPLE),
    }


def test_classes_come_from_the_treebank(corpus):
    classes = count_classes([corpus])
    assert classes["om"] == "O"
    assert "Norge" not in classes


def test_running_text_is_counted(text):
    counted = count_text([text])
    assert (counted.counts["Kinas"], counted.counts["Kina"], counted.counts["Lars"]) == (8, 68, 5)
    assert counted.places["Kinas"][0] == ("ser", "regjering")
    assert counted.places["Lars"][0] == ("og", "sier")
    assert counted.behind == {"": 8, "der": 60}


def test_odds_compare_what_stands_behind_genitives_and_other_names(text):
    odds = make_odds(count_text([text]))
    assert odds["regjering"] > 0 > odds["der"]
    assert not any(word.startswith("-") for word in odds)
    assert make_odds(TextCounts({}, {}, {})) == {}


def test_endings_have_odds_where_shorter_ones_say_otherwise():
    nouns, verbs = ("vestkyst", "østkyst", "sørkyst"), ("lyst", "nyst", "kryst", "gyst")
    places = {"Kinas": [("ved", noun) for noun in nouns] * 2}
    text = TextCounts({"Kinas": 6, "Kina": 90}, places, dict.fromkeys(verbs, 10))
    odds = make_odds(text)
    assert odds["-kyst"] > odds["-yst"]
    assert "-tkyst" not in odds


def test_weights_tell_what_they_are_shown():
    weights = fit_weights([["a", "c"], ["b", "c"]] * 20, [True, False] * 20)
    assert weights["a"] > 0 > weights["b"]
    assert abs(weights.get("c", 0.0)) < 0.1


def test_the_model_tells_unseen_documents(corpus, text):
    examples = read_examples(corpus)
    pairs = list(cross_validate(examples, count_classes([corpus]), count_text([text]), 3))
    assert len(pairs) == len(examples)
    for example, model in pairs:
        assert is_open(example.occurrence)
        assert predict(example, model, known=example.nearby) == example.genitive


def test_usages_weigh_frequency_and_neighbours(corpus, text):
    model = train(read_examples(corpus), count_classes([corpus]), count_text([text]))
    assert model.tables.usages["Kinas"].ratio < model.tables.usages["Lars"].ratio
    assert model.tables.usages["Kinas"].odds > model.tables.usages["Lars"].odds


def test_scores_count_both_kinds_of_error():
    assert f_score([(True, True), (False, False)]) == (1.0, 1.0, 1.0)
    assert f_score([(True, True), (True, False), (False, True)]) == (0.5, 0.5, 0.5)
    assert f_score([]) == (0.0, 0.0, 0.0)


def test_command_writes_the_same_table_twice(corpus, text, tmp_path):
    tables = []
    for name in ("one.tsv", "two.tsv"):
        main(["--norne", str(corpus), "--text", str(text), "--out", str(tmp_path / name)])
        tables.append((tmp_path / name).read_text(encoding="utf-8"))
    assert tables[0] == tables[1]
    assert {line.split("\t")[0] for line in tables[0].splitlines()} == {"w", "p", "r", "n"}


def test_command_prints_cross_validated_figures(corpus, capsys):
    main(["--norne", str(corpus), "--folds", "3"])
    printed = capsys.readouterr().out
    assert "in their sentence" in printed
    assert "P 1.0000 R 1.0000 F1 1.0000" in printed
