"""What people and programs are told: reports of runs, briefs, and why two articles are together."""
