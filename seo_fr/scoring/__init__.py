"""Floor 6: checks as a table, readability, report."""
