"""Mentions -> Claim: attribution, stance, kind, status."""
