"""Records to files: the public JSON objects, and tables."""
