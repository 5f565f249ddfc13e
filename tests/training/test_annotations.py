from __future__ import annotations

import argparse
import gzip
import json

import pytest

from ntbner.errors import CorpusError, InputError
from ntbner.training.annotations import (
    NORBENCH_FILES,
    Joined,
    add_arguments,
    format_refused,
    index_texts,
    join_file,
    read_norquad,
    run,
    write_rows,
)

PAIRS = (
    ("Hun bor i Vik nå.", "Ho bur i Vik no."),
    ("Per Moe kommer ikke.", "Per Moe kjem ikkje."),
    ("Været blir bra.", "Vêret blir bra."),
)

ARTICLE = "Moe åpner ny bru\nPer Moe åpnet tirsdag Vikbrua."


def command(*arguments):
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args([str(argument) for argument in arguments]))


def annotated(id, text, written, label):
    start = text.index(written)
    found = {"start": start, "end": start + len(written), "text": written, "label": label}
    return {"id": id, "text": text, "spans": [found]}


WIRE = [
    annotated("npk-1-nb", PAIRS[0][0], "Vik", "GPE_LOC"),
    annotated("npk-2-nn", PAIRS[1][1], "Per Moe", "PER"),
]
DOCS = [annotated("norquad-1", ARTICLE, "Vikbrua", "LOC")]


@pytest.fixture
def clones(tmp_path):
    """Small stand-ins for the public sources, and the stand-off files made from them."""
    data = tmp_path / "norbench" / "nmt" / "data"
    data.mkdir(parents=True)
    for name, pair in zip(NORBENCH_FILES, PAIRS, strict=True):
        with gzip.open(data / name, "wt", encoding="utf-8") as out:
            out.write("\t ".join(pair) + " \n")
    norquad = tmp_path / "norquad" / "data"
    norquad.mkdir(parents=True)
    passage = ARTICLE.replace("\n", "\n\n") + "\n"
    content = {"data": [{"paragraphs": [{"context": passage, "qas": []}]}]}
    (norquad / "train.json").write_text(json.dumps(content), encoding="utf-8")
    write_rows(WIRE, tmp_path / "wire_train.jsonl")
    write_rows(DOCS, tmp_path / "docs_train.jsonl")
    files = (tmp_path / "wire_train.jsonl", tmp_path / "docs_train.jsonl")
    command("split", *files, "--out", tmp_path / "annotations")
    return tmp_path


def read_rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def join(clones, *sources):
    options = [
        part
        for source in sources
        for part in ("--norquad" if source == "norquad" else "--norbench", clones / source)
    ]
    places = ("--annotations", clones / "annotations", "--out", clones / "gold")
    return command("join", *options, *places)


def test_split_and_join_are_inverse(clones, capsys):
    assert join(clones, "norbench", "norquad") == 0
    assert read_rows(clones / "gold" / "wire_train.jsonl") == WIRE
    assert read_rows(clones / "gold" / "docs_train.jsonl") == DOCS
    assert "wire_train.jsonl: 2 texts" in capsys.readouterr().out


def test_one_source_joins_its_own_files_only(clones):
    assert join(clones, "norquad") == 0
    assert [path.name for path in (clones / "gold").iterdir()] == ["docs_train.jsonl"]


def test_a_changed_text_is_refused_and_named(clones, capsys):
    with gzip.open(clones / "norbench/nmt/data" / NORBENCH_FILES[1], "wt") as out:
        out.write("Per Moe kommer ikke.\tPer Moe kjem ikkje!\n")
    assert join(clones, "norbench") == 1
    assert read_rows(clones / "gold" / "wire_train.jsonl") == WIRE[:1]
    message = capsys.readouterr().err
    assert "1 of 2 texts refused" in message
    assert "npk-2-nn" in message


def test_stand_off_files_hold_no_text(clones):
    for path in (clones / "annotations").iterdir():
        assert "Vik" not in path.read_text(encoding="utf-8")


def test_no_source_is_an_error(clones):
    with pytest.raises(InputError, match="--norbench"):
        join(clones)


def test_a_missing_clone_is_named(clones):
    with pytest.raises(CorpusError, match=r"nb_nn_train.*no such file"):
        join(clones, "gone")
    with pytest.raises(CorpusError, match=r"no \.json file"):
        list(read_norquad(clones / "gone"))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON"),
        ("[]", "an object"),
        ('{"id": "a"}', "'id' and 'hash'"),
        (f'{{"id": "a", "hash": "{next(iter(index_texts([ARTICLE])))}", "labels": [7]}}', "row"),
    ],
)
def test_a_malformed_row_is_refused_with_its_line(tmp_path, line, problem):
    path = tmp_path / "wire.jsonl"
    path.write_text("\n" + line + "\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=rf"wire\.jsonl:2: .*{problem}"):
        join_file(path, index_texts([ARTICLE]))


def test_a_row_that_does_not_fit_its_text_cannot_be_split(tmp_path):
    row = WIRE[0] | {"text": "Noe annet."}
    write_rows([row], tmp_path / "bad.jsonl")
    with pytest.raises(CorpusError, match=r"bad\.jsonl:1"):
        command("split", tmp_path / "bad.jsonl", "--out", tmp_path / "out")


def test_many_refused_texts_are_counted_not_listed(tmp_path):
    message = format_refused(tmp_path, Joined((), tuple(f"id-{n}" for n in range(25))))
    assert "25 of 25" in message
    assert message.endswith("id-9 and 15 more\n")
