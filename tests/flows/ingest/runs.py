"""A story, runs of it, and what the published warehouse answers."""

from flows.settings import IngestParameters
from tests import asking
from tests.flows.plain import run_plainly

STORY = (
    "The mayor of Larnstead, Joan Fairweather, said on Monday that the old bridge over the river "
    "Tarn would be closed for repairs until the end of the summer, after engineers had found "
    "cracks in two of its five pillars.\n\nTraders in the market hall fear for their income. "
    "“We have not been asked,” said Peter Holm, who sells fish there, and he called for a ferry."
)


def run(tmp_path, **options):
    where = {"corpus": tmp_path / "corpus", "warehouse": tmp_path / "news.duckdb"}
    return run_plainly(IngestParameters(**where, **{"workers": 2, "names": "rules"} | options))


def ask(tmp_path, sql):
    return asking.ask(tmp_path / "news.duckdb", sql)


def counts(report):
    return {name: count for name, count in report.counts.items() if count}
