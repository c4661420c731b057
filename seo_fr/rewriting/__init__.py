"""Floor 4: one module per sentence operation."""
