"""Another cleaner for a test."""

from flows.documents import batches, document


def use_cleaner(patch, clean):
    """Documents are cleaned by `clean`, one by one and in batches; `patch` undoes it."""
    patch.setattr(document, "clean", clean)
    patch.setattr(batches, "clean_many", lambda pages: [clean(page) for page in pages])
