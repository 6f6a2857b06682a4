from tests.extractors.readers.examples import Example, Story, story


def rich_text(s: Story) -> bytes:
    def escaped(text: str) -> str:
        return "".join(c if c.isascii() else rf"\u{ord(c)}?" for c in text)

    body = "".join(rf"{escaped(p)}\par\par " for p in s.paragraphs)
    fonts = r"{\fonttbl{\f0\fswiss Helvetica;}}{\info{\author typist}}"
    return (
        rf"{{\rtf1\ansi\ansicpg1252{fonts}\f0 {{\b {escaped(s.title)}}}\par\par " + body + "}"
    ).encode()


good = Example("story.rtf", lambda n: rich_text(story(n)), ("page",), ("",))
odd = Example("story.doc", lambda n: rich_text(story(n))[:-40] + b"\\'zz{{", ("page",))
bad = Example("empty.rtf", lambda n: rb"{\rtf1\ansi {\info{\author %d}}\par\par}" % n, ("empty",))
