"""Two claims side by side, field by field."""
