"""Claim by claim: how they stand to each other, and why."""
