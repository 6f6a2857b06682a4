from html import escape

from tests.extractors.readers.examples import Example, story, text_bytes

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Larnstead Times</title>
<link>https://times.example</link><language>en-gb</language>{}</channel></rss>"""
ITEM = """<item><title>{0.title}</title><link>{0.url}</link>
<guid isPermaLink="false">times-{0.number}</guid><dc:creator>{0.author}</dc:creator>
<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><description>In short.</description>
<content:encoded><![CDATA[{0.html}]]></content:encoded></item>"""

good = Example(
    "feed.xml",
    lambda n: RSS.format("".join(ITEM.format(story(k)) for k in (2 * n, 2 * n + 1))).encode(),
    ("page", "page"),
    ("times-2", "times-3"),
)
odd = Example(  # Atom without a declaration, an entity of its own, an item that is a title alone
    "feed",
    text_bytes(
        lambda s: (
            f"""<!DOCTYPE feed [<!ENTITY a "{"x" * 50}">]>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Larnstead</title>
<entry><id>urn:{s.number}</id><title>{s.title}</title><updated>2024-03-06T00:00:00Z</updated>
<content type="html">{escape(s.html)} &a;</content></entry><entry><title>Alone</title></entry>
</feed>"""
        )
    ),
    ("page", "no_text"),
    ("urn:1", "item 2"),
)
bad = Example("broken.rss", lambda n: f"<rss version='2.0'><channel>{n}<it".encode(), ("damaged",))
