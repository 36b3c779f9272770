"""The attribution corpus, and what turns it into the weights of the reader."""
