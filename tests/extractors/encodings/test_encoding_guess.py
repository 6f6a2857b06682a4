"""Texts of old machines are read as they were meant, whatever their language and length."""

import pytest

from extractors.encodings.decoding import decode
from extractors.encodings.guess import SAMPLE_BYTES, count_fits, take_sample

TEXTS = {
    "cs": "Nový most přes Vltavu bude stát čtyřicet milionů korun, řekl v úterý starosta města. "
    "Žádné peníze navíc radnice nepožaduje a stavba má skončit příští rok v říjnu.",
    "de": "Die Brücke über den Fluss kostet vierzig Millionen Euro, sagte der Bürgermeister am "
    "Dienstag. Größere Änderungen schließt er aus; für die Bürger ändere sich vorläufig nichts.",
    "fr": "Le maire a annoncé mardi que la réfection du pont coûterait près de deux millions. "
    "L’opposition déplore un déficit élevé et réclame une enquête après l’été à l’Assemblée.",
    "hu": "A főváros közgyűlése kedden jóváhagyta az új híd építését, közölte a főpolgármester. "
    "A beruházás költségéről később döntenek, az ellenzék szerint túl drága és fölösleges.",
    "ja": "市議会は火曜日、港に新しい橋を建設する計画を承認した。市長は、費用は約四十億円で、"
    "完成までに三年かかると述べた。反対派の議員らは、資金を学校や道路に使うべきだと主張している。",
    "ko": "시의회는 화요일 항구를 가로지르는 새 다리 건설을 승인했다. 시장은 사업비가 약 사백억 "
    "원이며 공사에 삼 년이 걸릴 것이라고 말했다. 반대하는 의원들은 학교에 돈을 써야 한다고 했다.",
    "lt": "Savivaldybės taryba antradienį pritarė naujo tilto statybai, pranešė miesto meras. "
    "Darbai prasidės kitąmet ir truks trejus metus, žadėjo jis, nors opozicija tam priešinasi.",
    "pl": "Rada miasta zatwierdziła we wtorek budowę nowego mostu, powiedział prezydent. Środki "
    "pochodzą z budżetu, a prace potrwają trzy lata; część radnych wolałaby wspomóc szkoły.",
    "ru": "Городской совет во вторник одобрил строительство нового моста, сообщил мэр. Работы "
    "займут три года; противники считают, что деньги лучше потратить на школы и дороги.",
    "tr": "Belediye meclisi salı günü yeni köprünün yapımını onayladı. Başkan, inşaatın üç yıl "
    "süreceğini söyledi; muhalefet ise paranın okullara ayrılmasını istiyor, çünkü ihtiyaç büyük.",
    "zh": "市议会星期二在经过数月辩论后批准在江上修建一座新桥。市长表示，该项目将耗资约四亿元，"
    "工期三年。批评者认为这笔钱应当用于学校和道路建设，会议将于下周继续举行。",
}
ENCODINGS = {
    "cs": ("cp1250", "iso8859_2", "cp852"),
    "de": ("cp1252", "mac_roman", "cp850"),
    "fr": ("cp1252", "mac_roman"),
    "hu": ("cp1250",),
    "ja": ("cp932", "euc_jp", "iso2022_jp"),
    "ko": ("cp949",),
    "lt": ("cp1257",),
    "pl": ("cp1250", "iso8859_2", "cp852"),
    "ru": ("cp1251", "koi8_r", "cp866", "mac_cyrillic"),
    "tr": ("cp1254",),
    "zh": ("gb18030",),
}
CASES = [(language, name) for language, names in ENCODINGS.items() for name in names]


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_an_old_encoding_is_guessed(language, encoding):
    text = TEXTS[language]
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("language", ["ja", "zh"])
@pytest.mark.parametrize("length", [30, SAMPLE_BYTES - 1, SAMPLE_BYTES, SAMPLE_BYTES + 1])
def test_no_length_cuts_a_character_in_two(language, length):
    raw = (TEXTS[language] * 200).encode(ENCODINGS[language][0])
    text = raw[: 2 * (length // 2)].decode(ENCODINGS[language][0], "ignore")
    assert decode(text.encode(ENCODINGS[language][0])).text == text


@pytest.mark.parametrize("mark", ["’", "—", "“", "€", "…"])
def test_one_mark_of_print_does_not_change_the_code_page(mark):
    text = f"The mayor spoke on Tuesday{mark} and nobody in the council of the city answered him."
    assert decode(text.encode("cp1252")).text == text


def test_names_of_other_languages_do_not_change_the_code_page():
    text = (
        "The mayor of Plzen met Angela Müller, José Álvarez and Françoise Lefèvre in the town "
        "hall on Tuesday, and all of them spoke about the new bridge across the river for hours."
    )
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("text", "count"),
    [("Köln", 1), ("Kšln", 1), ("KÕln", -1), ("“so”", 2), ("s§t", -1), ("l’eau", 1), ("b¤r", -1)],
)
def test_characters_fit_their_neighbours(text, count):
    assert count_fits(text, "") == count


def test_letters_that_a_language_does_not_have_do_not_fit():
    assert count_fits("koœci", "ąćęłńóśźż") == -1


def test_the_sample_leaves_out_what_is_all_ascii():
    assert take_sample(b"plain\nK\xf6ln\nplain\n") == b"K\xf6ln"
