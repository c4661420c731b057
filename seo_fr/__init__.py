"""Rewrites a French article for search engines."""
