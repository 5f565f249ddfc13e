import pytest

from ntbner.normaliser.pairs.parsed import prepare
from ntbner.normaliser.pairs.people import judge_people
from ntbner.records import Judgement

SAME = [
    ("Jens Kristian Hansen", "J.K. Hansen", "initials"),
    ("Christian Holm", "Chr. Holm", "same words"),
    ("Kjell Magne Bondevik", "Kjell Bondevik", "adds magne"),
    ("Desmond Browne", "Des Browne", "same words"),
    ("Gloria Macapagal-Arroyo", "Gloria Arroyo", "double name"),
    ("Loh Gwo Burne", "Gwo-Burne Loh", "another order"),
    ("Kim Seung Gyu", "Kim Seong Kyu", "same syllables"),
    ("Mao Zedong", "Mao Tse-tung", "another romanisation"),
    ("Abd al-Rahman al-Rashid", "Abdulrahman al-Rashid", "same words"),
    ("Andreas Samuelsen Vibstad", "Andreas Samuelsson Vibstad", "a slip"),
    ("Fredrik Meltzer", "Frederik Meltzer", "same words"),
    ("Deng Xiaoping", "Teng Hsiao-ping", "Wade–Giles"),
    ("Lee Myung-bak", "Yi Myong-bak", "same words"),
    ("Orbán Viktor", "Viktor Orbán", "family name first"),
    ("Anne-Grete Fjordholt", "Anne Grethe Fjordholt", "hyphens aside"),
    ("Sadyr Zjaparov", "Sadyr Japarov", "same words"),
    ("Mir-Hossein Fjordavi", "Mirhossein Fjourdavi", "same words"),
    ("Boris Nemtsov", "Boris Nemzow", "same words"),
    ("Elisabeth Fjordholt", "Elisabet Fjordholt", "same words"),
    ("Bwana Lertsuridel", "Bwana Lertsuridet", "a slip"),
    ("Andrey Fjodorenko", "Andrei A. Fjodorenko", "adds a"),
]

NOT_SAME = [
    ("Kim Jong Il", "Kim Jong Un", "unsure"),
    ("Li Jing", "Li Qing", "different"),
    ("Thomas Breen", "Thomas Bryn", "unsure"),
    ("Solberg", "Erna Solberg", "unsure"),
    ("George W. Bush", "George H.W. Bush", "unsure"),
    ("J. Hansen", "J. K. Hansen", "unsure"),
    ("Erna Solberg", "Svend Solberg", "different"),
    ("Nils-Olav Johansen", "Olav Johansen", "different"),
    ("Aleksander Kowalski", "Aleksandra Kowalska", "different"),
    ("Jean Royer", "Jean Boyer", "different"),
    ("Ali Ahmed", "Ahmed Ali", "unsure"),
    ("Kim Young-sam", "Kim Yong-nam", "unsure"),
    ("Ane Dahl", "Anne Dahl", "unsure"),
    ("Sara Berg", "Sarah Bergh", "unsure"),
    ("Odd Nilsen", "Odd Nielsen Berg", "unsure"),
    ("Kari Fjordholt", "Kari Fjordholt jr.", "unsure"),
    ("Ali Karim", "Ali Karimi", "unsure"),
]


@pytest.mark.parametrize(("a", "b", "why"), SAME)
def test_one_person(a, b, why):
    verdict = judge_people(prepare(a), prepare(b))
    assert verdict.judgement is Judgement.SAME
    assert why in verdict.reason


@pytest.mark.parametrize(("a", "b", "judgement"), NOT_SAME)
def test_not_one_person(a, b, judgement):
    assert judge_people(prepare(a), prepare(b)).judgement.value == judgement
