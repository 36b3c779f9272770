"""Bytes become documents: one reader for each form, metadata, language, and what copies what."""
