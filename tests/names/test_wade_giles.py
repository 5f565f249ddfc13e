import pytest

from ntbner.names.wade_giles import PINYIN, READINGS, read_wade_giles


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("mao tse tung", "maozedong"),
        ("chou en lai", "zhouenlai"),
        ("liu shao chi", "liushaoqi"),
        ("hua kuo feng", "huaguofeng"),
        ("chiang ching kuo", "jiangjingguo"),
    ],
)
def test_a_name_in_wade_giles_may_be_read_in_pinyin(name, pinyin):
    assert pinyin in read_wade_giles(tuple(name.split()), has_hyphen=True)


@pytest.mark.parametrize("name", ["erna solberg", "kim jong un", "mao", "mao tse tung chu"])
def test_other_names_have_no_such_reading(name):
    assert not read_wade_giles(tuple(name.split()), has_hyphen=True)


def test_what_may_be_pinyin_as_it_stands_is_taken_for_it():
    assert not read_wade_giles(("lin", "tan"), has_hyphen=False)
    assert read_wade_giles(("lin", "tan"), has_hyphen=True)


def test_the_table_covers_pinyin():
    assert len(PINYIN) == 400
    assert all(READINGS.values())
