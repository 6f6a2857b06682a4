"""Stories: which articles tell of the same event.

`scores` says how alike two articles are, `clusters` which of them are one story.
"""
