from __future__ import annotations

import io
import json
import sys

import pandas
import pytest

from ntbner.errors import MissingExtra
from ntbner.records import ENTITY_COLUMNS, MENTION_COLUMNS, Entity, Extraction, Mention, Reason
from ntbner.views.frames import entity_frame, entity_rows, mention_frame, mention_rows

SURE = Mention(0, 5, "Iraks", "LOC", "GPE_ORG", confidence=0.9, entity="loc-irak")
UNSURE = Mention(11, 15, "Irak", "LOC", entity="loc-irak")
IRAK = Entity(
    "loc-irak",
    "LOC",
    "Irak",
    {"Irak": 2},
    (SURE, UNSURE),
    {"iso3166": "IQ"},
    (Reason("Iraks", "Irak", "genitive", "genitive of 'Irak'"),),
)
RESULT = Extraction("Iraks hær, Irak.", (SURE, UNSURE), (IRAK,), doc_id="a")
EMPTY = Extraction("Ingen her.")

FRAMES = [(entity_frame, ENTITY_COLUMNS), (mention_frame, MENTION_COLUMNS)]


@pytest.mark.parametrize(("frame", "columns"), FRAMES)
@pytest.mark.parametrize("results", [[RESULT], [EMPTY], [], [RESULT, EMPTY, RESULT]])
def test_columns_and_types_never_vary(frame, columns, results):
    made = frame(results)
    assert tuple(made.columns) == columns
    assert made.dtypes.equals(frame([RESULT]).dtypes)


def test_numbers_are_numbers_and_text_is_text():
    types = mention_frame([EMPTY]).dtypes.astype(str).to_dict()
    assert {column for column, type in types.items() if type == "int64"} == {"start", "end"}
    assert {column for column, type in types.items() if type == "float64"} == {"confidence"}
    assert {types[column] for column in ("doc_id", "text", "type", "kind", "entity")} == {"string"}
    assert str(entity_frame([EMPTY]).dtypes["mentions"]) == "int64"


def test_a_record_is_a_row():
    (row,) = entity_frame([RESULT]).to_dict("records")
    assert row == {
        "doc_id": "a",
        "id": "loc-irak",
        "type": "LOC",
        "name": "Irak",
        "mentions": 2,
        "aliases": '{"Irak": 2}',
        "links": '{"iso3166": "IQ"}',
        "reasons": """["Iraks: genitive of 'Irak'"]""",
    }


def test_a_mention_is_a_row_and_what_is_not_known_is_missing():
    frame = mention_frame([RESULT, Extraction(RESULT.text, (UNSURE,))])
    assert frame["text"].tolist() == ["Iraks", "Irak", "Irak"]
    assert frame["confidence"].isna().tolist() == [False, True, True]
    assert frame["label"].isna().tolist() == [False, True, True]
    assert frame["doc_id"].isna().tolist() == [False, False, True]


@pytest.mark.parametrize(("frame", "columns"), FRAMES)
def test_csv_keeps_every_value(frame, columns):
    made = frame([RESULT])
    back = pandas.read_csv(io.StringIO(made.to_csv(index=False))).astype(made.dtypes.to_dict())
    pandas.testing.assert_frame_equal(back, made)


def test_columns_of_several_values_are_read_back_as_json():
    frame = entity_frame([RESULT])
    assert frame["aliases"].map(json.loads).tolist() == [{"Irak": 2}]
    assert frame["links"].map(json.loads).tolist() == [{"iso3166": "IQ"}]
    assert frame["reasons"].map(json.loads).tolist() == [["Iraks: genitive of 'Irak'"]]


def test_rows_have_a_value_for_each_declared_column():
    assert {len(row) for row in entity_rows([RESULT])} == {len(ENTITY_COLUMNS)}
    assert {len(row) for row in mention_rows([RESULT])} == {len(MENTION_COLUMNS)}


@pytest.mark.parametrize(("frame", "columns"), FRAMES)
def test_without_pandas_the_extra_is_named(frame, columns, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match=r"pip install 'ntbner\[frames\]'"):
        frame([RESULT])
