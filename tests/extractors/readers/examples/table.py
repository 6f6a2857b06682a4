import csv
import io

from tests.extractors.readers.examples import Example, story, text_bytes


def media_cloud(n: int) -> bytes:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["id", "publish_date", "title", "url", "language", "media_name", "text"])
    for s in (story(2 * n), story(2 * n + 1)):
        rows.writerow([s.number, "2024-03-05", s.title, s.url, "en", s.outlet, s.text])
    return out.getvalue().encode()


good = Example("export.csv", media_cloud, ("page", "page"), ("2", "3"))
odd = Example(  # semicolons, windows-1252, a short row, a blank row
    "export.CSV",
    lambda n: f'Headline;Body\n"{story(n).title}";"{story(n).text}"\n\nCafé\n'.encode("cp1252"),
    ("page", "no_text"),
)
bad = Example("figures.tsv", text_bytes(lambda s: f"year\tprice\n2024\t{s.number}\n"), ("no_text",))
