from tests.extractors.readers.examples import Example, story, text_bytes

good = Example("story.txt", text_bytes(lambda s: f"{s.title}\n\n{s.text}\n"), ("page",), ("",))
odd = Example(
    "no ending", lambda n: f"{story(n).title}\r\r{story(n).text}".encode("utf-16"), ("page",)
)
bad = Example("noise.txt", lambda n: bytes(range(32)) * 40 + bytes([n % 256]), ("binary",))
