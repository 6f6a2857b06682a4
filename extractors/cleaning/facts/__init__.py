"""What lines that leave the body tell of the article: bylines, datelines, outlets."""
