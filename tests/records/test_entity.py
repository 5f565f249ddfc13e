from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from ntbner.records import Entity, Extraction, Mention

from .sample import ASSAD, HARALD, NORWAY, RESULT


def test_records_can_be_gathered_in_a_set():
    assert {*RESULT.people, *Extraction.from_json(RESULT.to_json()).people} == {ASSAD, HARALD}
    assert len({RESULT, Extraction.from_json(RESULT.to_json())}) == 1


def test_records_that_differ_only_in_their_links_differ():
    elsewhere = Entity(NORWAY.id, "LOC", "Noreg", NORWAY.aliases, NORWAY.mentions)
    assert len({NORWAY, elsewhere}) == 2


def test_records_are_frozen():
    with pytest.raises(FrozenInstanceError):
        ASSAD.name = "Putin"


def test_forms_come_once_each_in_the_order_of_the_text():
    mentions = tuple(Mention(0, 1, form, "LOC") for form in ("Iraks", "Irak", "Iraks"))
    assert Entity("loc-irak", "LOC", "Irak", {"Irak": 3}, mentions).forms == ("Iraks", "Irak")


def test_a_record_prints_as_name_type_and_number_of_mentions():
    assert str(ASSAD) == "Bashar al-Assad (PER, 2)"


def test_a_list_of_records_can_be_read():
    assert repr([ASSAD, HARALD]) == (
        "[Entity('Bashar al-Assad', PER, 2 mentions), Entity('Harald V', PER, 1 mention)]"
    )
