from __future__ import annotations

from ntbner.training.language import learn_weights, main

BOKMAAL = ["hun vet ikke hva de gjør i Bergen", "guttene og jentene sang"] * 5
NYNORSK = ["ho veit ikkje kva dei gjer i Bergen", "gutane og jentene song"] * 5


def test_words_of_one_form_get_its_sign():
    weights = learn_weights(BOKMAAL, NYNORSK)
    assert all(weights[word] < 0 for word in ("hun", "ikke", "hva", "guttene"))
    assert all(weights[word] > 0 for word in ("ho", "ikkje", "kva", "gutane"))


def test_words_of_both_forms_weigh_nothing():
    weights = learn_weights(BOKMAAL, BOKMAAL)
    assert weights == {}


def test_capitalised_words_are_left_out():
    assert "bergen" not in learn_weights(["i Bergen"] * 9, ["på Voss"] * 9)


def test_endings_stand_in_for_words_that_are_not_kept():
    weights = learn_weights(["guttene jentene"] * 9, ["gutane jentane"] * 9, words=0)
    assert weights == {"-ene": weights["-ene"], "-ane": weights["-ane"]}
    assert weights["-ene"] < 0 < weights["-ane"]


def test_command_writes_the_same_table_twice(tmp_path):
    nb, nn = tmp_path / "nb.txt", tmp_path / "nn.txt"
    nb.write_text("\n".join(BOKMAAL), encoding="utf-8")
    nn.write_text("\n".join(NYNORSK), encoding="utf-8")
    tables = []
    for name in ("one.tsv", "two.tsv"):
        main(["--nb", str(nb), "--nn", str(nn), "--out", str(tmp_path / name)])
        tables.append((tmp_path / name).read_text(encoding="utf-8"))
    assert tables[0] == tables[1]
    assert tables[0].startswith("# ")
    assert "ikkje\t" in tables[0]
