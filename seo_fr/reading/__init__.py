"""Floor 1: formats in; paragraphs, sentences."""
