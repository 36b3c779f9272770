"""Sentence -> quantities: numbers with bounds, units, what they count."""
