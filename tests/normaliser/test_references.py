"""Short names and their owners: surnames, given names, acronyms, parts."""

import pytest

from ntbner.lexicon import packaged
from ntbner.normaliser.judge import Judge
from ntbner.normaliser.name import Name, make_key
from ntbner.normaliser.references import Finder
from ntbner.records import Mention

from .marked import read_cases

PEOPLE = """
surname
    [Abdelamir Yarallah PER 1] leder styrken. [Yarallah PER 1] sier at
    [Yarallahs PER 1] menn er klare.
    1 PER Abdelamir Yarallah : genitive surname
surname with an article
    [Bashar al-Assad PER 1] taper. [Assad PER 1] er borte, og [al-Assad PER 1] tier.
    1 PER Bashar al-Assad : surname
surname with another article, apart and with a capital
    [Abdel Fattah al-Burhan PER 1] taper. [El Burhan PER 1] er borte. [El Sayed PER 2] tier.
    1 PER Abdel Fattah al-Burhan : surname | 2 PER El Sayed
no article before a surname that has none
    [Knut Gore PER 1] kom. [Al Gore PER 2] talte.
    1 PER Knut Gore | 2 PER Al Gore
surname with particles
    [Ursula von der Leyen PER 1] kom. [von der Leyen PER 1] smilte, og [Leyen PER 1] gikk.
    1 PER Ursula von der Leyen : surname
van with a capital
    [Robin van Persie PER 1] scoret. [Van Persie PER 1] jublet.
    1 PER Robin van Persie : surname
bin Laden
    [Osama bin Laden PER 1] er død. [Bin Laden PER 1] ble funnet.
    1 PER Osama bin Laden : surname
double surname
    [Jonas Gahr Støre PER 1] vant. [Gahr Støre PER 1] jublet, og [Støre PER 1] talte.
    1 PER Jonas Gahr Støre : surname
hyphenated surname
    [Hanna Kvanmo-Berg PER 1] talte. [Berg PER 1] fikk ordet, og [Kvanmo-Berg PER 1] takket.
    1 PER Hanna Kvanmo-Berg : surname
surname before full name
    [Solberg PER 1] reiser. I dag møtte [Erna Solberg PER 1] pressen.
    1 PER Erna Solberg : surname
surname after initials
    [C.T. Sørensen PER 1] skrev. [Sørensen PER 1] døde ung.
    1 PER C.T. Sørensen : surname
surname after a title
    [Erna Solberg PER 1] kom. [statsminister Solberg PER 1] talte.
    1 PER Erna Solberg : surname
title before a full name
    [general Abdelamir Yarallah PER 1] leder. [Yarallah PER 1] hviler.
    1 PER Abdelamir Yarallah : surname
family name first
    [Xi Jinping PER 1] talte. [Xi PER 1] smilte.
    1 PER Xi Jinping : surname
given name
    [Marit Bjørgen PER 1] leder løpet. Nå spurter [Marit PER 1], og [Marits PER 1] far jubler.
    1 PER Marit Bjørgen : genitive given_name
one of a pair
    [Odd & Anna PER 1] spiller i kveld. [Odd PER 2] synger, [Anna PER 3] danser.
    1 PER Odd & Anna | 2 PER Odd | 3 PER Anna
two given names
    [Ole Gunnar Solskjær PER 1] kom på banen. [Ole Gunnar PER 1] skåret.
    1 PER Ole Gunnar Solskjær : given_name
two given names and one of two surnames
    [Anne Grete Fjordvik Berg PER 1] leder. [Anne Grete Fjordvik PER 1] talte.
    1 PER Anne Grete Fjordvik Berg : given_name
given names with a hyphen
    [Tor-Aksel Busch PER 1] svarer. Så takker [Tor-Aksel PER 1].
    1 PER Tor-Aksel Busch : given_name
nickname in quotation marks
    [Harald «Dutte» Fjordvik PER 1] vant. [Dutte PER 1] jublet, og [Dutte Fjordvik PER 1] talte.
    1 PER Harald «Dutte» Fjordvik : given_name surname
initials
    [Ole Robert Fjordvik PER 1] skrev det. [ORF PER 1] skrev mer.
    1 PER Ole Robert Fjordvik : acronym
initials of two
    [Kari Tora Fjordvik PER 1] og [Knut Terje Fjellvik PER 2] skrev. [KTF PER 3] skrev mer.
    1 PER Kari Tora Fjordvik | 2 PER Knut Terje Fjellvik | 3 PER KTF ? 1 2
initials of nobody
    [Ole Fjordvik PER 1] skrev. [KTF PER 2] skrev mer.
    1 PER Ole Fjordvik | 2 PER KTF
middle name
    [Hillary Rodham Clinton PER 1] studerte. [Rodham PER 1] ble advokat.
    1 PER Hillary Rodham Clinton : surname
surname beats given name
    [Thomas Müller PER 1] møter [Andreas Thomas PER 2]. [Thomas PER 2] vant.
    1 PER Thomas Müller | 2 PER Andreas Thomas : surname
surname beats middle name
    [Kari Lund Moen PER 1] møtte [Per Lund PER 2]. [Lund PER 2] smilte.
    1 PER Kari Lund Moen | 2 PER Per Lund : surname
other spelling of the surname
    [Vladimir Zelenskyj PER 1] taler. [Zelensky PER 1] er i Kyiv.
    1 PER Vladimir Zelenskyj : surname_spelling
king without his number
    [Harald V PER 1] åpnet tinget. [Harald PER 1] leste talen.
    1 PER Harald V : given_name
king with title and number
    [kong Harald PER 1] åpnet tinget. [Harald Vs PER 1] tale var kort.
    1 PER Harald V : genitive given_name
two kings
    [Olav V PER 1] var sønn av [Haakon VII PER 2]. [Haakon PER 2] kom i 1905, [Olav PER 1] i 1957.
    1 PER Olav V : given_name | 2 PER Haakon VII : given_name
crown prince and an earlier king
    [kronprins Haakon PER 1] talte. [Haakon PER 1] hyllet [Haakon VII PER 2].
    1 PER Haakon : title | 2 PER Haakon VII
crown prince by the word before, and an earlier king
    Kronprins [Haakon PER 1] talte. [Haakon PER 1] hyllet [Haakon VII PER 2].
    1 PER Haakon | 2 PER Haakon VII
two popes
    [Johannes Paul II PER 1] etterfulgte [Johannes Paul I PER 2].
    1 PER Johannes Paul II | 2 PER Johannes Paul I
father and son
    [Ola Fjordvik PER 1] er tiltalt. Sønnen [Ola Fjordvik jr. PER 2] vitner. [Fjordvik PER 3] tier.
    1 PER Ola Fjordvik | 2 PER Ola Fjordvik jr. | 3 PER Fjordvik ? 1 2
son without his suffix
    [Ola Fjordvik jr. PER 1] er død. [Ola Fjordvik PER 1] ble 80.
    1 PER Ola Fjordvik jr. : full_name
two surnames of one who has one, too
    [Ola Fjordvik Moe PER 1] vant. [Fjordvik Moe PER 1] jublet. [Ola Moe PER 1] er 20.
    1 PER Ola Fjordvik Moe : full_name surname
a given name before a surname is no surname
    [Per Olav Fjordvik PER 1] kom. [Olav Fjordvik PER 1] møtte [Knut Fjordvik PER 2].
    1 PER Per Olav Fjordvik : surname | 2 PER Knut Fjordvik
nobody's surname
    [Erna Solberg PER 1] møtte [Merkel PER 2].
    1 PER Erna Solberg | 2 PER Merkel
"""

