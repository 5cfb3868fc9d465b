"""House style: the lexicon of names and terms, and the check that holds a text against it."""
