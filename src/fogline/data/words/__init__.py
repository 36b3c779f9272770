"""Which words are near to each other in meaning: a table of word pieces, read when it is first asked for."""
