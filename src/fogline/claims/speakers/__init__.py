"""Words that name a speaker -> who speaks: name, kind, side."""
