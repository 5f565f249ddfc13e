"""The stream: what is read, what is sent, and how it ends when somebody stops early."""

import subprocess
import sys

import pytest

import ntbner

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
