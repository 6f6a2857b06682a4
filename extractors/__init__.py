"""Floor 1: pure functions on frozen records. Bytes in, records out; no disk, clock or database."""
