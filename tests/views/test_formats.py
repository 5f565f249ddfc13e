from __future__ import annotations

import csv
import json

import pytest

from ntbner.records import ENTITY_COLUMNS, Extraction
from ntbner.views.formats import WRITERS, head

TEXTS = [Extraction("Oslo", doc_id="a"), Extraction("Bergen", doc_id="-")]


def write(name, extractions, titled=True):
    return "".join(WRITERS[name](iter(extractions), titled))


def test_tables_have_a_head_each_where_there_are_several():
    assert write("table", TEXTS).count("==> ") == 2
    assert "==> " not in write("table", TEXTS[:1], titled=False)


def test_the_head_names_the_text():
    assert [head(text) for text in TEXTS] == ["==> a <==", "==> standard input <=="]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_json_is_one_array_and_json_lines_are_one_object_each(number):
    texts = TEXTS[:number]
    rows = json.loads(write("json", texts))
    assert [Extraction.from_dict(row) for row in rows] == texts
    assert [Extraction.from_json(line) for line in write("jsonl", texts).splitlines()] == texts


def test_csv_has_its_columns_even_when_empty():
    assert list(csv.reader(write("csv", []).splitlines())) == [list(ENTITY_COLUMNS)]


def test_html_is_a_whole_page():
    assert write("html", TEXTS).rstrip().endswith("</html>")


@pytest.mark.parametrize("name", ["table", "json", "jsonl", "csv", "html"])
def test_a_writer_waits_for_no_later_text(name):
    def texts():
        yield TEXTS[0]
        pytest.fail("asked for too early")

    assert next(iter(WRITERS[name](texts(), True)))
