"""Floor 2: mentions and aliases, roles, attribution and hedges, quotations, figures, dates."""
