"""Shards: files, or stored documents, that processes of their own read and turn into rows."""
