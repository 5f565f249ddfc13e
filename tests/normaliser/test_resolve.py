"""From mentions to records: who owns a short name, and what is asked of whom."""

from pathlib import Path

import pytest

from ntbner.errors import InputError
from ntbner.lexicon import Entry, Lexicon
from ntbner.normaliser import normalise
from ntbner.records import Mention

from .marked import parse_table, read_cases

OWNERS = """
one who fits
    [Bashar al-Assad PER 1] taper. [Russland LOC 2] rykker inn. [Assad ORG 1 0.8] er borte.
    1 PER Bashar al-Assad : surname | 2 LOC Russland
two who fit
    [Erna Solberg PER 1] møtte [Svend Solberg PER 2]. Så talte [Solberg PER 3].
    1 PER Erna Solberg | 2 PER Svend Solberg | 3 PER Solberg ? 1 2
three who fit
    [Per Hansen PER 1], [Kari Hansen PER 2] og [Ola Hansen PER 3] vant.
    [Hansens PER 4] tid var best.
    1 PER Per Hansen | 2 PER Kari Hansen | 3 PER Ola Hansen | 4 PER Hansen : genitive ? 1 2 3
two who fit a double surname
    [Jonas Gahr Støre PER 1] møtte [Marit Gahr Støre PER 2]. [Gahr Støre PER 3] talte,
    og [Støre PER 4] gikk.
    1 PER Jonas Gahr Støre | 2 PER Marit Gahr Støre | 3 PER Gahr Støre ? 1 2 | 4 PER Støre ? 1 2 3
two who fit two given names
    [Ole Gunnar Solskjær PER 1] møtte [Ole Gunnar Fjeld PER 2]. [Ole Gunnar PER 3] skåret.
    1 PER Ole Gunnar Solskjær | 2 PER Ole Gunnar Fjeld | 3 PER Ole Gunnar ? 1 2
one named far more often
    [Erna Solberg PER 1] talte. [Erna Solberg PER 1] smilte. [Erna Solberg PER 1] møtte
    [Svend Solberg PER 2]. Så talte [Solberg PER 1].
    1 PER Erna Solberg : surname | 2 PER Svend Solberg
one introduced by then
    [Erna Solberg PER 1] talte. [Solberg PER 1] smilte. Så lo [Solberg PER 1] høyt.
    Senere kom [Svend Solberg PER 2].
    1 PER Erna Solberg : surname | 2 PER Svend Solberg
one introduced when the surname is first used
    [Erna Solberg PER 1] talte. [Solbergs PER 1] bror [Svend Solberg PER 2] smilte.
    Så lo [Solberg PER 1] høyt.
    1 PER Erna Solberg : genitive surname | 2 PER Svend Solberg
two introduced when the surname is first used
    [Erna Solberg PER 1] talte. Senere kom [Svend Solberg PER 2]. Så lo [Solberg PER 3] høyt.
    1 PER Erna Solberg | 2 PER Svend Solberg | 3 PER Solberg ? 1 2
one person in two spellings
    [Carl I. Hagen PER 1] møtte [Carl Ivar Hagen PER 1]. [Hagen PER 1] talte.
    1 PER Carl Ivar Hagen : full_name surname
"""


@pytest.mark.parametrize("case", read_cases(OWNERS))
def test_a_short_name_goes_to_its_one_owner(case):
    case.check()


TOWNS = """
town and its club
    [Molde ORG 1] slo [Brann ORG 3] i [Molde LOC 2]. [Molde FK ORG 1] leder.
    [Moldes LOC 2] torg fylles.
    1 ORG Molde FK | 2 LOC Molde : genitive | 3 ORG Brann
town and its club by its sport
    [Sogndal Fotball ORG 1] vant, og [Sogndal ORG 1] rykker opp. Det er fest i [Sogndal LOC 2].
    1 ORG Sogndal Fotball | 2 LOC Sogndal
town tagged as an organisation where the text has no club
    [Molde LOC 1] vokser. Det bor mange i [Molde LOC 1], sier [Molde ORG 1].
    1 LOC Molde
club alone
    [Molde ORG 1] slo [Brann ORG 2]. [Molde FK ORG 1] leder.
    1 ORG Molde FK | 2 ORG Brann
town and its branch of a party
    [Molde SV ORG 1] møtes i [Molde LOC 2]. [Molde LOC 2] er kaldt, mener [Molde ORG 2].
    1 ORG Molde SV | 2 LOC Molde
"""

