"""Names in texts: what rules and tables find, what the tagger adds, and their fullest forms.

`mentions` finds, `finders` knows what a user may choose, `full_names` gives every mention the
fullest form inside its article; who is who in the whole collection is decided in
extractors.identity.
"""
