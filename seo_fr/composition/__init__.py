"""Floor 5: outline and ledger, blocks, choice among renderings, the fidelity gate."""
