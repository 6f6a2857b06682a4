"""What a run is to do with each file: the corpus, held against what the warehouse knows."""
