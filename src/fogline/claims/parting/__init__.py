"""Statements of several deeds made into one statement for each deed."""
