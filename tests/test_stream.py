"""The stream: in order, lazily, in batches and processes, and how it ends when somebody stops."""

import subprocess
import sys

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import ntbner
from ntbner import api
from ntbner.errors import InputError, PipelineError

NEWS = (
    "Statsminister Jonas Gahr Støre møtte Volodymyr Zelenskyj i Kyiv.\n\n"
    "Støre reiste så til Århus. Syria-krigen rammer Syria, sa han til NRK."
)
TEXTS = [
    NEWS,
    "",
    "Erna Solberg kom fra Bergen.",
    "Ingen navn her.",
    "Frp vant i Oslo.",
]


def records(result):
    return [(e.name, e.type, dict(e.aliases), len(e.mentions)) for e in result]


@pytest.fixture(scope="module")
def one_by_one():
    return [ntbner.extract(text) for text in TEXTS]


@pytest.mark.parametrize("batch_size", [1, 2, 100])
def test_batches_do_not_change_the_results(batch_size, one_by_one):
    assert list(ntbner.extract_many(TEXTS, batch_size=batch_size)) == one_by_one


def test_processes_do_not_change_the_results(one_by_one, monkeypatch):
    monkeypatch.setattr(api, "LONGEST", 60)
    alone = list(ntbner.extract_many(TEXTS, batch_size=2))
    assert list(ntbner.extract_many(TEXTS, batch_size=2, n_process=2)) == alone
    assert list(map(records, alone)) == list(map(records, one_by_one))


def test_results_come_before_the_last_text_is_asked_for():
    asked = []

    def endless():
        while True:
            asked.append(None)
            yield "Erna Solberg kom fra Bergen."

    results = ntbner.extract_many(endless(), batch_size=2)
    assert asked == []
    assert "Erna Solberg" in next(results)
    assert len(asked) == 2


def test_pairs_give_their_id_to_the_result():
    results = ntbner.extract_many([("a", "Oslo"), (None, "Bergen"), "Moss"])
    assert [(r.doc_id, r.text) for r in results] == [
        ("a", "Oslo"),
        (None, "Bergen"),
        (None, "Moss"),
    ]


def test_results_before_a_bad_item_come_first():
    results = ntbner.extract_many(["Oslo", "Bergen", None, "Moss"])
    assert [next(results).text, next(results).text] == ["Oslo", "Bergen"]
    with pytest.raises(InputError, match=r"^item 2: .*None"):
        next(results)


def test_a_bad_item_can_be_skipped_and_says_so():
    results = list(ntbner.extract_many([("a", "Oslo"), ("b", None), ("c", "Moss")], errors="skip"))
    assert [(r.doc_id, r.text, len(r)) for r in results] == [
        ("a", "Oslo", 1),
        ("b", "", 0),
        ("c", "Moss", 1),
    ]
    assert [r.error is None for r in results] == [True, False, True]
    assert "None" in results[1].error


def test_progress_counts_the_texts_and_changes_nothing(one_by_one, capsys):
    assert list(ntbner.extract_many(TEXTS, progress=True)) == one_by_one
    assert f"{len(TEXTS)}/{len(TEXTS)}" in capsys.readouterr().err


# ── stopping early ───────────────────────────────────────────────────────────

STOPPING_EARLY = """
import ntbner, spacy

def read(texts):
    return ntbner.extract_many(texts, nlp=spacy.blank("nb"), n_process=2, batch_size=10)

texts = ["Oslo og Bergen. " * 200] * 60
for result in read(texts):
    break
try:
    list(read([*texts[:3], None, *texts]))
except ntbner.NtbnerError as error:
    print(error)
held = read(texts)
print(len(next(held)))
"""


def test_whoever_stops_early_does_not_wait_for_the_processes_for_ever():
    done = subprocess.run(
        [sys.executable, "-c", STOPPING_EARLY],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    first, second = done.stdout.splitlines()
    assert first.startswith("item 3: expected a string of text, found None")
    assert second == "0"


def read_until_it_breaks():
    yield "Oslo"
    yield "Bergen"
    raise LookupError("no such row")


@pytest.mark.parametrize("n_process", [1, 2])
def test_an_error_of_the_callers_own_generator_comes_behind_the_results_before_it(
    n_process, make_rules
):
    nlp = make_rules("Oslo=LOC", "Bergen=LOC")
    results = ntbner.extract_many(read_until_it_breaks(), nlp=nlp, n_process=n_process)
    assert [next(results).text, next(results).text] == ["Oslo", "Bergen"]
    with pytest.raises(LookupError, match="no such row"):
        next(results)


def test_where_nobody_wants_more_no_more_is_asked_for(make_rules):
    asked = []

    def endless():
        while True:
            asked.append(None)
            yield "Oslo"

    results = ntbner.extract_many(endless(), nlp=make_rules("Oslo=LOC"), n_process=2, batch_size=1)
    next(results)
    sent = len(asked)
    results.close()
    assert len(asked) <= sent + 1


# ── pipelines that lose a text ───────────────────────────────────────────────


def test_a_tokeniser_that_changes_the_text_is_found_out():
    nlp = spacy.blank("nb")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, text.split())
    with pytest.raises(PipelineError, match=r"item 1: .*keep all characters"):
        list(ntbner.extract_many(["i Oslo ", "i   Oslo"], nlp=nlp))


def test_a_mention_that_is_not_in_the_text_is_found_out(make_rules):
    nlp = make_rules("Oslo=LOC")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, text.title().split())
    with pytest.raises(PipelineError, match=r"item 1: .*keep all characters"):
        list(ntbner.extract_many(["I Oslo ", "i oslo "], nlp=nlp))


@Language.component("refuse_bergen")
def refuse_bergen(doc):
    if "Bergen" in doc.text:
        raise ValueError(doc.text)
    return doc


@pytest.mark.parametrize("texts", [["Oslo", "Bergen", "Moss"], ["Oslo", "Bergen"]])
def test_a_document_that_the_pipeline_drops_is_missed(texts):
    nlp = spacy.blank("nb")
    nlp.add_pipe("refuse_bergen")
    nlp.set_error_handler(lambda name, component, docs, error: None)
    results = ntbner.extract_many(texts, nlp=nlp)
    assert next(results).text == "Oslo"
    with pytest.raises(PipelineError, match=r"item 1: .*drop no document"):
        list(results)
