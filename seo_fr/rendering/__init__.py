"""Floor 7: Markdown, HTML page, JSON-LD, WordPress blocks, notebook view, plots."""
