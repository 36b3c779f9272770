"""Attribution by grammar: report verbs, "according to", reporting nouns, adverbs, quotes, headlines."""
