import bz2

from tests.extractors.readers.examples import Example, html, text

good = Example("story.txt.bz2", lambda n: bz2.compress(text.good.make(n)), ("page",), ("",))
odd = Example("page", lambda n: bz2.compress(html.good.make(n)), ("page",))
bad = Example("noise.bz2", lambda n: bz2.compress(text.good.make(n))[:60] + bytes(90), ("damaged",))
