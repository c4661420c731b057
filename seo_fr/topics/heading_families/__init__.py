"""Families of candidate headings: each module turns sentences of a section into candidates, or none."""
