from tests.extractors.readers.examples import Example, text_bytes

good = Example(
    "story.html",
    text_bytes(
        lambda s: (
            f"""<!doctype html><html lang="en"><head><title>{s.title}</title>
<meta property="og:site_name" content="{s.outlet}"><meta name="author" content="{s.author}">
<meta property="article:published_time" content="2024-03-05T10:00:00+00:00">
<link rel="canonical" href="{s.url}"></head><body><nav><a href="/">Home</a></nav>
<article><h1>{s.title}</h1>{s.html}</article><footer>Imprint</footer></body></html>"""
        )
    ),
    ("page",),
    ("",),
)
odd = Example(  # no page around it, unclosed tags, a name that says nothing
    "page.txt",
    text_bytes(lambda s: f"<div><h1>{s.title}<p>{'<p>'.join(s.paragraphs)}<br><div>x</div>"),
    ("page",),
)
bad = Example(
    "empty.html", lambda n: f"<html><!-- {n} --><script>x()</script>".encode(), ("empty",)
)
