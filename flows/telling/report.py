"""What a run tells: one frozen record, as text, as JSON and as Prefect artifacts."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from flows.telling.wording import count, table_cell, visible

EXIT_CODES = {"ok": 0, "unchanged": 0, "failed": 1, "quarantined": 3, "check_failed": 4}
SHOWN_REJECTIONS = 500  # in the artifact; `newsmill status --rejections` lists all
OUTCOMES = ("loaded", "unchanged", "duplicate", "quarantined", "vanished")


@dataclass(frozen=True, slots=True)
class RunReport:
    """Outcome of one run. `counts` balance: seen is the sum of the five outcomes."""

    status: str  # a key of EXIT_CODES
    counts: dict[str, int]  # seen, loaded, unchanged, duplicate, quarantined, vanished
    run_id: str | None = None  # None when the run changed nothing
    ignored_count: int = 0
    tables: dict[str, int] = field(default_factory=dict)  # rows after the run
    removed: dict[str, int] = field(
        default_factory=dict
    )  # lines taken out by this run, by category
    rejections: tuple[dict[str, str], ...] = ()  # path, place, reason, detail
    checks: tuple[str, ...] = ()  # that passed
    message: str | None = None  # why it failed
    seconds: float = 0.0
    contained: dict[str, int] = field(default_factory=dict)  # what lay in containers it read
    sidecar_count: int = 0
    other_finder: str | None = None  # found the names of stored articles, and not that asked for
    left_count: int = 0  # articles that files held until this run; they stay
    was_behind: bool = False  # what an older version had made of stored articles was made anew

    @property
    def exit_code(self) -> int:
        """0 ok, 1 failed, 3 done but some input quarantined, 4 a data check failed."""
        return EXIT_CODES[self.status]

    def as_json(self) -> dict[str, object]:
        """The report as plain values, with its exit code."""
        return {**asdict(self), "exit_code": self.exit_code}


def balance_line(counts: dict[str, int]) -> str:
    """The sum, written out: 5 files seen = 5 loaded + 0 unchanged + ..."""
    parts = " + ".join(f"{counts[name]:,} {name}" for name in OUTCOMES)
    return f"{count(counts['seen'], 'file')} seen = {parts}"


def container_line(contained: dict[str, int]) -> str:
    """What lay in containers: 2 containers: 120 documents = 117 articles + 3 rejections."""
    return (
        f"{count(contained['container'], 'container')}: "
        f"{count(contained['contained_document'], 'document')} = "
        f"{count(contained['contained_article'], 'article')} + "
        f"{count(contained['contained_rejection'], 'rejection')}"
    )


def summary_lines(report: RunReport, warehouse: str) -> list[str]:
    """The report in a few plain lines, for a terminal or a log."""
    if report.message:
        return [visible(report.message)]
    lines = [balance_line(report.counts)]
    if report.ignored_count:
        lines.append(f"{count(report.ignored_count, 'hidden or temporary file')} left aside")
    if report.sidecar_count:
        lines.append(f"{count(report.sidecar_count, 'sidecar')} read for facts about files")
    if report.status == "unchanged" or not report.tables:
        lines[0] = f"Nothing new. {lines[0]}"
        if report.other_finder:
            lines.append(
                f"Names of stored articles stay as --names {report.other_finder} found them; "
                "--reprocess finds them anew"
            )
        return [*lines, *_rejection_lines(report)]
    if report.contained.get("container"):
        lines.append(container_line(report.contained))
    if report.left_count:
        held = count(report.left_count, "article stays", "articles stay")
        lines.append(f"{held} that a changed file holds no longer (document.left_run_id)")
    if report.was_behind:
        lines.append("Made anew what another version of newsmill had made of stored articles")
    tables = report.tables
    lines.append(
        f"{count(tables['article'], 'article')} in {count(tables['story'], 'story', 'stories')}, "
        f"{count(tables['duplicate'], 'copy of another article', 'copies of other articles')}, "
        f"{count(tables['entity'], 'entity', 'entities')} ({count(tables['mention'], 'mention')})"
    )
    if removed := sum(report.removed.values()):
        kinds = ", ".join(f"{rows:,} {name}" for name, rows in _most(report.removed))
        lines.append(f"{count(removed, 'line')} taken out of bodies, each with its reason: {kinds}")
    lines += _rejection_lines(report)
    lines.append(f"{len(report.checks)} data checks passed; published {warehouse}")
    return lines


def markdown_report(report: RunReport, warehouse: str) -> str:
    """The report as Markdown, for the artifact of the run."""
    rows = "\n".join(f"| {name} | {files:,} |" for name, files in report.counts.items())
    removed = "\n".join(f"| {name} | {lines:,} |" for name, lines in _most(report.removed, 99))
    refused = "\n".join(
        f"| `{table_cell(item['path'])}` | {table_cell(item['place'])} | {item['reason']} | "
        f"{table_cell(item['detail'])} |"
        for item in report.rejections[:SHOWN_REJECTIONS]
    )
    checks = "\n".join(f"- {name.replace('_', ' ')}" for name in report.checks)
    parts = [f"# newsmill: {report.status}", *summary_lines(report, warehouse)]
    parts += ["## Files", "| outcome | files |\n|---|---|\n" + rows]
    if removed:
        parts += ["## Lines taken out", "| category | lines |\n|---|---|\n" + removed]
    if refused:
        parts += [
            "## Rejections",
            "| file | place | reason | detail |\n|---|---|---|---|\n" + refused,
        ]
    if checks:
        parts += ["## Checks passed", checks]
    return "\n\n".join(parts) + "\n"


def _rejection_lines(report: RunReport) -> list[str]:
    if not report.rejections:
        return []
    reasons: dict[str, int] = {}
    for item in report.rejections:
        reasons[item["reason"]] = reasons.get(item["reason"], 0) + 1
    listed = ", ".join(f"{refused:,} {name}" for name, refused in _most(reasons))
    return [f"Refused, files and what is in them: {listed} (newsmill status --rejections)"]


def _most(counts: dict[str, int], limit: int = 6) -> list[tuple[str, int]]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = ranked[:limit]
    rest = sum(left for _, left in ranked[limit:])
    return [*shown, ("other", rest)] if rest else shown