ORGANISATIONS = """
acronym read off
    [Statistisk sentralbyrå ORG 1] teller. [SSB ORG 1] fant mye, og [SSBs ORG 1] tall er nye.
    1 ORG Statistisk sentralbyrå
acronym of an unknown body
    [Fjordbygdas Turistforening ORG 1] har fest. [FTF ORG 1] inviterer alle.
    1 ORG Fjordbygdas Turistforening : acronym
acronym before its long form
    [FTF ORG 1] har fest. Det sier leder i [Fjordbygdas Turistforening ORG 1].
    1 ORG Fjordbygdas Turistforening : acronym
two letters that only begin a word
    [Palassen ORG 1] åpner. [PA ORG 2] melder det.
    1 ORG Palassen | 2 ORG PA
two letters that begin both parts of a word
    [Fjordforbundet ORG 1] åpner. [FF ORG 1] melder det.
    1 ORG Fjordforbundet : acronym
acronym of nobody
    [Fjordbygdas Turistforening ORG 1] har fest. [KLM ORG 2] flyr dit.
    1 ORG Fjordbygdas Turistforening | 2 ORG KLM
acronym of two
    [Fjordbygdas Turistforening ORG 1] og [Fjellbygdas Turistforening ORG 2] krangler.
    [FTF ORG 3] tier.
    1 ORG Fjordbygdas Turistforening | 2 ORG Fjellbygdas Turistforening | 3 ORG FTF ? 1 2
last word of a club
    [Fjordvik United ORG 1] vant. [United ORG 1] leder.
    1 ORG Fjordvik United : part
first word of a company
    [Fjordcelle Industrier ORG 1] selges. [Fjordcelle ORG 1] har gjeld.
    1 ORG Fjordcelle Industrier : part
part of two clubs
    [Fjordvik United ORG 1] slo [Fjellby United ORG 2]. [United ORG 3] leder.
    1 ORG Fjordvik United | 2 ORG Fjellby United | 3 ORG United ? 1 2
two names behind a slash
    [Bodø/Glimt ORG 1] vant. [Glimt ORG 1] leder.
    1 ORG Bodø/Glimt
two names with a hyphen
    [Fjordnytt-Fjellnytt ORG 1] melder det. [Fjellnytt ORG 2] er en avis.
    1 ORG Fjordnytt-Fjellnytt | 2 ORG Fjellnytt
definite form of the last word
    [Norsk kulturråd ORG 1] deler ut penger. [Kulturrådet ORG 1] sier nei.
    1 ORG Norsk kulturråd
definite form of an unknown body
    [Norsk Fjordvern ORG 1] er stiftet. [Fjordvernet ORG 1] vokser.
    1 ORG Norsk Fjordvern : definite_form
second part of a compound
    [Fjordvernrådet ORG 1] møtes. [Rådet ORG 1] sier nei, men [Rådets ORG 1] leder sier ja.
    1 ORG Fjordvernrådet : genitive part
second part of two compounds
    [Fjordvernrådet ORG 1] møter [Fjellvernrådet ORG 2]. [Rådet ORG 3] sier nei.
    1 ORG Fjordvernrådet | 2 ORG Fjellvernrådet | 3 ORG Rådet ? 1 2
second part of a name's first word
    [Fjordvernrådet i Storvik ORG 1] møtes. [Rådet ORG 1] sier nei.
    1 ORG Fjordvernrådet i Storvik : part
second part that is a name of its own
    [Havposten ORG 1] melder det. [Posten ORG 2] deler den ut.
    1 ORG Havposten | 2 ORG Posten
second part of a name that the lexicon knows alone
    [Havstortinget ORG 1] er åpnet. [Stortinget ORG 2] er det ikke.
    1 ORG Havstortinget | 2 ORG Stortinget
first half of a ministry
    [Fjord- og fjelldepartementet ORG 1] nøler. [Fjorddepartementet ORG 1] svarer ikke.
    1 ORG Fjord- og fjelldepartementet : part
second half of a ministry
    [Fjord- og fjelldepartementet ORG 1] nøler. [Fjelldepartementet ORG 1] svarer ikke.
    1 ORG Fjord- og fjelldepartementet : part
definite half of a committee
    [Fjord-, fjell- og havkomité ORG 1] er valgt. [Fjellkomiteen ORG 1] møtes.
    1 ORG Fjord-, fjell- og havkomité : definite_form
party letters
    [Høyre ORG 1] og [Venstre ORG 2] samarbeider. [H ORG 1] fikk 20 prosent, [V ORG 2] fikk 5.
    1 ORG Høyre | 2 ORG Venstre
youth of a party
    [Unge Venstre ORG 1] har landsmøte. [Venstre ORG 2] har ikke.
    1 ORG Unge Venstre | 2 ORG Venstre
local branch of a party
    [Oslo SV ORG 1] møtes. [SV ORG 2] er uenig.
    1 ORG Oslo SV | 2 ORG SV
club without its town
    [FC Fjordvik Stavanger ORG 1] vant. [Fjordvik ORG 1] leder. [FK Fjordvik ORG 1] jubler.
    1 ORG FC Fjordvik Stavanger : alike part
two clubs of one town by their letters
    [FC Fjordvik ORG 1] slo [KB Fjordvik ORG 2].
    1 ORG FC Fjordvik | 2 ORG KB Fjordvik
two parties of one town
    [Fjordvik SV ORG 1] er enig med [Fjordvik Ap ORG 2].
    1 ORG Fjordvik SV | 2 ORG Fjordvik Ap
club called by letters without its town
    [AZX Stavanger ORG 1] vant. [AZX ORG 1] leder.
    1 ORG AZX Stavanger : part
club of the very name, and another with it
    [AC Vika ORG 1] slo [Midt Vika ORG 2]. [Vika ORG 1] jublet.
    1 ORG AC Vika : part | 2 ORG Midt Vika
club with its form, and another of its town
    [Fjordby IL ORG 1] slo [Fjordby Skotthyll ORG 2].
    1 ORG Fjordby IL | 2 ORG Fjordby Skotthyll
two words that several names have
    [Blå Bølge Fjordby ORG 1] ligner [Norges Blå Bølge ORG 2]. [Blå Bølge ORG 3] er stort.
    1 ORG Blå Bølge Fjordby | 2 ORG Norges Blå Bølge | 3 ORG Blå Bølge ? 1 2
last word, and half of a last word
    [Noregs Fjordlag ORG 1] møter [Norsk Fjord- og Fjellag ORG 2]. [Fjordlaget ORG 1] godtar.
    1 ORG Noregs Fjordlag : definite_form | 2 ORG Norsk Fjord- og Fjellag
place with which a newspaper's name begins
    [New York Times ORG 1] skriver at [New York ORG 2] er stengt.
    1 ORG New York Times | 2 ORG New York
place with which a club's name begins
    [Newcastle United ORG 1] tapte. [Newcastle ORG 1] er sist.
    1 ORG Newcastle United : part
company called after its mother
    [NTB ORG 1] eier [NTB scanpix ORG 2].
    1 ORG NTB | 2 ORG NTB scanpix
"""

