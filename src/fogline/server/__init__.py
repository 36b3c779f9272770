"""The board: JSON under /api/v1 and the built pages, a thin shell over the workspace."""
