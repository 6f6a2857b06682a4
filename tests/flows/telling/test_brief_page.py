"""The brief as a page, and `newsmill brief` as a user types it."""

import json
from datetime import date

import duckdb
import pytest
from click.testing import CliRunner

from flows.cli.main import main
from flows.telling.brief_page import SAID, html_page, markdown_page
from tests.blank import make_blank
from warehouse.brief import Scope, Section
from warehouse.marts import build_marts
from warehouse.statements import sql_names

NEW = ("articles", "texts", "copies", "stories", "new_stories", "outlets", "without_a_day",
       "first_day", "last_day", "without_names", "changed")  # fmt: skip
SCOPE = Scope("the last run")


def sections(new, title="A <b>bold</b> | title"):
    return [
        Section("new", "What is new?", NEW, [new], "SELECT 1 < 2;"),
        Section("stories", "Which stories?", ("title", "articles_in_all", "first_day"),
                [(title, 2000, None)], "SELECT 2;"),
        Section("copies", "Who carries whose text?", ("source",), [], "SELECT 3;"),
    ]  # fmt: skip


FIVE = (5, 4, 1, 3, 2, 1, 0, date(2024, 5, 6), date(2024, 5, 7), 2, 3)


def test_every_question_has_its_words():
    assert [name.partition("_")[2] for name in sql_names("brief")] == [f"{n}.sql" for n in SAID]


def test_markdown_says_it_in_words_and_tables_with_the_sql_at_the_end():
    page = markdown_page(SCOPE, sections(FIVE))
    assert page.startswith("# News brief: the last run\n\n## What is new?\n\n5 articles with 4 ")
    assert "(1 copy of other articles) in 3 stories, 2 of them new, from 1 known outlet." in page
    assert "dated 2024-05-06 to 2024-05-07." in page
    assert "names are found (unread_article): 2." in page
    assert "3 articles of before have another headline or text now" in page
    assert "| title | articles in all | first day |" in page
    assert "| A \\<b>bold\\</b> \\| title | 2,000 | not stated |" in page
    assert "No text of one outlet stands in another." in page
    assert page.index("```sql\nSELECT 3;") > page.index("## Where the numbers come from")


@pytest.mark.parametrize(
    ("new", "told"),
    [((0, 0, 0, 0, 0, 0, 0, None, None, 0, 0), "No article."),
     ((1, 1, 0, 1, 1, 0, 1, None, None, 0, 0), "1 article with 1 different text (0 copies of other "
      "articles) in 1 story, 1 of them new, from 0 known outlets. Without a stated day: 1.")],
)  # fmt: skip
def test_few_articles_in_words(new, told):
    assert f"\n{told}\n" in markdown_page(SCOPE, sections(new))


def test_html_is_one_file_and_nothing_in_it_is_markup_of_others():
    page = html_page(SCOPE, sections(FIVE, "<script>alert(1)</script>\nnext"))
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; next" in page
    assert "<pre>SELECT 1 &lt; 2;</pre>" in page
    assert "http" not in page
    assert page.count("<table>") == page.count("</table>") == 1


@pytest.fixture
def warehouse(tmp_path):
    path = tmp_path / "news.duckdb"
    make_blank(path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO run BY NAME SELECT '2025' AS run_id")
        connection.execute(
            "INSERT INTO article BY NAME SELECT 'a' AS article_id, 'a' AS document_id, "
            "'Talks' AS title, '2025' AS run_id"
        )
        build_marts(connection)
    return path


def call(warehouse, *options):
    return CliRunner().invoke(main, ["brief", "--warehouse", str(warehouse), *options])


def test_the_command_prints_markdown_json_or_writes_html(warehouse, tmp_path):
    assert call(warehouse).stdout.startswith("# News brief: the last run, 2025\n")
    told = json.loads(call(warehouse, "--since", "all", "--json").stdout)
    assert told["about"] == "the whole warehouse"
    assert told["stories"]["rows"][0]["title"] == "Talks"
    done = call(warehouse, "--html", str(tmp_path / "brief.html"))
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Talks" in (tmp_path / "brief.html").read_text("utf-8")


def test_what_cannot_be_told_is_said(warehouse, tmp_path):
    for since in ("yesterday", "day"):
        done = call(warehouse, "--since", since)
        assert done.exit_code == 2
        assert f"--since {since}" in done.stderr
    assert call(tmp_path / "none.duckdb").exit_code == 1
    make_blank(tmp_path / "old.duckdb")
    done = call(tmp_path / "old.duckdb")
    assert (done.exit_code, "holds no marts yet" in done.stderr) == (1, True)
