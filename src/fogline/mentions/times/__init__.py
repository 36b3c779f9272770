"""Times: the words that say when, how long or how often, and the calendar days they stand for."""
