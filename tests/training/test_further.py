"""Training further: the packaged pipeline goes on with a newsroom's own annotated file."""

import logging
import re
from pathlib import Path

import pytest
import spacy

import ntbner
from ntbner.cli import main
from ntbner.training.corpora import read_corpus

ROOT = Path(__file__).parents[2]
ANNOTATED = ROOT / "data" / "examples" / "annotated.jsonl"
PAGE = ROOT / "docs" / "how-to" / "training.md"


def train(folder, *options):
    """Run the page's command in a folder, for one epoch on its three texts."""
    return main(
        [
            *("train", "--init", "packaged", "--gold", str(ANNOTATED)),
            *("--out", str(folder / "pipeline"), "--work", str(folder / "work")),
            *("--set", "training.epochs=1", "--threads", "1", *options),
        ]
    )


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """The folder of a training that is done."""
    folder = tmp_path_factory.mktemp("newsroom")
    assert train(folder, "--dev", str(ANNOTATED)) == 0
    return folder


@pytest.fixture(scope="module")
def pipeline(trained):
    return ntbner.load(trained / "pipeline")


def read_weights(nlp):
    return nlp.get_pipe("ntbner_tagger").weights


def test_the_page_shows_the_file():
    (shown,) = re.findall(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert shown == ANNOTATED.read_text(encoding="utf-8")


def test_the_file_is_annotated_as_the_page_says():
    names = [
        (sentence.text[span.start : span.end], span.label)
        for sentence in read_corpus(ANNOTATED)
        for span in sentence.spans
    ]
    assert names == [
        ("Kraftlauget", "ORG"),
        ("Hamar", "GPE_LOC"),
        ("Marte Solheim", "PER"),
        ("Norges", "GPE_ORG"),
        ("Sveits-turen", "DRV"),
    ]


def test_the_new_pipeline_extracts(pipeline):
    result = ntbner.extract("Marte Solheim forlot Irak. Solheim kom til Oslo.", nlp=pipeline)
    assert [(entity.name, entity.type) for entity in result] == [
        ("Marte Solheim", "PER"),
        ("Irak", "LOC"),
        ("Oslo", "LOC"),
    ]
    assert all(0 < mention.confidence <= 1 for mention in result.mentions)


def test_the_new_pipeline_is_a_spacy_pipeline_like_the_packaged_one(trained):
    assert spacy.load(trained / "pipeline").pipe_names == ntbner.load().pipe_names


def test_it_has_learnt_something(pipeline):
    old, new = read_weights(ntbner.load()), read_weights(pipeline)
    assert old.keys() == new.keys()
    assert any((old[name] != new[name]).any() for name in old)


def test_the_same_command_again_goes_on_behind_the_last_epoch(trained, pipeline, caplog):
    before = read_weights(pipeline)
    with caplog.at_level(logging.INFO, logger="ntbner"):
        assert train(trained, "--dev", str(ANNOTATED)) == 0
    assert "further.checkpoint after epoch 1" in caplog.text
    assert "epoch 1 of 1" not in caplog.text
    after = read_weights(ntbner.load(trained / "pipeline"))
    assert all((before[name] == after[name]).all() for name in before)


def test_a_pipeline_that_ntbner_did_not_make_is_refused(tmp_path, make_rules, capsys):
    make_rules("Oslo=GPE").to_disk(tmp_path / "rules")
    assert train(tmp_path, "--init", str(tmp_path / "rules")) == 2
    assert "is not a pipeline that 'ntbner train' made" in capsys.readouterr().err
