"""A brief as a page: in Markdown, in HTML, and as plain values. Pure: sections in, text out."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from flows.telling.wording import count, table_cell, visible
from warehouse.brief import Scope, Section

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse}td,th{padding:.2rem .8rem .2rem 0;text-align:left;"
    "vertical-align:top;border-bottom:1px solid #ddd}td.n{text-align:right}"
    "pre{background:#f6f6f6;padding:.6rem;overflow:auto}summary{color:#666;cursor:pointer}"
)


def say_new(section: Section) -> str:
    """What came, in a sentence or two."""
    new = dict(zip(section.columns, section.rows[0], strict=True))
    if not new["articles"]:
        return "No article."
    said = (
        f"{count(new['articles'], 'article')} with {count(new['texts'], 'different text')}"
        f" ({count(new['copies'], 'copy', 'copies')} of other articles) in "
        f"{count(new['stories'], 'story', 'stories')}, {new['new_stories']:,} of them new, from "
        f"{count(new['outlets'], 'known outlet')}."
    )
    if new["first_day"]:
        said += f" They are dated {new['first_day']} to {new['last_day']}."
    if new["without_a_day"]:
        said += f" Without a stated day: {new['without_a_day']:,}."
    if new["without_names"]:
        said += (
            " In languages of which at most the best-known names are found (unread_article): "
            f"{new['without_names']:,}."
        )
    if new["changed"]:
        told = count(new["changed"], "article of before has", "articles of before have")
        said += f" {told} another headline or text now (article_change)."
    return said


def _say(some: str, none: str) -> Callable[[Section], str]:
    return lambda section: some if section.rows else none


SAID: dict[str, Callable[[Section], str]] = {
    "new": say_new,
    "stories": _say("The stories with most articles.", "No story."),
    "names": _say(
        "Persons and organisations by the stories that name them in a headline or more than once, "
        "then by all that do; a copied text counts once, and a person of one name alone only when "
        "a headline has it.",
        "No person or organisation is named.",
    ),
    "rising": _say(
        "Named far more often in the newest week than in the weeks before: texts found, texts "
        "expected from its own past and from how much more there is to read, and the difference in "
        "units of its usual spread.",
        "Nobody is named far more often than in the weeks before, or they hold fewer than ten "
        "texts, too few to compare.",
    ),
    "copies": _say(
        "Texts that another outlet carries, as far as outlets are known; certain where the copy "
        "states a later day.",
        "No text of one outlet stands in another.",
    ),
    "agencies": _say(
        "As datelines, last words, bylines and notes of the texts name them (article.agency).",
        "No text names an agency as where it comes from.",
    ),
    "review": _say(
        "Decisions that were close, or that several answers fit, the case in which most is at "
        "stake with the command that shows it; the whole list is in review_queue.",
        "Nothing is in doubt.",
    ),
    "unread": _say(
        "Files, and documents in files, that could not become an article.", "All was read."
    ),
}  # fmt: skip
IN_WORDS = {"new"}  # the sentence holds the whole answer


def markdown_page(scope: Scope, sections: list[Section]) -> str:
    """The page, with the SQL behind each answer at its end."""
    parts = [f"# News brief: {scope.told}"]
    for section in sections:
        parts += [f"## {section.question}", SAID[section.name](section)]
        if section.rows and section.name not in IN_WORDS:
            parts.append(_markdown_table(section))
    parts.append("## Where the numbers come from")
    for section in sections:
        parts += [f"{section.question}", f"```sql\n{section.sql}\n```"]
    return "\n\n".join(parts) + "\n"


def html_page(scope: Scope, sections: list[Section]) -> str:
    """The page as one HTML file that needs no other."""
    title = escape(f"News brief: {scope.told}")
    parts = [
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>',
        f"<style>{STYLE}</style></head><body>\n<h1>{title}</h1>",
    ]
    for section in sections:
        parts += [f"<h2>{escape(section.question)}</h2>",
                  f"<p>{escape(SAID[section.name](section))}</p>"]  # fmt: skip
        if section.rows and section.name not in IN_WORDS:
            parts.append(_html_table(section))
        parts.append(f"<details><summary>SQL</summary><pre>{escape(section.sql)}</pre></details>")
    return "\n".join([*parts, "</body></html>\n"])


def as_values(scope: Scope, sections: list[Section]) -> dict[str, object]:
    """The brief for programs: question, rows and SQL by section."""
    return {
        "about": scope.told,
        **{
            section.name: {
                "question": section.question,
                "rows": [dict(zip(section.columns, row, strict=True)) for row in section.rows],
                "sql": section.sql,
            }
            for section in sections
        },
    }


def _markdown_table(section: Section) -> str:
    rows = [_heading(section), ["---"] * len(section.columns)]
    rows += [[table_cell(_tell(value)) for value in row] for row in section.rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in rows)


def _html_table(section: Section) -> str:
    heading = "".join(f"<th>{escape(cell)}</th>" for cell in _heading(section))
    rows = "\n".join(
        "<tr>" + "".join(
            f"<td{' class=n' if isinstance(value, int | float) else ''}>{escape(_tell(value))}</td>"
            for value in row
        ) + "</tr>"
        for row in section.rows
    )  # fmt: skip
    return f"<table>\n<tr>{heading}</tr>\n{rows}\n</table>"


def _heading(section: Section) -> list[str]:
    return [column.replace("_", " ") for column in section.columns]


def _tell(value: object) -> str:
    if value is None:
        return "not stated"
    text = f"{value:,}" if isinstance(value, int | float) else str(value)
    return visible(" ".join(text.split()))
