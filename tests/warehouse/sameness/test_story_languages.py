"""Stories in a language of which few articles lie beside many of another one."""

import pytest

from tests.warehouse.sameness.sameness_articles import open_warehouse, put, stories, write_strange

KOREAN = {
    "ferry": (
        "월항 부두에서 12일 새벽 여객선 푸른별호가 방파제를 들이받아 승객 14명이 "
        "다쳤다. 항만청은 부두를 닫고 사고 원인을 조사한다고 밝혔다. 여객선 선장은 "
        "경찰 조사에서 짙은 안개 때문에 방파제를 보지 못했다고 말했다. 다친 "
        "승객들은 월항 병원으로 옮겨졌다."
    ),
    "ferry again": (
        "푸른별호 사고를 조사하는 경찰은 선장이 안개 속에서 속도를 줄이지 않았다고 "
        "밝혔다. 여객선은 12일 월항 방파제를 들이받았다. 승객 한 명은 병원에서 "
        "수술을 받고 있다. 항만청 관계자는 부두를 주말까지 닫는다고 말했다."
    ),
    "bus": (
        "시의회가 14일 버스 요금을 올리는 조례를 통과시켰다. 새 요금은 다음 "
        "달부터 적용된다고 시는 밝혔다. 시민 단체는 이번 결정을 두고 서민의 부담이 "
        "커진다고 말했다. 시는 지난해 적자가 크게 늘었다고 설명했다."
    ),
    "market": (
        "주가지수가 12일 1.2% 오른 채 거래를 마쳤다. 외국인 투자자가 이번 달 "
        "들어 가장 많이 사들였다고 거래소는 밝혔다. 분석가들은 수출이 지난해보다 "
        "늘어난 것이 도움이 됐다고 말했다. 환율은 조금 내렸다."
    ),
    "museum": (
        "고분에서 나온 금관이 국립 박물관에서 처음 공개된다고 박물관이 14일 "
        "밝혔다. 전시는 다음 달까지 열린다. 학예사는 이번 전시에서 지난해 발굴된 "
        "유물 40점을 볼 수 있다고 말했다."
    ),
}


@pytest.fixture
def warehouse():
    connection = open_warehouse()
    put(connection, {f"english {seed}": write_strange(seed) for seed in range(120)})
    return connection


def test_only_tellings_of_one_event_share_a_story(warehouse):
    put(warehouse, KOREAN, language="ko")
    found = stories(warehouse)
    company = {key for key in KOREAN if list(found.values()).count(found[key]) > 1}
    assert company == {"ferry", "ferry again"}
    assert found["ferry"] == found["ferry again"]


def test_common_words_of_a_language_without_a_list_join_nothing(warehouse):
    common = write_strange(900, 15)
    event = write_strange(901, 15)
    articles = {f"zulu {seed}": f"{write_strange(910 + seed, 30)} {common}" for seed in range(8)}
    articles |= {key: f"{articles[key]} {event}" for key in ("zulu 0", "zulu 1")}
    put(warehouse, articles, language="zu")
    found = stories(warehouse)
    assert found["zulu 0"] == found["zulu 1"]
    assert len({found[key] for key in articles}) == 7


def test_words_are_counted_by_language(warehouse):
    put(warehouse, {"a": "chat roi", "b": "chat mer"}, language="fr")
    put(warehouse, {"c": "chat room"}, language="en")
    counted = warehouse.execute(
        "SELECT language, article_count FROM story_stem WHERE article_count > 1 ORDER BY ALL"
    )
    assert ("fr", 2) in counted.fetchall()
    put(warehouse, {"b": "mer"}, language="fr")
    counted = warehouse.execute("SELECT max(article_count) FROM story_stem WHERE language = 'fr'")
    assert counted.fetchall() == [(1,)]
