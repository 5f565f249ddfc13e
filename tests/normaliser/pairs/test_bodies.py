import pytest

from ntbner.normaliser.pairs.bodies import judge_bodies
from ntbner.normaliser.pairs.parsed import prepare
from ntbner.records import Judgement

SAME = [
    ("Fulham", "Fulham Football Club"),
    ("Equinor ASA", "Equinor"),
    ("FC København", "FC Copenhagen"),
    ("GFC Ajaccio", "Ajaccio GFCO"),
    ("Akhisarspor", "Akhisar"),
    ("Grasshoppers Zürich", "Grasshopper Club Zürich"),
    ("Kystvakten", "Kystvakta"),
    ("Fremskrittspartiet", "Framstegspartiet"),
    ("Den norske kirke", "Den norske kyrkja"),
    ("Freiheitliche Partei Österreichs", "Freedom Party of Austria"),
    ("Boldklubben Frem", "BK Frem"),
    ("Nasjonal allianse", "National Alliance"),
    ("Ulster Volunteer Legion Force", "UVLF"),
    ("Fjordbanken A/S", "Fjordbanken"),
    ("Norges Røde Kors", "Noregs Raude Kross"),
    ("Fjordvern Watch", "Fjordvern Watch (FW)"),
    ("Stiftelsen Fjordvern", "Fjordvern"),
]

NOT_SAME = [
    ("FC København", "KB København", "unsure"),
    ("Hammarby IF", "Hammarby TFF", "unsure"),
    ("A-magasinet", "Magasinet", "unsure"),
    ("Democratic Party of Japan", "Liberal Democratic Party of Japan", "unsure"),
    ("Ulster Defence Association", "UDA", "unsure"),
    ("Sogn og Fjordane SV", "Sogn og Fjordane Ap", "different"),
    ("Boldklubben 1893", "Boldklubben 1908", "different"),
    ("National Liberation Party", "National Liberal Party", "different"),
    ("Manchester United", "Manchester City", "different"),
    ("WTO", "WHO", "different"),
    ("Aker ASA", "Aker BP", "unsure"),
    ("Fjordcelle", "Fjordcelle Norge", "unsure"),
    ("Fjordvik IL", "Fjordvik Papirfabrikk", "unsure"),
    ("1860 München", "Bayern München", "unsure"),
    ("Det hvite hus", "Det hvite hus' pressekorps", "unsure"),
    ("Nordea", "Norda", "unsure"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_body(a, b):
    assert judge_bodies(prepare(a), prepare(b)).judgement is Judgement.SAME


@pytest.mark.parametrize(("a", "b", "judgement"), NOT_SAME)
def test_not_one_body(a, b, judgement):
    assert judge_bodies(prepare(a), prepare(b)).judgement.value == judgement
