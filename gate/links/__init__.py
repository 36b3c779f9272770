"""Pairs of short reports of our own: how their claims should be linked."""
