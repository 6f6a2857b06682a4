"""The filters: JSON lines in, JSON lines out, without a warehouse, Prefect or a disk."""