PLACES = """
municipality
    [Lillevik kommune LOC 1] vokser. Det bor mange i [Lillevik LOC 1].
    1 LOC Lillevik : part
state
    [Republikken Fjordland LOC 1] er ny. [Fjordland LOC 1] vokser, sier [Kingdom of Vikland LOC 2].
    1 LOC Fjordland : part | 2 LOC Kingdom of Vikland
another state
    [Republikken Kina LOC 1] selger chips til [Kina LOC 2].
    1 LOC Republikken Kina | 2 LOC Kina
municipality that the lexicon knows
    [Bærum kommune LOC 1] vokser. Det bor mange i [Bærum LOC 1].
    1 LOC Bærum
county
    [Storvik fylke LOC 1] vokser. Det bor mange i [Storvik LOC 1].
    1 LOC Storvik : part
airport
    [Fjordby lufthavn Vikøya LOC 1] er stengt. [Vikøya LOC 1] åpner i kveld.
    1 LOC Fjordby lufthavn Vikøya : part
acronym of a place
    [Fjordby Medisinske Senter LOC 1] er stengt. Legene ved [FMS LOC 1] streiker.
    1 LOC Fjordby Medisinske Senter : acronym
acronym of a country
    [Union Station LOC 1] ligger i [USA LOC 2].
    1 LOC Union Station | 2 LOC USA
part of a town
    [bydel Lillevika LOC 1] vokser. Det bor mange på [Lillevika LOC 1].
    1 LOC Lillevika : part
town that says where it is
    [Vik i Fjordland LOC 1] vokser. Det bor mange i [Vik LOC 1].
    1 LOC Vik i Fjordland : part
municipality by its Sami name
    [Guovdageaidnu kommune LOC 1] venter. [Kautokeino LOC 1] er stort.
    1 LOC Kautokeino : lexicon
municipality of another
    [Lillevik kommune LOC 1] vokser. Det bor mange i [Storvik LOC 2].
    1 LOC Lillevik kommune | 2 LOC Storvik
"""