LISTED = """
listed side by side
    [Pål André Fjordvik PER 1] og [Pål Fjordvik PER 2] er siktet. [Fjordcelle ORG 3], [Fjordcelle
    Vest ORG 4] og [Fjordcelle Vest AS ORG 5] saksøker dem.
    1 PER Pål André Fjordvik | 2 PER Pål Fjordvik | 3 ORG Fjordcelle | 4 ORG Fjordcelle Vest
    5 ORG Fjordcelle Vest AS
one name twice in a list
    [Norge LOC 1] og [Norges LOC 1] venner.
    1 LOC Norge
"""


@pytest.mark.parametrize("case", read_cases(TOWNS))
def test_a_town_is_not_its_club(case):
    case.check()


@pytest.mark.parametrize("case", read_cases(LISTED))
def test_nothing_is_listed_twice(case):
    case.check()


NEAR = """
named nearer
    [Svend Solberg PER 2] talte. {days} [Erna Solberg PER 1] svarte. Så smilte [Solberg PER 1].
    1 PER Erna Solberg : surname | 2 PER Svend Solberg
named nearer in half of the mentions
    [Svend Solberg PER 2] talte. {days} [Erna Solberg PER 1] svarte. Så smilte [Solberg PER 1].
    {days} [Svend Solberg PER 2] og [Erna Solberg PER 1] gikk. Sist gikk [Solberg PER 3].
    1 PER Erna Solberg : surname | 2 PER Svend Solberg | 3 PER Solberg ? 1 2
named nearer than the one of whom the text says most
    [Svend Solberg PER 2] talte. [Svend Solberg PER 2] lo. [Svend Solberg PER 2] drakk. {days}
    [Erna Solberg PER 1] svarte. Så smilte [Solberg PER 1]. {days} Så drakk [Svend Solberg PER 2].
    [Solbergs PER 2] glass ble tomt.
    1 PER Erna Solberg : surname | 2 PER Svend Solberg : genitive surname
named nearer soon after a doubtful mention
    [Svend Solberg PER 2] talte. [Erna Solberg PER 1] svarte. [Svend Solberg PER 2] gikk. {days}
    Så smilte [Solberg PER 3]. [Erna Solberg PER 1] gikk. Sist gikk [Solberg PER 3].
    1 PER Erna Solberg | 2 PER Svend Solberg | 3 PER Solberg ? 1 2
"""


@pytest.mark.parametrize("case", read_cases(NEAR.format(days="Så gikk en dag. " * 10)))
def test_a_surname_goes_to_who_was_named_much_nearer(case):
    case.check()


@pytest.mark.parametrize("days", [0, 5])
def test_a_surname_stays_where_others_were_named_near_too(days):
    text = NEAR.format(days="Så gikk en dag. " * days)
    sentence = parse_table(text)[0].sentence
    records = normalise(sentence.mentions, text=sentence.text)
    assert sorted(record.name for record in records) == ["Erna Solberg", "Solberg", "Svend Solberg"]


def test_a_reason_gives_the_distance_where_there_is_a_text():
    case = parse_table(OWNERS)[0]
    (reason,) = (r for r in case.check()[1].reasons if r.rule == "surname")
    assert reason.detail == "surname of 'Bashar al-Assad', 2 sentences before"
    (bare,) = (r for r in case.check(with_text=False)[1].reasons if r.rule == "surname")
    assert bare.detail == "surname of 'Bashar al-Assad'"


@pytest.mark.parametrize("case", read_cases(OWNERS))
def test_owners_are_found_without_a_text(case):
    case.check(with_text=False)


def test_mentions_that_do_not_point_at_their_text_do_no_harm():
    mentions = [
        Mention(3, 18, "Bashar al-Assad", "PER"),
        Mention(5000, 5006, "Assads", "PER"),
        Mention(-7, -2, "Assad", "PER"),
        Mention(9, 2, "Assad", "PER"),
    ]
    (record,) = normalise(mentions, text="Bashar al-Assad taper. Assads hær er borte.")
    assert (record.name, len(record.mentions)) == ("Bashar al-Assad", 4)
    assert normalise(mentions, text="") == normalise(mentions)


def test_one_place_may_be_mentioned_twice():
    twice = [Mention(0, 4, "Oslo", "LOC"), Mention(0, 4, "Oslo", "LOC")]
    (record,) = normalise(twice, text="Oslo er fint.")
    assert len(record.mentions) == 2


