"""`python -m flows.cli` is `newsmill`."""

from flows.cli.main import main

main(prog_name="newsmill")
