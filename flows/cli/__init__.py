"""The command `newsmill`: one file per command."""
