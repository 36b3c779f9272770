"""Sentence -> Mention: actors, places, times, quantities."""
