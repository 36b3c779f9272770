"""Document -> Sentence: blocks, sentence ends, words and grammar."""
