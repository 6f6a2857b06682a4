"""The Prefect server of a run: found or started, told how to behave, watched, given a schedule."""
