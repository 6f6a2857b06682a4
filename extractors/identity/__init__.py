"""Who is who: which names of a whole collection stand for one entity."""
