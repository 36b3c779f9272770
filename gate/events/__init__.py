"""The gate of the event reading: own sentences with roles, and what they are scored by."""
