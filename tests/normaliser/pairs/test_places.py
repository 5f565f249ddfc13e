import pytest

from ntbner.normaliser.pairs.parsed import prepare
from ntbner.normaliser.pairs.places import is_pinyin, judge_places
from ntbner.records import Judgement

SAME = [
    ("Solnechnogorsk", "Solnetsjnogorsk"),
    ("St. Petersburg", "Saint Petersburg"),
    ("Kafr el-Sheikh", "Kafr al-Shaykh"),
    ("Austlandet", "Østlandet"),
    ("Basra", "Basrah"),
    ("Lesnoy", "Lesnoj"),
    ("Benghazi", "Bengasi"),
    ("Nusajbin", "Nusaybin"),
    ("Fjalvik", "Fjavlik"),
]

NOT_SAME = [
    ("Tjumen", "Sjumen", "unsure"),
    ("Pusjkin", "Pushkino", "unsure"),
    ("Virginia", "West Virginia", "unsure"),
    ("-", ".", "unsure"),
    ("Guangzhou", "Ganzhou", "different"),
    ("Hangzhou", "Changzhou", "different"),
    ("Zarinsk", "Dzerzhinsk", "unsure"),
    ("Sande", "Sanda", "unsure"),
    ("Hamar", "Hammar", "unsure"),
    ("Grue", "Gru", "unsure"),
    ("Vågå", "Våga", "unsure"),
    ("Bremsnes", "Bremnes", "unsure"),
    ("Rindal", "Rendal", "unsure"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_place(a, b):
    assert judge_places(prepare(a), prepare(b)).judgement is Judgement.SAME


@pytest.mark.parametrize(("a", "b", "judgement"), NOT_SAME)
def test_not_one_place(a, b, judgement):
    assert judge_places(prepare(a), prepare(b)).judgement.value == judgement


@pytest.mark.parametrize(
    ("word", "answer"),
    [("guangzhou", True), ("zhengzhou", True), ("oslo", False), ("xyz", False), ("qena", False)],
)
def test_pinyin_is_known_by_its_syllables(word, answer):
    assert is_pinyin(word) is answer
