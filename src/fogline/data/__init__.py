"""Data that ships with Fogline: lexicons, the gazetteer, sides of conflicts."""