@pytest.mark.parametrize("text", ["-", "’", "«»", ".", "\u00ad", "s", "1"])
def test_a_mention_of_hardly_anything_is_a_record_too(text):
    (record,) = normalise([Mention(0, len(text), text, "PER")], text=text)
    assert [m.text for m in record.mentions] == [text]
    assert record.id.startswith("per-")


# ── what comes from elsewhere ────────────────────────────────────────────────


def test_labels_of_another_tagger_make_the_records_that_our_types_make():
    ours = [("Kari Nordmann", "PER"), ("Nordmann", "PER"), ("Oslo", "LOC")]
    theirs = [("Kari Nordmann", "PERSON"), ("Nordmann", "PRS"), ("Oslo", "GPE")]

    def run(names):
        return [
            (r.id, r.type, len(r.mentions))
            for r in normalise(
                Mention(20 * n, 20 * n + len(form), form, type)
                for n, (form, type) in enumerate(names)
            )
        ]

    assert run(theirs) == run(ours)
    (oslo,) = normalise([Mention(0, 4, "Oslo", "GPE")])[0].mentions
    assert (oslo.type, oslo.label) == ("LOC", "GPE")


@pytest.mark.parametrize("type", ["PROD", "EVT", "MISC", "DRV"])
def test_the_rarer_types_make_records_too(type):
    (record,) = normalise([Mention(0, 8, "Krokebua", type)])
    assert record.type == type


@pytest.mark.parametrize("mentions", [None, "Oslo", ["Oslo"], [Mention(0, 1, " ", "LOC")]])
def test_what_are_no_mentions_is_refused(mentions):
    with pytest.raises(InputError, match=r"Mention|list"):
        normalise(mentions)


@pytest.mark.parametrize("lexicon", ["own.csv", Path("own.csv")])
def test_the_name_of_a_file_is_no_lexicon(lexicon):
    with pytest.raises(InputError, match=r"pass Lexicon\.from_file\('own\.csv'\)"):
        normalise([], lexicon=lexicon)


# ── one's own lexicon ────────────────────────────────────────────────────────

OWN = Lexicon(
    [
        Entry("person:kari", "PER", "person", "Kari Nordmann", aliases=("Fjellfrue", "Kari Fjeld")),
        Entry("organisation:f", "ORG", "organisation", "Fjordcelle", links={"orgnr": "999"}),
        Entry("place:norge", "LOC", "place", "Norge", aliases=("Oljelandet",)),
    ],
    different=[("Fjordvik United", "United"), ("Erna Solberg", "Solberg")],
)

OWN_CASES = """
alias
    [Kari Nordmann PER 1] kom. [Fjellfruen PER 2] lo, [Fjellfrue PER 1] og [Kari Fjeld PER 1].
    1 PER Kari Nordmann : lexicon | 2 PER Fjellfruen
type
    [Fjordcelle LOC 1] og [Fjordcelle PER 1] vokser.
    1 ORG Fjordcelle
alias of what the packaged lexicon knows
    [Oljelandet LOC 1] er rikt. [Noreg LOC 1] er fint.
    1 LOC Oljelandet : lexicon
not the same, by part
    [Fjordvik United ORG 1] vant. [United ORG 2] tapte.
    1 ORG Fjordvik United | 2 ORG United
not the same, by surname
    [Erna Solberg PER 1] vant. [Solberg PER 2] tapte.
    1 PER Erna Solberg | 2 PER Solberg
"""


@pytest.mark.parametrize("case", read_cases(OWN_CASES))
def test_ones_own_lexicon_is_heard_first(case):
    case.check(lexicon=OWN)


def test_links_of_ones_own_entry_are_on_the_record_beside_known_ones():
    records = normalise(
        [Mention(0, 10, "Fjordcelle", "ORG"), Mention(20, 30, "Oljelandet", "LOC")], lexicon=OWN
    )
    links = {record.name: record.links for record in records}
    assert links["Fjordcelle"] == {"orgnr": "999"}
    assert links["Oljelandet"]["iso3166"] == "NO"


def test_a_lexicon_changes_nothing_for_the_next_call():
    mentions = [Mention(0, 13, "Kari Nordmann", "PER"), Mention(20, 29, "Fjellfrue", "PER")]
    before = normalise(mentions)
    assert len(normalise(mentions, lexicon=OWN)) == 1
    assert normalise(mentions) == before
    assert len(before) == 2
