"""Ledger -> rows for people."""
