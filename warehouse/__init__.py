"""Floor 2: the only room that speaks SQL, which lives in the .sql files beside the code."""