@pytest.mark.parametrize(
    "case", [*read_cases(PEOPLE), *read_cases(ORGANISATIONS), *read_cases(PLACES)]
)
def test_a_short_name_finds_its_owner(case):
    case.check()


def find(*typed):
    """What the names *TYPE form* refer to: form, rule, words, forms of the owners."""
    names = []
    for given in typed:
        type, _, form = given.partition(" ")
        mention = Mention(0, len(form), form, type)
        names.append(Name(make_key(form), type, (mention,), {form: 1}, packaged().find(form)))
    judge = Judge(names, packaged())
    return [
        (names[r.short].form, r.rule, r.words, [names[t].form for t in r.targets])
        for r in Finder(names, packaged(), judge).find_all()
    ]


def test_a_reference_says_what_a_name_is_of_which_others():
    assert find("PER Erna Solberg", "PER Svend Solberg", "PER Solberg") == [
        ("Solberg", "surname", "surname of", ["Erna Solberg", "Svend Solberg"])
    ]


@pytest.mark.parametrize(
    ("short", "long", "rule", "words"),
    [
        ("PER E. Solberg", "PER Erna Solberg", "full_name", "same surname and given name as"),
        ("PER Gahr Støre", "PER Jonas Gahr Støre", "surname", "surname of"),
        ("PER Ole Gunnar", "PER Ole Gunnar Solskjær", "given_name", "opening of"),
        ("PER Marit", "PER Marit Bjørgen", "given_name", "given name of"),
        ("PER Rodham", "PER Hillary Rodham Clinton", "surname", "middle name of"),
        (
            "PER Zelensky",
            "PER Vladimir Zelenskyj",
            "surname_spelling",
            "other spelling of the surname of",
        ),
        ("ORG FTF", "ORG Fjordbygdas Turistforening", "acronym", "acronym of"),
        ("ORG H", "ORG Høyre", "acronym", "letter of"),
        ("ORG United", "ORG Fjordvik United", "part", "part of"),
        ("ORG Fjordvernet", "ORG Norsk Fjordvern", "definite_form", "definite form of"),
        ("LOC Lillevik", "LOC Lillevik kommune", "part", "short for"),
    ],
)
def test_each_rule_says_in_words_what_it_found(short, long, rule, words):
    form, owner = short.partition(" ")[2], long.partition(" ")[2]
    assert find(long, short) == [(form, rule, words, [owner])]
    assert find(short, long) == [(form, rule, words, [owner])]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("LOC Solberg", "PER Erna Solberg"),
        ("PER Storberg", "PER Erna Solberg"),
        ("ORG SV", "ORG Oslo SV"),
        ("ORG h", "ORG Høyre"),
        ("ORG NTB", "ORG NTB-Reuters"),
        ("LOC Lillevik", "LOC Lillevik fjell"),
        ("EVT Fjordlekene", "EVT Fjordlekene 2020"),
    ],
)
def test_nobody_else_is_referred_to(short, long):
    assert find(long, short) == []


def test_the_longest_full_names_are_looked_up_first():
    found = find("PER Aas", "PER Berg Aas", "PER Lund Berg Aas", "PER Ola Lund Berg Aas")
    assert [form for form, *_ in found] == ["Lund Berg Aas", "Berg Aas", "Aas"]
