"""Articles that an older cleaner cleaned, and replays of them."""

import json
import shutil
from dataclasses import replace

from click.testing import CliRunner

from extractors.cleaning import clean
from flows.cli.main import main
from flows.settings import IngestParameters
from tests import asking
from tests.conftest import SAMPLES
from tests.flows.cleaners import use_cleaner
from tests.flows.plain import run_plainly

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry to return</title>
<meta property="og:site_name" content="Tarn Herald">
<meta property="article:published_time" content="2023-09-08T10:00:00+00:00">
<link rel="canonical" href="https://tarn.example/ferry"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Ferry to return</h1>
<p>The ferry over the river Tarn will return in spring, the council of Larnstead said on Friday.</p>
<p>Joan Fairweather, the mayor, said that the boat had been repaired at a cost of two millions.</p>
</article><footer>All rights reserved</footer></body></html>"""


def clean_before(page):
    """A cleaner that knows fewer kinds of boilerplate, and calls a kept line a caption."""
    cleaned = clean(page)
    lines = list(cleaned.lines)
    for number, line in enumerate(lines):
        if line.verdict == "drop":
            lines[number] = line._replace(verdict="keep", category=None, rule="body")
        elif line.verdict == "keep" and line.end - line.start > 200:
            lines[number] = line._replace(verdict="drop", category="caption", rule="odd")
    kept = [page.text[line.start : line.end] for line in lines if line.verdict == "keep"]
    text = "\n".join(piece for piece in kept if piece.strip())
    return replace(cleaned, text=text, lines=tuple(lines), cleaner_version="0.9")


def use_cleaner_before(patch):
    use_cleaner(patch, clean_before)


def fill(folder):
    corpus = folder / "corpus"
    shutil.copytree(SAMPLES, corpus)
    (corpus / "ferry.html").write_text(PAGE)
    records = [{"id": number, "title": f"Bridge {number}", "text": STORY} for number in (1, 2)]
    (corpus / "wire.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    (corpus / "wire.meta.json").write_text('{"outlet": "Oakham Wire"}')
    (corpus / "plug.txt").write_text("Share this article\nRead more\n")
    return corpus


STORY = (
    "The mayor of Larnstead, Joan Fairweather, said on Monday that the old bridge over the river "
    "would be closed for repairs.\n\nTraders in the market hall fear for their income."
)


def run(folder, **options):
    where = {"corpus": folder / "corpus", "warehouse": folder / "n.duckdb"}
    return run_plainly(IngestParameters(**where, names="rules", **options))


def ask(folder, sql):
    return asking.ask(folder / "n.duckdb", sql)


def call(folder, *arguments, **options):
    usual = ("--corpus", folder / "corpus", "--warehouse", folder / "n.duckdb", "--names", "rules")
    return CliRunner().invoke(main, ["replay", *map(str, (*arguments, *usual))], **options)
