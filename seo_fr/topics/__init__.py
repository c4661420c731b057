"""Floor 3: keyphrases, segmentation, headings, concepts."""
