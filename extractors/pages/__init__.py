"""Web pages: their text line by line, what they state about themselves, and what of them is the
article. `html` reads a page with care, `fast_html` in bulk.
"""
