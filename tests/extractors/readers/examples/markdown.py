from tests.extractors.readers.examples import Example, text_bytes

good = Example(
    "story.md",
    text_bytes(
        lambda s: (
            f"""---
title: "{s.title}"
author: [{s.author}, Tom Reed]
date: 2024-03-05
outlet: {s.outlet}
url: {s.url}
---

# {s.title}

![The place](https://times.example/{s.number}.jpg)

{s.paragraphs[0].replace("The council", "**The council**")}

{s.paragraphs[1].replace("Mayor", "[Mayor](https://times.example/mayor)")}

{s.paragraphs[2]}
"""
        )
    ),
    ("page",),
    ("",),
)
odd = Example(  # front matter that is no YAML, Windows line ends, HTML inside
    "story.markdown",
    text_bytes(
        lambda s: (
            f"---\ntitle: [never: closed\n---\n{s.title}\n=====\n\n<div>{s.paragraphs[0]}</div>\n\n"
            f"> {s.paragraphs[1]}\n\n1. {s.paragraphs[2]}\n"
        ).replace("\n", "\r\n")
    ),
    ("page",),
)
bad = Example(
    "only-picture.md",
    lambda n: f"---\ntitle: Picture {n}\n---\n\n![](a.png)\n".encode(),
    ("empty",),
)
