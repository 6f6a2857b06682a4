"""Floor 3: when, from where, how often again. Prefect, the disk and the command line."""
