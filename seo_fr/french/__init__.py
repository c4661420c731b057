"""Floor 1: elision, contraction, agreement, conjugation, typography, syllables. Pure functions over data."""
